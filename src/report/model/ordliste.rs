//! The report's words: abbreviations and registers explained, and the one form of a term.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `ordliste.toml`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ordliste {
    /// Abbreviations and registers. The forvaltninger are not among them: their codes and names
    /// stand in `forvaltninger.toml`.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "forkortelser",
        "x-example" = r#"[{ forkortelse = "SSP", navn = "Skole, Socialforvaltning og Politi" }]"#
    ))]
    pub begreb: Vec<Forkortelse>,
    /// Terms that have one form through the whole report.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "skrivemåder",
        "x-example" = r#"[{ skriv = "videndeling", ikke = ["vidensdeling"] }]"#
    ))]
    pub skrivemaade: Vec<Skrivemaade>,
}

/// An abbreviation or a register, explained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forkortelse {
    /// As the texts have it: `SSP`.
    #[schemars(extend("x-example" = r#""KRSI""#))]
    pub forkortelse: String,
    /// What it stands for.
    #[schemars(extend("x-example" = r#""Kriminalstatistik sigtelser""#))]
    pub navn: String,
    /// What it is, in one sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Register over sigtelser.""#))]
    pub forklaring: Option<String>,
    /// Where name or explanation come from, if not from the report itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Danmarks Statistik""#))]
    pub kilde: Option<String>,
}

/// A term's one form, and forms that must not stand beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Skrivemaade {
    /// The form that the report uses.
    #[schemars(extend("x-label" = "skrives", "x-example" = r#""videndeling""#))]
    pub skriv: String,
    /// Other forms, as whole words, capitals counting; a star at the end allows for endings.
    #[schemars(extend("x-label" = "andre skrivemåder", "x-example" = r#"["vidensdeling*"]"#))]
    pub ikke: Vec<String>,
}
