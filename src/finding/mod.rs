//! Findings: the one kind of diagnostic, for data, layouts, fonts and finished files alike.
//!
//! A finding says what is wrong, where, and what to do. Code, severity and words are chosen where
//! the fault is seen; how it looks on a terminal is decided in one printer.

mod code;
pub mod print;
pub mod services;
mod sources;

pub use code::Code;
pub use sources::{LineCol, Sources};

use std::ops::Range;

use crate::limits;
use crate::words::{Text, Words};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing can be made of the data, the layout or the file before this is mended.
    Error,
    /// A sharp editor would stop here.
    Warning,
    /// Good to know; never fails a run.
    Note,
}

/// Where in a source file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Place {
    /// The file as the user knows it: relative to the folder that was named.
    pub file: String,
    /// Byte range in that file; empty at 0 where only the file is known.
    pub range: Range<usize>,
    /// The field, by its path in the data: `brugere.serie[0].vaerdier.2021`.
    pub field: Option<String>,
}

/// Where on a page: tenths of a pt from the upper left corner of what the page is cut to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Left.
    pub x: i32,
    /// Top.
    pub y: i32,
    /// Right.
    pub right: i32,
    /// Bottom.
    pub bottom: i32,
}

impl Spot {
    /// From left, top, right and bottom, pt.
    #[must_use]
    pub fn new(sides: [f32; 4]) -> Self {
        // Pages are at most some metres; what lies farther out is cut off there.
        #[expect(clippy::cast_possible_truncation, reason = "see above")]
        let [x, y, right, bottom] = sides.map(|pt| (pt * 10.0).round() as i32);
        Self { x, y, right, bottom }
    }

    /// Its middle, pt.
    #[must_use]
    pub fn middle(&self) -> (f32, f32) {
        let half = |from: i32, to: i32| f32::midpoint(from as f32, to as f32) / 10.0;
        (half(self.x, self.right), half(self.y, self.bottom))
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// Stable code: `D012`. Explained by `sats check --explain`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop, names in backticks, the numbers in it.
    pub message: Text,
    /// Where; none for a whole run.
    pub place: Option<Place>,
    /// What to do, a line each.
    pub hints: Vec<Text>,
    /// Places that belong to it (the other half of a contradiction, a call trace), with words.
    pub related: Vec<(Place, Text)>,
    /// Id of the indsats that it is about.
    pub indsats: Option<String>,
    /// Page of the finished report, where one is known.
    pub page: Option<usize>,
    /// Where on that page, as far as that is known.
    #[serde(skip)]
    pub spots: Vec<Spot>,
    /// The editor's reason, where the finding has been accepted in the data.
    pub accepted: Option<String>,
}

impl Finding {
    /// A finding without place or hints.
    #[must_use]
    pub fn new(code: &'static str, severity: Severity, message: impl Into<Text>) -> Self {
        Self {
            code,
            severity,
            message: message.into(),
            place: None,
            hints: Vec::new(),
            related: Vec::new(),
            indsats: None,
            page: None,
            spots: Vec::new(),
            accepted: None,
        }
    }

    /// An error.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<Text>) -> Self {
        Self::new(code, Severity::Error, message)
    }

    /// A warning.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<Text>) -> Self {
        Self::new(code, Severity::Warning, message)
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Names a place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, words: impl Into<Text>) -> Self {
        self.related.push((place, words.into()));
        self
    }

    /// Its place and those that belong to it.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.place.iter().chain(self.related.iter().map(|(place, _)| place))
    }

    /// The same in a language: all its texts are said, each of them as far as anybody reads it.
    #[must_use]
    pub fn said(&self, words: &Words) -> Self {
        let said = |text: &Text| Text::Literal(shortened(words.say(text)));
        Self {
            message: said(&self.message),
            hints: self.hints.iter().map(said).collect(),
            related: self.related.iter().map(|(place, text)| (place.clone(), said(text))).collect(),
            ..self.clone()
        }
    }

    /// Names the indsats.
    #[must_use]
    pub fn of(mut self, indsats: impl Into<String>) -> Self {
        self.indsats = Some(indsats.into());
        self
    }
}

/// Most characters of one text of a finding: what it quotes may be a whole book.
pub const MOST_SAID: usize = limits::FINDING_TEXT;

fn shortened(said: String) -> String {
    match said.char_indices().nth(MOST_SAID) {
        Some((at, _)) => format!("{} …", &said[..at]),
        None => said,
    }
}

/// A text without the signs that would play tricks with a terminal, as all is that is printed.
#[must_use]
pub fn harmless(text: impl Into<String>) -> String {
    sources::harmless(text.into())
}

/// Puts findings in the order of the files: by file, place, severity and code. Findings without a
/// place come first; what is otherwise equal keeps its order.
pub fn sort(findings: &mut [Finding]) {
    fn key(f: &Finding) -> (Option<(&str, usize)>, Severity, &str) {
        (f.place.as_ref().map(|p| (p.file.as_str(), p.range.start)), f.severity, f.code)
    }
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
}
