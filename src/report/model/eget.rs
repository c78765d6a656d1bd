//! Blocks that a component of the layouts' own draws.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Vaerdi;

/// A block that the component of its name draws: `komponenter/egne/<navn>.typ` among the layouts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Eget {
    /// Name of the component.
    #[schemars(extend("x-example" = r#""tidevand""#))]
    pub navn: String,
    /// Title over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Vandstand i havnen""#))]
    pub titel: Option<String>,
    /// Prose under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-form" = "prose", "x-example" = r#""Vandet står højest i marts.""#))]
    pub tekst: Option<String>,
    /// What it shows, where it is a drawing; what is left out is read as text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-label" = "alternativ tekst",
        "x-example" = r#""En bølge, der er højest i marts""#
    ))]
    pub alt: Option<String>,
    /// What the component draws: fields with names of its own, each a value (a number or a state),
    /// words, yes or no, a list or a table of such.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-label" = "", "x-example" = r#"{ hoejde = 1.4, steder = ["Broen"] }"#))]
    pub felter: BTreeMap<String, Felt>,
}

/// A field of an [`Eget`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(extend("x-any" = true))]
pub enum Felt {
    /// Yes or no.
    Valg(bool),
    /// A number, a state, or a number with its state.
    Vaerdi(Vaerdi),
    /// Words as they stand.
    Tekst(String),
    /// A list.
    Liste(Vec<Felt>),
    /// A table.
    Tabel(BTreeMap<String, Felt>),
}

impl Eget {
    /// Every field that is no list and no table, with its path below the block:
    /// `felter.steder[0]`.
    #[must_use]
    pub fn singles(&self) -> Vec<(String, &Felt)> {
        let mut all = Vec::new();
        for (key, felt) in &self.felter {
            singles(format!("felter.{key}"), felt, &mut all);
        }
        all
    }
}

fn singles<'a>(path: String, field: &'a Felt, all: &mut Vec<(String, &'a Felt)>) {
    match field {
        Felt::Liste(items) => {
            for (nr, item) in items.iter().enumerate() {
                singles(format!("{path}[{nr}]"), item, all);
            }
        }
        Felt::Tabel(fields) => {
            for (key, item) in fields {
                singles(format!("{path}.{key}"), item, all);
            }
        }
        Felt::Valg(_) | Felt::Vaerdi(_) | Felt::Tekst(_) => all.push((path, field)),
    }
}
