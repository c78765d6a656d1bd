//! `sats new`: the next year's data, from this year's.

use std::path::PathBuf;

use super::args::Common;
use super::screen::Screen;
use super::{Stop, job};
use crate::finding::Severity;
use crate::pipeline::Problems;
use crate::report::{load, new_year};
use crate::text;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The new year; its folder is made beside the old one's
    year: i32,
    /// Folder of the year to start from [default: the newest year under data/]
    #[arg(long, value_name = "DIR", conflicts_with = "data")]
    from: Option<PathBuf>,
    /// Folder to make [default: the year, beside --from]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let named = job::data(args.from.as_deref().or(common.data.as_deref()))?;
    // `.` and `..` have no name of their own that the new folder could stand beside.
    let from = match named.file_name() {
        Some(_) => named,
        None => named.canonicalize().unwrap_or(named),
    };
    let loaded = load::load(&from);
    if loaded.report.is_none() {
        let problems = Problems::of(loaded.findings, loaded.sources);
        return Err(Stop::Faulty(problems));
    }
    let out = args.out.clone().unwrap_or_else(|| from.with_file_name(args.year.to_string()));
    let written = new_year::new_year(&from, args.year, &out)
        .map_err(|findings| Stop::misused(Problems::of(findings, loaded.sources)))?;
    for path in written {
        screen.path(&path)?;
    }
    // Editors complete and check the files beside data/.
    let beside = out.parent().filter(|p| p.file_name().is_some_and(|name| name == "data"));
    if let Some(root) = beside.and_then(std::path::Path::parent) {
        match super::schema::for_editors(root, screen) {
            // The year is there; `sats schema --out` writes these another time.
            Err(Stop::Misused(mut problems)) => {
                let told = problems.findings.iter_mut();
                told.for_each(|finding| finding.severity = Severity::Warning);
                screen.findings(&problems.findings, &problems.sources);
            }
            done => done?,
        }
    }
    screen.say(text!("new-year-next"));
    Ok(())
}
