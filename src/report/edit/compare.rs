//! What a change comes to: the content after it, and the smallest parts to write.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use toml::Value;

use super::Action;
use crate::report::load::{FieldPath, Step};

/// Bytes of the hash that a mark shows.
const MARK: usize = 8;

/// The mark of a value, for the question whether it is still the one that somebody saw. Numbers
/// that are equal and texts that differ in line ends only have the same mark.
#[must_use]
pub fn seen(value: Option<&Value>) -> String {
    let mut said = String::new();
    if let Some(value) = value {
        canonical(value, &mut said);
    }
    let mut mark = String::with_capacity(2 * MARK);
    for byte in Sha256::digest(said.as_bytes()).iter().take(MARK) {
        let _ = write!(mark, "{byte:02x}");
    }
    mark
}

fn canonical(value: &Value, out: &mut String) {
    match value {
        Value::String(s) => {
            let s = s.replace("\r\n", "\n");
            let _ = write!(out, "s{}:{s}", s.len());
        }
        Value::Integer(n) => {
            let _ = write!(out, "n{n};");
        }
        // 5.0 is written 5: as a number it is the same.
        Value::Float(x) => {
            let _ = write!(out, "n{x};");
        }
        Value::Boolean(yes) => {
            let _ = write!(out, "b{yes};");
        }
        Value::Datetime(date) => {
            let _ = write!(out, "d{date};");
        }
        Value::Array(items) => {
            let _ = write!(out, "a{}:", items.len());
            items.iter().for_each(|item| canonical(item, out));
        }
        Value::Table(table) => {
            let _ = write!(out, "t{}:", table.len());
            let mut entries: Vec<_> = table.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            for (key, value) in entries {
                let _ = write!(out, "k{}:{key}", key.len());
                canonical(value, out);
            }
        }
    }
}

/// Makes the change in the content. False where there is no such field.
pub(super) fn apply(root: &mut Value, field: &FieldPath, action: &Action) -> bool {
    match action {
        Action::Set(new) => match at_mut(root, field) {
            Some(slot) => {
                *slot = new.clone();
                true
            }
            None => match parent(root, field) {
                Some((Value::Table(table), Step::Key(key))) => {
                    table.insert(key, new.clone());
                    true
                }
                _ => false,
            },
        },
        Action::Remove => match parent(root, field) {
            Some((Value::Table(table), Step::Key(key))) => table.remove(&key).is_some(),
            Some((Value::Array(items), Step::Index(i))) if i < items.len() => {
                items.remove(i);
                true
            }
            _ => false,
        },
        Action::Insert(at, new) => match at_mut(root, field) {
            Some(Value::Array(items)) if *at <= items.len() => {
                items.insert(*at, new.clone());
                true
            }
            Some(_) => false,
            None if *at == 0 => {
                let list = Value::Array(vec![new.clone()]);
                apply(root, field, &Action::Set(list))
            }
            None => false,
        },
        Action::Move(from, to) => match at_mut(root, field) {
            Some(Value::Array(items)) if *from < items.len() && *to < items.len() => {
                let item = items.remove(*from);
                items.insert(*to, item);
                true
            }
            _ => false,
        },
    }
}

fn at_mut<'v>(root: &'v mut Value, field: &FieldPath) -> Option<&'v mut Value> {
    field.0.iter().try_fold(root, |value, step| match (step, value) {
        (Step::Key(key), Value::Table(table)) => table.get_mut(key),
        (Step::Index(i), Value::Array(items)) => items.get_mut(*i),
        _ => None,
    })
}

fn parent<'v>(root: &'v mut Value, field: &FieldPath) -> Option<(&'v mut Value, Step)> {
    let (last, before) = field.0.split_last()?;
    Some((at_mut(root, &FieldPath(before.to_vec()))?, last.clone()))
}

/// The smallest changes that a change is made of, in an order in which the paths of each hold when
/// those before it are done.
pub(super) fn parts(
    old: Option<&Value>,
    field: &FieldPath,
    action: &Action,
) -> Vec<(FieldPath, Action)> {
    let mut parts = Vec::new();
    match (action, old) {
        (Action::Set(new), Some(old)) => differences(old, new, field, &mut parts),
        (Action::Insert(0, new), None) => {
            let list = Value::Array(vec![new.clone()]);
            parts.push((field.clone(), Action::Set(list)));
        }
        _ => parts.push((field.clone(), action.clone())),
    }
    parts
}

fn differences(old: &Value, new: &Value, field: &FieldPath, parts: &mut Vec<(FieldPath, Action)>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Value::Table(a), Value::Table(b)) => {
            for (key, new) in b {
                match a.get(key) {
                    Some(old) => differences(old, new, &field.key(key), parts),
                    None => parts.push((field.key(key), Action::Set(new.clone()))),
                }
            }
            for key in a.keys().filter(|key| !b.contains_key(*key)) {
                parts.push((field.key(key), Action::Remove));
            }
        }
        (Value::Array(a), Value::Array(b)) if !a.is_empty() && !b.is_empty() => {
            let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
            let tail = |n: usize| {
                let rest = a.iter().rev().zip(b.iter().rev()).take(n);
                rest.take_while(|(x, y)| x == y).count()
            };
            let tail = tail(a.len().min(b.len()) - head);
            let (gone, come) = (a.len() - head - tail, b.len() - head - tail);
            for i in head..head + gone.min(come) {
                if let (Some(old), Some(new)) = (a.get(i), b.get(i)) {
                    differences(old, new, &field.index(i), parts);
                }
            }
            for i in (head + come..head + gone).rev() {
                parts.push((field.index(i), Action::Remove));
            }
            for i in head + gone..head + come {
                if let Some(new) = b.get(i) {
                    parts.push((field.clone(), Action::Insert(i, new.clone())));
                }
            }
        }
        _ => parts.push((field.clone(), Action::Set(new.clone()))),
    }
}
