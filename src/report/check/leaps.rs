//! Impossible leaps: a count that is ten times the one before or a tenth of it, an amount that is a
//! thousand times the others.

use super::{Context, codes, dk};
use crate::finding::Finding;
use crate::report::danish;
use crate::report::model::{Blok, Indsats, Tabel, Tal};
use crate::text;
use crate::words::{Text, plain};

/// From here on an amount among others is asked about.
const THOUSANDFOLD: f64 = 1000.0;
/// From here on a change from one year to the next is asked about.
const TENFOLD: f64 = 10.0;
/// Small counts may well grow tenfold: one of the two is at least this large.
const OF_SOME_SIZE: f64 = 100.0;

/// Neighbouring years of a series.
pub(crate) fn series(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (n, serie) in i.brugere.serie.iter().enumerate() {
            let known: Vec<(i32, f64)> =
                serie.aar().filter_map(|(aar, v)| Some((aar, v.tal()?.f64()))).collect();
            for pair in known.windows(2) {
                let [(before, a), (year, b)] = pair else { continue };
                if leaps(*a, *b) && serie.counted_alike(*before, *year) {
                    let words = text!(
                        "leap",
                        series = &serie.navn,
                        from = dk(*a),
                        before = plain(before),
                        to = dk(*b),
                        year = plain(year)
                    );
                    let field = format!("brugere.serie[{n}].vaerdier.{year}");
                    findings.push(c.warn(codes::LEAP, i, &field, words).hint(text!("leap-hint")));
                }
            }
        }
    }
}

/// Amounts, series and tables against the report of the year before.
pub(crate) fn last_year(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(before) = c.before else { return };
    for (_, i) in c.indsatser() {
        let Some(old) = before.indsatser.iter().find(|old| old.id == i.id) else { continue };
        let year = before.rapport.aar;
        let mut compare = |field: String, what: Text, from: Option<f64>, to: Option<f64>| {
            let (Some(a), Some(b)) = (from, to) else { return };
            if leaps(a, b) {
                let words =
                    text!("leap-year", what = what, from = dk(a), to = dk(b), year = plain(year));
                findings.push(c.warn(codes::LEAP, i, &field, words).hint(text!("leap-hint")));
            }
        };
        let amount = |i: &Indsats| i.oekonomi.beloeb.tal().map(Tal::f64);
        compare("oekonomi.beloeb".to_owned(), text!("leap-amount"), amount(old), amount(i));
        for (n, serie) in i.brugere.serie.iter().enumerate() {
            let Some(was) = old.brugere.serie.iter().find(|s| s.navn == serie.navn) else {
                continue;
            };
            for (aar, v) in serie.aar() {
                let then = was.aar().find(|(then, _)| *then == aar);
                let then = then.and_then(|(_, v)| v.tal()).map(Tal::f64);
                let what = text!("leap-named", name = format!("{}, {aar}", serie.navn));
                let field = format!("brugere.serie[{n}].vaerdier.{aar}");
                compare(field, what, then, v.tal().map(Tal::f64));
            }
        }
        tables(old, i, &mut compare);
    }
}

/// Cells of tables that both years have, by title, row and column.
fn tables(
    old: &Indsats,
    i: &Indsats,
    compare: &mut impl FnMut(String, Text, Option<f64>, Option<f64>),
) {
    for (field, t) in i.blokke().filter_map(|(field, blok)| Some((field, of(blok)?))) {
        let mut olds = old.blokke().filter_map(|(_, blok)| of(blok));
        let Some(was) = olds.find(|was| was.titel == t.titel) else { continue };
        for (r, row) in t.raekker.iter().enumerate() {
            let Some(then) = was.raekker.iter().find(|then| then.navn == row.navn) else {
                continue;
            };
            for (n, (cell, column)) in row.celler.iter().zip(&t.kolonner).enumerate() {
                let same = was.kolonner.iter().position(|k| k.navn == column.navn);
                let from = same.and_then(|at| then.celler.get(at)).and_then(|c| c.tal());
                let what = text!("leap-named", name = format!("{}, {}", t.titel, row.navn));
                let field = format!("{field}.raekker[{r}].celler[{n}]");
                compare(field, what, from.map(Tal::f64), cell.tal().map(Tal::f64));
            }
        }
    }
}

fn of(blok: &Blok) -> Option<&Tabel> {
    match blok {
        Blok::Tabel(t) => Some(t),
        _ => None,
    }
}

/// Whether one is ten times the other.
fn leaps(a: f64, b: f64) -> bool {
    a.max(b) >= OF_SOME_SIZE && is_times(TENFOLD, a, b)
}

fn is_times(factor: f64, a: f64, b: f64) -> bool {
    a.min(b) > 0.0 && a.max(b) / a.min(b) >= factor
}

/// Amounts against the middle one.
pub(crate) fn amounts(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut known: Vec<i64> = c.insights.indsatser.iter().filter_map(|i| i.beloeb).collect();
    known.sort_unstable();
    let Some(middle) = known.get(known.len() / 2).copied().filter(|_| known.len() > 2) else {
        return;
    };
    for (i, tal) in c.report.indsatser.iter().zip(&c.insights.indsatser) {
        let Some(kr) = tal.beloeb.filter(|kr| *kr > 0) else { continue };
        if is_times(THOUSANDFOLD, kr as f64, middle as f64) {
            let words =
                text!("odd-amount", amount = danish::kroner(kr), middle = danish::kroner(middle));
            findings.push(
                c.warn(codes::ODD_AMOUNT, i, "oekonomi.beloeb", words)
                    .hint(text!("odd-amount-hint")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{findings, with_users};

    #[test]
    fn a_tenfold_change_of_a_count_of_some_size_is_asked_about() {
        let serie = |before: &str, now: &str| {
            with_users(&format!(
                "tekst = \"Unge.\"\nserie = [{{ navn = \"N\", taeller = \"unge\", vaerdier = {{ 2022 = {before}, 2023 = {now} }} }}]"
            ))
        };
        let told = findings("D175", &serie("16", "1600"));
        assert!(told.len() == 1 && told[0].contains("fra 16 i 2022 til 1.600 i 2023"), "{told:?}");
        assert_eq!(findings("D175", &serie("1523", "152")).len(), 1);
        assert!(findings("D175", &serie("1523", "160")).is_empty());
        assert!(findings("D175", &serie("4", "60")).is_empty(), "few may become many");
        assert!(findings("D175", &serie("1523", "0")).is_empty());
    }
}
