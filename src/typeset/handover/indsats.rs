//! One indsats as its spread gets it.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::blok::{IndsatsBlok, Noter, blokke, noter};
use super::figur::Figur;
use super::naboer::{Nabo, se_ogsaa};
use super::omfang;
use super::tekst::{Prosa, navn, navn_eller};
use crate::chart::FigureId;
use crate::report::danish;
use crate::report::insight::IndsatsTal;
use crate::report::model::{self, Enhed, Vaerdi};

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
    pub(super) lead: Prosa,
    pub(super) beskrivelse: Prosa,
    fortsat: Prosa,
    /// The band of key figures.
    noegletal: [Noegletal; 5],
    pub(super) brugere: Brugere,
    pub(super) geografi: Geografi,
    oekonomi: Oekonomi,
    pub(super) blokke: Vec<IndsatsBlok>,
    /// The nearest others.
    se_ogsaa: Vec<Nabo>,
    /// How full the spread probably is in the normal density: 1 where it is just full.
    omfang: f64,
}

/// A fagprincip that the overview gives an indsats.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Princip {
    nr: u8,
    navn: String,
    kort_navn: String,
}

/// A key figure of the band.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Noegletal {
    /// Whether `tal` is a number or words.
    slags: Slags,
    navn: String,
    tal: String,
    enhed: String,
    note: String,
}

/// What a key figure shows.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Slags {
    /// A number.
    Tal,
    /// Words.
    Ord,
}

/// The users' section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Brugere {
    /// Heading, where it is not the usual one.
    overskrift: Option<String>,
    pub(super) tekst: Prosa,
    pub(super) figur: Option<Figur>,
    pub(super) blokke: Vec<IndsatsBlok>,
    /// Footnotes of the series.
    pub(super) noter: Noter,
}

/// The geography's section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Geografi {
    /// Heading, where it is not the usual one.
    overskrift: Option<String>,
    pub(super) tekst: Prosa,
    pub(super) kort: Option<Figur>,
    pub(super) blokke: Vec<IndsatsBlok>,
}

/// The money's section.
#[derive(Debug, Serialize, JsonSchema)]
struct Oekonomi {
    /// Heading, where it is not the usual one.
    overskrift: Option<String>,
    tekst: Prosa,
    figur: Option<Figur>,
    blokke: Vec<IndsatsBlok>,
}

pub(super) fn indsats(h: &Handover<'_>, i: &model::Indsats) -> Indsats {
    let w = h.words();
    let mut indsats = Indsats {
        id: i.id.clone(),
        sted: i.id.clone(),
        nr: h.nr(&i.id),
        navn: navn(&i.navn),
        kort_navn: navn(i.kort_navn.as_ref().unwrap_or(&i.navn)),
        undertitel: navn_eller(i.undertitel.as_ref()),
        fagprincipper: fagprincipper(h, i),
        virkningsevaluering: i.virkningsevaluering,
        lead: w.hel_prosa(&i.lead),
        beskrivelse: w.prosa(&i.beskrivelse),
        fortsat: w.prosa_eller(i.beskrivelse_fortsat.as_ref()),
        noegletal: noegletal(h, i),
        brugere: Brugere {
            overskrift: navn_eller(i.brugere.overskrift.as_ref()),
            tekst: w.prosa(&i.brugere.tekst),
            figur: h.figur(&FigureId::serie(&i.id, 0)),
            blokke: blokke(h, i, &i.brugere.blok, "brugere.blok"),
            noter: i.brugere.serie.iter().flat_map(|s| noter(h, &s.noter)).collect(),
        },
        geografi: Geografi {
            overskrift: navn_eller(i.geografi.overskrift.as_ref()),
            tekst: w.prosa(&i.geografi.tekst),
            kort: h.figur(&FigureId::kort(&i.id)),
            blokke: blokke(h, i, &i.geografi.blok, "geografi.blok"),
        },
        oekonomi: Oekonomi {
            overskrift: navn_eller(i.oekonomi.overskrift.as_ref()),
            tekst: w.tekst(&i.oekonomi.tekst),
            figur: h.figur(&FigureId::oekonomi(&i.id)),
            blokke: blokke(h, i, &i.oekonomi.blok, "oekonomi.blok"),
        },
        blokke: blokke(h, i, &i.blok, "blok"),
        se_ogsaa: se_ogsaa(h, i),
        omfang: 0.0,
    };
    indsats.omfang = omfang::omfang(&indsats);
    indsats
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

/// The band of key figures: amount and rank, users and change, since, forvaltning, bydele.
fn noegletal(h: &Handover<'_>, i: &model::Indsats) -> [Noegletal; 5] {
    let tal = h.insights.indsatser.iter().find(|t| t.id == i.id);
    [bevilling(h, i, tal), brugere(i, tal), siden(i), forvaltning(i), geografi(h, i)]
}

fn felt(slags: Slags, navn: &str, tal: &str, enhed: &str, note: &str) -> Noegletal {
    let [navn, tal, enhed, note] = [navn, tal, enhed, note].map(str::to_owned);
    Noegletal { slags, navn, tal, enhed, note }
}

fn bevilling(h: &Handover<'_>, i: &model::Indsats, tal: Option<&IndsatsTal>) -> Noegletal {
    let kendte = h.insights.amounts();
    let note = match tal.and_then(|t| Some((t.rang?, t.andel?))) {
        // One alone has no place among others, and all of the money.
        Some(_) if kendte.of == 1 => String::new(),
        Some((rang, andel)) => {
            let pct = danish::procent_en(andel);
            format!("nr.\u{a0}{rang} af {} · {pct} af midlerne", kendte.of)
        }
        None if i.oekonomi.beloeb.tal().is_none() => String::new(),
        None => format!("{} af {} beløb er oplyst", kendte.known, kendte.of),
    };
    let titel = format!("Bevilling {}", h.report.rapport.aar);
    felt(Slags::Tal, &titel, &danish::vaerdi_uden_enhed(&i.oekonomi.beloeb), "kr.", &note)
}

fn brugere(i: &model::Indsats, tal: Option<&IndsatsTal>) -> Noegletal {
    let serie = tal.and_then(|t| t.serie.as_ref());
    let Some((serie, seneste, aar)) = serie.and_then(|s| Some((s, s.seneste?, s.aar?))) else {
        return felt(Slags::Tal, "Brugere", danish::STREG, "", "opgøres ikke år for år");
    };
    let vaerdi = i.brugere.serie.first().and_then(|s| s.vaerdier.get(&aar.to_string()));
    let tekst = vaerdi.map_or_else(|| danish::tal(seneste), danish::vaerdi_uden_enhed);
    let note = match serie.aendring {
        Some(0.0) => format!("som i {}", aar - 1),
        Some(aendring) => {
            let retning = if aendring > 0.0 { "op" } else { "ned" };
            let fra =
                forrige(i, aar).map_or_else(String::new, |f| format!(" fra {f} i {}", aar - 1));
            format!("{retning}{fra}")
        }
        None => String::new(),
    };
    felt(Slags::Tal, &format!("{} {aar}", navn(&serie.navn)), &tekst, "", &note)
}

/// The value of the year before, as printed.
fn forrige(i: &model::Indsats, aar: i32) -> Option<String> {
    let vaerdi: &Vaerdi = i.brugere.serie.first()?.vaerdier.get(&(aar - 1).to_string())?;
    vaerdi.tal()?;
    Some(danish::vaerdi_uden_enhed(vaerdi))
}

fn siden(i: &model::Indsats) -> Noegletal {
    match &i.siden {
        None => felt(Slags::Tal, "Siden", danish::STREG, "", "årstal ikke oplyst"),
        Some(siden) => {
            let tekst = siden.tekst();
            let aar = siden.aar().to_string();
            let note = if tekst == aar { String::new() } else { navn(&tekst) };
            felt(Slags::Tal, "Siden", &aar, "", &note)
        }
    }
}

fn forvaltning(i: &model::Indsats) -> Noegletal {
    let titel = if i.forvaltninger.len() > 1 { "Forvaltninger" } else { "Forvaltning" };
    felt(Slags::Ord, titel, &i.forvaltninger.join(" · "), "", "")
}

fn geografi(h: &Handover<'_>, i: &model::Indsats) -> Noegletal {
    if i.geografi.bydaekkende {
        return felt(Slags::Ord, "Geografi", "Hele byen", "", "");
    }
    let navne = bydele(h, i);
    match navne.as_slice() {
        [en] => felt(Slags::Ord, "Geografi", en, "", ""),
        _ => {
            let antal = danish::flertal(navne.len() as i64, "bydel", "bydele");
            felt(Slags::Ord, "Geografi", &antal, "", &navne.join(", "))
        }
    }
}

/// The amount as the overview prints it: kroner without the unit, which stands in the head.
pub(super) fn beloeb(i: &model::Indsats) -> String {
    danish::vaerdi_uden_enhed(&i.oekonomi.beloeb)
}

/// What stands behind the amount in the overview.
pub(super) fn beloeb_note(i: &model::Indsats) -> Vec<String> {
    let dele = i
        .oekonomi
        .opdeling
        .iter()
        .map(|d| format!("{}: {}", navn(&d.navn), danish::vaerdi(&d.beloeb, Enhed::Antal)));
    i.oekonomi.beloeb_note.iter().map(|n| navn(n)).chain(dele).collect()
}
