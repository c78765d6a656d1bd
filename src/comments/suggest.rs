//! Suggestions that are simple enough to be taken over: one number or a few words for others, in one
//! text or value, where the old ones stand once.

use crate::text;
use crate::words::Text;
use toml::Value;

use super::Comment;
use crate::report::edit::{Action, Document, Edit};
use crate::report::form::answer::evened;
use crate::report::load::FieldPath;

/// Most words that a suggestion takes away or brings.
const MOST_WORDS: usize = 12;

/// The change that a suggestion asks for; in words, why it cannot be taken over by itself.
///
/// # Errors
/// Why not.
pub fn edit(comment: &Comment, document: &Document) -> Result<Edit, Text> {
    let new = comment.replacement.as_deref().ok_or_else(|| text!("suggest-none"))?;
    let field = comment.field.as_deref().ok_or_else(|| text!("suggest-no-field"))?;
    // A program that rewrites a page may have lost the half of a replacement that has the words.
    if let Some(doubt) = &comment.doubt {
        return Err(doubt.into());
    }
    if !comment.others.is_empty() {
        let places = Text::list(std::iter::once(field.to_owned()).chain(comment.others.clone()));
        return Err(text!("suggest-places", places = places));
    }
    let old = comment.marked.trim();
    let words = |text: &str| text.split_whitespace().count();
    if old.is_empty() || words(old) > MOST_WORDS || words(new) > MOST_WORDS {
        return Err(text!("suggest-long"));
    }
    let path = FieldPath::parse(field);
    let value = document.get(&path).ok_or_else(|| text!("suggest-gone"))?;
    let new_value = match value {
        Value::String(text) => Value::String(in_text(text, old, new.trim())?),
        Value::Integer(_) | Value::Float(_) => number(new)?,
        Value::Table(table) if table.contains_key("tal") => {
            let mut table = table.clone();
            table.insert("tal".to_owned(), number(new)?);
            Value::Table(table)
        }
        _ => return Err(text!("suggest-kind")),
    };
    let seen = Some(document.seen(&path));
    Ok(Edit { field: path, seen, action: Action::Set(new_value) })
}

/// The text with the new words; the old ones must stand in it once, whatever its line breaks.
fn in_text(text: &str, old: &str, new: &str) -> Result<String, Text> {
    let wanted: Vec<String> = evened(old).split(' ').map(str::to_owned).collect();
    let mut words: Vec<(usize, usize, String)> = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                words.push((from, i, evened(&text[from..i].replace(['*', '_'], ""))));
                start = None;
            }
            (false, None) => start = Some(i),
            _ => {}
        }
    }
    let trimmed = |w: &str| w.trim_matches(|c: char| c.is_ascii_punctuation()).to_owned();
    let hits: Vec<usize> = (0..words.len().saturating_sub(wanted.len().saturating_sub(1)))
        .filter(|at| {
            let here = words.iter().skip(*at).take(wanted.len());
            here.zip(&wanted)
                .all(|((_, _, w), wanted)| w == wanted || trimmed(w) == trimmed(wanted))
        })
        .collect();
    let [hit] = hits.as_slice() else {
        return Err(text!("suggest-times", old = old, n = hits.len()));
    };
    let (Some(first), Some(last)) = (words.get(*hit), words.get(hit + wanted.len() - 1)) else {
        return Err(text!("suggest-lost"));
    };
    // Signs around the words stay where the suggestion does not have them.
    let (from, to) = (first.0, last.1);
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
    Ok([text.get(..from).unwrap_or_default(), new, text.get(to..).unwrap_or_default()].concat())
}

fn number(new: &str) -> Result<Value, Text> {
    let read =
        crate::report::form::read_number(new).ok_or_else(|| text!("suggest-number", new = new))?;
    Ok(if read.fract() == 0.0 && read.abs() < 1e15 {
        Value::Integer(read as i64)
    } else {
        Value::Float(read)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_replaced_where_they_stand_once() {
        let text = "De **unge** er 14-19 år.\nTypisk er de præget\naf skoleskift.\n";
        assert_eq!(
            in_text(text, "14-19", "15-19").as_deref(),
            Ok("De **unge** er 15-19 år.\nTypisk er de præget\naf skoleskift.\n")
        );
        assert_eq!(
            in_text(text, "præget af", "mærket af").as_deref(),
            Ok("De **unge** er 14-19 år.\nTypisk er de mærket af skoleskift.\n")
        );
        assert_eq!(
            in_text(text, "skoleskift", "skift").as_deref(),
            Ok("De **unge** er 14-19 år.\nTypisk er de præget\naf skift.\n")
        );
        assert_eq!(
            in_text(text, "Typisk", "").as_deref(),
            Ok("De **unge** er 14-19 år.\ner de præget\naf skoleskift.\n")
        );
        assert!(in_text(text, "er", "var").is_err(), "twice");
        assert!(in_text(text, "findes ikke", "x").is_err());
    }
}
