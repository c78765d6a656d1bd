//! Signs that only tell where a line may end, taken out of the finished pages: soft hyphens and
//! zero-width spaces have no width, but whoever copies, searches or listens would meet them inside
//! words.
//!
//! The hyphen at the end of a line is a soft hyphen too, one with a width, and stays: readers of the
//! file join the word again.

use rayon::prelude::*;
use typst::layout::{Em, Frame, FrameItem};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

use crate::report::danish::orddeling::{BLOED, BRUD};

/// The document without them.
pub(super) fn uden(document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| har(&page.frame)) {
        return document;
    }
    let pages: Vec<Page> = document.pages().par_iter().map(side).collect();
    PagedDocument::new(pages.into_iter().collect(), document.info().clone())
}

/// A page without them.
pub(super) fn side(page: &Page) -> Page {
    Page { frame: renset(&page.frame), ..page.clone() }
}

fn usynlig(c: char) -> bool {
    c == BLOED || c == BRUD
}

fn har(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Text(text) => text.text.contains(usynlig),
        FrameItem::Group(group) => har(&group.frame),
        _ => false,
    })
}

/// Remembered: a preview has most pages again after every edit.
#[comemo::memoize]
fn renset(frame: &Frame) -> Frame {
    let mut frame = frame.clone();
    rens(&mut frame);
    frame
}

fn rens(frame: &mut Frame) {
    if !har(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Text(text) if text.text.contains(usynlig) => tekst(text),
            FrameItem::Group(group) => rens(&mut group.frame),
            _ => {}
        }
        true
    });
}

/// Takes the signs out of a piece of text, and moves the glyphs' ranges along.
fn tekst(item: &mut TextItem) {
    let hele = item.text.clone();
    let stykke = |g: &Glyph| hele.get(g.range()).unwrap_or_default();
    let kun_tegn = |g: &Glyph| !stykke(g).is_empty() && stykke(g).chars().all(usynlig);
    item.glyphs.retain(|g| !(kun_tegn(g) && g.x_advance == Em::zero()));
    let synlige: Vec<_> = item.glyphs.iter().filter(|g| kun_tegn(g)).map(Glyph::range).collect();
    let mut ny = String::with_capacity(hele.len());
    let mut flyttet = vec![0_u16; hele.len() + 1];
    for (fra, c) in hele.char_indices() {
        let ved = u16::try_from(ny.len()).unwrap_or(u16::MAX);
        let til = fra + c.len_utf8();
        flyttet.iter_mut().take(til).skip(fra).for_each(|f| *f = ved);
        if !usynlig(c) || synlige.iter().any(|r| r.contains(&fra)) {
            ny.push(c);
        }
    }
    if let Some(sidste) = flyttet.last_mut() {
        *sidste = u16::try_from(ny.len()).unwrap_or(u16::MAX);
    }
    let sted = |gammelt: u16| flyttet.get(usize::from(gammelt)).copied().unwrap_or(gammelt);
    for glyph in &mut item.glyphs {
        glyph.range = sted(glyph.range.start)..sted(glyph.range.end);
    }
    item.text = ny.into();
}
