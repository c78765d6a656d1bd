//! What is still missing, with the same names for fields as the list of changes.

use serde::Serialize;
use serde_json::Value;

use super::at::join;
use super::value;
use crate::report::fields::{self, names};
use crate::report::gate;
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
        let fields = value(indsats);
        let mut search = Search { indsats, found: &mut found, way: Vec::new() };
        search.look(&fields, "");
    }
    found
}

/// A step on the way to a field. Most ways lead to nothing that is missing, so paths and names are
/// made at the end of the others only.
enum Step<'v> {
    /// Into an object, by its key.
    Key(&'v str),
    /// Into a list of that key.
    Item(&'v str, usize, &'v Value),
}

impl Step<'_> {
    fn name(&self) -> String {
        match *self {
            Self::Key(key) => fields::label(key).to_owned(),
            Self::Item(list, i, item @ Value::Object(_)) => names::of_item(list, item, i),
            Self::Item("celler" | "vaerdier" | "tal", i, _) => format!("nr. {}", i + 1),
            Self::Item(..) => String::new(),
        }
    }
}

struct Search<'a, 'v> {
    indsats: &'a Indsats,
    found: &'a mut Vec<Missing>,
    way: Vec<Step<'v>>,
}

impl<'v> Search<'_, 'v> {
    fn look(&mut self, v: &'v Value, key: &'v str) {
        match v {
            Value::Object(map) => {
                if let Some(to_fill_in) = map.get("tilstand").and_then(state) {
                    self.take(map.get("skylder").and_then(Value::as_str), to_fill_in);
                    return;
                }
                for (key, inner) in map {
                    self.step(Step::Key(key), inner, key);
                }
            }
            Value::Array(items) => {
                for (i, inner) in items.iter().enumerate() {
                    self.step(Step::Item(key, i, inner), inner, key);
                }
            }
            Value::String(_) => {
                if let Some(to_fill_in) = state(v).filter(|_| self.holds_values(key)) {
                    self.take(None, to_fill_in);
                }
            }
            _ => {}
        }
    }

    fn step(&mut self, step: Step<'v>, v: &'v Value, key: &'v str) {
        self.way.push(step);
        self.look(v, key);
        self.way.pop();
    }

    /// Whether a word here is a value's state and not just a word.
    fn holds_values(&self, key: &str) -> bool {
        matches!(key, "celler" | "vaerdier" | "tal" | "beloeb")
            || self.way.iter().any(|step| matches!(step, Step::Key("felter")))
            || self.way.windows(2).any(|w| matches!(w, [Step::Key("vaerdier"), Step::Key(_)]))
    }

    fn take(&mut self, owes: Option<&str>, to_fill_in: bool) {
        let path = self.way.iter().fold(String::new(), |path, step| match step {
            Step::Key(key) => join(&path, key),
            Step::Item(_, i, _) => format!("{path}[{i}]"),
        });
        let names: Vec<String> = self.way.iter().map(Step::name).collect();
        let first = gate::owner(self.indsats).clone();
        self.found.push(Missing {
            indsats: self.indsats.id.clone(),
            name: self.indsats.kort_navn.clone().unwrap_or_else(|| self.indsats.navn.clone()),
            forvaltning: owes.map_or(first, str::to_owned),
            field: path,
            label: names::joined(&names),
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
