//! Signs that no text may hold, and its length.

use std::ops::Range;

use super::path::FieldPath;
use super::words::shown;
use crate::finding::Code;
use crate::finding::{Finding, Place};
use crate::report::codes;

/// Most characters of one text.
const LONGEST: usize = 20_000;

/// What is wrong with the signs of a string; one finding a kind, at the string.
pub(super) fn signs(file: &str, s: &str, span: &Range<usize>, path: &FieldPath) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut tell = |code: Code, words: String, hint: &str| {
        let place =
            Place { file: file.to_owned(), range: span.clone(), field: Some(path.to_string()) };
        found.push(Finding::error(code.code, words).at(place).hint(hint));
    };
    if let Some(c) = s.chars().find(|c| is_control(*c)) {
        let words = format!("`{path}` holds the control character U+{:04X}", u32::from(c));
        tell(codes::CONTROL_CHARACTER, words, "delete it");
    }
    if let Some(c) = s.chars().find(|c| is_bidi(*c)) {
        let words = format!("`{path}` holds U+{:04X}, which turns the text", u32::from(c));
        tell(codes::BIDI_CONTROL, words, "delete it");
    }
    let length = if s.len() > LONGEST { s.chars().count() } else { s.len() };
    if length > LONGEST {
        let words = format!("`{path}` is {length} characters long: {}", shown(s));
        tell(codes::TOO_LONG, words, "at most 20,000; divide it into blocks");
    }
    found
}

/// Control characters but the line break and the tab, and Unicode's own line separators.
fn is_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The words with control characters and line breaks escaped, for messages.
pub(super) fn harmless(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        if c.is_control() || is_control(c) || is_bidi(c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out
}
