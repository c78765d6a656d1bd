//! What stands between a report and its publication: the gate, warnings, the closing line.

use super::Stop;
use super::screen::Screen;
use crate::finding::{Finding, Severity};
use crate::pipeline::{Problems, Publication};
use crate::report::diff::missing;
use crate::report::model::Report;
use crate::report::schema::settings::Edition;
use crate::text;

#[derive(Debug, Clone, Copy, clap::Args)]
#[command(next_help_heading = "Publication")]
pub(super) struct PublishArgs {
    /// Make it though something is missing or not confirmed: each place is marked
    #[arg(long)]
    pub(super) incomplete: bool,
    /// Official edition without attached data: PDF/A-2a + PDF/UA-1, for archives and mailboxes that
    /// refuse attached files
    #[arg(long)]
    pub(super) no_attachments: bool,
    /// Stop at warnings too that are not accepted
    #[arg(long)]
    pub(super) deny_warnings: bool,
}

impl PublishArgs {
    /// The terms on which an edition is made: paper and print files have no files attached, and do
    /// not say so.
    pub(super) fn terms(self, edition: Edition) -> Publication {
        let attachments = edition == Edition::Official && !self.no_attachments;
        Publication { incomplete: self.incomplete, attachments }
    }

    /// Stops at warnings that nobody has accepted, where that was asked for.
    pub(super) fn warnings(
        self,
        problems: &Problems,
        report: &Report,
        screen: &Screen,
    ) -> Result<(), Stop> {
        let open: Vec<Finding> = problems
            .findings
            .iter()
            .filter(|f| f.severity == Severity::Warning && f.accepted.is_none())
            .cloned()
            .collect();
        if !self.deny_warnings || open.is_empty() {
            return Ok(());
        }
        screen.findings(&open, &problems.sources);
        closing(&problems.findings, report, screen);
        screen.say(text!("build-denied"));
        Err(Stop::Said)
    }
}

/// The line that ends a build: how much `sats check` has to say, and how many fields are missing, as
/// the preview counts them.
pub(super) fn closing(findings: &[Finding], report: &Report, screen: &Screen) {
    let count = |of: &dyn Fn(&Finding) -> bool| findings.iter().filter(|f| of(f)).count();
    let open = |severity| count(&|f| f.severity == severity && f.accepted.is_none());
    let missing = missing(report).len();
    screen.say(text!(
        "check-sum",
        errors = text!("finding-errors", n = open(Severity::Error)),
        warnings = text!("finding-warnings", n = open(Severity::Warning)),
        accepted = text!("finding-accepted-count", n = count(&|f| f.accepted.is_some())),
        missing = missing,
    ));
}
