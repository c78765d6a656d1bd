//! Where fields and words stand on the pages of a draft, from the frames that were set: so that a
//! comment on a page finds what it is about without reading the returned file's text.

use serde::{Deserialize, Serialize};
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::utils::PicoStr;
use typst_layout::Page;

use super::sheet::is_seen;
use super::{PagedDocument, fit};

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
pub struct FieldBox {
    /// The fields, in the file of the page's indsats.
    pub felter: Vec<String>,
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Height.
    pub h: f32,
    /// Width.
    pub b: f32,
}

impl FieldBox {
    /// Whether a point lies in it.
    #[must_use]
    pub fn holds(&self, x: f32, y: f32) -> bool {
        (self.x..=self.x + self.b).contains(&x) && (self.y..=self.y + self.h).contains(&y)
    }

    /// The file of its fields, and they themselves.
    /// - `owner`: the file of the page's indsats, or of the report
    pub fn named<'a>(&'a self, owner: &'a str) -> (&'a str, impl Iterator<Item = &'a str>) {
        let file = self.felter.first().and_then(|first| first.split_once(':'));
        let bare = |field: &'a String| field.split_once(':').map_or(field.as_str(), |(_, f)| f);
        (file.map_or(owner, |(file, _)| file), self.felter.iter().map(bare))
    }
}

/// What stands on a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PagePositions {
    /// Height of the page, pt.
    pub height: f32,
    /// Fields.
    pub fields: Vec<FieldBox>,
    /// Words in the order in which they are set.
    #[serde(with = "columns")]
    pub words: Vec<Word>,
}

/// Words by what is said of them, each number in tenths of a point as a difference from the word
/// before: a third of the bytes that a list of words takes.
mod columns {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Word;

    #[derive(Default, Serialize, Deserialize)]
    struct Columns {
        /// The words, one a line.
        w: String,
        x: Vec<i64>,
        y: Vec<i64>,
        /// Widths.
        b: Vec<i64>,
        s: Vec<i64>,
    }

    fn tenths(pt: f32) -> i64 {
        (pt * 10.0).round() as i64
    }

    pub(super) fn serialize<S: Serializer>(words: &[Word], to: S) -> Result<S::Ok, S::Error> {
        let mut columns = Columns::default();
        let (mut right, mut down, mut size) = (0, 0, 0);
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                columns.w.push('\n');
            }
            columns.w.push_str(&word.w);
            let (x, y, r, s) = (tenths(word.x), tenths(word.y), tenths(word.r), tenths(word.s));
            // A new line begins at its own place.
            columns.x.push(if y == down { x - right } else { x });
            columns.y.push(y - down);
            columns.b.push(r - x);
            columns.s.push(s - size);
            (right, down, size) = (r, y, s);
        }
        columns.serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Word>, D::Error> {
        let columns = Columns::deserialize(from)?;
        let numbers = columns.x.iter().zip(&columns.y).zip(columns.b.iter().zip(&columns.s));
        let (mut right, mut down, mut size) = (0_i64, 0_i64, 0_i64);
        let pt = |tenths: i64| tenths as f32 / 10.0;
        let word = |(w, ((x, y), (b, s))): (&str, _)| {
            let (x, y, b, s): (&i64, &i64, &i64, &i64) = (x, y, b, s);
            let x = if *y == 0 { x.saturating_add(right) } else { *x };
            (down, right) = (down.saturating_add(*y), x.saturating_add(*b));
            size = size.saturating_add(*s);
            Word { w: w.to_owned(), x: pt(x), y: pt(down), r: pt(right), s: pt(size) }
        };
        Ok(columns.w.lines().zip(numbers).map(word).collect())
    }
}

/// Watermark and other slanted words are larger than this many pt.
const LARGEST: f32 = 60.0;

/// What stands on each page.
#[must_use]
pub fn of_pages(document: &PagedDocument) -> Vec<PagePositions> {
    let pages = document.pages().iter().zip(fields(document));
    let positions = |(page, fields): (&Page, Vec<FieldBox>)| PagePositions {
        height: pt(page.frame.height()),
        fields,
        words: words(&page.frame),
    };
    pages.map(positions).collect()
}

/// The words of a page in the order in which they are set.
#[must_use]
pub fn words(frame: &Frame) -> Vec<Word> {
    let mut words = Vec::new();
    read(frame, Point::zero(), &mut words);
    words
}

/// The fields of each page, as the layouts mark them (`layouts/base/maerker.typ`).
#[must_use]
pub fn fields(document: &PagedDocument) -> Vec<Vec<FieldBox>> {
    let mut pages: Vec<Vec<FieldBox>> = document.pages().iter().map(|_| Vec::new()).collect();
    let Some(label) = Label::new(PicoStr::intern("feltsted")) else { return pages };
    let introspector = document.introspector();
    // Content that begins and has not ended yet: it may hold other such content.
    let mut open: Vec<(usize, FieldBox)> = Vec::new();
    for content in introspector.query(&Selector::Label(label)) {
        let (Some(metadata), Some(location)) =
            (content.to_packed::<MetadataElem>(), content.location())
        else {
            continue;
        };
        let Some(position) = introspector.position(location) else { continue };
        let said = |key: &str| match &metadata.value {
            Value::Dict(said) => said.get(key).ok(),
            _ => None,
        };
        let felter = match said("felter") {
            Some(Value::Array(felter)) => felter.as_slice(),
            _ => &[],
        };
        let felter = felter.iter().filter_map(|field| match field {
            Value::Str(field) => Some(field.to_string()),
            _ => None,
        });
        let felter: Vec<String> = felter.collect();
        let number = |key: &str| match said(key) {
            Some(Value::Float(number)) => *number as f32,
            Some(Value::Int(number)) => *number as f32,
            _ => 0.0,
        };
        let page = position.page.get() - 1;
        let (x, y) = (pt(position.point.x), pt(position.point.y));
        let here = FieldBox { felter, x, y, h: number("h"), b: number("b") };
        let from = match said("fra") {
            Some(Value::Bool(from)) => Some(*from),
            _ => None,
        };
        match from {
            Some(true) => open.push((page, here)),
            Some(false) => {
                let Some(at) = open.iter().rposition(|(_, o)| o.felter == here.felter) else {
                    continue;
                };
                let (first, begun) = open.remove(at);
                // What goes on over the page ends at its foot there.
                let foot = document.pages().get(first).map_or(y, |p| pt(p.frame.height()));
                let end = if first == page { y } else { foot };
                let stand = FieldBox { b: x - begun.x, h: end - begun.y, ..begun };
                pages.get_mut(first).into_iter().for_each(|p| p.push(stand.clone()));
            }
            None => pages.get_mut(page).into_iter().for_each(|p| p.push(here.clone())),
        }
    }
    pages
}

/// The indsats that each page belongs to, by the first page of each and how many it has; none for
/// the front matter and what follows the spreads.
#[must_use]
pub fn owners<'a>(
    document: &PagedDocument,
    ids: impl Iterator<Item = &'a str>,
) -> Vec<Option<&'a str>> {
    let fits = fit::fits(document);
    let mut owners = vec![None; document.pages().len()];
    for id in ids {
        let Some(first) = fit::page_of(document, &format!("indsats-{id}")) else { continue };
        let pages = fits.iter().find(|fit| fit.id == id).map_or(2, |fit| fit.sider);
        owners.iter_mut().skip(first - 1).take(pages).for_each(|owner| *owner = Some(id));
    }
    owners
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
            FrameItem::Text(run) if pt(run.size) < LARGEST && is_seen(&run.fill) => {
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
