//! Signs that no text may hold, and its length.

use std::ops::Range;

use super::path::FieldPath;
use super::words::shown;
use crate::finding::Code;
use crate::finding::{Finding, Place};
use crate::limits;
use crate::report::codes;
use crate::text;
use crate::words::Text;

/// Most characters of one text.
const LONGEST: usize = limits::TEXT;

/// What is wrong with the signs of a string; one finding a kind, at the string.
pub(super) fn signs(file: &str, s: &str, span: &Range<usize>, path: &FieldPath) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut tell = |code: Code, words: Text, hint: Text| {
        let place =
            Place { file: file.to_owned(), range: span.clone(), field: Some(path.to_string()) };
        found.push(Finding::error(code.code, words).at(place).hint(hint));
    };
    if let Some(c) = s.chars().find(|c| is_control(*c)) {
        let words = text!("load-control", field = path.to_string(), sign = code_point(c));
        tell(codes::CONTROL_CHARACTER, words, text!("load-control-hint"));
    }
    if let Some(c) = s.chars().find(|c| is_bidi(*c)) {
        let words = text!("load-bidi", field = path.to_string(), sign = code_point(c));
        tell(codes::BIDI_CONTROL, words, text!("load-control-hint"));
    }
    let length = if s.len() > LONGEST { s.chars().count() } else { s.len() };
    if length > LONGEST {
        let words = text!("load-long-text", field = path.to_string(), n = length, text = shown(s));
        tell(codes::TOO_LONG, words, text!("load-long-text-hint", most = LONGEST));
    }
    found
}

/// `U+000B`, the sign's number in Unicode.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
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
