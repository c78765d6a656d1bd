//! The budgetpakke: who is in it, and amounts that the prose repeats.

use super::sums::EPS;
use super::tables::trin;
use super::texts::Section;
use super::tokens::{Kind, Token};
use super::{Context, codes, dk};
use crate::finding::Finding;
use crate::text;

/// An indsats that says it is no part of the budgetpakke, in a report that counts it in.
pub(crate) fn membership(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let antal = c.report.indsatser.len();
    let Some(counted) = c.texts.iter().filter(|t| t.section == Section::FrontMatter).find(|t| {
        t.sentences().any(|s| {
            s.iter().any(|t| t.lower.contains("budgetpakke"))
                && s.iter().any(|t| t.tal().is_some() && t.heltal() == Some(antal))
        })
    }) else {
        return;
    };
    for (_, i) in c.indsatser().filter(|(_, i)| !i.oekonomi.i_budgetpakken) {
        let words = text!("budget-membership", n = antal);
        findings.push(
            c.warn(codes::MEMBERSHIP, i, "oekonomi.i_budgetpakken", words)
                .related((c.finder)(&counted.file, &counted.field), text!("budget-counted-here"))
                .hint(text!("budget-membership-hint")),
        );
    }
}

/// Kroner in the money's prose and the description against the amount and its parts.
pub(crate) fn amounts(c: &Context<'_>, findings: &mut Vec<Finding>) {
    const ABOUT_THE_AMOUNT: [&str; 5] = ["bevilling", "beløb", "midler", "modtager", "budget"];
    for (nr, i) in c.indsatser() {
        let known: Vec<f64> = std::iter::once(&i.oekonomi.beloeb)
            .chain(i.oekonomi.opdeling.iter().map(|d| &d.beloeb))
            .filter_map(|v| v.tal().map(|t| t.f64()))
            .collect();
        let Some(beloeb) = i.oekonomi.beloeb.tal() else { continue };
        for t in c.texts_in(nr) {
            if t.section != Section::Description && !t.field.starts_with("oekonomi") {
                continue;
            }
            for s in t.sentences() {
                let about =
                    s.iter().any(|t| ABOUT_THE_AMOUNT.iter().any(|o| t.lower.starts_with(o)));
                let other_year = s.iter().filter_map(Token::aar).any(|a| a != c.report.rapport.aar);
                if !about || other_year {
                    continue;
                }
                for (kr, tolerance) in kroner(s) {
                    if !known.iter().any(|k| (k - kr).abs() <= tolerance + EPS) {
                        let words =
                            text!("budget-amount", said = dk(kr), amount = dk(beloeb.f64()));
                        findings.push(
                            c.warn_text(codes::AMOUNT, t, words)
                                .related(c.sted(i, "oekonomi.beloeb"), text!("budget-amount-here"))
                                .hint(text!("budget-amount-hint")),
                        );
                    }
                }
            }
        }
    }
}

/// Amounts in kroner with how much rounding may hide: `830.000 kr.`, `5,9 mio. kr.`
fn kroner(s: &[Token]) -> Vec<(f64, f64)> {
    s.iter()
        .enumerate()
        .filter_map(|(n, t)| {
            let Kind::Number(x, d) = t.kind else { return None };
            let ord = |k: usize| s.get(n + k).map_or("", |t| t.lower.as_str());
            match (ord(1), ord(2), ord(3)) {
                ("kr" | "kroner", ..) => Some((x, 0.0)),
                ("mio", ".", "kr" | "kroner")
                | ("mio" | "millioner" | "million", "kr" | "kroner", _) => {
                    Some((x * 1e6, trin(u32::from(d)) * 5e5))
                }
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{TestReport, findings, with_money};

    #[test]
    fn who_is_counted_in_the_budgetpakke_is_part_of_it() {
        let r = |med: bool| TestReport {
            emne: "Budgetpakkens 1 indsatser".into(),
            ..with_money(&format!("beloeb = 100_000\ni_budgetpakken = {med}"))
        };
        assert!(r(true).told("D212").is_empty());
        assert_eq!(r(false).told("D212").len(), 1);
    }

    #[test]
    fn an_amount_in_the_moneys_prose_is_the_amount() {
        let r = |word: &str| {
            let toml = with_money("beloeb = 5_900_000").toml();
            toml.replace("Om penge.", &format!("Indsatsen modtager {word} i år."))
        };
        for good in ["5.900.000 kr.", "5,9 mio. kr.", "6 mio. kr."] {
            assert!(TestReport::from_toml(&r(good), "D213").is_empty(), "{good}");
        }
        let f = TestReport::from_toml(&r("5,8 mio. kr."), "D213");
        assert!(f.len() == 1 && f[0].contains("5.800.000") && f[0].contains("5.900.000"), "{f:?}");
        assert!(findings("D213", &with_money("beloeb = 5_900_000")).is_empty());
    }
}
