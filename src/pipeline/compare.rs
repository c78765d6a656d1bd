//! What a draft marks: what changed since other data, and the pages that an excerpt keeps.

use crate::words::Words;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::draft::DraftJob;
use super::excerpt::Selection;
use super::{Pipeline, Prepared, Problems};
use crate::report::diff::{self, Derived, Diff};
use crate::report::history;
use crate::report::load::Loaded;
use crate::report::model::{Report, Tom};
use crate::typeset::handover::Marks;

/// What a draft is asked to be.
pub struct DraftOrder<'a> {
    /// Folder of the data.
    pub data: &'a Path,
    /// Which spreads.
    pub selection: &'a Selection,
    /// Number or label, as printed: `Udkast 3`.
    pub label: String,
    /// What it is compared with.
    pub since: Option<Since>,
    /// Which marks.
    pub marks: Marks,
}

/// Older data.
pub struct Since {
    /// A folder, or a revision of the data's repository.
    pub what: String,
    /// As it is printed.
    pub name: String,
}

impl Pipeline {
    /// What makes the draft that was asked for of a report.
    ///
    /// # Errors
    /// Where the older data cannot be read, and errors of the layouts.
    pub fn draft_job(
        &mut self,
        loaded: &Loaded,
        report: &Arc<Report>,
        prepared: &Prepared,
        order: DraftOrder<'_>,
    ) -> Result<DraftJob, Problems> {
        let (since, derived) = match &order.since {
            Some(since) => {
                let (diff, derived) =
                    compare((report, &prepared.report), since, &order, &self.words)?;
                (Some((diff, since.name.clone())), derived)
            }
            None => (None, Vec::new()),
        };
        // An excerpt keeps the pages of the full report, so that a remark fits both.
        let sider = if prepared.excerpt.is_some() {
            let whole = self.prepare(loaded, report, &Selection::default())?;
            self.page_numbers(&whole)?
        } else {
            BTreeMap::new()
        };
        Ok(DraftJob { label: order.label, since, derived, marks: order.marks, pages: sider })
    }
}

/// What changed, and the computed numbers with it; for a forvaltning's excerpt, what concerns it.
fn compare(
    (report, part): (&Report, &Report),
    since: &Since,
    order: &DraftOrder<'_>,
    words: &Words,
) -> Result<(Diff, Vec<Derived>), Problems> {
    let selection = order.selection;
    let old = history::earlier(order.data, &since.what)
        .map_err(|unreadable| Problems::of(unreadable.findings, unreadable.sources))?;
    let diff = diff::diff(&old, report);
    let mut diff = match selection.forvaltning.as_slice() {
        [kode] => diff.of_forvaltning(kode),
        _ => diff,
    };
    let here = |id: &String| part.indsatser.iter().any(|i| i.id == *id);
    let [_, to_be_filled_in, _] = Tom::ORD;
    diff.changes.retain(|change| {
        let shown = selection.is_whole() || change.indsats.as_ref().is_some_and(here);
        // What waits to be filled in stands in the list of what is missing, and is no change.
        shown && change.new.as_deref() != Some(to_be_filled_in)
    });
    let mut derived = diff::derived(&old, report, words);
    // An excerpt shows the report's own numbers of its indsatser alone.
    derived.retain(|d| selection.is_whole() || d.indsats.as_ref().is_some_and(here));
    Ok((diff, derived))
}
