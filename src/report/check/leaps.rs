//! Impossible leaps: a value that is a thousand times the one before, an amount that is a thousandth
//! of the others.

use super::{Context, codes, dk};
use crate::finding::Finding;
use crate::report::danish;
use crate::text;
use crate::words::plain;

/// From here on a change is asked about.
const THOUSANDFOLD: f64 = 1000.0;

/// Neighbouring years of a series.
pub fn series(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (n, serie) in i.brugere.serie.iter().enumerate() {
            let known: Vec<(i32, f64)> =
                serie.aar().filter_map(|(aar, v)| Some((aar, v.tal()?.f64()))).collect();
            for pair in known.windows(2) {
                let [(before, a), (year, b)] = pair else { continue };
                let leap = a.max(*b) / a.min(*b).max(f64::MIN_POSITIVE);
                if a.min(*b) > 0.0 && leap >= THOUSANDFOLD {
                    let words = text!(
                        "leap",
                        series = &serie.navn,
                        from = dk(*a),
                        before = plain(before),
                        to = dk(*b),
                        year = plain(year)
                    );
                    let field = format!("brugere.serie[{n}].vaerdier.{year}");
                    fund.push(c.advar(codes::LEAP, i, &field, words).hint(text!("leap-hint")));
                }
            }
        }
    }
}

/// Amounts against the middle one.
pub fn amounts(c: &Context<'_>, fund: &mut Vec<Finding>) {
    let mut known: Vec<i64> = c.insights.indsatser.iter().filter_map(|i| i.beloeb).collect();
    known.sort_unstable();
    let Some(middle) = known.get(known.len() / 2).copied().filter(|_| known.len() > 2) else {
        return;
    };
    for (i, tal) in c.report.indsatser.iter().zip(&c.insights.indsatser) {
        let Some(kr) = tal.beloeb.filter(|kr| *kr > 0) else { continue };
        if kr as f64 * THOUSANDFOLD < middle as f64 {
            let words =
                text!("odd-amount", amount = danish::kroner(kr), middle = danish::kroner(middle));
            fund.push(
                c.advar(codes::ODD_AMOUNT, i, "oekonomi.beloeb", words)
                    .hint(text!("odd-amount-hint")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{fund, med_brugere};

    #[test]
    fn a_thousandfold_change_is_asked_about() {
        let serie = |nu: &str| {
            med_brugere(&format!(
                "tekst = \"Unge.\"\nserie = [{{ navn = \"N\", taeller = \"unge\", vaerdier = {{ 2022 = 1523, 2023 = {nu} }} }}]"
            ))
        };
        assert_eq!(fund("D175", &serie("1")).len(), 1);
        assert!(fund("D175", &serie("15")).is_empty());
        assert!(fund("D175", &serie("0")).is_empty());
    }
}
