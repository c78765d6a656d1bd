//! What stands on the pages, read from the frames: every run of text, picture and shape with its
//! place on the sheet, and the elements (heading, paragraph, table) it belongs to. For what is told
//! of pages that are set ([`super::overrun`]), and for the tests of all pages.

use typst::foundations::Content;
use typst::introspection::Tag;
use typst::layout::{Abs, Frame, FrameItem, Point, Rect, Transform};
use typst::text::TextItem;
use typst::visualize::Paint;

use super::PagedDocument;
use super::ink::Ink;

/// A box on a page, pt from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

impl Area {
    fn of(rect: Rect, ts: Transform) -> Self {
        let (a, b) = (rect.min.transform(ts), rect.max.transform(ts));
        Self {
            left: a.x.min(b.x).to_pt(),
            top: a.y.min(b.y).to_pt(),
            right: a.x.max(b.x).to_pt(),
            bottom: a.y.max(b.y).to_pt(),
        }
    }

    /// Smaller (or, below zero, larger) by this on every side.
    #[must_use]
    pub fn inset(self, by: f64) -> Self {
        Self {
            left: self.left + by,
            top: self.top + by,
            right: self.right - by,
            bottom: self.bottom - by,
        }
    }

    /// Shares a part of its area with the other.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.beside(other) && self.top < other.bottom && other.top < self.bottom
    }

    /// Shares a part of its width with the other.
    #[must_use]
    pub fn beside(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right
    }

    /// Lies in the other.
    #[must_use]
    pub fn within(self, other: Self) -> bool {
        self.left >= other.left
            && self.top >= other.top
            && self.right <= other.right
            && self.bottom <= other.bottom
    }
}

/// A run of text in one font and size.
#[derive(Debug, Clone)]
pub struct Run {
    /// From the capitals' height to a common descender, so that lines that are set close, but
    /// soundly, do not meet.
    pub area: Area,
    /// From the page's top, pt.
    pub baseline: f64,
    /// Type size, pt.
    pub size: f64,
    /// Its words.
    pub text: String,
    /// Indices into [`Book::elements`], outermost first.
    pub within: Vec<usize>,
}

/// An element that the layouts made.
#[derive(Debug, Clone)]
pub struct Element {
    /// Typst's name: `heading`, `par`, `table`.
    pub name: &'static str,
    content: Content,
}

impl Element {
    /// Its words.
    #[must_use]
    pub fn text(&self) -> String {
        // Where a word longer than a column may break.
        self.content.plain_text().as_str().replace('\u{200b}', "")
    }
}

/// A picture. A figure's own labels stand in its element.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its place.
    pub area: Area,
    /// Its element, an index into [`Book::elements`].
    element: Option<usize>,
}

impl Picture {
    /// Whether a run of text is a label of this picture.
    #[must_use]
    pub fn owns(&self, run: &Run) -> bool {
        self.element.is_some_and(|element| run.within.contains(&element))
    }
}

/// One page.
#[derive(Debug, Default)]
pub struct Sheet {
    /// From 1; even pages are versos.
    pub number: usize,
    /// Width, pt.
    pub width: f64,
    /// Height, pt.
    pub height: f64,
    /// Text.
    pub runs: Vec<Run>,
    /// Pictures.
    pub pictures: Vec<Picture>,
    /// Shapes.
    pub shapes: Vec<Area>,
    /// Text that reaches out of a clipping frame.
    pub clipped: Vec<Run>,
}

/// All pages.
#[derive(Debug, Default)]
pub struct Book {
    /// The pages.
    pub sheets: Vec<Sheet>,
    /// What the layouts made, in the order in which it begins.
    pub elements: Vec<Element>,
}

impl Book {
    /// Reads the frames.
    #[must_use]
    pub fn read(document: &PagedDocument) -> Self {
        let mut reader = Reader::default();
        for (number, page) in (1..).zip(document.pages()) {
            let size = page.frame.size();
            reader.sheet =
                Sheet { number, width: size.x.to_pt(), height: size.y.to_pt(), ..Sheet::default() };
            reader.frame(&page.frame, Transform::identity(), None);
            reader.book.sheets.push(std::mem::take(&mut reader.sheet));
        }
        reader.book
    }

    /// The innermost element of this name that a run belongs to. Folio and running head stand in
    /// what is open around them, but do not belong to it.
    #[must_use]
    pub fn owner(&self, run: &Run, name: &str) -> Option<usize> {
        let own = run.within.iter().rev().copied();
        let mut own =
            own.take_while(|index| name == ARTIFACT || self.elements[*index].name != ARTIFACT);
        own.find(|index| self.elements[*index].name == name)
    }

    /// The elements of this name that have text, each with its runs and their pages.
    #[must_use]
    pub fn each(&self, name: &str) -> Vec<(&Element, Vec<(&Sheet, &Run)>)> {
        let mut found: Vec<Vec<(&Sheet, &Run)>> = vec![Vec::new(); self.elements.len()];
        for sheet in &self.sheets {
            for run in &sheet.runs {
                if let Some(index) = self.owner(run, name) {
                    found[index].push((sheet, run));
                }
            }
        }
        self.elements.iter().zip(found).filter(|(_, runs)| !runs.is_empty()).collect()
    }
}

#[derive(Default)]
struct Reader {
    book: Book,
    sheet: Sheet,
    open: Vec<usize>,
    ink: Ink,
}

impl Reader {
    fn frame(&mut self, frame: &Frame, ts: Transform, clip: Option<Area>) {
        for (pos, item) in frame.items() {
            let here = ts.pre_concat(Transform::translate(pos.x, pos.y));
            match item {
                FrameItem::Group(group) => {
                    let here = here.pre_concat(group.transform);
                    let own = group.clip.as_ref().map(|c| Area::of(c.bbox(None), here));
                    // What is only heard is clipped away.
                    if own.is_some_and(|own| own.right - own.left < 0.01) {
                        continue;
                    }
                    let open = self.open.clone();
                    // A cell's later parts name the cell, whose tag stands before the first.
                    if let Some(parent) = group.parent {
                        let of = |e: &Element| e.content.location() == Some(parent.location);
                        self.open.extend(self.book.elements.iter().rposition(of));
                    }
                    self.frame(&group.frame, here, own.or(clip));
                    if group.parent.is_some() {
                        self.open = open;
                    }
                }
                FrameItem::Text(text) => self.text(text, here, clip),
                FrameItem::Shape(shape, _) => {
                    self.sheet.shapes.push(Area::of(shape.bbox(false), here));
                }
                FrameItem::Image(_, size, _) => {
                    let rect = Rect::from_pos_size(Point::zero(), *size);
                    let image = |index: &&usize| self.book.elements[**index].name == "image";
                    let element = self.open.iter().rev().find(image).copied();
                    self.sheet.pictures.push(Picture { area: Area::of(rect, here), element });
                }
                FrameItem::Tag(Tag::Start(content, _)) => self.start(content),
                FrameItem::Tag(Tag::End(location, ..)) => {
                    let elements = &self.book.elements;
                    self.open
                        .retain(|index| elements[*index].content.location() != Some(*location));
                }
                FrameItem::Link(..) => {}
            }
        }
    }

    fn start(&mut self, content: &Content) {
        self.open.push(self.book.elements.len());
        self.book.elements.push(Element { name: content.elem().name(), content: content.clone() });
    }

    fn text(&mut self, item: &TextItem, ts: Transform, clip: Option<Area>) {
        if item.text.trim().is_empty() || !is_seen(&item.fill) {
            return;
        }
        let Some(ink) = self.ink.of(item) else { return };
        let capital = -item.font.metrics().cap_height.at(item.size);
        let foot = item.size * DESCENDER;
        let rect = Rect::new(
            Point::new(ink.min.x, ink.min.y.max(capital)),
            Point::new(ink.max.x, ink.max.y.min(foot)),
        );
        let area = Area::of(rect, ts);
        // Of text that is turned, too.
        let scale = (ts.sx.get() * ts.sy.get() - ts.kx.get() * ts.ky.get()).abs().sqrt();
        let run = Run {
            area,
            baseline: Point::new(Abs::zero(), Abs::zero()).transform(ts).y.to_pt(),
            size: item.size.to_pt() * scale,
            text: item.text.to_string(),
            within: self.open.clone(),
        };
        if clip.is_some_and(|clip| !area.inset(0.5).within(clip)) {
            self.sheet.clipped.push(run.clone());
        }
        self.sheet.runs.push(run);
    }
}

/// What is on the page but not of its text.
pub const ARTIFACT: &str = "artifact";

/// How far under the baseline letters reach, as a share of the size.
const DESCENDER: f64 = 0.2;

/// Whether a text shows: the table behind a figure is only read out, and lies over what follows it.
pub(super) fn is_seen(fill: &Paint) -> bool {
    !matches!(fill, Paint::Solid(colour) if colour.alpha() == Some(0.0))
}
