//! What a draft marks: what changed since other data, and the pages that an excerpt keeps.

use crate::words::Words;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::draft::{DraftJob, data_hash};
use super::excerpt::Selection;
use super::{Pipeline, Prepared, Problems};
use crate::report::danish::OPEN;
use crate::report::diff::{self, Derived, Diff};
use crate::report::history;
use crate::report::load::Loaded;
use crate::report::model::Report;
use crate::text;
use crate::typeset::Bytes;
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
    /// As it was asked for, and as it is printed beside the version of its data.
    pub name: String,
}

/// What a report was compared with, and how it differs.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    /// What changed.
    pub diff: Diff,
    /// Computed numbers that changed with it.
    pub derived: Vec<Derived>,
    /// What the older data are called on the pages.
    pub name: String,
    /// What the layouts were handed of the older data.
    pub before: BTreeMap<String, Bytes>,
    /// The earlier id of every indsats that has another now.
    pub renamed: BTreeMap<String, String>,
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
        let since = match &order.since {
            Some(since) => {
                let old = history::earlier(order.data, &since.what)
                    .map_err(|unreadable| Problems::of(unreadable.findings, unreadable.sources))?;
                Some(self.compared(loaded, (report, prepared), (old, &since.name), order.selection))
            }
            None => None,
        };
        // An excerpt keeps the pages of the full report, so that a remark fits both.
        let sider = if prepared.excerpt.is_some() {
            let whole = self.prepare(loaded, report, &Selection::default())?;
            self.page_numbers(&whole)?
        } else {
            BTreeMap::new()
        };
        Ok(DraftJob { label: order.label, since, marks: order.marks, pages: sider })
    }

    /// A report, or its excerpt, beside older data, which are prepared alike.
    #[must_use]
    pub fn compared(
        &self,
        loaded: &Loaded,
        (report, prepared): (&Report, &Prepared),
        (old, name): (Arc<Report>, &str),
        selection: &Selection,
    ) -> Compared {
        let (diff, derived) = compare((report, &prepared.report), &old, selection, &self.words);
        let version = data_hash(&old);
        let name = self.words.say(&text!("draft-since", what = name, version = version));
        let earlier = |id: &String| old.indsatser.iter().any(|i| i.id == *id);
        let renamed = report.indsatser.iter().filter_map(|i| {
            let was = i.tidligere_id.as_ref().filter(|was| !earlier(&i.id) && earlier(was))?;
            Some((i.id.clone(), was.clone()))
        });
        let renamed: BTreeMap<String, String> = renamed.collect();
        let mut then = selection.clone();
        let was = selection.only.iter().map(|id| renamed.get(id).unwrap_or(id));
        then.only = was.filter(|id| earlier(id)).cloned().collect();
        // An excerpt of nothing but what was not there then has nothing to be compared with.
        let known = selection.only.is_empty() || !then.only.is_empty();
        let before = known.then(|| self.prepare(loaded, &old, &then).ok()).flatten();
        let before = before.map(|prepared| prepared.files).unwrap_or_default();
        Compared { diff, derived, name, before, renamed }
    }
}

/// What changed, and the computed numbers with it; for a forvaltning's excerpt, what concerns it.
fn compare(
    (report, part): (&Report, &Report),
    old: &Report,
    selection: &Selection,
    words: &Words,
) -> (Diff, Vec<Derived>) {
    let diff = diff::diff(old, report);
    let mut diff = match selection.forvaltning.as_slice() {
        [kode] => diff.of_forvaltning(kode),
        _ => diff,
    };
    let here = |id: &String| part.indsatser.iter().any(|i| i.id == *id);
    let next_year = old.rapport.aar != report.rapport.aar;
    diff.changes.retain(|change| {
        let shown = selection.is_whole() || change.indsats.as_ref().is_some_and(here);
        // What another year's report waits for stands in the list of what is missing: it took nobody's
        // number away.
        shown && !(next_year && change.new.as_deref() == Some(OPEN))
    });
    let mut derived = diff::derived(old, report, words);
    // An excerpt shows the report's own numbers of its indsatser alone.
    derived.retain(|d| selection.is_whole() || d.indsats.as_ref().is_some_and(here));
    (diff, derived)
}
