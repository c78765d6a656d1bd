//! Figures and tables that the prose announces: are they there, and do they hold values?

use super::ord::Token;
use super::tekster::{Sted, Tekst};
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::model::{Blok, Indsats, Tilstand};
use crate::text;
use crate::words::Text;

/// What is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hvad {
    Tabel,
    Figur,
    Oversigt,
    Opgoerelse,
}

/// Where the words point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Retning {
    Frem,
    Tilbage,
    Begge,
}

/// An announcement: what, where, how many, the words.
struct Bud {
    hvad: Hvad,
    retning: Retning,
    antal: usize,
    ord: String,
}

/// The announcement in a sentence, where there is one: a definite form (`tabellen`), or a form
/// with a direction (`en figur længere fremme`) or a number (`de to figurer`, `tabel 4`).
fn bud(s: &[Token]) -> Option<Bud> {
    let has = |ord: &[&str]| s.iter().any(|t| ord.contains(&t.lav.as_str()));
    let frem = has(&[
        "nedenfor",
        "herunder",
        "nedenstående",
        "næste",
        "følgende",
        "fremme",
        "højre",
        "venstre",
    ]);
    let tilbage = has(&["ovenfor", "ovenstående", "herover"]);
    let retning = match (frem, tilbage) {
        (true, false) => Retning::Frem,
        (false, true) => Retning::Tilbage,
        _ => Retning::Begge,
    };
    s.iter().enumerate().find_map(|(n, t)| {
        let (hvad, bestemt, plural) = match t.lav.as_str() {
            "tabel" => (Hvad::Tabel, false, false),
            "tabellen" => (Hvad::Tabel, true, false),
            "tabeller" => (Hvad::Tabel, false, true),
            "tabellerne" => (Hvad::Tabel, true, true),
            "figur" | "graf" | "diagram" => (Hvad::Figur, false, false),
            "figuren" | "grafen" | "diagrammet" => (Hvad::Figur, true, false),
            "figurer" | "grafer" | "diagrammer" => (Hvad::Figur, false, true),
            "figurerne" | "graferne" | "diagrammerne" => (Hvad::Figur, true, true),
            "oversigt" => (Hvad::Oversigt, false, false),
            "oversigten" => (Hvad::Oversigt, true, false),
            "opgørelsen" => (Hvad::Opgoerelse, true, false),
            _ => return None,
        };
        // Typed, and no placeholder, which counts by itself.
        let nr = s.get(n + 1).filter(|t| t.tal().is_some()).and_then(Token::heltal);
        if let Some(nr) = nr.filter(|nr| !bestemt && !plural && (1..=99).contains(nr)) {
            let ord = format!("{} {nr}", t.tekst);
            return Some(Bud { hvad, retning: Retning::Begge, antal: nr, ord });
        }
        let tal = n.checked_sub(1).and_then(|f| s.get(f)).and_then(Token::heltal);
        let peger = bestemt || retning != Retning::Begge || tal.is_some();
        let antal = tal.filter(|n| (1..=9).contains(n)).unwrap_or(1 + usize::from(plural));
        peger.then(|| Bud { hvad, retning, antal, ord: t.tekst.clone() })
    })
}

/// Every announcement of every indsats. The money's diagram is drawn by the program, so the
/// money's prose is left out.
pub(crate) fn rule(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let alle: Vec<(String, &Blok)> = i.blokke().collect();
        for t in c.tekster_i(nr).iter().filter(|t| !t.felt.starts_with("oekonomi")) {
            if t.sted == Sted::Overblik || in_figure(&alle, t) || goes_with_figure(&alle, t) {
                continue;
            }
            for b in t.saetninger().filter_map(|s| bud(s)) {
                fund.extend(judge(c, i, &alle, t, &b));
            }
        }
    }
}

/// Words that name the figure that they are about stay away with it, and point at it else.
fn goes_with_figure(alle: &[(String, &Blok)], t: &Tekst) -> bool {
    let Sted::Blok(n) = t.sted else { return false };
    matches!(alle.get(n), Some((_, Blok::Tekst(b))) if b.om.is_some())
        || matches!(alle.get(n), Some((_, Blok::Note(b) | Blok::Kilde(b))) if b.om.is_some())
}

/// Words inside a table or figure speak of it, not of another.
fn in_figure(alle: &[(String, &Blok)], t: &Tekst) -> bool {
    let Sted::Blok(n) = t.sted else { return false };
    alle.get(n).is_some_and(|(_, b)| matches!(b, Blok::Tabel(_) | Blok::Figur(_)))
}

fn judge(
    c: &Context<'_>,
    i: &Indsats,
    alle: &[(String, &Blok)],
    t: &Tekst,
    b: &Bud,
) -> Option<Finding> {
    // `Opgørelsen` is the yearly series in the users' prose; elsewhere it may be anything.
    if b.hvad == Hvad::Opgoerelse && t.sted != Sted::Brugere {
        return None;
    }
    // The series stands by the users' prose; what is further on is something else.
    let ved_serien = t.sted == Sted::Brugere && b.retning != Retning::Frem;
    let serier = if ved_serien { i.brugere.serie.len() } else { 0 };
    let her = match t.sted {
        Sted::Blok(n) => Some(n),
        _ => None,
    };
    let passer = |(n, (_, blok)): &(usize, &(String, &Blok))| {
        let frem = her.is_none_or(|h| *n > h);
        let side = match b.retning {
            Retning::Frem => frem,
            Retning::Tilbage => !frem || her.is_none(),
            Retning::Begge => true,
        };
        side && er(b.hvad, blok)
    };
    let fundne: Vec<(usize, &(String, &Blok))> = alle.iter().enumerate().filter(passer).collect();
    let talt = fundne.len() + serier;
    if talt < b.antal {
        let ord = text!("announced", words = &b.ord, n = b.antal, there = talt);
        return Some(c.advar_tekst(codes::ANNOUNCED, t, ord).hint(text!("announced-hint")));
    }
    if b.hvad != Hvad::Figur || serier > 0 {
        return None;
    }
    let naermeste: Vec<_> =
        fundne.iter().filter(|(n, _)| her.is_none_or(|h| *n > h)).take(b.antal).collect();
    let mangler: Vec<_> = naermeste
        .iter()
        .filter_map(|(_, (sti, blok))| match blok {
            Blok::Figur(f) if f.tilstand == Tilstand::Mangler => Some((sti, f)),
            _ => None,
        })
        .collect();
    let navne = Text::all_of(mangler.iter().map(|(_, f)| format!("»{}«", f.titel)));
    (!mangler.is_empty()).then(|| {
        let ord = text!("announced-empty", words = &b.ord, figures = navne);
        let mut f =
            c.advar_tekst(codes::ANNOUNCED_EMPTY, t, ord).hint(text!("announced-empty-hint"));
        for (sti, _) in mangler {
            f = f.related(c.sted(i, sti), text!("announced-figure"));
        }
        f
    })
}

fn er(hvad: Hvad, blok: &Blok) -> bool {
    match hvad {
        Hvad::Tabel => matches!(blok, Blok::Tabel(_)),
        Hvad::Figur => matches!(blok, Blok::Figur(_)),
        Hvad::Oversigt | Hvad::Opgoerelse => matches!(
            blok,
            Blok::Tabel(_)
                | Blok::Figur(_)
                | Blok::Spalteliste(_)
                | Blok::Begreber(_)
                | Blok::Trin(_)
                | Blok::Tal(_)
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{Ramme, fund, med_blokke, med_brugertekst};

    const TABEL: &str = "[[blok]]\nslags = \"tabel\"\ntitel = \"Status\"\nkolonner = [{ navn = \"Antal\" }]\nraekker = [{ navn = \"A\", celler = [7] }]\n";
    const MANGLER: &str =
        "[[blok]]\nslags = \"figur\"\ntitel = \"Sigtelser\"\ntilstand = \"mangler\"\n";
    const FIGUR: &str = "[[blok]]\nslags = \"figur\"\ntitel = \"Sigtelser\"\nkategorier = [\"A\"]\nserier = [{ vaerdier = [7] }]\n";

    fn med(tekst: &str, remainder: &str) -> Ramme {
        med_blokke(&format!("[[blok]]\nslags = \"tekst\"\ntekst = \"{tekst}\"\n{remainder}"))
    }

    #[test]
    fn an_announced_table_is_there() {
        for tekst in ["Tabellen herunder viser status.", "Det fremgår af tabellen nedenfor."] {
            assert!(fund("D201", &med(tekst, TABEL)).is_empty());
            assert_eq!(fund("D201", &med(tekst, FIGUR)).len(), 1, "{tekst}");
        }
        assert!(fund("D201", &med("En tabel er en god ting.", "")).is_empty());
        assert_eq!(fund("D201", &med("Tallene i de to tabeller ovenfor er nye.", TABEL)).len(), 1);
    }

    #[test]
    fn as_many_figures_as_announced_are_there() {
        let to = format!("{FIGUR}{FIGUR}");
        assert!(fund("D201", &med("De to figurer viser det.", &to)).is_empty());
        assert_eq!(fund("D201", &med("De to figurer viser det.", FIGUR)).len(), 1);
    }

    #[test]
    fn a_typed_number_is_one_that_is_there() {
        let to = format!("{TABEL}{TABEL}");
        assert!(fund("D201", &med("Det ses i tabel 2.", &to)).is_empty());
        let f = fund("D201", &med("Det ses i tabel 3.", &to));
        assert!(f.len() == 1 && f[0].contains("tabel 3"), "{f:?}");
    }

    #[test]
    fn an_announced_figure_has_its_values() {
        assert!(fund("D202", &med("Figuren nedenfor viser det.", FIGUR)).is_empty());
        let f = fund("D202", &med("Figuren nedenfor viser det.", MANGLER));
        assert!(f.len() == 1 && f[0].contains("»Sigtelser«"), "{f:?}");
    }

    #[test]
    fn users_prose_that_speaks_of_numbers_has_a_series() {
        assert_eq!(fund("D201", &med_brugertekst("Opgørelsen viser antallet.")).len(), 1);
        assert!(fund("D201", &med_brugertekst("De er unge.")).is_empty());
    }
}
