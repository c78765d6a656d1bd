//! Numbers that the prose takes from a table or a series, and numbers that are told twice.

use super::sums::EPS;
use super::tables::{self, numbers_in, tables_of, trin};
use super::texts::{CheckedText, Section};
use super::tokens::{Kind, Token, percents_in};
use super::{Context, codes, dk, written};
use crate::finding::Finding;
use crate::report::model::{Enhed, Indsats, RaekkeRolle, Tabel};
use crate::text;
use crate::words::{Text, plain};

/// Percents that the text before a table gives to one of its rows, and totals named anywhere.
pub(crate) fn prose_against_table(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let all: Vec<(usize, String, &Tabel)> = tables_of(i).collect();
        for t in c.texts_in(nr) {
            for s in t.sentences() {
                if let Some((path, tabel)) = announced_table(&all, t.section, s) {
                    percents(c, i, t, s, (path, tabel), findings);
                }
                for (_, path, tabel) in &all {
                    totals(c, i, t, s, (path, tabel), findings);
                }
            }
        }
    }
}

/// The table right after the block that a sentence about `tabel…` stands in.
fn announced_table<'a>(
    all: &'a [(usize, String, &'a Tabel)],
    place: Section,
    s: &[Token],
) -> Option<(&'a str, &'a Tabel)> {
    let Section::Block(here) = place else { return None };
    s.iter().any(|t| t.lower.starts_with("tabel")).then_some(())?;
    let next = all.iter().find(|(nr, ..)| (here + 1..=here + 2).contains(nr));
    next.map(|(_, path, t)| (path.as_str(), *t))
}

fn percents(
    c: &Context<'_>,
    i: &Indsats,
    t: &CheckedText,
    s: &[Token],
    (path, tabel): (&str, &Tabel),
    findings: &mut Vec<Finding>,
) {
    let with_shares = percents_in(s);
    for (n, (fra, percent, decimals_of)) in with_shares.iter().enumerate() {
        let til = with_shares.get(n + 1).map_or(s.len(), |p| p.0);
        let clause = s.get(*fra..til).unwrap_or_default();
        let Some((r, row)) =
            tabel.raekker.iter().enumerate().find(|(_, r)| mentions(clause, &words_of(&r.navn)))
        else {
            continue;
        };
        let in_table: Vec<f64> = (0..tabel.kolonner.len())
            .filter(|k| tabel.kolonner.get(*k).is_some_and(|k| k.enhed == Enhed::Pct))
            .filter_map(|k| row.celler.get(k).and_then(tables::tal))
            .collect();
        let tolerance = trin(u32::from(*decimals_of)) / 2.0 + EPS;
        if !in_table.is_empty() && !in_table.iter().any(|x| (x - percent).abs() <= tolerance) {
            let number = Text::all_of(in_table.iter().map(|x| format!("{} %", written(*x))));
            let words =
                text!("count-percent", said = dk(*percent), row = &row.navn, table = number);
            let found = c.warn_text(codes::PROSE_TABLE, t, words);
            findings.push(
                found
                    .related(c.sted(i, &format!("{path}.raekker[{r}]")), text!("count-row-here"))
                    .hint(text!("count-hint")),
            );
        }
    }
}

fn totals(
    c: &Context<'_>,
    i: &Indsats,
    t: &CheckedText,
    s: &[Token],
    (path, tabel): (&str, &Tabel),
    findings: &mut Vec<Finding>,
) {
    for (r, row) in tabel.raekker.iter().enumerate() {
        if row.rolle != RaekkeRolle::Total {
            continue;
        }
        let word = words_of(&row.navn);
        if word.len() < 2 {
            continue;
        }
        let numbers: Vec<f64> = row.celler.iter().filter_map(tables::tal).collect();
        let [ialt] = numbers.as_slice() else { continue };
        for (n, token) in s.iter().enumerate() {
            let (Kind::Number(x, 0), None) = (token.kind, token.aar()) else { continue };
            let clause = s.get(n + 1..(n + 1 + word.len()).min(s.len())).unwrap_or_default();
            let same = clause.len() == word.len()
                && clause.iter().zip(&word).all(|(t, o)| t.lower.ends_with(o.as_str()));
            if same && (x - ialt).abs() > EPS {
                let line = text!(
                    "count-total",
                    said = dk(x),
                    words = super::tokens::linje(clause),
                    row = &row.navn,
                    table = dk(*ialt)
                );
                findings.push(
                    c.warn_text(codes::PROSE_TABLE, t, line)
                        .related(
                            c.sted(i, &format!("{path}.raekker[{r}]")),
                            text!("count-row-here"),
                        )
                        .hint(text!("count-hint")),
                );
            }
        }
    }
}

/// The words of a row's name that say what is counted: no parentheses, `antal`, `i alt`.
fn words_of(name: &str) -> Vec<String> {
    let without = name.split('(').next().unwrap_or_default().to_lowercase();
    without
        .split(|ch: char| !ch.is_alphanumeric() && ch != '-')
        .filter(|o| !matches!(*o, "" | "i" | "alt" | "antal" | "total" | "samlet"))
        .map(str::to_owned)
        .collect()
}

fn mentions(clause: &[Token], words: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|o| clause.iter().any(|t| &t.lower == o))
}

/// `84 unge startede i 2023`: a count of what a series counts, for one of its years.
pub(crate) fn prose_against_series(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        for t in c.texts_at(nr, Section::Brugere) {
            for s in t.sentences() {
                for (n, serie) in i.brugere.serie.iter().enumerate() {
                    let counted: Vec<String> = words_of(&serie.taeller);
                    for (k, token) in s.iter().enumerate() {
                        let (Kind::Number(x, 0), None) = (token.kind, token.aar()) else {
                            continue;
                        };
                        let Some(ord) = s.get(k + 1).filter(|o| counted.contains(&o.lower)) else {
                            continue;
                        };
                        let clause = s.get(k + 1..).unwrap_or_default();
                        let clause = clause.split(|t| t.is_sign(',')).next().unwrap_or_default();
                        let Some(aar) = clause.windows(2).find_map(|w| match w {
                            [i, aar] if i.lower == "i" => aar.aar(),
                            _ => None,
                        }) else {
                            continue;
                        };
                        let value = serie.vaerdier.get(&aar.to_string()).and_then(|v| v.tal());
                        if let Some(v) = value.filter(|v| (v.f64() - x).abs() > EPS) {
                            let line = text!(
                                "count-series",
                                said = dk(x),
                                words = &ord.text,
                                year = plain(aar),
                                series = &serie.navn,
                                value = dk(v.f64())
                            );
                            let field = format!("brugere.serie[{n}].vaerdier.{aar}");
                            findings.push(
                                c.warn_text(codes::PROSE_SERIES, t, line)
                                    .related(c.sted(i, &field), text!("count-series-here"))
                                    .hint(text!("count-series-hint")),
                            );
                        }
                    }
                }
            }
        }
    }
}

/// A total: the words of its label, unit, group, value, field.
type Set<'a> = (Vec<String>, Enhed, Option<&'a str>, f64, String);

/// Totals and base counts that two tables of an indsats give different values.
pub(crate) fn same_label(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        let mut set: Vec<Set<'_>> = Vec::new();
        for (_, path, t) in tables_of(i) {
            for nr in 0..t.kolonner.len() {
                for p in numbers_in(t, nr) {
                    let together =
                        matches!(p.row.rolle, RaekkeRolle::Total | RaekkeRolle::Grundlag);
                    let (true, Some(x)) = (together, p.number) else { continue };
                    let word = words_of(&p.row.navn);
                    let enhed = p.row.enhed.or(t.kolonner.get(nr).map(|k| k.enhed));
                    let enhed = enhed.unwrap_or_default();
                    if word.len() < 2 {
                        continue;
                    }
                    let field = tables::cell(&path, p.nr, nr);
                    let before = set.iter().find(|s| {
                        s.0 == word
                            && s.1 == enhed
                            && s.2 == t.periode.as_deref()
                            && (s.3 - x).abs() > EPS
                            && !field.starts_with(s.4.split(".raekker").next().unwrap_or_default())
                    });
                    if let Some(before) = before {
                        let line = text!(
                            "count-two",
                            row = &p.row.navn,
                            here = dk(x),
                            there = dk(before.3)
                        );
                        findings.push(
                            c.warn(codes::SAME_LABEL, i, &field, line)
                                .related(c.sted(i, &before.4), text!("count-two-there"))
                                .hint(text!("count-two-hint")),
                        );
                    }
                    set.push((word, enhed, t.periode.as_deref(), x, field));
                }
            }
        }
    }
}

/// `i gennemsnit cirka 20 timer` in the text before a table whose mean row says otherwise. `cirka`
/// is taken to allow a tenth.
pub(crate) fn averages(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let all: Vec<(usize, String, &Tabel)> = tables_of(i).collect();
        for t in c.texts_in(nr) {
            for s in t.sentences() {
                let average = s.iter().any(|t| t.lower.starts_with("gennemsnit"));
                let Some((path, tabel)) = announced_table(&all, t.section, s).filter(|_| average)
                else {
                    continue;
                };
                let said: Vec<f64> = s
                    .windows(2)
                    .filter_map(|w| match w {
                        [ca, tal] if ca.lower == "cirka" || ca.lower == "omtrent" => tal.tal(),
                        _ => None,
                    })
                    .chain(s.windows(3).filter_map(|w| match w {
                        [ca, point, tal] if ca.lower == "ca" && point.is_sign('.') => tal.tal(),
                        _ => None,
                    }))
                    .collect();
                mean_row(c, i, t, (path, tabel), &said, findings);
            }
        }
    }
}

fn mean_row(
    c: &Context<'_>,
    i: &Indsats,
    t: &CheckedText,
    (path, tabel): (&str, &Tabel),
    said: &[f64],
    findings: &mut Vec<Finding>,
) {
    let Some((r, row)) = tables::row_with(tabel, RaekkeRolle::Gennemsnit) else { return };
    let Some(enhed) = tabel.kolonner.first().map(|k| k.enhed) else { return };
    let printed: Vec<f64> = tabel
        .kolonner
        .iter()
        .zip(&row.celler)
        .filter(|(k, _)| k.enhed == enhed)
        .filter_map(|(_, cell)| tables::tal(cell))
        .collect();
    let differs = |(a, b): (&f64, &f64)| (a - b).abs() > b.abs() / 10.0 + EPS;
    if said.len() == printed.len() && said.iter().zip(&printed).any(differs) {
        let liste = |v: &[f64]| Text::all_of(v.iter().map(|x| written(*x)));
        let words =
            text!("count-mean", said = liste(said), row = &row.navn, table = liste(&printed));
        findings.push(
            c.warn_text(codes::PROSE_TABLE, t, words)
                .related(c.sted(i, &format!("{path}.raekker[{r}]")), text!("count-row-here"))
                .hint(text!("count-mean-hint")),
        );
    }
}

#[cfg(test)]
mod tests;
