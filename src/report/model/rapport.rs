//! The report as a whole: front matter, strategy, departments, bydele, insights.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Afsnit, Introduktion, Strategi, Vaerdi};

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
    #[schemars(extend("x-label" = "fælles tekster", "x-example" = r#""mindreaarige""#))]
    pub faelles: String,
    /// Words for the shared text's placeholders.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "udfyldte ord",
        "x-example" = r#"{ forklaring = "forældreforsørget" }"#
    ))]
    pub med: BTreeMap<String, String>,
    /// Prose that follows the shared text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-label" = "tillæg",
        "x-form" = "prose",
        "x-example" = r#""Godt en tredjedel af midlerne går til løn.""#
    ))]
    pub tillaeg: Option<String>,
}

/// A finding that the editor has looked at and accepts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// Code of the finding.
    #[schemars(extend("x-example" = r#""D101""#))]
    pub kode: String,
    /// Field, as the finding names it; every field of the file where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""blok[3].raekker""#))]
    pub felt: Option<String>,
    /// Fingerprint of what the field says: the acceptance then holds wherever the field stands in the
    /// file, as long as it says the same. Written by `sats accept`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""5d1c03ab""#))]
    pub indhold: Option<String>,
    /// Why it is right all the same.
    #[schemars(extend("x-example" = r#""Summen er trykt sådan i grundlaget.""#))]
    pub grund: String,
}

/// `rapport.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rapport {
    /// Title.
    #[schemars(extend("x-yearly" = "words", "x-example" = r#""Afrapportering af indsatser 2024""#))]
    pub titel: String,
    /// Line under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "words", "x-example" = r#""22 indsatser""#))]
    pub undertitel: Option<String>,
    /// A few words that stand large on the cover over the title: `Sikker By 2024`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "words", "x-label" = "kort titel", "x-example" = r#""Sikker By 2024""#))]
    pub kort_titel: Option<String>,
    /// Budget year; the folder has the same name.
    #[schemars(range(min = 2000, max = 2100))]
    #[schemars(extend("x-label" = "år", "x-yearly" = "year", "x-example" = "2024"))]
    pub aar: i32,
    /// Last year of the users' series.
    #[schemars(range(min = 2000, max = 2100))]
    #[schemars(extend("x-label" = "sidste år med tal", "x-yearly" = "year", "x-example" = "2023"))]
    pub dataaar: i32,
    /// Who sends it, where the report names anyone but the municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Sikker By-sekretariatet""#))]
    pub afsender: Option<String>,
    /// The municipality.
    #[schemars(extend("x-example" = r#""Københavns Kommune""#))]
    pub kommune: String,
    /// The town, as maps name it: `København`; the municipality where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""København""#))]
    pub by: Option<String>,
    /// Its logo, SVG or PNG in `billeder/`, for the cover.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true, "x-example" = r#""logo.svg""#))]
    pub logo: Option<String>,
    /// First part of every output's name: `sikker-by`; `rapport` where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    #[schemars(extend("x-example" = r#""sikker-by""#))]
    pub slug: Option<String>,
    /// Date of the report (YYYY-MM-DD), where known. The PDF's date without `SOURCE_DATE_EPOCH`;
    /// 1 January of the year where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    #[schemars(extend("x-yearly" = "drop", "x-example" = r#""2024-05-01""#))]
    pub dato: Option<String>,
    /// One sentence about the report, for the PDF's subject.
    #[schemars(extend(
        "x-example" = r#""Årlig afrapportering af de kriminalpræventive indsatser.""#
    ))]
    pub emne: String,
    /// Keywords.
    #[serde(default)]
    #[schemars(extend("x-yearly" = "words", "x-example" = r#"["tryghed", "afrapportering"]"#))]
    pub emneord: Vec<String>,
    /// Ids of the indsatser in the order of the spreads.
    #[schemars(extend("x-label" = "rækkefølge", "x-example" = r#"["ludo", "stroem"]"#))]
    pub raekkefoelge: Vec<String>,
    /// Ids in the order of the overview; the spreads' order where left out.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "rækkefølge i overblikket",
        "x-example" = r#"["stroem", "ludo"]"#
    ))]
    pub overblik_raekkefoelge: Vec<String>,
    /// GeoJSON with the bydele's outlines, beside this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "kort over bydelene", "x-example" = r#""bydele.geojson""#))]
    pub geojson: Option<String>,
    /// Disclosure control.
    #[serde(default)]
    #[schemars(extend("x-example" = "{ graense = 5 }"))]
    pub diskretion: Diskretion,
    /// Introduction.
    #[schemars(extend(
        "x-example" = r#"{ titel = "Introduktion", spor = [{ titel = "Afrapportering", tekst = "Hvert år ..." }] }"#
    ))]
    pub introduktion: Introduktion,
    /// Reading guide.
    #[schemars(extend(
        "x-label" = "læsevejledning",
        "x-example" = r#"{ titel = "Læsevejledning", tekst = "Hver indsats har sit opslag." }"#
    ))]
    pub laesevejledning: Afsnit,
    /// The strategy behind the report.
    #[schemars(extend(
        "x-example" = r#"{ navn = "Strategi 2022-2025", tekst = "Rammen for arbejdet.", titel = "Principper", grundprincipper = [{ navn = "Viden", symbol = "viden" }] }"#
    ))]
    pub strategi: Strategi,
    /// Introduction to the overview table.
    #[schemars(extend(
        "x-example" = r#"{ titel = "Overblik", kolonner = ["Indsats", "Problem", "Forvaltning", "Fagprincip", "Målgruppe", "Geografi", "Økonomi"] }"#
    ))]
    pub overblik: OverblikAfsnit,
    /// Cross-cutting insights.
    #[schemars(extend(
        "x-label" = "tværgående indsigter",
        "x-example" = r#"{ titel = "Indsigter", indsigt = [{ emne = "Geografi", titel = "{antal.bydaekkende} dækker hele byen", tekst = "Resten er lokale." }] }"#
    ))]
    pub indsigter: Indsigter,
    /// Notes on the data.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "noter om data",
        "x-example" = r#"[{ titel = "Små tal", tekst = "Antal under 5 vises ikke." }]"#
    ))]
    pub datanoter: Vec<Afsnit>,
    /// Colophon: terms and texts.
    #[serde(default)]
    #[schemars(extend("x-yearly" = "words", "x-example" = r#"[{ navn = "Udgiver", tekst = "Københavns Kommune" }]"#))]
    pub kolofon: Vec<super::Begreb>,
    /// Shared texts, by key.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "fælles tekster",
        "x-form" = "prose",
        "x-example" = r#"{ oekonomi = "Beløbet er det, indsatsen får gennem Sikker By." }"#
    ))]
    pub faelles: BTreeMap<String, String>,
    /// Findings that the editor has accepted.
    #[serde(default)]
    #[schemars(extend("x-label" = "accepterede fund", "x-yearly" = "drop"))]
    pub accepteret: Vec<Accept>,
    /// Texts of this file and of `fagprincipper.toml` carried over from last year that nobody has
    /// confirmed or changed, by field, each with its fingerprint; kept by `sats new` and
    /// `sats confirm`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-label" = "tekster fra sidste år"))]
    pub fra_sidste_aar: BTreeMap<String, String>,
}

impl Rapport {
    /// First part of every output's name: `sikker-by-2024`.
    #[must_use]
    pub fn stem(&self) -> String {
        format!("{}-{}", self.slug.as_deref().unwrap_or("rapport"), self.aar)
    }

    /// The town as maps name it.
    #[must_use]
    pub fn by(&self) -> &str {
        self.by.as_deref().unwrap_or(&self.kommune)
    }

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
    #[schemars(extend("x-label" = "grænse", "x-example" = "5"))]
    pub graense: u32,
}

impl Default for Diskretion {
    fn default() -> Self {
        Self { graense: 5 }
    }
}

/// The overview's own texts and column heads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverblikAfsnit {
    /// Heading.
    #[schemars(extend("x-example" = r#""Overblik""#))]
    pub titel: String,
    /// Prose before the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-form" = "prose", "x-example" = r#""Beløbene gælder 2024.""#))]
    pub tekst: Option<String>,
    /// The seven column heads.
    #[schemars(extend(
        "x-yearly" = "words",
        "x-label" = "",
        "x-example" = r#"["Indsats", "Problem", "Forvaltning", "Fagprincip", "Målgruppe", "Geografi", "Økonomi"]"#
    ))]
    pub kolonner: [String; 7],
    /// Order of the rows in the overview on one opening.
    #[serde(default)]
    #[schemars(extend("x-setting" = true, "x-example" = r#""trykt""#))]
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
    #[schemars(extend("x-example" = r#""Tværgående indsigter""#))]
    pub titel: String,
    /// Lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "indledning", "x-form" = "prose"))]
    pub lead: Option<String>,
    /// The insights in order.
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ emne = "Geografi", titel = "{antal.bydaekkende} dækker hele byen", tekst = "Resten er lokale." }]"#
    ))]
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
    #[schemars(extend("x-example" = r#""Geografi""#))]
    pub emne: String,
    /// The finding, as a heading; may name computed figures.
    #[schemars(extend(
        "x-form" = "line",
        "x-example" = r#""{bydele.flest} har flest lokale indsatser""#
    ))]
    pub titel: String,
    /// Prose; may name computed figures: `{antal.bydaekkende}`.
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""De {antal.lokale} lokale indsatser får {beloeb.lokale}.""#
    ))]
    pub tekst: String,
    /// Figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""bydele""#))]
    pub figur: Option<IndsigtFigur>,
    /// Title of the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-label" = "figurens titel",
        "x-form" = "line",
        "x-example" = r#""Lokale indsatser i hver bydel""#
    ))]
    pub figur_titel: Option<String>,
    /// Note under the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""Bydækkende indsatser er ikke talt med.""#
    ))]
    pub note: Option<String>,
    /// Figures that the source prints for what is computed here, by placeholder's name.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "tallet i grundlaget",
        "x-yearly" = "drop",
        "x-example" = r#"{ "antal.bydaekkende" = 12 }"#
    ))]
    pub trykt: BTreeMap<String, Vaerdi>,
}
