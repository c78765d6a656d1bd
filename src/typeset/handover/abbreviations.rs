//! The abbreviations that texts use, with what they stand for: who hears the report gets them in full.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::tekst::navn;
use crate::report::model::Report;

/// Abbreviations of the report.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Forkortelser {
    /// Regular expression of all of them as whole words, the longest first; empty where there is none.
    moenster: String,
    /// What each stands for.
    ord: BTreeMap<String, String>,
}

/// The abbreviations of a report.
pub(super) fn abbreviations(report: &Report) -> Forkortelser {
    let all = report.abbreviations();
    let mut patterns: Vec<String> =
        all.iter().map(|word| escaped(&word.forkortelse)).filter(|text| !text.is_empty()).collect();
    patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.len()));
    let moenster = match patterns.as_slice() {
        [] => String::new(),
        some => format!(r"\b(?:{})\b", some.join("|")),
    };
    let ord = all.into_iter().map(|word| (word.forkortelse, navn(&word.navn))).collect();
    Forkortelser { moenster, ord }
}

/// A text as a regular expression that finds it and nothing else.
fn escaped(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_a_pattern_in_an_abbreviation_stand_for_themselves() {
        assert_eq!(escaped("WHO-5"), r"WHO\-5");
        assert_eq!(escaped("A.(b)*"), r"A\.\(b\)\*");
        assert_eq!(escaped("ØKF"), "ØKF");
    }
}
