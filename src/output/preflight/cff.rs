//! Widths of the glyphs of a CID-keyed CFF font (Adobe Technical Notes 5176 and 5177), which is
//! what Typst embeds; ttf-parser reads them for fonts keyed by name only.

/// The widths in font units by glyph; none for a glyph whose width is set in a subroutine.
/// Nothing where the font is not keyed by CID or cannot be read.
pub(super) fn widths(data: &[u8], most: usize) -> Option<Vec<Option<f32>>> {
    let mut at = usize::from(*data.get(2)?);
    let _names = Index::read(data, &mut at)?;
    let tops = Index::read(data, &mut at)?;
    let top = Dict(tops.get(0)?);
    let offset = |operator: u16, operand: usize| top.number(operator, operand).and_then(whole);
    let strings = Index::read(data, &mut offset(17, 0)?)?;
    let fonts = Index::read(data, &mut offset(0x0c24, 0)?)?;
    let select = data.get(offset(0x0c25, 0)?..)?;
    let bases: Vec<(f32, f32)> = (0..fonts.count.min(256))
        .map(|font| private(data, &Dict(fonts.get(font).unwrap_or_default())))
        .collect();
    let width = |glyph: usize| {
        let (default, nominal) = *bases.get(font_of(select, glyph, strings.count)?)?;
        Some(match first_width(strings.get(glyph)?)? {
            Some(more) => nominal + more,
            None => default,
        })
    };
    Some((0..strings.count.min(most)).map(width).collect())
}

/// Default and nominal width of a font's private dictionary.
fn private(data: &[u8], font: &Dict<'_>) -> (f32, f32) {
    let place = |operand| font.number(18, operand).and_then(whole);
    let (Some(size), Some(at)) = (place(0), place(1)) else { return (0.0, 0.0) };
    let dict = Dict(data.get(at..at.saturating_add(size)).unwrap_or_default());
    (dict.number(20, 0).unwrap_or(0.0), dict.number(21, 0).unwrap_or(0.0))
}

/// Which font of the array a glyph belongs to (`FDSelect`, formats 0 and 3).
fn font_of(select: &[u8], glyph: usize, glyphs: usize) -> Option<usize> {
    match select.first()? {
        0 => select.get(1 + glyph.min(glyphs)).map(|font| usize::from(*font)),
        3 => {
            let count = pair(select, 1)?;
            (0..count)
                .take_while(|range| pair(select, 3 + 3 * range).is_some_and(|first| first <= glyph))
                .last()
                .and_then(|range| select.get(5 + 3 * range))
                .map(|font| usize::from(*font))
        }
        _ => None,
    }
}

/// The width before the first operator of a charstring (5177, 3.1): there where one operand more
/// stands than the operator takes. Outer none where a subroutine comes first.
fn first_width(program: &[u8]) -> Option<Option<f32>> {
    let mut rest = program;
    let mut operands: Vec<f32> = Vec::new();
    loop {
        let byte = *rest.first()?;
        let extra = match byte {
            // hstem, vstem, hstemhm, hintmask, cntrmask, vstemhm: pairs.
            1 | 3 | 18 | 19 | 20 | 23 => operands.len() % 2 == 1,
            // rmoveto, hmoveto, vmoveto, endchar.
            21 => operands.len() > 2,
            4 | 22 => operands.len() > 1,
            14 => operands.len() == 1 || operands.len() == 5,
            28 | 32.. => {
                let (value, taken) = operand(rest)?;
                operands.push(value);
                rest = rest.get(taken..)?;
                continue;
            }
            _ => return None,
        };
        return Some(operands.first().copied().filter(|_| extra));
    }
}

/// A number of a charstring and its length.
fn operand(bytes: &[u8]) -> Option<(f32, usize)> {
    let at = |index: usize| bytes.get(index).map(|byte| f32::from(*byte));
    let first = *bytes.first()?;
    Some(match first {
        28 => (f32::from(i16::from_be_bytes([*bytes.get(1)?, *bytes.get(2)?])), 3),
        32..=246 => (at(0)? - 139.0, 1),
        247..=250 => ((at(0)? - 247.0) * 256.0 + at(1)? + 108.0, 2),
        251..=254 => (-(at(0)? - 251.0) * 256.0 - at(1)? - 108.0, 2),
        255 => {
            let high = f32::from(i16::from_be_bytes([*bytes.get(1)?, *bytes.get(2)?]));
            let low = f32::from(u16::from_be_bytes([*bytes.get(3)?, *bytes.get(4)?]));
            (high + low / 65_536.0, 5)
        }
        _ => return None,
    })
}

fn pair(data: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_be_bytes([*data.get(at)?, *data.get(at + 1)?])))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be one")]
fn whole(value: f32) -> Option<usize> {
    (0.0..1e9).contains(&value).then_some(value as usize)
}

/// An INDEX (5176, 5).
struct Index<'a> {
    count: usize,
    width: usize,
    offsets: &'a [u8],
    data: &'a [u8],
}

impl<'a> Index<'a> {
    fn read(all: &'a [u8], at: &mut usize) -> Option<Self> {
        let count = pair(all, *at)?;
        if count == 0 {
            *at += 2;
            return Some(Self { count, width: 1, offsets: &[], data: &[] });
        }
        let width = usize::from(*all.get(*at + 2)?);
        let start = *at + 3;
        let end = start + (count + 1) * width;
        let offsets = all.get(start..end)?;
        // Offsets count from the byte before the data.
        let mut index = Self { count, width, offsets, data: all.get(end - 1..)? };
        let length = index.offset(count)?;
        index.data = index.data.get(..length)?;
        *at = end - 1 + length;
        Some(index)
    }

    fn offset(&self, at: usize) -> Option<usize> {
        let bytes = self.offsets.get(at * self.width..(at + 1) * self.width)?;
        Some(bytes.iter().fold(0, |sum, byte| (sum << 8) | usize::from(*byte)))
    }

    fn get(&self, at: usize) -> Option<&'a [u8]> {
        self.data.get(self.offset(at)?..self.offset(at + 1)?)
    }
}

/// A DICT (5176, 4).
struct Dict<'a>(&'a [u8]);

impl Dict<'_> {
    /// An operand of an operator; two-byte operators as `0x0c__`.
    fn number(&self, operator: u16, operand: usize) -> Option<f32> {
        let mut rest = self.0;
        let mut operands = Vec::new();
        loop {
            let first = *rest.first()?;
            match first {
                0..=21 => {
                    let (code, taken) = match (first, rest.get(1)) {
                        (12, Some(second)) => (0x0c00 | u16::from(*second), 2),
                        _ => (u16::from(first), 1),
                    };
                    if code == operator {
                        return operands.get(operand).copied();
                    }
                    operands.clear();
                    rest = rest.get(taken..)?;
                }
                29 => {
                    let bytes: [u8; 4] = rest.get(1..5)?.try_into().ok()?;
                    #[expect(clippy::cast_precision_loss, reason = "offsets below 16 MB")]
                    operands.push(i32::from_be_bytes(bytes) as f32);
                    rest = rest.get(5..)?;
                }
                30 => {
                    let (value, taken) = real(rest)?;
                    operands.push(value);
                    rest = rest.get(taken..)?;
                }
                255 => return None,
                _ => {
                    let (value, taken) = self::operand(rest)?;
                    operands.push(value);
                    rest = rest.get(taken..)?;
                }
            }
        }
    }
}

/// A real number in nibbles (5176, 4, table 5) and its length.
fn real(bytes: &[u8]) -> Option<(f32, usize)> {
    let mut text = String::new();
    for (at, byte) in bytes.iter().enumerate().skip(1).take(32) {
        for nibble in [byte >> 4, byte & 15] {
            match nibble {
                0..=9 => text.push(char::from(b'0' + nibble)),
                10 => text.push('.'),
                11 => text.push('e'),
                12 => text.push_str("e-"),
                14 => text.push('-'),
                _ => return Some((text.parse().ok()?, at + 1)),
            }
        }
    }
    None
}
