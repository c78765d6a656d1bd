//! The files that findings point into.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Place;

/// Texts by the name that [`Place::file`] uses.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: BTreeMap<String, Arc<Source>>,
    /// How files without a text are printed.
    named: BTreeMap<String, String>,
}

#[derive(Debug)]
struct Source {
    /// As printed: the name below the folder that the user named.
    shown: String,
    text: String,
    /// The text without signs that would play tricks with a terminal, where it has any.
    printable: Option<String>,
    line_starts: Vec<usize>,
    /// How many characters stand before each [`BLOCK`] of bytes: columns of long lines are counted
    /// from there.
    characters: Vec<usize>,
}

/// Bytes between two counts of characters.
const BLOCK: usize = 1024;
/// Longest line, bytes, that is shown as it is.
const LONGEST_SHOWN: usize = 2_000;
/// Characters before and after a place on a longer one.
const AROUND: usize = 60;

/// What of a file is shown around a place.
pub(super) enum Window {
    /// Whole lines, and the place in the file.
    Lines { lines: Range<usize>, range: Range<usize> },
    /// A line too long to be shown: where the place is, and what stands around it.
    Part { at: LineCol, text: String },
}

/// Line and column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct LineCol {
    /// Line.
    pub line: usize,
    /// Column.
    pub col: usize,
}

/// Remembered: a preview reads the same files again after every edit.
#[comemo::memoize]
fn source(shown: &str, text: &str) -> Arc<Source> {
    Arc::new(Source {
        shown: harmless(shown.to_owned()),
        text: text.to_owned(),
        printable: printable(text),
        line_starts: line_starts(text).collect(),
        characters: characters(text),
    })
}

impl Sources {
    /// No files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file under its own name, replacing one of that name.
    pub fn add(&mut self, file: impl Into<String>, text: impl Into<String>) {
        let file = file.into();
        self.add_shown(file.clone(), file, text);
    }

    /// Adds a file that is printed as `shown` (`data/2024/rapport.toml` for `rapport.toml`).
    pub fn add_shown(
        &mut self,
        file: impl Into<String>,
        shown: impl Into<String>,
        text: impl Into<String>,
    ) {
        self.files.insert(file.into(), source(&shown.into(), &text.into()));
    }

    /// Says how a file is printed whose text is not known, because it could not be read.
    pub fn name(&mut self, file: impl Into<String>, shown: impl Into<String>) {
        self.named.insert(file.into(), harmless(shown.into()));
    }

    /// Takes over the files of another; its texts win.
    pub fn extend(&mut self, other: Self) {
        self.files.extend(other.files);
        self.named.extend(other.named);
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(|s| s.text.as_str())
    }

    /// The name that is printed; the name itself where the file is not known.
    #[must_use]
    pub fn shown<'a>(&'a self, file: &'a str) -> &'a str {
        let known = self.files.get(file).map(|s| &s.shown).or_else(|| self.named.get(file));
        known.map_or(file, String::as_str)
    }

    /// Names of the files, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Where a place begins; none where the file's text is not known.
    #[must_use]
    pub fn line_col(&self, place: &Place) -> Option<LineCol> {
        self.offset_line_col(&place.file, place.range.start)
    }

    /// Line and column of a byte; past the end counts as the end.
    #[must_use]
    pub fn offset_line_col(&self, file: &str, offset: usize) -> Option<LineCol> {
        let source = self.files.get(file)?;
        let offset = floor(&source.text, offset);
        let line = source.line_starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|i| source.line_starts.get(i)).copied()?;
        let col = source.characters_before(offset) - source.characters_before(start) + 1;
        Some(LineCol { line, col })
    }

    /// What is to be shown around a range; none where the file's text is not known.
    pub(super) fn window(&self, file: &str, range: &Range<usize>) -> Option<Window> {
        let source = self.files.get(file)?;
        let mut range = self.clamp(file, range)?;
        let line = source.line_of(range.start);
        let mut lines = line.start..source.line_of(range.end).end;
        if lines.len() > LONGEST_SHOWN {
            // Of a place of many lines the first one is shown.
            range.end = range.end.min(line.end);
            lines = line;
        }
        if lines.len() <= LONGEST_SHOWN {
            return Some(Window::Lines { lines, range });
        }
        let text = self.printable(file)?;
        let before: String =
            text.get(lines.start..range.start)?.chars().rev().take(AROUND).collect();
        let after = text.get(range.start..lines.end)?.chars().take(AROUND);
        let text = before.chars().rev().chain(after).collect::<String>();
        let at = self.offset_line_col(file, range.start)?;
        Some(Window::Part { at, text: format!("…{}…", text.trim_end()) })
    }

    /// A range that lies in the file and between characters, for printing.
    pub(super) fn clamp(&self, file: &str, range: &Range<usize>) -> Option<Range<usize>> {
        let text = self.text(file)?;
        let start = floor(text, range.start);
        Some(start..floor(text, range.end).max(start))
    }

    /// The text of a file without signs that would play tricks with a terminal.
    pub(super) fn printable(&self, file: &str) -> Option<&str> {
        let source = self.files.get(file)?;
        Some(source.printable.as_ref().unwrap_or(&source.text))
    }
}

impl Source {
    /// The line that a byte stands on, without its end.
    fn line_of(&self, at: usize) -> Range<usize> {
        let next = self.line_starts.partition_point(|start| *start <= at);
        let start = next.checked_sub(1).and_then(|i| self.line_starts.get(i)).copied();
        let end = self.line_starts.get(next).map_or(self.text.len(), |next| next - 1);
        start.unwrap_or_default()..end
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let known = self.characters.get(block).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        known + rest.iter().filter(|byte| begins(**byte)).count()
    }
}

/// Whether a byte of UTF-8 begins a character.
fn begins(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// How many characters begin before each block.
fn characters(text: &str) -> Vec<usize> {
    let mut before = 0;
    let blocks = text.as_bytes().chunks(BLOCK);
    blocks
        .map(|block| {
            let here = before;
            before += block.iter().filter(|byte| begins(**byte)).count();
            here
        })
        .chain([0])
        .collect()
}

/// Where each line begins, in bytes.
fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1))
}

/// The nearest character boundary at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Control characters, and those that turn the direction of writing.
pub(super) fn is_tricky(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\r' && c != '\t')
        || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text itself, or [`printable`]'s where it has such signs. A carriage return is one of them
/// here: it is no line's end in words that quote a file.
pub(super) fn harmless(text: String) -> String {
    let text = printable(&text).unwrap_or(text);
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "?") } else { text }
}

/// Control characters and bidi controls replaced by a sign of the same length in bytes, so that
/// ranges still hold.
pub(super) fn printable(text: &str) -> Option<String> {
    text.contains(is_tricky).then(|| {
        let replaced = |c: char| match c.len_utf8() {
            _ if !is_tricky(c) => c,
            1 => '?',
            2 => '¿',
            _ => '\u{fffd}',
        };
        text.chars().map(replaced).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let mut sources = Sources::new();
        sources.add("a", "æø\nå b\n");
        let at = |offset| sources.offset_line_col("a", offset).map(|p| (p.line, p.col));
        assert_eq!(at(0), Some((1, 1)));
        assert_eq!(at(2), Some((1, 2)));
        assert_eq!(at(3), Some((1, 2)), "inside a character counts as its start");
        assert_eq!(at(8), Some((2, 3)));
        assert_eq!(at(999), Some((3, 1)));
        assert_eq!(sources.offset_line_col("b", 0), None);
    }

    #[test]
    fn signs_that_trick_a_terminal_are_replaced_and_keep_their_length() {
        let text = "a\u{1b}[31m\u{202e}b\u{85}c\n";
        let printed = printable(text).expect("has such signs");
        assert_eq!(printed, "a?[31m\u{fffd}b¿c\n");
        assert_eq!(printed.len(), text.len());
        assert_eq!(printable("æ\tb\r\n"), None);
    }
}
