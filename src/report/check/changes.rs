//! Percents that must follow from other numbers: changes from before to after, and parts of a
//! whole.

use super::ord::{Slags, Token, percents_in, tokens};
use super::sums::EPS;
use super::tabeller::{self, decimaler, kolonne_med, tabeller, trin};
use super::tekster::{Del, Tekst};
use super::{Context, codes, dk, skrevet};
use crate::finding::Finding;
use crate::report::model::{Celle, KolonneRolle};
use crate::text;
use crate::words::Text;

/// A change as a table states it.
struct Udsagn {
    percent: f64,
    decimaler: u32,
    /// True where it says percentage points.
    point: bool,
    /// Up or down, where the words tell.
    op: Option<bool>,
}

/// Columns with the result of a before and an after.
pub(crate) fn results(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, sti, t) in tabeller(i) {
            let find = |rolle| kolonne_med(t, rolle);
            let (Some(foer), Some(efter), Some(resultat)) =
                (find(KolonneRolle::Foer), find(KolonneRolle::Efter), find(KolonneRolle::Resultat))
            else {
                continue;
            };
            for (nr, r) in t.raekker.iter().enumerate() {
                let tal = |n: usize| r.celler.get(n).and_then(tabeller::tal);
                let (Some(f), Some(e)) = (tal(foer), tal(efter)) else { continue };
                let Some(u) = r.celler.get(resultat).and_then(udsagn) else { continue };
                if let Some((ord, raad)) = judge(f, e, &u) {
                    let felt = tabeller::cell(&sti, nr, resultat);
                    let ord = text!("change-in-row", row = &r.navn, words = ord);
                    fund.push(c.advar(codes::RESULT, i, &felt, ord).hint(raad));
                }
            }
        }
    }
}

/// The change that a cell states: one percent, in words or as a number.
fn udsagn(cell: &Celle) -> Option<Udsagn> {
    if let Some(x) = tabeller::tal(cell) {
        let op = (x != 0.0).then_some(x > 0.0);
        return Some(Udsagn { percent: x.abs(), decimaler: decimaler(x), point: false, op });
    }
    let Celle::Tekst(tekst) = cell else { return None };
    let t = tokens(tekst);
    let har = |ord: &[&str]| t.iter().any(|x| ord.iter().any(|o| x.lav.starts_with(o)));
    let point = har(&["procentpoint", "pct.-point"]);
    let tal = if point {
        t.windows(2).find_map(|w| match w {
            [Token { slags: Slags::Tal(x, d), .. }, p] if p.lav.starts_with("procentp") => {
                Some((*x, *d))
            }
            _ => None,
        })
    } else {
        let p = percents_in(&t);
        (p.len() == 1).then(|| p.first().map(|p| (p.1, p.2))).flatten()
    };
    let (percent, d) = tal?;
    let op = match (
        har(&["steg", "øge", "vokse", "højere", "forøg"]),
        har(&["fald", "reducer", "mindske", "lavere", "sænke"]),
    ) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    Some(Udsagn { percent, decimaler: u32::from(d), point, op })
}

/// What is wrong with a stated change, and what to do. Both numbers are rounded, so the change
/// that follows from them is a range.
fn judge(f: f64, e: f64, u: &Udsagn) -> Option<(Text, Text)> {
    if let Some(op) = u.op
        && (e - f).abs() > EPS
        && op != (e > f)
    {
        let told = if op { "rise" } else { "fall" };
        let words = text!("change-turned", told = told, from = dk(f), to = dk(e));
        return Some((words, text!("change-turned-hint")));
    }
    let h = trin(decimaler(f).max(decimaler(e))) / 2.0;
    let slup = trin(u.decimaler) / 2.0 + EPS;
    let relativ = |f: f64, e: f64| if f > 0.0 { (e - f).abs() / f * 100.0 } else { f64::INFINITY };
    let hjoerner = [
        relativ(f - h, e - h),
        relativ(f - h, e + h),
        relativ(f + h, e - h),
        relativ(f + h, e + h),
    ];
    let mindst = hjoerner.iter().copied().fold(f64::INFINITY, f64::min);
    let hoejst = hjoerner.iter().copied().fold(0.0, f64::max);
    let point = (e - f).abs();
    let passer_relativt = !u.point && (mindst - slup..=hoejst + slup).contains(&u.percent);
    if passer_relativt || (u.percent - point).abs() <= 2.0 * h + slup {
        return None;
    }
    let ord = text!(
        "change-wrong",
        told = dk(u.percent),
        from = dk(f),
        to = dk(e),
        percent = dk((relativ(f, e) * 10.0).round() / 10.0),
        points = dk(point)
    );
    let af_efter = if e > 0.0 { point / e * 100.0 } else { 0.0 };
    let raad = if (af_efter - u.percent).abs() <= slup {
        text!("change-of-after", percent = dk(u.percent))
    } else {
        text!("change-wrong-hint")
    };
    Some((ord, raad))
}

/// `Af de 84 er 37 med, 44 %`: the percent must follow from the counts; and parts of a named
/// whole must not be more than it, or just miss it.
pub(crate) fn part_of_whole(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for t in &c.tekster {
        for del in t.dele.iter() {
            let saetninger: Vec<&Vec<Token>> = match del {
                Del::Afsnit(s) => s.iter().collect(),
                Del::Liste(p) => p.iter().flatten().collect(),
            };
            for (n, s) in saetninger.iter().enumerate() {
                let Some((hele, dele)) = helhed(s) else { continue };
                fund.extend(andel(c, t, s, saetninger.get(n + 1).copied(), hele, &dele));
                fund.extend(dele_i_alt(c, t, hele, &dele));
            }
        }
    }
}

/// The whole and its parts, where a sentence names them: `Af de 33 har 23 …, og 10 …`,
/// `84 startede, og 37 af dem …`, `37 ud af 84`.
fn helhed(s: &[Token]) -> Option<(f64, Vec<f64>)> {
    let tal: Vec<(usize, f64)> = (0..s.len()).filter_map(|i| Some((i, antal(s, i)?))).collect();
    let lav = |i: usize| s.get(i).map_or("", |t| t.lav.as_str());
    if lav(0) == "af" && ["de", "disse", "i"].contains(&lav(1)) {
        let (foerste, rest) = tal.split_first()?;
        return (foerste.0 <= 3 && !rest.is_empty())
            .then(|| (foerste.1, rest.iter().map(|r| r.1).collect()));
    }
    for (n, (i, x)) in tal.iter().enumerate() {
        let efter = (lav(i + 1), lav(i + 2));
        if efter.0 == "af" && ["dem", "disse"].contains(&efter.1) && n > 0 {
            return tal.get(n - 1).map(|hele| (hele.1, vec![*x]));
        }
        if efter == ("ud", "af") {
            return tal.get(n + 1).map(|hele| (hele.1, vec![*x]));
        }
    }
    None
}

/// A count of things: no year, percent, amount, age or part of a range or date.
fn antal(s: &[Token], i: usize) -> Option<f64> {
    const ENHEDER: [&str; 13] = [
        "%", "procent", "pct", "år", "årige", "kr", "mio", "måneder", "måned", "dage", "uger",
        "timer", ".",
    ];
    let t = s.get(i)?;
    let x = t.heltal().map(|n| n as f64)?;
    let efter = s.get(i + 1);
    let enhed = efter.is_some_and(|e| ENHEDER.contains(&e.lav.as_str()) || e.streg());
    let sidst = i + 2 == s.len();
    let interval = i.checked_sub(1).and_then(|f| s.get(f)).is_some_and(Token::streg);
    (t.tal().is_some() && t.aar().is_none() && (!enhed || sidst && efter?.er('.')) && !interval)
        .then_some(x)
}

fn andel(
    c: &Context<'_>,
    t: &Tekst,
    s: &[Token],
    naeste: Option<&Vec<Token>>,
    hele: f64,
    dele: &[f64],
) -> Option<Finding> {
    let her = percents_in(s);
    let i_naeste = naeste.map(|n| percents_in(n)).filter(|p| p.first().is_some_and(|p| p.0 == 0));
    let percent = match (her.as_slice(), i_naeste.as_deref()) {
        ([p], _) => *p,
        ([], Some([p])) => *p,
        _ => return None,
    };
    let [del] = dele else { return None };
    let rigtig = del / hele * 100.0;
    let slup = trin(u32::from(percent.2)) / 2.0 + EPS;
    (hele > 0.0 && (rigtig - percent.1).abs() > slup).then(|| {
        let ord = text!(
            "share-wrong",
            part = dk(*del),
            whole = dk(hele),
            percent = dk((rigtig * 10.0).round() / 10.0),
            said = dk(percent.1)
        );
        c.advar_tekst(codes::PROSE_PERCENT, t, ord).hint(text!("share-wrong-hint"))
    })
}

fn dele_i_alt(c: &Context<'_>, t: &Tekst, hele: f64, dele: &[f64]) -> Option<Finding> {
    let sum: f64 = dele.iter().sum();
    let mangler = hele - sum;
    let naesten = mangler > 0.0 && mangler <= (hele / 20.0).max(1.0);
    (dele.len() >= 2 && (mangler < 0.0 || naesten)).then(|| {
        let parts: Vec<String> = dele.iter().map(|d| skrevet(*d)).collect();
        let parts = parts.join(" + ");
        let ord = text!("parts-wrong", parts = parts, sum = dk(sum), whole = dk(hele));
        c.advar_tekst(codes::PROSE_PARTS, t, ord).hint(text!("check-wrong-number"))
    })
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{Ramme, fund, med_brugertekst, med_tabel};

    fn resultat(tekst: &str) -> Ramme {
        med_tabel(&format!(
            r#"kolonner = [
              {{ navn = "Før", enhed = "pct", rolle = "foer" }},
              {{ navn = "Efter", enhed = "pct", rolle = "efter" }},
              {{ navn = "Resultat", enhed = "tekst", rolle = "resultat" }} ]
            raekker = [ {{ navn = "Venskaber", celler = [32.6, 60.5, "{tekst}"] }} ]"#
        ))
    }

    #[test]
    fn a_change_follows_from_before_and_after_relative_or_in_points() {
        assert!(fund("D121", &resultat("Andelen er steget med 85,6 %")).is_empty());
        assert!(fund("D121", &resultat("Andelen er steget med 27,9 procentpoint")).is_empty());
        let f = fund("D121", &resultat("Andelen er steget med 46,1 %"));
        assert!(f.len() == 1 && f[0].contains("46,1 %") && f[0].contains("85,6 %"), "{f:?}");
        assert_eq!(fund("D121", &resultat("Andelen er faldet med 85,6 %")).len(), 1);
    }

    #[test]
    fn a_percent_of_two_counts_is_their_share() {
        let tekst = |p: u8| {
            med_brugertekst(&format!(
                "84 unge startede i 2023, og 37 af dem er tilmeldt. {p} % får altså en tilknytning."
            ))
        };
        assert!(fund("D122", &tekst(44)).is_empty());
        let f = fund("D122", &tekst(54));
        assert!(f.len() == 1 && f[0].contains("37 af 84 er 44 %"), "{f:?}");
    }

    #[test]
    fn parts_of_a_named_whole_add_up_to_it() {
        let tekst = |n: u8| {
            med_brugertekst(&format!("Af de 33 unge har {n} været anbragt, og 10 har boet hjemme."))
        };
        assert!(fund("D123", &tekst(23)).is_empty());
        assert_eq!(fund("D123", &tekst(24)).len(), 1);
        assert!(fund("D123", &tekst(9)).is_empty(), "others may be neither");
    }
}
