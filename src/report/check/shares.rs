//! Shares that claim to divide a whole.

use super::ord::{Token, percents_in};
use super::sums::{EPS, slack};
use super::tabeller::{decimaler, kolonnenavn, numbers_in, tabeller, trin, ukendt};
use super::{Context, codes, dk, skrevet};
use crate::finding::Finding;
use crate::report::model::{Blok, DiagramSlags, Enhed, Figur, Indsats, KolonneRolle, RaekkeRolle};
use crate::text;
use crate::words::Text;

/// Columns of shares, and figures that divide a whole.
pub(crate) fn columns(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, sti, t) in tabeller(i) {
            for (nr, k) in t.kolonner.iter().enumerate().filter(|(_, k)| k.enhed == Enhed::Pct) {
                let punkter = numbers_in(t, nr);
                let data: Vec<_> =
                    punkter.iter().filter(|p| p.row.rolle == RaekkeRolle::Data).collect();
                let tal: Vec<f64> = data.iter().filter_map(|p| p.tal).collect();
                if data.iter().any(|p| ukendt(p)) {
                    continue;
                }
                let rest = data.iter().any(|p| er_rest(&p.row.navn));
                let integer = k.rolle == Some(KolonneRolle::Andel);
                if let Some(sum) = not_a_whole(&tal, integer, rest) {
                    let ord = message(tal.len(), sum, kolonnenavn(t, nr));
                    fund.push(tell(c, i, &format!("{sti}.kolonner[{nr}]"), ord));
                }
            }
        }
        for (sti, blok) in i.blokke() {
            if let Blok::Figur(f) = blok {
                figure(c, i, &sti, f, fund);
            }
        }
    }
}

fn figure(c: &Context<'_>, i: &Indsats, sti: &str, f: &Figur, fund: &mut Vec<Finding>) {
    if f.enhed != Enhed::Pct {
        return;
    }
    for (nr, serie) in f.serier.iter().enumerate() {
        let tal: Option<Vec<f64>> =
            serie.vaerdier.iter().map(|v| v.tal().map(|t| t.f64())).collect();
        let integer = f.diagram == Some(DiagramSlags::Andele);
        let rest = f.kategorier.iter().any(|k| er_rest(k));
        if let Some(sum) = tal.and_then(|tal| not_a_whole(&tal, integer, rest)) {
            let ord = message(serie.vaerdier.len(), sum, "".into());
            fund.push(tell(c, i, &format!("{sti}.serier[{nr}]"), ord));
        }
    }
}

fn message(antal: usize, sum: f64, hvor: Text) -> Text {
    text!("shares", n = antal, place = hvor, sum = dk(sum))
}

fn tell(c: &Context<'_>, i: &Indsats, felt: &str, ord: Text) -> Finding {
    c.advar(codes::SHARES, i, felt, ord).hint(text!("shares-hint"))
}

/// The sum, where the shares should be 100 % and are not. `hel`: the data says that they divide a
/// whole. Otherwise a residual category, or a sum within 3 points of 100, says so.
fn not_a_whole(tal: &[f64], integer: bool, rest: bool) -> Option<f64> {
    let sum: f64 = tal.iter().sum();
    let trin = trin(tal.iter().map(|x| decimaler(*x)).max().unwrap_or(0));
    let ved_100 = tal.len() >= 3 && (sum - 100.0).abs() <= 3.0;
    let med_rest = rest && tal.len() >= 2 && (sum - 100.0).abs() <= 20.0;
    let hele = integer && tal.len() >= 2 || ved_100 || med_rest;
    (hele && (sum - 100.0).abs() > slack(tal.len(), trin) + EPS).then_some(sum)
}

/// Categories that take up what the others leave.
fn er_rest(navn: &str) -> bool {
    let lav = navn.to_lowercase();
    let foerste = lav.split_whitespace().next().unwrap_or_default();
    matches!(foerste, "ukendt" | "andet" | "andre" | "øvrige" | "uoplyst" | "ikke" | "ingen")
}

/// Sentences that divide a whole: `94,6 % er mænd og de øvrige 5,4 % kvinder`.
pub(crate) fn prose(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for t in &c.tekster {
        for s in t.saetninger() {
            let andele = percents_in(s);
            if andele.len() < 2 || !deler_en_helhed(s) {
                continue;
            }
            let sum: f64 = andele.iter().map(|a| a.1).sum();
            let trin = trin(andele.iter().map(|a| u32::from(a.2)).max().unwrap_or(0));
            if (sum - 100.0).abs() > slack(andele.len(), trin) + EPS {
                let shares: Vec<String> =
                    andele.iter().map(|a| format!("{} %", skrevet(a.1))).collect();
                let ord = text!("shares-sentence", shares = shares.join(" + "), sum = dk(sum));
                fund.push(
                    c.advar_tekst(codes::PROSE_SHARES, t, ord).hint(text!("check-wrong-number")),
                );
            }
        }
    }
}

fn deler_en_helhed(s: &[Token]) -> bool {
    let har = |ord: &[&str]| s.iter().any(|t| ord.contains(&t.lav.as_str()));
    har(&["øvrige", "resterende", "resten"])
        || (har(&["mænd", "drenge"]) && har(&["kvinder", "piger"]))
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{Ramme, fund, med_blokke, med_brugertekst, med_tabel};

    fn andele(rolle: &str, tal: [f64; 4]) -> Ramme {
        let raekker: Vec<String> =
            tal.iter().map(|x| format!("{{ navn = \"Gruppe\", celler = [{x}] }}")).collect();
        med_tabel(&format!(
            "kolonner = [{{ navn = \"Andel\", enhed = \"pct\"{rolle} }}]\nraekker = [{}]",
            raekker.join(", ")
        ))
    }

    #[test]
    fn shares_of_a_whole_add_up_to_100_within_rounding() {
        let rolle = ", rolle = \"andel\"";
        assert!(fund("D111", &andele(rolle, [19.0, 13.0, 54.0, 15.0])).is_empty());
        let f = fund("D111", &andele(rolle, [19.0, 13.0, 44.0, 15.0]));
        assert!(f.len() == 1 && f[0].contains("91 %"), "{f:?}");
    }

    #[test]
    fn a_list_of_shares_near_100_claims_a_whole_and_answers_by_many_do_not() {
        assert!(fund("D111", &andele("", [20.1, 36.5, 5.7, 37.7])).is_empty());
        assert_eq!(fund("D111", &andele("", [20.1, 36.5, 5.7, 36.0])).len(), 1);
        assert!(fund("D111", &andele("", [47.0, 64.0, 60.0, 100.0])).is_empty());
    }

    #[test]
    fn a_figure_with_a_residual_category_adds_up_to_100() {
        let figur = |rest: i64| {
            med_blokke(&format!(
                r#"[[blok]]
                slags = "figur"
                titel = "Risiko"
                enhed = "pct"
                kategorier = ["I risiko", "Ikke i risiko"]
                serier = [{{ navn = "Alle", vaerdier = [76, {rest}] }}]"#
            ))
        };
        assert!(fund("D111", &figur(24)).is_empty());
        assert_eq!(fund("D111", &figur(34)).len(), 1);
    }

    #[test]
    fn shares_in_a_sentence_about_the_rest_add_up_to_100() {
        let tekst = |rest: &str| {
            med_brugertekst(&format!("Mænd udgjorde 94,6 % i 2023 og kvinder de øvrige {rest} %."))
        };
        assert!(fund("D112", &tekst("5,4")).is_empty());
        assert_eq!(fund("D112", &tekst("6,4")).len(), 1);
    }
}
