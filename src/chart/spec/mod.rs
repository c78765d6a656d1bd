//! Chart specs: what is drawn, taken from the model and from nothing else. Two equal specs give
//! the same picture, so that an unchanged figure is not drawn again.

mod figure;
mod report;
mod series;
mod table;
mod view;

use std::hash::{Hash, Hasher};
use std::sync::Arc;

pub use figure::of_figure;
pub use report::{dots, kort, oekonomi, of_insight, role_of, users};
pub use series::of_series;
pub use table::of_table;
pub use view::{display_of, title_mark};

use crate::report::danish;
use crate::report::model::{Celle, Enhed, Tal, Tilstand, Vaerdi};
use crate::theme::{Plads, Role};

/// A finite number that can be compared and hashed.
#[derive(Debug, Clone, Copy)]
pub struct Number(Tal);

impl Number {
    /// The number; none where it is not finite.
    #[must_use]
    pub fn new(number: Tal) -> Option<Self> {
        number.f64().is_finite().then_some(Self(number))
    }

    /// As a float.
    #[must_use]
    pub fn f64(self) -> f64 {
        self.0.f64()
    }

    /// As the model has it.
    #[must_use]
    pub fn tal(self) -> Tal {
        self.0
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.f64().to_bits() == other.f64().to_bits()
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.f64().to_bits());
    }
}

/// How sure a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Counted and final.
    Final,
    /// May still change.
    Preliminary,
    /// Estimated.
    Estimated,
    /// Not known, or still to be filled in.
    Missing,
    /// Withheld.
    Withheld,
    /// The source prints a dash: there is nothing to count.
    None,
}

impl From<Tilstand> for State {
    fn from(state: Tilstand) -> Self {
        match state {
            Tilstand::Endelig => Self::Final,
            Tilstand::Foreloebig => Self::Preliminary,
            Tilstand::Anslaaet => Self::Estimated,
            Tilstand::Mangler | Tilstand::Udfyldes => Self::Missing,
            Tilstand::Diskretion => Self::Withheld,
        }
    }
}

/// One value of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Value {
    /// The number, unless there is none to draw.
    pub number: Option<Number>,
    /// How sure it is.
    pub state: State,
    /// Footnote mark, empty where there is none.
    pub mark: String,
}

impl Value {
    /// A final number.
    #[must_use]
    pub fn of(tal: Tal) -> Self {
        let number = Number::new(tal);
        let state = if number.is_some() { State::Final } else { State::Missing };
        Self { number, state, mark: String::new() }
    }

    /// No number, and why.
    #[must_use]
    pub fn empty(state: State) -> Self {
        Self { number: None, state, mark: String::new() }
    }

    /// The number as a float.
    #[must_use]
    pub fn f64(&self) -> Option<f64> {
        self.number.map(Number::f64)
    }

    /// As a label: `272`, `30,6 %`, `16,9 mio. kr.`, `ca. 55`; empty where there is no number.
    /// Units other than percent and kroner stand in the subtitle.
    #[must_use]
    pub fn label(&self, unit: Enhed) -> String {
        let Some(number) = self.number else { return String::new() };
        let form = number_form(number.tal(), unit);
        let about = if self.state == State::Estimated { "ca.\u{a0}" } else { "" };
        format!("{about}{form}{}", self.mark)
    }
}

/// A number as figures print it.
pub(super) fn number_form(number: Tal, unit: Enhed) -> String {
    match (unit, number) {
        (Enhed::Pct, _) => danish::percent(number),
        (Enhed::Kr, Tal::Hel(kr)) => danish::kroner_short(kr),
        (Enhed::Kr, Tal::Decimal(_)) => danish::with_unit(number, unit),
        _ => danish::tal(number),
    }
}

impl From<&Vaerdi> for Value {
    fn from(value: &Vaerdi) -> Self {
        let mark = value.maerke().unwrap_or_default().to_owned();
        match value.tal().and_then(Number::new) {
            Some(number) => Self { number: Some(number), state: value.tilstand().into(), mark },
            None => Self::empty(no_number(value.tilstand())),
        }
    }
}

impl From<&Celle> for Value {
    fn from(cell: &Celle) -> Self {
        let mark = cell.maerke().unwrap_or_default().to_owned();
        match (cell.tal().and_then(Number::new), State::from(cell.tilstand())) {
            (Some(number), state @ (State::Final | State::Preliminary | State::Estimated)) => {
                Self { number: Some(number), state, mark }
            }
            _ if matches!(cell, Celle::Tekst(t) if t == "-" || t.is_empty()) => {
                Self::empty(State::None)
            }
            _ => Self::empty(no_number(cell.tilstand())),
        }
    }
}

fn no_number(state: Tilstand) -> State {
    match state {
        Tilstand::Diskretion => State::Withheld,
        _ => State::Missing,
    }
}

/// A category: what one row, column or point is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Category {
    /// Name.
    pub name: String,
    /// True where it is a sum of the others and stands apart.
    pub sum: bool,
    /// Its own colour, where the categories have theirs (fagprincipper, forvaltninger).
    pub role: Option<Role>,
    /// True where its values are not counted as those of the category before it.
    pub breaks: bool,
}

impl Category {
    /// A plain one.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), sum: false, role: None, breaks: false }
    }
}

/// A series: one value per category.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Series {
    /// Name.
    pub name: String,
    /// Panel that it stands in; series of the same panel are compared side by side.
    pub panel: String,
    /// Unit.
    pub unit: Enhed,
    /// Colour.
    pub role: Role,
    /// Values in the categories' order.
    pub values: Vec<Value>,
}

/// Categories with the series over them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Data {
    /// Categories.
    pub categories: Vec<Category>,
    /// Series.
    pub series: Vec<Series>,
    /// True where the categories have an order of their own.
    pub ordered: bool,
    /// What the scale reaches at least: figures that are compared have one.
    pub reach: Option<Number>,
    /// What is compared with it in slots of the same width, itself among them: their bars begin at
    /// one place and have one scale in pt too.
    pub beside: Arc<[Data]>,
}

impl Data {
    /// All numbers.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        self.series.iter().flat_map(|s| s.values.iter().filter_map(Value::f64))
    }

    /// The largest number of what is drawn; sums have no bar.
    pub(super) fn largest(&self) -> Option<Number> {
        let drawn = |s: &Series| {
            let kept = self.categories.iter().zip(&s.values).filter(|(k, _)| !k.sum);
            kept.filter_map(|(_, v)| v.number).collect::<Vec<_>>()
        };
        let all = self.series.iter().flat_map(drawn);
        all.max_by(|a, b| a.f64().total_cmp(&b.f64()))
    }

    /// All states that occur, in order.
    pub(super) fn states(&self) -> std::collections::BTreeSet<State> {
        self.series.iter().flat_map(|s| s.values.iter().map(|v| v.state)).collect()
    }
}

/// A panel of small multiples.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Panel {
    /// What stands over it.
    pub title: String,
    /// Its data.
    pub data: Data,
}

/// A dot of the strip.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Dot {
    /// Whose it is.
    pub name: String,
    /// Kroner.
    pub amount: i64,
}

/// Amounts that every strip of a report shows: one list for all.
pub type Dots = Arc<[Dot]>;

/// Most dots that a strip can show side by side; of more it shows their number by columns.
pub const MOST_DOTS: usize = 120;

/// A tile or outline of the map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct District {
    /// Full name.
    pub name: String,
    /// Name that fits a tile.
    pub short: String,
    /// Column and row.
    pub tile: (u8, u8),
    /// Whether the indsats is there.
    pub on: bool,
    /// A count to print, on maps that count.
    pub count: Option<usize>,
}

/// A map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Map {
    /// Districts.
    pub districts: Vec<District>,
    /// Colour of the districts that are on.
    pub role: Role,
    /// Words that stand beside the tiles: `Hele byen`, `3 bydele`.
    pub words: String,
    /// The town.
    pub city: String,
    /// True outlines, where the report has them.
    pub outlines: Option<super::geo::Outlines>,
    /// What lies inside the city and is no part of it: name and tile.
    pub enclaves: Vec<(String, (u8, u8))>,
    /// Whether the whole city is meant: a badge says so, no map.
    pub everywhere: bool,
}

/// What is drawn, with its data.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Columns by year.
    Columns(Data),
    /// Lines.
    Lines(Data),
    /// Horizontal bars: one per category, groups, or panels side by side.
    Rows(Data),
    /// Bars of 100 %, one per series.
    Shares(Data),
    /// Before and after: the first two series.
    Slope(Data),
    /// A hundred squares for the first of the shares.
    Waffle(Data),
    /// Small multiples; `true` where each has its own scale.
    Small(Vec<Panel>, bool),
    /// One amount among all: the dots, and which one.
    Strip(Dots, usize, Role),
    /// Indsatser by fagprincip: rows with their marks, and the columns.
    Matrix(Vec<(String, Vec<u8>)>, Vec<(u8, String)>),
    /// The city's districts.
    Map(Map),
}

impl Figure {
    /// Whether its columns or lines are all of one height, so that more of it shows no more.
    #[must_use]
    pub fn is_level(&self) -> bool {
        let (Self::Columns(data) | Self::Lines(data)) = self else { return false };
        let mut numbers = data.numbers();
        let first = numbers.next();
        data.series.len() == 1 && numbers.all(|n| Some(n) == first)
    }
}

/// What is drawn, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChartSpec {
    /// Slot.
    pub slot: Plads,
    /// Figure.
    pub figure: Figure,
}
