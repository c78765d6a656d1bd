//! The contract with the layouts: a JSON Schema of every file that they are handed, from the very
//! structs that are written.
//!
//! In a draft that is compared with other data, every object of these files may besides have
//! `aendret`: which of its keys are not what they were ([`super::changed`]).

use serde_json::{Value, json};

use super::abbreviations::Forkortelser;
use super::front::Rapport;
use super::indsats::Indsats;
use super::job::JobFile;
use super::overview::Oversigt;
use super::register::Register;
use super::udkast::{IndsatsUdkast, RapportUdkast};
use super::udvalg::Udvalg;
use super::{CONTRACT, HandoutFile, paths};
use crate::chart::Label;

/// The contract: its version, and by path the schema of each file. `<id>` and `<figur>` stand for
/// an indsats' id and a figure's name.
#[must_use]
pub fn contract() -> Value {
    let figure = |ending: &str| paths::figur("<figur>", paths::Form::Usual, ending);
    json!({
        "kontrakt": CONTRACT,
        "filer": {
            paths::JOB: schemars::schema_for!(JobFile<'_>),
            paths::RAPPORT: schemars::schema_for!(Rapport<'_>),
            paths::indsats("<id>"): schemars::schema_for!(Indsats),
            paths::UDKAST: schemars::schema_for!(RapportUdkast),
            paths::udkast("<id>"): schemars::schema_for!(IndsatsUdkast),
            paths::ORD: schemars::schema_for!(std::collections::BTreeMap<String, Value>),
            paths::ABBREVIATIONS: schemars::schema_for!(Forkortelser),
            paths::HERE: schemars::schema_for!(Vec<String>),
            paths::OVERSIGT: schemars::schema_for!(Oversigt),
            paths::UDVALG: schemars::schema_for!(Udvalg),
            paths::REGISTER: schemars::schema_for!(Register),
            paths::VERSION: schemars::schema_for!(String),
            paths::SYMBOLER: schemars::schema_for!(Vec<String>),
            paths::COLOURS: schemars::schema_for!(std::collections::BTreeMap<String, String>),
            paths::PAGES: schemars::schema_for!(std::collections::BTreeMap<String, usize>),
            paths::HANDOUT: schemars::schema_for!(HandoutFile<'_>),
            figure("json"): schemars::schema_for!(Vec<Label>),
        },
    })
}
