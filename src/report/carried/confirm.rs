//! Confirming texts of last year: their lines go out of `[fra_sidste_aar]`.

use crate::text;
use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{DocumentMut, Item};

use super::{KEY, Open, fingerprint, open};
use crate::finding::{Finding, Place};
use crate::report::load::{FAGPRINCIPPER_FILE, Loaded, RAPPORT_FILE, indsats_file};
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
    let (texts, left): (Vec<Open>, Vec<Open>) = open(report).into_iter().partition(chosen);
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

/// A file's text without the marks that are not kept.
fn without(file: &str, source: &str, kept: &BTreeSet<String>) -> Result<String, Finding> {
    let mut document: DocumentMut = source.parse().map_err(|e: toml_edit::TomlError| {
        let words = text!("new-not-edited", file = file, why = e.message());
        let range = e.span().unwrap_or_default();
        Finding::error(crate::report::codes::SYNTAX.code, words)
            .at(Place { file: file.to_owned(), range, field: None })
            .hint(text!("confirm-edit-hint"))
    })?;
    let table = document.get_mut(KEY).and_then(Item::as_table_like_mut);
    if let Some(table) = table {
        let gone: Vec<String> = table
            .iter()
            .filter(|(_, mark)| mark.as_str().is_none_or(|mark| !kept.contains(mark.trim())))
            .map(|(field, _)| field.to_owned())
            .collect();
        for field in gone {
            table.remove(&field);
        }
        if table.is_empty() {
            document.remove(KEY);
        }
    }
    Ok(document.to_string())
}
