//! Texts carried over from last year: which of them nobody has confirmed or changed yet.
//!
//! `sats new` lists them in `[fra_sidste_aar]` at the end of each file, `"field" = "fingerprint"`.
//! A text is open as long as its fingerprint stands there, wherever the text has moved within its
//! file. Changing the text closes it; so does taking its line out, as `sats confirm` does. What stands
//! where a text is still to be written is open until it is.

mod confirm;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use sha2::{Digest, Sha256};

pub use confirm::{CONFIRM, Choice, Confirmed, NOTHING_OPEN, confirm, tidied};

use super::load::{FAGPRINCIPPER_FILE, RAPPORT_FILE, indsats_file};
use super::model::{Fagprincip, Indsats, Rapport, Report};
use super::texts::{self, Form, Text, Texts};
use crate::text;

/// The table's key in `rapport.toml` and the files of the indsatser.
pub const KEY: &str = "fra_sidste_aar";

/// Bytes of a fingerprint, written as twice as many hexadecimal digits.
const BYTES: usize = 4;

/// What stands where a text is still to be written: in a new indsats, in a new block.
#[must_use]
pub fn to_write() -> &'static str {
    static TO_WRITE: LazyLock<String> = LazyLock::new(|| text!("template-text").to_string());
    &TO_WRITE
}

/// A text of last year that nobody has confirmed or changed, or one that nobody has written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Its file, as the loader names it.
    pub file: String,
    /// Its field in that file.
    pub field: String,
    /// Number of the indsats in the report; none for the front matter.
    pub indsats: Option<usize>,
    /// Whether it is still to be written: then nobody can confirm it.
    pub unwritten: bool,
}

/// What stands for a text: the first digits of its SHA-256, line breaks and runs of blanks taken
/// for one blank, so that a text that is only wrapped anew is the same text.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let mut hasher = Sha256::new();
    for (n, word) in text.split_whitespace().enumerate() {
        if n > 0 {
            hasher.update(b" ");
        }
        hasher.update(word.as_bytes());
    }
    hasher.finalize().iter().take(BYTES).fold(String::new(), |hex, b| format!("{hex}{b:02x}"))
}

/// Fields of one line that may tell a number of last year: headings, what stands under a title,
/// captions, descriptions of pictures. Titles of tables and figures have been moved on.
const LINES: [&str; 4] = ["tekst", "beskrivelse", "billedtekst", "alt"];

/// Whether somebody must have looked at a text before it is printed for another year: sentences
/// and quotes, and headings and the like that have a number, not names, heads and labels.
fn is_marked(text: &Text<'_>) -> bool {
    let sentence = matches!(text.field.as_str(), "overblik.problem" | "overblik.maalgruppe");
    let last = text.field.rsplit('.').next().unwrap_or_default();
    let number = LINES.contains(&last) && text.text.contains(|c: char| c.is_ascii_digit());
    let filled = !text.text.trim().is_empty();
    filled && (sentence || number || text.form != Form::Plain)
}

/// The texts that `sats new` marks, by field with their fingerprints.
fn marks(texts: &Texts<'_>) -> impl Iterator<Item = (String, String)> {
    let marked = texts.texts.iter().filter(|t| is_marked(t));
    marked.map(|t| (t.field.clone(), fingerprint(t.text))).collect::<Vec<_>>().into_iter()
}

/// The marks of an indsats whose texts are all carried over.
#[must_use]
pub fn of_indsats(i: &Indsats) -> BTreeMap<String, String> {
    marks(&texts::of_indsats(i)).collect()
}

/// The marks of `rapport.toml`, which stand for those of `fagprincipper.toml` too.
#[must_use]
pub fn of_rapport(r: &Rapport, principper: &[Fagprincip]) -> BTreeMap<String, String> {
    marks(&texts::of_rapport(r)).chain(marks(&texts::of_fagprincipper(principper))).collect()
}

/// Every open text: the front matter's first, then indsats by indsats.
#[must_use]
pub fn open(report: &Report) -> Vec<Open> {
    let mut open = Vec::new();
    let front = &report.rapport.fra_sidste_aar;
    collect(&mut open, RAPPORT_FILE, None, front, &texts::of_rapport(&report.rapport));
    let principles = texts::of_fagprincipper(&report.fagprincipper);
    collect(&mut open, FAGPRINCIPPER_FILE, None, front, &principles);
    for (nr, i) in report.indsatser.iter().enumerate() {
        let file = indsats_file(&i.id);
        collect(&mut open, &file, Some(nr), &i.fra_sidste_aar, &texts::of_indsats(i));
    }
    open
}

/// The open texts of one file of the report or of an indsats.
#[must_use]
pub fn open_in(report: &Report, file: &str) -> Vec<Open> {
    let mut open = Vec::new();
    if file == RAPPORT_FILE {
        let texts = texts::of_rapport(&report.rapport);
        collect(&mut open, file, None, &report.rapport.fra_sidste_aar, &texts);
    }
    let number = report.indsatser.iter().position(|i| indsats_file(&i.id) == file);
    if let Some((nr, i)) = number.and_then(|nr| Some((nr, report.indsatser.get(nr)?))) {
        collect(&mut open, file, Some(nr), &i.fra_sidste_aar, &texts::of_indsats(i));
    }
    open
}

fn collect(
    open: &mut Vec<Open>,
    file: &str,
    indsats: Option<usize>,
    marks: &BTreeMap<String, String>,
    texts: &Texts<'_>,
) {
    let known: BTreeSet<&str> = marks.values().map(|mark| mark.trim()).collect();
    let carried = |t: &Text<'_>| {
        !known.is_empty() && is_marked(t) && known.contains(fingerprint(t.text).as_str())
    };
    for t in &texts.texts {
        let unwritten = t.text.contains(to_write());
        if unwritten || carried(t) {
            let (file, field) = (file.to_owned(), t.field.clone());
            open.push(Open { file, field, indsats, unwritten });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_only_wrapped_anew_is_the_same_text() {
        assert_eq!(fingerprint("a b\nc"), fingerprint("  a  b c\n"));
        assert_ne!(fingerprint("a b c"), fingerprint("ab c"));
        assert_eq!(fingerprint("a b c").len(), 8);
    }

    #[test]
    fn a_text_is_open_until_it_is_changed_or_its_line_goes() {
        let test_report = crate::report::check::testing::TestReport::default();
        let mut i: Indsats = toml::from_str(&test_report.toml()).expect("the test's TOML");
        i.fra_sidste_aar = of_indsats(&i);
        let still = |i: &Indsats| {
            let mut open = Vec::new();
            collect(&mut open, "x", Some(0), &i.fra_sidste_aar, &texts::of_indsats(i));
            open.into_iter().map(|o| o.field).collect::<Vec<_>>()
        };
        let all = still(&i);
        assert!(all.contains(&"lead".to_owned()) && all.contains(&"overblik.problem".to_owned()));
        assert!(!all.contains(&"navn".to_owned()));
        i.lead = "Noget nyt.".into();
        assert!(!still(&i).contains(&"lead".to_owned()));
        i.fra_sidste_aar.remove("beskrivelse");
        assert!(!still(&i).contains(&"beskrivelse".to_owned()));
        // What has moved within the file is still found.
        i.fra_sidste_aar =
            i.fra_sidste_aar.into_iter().map(|(f, m)| (format!("{f}_gammel"), m)).collect();
        assert!(still(&i).contains(&"brugere.tekst".to_owned()));
    }
}
