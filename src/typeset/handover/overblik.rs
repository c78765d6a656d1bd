//! The overview as the layouts get it.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::indsats::{Princip, beloeb, beloeb_note, bydele, fagprincipper};
use super::tekst::{Prose, navn};
use crate::report::danish;
use crate::report::insight::Insights;
use crate::report::model::Indsats;
use crate::text;

/// The overview.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Overblik {
    titel: String,
    tekst: Prose,
    kolonner: Vec<String>,
    raekker: Vec<Raekke>,
    /// Sum of the rows' amounts, or on how many it would rest.
    ialt: String,
    /// What the sum is called, where it is not the usual one.
    ialt_navn: Option<String>,
    /// The sum of the whole report, beside an excerpt's.
    ialt_note: Option<String>,
}

/// A row of the overview.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Raekke {
    id: String,
    navn: String,
    problem: String,
    forvaltning: String,
    fagprincipper: Vec<Princip>,
    maalgruppe: String,
    geografi: String,
    beloeb: String,
    beloeb_noter: Vec<String>,
}

pub(super) fn overblik(h: &Handover<'_>) -> Overblik {
    let o = &h.report.rapport.overblik;
    let orden = &h.report.rapport.overblik_raekkefoelge;
    let mut liste: Vec<&Indsats> = h.report.indsatser.iter().collect();
    liste.sort_by_key(|i| orden.iter().position(|id| *id == i.id));
    Overblik {
        titel: navn(&o.titel),
        tekst: h.words().prose_or(o.tekst.as_ref()),
        kolonner: o.kolonner.iter().map(|k| navn(k)).collect(),
        raekker: liste.iter().map(|i| row(h, i)).collect(),
        ialt: ialt(h),
        ialt_navn: h.excerpt.map(|_| h.words.say(&text!("excerpt-total"))),
        ialt_note: h
            .excerpt
            .and(h.insights.beloeb.ialt)
            .map(|kr| h.words.say(&text!("excerpt-of-all", kroner = danish::kroner(kr)))),
    }
}

/// The sum of the overview's rows, or on how many amounts it would rest.
fn ialt(h: &Handover<'_>) -> String {
    let (ialt, known) = match h.excerpt {
        Some(_) => Insights::sum(h.report),
        None => (h.insights.beloeb.ialt, h.insights.amounts()),
    };
    let unknown = || h.words.say(&text!("sum-unknown", known = known.known, of = known.of));
    ialt.map_or_else(unknown, danish::heltal)
}

fn row(h: &Handover<'_>, i: &Indsats) -> Raekke {
    let geografi = match &i.overblik.geografi_som_trykt {
        Some(printed) => navn(printed),
        None if i.geografi.bydaekkende => h.words.say(&text!("city-wide")),
        None => bydele(h, i).join(", "),
    };
    Raekke {
        id: i.id.clone(),
        navn: navn(&i.overblik.navn),
        problem: navn(&i.overblik.problem),
        forvaltning: i.overblik.forvaltning.clone(),
        fagprincipper: fagprincipper(h, i),
        maalgruppe: navn(&i.overblik.maalgruppe),
        geografi,
        beloeb: beloeb(i),
        beloeb_noter: beloeb_note(i),
    }
}
