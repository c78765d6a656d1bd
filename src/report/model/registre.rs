//! The registers that a report names things by: forvaltninger, fagprincipper, bydele.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::limits;

/// `forvaltninger.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForvaltningerFil {
    /// The departments in the order of the report.
    #[schemars(extend("x-example" = r#"[{ kode = "SOF", navn = "Socialforvaltningen" }]"#))]
    pub forvaltning: Vec<Forvaltning>,
}

/// A municipal department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forvaltning {
    /// Code: `SOF`.
    #[schemars(extend("x-example" = r#""SOF""#))]
    pub kode: String,
    /// Name.
    #[schemars(extend("x-example" = r#""Socialforvaltningen""#))]
    pub navn: String,
}

/// `fagprincipper.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FagprincipperFil {
    /// The focus areas.
    #[schemars(extend(
        "x-label" = "fagprincipper",
        "x-example" = r#"[{ nr = 5, navn = "Trygt natteliv", kort_navn = "Natteliv", tekst = "Alle skal kunne færdes trygt." }]"#
    ))]
    pub fagprincip: Vec<Fagprincip>,
}

/// One focus area of the strategy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fagprincip {
    /// Number.
    #[schemars(range(min = 1, max = limits::PRINCIPLE))]
    #[schemars(extend("x-label" = "nummer", "x-example" = "5"))]
    pub nr: u8,
    /// Name.
    #[schemars(extend("x-example" = r#""Trygt natteliv""#))]
    pub navn: String,
    /// Short name for charts: `Børn og unge`.
    #[schemars(extend("x-label" = "kort navn", "x-example" = r#""Natteliv""#))]
    pub kort_navn: String,
    /// Prose.
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""Alle skal kunne færdes trygt i nattelivet.""#
    ))]
    pub tekst: String,
    /// Its colour; that of the theme where left out. Its symbol is `symboler/fagprincip-NR.svg`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-setting" = true,
        "x-example" = r##"{ rgb = "#0d1f5e", cmyk = [100, 89, 12, 46] }"##
    ))]
    pub farve: Option<Farve>,
}

/// A colour for screen and for print.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Farve {
    /// On screen, as `#rrggbb`.
    #[schemars(extend("x-label" = "på skærm", "x-setting" = true, "x-example" = r##""#0d1f5e""##))]
    pub rgb: String,
    /// In print: cyan, magenta, yellow, black in percent.
    #[schemars(
        inner(range(min = 0, max = 100)),
        extend("x-label" = "i tryk", "x-setting" = true, "x-example" = "[100, 89, 12, 46]")
    )]
    pub cmyk: [f64; 4],
}

/// `bydele.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BydeleFil {
    /// The bydele.
    #[schemars(extend(
        "x-label" = "bydele",
        "x-example" = r#"[{ navn = "Valby", kort_navn = "Valby", alias = ["Folehaven"], flise = [1, 2] }]"#
    ))]
    pub bydel: Vec<Bydel>,
    /// What lies inside the city and is no part of it.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "enklaver",
        "x-example" = r#"[{ navn = "Frederiksberg", flise = [1, 1] }]"#
    ))]
    pub enklave: Vec<Enklave>,
}

/// A place on the map that is no bydel: another municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enklave {
    /// Name.
    #[schemars(extend("x-example" = r#""Frederiksberg""#))]
    pub navn: String,
    /// Tile on the map: column and row, from the top left.
    #[schemars(
        inner(range(max = limits::MAP_TILE)),
        extend("x-label" = "plads på kortet", "x-example" = "[1, 1]")
    )]
    pub flise: [u8; 2],
}

/// A district.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bydel {
    /// Name.
    #[schemars(extend("x-example" = r#""Kgs. Enghave""#))]
    pub navn: String,
    /// Short name that fits a tile.
    #[schemars(extend("x-label" = "kort navn", "x-example" = r#""Kgs. Enghave""#))]
    pub kort_navn: String,
    /// Other names that texts use for it or for a place in it.
    #[serde(default)]
    #[schemars(extend("x-label" = "andre navne", "x-example" = r#"["Sydhavnen"]"#))]
    pub alias: Vec<String>,
    /// What it is called together with other bydele: Nørrebro has an inner and an outer one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "fælles navn", "x-example" = r#""Nørrebro""#))]
    pub faelles_navn: Option<String>,
    /// Tile on the map: column and row, from the top left.
    #[schemars(
        inner(range(max = limits::MAP_TILE)),
        extend("x-label" = "plads på kortet", "x-example" = "[2, 3]")
    )]
    pub flise: [u8; 2],
    /// The preposition that stands before the name; `i` where left out.
    #[serde(default)]
    #[schemars(extend("x-example" = r#""i""#))]
    pub forholdsord: Forholdsord,
}

/// The preposition of a place: one is i Valby, and på Østerbro.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Forholdsord {
    /// `i`.
    #[default]
    #[serde(rename = "i")]
    I,
    /// `på`.
    #[serde(rename = "på")]
    Paa,
}

impl Forholdsord {
    /// The word.
    #[must_use]
    pub fn ord(self) -> &'static str {
        match self {
            Self::I => "i",
            Self::Paa => "på",
        }
    }
}

impl Bydel {
    /// Whether this is its name or one of its aliases.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.navn == name || self.alias.iter().any(|a| a == name)
    }
}
