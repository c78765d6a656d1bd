//! Figures and tables that the prose announces: are they there, and do they hold values?

use super::texts::{CheckedText, Section};
use super::tokens::Token;
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::model::{Blok, Indsats, Tilstand};
use crate::text;
use crate::words::Text;

/// What is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Announced {
    Table,
    Figure,
    Overview,
    Account,
}

/// Where the words point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forward,
    Back,
    Both,
}

/// An announcement: what, where, how many, the words.
struct Announcement {
    what: Announced,
    direction: Direction,
    count: usize,
    words: String,
}

/// The announcement in a sentence, where there is one: a definite form (`tabellen`), or a form
/// with a direction (`en figur længere fremme`) or a number (`de to figurer`, `tabel 4`).
fn announcement(s: &[Token]) -> Option<Announcement> {
    let has = |ord: &[&str]| s.iter().any(|t| ord.contains(&t.lower.as_str()));
    let forward = has(&[
        "nedenfor",
        "herunder",
        "nedenstående",
        "næste",
        "følgende",
        "fremme",
        "højre",
        "venstre",
    ]);
    let back = has(&["ovenfor", "ovenstående", "herover"]);
    let direction = match (forward, back) {
        (true, false) => Direction::Forward,
        (false, true) => Direction::Back,
        _ => Direction::Both,
    };
    s.iter().enumerate().find_map(|(n, t)| {
        let (what, definite, plural) = match t.lower.as_str() {
            "tabel" => (Announced::Table, false, false),
            "tabellen" => (Announced::Table, true, false),
            "tabeller" => (Announced::Table, false, true),
            "tabellerne" => (Announced::Table, true, true),
            "figur" | "graf" | "diagram" => (Announced::Figure, false, false),
            "figuren" | "grafen" | "diagrammet" => (Announced::Figure, true, false),
            "figurer" | "grafer" | "diagrammer" => (Announced::Figure, false, true),
            "figurerne" | "graferne" | "diagrammerne" => (Announced::Figure, true, true),
            "oversigt" => (Announced::Overview, false, false),
            "oversigten" => (Announced::Overview, true, false),
            "opgørelsen" => (Announced::Account, true, false),
            _ => return None,
        };
        // Typed, and no placeholder, which counts by itself.
        let nr = s.get(n + 1).filter(|t| t.tal().is_some()).and_then(Token::heltal);
        if let Some(nr) = nr.filter(|nr| !definite && !plural && (1..=99).contains(nr)) {
            let ord = format!("{} {nr}", t.text);
            return Some(Announcement { what, direction: Direction::Both, count: nr, words: ord });
        }
        let number = n.checked_sub(1).and_then(|f| s.get(f)).and_then(Token::heltal);
        let points_to = definite || direction != Direction::Both || number.is_some();
        let antal = number.filter(|n| (1..=9).contains(n)).unwrap_or(1 + usize::from(plural));
        points_to.then(|| Announcement { what, direction, count: antal, words: t.text.clone() })
    })
}

/// Every announcement of every indsats. The money's diagram is drawn by the program, so the
/// money's prose is left out.
pub(crate) fn rule(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let all: Vec<(String, &Blok)> = i.blokke().collect();
        for t in c.texts_in(nr).iter().filter(|t| !t.field.starts_with("oekonomi")) {
            if t.section == Section::Overblik || in_figure(&all, t) || goes_with_figure(&all, t) {
                continue;
            }
            for b in t.sentences().filter_map(|s| announcement(s)) {
                findings.extend(judge(c, i, &all, t, &b));
            }
        }
    }
}

/// Words that name the figure that they are about stay away with it, and point at it else.
fn goes_with_figure(all: &[(String, &Blok)], t: &CheckedText) -> bool {
    let Section::Block(n) = t.section else { return false };
    matches!(all.get(n), Some((_, Blok::Tekst(b))) if b.om.is_some())
        || matches!(all.get(n), Some((_, Blok::Note(b) | Blok::Kilde(b))) if b.om.is_some())
}

/// Words inside a table or figure speak of it, not of another.
fn in_figure(all: &[(String, &Blok)], t: &CheckedText) -> bool {
    let Section::Block(n) = t.section else { return false };
    all.get(n).is_some_and(|(_, b)| matches!(b, Blok::Tabel(_) | Blok::Figur(_)))
}

fn judge(
    c: &Context<'_>,
    i: &Indsats,
    all: &[(String, &Blok)],
    t: &CheckedText,
    b: &Announcement,
) -> Option<Finding> {
    // `Opgørelsen` is the yearly series in the users' prose; elsewhere it may be anything.
    if b.what == Announced::Account && t.section != Section::Brugere {
        return None;
    }
    // The series stands by the users' prose; what is further on is something else.
    let at_series = t.section == Section::Brugere && b.direction != Direction::Forward;
    let serier = if at_series { i.brugere.serie.len() } else { 0 };
    let here = match t.section {
        Section::Block(n) => Some(n),
        _ => None,
    };
    let fits = |(n, (_, blok)): &(usize, &(String, &Blok))| {
        let forward = here.is_none_or(|h| *n > h);
        let side = match b.direction {
            Direction::Forward => forward,
            Direction::Back => !forward || here.is_none(),
            Direction::Both => true,
        };
        side && is_sign(b.what, blok)
    };
    let found: Vec<(usize, &(String, &Blok))> = all.iter().enumerate().filter(fits).collect();
    let counted = found.len() + serier;
    if counted < b.count {
        let words = text!("announced", words = &b.words, n = b.count, there = counted);
        return Some(c.warn_text(codes::ANNOUNCED, t, words).hint(text!("announced-hint")));
    }
    if b.what != Announced::Figure || serier > 0 {
        return None;
    }
    let nearest: Vec<_> =
        found.iter().filter(|(n, _)| here.is_none_or(|h| *n > h)).take(b.count).collect();
    let missing: Vec<_> = nearest
        .iter()
        .filter_map(|(_, (path, blok))| match blok {
            Blok::Figur(f) if f.tilstand == Tilstand::Mangler => Some((path, f)),
            _ => None,
        })
        .collect();
    let names = Text::all_of(missing.iter().map(|(_, f)| format!("»{}«", f.titel)));
    (!missing.is_empty()).then(|| {
        let words = text!("announced-empty", words = &b.words, figures = names);
        let mut f =
            c.warn_text(codes::ANNOUNCED_EMPTY, t, words).hint(text!("announced-empty-hint"));
        for (path, _) in missing {
            f = f.related(c.sted(i, path), text!("announced-figure"));
        }
        f
    })
}

fn is_sign(what: Announced, blok: &Blok) -> bool {
    match what {
        Announced::Table => matches!(blok, Blok::Tabel(_)),
        Announced::Figure => matches!(blok, Blok::Figur(_)),
        Announced::Overview | Announced::Account => matches!(
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
    use crate::report::check::testing::{TestReport, findings, with_blocks, with_users_text};

    const TABLE: &str = "[[blok]]\nslags = \"tabel\"\ntitel = \"Status\"\nkolonner = [{ navn = \"Antal\" }]\nraekker = [{ navn = \"A\", celler = [7] }]\n";
    const MISSING: &str =
        "[[blok]]\nslags = \"figur\"\ntitel = \"Sigtelser\"\ntilstand = \"mangler\"\n";
    const FIGURE: &str = "[[blok]]\nslags = \"figur\"\ntitel = \"Sigtelser\"\nkategorier = [\"A\"]\nserier = [{ vaerdier = [7] }]\n";

    fn med(text: &str, remainder: &str) -> TestReport {
        with_blocks(&format!("[[blok]]\nslags = \"tekst\"\ntekst = \"{text}\"\n{remainder}"))
    }

    #[test]
    fn an_announced_table_is_there() {
        for text in ["Tabellen herunder viser status.", "Det fremgår af tabellen nedenfor."] {
            assert!(findings("D201", &med(text, TABLE)).is_empty());
            assert_eq!(findings("D201", &med(text, FIGURE)).len(), 1, "{text}");
        }
        assert!(findings("D201", &med("En tabel er en god ting.", "")).is_empty());
        assert_eq!(
            findings("D201", &med("Tallene i de to tabeller ovenfor er nye.", TABLE)).len(),
            1
        );
    }

    #[test]
    fn as_many_figures_as_announced_are_there() {
        let to = format!("{FIGURE}{FIGURE}");
        assert!(findings("D201", &med("De to figurer viser det.", &to)).is_empty());
        assert_eq!(findings("D201", &med("De to figurer viser det.", FIGURE)).len(), 1);
    }

    #[test]
    fn a_typed_number_is_one_that_is_there() {
        let to = format!("{TABLE}{TABLE}");
        assert!(findings("D201", &med("Det ses i tabel 2.", &to)).is_empty());
        let f = findings("D201", &med("Det ses i tabel 3.", &to));
        assert!(f.len() == 1 && f[0].contains("tabel 3"), "{f:?}");
    }

    #[test]
    fn an_announced_figure_has_its_values() {
        assert!(findings("D202", &med("Figuren nedenfor viser det.", FIGURE)).is_empty());
        let f = findings("D202", &med("Figuren nedenfor viser det.", MISSING));
        assert!(f.len() == 1 && f[0].contains("»Sigtelser«"), "{f:?}");
    }

    #[test]
    fn users_prose_that_speaks_of_numbers_has_a_series() {
        assert_eq!(findings("D201", &with_users_text("Opgørelsen viser antallet.")).len(), 1);
        assert!(findings("D201", &with_users_text("De er unge.")).is_empty());
    }
}
