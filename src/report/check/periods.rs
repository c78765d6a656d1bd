//! Time: days that do not exist, and periods that text and table tell differently.

use std::collections::BTreeMap;

use super::overview::siden;
use super::tables::tables_of;
use super::texts::{CheckedText, Section};
use super::tokens::Token;
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::danish::{Dato, MONTHS};
use crate::report::model::{Blok, Indsats, Tabel};
use crate::text;
use crate::words::{Text, plain};

/// A leap year, for days without a year.
const LEAP_YEAR: i32 = 2024;

/// Dates that the calendar lacks. The same date in several fields of an indsats is told once.
pub(crate) fn dates(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
    for t in &c.texts {
        for s in t.sentences() {
            for dato in (0..s.len()).filter_map(|n| impossible(s, n)) {
                let words = text!("no-such-date", date = &dato);
                let nr = *seen.entry((t.indsats, dato)).or_insert(findings.len());
                match findings.get_mut(nr) {
                    Some(before) => {
                        before
                            .related
                            .push(((c.finder)(&t.file, &t.field), text!("check-and-here")));
                    }
                    None => findings.push(
                        c.warn_text(codes::IMPOSSIBLE_DATE, t, words)
                            .hint(text!("no-such-date-hint")),
                    ),
                }
            }
        }
    }
}

/// The date that begins at token `n`, as written, where the calendar lacks it.
fn impossible(s: &[Token], n: usize) -> Option<String> {
    let before = n.checked_sub(1).and_then(|f| s.get(f));
    let day = s.get(n)?;
    let d = u8::try_from(day.heltal()?).ok().filter(|_| day.tal().is_some())?;
    let next = |k: usize| s.get(n + k);
    let tal = |k: usize| next(k).and_then(Token::heltal).and_then(|x| u8::try_from(x).ok());
    let written = |til: usize| super::tokens::linje(s.get(n..n + til).unwrap_or_default());
    if !day.luft && before.is_some_and(|f| f.is_sign('.') || f.streg()) {
        return None;
    }
    if next(1)?.is_sign('.') {
        if let Some(m) = next(2).and_then(Token::month) {
            let aar = next(3).and_then(Token::aar);
            let long = if aar.is_some() { 4 } else { 3 };
            let impossible = Dato::ny(aar.unwrap_or(LEAP_YEAR), m, d).is_none();
            return impossible.then(|| written(long));
        }
        let (m, aar) = (tal(2)?, next(4).filter(|_| next(3).is_some_and(|p| p.is_sign('.'))));
        let aar = aar.and_then(Token::aar)?;
        return Dato::ny(aar, m, d).is_none().then(|| written(5));
    }
    if next(1)?.is_sign('/') {
        // A fraction can look like a day; only a real month makes it one.
        let m = tal(2).filter(|m| (1..=12).contains(m) && (1..=31).contains(&d))?;
        let aar = next(3).and_then(Token::aar);
        let long = if aar.is_some() { 4 } else { 3 };
        return Dato::ny(aar.unwrap_or(LEAP_YEAR), m, d).is_none().then(|| written(long));
    }
    None
}

/// Series: the first year against `siden` in the users' prose, the last against the data year,
/// and no year left out.
pub(crate) fn series(c: &Context<'_>, findings: &mut Vec<Finding>) {
    const ABOUT_THE_SERIES: [&str; 6] =
        ["opgørelse", "tal", "antal", "medlemstal", "tabel", "mange"];
    let dataaar = c.report.rapport.dataaar;
    for (nr, i) in c.indsatser() {
        let aar: Vec<Vec<i32>> =
            i.brugere.serie.iter().map(|s| s.aar().map(|(aar, _)| aar).collect()).collect();
        let first = aar.iter().flatten().min();
        for t in c.texts_at(nr, Section::Brugere) {
            for s in t.sentences() {
                let about =
                    s.iter().any(|t| ABOUT_THE_SERIES.iter().any(|o| t.lower.starts_with(o)));
                let (true, Some(said), Some(first)) = (about, siden(s), first) else { continue };
                if said < *first {
                    let words = text!("period-since", said = plain(said), first = plain(first));
                    findings.push(
                        c.warn_text(codes::PERIOD, t, words)
                            .related(
                                c.sted(i, "brugere.serie[0].vaerdier"),
                                text!("count-series-here"),
                            )
                            .hint(text!("period-since-hint", first = plain(first))),
                    );
                }
            }
        }
        for (n, aar) in aar.iter().enumerate() {
            let field = format!("brugere.serie[{n}].vaerdier");
            let (Some(first), Some(last)) = (aar.iter().min(), aar.iter().max()) else {
                continue;
            };
            // A year that is still to come is a slip: what it leaves open says nothing more.
            if *last > dataaar {
                let words = text!("series-beyond", last = plain(last), year = plain(dataaar));
                let field = format!("{field}.{last}");
                findings.push(
                    c.warn(codes::SERIES_YEARS, i, &field, words).hint(text!("series-beyond-hint")),
                );
                continue;
            }
            if *last != dataaar {
                let words = text!("series-ends", last = plain(last), year = plain(dataaar));
                findings.push(
                    c.warn(codes::SERIES_YEARS, i, &field, words).hint(text!("series-years-hint")),
                );
            }
            let gaps: Vec<String> =
                (*first..*last).filter(|a| !aar.contains(a)).map(|a| a.to_string()).collect();
            if !gaps.is_empty() {
                let words = text!("series-lacks", years = Text::list(gaps));
                findings.push(
                    c.warn(codes::SERIES_YEARS, i, &field, words).hint(text!("series-years-hint")),
                );
            }
        }
    }
}

/// The only year that a text names.
fn only_year(text: &str) -> Option<i32> {
    let tokens = super::tokens::tokens(text);
    let aar: Vec<i32> = tokens.iter().filter_map(Token::aar).collect();
    match aar.as_slice() {
        [aar] => Some(*aar),
        _ => None,
    }
}

/// Heads and periods that name one year, with a row that names another.
pub(crate) fn heads(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, path, t) in tables_of(i) {
            let heads = [
                ("raekkehoved", only_year(&t.raekkehoved), &t.raekkehoved),
                ("titel", only_year(&t.titel), &t.titel),
            ];
            let Some((felt, aar, head)) =
                heads.into_iter().find_map(|(f, aar, h)| aar.map(|a| (f, a, h)))
            else {
                continue;
            };
            for (n, r) in t.raekker.iter().enumerate() {
                if let Some(other) = only_year(&r.navn).filter(|a| *a != aar) {
                    let words = text!("head-year", head = head, row = &r.navn, year = plain(other));
                    findings.push(
                        c.warn(codes::HEAD_YEAR, i, &format!("{path}.raekker[{n}].navn"), words)
                            .related(c.sted(i, &format!("{path}.{felt}")), text!("head-here"))
                            .hint(text!("head-year-hint")),
                    );
                }
            }
        }
    }
}

/// The months of a table's rows, each with its year where one is known.
fn row_months(t: &Tabel) -> Vec<(Option<i32>, u8, &str)> {
    let aar = only_year(&t.raekkehoved)
        .or_else(|| t.periode.as_deref().and_then(only_year))
        .or_else(|| only_year(&t.titel));
    t.raekker
        .iter()
        .filter_map(|r| {
            let tokens = super::tokens::tokens(&r.navn);
            let m = tokens.first()?.month()?;
            Some((tokens.iter().find_map(Token::aar).or(aar), m, r.navn.as_str()))
        })
        .collect()
}

/// `Den senest opgjorte måned er oktober 2023` under a table that goes on to November.
pub(crate) fn latest_month(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        for t in c.texts_in(nr) {
            let Section::Block(here) = t.section else { continue };
            for s in t.sentences() {
                let latest = s.windows(3).any(|w| {
                    matches!(w, [a, b, m] if a.lower.starts_with("senest")
                        && b.lower.starts_with("opgjor") && m.lower.starts_with("måned"))
                });
                let said = s
                    .iter()
                    .enumerate()
                    .find_map(|(n, t)| Some((s.get(n + 1).and_then(Token::aar), t.month()?)));
                let (true, Some((aar, month))) = (latest, said) else { continue };
                // The text stands under the tables that it is about.
                let over = tables_of(i).filter(|(nr, ..)| *nr < here && here - nr <= 4);
                for (_, path, tabel) in over {
                    later(c, i, t, (&path, tabel), (aar, month), findings);
                }
            }
        }
    }
}

fn later(
    c: &Context<'_>,
    i: &Indsats,
    t: &CheckedText,
    (path, tabel): (&str, &Tabel),
    (aar, month): (Option<i32>, u8),
    findings: &mut Vec<Finding>,
) {
    let all = row_months(tabel);
    let later =
        |m: &&(Option<i32>, u8, &str)| aar.is_some() && m.0.is_some() && (m.0, m.1) > (aar, month);
    if let Some(sen) = all.iter().rev().find(later) {
        let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
        let month = aar.map_or_else(|| name.to_owned(), |aar| format!("{name} {aar}"));
        let words = text!("latest-month", month = month, row = sen.2);
        findings.push(
            c.warn_text(codes::PERIOD, t, words)
                .related(c.sted(i, &format!("{path}.raekker")), text!("latest-month-here"))
                .hint(text!("latest-month-hint")),
        );
    }
}

/// `en periode på 12 måneder` before a table with another number of months.
pub(crate) fn months(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let all: Vec<(String, &Blok)> = i.blokke().collect();
        for t in c.texts_in(nr) {
            let Section::Block(here) = t.section else { continue };
            let Some((path, Blok::Tabel(tabel))) = all.get(here + 1) else { continue };
            let counted = row_months(tabel).len();
            for s in t.sentences() {
                let about = s.iter().any(|t| t.lower.starts_with("tabel"))
                    && s.iter().any(|t| t.lower.contains("periode"));
                let said = s.windows(2).find_map(|w| match w {
                    [n, m] if m.lower.starts_with("måned") => n.heltal(),
                    _ => None,
                });
                if let (true, Some(said)) = (about && counted >= 2, said)
                    && said != counted
                {
                    let words = text!("months", said = said, n = counted);
                    findings.push(
                        c.warn_text(codes::PERIOD, t, words)
                            .related(c.sted(i, path), text!("months-here"))
                            .hint(text!("count-hint")),
                    );
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
