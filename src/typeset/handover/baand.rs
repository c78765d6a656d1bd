//! The band of key figures: three strong values, the first that there are.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::indsats::bydele;
use super::tekst::navn;
use crate::report::danish;
use crate::report::insight::IndsatsTal;
use crate::report::model::{Alder, Blok, Enhed, Indsats, RaekkeRolle, Serie, Vaerdi};
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

    fn fra(self, felt: impl Into<String>) -> Self {
        Self { felt: felt.into(), ..self }
    }
}

/// The amount, the users with their change, the best further number: the first that there are of
/// the candidates, so that no place is empty.
pub(super) fn baand(h: &Handover<'_>, i: &Indsats, tal: Option<&IndsatsTal>) -> Vec<Noegletal> {
    let mut alle = vec![grant(h, i, tal).fra("oekonomi.beloeb")];
    alle.extend(i.brugere.serie.iter().enumerate().filter_map(|(nr, s)| {
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
    alle.extend(foerste(&|blok| resultat(h.words, blok)));
    alle.extend(foerste(&ialt));
    alle.extend(target_age(h.words, i).map(|tal| tal.fra("brugere.maalgrupper")));
    alle.extend(siden(h.words, i).map(|tal| tal.fra(SINCE)));
    alle.extend(whole_city(h.words, i).map(|tal| tal.fra(WHOLE_CITY)));
    alle.extend(steder(h, i).map(|tal| tal.fra("geografi.bydele")));
    alle.truncate(IN_BAND);
    alle
}

fn grant(h: &Handover<'_>, i: &Indsats, tal: Option<&IndsatsTal>) -> Noegletal {
    let titel = h.words.say(&text!("key-grant", year = plain(h.report.rapport.aar)));
    let kendte = h.insights.amounts();
    let note = match tal.and_then(|t| Some((t.rang?, t.andel?))) {
        // One alone has no place among others, and all of the money.
        Some(_) if kendte.of == 1 => String::new(),
        Some((rang, andel)) => {
            let share = danish::percent_one(andel);
            h.words.say(&text!("key-grant-rank", rank = rang, of = kendte.of, share = share))
        }
        None if i.oekonomi.beloeb.tal().is_none() => String::new(),
        None => h.words.say(&text!("key-grants-known", known = kendte.known, of = kendte.of)),
    };
    match tal.and_then(|t| t.beloeb) {
        Some(kr) => {
            let kort = danish::kroner_short(kr);
            let (tal, enhed) = kort.split_once('\u{a0}').unwrap_or((&kort, ""));
            key_figure(titel, tal.to_owned(), enhed, note)
        }
        None => {
            let tal = danish::value_without_unit(&i.oekonomi.beloeb);
            key_figure(titel, tal, "", h.words.say(&text!("key-grant-unknown")))
        }
    }
}

/// The latest value of a series, with its change in per cent.
fn serie(words: &Words, s: &Serie, dataaar: i32) -> Option<Noegletal> {
    let kendt = |(aar, v): &(i32, &Vaerdi)| *aar <= dataaar && v.tal().is_some();
    let (aar, value) = s.aar().filter(kendt).last()?;
    let foer = s.aar().find(|(a, _)| *a == aar - 1).map(|(_, v)| v).filter(|v| v.tal().is_some());
    let note = foer.map_or_else(String::new, |foer| {
        aendring(foer, value, aar - 1).map_or_else(String::new, |change| words.say(&change))
    });
    let titel = format!("{} {aar}", navn(&s.navn));
    Some(key_figure(titel, danish::value_without_unit(value), "", note))
}

/// `op 12 % fra 243 i 2022`, `som i 2022`.
fn aendring(foer: &Vaerdi, nu: &Vaerdi, year_before: i32) -> Option<Text> {
    let (a, b) = (foer.tal()?.f64(), nu.tal()?.f64());
    let year = plain(year_before);
    if a.to_bits() == b.to_bits() {
        return Some(text!("change-none", year = year));
    }
    let way = retning(a, b);
    let from = danish::value_without_unit(foer);
    if a <= 0.0 {
        return Some(text!("change-from", way = way, from = from, year = year));
    }
    Some(text!("change-percent", way = way, percent = i_pct(a, b), from = from, year = year))
}

/// Which form of the message on a change is chosen.
pub(super) fn retning(foer: f64, nu: f64) -> &'static str {
    if nu > foer { "up" } else { "down" }
}

/// A change in per cent, without its sign.
pub(super) fn i_pct(foer: f64, nu: f64) -> String {
    danish::decimal(((nu - foer) / foer * 100.0).abs(), 0)
}

/// The first callout with a number and a title of its own.
fn resultat(words: &Words, blok: &Blok) -> Option<Noegletal> {
    let Blok::Tal(tal) = blok else { return None };
    tal.poster.iter().find_map(|post| {
        let value = post.tal.first().filter(|v| v.tal().is_some())?;
        let titel = navn(post.titel.as_ref()?);
        // Persons are counted without a unit where words stand beside the number; here none do.
        let enhed = match post.enhed {
            Enhed::Personer => words.say(&text!("key-persons")),
            _ => String::new(),
        };
        Some(key_figure(titel, danish::value(value, post.enhed), &enhed, String::new()))
    })
}

/// The sum that the first table of counts has, with its name.
fn ialt(blok: &Blok) -> Option<Noegletal> {
    let Blok::Tabel(t) = blok else { return None };
    let column =
        t.kolonner.first().filter(|k| matches!(k.enhed, Enhed::Antal | Enhed::Personer))?;
    let row = t.raekker.iter().find(|r| r.rolle == RaekkeRolle::Total)?;
    let cell = row.celler.first().filter(|c| c.tal().is_some())?;
    let enhed = row.enhed.unwrap_or(column.enhed);
    let titel = match &t.periode {
        Some(periode) => format!("{} {}", navn(&row.navn), navn(periode)),
        None => navn(&row.navn),
    };
    Some(key_figure(titel, danish::cell(cell, enhed), "", String::new()))
}

/// The ages of all target groups together; none where a group has no ages and the overview gives
/// none for them all.
fn target_age(words: &Words, i: &Indsats) -> Option<Noegletal> {
    let grupper = &i.brugere.maalgrupper;
    if i.overblik.alder.is_none() && grupper.iter().any(|m| m.alder.is_none()) {
        return None;
    }
    let own = grupper.iter().filter_map(|m| m.alder.as_ref());
    let alle: Vec<&Alder> = own.chain(i.overblik.alder.as_ref()).collect();
    let fra = alle.iter().map(|a| a.fra).reduce(f64::min)?;
    // Open where one of them is.
    let til = alle.iter().map(|a| a.til).collect::<Option<Vec<_>>>();
    let til = til.and_then(|til| til.into_iter().reduce(f64::max));
    let tekst = danish::alder(&Alder { fra, til });
    let (tal, enhed) = tekst.rsplit_once('\u{a0}').unwrap_or((&tekst, ""));
    Some(key_figure(words.say(&text!("key-ages")), tal.to_owned(), enhed, String::new()))
}

fn steder(h: &Handover<'_>, i: &Indsats) -> Option<Noegletal> {
    let her = bydele(h, i);
    let ord = h.words.say(&text!("districts", n = her.len()));
    let (tal, enhed) = ord.split_once([' ', '\u{a0}'])?;
    // The places of a report need not be all of its city's bydele, so their number says nothing.
    let note = match her.as_slice() {
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
