//! Changes of the data: tried, then written together.

use std::path::Path;

use super::Stop;
use super::screen::Screen;
use crate::finding::{Finding, Severity};
use crate::pipeline::{Problems, change};
use crate::report::edit::trial::{FileChange, Trial, trial};
use crate::report::load::{self, Loaded};
use crate::report::model::Report;
use std::sync::Arc;

/// The data of a folder, without errors.
pub(super) fn load(dir: &Path) -> Result<(Loaded, Arc<Report>), Stop> {
    let loaded = load::load(dir);
    match loaded.report.clone() {
        Some(report) => Ok((loaded, report)),
        None => Err(Stop::Faulty(Problems::of(loaded.findings, loaded.sources))),
    }
}

/// Reads and checks the data with the changes.
///
/// # Errors
/// Where they would make an error that is not there now.
pub(super) fn tried(loaded: &Loaded, changes: &[FileChange]) -> Result<Trial, Stop> {
    let trial = trial(loaded, changes);
    let findings = trial.errors();
    if findings.is_empty() {
        return Ok(trial);
    }
    Err(Stop::Faulty(Problems::of(findings, trial.loaded.sources)))
}

/// Writes the changes, all or none, and prints the paths.
pub(super) fn write(dir: &Path, changes: &[FileChange], screen: &Screen) -> Result<(), Stop> {
    let told = change::write(dir, changes).map_err(Stop::misused)?;
    told.into_iter().for_each(|told| screen.say(told));
    for change in changes.iter().filter(|change| change.new.is_some()) {
        screen.path(&dir.join(&change.file))?;
    }
    Ok(())
}

/// Prints the warnings that the changes bring with them.
pub(super) fn warnings(trial: &Trial, screen: &Screen) {
    let warn = |f: &&Finding| f.severity == Severity::Warning;
    let warnings: Vec<Finding> = trial.new_findings.iter().filter(warn).cloned().collect();
    screen.findings(&warnings, &trial.loaded.sources);
}
