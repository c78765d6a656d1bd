//! Numbers that the prose takes from a table or a series, and numbers that are told twice.

use super::ord::{Slags, Token, percents_in};
use super::sums::EPS;
use super::tabeller::{self, numbers_in, tabeller, trin};
use super::tekster::{Sted, Tekst};
use super::{Context, codes, dk, skrevet};
use crate::finding::Finding;
use crate::report::model::{Enhed, Indsats, RaekkeRolle, Tabel};
use crate::text;
use crate::words::{Text, plain};

/// Percents that the text before a table gives to one of its rows, and totals named anywhere.
pub(crate) fn prose_against_table(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let alle: Vec<(usize, String, &Tabel)> = tabeller(i).collect();
        for t in c.tekster_i(nr) {
            for s in t.saetninger() {
                if let Some((sti, tabel)) = announced_table(&alle, t.sted, s) {
                    percents(c, i, t, s, (sti, tabel), fund);
                }
                for (_, sti, tabel) in &alle {
                    totals(c, i, t, s, (sti, tabel), fund);
                }
            }
        }
    }
}

/// The table right after the block that a sentence about `tabel…` stands in.
fn announced_table<'a>(
    alle: &'a [(usize, String, &'a Tabel)],
    sted: Sted,
    s: &[Token],
) -> Option<(&'a str, &'a Tabel)> {
    let Sted::Blok(her) = sted else { return None };
    s.iter().any(|t| t.lav.starts_with("tabel")).then_some(())?;
    let naeste = alle.iter().find(|(nr, ..)| (her + 1..=her + 2).contains(nr));
    naeste.map(|(_, sti, t)| (sti.as_str(), *t))
}

fn percents(
    c: &Context<'_>,
    i: &Indsats,
    t: &Tekst,
    s: &[Token],
    (sti, tabel): (&str, &Tabel),
    fund: &mut Vec<Finding>,
) {
    let andele = percents_in(s);
    for (n, (fra, percent, decimaler)) in andele.iter().enumerate() {
        let til = andele.get(n + 1).map_or(s.len(), |p| p.0);
        let led = s.get(*fra..til).unwrap_or_default();
        let Some((r, row)) =
            tabel.raekker.iter().enumerate().find(|(_, r)| naevner(led, &ordene(&r.navn)))
        else {
            continue;
        };
        let i_tabel: Vec<f64> = (0..tabel.kolonner.len())
            .filter(|k| tabel.kolonner.get(*k).is_some_and(|k| k.enhed == Enhed::Pct))
            .filter_map(|k| row.celler.get(k).and_then(tabeller::tal))
            .collect();
        let slup = trin(u32::from(*decimaler)) / 2.0 + EPS;
        if !i_tabel.is_empty() && !i_tabel.iter().any(|x| (x - percent).abs() <= slup) {
            let tal = Text::all_of(i_tabel.iter().map(|x| format!("{} %", skrevet(*x))));
            let ord = text!("count-percent", said = dk(*percent), row = &row.navn, table = tal);
            let found = c.advar_tekst(codes::PROSE_TABLE, t, ord);
            fund.push(
                found
                    .related(c.sted(i, &format!("{sti}.raekker[{r}]")), text!("count-row-here"))
                    .hint(text!("count-hint")),
            );
        }
    }
}

fn totals(
    c: &Context<'_>,
    i: &Indsats,
    t: &Tekst,
    s: &[Token],
    (sti, tabel): (&str, &Tabel),
    fund: &mut Vec<Finding>,
) {
    for (r, row) in tabel.raekker.iter().enumerate() {
        if row.rolle != RaekkeRolle::Total {
            continue;
        }
        let ord = ordene(&row.navn);
        if ord.len() < 2 {
            continue;
        }
        let tal: Vec<f64> = row.celler.iter().filter_map(tabeller::tal).collect();
        let [ialt] = tal.as_slice() else { continue };
        for (n, token) in s.iter().enumerate() {
            let (Slags::Tal(x, 0), None) = (token.slags, token.aar()) else { continue };
            let led = s.get(n + 1..(n + 1 + ord.len()).min(s.len())).unwrap_or_default();
            let samme = led.len() == ord.len()
                && led.iter().zip(&ord).all(|(t, o)| t.lav.ends_with(o.as_str()));
            if samme && (x - ialt).abs() > EPS {
                let linje = text!(
                    "count-total",
                    said = dk(x),
                    words = super::ord::linje(led),
                    row = &row.navn,
                    table = dk(*ialt)
                );
                fund.push(
                    c.advar_tekst(codes::PROSE_TABLE, t, linje)
                        .related(c.sted(i, &format!("{sti}.raekker[{r}]")), text!("count-row-here"))
                        .hint(text!("count-hint")),
                );
            }
        }
    }
}

/// The words of a row's name that say what is counted: no parentheses, `antal`, `i alt`.
fn ordene(navn: &str) -> Vec<String> {
    let uden = navn.split('(').next().unwrap_or_default().to_lowercase();
    uden.split(|ch: char| !ch.is_alphanumeric() && ch != '-')
        .filter(|o| !matches!(*o, "" | "i" | "alt" | "antal" | "total" | "samlet"))
        .map(str::to_owned)
        .collect()
}

fn naevner(led: &[Token], ord: &[String]) -> bool {
    !ord.is_empty() && ord.iter().all(|o| led.iter().any(|t| &t.lav == o))
}

/// `84 unge startede i 2023`: a count of what a series counts, for one of its years.
pub(crate) fn prose_against_series(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        for t in c.tekster_ved(nr, Sted::Brugere) {
            for s in t.saetninger() {
                for (n, serie) in i.brugere.serie.iter().enumerate() {
                    let talt: Vec<String> = ordene(&serie.taeller);
                    for (k, token) in s.iter().enumerate() {
                        let (Slags::Tal(x, 0), None) = (token.slags, token.aar()) else { continue };
                        let Some(ord) = s.get(k + 1).filter(|o| talt.contains(&o.lav)) else {
                            continue;
                        };
                        let led = s.get(k + 1..).unwrap_or_default();
                        let led = led.split(|t| t.er(',')).next().unwrap_or_default();
                        let Some(aar) = led.windows(2).find_map(|w| match w {
                            [i, aar] if i.lav == "i" => aar.aar(),
                            _ => None,
                        }) else {
                            continue;
                        };
                        let value = serie.vaerdier.get(&aar.to_string()).and_then(|v| v.tal());
                        if let Some(v) = value.filter(|v| (v.f64() - x).abs() > EPS) {
                            let linje = text!(
                                "count-series",
                                said = dk(x),
                                words = &ord.tekst,
                                year = plain(aar),
                                series = &serie.navn,
                                value = dk(v.f64())
                            );
                            let felt = format!("brugere.serie[{n}].vaerdier.{aar}");
                            fund.push(
                                c.advar_tekst(codes::PROSE_SERIES, t, linje)
                                    .related(c.sted(i, &felt), text!("count-series-here"))
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
pub(crate) fn same_label(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        let mut set: Vec<Set<'_>> = Vec::new();
        for (_, sti, t) in tabeller(i) {
            for nr in 0..t.kolonner.len() {
                for p in numbers_in(t, nr) {
                    let samlet = matches!(p.row.rolle, RaekkeRolle::Total | RaekkeRolle::Grundlag);
                    let (true, Some(x)) = (samlet, p.tal) else { continue };
                    let ord = ordene(&p.row.navn);
                    let enhed = p.row.enhed.or(t.kolonner.get(nr).map(|k| k.enhed));
                    let enhed = enhed.unwrap_or_default();
                    if ord.len() < 2 {
                        continue;
                    }
                    let felt = tabeller::cell(&sti, p.nr, nr);
                    let foer = set.iter().find(|s| {
                        s.0 == ord
                            && s.1 == enhed
                            && s.2 == t.periode.as_deref()
                            && (s.3 - x).abs() > EPS
                            && !felt.starts_with(s.4.split(".raekker").next().unwrap_or_default())
                    });
                    if let Some(foer) = foer {
                        let linje =
                            text!("count-two", row = &p.row.navn, here = dk(x), there = dk(foer.3));
                        fund.push(
                            c.advar(codes::SAME_LABEL, i, &felt, linje)
                                .related(c.sted(i, &foer.4), text!("count-two-there"))
                                .hint(text!("count-two-hint")),
                        );
                    }
                    set.push((ord, enhed, t.periode.as_deref(), x, felt));
                }
            }
        }
    }
}

/// `i gennemsnit cirka 20 timer` in the text before a table whose mean row says otherwise. `cirka`
/// is taken to allow a tenth.
pub(crate) fn averages(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let alle: Vec<(usize, String, &Tabel)> = tabeller(i).collect();
        for t in c.tekster_i(nr) {
            for s in t.saetninger() {
                let gennemsnit = s.iter().any(|t| t.lav.starts_with("gennemsnit"));
                let Some((sti, tabel)) = announced_table(&alle, t.sted, s).filter(|_| gennemsnit)
                else {
                    continue;
                };
                let sagt: Vec<f64> = s
                    .windows(2)
                    .filter_map(|w| match w {
                        [ca, tal] if ca.lav == "cirka" || ca.lav == "omtrent" => tal.tal(),
                        _ => None,
                    })
                    .chain(s.windows(3).filter_map(|w| match w {
                        [ca, point, tal] if ca.lav == "ca" && point.er('.') => tal.tal(),
                        _ => None,
                    }))
                    .collect();
                mean_row(c, i, t, (sti, tabel), &sagt, fund);
            }
        }
    }
}

fn mean_row(
    c: &Context<'_>,
    i: &Indsats,
    t: &Tekst,
    (sti, tabel): (&str, &Tabel),
    sagt: &[f64],
    fund: &mut Vec<Finding>,
) {
    let Some((r, row)) = tabeller::raekke_med(tabel, RaekkeRolle::Gennemsnit) else { return };
    let Some(enhed) = tabel.kolonner.first().map(|k| k.enhed) else { return };
    let trykt: Vec<f64> = tabel
        .kolonner
        .iter()
        .zip(&row.celler)
        .filter(|(k, _)| k.enhed == enhed)
        .filter_map(|(_, cell)| tabeller::tal(cell))
        .collect();
    let afviger = |(a, b): (&f64, &f64)| (a - b).abs() > b.abs() / 10.0 + EPS;
    if sagt.len() == trykt.len() && sagt.iter().zip(&trykt).any(afviger) {
        let liste = |v: &[f64]| Text::all_of(v.iter().map(|x| skrevet(*x)));
        let ord = text!("count-mean", said = liste(sagt), row = &row.navn, table = liste(&trykt));
        fund.push(
            c.advar_tekst(codes::PROSE_TABLE, t, ord)
                .related(c.sted(i, &format!("{sti}.raekker[{r}]")), text!("count-row-here"))
                .hint(text!("count-mean-hint")),
        );
    }
}

#[cfg(test)]
mod tests;
