//! Text is measured with the fonts that it will be set in, never guessed.

use std::hash::{Hash, Hasher};

use ttf_parser::{Face, GlyphId};

use crate::finding::Finding;
use crate::report::danish::hyphenation::forced_divisions;
use crate::theme::codes;

/// Weights that figures use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400: names, axes.
    Regular,
    /// 600: values, what is emphasised.
    Semibold,
}

impl Weight {
    /// The number that CSS and OpenType give it.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Semibold => 600,
        }
    }
}

/// Characters with a measured advance: Latin, Greek, Cyrillic, punctuation, arrows, up to the
/// box drawings. Others count as wide as the widest digit's double.
const MEASURED: u32 = 0x2500;

/// What one face measures, in thousandths of an em.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Measures {
    advances: Vec<u16>,
    ascent: i32,
    descent: i32,
}

/// The measures of the report's fonts: the upright regular and semibold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartFonts {
    regular: Measures,
    semibold: Measures,
    digest: u64,
}

impl Hash for ChartFonts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.digest);
    }
}

impl ChartFonts {
    /// Measures the fonts among `files` (the bytes of OpenType files). Errors: no readable
    /// upright face of weight 400 or of weight 600.
    pub fn new(files: &[&[u8]]) -> Result<Self, Finding> {
        let (regular, semibold) =
            rayon::join(|| find(files, Weight::Regular), || find(files, Weight::Semibold));
        let (regular, semibold) = (regular?, semibold?);
        // SipHash with fixed keys: the same fonts have the same digest on every run.
        #[expect(deprecated, reason = "the successor's keys are not promised to stay fixed")]
        let mut hasher = std::hash::SipHasher::new();
        regular.hash(&mut hasher);
        semibold.hash(&mut hasher);
        let digest = hasher.finish();
        Ok(Self { regular, semibold, digest })
    }

    fn face(&self, weight: Weight) -> &Measures {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Semibold => &self.semibold,
        }
    }

    /// Width of a line of text at `size` pt, in pt. Kerning is left out; it only makes text
    /// narrower.
    #[must_use]
    pub fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let face = self.face(weight);
        let sum: u32 = text
            .chars()
            .map(|c| face.advances.get(c as usize).copied().map_or(1100, u32::from))
            .sum();
        f64::from(sum) / 1000.0 * size
    }

    /// How far letters with rings and accents reach above the baseline, pt.
    #[must_use]
    pub fn ascent(&self, size: f64, weight: Weight) -> f64 {
        f64::from(self.face(weight).ascent) / 1000.0 * size
    }

    /// How far letters reach below the baseline, pt.
    #[must_use]
    pub fn descent(&self, size: f64, weight: Weight) -> f64 {
        f64::from(self.face(weight).descent) / 1000.0 * size
    }

    /// Breaks text into lines no wider than `width` pt: between words, after a hyphen or slash
    /// inside a word, and, where one part alone is too wide, inside it with a hyphen.
    #[must_use]
    pub fn wrap(&self, text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
        let fits = |line: &str| self.width(line, size, weight) <= width;
        let mut lines = Vec::new();
        let mut line = String::new();
        for part in parts(text) {
            let joined = format!("{line}{part}");
            if fits(joined.trim_end()) {
                line = joined;
                continue;
            }
            if !line.trim_end().is_empty() {
                lines.push(line.trim_end().to_owned());
            }
            line = part.to_owned();
            while !fits(line.trim_end()) {
                let cut = self.cut(&line, size, weight, width);
                let (head, tail) = line.split_at(cut);
                if tail.trim_end().is_empty() {
                    break;
                }
                lines.push(format!("{head}-"));
                line = tail.to_owned();
            }
        }
        if !line.trim_end().is_empty() || lines.is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// Where a too wide part is cut so that its head with a hyphen fits: where its word may be divided,
    /// else after as many characters as there is room for, one at least.
    fn cut(&self, part: &str, size: f64, weight: Weight, width: f64) -> usize {
        let mut cut = part.chars().next().map_or(0, char::len_utf8);
        for (at, c) in part.char_indices() {
            let end = at + c.len_utf8();
            let head = part.get(..end).unwrap_or(part);
            if self.width(head, size, weight) + self.width("-", size, weight) > width {
                break;
            }
            cut = end;
        }
        joints(part).filter(|at| *at <= cut).last().unwrap_or(cut)
    }
}

/// Where a word may be divided, as byte offsets in order; nowhere where small letters are longer.
fn joints(part: &str) -> impl Iterator<Item = usize> {
    let small = part.to_lowercase();
    let word = small.trim_end_matches(|c: char| !c.is_alphabetic());
    let known = small.len() == part.len() && word.chars().all(char::is_alphabetic);
    if known { forced_divisions(word) } else { Vec::new() }.into_iter()
}

/// Splits after spaces, hyphens and slashes, which stay with what stands before them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/'])
}

fn find(files: &[&[u8]], weight: Weight) -> Result<Measures, Finding> {
    files
        .iter()
        .filter_map(|bytes| Face::parse(bytes, 0).ok())
        .find(|face| !face.is_italic() && face.weight().to_number() == weight.number())
        .map(|face| measure(&face))
        .ok_or_else(|| {
            let message = format!(
                "no upright font of weight {} among the {} font files",
                weight.number(),
                files.len()
            );
            Finding::error(codes::CHART_FONTS.code, message)
                .hint("charts need a regular and a semibold face")
        })
}

fn measure(face: &Face<'_>) -> Measures {
    let em = i32::from(face.units_per_em()).max(1);
    let thousandths = |units: i32| (units * 1000 + em / 2) / em;
    let advance = |glyph: GlyphId| i32::from(face.glyph_hor_advance(glyph).unwrap_or(0));
    let advances = (0..MEASURED)
        .map(|code| {
            let glyph = char::from_u32(code).and_then(|c| face.glyph_index(c));
            // A character that the font lacks is set in another one: reckon with a wide one.
            let width = glyph.map_or(1100, |glyph| thousandths(advance(glyph)));
            u16::try_from(width).unwrap_or(1100)
        })
        .collect();
    let extent = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_bounding_box(glyph));
    Measures {
        advances,
        ascent: thousandths(extent('Å').map_or(em * 9 / 10, |r| i32::from(r.y_max))),
        descent: thousandths(extent('g').map_or(em / 4, |r| -i32::from(r.y_min))),
    }
}
