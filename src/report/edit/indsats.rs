//! Indsatser that come, get another id, or go: their files and the lists that name them.

use crate::text;
use crate::words::{Text, plain};
use toml::{Table, Value};

use super::trial::FileChange;
use super::{Action, Document, Edit};
use crate::finding::{Finding, Place};
use crate::report::carried;
use crate::report::load::{FieldPath, Loaded, RAPPORT_FILE, indsats_file, is_id};
use crate::report::model::{Indsats, Report};
use crate::report::texts;

crate::codes! {
    /// Codes of indsatser that come and go.
    INDSATS:
    ID "E020";
    NO_INDSATS "E021";
    NOTHING "E022";
}

/// The lists of `rapport.toml` that name every indsats.
const LISTS: [&str; 2] = ["raekkefoelge", "overblik_raekkefoelge"];

/// A new indsats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIndsats {
    /// Its id, which is its file's name.
    pub id: String,
    /// Its name.
    pub navn: String,
    /// Codes of its forvaltninger, the answering one first.
    pub forvaltninger: Vec<String>,
    /// Numbers of its fagprincipper.
    pub fagprincipper: Vec<u8>,
    /// Id of the indsats that it follows; last where none is named.
    pub after: Option<String>,
}

fn refuse(code: crate::finding::Code, words: Text, hint: Text) -> Finding {
    Finding::error(code.code, words).hint(hint)
}

fn free_id(report: &Report, id: &str) -> Result<(), Finding> {
    if !is_id(id) {
        return Err(refuse(ID, text!("id-form", id = id), text!("id-form-hint")));
    }
    if report.indsatser.iter().any(|i| i.id == id) {
        return Err(refuse(ID, text!("id-taken", id = id), text!("id-taken-hint", id = id)));
    }
    Ok(())
}

fn known<'r>(report: &'r Report, id: &str) -> Result<&'r Indsats, Finding> {
    report.indsatser.iter().find(|i| i.id == id).ok_or_else(|| {
        let ids = report.indsatser.iter().map(|i| i.id.as_str());
        let hint = match crate::report::load::near::nearest(id, ids.clone()) {
            Some(near) => text!("load-near", near = near),
            None => text!("check-there-are", names = Text::list(ids)),
        };
        refuse(NO_INDSATS, text!("fit-unknown", id = id), hint)
    })
}

/// The files with a new indsats, ready to be filled in: its amounts are `udfyldes`, its texts
/// missing, so that the gate stays shut until they are written.
///
/// # Errors
/// Where the id is taken or none, or something is named that the report does not know.
pub fn add(loaded: &Loaded, report: &Report, new: &NewIndsats) -> Result<Vec<FileChange>, Finding> {
    free_id(report, &new.id)?;
    if let Some(after) = &new.after {
        known(report, after)?;
    }
    for kode in &new.forvaltninger {
        if !report.forvaltninger.iter().any(|f| f.kode == *kode) {
            let codes: Vec<&str> = report.forvaltninger.iter().map(|f| f.kode.as_str()).collect();
            let hint = text!("check-there-are", names = Text::list(codes));
            let words = text!("no-such-forvaltning", code = kode);
            return Err(refuse(NO_INDSATS, words, hint));
        }
    }
    let file = template(report, new);
    let lists = in_lists(loaded, |document| {
        LISTS
            .iter()
            .filter_map(|list| {
                let items = document.get(&FieldPath::parse(list))?.as_array()?;
                let place = |after: &String| items.iter().position(|i| i.as_str() == Some(after));
                let at = new.after.as_ref().and_then(place).map_or(items.len(), |at| at + 1);
                Some(Edit::new(list, Action::Insert(at, new.id.as_str().into())))
            })
            .collect()
    })?;
    Ok(vec![FileChange { file: indsats_file(&new.id), old: None, new: Some(file) }, lists])
}

/// The file of a new indsats, in the form of the others.
fn template(report: &Report, new: &NewIndsats) -> String {
    let list = |items: &[String]| Value::Array(items.iter().cloned().map(Value::String).collect());
    let quoted = |text: &str| Value::String(text.to_owned()).to_string();
    let first = new.forvaltninger.first().map_or("", String::as_str);
    let numbers = new.fagprincipper.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let (navn, first) = (quoted(&new.navn), quoted(first));
    let forvaltninger = list(&new.forvaltninger);
    // What stands where a new indsats has no text yet.
    let to_write = quoted(carried::to_write());
    let bydel = report.bydele.first().map_or("", |bydel| bydel.navn.as_str());
    let geografi = text!("template-geography", name = bydel);
    let kroner = text!("template-money", year = plain(report.rapport.aar));
    format!(
        "navn = {navn}\nforvaltninger = {forvaltninger}\nlead = {to_write}\nbeskrivelse = {to_write}\n\n\
         [overblik]\nnavn = {navn}\nproblem = {to_write}\nforvaltning = {first}\n\
         fagprincipper = [{numbers}]\nmaalgruppe = {to_write}\n\n\
         [brugere]\ntekst = {to_write}\n\n\
         # {geografi}\n\
         [geografi]\nbydaekkende = true\ntekst = {to_write}\n\n\
         # {kroner}\n[oekonomi]\nbeloeb = \"udfyldes\"\ntekst = {to_write}\n"
    )
}

/// The files with an indsats under another id. Its file says what it was called, so that a
/// comparison with older data knows it again.
///
/// # Errors
/// Where there is no such indsats, or the new id is taken or none.
pub fn rename(
    loaded: &Loaded,
    report: &Report,
    id: &str,
    new_id: &str,
    name: Option<&str>,
) -> Result<Vec<FileChange>, Finding> {
    let indsats = known(report, id)?;
    if id != new_id {
        free_id(report, new_id)?;
    }
    let old_file = indsats_file(id);
    let text = loaded.sources.text(&old_file).unwrap_or_default();
    let mut edits = Vec::new();
    if let Some(name) = name {
        edits.push(Edit::new("navn", Action::Set(name.into())));
        if indsats.overblik.navn == indsats.navn {
            edits.push(Edit::new("overblik.navn", Action::Set(name.into())));
        }
    }
    // Renamed twice in a year, it is last year's id that others know it by.
    if id != new_id && indsats.tidligere_id.is_none() {
        edits.push(Edit::new("tidligere_id", Action::Set(id.into())));
    }
    let new_text = Document::parse(&old_file, text.as_bytes())?.apply(&edits).map_err(first)?;
    if id == new_id {
        let change = FileChange { file: old_file, old: Some(text.to_owned()), new: Some(new_text) };
        return Ok(vec![change]);
    }
    let lists = in_lists(loaded, |document| {
        each_list(document, id, |list, at| {
            Edit::new(&format!("{list}[{at}]"), Action::Set(new_id.into()))
        })
    })?;
    Ok(vec![
        FileChange { file: indsats_file(new_id), old: None, new: Some(new_text) },
        FileChange { file: old_file, old: Some(text.to_owned()), new: None },
        lists,
    ])
}

/// The files without an indsats.
///
/// # Errors
/// Where there is no such indsats.
pub fn remove(loaded: &Loaded, report: &Report, id: &str) -> Result<Vec<FileChange>, Finding> {
    known(report, id)?;
    let file = indsats_file(id);
    let text = loaded.sources.text(&file).unwrap_or_default().to_owned();
    let lists = in_lists(loaded, |document| {
        each_list(document, id, |list, at| Edit::new(&format!("{list}[{at}]"), Action::Remove))
    })?;
    Ok(vec![FileChange { file, old: Some(text), new: None }, lists])
}

/// The list of the report's indsatser with one of them moved behind another, or first.
///
/// # Errors
/// Where one of them is unknown.
pub fn reorder(
    loaded: &Loaded,
    report: &Report,
    id: &str,
    after: Option<&str>,
) -> Result<FileChange, Finding> {
    known(report, id)?;
    after.map_or(Ok(()), |after| known(report, after).map(|_| ()))?;
    in_lists(loaded, |document| {
        let list = LISTS[0];
        let items = document.get(&FieldPath::parse(list)).and_then(Value::as_array);
        let at = |id: &str| items?.iter().position(|item| item.as_str() == Some(id));
        let Some(from) = at(id) else { return Vec::new() };
        let behind = after.and_then(at).map_or(0, |at| at + 1);
        // Taken out first, so what follows it moves up.
        let to = if behind > from { behind - 1 } else { behind };
        if to == from { Vec::new() } else { vec![Edit::new(list, Action::Move(from, to))] }
    })
}

/// Texts of the report and of other indsatser that name an indsats: places to read again when it
/// goes or is called something else.
#[must_use]
pub fn mentions(loaded: &Loaded, report: &Report, id: &str) -> Vec<Place> {
    let Some(indsats) = report.indsatser.iter().find(|i| i.id == id) else { return Vec::new() };
    let names: Vec<&str> =
        [Some(&indsats.navn), indsats.kort_navn.as_ref(), Some(&indsats.overblik.navn)]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
    let front = std::iter::once((RAPPORT_FILE.to_owned(), texts::of_rapport(&report.rapport)));
    let others = report.indsatser.iter().filter(|i| i.id != id);
    let others = others.map(|i| (indsats_file(&i.id), texts::of_indsats(i)));
    front
        .chain(others)
        .flat_map(|(file, texts)| {
            let named = |text: &str| names.iter().any(|name| text.contains(name));
            let found: Vec<Place> = texts
                .texts
                .iter()
                .filter(|t| named(t.text))
                .map(|t| loaded.place(&file, &t.field))
                .collect();
            found
        })
        .collect()
}

fn first(mut findings: Vec<Finding>) -> Finding {
    findings.remove(0)
}

fn each_list(document: &Document, id: &str, edit: impl Fn(&str, usize) -> Edit) -> Vec<Edit> {
    let at = |list: &str| {
        let items = document.get(&FieldPath::parse(list))?.as_array()?;
        items.iter().position(|item| item.as_str() == Some(id))
    };
    LISTS.iter().filter_map(|list| Some(edit(list, at(list)?))).collect()
}

fn in_lists(
    loaded: &Loaded,
    edits: impl Fn(&Document) -> Vec<Edit>,
) -> Result<FileChange, Finding> {
    let text = loaded.sources.text(RAPPORT_FILE).unwrap_or_default();
    let document = Document::parse(RAPPORT_FILE, text.as_bytes())?;
    let new = document.apply(&edits(&document)).map_err(first)?;
    Ok(FileChange { file: RAPPORT_FILE.to_owned(), old: Some(text.to_owned()), new: Some(new) })
}

/// The file that accepts findings, each by what its field says, so that it holds wherever the field
/// moves and lapses when it says something else.
///
/// # Errors
/// Where the file cannot be edited.
pub fn accept(
    loaded: &Loaded,
    report: &Report,
    file: &str,
    findings: &[Finding],
    reason: &str,
) -> Result<FileChange, Finding> {
    let text = loaded.sources.text(file).unwrap_or_default();
    let document = Document::parse(file, text.as_bytes())?;
    let list = FieldPath::parse("accepteret");
    let there = document.get(&list).and_then(Value::as_array).map_or(0, Vec::len);
    let edits: Vec<Edit> = findings
        .iter()
        .zip(there..)
        .map(|(finding, at)| {
            let mut entry = Table::new();
            entry.insert("kode".to_owned(), finding.code.into());
            if let Some(felt) = finding.place.as_ref().and_then(|p| p.field.as_deref()) {
                entry.insert("felt".to_owned(), felt.into());
                let mark = crate::report::check::content_mark(report, file, felt);
                entry.extend(mark.map(|mark| ("indhold".to_owned(), mark.into())));
            }
            entry.insert("grund".to_owned(), reason.trim().into());
            Edit {
                field: list.clone(),
                seen: None,
                action: Action::Insert(at, Value::Table(entry)),
            }
        })
        .collect();
    let new = document.apply(&edits).map_err(first)?;
    Ok(FileChange { file: file.to_owned(), old: Some(text.to_owned()), new: Some(new) })
}
