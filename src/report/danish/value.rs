//! Values and cells of the model, as printed.

use super::{NBSP, kroner, percent, tal, typography};
use crate::report::model::{Celle, Enhed, FuldCelle, Tal, Tilstand, Vaerdi};

/// Printed where a value is missing.
pub const UNKNOWN: &str = "··";
/// Printed where a value is still to come: a gap, and no word of the sentence around it.
pub const OPEN: &str = "[mangler]";
/// Printed where a value is withheld: it is known, and about too few persons.
pub const WITHHELD: &str = "×";
/// Printed where the source prints a dash.
pub const DASH: &str = "–";

/// A number with its unit: `30,6 %`, `15.552.000 kr.`, `25 år`, `1 dag`; counts stand bare.
#[must_use]
pub fn with_unit(t: Tal, enhed: Enhed) -> String {
    let en = matches!(t, Tal::Hel(1));
    let word = match enhed {
        Enhed::Pct => return percent(t),
        Enhed::Kr => {
            return match t {
                Tal::Hel(n) => kroner(n),
                Tal::Decimal(_) => format!("{}{NBSP}kr.", tal(t)),
            };
        }
        Enhed::Antal | Enhed::Personer | Enhed::Tekst => return tal(t),
        Enhed::Aar => "år",
        Enhed::Dage => {
            if en {
                "dag"
            } else {
                "dage"
            }
        }
        Enhed::Timer => {
            if en {
                "time"
            } else {
                "timer"
            }
        }
        Enhed::Maaneder => {
            if en {
                "måned"
            } else {
                "måneder"
            }
        }
    };
    format!("{}{NBSP}{word}", tal(t))
}

/// A value with unit and state: `ca. 55`, `30,6 % (foreløbigt)`, `··`, `[mangler]`. The footnote
/// mark is not part of it.
#[must_use]
pub fn value(v: &Vaerdi, enhed: Enhed) -> String {
    with_state(v.tal().map(|t| with_unit(t, enhed)), v.tilstand())
}

/// [`value`] without the unit, for axes and columns whose header names it.
#[must_use]
pub fn value_without_unit(v: &Vaerdi) -> String {
    with_state(v.tal().map(tal), v.tilstand())
}

fn with_state(number: Option<String>, state: Tilstand) -> String {
    match (state, number) {
        (Tilstand::Udfyldes, _) => OPEN.to_owned(),
        (Tilstand::Diskretion, _) => WITHHELD.to_owned(),
        (Tilstand::Mangler, _) | (_, None) => UNKNOWN.to_owned(),
        (Tilstand::Endelig, Some(t)) => t,
        (Tilstand::Anslaaet, Some(t)) => format!("ca.{NBSP}{t}"),
        (Tilstand::Foreloebig, Some(t)) => format!("{t}{NBSP}(foreløbigt)"),
    }
}

/// A cell with its unit: `30,6 % / 32,4 %`, `53 sigtelser (spænd 1–274 sigtelser)`, `–`. The
/// footnote mark is not part of it.
#[must_use]
pub fn cell(c: &Celle, enhed: Enhed) -> String {
    skriv(c, |t| with_unit(t, enhed))
}

/// [`cell`] without the unit, for columns whose header names it.
#[must_use]
pub fn cell_without_unit(c: &Celle) -> String {
    skriv(c, tal)
}

fn skriv(c: &Celle, form: impl Fn(Tal) -> String) -> String {
    match c {
        Celle::Tal(t) => form(*t),
        Celle::Par(p) => p.par.map(form).join(" / "),
        Celle::Fuld(f) => fuld(f, form),
        Celle::Tekst(s) if s == "-" => DASH.to_owned(),
        Celle::Tekst(s) => typography(s),
        Celle::Tom(empty) => with_state(None, (*empty).into()),
    }
}

fn fuld(f: &FuldCelle, form: impl Fn(Tal) -> String) -> String {
    let tal = match &f.ord {
        Some(ord) => format!("{}{NBSP}{}", tal(f.tal), typography(ord)),
        None => form(f.tal),
    };
    let shown = with_state(Some(tal), f.tilstand.into());
    match &f.spaend {
        Some(spaend) => format!("{shown} (spænd {})", typography(spaend)),
        None => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::{FuldVaerdi, ParCelle, TalTilstand, Tom};

    #[test]
    fn a_value_is_printed_with_its_unit() {
        let v = |t| Vaerdi::Tal(Tal::Hel(t));
        assert_eq!(value(&v(1523), Enhed::Personer), "1.523");
        assert_eq!(value(&v(25), Enhed::Aar), "25\u{a0}år");
        assert_eq!(value(&v(1), Enhed::Dage), "1\u{a0}dag");
        assert_eq!(value(&v(2), Enhed::Timer), "2\u{a0}timer");
        assert_eq!(value(&v(5_900_000), Enhed::Kr), "5.900.000\u{a0}kr.");
        assert_eq!(value(&Vaerdi::Tal(Tal::Decimal(4.5)), Enhed::Maaneder), "4,5\u{a0}måneder");
        assert_eq!(value_without_unit(&v(15)), "15");
    }

    #[test]
    fn the_state_of_a_value_is_seen() {
        let fuld = |tilstand| {
            Vaerdi::Fuld(FuldVaerdi { tal: Tal::Hel(55), tilstand, maerke: Some("*".to_owned()) })
        };
        assert_eq!(value(&fuld(TalTilstand::Anslaaet), Enhed::Personer), "ca.\u{a0}55");
        assert_eq!(
            value(&fuld(TalTilstand::Foreloebig), Enhed::Pct),
            "55\u{a0}%\u{a0}(foreløbigt)"
        );
        assert_eq!(value(&Vaerdi::Tom(Tom::Mangler), Enhed::Antal), "··");
        assert_eq!(value(&Vaerdi::Tom(Tom::Udfyldes), Enhed::Antal), "[mangler]");
    }

    #[test]
    fn a_cell_prints_pairs_dashes_words_and_spreads() {
        let par = Celle::Par(ParCelle { par: [Tal::Decimal(30.6), Tal::Decimal(32.4)] });
        assert_eq!(cell(&par, Enhed::Pct), "30,6\u{a0}% / 32,4\u{a0}%");
        assert_eq!(cell_without_unit(&par), "30,6 / 32,4");
        assert_eq!(cell(&Celle::Tekst("-".into()), Enhed::Pct), "–");
        assert_eq!(cell(&Celle::Tekst(String::new()), Enhed::Pct), "");
        assert_eq!(cell(&Celle::Tom(Tom::Diskretion), Enhed::Personer), "×");
        let fuld = Celle::Fuld(FuldCelle {
            tal: Tal::Hel(53),
            ord: Some("sigtelser".into()),
            spaend: Some("1-274 sigtelser".into()),
            tilstand: TalTilstand::Endelig,
            maerke: None,
        });
        assert_eq!(cell(&fuld, Enhed::Antal), "53\u{a0}sigtelser (spænd 1–274 sigtelser)");
    }
}
