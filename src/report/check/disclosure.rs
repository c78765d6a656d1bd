//! Disclosure control: counts of persons so small that they tell about somebody, and withheld
//! counts that the others give away.
//!
//! Withheld counts are unknowns ([`solve`]), and what is printed around them are equations ([`told`]).
//!
//! The rule is that of Danmarks Statistik and of registers of vulnerable persons: counts from 1 to
//! one below the threshold are withheld, and where a total stands beside them a second one too.

use super::sums::EPS;
use super::tables::{CellValue, cell, decimals_of, numbers_in, tables_of, tal, trin};
use super::{Context, codes, dk};
use crate::finding::Finding;
use crate::report::model::{Blok, Enhed, Indsats, RaekkeRolle, Tabel, Tilstand};
use crate::text;
use crate::words::{Text, plain};

/// Counts below the threshold.
pub(crate) fn small_counts(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let graense = f64::from(c.report.rapport.diskretion.graense);
    let small = |x: f64| x > EPS && x < graense - EPS;
    for (_, i) in c.indsatser() {
        for (_, path, t) in tables_of(i) {
            for nr in 0..t.kolonner.len() {
                findings.extend(column(c, i, (&path, t, nr), graense));
                findings.extend(share_of_base(c, i, (&path, t, nr), graense));
            }
        }
        for (n, s) in i.brugere.serie.iter().enumerate().filter(|(_, s)| s.enhed == Enhed::Personer)
        {
            let small_ones: Vec<Text> = s
                .aar()
                .filter_map(|(aar, v)| Some((aar, v.tal()?.f64())))
                .filter(|(_, x)| small(*x))
                .map(|(aar, x)| text!("small-of-year", year = plain(aar), n = dk(x)))
                .collect();
            if !small_ones.is_empty() {
                let field = format!("brugere.serie[{n}].vaerdier");
                findings.push(tell(c, i, &field, &s.navn, graense, &small_ones));
            }
        }
        for (path, blok) in i.blokke() {
            findings.extend(of_block(c, i, (&path, blok), graense));
        }
    }
}

fn tell(
    c: &Context<'_>,
    i: &Indsats,
    field: &str,
    where_told: impl Into<Text>,
    limit: f64,
    small_ones: &[Text],
) -> Finding {
    let words = text!(
        "small-counts",
        n = small_ones.len(),
        limit = dk(limit),
        place = where_told.into(),
        counts = Text::list(small_ones)
    );
    c.warn(codes::SMALL_COUNT, i, field, words).hint(text!("small-counts-hint"))
}

/// A small count with its name.
fn small(name: &str, n: f64) -> Text {
    text!("small-count", name = name, n = dk(n))
}

/// A share with the small count that it is of a base.
fn small_share(name: &str, percent: f64, base: f64, n: f64) -> Text {
    text!("small-share", name = name, percent = dk(percent), base = dk(base), n = dk(n))
}

/// Whether a column counts persons: by its unit, or any count in a sensitive table.
fn persons(t: &Tabel, nr: usize) -> bool {
    let enhed = t.kolonner.get(nr).map(|k| k.enhed);
    enhed == Some(Enhed::Personer) || (t.foelsom && enhed == Some(Enhed::Antal))
}

fn column(
    c: &Context<'_>,
    i: &Indsats,
    (path, t, nr): (&str, &Tabel, usize),
    limit: f64,
) -> Option<Finding> {
    if !persons(t, nr) {
        return None;
    }
    let items = numbers_in(t, nr);
    let small_ones: Vec<(&CellValue<'_>, f64)> = items
        .iter()
        .filter(|p| p.row.rolle != RaekkeRolle::Gennemsnit)
        .filter_map(|p| Some((p, p.number?)))
        .filter(|(_, x)| *x > EPS && *x < limit - EPS)
        .collect();
    let (first, _) = small_ones.first()?;
    let written: Vec<Text> = small_ones.iter().map(|(p, x)| small(navn(p), *x)).collect();
    let where_told = match t.kolonner.get(nr).map(|k| k.navn.as_str()) {
        Some("") | None => t.titel.clone(),
        Some(navn) => format!("{}: {navn}", t.titel),
    };
    let mut f = tell(c, i, &cell(path, first.nr, nr), &where_told, limit, &written);
    let sum = items.iter().find(|p| {
        matches!(p.row.rolle, RaekkeRolle::Total | RaekkeRolle::Subtotal) && p.number.is_some()
    });
    if let (Some(sum), [_]) = (sum, small_ones.as_slice()) {
        let next = items
            .iter()
            .filter(|p| p.row.rolle == RaekkeRolle::Data)
            .filter_map(|p| Some((p, p.number?)))
            .filter(|(_, x)| *x >= limit - EPS)
            .min_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((p, x)) = next {
            f = f.hint(text!("small-second-hint", name = navn(p), n = dk(x), sum = navn(sum)));
        }
    }
    for (p, _) in small_ones.iter().skip(1) {
        f.related.push((c.sted(i, &cell(path, p.nr, nr)), text!("check-and-here")));
    }
    Some(f)
}

fn navn<'a>(p: &CellValue<'a>) -> &'a str {
    &p.row.navn
}

/// A share and its base in one sensitive table give a count.
fn share_of_base(
    c: &Context<'_>,
    i: &Indsats,
    (path, t, nr): (&str, &Tabel, usize),
    limit: f64,
) -> Option<Finding> {
    if !t.foelsom || t.kolonner.get(nr)?.enhed != Enhed::Pct {
        return None;
    }
    let mut rows = t.raekker.iter();
    let base = rows.find(|r| r.rolle == RaekkeRolle::Grundlag && r.enhed == Some(Enhed::Personer));
    // Of the column, else of the whole table.
    let n = match base {
        Some(row) => row.celler.get(nr).and_then(tal)?,
        None => t.n? as f64,
    };
    let items = numbers_in(t, nr);
    let small_ones: Vec<(&CellValue<'_>, f64)> = items
        .iter()
        .filter_map(|p| Some((p, (p.number? * n / 100.0).round())))
        .filter(|(_, x)| *x > EPS && *x < limit - EPS)
        .collect();
    let (first, _) = small_ones.first()?;
    let written: Vec<Text> = small_ones
        .iter()
        .map(|(p, x)| small_share(navn(p), p.number.unwrap_or(0.0), n, *x))
        .collect();
    Some(tell(c, i, &cell(path, first.nr, nr), &t.titel, limit, &written))
}

/// Withheld counts that what is printed beside them gives away.
pub(crate) fn suppressed(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let graense = i64::from(c.report.rapport.diskretion.graense).max(2);
    for (_, i) in c.indsatser().filter(|(_, i)| withholds(i)) {
        let system = told::system(i);
        for pinned in system.pinned(graense) {
            let Some(unknown) = system.unknowns.get(pinned.unknown) else { continue };
            let reasons = pinned.from.iter().filter_map(|nr| system.equations.get(*nr));
            let words = text!(
                "given-away",
                name = &unknown.name,
                n = pinned.value,
                reasons = Text::all_of(reasons.map(|e| &e.words))
            );
            let finding = c.warn(codes::GIVEN_AWAY, i, &unknown.field, words);
            findings.push(finding.hint(text!("given-away-hint")));
        }
    }
}

/// Whether an indsats withholds anything.
fn withholds(i: &Indsats) -> bool {
    let hidden = |t: Tilstand| t == Tilstand::Diskretion;
    i.brugere.serie.iter().flat_map(|s| s.vaerdier.values()).any(|v| hidden(v.tilstand()))
        || i.blokke().any(|(_, blok)| match blok {
            Blok::Tabel(t) => {
                t.raekker.iter().flat_map(|r| &r.celler).any(|c| hidden(c.tilstand()))
            }
            Blok::Figur(f) => {
                f.serier.iter().flat_map(|s| &s.vaerdier).any(|v| hidden(v.tilstand()))
            }
            _ => false,
        })
}

/// Callouts of a few persons, and figures in percent whose base makes them a few persons.
fn of_block(
    c: &Context<'_>,
    i: &Indsats,
    (path, blok): (&str, &Blok),
    limit: f64,
) -> Option<Finding> {
    let is_small = |x: f64| x > EPS && x < limit - EPS;
    match blok {
        Blok::Tal(t) => {
            let persons = t.poster.iter().filter(|p| p.enhed == Enhed::Personer);
            let small_ones: Vec<Text> = persons
                .flat_map(|p| p.tal.iter().filter_map(move |v| Some((p, v.tal()?.f64()))))
                .filter(|(_, x)| is_small(*x))
                .map(|(p, x)| small(p.titel.as_deref().unwrap_or(&p.tekst), x))
                .collect();
            let where_told = t.titel.as_deref().map_or_else(|| text!("small-callouts"), Text::from);
            (!small_ones.is_empty()).then(|| tell(c, i, path, where_told, limit, &small_ones))
        }
        Blok::Figur(f) if f.enhed == Enhed::Personer => {
            let vaerdier = f.serier.iter().flat_map(|s| f.kategorier.iter().zip(&s.vaerdier));
            let small_ones: Vec<Text> = vaerdier
                .filter_map(|(k, v)| Some((k, v.tal()?.f64())))
                .filter(|(_, x)| is_small(*x))
                .map(|(k, x)| small(k, x))
                .collect();
            (!small_ones.is_empty()).then(|| tell(c, i, path, &f.titel, limit, &small_ones))
        }
        Blok::Figur(f) if f.enhed == Enhed::Pct => {
            let n = f.n? as f64;
            let vaerdier = f.serier.iter().flat_map(|s| f.kategorier.iter().zip(&s.vaerdier));
            let small_ones: Vec<Text> = vaerdier
                .filter_map(|(k, v)| Some((k, v.tal()?.f64())))
                .filter_map(|(k, p)| {
                    let antal = few(p, n, limit)?;
                    Some(small_share(k, p, n, antal))
                })
                .collect();
            (!small_ones.is_empty()).then(|| tell(c, i, path, &f.titel, limit, &small_ones))
        }
        _ => None,
    }
}

/// The number of persons below the threshold that a rounded percentage of `n` must be; none where
/// it may be another, or is not below.
fn few(p: f64, n: f64, limit: f64) -> Option<f64> {
    let half = trin(decimals_of(p)) / 2.0;
    let fra = ((p - half) * n / 100.0 - EPS).ceil().max(0.0);
    let til = ((p + half) * n / 100.0 + EPS).floor();
    (fra <= til && fra > EPS && til < limit - EPS).then(|| (p * n / 100.0).round())
}

mod solve;
#[cfg(test)]
mod tests;
mod told;
