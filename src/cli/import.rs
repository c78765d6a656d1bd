//! `sats import`: forms that came back.

use crate::words::Text;
use std::fs;
use std::path::PathBuf;

use super::args::Common;
use super::screen::Screen;
use super::{Stop, change, codes, job};
use crate::finding::{Finding, Place, Severity};
use crate::report::diff::{diff, list};
use crate::report::edit::trial::{FileChange, trial};
use crate::report::form::{self, Changed, Import, Source};
use crate::text;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The forms, .xlsx or .ods, in any order
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Write what can be written, also where something else in the forms is wrong
    #[arg(long)]
    rest: bool,
}

pub(super) fn run(args: &Args, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let dir = job::data(common.data.as_deref())?;
    screen.step(text!("step-import"));
    let (loaded, report) = change::load(&dir)?;
    let sources = args.files.iter().map(source).collect::<Result<Vec<_>, _>>()?;
    let mut import = form::import(&loaded, &report, &sources);
    let changes = changes(&import);
    let trial = trial(&loaded, &changes);
    // What the answers do to the data, named by the cell that says it.
    let mut refused = false;
    for finding in trial.new_findings.iter().filter(|f| f.severity != Severity::Note) {
        let error = finding.severity == Severity::Error;
        refused |= error;
        match by_cell(finding, &import.changed) {
            Some(named) => import.findings.push(named),
            None if error => import.findings.push(finding.clone()),
            // A warning that counts differently now is no news of this form.
            None => {}
        }
    }
    screen.findings(&import.findings, &trial.loaded.sources);
    let right = match &trial.loaded.report {
        Some(new) => {
            let changes = diff(&report, new);
            let any = !changes.changes.is_empty();
            if any { list::human(&changes, new, screen.words()) } else { String::new() }
        }
        None => right(&import, screen),
    };
    screen.data(&right)?;
    screen.say(counted(&import));
    if import.came > 0 {
        screen.say(text!("form-came", n = import.came));
    }
    let stopped = import.is_stopped();
    if refused || (stopped && !args.rest) {
        screen.say(match refused || changes.is_empty() {
            true => text!("nothing-written"),
            false => text!("nothing-written-rest"),
        });
        return Err(Stop::Said);
    }
    if args.dry_run {
        screen.say(text!("dry-run"));
    } else {
        change::write(&dir, &changes, screen)?;
    }
    if stopped { Err(Stop::Said) } else { Ok(()) }
}

/// What the forms change where the data cannot be read with it, a line each, without the answers
/// that an error names.
fn right(import: &Import, screen: &Screen) -> String {
    let wrong = |c: &&Changed| {
        let errors = import.findings.iter().filter(|f| f.severity == Severity::Error);
        errors.filter_map(|f| f.place.as_ref()).any(|place| {
            let field = place.field.as_deref();
            place.file == c.file && field.is_some_and(|field| meet(&c.field, field))
        })
    };
    let line = |c: &Changed| {
        let (field, old, new) = (c.label.as_str(), c.old.as_str(), c.new.as_str());
        let words = text!("form-right", file = &c.file, field = field, old = old, new = new);
        screen.words().say(&words) + "\n"
    };
    import.changed.iter().filter(|c| !wrong(c)).map(line).collect()
}

/// Whether one field is the other or inside it.
fn meet(a: &str, b: &str) -> bool {
    let inside = |whole: &str, part: &str| {
        part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    inside(a, b) || inside(b, a)
}

fn source(path: &PathBuf) -> Result<Source, Stop> {
    let file = path.display().to_string();
    let large = fs::metadata(path).is_ok_and(|m| m.len() > form::read::LARGEST as u64);
    let read = if large { Ok(Vec::new()) } else { fs::read(path) };
    match read {
        Ok(_) if large => Err(Stop::misused(
            Finding::error(form::UNREADABLE.code, text!("form-file-large", file = &file))
                .hint(text!("book-large-hint")),
        )),
        Ok(bytes) => Ok(Source { file, bytes }),
        Err(err) => Err(Stop::misused(
            Finding::error(
                codes::MISSING.code,
                text!("cannot-read", file = &file, why = crate::words::system(&err)),
            )
            .hint(text!("file-open-hint")),
        )),
    }
}

fn changes(import: &Import) -> Vec<FileChange> {
    let change = |(file, old, new): &(String, String, String)| FileChange {
        file: file.clone(),
        old: Some(old.clone()),
        new: Some(new.clone()),
    };
    import.files.iter().map(change).collect()
}

/// A finding about the data, with the cell that brings it; none where no answer does.
fn by_cell(finding: &Finding, changed: &[Changed]) -> Option<Finding> {
    let Some(Place { file, field: Some(field), .. }) = &finding.place else { return None };
    let of = |c: &&Changed| c.file == *file && meet(&c.field, field);
    let cell = changed.iter().find(of)?;
    let place = cell.place.field.clone().unwrap_or_default();
    Some(finding.clone().hint(text!("form-answer-at", file = &cell.place.file, place = place)))
}

fn counted(import: &Import) -> Text {
    text!(
        "form-counted",
        changed = import.changed.len(),
        confirmed = import.confirmed.len(),
        untouched = import.untouched
    )
}
