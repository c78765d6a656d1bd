//! The band of key figures: three strong values, the first that there are.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::indsats::bydele;
use super::tekst::navn;
use crate::report::danish;
use crate::report::gate;
use crate::report::insight::IndsatsTal;
use crate::report::model::{Alder, Blok, Enhed, Indsats, RaekkeRolle, Serie, Tilstand, Vaerdi};
use crate::text;
use crate::words::{Text, Words, plain};

/// How many key figures the band has.
const IN_BAND: usize = 3;

/// The fields that say since when an indsats has existed, and that it covers the whole city.
const SINCE: &str = "siden";
const WHOLE_CITY: &str = "geografi.bydaekkende";

/// A key figure.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Noegletal {
    navn: String,
    tal: String,
    enhed: String,
    note: String,
    /// The field that it is from.
    felt: String,
}

fn key_figure(navn: String, tal: String, enhed: &str, note: String) -> Noegletal {
    Noegletal { navn, tal, enhed: enhed.to_owned(), note, felt: String::new() }
}

impl Noegletal {
    /// Whether it says since when the indsats has existed.
    pub(super) fn about_since(&self) -> bool {
        self.felt == SINCE
    }

    /// Whether it says that the indsats covers the whole city.
    pub(super) fn about_whole_city(&self) -> bool {
        self.felt == WHOLE_CITY
    }

    /// Whether it says this under its number.
    pub(super) fn says(&self, words: &str) -> bool {
        self.note == words
    }

    fn fra(self, felt: impl Into<String>) -> Self {
        Self { felt: felt.into(), ..self }
    }
}

/// The amount, the users with their change, the best further number: the first that there are of
/// the candidates, so that no place is empty.
pub(super) fn baand(h: &Handover<'_>, i: &Indsats, tal: Option<&IndsatsTal>) -> Vec<Noegletal> {
    let mut all = vec![grant(h, i, tal).fra("oekonomi.beloeb")];
    all.extend(i.brugere.serie.iter().enumerate().filter_map(|(nr, s)| {
        Some(serie(h.words, s, h.report.rapport.dataaar)?.fra(format!("brugere.serie[{nr}]")))
    }));
    let blokke = || {
        let brugere =
            i.brugere.blok.iter().enumerate().map(|(nr, b)| (b, format!("brugere.blok[{nr}]")));
        brugere.chain(i.blok.iter().enumerate().map(|(nr, b)| (b, format!("blok[{nr}]"))))
    };
    let foerste = |tal: &dyn Fn(&Blok) -> Option<Noegletal>| {
        blokke().find_map(|(blok, felt)| Some(tal(blok)?.fra(felt)))
    };
    all.extend(foerste(&|blok| resultat(h.words, blok)));
    all.extend(foerste(&ialt));
    all.extend(target_age(h.words, i).map(|tal| tal.fra("brugere.maalgrupper")));
    all.extend(siden(h.words, i).map(|tal| tal.fra(SINCE)));
    all.extend(whole_city(h.words, i).map(|tal| tal.fra(WHOLE_CITY)));
    all.extend(steder(h, i).map(|tal| tal.fra("geografi.bydele")));
    all.truncate(IN_BAND);
    all
}

fn grant(h: &Handover<'_>, i: &Indsats, number: Option<&IndsatsTal>) -> Noegletal {
    let title = h.words.say(&text!("key-grant", year = plain(h.report.rapport.aar)));
    let known = h.insights.amounts();
    let note = match number.and_then(|t| Some((t.rang?, t.andel?))) {
        // One alone has no place among others, and all of the money.
        Some(_) if known.of == 1 => String::new(),
        Some((rang, andel)) => {
            let share = danish::percent_one(andel);
            h.words.say(&text!("key-grant-rank", rank = rang, of = known.of, share = share))
        }
        None if i.oekonomi.beloeb.tal().is_none() => String::new(),
        None => h.words.say(&text!("key-grants-known", known = known.known, of = known.of)),
    };
    match number.and_then(|t| t.beloeb) {
        Some(kr) => {
            let short = danish::kroner_short(kr);
            let (number, enhed) = short.split_once('\u{a0}').unwrap_or((&short, ""));
            key_figure(title, number.to_owned(), enhed, note)
        }
        None => {
            let number = danish::value_without_unit(&i.oekonomi.beloeb);
            let note = match i.oekonomi.beloeb.tilstand() {
                // By its code: a name has no room here.
                Tilstand::Udfyldes => text!("key-grant-owed", owner = gate::owner(i).as_str()),
                _ => text!("key-grant-unknown"),
            };
            key_figure(title, number, "", h.words.say(&note))
        }
    }
}

/// The latest value of a series, with its change in per cent.
fn serie(words: &Words, s: &Serie, dataaar: i32) -> Option<Noegletal> {
    let known = |(aar, v): &(i32, &Vaerdi)| *aar <= dataaar && v.tal().is_some();
    let (aar, value) = s.aar().filter(known).last()?;
    let before =
        s.aar().find(|(a, v)| *a == aar - 1 && v.tal().is_some() && s.counted_alike(*a, aar));
    let before = before.map(|(_, v)| v);
    let note = before.map_or_else(String::new, |before| {
        let change = aendring(before, value, aar - 1, is_told_in_percent(s, [before, value]));
        change.map_or_else(String::new, |change| words.say(&change))
    });
    let title = format!("{} {aar}", navn(&s.navn));
    Some(key_figure(title, danish::value_without_unit(value), "", note))
}

/// Whether what came of two values of a series can be told in per cent: not where one is an estimate,
/// or the years are not counted alike.
pub(super) fn is_told_in_percent(s: &Serie, values: [&Vaerdi; 2]) -> bool {
    s.sammenlignelig && values.iter().all(|v| v.tilstand() != Tilstand::Anslaaet)
}

/// `op 12 % fra 243 i 2022`, `op fra 243 i 2022`, `som i 2022`.
fn aendring(before: &Vaerdi, now: &Vaerdi, year_before: i32, percent: bool) -> Option<Text> {
    let (a, b) = (before.tal()?.f64(), now.tal()?.f64());
    let year = plain(year_before);
    let same = a.to_bits() == b.to_bits();
    let from = danish::value_without_unit(before);
    // Two estimates say no more than what each of them is.
    if [before, now].iter().any(|v| v.tilstand() == Tilstand::Anslaaet) {
        let same = if same { "yes" } else { "no" };
        return Some(text!("change-estimate", same = same, from = from, year = year));
    }
    if same {
        return Some(text!("change-none", year = year));
    }
    let way = direction(a, b);
    if a <= 0.0 || !percent {
        return Some(text!("change-from", way = way, from = from, year = year));
    }
    Some(text!("change-percent", way = way, percent = i_pct(a, b), from = from, year = year))
}

/// Which form of the message on a change is chosen.
pub(super) fn direction(before: f64, now: f64) -> &'static str {
    if now > before { "up" } else { "down" }
}

/// A change in per cent, without its sign.
pub(super) fn i_pct(before: f64, now: f64) -> String {
    danish::decimal(((now - before) / before * 100.0).abs(), 0)
}

/// The first callout with a number and a title of its own.
fn resultat(words: &Words, blok: &Blok) -> Option<Noegletal> {
    let Blok::Tal(tal) = blok else { return None };
    tal.poster.iter().find_map(|post| {
        let value = post.tal.first().filter(|v| v.tal().is_some())?;
        let titel = navn(post.titel.as_ref()?);
        // What is counted, as the sentence says it; persons at least.
        let enhed = match (counted(&post.tekst), post.enhed) {
            (Some(counted), Enhed::Personer | Enhed::Antal) => counted.to_owned(),
            (None, Enhed::Personer) => words.say(&text!("key-persons")),
            _ => String::new(),
        };
        let note = tal.titel.as_deref().map(navn).unwrap_or_default();
        Some(key_figure(titel, danish::value(value, post.enhed), &enhed, note))
    })
}

/// The word that follows a sentence's first number where the sentence begins with it:
/// `{tal.1} folkeskoleelever har deltaget`.
fn counted(sentence: &str) -> Option<&str> {
    let word = sentence.trim_start().strip_prefix("{tal.1} ")?.split_whitespace().next()?;
    // Shorter ones are rarely what is counted: `har`, `af`, `ud`.
    (word.chars().count() > 3 && word.chars().all(char::is_alphabetic)).then_some(word)
}

/// The sum that the first table of counts has, with its name.
fn ialt(blok: &Blok) -> Option<Noegletal> {
    let Blok::Tabel(t) = blok else { return None };
    let column =
        t.kolonner.first().filter(|k| matches!(k.enhed, Enhed::Antal | Enhed::Personer))?;
    let row = t.raekker.iter().find(|r| r.rolle == RaekkeRolle::Total)?;
    let cell = row.celler.first().filter(|c| c.tal().is_some())?;
    let enhed = row.enhed.unwrap_or(column.enhed);
    let title = match &t.periode {
        Some(periode) => format!("{} {}", navn(&row.navn), navn(periode)),
        None => navn(&row.navn),
    };
    Some(key_figure(title, danish::cell(cell, enhed), "", String::new()))
}

/// The ages of all target groups together; none where a group has no ages and the overview gives
/// none for them all.
fn target_age(words: &Words, i: &Indsats) -> Option<Noegletal> {
    let groups = &i.brugere.maalgrupper;
    if i.overblik.alder.is_none() && groups.iter().any(|m| m.alder.is_none()) {
        return None;
    }
    let own = groups.iter().filter_map(|m| m.alder.as_ref());
    let all: Vec<&Alder> = own.chain(i.overblik.alder.as_ref()).collect();
    let fra = all.iter().map(|a| a.fra).reduce(f64::min)?;
    // Open where one of them is.
    let til = all.iter().map(|a| a.til).collect::<Option<Vec<_>>>();
    let til = til.and_then(|til| til.into_iter().reduce(f64::max));
    let text = danish::alder(&Alder { fra, til });
    let (tal, enhed) = text.rsplit_once('\u{a0}').unwrap_or((&text, ""));
    Some(key_figure(words.say(&text!("key-ages")), tal.to_owned(), enhed, String::new()))
}

fn steder(h: &Handover<'_>, i: &Indsats) -> Option<Noegletal> {
    let here = bydele(h, i);
    let word = h.words.say(&text!("districts", n = here.len()));
    let (tal, enhed) = word.split_once([' ', '\u{a0}'])?;
    // The places of a report need not be all of its city's bydele, so their number says nothing.
    let note = match here.as_slice() {
        [] => return None,
        [bydel] => bydel.clone(),
        _ => String::new(),
    };
    Some(key_figure(h.words.say(&text!("key-places")), tal.to_owned(), enhed, note))
}

fn whole_city(words: &Words, i: &Indsats) -> Option<Noegletal> {
    let [titel, sted] = [text!("key-places"), text!("whole-city")].map(|text| words.say(&text));
    i.geografi.bydaekkende.then(|| key_figure(titel, sted, "", String::new()))
}

/// Since when it has existed.
fn siden(words: &Words, i: &Indsats) -> Option<Noegletal> {
    let siden = i.siden.as_ref()?;
    Some(key_figure(words.say(&text!("key-since")), navn(&siden.tekst()), "", String::new()))
}
