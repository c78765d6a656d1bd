//! Words on their way to the page: prose as trees, plain strings with Danish typography.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::addresses;
use super::references::References;
use crate::report::danish;
use crate::report::danish::NBSP;
use crate::report::danish::hyphenation::{SOFT_HYPHEN, WORD_JOINER, delt};
use crate::report::insight::Insights;
use crate::report::model::Tekst;
use crate::report::prose::{self, Afsnit, Inline};
use crate::report::texts::prose_of;

/// Prose: paragraphs and lists.
pub(super) type Prose = Vec<Node>;

/// A paragraph or list, with how much it is: the layouts divide what is longer than a column, and
/// need not look through the rest.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Node {
    #[serde(flatten)]
    pub(super) afsnit: Afsnit,
    /// Its letters, in bytes of UTF-8, and how many paragraphs and lists it is.
    omfang: (usize, usize),
}

/// Reads prose, fills in shared texts and computed numbers.
pub(super) struct Words<'a> {
    faelles: &'a BTreeMap<String, String>,
    insights: &'a Insights,
    /// Figures and tables of the indsats whose words they are.
    references: Option<&'a References>,
}

impl<'a> Words<'a> {
    pub(super) fn new(
        faelles: &'a BTreeMap<String, String>,
        insights: &'a Insights,
        references: Option<&'a References>,
    ) -> Self {
        Self { faelles, insights, references }
    }

    /// Reads prose without the sentences that point at a figure whose values are missing.
    fn read(&self, text: &str) -> Vec<Afsnit> {
        let said = self.references.and_then(|r| r.said(text));
        prose::read(said.as_deref().unwrap_or(text)).afsnit
    }

    /// Prose of the data. Its long words may be divided.
    pub(super) fn prose(&self, text: &str) -> Prose {
        self.set(self.read(text))
    }

    /// Prose whose words stay whole: leads, quotes, callouts.
    pub(super) fn whole_prose(&self, text: &str) -> Prose {
        let mut tree = self.fill(self.read(text));
        tree.iter_mut().for_each(end_full);
        nodes(tree)
    }

    /// Prose that may be left out; nothing then.
    pub(super) fn prose_or(&self, text: Option<&String>) -> Prose {
        text.map(|text| self.prose(text)).unwrap_or_default()
    }

    /// Prose of its own, or a shared text with its words filled in.
    pub(super) fn tekst(&self, text: &Tekst) -> Prose {
        match text {
            Tekst::Egen(own) => self.prose(own),
            Tekst::Faelles(_) => self.set(prose_of(text, self.faelles)),
        }
    }

    /// Prose whose placeholders are numbers of a callout.
    pub(super) fn linje(&self, text: &str, slots: &dyn Fn(&str) -> Option<String>) -> Vec<Inline> {
        let mut tree = prose::read(text).afsnit;
        prose::fill(&mut tree, slots);
        prose::typography(&mut tree);
        tree.into_iter()
            .flat_map(|a| match a {
                Afsnit::Tekst(inline) => inline,
                Afsnit::Liste { .. } => Vec::new(),
            })
            .collect()
    }

    /// A heading of the insights: words with computed numbers, as a string.
    pub(super) fn titel(&self, text: &str) -> String {
        let mut tree = prose::read(text).afsnit;
        prose::fill(&mut tree, &|name| self.insights.placeholder(name));
        prose::typography(&mut tree);
        prose::plain(&tree)
    }

    fn set(&self, tree: Vec<Afsnit>) -> Prose {
        let mut tree = self.fill(tree);
        tree.iter_mut().for_each(divide_words);
        nodes(tree)
    }

    /// Fills in, sets as Danish is set, and makes links of addresses.
    fn fill(&self, mut tree: Vec<Afsnit>) -> Vec<Afsnit> {
        prose::fill(&mut tree, &|name| self.insights.placeholder(name));
        if let Some(references) = self.references {
            prose::refer(&mut tree, &|name| references.find(name));
        }
        prose::typography(&mut tree);
        addresses::link(&mut tree);
        tree.iter_mut().for_each(join_words);
        tree
    }
}

fn nodes(tree: Vec<Afsnit>) -> Prose {
    tree.into_iter().map(|afsnit| Node { omfang: extent(&afsnit), afsnit }).collect()
}

/// Keeps words together that no line should end between.
fn join_words(paragraph: &mut Afsnit) {
    match paragraph {
        Afsnit::Tekst(inline) => inline.iter_mut().for_each(join_in_piece),
        Afsnit::Liste { punkter, .. } => punkter.iter_mut().flatten().for_each(join_words),
    }
}

fn join_in_piece(piece: &mut Inline) {
    match piece {
        Inline::Tekst(text) => *text = joined(text),
        Inline::Fed(inner) | Inline::Kursiv(inner) => inner.iter_mut().for_each(join_in_piece),
        Inline::Link { .. } | Inline::Plads(_) | Inline::Henvisning(_) | Inline::Linjeskift => {}
    }
}

/// Longest word, in letters, that a word of one letter goes along with to the next line: a longer
/// one would leave a line short.
const LED: usize = 8;

/// The hyphen of `Teknik- og` at a line's end would be read as that of a divided word: what comes
/// after it stays with it. So does what a word of one letter leads.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        out.push_str(word);
        let Some(next) = words.peek() else { break };
        // A dash between words stands alone.
        let suspended = word.len() > 1 && word.ends_with('-') && matches!(*next, "og" | "eller");
        if suspended {
            out.push(WORD_JOINER);
        }
        let leads = matches!(word.trim_start_matches(['(', '»']), "i" | "I")
            && next.starts_with(char::is_alphanumeric)
            && next.chars().count() <= LED;
        out.push(if suspended || leads { NBSP } else { ' ' });
    }
    out
}

/// Letters from which a word may be divided.
const LONG_WORD: usize = 13;

/// Marks where long words may be divided. Links stay whole: what they lead to is read.
fn divide_words(paragraphs: &mut Afsnit) {
    match paragraphs {
        Afsnit::Tekst(inline) => {
            inline.iter_mut().for_each(divide_piece);
            hold_last(inline);
            if letters(inline) > ONE_LINE {
                join_last(inline);
            }
        }
        Afsnit::Liste { punkter, .. } => punkter.iter_mut().flatten().for_each(divide_words),
    }
}

/// The last word of a paragraph is not divided: no last line is the rest of a word.
fn hold_last(inline: &mut [Inline]) {
    match inline.last_mut() {
        Some(Inline::Tekst(tekst)) => {
            let word = tekst.trim_end().rfind(char::is_whitespace).unwrap_or(0);
            let last = tekst.split_off(word);
            tekst.extend(last.chars().filter(|c| *c != SOFT_HYPHEN));
        }
        Some(Inline::Fed(inner) | Inline::Kursiv(inner)) => hold_last(inner),
        _ => {}
    }
}

/// Letters that a paragraph has more of than one line.
const ONE_LINE: usize = 40;
/// Fewest letters of a paragraph's last line, and the most that are held together for that.
const LAST_LINE: [usize; 2] = [8, 24];

/// No paragraph ends in a line of a short word: its last words stay together.
fn end_full(paragraph: &mut Afsnit) {
    match paragraph {
        Afsnit::Tekst(inline) if letters(inline) > ONE_LINE => join_last(inline),
        Afsnit::Tekst(_) => {}
        Afsnit::Liste { punkter, .. } => punkter.iter_mut().flatten().for_each(end_full),
    }
}

/// The last words of a paragraph, as far as they are of one piece.
fn join_last(inline: &mut [Inline]) {
    match inline.last_mut() {
        Some(Inline::Tekst(text)) => *text = ended(text),
        Some(Inline::Fed(inner) | Inline::Kursiv(inner)) => join_last(inner),
        _ => {}
    }
}

/// A text whose last words do not part ([`tied`]), and whose last word is not divided.
fn ended(text: &str) -> String {
    let mut out = tied(text);
    let last = out.rfind([' ', '\u{a0}']).unwrap_or(0);
    let word = out.split_off(last);
    out.extend(word.chars().filter(|c| *c != SOFT_HYPHEN));
    out
}

/// A text whose last words do not part, as many as make a line that is no single short word.
pub(super) fn tied(text: &str) -> String {
    let mut out = text.to_owned();
    let [fewest, most] = LAST_LINE;
    let mut end = out.trim_end().len();
    let mut tail = 0;
    while let Some(space) = out.get(..end).and_then(|before| before.rfind(' ')) {
        let word = out.get(space + 1..end).unwrap_or_default();
        let grown = tail + word.chars().filter(|c| *c != SOFT_HYPHEN).count();
        if grown >= fewest || (tail > 0 && grown > most) {
            break;
        }
        let before = out.get(..space).unwrap_or_default();
        let next = before.rsplit(' ').next().unwrap_or_default();
        let next = next.chars().filter(|c| *c != SOFT_HYPHEN).count();
        if grown + 1 + next > most {
            break;
        }
        out.replace_range(space..=space, "\u{a0}");
        (tail, end) = (grown + 1, space);
    }
    out
}

/// Words of a module: as [`navn`], in lines as those of prose.
pub(super) fn line(text: &str) -> String {
    ended(&delt(&kept(text), LONG_WORD))
}

/// The same, which may end as it comes out.
pub(super) fn kept(text: &str) -> String {
    joined(&navn(text))
}

/// Words of a table's cell, whose last line is no single short word.
pub(super) fn cell(text: &str) -> String {
    ended(&navn(text))
}

fn divide_piece(piece: &mut Inline) {
    match piece {
        Inline::Tekst(tekst) => *tekst = delt(tekst, LONG_WORD),
        Inline::Fed(inner) | Inline::Kursiv(inner) => inner.iter_mut().for_each(divide_piece),
        Inline::Link { .. } | Inline::Plads(_) | Inline::Henvisning(_) | Inline::Linjeskift => {}
    }
}

/// A column's head, or words of a table: long ones may be divided, for the column is narrow.
pub(super) fn smalt(text: &str) -> String {
    let text = navn(text);
    let mut tegn = text.chars();
    // The capital that a label begins with makes no name of its first word.
    match tegn.next().filter(|c| c.is_uppercase()) {
        Some(stort) => {
            let small: String = stort.to_lowercase().chain(tegn).collect();
            let mut delt = delt(&small, LONG_WORD).chars().skip(1).collect::<String>();
            delt.insert(0, stort);
            delt
        }
        None => delt(&text, LONG_WORD),
    }
}

fn extent(paragraphs: &Afsnit) -> (usize, usize) {
    match paragraphs {
        Afsnit::Tekst(inline) => (letters(inline), 1),
        Afsnit::Liste { punkter, .. } => punkter
            .iter()
            .flatten()
            .map(extent)
            .fold((0, 1), |sum, one| (sum.0 + one.0, sum.1 + one.1)),
    }
}

/// Letters of a paragraph, in bytes of UTF-8; a line break counts as one.
pub(super) fn letters(inline: &[Inline]) -> usize {
    let letters = |piece: &Inline| match piece {
        Inline::Tekst(text) => {
            text.len() - SOFT_HYPHEN.len_utf8() * text.matches(SOFT_HYPHEN).count()
        }
        Inline::Plads(text) => text.len(),
        Inline::Henvisning(r) => r.tekst.len(),
        Inline::Fed(inside) | Inline::Kursiv(inside) => letters(inside),
        Inline::Link { indhold, .. } => letters(indhold),
        Inline::Linjeskift => 1,
    };
    inline.iter().map(letters).sum()
}

/// A string that is no prose (labels, names) with Danish typography.
pub(super) fn navn(text: &str) -> String {
    // A line's end in the data file is a space, as in prose.
    danish::typography(&text.lines().map(str::trim).collect::<Vec<_>>().join(" "))
}

/// The same for what may be left out.
pub(super) fn name_or(text: Option<&String>) -> Option<String> {
    text.map(|text| navn(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visible(text: &str) -> String {
        text.replace(NBSP, "~").replace(SOFT_HYPHEN, "|").replace(WORD_JOINER, "^")
    }

    #[test]
    fn a_text_does_not_end_in_a_line_of_a_short_word() {
        let said = |text| visible(&ended(text));
        assert_eq!(said("de senest tilgængelige data."), "de senest tilgængelige~data.");
        assert_eq!(said("borgere, der allerede er det."), "borgere, der allerede~er~det.");
        assert_eq!(said("i de udsatte byområder."), "i de udsatte byområder.");
        // What would be longer than a line stays loose.
        let long = "boligsocialehelhedsplaner til";
        assert_eq!(said(long), long);
        assert_eq!(said("ord"), "ord");
        assert_eq!(
            visible(&line("fast i boligsociale helhedsplaner")),
            "fast i boligsociale helhedsplaner"
        );
    }

    #[test]
    fn what_no_line_should_end_between_stays_together() {
        let joined = |text| visible(&joined(text));
        assert_eq!(joined("i Teknik- og Miljøforvaltningen"), "i~Teknik-^~og Miljøforvaltningen");
        assert_eq!(joined("bande- eller rockerrelationer"), "bande-^~eller rockerrelationer");
        assert_eq!(joined("53 i 2023 og i byen"), "53 i~2023 og i~byen");
        for loose in ["en by og en bro", "i boligområderne", "få i, som", "den er i »byen«"] {
            assert_eq!(joined(loose), loose);
        }
    }
}
