//! The fields of a file, and what is written when one of them is changed.

use std::collections::BTreeSet;

use toml::Value;

use super::unknown;
use crate::finding::Finding;
use crate::preview::edit::{Change, Field, Place, Refusal};
use crate::report::carried;
use crate::report::edit::trial::FileChange;
use crate::report::edit::{Action, Document, Edit, rewrap};
use crate::report::fields::{self, names};
use crate::report::form::answer::{Answer, state_word};
use crate::report::form::import::{Typed, import_typed};
use crate::report::form::question::{Grid, Group, Kind, Question, questions};
use crate::report::form::{STATES, unit};
use crate::report::load::{FieldPath, Loaded, RAPPORT_FILE, indsats_id};
use crate::report::model::Report;
use crate::report::schema::{self, DataFile};
use crate::report::texts::{self, Form};
use crate::words::Words;

/// What a change writes.
pub(super) struct Written {
    pub files: Vec<FileChange>,
    /// What the field says then, for people.
    pub new: String,
    /// What is to be told about it.
    pub findings: Vec<Finding>,
}

/// The fields of a file that can be changed here, as far as they are `wanted`.
pub(super) fn of(
    loaded: &Loaded,
    report: &Report,
    file: &str,
    wanted: &dyn Fn(&str) -> bool,
    words: &Words,
) -> Result<Vec<Field>, Refusal> {
    let open: BTreeSet<String> = carried::open_in(report, file)
        .into_iter()
        .filter(|open| !open.unwritten)
        .map(|open| open.field)
        .collect();
    if file == RAPPORT_FILE {
        return Ok(front(loaded, report, &open, wanted, words));
    }
    let indsats = indsats_id(file).and_then(|id| report.indsatser.iter().find(|i| i.id == id));
    let indsats = indsats.ok_or_else(|| unknown(file))?;
    let asked = questions(indsats, None, open);
    // Categories come with their values: in the form, or in the file.
    let known = asked.grids.into_iter().filter(|grid| !grid.is_unknown());
    let grids = known.flat_map(Grid::questions);
    let data = serde_json::to_value(indsats).unwrap_or_default();
    let asked = asked.list.into_iter().chain(grids).filter(|q| wanted(&q.field));
    Ok(asked.map(|q| field(loaded, file, &data, q, words)).collect())
}

/// The field at a place.
pub(super) fn at(
    loaded: &Loaded,
    report: &Report,
    place: &Place,
    words: &Words,
) -> Result<Field, Refusal> {
    let fields = of(loaded, report, &place.file, &|field| field == place.field, words)?;
    fields.into_iter().next().ok_or_else(|| unknown(&place.field))
}

/// The texts of the front matter.
fn front(
    loaded: &Loaded,
    report: &Report,
    open: &BTreeSet<String>,
    wanted: &dyn Fn(&str) -> bool,
    words: &Words,
) -> Vec<Field> {
    let texts = texts::of_rapport(&report.rapport).texts.into_iter().filter(|t| wanted(&t.field));
    let owner = String::new();
    let question = |t: texts::Text<'_>| Question {
        group: Group::Own,
        label: names::of_path(&t.field),
        owner: owner.clone(),
        kind: Kind::Text { prose: t.form == Form::Prose },
        now: Answer::text(t.text),
        before: None,
        open: open.contains(&t.field),
        optional: false,
        field: t.field,
    };
    let data = serde_json::to_value(&report.rapport).unwrap_or_default();
    texts.map(|t| field(loaded, RAPPORT_FILE, &data, question(t), words)).collect()
}

/// The changes that a field's new value makes.
///
/// # Errors
/// Why it cannot be so.
pub(super) fn written(
    loaded: &Loaded,
    report: &Report,
    change: &Change,
    now: &Field,
) -> Result<Written, Vec<Finding>> {
    let Place { file, field } = &change.place;
    if file == RAPPORT_FILE {
        return front_text(loaded, change, now);
    }
    let typed = Typed {
        id: indsats_id(file).unwrap_or_default(),
        field,
        mark: &change.seen,
        value: &change.value,
        state: change.state.as_deref(),
        place: loaded.place(file, field),
    };
    let import = import_typed(loaded, report, typed);
    if import.is_stopped() {
        return Err(import.findings);
    }
    let files = import.files.iter().map(|(file, old, new)| FileChange {
        file: file.clone(),
        old: Some(old.clone()),
        new: Some(new.clone()),
    });
    Ok(Written {
        files: files.collect(),
        new: import.changed.first().map_or(&now.value, |c| &c.new).clone(),
        findings: import.findings,
    })
}

fn front_text(loaded: &Loaded, change: &Change, now: &Field) -> Result<Written, Vec<Finding>> {
    let Place { file, field } = &change.place;
    let text = loaded.sources.text(file).unwrap_or_default();
    let mut files = Vec::new();
    if change.value.trim() != now.value.trim() {
        let document = Document::parse(file, text.as_bytes()).map_err(|finding| vec![finding])?;
        let mut edit = Edit::new(field, Action::Remove);
        let old = document.get(&edit.field).and_then(Value::as_str).unwrap_or_default();
        edit.action = Action::Set(Value::String(rewrap(old, &change.value)));
        let new = Some(document.apply(&[edit])?);
        files.push(FileChange { file: file.clone(), old: Some(text.to_owned()), new });
    }
    Ok(Written { files, new: change.value.trim().to_owned(), findings: Vec::new() })
}

fn field(
    loaded: &Loaded,
    file: &str,
    data: &serde_json::Value,
    q: Question,
    words: &Words,
) -> Field {
    let kind = if file == RAPPORT_FILE { DataFile::Rapport } else { DataFile::Indsats };
    let known = fields::at(kind, &FieldPath::parse(&q.field), data);
    // What is said of a series is not said of one of its years.
    let own = known.filter(|field| q.field.ends_with(&field.key) || q.field.ends_with(']'));
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
        unit: unit(q.kind, words),
        states: if number {
            STATES.iter().filter_map(|s| state_word(*s)).map(str::to_owned).collect()
        } else {
            Vec::new()
        },
        example: match q.kind {
            Kind::Text { .. } => {
                let example = known.and_then(|field| field.example.as_deref());
                example.map(|e| e.trim_matches('"')).unwrap_or_default().to_owned()
            }
            Kind::Bydele => {
                let known = loaded.report.iter().flat_map(|report| &report.bydele).take(2);
                known.map(|bydel| bydel.navn.as_str()).collect::<Vec<_>>().join(", ")
            }
            Kind::Number(_) => "1.234".to_owned(),
            Kind::Whole | Kind::YesNo => String::new(),
        },
        help: own.map_or(String::new(), |field| schema::told(&field.description, words.language())),
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
