//! From the disk: bytes, then text, then a tree. Whatever is wrong with a file is a finding.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, Deserializer};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::mistakes;
use super::parts::SHAPES;
use super::shape::Shape;
use super::text::harmless;
use super::tree::Node;
use super::validate::validate;
use crate::finding::{Finding, Place};
use crate::limits;
use crate::report::codes;
use crate::report::model::Indsats;
use crate::text;
use crate::words::{Text, plain, system};

/// Largest data file, bytes.
const LARGEST: u64 = limits::DATA_FILE;

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
            let words = not_utf8(e.as_bytes(), e.utf8_error().valid_up_to());
            let hint = text!("load-utf8-hint");
            Err(Finding::error(codes::NOT_UTF8.code, words).at(whole(file)).hint(hint))
        }
    }
}

/// The text with its letters composed (NFC): `å` is one character, however it was typed. What has
/// no combining character is so already.
#[must_use]
pub fn composed(text: String) -> String {
    // Everything that combines stands from U+0300 on, which takes two bytes from 0xCC.
    let plain = text.bytes().all(|b| b < 0xcc);
    if plain || is_nfc(&text) { text } else { text.nfc().collect() }
}

/// In which way a file is no UTF-8.
fn not_utf8(bytes: &[u8], valid: usize) -> Text {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return text!("load-utf16");
    }
    let before = bytes.get(..valid).unwrap_or_default();
    let line = plain(before.iter().filter(|b| **b == b'\n').count() + 1);
    match bytes.get(valid).and_then(|byte| windows_1252(*byte)) {
        Some(sign) => text!("load-windows", line = line, sign = sign.to_string()),
        None => text!("load-not-text", line = line),
    }
}

/// The letter or sign of a byte in Windows-1252, as far as Danish texts have it: above 0xA0 it is
/// Unicode's own number, below stand quotes and dashes (WHATWG Encoding Standard, windows-1252).
fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x85 => Some('…'),
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0x97 => Some('—'),
        0xa1..=0xff => Some(char::from(byte)),
        _ => None,
    }
}

fn bytes(path: &Path, file: &str) -> Result<Vec<u8>, Finding> {
    let unreadable = |words: Text, hint: Text| {
        Finding::error(codes::UNREADABLE.code, words).at(whole(file)).hint(hint)
    };
    let is_link = fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink());
    let meta = match fs::metadata(path) {
        Ok(meta) => meta,
        Err(_) if is_link => {
            return Err(unreadable(text!("load-dead-link"), text!("load-dead-link-hint")));
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return Err(missing(file));
        }
        Err(e) => {
            return Err(unreadable(
                text!("load-unreadable", why = system(&e)),
                text!("load-rights"),
            ));
        }
    };
    if meta.is_dir() {
        return Err(unreadable(text!("load-is-folder"), text!("load-is-folder-hint")));
    }
    if !meta.is_file() {
        return Err(unreadable(text!("load-not-plain"), text!("load-not-plain-hint")));
    }
    of_size(file, meta.len())?;
    fs::read(path)
        .map_err(|e| unreadable(text!("load-unreadable", why = system(&e)), text!("load-rights")))
}

/// That a file is not there.
pub(super) fn missing(file: &str) -> Finding {
    Finding::error(codes::MISSING_FILE.code, text!("load-missing"))
        .at(whole(file))
        .hint(text!("load-missing-hint"))
}

/// Whether a file is not larger than data files may be.
pub(super) fn of_size(file: &str, bytes: u64) -> Result<(), Finding> {
    if bytes <= LARGEST {
        return Ok(());
    }
    let words = text!("load-large", mb = bytes.div_ceil(1024 * 1024));
    let hint = text!("load-large-hint");
    Err(Finding::error(codes::TOO_LARGE.code, words).at(whole(file)).hint(hint))
}

/// Reads the text of a file into its model.
pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str, shape: &Shape) -> Parsed<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let tree = Node::from_table(&table);
    let mut findings = mistakes::findings(file, text, &errors);
    if errors.is_empty() && table.get_ref().is_empty() {
        let finding = Finding::error(codes::EMPTY_FILE.code, text!("load-empty"));
        findings.push(finding.at(whole(file)).hint(text!("load-empty-hint")));
    } else if errors.iter().all(is_local) {
        let lines: Vec<Range<usize>> =
            errors.iter().map(|e| mistakes::line(text, e.span().map_or(0, |s| s.start))).collect();
        let elsewhere = |f: &Finding| {
            let start = f.place.as_ref().map_or(0, |p| p.range.start);
            // Errors come in the order of the text, so their lines do too.
            let near = lines.partition_point(|line| line.end <= start);
            !lines.get(near).is_some_and(|line| line.contains(&start))
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

fn refused(file: &str, error: &toml::de::Error) -> Finding {
    let words = harmless(error.message());
    Finding::error(codes::MODEL.code, text!("load-refused", words = words)).at(place(file, error))
}
