//! Over the fields of an indsats: every value with its place, its label and what is known of it.

use serde_json::Value;

use super::{Field, Fields, Kind, names, of};
use crate::report::model::Indsats;
use crate::report::schema::DataFile;

/// A single value of an indsats.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Its path in the file: `brugere.serie[0].vaerdier.2023`.
    pub path: String,
    /// What people call it: `Brugere, Forløb 2023`.
    pub label: String,
    /// What is known of its field.
    pub field: &'static Field,
    /// Kind of the value itself: of a list or a map, that of its items.
    pub kind: &'static Kind,
    /// The value as it stands.
    pub value: Value,
}

/// Every value that an indsats has, in the model's order: words, numbers, states, yes and no.
#[must_use]
pub fn leaves(indsats: &Indsats) -> Vec<Leaf> {
    let mut walk = Walk { leaves: Vec::new(), names: Vec::new() };
    // The model has nothing that JSON could not hold.
    if let Ok(value) = serde_json::to_value(indsats) {
        walk.table("", of(DataFile::Indsats), &value);
    }
    walk.leaves
}

struct Walk {
    leaves: Vec<Leaf>,
    names: Vec<String>,
}

impl Walk {
    fn table(&mut self, path: &str, fields: &'static Fields, value: &Value) {
        let Value::Object(map) = value else { return };
        for field in &fields.0 {
            let Some(value) = map.get(&field.key) else { continue };
            let path = joined(path, &field.key);
            self.names.push(field.label.clone());
            self.value(path, (field, &field.kind), value);
            self.names.pop();
        }
    }

    fn value(
        &mut self,
        path: String,
        (field, kind): (&'static Field, &'static Kind),
        value: &Value,
    ) {
        match (kind, value) {
            (Kind::Table(fields), Value::Object(_)) => self.table(&path, fields, value),
            (Kind::List(item), Value::Array(items)) => {
                for (nr, value) in items.iter().enumerate() {
                    self.names.push(names::of_item(&field.key, value, nr));
                    self.value(format!("{path}[{nr}]"), (field, item), value);
                    self.names.pop();
                }
            }
            (Kind::Map(item), Value::Object(map)) => {
                for (key, value) in map {
                    self.names.push(key.clone());
                    self.value(joined(&path, key), (field, item), value);
                    self.names.pop();
                }
            }
            (Kind::Block(kinds), Value::Object(map)) => {
                let slags = map.get("slags").and_then(Value::as_str).unwrap_or_default();
                if let Some(fields) = kinds.get(slags) {
                    self.table(&path, fields, value);
                }
            }
            _ => self.leaves.push(Leaf {
                label: names::joined(&self.names),
                path,
                field,
                kind,
                value: value.clone(),
            }),
        }
    }
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fields::Yearly;

    #[test]
    fn every_value_has_a_path_and_a_label() {
        let loaded = crate::report::load::load(std::path::Path::new("tests/fixtures/2024"));
        let report = loaded.report.expect("the report of 2024 loads");
        let eki = report.indsatser.iter().find(|i| i.id == "eki").expect("eki");
        let leaves = leaves(eki);
        let at = |path: &str| leaves.iter().find(|leaf| leaf.path == path).expect("a leaf");
        let value = at("brugere.serie[0].vaerdier.2021");
        assert_eq!(value.label, "Brugere, Forløb 2021");
        assert_eq!(value.kind, &Kind::Value);
        assert_eq!(value.field.yearly, Some(Yearly::Value));
        assert_eq!(at("oekonomi.beloeb").label, "Økonomi, beløb");
        assert!(leaves.iter().any(|leaf| leaf.kind == &Kind::Cell || leaf.kind == &Kind::Prose));
    }
}
