//! What is seen of a page, as a number: two pages that look the same have the same.
//!
//! typst's own hash of a page knows more: the places of its elements in the document, and where in
//! the layouts each letter comes from. Both change with edits that nobody sees.

use std::hash::{Hash, Hasher};

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst::utils::hash128;
use typst_layout::Page;

/// Number of a page's looks, by the version of this program, for another may draw otherwise.
#[must_use]
pub(crate) fn looks(page: &Page) -> u128 {
    hash128(&(env!("CARGO_PKG_VERSION"), Looks(page)))
}

struct Looks<'a>(&'a Page);

impl Hash for Looks<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bleed.hash(state);
        self.0.fill.hash(state);
        frame(&self.0.frame, state);
    }
}

fn frame<H: Hasher>(of: &Frame, state: &mut H) {
    of.size().hash(state);
    of.kind().hash(state);
    state.write_usize(of.items().len());
    for (place, item) in of.items() {
        place.hash(state);
        std::mem::discriminant(item).hash(state);
        match item {
            FrameItem::Group(group) => {
                group.transform.hash(state);
                group.clip.hash(state);
                frame(&group.frame, state);
            }
            FrameItem::Text(run) => text(run, state),
            FrameItem::Shape(shape, _) => shape.hash(state),
            FrameItem::Image(image, size, _) => (image, size).hash(state),
            // Neither is seen; see `Sheet::links`.
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

fn text<H: Hasher>(run: &TextItem, state: &mut H) {
    (&run.font, run.size, &run.fill, &run.stroke, &run.text).hash(state);
    state.write_usize(run.glyphs.len());
    for glyph in &run.glyphs {
        // In one piece: there are many, and each piece has its price.
        let numbers = [glyph.x_advance, glyph.x_offset, glyph.y_advance, glyph.y_offset];
        let mut all = [0; 34];
        let (id, rest) = all.split_at_mut(2);
        id.copy_from_slice(&glyph.id.to_le_bytes());
        for (part, number) in rest.chunks_exact_mut(8).zip(numbers) {
            part.copy_from_slice(&number.get().to_le_bytes());
        }
        state.write(&all);
    }
}
