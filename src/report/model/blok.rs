//! Blocks: the units of an indsats' own content.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DiagramSlags, Eget, Enhed, Fodnote, Tabel, Tekst, Tilstand, Vaerdi};

/// One block. `slags` says which kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "slags", rename_all = "lowercase")]
pub enum Blok {
    /// A heading inside the indsats.
    Overskrift(Overskrift),
    /// Paragraphs, lists: prose.
    Tekst(TekstBlok),
    /// A table.
    Tabel(Tabel),
    /// A figure, whose values may be missing.
    Figur(Figur),
    /// A voice, in reported speech.
    Citat(Citat),
    /// A statement that is lifted out of the text.
    Fremhaevet(Fremhaevet),
    /// Callouts: a few columns, each with a number inside its sentence.
    Tal(TalBlok),
    /// Lists side by side in two to four columns.
    Spalteliste(Spalteliste),
    /// Terms, each with its text.
    Begreber(Begreber),
    /// The steps of a process, in order.
    Trin(TrinBlok),
    /// What happened, year by year.
    Tidslinje(Tidslinje),
    /// A note that tells how to read what stands above.
    Note(NoteBlok),
    /// Where the numbers above come from.
    Kilde(NoteBlok),
    /// A picture, which may be missing.
    Billede(Billede),
    /// A block of the layouts' own: a component of its name draws it.
    Eget(Eget),
}

/// A heading; level 1 is a topic, level 2 a part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Overskrift {
    /// The words, without a full stop.
    #[schemars(extend("x-example" = r#""Fakta om deltagerne""#))]
    pub tekst: String,
    /// 1 or 2.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 2))]
    #[schemars(extend("x-label" = "overskriftens niveau", "x-setting" = true, "x-example" = "2"))]
    pub niveau: u8,
}

fn one() -> u8 {
    1
}

/// Prose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TekstBlok {
    /// Prose, or a shared text.
    #[schemars(extend("x-example" = r#""Mange deltagere har **sammensatte problemer**.""#))]
    pub tekst: Tekst,
    /// Id of the figure that it is about: where the figure's values are missing, it stays away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub om: Option<String>,
}

/// One series of a figure: as many values as the figure has categories.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigurSerie {
    /// Name.
    #[serde(default)]
    #[schemars(extend("x-example" = r#""2023""#))]
    pub navn: String,
    /// Values in the categories' order.
    #[schemars(extend(
        "x-label" = "",
        "x-yearly" = "value",
        "x-example" = r#"[76, 24, "mangler"]"#
    ))]
    pub vaerdier: Vec<Vaerdi>,
}

/// A figure. Where the source lost its values, `tilstand = "mangler"`, and what is known
/// about it (title, unit, n, period, categories) stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figur {
    /// What it shows.
    #[schemars(extend("x-yearly" = "words", "x-example" = r#""Nye sigtelser""#))]
    pub titel: String,
    /// Measure, population, unit in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beskrivelse: Option<String>,
    /// Unit of the values.
    #[serde(default)]
    #[schemars(extend("x-setting" = true, "x-example" = r#""pct""#))]
    pub enhed: Enhed,
    /// Number of observations behind the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "antal observationer", "x-yearly" = "drop", "x-example" = "213"))]
    pub n: Option<u64>,
    /// Period, as words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "period"))]
    pub periode: Option<String>,
    /// Categories, as far as they are known.
    #[serde(default)]
    #[schemars(extend("x-example" = r#"["Ingen sigtelse", "Sigtelse"]"#))]
    pub kategorier: Vec<String>,
    /// Series; none where the values are missing.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ navn = "Deltagere", vaerdier = [76, 24] }]"#
    ))]
    pub serier: Vec<FigurSerie>,
    /// `mangler` where the values are lost.
    #[serde(default)]
    #[schemars(extend("x-setting" = true))]
    pub tilstand: Tilstand,
    /// What the text still tells of the lost values, a sentence each.
    #[serde(default)]
    #[schemars(extend(
        "x-label" = "det, der er oplyst",
        "x-form" = "line",
        "x-yearly" = "drop",
        "x-example" = r#"["En tredjedel er ikke sigtet igen."]"#
    ))]
    pub kendt: Vec<String>,
    /// True where `kendt` tells what came of the indsats: the sentences stand in the report's table
    /// of results too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("x-yearly" = "drop", "x-label" = "står blandt målte resultater", "x-setting" = true, "x-example" = "true"))]
    pub resultat: bool,
    /// Which forvaltning can supply what is missing, by code; the indsats' first where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "leveres af", "x-setting" = true, "x-example" = r#""SOF""#))]
    pub skylder: Option<String>,
    /// Kind of chart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "diagramtype", "x-setting" = true))]
    pub diagram: Option<DiagramSlags>,
    /// Footnote mark on the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true))]
    pub maerke: Option<String>,
    /// Footnotes.
    #[serde(default)]
    #[schemars(extend("x-label" = ""))]
    pub noter: Vec<Fodnote>,
    /// Where the numbers come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kilde: Option<Tekst>,
    /// Alt text, where the computed one does not serve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "alternativ tekst"))]
    pub alt: Option<String>,
    /// Name by which notes and prose of the same indsats point at it: `om`, `{figur.NAVN}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true, "x-example" = r#""sigtelser""#))]
    pub id: Option<String>,
}

/// A voice: what somebody tells, in reported speech.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citat {
    /// Prose in reported speech.
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""En dreng på 14 år fortæller, at han har fået en bedre døgnrytme.""#
    ))]
    pub tekst: String,
    /// Who, without a private person's name: `Dreng`, `Mor til kadet`, `Nærpolitiet, Amager`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Dreng""#))]
    pub person: Option<String>,
    /// Age in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 120), extend("x-example" = "14"))]
    pub alder: Option<u8>,
    /// Organisation whose logo stood by the quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Københavns Politi""#))]
    pub organisation: Option<String>,
}

/// A statement lifted out of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fremhaevet {
    /// Prose, one or two sentences.
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""Ingen af de unge har fået nye sigtelser.""#
    ))]
    pub tekst: String,
    /// Id of the figure that it rests on: where the figure's values are missing, its source and
    /// population stand below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub om: Option<String>,
}

/// Callouts side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TalBlok {
    /// Title of the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "words", "x-example" = r#""Året i tal""#))]
    pub titel: Option<String>,
    /// The callouts, two to six.
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ tal = [23], enhed = "personer", tekst = "{tal.1} unge har været anbragt." }]"#
    ))]
    pub poster: Vec<TalPost>,
    /// Id of the figure that it rests on: where the figure's values are missing, its source and
    /// population stand below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub om: Option<String>,
}

/// One callout.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TalPost {
    /// Head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Efter et år""#))]
    pub titel: Option<String>,
    /// The numbers of the sentence; the first is shown large.
    #[schemars(extend("x-yearly" = "value", "x-example" = "[33, 23]"))]
    pub tal: Vec<Vaerdi>,
    /// Unit of the numbers.
    #[serde(default)]
    #[schemars(extend("x-setting" = true, "x-example" = r#""personer""#))]
    pub enhed: Enhed,
    /// The sentence, with `{tal.1}` (figures) or `{ord.1}` (in words) where a number stands.
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""Af {tal.1} unge har {tal.2} været anbragt.""#
    ))]
    pub tekst: String,
}

/// Lists side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spalteliste {
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Sådan arbejder de""#))]
    pub titel: Option<String>,
    /// The columns.
    #[schemars(extend(
        "x-example" = r#"[{ titel = "Skole", punkter = ["Møder hver dag", "Har ro til at lære"] }]"#
    ))]
    pub spalter: Vec<Spalte>,
}

/// One list of a [`Spalteliste`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spalte {
    /// Head.
    #[schemars(extend("x-example" = r#""Skole""#))]
    pub titel: String,
    /// Items; one alone is printed as a paragraph.
    #[schemars(extend(
        "x-form" = "line",
        "x-example" = r#"["Møder hver dag", "Har ro til at lære"]"#
    ))]
    pub punkter: Vec<String>,
}

/// Terms with their texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Begreber {
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Ord i tabellen""#))]
    pub titel: Option<String>,
    /// The terms.
    #[schemars(extend("x-label" = ""))]
    pub poster: Vec<Begreb>,
}

/// One term.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Begreb {
    /// The term.
    #[schemars(extend("x-example" = r#""Mentor""#))]
    pub navn: String,
    /// Prose.
    #[schemars(extend(
        "x-form" = "prose",
        "x-example" = r#""En frivillig voksen, som følger den unge.""#
    ))]
    pub tekst: String,
}

/// Steps of a process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrinBlok {
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Et forløb""#))]
    pub titel: Option<String>,
    /// The steps, in order.
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ navn = "Henvisning", tekst = "Skolen henvender sig til teamet." }]"#
    ))]
    pub trin: Vec<Begreb>,
}

/// What happened, year by year: drawn as a timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tidslinje {
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Indsatsens historie""#))]
    pub titel: Option<String>,
    /// The events, the earliest first.
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ aar = 2019, tekst = "Indsatsen begynder i Valby." }]"#
    ))]
    pub poster: Vec<Begivenhed>,
}

/// One event of a timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Begivenhed {
    /// The year.
    #[schemars(range(min = 1800, max = 2100), extend("x-label" = "år", "x-example" = "2019"))]
    pub aar: i32,
    /// The last year, where it took several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1800, max = 2100), extend("x-example" = "2021"))]
    pub til: Option<i32>,
    /// Prose.
    #[schemars(extend("x-form" = "prose", "x-example" = r#""Indsatsen begynder i Valby.""#))]
    pub tekst: String,
}

/// A note or a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteBlok {
    /// Mark, where something above points here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true))]
    pub maerke: Option<String>,
    /// Prose, or a shared text.
    #[schemars(extend("x-example" = r#""Bemærk, at tallene dækker sigtelser med afgørelser.""#))]
    pub tekst: Tekst,
    /// Id of the figure that it is about: where the figure's values are missing, it stays away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub om: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Billede {
    /// File in `billeder/`; none while the picture is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""vaerksted.jpg""#))]
    pub fil: Option<String>,
    /// `mangler` where the source lost it.
    #[serde(default)]
    #[schemars(extend("x-setting" = true))]
    pub tilstand: Tilstand,
    /// Caption, without private persons' names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Unge i værkstedet""#))]
    pub billedtekst: Option<String>,
    /// What the picture shows. Required where there is a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-label" = "alternativ tekst",
        "x-example" = r#""To unge ved en høvlebænk""#
    ))]
    pub alt: Option<String>,
}
