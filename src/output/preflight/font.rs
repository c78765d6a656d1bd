//! Fonts: embedded or not, the widths they state and have, and how much of a glyph is ink.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};
use ttf_parser::{Face, GlyphId, OutlineBuilder, cff};

use super::state::Bounds;
use crate::limits;
use crate::output::pdf::objects;

/// Most glyphs whose outlines are looked at; a whole font for East Asia has more, a subset fewer.
const MOST_GLYPHS: u16 = limits::PDF_GLYPHS;
/// Largest font program.
const MOST_BYTES: usize = limits::PDF_FONT;

/// A font as a page uses it.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// Name without subset tag.
    pub name: String,
    pub embedded: bool,
    pub type3: bool,
    /// Two bytes a character.
    pub composite: bool,
    /// Whether codes can be followed to glyphs here.
    followed: bool,
    widths: BTreeMap<u16, f32>,
    default_width: f32,
    glyphs: BTreeMap<u16, Glyph>,
    /// The first width that is stated otherwise than the font has it: code, stated, there.
    pub wrong_width: Option<(u16, f32, f32)>,
}

/// One glyph, in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub bounds: Bounds,
    /// Share of the bounds that is ink.
    pub cover: f32,
}

/// Where a font's outlines are not followed: a letter as it is on the mean.
const MEAN: Glyph =
    Glyph { bounds: Bounds { x0: 0.0, y0: 0.0, x1: 500.0, y1: 700.0 }, cover: 0.35 };

impl Font {
    /// Reads a font dictionary.
    pub(super) fn read(doc: &Document, dict: &Dictionary) -> Self {
        let subtype = objects::name(doc, dict, b"Subtype").unwrap_or_default();
        let name = objects::name(doc, dict, b"BaseFont").unwrap_or(b"without name");
        let mut font = Self {
            name: plain_name(name),
            type3: subtype == b"Type3",
            composite: subtype == b"Type0",
            default_width: 0.0,
            ..Self::default()
        };
        if font.type3 {
            font.embedded = true;
            font.simple_widths(doc, dict);
            return font;
        }
        let inner = if font.composite {
            objects::array(doc, dict, b"DescendantFonts")
                .and_then(|all| doc.dereference(all.first()?).ok()?.1.as_dict().ok())
        } else {
            Some(dict)
        };
        let Some(inner) = inner else { return font };
        if font.composite {
            font.composite_widths(doc, inner);
        } else {
            font.simple_widths(doc, inner);
        }
        if let Some(descriptor) = objects::dict(doc, inner, b"FontDescriptor") {
            font.program(doc, dict, inner, descriptor);
        }
        font
    }

    fn simple_widths(&mut self, doc: &Document, dict: &Dictionary) {
        let first = objects::number(doc, dict, b"FirstChar").unwrap_or(0.0);
        let widths = objects::array(doc, dict, b"Widths").unwrap_or_default();
        let widths = objects::numbers(doc, widths).unwrap_or_default();
        self.widths = (clamped(first)..).zip(widths).take(256).collect();
    }

    /// `W` (ISO 32000-1, 9.7.4.3): `c [w w w]` and `first last w`, in turn.
    fn composite_widths(&mut self, doc: &Document, dict: &Dictionary) {
        self.default_width = objects::number(doc, dict, b"DW").unwrap_or(1000.0);
        let mut entries = objects::array(doc, dict, b"W").unwrap_or_default().iter();
        while let Some(first) = entries.next().and_then(|value| number(doc, value)) {
            let Some(next) = entries.next().and_then(|value| doc.dereference(value).ok()) else {
                return;
            };
            if let Object::Array(widths) = next.1 {
                let widths = objects::numbers(doc, widths).unwrap_or_default();
                self.widths.extend((clamped(first)..).zip(widths));
            } else {
                let last = next.1.as_float().unwrap_or(first);
                let width = entries.next().and_then(|value| number(doc, value)).unwrap_or(0.0);
                self.widths.extend((clamped(first)..=clamped(last)).map(|code| (code, width)));
            }
        }
    }

    fn program(
        &mut self,
        doc: &Document,
        dict: &Dictionary,
        inner: &Dictionary,
        descriptor: &Dictionary,
    ) {
        let file = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].into_iter().find_map(|key| {
            objects::get(doc, descriptor, key).and_then(|file| file.as_stream().ok())
        });
        let Some(file) = file else { return };
        let Ok(bytes) = file.get_plain_content_with_limit(MOST_BYTES) else { return };
        self.embedded = !bytes.is_empty();
        let identity =
            matches!(objects::name(doc, dict, b"Encoding"), Some(b"Identity-H" | b"Identity-V"));
        if !self.composite || !identity {
            return;
        }
        if let Some(table) = cff::Table::parse(&bytes) {
            self.compact(&table, &bytes);
        } else if let Ok(face) = Face::parse(&bytes, 0) {
            let cff = face.raw_face().table(ttf_parser::Tag::from_bytes(b"CFF "));
            if let (Some(table), Some(cff)) = (face.tables().cff, cff) {
                self.compact(&table, cff);
            } else {
                let map = objects::get(doc, inner, b"CIDToGIDMap")
                    .and_then(|map| map.as_stream().ok())
                    .and_then(|map| map.get_plain_content_with_limit(1 << 17).ok());
                self.true_type(&face, map.as_deref());
            }
        }
    }

    fn compact(&mut self, table: &cff::Table<'_>, data: &[u8]) {
        let by_cid = super::cff::widths(data, usize::from(MOST_GLYPHS)).unwrap_or_default();
        let per_unit = table.matrix().sx * 1000.0;
        for glyph in (0..table.number_of_glyphs().min(MOST_GLYPHS)).map(GlyphId) {
            let code = table.glyph_cid(glyph).unwrap_or(glyph.0);
            let mut outline = Outline::default();
            // A space has no outline and is a glyph all the same.
            let _ = table.outline(glyph, &mut outline);
            self.add(code, outline.glyph(per_unit));
            let own = by_cid.get(usize::from(glyph.0)).copied().flatten();
            if let Some(width) = table.glyph_width(glyph).map(f32::from).or(own) {
                self.compare(code, width * per_unit);
            }
        }
        self.followed = true;
    }

    fn true_type(&mut self, face: &Face<'_>, map: Option<&[u8]>) {
        let per_unit = 1000.0 / f32::from(face.units_per_em());
        let codes: Vec<(u16, u16)> = match map {
            Some(map) => (0..)
                .zip(map.chunks_exact(2))
                .map(|(code, pair)| (code, u16::from_be_bytes([pair[0], pair[1]])))
                .filter(|(code, glyph)| *glyph != 0 || *code == 0)
                .collect(),
            None => (0..face.number_of_glyphs()).map(|glyph| (glyph, glyph)).collect(),
        };
        for (code, glyph) in codes.into_iter().take(usize::from(MOST_GLYPHS)) {
            let mut outline = Outline::default();
            let _ = face.outline_glyph(GlyphId(glyph), &mut outline);
            self.add(code, outline.glyph(per_unit));
            if let Some(width) = face.glyph_hor_advance(GlyphId(glyph)) {
                self.compare(code, f32::from(width) * per_unit);
            }
        }
        self.followed = true;
    }

    fn add(&mut self, code: u16, glyph: Glyph) {
        self.glyphs.insert(code, glyph);
    }

    /// A stated width may be off by one thousandth (ISO 19005-2, 6.2.11.5).
    fn compare(&mut self, code: u16, there: f32) {
        let stated = self.widths.get(&code).copied();
        if let Some(stated) = stated.filter(|stated| (stated - there).abs() > 1.5) {
            self.wrong_width.get_or_insert((code, stated, there));
        }
    }

    /// The codes of a string.
    pub(super) fn codes(&self, text: &[u8]) -> Vec<u16> {
        if self.composite {
            text.chunks(2)
                .map(|pair| match pair {
                    [high, low] => u16::from_be_bytes([*high, *low]),
                    rest => rest.first().copied().map_or(0, u16::from),
                })
                .collect()
        } else {
            text.iter().map(|byte| u16::from(*byte)).collect()
        }
    }

    /// Advance, in thousandths of the size.
    pub(super) fn advance(&self, code: u16) -> f32 {
        self.widths.get(&code).copied().unwrap_or(self.default_width)
    }

    /// The glyph of a code; none where the font has none, and `.notdef` would print.
    pub(super) fn glyph(&self, code: u16) -> Option<Glyph> {
        if !self.followed {
            return Some(Glyph {
                bounds: Bounds { x1: self.advance(code).max(1.0), ..MEAN.bounds },
                ..MEAN
            });
        }
        self.glyphs.get(&code).filter(|_| code != 0).copied()
    }
}

fn plain_name(name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    let untagged = name.split_once('+').filter(|(tag, _)| tag.len() == 6).map(|(_, name)| name);
    untagged.unwrap_or(&name).trim_end_matches("-Identity-H").to_owned()
}

fn number(doc: &Document, value: &Object) -> Option<f32> {
    doc.dereference(value).ok()?.1.as_float().ok()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to u16")]
fn clamped(value: f32) -> u16 {
    value.clamp(0.0, 65_535.0) as u16
}

/// Area and bounds of an outline; curves are followed in steps.
#[derive(Debug, Default)]
struct Outline {
    bounds: Option<Bounds>,
    area: f32,
    start: (f32, f32),
    at: (f32, f32),
}

const STEPS: u8 = 6;

impl Outline {
    fn to(&mut self, x: f32, y: f32) {
        self.area += (self.at.0 * y - x * self.at.1) / 2.0;
        self.reach(x, y);
    }

    fn reach(&mut self, x: f32, y: f32) {
        self.at = (x, y);
        let there = self.bounds.unwrap_or(Bounds { x0: x, y0: y, x1: x, y1: y });
        self.bounds = Bounds::of([(there.x0, there.y0), (there.x1, there.y1), (x, y)]);
    }

    fn glyph(self, per_unit: f32) -> Glyph {
        let Some(bounds) = self.bounds else {
            return Glyph { bounds: Bounds { x0: 0.0, y0: 0.0, x1: 0.0, y1: 0.0 }, cover: 0.0 };
        };
        let whole = (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0);
        let cover = if whole > 0.0 { (self.area.abs() / whole).min(1.0) } else { 0.0 };
        let scaled = Bounds {
            x0: bounds.x0 * per_unit,
            y0: bounds.y0 * per_unit,
            x1: bounds.x1 * per_unit,
            y1: bounds.y1 * per_unit,
        };
        Glyph { bounds: scaled, cover }
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = (x, y);
        self.reach(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x0, y0) = self.at;
        for step in 1..=STEPS {
            let t = f32::from(step) / f32::from(STEPS);
            let u = 1.0 - t;
            let on = |a: f32, b: f32, c: f32| u * u * a + 2.0 * u * t * b + t * t * c;
            self.to(on(x0, x1, x), on(y0, y1, y));
        }
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (x0, y0) = self.at;
        for step in 1..=STEPS {
            let t = f32::from(step) / f32::from(STEPS);
            let u = 1.0 - t;
            let on = |a: f32, b: f32, c: f32, d: f32| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            self.to(on(x0, x1, x2, x), on(y0, y1, y2, y));
        }
    }

    fn close(&mut self) {
        let (x, y) = self.start;
        self.to(x, y);
    }
}
