//! A TOML file as a tree in which everything knows its place.

use crate::text;
use crate::words::Text;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::path::{FieldPath, Step};

/// A value and its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Byte range in the file; of a `[table]` its header, of the whole file its start.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// A value as it was written.
#[derive(Debug, Clone)]
pub enum Value {
    /// A table, its keys in the order of the file.
    Table(Vec<Entry>),
    /// An array.
    Array(Vec<Node>),
    /// A string.
    String(String),
    /// A whole number; none where it does not fit 64 bits.
    Integer(Option<i64>),
    /// A decimal number; none where it cannot be read. May be infinite or no number.
    Float(Option<f64>),
    /// True or false.
    Boolean,
    /// A date or time, as TOML has them.
    Datetime,
}

/// A key of a table with its value.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Its place.
    pub key_span: Range<usize>,
    /// Its value.
    pub node: Node,
}

impl Node {
    /// Takes over a parsed file.
    #[must_use]
    pub fn from_table(table: &Spanned<DeTable<'_>>) -> Self {
        Self { span: table.span(), value: entries(table.get_ref()) }
    }

    fn from_value(value: &Spanned<DeValue<'_>>) -> Self {
        let inner = match value.get_ref() {
            DeValue::String(s) => Value::String(s.to_string()),
            DeValue::Integer(i) => Value::Integer(i64::from_str_radix(i.as_str(), i.radix()).ok()),
            DeValue::Float(f) => Value::Float(f.as_str().parse().ok()),
            DeValue::Boolean(_) => Value::Boolean,
            DeValue::Datetime(_) => Value::Datetime,
            DeValue::Array(a) => Value::Array(a.iter().map(Self::from_value).collect()),
            DeValue::Table(t) => entries(t),
        };
        Self { span: value.span(), value: inner }
    }

    /// The child at a step.
    #[must_use]
    pub fn step(&self, step: &Step) -> Option<&Self> {
        match (step, &self.value) {
            (Step::Key(key), Value::Table(entries)) => {
                entries.iter().find(|e| e.key == *key).map(|e| &e.node)
            }
            (Step::Index(i), Value::Array(items)) => items.get(*i),
            _ => None,
        }
    }

    /// The node at a path.
    #[must_use]
    pub fn at(&self, path: &FieldPath) -> Option<&Self> {
        path.0.iter().try_fold(self, Self::step)
    }

    /// The place of the node at a path, or of its nearest ancestor that exists.
    #[must_use]
    pub fn nearest(&self, path: &FieldPath) -> Range<usize> {
        let mut node = self;
        for step in &path.0 {
            match node.step(step) {
                Some(child) => node = child,
                None => break,
            }
        }
        node.span.clone()
    }

    /// What the value is, in words: `a string`.
    #[must_use]
    pub fn kind(&self) -> Text {
        match self.value {
            Value::Table(_) => text!("load-kind-table"),
            Value::Array(_) => text!("load-kind-list"),
            Value::String(_) => text!("load-kind-text"),
            Value::Integer(_) => text!("load-kind-whole"),
            Value::Float(_) => text!("load-kind-decimal"),
            Value::Boolean => text!("load-kind-boolean"),
            Value::Datetime => text!("load-kind-date"),
        }
    }
}

fn entries(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: key.span(),
            node: Node::from_value(value),
        })
        .collect();
    entries.sort_by_key(|e| e.key_span.start);
    Value::Table(entries)
}

/// Where a byte of a string's value stands in the string as it was written (`raw`, with its
/// quotes), as an offset into `raw`; the start where the two cannot be matched.
#[must_use]
pub(crate) fn offset_in_raw(raw: &str, value: &str, offset: usize) -> usize {
    let (open, literal) = match raw {
        r if r.starts_with("\"\"\"") => (3, false),
        r if r.starts_with("'''") => (3, true),
        r if r.starts_with('\'') => (1, true),
        _ => (1, false),
    };
    let Some(mut rest) = raw.get(open..) else { return 0 };
    if open == 3 {
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
    }
    let mut wanted = value.get(..offset).unwrap_or(value).chars();
    while wanted.next().is_some() {
        if !literal {
            rest = skip_continuation(rest);
        }
        let Some(length) = written_length(rest, literal) else { return 0 };
        rest = rest.get(length..).unwrap_or_default();
    }
    if !literal {
        rest = skip_continuation(rest);
    }
    raw.len() - rest.len()
}

/// A backslash at the end of a line swallows the line's end and the white space after it.
fn skip_continuation(rest: &str) -> &str {
    let mut rest = rest;
    while let Some(after) = rest.strip_prefix('\\') {
        let line_end = after.trim_start_matches([' ', '\t', '\r']);
        if !line_end.starts_with('\n') {
            break;
        }
        rest = line_end.trim_start_matches([' ', '\t', '\r', '\n']);
    }
    rest
}

/// How many bytes the next character of the value takes in the file.
fn written_length(rest: &str, literal: bool) -> Option<usize> {
    let mut chars = rest.chars();
    match (chars.next()?, chars.next()) {
        ('\\', Some('x')) if !literal => Some(4),
        ('\\', Some('u')) if !literal => Some(6),
        ('\\', Some('U')) if !literal => Some(10),
        ('\\', Some(_)) if !literal => Some(2),
        ('\r', Some('\n')) => Some(2),
        (c, _) => Some(c.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Node {
        Node::from_table(&DeTable::parse(text).expect("the test's own TOML"))
    }

    #[test]
    fn a_path_resolves_to_its_span_or_its_nearest_ancestor() {
        let text = "a = 1\n[b]\nc = [1, 22]\n";
        let tree = tree(text);
        let at = |path: &str| &text[tree.nearest(&FieldPath::parse(path))];
        assert_eq!(at("a"), "1");
        assert_eq!(at("b.c[1]"), "22");
        assert_eq!(at("b.c[9].x"), "[1, 22]");
        assert_eq!(at("b.x"), "[b]");
        assert_eq!(at("x"), "");
    }

    #[test]
    fn an_offset_in_a_string_is_found_in_the_file_whatever_the_quotes() {
        for (raw, value, ord) in [
            ("\"abc\"", "abc", 'c'),
            ("'abc'", "abc", 'c'),
            ("\"\"\"\nab\nc\"\"\"", "ab\nc", 'c'),
            ("'''\r\nabc'''", "abc", 'c'),
            ("\"\\u00e6\\tc\"", "æ\tc", 'c'),
            ("\"\"\"\na \\\n   b c\"\"\"", "a b c", 'c'),
            ("\"\"\"\na \\\n   c\"\"\"", "a c", 'c'),
            ("\"æøc\"", "æøc", 'c'),
        ] {
            let offset = value.find(ord).expect("is in it");
            assert_eq!(offset_in_raw(raw, value, offset), raw.rfind(ord).unwrap_or(0), "{raw:?}");
        }
        assert_eq!(offset_in_raw("", "abc", 2), 0);
    }

    #[test]
    fn numbers_that_do_not_fit_are_no_numbers() {
        let tree = tree("a = 99999999999999999999\nb = nan\nc = 1_000\nd = 0x1F");
        let Value::Table(entries) = &tree.value else { panic!("a table") };
        assert!(matches!(entries[0].node.value, Value::Integer(None)));
        assert!(matches!(entries[1].node.value, Value::Float(Some(x)) if x.is_nan()));
        assert!(matches!(entries[2].node.value, Value::Integer(Some(1000))), "{:?}", entries[2]);
        assert!(matches!(entries[3].node.value, Value::Integer(Some(31))));
    }
}
