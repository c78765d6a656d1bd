//! Which page goes where: pure data, before any PDF is touched.

use crate::output::pdf::boxes::{MM, Rect};

/// A4 and A3, short and long edge, mm (ISO 216).
const A4: (f32, f32) = (210.0, 297.0);
const A3: (f32, f32) = (297.0, 420.0);

/// How pages go on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Facing pages side by side on A3, full size for A4 pages.
    A3Spread,
    /// A booklet of A5 pages on A4, folded and stapled in the fold.
    A5Booklet,
    /// A booklet of A4 pages on A3, folded and stapled in the fold.
    A4Booklet,
    /// Two pages on A4, in reading order.
    TwoUp,
    /// Four pages on A4, in reading order.
    FourUp,
}

/// The edge that the printer turns the sheet about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flip {
    /// The long edge.
    Long,
    /// The short edge.
    Short,
}

/// The side of an opening that a page belongs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// Left, even page number.
    Verso,
    /// Right, odd page number.
    Recto,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setup {
    /// How pages go on sheets.
    pub format: Format,
    /// The edge that the printer turns about; none is the one where both sides of a sheet stand
    /// upright in the file.
    pub flip: Option<Flip>,
    /// Thickness of the paper, mm; 0 leaves the creep as it is.
    pub paper_mm: f32,
    /// Whether hairlines at the sheets' edges say where to fold and cut.
    pub marks: bool,
}

/// A page's edge in the fold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spine {
    /// A recto's.
    Left,
    /// A verso's.
    Right,
}

/// One place on a side of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Page of the source, from 1; none is blank.
    pub page: Option<usize>,
    /// Where on the sheet, pt from its lower left corner.
    pub cell: Rect,
    /// The page's edge in the fold, that it stands flush with; none is in the cell's middle.
    pub spine: Option<Spine>,
    /// How far it is moved towards the fold, pt.
    pub creep: f32,
    /// Whether it stands on its head.
    pub turned: bool,
}

/// Both sides of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Front, left to right, top row first.
    pub front: Vec<Placed>,
    /// Back, as it lies in the file.
    pub back: Vec<Placed>,
}

/// What is done at a line across the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Folded.
    Fold,
    /// Cut.
    Cut,
}

/// A line across the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Line {
    /// From bottom to top at this x, pt.
    Upright(Mark, f32),
    /// From left to right at this y, pt.
    Level(Mark, f32),
}

/// All sheets of a job.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What was asked for.
    pub setup: Setup,
    /// Size of the sheet, pt, its lower left corner at 0.
    pub sheet: Rect,
    /// The edge that the printer must turn about.
    pub flip: Flip,
    /// Number of pages of the source.
    pub pages: usize,
    /// The sheets, as they are printed; in a booklet the outermost first.
    pub sheets: Vec<Sheet>,
    /// Where to fold and cut.
    pub lines: Vec<Line>,
}

/// The hands of pages that are numbered on from this number.
#[must_use]
pub fn numbered(first: usize, pages: usize) -> Vec<Hand> {
    (first..first + pages).map(hand).collect()
}

/// The hand of a page number.
#[must_use]
pub fn hand(number: usize) -> Hand {
    if number.is_multiple_of(2) { Hand::Verso } else { Hand::Recto }
}

impl Plan {
    /// Plans the sheets of pages with these hands. `landscape` is whether the pages are wider than
    /// high, which turns the sheets of 2-up and 4-up.
    #[must_use]
    pub fn new(hands: &[Hand], landscape: bool, setup: &Setup) -> Self {
        let across = match setup.format {
            Format::A3Spread | Format::A5Booklet | Format::A4Booklet => true,
            Format::TwoUp => !landscape,
            Format::FourUp => landscape,
        };
        let on_a3 = matches!(setup.format, Format::A3Spread | Format::A4Booklet);
        let (short, long) = if on_a3 { A3 } else { A4 };
        let (width, height) = if across { (long, short) } else { (short, long) };
        let sheet = Rect { x0: 0.0, y0: 0.0, x1: width * MM, y1: height * MM };
        let upright = if across { Flip::Short } else { Flip::Long };
        let mut plan = Self {
            setup: *setup,
            sheet,
            flip: setup.flip.unwrap_or(upright),
            pages: hands.len(),
            sheets: Vec::new(),
            lines: Vec::new(),
        };
        match setup.format {
            Format::A3Spread => plan.spreads(hands),
            Format::A5Booklet | Format::A4Booklet => plan.booklet(hands),
            Format::TwoUp if across => plan.grid(hands.len(), 2, 1),
            Format::TwoUp => plan.grid(hands.len(), 1, 2),
            Format::FourUp => plan.grid(hands.len(), 2, 2),
        }
        if plan.flip != upright {
            for sheet in &mut plan.sheets {
                turn(&mut sheet.back, &plan.sheet);
            }
        }
        plan
    }

    /// The cell in this column and row, from the top, of so many.
    fn cell(&self, (column, row): (usize, usize), (columns, rows): (usize, usize)) -> Rect {
        let (width, height) = (self.sheet.x1 / count(columns), self.sheet.y1 / count(rows));
        let x0 = width * count(column);
        let y1 = self.sheet.y1 - height * count(row);
        Rect { x0, y0: y1 - height, x1: x0 + width, y1 }
    }

    /// A verso and a recto on one side of a sheet.
    fn opening(&self, left: Option<usize>, right: Option<usize>, creep: f32) -> Vec<Placed> {
        let place = |page, column, spine| {
            let cell = self.cell((column, 0), (2, 1));
            Placed { page, cell, spine: Some(spine), creep, turned: false }
        };
        vec![place(left, 0, Spine::Right), place(right, 1, Spine::Left)]
    }

    fn spreads(&mut self, hands: &[Hand]) {
        let mut places = vec![None];
        places.extend(in_order(hands));
        let openings: Vec<Vec<Placed>> = places
            .chunks(2)
            .map(|pair| (pair.first().copied().flatten(), pair.get(1).copied().flatten()))
            .filter(|pair| *pair != (None, None))
            .map(|(left, right)| self.opening(left, right, 0.0))
            .collect();
        self.sheets = both_sides(openings);
        self.lines = vec![Line::Upright(Mark::Fold, self.sheet.x1 / 2.0)];
    }

    /// With `n` places on `n / 4` sheets, sheet `s` from the outermost (0) holds on its front the
    /// places `n - 1 - 2s` and `2s`, on its back `2s + 1` and `n - 2 - 2s`.
    ///
    /// Creep: each sheet lies over the fold of those inside it, and so stands out from the one
    /// around it by the paper's thickness. What is on sheet `s` is moved towards the fold by
    /// `s * thickness`, in all `(pages / 4 - 1) * thickness`, as given at
    /// <https://www.impozycjoner.com/markers/reduction-of-creeping-pages> with the coefficient 1
    /// of a well-pressed fold.
    fn booklet(&mut self, hands: &[Hand]) {
        let mut places = in_order(hands);
        places.resize(places.len().next_multiple_of(4), None);
        let n = places.len();
        let at = |place: usize| places.get(place).copied().flatten();
        self.sheets = (0..n / 4)
            .map(|s| {
                let creep = count(s) * self.setup.paper_mm * MM;
                Sheet {
                    front: self.opening(at(n - 1 - 2 * s), at(2 * s), creep),
                    back: self.opening(at(2 * s + 1), at(n - 2 - 2 * s), creep),
                }
            })
            .collect();
        self.lines = vec![Line::Upright(Mark::Fold, self.sheet.x1 / 2.0)];
    }

    fn grid(&mut self, pages: usize, columns: usize, rows: usize) {
        let each = columns * rows;
        let sides: Vec<Vec<Placed>> = (0..pages.div_ceil(each))
            .map(|side| {
                (0..each)
                    .map(|at| {
                        let page = side * each + at + 1;
                        Placed {
                            page: (page <= pages).then_some(page),
                            cell: self.cell((at % columns, at / columns), (columns, rows)),
                            spine: None,
                            creep: 0.0,
                            turned: false,
                        }
                    })
                    .collect()
            })
            .collect();
        self.sheets = both_sides(sides);
        let upright = (1..columns)
            .map(|at| Line::Upright(Mark::Cut, self.sheet.x1 / count(columns) * count(at)));
        let level =
            (1..rows).map(|at| Line::Level(Mark::Cut, self.sheet.y1 / count(rows) * count(at)));
        self.lines = upright.chain(level).collect();
    }

    /// Places that no page is on.
    #[must_use]
    pub fn blanks(&self) -> usize {
        let places = self.sheets.iter().flat_map(|sheet| sheet.front.iter().chain(&sheet.back));
        places.filter(|placed| placed.page.is_none()).count()
    }
}

/// The pages with blanks between, so that each is on its own hand, the first place a recto.
fn in_order(hands: &[Hand]) -> Vec<Option<usize>> {
    let mut places = Vec::with_capacity(hands.len() + 4);
    for (at, wanted) in hands.iter().enumerate() {
        if hand(places.len() + 1) != *wanted {
            places.push(None);
        }
        places.push(Some(at + 1));
    }
    places
}

/// Sides, two on a sheet.
fn both_sides(sides: Vec<Vec<Placed>>) -> Vec<Sheet> {
    let mut sides = sides.into_iter();
    let mut sheets = Vec::new();
    while let Some(front) = sides.next() {
        sheets.push(Sheet { front, back: sides.next().unwrap_or_default() });
    }
    sheets
}

/// Turns a side by half a turn about the sheet's middle.
fn turn(side: &mut [Placed], sheet: &Rect) {
    for placed in side {
        let cell = placed.cell;
        placed.cell = Rect {
            x0: sheet.x1 - cell.x1,
            y0: sheet.y1 - cell.y1,
            x1: sheet.x1 - cell.x0,
            y1: sheet.y1 - cell.y0,
        };
        placed.turned = !placed.turned;
    }
}

/// A small count as a number to measure with.
#[expect(clippy::cast_precision_loss, reason = "sheets of a booklet, columns of a sheet")]
fn count(n: usize) -> f32 {
    n as f32
}
