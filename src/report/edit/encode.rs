//! Values as TOML, in the way of what stood there before.

use std::fmt::Write as _;

use toml::Value;

/// From this on, a whole number that replaces no number is written in groups: `1_200_000`.
const GROUPED_FROM: u64 = 10_000;

/// A value as TOML. `old` is what stood there, with its quotes; `newline` ends the file's lines.
pub(super) fn value(new: &Value, old: Option<&str>, newline: &str) -> String {
    match new {
        Value::String(s) => string(s, old, newline),
        Value::Integer(n) => integer(*n, old),
        Value::Float(x) if x.fract() == 0.0 && x.abs() < 1e15 => format!("{x:.1}"),
        Value::Float(x) => x.to_string(),
        Value::Boolean(yes) => yes.to_string(),
        Value::Datetime(date) => date.to_string(),
        Value::Array(items) => {
            let all: Vec<String> = items.iter().map(|item| value(item, None, newline)).collect();
            format!("[{}]", all.join(", "))
        }
        Value::Table(table) if table.is_empty() => "{}".to_owned(),
        Value::Table(table) => {
            let all = ordered(table)
                .into_iter()
                .map(|(k, v)| format!("{} = {}", key(k), value(v, None, newline)));
            format!("{{ {} }}", all.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Keys that come first in a new table, in this order; the others follow by name.
const FIRST: [&str; 12] = [
    "slags", "kode", "felt", "indhold", "grund", "navn", "titel", "maerke", "tal", "tilstand",
    "kolonner", "raekker",
];

/// The entries of a new table in the order in which they are written.
pub(super) fn ordered(table: &toml::Table) -> Vec<(&String, &Value)> {
    let rank = |key: &str| FIRST.iter().position(|first| *first == key).unwrap_or(FIRST.len());
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| (rank(key), *key));
    entries
}

/// A key, in quotes where it needs them.
pub(super) fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { basic(name) }
}

fn integer(n: i64, old: Option<&str>) -> String {
    let grouped = match old {
        Some(old) if old.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+') => {
            old.contains('_') || (n.unsigned_abs() >= GROUPED_FROM && old.len() < 5)
        }
        _ => n.unsigned_abs() >= GROUPED_FROM,
    };
    let digits = n.unsigned_abs().to_string();
    let mut out = if n < 0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if grouped && i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

fn string(s: &str, old: Option<&str>, newline: &str) -> String {
    let lines = s.contains('\n');
    let control = s.chars().any(|c| c.is_control() && c != '\n' && c != '\t');
    match old {
        Some(old)
            if old.starts_with("'''") && !control && !s.contains("'''") && !s.ends_with('\'') =>
        {
            let (open, text) = (opening(old, "'''"), s.replace('\n', newline));
            format!("{open}{text}'''")
        }
        Some(old) if old.starts_with("\"\"\"") => several(s, &opening(old, "\"\"\""), newline),
        Some(old)
            if old.starts_with('\'')
                && !old.starts_with("''")
                && !control
                && !lines
                && !s.contains('\'') =>
        {
            format!("'{s}'")
        }
        _ if lines => several(s, &format!("\"\"\"{newline}"), newline),
        _ => basic(s),
    }
}

/// The quotes with the line end after them, as they were.
fn opening(old: &str, quotes: &str) -> String {
    let rest = old.strip_prefix(quotes).unwrap_or_default();
    let end = ["\r\n", "\n"].into_iter().find(|end| rest.starts_with(*end)).unwrap_or_default();
    format!("{quotes}{end}")
}

/// A string of several lines. Its own first line end must not be taken for the one after the quotes.
fn several(s: &str, open: &str, newline: &str) -> String {
    let mut out = open.to_owned();
    if !open.ends_with('\n') && s.starts_with('\n') {
        out.push_str(newline);
    }
    let mut quotes = 0;
    for c in s.chars() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '\n' => out.push_str(newline),
            '\t' => out.push('\t'),
            '"' if quotes == 3 => {
                quotes = 0;
                out.push_str("\\\"");
            }
            c => escaped(c, &mut out),
        }
    }
    if out.ends_with('"') && !out.ends_with("\\\"") && s.ends_with('"') {
        out.pop();
        out.push_str("\\\"");
    }
    out + "\"\"\""
}

fn basic(s: &str) -> String {
    let mut out = "\"".to_owned();
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => escaped(c, &mut out),
        }
    }
    out.push('"');
    out
}

fn escaped(c: char, out: &mut String) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\r' => out.push_str("\\r"),
        c if c.is_control() => {
            let _ = write!(out, "\\u{:04X}", u32::from(c));
        }
        c => out.push(c),
    }
}
