//! Percents that must follow from other numbers: changes from before to after, and parts of a
//! whole.

use super::sums::EPS;
use super::tables::{self, column_with, decimals_of, tables_of, trin};
use super::texts::{CheckedText, Part};
use super::tokens::{Kind, Token, percents_in, tokens};
use super::{Context, codes, dk, written};
use crate::finding::Finding;
use crate::report::model::{Celle, KolonneRolle};
use crate::text;
use crate::words::Text;

/// A change as a table states it.
struct Statement {
    percent: f64,
    decimals_of: u32,
    /// True where it says percentage points.
    point: bool,
    /// Up or down, where the words tell.
    op: Option<bool>,
}

/// Columns with the result of a before and an after.
pub(crate) fn results(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, path, t) in tables_of(i) {
            let find = |role| column_with(t, role);
            let (Some(before), Some(after), Some(resultat)) =
                (find(KolonneRolle::Foer), find(KolonneRolle::Efter), find(KolonneRolle::Resultat))
            else {
                continue;
            };
            for (nr, r) in t.raekker.iter().enumerate() {
                let tal = |n: usize| r.celler.get(n).and_then(tables::tal);
                let (Some(f), Some(e)) = (tal(before), tal(after)) else { continue };
                let Some(u) = r.celler.get(resultat).and_then(statement) else { continue };
                if let Some((words, advice)) = judge(f, e, &u) {
                    let field = tables::cell(&path, nr, resultat);
                    let words = text!("change-in-row", row = &r.navn, words = words);
                    findings.push(c.warn(codes::RESULT, i, &field, words).hint(advice));
                }
            }
        }
    }
}

/// The change that a cell states: one percent, in words or as a number.
fn statement(cell: &Celle) -> Option<Statement> {
    if let Some(x) = tables::tal(cell) {
        let op = (x != 0.0).then_some(x > 0.0);
        return Some(Statement { percent: x.abs(), decimals_of: decimals_of(x), point: false, op });
    }
    let Celle::Tekst(tekst) = cell else { return None };
    let t = tokens(tekst);
    let har = |words: &[&str]| t.iter().any(|x| words.iter().any(|o| x.lower.starts_with(o)));
    let point = har(&["procentpoint", "pct.-point"]);
    let number = if point {
        t.windows(2).find_map(|w| match w {
            [Token { kind: Kind::Number(x, d), .. }, p] if p.lower.starts_with("procentp") => {
                Some((*x, *d))
            }
            _ => None,
        })
    } else {
        let p = percents_in(&t);
        (p.len() == 1).then(|| p.first().map(|p| (p.1, p.2))).flatten()
    };
    let (percent, d) = number?;
    let op = match (
        har(&["steg", "øge", "vokse", "højere", "forøg"]),
        har(&["fald", "reducer", "mindske", "lavere", "sænke"]),
    ) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    Some(Statement { percent, decimals_of: u32::from(d), point, op })
}

/// What is wrong with a stated change, and what to do. Both numbers are rounded, so the change
/// that follows from them is a range.
fn judge(f: f64, e: f64, u: &Statement) -> Option<(Text, Text)> {
    if let Some(op) = u.op
        && (e - f).abs() > EPS
        && op != (e > f)
    {
        let told = if op { "rise" } else { "fall" };
        let words = text!("change-turned", told = told, from = dk(f), to = dk(e));
        return Some((words, text!("change-turned-hint")));
    }
    let h = trin(decimals_of(f).max(decimals_of(e))) / 2.0;
    let tolerance = trin(u.decimals_of) / 2.0 + EPS;
    let relative = |f: f64, e: f64| if f > 0.0 { (e - f).abs() / f * 100.0 } else { f64::INFINITY };
    let corners = [
        relative(f - h, e - h),
        relative(f - h, e + h),
        relative(f + h, e - h),
        relative(f + h, e + h),
    ];
    let least = corners.iter().copied().fold(f64::INFINITY, f64::min);
    let most = corners.iter().copied().fold(0.0, f64::max);
    let point = (e - f).abs();
    let fits_relatively = !u.point && (least - tolerance..=most + tolerance).contains(&u.percent);
    if fits_relatively || (u.percent - point).abs() <= 2.0 * h + tolerance {
        return None;
    }
    let ord = text!(
        "change-wrong",
        told = dk(u.percent),
        from = dk(f),
        to = dk(e),
        percent = dk((relative(f, e) * 10.0).round() / 10.0),
        points = dk(point)
    );
    let of_after = if e > 0.0 { point / e * 100.0 } else { 0.0 };
    let advice = if (of_after - u.percent).abs() <= tolerance {
        text!("change-of-after", percent = dk(u.percent))
    } else {
        text!("change-wrong-hint")
    };
    Some((ord, advice))
}

/// `Af de 84 er 37 med, 44 %`: the percent must follow from the counts; and parts of a named
/// whole must not be more than it, or just miss it.
pub(crate) fn part_of_whole(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for t in &c.texts {
        for del in t.parts.iter() {
            let sentences: Vec<&Vec<Token>> = match del {
                Part::Paragraph(s) => s.iter().collect(),
                Part::List(p) => p.iter().flatten().collect(),
            };
            for (n, s) in sentences.iter().enumerate() {
                let Some((whole, dele)) = whole_and_parts(s) else { continue };
                findings.extend(andel(c, t, s, sentences.get(n + 1).copied(), whole, &dele));
                findings.extend(parts_of_total(c, t, whole, &dele));
            }
        }
    }
}

/// The whole and its parts, where a sentence names them: `Af de 33 har 23 …, og 10 …`,
/// `84 startede, og 37 af dem …`, `37 ud af 84`.
fn whole_and_parts(s: &[Token]) -> Option<(f64, Vec<f64>)> {
    let numbers: Vec<(usize, f64)> = (0..s.len()).filter_map(|i| Some((i, antal(s, i)?))).collect();
    let lower = |i: usize| s.get(i).map_or("", |t| t.lower.as_str());
    if lower(0) == "af" && ["de", "disse", "i"].contains(&lower(1)) {
        let (first, rest) = numbers.split_first()?;
        return (first.0 <= 3 && !rest.is_empty())
            .then(|| (first.1, rest.iter().map(|r| r.1).collect()));
    }
    for (n, (i, x)) in numbers.iter().enumerate() {
        let after = (lower(i + 1), lower(i + 2));
        if after.0 == "af" && ["dem", "disse"].contains(&after.1) && n > 0 {
            return numbers.get(n - 1).map(|whole| (whole.1, vec![*x]));
        }
        if after == ("ud", "af") {
            return numbers.get(n + 1).map(|whole| (whole.1, vec![*x]));
        }
    }
    None
}

/// A count of things: no year, percent, amount, age or part of a range or date.
fn antal(s: &[Token], i: usize) -> Option<f64> {
    const UNITS: [&str; 13] = [
        "%", "procent", "pct", "år", "årige", "kr", "mio", "måneder", "måned", "dage", "uger",
        "timer", ".",
    ];
    let t = s.get(i)?;
    let x = t.heltal().map(|n| n as f64)?;
    let after = s.get(i + 1);
    let enhed = after.is_some_and(|e| UNITS.contains(&e.lower.as_str()) || e.streg());
    let at_end = i + 2 == s.len();
    let interval = i.checked_sub(1).and_then(|f| s.get(f)).is_some_and(Token::streg);
    (t.tal().is_some()
        && t.aar().is_none()
        && (!enhed || at_end && after?.is_sign('.'))
        && !interval)
        .then_some(x)
}

fn andel(
    c: &Context<'_>,
    t: &CheckedText,
    s: &[Token],
    next: Option<&Vec<Token>>,
    whole: f64,
    parts: &[f64],
) -> Option<Finding> {
    let here = percents_in(s);
    let in_next = next.map(|n| percents_in(n)).filter(|p| p.first().is_some_and(|p| p.0 == 0));
    let percent = match (here.as_slice(), in_next.as_deref()) {
        ([p], _) => *p,
        ([], Some([p])) => *p,
        _ => return None,
    };
    let [del] = parts else { return None };
    let right = del / whole * 100.0;
    let tolerance = trin(u32::from(percent.2)) / 2.0 + EPS;
    (whole > 0.0 && (right - percent.1).abs() > tolerance).then(|| {
        let words = text!(
            "share-wrong",
            part = dk(*del),
            whole = dk(whole),
            percent = dk((right * 10.0).round() / 10.0),
            said = dk(percent.1)
        );
        c.warn_text(codes::PROSE_PERCENT, t, words).hint(text!("share-wrong-hint"))
    })
}

fn parts_of_total(c: &Context<'_>, t: &CheckedText, whole: f64, dele: &[f64]) -> Option<Finding> {
    let sum: f64 = dele.iter().sum();
    let missing = whole - sum;
    let nearly = missing > 0.0 && missing <= (whole / 20.0).max(1.0);
    (dele.len() >= 2 && (missing < 0.0 || nearly)).then(|| {
        let parts: Vec<String> = dele.iter().map(|d| written(*d)).collect();
        let parts = parts.join(" + ");
        let words = text!("parts-wrong", parts = parts, sum = dk(sum), whole = dk(whole));
        c.warn_text(codes::PROSE_PARTS, t, words).hint(text!("check-wrong-number"))
    })
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{TestReport, findings, with_table, with_users_text};

    fn resultat(text: &str) -> TestReport {
        with_table(&format!(
            r#"kolonner = [
              {{ navn = "Før", enhed = "pct", rolle = "foer" }},
              {{ navn = "Efter", enhed = "pct", rolle = "efter" }},
              {{ navn = "Resultat", enhed = "tekst", rolle = "resultat" }} ]
            raekker = [ {{ navn = "Venskaber", celler = [32.6, 60.5, "{text}"] }} ]"#
        ))
    }

    #[test]
    fn a_change_follows_from_before_and_after_relative_or_in_points() {
        assert!(findings("D121", &resultat("Andelen er steget med 85,6 %")).is_empty());
        assert!(findings("D121", &resultat("Andelen er steget med 27,9 procentpoint")).is_empty());
        let f = findings("D121", &resultat("Andelen er steget med 46,1 %"));
        assert!(f.len() == 1 && f[0].contains("46,1 %") && f[0].contains("85,6 %"), "{f:?}");
        assert_eq!(findings("D121", &resultat("Andelen er faldet med 85,6 %")).len(), 1);
    }

    #[test]
    fn a_percent_of_two_counts_is_their_share() {
        let tekst = |p: u8| {
            with_users_text(&format!(
                "84 unge startede i 2023, og 37 af dem er tilmeldt. {p} % får altså en tilknytning."
            ))
        };
        assert!(findings("D122", &tekst(44)).is_empty());
        let f = findings("D122", &tekst(54));
        assert!(f.len() == 1 && f[0].contains("37 af 84 er 44 %"), "{f:?}");
    }

    #[test]
    fn parts_of_a_named_whole_add_up_to_it() {
        let tekst = |n: u8| {
            with_users_text(&format!("Af de 33 unge har {n} været anbragt, og 10 har boet hjemme."))
        };
        assert!(findings("D123", &tekst(23)).is_empty());
        assert_eq!(findings("D123", &tekst(24)).len(), 1);
        assert!(findings("D123", &tekst(9)).is_empty(), "others may be neither");
    }
}
