//! Tables: columns with groups, rows with roles, cells with marks, and how a table is shown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Celle, Enhed, Tekst};

/// A footnote of one block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fodnote {
    /// The mark, `*`, `**` or `***`. Its scope is the block.
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true, "x-example" = r#""*""#))]
    pub maerke: String,
    /// Prose.
    #[schemars(extend("x-example" = r#""Opgjort pr. 31. december 2023.""#))]
    pub tekst: Tekst,
}

/// What a column holds, for checks and charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum KolonneRolle {
    /// Those who take part in the indsats.
    Deltagere,
    /// Those they are compared with.
    Sammenligning,
    /// Measured before.
    Foer,
    /// Measured after.
    Efter,
    /// The change from before to after, in words or percent.
    Resultat,
    /// The goal that was set.
    Kriterium,
    /// A part of a whole per row: each column's rows add up to 100 %.
    Andel,
    /// The sum of the other columns of its unit, in its group where it has one.
    Total,
}

/// A column of a table, the row headers' column not counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kolonne {
    /// Header; empty where the table has none.
    #[serde(default)]
    #[schemars(extend("x-yearly" = "words", "x-example" = r#""Deltagere""#))]
    pub navn: String,
    /// Upper header; neighbours with the same group share one cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "words", "x-label" = "overkolonne", "x-example" = r#""2023""#))]
    pub gruppe: Option<String>,
    /// Unit of the column's numbers.
    #[serde(default)]
    #[schemars(extend("x-setting" = true, "x-example" = r#""pct""#))]
    pub enhed: Enhed,
    /// What it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true, "x-example" = r#""deltagere""#))]
    pub rolle: Option<KolonneRolle>,
    /// Footnote mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true))]
    pub maerke: Option<String>,
}

impl Kolonne {
    /// Names of the two halves of a column of pairs: `Deltagere Offentlige/Privat` holds
    /// `Deltagere Offentlige` and `Deltagere Privat`.
    #[must_use]
    pub fn pair_names(&self) -> [String; 2] {
        let (stem, par) = self.navn.rsplit_once(' ').unwrap_or(("", &self.navn));
        match par.split_once('/') {
            Some((en, other)) => [en, other].map(|half| format!("{stem} {half}").trim().to_owned()),
            None => [1, 2].map(|nr| format!("{} ({nr})", self.navn)),
        }
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RaekkeRolle {
    /// One observation.
    #[default]
    Data,
    /// The sum of the rows above it, back to the last total.
    Total,
    /// A sum inside the table, of the data rows since the last subtotal.
    Subtotal,
    /// The mean of the data rows above it.
    Gennemsnit,
    /// A count that stands outside the table's sums (for example a base).
    Grundlag,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Raekke {
    /// Row header.
    #[serde(default)]
    #[schemars(extend("x-yearly" = "row", "x-example" = r#""Selvforsørgende""#))]
    pub navn: String,
    /// A longer explanation that belongs to the row header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend(
        "x-form" = "line",
        "x-example" = r#""Har hverken offentlig ydelse eller SU.""#
    ))]
    pub forklaring: Option<String>,
    /// What the row is.
    #[serde(default)]
    #[schemars(extend("x-setting" = true, "x-example" = r#""total""#))]
    pub rolle: RaekkeRolle,
    /// Unit, where the row's differs from the column's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true, "x-example" = r#""pct""#))]
    pub enhed: Option<Enhed>,
    /// Footnote mark on the row header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true))]
    pub maerke: Option<String>,
    /// True where the row tells what came of the indsats: it stands in the report's table of
    /// results too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("x-label" = "står blandt målte resultater", "x-setting" = true, "x-example" = "true"))]
    pub resultat: bool,
    /// One cell a column.
    #[schemars(extend(
        "x-label" = "",
        "x-yearly" = "value",
        "x-example" = r#"[30.6, "-", { tal = 12, maerke = "*" }]"#
    ))]
    pub celler: Vec<Celle>,
}

/// How a table's or series' numbers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Visning {
    /// As a table only.
    Tabel,
    /// As a chart only; the table is attached to the PDF.
    Diagram,
    /// As both.
    Begge,
}

/// Kind of chart. Chosen by the data's shape where it is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DiagramSlags {
    /// Columns by year; two series stand side by side.
    Soejler,
    /// Lines by month or year.
    Linje,
    /// Horizontal bars, one per category.
    Bjaelker,
    /// One bar of 100 %, divided.
    Andele,
    /// Bars in groups: deltagere against the comparison group.
    Grupper,
    /// Before and after, joined by a line.
    Haeldning,
    /// A hundred squares, some filled: one share.
    Vaffel,
    /// Small charts on one scale.
    Smaa,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tabel {
    /// What it shows.
    #[schemars(extend("x-yearly" = "words", "x-example" = r#""Deltagernes forsørgelse""#))]
    pub titel: String,
    /// A line under the title: definition, population, unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""Andel af deltagerne et år efter forløbet""#))]
    pub beskrivelse: Option<String>,
    /// Header of the row headers' column.
    #[serde(default)]
    #[schemars(extend("x-yearly" = "words", "x-label" = "rækkernes overskrift", "x-example" = r#""Forsørgelse""#))]
    pub raekkehoved: String,
    /// The columns.
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ navn = "Deltagere", enhed = "pct", rolle = "deltagere" }]"#
    ))]
    pub kolonner: Vec<Kolonne>,
    /// The rows.
    #[schemars(extend(
        "x-label" = "",
        "x-example" = r#"[{ navn = "Selvforsørgende", celler = [30.6] }]"#
    ))]
    pub raekker: Vec<Raekke>,
    /// Number of observations behind the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "drop", "x-label" = "antal observationer", "x-example" = "213"))]
    pub n: Option<u64>,
    /// Year or period of the numbers, as words: `2023`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-yearly" = "period"))]
    pub periode: Option<String>,
    /// Chart, table or both; decided by size and shape where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true))]
    pub visning: Option<Visning>,
    /// Kind of chart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "diagramtype", "x-setting" = true))]
    pub diagram: Option<DiagramSlags>,
    /// True where the rows have an order of their own (months, ages) and must not be sorted.
    #[serde(default)]
    #[schemars(extend("x-label" = "fast rækkefølge", "x-example" = "true"))]
    pub ordnet: bool,
    /// True where the table tells about vulnerable persons: disclosure control applies.
    #[serde(default)]
    #[schemars(extend("x-label" = "følsom", "x-example" = "true"))]
    pub foelsom: bool,
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
    /// Alt text of the chart, where the computed one does not serve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "alternativ tekst"))]
    pub alt: Option<String>,
    /// Name by which prose of the same indsats points at it: `{tabel.NAVN}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-setting" = true, "x-example" = r#""status""#))]
    pub id: Option<String>,
}
