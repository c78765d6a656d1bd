//! The editor of the preview: the questions of the forms, answered on the page.

mod acts;
mod fields;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::edit::{Act, Asked, Change, Changed, Editor, Field, Place, Refusal};
use crate::comments::kept;
use crate::finding::{Finding, Severity};
use crate::pipeline::change;
use crate::report::edit::trial::{self, FileChange, trial};
use crate::report::load::{Loaded, load};
use crate::report::model::Report;
use crate::text;
use crate::words::{Text, Words};

/// Most changes that can be taken back.
const MOST_UNDO: usize = 200;

/// Edits the data of a folder.
pub struct ReportEditor {
    dir: PathBuf,
    words: Arc<Words>,
    /// What was written, the last at the end. Held while something is written, so that two windows
    /// take turns.
    done: Mutex<Vec<Done>>,
}

/// A change that was written.
struct Done {
    files: Vec<FileChange>,
    changed: Changed,
}

impl ReportEditor {
    /// An editor of the data in a folder; it tells in these words.
    #[must_use]
    pub fn new(dir: PathBuf, words: Arc<Words>) -> Self {
        Self { dir, words, done: Mutex::default() }
    }

    fn load(&self) -> Result<(Loaded, Arc<Report>), Refusal> {
        let loaded = load(&self.dir);
        match loaded.report.clone() {
            Some(report) => Ok((loaded, report)),
            None => Err(self.faulty(&loaded.findings)),
        }
    }

    /// The findings of at least this severity, in words.
    fn said(&self, findings: &[Finding], least: Severity) -> Vec<String> {
        let told = |f: &&Finding| f.severity <= least && f.accepted.is_none();
        findings
            .iter()
            .filter(told)
            .map(|f| {
                let hints: Vec<String> = f.hints.iter().map(|h| self.words.say(h)).collect();
                let message = self.words.say(&f.message);
                if hints.is_empty() { message } else { format!("{message}: {}", hints.join("; ")) }
            })
            .collect()
    }

    /// That the errors stand in the way.
    fn faulty(&self, findings: &[Finding]) -> Refusal {
        let errors = self.said(findings, Severity::Error);
        Refusal::Faulty(errors.into_iter().map(Text::Literal).collect())
    }

    /// The mark of what is at a place now.
    fn seen(&self, place: &Place) -> Result<String, Refusal> {
        let (loaded, report) = self.load()?;
        Ok(fields::at(&loaded, &report, place, &self.words)?.seen)
    }

    /// What `check` says of the data with the changes, once it has no error to say.
    fn tried(&self, loaded: &Loaded, files: &[FileChange]) -> Result<Vec<String>, Refusal> {
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let trial = trial(loaded, files);
        if !self.said(&trial.new_findings, Severity::Error).is_empty() {
            return Err(self.faulty(&trial.new_findings));
        }
        Ok(self.said(&trial.new_findings, Severity::Warning))
    }

    /// Writes a change of a field once it has no error, and only then looks for the rest that there
    /// is to say about it: meanwhile its page is made. Tells, and says what the field's mark is.
    fn write(
        &self,
        loaded: &Loaded,
        files: &[FileChange],
        place: &Place,
    ) -> Result<(Vec<String>, String), Refusal> {
        let (then, errors) = trial::read(loaded, files);
        if !self.said(&errors, Severity::Error).is_empty() {
            return Err(self.faulty(&errors));
        }
        let written = self.put(files)?;
        let mut told = self.said(&trial::news(loaded, &then), Severity::Warning);
        told.extend(written);
        // What was tried is what stands there now.
        let seen = match &then.report {
            Some(report) => fields::at(&then, report, place, &self.words)?.seen,
            None => self.seen(place)?,
        };
        Ok((told, seen))
    }

    /// Writes the changes, and tells what else became of the files.
    fn put(&self, files: &[FileChange]) -> Result<Vec<String>, Refusal> {
        let told = change::write(&self.dir, files).map_err(|finding| self.faulty(&[finding]))?;
        Ok(told.iter().map(|told| self.words.say(told)).collect())
    }
}

impl Editor for ReportEditor {
    fn words(&self) -> &Words {
        &self.words
    }

    fn fields(&self, asked: &Asked) -> Result<Vec<Field>, Refusal> {
        let (loaded, report) = self.load()?;
        let is_asked = |field: &str| {
            asked.fields.is_empty() || asked.fields.iter().any(|place| is_inside(field, place))
        };
        let fields = fields::of(&loaded, &report, &asked.file, &is_asked, &self.words)?;
        if fields.is_empty() {
            return Err(Refusal::Unknown(nothing_here(&loaded, asked)));
        }
        Ok(fields)
    }

    fn change(&self, change: &Change) -> Result<Changed, Refusal> {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let (loaded, report) = self.load()?;
        let now = fields::at(&loaded, &report, &change.place, &self.words)?;
        if now.seen != change.seen {
            return Err(Refusal::Conflict(Box::new(now)));
        }
        let written = fields::written(&loaded, &report, change, &now)
            .map_err(|findings| self.faulty(&findings))?;
        let told = self.said(&written.findings, Severity::Warning);
        let mut changed = Changed {
            label: now.label,
            place: change.place.clone(),
            old: now.value,
            new: written.new,
            seen: now.seen,
            told,
            undo: done.len(),
        };
        if change.dry || written.files.is_empty() {
            changed.told.extend(self.tried(&loaded, &written.files)?);
        } else {
            let (told, seen) = self.write(&loaded, &written.files, &change.place)?;
            changed.told.extend(told);
            changed.seen = seen;
            remember(&mut done, written.files, &mut changed);
        }
        Ok(changed)
    }

    fn act(&self, act: &Act) -> Result<Changed, Refusal> {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let (loaded, report) = self.load()?;
        if let Act::Done { id, done: is_done } = act {
            let path = kept::path(&self.dir, report.rapport.aar);
            kept::set_done(&path, id, *is_done).map_err(|finding| self.faulty(&[finding]))?;
            let label = if *is_done { text!("act-done") } else { text!("act-open-again") };
            let label = self.words.say(&label);
            return Ok(Changed { label, undo: done.len(), ..Changed::default() });
        }
        let plan = acts::plan(&loaded, &report, act).map_err(|finding| self.faulty(&[finding]))?;
        let mut told = self.tried(&loaded, &plan.files)?;
        told.extend(plan.told.iter().map(|told| self.words.say(told)));
        told.extend(self.put(&plan.files)?);
        let mut changed = Changed {
            label: self.words.say(&plan.label),
            place: plan.place,
            old: String::new(),
            new: String::new(),
            seen: String::new(),
            told,
            undo: done.len(),
        };
        remember(&mut done, plan.files, &mut changed);
        Ok(changed)
    }

    fn undo(&self) -> Result<Changed, Refusal> {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(last) = done.last() else {
            return Err(Refusal::Unknown(text!("edit-nothing-to-undo")));
        };
        let back: Vec<FileChange> = last
            .files
            .iter()
            .map(|f| FileChange { file: f.file.clone(), old: f.new.clone(), new: f.old.clone() })
            .collect();
        self.put(&back)?;
        let changed = last.changed.clone();
        done.pop();
        Ok(Changed {
            old: changed.new,
            new: changed.old,
            // What was done at no field has no mark.
            seen: self.seen(&changed.place).unwrap_or_default(),
            told: Vec::new(),
            undo: done.len(),
            ..changed
        })
    }
}

/// Keeps a change that was written, so that it can be taken back.
fn remember(done: &mut Vec<Done>, files: Vec<FileChange>, changed: &mut Changed) {
    if done.len() == MOST_UNDO {
        done.remove(0);
    }
    changed.undo = done.len() + 1;
    done.push(Done { files, changed: changed.clone() });
}

/// Where a field stands that is not changed here, for people and their own editors.
fn nothing_here(loaded: &Loaded, asked: &Asked) -> Text {
    let field = asked.fields.first().map_or("", String::as_str);
    let at = loaded.sources.line_col(&loaded.place(&asked.file, field));
    let file = loaded.sources.shown(&asked.file);
    let place = at.map_or_else(|| file.to_string(), |at| format!("{file}:{}:{}", at.line, at.col));
    text!("edit-in-the-file", place = place)
}

/// Whether a field is the place or inside it.
fn is_inside(field: &str, place: &str) -> bool {
    place.is_empty()
        || field
            .strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn unknown(what: &str) -> Refusal {
    Refusal::Unknown(text!("edit-no-field", field = what))
}
