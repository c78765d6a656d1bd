//! The slug: a line of words beside the marks that says which page of which job this is. Set as
//! outlines, so that no font comes into the file for it.

use ttf_parser::{Face, GlyphId, OutlineBuilder};

use crate::output::pdf::numbers::push_op;

/// Size of the words, pt.
const SIZE: f32 = 6.0;

/// Words as filled outlines from this point on, smaller where they would be wider than `most`, pt;
/// nothing where the font has no glyphs.
pub(super) fn words(font: &[u8], text: &str, from: (f32, f32), most: f32) -> Vec<u8> {
    let mut out = Vec::new();
    let Ok(face) = Face::parse(font, 0) else { return out };
    let glyphs = text.chars().map(|c| face.glyph_index(c).unwrap_or(GlyphId(0)));
    let advance = |glyph| f32::from(face.glyph_hor_advance(glyph).unwrap_or_default());
    let width: f32 = glyphs.clone().map(advance).sum();
    let scale = (SIZE / f32::from(face.units_per_em())).min(most / width.max(1.0));
    let mut x = from.0;
    for glyph in glyphs {
        let mut pen = Pen { out: &mut out, x, y: from.1, scale, at: (0.0, 0.0) };
        face.outline_glyph(glyph, &mut pen);
        x += advance(glyph) * scale;
    }
    if !out.is_empty() {
        out.extend_from_slice(b"f\n");
    }
    out
}

struct Pen<'a> {
    out: &'a mut Vec<u8>,
    x: f32,
    y: f32,
    scale: f32,
    at: (f32, f32),
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> [f32; 2] {
        [self.x + x * self.scale, self.y + y * self.scale]
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        push_op(self.out, &self.place(x, y), "m");
        self.at = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        push_op(self.out, &self.place(x, y), "l");
        self.at = (x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        // A quadratic curve as a cubic one: control points two thirds of the way.
        let near = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        let (x0, y0) = self.at;
        self.curve_to(near(x0, x1), near(y0, y1), near(x, x1), near(y, y1), x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let [a, b, c] = [self.place(x1, y1), self.place(x2, y2), self.place(x, y)];
        push_op(self.out, &[a[0], a[1], b[0], b[1], c[0], c[1]], "c");
        self.at = (x, y);
    }

    fn close(&mut self) {
        self.out.extend_from_slice(b"h\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::built_in_face;

    /// The rightmost place that the outlines come to.
    fn right(text: &str) -> f32 {
        let out = String::from_utf8(words(built_in_face(), text, (10.0, 0.0), 100.0));
        let out = out.expect("operators");
        let of_line = |line: &str| -> Option<f32> {
            let mut numbers = line.split(' ').rev().skip(1);
            let _y = numbers.next()?;
            numbers.next()?.parse().ok()
        };
        out.lines().filter_map(of_line).fold(0.0, f32::max)
    }

    #[test]
    fn long_words_are_set_smaller_and_short_ones_are_not() {
        let (short, long) = (right("side 1"), right(&"en lang titel ".repeat(20)));
        assert!(short > 20.0 && short < 40.0, "{short}");
        assert!(long > 100.0 && long <= 110.0, "{long}");
    }
}
