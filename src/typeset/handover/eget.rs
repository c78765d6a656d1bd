//! Blocks of the layouts' own kinds.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::tekst::{Prose, name_or, navn};
use crate::report::danish;
use crate::report::model::{self, Enhed, Tilstand};

/// A block that `komponenter/egne/<navn>.typ` draws.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Eget {
    navn: String,
    titel: Option<String>,
    tekst: Prose,
    /// What it shows, where it is a drawing.
    alt: Option<String>,
    felter: BTreeMap<String, Felt>,
}

/// One of its fields.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
enum Felt {
    /// Yes or no.
    Valg(bool),
    /// A number or a state.
    Tal {
        /// The number; none where there is but a state.
        tal: Option<f64>,
        /// As it is printed.
        vist: String,
        tilstand: Tilstand,
    },
    /// Words.
    Tekst(String),
    /// A list.
    Liste(Vec<Felt>),
    /// A table.
    Tabel(BTreeMap<String, Felt>),
}

pub(super) fn eget(h: &Handover<'_>, blok: &model::Eget) -> Eget {
    Eget {
        navn: blok.navn.clone(),
        titel: name_or(blok.titel.as_ref()),
        tekst: blok.tekst.as_ref().map(|text| h.words().whole_prose(text)).unwrap_or_default(),
        alt: name_or(blok.alt.as_ref()),
        felter: tabel(&blok.felter),
    }
}

fn tabel(fields: &BTreeMap<String, model::Felt>) -> BTreeMap<String, Felt> {
    fields.iter().map(|(key, value)| (key.clone(), felt(value))).collect()
}

fn felt(value: &model::Felt) -> Felt {
    match value {
        model::Felt::Valg(choice) => Felt::Valg(*choice),
        model::Felt::Vaerdi(v) => Felt::Tal {
            tal: v.tal().map(model::Tal::f64),
            vist: danish::value(v, Enhed::Antal),
            tilstand: v.tilstand(),
        },
        model::Felt::Tekst(tekst) => Felt::Tekst(navn(tekst)),
        model::Felt::Liste(liste) => Felt::Liste(liste.iter().map(felt).collect()),
        model::Felt::Tabel(inner) => Felt::Tabel(tabel(inner)),
    }
}
