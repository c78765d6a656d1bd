//! JSON Schema of the data files, for editors that complete and explain, and for the loader.
//!
//! Descriptions are the model's own documentation, in Danish by `danish.toml`; examples stand at the fields (`x-example`), those
//! of keys that are written alike everywhere in `examples.toml` beside this file.

mod blank;
pub mod editors;
pub mod settings;

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::model::{BydeleFil, FagprincipperFil, ForvaltningerFil, Indsats, Ordliste, Rapport};
use crate::words::Language;

/// A kind of data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFile {
    /// `rapport.toml`.
    Rapport,
    /// `forvaltninger.toml`.
    Forvaltninger,
    /// `fagprincipper.toml`.
    Fagprincipper,
    /// `bydele.toml`.
    Bydele,
    /// `ordliste.toml`.
    Ordliste,
    /// `indsatser/<id>.toml`.
    Indsats,
}

impl DataFile {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Rapport,
        Self::Forvaltninger,
        Self::Fagprincipper,
        Self::Bydele,
        Self::Ordliste,
        Self::Indsats,
    ];

    /// Which files below the data folder are of this kind, as a glob pattern.
    #[must_use]
    pub fn pattern(self) -> &'static str {
        match self {
            Self::Rapport => "rapport.toml",
            Self::Forvaltninger => "forvaltninger.toml",
            Self::Fagprincipper => "fagprincipper.toml",
            Self::Bydele => "bydele.toml",
            Self::Ordliste => "ordliste.toml",
            Self::Indsats => "indsatser/*.toml",
        }
    }

    /// The name of the schema file: `indsats.schema.json`.
    #[must_use]
    pub fn schema_name(self) -> &'static str {
        match self {
            Self::Rapport => "rapport.schema.json",
            Self::Forvaltninger => "forvaltninger.schema.json",
            Self::Fagprincipper => "fagprincipper.schema.json",
            Self::Bydele => "bydele.schema.json",
            Self::Ordliste => "ordliste.schema.json",
            Self::Indsats => "indsats.schema.json",
        }
    }
}

/// The schema of one kind of file.
#[must_use]
pub fn schema(file: DataFile) -> Value {
    let root = match file {
        DataFile::Rapport => schemars::schema_for!(Rapport),
        DataFile::Forvaltninger => schemars::schema_for!(ForvaltningerFil),
        DataFile::Fagprincipper => schemars::schema_for!(FagprincipperFil),
        DataFile::Bydele => schemars::schema_for!(BydeleFil),
        DataFile::Ordliste => schemars::schema_for!(Ordliste),
        DataFile::Indsats => schemars::schema_for!(Indsats),
    };
    let mut value = root.to_value();
    decorate(&mut value);
    value
}

/// The schema of every kind of file, by the pattern of the files that it is for.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    DataFile::ALL.map(|file| (file.pattern(), schema(file))).into()
}

/// All schemas in one object, by pattern, in the words of a language.
#[must_use]
pub fn json_schema(language: Language) -> Value {
    let mut all = Value::Object(schemas().into_iter().map(|(k, v)| (k.to_owned(), v)).collect());
    say_in(&mut all, language);
    all
}

static DANISH: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    toml::from_str(include_str!("danish.toml")).unwrap_or_default()
});

/// A description of the model in the words of a language.
#[must_use]
pub fn told(description: &str, language: Language) -> String {
    let danish = || DANISH.get(description).and_then(Value::as_str);
    let said = if language == Language::Danish { danish() } else { None };
    said.unwrap_or(description).to_owned()
}

/// Puts the descriptions in the words of a language; what the table lacks stays as it is.
fn say_in(value: &mut Value, language: Language) {
    match value {
        Value::Object(map) => {
            if let (Language::Danish, Some(Value::String(told))) =
                (language, map.get_mut("description"))
                && let Some(Value::String(danish)) = DANISH.get(told.as_str())
            {
                told.clone_from(danish);
            }
            map.values_mut().for_each(|value| say_in(value, language));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| say_in(value, language)),
        _ => {}
    }
}

/// The kind of block that a component of somebody's own layouts sets.
const OWN: &str = "eget";

/// Every kind of block that the program's own layouts set, with an example of one, in the model's
/// order.
#[must_use]
pub fn blocks() -> Vec<(String, toml::Table)> {
    let root = schema(DataFile::Indsats);
    let kinds = root.pointer("/$defs/Blok/oneOf").and_then(Value::as_array);
    let block = |kind: &Value| {
        let properties = kind.get("properties")?.as_object()?;
        let needed = kind.get("required")?.as_array()?;
        let mut table = toml::Table::new();
        for key in needed.iter().filter_map(Value::as_str) {
            let example = properties.get(key)?.get("examples")?.get(0)?;
            table.insert(key.to_owned(), toml::Value::try_from(example).ok()?);
        }
        let kind = table.get("slags")?.as_str()?.to_owned();
        (kind != OWN).then_some((kind, table))
    };
    kinds.into_iter().flatten().filter_map(block).collect()
}

/// Every kind of block with what it is.
#[must_use]
#[comemo::memoize]
pub fn told_blocks(language: Language) -> Vec<(String, String)> {
    let root = schema(DataFile::Indsats);
    let said = |kind: &str| {
        let description = described(&root, kind)?.get("description")?.as_str()?;
        Some(told(description, language))
    };
    let with = |(kind, _): (String, toml::Table)| {
        let said = said(&kind).unwrap_or_default();
        (kind, said)
    };
    blocks().into_iter().map(with).collect()
}

/// Fields of a block that it can do without, and without which it has nothing to show.
const VALUES: [&str; 3] = ["enhed", "kategorier", "serier"];

/// A block of a kind to begin with: it loads, its texts are missing and its numbers to be filled in. A
/// picture waits for its file.
#[must_use]
pub fn new_block(kind: &str) -> Option<toml::Table> {
    let mut table = block_with(kind, &VALUES)?;
    let root = schema(DataFile::Indsats);
    if described(&root, kind)?.pointer("/properties/fil").is_some() {
        table.insert("tilstand".to_owned(), "udfyldes".into());
    }
    Some(blank::blank(table))
}

/// An example of a kind of block to be pictured, with the file that a picture needs.
#[must_use]
pub fn shown_block(kind: &str) -> Option<toml::Table> {
    block_with(kind, &[&VALUES[..], &["fil"]].concat())
}

fn block_with(kind: &str, fields: &[&str]) -> Option<toml::Table> {
    let mut table = block(kind)?;
    let root = schema(DataFile::Indsats);
    let properties = described(&root, kind)?.get("properties")?.as_object()?;
    for key in fields {
        let example = properties.get(*key).and_then(|property| property.pointer("/examples/0"));
        if let Some(value) = example.and_then(|e| toml::Value::try_from(e).ok()) {
            table.insert((*key).to_owned(), value);
        }
    }
    Some(table)
}

/// The schema of a kind of block.
fn described<'a>(root: &'a Value, kind: &str) -> Option<&'a Value> {
    let all = root.pointer("/$defs/Blok/oneOf").and_then(Value::as_array)?;
    let said = |block: &Value| block.pointer("/properties/slags/const").cloned();
    all.iter().find(|block| said(block).is_some_and(|said| said == kind))
}

/// An example of a kind of block: what it cannot do without.
fn block(kind: &str) -> Option<toml::Table> {
    blocks().into_iter().find(|(name, _)| name == kind).map(|(_, table)| table)
}

static EXAMPLES: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    toml::from_str(include_str!("examples.toml")).unwrap_or_default()
});

/// Puts the examples in, drops null (TOML has none), and turns the documentation's line breaks
/// into spaces.
fn decorate(root: &mut Value) {
    table(root);
    let Some(defs) = root.get_mut("$defs").and_then(Value::as_object_mut) else { return };
    for (_, def) in defs {
        table(def);
        let Some(variants) = def.get_mut("oneOf").and_then(Value::as_array_mut) else { continue };
        for variant in variants {
            table(variant);
        }
    }
}

fn table(schema: &mut Value) {
    plain_words(schema);
    for list in ["oneOf", "anyOf"] {
        let options = schema.get_mut(list).and_then(Value::as_array_mut);
        options.into_iter().flatten().for_each(plain_words);
    }
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    for (key, property) in properties {
        plain_words(property);
        without_null(property);
        let word = property.get("const").cloned();
        let own = property.get("x-example").and_then(Value::as_str).and_then(example);
        let usual = || EXAMPLES.get("alle")?.as_object()?.get(key).cloned();
        let example = own.or_else(usual).or_else(|| word.clone());
        if let (Some(example), Some(object)) = (example, property.as_object_mut()) {
            object.remove("x-example");
            object.insert("examples".to_owned(), Value::Array(vec![example]));
        }
        if word.is_some()
            && let Some(object) = property.as_object_mut()
        {
            object.insert("description".to_owned(), "Kind of the block.".into());
        }
    }
}

/// A value as the model writes it, in TOML.
fn example(toml: &str) -> Option<Value> {
    let table: Map<String, Value> = toml::from_str(&format!("x = {toml}")).ok()?;
    table.into_iter().next().map(|(_, value)| value)
}

fn plain_words(schema: &mut Value) {
    let Some(Value::String(words)) = schema.get_mut("description") else { return };
    *words = words.replace("[`", "`").replace("`]", "`").replace('\n', " ");
}

fn without_null(property: &mut Value) {
    let Some(object) = property.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|t| t != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    let Some(Value::Array(options)) = object.get_mut("anyOf") else { return };
    options.retain(|o| o.get("type").is_none_or(|t| t != "null"));
    if let [Value::Object(only)] = options.as_slice() {
        let only = only.clone();
        object.remove("anyOf");
        object.extend(only);
    }
}

#[cfg(test)]
mod tests;
