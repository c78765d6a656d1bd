//! Tables as the layouts get them.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::blok::{NoteTekst, Noter, noter};
use super::figur::Figur;
use super::tekst::{Prose, name_or, navn, smalt, tied};
use crate::chart::{display_of, title_mark};
use crate::report::danish;
use crate::report::model::{self, Celle, Enhed, RaekkeRolle, Tilstand, Visning};
use crate::text;

/// A table.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tabel {
    titel: String,
    beskrivelse: Option<String>,
    /// Header of the row headers' column.
    raekkehoved: String,
    maerke: Option<String>,
    kolonner: Vec<Kolonne>,
    pub(super) raekker: Vec<Raekke>,
    /// Table, chart or both.
    visning: Visning,
    pub(super) figur: Option<Figur>,
    pub(super) noter: Noter,
    pub(super) kilde: Option<Prose>,
}

/// A column.
#[derive(Debug, Serialize, JsonSchema)]
struct Kolonne {
    navn: String,
    /// Upper header.
    gruppe: Option<String>,
    maerke: Option<String>,
    /// Whether it holds words, not numbers.
    tekst: bool,
}

/// A row.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Raekke {
    navn: String,
    forklaring: Option<String>,
    rolle: RaekkeRolle,
    maerke: Option<String>,
    celler: Vec<CelleTekst>,
}

/// A cell.
#[derive(Debug, Serialize, JsonSchema)]
struct CelleTekst {
    /// As printed.
    v: String,
    /// Whether it is a number, and set as one.
    tal: bool,
    maerke: Option<String>,
}

pub(super) fn tabel(h: &Handover<'_>, t: &model::Tabel, figur: Option<Figur>) -> Tabel {
    let visning = if figur.is_none() { Visning::Tabel } else { display_of(t) };
    Tabel {
        titel: navn(&t.titel),
        beskrivelse: name_or(t.beskrivelse.as_ref()),
        raekkehoved: smalt(&t.raekkehoved),
        maerke: title_mark(t).map(str::to_owned),
        kolonner: t.kolonner.iter().map(column).collect(),
        raekker: t.raekker.iter().map(|r| row(t, r)).collect(),
        visning,
        figur,
        noter: noter(h, &t.noter).into_iter().chain(withheld(h, t)).collect(),
        kilde: t.kilde.as_ref().map(|k| h.words().tekst(k)),
    }
}

/// What the sign of withheld cells means, where a table has some.
fn withheld(h: &Handover<'_>, t: &model::Tabel) -> Option<NoteTekst> {
    let mut cells = t.raekker.iter().flat_map(|r| &r.celler);
    cells.any(|c| c.tilstand() == Tilstand::Diskretion).then(|| NoteTekst {
        maerke: danish::WITHHELD.to_owned(),
        tekst: h.words().prose(&h.words.say(&text!("withheld-note"))),
    })
}

fn column(k: &model::Kolonne) -> Kolonne {
    Kolonne {
        navn: smalt(&k.navn),
        gruppe: name_or(k.gruppe.as_ref()),
        maerke: k.maerke.clone(),
        tekst: k.enhed == Enhed::Tekst,
    }
}

fn row(t: &model::Tabel, r: &model::Raekke) -> Raekke {
    let celler = r.celler.iter().zip(&t.kolonner);
    Raekke {
        navn: smalt(&r.navn),
        forklaring: r.forklaring.as_ref().map(|f| smalt(f)),
        rolle: r.rolle,
        maerke: r.maerke.clone(),
        celler: celler
            .map(|(c, k)| cell(c, r.enhed.unwrap_or(k.enhed), t.kolonner.len() > WIDE))
            .collect(),
    }
}

/// Columns of a table whose numbers have no room for a word in their place.
const WIDE: usize = 3;
/// [`danish::OPEN`] where it may take two lines.
const DIVIDED: &str = "[mang\u{ad}ler]";

/// A cell: its words, and whether they are a number (aligned right).
fn cell(c: &Celle, enhed: Enhed, many: bool) -> CelleTekst {
    let tal = match c {
        Celle::Tekst(t) => t == "-",
        Celle::Tal(_) | Celle::Tom(_) | Celle::Par(_) | Celle::Fuld(_) => true,
    };
    let v = match c.tilstand() {
        Tilstand::Udfyldes if many => DIVIDED.to_owned(),
        _ if tal => smalt(&danish::cell(c, enhed)),
        _ => tied(&smalt(&danish::cell(c, enhed))),
    };
    CelleTekst { v, tal, maerke: c.maerke().map(str::to_owned) }
}
