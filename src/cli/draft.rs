//! `sats build draft`: what is compared, which marks, which label.

use std::path::Path;
use std::sync::Arc;

use clap::ValueEnum;

use super::Stop;
use super::job::Job;
use crate::pipeline::Prepared;
use crate::pipeline::draft::{DraftOrder, Since};
use crate::pipeline::excerpt::Selection;
use crate::report::load::Loaded;
use crate::report::model::Report;
use crate::typeset::handover::Marks;

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
        let marks = match self.marks {
            Some(MarksArg::None) => Marks::None,
            Some(MarksArg::Bars) | None => Marks::Bars,
            Some(MarksArg::Full) => Marks::Full,
        };
        let label = self.label.clone().unwrap_or_else(|| LABEL.to_owned());
        let year = self.since.as_ref().and_then(|since| super::diff::year_folder(&job.data, since));
        let since = self.since.as_ref().map(|since| Since {
            // The folder's name alone: a draft names no machine's paths.
            name: Path::new(since)
                .file_name()
                .map_or_else(|| since.clone(), |name| name.to_string_lossy().into_owned()),
            what: year.unwrap_or_else(|| since.clone()),
        });
        let order = DraftOrder { data: &job.data, selection, label, since, marks };
        let draft = job.pipeline.draft_job(loaded, report, prepared, order)?;
        Ok(job.pipeline.draft(loaded, prepared, &draft)?)
    }
}
