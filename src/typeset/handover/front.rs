//! Front matter, overview, insights and closing pages as the layouts get them.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::attachments::{Attachment, Vedhaeft};
use super::blok::{BegrebTekst, begreb};
use super::figur::Figur;
use super::overblik::{Overblik, overblik};
use super::tegn::Tegn;
use super::tekst::{Prose, name_or, navn};
use crate::chart::FigureId;
use crate::report::danish;
use crate::report::model::{self, Blok, Tilstand};
use crate::text;

/// The report as a whole: all that stands before and after the spreads.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Rapport<'a> {
    titel: String,
    undertitel: Option<String>,
    /// A few words that stand large on the cover.
    kort_titel: Option<String>,
    /// Date of the report, in words.
    dato: Option<String>,
    forvaltninger: Vec<Forvaltning<'a>>,
    aar: i32,
    dataaar: i32,
    afsender: Option<String>,
    /// Sender and municipality, as the document's author.
    forfatter: String,
    kommune: String,
    /// Its logo, a file.
    logo: Option<String>,
    /// One sentence about the report.
    emne: String,
    emneord: &'a [String],
    /// What an excerpt holds, in a sentence; none for the whole report.
    uddrag: Option<&'a str>,
    /// What is still open, in a sentence, where the edition is made all the same: then each place
    /// is marked. Filled in by [`crate::pipeline::Publication`].
    ufaerdig: Option<&'a str>,
    /// Whether a value of it is withheld.
    tilbageholdt: bool,
    /// Which other signs it prints; filled in by [`Handover::files`].
    pub(super) tegn: Tegn,
    /// What the document is called where it goes without its cover: in its metadata, on its feet.
    dokumenttitel: String,
    /// Letters of the longest word, so that layouts look for words that no column holds only where
    /// there are any.
    laengste_ord: usize,
    /// Ids of the indsatser that are set, in order.
    raekkefoelge: Vec<&'a str>,
    /// Number of indsatser.
    antal: usize,
    introduktion: Introduktion<'a>,
    laesevejledning: Afsnit,
    strategi: Strategi<'a>,
    fagprincipper: Vec<Fagprincip>,
    overblik: Overblik,
    indsigter: Indsigter,
    datanoter: Vec<Afsnit>,
    /// Figures whose values the source lost.
    mangler: Vec<Mangler>,
    /// Abbreviations and registers, explained.
    ordliste: Vec<Begreb>,
    kolofon: Vec<BegrebTekst>,
    /// Files to attach to the PDF.
    vedhaeft: Vec<Vedhaeft>,
}

/// The introduction.
#[derive(Debug, Serialize, JsonSchema)]
struct Introduktion<'a> {
    titel: String,
    lead: Prose,
    spor: Vec<Spor<'a>>,
}

/// One track of the introduction.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Spor<'a> {
    titel: String,
    tekst: Prose,
    symbol: Option<&'a str>,
    symbol_tekst: Prose,
}

/// A titled piece of prose.
#[derive(Debug, Serialize, JsonSchema)]
struct Afsnit {
    titel: String,
    tekst: Prose,
}

/// The strategy.
#[derive(Debug, Serialize, JsonSchema)]
struct Strategi<'a> {
    navn: String,
    tekst: Prose,
    titel: String,
    grundprincipper: Vec<Grundprincip<'a>>,
}

/// A basic principle.
#[derive(Debug, Serialize, JsonSchema)]
struct Grundprincip<'a> {
    navn: String,
    symbol: &'a str,
    tekst: Prose,
}

/// A fagprincip of the strategy.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Fagprincip {
    nr: u8,
    navn: String,
    kort_navn: String,
    tekst: Prose,
    /// How many indsatser it has, with the noun.
    antal_tekst: String,
}

/// A word of the glossary.
#[derive(Debug, Serialize, JsonSchema)]
struct Begreb {
    navn: String,
    tekst: String,
    forklaring: Option<String>,
}

/// A forvaltning.
#[derive(Debug, Serialize, JsonSchema)]
struct Forvaltning<'a> {
    kode: &'a str,
    navn: String,
}

/// The cross-cutting insights.
#[derive(Debug, Serialize, JsonSchema)]
struct Indsigter {
    titel: String,
    lead: Prose,
    indsigt: Vec<Indsigt>,
}

/// One insight.
#[derive(Debug, Serialize, JsonSchema)]
struct Indsigt {
    emne: String,
    titel: String,
    tekst: Prose,
    figur: Option<Figur>,
    /// Kind of the figure.
    slags: Option<&'static str>,
    /// Computed numbers that its words name.
    pladser: Vec<String>,
    note: Prose,
}

/// Figures of an indsats whose values the source lost.
#[derive(Debug, Serialize, JsonSchema)]
struct Mangler {
    id: String,
    navn: String,
    figurer: Vec<String>,
}

pub(super) fn rapport<'a>(h: &Handover<'a>, attached: &[Attachment]) -> Rapport<'a> {
    let r = &h.report.rapport;
    let indsatser = &h.report.indsatser;
    Rapport {
        titel: navn(&r.titel),
        undertitel: name_or(r.undertitel.as_ref()),
        kort_titel: name_or(r.kort_titel.as_ref()),
        dato: r.dato.as_deref().and_then(danish::Dato::read).map(danish::Dato::tekst),
        forvaltninger: h
            .report
            .forvaltninger
            .iter()
            .map(|f| Forvaltning { kode: &f.kode, navn: navn(&f.navn) })
            .collect(),
        aar: r.aar,
        dataaar: r.dataaar,
        logo: r.logo.as_ref().map(|fil| super::paths::billede(fil)),
        afsender: name_or(r.afsender.as_ref()),
        forfatter: navn(&r.forfatter()),
        kommune: navn(&r.kommune),
        emne: emne(h),
        emneord: &r.emneord,
        uddrag: h.excerpt.map(|u| u.tekst),
        ufaerdig: None,
        tilbageholdt: indsatser.iter().any(withholds),
        tegn: Tegn::default(),
        dokumenttitel: dokumenttitel(h),
        laengste_ord: longest_word(attached),
        raekkefoelge: indsatser.iter().map(|i| i.id.as_str()).collect(),
        antal: h.insights.antal,
        introduktion: introduktion(h),
        laesevejledning: afsnit(h, &r.laesevejledning),
        strategi: strategi(h),
        fagprincipper: h.report.fagprincipper.iter().map(|f| princip(h, f)).collect(),
        overblik: overblik(h),
        indsigter: indsigter(h),
        datanoter: r.datanoter.iter().map(|a| afsnit(h, a)).collect(),
        mangler: mangler(h),
        ordliste: begreber(h),
        kolofon: r.kolofon.iter().map(|b| begreb(h, b)).collect(),
        vedhaeft: attached.iter().map(|file| file.entry.clone()).collect(),
    }
}

/// Whether a value of an indsats is withheld.
fn withholds(i: &model::Indsats) -> bool {
    let withheld = |v: &model::Vaerdi| v.tilstand() == Tilstand::Diskretion;
    let block = |blok: &Blok| match blok {
        Blok::Tabel(t) => {
            let mut cells = t.raekker.iter().flat_map(|r| &r.celler);
            cells.any(|c| c.tilstand() == Tilstand::Diskretion)
        }
        Blok::Figur(f) => f.serier.iter().flat_map(|s| &s.vaerdier).any(withheld),
        Blok::Tal(t) => t.poster.iter().flat_map(|p| &p.tal).any(withheld),
        _ => false,
    };
    i.brugere.serie.iter().any(|s| s.aar().any(|(_, v)| withheld(v)))
        || withheld(&i.oekonomi.beloeb)
        || i.blokke().any(|(_, blok)| block(blok))
}

fn emne(h: &Handover<'_>) -> String {
    let emne = h.words().titel(&h.report.rapport.emne);
    match h.excerpt {
        Some(excerpt) => format!("{} {emne}", excerpt.tekst),
        None => emne,
    }
}

fn dokumenttitel(h: &Handover<'_>) -> String {
    let titel = navn(&h.report.rapport.titel);
    match h.excerpt {
        Some(excerpt) => format!("{titel}: {}", navn(excerpt.titel)),
        None => titel,
    }
}

/// Letters of the longest word in the data.
fn longest_word(attached: &[Attachment]) -> usize {
    let word = |text: &str| {
        let words = text.split(|sign: char| sign.is_whitespace() || sign == '"');
        words.map(|word| word.chars().count()).max()
    };
    attached.iter().filter_map(|file| word(file.data_text()?)).max().unwrap_or(0)
}

fn afsnit(h: &Handover<'_>, a: &model::Afsnit) -> Afsnit {
    Afsnit { titel: navn(&a.titel), tekst: h.words().prose(&a.tekst) }
}

fn introduktion<'a>(h: &Handover<'a>) -> Introduktion<'a> {
    let introduktion = &h.report.rapport.introduktion;
    let w = h.words();
    let spor = introduktion.spor.iter().map(|s| Spor {
        titel: navn(&s.titel),
        tekst: w.prose(&s.tekst),
        symbol: s.symbol.as_deref(),
        symbol_tekst: w.prose_or(s.symbol_tekst.as_ref()),
    });
    Introduktion {
        titel: navn(&introduktion.titel),
        lead: introduktion.lead.as_ref().map(|t| w.whole_prose(t)).unwrap_or_default(),
        spor: spor.collect(),
    }
}

fn strategi<'a>(h: &Handover<'a>) -> Strategi<'a> {
    let strategi = &h.report.rapport.strategi;
    let w = h.words();
    let grundprincipper = strategi.grundprincipper.iter().map(|g| Grundprincip {
        navn: navn(&g.navn),
        symbol: &g.symbol,
        tekst: w.prose_or(g.tekst.as_ref()),
    });
    Strategi {
        navn: navn(&strategi.navn),
        tekst: w.prose(&strategi.tekst),
        titel: navn(&strategi.titel),
        grundprincipper: grundprincipper.collect(),
    }
}

fn princip(h: &Handover<'_>, f: &model::Fagprincip) -> Fagprincip {
    let antal = h.insights.fagprincipper.iter().find(|t| t.nr == f.nr).map_or(0, |t| t.antal);
    Fagprincip {
        nr: f.nr,
        navn: navn(&f.navn),
        kort_navn: navn(&f.kort_navn),
        tekst: h.words().prose(&f.tekst),
        antal_tekst: h.words.say(&text!("efforts", n = antal)),
    }
}

fn begreber(h: &Handover<'_>) -> Vec<Begreb> {
    let term = |f: &model::Forkortelse| Begreb {
        navn: navn(&f.forkortelse),
        tekst: navn(&f.navn),
        forklaring: name_or(f.forklaring.as_ref()),
    };
    h.report.abbreviations().iter().map(term).collect()
}

fn indsigter(h: &Handover<'_>) -> Indsigter {
    let x = &h.report.rapport.indsigter;
    let w = h.words();
    let indsigt = x.indsigt.iter().map(|i| Indsigt {
        emne: navn(&i.emne),
        titel: w.titel(&i.titel),
        tekst: w.prose(&i.tekst),
        figur: i.figur.and_then(|figur| h.figur(&FigureId::indsigt(figur))),
        slags: i.figur.map(model::IndsigtFigur::navn),
        pladser: pladser(i),
        note: w.prose_or(i.note.as_ref()),
    });
    Indsigter {
        titel: navn(&x.titel),
        lead: x.lead.as_ref().map(|t| w.whole_prose(t)).unwrap_or_default(),
        indsigt: indsigt.collect(),
    }
}

/// Names of the computed numbers that an insight's words name.
fn pladser(i: &model::Indsigt) -> Vec<String> {
    let texts = [Some(&i.titel), Some(&i.tekst), i.figur_titel.as_ref(), i.note.as_ref()];
    let pieces = texts.into_iter().flatten().flat_map(|text| text.split('{').skip(1));
    pieces.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}

/// Figures whose values the source lost, by indsats, for the notes on the data.
fn mangler(h: &Handover<'_>) -> Vec<Mangler> {
    let lost = |blok: &Blok| match blok {
        Blok::Figur(f) if f.tilstand == Tilstand::Mangler => Some(navn(&f.titel)),
        _ => None,
    };
    h.report
        .indsatser
        .iter()
        .map(|i| Mangler {
            id: i.id.clone(),
            navn: navn(&i.navn),
            figurer: i.blokke().filter_map(|(_, blok)| lost(blok)).collect(),
        })
        .filter(|m| !m.figurer.is_empty())
        .collect()
}
