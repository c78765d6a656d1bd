//! Danish forms of numbers, kroner, percent, dates, ranges, plurals and punctuation: made here and
//! nowhere else, so that text, tables, charts and alt texts agree.
//!
//! Sources of the rules: Folketingstidende's Retskrivningsvejledning, "Tal eller bogstaver"
//! (thousands, number words), EU's Danish style guide §4 (spaces, dates, clock), Dansk Sprognævn
//! (quotes, commas). Space before a unit is U+00A0, ranges take an en dash, minus is U+2212.

mod alphabet;
mod date;
pub mod hyphenation;
mod number;
mod punctuation;
mod value;

pub use alphabet::alphabetical;
pub use date::{Dato, MONTHS};
pub use number::{
    alder, count_in_words, decimal, heltal, interval, kroner, kroner_short, number_word, percent,
    percent_one, plural, tal,
};
pub use punctuation::{Typography, liste, typography};
pub use value::{
    DASH, OPEN, UNKNOWN, WITHHELD, cell, cell_without_unit, value, value_without_unit, with_unit,
};

/// No-break space.
pub(crate) const NBSP: char = '\u{a0}';
/// En dash.
pub(crate) const EN_DASH: char = '\u{2013}';
/// Minus sign.
pub(crate) const MINUS: char = '\u{2212}';
