//! From the disk: bytes, then text, then a tree. Whatever is wrong with a file is a finding.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, Deserializer};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::SHAPES;
use super::shape::Shape;
use super::text::harmless;
use super::tree::Node;
use super::validate::validate;
use crate::finding::{Finding, Place};
use crate::report::codes;
use crate::report::model::Indsats;

/// Largest data file, bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// What came of one file.
#[derive(Clone)]
pub(super) struct Parsed<T> {
    /// The tree, as far as it could be read.
    pub tree: Option<Arc<Node>>,
    /// The model, where nothing is wrong.
    pub value: Option<Arc<T>>,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// A place that is a whole file.
pub(super) fn whole(file: &str) -> Place {
    Place { file: file.to_owned(), range: 0..0, field: None }
}

/// The text of a file.
pub(super) fn text(path: &Path, file: &str) -> Result<String, Finding> {
    let bytes = bytes(path, file)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(composed(text)),
        Err(e) => {
            let valid = e.utf8_error().valid_up_to();
            let before = e.as_bytes().get(..valid).unwrap_or_default();
            let line = before.iter().filter(|b| **b == b'\n').count() + 1;
            let words = format!("the file is not UTF-8: line {line}, byte {valid}");
            let hint = "save it as UTF-8 in the editor";
            Err(Finding::error(codes::NOT_UTF8.code, words).at(whole(file)).hint(hint))
        }
    }
}

/// The text with its letters composed (NFC): `å` is one character, however it was typed. What has
/// no combining character is so already.
fn composed(text: String) -> String {
    // Everything that combines stands from U+0300 on, which takes two bytes from 0xCC.
    let plain = text.bytes().all(|b| b < 0xcc);
    if plain || is_nfc(&text) { text } else { text.nfc().collect() }
}

fn bytes(path: &Path, file: &str) -> Result<Vec<u8>, Finding> {
    let unreadable = |words: &str, hint: &str| {
        Finding::error(codes::UNREADABLE.code, words).at(whole(file)).hint(hint)
    };
    let is_link = fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink());
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(_) if is_link => {
            return Err(unreadable("the file is a link to nothing", "mend or delete the link"));
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return Err(Finding::error(codes::MISSING_FILE.code, "the file is missing")
                .at(whole(file))
                .hint("make it, or name the report's folder with --data"));
        }
        Err(e) => {
            return Err(unreadable(
                &format!("the file cannot be read: {e}"),
                "see to its permissions",
            ));
        }
    };
    if meta.is_dir() {
        return Err(unreadable("a folder stands where a file should", "put the file in its place"));
    }
    if !meta.is_file() {
        return Err(unreadable("this is no plain file", "put a plain file in its place"));
    }
    if meta.len() > LARGEST {
        let words = format!("the file is {} MB large", meta.len().div_ceil(1024 * 1024));
        let hint = "a data file holds at most 4 MB";
        return Err(Finding::error(codes::TOO_LARGE.code, words).at(whole(file)).hint(hint));
    }
    fs::read(path)
        .map_err(|e| unreadable(&format!("the file cannot be read: {e}"), "see to its permissions"))
}

/// Reads the text of a file into its model.
pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str, shape: &Shape) -> Parsed<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let tree = Node::from_table(&table);
    let mut findings: Vec<Finding> = errors.iter().map(|e| syntax(file, text, e)).collect();
    if errors.is_empty() && table.get_ref().is_empty() {
        let finding = Finding::error(codes::EMPTY_FILE.code, "the file is empty");
        findings.push(finding.at(whole(file)).hint("fill it in or delete it"));
    } else if errors.iter().all(is_local) {
        let lines: Vec<Range<usize>> = errors.iter().map(|e| line(text, e)).collect();
        let elsewhere = |f: &Finding| {
            let start = f.place.as_ref().map_or(0, |p| p.range.start);
            !lines.iter().any(|line| line.contains(&start))
        };
        findings.extend(validate(file, &tree, shape).into_iter().filter(elsewhere));
    }
    let mut value = None;
    if findings.is_empty() {
        match T::deserialize(Deserializer::from(table)) {
            Ok(model) => value = Some(Arc::new(model)),
            Err(e) => findings.push(refused(file, &e)),
        }
    }
    Parsed { tree: Some(Arc::new(tree)), value, findings }
}

/// [`parse`] for the file of an indsats. Remembered: an edit in a preview changes one of many.
#[comemo::memoize]
pub(super) fn indsats(file: &str, text: &str) -> Parsed<Indsats> {
    parse(file, text, &SHAPES.indsats)
}

fn place(file: &str, error: &toml::de::Error) -> Place {
    Place { file: file.to_owned(), range: error.span().unwrap_or(0..0), field: None }
}

/// Mistakes that leave the rest of the file readable: it can be checked all the same.
fn is_local(error: &toml::de::Error) -> bool {
    error.message().starts_with("duplicate key")
        || error.message().starts_with("invalid unquoted key")
}

/// The line that a mistake stands on.
fn line(text: &str, error: &toml::de::Error) -> Range<usize> {
    let at = error.span().unwrap_or(0..0).start;
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    start..at + after.find('\n').unwrap_or(after.len())
}

fn syntax(file: &str, text: &str, error: &toml::de::Error) -> Finding {
    let message = harmless(error.message());
    let (wrong, expected) = message.split_once(", expected ").unwrap_or((&message, ""));
    let mut finding =
        Finding::error(codes::SYNTAX.code, format!("not TOML: {wrong}")).at(place(file, error));
    if !expected.is_empty() {
        finding.hints.push(format!("expected {expected}").into());
    }
    let bad_key = error.message().starts_with("invalid unquoted key");
    if bad_key
        && text.get(line(text, error)).is_some_and(|l| l.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']))
    {
        finding.hints = vec!["keys are written with ae, oe and aa: `oekonomi`".into()];
    }
    finding
}

fn refused(file: &str, error: &toml::de::Error) -> Finding {
    let words = harmless(error.message());
    Finding::error(codes::MODEL.code, format!("the model refuses this: {words}"))
        .at(place(file, error))
}
