//! Pages as the browser gets them: an SVG each, named by its looks and drawn when it is asked for.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::model::Destination;
use typst::utils::hash128;
use typst_layout::{Page, PagedDocument};
use typst_svg::SvgOptions;

use super::edit::Asked;
use super::looks::looks;
use crate::typeset::bare;
use crate::typeset::positions::{self, FieldBox};

/// One page.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// What is seen of it.
    pub picture: Arc<Picture>,
    /// Where it links to inside the report.
    pub links: Vec<Link>,
    /// Where the fields of the data stand.
    pub fields: Vec<Area>,
    /// Where it is cut: left and upper edge, width and height in thousandths of the page; none
    /// where it has no bleed.
    pub trim: Option<[i32; 4]>,
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
    /// The words in the order of the layout, as JSON: `[word, left, base line, right, size]` each,
    /// in pt. For screen readers, for searching and for taking along.
    pub words: String,
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
        let size = whole_size(page);
        let page = bare(page);
        Self::new(looks(&page), (whole(size.x), whole(size.y)), move || draw(&page))
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The page's size with its bleed, as it is shown.
fn whole_size(page: &Page) -> Size {
    page.frame.size() + page.bleed.sum_by_axis()
}

/// A length in thousandths of another.
fn share(part: Abs, whole: Abs) -> i32 {
    (part / whole * 1000.0).round() as i32
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

/// Where fields of a file stand, in thousandths of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Area {
    /// Which ones.
    #[serde(flatten)]
    pub asked: Asked,
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

/// The links on a page as they are set: place, size, and where they lead.
type Targets = Arc<[(Point, Point, Destination)]>;

/// Remembers the pictures of the last document, so that only changed pages are drawn.
#[derive(Default)]
pub struct Sheets {
    /// By typst's hash of the page, which is at hand.
    known: BTreeMap<u128, (Arc<Picture>, Targets)>,
    /// By the looks.
    named: BTreeMap<String, Arc<Picture>>,
}

impl Sheets {
    /// The sheets of a document. `owners` are the files that the pages' fields are in.
    pub fn of(&mut self, document: &PagedDocument, owners: &[String]) -> Vec<Sheet> {
        let stands = positions::fields(document);
        let made: Vec<(u128, Sheet, Targets)> = document
            .pages()
            .par_iter()
            .zip(stands)
            .zip(owners)
            .map(|((page, stands), owner)| {
                let hash = hash128(page);
                let known = self.known.get(&hash).cloned();
                let (picture, targets) = known.unwrap_or_else(|| (self.find(page), targets(page)));
                let fields = areas(page, &stands, owner);
                let links = links(page, &targets, document);
                (hash, Sheet { picture, links, fields, trim: trim(page) }, targets)
            })
            .collect();
        let picture = |sheet: &Sheet| Arc::clone(&sheet.picture);
        let known = made.iter().map(|(hash, s, links)| (*hash, (picture(s), Arc::clone(links))));
        self.known = known.collect();
        self.named = made.iter().map(|(_, s, _)| (s.picture.name.clone(), picture(s))).collect();
        made.into_iter().map(|(_, sheet, _)| sheet).collect()
    }

    /// A picture that looks like the page: an old one, or a new one that is not drawn yet.
    fn find(&self, page: &Page) -> Arc<Picture> {
        let new = Picture::of(page);
        self.named.get(&new.name).cloned().unwrap_or_else(|| Arc::new(new))
    }
}

fn draw(page: &Page) -> Drawn {
    let svg = typst_svg::svg(page, &SvgOptions { render_bleed: true, pretty: false });
    let (left, top) = (page.bleed.left.to_pt() as f32, page.bleed.top.to_pt() as f32);
    let words: Vec<_> = positions::words(&page.frame)
        .into_iter()
        .map(|w| (w.w, w.x + left, w.y + top, w.r + left, w.s))
        .collect();
    // Numbers and strings can always be written.
    Drawn { svg, words: serde_json::to_string(&words).unwrap_or_default() }
}

/// The links inside the report, which lead to where everything stands in the document.
fn links(
    page: &Page,
    targets: &[(Point, Point, Destination)],
    document: &PagedDocument,
) -> Vec<Link> {
    let size = whole_size(page);
    let link = |(place, area, destination): &(Point, Point, Destination)| {
        let nr = match destination {
            Destination::Position(position) => Some(position.page),
            Destination::Location(to) => document.introspector().position(*to).map(|p| p.page),
            Destination::Url(_) => None,
        }?;
        Some(Link {
            x: share(place.x + page.bleed.left, size.x),
            y: share(place.y + page.bleed.top, size.y),
            w: share(area.x, size.x),
            h: share(area.y, size.y),
            page: nr.get(),
        })
    };
    targets.iter().filter_map(link).collect()
}

fn targets(page: &Page) -> Targets {
    let mut found = Vec::new();
    collect(&page.frame, Point::zero(), &mut |place, area, destination| {
        found.push((place, area, destination.clone()));
    });
    found.into()
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

/// Where a page with bleed is cut.
fn trim(page: &Page) -> Option<[i32; 4]> {
    let (size, cut, bleed) = (whole_size(page), page.frame.size(), page.bleed);
    (size != cut).then(|| {
        [
            share(bleed.left, size.x),
            share(bleed.top, size.y),
            share(cut.x, size.x),
            share(cut.y, size.y),
        ]
    })
}

/// The areas of a page's fields. `owner` is the file of the indsats that the page belongs to.
fn areas(page: &Page, stands: &[FieldBox], owner: &str) -> Vec<Area> {
    let size = whole_size(page);
    let length = |pt: f32| Abs::pt(f64::from(pt));
    let area = |stand: &FieldBox| {
        let (file, fields) = stand.named(owner);
        let fields: Vec<String> = fields.map(str::to_owned).collect();
        (!fields.is_empty()).then(|| Area {
            asked: Asked { file: file.to_owned(), fields },
            x: share(length(stand.x) + page.bleed.left, size.x),
            y: share(length(stand.y) + page.bleed.top, size.y),
            w: share(length(stand.b), size.x),
            h: share(length(stand.h), size.y),
        })
    };
    stands.iter().filter_map(area).collect()
}
