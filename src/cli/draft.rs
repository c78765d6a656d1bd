//! `sats build draft`: what is compared, which marks, which label.

use std::path::Path;
use std::sync::Arc;

use clap::ValueEnum;

use super::Stop;
use super::job::Job;
use crate::pipeline::Prepared;
use crate::pipeline::Problems;
use crate::pipeline::draft::DraftJob;
use crate::pipeline::excerpt::Selection;
use crate::report::diff::{self, Derived, Diff};
use crate::report::history;
use crate::report::load::Loaded;
use crate::report::model::Report;
use crate::typeset::handover::Marks;

/// How a value that waits to be filled in is told.
const UDFYLDES: &str = "udfyldes";

/// What a draft is called where nothing else is said.
const LABEL: &str = "Udkast";

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Drafts")]
pub(super) struct Args {
    /// Mark what changed against that folder of data, or that git revision of this one
    #[arg(long, value_name = "DIR|REV")]
    since: Option<String>,
    /// Which marks stand beside what changed [default: bars]
    #[arg(long, value_enum, value_name = "WHICH")]
    marks: Option<MarksArg>,
    /// Number or name of the draft, printed on every page [default: Udkast]
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MarksArg {
    /// No marks, only the list
    None,
    /// Bars in the margin
    Bars,
    /// Bars, and old values beside new ones
    Full,
}

impl Args {
    /// Which of the flags are given.
    pub(super) fn given(&self) -> [(&'static str, bool); 3] {
        [
            ("--since", self.since.is_some()),
            ("--marks", self.marks.is_some()),
            ("--label", self.label.is_some()),
        ]
    }

    pub(super) fn make(
        &self,
        job: &mut Job,
        (loaded, report): (&Loaded, &Arc<Report>),
        prepared: &Prepared,
        selection: &Selection,
    ) -> Result<Vec<u8>, Stop> {
        let (since, derived) = match &self.since {
            Some(since) => {
                // The folder's name alone: a draft names no machine's paths.
                let name =
                    Path::new(since).file_name().map_or(since.into(), |n| n.to_string_lossy());
                let (diff, derived) =
                    self.compare(job, (report, &prepared.report), since, selection)?;
                (Some((diff, name.into_owned())), derived)
            }
            None => (None, Vec::new()),
        };
        // An excerpt keeps the pages of the full report, so that a remark fits both.
        let sider = if prepared.uddrag.is_some() {
            let whole = job
                .pipeline
                .prepare(loaded, report, &Selection::default())
                .map_err(Stop::misused)?;
            job.pipeline.sider(&whole)?
        } else {
            Default::default()
        };
        let marks = match self.marks {
            Some(MarksArg::None) => Marks::None,
            Some(MarksArg::Bars) | None => Marks::Bars,
            Some(MarksArg::Full) => Marks::Full,
        };
        let label = self.label.clone().unwrap_or_else(|| LABEL.to_owned());
        let draft = DraftJob { label, since, derived, marks, sider };
        Ok(job.pipeline.draft(loaded, prepared, &draft)?)
    }

    /// What changed, and the computed numbers with it; for a forvaltning's excerpt, what concerns it.
    fn compare(
        &self,
        job: &Job,
        (report, part): (&Report, &Report),
        since: &str,
        selection: &Selection,
    ) -> Result<(Diff, Vec<Derived>), Stop> {
        let year = super::diff::year_folder(&job.data, since);
        let since = year.as_deref().unwrap_or(since);
        let old = history::earlier(&job.data, since).map_err(|unreadable| Problems {
            findings: unreadable.findings,
            sources: unreadable.sources,
        })?;
        let diff = diff::diff(&old, report);
        let mut diff = match selection.forvaltning.as_slice() {
            [kode] => diff.of_forvaltning(kode),
            _ => diff,
        };
        let here = |id: &String| part.indsatser.iter().any(|i| i.id == *id);
        diff.changes.retain(|change| {
            let shown = selection.is_whole() || change.indsats.as_ref().is_some_and(here);
            // What waits to be filled in stands in the list of what is missing, and is no change.
            shown && change.new.as_deref() != Some(UDFYLDES)
        });
        let mut derived = diff::derived(&old, report);
        // An excerpt shows the report's own numbers of its indsatser alone.
        derived.retain(|d| selection.is_whole() || d.indsats.as_ref().is_some_and(here));
        Ok((diff, derived))
    }
}
