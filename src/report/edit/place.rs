//! Where keys, lines and sections of a data file begin and end.

use std::ops::Range;

use crate::report::load::{FieldPath, Node, Step, Value};

/// Whether a table stands under a header of its own: `[x]`, `[[x]]`.
pub(super) fn is_section(text: &str, node: &Node) -> bool {
    matches!(node.value, Value::Table(_))
        && text.get(node.span.clone()).is_some_and(|raw| raw.starts_with('['))
}

/// Whether a list is one of `[[x]]` sections.
pub(super) fn is_list_of_sections(text: &str, node: &Node) -> bool {
    match &node.value {
        Value::Array(items) => items.first().is_some_and(|item| is_section(text, item)),
        _ => false,
    }
}

/// Whether a table stands in braces.
pub(super) fn is_inline(text: &str, node: &Node) -> bool {
    text.get(node.span.clone()).is_some_and(|raw| raw.starts_with('{'))
}

/// The start of the line that a byte stands on; after a byte order mark.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    match before.rfind('\n') {
        Some(i) => i + 1,
        None if text.starts_with('\u{feff}') => '\u{feff}'.len_utf8(),
        None => 0,
    }
}

/// The end of the line that a byte stands on, its line end counted in.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    after.find('\n').map_or(text.len(), |i| at + i + 1)
}

/// How the file ends its lines.
pub(super) fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Starts of all section headers of the file, in order, each with the path of its table.
fn headers(text: &str, root: &Node) -> Vec<(usize, FieldPath)> {
    let mut found = Vec::new();
    collect(text, root, &FieldPath::default(), &mut found);
    found.sort_by_key(|(start, _)| *start);
    found
}

fn collect(text: &str, node: &Node, path: &FieldPath, found: &mut Vec<(usize, FieldPath)>) {
    match &node.value {
        Value::Table(entries) => {
            if !path.0.is_empty() && is_section(text, node) {
                found.push((node.span.start, path.clone()));
            }
            if path.0.is_empty() || !is_inline(text, node) {
                for entry in entries {
                    collect(text, &entry.node, &path.key(&entry.key), found);
                }
            }
        }
        Value::Array(items) if is_list_of_sections(text, node) => {
            for (i, item) in items.iter().enumerate() {
                collect(text, item, &path.index(i), found);
            }
        }
        _ => {}
    }
}

/// A header's start, with the comment lines right above it.
fn with_comments(text: &str, header: usize) -> usize {
    let mut start = line_start(text, header);
    loop {
        let Some(above) = start.checked_sub(1).filter(|_| start > line_start(text, 0)) else {
            return start;
        };
        let line = line_start(text, above);
        if !text.get(line..start).is_some_and(|l| l.trim_start().starts_with('#')) {
            return start;
        }
        start = line;
    }
}

/// A section with its sub-sections and the comments above it, up to the next one.
pub(super) fn section(text: &str, root: &Node, path: &FieldPath) -> Option<Range<usize>> {
    let all = headers(text, root);
    let first = all.iter().position(|(_, p)| p == path)?;
    let start = with_comments(text, all.get(first)?.0);
    let next = all.iter().skip(first + 1).find(|(_, p)| !p.0.starts_with(&path.0));
    Some(start..next.map_or(text.len(), |(header, _)| with_comments(text, *header)))
}

/// Where the last section at or below a path ends: where a new one is put. The end of the keys
/// before the first section where there is none.
pub(super) fn end_of_sections(text: &str, root: &Node, path: &FieldPath) -> usize {
    let all = headers(text, root);
    let Some(last) = all.iter().rposition(|(_, p)| p.0.starts_with(&path.0)) else {
        return text.len();
    };
    all.get(last + 1).map_or(text.len(), |(header, _)| with_comments(text, *header))
}

/// Where a table's own keys end, as the end of a line; none for a table that has no place of its own.
pub(super) fn end_of_keys(text: &str, table: &Node, is_root: bool) -> Option<usize> {
    let header = match is_root {
        true => None,
        false if is_section(text, table) => Some(table.span.end),
        false => return None,
    };
    let last = last_own(text, table).or(header);
    Some(last.map_or(line_start(text, 0), |at| line_end(text, at)))
}

/// The end of the last value that stands in a table's own lines.
fn last_own(text: &str, table: &Node) -> Option<usize> {
    let Value::Table(entries) = &table.value else { return None };
    let end = |node: &Node| match &node.value {
        Value::Table(_) if is_inline(text, node) => Some(node.span.end),
        Value::Table(_) if is_section(text, node) => None,
        Value::Table(_) => last_own(text, node),
        Value::Array(_) if is_list_of_sections(text, node) => None,
        _ => Some(node.span.end),
    };
    entries.iter().filter_map(|entry| end(&entry.node)).max()
}

/// The names of a path, indices left out: what a header says.
pub(super) fn header_keys(path: &FieldPath) -> Vec<&str> {
    path.0
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
        .collect()
}
