//! The report as a whole: front matter, strategy, departments, bydele, insights.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Vaerdi;

/// Prose, or the name of a shared text with its words filled in:
/// `{ faelles = "mindreaarige", med = { alder = "10" } }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Tekst {
    /// Prose of its own.
    Egen(String),
    /// A shared text of `rapport.toml`.
    Faelles(FaellesTekst),
}

/// Reference to a shared text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FaellesTekst {
    /// Key under `[faelles]` in `rapport.toml`.
    pub faelles: String,
    /// Words for the shared text's placeholders.
    #[serde(default)]
    pub med: BTreeMap<String, String>,
    /// Prose that follows the shared text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tillaeg: Option<String>,
}

/// A finding that the editor has looked at and accepts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Code of the finding.
    pub kode: String,
    /// Field, as the finding names it; every field of the file where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub felt: Option<String>,
    /// Fingerprint of what the field says: the acceptance then holds wherever the field stands in the
    /// file, as long as it says the same. Written by `sats accept`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indhold: Option<String>,
    /// Why it is right all the same.
    pub grund: String,
}

/// `rapport.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rapport {
    /// Title.
    pub titel: String,
    /// Line under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undertitel: Option<String>,
    /// A few words that stand large on the cover over the title: `Sikker By 2024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kort_titel: Option<String>,
    /// Budget year; the folder has the same name.
    #[schemars(range(min = 2000, max = 2100))]
    pub aar: i32,
    /// Last year of the users' series.
    #[schemars(range(min = 2000, max = 2100))]
    pub dataaar: i32,
    /// Who sends it, where the report names anyone but the municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afsender: Option<String>,
    /// The municipality.
    pub kommune: String,
    /// Date of the report (YYYY-MM-DD), where known. The PDF's date without `SOURCE_DATE_EPOCH`;
    /// 1 January of the year where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    pub dato: Option<String>,
    /// One sentence about the report, for the PDF's subject.
    pub emne: String,
    /// Keywords.
    #[serde(default)]
    pub emneord: Vec<String>,
    /// Ids of the indsatser in the order of the spreads.
    pub raekkefoelge: Vec<String>,
    /// Ids in the order of the overview; the spreads' order where left out.
    #[serde(default)]
    pub overblik_raekkefoelge: Vec<String>,
    /// GeoJSON with the bydele's outlines, beside this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geojson: Option<String>,
    /// Disclosure control.
    #[serde(default)]
    pub diskretion: Diskretion,
    /// Introduction.
    pub introduktion: Introduktion,
    /// Reading guide.
    pub laesevejledning: Afsnit,
    /// The strategy behind the report.
    pub strategi: Strategi,
    /// Introduction to the overview table.
    pub overblik: OverblikAfsnit,
    /// Cross-cutting insights.
    pub indsigter: Indsigter,
    /// Notes on the data.
    #[serde(default)]
    pub datanoter: Vec<Afsnit>,
    /// Colophon: terms and texts.
    #[serde(default)]
    pub kolofon: Vec<super::Begreb>,
    /// Shared texts, by key.
    #[serde(default)]
    pub faelles: BTreeMap<String, String>,
    /// Findings that the editor has accepted.
    #[serde(default)]
    pub accepteret: Vec<Accept>,
    /// Texts of this file and of `fagprincipper.toml` carried over from last year that nobody has
    /// confirmed or changed, by field, each with its fingerprint; kept by `sats new` and
    /// `sats confirm`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fra_sidste_aar: BTreeMap<String, String>,
}

impl Rapport {
    /// The author of its files: the sender and the municipality, or the municipality alone.
    #[must_use]
    pub fn forfatter(&self) -> String {
        match &self.afsender {
            Some(afsender) => format!("{afsender}, {}", self.kommune),
            None => self.kommune.clone(),
        }
    }
}

/// Threshold below which a count of persons is withheld.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Diskretion {
    /// Counts from 1 to one below this are findings in sensitive tables.
    pub graense: u32,
}

impl Default for Diskretion {
    fn default() -> Self {
        Self { graense: 5 }
    }
}

/// A titled piece of prose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Afsnit {
    /// Heading.
    pub titel: String,
    /// Prose.
    pub tekst: String,
}

/// The introduction with its tracks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Introduktion {
    /// Heading.
    pub titel: String,
    /// Lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The tracks.
    pub spor: Vec<Spor>,
}

/// One track of the introduction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spor {
    /// Heading.
    pub titel: String,
    /// Prose.
    pub tekst: String,
    /// Symbol beside it: `virkningsevaluering`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// What the symbol means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol_tekst: Option<String>,
}

/// The strategy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strategi {
    /// Name with years.
    pub navn: String,
    /// Prose.
    pub tekst: String,
    /// The line over the principles.
    pub titel: String,
    /// The basic principles: name, and text where there is one.
    pub grundprincipper: Vec<Grundprincip>,
}

/// One basic principle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grundprincip {
    /// Name.
    pub navn: String,
    /// Symbol: `samarbejde` or `viden`.
    pub symbol: String,
    /// Prose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tekst: Option<String>,
}

/// The overview's own texts and column heads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverblikAfsnit {
    /// Heading.
    pub titel: String,
    /// Prose before the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tekst: Option<String>,
    /// The seven column heads.
    pub kolonner: [String; 7],
    /// Order of the rows in the overview on one opening.
    #[serde(default)]
    pub orden: OverblikOrden,
}

/// Order of the rows in the overview on one opening.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OverblikOrden {
    /// That of the spreads, by number.
    #[default]
    Opslag,
    /// That of `overblik_raekkefoelge`, as the seven-column table is printed.
    Trykt,
    /// The largest amount first.
    Beloeb,
    /// By forvaltning with subtotals, the largest amount first in each.
    Forvaltning,
}

/// The cross-cutting insights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indsigter {
    /// Heading.
    pub titel: String,
    /// Lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The insights in order.
    pub indsigt: Vec<Indsigt>,
}

/// Figure of an insight, drawn from computed numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum IndsigtFigur {
    /// Kroner of those for the whole city and of the local ones.
    Omfang,
    /// Tile map with the number of indsatser per bydel.
    Bydele,
    /// Number of indsatser per fagprincip.
    Fagprincipper,
    /// Matrix of indsatser by fagprincip.
    Matrix,
    /// Kroner and number per forvaltning.
    Forvaltninger,
    /// All amounts, ranked.
    Beloeb,
    /// Users by year, small charts.
    Brugere,
}

impl IndsigtFigur {
    /// The word that the data names it by.
    #[must_use]
    pub fn navn(self) -> &'static str {
        match self {
            Self::Omfang => "omfang",
            Self::Bydele => "bydele",
            Self::Fagprincipper => "fagprincipper",
            Self::Matrix => "matrix",
            Self::Forvaltninger => "forvaltninger",
            Self::Beloeb => "beloeb",
            Self::Brugere => "brugere",
        }
    }
}

/// One insight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indsigt {
    /// Topic: `Geografi`.
    pub emne: String,
    /// The finding, as a heading; may name computed figures.
    pub titel: String,
    /// Prose; may name computed figures: `{antal.bydaekkende}`.
    pub tekst: String,
    /// Figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figur: Option<IndsigtFigur>,
    /// Title of the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figur_titel: Option<String>,
    /// Note under the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Figures that the source prints for what is computed here, by placeholder's name.
    #[serde(default)]
    pub trykt: BTreeMap<String, Vaerdi>,
}

/// `forvaltninger.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForvaltningerFil {
    /// The departments in the order of the report.
    pub forvaltning: Vec<Forvaltning>,
}

/// A municipal department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forvaltning {
    /// Code: `SOF`.
    pub kode: String,
    /// Name.
    pub navn: String,
}

/// `fagprincipper.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FagprincipperFil {
    /// The five focus areas.
    pub fagprincip: Vec<Fagprincip>,
}

/// One focus area of the strategy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fagprincip {
    /// Number.
    #[schemars(range(min = 1, max = 9))]
    pub nr: u8,
    /// Name.
    pub navn: String,
    /// Short name for charts: `Børn og unge`.
    pub kort_navn: String,
    /// Prose.
    pub tekst: String,
}

/// `bydele.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BydeleFil {
    /// The bydele.
    pub bydel: Vec<Bydel>,
}

/// A district.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bydel {
    /// Name.
    pub navn: String,
    /// Short name that fits a tile.
    pub kort_navn: String,
    /// Other names that texts use for it or for a place in it.
    #[serde(default)]
    pub alias: Vec<String>,
    /// Tile on the map: column and row, from the top left.
    pub flise: [u8; 2],
    /// The preposition that stands before the name; `i` where left out.
    #[serde(default)]
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
    pub fn hedder(&self, navn: &str) -> bool {
        self.navn == navn || self.alias.iter().any(|a| a == navn)
    }
}
