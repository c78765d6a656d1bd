//! What is done in the browser besides changing a field: which files it changes.

use toml::Value;

use crate::finding::{Finding, Severity};
use crate::preview::edit::{Act, Place};
use crate::report::carried::{self, Open};
use crate::report::check::check;
use crate::report::edit::indsats::{self, NOTHING, NewIndsats};
use crate::report::edit::trial::FileChange;
use crate::report::edit::{Action, Document, Edit};
use crate::report::load::{FieldPath, Loaded, RAPPORT_FILE, indsats_file};
use crate::report::model::Report;
use crate::report::schema;
use crate::text;
use crate::words::Text;

/// What an act changes.
pub(super) struct Plan {
    pub files: Vec<FileChange>,
    /// What was done, for people.
    pub label: Text,
    /// Where.
    pub place: Place,
    /// What is to be told besides.
    pub told: Vec<Text>,
}

/// Plans an act; nothing is written here.
///
/// # Errors
/// Why it cannot be done.
pub(super) fn plan(loaded: &Loaded, report: &Report, act: &Act) -> Result<Plan, Finding> {
    let of = |id: &str| Place { file: indsats_file(id), field: String::new() };
    let done = |files, label: Text, place| Plan { files, label, place, told: Vec::new() };
    Ok(match act {
        Act::Accept { code, file, field, reason } => {
            let files = vec![accept(loaded, report, (code, file, field), reason)?];
            let place = Place { file: file.clone(), field: field.clone() };
            done(files, text!("act-accepted", code = code), place)
        }
        Act::Confirm { file, fields } => {
            let (files, n) = confirm(loaded, report, file, fields)?;
            let place = Place { file: file.clone(), field: String::new() };
            done(files, text!("act-confirmed", n = n), place)
        }
        Act::Add { id, name, forvaltninger, fagprincipper, after } => {
            let new = NewIndsats {
                id: id.trim().to_owned(),
                navn: name.trim().to_owned(),
                forvaltninger: forvaltninger.clone(),
                fagprincipper: fagprincipper.clone(),
                after: after.clone(),
            };
            done(indsats::add(loaded, report, &new)?, text!("act-added", name = name), of(&new.id))
        }
        Act::Rename { id, to, name } => {
            let files = indsats::rename(loaded, report, id, to.trim(), name.as_deref())?;
            let told = if name.is_some() { mentions(loaded, report, id) } else { Vec::new() };
            let label = text!("act-renamed", name = name.as_deref().unwrap_or(to));
            Plan { told, ..done(files, label, of(to.trim())) }
        }
        Act::Remove { id } => {
            let files = indsats::remove(loaded, report, id)?;
            let told = mentions(loaded, report, id);
            let place = Place { file: RAPPORT_FILE.to_owned(), field: "raekkefoelge".to_owned() };
            Plan { told, ..done(files, text!("act-removed", id = id), place) }
        }
        Act::Move { id, after } => {
            let files = vec![indsats::reorder(loaded, report, id, after.as_deref())?];
            done(files, text!("act-moved", id = id), of(id))
        }
        Act::Insert { file, list, at, kind } => {
            let files = vec![insert(loaded, file, list, *at, kind)?];
            let place = Place { file: file.clone(), field: format!("{list}[{at}]") };
            done(files, text!("act-inserted", kind = kind), place)
        }
        // Comments stand beside the data, not in it.
        Act::Done { .. } => return Err(nothing(text!("act-no-change"), text!("reload-page"))),
        Act::Delete { file, field } => {
            let files = vec![edited(loaded, file, &[Edit::new(field, Action::Remove)])?];
            let place = Place { file: file.clone(), field: String::new() };
            done(files, text!("act-deleted", field = field), place)
        }
    })
}

fn nothing(words: Text, hint: Text) -> Finding {
    Finding::error(NOTHING.code, words).hint(hint)
}

fn edited(loaded: &Loaded, file: &str, edits: &[Edit]) -> Result<FileChange, Finding> {
    let Some(text) = loaded.sources.text(file) else {
        return Err(nothing(text!("act-no-file"), text!("reload-page")));
    };
    let new = Document::parse(file, text.as_bytes())?
        .apply(edits)
        .map_err(|mut findings| findings.remove(0))?;
    Ok(FileChange { file: file.to_owned(), old: Some(text.to_owned()), new: Some(new) })
}

fn accept(
    loaded: &Loaded,
    report: &Report,
    (code, file, field): (&str, &str, &str),
    reason: &str,
) -> Result<FileChange, Finding> {
    if reason.trim().is_empty() {
        return Err(nothing(text!("act-no-reason"), text!("act-no-reason-hint")));
    }
    let here = |f: &Finding| {
        f.accepted.is_none()
            && f.code == code
            && f.place
                .as_ref()
                .is_some_and(|p| p.file == file && p.field.as_deref().unwrap_or_default() == field)
    };
    let found: Vec<Finding> = check(loaded).into_iter().filter(here).collect();
    match found.first() {
        None => Err(nothing(text!("act-no-finding"), text!("reload-page"))),
        Some(f) if f.severity == Severity::Error => {
            Err(nothing(text!("act-error"), text!("act-error-hint")))
        }
        Some(_) => indsats::accept(loaded, report, file, &found, reason),
    }
}

fn confirm(
    loaded: &Loaded,
    report: &Report,
    file: &str,
    fields: &[String],
) -> Result<(Vec<FileChange>, usize), Finding> {
    let chosen =
        |open: &Open| open.file == file && (fields.is_empty() || fields.contains(&open.field));
    let confirmed = carried::confirm(loaded, report, &chosen)?;
    if confirmed.texts.is_empty() {
        return Err(nothing(text!("act-nothing-open"), text!("act-nothing-open-hint")));
    }
    let change = |(file, new): &(String, String)| FileChange {
        file: file.clone(),
        old: loaded.sources.text(file).map(str::to_owned),
        new: Some(new.clone()),
    };
    Ok((confirmed.files.iter().map(change).collect(), confirmed.texts.len()))
}

/// Texts that still use an indsats' old name.
fn mentions(loaded: &Loaded, report: &Report, id: &str) -> Vec<Text> {
    let told = |place: crate::finding::Place| {
        let line = loaded.sources.line_col(&place).map_or(1, |at| at.line);
        let field = place.field.as_deref().unwrap_or_default();
        text!(
            "act-name-left",
            place = format!("{}:{line}", loaded.sources.shown(&place.file)),
            field = field
        )
    };
    indsats::mentions(loaded, report, id).into_iter().map(told).collect()
}

/// A new block, with the model's own examples in it, to be written over.
fn insert(
    loaded: &Loaded,
    file: &str,
    list: &str,
    at: usize,
    kind: &str,
) -> Result<FileChange, Finding> {
    let Some(block) = schema::new_block(kind) else {
        return Err(nothing(text!("act-no-block"), text!("act-no-block-hint")));
    };
    let block = Value::Table(block);
    let path = FieldPath::parse(list);
    let text = loaded.sources.text(file).unwrap_or_default();
    let there = Document::parse(file, text.as_bytes())?.get(&path).is_some();
    let action =
        if there { Action::Insert(at, block) } else { Action::Set(Value::Array(vec![block])) };
    edited(loaded, file, &[Edit::new(list, action)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_block_can_be_put_into_an_indsats_and_loads() {
        let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2024");
        let loaded = crate::report::load::load(&dir);
        let report = loaded.report.clone().expect("the report");
        let file = indsats_file("ludo");
        for (kind, _) in schema::blocks() {
            let act = Act::Insert { file: file.clone(), list: "blok".to_owned(), at: 0, kind };
            let plan = plan(&loaded, &report, &act).expect("a plan");
            let trial = crate::report::edit::trial::trial(&loaded, &plan.files);
            let errors: Vec<_> = trial.errors().into_iter().map(|f| f.message).collect();
            assert!(errors.is_empty(), "{act:?}: {errors:?}");
        }
    }
}
