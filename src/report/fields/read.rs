//! The model's schema as fields.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Field, Fields, Kind, Yearly};
use crate::report::model::Enhed;
use crate::report::schema::{self, DataFile};
use crate::report::texts::Form;

/// The fields of a kind of file.
pub(super) fn fields(file: DataFile) -> Fields {
    let root = schema::schema(file);
    let none = Map::new();
    let defs = root.get("$defs").and_then(Value::as_object).unwrap_or(&none);
    table(&root, defs)
}

/// The fields of a reference to a shared text, which can stand for any prose.
pub(super) fn shared_text() -> Fields {
    let root = schema::schema(DataFile::Indsats);
    let none = Map::new();
    let defs = root.get("$defs").and_then(Value::as_object).unwrap_or(&none);
    defs.get("FaellesTekst").map(|shared| table(shared, defs)).unwrap_or_default()
}

fn table(schema: &Value, defs: &Map<String, Value>) -> Fields {
    let properties = schema.get("properties").and_then(Value::as_object);
    let required = schema.get("required").and_then(Value::as_array);
    let is_required =
        |key: &str| required.is_some_and(|list| list.iter().any(|name| name.as_str() == Some(key)));
    let all = properties.into_iter().flatten().filter(|(key, _)| *key != "slags");
    Fields(all.map(|(key, value)| field(key, value, is_required(key), defs)).collect())
}

fn field(key: &str, schema: &Value, required: bool, defs: &Map<String, Value>) -> Field {
    let said = |name: &str| schema.get(name).and_then(Value::as_str);
    let kind = kind(schema, defs);
    let form = match (said("x-form"), &kind) {
        (Some("prose"), _) | (_, Kind::Prose) => Some(Form::Prose),
        (Some("line"), _) => Some(Form::Line),
        (_, Kind::Text) => Some(Form::Plain),
        (_, Kind::List(item)) if **item == Kind::Text => Some(Form::Plain),
        _ => None,
    };
    let example = schema.get("examples").and_then(|list| list.get(0));
    Field {
        key: key.to_owned(),
        label: said("x-label").unwrap_or(key).to_owned(),
        description: said("description").unwrap_or_default().to_owned(),
        form,
        setting: schema.get("x-setting").and_then(Value::as_bool).unwrap_or(false),
        yearly: match said("x-yearly") {
            Some("value") => Some(Yearly::Value),
            Some("drop") => Some(Yearly::Drop),
            Some("year") => Some(Yearly::Year),
            Some("words") => Some(Yearly::Words),
            Some("row") => Some(Yearly::Row),
            Some("period") => Some(Yearly::Period),
            _ => None,
        },
        unit: said("x-unit")
            .and_then(|word| serde_json::from_value::<Enhed>(Value::String(word.to_owned())).ok()),
        example: example.and_then(|value| Some(toml::Value::try_from(value).ok()?.to_string())),
        required,
        kind,
    }
}

/// The name of the definition that a schema refers to.
fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}

fn kind(schema: &Value, defs: &Map<String, Value>) -> Kind {
    if let Some(name) = referred(schema) {
        return match name {
            "Vaerdi" => Kind::Value,
            "Celle" => Kind::Cell,
            "Tekst" => Kind::Prose,
            _ => defs.get(name).map_or(Kind::Text, |target| kind(target, defs)),
        };
    }
    if let Some(options) = schema.get("oneOf").and_then(Value::as_array) {
        return of_options(options, defs);
    }
    if schema.get("anyOf").is_some() {
        return Kind::Either;
    }
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return Kind::Choice(list.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("array") => {
            let item = schema.get("items").map_or(Kind::Text, |items| kind(items, defs));
            Kind::List(Box::new(item))
        }
        Some("boolean") => Kind::Boolean,
        Some("integer" | "number") => Kind::Number,
        Some("object") => match schema.get("additionalProperties") {
            Some(value @ Value::Object(_)) => Kind::Map(Box::new(kind(value, defs))),
            _ => Kind::Table(table(schema, defs)),
        },
        _ => Kind::Text,
    }
}

/// Blocks by their `slags`, or one of a few words that each have a description.
fn of_options(options: &[Value], defs: &Map<String, Value>) -> Kind {
    let slags = |option: &Value| {
        option.pointer("/properties/slags/const").and_then(Value::as_str).map(str::to_owned)
    };
    let kinds: Option<BTreeMap<String, Fields>> =
        options.iter().map(|option| Some((slags(option)?, of_block(option, defs)))).collect();
    if let Some(kinds) = kinds {
        return Kind::Block(kinds);
    }
    let word = |option: &Value| option.get("const").and_then(Value::as_str).map(str::to_owned);
    match options.iter().map(word).collect::<Option<Vec<_>>>() {
        Some(words) => Kind::Choice(words),
        None => Kind::Either,
    }
}

/// A block's own fields, and those of the table that it refers to.
fn of_block(option: &Value, defs: &Map<String, Value>) -> Fields {
    let mut fields = table(option, defs);
    if let Some(target) = referred(option).and_then(|name| defs.get(name)) {
        fields.0.extend(table(target, defs).0);
    }
    fields
}
