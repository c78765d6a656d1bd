//! Words that point at a place on the page: `til højre`, `nedenfor`, `ovenfor`.

use super::texts::{CheckedText, Section};
use super::tokens::Token;
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::model::{Blok, Indsats};
use crate::text;

/// Words that point forward, and words that point back.
const FORWARD: [&str; 2] = ["nedenfor", "nedenstående"];
const BACK: [&str; 3] = ["ovenfor", "ovenstående", "herover"];

/// Words that point at nothing: there is no block on that side of the text; and words that name a
/// side of the page, which the layout decides.
pub(crate) fn rule(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        for t in c.texts_in(nr).iter().filter(|t| t.section != Section::Overblik) {
            let told = t.sentences().find_map(|sentence| pointer(i, t, sentence));
            if let Some(words) = told {
                let message = text!("pointing", words = words);
                findings
                    .push(c.warn_text(codes::POINTING, t, message).hint(text!("pointing-hint")));
            }
        }
    }
}

/// The words of a sentence that point at nothing.
fn pointer(i: &Indsats, t: &CheckedText, sentence: &[Token]) -> Option<String> {
    let side = sentence.windows(2).find_map(|pair| match pair {
        [a, b] if a.lower == "til" && matches!(b.lower.as_str(), "højre" | "venstre") => {
            Some(format!("til {}", b.lower))
        }
        _ => None,
    });
    let here = match t.section {
        Section::Block(n) => Some(n),
        _ => None,
    };
    let shown = |forward: bool| {
        i.blokke().enumerate().any(|(n, (_, blok))| {
            let on_side =
                if forward { here.is_none_or(|h| n > h) } else { here.is_some_and(|h| n < h) };
            on_side && !matches!(blok, Blok::Overskrift(_) | Blok::Note(_) | Blok::Kilde(_))
        })
    };
    let lost = || {
        let word = sentence.iter().find(|w| {
            let (forward, back) =
                (FORWARD.contains(&w.lower.as_str()), BACK.contains(&w.lower.as_str()));
            forward && !shown(true) || back && !shown(false)
        })?;
        Some(word.lower.clone())
    };
    side.or_else(lost)
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{findings, with_blocks};

    fn med(text: &str, remainder: &str) -> crate::report::check::testing::TestReport {
        with_blocks(&format!("[[blok]]\nslags = \"tekst\"\ntekst = \"{text}\"\n{remainder}"))
    }

    #[test]
    fn words_that_point_at_a_side_or_at_nothing_are_told() {
        let quote = "[[blok]]\nslags = \"citat\"\ntekst = \"Det er godt.\"\n";
        assert_eq!(findings("D203", &med("Det ses til højre.", quote)).len(), 1);
        assert_eq!(findings("D203", &med("Det står nedenfor.", "")).len(), 1);
        assert!(findings("D203", &med("Det står nedenfor.", quote)).is_empty());
        assert_eq!(findings("D203", &med("Det står ovenfor.", quote)).len(), 1);
        assert!(findings("D203", &med("Unge, herunder piger.", "")).is_empty());
    }
}
