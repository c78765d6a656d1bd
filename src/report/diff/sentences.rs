//! Prose, sentence by sentence.

use serde::Serialize;
use similar::{Algorithm, DiffTag, TextDiff, capture_diff_slices};

use crate::report::prose::{self, Afsnit, Inline};

/// Share of words in common from which two sentences of one changed passage are the same one.
const ALIKE: f32 = 0.3;

/// A sentence that changed, came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// As it was; none where it is new.
    pub old: Option<String>,
    /// As it is; none where it is gone.
    pub new: Option<String>,
    /// Paragraph or list of the new prose, from 0, that it stands (or stood) in.
    pub paragraph: usize,
    /// Sentence of the new prose, from 0, that it is, or that it stood before.
    pub sentence: usize,
}

/// The sentences that differ between two pieces of prose; none where a reader would see no
/// difference. A change of emphasis or paragraphs alone shows the passage with its marks.
pub(super) fn compare(old: &[Afsnit], new: &[Afsnit]) -> Vec<Sentence> {
    let (a, b) = (split(old), split(new));
    let words =
        |all: &[(usize, String)]| -> Vec<String> { all.iter().map(|(_, s)| s.clone()).collect() };
    let changed = changed(&words(&a), &words(&b), &|at| {
        b.get(at).or(b.last()).map_or(0, |(paragraph, _)| *paragraph)
    });
    if changed.is_empty() && old != new { dressed_otherwise(old, new) } else { changed }
}

/// The changed sentences of one side, in one string.
pub(super) fn joined<'a>(sides: impl Iterator<Item = Option<&'a String>>) -> Option<String> {
    let all: Vec<&str> = sides.flatten().map(String::as_str).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// The words of prose without their marks, paragraphs joined by spaces.
pub(super) fn plain(text: &str) -> String {
    prose::plain(&read(text)).replace('\n', " ")
}

pub(super) fn read(text: &str) -> Vec<Afsnit> {
    // Data with faulty prose never gets here: the loader has refused it. The words still count.
    prose::parse(text).unwrap_or_else(|_| vec![Afsnit::Tekst(vec![Inline::Tekst(one_line(text))])])
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn changed(old: &[String], new: &[String], paragraph: &dyn Fn(usize) -> usize) -> Vec<Sentence> {
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let (before, after) = (op.old_range(), op.new_range());
        let first = after.start;
        let (a, b) = (old.get(before).unwrap_or_default(), new.get(after).unwrap_or_default());
        for Row { old, new, at } in aligned(a, b) {
            let at = first + at;
            found.push(Sentence {
                old: old.and_then(|i| a.get(i)).cloned(),
                new: new.and_then(|j| b.get(j)).cloned(),
                paragraph: paragraph(at),
                sentence: at,
            });
        }
    }
    found
}

/// One line of two passages side by side.
struct Row {
    old: Option<usize>,
    new: Option<usize>,
    /// The new sentence that it is, or that a removed one stood before.
    at: usize,
}

/// Old and new sentences of one passage side by side, in order, most words in common.
fn aligned(old: &[String], new: &[String]) -> Vec<Row> {
    let only = old.len() == 1 && new.len() == 1;
    let gain = |a: &String, b: &String| -> f32 {
        let ratio = TextDiff::from_words(a.as_str(), b.as_str()).ratio();
        if only || ratio >= ALIKE { ratio.max(f32::EPSILON) } else { 0.0 }
    };
    let gains: Vec<Vec<f32>> =
        old.iter().map(|a| new.iter().map(|b| gain(a, b)).collect()).collect();
    // best[i][j]: the most that the tails from i and j can have in common.
    let mut best = vec![vec![0.0_f32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let pair = paired(gains[i][j], best[i + 1][j + 1]);
            best[i][j] = best[i + 1][j].max(best[i][j + 1]).max(pair);
        }
    }
    let (mut i, mut j, mut rows) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        let both = i < old.len() && j < new.len();
        if both && gains[i][j] > 0.0 && best[i][j] <= paired(gains[i][j], best[i + 1][j + 1]) {
            rows.push(Row { old: Some(i), new: Some(j), at: j });
            (i, j) = (i + 1, j + 1);
        } else if i < old.len() && (!both || best[i][j] <= best[i + 1][j]) {
            rows.push(Row { old: Some(i), new: None, at: j });
            i += 1;
        } else {
            rows.push(Row { old: None, new: Some(j), at: j });
            j += 1;
        }
    }
    rows
}

fn paired(gain: f32, rest: f32) -> f32 {
    if gain > 0.0 { gain + rest } else { 0.0 }
}

/// Passages whose words are the same, but not their emphasis, links or paragraphs.
fn dressed_otherwise(old: &[Afsnit], new: &[Afsnit]) -> Vec<Sentence> {
    let shown = |all: &[Afsnit]| -> Vec<String> { all.iter().map(marked).collect() };
    let (old, new) = (shown(old), shown(new));
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let side = |all: &[String]| (!all.is_empty()).then(|| all.join(" ¶ "));
        found.push(Sentence {
            old: side(old.get(op.old_range()).unwrap_or_default()),
            new: side(new.get(op.new_range()).unwrap_or_default()),
            paragraph: op.new_range().start.min(new.len().saturating_sub(1)),
            sentence: op.new_range().start,
        });
    }
    found
}

/// Prose with its marks, one form for every way of writing them.
fn marked(paragraphs: &Afsnit) -> String {
    match paragraphs {
        Afsnit::Tekst(inline) => inline.iter().map(marked_inline).collect(),
        Afsnit::Liste { ordnet, start, punkter } => {
            let mark = |i: usize| match (ordnet, u64::try_from(i)) {
                (true, Ok(i)) => format!("{}. ", start.saturating_add(i)),
                _ => "• ".to_owned(),
            };
            let item = |(i, p): (usize, &Vec<Afsnit>)| {
                format!("{}{}", mark(i), p.iter().map(marked).collect::<Vec<_>>().join(" ¶ "))
            };
            punkter.iter().enumerate().map(item).collect::<Vec<_>>().join(" ")
        }
    }
}

fn marked_inline(inline: &Inline) -> String {
    let all = |v: &[Inline]| v.iter().map(marked_inline).collect::<String>();
    match inline {
        Inline::Tekst(t) => t.clone(),
        Inline::Fed(v) => format!("**{}**", all(v)),
        Inline::Kursiv(v) => format!("*{}*", all(v)),
        Inline::Link { url, indhold } => format!("[{}]({url})", all(indhold)),
        Inline::Plads(navn) => format!("{{{navn}}}"),
        Inline::Henvisning(r) => r.tekst.clone(),
        Inline::Linjeskift => " / ".to_owned(),
    }
}

/// Every sentence with the paragraph or list that it stands in.
fn split(paragraphs: &[Afsnit]) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for (paragraph, a) in paragraphs.iter().enumerate() {
        for line in prose::plain(std::slice::from_ref(a)).lines() {
            all.extend(sentences(line).into_iter().map(|s| (paragraph, s)));
        }
    }
    all
}

/// Words after which a full stop ends no sentence.
const SHORT: [&str; 24] = [
    "bl.a", "ca", "cirka", "dvs", "evt", "f.eks", "fx", "hhv", "inkl", "jf", "kl", "kr", "m.fl",
    "m.m", "m.v", "mfl", "mv", "nr", "pct", "pr", "s", "stk", "tlf", "vedr",
];
/// Of these, those that may stand last in a sentence, where a capital then begins the next.
const SHORT_AND_LAST: [&str; 7] = ["kr", "m.fl", "m.m", "m.v", "mfl", "mv", "pct"];

/// Splits a line into its sentences: after `.`, `!` or `?` and what closes with it, before a
/// capital, a digit or what opens a sentence, but not after an abbreviation or inside a date.
fn sentences(line: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, _) in line.char_indices().filter(|(_, c)| c.is_whitespace()) {
        let (Some(before), Some(after)) = (line.get(start..at), line.get(at..)) else { continue };
        if ends(before) && begins(before, after.trim_start()) {
            all.push(one_line(before));
            start = at;
        }
    }
    all.push(one_line(line.get(start..).unwrap_or_default()));
    all.retain(|s| !s.is_empty());
    all
}

fn closed(before: &str) -> &str {
    before.trim_end_matches(['"', '«', '»', '”', '’', ')', ']', '*'])
}

fn ends(before: &str) -> bool {
    closed(before).ends_with(['.', '!', '?', '…'])
}

fn begins(before: &str, after: &str) -> bool {
    let Some(first) = after.trim_start_matches(['"', '»', '«', '“', '(', '*', '{']).chars().next()
    else {
        return false;
    };
    let last = closed(before).rsplit(|c: char| c.is_whitespace() || c == '(').next();
    let word = last.unwrap_or_default().trim_end_matches(['.', '!', '?']).to_lowercase();
    let abbreviated = closed(before).ends_with('.') && SHORT.contains(&word.as_str());
    if abbreviated {
        return SHORT_AND_LAST.contains(&word.as_str()) && first.is_uppercase();
    }
    first.is_uppercase() || first.is_ascii_digit() || after.starts_with('{')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(old: &str, new: &str) -> Vec<(Option<String>, Option<String>)> {
        compare(&read(old), &read(new)).into_iter().map(|s| (s.old, s.new)).collect()
    }

    fn both(old: &str, new: &str) -> (Option<String>, Option<String>) {
        (Some(old.to_owned()), Some(new.to_owned()))
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        assert_eq!(
            sentences("Den 31. december 2023 var der ca. 12 unge, bl.a. drenge. Kl. 9.30 kom 3."),
            ["Den 31. december 2023 var der ca. 12 unge, bl.a. drenge.", "Kl. 9.30 kom 3."]
        );
        assert_eq!(
            sentences("Det koster 4 mio. kr. Resten er gratis (fx mad m.m.). 12 unge kom!"),
            ["Det koster 4 mio. kr.", "Resten er gratis (fx mad m.m.).", "12 unge kom!"]
        );
        assert_eq!(sentences("Hvem? »De unge.« Ja."), ["Hvem?", "»De unge.«", "Ja."]);
    }

    #[test]
    fn a_line_wrapped_otherwise_is_no_change() {
        assert_eq!(sides("En linje\nog en til.", "En linje og\nen til.\n"), []);
    }

    #[test]
    fn one_changed_sentence_stands_beside_its_old_self() {
        let old = "De er 14 år. De går i skole. De bor hjemme.";
        let new = "De er 14 år. De går sjældent i skole. De bor hjemme.";
        assert_eq!(sides(old, new), [both("De går i skole.", "De går sjældent i skole.")]);
    }

    #[test]
    fn sentences_that_come_and_go_are_not_paired_with_strangers() {
        let old = "Alle unge er i skole nu. Ingen har fået nye sigtelser.";
        let new =
            "Kaffe serveres. Alle unge er i skole eller job nu. Ingen har fået nye sigtelser.";
        assert_eq!(
            sides(old, new),
            [
                (None, Some("Kaffe serveres.".to_owned())),
                both("Alle unge er i skole nu.", "Alle unge er i skole eller job nu.")
            ]
        );
        assert_eq!(
            sides("Et. To er gået. Tre.", "Et. Tre."),
            [(Some("To er gået.".to_owned()), None)]
        );
    }

    #[test]
    fn the_paragraph_of_the_new_prose_is_named() {
        let old = "Første afsnit.\n\nAndet afsnit er kort.";
        let new = "Første afsnit.\n\nAndet afsnit er langt.";
        let changed = compare(&read(old), &read(new));
        assert_eq!(changed.iter().map(|s| s.paragraph).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn emphasis_alone_shows_the_passage_with_its_marks() {
        assert_eq!(
            sides("Den er bydækkende.", "Den er **bydækkende**."),
            [both("Den er bydækkende.", "Den er **bydækkende**.")]
        );
        assert_eq!(sides("Et. To.", "Et.\n\nTo."), [both("Et. To.", "Et. ¶ To.")]);
    }
}
