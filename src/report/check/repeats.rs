//! The same text twice: a quote printed again, or a passage that several indsatser share and that
//! belongs among the shared texts.
//!
//! Two texts count as the same where at least 85 % of their words stand in the same order.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::texts::{CheckedText, Section};
use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::model::Blok;
use crate::text;
use crate::words::Text;

/// Share of common words from which two texts count as the same.
const ALIKE: f64 = 0.85;
/// Shorter texts are alike by chance, or because they must be.
const LEAST_WORDS: usize = 10;
/// Words in a run that two texts must share before they are compared word for word.
const RUN: usize = 4;
/// At most so many earlier texts are kept for a run, so that a phrase that is everywhere costs
/// no more than a rare one.
const HUSKET: usize = 4;

/// Finds groups of texts that are the same, each told once.
pub(crate) fn rule(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let texts: Vec<(&CheckedText, Vec<&str>)> = c
        .texts
        .iter()
        .filter(|t| {
            !matches!(t.section, Section::FrontMatter | Section::Shared | Section::Overblik)
        })
        .filter(|t| !t.field.ends_with("periode"))
        .map(|t| (t, t.ord()))
        .filter(|(_, word)| word.len() >= LEAST_WORDS)
        .collect();
    let grupper = groups(&texts.iter().map(|(_, word)| word.as_slice()).collect::<Vec<_>>());
    for group in grupper.values().filter(|g| g.len() > 1) {
        let members: Vec<&CheckedText> =
            group.iter().filter_map(|n| texts.get(*n).map(|t| t.0)).collect();
        let [first, other, ..] = members.as_slice() else { continue };
        findings.push(tell(c, first, other, &members));
    }
}

/// All of [`rule`] where an error is possible: most reports have no candidate for one, and then no text
/// is compared.
pub(crate) fn errors(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: HashSet<(Option<usize>, Vec<&str>)> = HashSet::new();
    let mut quotes = c.texts.iter().filter(|t| is_quote(c, t));
    if quotes.any(|quote| !seen.insert((quote.indsats, quote.ord()))) {
        rule(c, findings);
    }
}

fn tell(
    c: &Context<'_>,
    first: &CheckedText,
    other: &CheckedText,
    all: &[&CheckedText],
) -> Finding {
    let quote = is_quote(c, other);
    let same_indsats = first.indsats == other.indsats;
    let identical = first.ord() == other.ord();
    let what = if quote { "quote" } else { "text" };
    let likeness_word = if identical { "same" } else { "nearly" };
    let words = text!("repeated", what = what, how = likeness_word, n = all.len());
    let mut f = if quote || same_indsats {
        let mut f = c.warn_text(codes::REPEATED, other, words).hint(text!("repeated-hint"));
        // One person is quoted once: printed twice, it looks like two who said the same.
        if quote && same_indsats && identical {
            f.severity = Severity::Error;
        }
        f
    } else {
        let names =
            all.iter().filter_map(|t| Some(c.report.indsatser.get(t.indsats?)?.short_name()));
        let words = text!("repeated-across", words = words, names = Text::list(names));
        let mut f = c.warn_text(codes::REPEATED_ACROSS, other, words);
        f.severity = Severity::Note;
        f.hint(text!("repeated-across-hint"))
    };
    for t in all.iter().filter(|t| !std::ptr::eq(**t, other)) {
        f.related.push(((c.finder)(&t.file, &t.field), text!("check-and-here")));
    }
    f
}

fn is_quote(c: &Context<'_>, t: &CheckedText) -> bool {
    let (Some(nr), Section::Block(blok)) = (t.indsats, t.section) else { return false };
    let Some(i) = c.report.indsatser.get(nr) else { return false };
    i.blokke().nth(blok).is_some_and(|(_, b)| matches!(b, Blok::Citat(_) | Blok::Fremhaevet(_)))
}

/// The first texts that hold a run.
#[derive(Default)]
struct Group {
    numre: [usize; HUSKET],
    antal: usize,
}

impl Group {
    fn numre(&self) -> &[usize] {
        self.numre.get(..self.antal).unwrap_or_default()
    }

    fn husk(&mut self, nr: usize) {
        if self.numre().last() == Some(&nr) {
            return;
        }
        if let Some(plads) = self.numre.get_mut(self.antal) {
            *plads = nr;
            self.antal += 1;
        }
    }
}

/// Groups of texts by their first member.
fn groups(texts: &[&[&str]]) -> BTreeMap<usize, Vec<usize>> {
    let mut groups_of: HashMap<u64, Group> = HashMap::new();
    let mut gruppe: Vec<usize> = Vec::new();
    for (nr, ord) in texts.iter().enumerate() {
        let mut faelles: BTreeMap<usize, usize> = BTreeMap::new();
        let words_of: Vec<u64> = ord.iter().map(hash).collect();
        let runs: Vec<u64> = words_of.windows(RUN).map(hash).collect();
        for l in &runs {
            let group = groups_of.entry(*l).or_default();
            for earlier in group.numre().iter().filter(|t| **t != nr) {
                *faelles.entry(*earlier).or_default() += 1;
            }
            group.husk(nr);
        }
        // Texts that are 85 % alike share far more than a quarter of their runs.
        let equal = faelles
            .iter()
            .filter(|(_, antal)| *antal * 4 >= runs.len())
            .find(|(earlier, _)| texts.get(**earlier).is_some_and(|t| alike(t, ord)));
        let rod = equal.and_then(|(t, _)| gruppe.get(*t).copied()).unwrap_or(nr);
        gruppe.push(rod);
    }
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (nr, rod) in gruppe.into_iter().enumerate() {
        out.entry(rod).or_default().push(nr);
    }
    out
}

fn alike(a: &[&str], b: &[&str]) -> bool {
    let equal: usize = capture_diff_slices(Algorithm::Myers, a, b)
        .iter()
        .map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 })
        .sum();
    2.0 * equal as f64 >= ALIKE * (a.len() + b.len()) as f64
}

fn hash(what: impl Hash) -> u64 {
    let mut h = DefaultHasher::new();
    what.hash(&mut h);
    h.finish()
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity;
    use crate::report::check::testing::{findings, with_blocks};

    fn quotes(a: &str, b: &str) -> crate::report::check::testing::TestReport {
        with_blocks(&format!(
            "[[blok]]\nslags = \"citat\"\ntekst = \"{a}\"\n[[blok]]\nslags = \"citat\"\ntekst = \"{b}\""
        ))
    }

    const ONE: &str = "En dreng på 15 år fortæller, at han er mere selvstændig end før og oplever at blive lyttet til.";
    const NEARLY: &str = "En dreng på 16 år fortæller, at han er mere selvstændig end før og oplever at blive lyttet til.";
    const OTHER: &str = "En pige på 16 år var glad for de små hold, for der var få elever og ro i klassen hele dagen.";

    #[test]
    fn a_quote_that_is_printed_twice_is_told_once() {
        assert!(findings("D181", &quotes(ONE, OTHER)).is_empty());
        let f = findings("D181", &quotes(ONE, ONE));
        assert!(f.len() == 1 && f[0].contains("samme citat er trykt to gange"), "{f:?}");
        let severity = |b: &str| {
            let found = quotes(ONE, b).findings();
            found.iter().find(|f| f.code == "D181").map(|f| f.severity)
        };
        assert_eq!(severity(ONE), Some(Severity::Error));
        assert_eq!(severity(NEARLY), Some(Severity::Warning));
    }

    #[test]
    fn one_word_that_differs_does_not_hide_it() {
        let f = findings("D181", &quotes(ONE, NEARLY));
        assert!(f.len() == 1 && f[0].contains("næsten samme"), "{f:?}");
    }

    #[test]
    fn a_text_that_two_indsatser_share_wants_to_be_a_shared_text() {
        use crate::report::check::testing::TestReport;
        let a = TestReport { beskrivelse: OTHER.into(), ..TestReport::default() };
        let b = TestReport { beskrivelse: ONE.into(), ..TestReport::default() };
        assert!(TestReport::to(&a, &b, "D182").is_empty());
        let f = TestReport::to(&a, &a, "D182");
        assert!(f.len() == 1 && f[0].ends_with(": Prøven, Prøven"), "by name: {f:?}");
    }
}
