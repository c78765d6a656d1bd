//! What an indsats lacks and who owes it: the one list that checks, drafts and pages tell from.

use super::gate;
use super::model::{Blok, Celle, Felt, Indsats, Tilstand, Vaerdi};

/// A place where values are not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap<'a> {
    /// Path of the field in the indsats' file.
    pub field: String,
    /// What is not there.
    pub what: What<'a>,
    /// Code of the forvaltning that owes it.
    pub owner: &'a str,
}

/// What is not there.
#[derive(Debug, Clone, PartialEq)]
pub enum What<'a> {
    /// Years of a series.
    Years {
        /// Name of the series.
        series: &'a str,
        /// The years.
        years: Vec<&'a str>,
    },
    /// The amount.
    Amount,
    /// A part of the amount, by its name.
    Part(&'a str),
    /// Cells of a table.
    Cells {
        /// How many.
        n: usize,
        /// Of how many.
        all: usize,
        /// The table's title.
        table: &'a str,
    },
    /// All values of a figure, by its title.
    Figure(&'a str),
    /// Some numbers of a block.
    Numbers {
        /// How many.
        n: usize,
        /// The block's title.
        title: Option<&'a str>,
    },
    /// A picture, by its caption.
    Picture(Option<&'a str>),
}

impl What<'_> {
    /// Whether it is delivered as a whole, as figures and pictures are. Of single numbers the data
    /// does not tell whether they are not known or cannot be counted.
    #[must_use]
    pub fn is_delivered(&self) -> bool {
        matches!(self, Self::Figure(_) | Self::Picture(_))
    }
}

/// What is in one of these states, in the order of the fields.
#[must_use]
pub fn gaps<'a>(i: &'a Indsats, states: &[Tilstand]) -> Vec<Gap<'a>> {
    let lacks = |v: &Vaerdi| states.contains(&v.tilstand());
    let owner = gate::owner(i);
    let mut found = Vec::new();
    for (n, s) in i.brugere.serie.iter().enumerate() {
        let years: Vec<&str> =
            s.vaerdier.iter().filter(|(_, v)| lacks(v)).map(|(year, _)| year.as_str()).collect();
        if let Some(first) = years.first() {
            let field = format!("brugere.serie[{n}].vaerdier.{first}");
            found.push(Gap { field, what: What::Years { series: &s.navn, years }, owner });
        }
    }
    if lacks(&i.oekonomi.beloeb) {
        found.push(Gap { field: "oekonomi.beloeb".to_owned(), what: What::Amount, owner });
    }
    for (n, part) in i.oekonomi.opdeling.iter().enumerate() {
        if lacks(&part.beloeb) {
            let field = format!("oekonomi.opdeling[{n}].beloeb");
            found.push(Gap { field, what: What::Part(&part.navn), owner });
        }
    }
    for (field, blok) in i.blokke() {
        if let Some(what) = in_block(blok, states) {
            let named = match blok {
                Blok::Figur(figur) => figur.skylder.as_deref(),
                _ => None,
            };
            found.push(Gap { field, what, owner: named.unwrap_or(owner) });
        }
    }
    found
}

fn in_block<'a>(blok: &'a Blok, states: &[Tilstand]) -> Option<What<'a>> {
    let lacks = |v: &&Vaerdi| states.contains(&v.tilstand());
    let numbers = |n: usize, title| (n > 0).then_some(What::Numbers { n, title });
    match blok {
        Blok::Tabel(table) => {
            let cells: Vec<&Celle> = table.raekker.iter().flat_map(|row| &row.celler).collect();
            let n = cells.iter().filter(|cell| states.contains(&cell.tilstand())).count();
            (n > 0).then_some(What::Cells { n, all: cells.len(), table: &table.titel })
        }
        Blok::Figur(figur) if states.contains(&figur.tilstand) => Some(What::Figure(&figur.titel)),
        Blok::Figur(figur) => {
            let n = figur.serier.iter().flat_map(|s| &s.vaerdier).filter(lacks).count();
            numbers(n, Some(figur.titel.as_str()))
        }
        Blok::Tal(block) => {
            let n = block.poster.iter().flat_map(|p| &p.tal).filter(lacks).count();
            numbers(n, block.titel.as_deref())
        }
        Blok::Eget(block) => {
            let fields = block.singles();
            let n = fields.iter().filter(|(_, f)| matches!(f, Felt::Vaerdi(v) if lacks(&v)));
            numbers(n.count(), Some(block.titel.as_deref().unwrap_or(&block.navn)))
        }
        Blok::Billede(picture) if states.contains(&picture.tilstand) => {
            Some(What::Picture(picture.billedtekst.as_deref()))
        }
        _ => None,
    }
}
