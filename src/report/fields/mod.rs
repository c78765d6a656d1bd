//! What the program knows of a field beyond its type, read from the attributes that stand at the
//! field in the model: its Danish label, whether it holds prose, whether it is a setting, what
//! becomes of it in next year's data, its unit, an example.
//!
//! The attributes are extensions of the model's JSON Schema (`#[schemars(extend(..))]`):
//!
//! | attribute | says |
//! |---|---|
//! | `x-label` | the Danish label; the key itself where left out; empty where items carry the name |
//! | `x-form` | `prose` or `line`; other strings are words as they stand |
//! | `x-setting` | true for what says how something is shown or checked, not what it says |
//! | `x-yearly` | `value`: waits to be filled in next year; `drop`: goes; `year`: moves on; `words`, `row`, `period`: years in it move on |
//! | `x-unit` | unit of the value |
//! | `x-example` | how one writes it, in TOML |

pub mod names;
mod read;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use super::load::{FieldPath, Step};
use super::model::Enhed;
use super::schema::DataFile;
use super::texts::Form;

/// A field of the data files.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The key in the file.
    pub key: String,
    /// The Danish label; empty where the items carry the name themselves.
    pub label: String,
    /// What it holds, as the schema tells editors.
    pub description: String,
    /// What its text may hold; none where it is no text.
    pub form: Option<Form>,
    /// Whether it says how something is shown or checked.
    pub setting: bool,
    /// What becomes of it in next year's data.
    pub yearly: Option<Yearly>,
    /// Unit of its value, where the field has a fixed one.
    pub unit: Option<Enhed>,
    /// How one writes it, in TOML.
    pub example: Option<String>,
    /// Whether the table cannot do without it.
    pub required: bool,
    /// What it is made of.
    pub kind: Kind,
}

/// What becomes of a field in next year's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yearly {
    /// Its numbers wait to be filled in.
    Value,
    /// It is left out.
    Drop,
    /// It is a year, and moves on.
    Year,
    /// The report's year and the data year in its words move on.
    Words,
    /// It is the head of a row: every recent year in it moves on.
    Row,
    /// It is a period: one that is a year and nothing else moves on.
    Period,
}

/// What a field is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Words.
    Text,
    /// Prose of its own, or a shared text.
    Prose,
    /// One of a few words.
    Choice(Vec<String>),
    /// True or false.
    Boolean,
    /// A number that has no state.
    Number,
    /// A number or a state ([`super::model::Vaerdi`]).
    Value,
    /// A cell of a table ([`super::model::Celle`]).
    Cell,
    /// A table of keys.
    Table(Fields),
    /// A list.
    List(Box<Kind>),
    /// A table with keys of its own choosing.
    Map(Box<Kind>),
    /// A block, by its `slags`.
    Block(BTreeMap<String, Fields>),
    /// One of several kinds, such as a year or a year with its words.
    Either,
}

/// The fields of a table, in the model's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(pub Vec<Field>);

impl Fields {
    /// The field of that key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.key == key)
    }

    fn each(&self, seen: &mut dyn FnMut(&Field)) {
        for field in &self.0 {
            seen(field);
            field.kind.each(seen);
        }
    }
}

impl Kind {
    fn each(&self, seen: &mut dyn FnMut(&Field)) {
        match self {
            Self::Table(fields) => fields.each(seen),
            Self::List(item) | Self::Map(item) => item.each(seen),
            Self::Block(kinds) => kinds.values().for_each(|fields| fields.each(seen)),
            Self::Text
            | Self::Prose
            | Self::Choice(_)
            | Self::Boolean
            | Self::Number
            | Self::Value
            | Self::Cell
            | Self::Either => {}
        }
    }
}

static FILES: LazyLock<BTreeMap<DataFile, Fields>> =
    LazyLock::new(|| DataFile::ALL.map(|file| (file, read::fields(file))).into());

/// The fields of a kind of file.
#[must_use]
pub fn of(file: DataFile) -> &'static Fields {
    &FILES[&file]
}

/// The field at a place of a file. `data` is what the file says: it knows the kinds of its blocks.
#[must_use]
pub fn at(file: DataFile, path: &FieldPath, data: &Value) -> Option<&'static Field> {
    let mut fields = Some(of(file));
    let mut kind: Option<&Kind> = None;
    let mut data = Some(data);
    let mut found = None;
    for step in &path.0 {
        match step {
            Step::Key(key) => {
                let inside = match kind {
                    None => fields.take(),
                    Some(Kind::Table(fields)) => Some(fields),
                    Some(Kind::Block(kinds)) => {
                        kinds.get(data.and_then(|d| d.get("slags")).and_then(Value::as_str)?)
                    }
                    Some(_) => None,
                };
                match (inside, kind) {
                    (Some(fields), _) => {
                        let field = fields.get(key)?;
                        (found, kind) = (Some(field), Some(&field.kind));
                    }
                    (None, Some(Kind::Map(item))) => kind = Some(item),
                    _ => return None,
                }
                data = data.and_then(|d| d.get(key));
            }
            Step::Index(nr) => {
                let Some(Kind::List(item)) = kind else { return None };
                kind = Some(item);
                data = data.and_then(|d| d.get(nr));
            }
        }
    }
    found
}

/// What all fields of a key have in common.
#[derive(Debug, Default)]
struct Shared {
    label: String,
    setting: bool,
    prose: bool,
}

static KEYS: LazyLock<BTreeMap<String, Shared>> = LazyLock::new(|| {
    let mut keys: BTreeMap<String, Shared> = BTreeMap::new();
    for fields in FILES.values().chain([&read::shared_text()]) {
        fields.each(&mut |field| {
            let shared = keys.entry(field.key.clone()).or_default();
            shared.label.clone_from(&field.label);
            shared.setting |= field.setting;
            shared.prose |= field.form.is_some_and(|form| form != Form::Plain);
        });
    }
    keys
});

/// The Danish label of a key; the key itself where the model has none of that name (a year, a key
/// of a map).
#[must_use]
pub fn label(key: &str) -> &str {
    // The map lives as long as the program.
    KEYS.get(key).map_or(key, |shared| &shared.label)
}

/// Whether fields of this key say how something is shown or checked, not what it says.
#[must_use]
pub fn is_setting(key: &str) -> bool {
    key == "slags" || KEYS.get(key).is_some_and(|shared| shared.setting)
}

/// Whether fields of this key hold prose or a line with emphasis.
#[must_use]
pub fn is_prose(key: &str) -> bool {
    KEYS.get(key).is_some_and(|shared| shared.prose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_a_shared_text_has_its_danish_name() {
        assert_eq!(label("tillaeg"), "tillæg");
    }

    #[test]
    fn a_place_in_a_file_leads_to_its_field_also_inside_blocks() {
        let data = serde_json::json!({ "blok": [{ "slags": "citat" }, { "slags": "figur" }] });
        let at = |path: &str| at(DataFile::Indsats, &FieldPath::parse(path), &data);
        for (path, key) in [
            ("navn", "navn"),
            ("oekonomi.beloeb", "beloeb"),
            ("blok[0].tekst", "tekst"),
            ("blok[1].titel", "titel"),
        ] {
            assert_eq!(at(path).map(|field| field.key.as_str()), Some(key), "{path}");
        }
        assert_eq!(at("blok[0].kategorier"), None, "a quotation has none");
        assert_eq!(at("navn.titel"), None);
    }

    #[test]
    fn every_key_with_more_than_ascii_has_its_danish_label_and_only_one() {
        let mut labels: BTreeMap<String, String> = BTreeMap::new();
        for file in DataFile::ALL {
            of(file).each(&mut |field| {
                let spelled = ["aa", "ae", "oe", "_"].iter().any(|ascii| field.key.contains(ascii));
                assert!(!spelled || field.label != field.key, "{} has no label", field.key);
                let known = labels.entry(field.key.clone()).or_insert_with(|| field.label.clone());
                assert_eq!(*known, field.label, "{} has two labels", field.key);
            });
        }
        assert!(labels.len() > 100, "the model was read");
    }

    #[test]
    fn the_models_attributes_are_read() {
        let indsats = of(DataFile::Indsats);
        assert_eq!(indsats.get("lead").and_then(|f| f.form), Some(Form::Prose));
        let Some(Kind::Table(money)) = indsats.get("oekonomi").map(|f| &f.kind) else {
            panic!("a table")
        };
        let amount = money.get("beloeb").expect("a field");
        assert_eq!(amount.label, "beløb");
        assert_eq!(amount.kind, Kind::Value);
        assert_eq!(amount.unit, Some(Enhed::Kr));
        assert_eq!(amount.yearly, Some(Yearly::Value));
        assert_eq!(money.get("tekst").map(|f| &f.kind), Some(&Kind::Prose));
        let Some(Kind::List(item)) = indsats.get("blok").map(|f| &f.kind) else { panic!("a list") };
        let Kind::Block(kinds) = item.as_ref() else { panic!("blocks") };
        assert!(kinds["tabel"].get("titel").is_some());
        assert_eq!(kinds["spalteliste"].0.len(), 2);
    }
}
