//! Pages as the browser gets them: an SVG each, named by its looks and drawn when it is asked for.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::model::Destination;
use typst::utils::hash128;
use typst_layout::{Page, PagedDocument};
use typst_svg::SvgOptions;

use super::edit::Place;
use super::looks::looks;

/// Most of an em that lies between two runs of one word.
const TOUCHING: f64 = 0.12;

/// One page.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What is seen of it.
    pub picture: Arc<Picture>,
    /// Where it links to inside the report.
    pub links: Vec<Link>,
    /// Where the fields of the data stand.
    pub fields: Vec<Area>,
}

/// The looks and words of a page. Only pages that somebody looks at are drawn: an edit of one
/// amount may change a mark on every spread.
pub struct Picture {
    /// Name by the looks, in hex: another name is another picture.
    pub name: String,
    /// Width in pt, rounded.
    pub width: u32,
    /// Height in pt, rounded.
    pub height: u32,
    drawn: LazyLock<Drawn, Box<dyn FnOnce() -> Drawn + Send>>,
}

/// What is sent of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The SVG.
    pub svg: String,
    /// The words in the order of the layout, a line a line: for screen readers and searching.
    pub text: String,
}

impl Picture {
    /// A picture of `size` (pt) that is drawn by `draw` when it is first asked for.
    #[must_use]
    pub fn new(
        looks: u128,
        size: (u32, u32),
        draw: impl FnOnce() -> Drawn + Send + 'static,
    ) -> Self {
        let (name, (width, height)) = (format!("{looks:032x}"), size);
        Self { name, width, height, drawn: LazyLock::new(Box::new(draw)) }
    }

    /// The picture, drawn. Who asks while it is being drawn waits for it.
    #[must_use]
    pub fn drawn(&self) -> &Drawn {
        &self.drawn
    }

    fn of(page: &Page) -> Self {
        let whole = |length: Abs| length.to_pt().round().clamp(1.0, 100_000.0) as u32;
        let size = page.frame.size();
        let page = page.clone();
        Self::new(looks(&page), (whole(size.x), whole(size.y)), move || draw(&page))
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A link's area in thousandths of the page, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
    /// Page of the report, from 1.
    pub page: usize,
}

/// Where a field stands, in thousandths of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Area {
    /// The field.
    #[serde(flatten)]
    pub place: Place,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

/// Remembers the pictures of the last document, so that only changed pages are drawn.
#[derive(Default)]
pub struct Sheets {
    /// By typst's hash of the page, which is at hand.
    known: BTreeMap<u128, Arc<Picture>>,
    /// By the looks.
    named: BTreeMap<String, Arc<Picture>>,
}

impl Sheets {
    /// The sheets of a document.
    pub fn of(&mut self, document: &PagedDocument) -> Vec<Sheet> {
        let made: Vec<(u128, Sheet)> = document
            .pages()
            .par_iter()
            .map(|page| {
                let hash = hash128(page);
                let picture = self.known.get(&hash).cloned().unwrap_or_else(|| self.find(page));
                (hash, Sheet { picture, links: links(page, document), fields: fields(page) })
            })
            .collect();
        let picture = |sheet: &Sheet| Arc::clone(&sheet.picture);
        self.known = made.iter().map(|(hash, s)| (*hash, picture(s))).collect();
        self.named = made.iter().map(|(_, s)| (s.picture.name.clone(), picture(s))).collect();
        made.into_iter().map(|(_, sheet)| sheet).collect()
    }

    /// A picture that looks like the page: an old one, or a new one that is not drawn yet.
    fn find(&self, page: &Page) -> Arc<Picture> {
        let new = Picture::of(page);
        self.named.get(&new.name).cloned().unwrap_or_else(|| Arc::new(new))
    }
}

fn draw(page: &Page) -> Drawn {
    let svg = typst_svg::svg(page, &SvgOptions { render_bleed: false, pretty: false });
    let mut reader = Reader::default();
    reader.read(&page.frame, Point::zero());
    Drawn { svg, text: reader.text }
}

/// Puts the runs of text together again to words and lines.
#[derive(Default)]
struct Reader {
    text: String,
    /// Where the last run ended.
    end: Option<Point>,
}

impl Reader {
    fn read(&mut self, frame: &Frame, at: Point) {
        for (offset, item) in frame.items() {
            let place = at + *offset;
            match item {
                FrameItem::Group(group) => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    self.read(&group.frame, place + moved);
                }
                FrameItem::Text(run) => {
                    self.gap(place, run.size);
                    self.text.push_str(&run.text);
                    self.end = Some(Point::new(place.x + run.width(), place.y));
                }
                _ => {}
            }
        }
    }

    /// What stands between the last run and the one that begins here.
    fn gap(&mut self, start: Point, size: Abs) {
        let Some(end) = self.end else { return };
        if (end.y - start.y).abs() > size * 0.5 {
            self.text.push('\n');
        } else if start.x < end.x - size || start.x - end.x > size * TOUCHING {
            self.text.push(' ');
        }
    }
}

fn links(page: &Page, document: &PagedDocument) -> Vec<Link> {
    let mut found = Vec::new();
    collect(&page.frame, Point::zero(), &mut |place, area, destination| {
        let page_nr = match destination {
            Destination::Position(position) => Some(position.page),
            Destination::Location(to) => document.introspector().position(*to).map(|p| p.page),
            Destination::Url(_) => None,
        };
        let size = page.frame.size();
        let share = |part: Abs, whole: Abs| (part / whole * 1000.0).round() as i32;
        found.extend(page_nr.map(|nr| Link {
            x: share(place.x, size.x),
            y: share(place.y, size.y),
            w: share(area.x, size.x),
            h: share(area.y, size.y),
            page: nr.get(),
        }));
    });
    found
}

fn collect(frame: &Frame, at: Point, found: &mut dyn FnMut(Point, Point, &Destination)) {
    for (offset, item) in frame.items() {
        let place = at + *offset;
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                collect(&group.frame, place + moved, found);
            }
            FrameItem::Link(destination, area) => found(place, area.to_point(), destination),
            _ => {}
        }
    }
}

/// How a carrier of a field begins (`layouts/base/maerker.typ`).
const CARRIER: &str = "sats:";
/// What names the field in it.
const FIELD: &str = "Felt=";

/// The areas of the fields: each the smallest that holds all parts of it on the page.
fn fields(page: &Page) -> Vec<Area> {
    let mut found: BTreeMap<String, (Point, Point)> = BTreeMap::new();
    collect(&page.frame, Point::zero(), &mut |place, area, destination| {
        let Destination::Url(url) = destination else { return };
        let Some(named) = url.as_str().strip_prefix(CARRIER) else { return };
        let query = named.split_once('?').map_or("", |(_, query)| query);
        let Some(field) = query.split('&').find_map(|part| part.strip_prefix(FIELD)) else {
            return;
        };
        let end = place + area;
        let held = found.entry(decoded(field)).or_insert((place, end));
        held.0 = held.0.min(place);
        held.1 = held.1.max(end);
    });
    let size = page.frame.size();
    let share = |part: Abs, whole: Abs| (part / whole * 1000.0).round() as i32;
    let area = |(name, (from, to)): (String, (Point, Point))| {
        let (file, field) = name.split_once(':')?;
        Some(Area {
            place: Place { file: file.to_owned(), field: field.to_owned() },
            x: share(from.x, size.x),
            y: share(from.y, size.y),
            w: share(to.x - from.x, size.x),
            h: share(to.y - from.y, size.y),
        })
    };
    found.into_iter().filter_map(area).collect()
}

/// A part of a URI as text (RFC 3986, section 2.1).
fn decoded(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|h| std::str::from_utf8(h).ok());
        match hex.and_then(|h| u8::from_str_radix(h, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
