//! Every string of the report with its file and field, names, labels and settings too.

use serde_json::Value;

use crate::report::load;
use crate::report::model::Report;

/// A string of the data: its file, its field, its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// File, as the loader names it.
    pub file: String,
    /// Field: `blok[3].raekker[0].navn`.
    pub field: String,
    /// As written.
    pub words: String,
}

/// Every string of the report, in the order of the files. The model's serialised form names the
/// fields as the files do.
#[must_use]
pub fn strings(report: &Report) -> Vec<Words> {
    let mut texts = Vec::new();
    let mut add = |file: &str, root: &str, value: serde_json::Result<Value>| {
        // The model has nothing that JSON could not hold.
        if let Ok(value) = value {
            collect(file, root.to_owned(), value, &mut texts);
        }
    };
    add(load::RAPPORT_FILE, "", serde_json::to_value(&report.rapport));
    add(load::FORVALTNINGER_FILE, "forvaltning", serde_json::to_value(&report.forvaltninger));
    add(load::FAGPRINCIPPER_FILE, "fagprincip", serde_json::to_value(&report.fagprincipper));
    add(load::BYDELE_FILE, "bydel", serde_json::to_value(&report.bydele));
    add(load::ORDLISTE_FILE, "", serde_json::to_value(&report.ordliste));
    for indsats in &report.indsatser {
        add(&load::indsats_file(&indsats.id), "", serde_json::to_value(indsats));
    }
    texts
}

fn collect(file: &str, field: String, value: Value, texts: &mut Vec<Words>) {
    match value {
        Value::String(words) => texts.push(Words { file: file.to_owned(), field, words }),
        Value::Array(values) => {
            for (i, value) in values.into_iter().enumerate() {
                collect(file, format!("{field}[{i}]"), value, texts);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                let field = if field.is_empty() { key } else { format!("{field}.{key}") };
                collect(file, field, value, texts);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
