//! The report as TOML in one form, written from the model: what is attached to the published file.
//!
//! The same keys as the data files, so that the folder builds again; without comments, accepted
//! findings and marks of the editor's. A withheld value has no number in the model, so none is here.
//! The same report gives the same bytes.

use rayon::prelude::*;
use serde::Serialize;
use serde_json::{Value, json};

use super::load::{
    BYDELE_FILE, FAGPRINCIPPER_FILE, FORVALTNINGER_FILE, ORDLISTE_FILE, RAPPORT_FILE, indsats_file,
};
use super::model::{Ordliste, Report};

/// Keys that are the editor's, and no part of what is published.
const OWN: [&str; 4] = ["id", "accepteret", "skrivemaade", super::carried::KEY];

/// The report's files: name below the data folder, and text.
#[must_use]
pub fn files(report: &Report) -> Vec<(String, String)> {
    let list = |key: &str, items: Value| -> Value { json!({ key: items }) };
    let mut files = vec![
        (RAPPORT_FILE.to_owned(), value(&report.rapport)),
        (FORVALTNINGER_FILE.to_owned(), list("forvaltning", value(&report.forvaltninger))),
        (FAGPRINCIPPER_FILE.to_owned(), list("fagprincip", value(&report.fagprincipper))),
        (BYDELE_FILE.to_owned(), bydele(report)),
    ];
    if report.ordliste != Ordliste::default() {
        files.push((ORDLISTE_FILE.to_owned(), value(&report.ordliste)));
    }
    files.extend(report.indsatser.iter().map(|i| (indsats_file(&i.id), value(i))));
    files.into_par_iter().map(|(name, value)| (name, text(&value))).collect()
}

/// Bydele, and the enklaver that stand in the same file; no key for those where there is none.
fn bydele(report: &Report) -> Value {
    let mut bydele = json!({ "bydel": value(&report.bydele), "enklave": value(&report.enklaver) });
    clean(&mut bydele);
    bydele
}

/// A part of the model as a tree, cleaned.
fn value(part: &impl Serialize) -> Value {
    // The model has nothing that JSON could not hold.
    let mut value = serde_json::to_value(part).unwrap_or_default();
    if let Value::Object(root) = &mut value {
        for key in OWN {
            root.shift_remove(key);
        }
    }
    clean(&mut value);
    value
}

/// Takes out what says nothing: no value, an empty list.
fn clean(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|_, v| !v.is_null() && v.as_array().is_none_or(|list| !list.is_empty()));
            map.values_mut().for_each(clean);
        }
        Value::Array(list) => list.iter_mut().for_each(clean),
        _ => {}
    }
}

fn text(value: &Value) -> String {
    // What serialises as JSON without null serialises as TOML.
    toml::to_string_pretty(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::load::load;

    #[test]
    fn the_folder_builds_again_to_the_same_report_and_has_no_comment() {
        let report = load(std::path::Path::new("tests/fixtures/2024")).report.expect("2024 loads");
        let files = files(&report);
        let dir = tempfile::tempdir().expect("a folder");
        let dir = dir.path().join("2024");
        for (name, text) in &files {
            assert!(!text.is_empty(), "{name}");
            let path = dir.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, text).expect("written");
        }
        let again = load(&dir);
        assert!(!again.has_errors(), "{:#?}", again.findings);
        let again = again.report.expect("it loads");
        let mut bare = (*report).clone();
        bare.rapport.accepteret.clear();
        bare.indsatser.iter_mut().for_each(|i| i.accepteret.clear());
        assert_eq!(bare, *again);
        assert_eq!(files, super::files(&again), "the form is settled");
        let comment = |line: &str| line.trim_start().starts_with('#');
        assert!(!files.iter().any(|(_, text)| text.lines().any(comment)));
    }
}
