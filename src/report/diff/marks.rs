//! Changes by place, for the layouts, and by forvaltning, for lists.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Change, Diff, Kind, Sentence};
use crate::report::model::Report;

/// What a layout marks beside one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// What happened to the field itself; none where only something in or after it is gone.
    pub kind: Option<Kind>,
    /// Index of the change in [`Diff::changes`], for the link from the list and back; none as above.
    pub change: Option<usize>,
    /// Old value in its Danish form.
    pub old: Option<String>,
    /// New value in its Danish form.
    pub new: Option<String>,
    /// The changed sentences, where the field is prose.
    pub sentences: Vec<Sentence>,
    /// What stood in or after this field and is gone: index of the change, label and old value.
    pub gone: Vec<Gone>,
}

/// Something that is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gone {
    /// Index of the change in [`Diff::changes`].
    pub change: usize,
    /// Its path in the old data.
    pub field: String,
    /// The field of the new data that it stood in or after.
    pub near: String,
    /// The field in Danish.
    pub label: String,
    /// What it said.
    pub old: Option<String>,
}

/// Every marked field of the new data, by the indsats' id (empty for `rapport.toml`, the file's
/// name for the registers) and the field's path. A shared text is marked wherever it is printed.
/// What is gone marks the field that it stood in or after; an indsats that is gone marks nothing.
#[must_use]
pub fn marks(diff: &Diff) -> BTreeMap<(String, String), Mark> {
    let mut marks = BTreeMap::new();
    for (index, change) in diff.changes.iter().enumerate() {
        if change.kind == Kind::Removed && change.field.is_empty() {
            continue;
        }
        let own = match (&change.indsats, change.file.as_str()) {
            (Some(id), _) => id.clone(),
            (None, "rapport.toml") => String::new(),
            (None, file) => file.to_owned(),
        };
        let field = change.near.as_ref().unwrap_or(&change.field);
        set(&mut marks, (own, field.clone()), index, change);
        for used in &change.used_by {
            let id = used.indsats.clone().unwrap_or_default();
            set(&mut marks, (id, used.field.clone()), index, change);
        }
    }
    marks
}

fn set(
    marks: &mut BTreeMap<(String, String), Mark>,
    place: (String, String),
    index: usize,
    change: &Change,
) {
    let mark = marks.entry(place).or_insert_with(|| Mark {
        kind: None,
        change: None,
        old: None,
        new: None,
        sentences: Vec::new(),
        gone: Vec::new(),
    });
    if change.kind == Kind::Removed {
        let (label, old) = (change.label.clone(), change.old.clone());
        let near = change.near.clone().unwrap_or_default();
        mark.gone.push(Gone { change: index, field: change.field.clone(), near, label, old });
        return;
    }
    // A block that has moved and changed as a whole keeps the change; both are in the list.
    if mark.kind.is_none() || mark.kind == Some(Kind::Moved) {
        mark.kind = Some(change.kind);
        mark.change = Some(index);
        mark.old.clone_from(&change.old);
        mark.new.clone_from(&change.new);
        mark.sentences.clone_from(&change.sentences);
    }
}

/// The changes of one forvaltning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group<'d> {
    /// Code; none for the report's own.
    pub kode: Option<&'d str>,
    /// Name, where the report knows the code.
    pub navn: Option<&'d str>,
    /// Its indsatser that have changed, in order.
    pub indsatser: Vec<IndsatsChanges<'d>>,
}

/// The changes of one indsats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndsatsChanges<'d> {
    /// Id; none for the report's own.
    pub id: Option<&'d str>,
    /// Name; none for the report's own.
    pub name: Option<&'d str>,
    /// The changes, with their index in [`Diff::changes`].
    pub changes: Vec<(usize, &'d Change)>,
}

/// The changes by the forvaltning that answers for them, then by indsats.
#[must_use]
pub fn groups<'d>(diff: &'d Diff, new: &'d Report) -> Vec<Group<'d>> {
    let mut groups: Vec<Group<'d>> = Vec::new();
    for (index, change) in diff.changes.iter().enumerate() {
        let kode = change.forvaltninger.first().map(String::as_str);
        if groups.last().is_none_or(|g| g.kode != kode) {
            let known = new.forvaltninger.iter().find(|f| Some(f.kode.as_str()) == kode);
            let navn = known.map(|f| f.navn.as_str());
            groups.push(Group { kode, navn, indsatser: Vec::new() });
        }
        let Some(group) = groups.last_mut() else { continue };
        let id = change.indsats.as_deref();
        if group.indsatser.last().is_none_or(|i| i.id != id) {
            let name = change.name.as_deref();
            group.indsatser.push(IndsatsChanges { id, name, changes: Vec::new() });
        }
        if let Some(indsats) = group.indsatser.last_mut() {
            indsats.changes.push((index, change));
        }
    }
    groups
}
