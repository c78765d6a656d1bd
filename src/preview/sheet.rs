//! Pages as the browser gets them: an SVG each, named by its own hash.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use sha2::{Digest, Sha256};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::model::Destination;
use typst::utils::hash128;
use typst_layout::{Page, PagedDocument};
use typst_svg::SvgOptions;

/// Most of an em that lies between two runs of one word.
const TOUCHING: f64 = 0.12;

/// One page.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The page's name: see [`Picture::name`].
    pub picture: Arc<Picture>,
    /// Where it links to inside the report.
    pub links: Vec<Link>,
}

/// The looks and words of a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    /// First half of the SHA-256 of the SVG, in hex.
    pub name: String,
    /// Width in pt, rounded.
    pub width: u32,
    /// Height in pt, rounded.
    pub height: u32,
    /// The SVG.
    pub svg: String,
    /// The words in the order of the layout, a line a line: for screen readers and searching.
    pub text: String,
}

impl Picture {
    /// A picture, named by its content.
    #[must_use]
    pub fn new(width: u32, height: u32, svg: String, text: String) -> Self {
        let digest = Sha256::digest(svg.as_bytes());
        let name = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self { name, width, height, svg, text }
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

/// Draws pages and remembers those of the last document, so that only changed ones are drawn.
#[derive(Default)]
pub struct Sheets {
    known: BTreeMap<u128, Arc<Picture>>,
}

impl Sheets {
    /// The sheets of a document.
    pub fn of(&mut self, document: &PagedDocument) -> Vec<Sheet> {
        let known = &self.known;
        let made: Vec<(u128, Sheet)> = document
            .pages()
            .par_iter()
            .map(|page| {
                let hash = hash128(page);
                let picture = known.get(&hash).cloned();
                let picture = picture.unwrap_or_else(|| Arc::new(draw(page)));
                (hash, Sheet { picture, links: links(page, document) })
            })
            .collect();
        self.known = made.iter().map(|(hash, s)| (*hash, Arc::clone(&s.picture))).collect();
        made.into_iter().map(|(_, sheet)| sheet).collect()
    }
}

fn draw(page: &Page) -> Picture {
    let svg = typst_svg::svg(page, &SvgOptions { render_bleed: false, pretty: false });
    let mut reader = Reader::default();
    reader.read(&page.frame, Point::zero());
    let whole = |length: Abs| length.to_pt().round().clamp(1.0, 100_000.0) as u32;
    let size = page.frame.size();
    Picture::new(whole(size.x), whole(size.y), svg, reader.text)
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
