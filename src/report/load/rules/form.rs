//! Years, dates, ages, names, series, amounts.

use super::whole::whole;
use super::{FAGPRINCIPPER_FILE, RAPPORT_FILE, Rules};
use crate::report::codes;
use crate::report::danish::Dato;
use crate::report::load::FieldPath;
use crate::report::load::words::shown;
use crate::report::model::{Alder, Brugere, Enhed, Fagprincip, Indsats, Rapport, Serie, Vaerdi};
use crate::text;
use crate::theme::Rgb;
use crate::words::plain;

/// Longest name that a page takes, characters.
const LONG_NAME: usize = 120;
/// Longest name for running heads and charts, characters.
const SHORT_NAME: usize = 28;

pub(super) fn rapport(rules: &mut Rules<'_>, rapport: &Rapport) {
    let folder = rules.dir.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let is_year = folder.len() == 4 && folder.bytes().all(|b| b.is_ascii_digit());
    if is_year && folder != rapport.aar.to_string() {
        let words = text!("load-year-folder", year = plain(rapport.aar), folder = folder);
        rules.error(
            codes::WRONG_YEAR,
            (RAPPORT_FILE, "aar"),
            words,
            text!("load-year-folder-hint"),
        );
    }
    if rapport.dataaar > rapport.aar {
        let words =
            text!("load-data-year", data = plain(rapport.dataaar), year = plain(rapport.aar));
        rules.error(
            codes::WRONG_YEAR,
            (RAPPORT_FILE, "dataaar"),
            words,
            text!("load-data-year-hint"),
        );
    }
    if let Some(dato) = &rapport.dato
        && Dato::read(dato).is_none()
    {
        let words = text!("load-date", date = shown(dato));
        rules.error(codes::DATE, (RAPPORT_FILE, "dato"), words, text!("load-date-hint"));
    }
    name(rules, (RAPPORT_FILE, "titel"), &rapport.titel);
}

pub(super) fn fagprincipper(rules: &mut Rules<'_>, principles: &[Fagprincip]) {
    for (n, principle) in principles.iter().enumerate() {
        let Some(colour) = &principle.farve else { continue };
        if colour.rgb.parse::<Rgb>().is_err() {
            let field = format!("fagprincip[{n}].farve.rgb");
            let words = text!("load-colour", colour = shown(&colour.rgb));
            let hint = text!("load-colour-hint");
            rules.error(codes::COLOUR, (FAGPRINCIPPER_FILE, &field), words, hint);
        }
    }
}

pub(super) fn indsats(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    name(rules, (file, "navn"), &i.navn);
    name(rules, (file, "overblik.navn"), &i.overblik.navn);
    short_name(rules, file, i);
    if let Some(siden) = &i.siden
        && !(1900..=2100).contains(&siden.aar())
    {
        let words = text!("load-since", year = plain(siden.aar()));
        rules.error(codes::OUT_OF_RANGE, (file, "siden"), words, text!("load-since-hint"));
    }
    if let Some(alder) = &i.overblik.alder {
        ages(rules, (file, "overblik.alder"), alder);
    }
    for (n, maalgruppe) in i.brugere.maalgrupper.iter().enumerate() {
        if let Some(alder) = &maalgruppe.alder {
            ages(rules, (file, &format!("brugere.maalgrupper[{n}].alder")), alder);
        }
    }
    brugere(rules, file, &i.brugere);
    geografi(rules, file, i);
    check_value(rules, (file, "oekonomi.beloeb"), &i.oekonomi.beloeb, Enhed::Kr);
    for (n, del) in i.oekonomi.opdeling.iter().enumerate() {
        check_value(
            rules,
            (file, &format!("oekonomi.opdeling[{n}].beloeb")),
            &del.beloeb,
            Enhed::Kr,
        );
    }
}

fn name(rules: &mut Rules<'_>, at: (&str, &str), name: &str) {
    let length = name.chars().count();
    if length > LONG_NAME {
        let words = text!("load-long-name", field = at.1, n = length);
        rules.warning(codes::LONG_NAME, at, words, text!("load-long-name-hint", most = LONG_NAME));
    }
}

fn short_name(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    match &i.kort_navn {
        Some(kort) if kort.chars().count() > SHORT_NAME => {
            let words = text!("load-long-name", field = "kort_navn", n = kort.chars().count());
            let hint = text!("load-long-name-hint", most = SHORT_NAME);
            rules.warning(codes::LONG_NAME, (file, "kort_navn"), words, hint);
        }
        None if i.navn.chars().count() > SHORT_NAME => {
            let words = text!("load-no-short-name", n = i.navn.chars().count());
            let hint = text!("load-no-short-name-hint", most = SHORT_NAME);
            rules.warning(codes::LONG_NAME, (file, "navn"), words, hint);
        }
        _ => {}
    }
}

fn ages(rules: &mut Rules<'_>, at: (&str, &str), alder: &Alder) {
    if let Some(til) = alder.til
        && alder.fra > til
    {
        let words = text!("load-ages", from = plain(alder.fra), to = plain(til));
        rules.error(codes::AGES, at, words, text!("load-ages-hint"));
    }
}

fn brugere(rules: &mut Rules<'_>, file: &str, brugere: &Brugere) {
    for (n, serie) in brugere.serie.iter().enumerate() {
        series(rules, file, &format!("brugere.serie[{n}]"), serie);
    }
    if !brugere.par {
        return;
    }
    let at = (file, "brugere.par");
    match brugere.serie.as_slice() {
        [en, to] if en.vaerdier.keys().eq(to.vaerdier.keys()) => {}
        [_, _] => {
            rules.error(codes::PAIR, at, text!("load-pair-years"), text!("load-pair-years-hint"));
        }
        serier => {
            let words = text!("load-pair", n = serier.len());
            rules.error(codes::PAIR, at, words, text!("load-pair-hint"));
        }
    }
}

fn series(rules: &mut Rules<'_>, file: &str, field: &str, serie: &Serie) {
    for (aar, value) in &serie.vaerdier {
        let at = FieldPath::parse(&format!("{field}.vaerdier")).key(aar).to_string();
        let year = aar.len() == 4 && aar.bytes().all(|b| b.is_ascii_digit());
        if !year || !aar.parse().is_ok_and(|a: i32| (1990..=2100).contains(&a)) {
            let words = text!("load-series-year", year = shown(aar));
            rules.error(codes::SERIES_YEAR, (file, &at), words, text!("load-series-year-hint"));
        }
        check_value(rules, (file, &at), value, serie.enhed);
    }
    let years: Vec<i32> = serie.aar().map(|(aar, _)| aar).collect();
    if let (Some(first), Some(last), Some(year)) = (years.first(), years.last(), serie.databrud)
        && !(*first < year && year <= *last)
    {
        let words =
            text!("load-break", year = plain(year), first = plain(*first), last = plain(*last));
        let at = format!("{field}.databrud");
        rules.error(codes::SERIES_YEAR, (file, &at), words, text!("load-break-hint"));
    }
}

fn geografi(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    match (i.geografi.bydaekkende, i.geografi.bydele.is_empty()) {
        (true, false) => rules.error(
            codes::GEOGRAPHY,
            (file, "geografi.bydele"),
            text!("load-city-and-districts"),
            text!("load-city-and-districts-hint"),
        ),
        (false, true) => rules.error(
            codes::GEOGRAPHY,
            (file, "geografi"),
            text!("load-no-place"),
            text!("load-no-place-hint"),
        ),
        _ => {}
    }
}

/// A count or an amount is not negative.
pub(super) fn check_value(rules: &mut Rules<'_>, at: (&str, &str), value: &Vaerdi, enhed: Enhed) {
    let tal = match value {
        Vaerdi::Tal(tal) => Some(*tal),
        Vaerdi::Fuld(fuld) => Some(fuld.tal),
        Vaerdi::Tom(_) => None,
    };
    if let Some(tal) = tal {
        not_negative(rules, at, tal.f64(), enhed);
    }
    if let Some(maerke) = value.maerke() {
        mark(rules, at, maerke);
    }
}

/// A count or an amount is not negative, and whole.
pub(super) fn not_negative(rules: &mut Rules<'_>, at: (&str, &str), number: f64, enhed: Enhed) {
    let counts = !matches!(enhed, Enhed::Pct | Enhed::Tekst);
    if counts && number < 0.0 {
        let words = text!("load-negative", field = at.1, n = number);
        rules.error(codes::NEGATIVE, at, words, text!("load-negative-hint"));
    }
    whole(rules, at, enhed);
}

pub(super) fn mark(rules: &mut Rules<'_>, at: (&str, &str), mark: &str) {
    if !matches!(mark, "*" | "**" | "***") {
        let words = text!("load-mark", mark = shown(mark));
        rules.error(codes::MARK, at, words, text!("load-mark-hint"));
    }
}
