//! Time: days that do not exist, and periods that text and table tell differently.

use std::collections::BTreeMap;

use super::ord::Token;
use super::overview::siden;
use super::tabeller::tabeller;
use super::tekster::{Sted, Tekst};
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::danish::{Dato, MONTHS};
use crate::report::model::{Blok, Indsats, Tabel};
use crate::text;
use crate::words::{Text, plain};

/// A leap year, for days without a year.
const SKUDAAR: i32 = 2024;

/// Dates that the calendar lacks. The same date in several fields of an indsats is told once.
pub(crate) fn dates(c: &Context<'_>, fund: &mut Vec<Finding>) {
    let mut sete: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
    for t in &c.tekster {
        for s in t.saetninger() {
            for dato in (0..s.len()).filter_map(|n| umulig(s, n)) {
                let ord = text!("no-such-date", date = &dato);
                let nr = *sete.entry((t.indsats, dato)).or_insert(fund.len());
                match fund.get_mut(nr) {
                    Some(foer) => {
                        foer.related.push(((c.finder)(&t.fil, &t.felt), text!("check-and-here")));
                    }
                    None => fund.push(
                        c.advar_tekst(codes::IMPOSSIBLE_DATE, t, ord)
                            .hint(text!("no-such-date-hint")),
                    ),
                }
            }
        }
    }
}

/// The date that begins at token `n`, as written, where the calendar lacks it.
fn umulig(s: &[Token], n: usize) -> Option<String> {
    let foer = n.checked_sub(1).and_then(|f| s.get(f));
    let day = s.get(n)?;
    let d = u8::try_from(day.heltal()?).ok().filter(|_| day.tal().is_some())?;
    let naeste = |k: usize| s.get(n + k);
    let tal = |k: usize| naeste(k).and_then(Token::heltal).and_then(|x| u8::try_from(x).ok());
    let skrevet = |til: usize| super::ord::linje(s.get(n..n + til).unwrap_or_default());
    if !day.luft && foer.is_some_and(|f| f.er('.') || f.streg()) {
        return None;
    }
    if naeste(1)?.er('.') {
        if let Some(m) = naeste(2).and_then(Token::month) {
            let aar = naeste(3).and_then(Token::aar);
            let langt = if aar.is_some() { 4 } else { 3 };
            let umulig = Dato::ny(aar.unwrap_or(SKUDAAR), m, d).is_none();
            return umulig.then(|| skrevet(langt));
        }
        let (m, aar) = (tal(2)?, naeste(4).filter(|_| naeste(3).is_some_and(|p| p.er('.'))));
        let aar = aar.and_then(Token::aar)?;
        return Dato::ny(aar, m, d).is_none().then(|| skrevet(5));
    }
    if naeste(1)?.er('/') {
        // A fraction can look like a day; only a real month makes it one.
        let m = tal(2).filter(|m| (1..=12).contains(m) && (1..=31).contains(&d))?;
        let aar = naeste(3).and_then(Token::aar);
        let langt = if aar.is_some() { 4 } else { 3 };
        return Dato::ny(aar.unwrap_or(SKUDAAR), m, d).is_none().then(|| skrevet(langt));
    }
    None
}

/// Series: the first year against `siden` in the users' prose, the last against the data year,
/// and no year left out.
pub(crate) fn series(c: &Context<'_>, fund: &mut Vec<Finding>) {
    const OM_SERIEN: [&str; 6] = ["opgørelse", "tal", "antal", "medlemstal", "tabel", "mange"];
    let dataaar = c.report.rapport.dataaar;
    for (nr, i) in c.indsatser() {
        let aar: Vec<Vec<i32>> =
            i.brugere.serie.iter().map(|s| s.aar().map(|(aar, _)| aar).collect()).collect();
        let foerste = aar.iter().flatten().min();
        for t in c.tekster_ved(nr, Sted::Brugere) {
            for s in t.saetninger() {
                let om = s.iter().any(|t| OM_SERIEN.iter().any(|o| t.lav.starts_with(o)));
                let (true, Some(sagt), Some(foerste)) = (om, siden(s), foerste) else { continue };
                if sagt < *foerste {
                    let ord = text!("period-since", said = plain(sagt), first = plain(foerste));
                    fund.push(
                        c.advar_tekst(codes::PERIOD, t, ord)
                            .related(
                                c.sted(i, "brugere.serie[0].vaerdier"),
                                text!("count-series-here"),
                            )
                            .hint(text!("period-since-hint", first = plain(foerste))),
                    );
                }
            }
        }
        for (n, aar) in aar.iter().enumerate() {
            let felt = format!("brugere.serie[{n}].vaerdier");
            let (Some(foerste), Some(last)) = (aar.iter().min(), aar.iter().max()) else {
                continue;
            };
            if *last != dataaar {
                let ord = text!("series-ends", last = plain(last), year = plain(dataaar));
                fund.push(
                    c.advar(codes::SERIES_YEARS, i, &felt, ord).hint(text!("series-years-hint")),
                );
            }
            let huller: Vec<String> =
                (*foerste..*last).filter(|a| !aar.contains(a)).map(|a| a.to_string()).collect();
            if !huller.is_empty() {
                let ord = text!("series-lacks", years = Text::list(huller));
                fund.push(
                    c.advar(codes::SERIES_YEARS, i, &felt, ord).hint(text!("series-years-hint")),
                );
            }
        }
    }
}

/// The only year that a text names.
fn eneste_aar(tekst: &str) -> Option<i32> {
    let tokens = super::ord::tokens(tekst);
    let aar: Vec<i32> = tokens.iter().filter_map(Token::aar).collect();
    match aar.as_slice() {
        [aar] => Some(*aar),
        _ => None,
    }
}

/// Heads and periods that name one year, with a row that names another.
pub(crate) fn heads(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, sti, t) in tabeller(i) {
            let hoveder = [
                ("raekkehoved", eneste_aar(&t.raekkehoved), &t.raekkehoved),
                ("titel", eneste_aar(&t.titel), &t.titel),
            ];
            let Some((felt, aar, hoved)) =
                hoveder.into_iter().find_map(|(f, aar, h)| aar.map(|a| (f, a, h)))
            else {
                continue;
            };
            for (n, r) in t.raekker.iter().enumerate() {
                if let Some(andet) = eneste_aar(&r.navn).filter(|a| *a != aar) {
                    let ord = text!("head-year", head = hoved, row = &r.navn, year = plain(andet));
                    fund.push(
                        c.advar(codes::HEAD_YEAR, i, &format!("{sti}.raekker[{n}].navn"), ord)
                            .related(c.sted(i, &format!("{sti}.{felt}")), text!("head-here"))
                            .hint(text!("head-year-hint")),
                    );
                }
            }
        }
    }
}

/// The months of a table's rows, each with its year where one is known.
fn row_months(t: &Tabel) -> Vec<(Option<i32>, u8, &str)> {
    let aar = eneste_aar(&t.raekkehoved)
        .or_else(|| t.periode.as_deref().and_then(eneste_aar))
        .or_else(|| eneste_aar(&t.titel));
    t.raekker
        .iter()
        .filter_map(|r| {
            let tokens = super::ord::tokens(&r.navn);
            let m = tokens.first()?.month()?;
            Some((tokens.iter().find_map(Token::aar).or(aar), m, r.navn.as_str()))
        })
        .collect()
}

/// `Den senest opgjorte måned er oktober 2023` under a table that goes on to November.
pub(crate) fn latest_month(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        for t in c.tekster_i(nr) {
            let Sted::Blok(her) = t.sted else { continue };
            for s in t.saetninger() {
                let senest = s.windows(3).any(|w| {
                    matches!(w, [a, b, m] if a.lav.starts_with("senest")
                        && b.lav.starts_with("opgjor") && m.lav.starts_with("måned"))
                });
                let sagt = s
                    .iter()
                    .enumerate()
                    .find_map(|(n, t)| Some((s.get(n + 1).and_then(Token::aar), t.month()?)));
                let (true, Some((aar, month))) = (senest, sagt) else { continue };
                // The text stands under the tables that it is about.
                let over = tabeller(i).filter(|(nr, ..)| *nr < her && her - nr <= 4);
                for (_, sti, tabel) in over {
                    later(c, i, t, (&sti, tabel), (aar, month), fund);
                }
            }
        }
    }
}

fn later(
    c: &Context<'_>,
    i: &Indsats,
    t: &Tekst,
    (sti, tabel): (&str, &Tabel),
    (aar, month): (Option<i32>, u8),
    fund: &mut Vec<Finding>,
) {
    let alle = row_months(tabel);
    let senere =
        |m: &&(Option<i32>, u8, &str)| aar.is_some() && m.0.is_some() && (m.0, m.1) > (aar, month);
    if let Some(sen) = alle.iter().rev().find(senere) {
        let navn = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
        let month = aar.map_or_else(|| navn.to_owned(), |aar| format!("{navn} {aar}"));
        let ord = text!("latest-month", month = month, row = sen.2);
        fund.push(
            c.advar_tekst(codes::PERIOD, t, ord)
                .related(c.sted(i, &format!("{sti}.raekker")), text!("latest-month-here"))
                .hint(text!("latest-month-hint")),
        );
    }
}

/// `en periode på 12 måneder` before a table with another number of months.
pub(crate) fn months(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let alle: Vec<(String, &Blok)> = i.blokke().collect();
        for t in c.tekster_i(nr) {
            let Sted::Blok(her) = t.sted else { continue };
            let Some((sti, Blok::Tabel(tabel))) = alle.get(her + 1) else { continue };
            let talt = row_months(tabel).len();
            for s in t.saetninger() {
                let om = s.iter().any(|t| t.lav.starts_with("tabel"))
                    && s.iter().any(|t| t.lav.contains("periode"));
                let sagt = s.windows(2).find_map(|w| match w {
                    [n, m] if m.lav.starts_with("måned") => n.heltal(),
                    _ => None,
                });
                if let (true, Some(sagt)) = (om && talt >= 2, sagt)
                    && sagt != talt
                {
                    let ord = text!("months", said = sagt, n = talt);
                    fund.push(
                        c.advar_tekst(codes::PERIOD, t, ord)
                            .related(c.sted(i, sti), text!("months-here"))
                            .hint(text!("count-hint")),
                    );
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
