//! A file's tree against its shape: every mistake at once, each with its place.

use std::ops::Range;

use super::RAPPORT_FILE;
use super::near::{meant_word, nearest};
use super::path::FieldPath;
use super::shape::{Key, Shape, quoted};
use super::text as signs;
use super::tree::{Entry, Node, Value};
use super::words::{absent, between, meant_number, shown, since};
use crate::finding::Code;
use crate::finding::{Finding, Place};
use crate::report::codes;
use crate::report::danish::Dato;
use crate::report::model::Tom;
use crate::text;
use crate::words::Text;

/// What somebody writes who wants a report in another language.
const LANGUAGE: [&str; 3] = ["sprog", "language", "lang"];

pub(super) struct Validator<'a> {
    file: &'a str,
    /// Names of the fields at the top of the file.
    top: Vec<&'a str>,
    found: Vec<Finding>,
}

/// A field while it is looked at: its path, and the key that led to it.
struct Field<'a> {
    path: FieldPath,
    key: Option<&'a Key>,
}

/// Everything that is wrong with the form of a file.
pub(super) fn validate(file: &str, tree: &Node, shape: &Shape) -> Vec<Finding> {
    let top = match shape {
        Shape::Table(keys) => keys.iter().map(|key| key.name.as_str()).collect(),
        _ => Vec::new(),
    };
    let mut validator = Validator { file, top, found: Vec::new() };
    validator.check(tree, shape, &Field { path: FieldPath::default(), key: None });
    validator.found
}

impl Validator<'_> {
    fn tell(
        &mut self,
        code: Code,
        span: &Range<usize>,
        path: &FieldPath,
        words: Text,
        hint: Option<Text>,
    ) {
        let field = path.to_string();
        let place = Place {
            file: self.file.to_owned(),
            range: span.clone(),
            field: (!field.is_empty()).then_some(field),
        };
        let mut finding = Finding::error(code.code, words).at(place);
        finding.hints.extend(hint);
        self.found.push(finding);
    }

    fn check(&mut self, node: &Node, shape: &Shape, field: &Field<'_>) {
        match (shape, &node.value) {
            (Shape::Union(options), _) => self.union(node, shape, options, field),
            (Shape::Table(keys), Value::Table(entries)) => self.table(node, keys, entries, field),
            (Shape::Tagged { tag, variants }, Value::Table(entries)) => {
                self.tagged(node, tag, variants, entries, field);
            }
            (Shape::Map(item), Value::Table(entries)) => self.map(node, item, entries, field),
            (Shape::Array { item, length }, Value::Array(items)) => {
                self.array(node, item, *length, items, field);
            }
            (Shape::String, Value::String(s)) => self.string(node, s, field),
            (Shape::Words(words), Value::String(s)) => self.word(node, words, s, field),
            (Shape::Any, _) => self.any(node, field),
            (Shape::Boolean, Value::Boolean) => {}
            (Shape::Integer { min, max }, Value::Integer(n)) => {
                let n = n.filter(|n| (*min..=*max).contains(n));
                if n.is_none() {
                    self.range(node, between(Some(*min as f64), Some(*max as f64)), field);
                }
            }
            (Shape::Number { .. }, Value::Integer(None)) => {
                self.range(node, text!("load-smaller"), field);
            }
            (Shape::Number { min, max }, Value::Integer(Some(n))) => {
                self.number(node, *n as f64, (*min, *max), field);
            }
            (Shape::Number { min, max }, Value::Float(x)) => {
                self.number(node, x.unwrap_or(f64::NAN), (*min, *max), field);
            }
            _ => self.wrong(node, shape, field),
        }
    }

    fn table(&mut self, node: &Node, keys: &[Key], entries: &[Entry], field: &Field<'_>) {
        let mut meant: Vec<&str> = Vec::new();
        for entry in entries {
            let path = field.path.key(&entry.key);
            match keys.iter().find(|k| k.name == entry.key) {
                Some(key) => {
                    self.check(
                        &entry.node,
                        &key.shape,
                        &Field { path: path.clone(), key: Some(key) },
                    );
                    if key.required {
                        self.filled(&entry.node, &Field { path, key: Some(key) }, &key.shape);
                    }
                }
                None => meant.extend(self.unknown_key(keys, entries, entry, &path)),
            }
        }
        for key in keys.iter().filter(|k| k.required) {
            let there = entries.iter().any(|e| e.key == key.name);
            // A misspelt key is one mistake, not two.
            if there || meant.contains(&key.name.as_str()) {
                continue;
            }
            let words = text!("load-missing-key", key = &key.name);
            self.tell(codes::MISSING_KEY, &node.span, &field.path, words, absent(key));
        }
    }

    fn unknown_key<'k>(
        &mut self,
        keys: &'k [Key],
        entries: &[Entry],
        entry: &Entry,
        path: &FieldPath,
    ) -> Option<&'k str> {
        let free = |k: &&Key| !entries.iter().any(|e| e.key == k.name);
        let names = keys.iter().filter(free).map(|k| k.name.as_str());
        let near = nearest(&entry.key, names);
        let words = text!("load-unknown-key", key = shown(&entry.key));
        let is_language = LANGUAGE.contains(&entry.key.as_str()) && self.file == RAPPORT_FILE;
        let hint = match near {
            _ if is_language => text!("load-danish-only"),
            Some(near) => text!("load-near", near = near),
            None if self.top.contains(&entry.key.as_str()) => {
                text!("load-belongs-above", key = &entry.key)
            }
            None => text!("load-known-keys", keys = Text::list(keys.iter().map(|k| &k.name))),
        };
        self.tell(codes::UNKNOWN_KEY, &entry.key_span, path, words, Some(hint));
        near
    }

    /// A required text has words, a required list has items.
    fn filled(&mut self, node: &Node, field: &Field<'_>, shape: &Shape) {
        let path = &field.path;
        match &node.value {
            Value::String(s) if s.trim().is_empty() => {
                let words = text!("load-empty-text", field = path.to_string());
                self.tell(codes::EMPTY_TEXT, &node.span, path, words, Self::example(field));
            }
            Value::Array(items) if items.is_empty() && matches!(shape, Shape::Array { .. }) => {
                let words = text!("load-empty-list", field = path.to_string());
                let hint = text!("load-empty-list-hint");
                self.tell(codes::WRONG_LENGTH, &node.span, path, words, Some(hint));
            }
            _ => {}
        }
    }

    fn tagged(
        &mut self,
        node: &Node,
        tag: &str,
        variants: &[(String, Vec<Key>)],
        entries: &[Entry],
        field: &Field<'_>,
    ) {
        let names: Vec<String> = variants.iter().map(|(name, _)| name.clone()).collect();
        let Some(entry) = entries.iter().find(|e| e.key == tag) else {
            let words = text!("load-missing-key", key = tag);
            let hint = text!("load-kinds", words = quoted(&names));
            self.tell(codes::MISSING_KEY, &node.span, &field.path, words, Some(hint));
            return;
        };
        let path = field.path.key(tag);
        let Value::String(name) = &entry.node.value else {
            self.wrong(&entry.node, &Shape::Words(names), &Field { path, key: None });
            return;
        };
        match variants.iter().find(|(n, _)| n == name) {
            Some((_, keys)) => self.table(node, keys, entries, field),
            None => {
                let words = text!("load-unknown-kind", key = tag, word = shown(name));
                let hint = match meant_word(name, &names) {
                    Some(near) => text!("load-near-word", near = near, words = quoted(&names)),
                    None => text!("load-kinds", words = quoted(&names)),
                };
                self.tell(codes::UNKNOWN_WORD, &entry.node.span, &path, words, Some(hint));
            }
        }
    }

    fn map(&mut self, node: &Node, item: &Shape, entries: &[Entry], field: &Field<'_>) {
        if entries.is_empty() && field.key.is_some_and(|k| k.required) {
            let words = text!("load-empty-list", field = field.path.to_string());
            self.tell(codes::WRONG_LENGTH, &node.span, &field.path, words, Self::example(field));
        }
        for entry in entries {
            let path = field.path.key(&entry.key);
            self.found.extend(signs::signs(self.file, &entry.key, &entry.key_span, &path));
            self.check(&entry.node, item, &Field { path, key: field.key });
        }
    }

    fn array(
        &mut self,
        node: &Node,
        item: &Shape,
        length: Option<usize>,
        items: &[Node],
        field: &Field<'_>,
    ) {
        if let Some(wanted) = length.filter(|n| *n != items.len()) {
            let words = text!(
                "load-length",
                field = field.path.to_string(),
                n = items.len(),
                wanted = wanted,
            );
            let hint = Self::example(field);
            self.tell(codes::WRONG_LENGTH, &node.span, &field.path, words, hint);
        }
        for (i, node) in items.iter().enumerate() {
            self.check(node, item, &Field { path: field.path.index(i), key: None });
        }
    }

    /// A field with a name of its own: its signs and numbers must be such, and no state may have a
    /// number beside it.
    fn any(&mut self, node: &Node, field: &Field<'_>) {
        let whole = Shape::Number { min: None, max: None };
        match &node.value {
            Value::Table(entries) => {
                let is_value = entries.iter().any(|e| e.key == "tal");
                let sure = ["endelig", "foreloebig", "anslaaet"].map(str::to_owned);
                for entry in entries {
                    let path = field.path.key(&entry.key);
                    self.found.extend(signs::signs(self.file, &entry.key, &entry.key_span, &path));
                    let inner = Field { path, key: None };
                    match &entry.node.value {
                        Value::String(s) if is_value && entry.key == "tilstand" => {
                            self.word(&entry.node, &sure, s, &inner);
                        }
                        _ => self.any(&entry.node, &inner),
                    }
                }
            }
            Value::Array(items) => {
                for (nr, item) in items.iter().enumerate() {
                    self.any(item, &Field { path: field.path.index(nr), key: None });
                }
            }
            Value::String(s) => self.string(node, s, field),
            Value::Integer(_) | Value::Float(_) => self.check(node, &whole, field),
            Value::Boolean => {}
            Value::Datetime => self.wrong(node, &Shape::Any, field),
        }
    }

    fn string(&mut self, node: &Node, s: &str, field: &Field<'_>) {
        self.found.extend(signs::signs(self.file, s, &node.span, &field.path));
    }

    fn word(&mut self, node: &Node, words: &[String], s: &str, field: &Field<'_>) {
        if words.iter().any(|w| w == s) {
            return;
        }
        if Tom::ORD.contains(&s) && words.iter().any(|w| w == "anslaaet") {
            let field_name = field.path.parent().to_string();
            let words = text!("number-and-state", field = field_name, state = s);
            let hint = text!("number-and-state-hint", state = s);
            self.tell(codes::NUMBER_AND_STATE, &node.span, &field.path, words, Some(hint));
            return;
        }
        let hint = match meant_word(s, words) {
            Some(near) => text!("load-near-word", near = near, words = quoted(words)),
            None => text!("load-known-words", words = quoted(words)),
        };
        let words = text!("load-unknown-word", field = field.path.to_string(), word = shown(s));
        self.tell(codes::UNKNOWN_WORD, &node.span, &field.path, words, Some(hint));
    }

    fn number(
        &mut self,
        node: &Node,
        x: f64,
        (min, max): (Option<f64>, Option<f64>),
        field: &Field<'_>,
    ) {
        if !x.is_finite() {
            let words = text!("load-not-a-number", field = field.path.to_string());
            let hint = text!("load-not-a-number-hint");
            self.tell(codes::NOT_A_NUMBER, &node.span, &field.path, words, Some(hint));
        } else if min.is_some_and(|m| x < m) || max.is_some_and(|m| x > m) {
            self.range(node, between(min, max), field);
        }
    }

    fn range(&mut self, node: &Node, allowed: Text, field: &Field<'_>) {
        let words = text!("load-range", field = field.path.to_string());
        let hint = text!("load-range-hint", allowed = allowed);
        self.tell(codes::OUT_OF_RANGE, &node.span, &field.path, words, Some(hint));
    }

    fn union(&mut self, node: &Node, whole: &Shape, options: &[Shape], field: &Field<'_>) {
        match options.iter().filter(|o| fits(o, node)).max_by_key(|o| score(o, node)) {
            Some(option) if is_bare_number(node, option, whole) => self.wrong(node, whole, field),
            Some(option) => self.check(node, option, field),
            None => self.wrong(node, whole, field),
        }
    }

    fn wrong(&mut self, node: &Node, shape: &Shape, field: &Field<'_>) {
        let path = field.path.to_string();
        let words = match &node.value {
            Value::String(s) => {
                text!(
                    "load-wrong-text",
                    field = path.as_str(),
                    text = shown(s),
                    want = shape.words()
                )
            }
            _ => text!("load-wrong", field = path.as_str(), is = node.kind(), want = shape.words()),
        };
        let bare = match &node.value {
            Value::String(s) if shape.takes_number() => meant_number(s),
            _ => None,
        };
        let since = match &node.value {
            Value::String(s) if path == "siden" => since(s),
            _ => None,
        };
        let bare = bare.map(|number| text!("load-number-alone", number = number));
        let hint = since.or(bare).or_else(|| Self::example(field));
        self.tell(codes::WRONG_TYPE, &node.span, &field.path, words, hint);
    }

    fn example(field: &Field<'_>) -> Option<Text> {
        let key = field.key?;
        let example = key.example.as_ref()?;
        let example = match key.shape {
            Shape::Map(_) => example.clone(),
            _ => format!("{} = {example}", key.name),
        };
        let date =
            key.example.as_deref().is_some_and(|e| Dato::read(e.trim_matches('"')).is_some());
        Some(match date {
            true => text!("load-date-quotes", example = example),
            false => text!("load-example", example = example),
        })
    }
}

/// Whether the kind of the value, not yet its content, is the option's.
fn fits(option: &Shape, node: &Node) -> bool {
    match node.value {
        Value::String(_) => matches!(option, Shape::String | Shape::Words(_)),
        Value::Integer(_) => matches!(option, Shape::Integer { .. } | Shape::Number { .. }),
        Value::Float(_) => matches!(option, Shape::Number { .. }),
        Value::Boolean => matches!(option, Shape::Boolean),
        Value::Table(_) => matches!(option, Shape::Table(_) | Shape::Map(_) | Shape::Tagged { .. }),
        Value::Array(_) => matches!(option, Shape::Array { .. }),
        Value::Datetime => false,
    }
}

/// How many of an option's keys the table has, so that the nearest of several tables is meant.
fn score(option: &Shape, node: &Node) -> usize {
    match (option, &node.value) {
        (Shape::Table(keys), Value::Table(entries)) => {
            entries.iter().filter(|e| keys.iter().any(|k| k.name == e.key)).count()
        }
        _ => 0,
    }
}

/// A string such as "272" where a number or a state may stand: a number was meant.
fn is_bare_number(node: &Node, option: &Shape, whole: &Shape) -> bool {
    match (&node.value, option) {
        (Value::String(s), Shape::Words(_)) => whole.takes_number() && meant_number(s).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
