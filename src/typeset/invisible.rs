//! Signs that only tell where a line may end or not, taken out of the finished pages: soft hyphens,
//! zero-width spaces and word joiners have no width, but whoever copies, searches or listens would meet them inside
//! words.
//!
//! The hyphen at the end of a line is a soft hyphen too, one with a width, and stays: readers of the
//! file join the word again.

use rayon::prelude::*;
use typst::layout::{Em, Frame, FrameItem};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

use crate::report::danish::hyphenation::{SOFT_HYPHEN, WORD_JOINER, ZERO_WIDTH_SPACE};

/// The document without them.
pub(super) fn without_invisible(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| has(&page.frame)) {
        return document;
    }
    let info = document.info().clone();
    let mut pages = document.pages().to_vec();
    // Where everything stands is found anew; of a long report, that takes room once.
    drop(document);
    pages.par_iter_mut().for_each(|page| page.frame = cleaned(&page.frame));
    PagedDocument::new(pages.into_iter().collect(), info)
}

/// A page without them.
pub(super) fn page_without(page: &Page) -> Page {
    Page { frame: cleaned(&page.frame), ..page.clone() }
}

fn is_invisible(c: char) -> bool {
    matches!(c, SOFT_HYPHEN | ZERO_WIDTH_SPACE | WORD_JOINER)
}

fn has(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Text(text) => text.text.contains(is_invisible),
        FrameItem::Group(group) => has(&group.frame),
        _ => false,
    })
}

/// Remembered: a preview has most pages again after every edit.
#[comemo::memoize]
fn cleaned(frame: &Frame) -> Frame {
    let mut frame = frame.clone();
    clean(&mut frame);
    frame
}

/// Takes them out of a frame.
pub(super) fn clean(frame: &mut Frame) {
    if !has(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Text(text) if text.text.contains(is_invisible) => tekst(text),
            FrameItem::Group(group) => clean(&mut group.frame),
            _ => {}
        }
        true
    });
}

/// Takes the signs out of a piece of text, and moves the glyphs' ranges along.
fn tekst(item: &mut TextItem) {
    let whole = item.text.clone();
    let piece = |g: &Glyph| whole.get(g.range()).unwrap_or_default();
    let only_signs = |g: &Glyph| !piece(g).is_empty() && piece(g).chars().all(is_invisible);
    item.glyphs.retain(|g| !(only_signs(g) && g.x_advance == Em::zero()));
    let seen: Vec<_> = item.glyphs.iter().filter(|g| only_signs(g)).map(Glyph::range).collect();
    let mut new = String::with_capacity(whole.len());
    let mut shifted = vec![0_u16; whole.len() + 1];
    for (fra, c) in whole.char_indices() {
        let at = u16::try_from(new.len()).unwrap_or(u16::MAX);
        let til = fra + c.len_utf8();
        shifted.iter_mut().take(til).skip(fra).for_each(|f| *f = at);
        if !is_invisible(c) || seen.iter().any(|r| r.contains(&fra)) {
            new.push(c);
        }
    }
    if let Some(last) = shifted.last_mut() {
        *last = u16::try_from(new.len()).unwrap_or(u16::MAX);
    }
    let sted = |dated: u16| shifted.get(usize::from(dated)).copied().unwrap_or(dated);
    for glyph in &mut item.glyphs {
        glyph.range = sted(glyph.range.start)..sted(glyph.range.end);
    }
    item.text = new.into();
}
