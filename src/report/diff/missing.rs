//! What is still missing, with the same names for fields as the list of changes.

use serde::Serialize;
use serde_json::Value;

use super::at::join;
use super::{forvaltninger, labels, value};
use crate::report::model::{Indsats, Report};

/// A field whose value is missing or is still to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Id of the indsats.
    pub indsats: String,
    /// Its name, for people.
    pub name: String,
    /// Code of the forvaltning that owes it: the one named in the field, else the indsats' first.
    pub forvaltning: String,
    /// Path of the field in the indsats' file.
    pub field: String,
    /// The field in Danish.
    pub label: String,
    /// True where it is next year's value, false where it is lost.
    pub to_fill_in: bool,
}

/// Every missing field, in the order of the indsatser and their fields.
#[must_use]
pub fn missing(report: &Report) -> Vec<Missing> {
    let mut found = Vec::new();
    for indsats in &report.indsatser {
        let mut search = Search { indsats, found: &mut found, names: Vec::new() };
        search.look(&value(indsats), "", "");
    }
    found
}

struct Search<'a> {
    indsats: &'a Indsats,
    found: &'a mut Vec<Missing>,
    names: Vec<String>,
}

impl Search<'_> {
    fn look(&mut self, v: &Value, path: &str, key: &str) {
        match v {
            Value::Object(map) => {
                if let Some(to_fill_in) = map.get("tilstand").and_then(state) {
                    self.take(path, map.get("skylder").and_then(Value::as_str), to_fill_in);
                    return;
                }
                for (key, inner) in map {
                    self.step(labels::of_key(key).to_owned(), inner, &join(path, key), key);
                }
            }
            Value::Array(items) => {
                for (i, inner) in items.iter().enumerate() {
                    let name = match (inner, key) {
                        (Value::Object(_), _) => labels::of_item(key, inner, i),
                        (_, "celler" | "vaerdier" | "tal") => format!("nr. {}", i + 1),
                        _ => String::new(),
                    };
                    self.step(name, inner, &format!("{path}[{i}]"), key);
                }
            }
            Value::String(_) if holds_values(path, key) => {
                if let Some(to_fill_in) = state(v) {
                    self.take(path, None, to_fill_in);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, name: String, v: &Value, path: &str, key: &str) {
        self.names.push(name);
        self.look(v, path, key);
        self.names.pop();
    }

    fn take(&mut self, path: &str, owes: Option<&str>, to_fill_in: bool) {
        let first = forvaltninger(self.indsats).into_iter().next().unwrap_or_default();
        self.found.push(Missing {
            indsats: self.indsats.id.clone(),
            name: self.indsats.kort_navn.clone().unwrap_or_else(|| self.indsats.navn.clone()),
            forvaltning: owes.map_or(first, str::to_owned),
            field: path.to_owned(),
            label: labels::joined(&self.names),
            to_fill_in,
        });
    }
}

fn state(v: &Value) -> Option<bool> {
    match v.as_str()? {
        "mangler" => Some(false),
        "udfyldes" => Some(true),
        _ => None,
    }
}

/// Whether a word here is a value's state and not just a word.
fn holds_values(path: &str, key: &str) -> bool {
    matches!(key, "celler" | "vaerdier" | "tal" | "beloeb") || path.contains(".vaerdier.")
}
