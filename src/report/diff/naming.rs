//! The names of fields and items, for others who speak of fields to people.

use serde_json::Value;

use super::items;
use crate::report::fields::{self, names as named};
use crate::report::load::{FieldPath, Step};

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
                names.push(fields::label(key).to_owned());
                now = now.and_then(|v| v.get(key));
                list = key;
            }
            Step::Index(i) => {
                now = now.and_then(|v| v.get(i));
                names.push(match now {
                    Some(item @ Value::Object(_)) => named::of_item(list, item, *i),
                    _ => (i + 1).to_string(),
                });
            }
        }
    }
    named::joined(&names)
}
