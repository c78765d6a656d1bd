//! Copyfitting: how the layouts set each indsats, read from the document.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use typst::foundations::{Bytes, Label, Selector};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;

use super::{PagedDocument, Typesetter};
use crate::finding::Finding;

/// Height of a line of body text, mm: 13 pt.
const LINE_MM: f64 = 13.0 * 25.4 / 72.0;
/// Characters on a line of the recto's column, about.
const LINE: i64 = 50;

/// The layout that only measures.
const MEASURE: &str = "/layouts/tilpasning.typ";

/// How one indsats fits its spread, for `check` and preview.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Fit {
    /// Id of the indsats.
    pub id: String,
    /// Pages of the indsats, 2 for one spread.
    pub sider: usize,
    /// Room left on the last page, mm.
    pub rest_mm: f64,
    /// Lines that go beyond one spread; 0 where it fits.
    pub over_linjer: u32,
    /// How full each page is, 0 to 1: its columns' lines that something stands on.
    pub fyldt: Vec<f64>,
    /// The penalty of the composition, tenths of a point.
    pub straf: i32,
    /// What it is made of.
    pub regning: Vec<(String, i32)>,
    /// How many ways of setting it were weighed to the end.
    pub vejet: usize,
    /// What does not stand in its first form.
    pub former: Vec<FormTaken>,
    /// The pages' parts, from the top.
    pub spalter: Vec<Columns>,
}

/// A part of a page: two columns, or something across both.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Columns {
    /// Page of the indsats, from 1.
    pub side: u32,
    /// Whether it goes across.
    pub bred: bool,
    /// Height, lines.
    pub linjer: u32,
    /// Lines of the left column.
    pub venstre: u32,
    /// Lines of the right column.
    pub hoejre: u32,
    /// Lines of a divided text that the left column has; 0 where none is divided.
    pub delt: u32,
}

/// The form that a figure or module was given.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct FormTaken {
    /// Its title.
    pub hvad: String,
    /// The form's name.
    pub form: String,
}

impl Fit {
    /// How full its pages are together, percent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        let sum: f64 = self.fyldt.iter().sum();
        (sum / self.fyldt.len().max(1) as f64 * 100.0).round() as u32
    }

    /// Characters that it has room for beside what stands there, about; negative where it is too
    /// long.
    #[must_use]
    pub fn room(&self) -> i64 {
        match self.over_linjer {
            0 => (self.rest_mm / LINE_MM).max(0.0) as i64 * LINE,
            over => -i64::from(over) * LINE,
        }
    }
}

/// Measures every indsats of the handed-over files, without setting the report.
///
/// # Errors
/// Errors of the layouts.
pub fn fit(
    typesetter: &mut Typesetter,
    files: BTreeMap<String, Bytes>,
) -> Result<Vec<Fit>, Vec<Finding>> {
    typesetter.set_files(files);
    Ok(fits(&typesetter.compile_to_measure(MEASURE)?))
}

/// How the indsatser of a document fit, in its order.
#[must_use]
pub fn fits(document: &PagedDocument) -> Vec<Fit> {
    reported(document, "pasform").iter().filter_map(|fit| Fit::deserialize(fit).ok()).collect()
}

/// What a layout put into the document as `#metadata(..) <label>`, in the order of the pages.
#[must_use]
pub fn reported(document: &PagedDocument, label: &str) -> Vec<Value> {
    let Some(label) = Label::new(PicoStr::intern(label)) else { return Vec::new() };
    document
        .introspector()
        .query(&Selector::Label(label))
        .iter()
        .filter_map(|content| content.to_packed::<MetadataElem>())
        .filter_map(|metadata| serde_json::to_value(&metadata.value).ok())
        .collect()
}

/// Page of the element with this label, from 1; none where there is none.
#[must_use]
pub fn page_of(document: &PagedDocument, label: &str) -> Option<usize> {
    let introspector = document.introspector();
    let element = introspector.query_label(Label::new(PicoStr::intern(label))?).ok()?;
    let position = introspector.position(element.location()?)?;
    Some(position.page.get())
}
