//! Prose: CommonMark's basics, read into a tree.
//!
//! Paragraphs, bullet and numbered lists, **bold**, *italic*, links and hard line breaks; a single
//! newline is a space. Everything else that CommonMark knows is an error with its place, never
//! something that is silently dropped. `{name}` is a placeholder for a computed number; `{{` and
//! `}}` are braces.

mod plads;
mod read;
mod said;
mod walk;

pub use said::{names, without};
pub use walk::{fill, plain, refer, typography};

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::text;
use crate::words::Text;

/// A paragraph or a list. In JSON: `{"t": "tekst", "c": [...]}`,
/// `{"t": "liste", "c": {"ordnet": .., "start": .., "punkter": [[..]]}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "t", content = "c", rename_all = "lowercase")]
pub enum Afsnit {
    /// A paragraph.
    Tekst(Vec<Inline>),
    /// A list.
    Liste {
        /// True for a numbered list.
        ordnet: bool,
        /// Number of the first item; 1 for bullets.
        start: u64,
        /// The items, each a run of paragraphs and lists.
        punkter: Vec<Vec<Afsnit>>,
    },
}

/// A piece of a paragraph. In JSON: `{"t": "fed", "c": [...]}`, `{"t": "tekst", "c": "ord"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "t", content = "c", rename_all = "lowercase")]
pub enum Inline {
    /// Words.
    Tekst(String),
    /// Bold.
    Fed(Vec<Inline>),
    /// Italic.
    Kursiv(Vec<Inline>),
    /// A link.
    Link {
        /// `https:`, `http:` or `mailto:`.
        url: String,
        /// What is clicked.
        indhold: Vec<Inline>,
    },
    /// Placeholder for a computed number, by name: `antal.indsatser`.
    Plads(String),
    /// A figure or table of the same indsats, by number; what a placeholder such as
    /// `{figur.sigtelser}` becomes.
    Henvisning(Reference),
    /// A line break that was asked for.
    Linjeskift,
}

/// Where words of prose lead within the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reference {
    /// Name of the place.
    pub sted: String,
    /// What is printed: `figur 2`.
    pub tekst: String,
    /// What is there, for who does not see it: `figur 2, Nye sigtelser`.
    pub til: String,
}

/// What prose may not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProseError {
    /// Byte range in the string.
    pub range: Range<usize>,
    /// Line in the string, from 1.
    pub line: usize,
    /// What is wrong: lower case, no full stop.
    pub message: Text,
    /// What to do.
    pub hint: Text,
}

impl std::fmt::Display for ProseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}; {}", self.line, self.message, self.hint)
    }
}

impl std::error::Error for ProseError {}

/// What a string of prose holds, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// The tree; where there are errors, without what they are about.
    pub afsnit: Vec<Afsnit>,
    /// Every placeholder with its byte range in the string.
    pub pladser: Vec<(Range<usize>, String)>,
    /// Every error, in the order of the text.
    pub errors: Vec<ProseError>,
}

/// Reads prose and tells every error at once.
#[must_use]
pub fn read(text: &str) -> Read {
    read::Reader::new(text).run()
}

/// Reads prose.
///
/// # Errors
/// The first thing in it that prose may not hold.
pub fn parse(text: &str) -> Result<Vec<Afsnit>, ProseError> {
    let mut read = read(text);
    if read.errors.is_empty() { Ok(read.afsnit) } else { Err(read.errors.swap_remove(0)) }
}

/// Reads a line that stands alone, such as a title: inline prose, no lists, one paragraph.
///
/// # Errors
/// As [`parse`], and where it is not one paragraph.
pub fn parse_line(text: &str) -> Result<Vec<Inline>, ProseError> {
    let mut paragraphs = parse(text)?;
    match (paragraphs.pop(), paragraphs.is_empty()) {
        (None, _) => Ok(Vec::new()),
        (Some(Afsnit::Tekst(inline)), true) => Ok(inline),
        _ => Err(ProseError {
            range: 0..text.len(),
            line: 1,
            message: text!("prose-paragraphs"),
            hint: text!("load-one-line-hint"),
        }),
    }
}

#[cfg(test)]
mod tests;
