//! The budgetpakke: who is in it, and amounts that the prose repeats.

use super::ord::{Slags, Token};
use super::sums::EPS;
use super::tabeller::trin;
use super::tekster::Sted;
use super::{Context, codes, dk};
use crate::finding::Finding;
use crate::text;

/// An indsats that says it is no part of the budgetpakke, in a report that counts it in.
pub(crate) fn membership(c: &Context<'_>, fund: &mut Vec<Finding>) {
    let antal = c.report.indsatser.len();
    let Some(talt) = c.tekster.iter().filter(|t| t.sted == Sted::Forside).find(|t| {
        t.saetninger().any(|s| {
            s.iter().any(|t| t.lav.contains("budgetpakke"))
                && s.iter().any(|t| t.tal().is_some() && t.heltal() == Some(antal))
        })
    }) else {
        return;
    };
    for (_, i) in c.indsatser().filter(|(_, i)| !i.oekonomi.i_budgetpakken) {
        let ord = text!("budget-membership", n = antal);
        fund.push(
            c.advar(codes::MEMBERSHIP, i, "oekonomi.i_budgetpakken", ord)
                .related((c.finder)(&talt.fil, &talt.felt), text!("budget-counted-here"))
                .hint(text!("budget-membership-hint")),
        );
    }
}

/// Kroner in the money's prose and the description against the amount and its parts.
pub(crate) fn amounts(c: &Context<'_>, fund: &mut Vec<Finding>) {
    const OM_BELOEBET: [&str; 5] = ["bevilling", "beløb", "midler", "modtager", "budget"];
    for (nr, i) in c.indsatser() {
        let kendte: Vec<f64> = std::iter::once(&i.oekonomi.beloeb)
            .chain(i.oekonomi.opdeling.iter().map(|d| &d.beloeb))
            .filter_map(|v| v.tal().map(|t| t.f64()))
            .collect();
        let Some(beloeb) = i.oekonomi.beloeb.tal() else { continue };
        for t in c.tekster_i(nr) {
            if t.sted != Sted::Beskrivelse && !t.felt.starts_with("oekonomi") {
                continue;
            }
            for s in t.saetninger() {
                let om = s.iter().any(|t| OM_BELOEBET.iter().any(|o| t.lav.starts_with(o)));
                let andet_aar = s.iter().filter_map(Token::aar).any(|a| a != c.report.rapport.aar);
                if !om || andet_aar {
                    continue;
                }
                for (kr, slup) in kroner(s) {
                    if !kendte.iter().any(|k| (k - kr).abs() <= slup + EPS) {
                        let ord = text!("budget-amount", said = dk(kr), amount = dk(beloeb.f64()));
                        fund.push(
                            c.advar_tekst(codes::AMOUNT, t, ord)
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
            let Slags::Tal(x, d) = t.slags else { return None };
            let ord = |k: usize| s.get(n + k).map_or("", |t| t.lav.as_str());
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
    use crate::report::check::testing::{Ramme, fund, med_oekonomi};

    #[test]
    fn who_is_counted_in_the_budgetpakke_is_part_of_it() {
        let r = |med: bool| Ramme {
            emne: "Budgetpakkens 1 indsatser".into(),
            ..med_oekonomi(&format!("beloeb = 100_000\ni_budgetpakken = {med}"))
        };
        assert!(r(true).fund("D212").is_empty());
        assert_eq!(r(false).fund("D212").len(), 1);
    }

    #[test]
    fn an_amount_in_the_moneys_prose_is_the_amount() {
        let r = |ord: &str| {
            let toml = med_oekonomi("beloeb = 5_900_000").toml();
            toml.replace("Om penge.", &format!("Indsatsen modtager {ord} i år."))
        };
        for godt in ["5.900.000 kr.", "5,9 mio. kr.", "6 mio. kr."] {
            assert!(Ramme::fra_toml(&r(godt), "D213").is_empty(), "{godt}");
        }
        let f = Ramme::fra_toml(&r("5,8 mio. kr."), "D213");
        assert!(f.len() == 1 && f[0].contains("5.800.000") && f[0].contains("5.900.000"), "{f:?}");
        assert!(fund("D213", &med_oekonomi("beloeb = 5_900_000")).is_empty());
    }
}
