//! One indsats as its spread gets it.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::blok::{IndsatsBlok, Noter, blokke, noter};
use super::figur::Figur;
use super::opslag::{Opslag, opslag};
use super::tekst::{Prose, name_or, navn};
use crate::chart::FigureId;
use crate::report::danish;
use crate::report::model::{self, Enhed};

/// One indsats: its spread.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Indsats {
    id: String,
    /// Where in the document it is set: once, under its own id, unless a layout says otherwise.
    sted: String,
    /// Its number in the whole report, from 1.
    nr: usize,
    navn: String,
    kort_navn: String,
    undertitel: Option<String>,
    fagprincipper: Vec<Princip>,
    virkningsevaluering: Option<bool>,
    pub(super) lead: Prose,
    pub(super) beskrivelse: Prose,
    fortsat: Prose,
    pub(super) brugere: Brugere,
    pub(super) geografi: Geografi,
    oekonomi: Oekonomi,
    pub(super) blokke: Vec<IndsatsBlok>,
    /// The computed part of the spread.
    opslag: Opslag,
}

/// A fagprincip that the overview gives an indsats.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Princip {
    nr: u8,
    navn: String,
    kort_navn: String,
}

/// The users' section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Brugere {
    /// Heading, where it is not the usual one.
    overskrift: Option<String>,
    pub(super) tekst: Prose,
    pub(super) figur: Option<Figur>,
    pub(super) blokke: Vec<IndsatsBlok>,
    /// Footnote mark of the figure, where its series is one.
    maerke: Option<String>,
    /// Footnotes of the series.
    pub(super) noter: Noter,
}

/// The geography's section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Geografi {
    /// Heading, where it is not the usual one.
    overskrift: Option<String>,
    pub(super) tekst: Prose,
    pub(super) kort: Option<Figur>,
    pub(super) blokke: Vec<IndsatsBlok>,
}

/// The money's section.
#[derive(Debug, Serialize, JsonSchema)]
struct Oekonomi {
    /// Heading, where it is not the usual one.
    overskrift: Option<String>,
    tekst: Prose,
    figur: Option<Figur>,
    blokke: Vec<IndsatsBlok>,
}

pub(super) fn indsats(h: &Handover<'_>, i: &model::Indsats) -> Indsats {
    let w = h.words();
    Indsats {
        id: i.id.clone(),
        sted: i.id.clone(),
        nr: h.nr(&i.id),
        navn: navn(&i.navn),
        kort_navn: navn(i.kort_navn.as_ref().unwrap_or(&i.navn)),
        undertitel: name_or(i.undertitel.as_ref()),
        fagprincipper: fagprincipper(h, i),
        virkningsevaluering: i.virkningsevaluering,
        lead: w.whole_prose(&i.lead),
        beskrivelse: w.prose(&i.beskrivelse),
        fortsat: w.prose_or(i.beskrivelse_fortsat.as_ref()),
        brugere: Brugere {
            overskrift: name_or(i.brugere.overskrift.as_ref()),
            tekst: w.prose(&i.brugere.tekst),
            figur: h.figur(&FigureId::serie(&i.id, 0)),
            blokke: blokke(h, i, &i.brugere.blok, "brugere.blok"),
            maerke: match i.brugere.serie.as_slice() {
                [serie] => serie.maerke.clone(),
                _ => None,
            },
            noter: i.brugere.serie.iter().flat_map(|s| noter(h, &s.noter)).collect(),
        },
        geografi: Geografi {
            overskrift: name_or(i.geografi.overskrift.as_ref()),
            tekst: w.prose(&i.geografi.tekst),
            kort: h.figur(&FigureId::kort(&i.id)),
            blokke: blokke(h, i, &i.geografi.blok, "geografi.blok"),
        },
        oekonomi: Oekonomi {
            overskrift: name_or(i.oekonomi.overskrift.as_ref()),
            tekst: w.tekst(&i.oekonomi.tekst),
            figur: h.figur(&FigureId::oekonomi(&i.id)),
            blokke: blokke(h, i, &i.oekonomi.blok, "oekonomi.blok"),
        },
        blokke: blokke(h, i, &i.blok, "blok"),
        opslag: opslag(h, i),
    }
}

/// Numbers and names of the fagprincipper that the overview gives the indsats.
pub(super) fn fagprincipper(h: &Handover<'_>, i: &model::Indsats) -> Vec<Princip> {
    i.overblik
        .fagprincipper
        .iter()
        .filter_map(|nr| h.report.fagprincipper.iter().find(|f| f.nr == *nr))
        .map(|f| Princip { nr: f.nr, navn: navn(&f.navn), kort_navn: navn(&f.kort_navn) })
        .collect()
}

/// Bydele of an indsats in the table's own names, or the whole city.
pub(super) fn bydele(h: &Handover<'_>, i: &model::Indsats) -> Vec<String> {
    i.geografi
        .bydele
        .iter()
        .map(|b| {
            let bydel = h.report.bydele.iter().find(|x| x.navn == *b || x.alias.contains(b));
            bydel.map_or_else(|| b.clone(), |x| x.navn.clone())
        })
        .collect()
}

/// The amount as the overview prints it: kroner without the unit, which stands in the head.
pub(super) fn beloeb(i: &model::Indsats) -> String {
    danish::value_without_unit(&i.oekonomi.beloeb)
}

/// What stands behind the amount in the overview.
pub(super) fn beloeb_note(i: &model::Indsats) -> Vec<String> {
    let parts = i
        .oekonomi
        .opdeling
        .iter()
        .map(|d| format!("{}: {}", navn(&d.navn), danish::value(&d.beloeb, Enhed::Antal)));
    i.oekonomi.beloeb_note.iter().map(|n| navn(n)).chain(parts).collect()
}
