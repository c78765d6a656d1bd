//! Years, dates, ages, names, series, amounts.

use super::whole::whole;
use super::{RAPPORT_FILE, Rules};
use crate::report::codes;
use crate::report::danish::Dato;
use crate::report::load::FieldPath;
use crate::report::load::words::shown;
use crate::report::model::{Alder, Brugere, Enhed, Indsats, Rapport, Serie, Vaerdi};

/// Longest name that a page takes, characters.
const LONG_NAME: usize = 120;
/// Longest name for running heads and charts, characters.
const SHORT_NAME: usize = 28;

pub(super) fn rapport(rules: &mut Rules<'_>, rapport: &Rapport) {
    let folder = rules.dir.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let is_year = folder.len() == 4 && folder.bytes().all(|b| b.is_ascii_digit());
    if is_year && folder != rapport.aar.to_string() {
        let words = format!("the report's year is {}, its folder is `{folder}`", rapport.aar);
        rules.error(codes::WRONG_YEAR, (RAPPORT_FILE, "aar"), words, "give both the same year");
    }
    if rapport.dataaar > rapport.aar {
        let words =
            format!("the data year {} is after the report's year {}", rapport.dataaar, rapport.aar);
        rules.error(
            codes::WRONG_YEAR,
            (RAPPORT_FILE, "dataaar"),
            words,
            "the data year is the report's or before",
        );
    }
    if let Some(dato) = &rapport.dato
        && Dato::laes(dato).is_none()
    {
        let words = format!("`{}` is no date", shown(dato));
        rules.error(codes::DATE, (RAPPORT_FILE, "dato"), words, "write it as 2024-05-01");
    }
    name(rules, (RAPPORT_FILE, "titel"), &rapport.titel);
}

pub(super) fn indsats(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    name(rules, (file, "navn"), &i.navn);
    name(rules, (file, "overblik.navn"), &i.overblik.navn);
    short_name(rules, file, i);
    if let Some(siden) = &i.siden
        && !(1900..=2100).contains(&siden.aar())
    {
        let words = format!("`siden` is the year {}", siden.aar());
        rules.error(
            codes::OUT_OF_RANGE,
            (file, "siden"),
            words,
            "it takes a year from 1900 to 2100",
        );
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
    value(rules, (file, "oekonomi.beloeb"), &i.oekonomi.beloeb, Enhed::Kr);
    for (n, del) in i.oekonomi.opdeling.iter().enumerate() {
        value(rules, (file, &format!("oekonomi.opdeling[{n}].beloeb")), &del.beloeb, Enhed::Kr);
    }
}

fn name(rules: &mut Rules<'_>, at: (&str, &str), name: &str) {
    let length = name.chars().count();
    if length > LONG_NAME {
        let words = format!("`{}` is {length} characters long", at.1);
        rules.warning(codes::LONG_NAME, at, words, "at most 120 fit the page");
    }
}

fn short_name(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    match &i.kort_navn {
        Some(kort) if kort.chars().count() > SHORT_NAME => {
            let words = format!("`kort_navn` is {} characters long", kort.chars().count());
            rules.warning(codes::LONG_NAME, (file, "kort_navn"), words, "at most 28 fit");
        }
        None if i.navn.chars().count() > SHORT_NAME => {
            let words = format!(
                "`navn` is {} characters long and has no `kort_navn`",
                i.navn.chars().count()
            );
            let hint = "add a `kort_navn` of at most 28 characters for running heads and charts";
            rules.warning(codes::LONG_NAME, (file, "navn"), words, hint);
        }
        _ => {}
    }
}

fn ages(rules: &mut Rules<'_>, at: (&str, &str), alder: &Alder) {
    if let Some(til) = alder.til
        && alder.fra > til
    {
        let words = format!("the ages run from {} to {til}", alder.fra);
        rules.error(codes::AGES, at, words, "`fra` is not greater than `til`");
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
        [_, _] => rules.error(
            codes::PAIR,
            at,
            "the two series of a pair have different years",
            "give both the same years; \"mangler\" where a value is missing",
        ),
        serier => {
            let words = format!("`par = true` with {} series", serier.len());
            rules.error(codes::PAIR, at, words, "a pair is two series");
        }
    }
}

fn series(rules: &mut Rules<'_>, file: &str, field: &str, serie: &Serie) {
    for (aar, vaerdi) in &serie.vaerdier {
        let at = FieldPath::parse(&format!("{field}.vaerdier")).key(aar).to_string();
        let year = aar.len() == 4 && aar.bytes().all(|b| b.is_ascii_digit());
        if !year || !aar.parse().is_ok_and(|a: i32| (1990..=2100).contains(&a)) {
            let words = format!("`{}` is no year of a series", shown(aar));
            rules.error(codes::SERIES_YEAR, (file, &at), words, "keys are years from 1990 to 2100");
        }
        value(rules, (file, &at), vaerdi, serie.enhed);
    }
}

fn geografi(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    match (i.geografi.bydaekkende, i.geografi.bydele.is_empty()) {
        (true, false) => rules.error(
            codes::GEOGRAPHY,
            (file, "geografi.bydele"),
            "the whole city and bydele at once",
            "leave `bydele` out, or `bydaekkende`",
        ),
        (false, true) => rules.error(
            codes::GEOGRAPHY,
            (file, "geografi"),
            "neither the whole city nor any bydel",
            "write `bydaekkende = true` or `bydele = [\"Valby\"]`",
        ),
        _ => {}
    }
}

/// A count or an amount is not negative.
pub(super) fn value(rules: &mut Rules<'_>, at: (&str, &str), vaerdi: &Vaerdi, enhed: Enhed) {
    let tal = match vaerdi {
        Vaerdi::Tal(tal) => Some(*tal),
        Vaerdi::Fuld(fuld) => Some(fuld.tal),
        Vaerdi::Tom(_) => None,
    };
    if let Some(tal) = tal {
        not_negative(rules, at, tal.f64(), enhed);
    }
    if let Some(maerke) = vaerdi.maerke() {
        mark(rules, at, maerke);
    }
}

/// A count or an amount is not negative, and whole.
pub(super) fn not_negative(rules: &mut Rules<'_>, at: (&str, &str), tal: f64, enhed: Enhed) {
    let counts = !matches!(enhed, Enhed::Pct | Enhed::Tekst);
    if counts && tal < 0.0 {
        let words = format!("`{}` is negative: {tal}", at.1);
        rules.error(codes::NEGATIVE, at, words, "counts and amounts are zero or more");
    }
    whole(rules, at, enhed);
}

pub(super) fn mark(rules: &mut Rules<'_>, at: (&str, &str), maerke: &str) {
    if !matches!(maerke, "*" | "**" | "***") {
        let words = format!("`{}` is no footnote mark", shown(maerke));
        rules.error(codes::MARK, at, words, "marks are `*`, `**` and `***`");
    }
}
