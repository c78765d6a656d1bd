//! The editor of the preview: the questions of the forms, answered on the page.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::edit::{Change, Changed, Editor, Field, Place, Refusal};
use crate::finding::{Finding, Severity};
use crate::output::write::{self, Replacement};
use crate::report::carried;
use crate::report::edit::trial::{FileChange, trial};
use crate::report::form::answer::state_word;
use crate::report::form::import::{Typed, import_typed};
use crate::report::form::question::{Grid, Kind, Question, questions};
use crate::report::form::{STATES, unit};
use crate::report::load::{INDSATSER_DIR, Loaded, load};
use crate::report::model::Report;
use crate::words::Words;
use std::sync::Arc;

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
            None => Err(Refusal::Faulty(self.said(&loaded.findings, Severity::Error))),
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

    /// All fields of an indsats' file.
    fn all(&self, loaded: &Loaded, report: &Report, file: &str) -> Result<Vec<Field>, Refusal> {
        let id = id_of(file).ok_or_else(|| unknown(file))?;
        let indsats = report.indsatser.iter().find(|i| i.id == id).ok_or_else(|| unknown(file))?;
        let open: BTreeSet<String> = carried::open(report)
            .into_iter()
            .filter(|open| open.file == file)
            .map(|open| open.field)
            .collect();
        let asked = questions(indsats, None, open);
        let grids = asked.grids.into_iter().flat_map(Grid::questions);
        Ok(asked.list.into_iter().chain(grids).map(|q| field(loaded, file, q)).collect())
    }

    /// The mark of what is at a place now.
    fn seen(&self, place: &Place) -> Result<String, Refusal> {
        let (loaded, report) = self.load()?;
        let fields = self.all(&loaded, &report, &place.file)?;
        let field = fields.into_iter().find(|f| f.place == *place);
        field.map(|f| f.seen).ok_or_else(|| unknown(&place.field))
    }

    fn put(&self, files: &[FileChange]) -> Result<(), Refusal> {
        let bytes = |text: &Option<String>| text.as_ref().map(|t| t.clone().into_bytes());
        let files: Vec<Replacement> = files
            .iter()
            .map(|f| Replacement {
                path: self.dir.join(&f.file),
                old: bytes(&f.old),
                new: bytes(&f.new),
            })
            .collect();
        write::all(&files)
            .map_err(|finding| Refusal::Faulty(self.said(&[finding], Severity::Error)))
    }
}

impl Editor for ReportEditor {
    fn fields(&self, place: &Place) -> Result<Vec<Field>, Refusal> {
        let (loaded, report) = self.load()?;
        let mut fields = self.all(&loaded, &report, &place.file)?;
        fields.retain(|field| is_inside(&field.place.field, &place.field));
        if fields.is_empty() {
            return Err(Refusal::Unknown(format!("her er ikke noget at rette ({})", place.field)));
        }
        Ok(fields)
    }

    fn change(&self, change: &Change) -> Result<Changed, Refusal> {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let (loaded, report) = self.load()?;
        let file = &change.place.file;
        let fields = self.all(&loaded, &report, file)?;
        let now = fields.into_iter().find(|f| f.place == change.place);
        let now = now.ok_or_else(|| unknown(&change.place.field))?;
        if now.seen != change.seen {
            return Err(Refusal::Conflict(Box::new(now)));
        }
        let typed = Typed {
            id: id_of(file).unwrap_or_default(),
            field: &change.place.field,
            mark: &change.seen,
            value: &change.value,
            state: change.state.as_deref(),
            place: loaded.place(file, &change.place.field),
        };
        let import = import_typed(&loaded, &report, typed);
        if import.is_stopped() {
            return Err(Refusal::Faulty(self.said(&import.findings, Severity::Error)));
        }
        let files: Vec<FileChange> = import
            .files
            .iter()
            .map(|(file, old, new)| FileChange {
                file: file.clone(),
                old: Some(old.clone()),
                new: Some(new.clone()),
            })
            .collect();
        let trial = trial(&loaded, &files)
            .map_err(|err| Refusal::Faulty(vec![format!("data kan ikke prøves: {err}")]))?;
        let errors = self.said(&trial.new_findings, Severity::Error);
        if !errors.is_empty() {
            return Err(Refusal::Faulty(errors));
        }
        let mut told = self.said(&import.findings, Severity::Warning);
        told.extend(self.said(&trial.new_findings, Severity::Warning));
        let new = import.changed.first().map_or(&now.value, |c| &c.new).clone();
        let mut changed = Changed {
            label: now.label,
            place: change.place.clone(),
            old: now.value,
            new,
            seen: now.seen,
            told,
            undo: done.len(),
        };
        if !change.dry && !files.is_empty() {
            self.put(&files)?;
            changed.seen = self.seen(&change.place)?;
            if done.len() == MOST_UNDO {
                done.remove(0);
            }
            done.push(Done { files, changed: changed.clone() });
            changed.undo = done.len();
        }
        Ok(changed)
    }

    fn undo(&self) -> Result<Changed, Refusal> {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(last) = done.last() else {
            return Err(Refusal::Unknown("der er ikke noget at fortryde".to_owned()));
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
            seen: self.seen(&changed.place)?,
            told: Vec::new(),
            undo: done.len(),
            ..changed
        })
    }
}

/// The id of the indsats whose file this is.
fn id_of(file: &str) -> Option<&str> {
    file.strip_prefix(INDSATSER_DIR)?.strip_prefix('/')?.strip_suffix(".toml")
}

/// Whether a field is the place or inside it.
fn is_inside(field: &str, place: &str) -> bool {
    place.is_empty()
        || field
            .strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn unknown(what: &str) -> Refusal {
    Refusal::Unknown(format!("`{what}` findes ikke i data"))
}

fn field(loaded: &Loaded, file: &str, q: Question) -> Field {
    let place = loaded.place(file, &q.field);
    let at = loaded
        .sources
        .line_col(&place)
        .map_or(String::new(), |at| format!(":{}:{}", at.line, at.col));
    let number = matches!(q.kind, Kind::Number(_));
    let (value, state) = q.now.typed();
    Field {
        kind: match q.kind {
            Kind::Text { prose: true } => "prosa",
            Kind::Text { prose: false } => "tekst",
            Kind::Number(_) => "tal",
            Kind::Whole => "heltal",
            Kind::YesNo => "jaNej",
            Kind::Bydele => "bydele",
        },
        unit: unit(q.kind).to_owned(),
        states: if number {
            STATES.iter().filter_map(|s| state_word(*s)).map(str::to_owned).collect()
        } else {
            Vec::new()
        },
        seen: q.now.mark(),
        at: format!("{}{at}", loaded.sources.shown(&place.file)),
        place: Place { file: file.to_owned(), field: q.field },
        label: q.label,
        value,
        state,
        before: q.before,
        owner: q.owner,
        open: q.open,
    }
}
