//! The names of fields and items, for others who speak of fields to people.

use serde_json::Value;

use super::{items, labels};
use crate::report::load::{FieldPath, Step};

/// The Danish name of a key; empty for keys whose items carry the name themselves.
#[must_use]
pub fn key_name(key: &str) -> &str {
    labels::of_key(key)
}

/// What an item of a list is called, the list's key and the item's index known.
#[must_use]
pub fn item_name(list: &str, item: &Value, index: usize) -> String {
    labels::of_item(list, item, index)
}

/// Names joined, the first with a capital: `Brugere, Forløb 2021`.
#[must_use]
pub fn label(names: &[String]) -> String {
    labels::joined(names)
}

/// For each item of the new list, its index in the old one.
#[must_use]
pub fn old_indices(old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
    let mut found = vec![None; new.len()];
    for pair in items::pairs(old, new) {
        if let Some(slot) = pair.new.and_then(|new| found.get_mut(new)) {
            *slot = pair.old;
        }
    }
    found
}

/// The Danish name of a field of a file: `Brugere, Forløb 2021`. `root` is what the file says.
#[must_use]
pub fn field_label(root: &Value, field: &FieldPath) -> String {
    let mut names = Vec::new();
    let mut now = Some(root);
    let mut list = "";
    for step in &field.0 {
        match step {
            Step::Key(key) => {
                names.push(labels::of_key(key).to_owned());
                now = now.and_then(|v| v.get(key));
                list = key;
            }
            Step::Index(i) => {
                now = now.and_then(|v| v.get(i));
                names.push(match now {
                    Some(item @ Value::Object(_)) => labels::of_item(list, item, *i),
                    _ => (i + 1).to_string(),
                });
            }
        }
    }
    labels::joined(&names)
}
