//! Every indsats as one row of numbers: what the cover, the contents, the overview on one opening,
//! the page for the committee, the opener and the insights show side by side.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::indsats::bydele;
use super::tekst::navn;
use crate::report::danish;
use crate::report::insight::{IndsatsTal, SerieTal};
use crate::report::model::{Fagprincip, Indsats, OverblikOrden, Serie, Siden, Tal, Tilstand};

/// Kroner in one million.
const MILLION: f64 = 1_000_000.0;

/// The rows, their orders and their sums.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Oversigt {
    /// In the report's order.
    linjer: Vec<Linje>,
    /// The overview's groups in its order; one without a title where it is not grouped.
    grupper: Vec<Gruppe>,
    /// The forvaltninger with their sums, the largest first.
    forvaltninger: Vec<Gruppe>,
    /// The fagprincipper, the bydækkende and the local ones likewise, in their own order.
    fagprincipper: Vec<Gruppe>,
    omfang: Vec<Gruppe>,
    /// The median amount, kroner and as printed; none where no amount is known.
    median_kr: Option<i64>,
    median: String,
    /// Short names of the bydele, in the order of their table.
    bydele: Vec<String>,
    /// How many indsatser work in each of them; those for the whole city are not counted.
    bydele_antal: Vec<usize>,
    /// The largest amount, kroner; 1 where none is known, so that bars have a scale.
    stoerste_kr: f64,
    /// Sum of all amounts as printed, in full and in millions; unknown where one is missing.
    ialt: String,
    ialt_mio: String,
    /// Ids with a known amount, the largest first.
    efter_beloeb: Vec<String>,
    /// Ids with a change of users in percent, from the largest rise to the largest fall.
    efter_aendring: Vec<String>,
    /// Ids by their fagprincipper: first those with number 1, within them the larger amount first.
    efter_fagprincip: Vec<String>,
    /// Ids by the year they began, the oldest first, then those without a year.
    efter_alder: Vec<String>,
    /// The report's year and that of the users' numbers.
    aar: i32,
    dataaar: i32,
}

/// One indsats.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Linje {
    id: String,
    nr: usize,
    /// Short name, for narrow columns.
    navn: String,
    /// Name on the spread.
    fuldt_navn: String,
    /// Code of the forvaltning that the overview names.
    forvaltning: String,
    /// Numbers of its fagprincipper.
    fagprincipper: Vec<u8>,
    /// Kroner; none where the amount is missing.
    kr: Option<f64>,
    /// The amount as printed in millions, one decimal, without the unit; in full.
    mio: String,
    beloeb: String,
    /// Share of all kroner, `14,4 %`; empty where it is not known.
    andel: String,
    /// Whether it covers the whole city, and for each bydel of the table whether it works there.
    bydaekkende: bool,
    bydele: Vec<bool>,
    /// The same in words.
    steder: String,
    /// Year that it began, and the words for it.
    siden: Option<i32>,
    siden_tekst: String,
    /// Its first yearly series.
    brugere: Option<Brugere>,
}

/// A yearly series as a small line and its latest change.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Brugere {
    /// What is counted, as printed over the chart.
    navn: String,
    /// Years and numbers in order, none where a year's number is missing; and whether the year is
    /// counted as the one before it.
    punkter: Vec<(i32, Option<f64>, bool)>,
    /// The same in words, for who cannot see the line.
    alt: String,
    /// Number of the data year, as printed: never an older one, which would stand under its year.
    seneste: String,
    /// Number of the year before the data year, as printed; empty where there is none.
    forrige: String,
    /// Change to the data year in percent, and as printed with its sign.
    pct: Option<f64>,
    pct_tekst: String,
    /// Why there is no such change; none where there is one.
    uden_pct: Option<UdenPct>,
}

/// Why users do not compare with the year before.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum UdenPct {
    /// One of the numbers is not there.
    Mangler,
    /// One of them is estimated, and the data say that the two do not compare.
    Anslaaet,
    /// The data say so for another reason.
    Usammenlignelig,
    /// A change from zero has no percent.
    FraNul,
}

/// A part of the overview: rows of one forvaltning with their sums, or all rows.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Gruppe {
    /// Name of the forvaltning; none where the overview is not grouped.
    titel: Option<String>,
    kode: String,
    ids: Vec<String>,
    antal: usize,
    /// Kroner; none as long as one of the amounts is not known.
    kr: Option<i64>,
    mio: String,
    beloeb: String,
    andel: String,
}

/// The rows of a report.
pub(super) fn overview(h: &Handover<'_>) -> Oversigt {
    let r = &h.report.rapport;
    let linjer: Vec<Linje> = h.report.indsatser.iter().map(|i| linje(h, i)).collect();
    // An excerpt shows its own rows and their sum; ranks and shares stay those of the report.
    let is_included = |id: &String| linjer.iter().any(|l| l.id == *id);
    let ialt = linjer.iter().try_fold(0_i64, |sum, l| Some(sum.saturating_add(l.kr? as i64)));
    let here = |b: usize| linjer.iter().filter(|l| l.bydele.get(b) == Some(&true)).count();
    Oversigt {
        grupper: grupper(h, &linjer),
        forvaltninger: forvaltninger(h, &linjer),
        fagprincipper: fagprincipper(h, &linjer),
        omfang: [true, false].map(|whole| omfang(h, &linjer, whole)).into(),
        median_kr: h.insights.beloeb.median,
        median: h.insights.beloeb.median.map(danish::kroner).unwrap_or_default(),
        bydele: h.report.bydele.iter().map(|b| navn(&b.kort_navn)).collect(),
        bydele_antal: (0..h.report.bydele.len()).map(here).collect(),
        stoerste_kr: linjer.iter().filter_map(|l| l.kr).fold(1.0, f64::max),
        ialt: or_dash(ialt, danish::heltal),
        ialt_mio: or_dash(ialt, mio),
        efter_beloeb: h
            .insights
            .beloeb
            .rangorden
            .iter()
            .filter(|id| is_included(id))
            .cloned()
            .collect(),
        efter_aendring: h
            .insights
            .movers
            .iter()
            .filter(|m| m.percent.is_some() && is_included(&m.id))
            .map(|m| m.id.clone())
            .collect(),
        efter_fagprincip: sorted(&linjer, |l| {
            let missing: Vec<bool> =
                h.report.fagprincipper.iter().map(|f| !l.fagprincipper.contains(&f.nr)).collect();
            (missing, -l.kr.unwrap_or_default() as i64)
        }),
        efter_alder: sorted(&linjer, |l| l.siden.unwrap_or(i32::MAX)),
        aar: r.aar,
        dataaar: r.dataaar,
        linjer,
    }
}

/// Ids in the order of a key; equals in the report's order.
fn sorted<K: Ord>(lines: &[Linje], key: impl Fn(&Linje) -> K) -> Vec<String> {
    let mut all: Vec<&Linje> = lines.iter().collect();
    all.sort_by_key(|l| key(l));
    all.into_iter().map(|l| l.id.clone()).collect()
}

fn linje(h: &Handover<'_>, i: &Indsats) -> Linje {
    let number = h.insights.indsatser.iter().find(|t| t.id == i.id);
    let kr = number.and_then(|t| t.beloeb);
    let mine = bydele(h, i);
    Linje {
        id: i.id.clone(),
        nr: h.nr(&i.id),
        navn: navn(i.kort_navn.as_ref().unwrap_or(&i.navn)),
        fuldt_navn: navn(&i.navn),
        forvaltning: i.overblik.forvaltning.clone(),
        fagprincipper: i.overblik.fagprincipper.clone(),
        kr: kr.map(|kr| kr as f64),
        mio: or_dash(kr, mio),
        beloeb: danish::value_without_unit(&i.oekonomi.beloeb),
        andel: number.and_then(|t| t.andel).map(danish::percent_one).unwrap_or_default(),
        bydaekkende: i.geografi.bydaekkende,
        bydele: h.report.bydele.iter().map(|b| mine.contains(&b.navn)).collect(),
        steder: danish::liste(&mine),
        siden: i.siden.as_ref().map(Siden::aar),
        siden_tekst: i.siden.as_ref().map(|s| navn(&s.tekst())).unwrap_or_default(),
        brugere: i.brugere.serie.first().map(|s| brugere(h, s, number)),
    }
}

/// A sum as printed, or the sign for what is not known.
fn or_dash(kr: Option<i64>, form: fn(i64) -> String) -> String {
    kr.map_or_else(|| danish::UNKNOWN.to_owned(), form)
}

/// Millions with one decimal; two below a tenth of one, where one decimal would say nothing.
fn mio(kr: i64) -> String {
    let digits = match kr.unsigned_abs() {
        0 => 0,
        1..100_000 => 2,
        _ => 1,
    };
    danish::decimal(kr as f64 / MILLION, digits)
}

fn brugere(h: &Handover<'_>, serie: &Serie, number: Option<&IndsatsTal>) -> Brugere {
    let dataaar = h.report.rapport.dataaar;
    let measured = number.and_then(|t| t.serie.as_ref());
    let as_printed = |aar: i32| {
        let value = serie.vaerdier.get(&aar.to_string()).filter(|v| v.tal().is_some());
        value.map(danish::value_without_unit).unwrap_or_default()
    };
    let pct = measured.filter(|m| m.sammenlignelig).and_then(|m| m.aendring_pct);
    let in_words: Vec<String> = serie
        .aar()
        .filter(|(aar, v)| *aar <= dataaar && v.tal().is_some())
        .map(|(aar, v)| format!("{} i {aar}", danish::value_without_unit(v)))
        .collect();
    Brugere {
        navn: navn(&serie.navn),
        alt: format!("{}: {}", navn(&serie.navn), danish::liste(&in_words)),
        punkter: serie
            .aar()
            .filter(|(aar, _)| *aar <= dataaar)
            .map(|(aar, v)| (aar, v.tal().map(Tal::f64), serie.counted_alike(aar - 1, aar)))
            .collect(),
        seneste: serie.vaerdier.get(&dataaar.to_string()).map_or_else(
            || danish::UNKNOWN.to_owned(),
            |v| match v.tilstand() {
                // A column of numbers has no room for the word.
                Tilstand::Udfyldes => danish::UNKNOWN.to_owned(),
                _ => danish::value_without_unit(v),
            },
        ),
        forrige: as_printed(dataaar - 1),
        pct,
        pct_tekst: pct.map(|p| pct_tekst(p, measured)).unwrap_or_default(),
        uden_pct: if pct.is_none() { Some(uden_pct(serie, dataaar)) } else { None },
    }
}

fn uden_pct(serie: &Serie, dataaar: i32) -> UdenPct {
    let af = |aar: i32| serie.vaerdier.get(&aar.to_string());
    let to = [af(dataaar - 1), af(dataaar)];
    if to.iter().any(|v| v.is_none_or(|v| v.tal().is_none())) {
        UdenPct::Mangler
    } else if serie.sammenlignelig && serie.counted_alike(dataaar - 1, dataaar) {
        UdenPct::FraNul
    } else if to.iter().flatten().any(|v| v.tilstand() == Tilstand::Anslaaet) {
        UdenPct::Anslaaet
    } else {
        UdenPct::Usammenlignelig
    }
}

/// A change in whole percent with its sign: `+68 %`, `−46 %`, `0 %`.
fn pct_tekst(pct: f64, measured: Option<&SerieTal>) -> String {
    let unchanged = measured.and_then(|m| m.aendring) == Some(0.0);
    let sign = if pct > 0.0 && !unchanged { "+" } else { "" };
    format!("{sign}{}\u{a0}%", danish::decimal(pct, 0))
}

fn grupper(h: &Handover<'_>, lines: &[Linje]) -> Vec<Gruppe> {
    let r = &h.report.rapport;
    let alle = |ids: Vec<String>| vec![gruppe(h, lines, None, String::new(), ids)];
    match r.overblik.orden {
        OverblikOrden::Opslag => alle(lines.iter().map(|l| l.id.clone()).collect()),
        OverblikOrden::Trykt => {
            let plads = |l: &Linje| {
                let orden = &r.overblik_raekkefoelge;
                orden.iter().position(|id| *id == l.id).unwrap_or(usize::MAX)
            };
            alle(sorted(lines, plads))
        }
        OverblikOrden::Beloeb => alle(efter_beloeb(lines, |_| true)),
        OverblikOrden::Forvaltning => forvaltninger(h, lines),
    }
}

fn forvaltninger(h: &Handover<'_>, lines: &[Linje]) -> Vec<Gruppe> {
    let mut groups: Vec<Gruppe> = h
        .report
        .forvaltninger
        .iter()
        .map(|f| {
            let ids = efter_beloeb(lines, |l| l.forvaltning == f.kode);
            gruppe(h, lines, Some(navn(&f.navn)), f.kode.clone(), ids)
        })
        .filter(|g| !g.ids.is_empty())
        .collect();
    groups.sort_by_key(|g| std::cmp::Reverse(g.kr));
    groups
}

/// An indsats with two of them is in both, with its whole amount.
fn fagprincipper(h: &Handover<'_>, lines: &[Linje]) -> Vec<Gruppe> {
    let gruppe = |f: &Fagprincip| {
        let ids = efter_beloeb(lines, |l| l.fagprincipper.contains(&f.nr));
        gruppe(h, lines, Some(navn(&f.kort_navn)), f.nr.to_string(), ids)
    };
    h.report.fagprincipper.iter().map(gruppe).collect()
}

fn omfang(h: &Handover<'_>, lines: &[Linje], whole: bool) -> Gruppe {
    let ids = efter_beloeb(lines, |l| l.bydaekkende == whole);
    let kode = if whole { "hele" } else { "lokal" };
    gruppe(h, lines, None, kode.to_owned(), ids)
}

fn efter_beloeb(lines: &[Linje], med: impl Fn(&Linje) -> bool) -> Vec<String> {
    let mut here: Vec<&Linje> = lines.iter().filter(|l| med(l)).collect();
    here.sort_by(|a, b| b.kr.unwrap_or(-1.0).total_cmp(&a.kr.unwrap_or(-1.0)));
    here.into_iter().map(|l| l.id.clone()).collect()
}

fn gruppe(
    h: &Handover<'_>,
    lines: &[Linje],
    titel: Option<String>,
    kode: String,
    ids: Vec<String>,
) -> Gruppe {
    let kroner = |l: &Linje| l.kr.map(|kr| kr as i64);
    let kr = lines
        .iter()
        .filter(|l| ids.contains(&l.id))
        .try_fold(0_i64, |sum, l| Some(sum.saturating_add(kroner(l)?)));
    // Who has all of it has no share of it.
    let andel = kr.zip(h.insights.beloeb.ialt.filter(|ialt| *ialt > 0 && kr != Some(*ialt)));
    Gruppe {
        titel,
        kode,
        antal: ids.len(),
        kr,
        mio: or_dash(kr, mio),
        beloeb: or_dash(kr, danish::heltal),
        andel: andel
            .map(|(kr, ialt)| danish::percent_one(kr as f64 / ialt as f64))
            .unwrap_or_default(),
        ids,
    }
}
