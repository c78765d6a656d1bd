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
    let together = if typesetter.lasting { ids.len() } else { TOGETHER };
    let mut fits = Vec::new();
    let mut plans = BTreeMap::new();
    for some in ids.chunks(together.max(1)) {
        files.insert(SOME.to_owned(), list(some));
        typesetter.set_files(files.clone());
        let document = typesetter.compile_once(MEASURE)?;
        fits.extend(read(&document, &mut plans));
        drop(document);
        typesetter.forget();
    }
    hand_over(typesetter, files, plans);
    Ok(fits)
}

/// Measures every indsats and sets a layout with the plans that come of it. Where an earlier
/// build's plans are at hand, both happen at once, and setting only once more if a plan changed:
/// most edits change none.
///
/// # Errors
/// Errors of the layouts.
pub fn fit_and_set(
    typesetter: &mut Typesetter,
    files: &mut BTreeMap<String, Bytes>,
    main: &str,
) -> Result<(Vec<Fit>, PagedDocument), Vec<Finding>> {
    let ids = order(files);
    let known = |id: &String| typesetter.plans.contains_key(&path(id));
    if ids.is_empty() || !ids.iter().all(known) {
        let fits = fit(typesetter, files)?;
        return Ok((fits, typesetter.compile_once(main)?));
    }
    let earlier = ids.iter().map(|id| path(id));
    files.extend(earlier.filter_map(|path| typesetter.plans.get_key_value(&path)).map(pair));
    files.insert(SOME.to_owned(), list(&ids));
    typesetter.set_files(files.clone());
    let [measured, set] = typesetter.compile_both(MEASURE, main)?;
    let mut plans = BTreeMap::new();
    let fits = read(&measured?, &mut plans);
    let as_before = plans.iter().all(|(path, plan)| files.get(path) == Some(plan));
    hand_over(typesetter, files, plans);
    // With plans of another text the pages may be faulty or not come about at all.
    let document = if as_before { set? } else { typesetter.compile_once(main)? };
    Ok((fits, document))
}

/// Takes the plans out of a measured document.
fn read(document: &PagedDocument, plans: &mut BTreeMap<String, Bytes>) -> Vec<Fit> {
    let mut fits = Vec::new();
    for plan in reported(document, "plan") {
        let Ok(fit) = Fit::deserialize(&plan) else { continue };
        plans.insert(path(&fit.id), Bytes::from_string(plan.to_string()));
        fits.push(fit);
    }
    fits
}

fn hand_over(
    typesetter: &mut Typesetter,
    files: &mut BTreeMap<String, Bytes>,
    plans: BTreeMap<String, Bytes>,
) {
    files.remove(SOME);
    files.extend(plans.iter().map(pair));
    if typesetter.lasting {
        typesetter.plans = plans;
    }
    typesetter.set_files(files.clone());
}

fn pair((path, plan): (&String, &Bytes)) -> (String, Bytes) {
    (path.clone(), plan.clone())
}

fn path(id: &str) -> String {
    format!("/data/plan/{id}.json")
}

fn list(ids: &[String]) -> Bytes {
    Bytes::from_string(Value::from(ids).to_string())
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
