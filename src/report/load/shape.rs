//! What a data file may look like: read out of the model's own JSON Schema, so that the loader,
//! the schema that editors use, and serde never disagree.

use crate::text;
use crate::words::Text;
use serde_json::{Map, Value};

/// What a value may be.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Table(Vec<Key>),
    /// A table with keys of its own choosing.
    Map(Box<Shape>),
    Array {
        item: Box<Shape>,
        length: Option<usize>,
    },
    String,
    Boolean,
    Integer {
        min: i64,
        max: i64,
    },
    Number {
        min: Option<f64>,
        max: Option<f64>,
    },
    /// One of a few words.
    Words(Vec<String>),
    /// A table of several kinds, told by one key.
    Tagged {
        tag: String,
        variants: Vec<(String, Vec<Key>)>,
    },
    Union(Vec<Shape>),
    /// Whatever TOML can say but dates: fields of a component of the layouts' own.
    Any,
}

/// A key of a table.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub name: String,
    pub required: bool,
    pub shape: Shape,
    /// A value as one would write it.
    pub example: Option<String>,
}

/// Reads a schema.
pub(super) fn shape(schema: &Value) -> Shape {
    let none = Map::new();
    let defs = schema.get("$defs").and_then(Value::as_object).unwrap_or(&none);
    read(schema, defs)
}

fn read(schema: &Value, defs: &Map<String, Value>) -> Shape {
    let referred = schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|r| r.strip_prefix("#/$defs/"))
        .and_then(|name| defs.get(name));
    if let Some(target) = referred {
        return read(target, defs);
    }
    if schema.get("x-any").is_some() {
        return Shape::Any;
    }
    if let Some(options) = options(schema) {
        return union(&options, defs);
    }
    if let Some(word) = schema.get("const").and_then(Value::as_str) {
        return Shape::Words(vec![word.to_owned()]);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return Shape::Words(words.iter().filter_map(Value::as_str).map(String::from).collect());
    }
    match type_name(schema) {
        Some("array") => array(schema, defs),
        Some("boolean") => Shape::Boolean,
        Some("integer") => integer(schema),
        Some("number") => {
            Shape::Number { min: float(schema, "minimum"), max: float(schema, "maximum") }
        }
        Some("object") => match schema.get("additionalProperties") {
            Some(value @ Value::Object(_)) => Shape::Map(Box::new(read(value, defs))),
            _ => Shape::Table(keys(schema, defs)),
        },
        _ => Shape::String,
    }
}

/// The alternatives of a schema, null left out: an optional key is simply not there in TOML.
fn options(schema: &Value) -> Option<Vec<&Value>> {
    let list = schema.get("anyOf").or_else(|| schema.get("oneOf"))?.as_array()?;
    Some(list.iter().filter(|o| o.get("type").and_then(Value::as_str) != Some("null")).collect())
}

fn type_name(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(name) => Some(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).find(|n| *n != "null"),
        _ => None,
    }
}

fn union(options: &[&Value], defs: &Map<String, Value>) -> Shape {
    if let Some(tagged) = tagged(options, defs) {
        return tagged;
    }
    let mut flat: Vec<Shape> = Vec::new();
    for option in options {
        let shapes = match read(option, defs) {
            Shape::Union(inner) => inner,
            one => vec![one],
        };
        for shape in shapes {
            match (flat.last_mut(), shape) {
                (Some(Shape::Words(words)), Shape::Words(more)) => words.extend(more),
                // A decimal may be written as a whole number.
                (Some(slot @ Shape::Integer { .. }), number @ Shape::Number { .. }) => {
                    *slot = number;
                }
                (_, shape) => flat.push(shape),
            }
        }
    }
    match <[Shape; 1]>::try_from(flat) {
        Ok([one]) => one,
        Err(many) => Shape::Union(many),
    }
}

/// Tables that all have the same key with one word each: an enum with a tag.
fn tagged(options: &[&Value], defs: &Map<String, Value>) -> Option<Shape> {
    let word = |option: &Value, tag: &str| {
        option.get("properties")?.get(tag)?.get("const")?.as_str().map(String::from)
    };
    let first = options.first()?.get("properties")?.as_object()?;
    let tag = first.iter().find(|(_, value)| value.get("const").is_some())?.0;
    let variants: Option<Vec<(String, Vec<Key>)>> =
        options.iter().map(|o| Some((word(o, tag)?, keys(o, defs)))).collect();
    Some(Shape::Tagged { tag: tag.clone(), variants: variants? })
}

fn array(schema: &Value, defs: &Map<String, Value>) -> Shape {
    let item = schema.get("items").map_or(Shape::String, |items| read(items, defs));
    let bound = |name: &str| schema.get(name).and_then(Value::as_u64);
    let length = bound("minItems").filter(|min| bound("maxItems") == Some(*min));
    Shape::Array { item: Box::new(item), length: length.and_then(|n| usize::try_from(n).ok()) }
}

fn integer(schema: &Value) -> Shape {
    let (low, high) = match schema.get("format").and_then(Value::as_str) {
        Some("int32") => (i32::MIN.into(), i32::MAX.into()),
        Some("uint8") => (0, u8::MAX.into()),
        Some("uint32") => (0, u32::MAX.into()),
        Some("uint64") => (0, i64::MAX),
        _ => (i64::MIN, i64::MAX),
    };
    let bound = |name: &str| schema.get(name).and_then(Value::as_i64);
    Shape::Integer {
        min: bound("minimum").unwrap_or(low).max(low),
        max: bound("maximum").unwrap_or(high).min(high),
    }
}

fn float(schema: &Value, name: &str) -> Option<f64> {
    schema.get(name).and_then(Value::as_f64)
}

fn keys(schema: &Value, defs: &Map<String, Value>) -> Vec<Key> {
    let none = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|r| r.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    properties
        .iter()
        .map(|(name, value)| Key {
            name: name.clone(),
            required: required.contains(&name.as_str()),
            shape: read(value, defs),
            example: example(value),
        })
        .collect()
}

/// The schema's first example, as TOML.
fn example(schema: &Value) -> Option<String> {
    let first = schema.get("examples")?.as_array()?.first()?;
    Some(toml::Value::try_from(first).ok()?.to_string())
}

impl Shape {
    /// What the value should be.
    pub(super) fn words(&self) -> Text {
        match self {
            Self::Table(_) | Self::Map(_) | Self::Tagged { .. } => text!("load-kind-table"),
            Self::Array { length: Some(n), .. } => text!("load-kind-list-of", n = *n),
            Self::Array { .. } => text!("load-kind-list"),
            Self::String | Self::Any => text!("load-kind-text"),
            Self::Boolean => text!("load-kind-boolean"),
            Self::Integer { .. } => text!("load-kind-whole"),
            Self::Number { .. } => text!("load-kind-number"),
            Self::Words(words) => text!("load-kind-words", words = quoted(words)),
            Self::Union(options) => {
                let mut unique: Vec<Text> = Vec::new();
                // A set of fields is the long form of what is told before it.
                let simple = |shape: &&Self| !matches!(shape, Self::Table(_) | Self::Tagged { .. });
                let short: Vec<&Self> = options.iter().filter(simple).collect();
                let told = if short.is_empty() { options.iter().collect() } else { short };
                for word in told.into_iter().map(Self::words) {
                    if !unique.contains(&word) {
                        unique.push(word);
                    }
                }
                Text::one_of(unique)
            }
        }
    }

    /// Whether a word may stand for a number: that it is missing, or still to come.
    pub(super) fn takes_state(&self) -> bool {
        match self {
            Self::Words(words) => words.iter().any(|word| word == "udfyldes"),
            Self::Union(options) => options.iter().any(Self::takes_state),
            _ => false,
        }
    }

    /// Whether a bare number may stand here.
    pub(super) fn takes_number(&self) -> bool {
        match self {
            Self::Integer { .. } | Self::Number { .. } => true,
            Self::Union(options) => options.iter().any(Self::takes_number),
            _ => false,
        }
    }
}

/// Words in quotes: `"a"`, `"b"`.
pub(super) fn quoted(words: &[String]) -> Text {
    Text::list(words.iter().map(|word| format!("\"{word}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::schema::{DataFile, schema};

    fn key<'a>(keys: &'a [Key], name: &str) -> &'a Key {
        keys.iter().find(|k| k.name == name).expect(name)
    }

    #[test]
    fn the_models_schema_is_understood() {
        let Shape::Table(keys) = shape(&schema(DataFile::Indsats)) else { panic!("a table") };
        assert!(key(&keys, "navn").required);
        assert!(!key(&keys, "kort_navn").required);
        assert_eq!(key(&keys, "siden").shape.words().to_string(), "et helt tal");
        let Shape::Array { item, .. } = &key(&keys, "blok").shape else { panic!("an array") };
        let Shape::Tagged { tag, variants } = item.as_ref() else { panic!("tagged") };
        assert_eq!(tag, "slags");
        assert!(variants.len() >= 13, "{}", variants.len());
        let Shape::Table(oekonomi) = &key(&keys, "oekonomi").shape else { panic!("a table") };
        assert_eq!(
            key(oekonomi, "beloeb").shape.words().to_string(),
            "et tal eller ét af ordene \"mangler\", \"udfyldes\", \"diskretion\""
        );
    }
}
