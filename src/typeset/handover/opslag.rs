//! What a spread says of an indsats beyond its own texts: the band of key figures with its quiet
//! line, and the modules that are made from the data. Whether a module is set is for the composition
//! to decide; here it is only ever true.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::baand::{Noegletal, baand, direction, i_pct, is_told_in_percent};
use super::indsats::bydele;
use super::mangler::{Missing, mangler};
use super::naboer::{Related, around};
use super::tekst::{Prose, cell, kept, line, navn};
use crate::report::check::stands_in;
use crate::report::danish;
use crate::report::insight::IndsatsTal;
use crate::report::load::FAGPRINCIPPER_FILE;
use crate::report::model::{Indsats, Tal, Tilstand};
use crate::report::texts;
use crate::text;
use crate::words::{Text, Words, plain};

/// Pages of a report besides its spreads, about.
const PAGES_BESIDE: usize = 25;
/// Fewest rows that make a comparison.
const FEWEST: usize = 3;

/// The computed part of a spread.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Opslag {
    /// Three strong values.
    baand: Vec<Noegletal>,
    /// The quiet line under them.
    linje: Vec<String>,
    /// Digits that a page number of the report has at most, at a guess: its room is kept before it
    /// is known.
    sidecifre: usize,
    /// *I korte træk*.
    korte: Vec<Traek>,
    /// *Sådan ligger indsatsen*; none without peers.
    ligger: Option<Ligger>,
    /// *Andre indsatser her*, or those that it is like.
    andre: Vec<Anden>,
    /// What its fagprincipper ask for.
    principper: Vec<Princip>,
    /// *Begreber og kilder*: abbreviations and registers that its texts use.
    begreber: Vec<Ord>,
    /// *Det mangler*.
    mangler: Vec<Missing>,
}

/// A short statement with its heading.
#[derive(Debug, Serialize, JsonSchema)]
struct Traek {
    navn: String,
    tekst: String,
}

/// The indsats among those that share its first fagprincip, largest amount first.
#[derive(Debug, Serialize, JsonSchema)]
struct Ligger {
    /// Number and short name of the fagprincip.
    fagprincip: String,
    /// Place by amount among all of the fagprincip; none as long as one of their amounts is not
    /// known.
    plads: Option<usize>,
    /// Budget year.
    aar: i32,
    /// Year of the users.
    dataaar: i32,
    /// Years that the change is between.
    aendringsaar: String,
    /// How many have the fagprincip, and of how many of them the amount is known.
    alle: usize,
    oplyst: usize,
    raekker: Vec<Nabo>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Nabo {
    id: String,
    /// Its number in the report.
    nr: usize,
    navn: String,
    /// Mio. kr.
    beloeb: String,
    /// Share of the largest amount of the whole report, 0 to 1.
    andel: f64,
    /// What it counts; empty where it counts nothing.
    taeller: String,
    /// Its number of the data year, estimates as such; a dash where it counts none.
    brugere: String,
    /// Change of its users in per cent, with its sign; a dash where there is none.
    aendring: String,
    /// Whether it is the indsats itself.
    selv: bool,
}

/// Another that has much in common with the indsats; the nearest comes first.
#[derive(Debug, Serialize, JsonSchema)]
struct Anden {
    id: String,
    /// Its number in the report.
    nr: usize,
    navn: String,
    maalgruppe: String,
    /// Whether they share a bydel.
    her: bool,
    /// What the two share: bydele, and the short names of fagprincipper with their numbers.
    faelles: Vec<String>,
}

/// A fagprincip in the strategy's words.
#[derive(Debug, Serialize, JsonSchema)]
struct Princip {
    nr: u8,
    navn: String,
    tekst: Prose,
    /// Where the text stands, with its file.
    felt: String,
}

/// A word and what it stands for.
#[derive(Debug, Serialize, JsonSchema)]
struct Ord {
    ord: String,
    navn: String,
    forklaring: Option<String>,
}

pub(super) fn opslag(h: &Handover<'_>, i: &Indsats) -> Opslag {
    let tal = h.index.and_then(|index| index.tal(&i.id));
    let baand = baand(h, i, tal);
    Opslag {
        linje: linje(h, i, &baand),
        baand,
        sidecifre: (PAGES_BESIDE + 2 * h.numbers.len()).to_string().len(),
        korte: korte(h.words, i),
        ligger: ligger(h, i),
        andre: andre(h, i),
        principper: principper(h, i),
        begreber: begreber(h, i),
        mangler: mangler(h.words, h.report, i),
    }
}

/// Since when, whose, where: what the band over it does not say.
fn linje(h: &Handover<'_>, i: &Indsats, baand: &[Noegletal]) -> Vec<String> {
    let forvaltninger: Vec<String> =
        i.forvaltninger.iter().map(|kode| navn(h.report.forvaltning(kode))).collect();
    let sted = if baand.iter().any(Noegletal::about_whole_city) {
        String::new()
    } else if i.geografi.bydaekkende {
        h.words.say(&text!("whole-city"))
    } else if let Some(trykt) = &i.overblik.geografi_som_trykt {
        navn(trykt)
    } else {
        h.words.say(&Text::all_of(bydele(h, i)))
    };
    let sted = if baand.iter().any(|one| one.says(&sted)) { String::new() } else { sted };
    let siden = i.siden.as_ref().filter(|_| !baand.iter().any(Noegletal::about_since));
    let siden = siden.map(|s| h.words.say(&text!("line-since", when = navn(&s.tekst()))));
    let dele = siden.into_iter().chain([h.words.say(&Text::all_of(forvaltninger)), sted]);
    dele.filter(|del| !del.is_empty()).collect()
}

fn korte(words: &Words, i: &Indsats) -> Vec<Traek> {
    let trait_row = |head: Text, tekst: String| Traek { navn: words.say(&head), tekst };
    let mut out = vec![
        trait_row(text!("brief-problem"), line(&i.overblik.problem)),
        trait_row(text!("brief-target"), line(&i.overblik.maalgruppe)),
    ];
    // A year does not part from its "i".
    let course = development(i).map(|course| kept(&words.say(&course)));
    out.extend(course.map(|course| trait_row(text!("brief-course"), course)));
    out.retain(|t| !t.tekst.trim().is_empty());
    out
}

/// From the first year of the first series that is counted as the last to the last, where these are
/// not neighbours: the change from one year to the next stands in the band.
fn development(i: &Indsats) -> Option<Text> {
    let s = i.brugere.serie.first()?;
    let known = || s.aar().filter(|(_, v)| v.tal().is_some());
    let (til, last_value) = known().last()?;
    let (fra, first_value) = known().find(|(aar, _)| s.counted_alike(*aar, til))?;
    let (a, b) = (first_value.tal()?.f64(), last_value.tal()?.f64());
    if til - fra < 2 {
        return None;
    }
    let [from, to] = [first_value, last_value].map(danish::value_without_unit);
    let (name, first, last) = (navn(&s.navn), plain(fra), plain(til));
    // The band tells the last year's change: where the whole goes the other way, the path is told.
    let before = s.aar().find(|(aar, _)| *aar == til - 1);
    if let Some((year, v)) = before
        && let Some(x) = v.tal().map(Tal::f64)
        && (x < b && b < a || x > b && b > a)
    {
        let (year, between) = (plain(year), danish::value_without_unit(v));
        return Some(text!(
            "course-path",
            name = name,
            from = from,
            first = first,
            between = between,
            year = year,
            to = to,
            last = last
        ));
    }
    let estimated = [first_value, last_value].iter().any(|v| v.tilstand() == Tilstand::Anslaaet);
    Some(if a.to_bits() == b.to_bits() && !estimated {
        text!("course-none", name = name, to = to, last = last, first = first)
    } else if a > 0.0 && is_told_in_percent(s, [first_value, last_value]) {
        text!(
            "course-percent",
            name = name,
            from = from,
            first = first,
            to = to,
            last = last,
            way = direction(a, b),
            percent = i_pct(a, b)
        )
    } else {
        text!("course", name = name, from = from, first = first, to = to, last = last)
    })
}

fn kort_navn(i: &Indsats) -> String {
    navn(i.kort_navn.as_ref().unwrap_or(&i.navn))
}

fn ligger(h: &Handover<'_>, i: &Indsats) -> Option<Ligger> {
    let nr = *i.overblik.fagprincipper.first()?;
    let f = h.report.fagprincipper.iter().find(|f| f.nr == nr)?;
    let index = h.index?;
    let (alle, largest) = (index.efter_beloeb(nr), index.largest());
    let selv = alle.iter().position(|(x, _)| x.id == i.id)?;
    if alle.len() < FEWEST || largest <= 0 {
        return None;
    }
    let har = |x: &&Indsats| x.overblik.fagprincipper.contains(&nr);
    let i_alt = h.whole.indsatser.iter().filter(har).count();
    let dataaar = h.report.rapport.dataaar;
    let beloeb = alle.get(selv).and_then(|(_, t)| t.beloeb);
    let plads = 1 + alle.partition_point(|(_, andre)| andre.beloeb > beloeb);
    let raekker = around(alle, selv).iter().map(|(x, t)| {
        let kr = t.beloeb.unwrap_or_default();
        Nabo {
            id: x.id.clone(),
            nr: h.nr(&x.id),
            navn: kort_navn(x),
            beloeb: danish::decimal(kr as f64 / 1e6, 1),
            andel: (kr as f64 / largest as f64).clamp(0.0, 1.0),
            taeller: x.brugere.serie.first().map(|s| navn(&s.navn)).unwrap_or_default(),
            brugere: user_numbers(x, dataaar),
            aendring: in_percent(t),
            selv: x.id == i.id,
        }
    });
    Some(Ligger {
        fagprincip: format!("{} {}", f.nr, navn(&f.kort_navn)),
        plads: (alle.len() == i_alt).then_some(plads),
        aar: h.report.rapport.aar,
        dataaar,
        aendringsaar: danish::interval(&(dataaar - 1).to_string(), &dataaar.to_string()),
        alle: i_alt,
        oplyst: alle.len(),
        raekker: raekker.collect(),
    })
}

/// The number of the data year: under its year stands no older one.
fn user_numbers(i: &Indsats, dataaar: i32) -> String {
    let Some(serie) = i.brugere.serie.first() else { return danish::DASH.to_owned() };
    let value = serie.vaerdier.get(&dataaar.to_string());
    match value.filter(|v| v.tilstand() != Tilstand::Udfyldes) {
        Some(value) => danish::value_without_unit(value),
        None => danish::UNKNOWN.to_owned(),
    }
}

fn in_percent(t: &IndsatsTal) -> String {
    let serie = t.serie.as_ref().filter(|s| s.sammenlignelig);
    let Some(pct) = serie.and_then(|s| s.aendring_pct) else { return danish::DASH.to_owned() };
    let tal = danish::decimal(pct.abs(), 0);
    match tal.as_str() {
        "0" => format!("0{}%", danish::NBSP),
        _ => format!("{}{tal}{}%", if pct > 0.0 { '+' } else { danish::MINUS }, danish::NBSP),
    }
}

fn andre(h: &Handover<'_>, i: &Indsats) -> Vec<Anden> {
    let naboer = h.index.map(|index| index.naboer(h, i)).unwrap_or_default();
    let other = |neighbour: Related<'_>| Anden {
        id: neighbour.indsats.id.clone(),
        nr: h.nr(&neighbour.indsats.id),
        navn: kort_navn(neighbour.indsats),
        maalgruppe: cell(&neighbour.indsats.overblik.maalgruppe),
        her: !neighbour.steder.is_empty(),
        faelles: neighbour
            .steder
            .into_iter()
            .chain(shared_principles(h, i, neighbour.indsats))
            .collect(),
    };
    naboer.into_iter().map(other).collect()
}

/// The fagprincipper that two indsatser share, each with its number.
fn shared_principles(h: &Handover<'_>, i: &Indsats, x: &Indsats) -> Vec<String> {
    let shared = i.overblik.fagprincipper.iter().filter(|nr| x.overblik.fagprincipper.contains(nr));
    let named = shared.filter_map(|nr| {
        let principle = h.report.fagprincipper.iter().find(|f| f.nr == *nr)?;
        Some(format!("{nr}{}{}", danish::NBSP, navn(&principle.kort_navn)))
    });
    named.collect()
}

fn principper(h: &Handover<'_>, i: &Indsats) -> Vec<Princip> {
    let alle = || h.report.fagprincipper.iter().enumerate();
    let numre = i.overblik.fagprincipper.iter();
    let found = numre.filter_map(|nr| alle().find(|(_, f)| f.nr == *nr));
    found
        .map(|(n, f)| Princip {
            nr: f.nr,
            navn: navn(&f.navn),
            tekst: h.words().prose(&f.tekst),
            felt: principle_field(n),
        })
        .collect()
}

/// The field of a fagprincip's text, with its file.
pub(super) fn principle_field(n: usize) -> String {
    format!("{FAGPRINCIPPER_FILE}:fagprincip[{n}].tekst")
}

/// Abbreviations that a text uses and no text spells out; the quiet line has the names of the
/// forvaltninger.
fn begreber(h: &Handover<'_>, i: &Indsats) -> Vec<Ord> {
    let texts = texts::of_indsats(i).texts;
    let spelled_out = |navn: &str| {
        let navn = navn.to_lowercase();
        let in_text = |t: &texts::Text<'_>| plain_text(t.text).to_lowercase().contains(&navn);
        texts.iter().any(in_text)
    };
    let used = |ord: &str| texts.iter().any(|t| stands_in(t.text, ord));
    h.report
        .abbreviations()
        .into_iter()
        .filter(|b| !i.forvaltninger.contains(&b.forkortelse))
        .filter(|b| used(&b.forkortelse) && !spelled_out(&b.navn))
        .map(|b| Ord {
            ord: navn(&b.forkortelse),
            navn: navn(&b.navn),
            forklaring: b.forklaring.as_deref().map(navn),
        })
        .collect()
}

/// A text's words in one line.
fn plain_text(tekst: &str) -> String {
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
}
