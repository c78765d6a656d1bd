//! `sats check`: what is wrong or doubtful, before anything is made.

use clap::ValueEnum;

use super::args::Common;
use super::job::Job;
use super::screen::Screen;
use super::{Stop, explain};
use crate::finding::{Severity, print, services};
use crate::pipeline::excerpt::Selection;
use crate::report::load;
use crate::typeset::fit::Fit;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Fail on warnings too
    #[arg(long)]
    deny_warnings: bool,
    /// Tell what a finding's code means and what to do, and nothing else
    #[arg(long, value_name = "CODE", conflicts_with_all = ["format", "deny_warnings"])]
    explain: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines they point at, on stderr
    #[default]
    Human,
    /// A line each, on stdout
    Short,
    /// One array, on stdout
    Json,
    /// SARIF 2.1.0, on stdout
    Sarif,
    /// Commands of a GitHub workflow, on stdout
    Github,
}

pub(super) fn run(args: Args, common: Common, screen: &Screen) -> Result<(), Stop> {
    if let Some(code) = &args.explain {
        return screen.data(&explain::explain(code, screen.words())?);
    }
    let mut job = Job::resolve(&common)?;
    screen.step("reading and checking the data");
    let loaded = load::load(&job.data);
    let problems = job.pipeline.check(&loaded);
    let findings = &problems.findings;
    let sources = &problems.sources;
    match args.format {
        Format::Human => {
            screen.findings(findings, sources);
            if let Some(report) = &loaded.report {
                screen.step("fitting the spreads");
                let selection = Selection::default();
                let prepared =
                    job.pipeline.prepare(&loaded, report, &selection).map_err(Stop::misused)?;
                let fits = job.pipeline.fit(&prepared)?;
                screen.finish_step();
                fit_table(&fits).iter().for_each(|line| screen.say(line));
            }
        }
        Format::Short => screen.data(&print::short(findings, sources, screen.words()))?,
        Format::Json => screen.data(&print::json(findings, sources, screen.words()))?,
        Format::Sarif => screen.data(&services::sarif(findings, sources, screen.words()))?,
        Format::Github => screen.data(&services::github(findings, sources, screen.words()))?,
    }
    let summary =
        print::summary(findings, screen.words()).unwrap_or_else(|| "nothing to tell".to_owned());
    screen.say(summary);
    let fails = findings.iter().any(|f| {
        let warns = args.deny_warnings && f.severity == Severity::Warning;
        f.accepted.is_none() && (f.severity == Severity::Error || warns)
    });
    if fails { Err(Stop::Said) } else { Ok(()) }
}

/// How every indsats fits its spread: density, pages, room left, and what is too much.
fn fit_table(fits: &[Fit]) -> Vec<String> {
    let mut lines = vec![format!(
        "{:<30} {:<10} {:>5} {:>10}  {}",
        "fit of the spreads", "density", "pages", "room, mm", "beyond one spread"
    )];
    lines.extend(fits.iter().map(|f| {
        let over = match f.over_linjer {
            0 => String::new(),
            // A line of the recto's column holds about fifty characters.
            n => format!("{n} lines, about {} characters", n * 50),
        };
        format!("{:<30} {:<10} {:>5} {:>10.1}  {over}", f.id, f.taethed, f.sider, f.rest_mm)
    }));
    lines
}
