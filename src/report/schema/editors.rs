//! What editors need so that they complete, explain and check the data files: a schema a kind of file,
//! and settings for VS Code (Even Better TOML) and taplo.

use serde_json::{Map, Value, json};

use super::{DataFile, say_in, schema, settings};
use crate::report::fields::label;
use crate::words::Language;

/// Folder of the schemas, beside `data/`.
pub const FOLDER: &str = ".sats";

/// A file for editors: its name below the folder that holds `data/`, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorFile {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
    /// Whether one of that name may be the user's own, which is left as it is.
    pub shared: bool,
}

/// All files for editors.
#[must_use]
pub fn files(language: Language) -> Vec<EditorFile> {
    let own = |name: String, text: String| EditorFile { name, text, shared: false };
    let mut files: Vec<EditorFile> = DataFile::ALL
        .iter()
        .map(|file| {
            let text = format!("{:#}\n", for_editors(*file, language));
            own(format!("{FOLDER}/{}", file.schema_name()), text)
        })
        .collect();
    let of_settings = format!("{:#}\n", settings::schema());
    files.push(own(format!("{FOLDER}/{}", settings::SCHEMA), of_settings));
    files.push(EditorFile { name: ".taplo.toml".to_owned(), text: taplo(), shared: true });
    let settings = format!("{:#}\n", vscode());
    files.push(EditorFile {
        name: ".vscode/settings.json".to_owned(),
        text: settings,
        shared: true,
    });
    files
}

/// The schema of a kind of file in the form that editors tell mistakes best by: a block's kind is
/// looked at first, then the block is held against that kind alone.
#[must_use]
pub fn for_editors(file: DataFile, language: Language) -> Value {
    let mut value = schema(file);
    walk(&mut value);
    say_in(&mut value, language);
    value
}

fn walk(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(told) = by_kind(map) {
                *map = told;
            }
            if let Some(Value::Object(properties)) = map.get_mut("properties") {
                for (key, property) in properties {
                    let name = label(key);
                    if let Some(property) = property.as_object_mut().filter(|_| !name.is_empty()) {
                        property.entry("title").or_insert_with(|| name.into());
                    }
                }
            }
            map.values_mut().for_each(walk);
        }
        Value::Array(items) => items.iter_mut().for_each(walk),
        _ => {}
    }
}

/// `oneOf` of tables that a key tells apart, as one `if` and `then` a kind.
fn by_kind(map: &Map<String, Value>) -> Option<Map<String, Value>> {
    let variants = map.get("oneOf")?.as_array()?;
    let kinds: Option<Vec<&Value>> =
        variants.iter().map(|v| v.pointer("/properties/slags/const")).collect();
    let kinds = kinds.filter(|kinds| kinds.len() > 1)?;
    let rules: Vec<Value> = kinds
        .iter()
        .zip(variants)
        .map(|(kind, variant)| {
            json!({
                "if": { "properties": { "slags": { "const": kind } }, "required": ["slags"] },
                "then": variant,
            })
        })
        .collect();
    let mut told = map.clone();
    told.remove("oneOf");
    told.insert("type".to_owned(), "object".into());
    told.insert("required".to_owned(), json!(["slags"]));
    told.insert(
        "properties".to_owned(),
        json!({ "slags": { "enum": kinds, "description": "Blokkens slags." } }),
    );
    told.insert("allOf".to_owned(), rules.into());
    Some(told)
}

fn taplo() -> String {
    let mut text =
        "# Skrevet af `sats schema --out`: skemaer til datafilerne, for taplo og VS Code.\n"
            .to_owned();
    for file in DataFile::ALL {
        text.push_str(&format!(
            "\n[[rule]]\ninclude = [\"data/*/{pattern}\", \"**/data/*/{pattern}\"]\n\
             schema = {{ path = \"{FOLDER}/{name}\", enabled = true }}\n",
            pattern = file.pattern(),
            name = file.schema_name(),
        ));
    }
    text.push_str(&format!(
        "\n[[rule]]\ninclude = [\"{file}\", \"**/{file}\"]\n\
         schema = {{ path = \"{FOLDER}/{name}\", enabled = true }}\n",
        file = settings::FILE,
        name = settings::SCHEMA,
    ));
    text
}

fn vscode() -> Value {
    let mut associations = Map::new();
    for file in DataFile::ALL {
        let pattern = file.pattern().replace('.', "\\.").replace('*', "[^/]+");
        let schema = format!("./{FOLDER}/{}", file.schema_name());
        associations.insert(format!("^.*/data/[0-9]+/{pattern}$"), schema.into());
    }
    let own = format!("./{FOLDER}/{}", settings::SCHEMA);
    associations.insert("^.*/sats\\.toml$".to_owned(), own.into());
    json!({
        "evenBetterToml.schema.enabled": true,
        "evenBetterToml.schema.associations": associations,
        "files.encoding": "utf8",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_held_against_its_own_kind() {
        let schema = for_editors(DataFile::Indsats, Language::English);
        let blok = schema.pointer("/$defs/Blok").expect("blocks");
        assert!(blok.get("oneOf").is_none());
        let kinds =
            blok.pointer("/properties/slags/enum").and_then(Value::as_array).expect("kinds");
        assert_eq!(kinds.len(), blok["allOf"].as_array().expect("rules").len());
        assert!(kinds.iter().any(|k| k == "citat"));
    }

    #[test]
    fn every_kind_of_file_has_its_schema_and_its_settings() {
        let files = files(Language::Danish);
        let text = |name: &str| files.iter().find(|f| f.name == name).map(|f| f.text.as_str());
        let taplo: toml::Table = text(".taplo.toml").expect("made").parse().expect("TOML");
        assert_eq!(taplo["rule"].as_array().map(Vec::len), Some(DataFile::ALL.len() + 1));
        assert!(text(".vscode/settings.json").expect("made").contains("evenBetterToml"));
        assert!(text(".sats/indsats.schema.json").expect("made").contains("målgruppe"));
    }
}
