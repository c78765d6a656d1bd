//! Confirming texts of last year: their lines go out of `[fra_sidste_aar]`.

use crate::text;
use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::{KEY, Open, fingerprint, open};
use crate::finding::Finding;
use crate::report::edit::{Action, Document, Edit};
use crate::report::load::{
    FAGPRINCIPPER_FILE, FieldPath, Loaded, RAPPORT_FILE, Step, indsats_file,
};
use crate::report::model::Report;
use crate::report::texts;

crate::codes! {
    /// Codes of `sats confirm`.
    CONFIRM:
    NOTHING_OPEN "D254";
}

/// Which open texts are confirmed.
pub type Choice<'a> = &'a dyn Fn(&Open) -> bool;

/// What confirming comes to.
#[derive(Debug, Default)]
pub struct Confirmed {
    /// The texts that are confirmed.
    pub texts: Vec<Open>,
    /// The files to be written: name below the data folder, and whole text.
    pub files: Vec<(String, String)>,
}

/// Confirms the open texts that are chosen. Marks whose text has been changed go as well, in the
/// files that are written anyway. Nothing is written here.
///
/// # Errors
/// Where a file cannot be edited.
pub fn confirm(loaded: &Loaded, report: &Report, chosen: Choice<'_>) -> Result<Confirmed, Finding> {
    let (unwritten, known): (Vec<Open>, Vec<Open>) =
        open(report).into_iter().partition(|open| open.unwritten);
    let (texts, left): (Vec<Open>, Vec<Open>) = known.into_iter().partition(chosen);
    let n = unwritten.iter().filter(|open| chosen(open)).count();
    if texts.is_empty() && n > 0 {
        let words = text!("unwritten-unconfirmed", n = n);
        return Err(Finding::error(NOTHING_OPEN.code, words).hint(text!("unwritten-hint")));
    }
    let mut kept: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for open in &left {
        let mark = text_of(report, open).map(fingerprint).unwrap_or_default();
        kept.entry(marks_file(&open.file)).or_default().insert(mark);
    }
    let touched: BTreeSet<String> = texts.iter().map(|open| marks_file(&open.file)).collect();
    let none = BTreeSet::new();
    let files = touched
        .into_iter()
        .map(|file| {
            let source = loaded.sources.text(&file).unwrap_or_default();
            let text = without(&file, source, kept.get(&file).unwrap_or(&none))?;
            Ok((file, text))
        })
        .collect::<Result<_, Finding>>()?;
    Ok(Confirmed { texts, files })
}

/// The file in which the marks of a file's texts stand.
fn marks_file(file: &str) -> String {
    if file == FAGPRINCIPPER_FILE { RAPPORT_FILE.to_owned() } else { file.to_owned() }
}

fn text_of<'a>(report: &'a Report, open: &Open) -> Option<&'a str> {
    let texts = match open.indsats.and_then(|nr| report.indsatser.get(nr)) {
        Some(i) if indsats_file(&i.id) == open.file => texts::of_indsats(i),
        _ if open.file == FAGPRINCIPPER_FILE => texts::of_fagprincipper(&report.fagprincipper),
        _ => texts::of_rapport(&report.rapport),
    };
    texts.texts.iter().find(|t| t.field == open.field).map(|t| t.text)
}

/// A text without a table of marks that has none left: with it goes what is said over it.
#[must_use]
pub fn tidied(text: String) -> String {
    let table = text.trim_start_matches('\u{feff}').parse::<toml::Table>().unwrap_or_default();
    let is_empty = table.get(KEY).and_then(Value::as_table).is_some_and(toml::Table::is_empty);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_head = |line: &&str| line.trim() == format!("[{KEY}]");
    let (true, Some(head)) = (is_empty, lines.iter().position(is_head)) else { return text };
    let (above, below) = lines.split_at(head);
    let below = below.get(1..).unwrap_or_default();
    let is_last = below.iter().all(|line| line.trim().is_empty());
    let over = above.iter().rev().take_while(|line| line.starts_with('#')).count();
    let mut kept = above.get(..head - over).unwrap_or_default();
    while let (true, [rest @ .., last]) = (is_last, kept)
        && last.trim().is_empty()
    {
        kept = rest;
    }
    let below = if is_last { &[] } else { below };
    [kept, below].concat().concat()
}

/// A file's text without the marks that are not kept; every other byte stays.
fn without(file: &str, source: &str, kept: &BTreeSet<String>) -> Result<String, Finding> {
    let document = Document::parse(file, source.as_bytes())?;
    let Some(marks) = document.value().get(KEY).and_then(Value::as_table) else {
        return Ok(source.to_owned());
    };
    let is_gone = |mark: &Value| mark.as_str().is_none_or(|mark| !kept.contains(mark.trim()));
    let gone: Vec<&String> =
        marks.iter().filter(|(_, mark)| is_gone(mark)).map(|(field, _)| field).collect();
    let mark = |field: &String| vec![Step::Key(KEY.to_owned()), Step::Key(field.clone())];
    let remove = |field| Edit { field: FieldPath(mark(field)), seen: None, action: Action::Remove };
    let edits: Vec<Edit> = gone.into_iter().map(remove).collect();
    document.apply(&edits).map(tidied).map_err(|found| {
        found.into_iter().next().unwrap_or_else(|| {
            let words = text!("new-not-edited", file = file, why = KEY);
            Finding::error(crate::report::codes::SYNTAX.code, words)
        })
    })
}
