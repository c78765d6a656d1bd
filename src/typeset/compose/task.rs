//! What is composed, and what comes of it. All heights are whole lines of the baseline grid.

use serde::{Deserialize, Serialize};

/// Sections under this number are what all spreads have on their first page.
pub(super) const OWN: i32 = 10;
/// The one among them that tells what an indsats is in short.
const BRIEF: i32 = 1;
/// Sections from this number on are modules, which no text speaks of.
pub(super) const MODULES: i32 = 1000;

/// A spread to be composed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Task {
    /// The units, section by section.
    #[serde(rename = "enheder")]
    pub units: Vec<Unit>,
    /// The choices that there are: what each of their options costs.
    #[serde(rename = "valg")]
    pub choices: Vec<Vec<i32>>,
    /// Orders that the sections may stand in, and what each costs. A section that an order does not
    /// name comes after those that it names.
    #[serde(rename = "ordner")]
    pub orders: Vec<Order>,
    /// Lines of a column: of the first page, and of all others.
    #[serde(rename = "linjer")]
    pub lines: [i32; 2],
    /// What is penalised, in tenths.
    #[serde(rename = "straf")]
    pub costs: Costs,
}

/// An order of sections.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Numbers of sections.
    #[serde(rename = "afsnit")]
    pub sections: Vec<i32>,
    /// Numbers of those that come after all others.
    #[serde(rename = "sidst", default)]
    pub last: Vec<i32>,
    /// What it costs.
    #[serde(rename = "straf")]
    pub cost: i32,
}

/// A unit: what is set as one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its height in each of its forms, lines; below zero where the form leaves it out. With a
    /// choice, its form is the choice's option.
    #[serde(rename = "h")]
    pub heights: Vec<i32>,
    /// Lines of space before it; none at the top of a column.
    #[serde(rename = "foer")]
    pub before: i32,
    /// Number of the choice that it follows; below zero where it has one form.
    #[serde(rename = "valg")]
    pub choice: i32,
    /// Number of its section.
    #[serde(rename = "afsnit")]
    pub section: i32,
    /// Across the whole type area.
    #[serde(rename = "bred")]
    pub wide: bool,
    /// Must not be the last of a column.
    #[serde(rename = "hold")]
    pub hold: bool,
    /// Whether its lines may be divided over two columns: 0 no; 1 anywhere, two or more in each; 2
    /// by its items, so that the right column may get two lines more; 3 by its rows, six lines or
    /// more in each, so that the right one may get five lines more: its title and heads again; 4
    /// anywhere, five or more in each.
    #[serde(rename = "del")]
    pub divisible: i32,
    /// A figure that the unit before it speaks of.
    #[serde(rename = "figur")]
    pub figure: bool,
    /// Space after it is part of its height: what follows needs none before it.
    #[serde(rename = "luft")]
    pub spaced: bool,
    /// Of each form, whether that space is too little for what has a rule over it.
    #[serde(rename = "taet")]
    pub tight: Vec<bool>,
    /// Has a rule over it.
    #[serde(rename = "stregover")]
    pub ruled: bool,
}

/// What is penalised, in tenths of a point. One line of white in one column is a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Costs {
    /// A line that stays white at a page's foot, in one column.
    #[serde(rename = "hvid")]
    pub white: i32,
    /// How much more white weighs on the first page, per cent.
    #[serde(rename = "hvid-verso")]
    pub white_first: i32,
    /// The square of a page's white lines, over a hundred.
    #[serde(rename = "hvid-kvadrat")]
    pub white_square: i32,
    /// A line by which the right column ends over the left one at a page's foot.
    #[serde(rename = "ujaevn")]
    pub uneven: i32,
    /// The same where the left column ends over the right one: white stands at the right.
    #[serde(rename = "ujaevn-venstre")]
    pub uneven_left: i32,
    /// A white line over something wide.
    #[serde(rename = "hul")]
    pub hole: i32,
    /// White lines over something wide that make a hole that nobody accepts, and what it costs.
    #[serde(rename = "stort-hul")]
    pub great_hole: [i32; 2],
    /// A paragraph divided over two columns.
    #[serde(rename = "delt")]
    pub divided: i32,
    /// A white line under a paragraph's first part, over the end of the column where the rest stands:
    /// a reader thinks that the text ends there.
    #[serde(rename = "delt-hvid")]
    pub divided_white: i32,
    /// A statement divided over two columns.
    #[serde(rename = "delt-udtalelse")]
    pub divided_voice: i32,
    /// A table divided over two columns.
    #[serde(rename = "delt-tabel")]
    pub divided_table: i32,
    /// A section that goes on in the next column, on the next page.
    #[serde(rename = "afsnit-spalte")]
    pub section_column: i32,
    /// The same on the next page.
    #[serde(rename = "afsnit-side")]
    pub section_page: i32,
    /// So few lines of a section that stand apart from its others, in another column or on another
    /// page, and what they cost.
    #[serde(rename = "stump")]
    pub stump: [i32; 2],
    /// A section of the first page that goes over to the next.
    #[serde(rename = "anatomi-side")]
    pub anatomy_page: i32,
    /// The brief of an indsats on the next page: it says what the verso says, and may stand there.
    #[serde(rename = "korte-side")]
    pub brief_page: i32,
    /// A figure in the column after its text.
    #[serde(rename = "figur-spalte")]
    pub figure_column: i32,
    /// The same on the next page.
    #[serde(rename = "figur-side")]
    pub figure_page: i32,
    /// Something wide that stands at its section's head or foot, not where the text has it.
    #[serde(rename = "flyttet")]
    pub moved: i32,
    /// A page with nothing but modules.
    #[serde(rename = "fremmed-side")]
    pub foreign: i32,
    /// A page that nothing stands on.
    #[serde(rename = "tom-side")]
    pub empty: i32,
}

impl Costs {
    /// What it costs that the second page begins with a section, or a module before own sections.
    pub(super) fn second_page(&self, section: i32) -> i32 {
        if section == BRIEF { self.brief_page } else { self.anatomy_page }
    }
}

/// The composed pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Composed {
    /// The pages.
    #[serde(rename = "sider")]
    pub pages: Vec<Page>,
    /// The form of every unit; below zero where it is left out.
    #[serde(rename = "former")]
    pub forms: Vec<i32>,
    /// The penalty in tenths.
    #[serde(rename = "straf")]
    pub cost: i32,
    /// What it is made of: name and tenths, without what is nothing.
    #[serde(rename = "regning")]
    pub bill: Vec<(String, i32)>,
    /// How many ways of setting it were weighed to the end.
    #[serde(rename = "vejet")]
    pub weighed: usize,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// From the top.
    #[serde(rename = "segmenter")]
    pub segments: Vec<Segment>,
    /// Lines from the top to the end of the longer column.
    #[serde(rename = "linjer")]
    pub lines: i32,
    /// White lines of both columns.
    #[serde(rename = "hvide")]
    pub white: i32,
}

/// A run of column units, or units across the type area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// Whether it goes across.
    #[serde(rename = "bred")]
    pub wide: bool,
    /// Indices of the units of the left column, or of those that go across.
    #[serde(rename = "venstre")]
    pub left: Vec<usize>,
    /// Indices of those of the right column.
    #[serde(rename = "hoejre")]
    pub right: Vec<usize>,
    /// Lines of the left column's last unit that stand there, the rest in the right one; 0 where
    /// none is divided.
    #[serde(rename = "delt")]
    pub divided: i32,
    /// Height, lines.
    #[serde(rename = "linjer")]
    pub lines: i32,
    /// Space before it, lines.
    #[serde(rename = "foer")]
    pub before: i32,
}
