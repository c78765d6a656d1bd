//! What changed between two data sets: field by field, table cell by cell, prose by sentence.
//!
//! The comparison runs over the serialised model, so that a field added to the model is compared
//! from the day it exists. Lists are matched by what their items are (name, title, code, then
//! likeness), never by index: an inserted block marks itself and nothing below it.
//!
//! What is compared is what a reader would see: line breaks in the TOML, `5` against `5.0`, and
//! the editor's own `accepteret` are no changes. Computed numbers follow from the fields; [`derived`]
//! compares them.

mod at;
mod derived;
mod items;
mod leaf;
pub mod list;
mod marks;
mod missing;
pub mod naming;
mod sentences;
mod table;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::model::{Indsats, Report};
use crate::text;
pub use derived::{Derived, derived, kind_of_number};
pub use marks::{Gone, Group, IndsatsChanges, Mark, groups, marks};
pub use missing::{Missing, missing};
pub use sentences::Sentence;
use walk::Walk;

/// What happened to a field.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It says something else.
    Changed,
    /// It was not there before.
    Added,
    /// It is gone.
    Removed,
    /// It stands in another place among its like; `old` and `new` say which (`nr. 4`).
    Moved,
}

/// One change of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What happened.
    pub kind: Kind,
    /// The file, relative to the data's folder: `indsatser/ludo.toml`.
    pub file: String,
    /// Id of the indsats; none for the report's own texts and registers.
    pub indsats: Option<String>,
    /// Name of the indsats, for people; none for the report's own.
    pub name: Option<String>,
    /// Codes of the forvaltninger that it concerns, the answering one first.
    pub forvaltninger: Vec<String>,
    /// Path of the field in its file: in the new data, or in the old where it is removed. Empty
    /// for a whole indsats.
    pub field: String,
    /// Where it is removed: the field of the new data that it stood in or after.
    pub near: Option<String>,
    /// The field in Danish: `Brugere, Forløb 2021`.
    pub label: String,
    /// Old value in its Danish form; of prose, the sentences that changed.
    pub old: Option<String>,
    /// New value in its Danish form; of prose, the sentences that changed.
    pub new: Option<String>,
    /// The changed sentences, where the field is prose.
    pub sentences: Vec<Sentence>,
    /// Of a shared text: every place in the new data that prints it.
    pub used_by: Vec<FieldRef>,
}

/// A field of an indsats, or of the report where `indsats` is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FieldRef {
    /// Id of the indsats.
    pub indsats: Option<String>,
    /// Path of the field in its file.
    pub field: String,
}

/// Every change, in the order of forvaltning (the report's own first), indsats and field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The changes.
    pub changes: Vec<Change>,
}

impl Diff {
    /// The changes that concern one forvaltning, by its code.
    #[must_use]
    pub fn of_forvaltning(&self, kode: &str) -> Self {
        let hers = |c: &&Change| c.forvaltninger.iter().any(|f| f == kode);
        Self { changes: self.changes.iter().filter(hers).cloned().collect() }
    }

    /// Ids of the indsatser that are new.
    #[must_use]
    pub fn added(&self) -> BTreeSet<&str> {
        self.whole(Kind::Added)
    }

    /// Ids of the indsatser that are gone.
    #[must_use]
    pub fn removed(&self) -> BTreeSet<&str> {
        self.whole(Kind::Removed)
    }

    fn whole(&self, kind: Kind) -> BTreeSet<&str> {
        let whole = |c: &&Change| c.kind == kind && c.field.is_empty();
        self.changes.iter().filter(whole).filter_map(|c| c.indsats.as_deref()).collect()
    }
}

/// Compares two reports.
#[must_use]
pub fn diff(old: &Report, new: &Report) -> Diff {
    let mut changes = own(old, new);
    let mut of_indsatser = Vec::new();
    for (at, i) in new.indsatser.iter().enumerate() {
        let before = earlier_self(old, new, i);
        of_indsatser.push((rank(new, i), at, indsats(old, new, before, Some(i))));
    }
    for (at, i) in old.indsatser.iter().enumerate() {
        let still = |n: &Indsats| earlier_self(old, new, n).is_some_and(|o| o.id == i.id);
        if !new.indsatser.iter().any(still) {
            let last = new.indsatser.len() + at;
            of_indsatser.push((rank(new, i), last, indsats(old, new, Some(i), None)));
        }
    }
    of_indsatser.sort_by_key(|(rank, at, _)| (*rank, *at));
    changes.extend(of_indsatser.into_iter().flat_map(|(_, _, c)| c));
    Diff { changes }
}

/// The indsats of the old report that one of the new report was: that of its id, or of the id that
/// it says it had.
fn earlier_self<'o>(old: &'o Report, new: &Report, i: &Indsats) -> Option<&'o Indsats> {
    let of = |id: &str| old.indsatser.iter().find(|o| o.id == id);
    let taken = |id: &str| new.indsatser.iter().any(|n| n.id == id);
    of(&i.id).or_else(|| of(i.tidligere_id.as_deref().filter(|id| !taken(id))?))
}

/// Place of the answering forvaltning in the report; unknown ones last.
fn rank(report: &Report, i: &Indsats) -> usize {
    let own = forvaltninger(i);
    let known = report.forvaltninger.iter().position(|f| own.first() == Some(&f.kode));
    known.unwrap_or(report.forvaltninger.len())
}

/// The forvaltninger of an indsats, the one that answers for it (the overview's) first.
fn forvaltninger(i: &Indsats) -> Vec<String> {
    let mut all = vec![i.overblik.forvaltning.clone()];
    all.extend(i.forvaltninger.iter().filter(|f| **f != i.overblik.forvaltning).cloned());
    all
}

/// The report's own texts and registers.
fn own(old: &Report, new: &Report) -> Vec<Change> {
    let mut changes = Vec::new();
    let roots = [
        ("rapport.toml", "", value(&old.rapport), value(&new.rapport)),
        ("forvaltninger.toml", "forvaltning", value(&old.forvaltninger), value(&new.forvaltninger)),
        ("fagprincipper.toml", "fagprincip", value(&old.fagprincipper), value(&new.fagprincipper)),
        ("bydele.toml", "bydel", value(&old.bydele), value(&new.bydele)),
        ("bydele.toml", "enklave", value(&old.enklaver), value(&new.enklaver)),
        ("ordliste.toml", "", value(&old.ordliste), value(&new.ordliste)),
    ];
    let used = users_of_shared(new);
    for (file, field, before, after) in roots {
        let mut walk = Walk::new(old, new, blank(file));
        walk.root(field, &before, &after);
        changes.extend(walk.changes);
    }
    for change in &mut changes {
        if let Some(key) = change.field.strip_prefix("faelles.") {
            change.used_by = used.get(key).cloned().unwrap_or_default();
        }
    }
    changes
}

fn indsats(old: &Report, new: &Report, a: Option<&Indsats>, b: Option<&Indsats>) -> Vec<Change> {
    let Some(known) = b.or(a) else { return Vec::new() };
    let mut base = blank(&format!("indsatser/{}.toml", known.id));
    base.indsats = Some(known.id.clone());
    base.name = Some(known.kort_navn.clone().unwrap_or_else(|| known.navn.clone()));
    base.forvaltninger = forvaltninger(known);
    // A department that hands an indsats over must see that it did.
    let earlier = a.map(forvaltninger).unwrap_or_default();
    base.forvaltninger.extend(
        earlier.into_iter().filter(|f| !forvaltninger(known).contains(f)).collect::<Vec<_>>(),
    );
    match (a, b) {
        (Some(a), Some(b)) => {
            let renamed = (a.id != b.id).then(|| Change {
                label: text!("change-id").to_string(),
                field: "tidligere_id".to_owned(),
                old: Some(a.id.clone()),
                new: Some(b.id.clone()),
                ..base.clone()
            });
            let mut walk = Walk::new(old, new, base);
            walk.root("", &value(a), &value(b));
            renamed.into_iter().chain(walk.changes).collect()
        }
        (None, _) => vec![Change {
            kind: Kind::Added,
            label: text!("change-new").to_string(),
            new: Some(known.navn.clone()),
            ..base
        }],
        (Some(_), None) => vec![Change {
            kind: Kind::Removed,
            label: text!("change-gone").to_string(),
            old: Some(known.navn.clone()),
            ..base
        }],
    }
}

fn blank(file: &str) -> Change {
    Change {
        kind: Kind::Changed,
        file: file.to_owned(),
        indsats: None,
        name: None,
        forvaltninger: Vec::new(),
        field: String::new(),
        near: None,
        label: String::new(),
        old: None,
        new: None,
        sentences: Vec::new(),
        used_by: Vec::new(),
    }
}

fn value(model: &impl Serialize) -> Value {
    serde_json::to_value(model).expect("the model has string keys and finite numbers only")
}

/// Every place that prints a shared text, by the text's key.
fn users_of_shared(report: &Report) -> BTreeMap<String, Vec<FieldRef>> {
    let mut used = BTreeMap::new();
    for i in &report.indsatser {
        collect_shared(&value(i), "", &i.id, &mut used);
    }
    used
}

fn collect_shared(v: &Value, path: &str, id: &str, used: &mut BTreeMap<String, Vec<FieldRef>>) {
    match v {
        Value::Object(map) => {
            if let Some(Value::String(key)) = map.get("faelles") {
                let field = FieldRef { indsats: Some(id.to_owned()), field: path.to_owned() };
                used.entry(key.clone()).or_default().push(field);
            }
            for (key, inner) in map {
                collect_shared(inner, &at::join(path, key), id, used);
            }
        }
        Value::Array(items) => {
            for (i, inner) in items.iter().enumerate() {
                collect_shared(inner, &format!("{path}[{i}]"), id, used);
            }
        }
        _ => {}
    }
}
