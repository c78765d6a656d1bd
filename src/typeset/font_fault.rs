//! What is wrong with a font file that opens: tables beyond the file's end, letters without a
//! drawing. Such a face is taken by every program, and its text is invisible.

use crate::limits;
use crate::text;
use crate::words::{Text, plain};

use ttf_parser::{Face, OutlineBuilder};

/// Most faces that are read of one collection.
pub(super) const MOST_FACES: u32 = limits::FONT_FACES;
/// Letters and digits that a face with a glyph for them must also have a drawing for.
const DRAWN: &str = "AaBbEeGgHhNnOoRrSsTtÆæØøÅå0123456789";

/// Why a face cannot be set with: a clause.
pub(super) fn fault(face: &Face<'_>) -> Option<Text> {
    let raw = face.raw_face();
    let size = raw.data.len() as u64;
    for record in raw.table_records {
        let end = u64::from(record.offset) + u64::from(record.length);
        if end > size {
            let (end, size) = (plain(end), plain(size));
            return Some(text!("font-cut", table = record.tag.to_string(), end = end, size = size));
        }
    }
    let blank: String = DRAWN
        .chars()
        .filter(|c| {
            face.glyph_index(*c).is_some_and(|glyph| !has_outline(face, glyph) && !is_picture(face))
        })
        .collect();
    (!blank.is_empty()).then(|| text!("font-blank", signs = blank))
}

fn has_outline(face: &Face<'_>, glyph: ttf_parser::GlyphId) -> bool {
    let mut seen = Seen(false);
    face.outline_glyph(glyph, &mut seen).is_some() && seen.0
}

/// Faces of bitmaps or colour layers draw by other means.
fn is_picture(face: &Face<'_>) -> bool {
    let tables = face.tables();
    tables.cbdt.is_some() || tables.sbix.is_some() || tables.svg.is_some() || tables.colr.is_some()
}

/// Whether a curve or line was drawn.
struct Seen(bool);

impl OutlineBuilder for Seen {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {
        self.0 = true;
    }
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: &[u8] = include_bytes!("../../fonts/SourceSans3-Regular.otf");

    #[test]
    fn a_whole_font_has_no_fault() {
        assert_eq!(fault(&Face::parse(REGULAR, 0).expect("a font")), None);
    }

    #[test]
    fn a_font_that_is_cut_off_is_told_wherever_the_cut_is() {
        for part in 1..20 {
            let cut = &REGULAR[..REGULAR.len() * part / 20];
            if let Ok(face) = Face::parse(cut, 0) {
                assert!(fault(&face).is_some(), "{part} twentieths pass");
            }
        }
    }

    #[test]
    fn letters_that_lost_their_drawing_are_named() {
        let mut font = REGULAR.to_vec();
        let face = Face::parse(REGULAR, 0).expect("a font");
        let cff = face
            .raw_face()
            .table_records
            .into_iter()
            .find(|r| r.tag == ttf_parser::Tag::from_bytes(b"CFF "))
            .expect("outlines");
        let (start, length) = (cff.offset as usize, cff.length as usize);
        font[start + length / 4..start + length].fill(0);
        if let Ok(face) = Face::parse(&font, 0) {
            assert!(fault(&face).is_some_and(|why| why.to_string().contains("ingen tegning")));
        }
    }
}
