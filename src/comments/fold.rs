//! One comment for each thing that is said: answers and states go to what they answer, the two halves
//! of a replacement become one.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::read::Raw;
use super::{Comment, Reply};
use crate::text;
use crate::words::{Text, Words};

/// A comment that is not placed yet, with its marks.
pub(super) struct Folded {
    pub comment: Comment,
    /// Page, from 0.
    pub page: usize,
    /// Marked lines; the annotation's own box where there are none.
    pub marks: Vec<[f32; 4]>,
    /// Whether the marks are lines of text.
    pub is_marked: bool,
}

pub(super) fn fold(file: &str, all: &[Raw], words: &Words) -> Vec<Folded> {
    let mut named: BTreeMap<&str, &Raw> = BTreeMap::new();
    for raw in all.iter().filter(|raw| !raw.key.is_empty()) {
        named.entry(&raw.key).or_insert(raw);
    }
    let parent = |raw: &Raw| raw.reply_to.as_deref().and_then(|key| named.get(key)).copied();
    let mut groups: BTreeMap<&str, Vec<&Raw>> = BTreeMap::new();
    for raw in all.iter().filter(|raw| raw.group) {
        if let Some(parent) = parent(raw) {
            groups.entry(&parent.key).or_default().push(raw);
        }
    }
    let mut folded: Vec<Folded> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for raw in all.iter().filter(|raw| parent(raw).is_none()) {
        let group = groups.get(raw.key.as_str()).map(Vec::as_slice).unwrap_or_default();
        if is_deleted(raw) && group.is_empty() {
            continue;
        }
        places.entry(&raw.key).or_insert(folded.len());
        folded.push(one(file, raw, group, words));
    }
    for raw in all.iter().filter(|raw| !raw.group) {
        let Some(first) = parent(raw) else { continue };
        // An answer to an answer belongs to the comment that the first one answers.
        let mut top = first;
        for _ in 0..64 {
            match parent(top) {
                Some(next) => top = next,
                None => break,
            }
        }
        let place = places.get(top.key.as_str());
        let Some(target) = place.and_then(|at| folded.get_mut(*at)) else { continue };
        match state(&raw.state) {
            Some(state) => target.comment.states.push(set_by(&state, raw, words)),
            None => {
                let reply = Reply { author: author(raw, words), words: raw.words.clone() };
                target.comment.replies.push(reply);
            }
        }
    }
    folded
}

fn author(raw: &Raw, words: &Words) -> String {
    if raw.author.is_empty() { words.get("comment-nobody") } else { raw.author.clone() }
}

/// A state with who set it.
fn set_by(state: &Text, raw: &Raw, words: &Words) -> String {
    format!("{} ({})", words.say(state), author(raw, words))
}

/// A highlight that its program took away but left in the file.
fn is_deleted(raw: &Raw) -> bool {
    raw.quads.is_empty() && raw.rect.iter().any(|n| n.abs() >= 32_000.0)
}

fn one(file: &str, raw: &Raw, group: &[&Raw], told: &Words) -> Folded {
    let struck = std::iter::once(raw).chain(group.iter().copied()).find(|r| r.kind == "StrikeOut");
    let caret = std::iter::once(raw).chain(group.iter().copied()).find(|r| r.kind == "Caret");
    let marked = std::iter::once(raw).chain(group.iter().copied()).find(|r| !r.quads.is_empty());
    let words = std::iter::once(raw)
        .chain(group.iter().copied())
        .map(|r| r.words.as_str())
        .find(|w| !w.is_empty())
        .unwrap_or_default();
    let (kind, replacement) = match (struck, caret) {
        (Some(_), Some(_)) => (text!("comment-replaced"), Some(words.to_owned())),
        (Some(_), None) if words.is_empty() => (text!("comment-deleted"), Some(String::new())),
        (Some(_), None) => (text!("comment-struck"), None),
        (None, Some(_)) => (text!("comment-inserted"), None),
        (None, None) => (kind(&raw.kind), None),
    };
    let marks = match marked {
        Some(marked) => marked.quads.clone(),
        None => vec![raw.rect],
    };
    let comment = Comment {
        id: id(raw),
        file: file.to_owned(),
        author: raw.author.clone(),
        date: raw.date.clone(),
        kind: told.say(&kind),
        words: words.to_owned(),
        page: raw.page + 1,
        replacement,
        states: state(&raw.state).map(|s| set_by(&s, raw, told)).into_iter().collect(),
        ..Comment::default()
    };
    Folded { comment, page: raw.page, marks, is_marked: marked.is_some() }
}

/// The comment's own name, else a hash of what it is: a second copy of it has the same.
fn id(raw: &Raw) -> String {
    let what = if raw.name.is_empty() {
        let rect = raw.rect.map(|n| n.round());
        format!("{}|{}|{rect:?}|{}|{}|{}", raw.page, raw.kind, raw.author, raw.date, raw.words)
    } else {
        format!("NM|{}", raw.name)
    };
    Sha256::digest(what.as_bytes()).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

fn kind(subtype: &str) -> Text {
    match subtype {
        "Text" => text!("comment-note"),
        "Highlight" => text!("comment-highlight"),
        "Underline" | "Squiggly" => text!("comment-underline"),
        "FreeText" => text!("comment-on-page"),
        "Ink" | "GoogInk" => text!("comment-drawing"),
        "Stamp" => text!("comment-stamp"),
        "FileAttachment" => text!("comment-file"),
        "Sound" | "Movie" | "Screen" | "RichMedia" => text!("comment-sound"),
        _ => text!("comment-figure"),
    }
}

/// A state; none for the one that means nothing was decided.
fn state(state: &str) -> Option<Text> {
    Some(match state {
        "Accepted" => text!("comment-accepted"),
        "Rejected" => text!("comment-rejected"),
        "Cancelled" => text!("comment-cancelled"),
        "Completed" => text!("comment-completed"),
        "Marked" => text!("comment-ticked"),
        _ => return None,
    })
}
