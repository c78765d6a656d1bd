//! Danish forms of numbers, kroner, percent, dates, ranges, plurals and punctuation: made here and
//! nowhere else, so that text, tables, charts and alt texts agree.
//!
//! Sources of the rules: Folketingstidende's Retskrivningsvejledning, "Tal eller bogstaver"
//! (thousands, number words), EU's Danish style guide §4 (spaces, dates, clock), Dansk Sprognævn
//! (quotes, commas). Space before a unit is U+00A0, ranges take an en dash, minus is U+2212.

mod alfabet;
mod dato;
pub mod orddeling;
mod tal;
mod tegn;
mod value;

pub use alfabet::alfabetisk;
pub use dato::{Dato, MAANEDER};
pub use tal::{
    alder, antal_i_tekst, decimal, flertal, heltal, interval, kroner, kroner_kort, procent,
    procent_en, tal, talord,
};
pub use tegn::{Typografi, liste, typografi};
pub use value::{
    STREG, TILBAGEHOLDT, UKENDT, cell, celle_uden_enhed, med_enhed, vaerdi_uden_enhed, value,
};

/// No-break space.
pub(crate) const NBSP: char = '\u{a0}';
/// En dash.
pub(crate) const TANKESTREG: char = '\u{2013}';
/// Minus sign.
pub(crate) const MINUS: char = '\u{2212}';
