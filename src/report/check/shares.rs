//! Shares that claim to divide a whole.

use super::sums::{EPS, slack};
use super::tables::{
    cell as cell_path, column_name, decimals_of, numbers_in, tables_of, tal, trin, ukendt,
};
use super::tokens::{Token, percents_in};
use super::{Context, codes, dk, written};
use crate::finding::Finding;
use crate::report::model::{
    Blok, DiagramSlags, Enhed, Figur, Indsats, KolonneRolle, RaekkeRolle, Tabel,
};
use crate::text;
use crate::words::Text;

/// A whole in per cent; a sum of rounded shares may miss it by a little.
const ALL: f64 = 100.5;

/// Columns of shares, and figures that divide a whole.
pub(crate) fn columns(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, path, t) in tables_of(i) {
            for (nr, k) in t.kolonner.iter().enumerate().filter(|(_, k)| k.enhed == Enhed::Pct) {
                let items = numbers_in(t, nr);
                let data: Vec<_> =
                    items.iter().filter(|p| p.row.rolle == RaekkeRolle::Data).collect();
                let numbers: Vec<f64> = data.iter().filter_map(|p| p.number).collect();
                if data.iter().any(|p| ukendt(p)) {
                    continue;
                }
                let rest = data.iter().any(|p| is_rest(&p.row.navn));
                let integer = k.rolle == Some(KolonneRolle::Andel);
                if let Some(sum) = not_a_whole(&numbers, integer, rest) {
                    let word = message(numbers.len(), sum, column_name(t, nr));
                    findings.push(tell(c, i, &format!("{path}.kolonner[{nr}]"), word));
                }
            }
        }
        for (path, blok) in i.blokke() {
            if let Blok::Figur(f) = blok {
                figure(c, i, &path, f, findings);
            }
        }
    }
}

fn figure(c: &Context<'_>, i: &Indsats, path: &str, f: &Figur, findings: &mut Vec<Finding>) {
    if f.enhed != Enhed::Pct {
        return;
    }
    for (nr, serie) in f.serier.iter().enumerate() {
        let number: Option<Vec<f64>> =
            serie.vaerdier.iter().map(|v| v.tal().map(|t| t.f64())).collect();
        let integer = f.diagram == Some(DiagramSlags::Andele);
        let rest = f.kategorier.iter().any(|k| is_rest(k));
        if let Some(sum) = number.and_then(|number| not_a_whole(&number, integer, rest)) {
            let word = message(serie.vaerdier.len(), sum, "".into());
            findings.push(tell(c, i, &format!("{path}.serier[{nr}]"), word));
        }
    }
}

fn message(antal: usize, sum: f64, where_told: Text) -> Text {
    text!("shares", n = antal, place = where_told, sum = dk(sum))
}

fn tell(c: &Context<'_>, i: &Indsats, field: &str, word: Text) -> Finding {
    c.warn(codes::SHARES, i, field, word).hint(text!("shares-hint"))
}

/// The sum, where the shares should be 100 % and are not. `hel`: the data says that they divide a
/// whole. Otherwise a residual category, or a sum within 3 points of 100, says so.
fn not_a_whole(numbers: &[f64], integer: bool, rest: bool) -> Option<f64> {
    let sum: f64 = numbers.iter().sum();
    let trin = trin(numbers.iter().map(|x| decimals_of(*x)).max().unwrap_or(0));
    let near_100 = numbers.len() >= 3 && (sum - 100.0).abs() <= 3.0;
    let med_rest = rest && numbers.len() >= 2 && (sum - 100.0).abs() <= 20.0;
    let whole = integer && numbers.len() >= 2 || near_100 || med_rest;
    (whole && (sum - 100.0).abs() > slack(numbers.len(), trin) + EPS).then_some(sum)
}

/// Words of a change in per cent, which may be more than 100.
const CHANGE: [&str; 8] =
    ["stig", "stege", "ændr", "vækst", "udvikling", "øg", "fremgang", "forskel"];

/// Shares of more than the whole: `429` where `42,9` is meant.
pub(crate) fn more_than_all(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        let mut tell = |field: String, number: f64| {
            let words = text!("share-over-all", share = dk(number));
            let finding = c.warn(codes::OVER_ALL, i, &field, words);
            findings.push(finding.hint(text!("share-over-all-hint")));
        };
        for (path, blok) in i.blokke() {
            match blok {
                Blok::Tabel(t) => over_in_table(t, &path, &mut tell),
                Blok::Figur(f) if f.enhed == Enhed::Pct => over_in_figure(f, &path, &mut tell),
                _ => {}
            }
        }
    }
}

fn over_in_table(t: &Tabel, path: &str, tell: &mut impl FnMut(String, f64)) {
    if is_change([Some(t.titel.as_str()), t.beskrivelse.as_deref()]) {
        return;
    }
    for (r, row) in t.raekker.iter().enumerate() {
        for (n, (cell, column)) in row.celler.iter().zip(&t.kolonner).enumerate() {
            let share = row.enhed.unwrap_or(column.enhed) == Enhed::Pct
                && column.rolle != Some(KolonneRolle::Resultat)
                && !is_change([Some(row.navn.as_str()), Some(column.navn.as_str())]);
            if let Some(number) = tal(cell).filter(|number| share && *number > ALL) {
                tell(cell_path(path, r, n), number);
            }
        }
    }
}

fn over_in_figure(f: &Figur, path: &str, tell: &mut impl FnMut(String, f64)) {
    if is_change([Some(f.titel.as_str()), f.beskrivelse.as_deref()]) {
        return;
    }
    for (s, serie) in f.serier.iter().enumerate() {
        if is_change([Some(serie.navn.as_str())]) {
            continue;
        }
        for (n, value) in serie.vaerdier.iter().enumerate() {
            if let Some(number) = value.tal().map(|t| t.f64()).filter(|number| *number > ALL) {
                tell(format!("{path}.serier[{s}].vaerdier[{n}]"), number);
            }
        }
    }
}

fn is_change<const N: usize>(names: [Option<&str>; N]) -> bool {
    names.into_iter().flatten().any(|name| {
        let lower = name.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric());
        words.any(|word| CHANGE.iter().any(|start| word.starts_with(start)))
    })
}

/// Categories that take up what the others leave.
fn is_rest(name: &str) -> bool {
    let lower = name.to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or_default();
    matches!(first, "ukendt" | "andet" | "andre" | "øvrige" | "uoplyst" | "ikke" | "ingen")
}

/// Sentences that divide a whole: `94,6 % er mænd og de øvrige 5,4 % kvinder`.
pub(crate) fn prose(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for t in &c.texts {
        for s in t.sentences() {
            let with_shares = percents_in(s);
            if with_shares.len() < 2 || !share_a_whole(s) {
                continue;
            }
            let sum: f64 = with_shares.iter().map(|a| a.1).sum();
            let trin = trin(with_shares.iter().map(|a| u32::from(a.2)).max().unwrap_or(0));
            if (sum - 100.0).abs() > slack(with_shares.len(), trin) + EPS {
                let shares: Vec<String> =
                    with_shares.iter().map(|a| format!("{} %", written(a.1))).collect();
                let words = text!("shares-sentence", shares = shares.join(" + "), sum = dk(sum));
                findings.push(
                    c.warn_text(codes::PROSE_SHARES, t, words).hint(text!("check-wrong-number")),
                );
            }
        }
    }
}

fn share_a_whole(s: &[Token]) -> bool {
    let har = |words: &[&str]| s.iter().any(|t| words.contains(&t.lower.as_str()));
    har(&["øvrige", "resterende", "resten"])
        || (har(&["mænd", "drenge"]) && har(&["kvinder", "piger"]))
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{
        TestReport, findings, with_blocks, with_table, with_users_text,
    };

    fn with_shares(role: &str, numbers: [f64; 4]) -> TestReport {
        let rows: Vec<String> =
            numbers.iter().map(|x| format!("{{ navn = \"Gruppe\", celler = [{x}] }}")).collect();
        with_table(&format!(
            "kolonner = [{{ navn = \"Andel\", enhed = \"pct\"{role} }}]\nraekker = [{}]",
            rows.join(", ")
        ))
    }

    #[test]
    fn shares_of_a_whole_add_up_to_100_within_rounding() {
        let role = ", rolle = \"andel\"";
        assert!(findings("D111", &with_shares(role, [19.0, 13.0, 54.0, 15.0])).is_empty());
        let f = findings("D111", &with_shares(role, [19.0, 13.0, 44.0, 15.0]));
        assert!(f.len() == 1 && f[0].contains("91 %"), "{f:?}");
    }

    #[test]
    fn a_share_of_more_than_the_whole_is_asked_about_and_a_growth_is_not() {
        let table = |name: &str, cell: &str| {
            with_table(&format!(
                "kolonner = [{{ navn = \"Deltagere\", enhed = \"pct\" }}]\n\
                 raekker = [{{ navn = \"{name}\", celler = [{cell}] }}]"
            ))
        };
        let told = findings("D113", &table("Andel, der bor her", "429"));
        assert!(told.len() == 1 && told[0].contains("429 %"), "{told:?}");
        assert!(findings("D113", &table("Andel, der bor her", "42.9")).is_empty());
        assert!(findings("D113", &table("Andel, der bor her", "100")).is_empty());
        assert!(findings("D113", &table("Stigning i tilfredshed", "429")).is_empty());
    }

    #[test]
    fn a_list_of_shares_near_100_claims_a_whole_and_answers_by_many_do_not() {
        assert!(findings("D111", &with_shares("", [20.1, 36.5, 5.7, 37.7])).is_empty());
        assert_eq!(findings("D111", &with_shares("", [20.1, 36.5, 5.7, 36.0])).len(), 1);
        assert!(findings("D111", &with_shares("", [47.0, 64.0, 60.0, 100.0])).is_empty());
    }

    #[test]
    fn a_figure_with_a_residual_category_adds_up_to_100() {
        let figur = |rest: i64| {
            with_blocks(&format!(
                r#"[[blok]]
                slags = "figur"
                titel = "Risiko"
                enhed = "pct"
                kategorier = ["I risiko", "Ikke i risiko"]
                serier = [{{ navn = "Alle", vaerdier = [76, {rest}] }}]"#
            ))
        };
        assert!(findings("D111", &figur(24)).is_empty());
        assert_eq!(findings("D111", &figur(34)).len(), 1);
    }

    #[test]
    fn shares_in_a_sentence_about_the_rest_add_up_to_100() {
        let tekst = |rest: &str| {
            with_users_text(&format!("Mænd udgjorde 94,6 % i 2023 og kvinder de øvrige {rest} %."))
        };
        assert!(findings("D112", &tekst("5,4")).is_empty());
        assert_eq!(findings("D112", &tekst("6,4")).len(), 1);
    }
}
