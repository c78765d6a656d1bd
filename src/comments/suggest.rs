//! Suggestions that are simple enough to be taken over: one number or a few words for others, in one
//! text or value, where the old ones stand once.

use std::ops::Range;

use serde_json::Value as Json;
use toml::Value;

use super::Comment;
use crate::report::edit::Document;
use crate::report::fields::{self, Kind};
use crate::report::form::answer::{Answer, evened, state_named};
use crate::report::form::numbers::{self, No};
use crate::report::load::{FieldPath, indsats_id};
use crate::report::model::Tilstand;
use crate::report::schema::DataFile;
use crate::text;
use crate::words::Text;

/// Most words that a suggestion takes away or brings.
const MOST_WORDS: usize = 12;

/// What a suggestion does to its field.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Nothing: the field says it already.
    Done,
    /// Other words in its text.
    Words(Range<usize>, String),
    /// Another value.
    Value(Value),
}

/// The change that a suggestion asks for, and its field; in words, why it cannot be taken over by
/// itself.
///
/// # Errors
/// Why not.
pub fn change(comment: &Comment, document: &Document) -> Result<(FieldPath, Change), Text> {
    let new = comment.replacement.as_deref().ok_or_else(|| text!("suggest-none"))?.trim();
    let field = comment.field.as_deref().ok_or_else(|| text!("suggest-no-field"))?;
    // A program that rewrites a page may have lost the half of a replacement that has the words.
    if let Some(doubt) = &comment.doubt {
        return Err(doubt.into());
    }
    let path = FieldPath::parse(field);
    if !comment.others.is_empty() {
        let places = || std::iter::once(field).chain(comment.others.iter().map(String::as_str));
        let any = |words: &str| {
            let values = places().filter_map(|place| document.get(&FieldPath::parse(place)));
            values.into_iter().any(|value| says(value, words))
        };
        // Once it is written, nothing tells any more in which of them the old words stood.
        if !new.is_empty() && any(new) && !any(comment.marked.trim()) {
            return Ok((path, Change::Done));
        }
        return Err(text!("suggest-places", places = Text::list(places())));
    }
    let old = comment.marked.trim();
    let words = |text: &str| text.split_whitespace().count();
    if old.is_empty() || words(old) > MOST_WORDS || words(new) > MOST_WORDS {
        return Err(text!("suggest-long"));
    }
    let value = document.get(&path).ok_or_else(|| text!("suggest-gone"))?;
    let change = match value {
        Value::String(text) => match in_text(text, old, new)? {
            Some(at) => Change::Words(at, new.to_owned()),
            None => Change::Done,
        },
        Value::Integer(_) | Value::Float(_) => number(value, old, new)?,
        Value::Table(table) if table.contains_key("tal") => number(value, old, new)?,
        _ => return Err(text!("suggest-kind")),
    };
    if let Change::Value(Value::Table(_)) = change
        && !value.is_table()
        && !takes_state(comment, &path, document)
    {
        return Err(text!("suggest-kind"));
    }
    Ok((path, change))
}

/// Whether a field has room for how sure its number is.
fn takes_state(comment: &Comment, path: &FieldPath, document: &Document) -> bool {
    let file = comment.data_file.as_deref().unwrap_or_default();
    let kind = if indsats_id(file).is_some() { DataFile::Indsats } else { DataFile::Rapport };
    let data: Json = serde_json::to_value(document.value()).unwrap_or_default();
    fields::at(kind, path, &data).is_none_or(|field| field.kind != Kind::Number)
}

/// Another number, where the data still says the one that the draft said.
fn number(now: &Value, old: &str, new: &str) -> Result<Change, Text> {
    let bare = now.get("tal").unwrap_or(now);
    let (n, is_whole) = match bare {
        Value::Integer(n) => (*n as f64, true),
        Value::Float(x) => (*x, false),
        _ => return Err(text!("suggest-kind")),
    };
    let state = now.get("tilstand").and_then(Value::as_str).and_then(state_named);
    let state = state.unwrap_or_default();
    let read = numbers::read(new, is_whole).map_err(|no| match no {
        No::TwoWays => {
            text!("form-two-ways", typed = new, other = new.replace(',', "."))
        }
        No::Words => text!("suggest-number", new = new),
    })?;
    // A note's mark stands at the number, and is none of it.
    let said = numbers::read(old.trim_end_matches('*'), false).ok();
    // Words that told how sure the old number is, and are struck out with it, are gone.
    let struck = said.and_then(|said| said.state).is_some();
    let kept = if struck { Tilstand::Endelig } else { state };
    let value = Answer::Number(read.number, read.state.unwrap_or(kept)).toml(Some(now));
    if value == *now {
        return Ok(Change::Done);
    }
    // A number is printed with no more digits than its place has room for.
    if said.is_none_or(|said| (said.number - n).abs() > said.step / 2.0) {
        let now = Answer::Number(n, state).shown();
        return Err(text!("suggest-stale", old = old, now = now));
    }
    Ok(Change::Value(value))
}

/// Whether a field says these words, or this number.
fn says(value: &Value, said: &str) -> bool {
    let number = |n: f64| numbers::read(said, false).is_ok_and(|read| read.number == n);
    match value {
        Value::String(text) => !runs(&words(text), said).is_empty(),
        Value::Integer(n) => number(*n as f64),
        Value::Float(x) => number(*x),
        Value::Table(table) => table.get("tal").is_some_and(|tal| says(tal, said)),
        _ => false,
    }
}

/// A word of a text, evened out, with where it stands.
struct Word {
    at: Range<usize>,
    said: String,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                let said = evened(&text[from..i].replace(['*', '_'], ""));
                words.push(Word { at: from..i, said });
                start = None;
            }
            (false, None) => start = Some(i),
            _ => {}
        }
    }
    words
}

/// The runs of words that say something.
fn runs(words: &[Word], said: &str) -> Vec<Range<usize>> {
    let wanted: Vec<String> = evened(said).split(' ').map(str::to_owned).collect();
    let trimmed = |w: &str| w.trim_matches(|c: char| c.is_ascii_punctuation()).to_owned();
    words
        .windows(wanted.len())
        .enumerate()
        .filter(|(_, here)| {
            let mut both = here.iter().zip(&wanted);
            both.all(|(w, wanted)| w.said == *wanted || trimmed(&w.said) == trimmed(wanted))
        })
        .map(|(at, _)| at..at + wanted.len())
        .collect()
}

/// Where in a text the old words stand that new ones are to replace, whatever its line breaks: once.
/// None where the new ones stand there already.
fn in_text(text: &str, old: &str, new: &str) -> Result<Option<Range<usize>>, Text> {
    let words = words(text);
    let hits = runs(&words, old);
    let there = if new.is_empty() { Vec::new() } else { runs(&words, new) };
    let is_done = match hits.as_slice() {
        [] => new.is_empty() || there.len() == 1,
        [hit] => old != new && there.iter().any(|t| t.start <= hit.start && hit.end <= t.end),
        _ => false,
    };
    if is_done {
        return Ok(None);
    }
    let [hit] = hits.as_slice() else {
        return Err(text!("suggest-times", old = old, n = hits.len()));
    };
    let (Some(first), Some(last)) = (words.get(hit.start), words.get(hit.end.saturating_sub(1)))
    else {
        return Err(text!("suggest-lost"));
    };
    // Signs around the words stay where the suggestion does not have them.
    let (from, to) = (first.at.start, last.at.end);
    let raw = text.get(from..to).unwrap_or_default();
    let head = raw.len() - raw.trim_start_matches(|c: char| c.is_ascii_punctuation()).len();
    let tail = raw.len() - raw.trim_end_matches(|c: char| c.is_ascii_punctuation()).len();
    let old_has = |at_end: bool| {
        let c = if at_end { old.chars().next_back() } else { old.chars().next() };
        c.is_some_and(|c| c.is_ascii_punctuation())
    };
    let from = if old_has(false) { from } else { from + head };
    let mut to = if old_has(true) { to } else { to - tail };
    if new.is_empty() {
        // What goes takes a blank with it.
        let rest = text.get(to..).unwrap_or_default();
        to += rest.len() - rest.strip_prefix(' ').unwrap_or(rest).len();
    }
    Ok(Some(from..to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str, old: &str, new: &str) -> Option<String> {
        let at = in_text(text, old, new).ok()??;
        let mut text = text.to_owned();
        text.replace_range(at, new);
        Some(text)
    }

    #[test]
    fn words_are_replaced_where_they_stand_once() {
        let text = "De **unge** er 14-19 år.\nTypisk er de præget\naf skoleskift.\n";
        assert_eq!(
            with(text, "14-19", "15-19").as_deref(),
            Some("De **unge** er 15-19 år.\nTypisk er de præget\naf skoleskift.\n")
        );
        assert_eq!(
            with(text, "præget af", "mærket af").as_deref(),
            Some("De **unge** er 14-19 år.\nTypisk er de mærket af skoleskift.\n")
        );
        assert_eq!(
            with(text, "skoleskift", "skift").as_deref(),
            Some("De **unge** er 14-19 år.\nTypisk er de præget\naf skift.\n")
        );
        assert_eq!(
            with(text, "Typisk", "").as_deref(),
            Some("De **unge** er 14-19 år.\ner de præget\naf skoleskift.\n")
        );
        assert!(in_text(text, "er", "var").is_err(), "twice");
        assert!(in_text(text, "findes ikke", "x").is_err());
    }

    #[test]
    fn what_is_done_is_not_done_again() {
        let text = "De unge er 15-19 år. Unge mødre kommer også.";
        assert_eq!(in_text(text, "14-19", "15-19"), Ok(None));
        assert_eq!(in_text(text, "mødre", "Unge mødre"), Ok(None), "words were added");
        assert_eq!(in_text(text, "gamle", ""), Ok(None), "deleted");
        assert!(in_text(text, "gamle", "nye").is_err());
        assert!(with(text, "15-19", "16-19").is_some());
    }

    #[test]
    fn a_number_is_replaced_where_the_data_says_what_the_draft_said() {
        let of = |now: &str, old: &str, new: &str| {
            let table: toml::Table = format!("x = {now}").parse().expect("TOML");
            number(&table["x"], old, new).map_err(|why| why.to_string())
        };
        let value = |value: &str| {
            let table: toml::Table = format!("x = {value}").parse().expect("TOML");
            Ok(Change::Value(table["x"].clone()))
        };
        assert_eq!(of("185_000", "185.000", "187.500"), value("187_500"));
        let stale = of("190_000", "185.000", "187.500").expect_err("changed meanwhile");
        assert!(stale.contains("185.000") && stale.contains("190.000"), "{stale}");
        assert_eq!(of("187_500", "185.000", "187.500"), Ok(Change::Done));
        // As much as is printed of it.
        assert_eq!(of("5_912_345", "5,9 mio. kr.", "6 mio. kr."), value("6_000_000"));
        assert!(of("5_912_345", "5,9", "6,0").is_err(), "half of what is printed");
        // How sure it is.
        let about = "{ tal = 200_000, tilstand = \"anslaaet\" }";
        assert_eq!(of("185_000", "185.000", "ca. 200.000"), value(about));
        assert_eq!(of(about, "ca. 200.000", "210.000"), value("210_000"));
        let sure = "{ tal = 210_000, tilstand = \"anslaaet\" }";
        assert_eq!(of(about, "200.000", "210.000"), value(sure));
        assert!(of("185_000", "185.000", "187,500").is_err(), "can be read in two ways");
        assert!(of("185_000", "185.000", "ved ikke").is_err());
    }
}
