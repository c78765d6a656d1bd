//! Copyfitting: how the layouts set each indsats, read from the document.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use typst::foundations::{Bytes, Label, Selector};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;

use super::{PagedDocument, Typesetter};
use crate::finding::Finding;

/// The layout that only measures.
const MEASURE: &str = "/layouts/tilpasning.typ";

/// How one indsats fits its spread, for `check` and preview.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Fit {
    /// Id of the indsats.
    pub id: String,
    /// Density chosen, by its name in `theme.toml`.
    pub taethed: String,
    /// Pages of the indsats, 2 for one spread.
    pub sider: usize,
    /// Room left on the last page, mm.
    pub rest_mm: f64,
    /// Lines that go beyond one spread; 0 where it fits.
    pub over_linjer: u32,
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
    Ok(fits(&typesetter.compile_once(MEASURE)?))
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
