//! Copyfitting: the plans that `layouts/tilpasning.typ` makes, read and handed back.
//!
//! Measuring and setting are two documents, so that each lays its pages out side by side and an
//! edit measures only the indsats that it touches.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use typst::foundations::{Bytes, Label, Selector};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;

use super::{PagedDocument, Typesetter};
use crate::finding::Finding;

/// The layout that measures.
const MEASURE: &str = "/layouts/tilpasning.typ";
/// Which indsatser it measures.
const SOME: &str = "/data/tilpasning.json";

/// How one indsats fits its spread, for `check` and preview.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Fit {
    /// Id of the indsats.
    pub id: String,
    /// Density chosen, by its name in `theme.toml`.
    pub taethed: String,
    /// Room left on the last page, mm.
    pub rest_mm: f64,
    /// Lines that go beyond one spread; 0 where it fits.
    pub over_linjer: u32,
    /// Pages packed after the verso.
    #[serde(rename = "sider")]
    packed: Vec<Value>,
}

impl Fit {
    /// Pages of the indsats, 2 for one spread.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.packed.len().max(1) + 1
    }
}

/// Indsatser measured in one document, where memory is to be given back in between.
const TOGETHER: usize = 44;

/// Measures every indsats of the handed-over files and adds the plans to them.
///
/// # Errors
/// Errors of the layouts.
pub fn fit(
    typesetter: &mut Typesetter,
    files: &mut BTreeMap<String, Bytes>,
) -> Result<Vec<Fit>, Vec<Finding>> {
    let ids = order(files);
    let together = if typesetter.lasts() { ids.len() } else { TOGETHER };
    let mut plans = Vec::new();
    for some in ids.chunks(together.max(1)) {
        files.insert(SOME.to_owned(), Bytes::from_string(Value::from(some).to_string()));
        typesetter.set_files(files.clone());
        let document = typesetter.compile_once(MEASURE)?;
        plans.extend(reported(&document, "plan"));
        drop(document);
        typesetter.forget();
    }
    files.remove(SOME);
    let mut fits = Vec::new();
    for plan in plans {
        let Ok(fit) = Fit::deserialize(&plan) else { continue };
        files.insert(format!("/data/plan/{}.json", fit.id), Bytes::from_string(plan.to_string()));
        fits.push(fit);
    }
    typesetter.set_files(files.clone());
    Ok(fits)
}

/// Ids of the indsatser in the report's order.
fn order(files: &BTreeMap<String, Bytes>) -> Vec<String> {
    let front = files.get("/data/rapport.json");
    let front = front.and_then(|file| serde_json::from_slice::<Value>(file).ok());
    let ids = front.as_ref().and_then(|front| front.get("raekkefoelge")?.as_array());
    ids.into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect()
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
