//! What the page for the committee and the table of results say beyond the rows of the overview:
//! what was measured, what money means, what the data cannot tell.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::tekst::navn;
use crate::report::danish;
use crate::report::model::{
    Blok, Celle, Enhed, Figur, Indsats, Kolonne, KolonneRolle, Raekke, RaekkeRolle, Tabel, Tekst,
    Tilstand,
};
use crate::report::prose;
use crate::report::texts::prose_of;

/// The page for the committee.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Udvalg {
    /// Number of indsatser, and of those whose first series compares with the year before.
    antal: usize,
    sammenlignelige: usize,
    /// How many of these rose; none as long as one of them lacks a number.
    op: Option<usize>,
    bydaekkende: usize,
    /// The median amount in millions; empty where unknown.
    median_mio: String,
    /// How many indsatser have a measured result, as printed: not known as long as one of them
    /// waits for its numbers.
    med_resultat: String,
    /// What was measured, in the report's order.
    resultater: Vec<Resultat>,
    /// Parts of the amounts that are named apart: name, millions, whose.
    heraf: Vec<Heraf>,
    /// Ids of those that are not part of the budgetpakke.
    uden_for: Vec<String>,
    /// How many are shared between forvaltninger; their whole amount counts for the overview's one.
    delte: usize,
    /// Ids of those without a yearly series.
    uden_serie: Vec<String>,
    /// How many figures have no values, and ids of those with such figures.
    figurer_uden: usize,
    med_figurer_uden: Vec<String>,
    /// Ids of those without a measured result, and none that waits.
    uden_resultat: Vec<String>,
}

/// A part of an amount.
#[derive(Debug, Serialize, JsonSchema)]
struct Heraf {
    navn: String,
    mio: String,
    id: String,
}

/// One measured result.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Resultat {
    id: String,
    navn: String,
    /// What was measured; the same without the table's title.
    maal: String,
    kort: String,
    /// Before and after, as printed; empty where it was measured once only.
    foer: String,
    efter: String,
    /// The same as numbers of percent, for a mark between 0 and 100; none for other units.
    foer_pct: Option<f64>,
    efter_pct: Option<f64>,
    /// The goal that was set, where there was one.
    kriterium: String,
    /// Number of observations, as printed; empty where the data does not say.
    n: String,
    /// Whom and when, where the data says so.
    grundlag: String,
    /// The source's name; empty where the data does not say.
    kilde: String,
    /// The notes of its row, and with a table's first result those of what its numbers rest on.
    noter: Vec<String>,
    /// Whether a sentence of the figure tells it, whose numbers are missing.
    fortalt: bool,
}

pub(super) fn udvalg(h: &Handover<'_>) -> Udvalg {
    let report = h.report;
    let x = h.insights;
    let resultater: Vec<Resultat> =
        report.indsatser.iter().flat_map(|i| resultater(h, i)).collect();
    let har = |i: &&Indsats| resultater.iter().any(|r| r.id == i.id);
    let waits = |i: &&Indsats| !har(i) && waits_for_result(i);
    let ids = |list: Vec<&Indsats>| list.into_iter().map(|i| i.id.clone()).collect::<Vec<_>>();
    Udvalg {
        antal: x.antal,
        sammenlignelige: x.sammenlignet.known,
        op: x.stigende,
        bydaekkende: x.bydaekkende,
        median_mio: x
            .beloeb
            .median
            // Two amounts have no middle one, and one is its own.
            .filter(|_| x.amounts().known > 2)
            .map(|kr| danish::decimal(kr as f64 / 1e6, 1))
            .unwrap_or_default(),
        med_resultat: if report.indsatser.iter().any(|i| waits(&i)) {
            danish::UNKNOWN.to_owned()
        } else {
            report.indsatser.iter().filter(har).count().to_string()
        },
        heraf: report.indsatser.iter().flat_map(heraf).collect(),
        uden_for: ids(report.indsatser.iter().filter(|i| !i.oekonomi.i_budgetpakken).collect()),
        delte: report.indsatser.iter().filter(|i| i.forvaltninger.len() > 1).count(),
        uden_serie: ids(report.indsatser.iter().filter(|i| i.brugere.serie.is_empty()).collect()),
        figurer_uden: x.missing.iter().map(|m| m.figurer.len()).sum(),
        med_figurer_uden: x
            .missing
            .iter()
            .filter(|m| !m.figurer.is_empty())
            .map(|m| m.id.clone())
            .collect(),
        uden_resultat: ids(report.indsatser.iter().filter(|i| !har(i) && !waits(i)).collect()),
        resultater,
    }
}

/// Whether a result of an indsats is to be filled in.
fn waits_for_result(i: &Indsats) -> bool {
    i.blokke().any(|(_, blok)| match blok {
        Blok::Tabel(t) => {
            let cells = t.raekker.iter().filter(|r| r.resultat).flat_map(|r| &r.celler);
            cells.into_iter().any(|cell| cell.tilstand() == Tilstand::Udfyldes)
        }
        Blok::Figur(f) => f.resultat && f.tilstand == Tilstand::Udfyldes,
        _ => false,
    })
}

fn heraf(i: &Indsats) -> Vec<Heraf> {
    let del = |d: &crate::report::model::Beloebsdel| {
        let kr = d.beloeb.tal()?.f64();
        let mio = danish::decimal(kr / 1e6, 1);
        Some(Heraf { navn: navn(&d.navn), mio, id: i.id.clone() })
    };
    i.oekonomi.opdeling.iter().filter_map(del).collect()
}

fn resultater(h: &Handover<'_>, i: &Indsats) -> Vec<Resultat> {
    let lists = [&i.brugere.blok, &i.geografi.blok, &i.oekonomi.blok, &i.blok];
    let of_block = |list: &[Blok], nr: usize| match &list[nr] {
        Blok::Tabel(t) => of_table(h, i, t, &list[nr + 1..]),
        Blok::Figur(f) if f.resultat => of_figure(h, i, f, &list[..nr]),
        _ => Vec::new(),
    };
    lists
        .into_iter()
        .flat_map(|list| (0..list.len()).flat_map(move |nr| of_block(list, nr)))
        .collect()
}

fn empty(i: &Indsats, maal: String) -> Resultat {
    Resultat {
        id: i.id.clone(),
        navn: navn(i.kort_navn.as_ref().unwrap_or(&i.navn)),
        kort: maal.clone(),
        maal,
        foer: String::new(),
        efter: String::new(),
        foer_pct: None,
        efter_pct: None,
        kriterium: String::new(),
        n: String::new(),
        grundlag: String::new(),
        kilde: String::new(),
        noter: Vec::new(),
        fortalt: false,
    }
}

/// The rows that the data marks as results: before and after by the columns' roles, else the first
/// number of the row, which was measured once.
fn of_table(h: &Handover<'_>, i: &Indsats, t: &Tabel, after: &[Blok]) -> Vec<Resultat> {
    // A source stands in the table, or as a block of its own for all that is over it.
    let below = after.iter().find_map(|b| match b {
        Blok::Kilde(k) => Some(&k.tekst),
        _ => None,
    });
    let kilde = t.kilde.as_ref().or(below).map(|k| short_source(h, k)).unwrap_or_default();
    // What is not filled in, lost or withheld has not been measured here.
    let raekker = t.raekker.iter().filter(|r| r.resultat && has_number(t, r));
    raekker
        .enumerate()
        .map(|(nr, r)| {
            let in_role = |role| {
                let found = t.kolonner.iter().zip(&r.celler).find(|(k, _)| k.rolle == Some(role));
                found.map(|(k, c)| (c, enhed(r, k)))
            };
            let before = in_role(KolonneRolle::Foer);
            let after = in_role(KolonneRolle::Efter).or_else(|| {
                let mut counted =
                    r.celler.iter().zip(&t.kolonner).filter(|(c, _)| c.tal().is_some());
                counted.next().map(|(c, k)| (c, enhed(r, k)))
            });
            let kriterium = in_role(KolonneRolle::Kriterium).map(|(c, e)| danish::cell(c, e));
            let grundlag = [t.beskrivelse.as_ref(), t.periode.as_ref()];
            let titel = navn(&t.titel);
            // What the title says is said.
            let grundlag: Vec<String> = grundlag
                .into_iter()
                .flatten()
                .map(|g| navn(g.trim()))
                .filter(|g| !titel.contains(g.as_str()))
                .collect();
            Resultat {
                foer: before.map(|(c, e)| danish::cell(c, e)).unwrap_or_default(),
                efter: after.map(|(c, e)| danish::cell(c, e)).unwrap_or_default(),
                foer_pct: before.and_then(pct),
                efter_pct: after.and_then(pct),
                kriterium: kriterium.unwrap_or_default(),
                n: t.n.map(|n| danish::heltal(n as i64)).or_else(|| antal(t)).unwrap_or_default(),
                grundlag: grundlag.join(", "),
                kilde: kilde.clone(),
                noter: notes_of(h, t, r, nr == 0),
                kort: navn(&r.navn),
                ..empty(i, format!("{titel}: {}", navn(&r.navn)))
            }
        })
        .collect()
}

/// The notes whose marks stand in a row, and with the first result in the rows that it rests on.
fn notes_of(h: &Handover<'_>, t: &Tabel, row: &Raekke, first: bool) -> Vec<String> {
    let marks = |r: &Raekke| {
        let cells = r.celler.iter().filter_map(|c| c.maerke().map(str::to_owned));
        r.maerke.clone().into_iter().chain(cells).collect::<Vec<_>>()
    };
    // The number of persons has a column of its own here.
    let counted =
        |r: &&Raekke| r.rolle == RaekkeRolle::Grundlag && r.enhed != Some(Enhed::Personer);
    let base = t.raekker.iter().filter(counted).filter(|_| first);
    let shown: Vec<String> = std::iter::once(row).chain(base).flat_map(marks).collect();
    let notes = t.noter.iter().filter(|n| shown.contains(&n.maerke));
    notes.map(|n| navn(&prose::plain(&prose_of(&n.tekst, &h.report.rapport.faelles)))).collect()
}

/// Whether a row tells a number of those that are measured.
fn has_number(t: &Tabel, r: &Raekke) -> bool {
    let mut cells = t.kolonner.iter().zip(&r.celler);
    cells.any(|(k, c)| k.rolle != Some(KolonneRolle::Kriterium) && c.tal().is_some())
}

fn enhed(r: &Raekke, k: &Kolonne) -> Enhed {
    r.enhed.unwrap_or(k.enhed)
}

fn pct((c, enhed): (&Celle, Enhed)) -> Option<f64> {
    (enhed == Enhed::Pct).then(|| c.tal()).flatten().map(crate::report::model::Tal::f64)
}

/// Number of observations where a row of the table says so.
fn antal(t: &Tabel) -> Option<String> {
    let persons =
        |r: &&Raekke| r.rolle == RaekkeRolle::Grundlag && r.enhed == Some(Enhed::Personer);
    let cell = t.raekker.iter().find(persons)?.celler.first()?;
    cell.tal().map(danish::tal)
}

/// What the text still tells of a figure whose values are missing, a result for each sentence.
fn of_figure(h: &Handover<'_>, i: &Indsats, f: &Figur, before: &[Blok]) -> Vec<Resultat> {
    // Without its numbers, a figure's source may stand with the statement that is left of it.
    let above = match before.last() {
        Some(Blok::Kilde(k)) => Some(&k.tekst),
        _ => None,
    };
    let periode = f.periode.as_ref().map(|p| navn(p)).unwrap_or_default();
    let kilde = f.kilde.as_ref().or(above).map(|k| short_source(h, k)).unwrap_or_default();
    f.kendt
        .iter()
        .map(|k| Resultat {
            efter: navn(k),
            n: f.n.map(|n| danish::heltal(n as i64)).unwrap_or_default(),
            grundlag: periode.clone(),
            kilde: kilde.clone(),
            fortalt: true,
            ..empty(i, navn(&f.titel))
        })
        .collect()
}

/// The first sentence of a source, which names it; what follows tells how it was counted.
fn short_source(h: &Handover<'_>, source: &Tekst) -> String {
    let tree = prose_of(source, &h.report.rapport.faelles);
    let text = navn(&prose::plain(&tree));
    let end = text.match_indices(". ").map(|(at, _)| at + 1);
    let stort = |at: &usize| text[*at..].trim_start().starts_with(char::is_uppercase);
    let end_of_sentence = end.into_iter().find(stort).unwrap_or(text.len());
    text[..end_of_sentence].to_owned()
}
