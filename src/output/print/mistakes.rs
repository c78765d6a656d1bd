//! Everything that is wrong with a printer's profile, told at once.

use std::ops::Range;

use serde_json::Value;
use toml::Table;

use super::printer::{key_range, schema, template};
use super::profile::{Profile, wrong};
use crate::text;
use crate::words::{Text, toml_fault};

/// One thing that is wrong.
pub(super) struct Mistake {
    pub(super) words: Text,
    pub(super) hint: Option<Text>,
    /// Where, in the text; empty where something is missing.
    pub(super) range: Range<usize>,
    pub(super) field: Option<String>,
}

/// The profile that a text says, with all that is wrong in it: what is wrong or missing is as in a
/// new profile. None where it is no TOML.
pub(super) fn read(text: &str) -> (Option<Profile>, Vec<Mistake>) {
    let of = |err: &toml::de::Error, range: Range<usize>, field: Option<String>| {
        let (words, hint) = toml_fault(text, err);
        Mistake { words, hint, range, field }
    };
    let (own, mut sound) = match (text.parse::<Table>(), template("").parse::<Table>()) {
        (Ok(own), Ok(sound)) => (own, sound),
        (Err(err), _) | (_, Err(err)) => {
            let range = err.span().unwrap_or_default();
            return (None, vec![of(&err, range, None)]);
        }
    };
    // A checksum is of its own file.
    if let Some(toml::Value::Table(ink)) = sound.get_mut("farve") {
        ink.remove("sha256");
    }
    let mut mistakes = Vec::new();
    for (path, value) in leaves(&own, &sound) {
        let mut tried = sound.clone();
        set(&mut tried, &path, value);
        match tried.clone().try_into::<Profile>() {
            Ok(_) => sound = tried,
            Err(err) => {
                let key = path.last().map(String::as_str).unwrap_or_default();
                let mut range = key_range(text, key);
                if err.message().starts_with("unknown field") {
                    range.end = range.end.min(range.start + key.len());
                }
                mistakes.push(of(&err, range, Some(path.join("."))));
            }
        }
    }
    let missing = missing(&own);
    if !missing.is_empty() {
        let words = text!("printer-missing", keys = missing.join(", "));
        let hint = Some(text!("printer-missing-hint"));
        mistakes.push(Mistake { words, hint, range: 0..0, field: None });
    }
    let profile = if mistakes.is_empty() { toml::from_str(text) } else { sound.try_into() };
    let Ok(profile) = profile else { return (None, mistakes) };
    mistakes.extend(wrong(&profile).into_iter().map(|(key, words)| Mistake {
        words,
        hint: None,
        range: key_range(text, key),
        field: Some(key.to_owned()),
    }));
    (Some(profile), mistakes)
}

/// All values with their keys; of a table that a profile has too, each by itself.
fn leaves(own: &Table, sound: &Table) -> Vec<(Vec<String>, toml::Value)> {
    let mut all = Vec::new();
    for (key, value) in own {
        match (value, sound.get(key)) {
            (toml::Value::Table(inner), Some(toml::Value::Table(sound))) => {
                for (mut path, value) in leaves(inner, sound) {
                    path.insert(0, key.clone());
                    all.push((path, value));
                }
            }
            _ => all.push((vec![key.clone()], value.clone())),
        }
    }
    all
}

fn set(table: &mut Table, path: &[String], value: toml::Value) {
    match path {
        [key] => drop(table.insert(key.clone(), value)),
        [key, rest @ ..] => {
            if let Some(toml::Value::Table(inner)) = table.get_mut(key) {
                set(inner, rest, value);
            }
        }
        [] => {}
    }
}

/// The keys that a profile must have and this one has not: serde would tell of the first alone.
fn missing(own: &Table) -> Vec<String> {
    let schema = schema();
    let mut missing = Vec::new();
    lacking(&schema, &schema, &toml::Value::Table(own.clone()), "", &mut missing);
    missing
}

fn lacking(
    root: &Value,
    schema: &Value,
    value: &toml::Value,
    path: &str,
    missing: &mut Vec<String>,
) {
    let named = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix("#"));
    let schema = named.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema);
    let Some(table) = value.as_table() else { return };
    let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    let required = schema.get("required").and_then(Value::as_array);
    for key in required.into_iter().flatten().filter_map(Value::as_str) {
        if !table.contains_key(key) {
            missing.push(join(key));
        }
    }
    for (key, value) in table {
        if let Some(inner) = schema.get("properties").and_then(|all| all.get(key)) {
            lacking(root, inner, value, &join(key), missing);
        }
    }
}
