//! How far the ink of set text reaches.

use std::collections::HashMap;

use typst::layout::{Abs, Em, Point, Rect};
use typst::text::{FontInstance, TextItem};
use typst::utils::hash128;

/// The ink of glyphs, each outline read once: a page has some thousand glyphs, of a hundred kinds.
#[derive(Default)]
pub(super) struct Ink {
    /// By font, then by glyph; none where a glyph has no ink.
    fonts: HashMap<u128, HashMap<u16, Option<GlyphBox>>>,
}

/// The box of a glyph's ink, from the pen's place, upwards.
#[derive(Clone, Copy)]
struct GlyphBox {
    left: Em,
    bottom: Em,
    right: Em,
    top: Em,
}

impl GlyphBox {
    fn of(font: &FontInstance, glyph: u16) -> Option<Self> {
        let rect = font.ttf().glyph_bounding_box(ttf_parser::GlyphId(glyph))?;
        Some(Self {
            left: font.to_em(rect.x_min),
            bottom: font.to_em(rect.y_min),
            right: font.to_em(rect.x_max),
            top: font.to_em(rect.y_max),
        })
    }
}

impl Ink {
    /// The rectangle of a run's ink, from the beginning of its baseline, downwards; none where it
    /// has none.
    pub(super) fn of(&mut self, item: &TextItem) -> Option<Rect> {
        let glyphs = self.fonts.entry(hash128(&item.font)).or_default();
        let (mut min, mut max) = (Point::splat(Abs::inf()), Point::splat(-Abs::inf()));
        let mut pen = Point::zero();
        for glyph in &item.glyphs {
            let known =
                glyphs.entry(glyph.id).or_insert_with(|| GlyphBox::of(&item.font, glyph.id));
            if let Some(ink) = known {
                let at = |x: Em, y: Em| Point::new(x.at(item.size), -y.at(item.size));
                let here = pen + at(glyph.x_offset, glyph.y_offset);
                min = min.min(here + at(ink.left, ink.top));
                max = max.max(here + at(ink.right, ink.bottom));
            }
            pen += Point::new(glyph.x_advance.at(item.size), -glyph.y_advance.at(item.size));
        }
        min.x.to_pt().is_finite().then(|| Rect::new(min, max))
    }
}
