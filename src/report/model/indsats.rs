//! One indsats: what stands on its spread and in its overview row.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Accept, Blok, Enhed, Fodnote, Tekst, Vaerdi, Visning};

/// One indsats, from `indsatser/<id>.toml`. The file's name is its id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indsats {
    /// The file's name; not a key of the file.
    #[serde(skip)]
    pub id: String,
    /// The id that it had in last year's report, where that was another: `sats rename` writes it, and
    /// comparisons know the indsats again by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "drop", "x-label" = "tidligere id", "x-example" = r#""mentorprojektet""#))]
    pub tidligere_id: Option<String>,
    /// Name on the spread.
    pub navn: String,
    /// Short name for the running head and charts, at most 28 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "kort navn"))]
    pub kort_navn: Option<String>,
    /// Tagline under the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undertitel: Option<String>,
    /// Since when it has existed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = "2006"))]
    pub siden: Option<Siden>,
    /// Forvaltninger that the spread names, by code.
    #[schemars(extend("x-example" = r#"["SOF", "BIF"]"#))]
    pub forvaltninger: Vec<String>,
    /// Whether a virkningsevaluering is going on; unknown when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "drop", "x-example" = "true"))]
    pub virkningsevaluering: Option<bool>,
    /// The first lines, set larger: what it is, for whom.
    #[schemars(extend("x-label" = "indledning", "x-form" = "prose"))]
    pub lead: String,
    /// Description: prose.
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""Medarbejderne møder de unge, hvor de er, og følger dem gennem hele forløbet.""#
    ))]
    pub beskrivelse: String,
    /// The description's second part, which the source prints after the geography.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-label" = "beskrivelse, fortsat",
        "x-form" = "prose",
        "x-example" = r#""Siden 2023 samarbejder enheden også med skolerne.""#
    ))]
    pub beskrivelse_fortsat: Option<String>,
    /// The overview row.
    #[schemars(extend(
        "x-example" = r#"{ navn = "LUDO", problem = "Unge uden skole", forvaltning = "SOF", fagprincipper = [1], maalgruppe = "Unge fra 14-19 år" }"#
    ))]
    pub overblik: Overblik,
    /// Users.
    #[schemars(extend(
        "x-example" = r#"{ maalgrupper = [{ navn = "Unge", alder = { fra = 14, til = 19 } }], tekst = "De unge er 14-19 år." }"#
    ))]
    pub brugere: Brugere,
    /// Geography.
    #[schemars(extend(
        "x-example" = r#"{ bydele = ["Valby", "Vanløse"], tekst = "Indsatsen arbejder i Valby og Vanløse." }"#
    ))]
    pub geografi: Geografi,
    /// Money.
    #[schemars(extend(
        "x-label" = "økonomi",
        "x-example" = r#"{ beloeb = 1_200_000, tekst = { faelles = "oekonomi" } }"#
    ))]
    pub oekonomi: Oekonomi,
    /// Its own content, in reading order.
    #[serde(default)]
    #[schemars(extend("x-label" = ""))]
    pub blok: Vec<Blok>,
    /// Findings that the editor has accepted.
    #[serde(default)]
    #[schemars(extend("x-label" = "accepterede fund", "x-yearly" = "drop"))]
    pub accepteret: Vec<Accept>,
    /// Texts carried over from last year that nobody has confirmed or changed, by field, each with
    /// its fingerprint; kept by `sats new` and `sats confirm`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend("x-label" = "tekster fra sidste år"))]
    pub fra_sidste_aar: BTreeMap<String, String>,
}

impl Indsats {
    /// The name where there is little room: the short one if it has one.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.kort_navn.as_deref().unwrap_or(&self.navn)
    }

    /// Its blocks in reading order, each with its field in the file: `brugere.blok[0]`, `blok[3]`.
    pub fn blokke(&self) -> impl Iterator<Item = (String, &Blok)> {
        let lists = [
            ("brugere.blok", &self.brugere.blok),
            ("geografi.blok", &self.geografi.blok),
            ("oekonomi.blok", &self.oekonomi.blok),
            ("blok", &self.blok),
        ];
        lists.into_iter().flat_map(|(liste, blokke)| {
            blokke.iter().enumerate().map(move |(nr, blok)| (format!("{liste}[{nr}]"), blok))
        })
    }
}

/// Since when: `2006`, or `{ aar = 2020, tekst = "efteråret 2020" }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Siden {
    /// A year.
    Aar(i32),
    /// A year with the words to print.
    Tekst(SidenTekst),
}

/// The long form of [`Siden`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SidenTekst {
    /// The year.
    #[schemars(extend("x-label" = "år", "x-example" = "2020"))]
    pub aar: i32,
    /// The words, without `siden`: `efteråret 2020`.
    #[schemars(extend("x-example" = r#""efteråret 2020""#))]
    pub tekst: String,
}

impl Siden {
    /// The year.
    #[must_use]
    pub fn aar(&self) -> i32 {
        match self {
            Self::Aar(aar) => *aar,
            Self::Tekst(t) => t.aar,
        }
    }

    /// The words to print after `siden`.
    #[must_use]
    pub fn tekst(&self) -> String {
        match self {
            Self::Aar(aar) => aar.to_string(),
            Self::Tekst(t) => t.tekst.clone(),
        }
    }
}

/// What the overview table says, which may differ from the spread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Overblik {
    /// Name as the overview prints it.
    pub navn: String,
    /// The problem that the indsats answers.
    #[schemars(extend("x-example" = r#""Unge i området skaber utryghed""#))]
    pub problem: String,
    /// The forvaltning of the overview, by code.
    #[schemars(extend("x-example" = r#""SOF""#))]
    pub forvaltning: String,
    /// Numbers of the fagprincipper, 1 to 5.
    #[schemars(extend("x-example" = "[1, 4]"))]
    pub fagprincipper: Vec<u8>,
    /// Target group.
    #[schemars(extend(
        "x-label" = "målgruppe",
        "x-example" = r#""Udsatte unge i alderen 15-24 år""#
    ))]
    pub maalgruppe: String,
    /// Ages that the target group names, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alder: Option<Alder>,
    /// Geography as printed, where it differs from the list of bydele.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "geografi som trykt", "x-example" = r#""Nørrebro""#))]
    pub geografi_som_trykt: Option<String>,
}

/// A range of ages. Halves are allowed: 17.5 prints `17½`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alder {
    /// From, years.
    #[schemars(range(min = 0, max = 120))]
    #[schemars(extend("x-example" = "10"))]
    pub fra: f64,
    /// To and including, years; open when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 120))]
    #[schemars(extend("x-example" = "14"))]
    pub til: Option<f64>,
}

/// One target group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Maalgruppe {
    /// Who.
    #[schemars(extend("x-example" = r#""Unge med højt skolefravær""#))]
    pub navn: String,
    /// Ages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alder: Option<Alder>,
}

/// Users: who they are and how many a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brugere {
    /// Heading, where it is not `Brugere`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overskrift: Option<String>,
    /// Target groups as the spread names them.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "målgrupper",
        "x-example" = r#"[{ navn = "Unge med højt skolefravær", alder = { fra = 14, til = 19 } }]"#
    ))]
    pub maalgrupper: Vec<Maalgruppe>,
    /// Prose.
    #[schemars(extend("x-form" = "prose"))]
    pub tekst: String,
    /// Yearly values; two series that belong together are `par = true`.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ navn = "Brugere", taeller = "unge i indsatsen", enhed = "personer", vaerdier = { 2022 = 16, 2023 = 16 } }]"#
    ))]
    pub serie: Vec<Serie>,
    /// True where two series are read as pairs (722/335).
    #[serde(default)]
    #[schemars(extend("x-label" = "læses parvis", "x-example" = "true"))]
    pub par: bool,
    /// Blocks that belong to the users.
    #[serde(default)]
    #[schemars(extend("x-label" = ""))]
    pub blok: Vec<Blok>,
}

/// Yearly values of one measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Serie {
    /// Label as printed: `Forløb`.
    #[schemars(extend("x-example" = r#""Forløb""#))]
    pub navn: String,
    /// What is counted, in words: `unikke afsluttede forløb`.
    #[schemars(extend("x-label" = "tæller", "x-example" = r#""unikke afsluttede forløb""#))]
    pub taeller: String,
    /// Unit; persons fall under disclosure control.
    #[serde(default)]
    #[schemars(extend("x-setting" = true))]
    pub enhed: Enhed,
    /// True for the series that the overview of users by year compares.
    #[serde(default = "yes")]
    #[schemars(extend("x-example" = "false"))]
    pub sammenlignelig: bool,
    /// The first year that is not counted as the years before it: no change is told across it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true, "x-example" = "2022"))]
    pub databrud: Option<i32>,
    /// Value per year, the year as key.
    #[schemars(extend("x-label" = "", "x-yearly" = "value"))]
    pub vaerdier: BTreeMap<String, Vaerdi>,
    /// Chart, table or both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true))]
    pub visning: Option<Visning>,
    /// Footnote mark on the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true))]
    pub maerke: Option<String>,
    /// Footnotes.
    #[serde(default)]
    #[schemars(extend("x-label" = ""))]
    pub noter: Vec<Fodnote>,
    /// Alt text of the chart, where the computed one does not serve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "alternativ tekst"))]
    pub alt: Option<String>,
}

fn yes() -> bool {
    true
}

impl Serie {
    /// Years and values in the order of time; keys that are no year are left out
    /// (the loader has refused them).
    pub fn aar(&self) -> impl Iterator<Item = (i32, &Vaerdi)> {
        self.vaerdier.iter().filter_map(|(aar, v)| Some((aar.parse().ok()?, v)))
    }

    /// Whether the two years are counted alike: no break in the data lies between them.
    pub fn counted_alike(&self, earlier: i32, later: i32) -> bool {
        self.databrud.is_none_or(|first| later < first || earlier >= first)
    }
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Geografi {
    /// Heading, where it is not `Geografi`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Hvor i byen""#))]
    pub overskrift: Option<String>,
    /// True for the whole city; then `bydele` is empty.
    #[serde(default)]
    #[schemars(extend("x-label" = "bydækkende", "x-example" = "true"))]
    pub bydaekkende: bool,
    /// Bydele by name (an alias of bydele.toml serves too).
    #[serde(default)]
    #[schemars(extend("x-example" = r#"["Indre Nørrebro", "Valby"]"#))]
    pub bydele: Vec<String>,
    /// Prose.
    #[schemars(extend("x-form" = "prose"))]
    pub tekst: String,
    /// Blocks that belong to the geography.
    #[serde(default)]
    #[schemars(extend("x-label" = ""))]
    pub blok: Vec<Blok>,
}

/// Part of an amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Beloebsdel {
    /// Name: `Overførsler`.
    #[schemars(extend("x-example" = r#""Overførsler""#))]
    pub navn: String,
    /// Kroner.
    #[schemars(extend(
        "x-label" = "beløb",
        "x-yearly" = "value",
        "x-unit" = "kr",
        "x-example" = "16_236_000"
    ))]
    pub beloeb: Vaerdi,
}

/// Money of the budget year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Oekonomi {
    /// Heading, where it is not `Økonomi`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Økonomi 2023-2026""#))]
    pub overskrift: Option<String>,
    /// Kroner in the report's year.
    #[schemars(extend("x-label" = "beløb", "x-yearly" = "value", "x-unit" = "kr"))]
    pub beloeb: Vaerdi,
    /// What stands behind the amount in the overview: `Varig bevilling`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "note til beløbet", "x-example" = r#""Varig bevilling""#))]
    pub beloeb_note: Option<String>,
    /// Parts of the amount.
    #[serde(default)]
    #[schemars(extend("x-example" = r#"[{ navn = "Drift", beloeb = 650_000 }]"#))]
    pub opdeling: Vec<Beloebsdel>,
    /// True where the grant is permanent.
    #[serde(default)]
    #[schemars(extend("x-example" = "true"))]
    pub varig: bool,
    /// False where the text says that it is not part of the budgetpakke.
    #[serde(default = "yes")]
    #[schemars(extend("x-label" = "i budgetpakken", "x-example" = "false"))]
    pub i_budgetpakken: bool,
    /// True where the forvaltning pays from its own budget from now on.
    #[serde(default)]
    #[schemars(extend("x-label" = "inden for egen ramme", "x-example" = "true"))]
    pub egen_ramme: bool,
    /// Prose or a shared text.
    #[schemars(extend("x-example" = r#"{ faelles = "oekonomi" }"#))]
    pub tekst: Tekst,
    /// Blocks that belong to the money.
    #[serde(default)]
    #[schemars(extend("x-label" = ""))]
    pub blok: Vec<Blok>,
}
