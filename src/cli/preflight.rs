//! `sats preflight`: judges any PDF as a print shop would.

use std::fs;
use std::path::PathBuf;

use super::args::Common;
use super::screen::Screen;
use super::{Stop, codes};
use crate::finding::{Finding, Severity, Sources, print};
use crate::output::preflight::{examine, gather};
use crate::output::print::BUILT_IN;
use crate::text;
use crate::words::system;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The PDF to judge
    #[arg(value_name = "FILE.pdf")]
    file: PathBuf,
    /// Printer's profile, or the name of a built-in one, such as gb-tryk or onlineprinters
    /// [default: printer of sats.toml, else x4-coated]
    #[arg(long, value_name = "FILE|NAME")]
    printer: Option<String>,
    /// Stop at warnings too
    #[arg(long)]
    deny_warnings: bool,
}

pub(super) fn run(args: &Args, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let named = args.printer.as_deref().or(common.settled.printer.as_deref());
    let printer = super::print::printer(named.unwrap_or(BUILT_IN))?;
    let name = args.file.display().to_string();
    let bytes = fs::read(&args.file).map_err(|err| {
        Stop::misused(
            Finding::error(
                codes::MISSING.code,
                text!("cannot-read", file = &name, why = system(&err)),
            )
            .hint(text!("name-a-pdf")),
        )
    })?;
    screen.step(text!("step-judge"));
    let verdict = examine(&name, &bytes, &printer);
    screen.findings(&gather(verdict.findings.clone()), &Sources::default());
    let summary = print::summary(&verdict.findings, screen.words());
    match summary {
        Some(summary) => screen.say(summary),
        None => screen.say(text!("judged-fine", pages = verdict.facts.pages)),
    }
    let fails = !verdict.passes()
        || (args.deny_warnings
            && verdict.findings.iter().any(|finding| finding.severity == Severity::Warning));
    if fails { Err(Stop::Said) } else { Ok(()) }
}
