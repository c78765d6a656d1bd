//! Front matter: introduction, strategy, titled pieces of prose.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A titled piece of prose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Afsnit {
    /// Heading.
    #[schemars(extend("x-example" = r#""Læsevejledning""#))]
    pub titel: String,
    /// Prose.
    #[schemars(extend("x-form" = "prose"))]
    pub tekst: String,
}

/// The introduction with its tracks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Introduktion {
    /// Heading.
    #[schemars(extend("x-example" = r#""Introduktion""#))]
    pub titel: String,
    /// Lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "indledning", "x-form" = "prose"))]
    pub lead: Option<String>,
    /// The tracks.
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ titel = "Årlig afrapportering", tekst = "Hvert år ..." }]"#
    ))]
    pub spor: Vec<Spor>,
}

/// One track of the introduction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spor {
    /// Heading.
    #[schemars(extend("x-example" = r#""Årlig afrapportering""#))]
    pub titel: String,
    /// Prose.
    #[schemars(extend("x-form" = "prose"))]
    pub tekst: String,
    /// Symbol beside it: `virkningsevaluering`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true))]
    pub symbol: Option<String>,
    /// What the symbol means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-label" = "tekst til symbolet",
        "x-form" = "prose",
        "x-example" = r#""Står symbolet ved en indsats, bliver den evalueret.""#
    ))]
    pub symbol_tekst: Option<String>,
}

/// The strategy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strategi {
    /// Name with years.
    #[schemars(extend("x-example" = r#""Sikker By Strategi 2022-2025""#))]
    pub navn: String,
    /// Prose.
    #[schemars(extend("x-form" = "prose"))]
    pub tekst: String,
    /// The line over the principles.
    #[schemars(extend("x-example" = r#""2 grundprincipper og 5 fagprincipper""#))]
    pub titel: String,
    /// The basic principles: name, and text where there is one.
    #[schemars(extend("x-example" = r#"[{ navn = "Viden", symbol = "viden" }]"#))]
    pub grundprincipper: Vec<Grundprincip>,
}

/// One basic principle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grundprincip {
    /// Name.
    #[schemars(extend("x-example" = r#""Tværgående samarbejde""#))]
    pub navn: String,
    /// Symbol: `samarbejde` or `viden`.
    #[schemars(extend("x-setting" = true, "x-example" = r#""samarbejde""#))]
    pub symbol: String,
    /// Prose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-form" = "prose"))]
    pub tekst: Option<String>,
}
