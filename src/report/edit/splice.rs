//! One change cut into the text.

use std::ops::Range;

use toml::Value;

use super::place::{
    end_of_keys, end_of_sections, header_keys, is_inline, is_list_of_sections, is_section,
    line_end, line_start, newline, section,
};
use super::{Action, encode};
use crate::report::load::{Entry, FieldPath, Node, Step, Value as Written};

/// The text with the change; none where there is no place for it.
pub(super) fn one(text: &str, root: &Node, (path, action): &(FieldPath, Action)) -> Option<String> {
    match action {
        Action::Set(new) => match root.at(path) {
            Some(node) => replace(text, node, new),
            None => add_key(text, root, path, new),
        },
        Action::Remove => remove(text, root, path),
        Action::Insert(at, new) => insert(text, root, path, *at, new),
        Action::Move(from, to) => move_item(text, root, path, *from, *to),
    }
}

fn cut(text: &str, range: Range<usize>, new: &str) -> Option<String> {
    let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
    Some([before, new, after].concat())
}

fn replace(text: &str, node: &Node, new: &Value) -> Option<String> {
    if is_section(text, node) || is_list_of_sections(text, node) {
        return None;
    }
    let old = text.get(node.span.clone())?;
    // A table made of dotted keys has no text of its own.
    if matches!(node.value, Written::Table(_)) && !is_inline(text, node) {
        return None;
    }
    cut(text, node.span.clone(), &encode::value(new, Some(old), newline(text)))
}

fn add_key(text: &str, root: &Node, path: &FieldPath, new: &Value) -> Option<String> {
    let (Step::Key(key), before) = path.0.split_last()? else { return None };
    let table_path = FieldPath(before.to_vec());
    let table = root.at(&table_path)?;
    let Written::Table(entries) = &table.value else { return None };
    let newline = newline(text);
    let is_root = before.is_empty();
    if !is_root && is_inline(text, table) {
        let said = format!("{} = {}", encode::key(key), encode::value(new, None, newline));
        return match entries.iter().map(|e| e.node.span.end).max() {
            Some(end) => cut(text, end..end, &format!(", {said}")),
            None => cut(text, table.span.clone(), &format!("{{ {said} }}")),
        };
    }
    if let Value::Array(items) = new
        && !items.is_empty()
        && items.iter().all(Value::is_table)
        && (is_root || is_section(text, table))
    {
        let at = if is_root { text.len() } else { end_of_sections(text, root, &table_path) };
        let sections: Vec<String> = items
            .iter()
            .filter_map(Value::as_table)
            .map(|item| section_text(path, item, newline))
            .collect();
        return put_sections(text, at, &sections.join(newline));
    }
    let at = end_of_keys(text, table, is_root)?;
    let said = format!("{} = {}", encode::key(key), encode::value(new, None, newline));
    let open = unended(text, at, newline);
    cut(text, at..at, &format!("{open}{said}{newline}"))
}

/// The line end that is lacking before a new line, at the end of a file without one.
fn unended<'n>(text: &str, at: usize, newline: &'n str) -> &'n str {
    let before = text.get(..at).unwrap_or_default();
    if before.is_empty() || before == "\u{feff}" || before.ends_with('\n') { "" } else { newline }
}

/// `[[blok]]` with its keys, a line each; a list of tables one item a line.
fn section_text(path: &FieldPath, table: &toml::Table, newline: &str) -> String {
    let keys: Vec<String> = header_keys(path).into_iter().map(encode::key).collect();
    let mut out = format!("[[{}]]{newline}", keys.join("."));
    for (key, value) in encode::ordered(table) {
        let said = match value {
            Value::Array(items) if !items.is_empty() && items.iter().all(Value::is_table) => {
                let lines = items.iter().map(|i| format!("  {},", encode::value(i, None, newline)));
                let lines: Vec<String> = lines.collect();
                format!("[{newline}{}{newline}]", lines.join(newline))
            }
            value => encode::value(value, None, newline),
        };
        out.push_str(&[&encode::key(key), " = ", &said, newline].concat());
    }
    out
}

/// Puts sections at a place between sections, an empty line before and after.
fn put_sections(text: &str, at: usize, sections: &str) -> Option<String> {
    let newline = newline(text);
    let before = text.get(..at)?;
    let blank = format!("{newline}{newline}");
    let open = match before {
        "" | "\u{feff}" => "",
        before if before.ends_with(&blank) => "",
        before if before.ends_with('\n') => newline,
        _ => blank.as_str(),
    };
    let close = if at < text.len() { newline } else { "" };
    cut(text, at..at, &format!("{open}{sections}{close}"))
}

fn remove(text: &str, root: &Node, path: &FieldPath) -> Option<String> {
    let (last, before) = path.0.split_last()?;
    let parent = root.at(&FieldPath(before.to_vec()))?;
    let node = root.at(path)?;
    if is_section(text, node) {
        return cut(text, trimmed(text, section(text, root, path)?), "");
    }
    if is_list_of_sections(text, node) {
        let first = section(text, root, &path.index(0))?;
        return cut(text, trimmed(text, first.start..end_of_sections(text, root, path)), "");
    }
    match (last, &parent.value) {
        (Step::Index(i), Written::Array(items)) => {
            let spans: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
            cut(text, without_comma(text, &spans, *i)?, "")
        }
        (Step::Key(key), Written::Table(entries)) => {
            let i = entries.iter().position(|e| e.key == *key)?;
            let entry = entries.get(i)?;
            if !before.is_empty() && is_inline(text, parent) {
                let spans: Vec<_> = entries.iter().map(whole_entry).collect();
                return cut(text, without_comma(text, &spans, i)?, "");
            }
            if matches!(node.value, Written::Table(_)) && !is_inline(text, node) {
                return None;
            }
            let lines = line_start(text, entry.key_span.start)..line_end(text, node.span.end);
            cut(text, lines, "")
        }
        _ => None,
    }
}

fn whole_entry(entry: &Entry) -> Range<usize> {
    entry.key_span.start..entry.node.span.end
}

/// A section that goes takes one of the empty lines around it with it: the last one of the file the
/// one before, others the one after.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    if range.end < text.len() {
        return range;
    }
    let before = text.get(..range.start).unwrap_or_default();
    let kept = before.trim_end_matches(['\n', '\r']);
    let one = line_end(text, kept.len()).min(range.start);
    one..range.end
}

/// An item of a list in one place, with the comma that belongs to it and, alone on its line, the line.
fn without_comma(text: &str, spans: &[Range<usize>], i: usize) -> Option<Range<usize>> {
    let span = spans.get(i)?.clone();
    let after = comma_after(text, span.end);
    let (line, end) = (line_start(text, span.start), after.unwrap_or(span.end));
    let own_line = text.get(line..span.start)?.trim().is_empty()
        && text
            .get(end..line_end(text, end))?
            .trim_start()
            .trim_end_matches(['\r', '\n'])
            .is_empty();
    if own_line && (after.is_some() || i == 0) {
        return Some(line..line_end(text, end));
    }
    match (spans.get(i + 1), i.checked_sub(1).and_then(|b| spans.get(b))) {
        (Some(next), _) => Some(span.start..next.start),
        // The last one: from the end of the one before, so that its comma goes and a closing comma stays.
        (None, Some(before)) => Some(before.end..span.end),
        (None, None) => Some(span.start..after.unwrap_or(span.end)),
    }
}

/// The end of the comma that follows, over white space; none where something else follows.
fn comma_after(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let gap = rest.len() - rest.trim_start().len();
    rest.get(gap..)?.starts_with(',').then_some(at + gap + 1)
}

fn insert(text: &str, root: &Node, path: &FieldPath, at: usize, new: &Value) -> Option<String> {
    let list = root.at(path)?;
    let Written::Array(items) = &list.value else { return None };
    let newline = newline(text);
    if is_list_of_sections(text, list) {
        let said = section_text(path, new.as_table()?, newline);
        let place = match items.get(at) {
            Some(_) => section(text, root, &path.index(at))?.start,
            None => section(text, root, &path.index(items.len().checked_sub(1)?))?.end,
        };
        return put_sections(text, place, &said);
    }
    let said = encode::value(new, None, newline);
    let Some(last) = items.last() else {
        return cut(text, list.span.clone(), &format!("[{said}]"));
    };
    // Items on lines of their own get a line of their own.
    let own_lines = |span: &Range<usize>| {
        let start = line_start(text, span.start);
        let indent = text.get(start..span.start)?;
        indent.trim().is_empty().then(|| indent.to_owned())
    };
    match (items.get(at), own_lines(&last.span)) {
        (Some(next), Some(_)) => {
            let indent = own_lines(&next.span).unwrap_or_default();
            cut(text, next.span.start..next.span.start, &format!("{said},{newline}{indent}"))
        }
        (Some(next), None) => cut(text, next.span.start..next.span.start, &format!("{said}, ")),
        (None, Some(indent)) => {
            cut(text, last.span.end..last.span.end, &format!(",{newline}{indent}{said}"))
        }
        (None, None) => cut(text, last.span.end..last.span.end, &format!(", {said}")),
    }
}

fn move_item(text: &str, root: &Node, path: &FieldPath, from: usize, to: usize) -> Option<String> {
    let list = root.at(path)?;
    let Written::Array(items) = &list.value else { return None };
    if from == to {
        return Some(text.to_owned());
    }
    // Every item is written in the place of the one that it takes over.
    let mut order: Vec<usize> = (0..items.len()).collect();
    let moved = (from < order.len() && to < order.len()).then(|| order.remove(from))?;
    order.insert(to, moved);
    let sections = is_list_of_sections(text, list);
    let span = |i: usize| match sections {
        true => {
            let range = section(text, root, &path.index(i))?;
            let said = text.get(range.clone())?;
            Some(range.start..range.start + said.trim_end().len())
        }
        false => items.get(i).map(|item| item.span.clone()),
    };
    let mut out = text.to_owned();
    for (place, item) in order.iter().enumerate().rev().filter(|(place, item)| place != *item) {
        let said = text.get(span(*item)?)?;
        out = cut(&out, span(place)?, said)?;
    }
    Some(out)
}
