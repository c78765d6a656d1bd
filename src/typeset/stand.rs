//! Where fields and words stand on the pages of a draft, from the frames that were set: so that a
//! comment on a page finds what it is about without reading the returned file's text.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use typst::foundations::{Label, Selector};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::utils::PicoStr;

use super::PagedDocument;

/// A word on a page, pt from the page's upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// The word; one that is divided at a line's end stands in its parts, the first with a hyphen.
    pub w: String,
    /// Left.
    pub x: f32,
    /// Base line.
    pub y: f32,
    /// Right.
    pub r: f32,
    /// Type size.
    pub s: f32,
}

/// Fields that stand together on a page, pt from the page's upper left corner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stand {
    /// The fields, in the file of the page's indsats.
    pub felter: Vec<String>,
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Height.
    pub h: f32,
}

/// What stands on a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PageStand {
    /// Height of the page, pt.
    pub height: f32,
    /// Fields.
    pub fields: Vec<Stand>,
    /// Words in the order in which they are set.
    pub words: Vec<Word>,
}

/// Watermark and other slanted words are larger than this many pt.
const LARGEST: f32 = 60.0;

/// What stands on each page.
#[must_use]
pub fn stand(document: &PagedDocument) -> Vec<PageStand> {
    let mut pages: Vec<PageStand> = document
        .pages()
        .iter()
        .map(|page| {
            let mut words = Vec::new();
            read(&page.frame, Point::zero(), &mut words);
            PageStand { height: pt(page.frame.height()), fields: Vec::new(), words }
        })
        .collect();
    let Some(label) = Label::new(PicoStr::intern("feltsted")) else { return pages };
    let introspector = document.introspector();
    for content in introspector.query(&Selector::Label(label)) {
        let (Some(metadata), Some(location)) =
            (content.to_packed::<MetadataElem>(), content.location())
        else {
            continue;
        };
        let Some(position) = introspector.position(location) else { continue };
        let said = serde_json::to_value(&metadata.value).unwrap_or_default();
        let felter = said.get("felter").and_then(Value::as_array);
        let felter: Vec<String> =
            felter.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        let h = said.get("h").and_then(Value::as_f64).unwrap_or_default() as f32;
        let (x, y) = (pt(position.point.x), pt(position.point.y));
        if let Some(page) = pages.get_mut(position.page.get() - 1) {
            page.fields.push(Stand { felter, x, y, h });
        }
    }
    pages
}

/// Tenths of a point are as exact as any comment.
fn pt(length: Abs) -> f32 {
    ((length.to_pt() * 10.0).round() / 10.0) as f32
}

fn read(frame: &Frame, at: Point, words: &mut Vec<Word>) {
    for (offset, item) in frame.items() {
        let place = at + *offset;
        match item {
            FrameItem::Group(group)
                // What is turned is no text to comment on.
                if group.transform.kx.get() == 0.0 => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    read(&group.frame, place + moved, words);
                }
            FrameItem::Text(run) if pt(run.size) < LARGEST => {
                let mut x = place.x;
                let mut word: Option<Word> = None;
                for glyph in &run.glyphs {
                    let said = run.text.get(glyph.range()).unwrap_or_default();
                    let width = glyph.x_advance.at(run.size);
                    if said.chars().all(char::is_whitespace) {
                        join(words, word.take());
                    } else {
                        let open = word.get_or_insert_with(|| Word {
                            w: String::new(),
                            x: pt(x),
                            y: pt(place.y),
                            r: 0.0,
                            s: pt(run.size),
                        });
                        open.w.push_str(said);
                        open.r = pt(x + width);
                    }
                    x += width;
                }
                join(words, word);
            }
            _ => {}
        }
    }
}

/// A run that touches the one before it goes on with the same word.
fn join(words: &mut Vec<Word>, word: Option<Word>) {
    let Some(word) = word else { return };
    match words.last_mut() {
        Some(last)
            if last.y == word.y && (word.x - last.r).abs() < 0.15 * word.s && word.x > last.x =>
        {
            last.w.push_str(&word.w);
            last.r = word.r;
        }
        _ => words.push(word),
    }
}
