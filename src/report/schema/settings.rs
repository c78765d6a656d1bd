//! `sats.toml`: what a project would otherwise say on every command line.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::words::Language;

/// Name of the file.
pub const FILE: &str = "sats.toml";
/// Name of its schema for editors.
pub const SCHEMA: &str = "sats.schema.json";

/// An edition that `sats build` makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Edition {
    /// For committee, web and archive: PDF/A-3a and PDF/UA-1
    Official,
    /// For reviewers: missing data, changes, line numbers
    Draft,
    /// For meetings and the in-house printer: spreads on their own, booklets, A3
    Handout,
    /// For the print shop: PDF/X-4 and PDF/A-2b, judged, with a delivery note
    Print,
    /// All of them
    All,
}

/// Indstillinger for et projekt. Kommandolinjen går forud for miljøvariabler, og de går forud for
/// denne fil. Stier regnes fra filens egen mappe.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Mappen med data, som `--data`.
    #[serde(default)]
    #[schemars(extend("x-example" = "\"data/2024\""))]
    pub data: Option<PathBuf>,
    /// Mappen med egne layouts, som `--layouts`.
    #[serde(default)]
    #[schemars(extend("x-example" = "\"layouts\""))]
    pub layouts: Option<PathBuf>,
    /// Mappen med egne skrifter, som `--fonts`.
    #[serde(default)]
    #[schemars(extend("x-example" = "\"skrifter\""))]
    pub fonts: Option<PathBuf>,
    /// Trykkeriets profil: en fil eller navnet på en indbygget, som `--printer`.
    #[serde(default)]
    #[schemars(extend("x-example" = "\"gb-tryk\""))]
    pub printer: Option<String>,
    /// Sproget, som beskeder er på, som `--lang`.
    #[serde(default)]
    #[schemars(extend("x-example" = "\"da\""))]
    pub language: Option<Language>,
    /// De udgaver, som `sats build` laver, når ingen er nævnt.
    #[serde(default)]
    pub outputs: Option<Vec<Edition>>,
    /// Mappen, som filer skrives til, som `--out`.
    #[serde(default)]
    #[schemars(extend("x-example" = "\"out\""))]
    pub out: Option<PathBuf>,
}

/// Its schema.
#[must_use]
pub fn schema() -> Value {
    let mut value = schemars::schema_for!(Settings).to_value();
    super::decorate(&mut value);
    value
}
