//! Suggestions taken over into the data: those that can be, and none that another one contradicts.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Value;

use super::Comment;
use super::suggest::{self, Change};
use crate::report::edit::{Action, Document, Edit};
use crate::report::load::FieldPath;
use crate::text;
use crate::words::Text;

/// What suggestions come to.
#[derive(Debug, Default)]
pub struct Applied<'c> {
    /// The files that change: name below the data folder, and whole text.
    pub files: Vec<(String, String)>,
    /// The suggestions that are taken over.
    pub written: Vec<&'c Comment>,
    /// Those that the data follows already.
    pub done: Vec<&'c Comment>,
    /// Those that are left, each with why.
    pub left: Vec<(&'c Comment, Text)>,
}

/// A suggestion for a field.
type Wish<'c> = (&'c Comment, Change);

/// What the suggestions among comments do to the data files. Nothing is written here.
#[must_use]
pub fn apply<'c>(comments: &'c [Comment], text_of: &dyn Fn(&str) -> Option<String>) -> Applied<'c> {
    let mut applied = Applied::default();
    let mut by_file: BTreeMap<&str, Vec<&Comment>> = BTreeMap::new();
    for comment in comments.iter().filter(|c| c.replacement.is_some()) {
        let file = comment.data_file.as_deref().unwrap_or_default();
        by_file.entry(file).or_default().push(comment);
    }
    for (file, comments) in by_file {
        let text = text_of(file).ok_or_else(|| text!("comments-no-file"));
        let document = text.and_then(|text| {
            Document::parse(file, text.as_bytes()).map_err(|finding| finding.message)
        });
        match document {
            Ok(document) => of_file(file, &document, &comments, &mut applied),
            Err(why) => applied.left.extend(comments.into_iter().map(|c| (c, why.clone()))),
        }
    }
    applied
}

fn of_file<'c>(
    file: &str,
    document: &Document,
    comments: &[&'c Comment],
    applied: &mut Applied<'c>,
) {
    let mut by_field: Vec<(FieldPath, Vec<Wish<'c>>)> = Vec::new();
    for comment in comments {
        match suggest::change(comment, document) {
            Err(why) => applied.left.push((comment, why)),
            Ok((_, Change::Done)) => applied.done.push(comment),
            Ok((field, change)) => match by_field.iter_mut().find(|(known, _)| *known == field) {
                Some((_, wishes)) => wishes.push((comment, change)),
                None => by_field.push((field, vec![(comment, change)])),
            },
        }
    }
    let mut text = document.text().to_owned();
    for (field, wishes) in by_field {
        let wishes = agreed(wishes, &mut applied.left);
        let Some(value) = value(document.get(&field), &wishes) else { continue };
        match set(file, &text, field, value) {
            Ok(new) => {
                text = new;
                applied.written.extend(wishes.into_iter().map(|(comment, _)| comment));
            }
            Err(why) => {
                applied.left.extend(wishes.into_iter().map(|(comment, _)| (comment, why.clone())));
            }
        }
    }
    if text != document.text() {
        applied.files.push((file.to_owned(), text));
    }
}

/// The suggestions for a field without those that say different things about the same words, which
/// are left.
fn agreed<'c>(wishes: Vec<Wish<'c>>, left: &mut Vec<(&'c Comment, Text)>) -> Vec<Wish<'c>> {
    let mut kept = Vec::new();
    for (nr, (comment, change)) in wishes.iter().enumerate() {
        let others = wishes.iter().enumerate().filter(|(other, _)| *other != nr);
        let other = others.map(|(_, wish)| wish).find(|(_, other)| contradict(change, other));
        match other {
            Some((other, _)) => {
                let (said, file) = (other.replacement.as_deref().unwrap_or_default(), &other.file);
                left.push((comment, text!("suggest-differ", other = said, file = file)));
            }
            None => kept.push((*comment, change.clone())),
        }
    }
    kept
}

fn contradict(a: &Change, b: &Change) -> bool {
    let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    match (a, b) {
        (Change::Words(a, _), Change::Words(b, _)) if !meet(a, b) => false,
        (a, b) => a != b,
    }
}

/// What the field is to say; none where no suggestion is left.
fn value(now: Option<&Value>, wishes: &[Wish<'_>]) -> Option<Value> {
    let mut spans: Vec<(&Range<usize>, &str)> = Vec::new();
    for (_, change) in wishes {
        match change {
            Change::Value(value) => return Some(value.clone()),
            Change::Words(at, new) => spans.push((at, new)),
            Change::Done => {}
        }
    }
    spans.sort_by_key(|(at, _)| at.start);
    spans.dedup();
    if spans.is_empty() {
        return None;
    }
    let mut text = now?.as_str()?.to_owned();
    // From the end, so that what stands before keeps its place.
    for (at, new) in spans.into_iter().rev() {
        text.get(at.clone())?;
        text.replace_range(at.clone(), new);
    }
    Some(Value::String(text))
}

fn set(file: &str, text: &str, field: FieldPath, value: Value) -> Result<String, Text> {
    let document = Document::parse(file, text.as_bytes()).map_err(|finding| finding.message)?;
    let seen = Some(document.seen(&field));
    document.apply(&[Edit { field, seen, action: Action::Set(value) }]).map_err(|found| {
        found.into_iter().next().map_or_else(|| text!("suggest-kind"), |finding| finding.message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: &str =
        "lead = \"De unge er 14-19 år, og de unge bor i byen.\"\n\n[oekonomi]\nbeloeb = 185_000\n";

    fn wish(file: &str, field: &str, old: &str, new: &str) -> Comment {
        Comment {
            file: file.into(),
            data_file: Some("indsatser/x.toml".into()),
            field: Some(field.into()),
            marked: old.into(),
            replacement: Some(new.into()),
            ..Comment::default()
        }
    }

    fn after(wishes: &[Comment]) -> (String, usize, usize, Vec<String>) {
        let applied = apply(wishes, &|_| Some(DATA.to_owned()));
        let text = applied.files.first().map_or(DATA, |(_, text)| text).to_owned();
        let left = applied.left.iter().map(|(_, why)| why.to_string()).collect();
        (text, applied.written.len(), applied.done.len(), left)
    }

    #[test]
    fn of_two_that_differ_neither_is_written_and_both_are_told() {
        let (text, written, _, left) = after(&[
            wish("a.pdf", "oekonomi.beloeb", "185.000", "187.500"),
            wish("b.pdf", "oekonomi.beloeb", "185.000", "190.000"),
            wish("b.pdf", "lead", "byen", "København"),
        ]);
        assert!(text.contains("beloeb = 185_000\n") && text.contains("bor i København."), "{text}");
        assert_eq!((written, left.len()), (1, 2));
        assert!(left[0].contains("b.pdf") && left[0].contains("190.000"), "{left:?}");
        assert!(left[1].contains("a.pdf") && left[1].contains("187.500"), "{left:?}");
        // Words that overlap.
        let (text, .., left) = after(&[
            wish("a.pdf", "lead", "14-19 år", "15-19 år"),
            wish("b.pdf", "lead", "er 14-19", "var 14-19"),
        ]);
        assert!(text == DATA && left.len() == 2, "{text} {left:?}");
    }

    #[test]
    fn what_two_say_alike_is_written_once_and_beside_others() {
        let (text, written, done, left) = after(&[
            wish("a.pdf", "lead", "14-19", "15-19"),
            wish("b.pdf", "lead", "14-19", "15-19"),
            wish("b.pdf", "lead", "bor i byen", "er fra byen"),
            wish("a.pdf", "oekonomi.beloeb", "180.000", "185.000"),
        ]);
        assert!(text.contains("De unge er 15-19 år, og de unge er fra byen."), "{text}");
        assert_eq!((written, done, left), (3, 1, Vec::new()));
    }
}
