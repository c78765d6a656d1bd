//! Two values side by side, down to the fields that differ.

use serde_json::{Map, Value};

use super::at::{At, parent};
use super::items::{self, Pair};
use super::leaf::{self, Form};
use super::{Change, Kind, derived, sentences};
use crate::report::fields::{self, names};
use crate::report::model::{Enhed, Report};

/// One comparison, with what it has found.
pub(super) struct Walk<'a> {
    pub changes: Vec<Change>,
    base: Change,
    old: &'a Report,
    new: &'a Report,
}

impl<'a> Walk<'a> {
    /// A comparison whose findings start from `base`.
    pub(crate) fn new(old: &'a Report, new: &'a Report, base: Change) -> Self {
        Self { changes: Vec::new(), base, old, new }
    }

    /// Compares a whole file.
    pub(crate) fn root(&mut self, field: &str, old: &Value, new: &Value) {
        let at = At {
            new: field.to_owned(),
            old: field.to_owned(),
            key: field.to_owned(),
            names: if field.is_empty() { vec![] } else { vec![fields::label(field).to_owned()] },
            enhed: Enhed::Antal,
        };
        self.value(&at, Some(old), Some(new));
    }

    /// Compares two values.
    pub(crate) fn value(&mut self, at: &At, old: Option<&Value>, new: Option<&Value>) {
        if old == new {
            return;
        }
        match (at.key.as_str(), old, new) {
            // The editor's own notes to `check`, and a name that follows from the file's.
            ("accepteret" | "tidligere_id" | "fra_sidste_aar" | "id", _, _) => {}
            ("raekkefoelge" | "overblik_raekkefoelge", Some(old), Some(new)) => {
                self.order(at, old, new);
            }
            ("alder" | "siden", _, _) => self.leaf(at, old, new, Form::Plain),
            ("beloeb", _, _) => {
                self.leaf(&At { enhed: Enhed::Kr, ..at.clone() }, old, new, Form::Vaerdi);
            }
            ("vaerdier", Some(Value::Object(a)), Some(Value::Object(b))) => {
                self.fields(at, a, b, Some(Form::Vaerdi));
            }
            ("trykt", a, b) => self.source_numbers(at, a, b),
            ("tal" | "vaerdier", Some(Value::Array(a)), Some(Value::Array(b))) => {
                self.by_index(at, a, b, Form::Vaerdi);
            }
            ("kolonner" | "flise", Some(Value::Array(a)), Some(Value::Array(b)))
                if !holds_objects(a) && a.len() == b.len() =>
            {
                self.by_index(at, a, b, Form::Plain);
            }
            (key, _, _) if fields::is_prose(key) && (is_text(old) || is_text(new)) => {
                self.prose(at, old, new);
            }
            (_, Some(Value::Object(a)), Some(Value::Object(b))) => self.object(at, a, b),
            ("kendt" | "punkter", Some(Value::Array(a)), Some(Value::Array(b))) => {
                self.list(at, a, b);
            }
            (_, Some(Value::Array(a)), Some(Value::Array(b)))
                if holds_objects(a) || holds_objects(b) =>
            {
                self.list(at, a, b);
            }
            _ => self.leaf(at, old, new, Form::Plain),
        }
    }

    fn object(&mut self, at: &At, old: &Map<String, Value>, new: &Map<String, Value>) {
        let enhed = leaf::unit(new).or_else(|| leaf::unit(old)).unwrap_or(at.enhed);
        let at = At { enhed, ..at.clone() };
        if holds_rows(old) && holds_rows(new) {
            self.table(&at, old, new);
        } else if at.key == "faelles" {
            self.shared(&at, old, new);
        } else if !self.figure(&at, old, new) {
            self.fields(&at, old, new, None);
        }
    }

    /// Compares the fields of two objects in the model's order.
    pub(crate) fn fields(
        &mut self,
        at: &At,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
        form: Option<Form>,
    ) {
        for key in keys(old, new) {
            let (at, a, b) = (at.field(key), old.get(key), new.get(key));
            match form {
                Some(form) if a != b => self.leaf(&at, a, b, form),
                Some(_) => {}
                None => self.value(&at, a, b),
            }
        }
    }

    /// Compares what the source says of computed numbers, by their names.
    fn source_numbers(&mut self, at: &At, old: Option<&Value>, new: Option<&Value>) {
        let none = Map::new();
        let [old, new] = [old, new].map(|v| v.and_then(Value::as_object).unwrap_or(&none));
        for key in keys(old, new).into_iter().filter(|key| old.get(*key) != new.get(*key)) {
            let mut number = at.field(key);
            number.names.pop();
            number.names.push(derived::spoken(key, &|words| words.to_string()));
            self.leaf(&number, old.get(key), new.get(key), Form::Vaerdi);
        }
    }

    fn shared(&mut self, at: &At, old: &Map<String, Value>, new: &Map<String, Value>) {
        for key in keys(old, new) {
            self.prose(&at.field(key), old.get(key), new.get(key));
        }
    }

    fn by_index(&mut self, at: &At, old: &[Value], new: &[Value], form: Form) {
        for i in 0..old.len().max(new.len()) {
            let (a, b) = (old.get(i), new.get(i));
            let pair = Pair { old: a.map(|_| i), new: b.map(|_| i), moved: false };
            let name =
                if old.len().max(new.len()) > 1 { (i + 1).to_string() } else { String::new() };
            if a != b {
                self.leaf(&at.item(pair, name), a, b, form);
            }
        }
    }

    /// Compares two lists by what their items are.
    pub(crate) fn list(&mut self, at: &At, old: &[Value], new: &[Value]) {
        let mut last = None;
        for pair in items::pairs(old, new) {
            let a = pair.old.and_then(|i| old.get(i));
            let b = pair.new.and_then(|j| new.get(j));
            self.list_item(at, pair, a, b, last);
            last = pair.new.or(last);
        }
    }

    /// Reports an item that came, went or moved, and what differs inside one that stayed.
    pub(crate) fn list_item(
        &mut self,
        at: &At,
        pair: Pair,
        old: Option<&Value>,
        new: Option<&Value>,
        last: Option<usize>,
    ) {
        let (Some(known), Some(index)) = (new.or(old), pair.new.or(pair.old)) else { return };
        let item = at.item(pair, names::of_item(&at.key, known, index));
        match (old, new) {
            (Some(a), Some(b)) => {
                if pair.moved {
                    self.moved(&item, pair);
                }
                self.value(&item, Some(a), Some(b));
            }
            (Some(a), None) => {
                let near = match last {
                    Some(last) => format!("{}[{last}]", at.new),
                    None => parent(&at.new).to_owned(),
                };
                self.gone(&item, near, leaf::summary(a, item.enhed));
            }
            (None, Some(b)) => self.came(&item, leaf::summary(b, item.enhed)),
            (None, None) => {}
        }
    }

    /// The order of the spreads: only indsatser that are in both, and only those that moved.
    fn order(&mut self, at: &At, old: &Value, new: &Value) {
        let both = |list: &Value, other: &Value| -> Vec<Value> {
            let all = |v: &Value| v.as_array().cloned().unwrap_or_default();
            let other = all(other);
            all(list).into_iter().filter(|id| other.contains(id)).collect()
        };
        let (old, new) = (both(old, new), both(new, old));
        for pair in items::pairs(&old, &new).into_iter().filter(|p| p.moved) {
            let id = pair.new.and_then(|j| new.get(j)).and_then(Value::as_str).unwrap_or_default();
            let named = self.new.indsatser.iter().find(|i| i.id == id);
            let name = named.map_or(id, |i| i.kort_navn.as_deref().unwrap_or(&i.navn)).to_owned();
            let item = at.item(pair, name);
            self.moved(&item, pair);
        }
    }

    fn prose(&mut self, at: &At, old: Option<&Value>, new: Option<&Value>) {
        let key = |v: Option<&Value>| v.and_then(|v| v.get("faelles")).cloned();
        // A shared text that changed is told once, at the shared text itself.
        let same = key(old).is_some() && key(old) == key(new);
        let before = if same { self.new } else { self.old };
        let a = leaf::prose(old, &before.rapport.faelles);
        let b = leaf::prose(new, &self.new.rapport.faelles);
        let changed =
            sentences::compare(a.as_deref().unwrap_or_default(), b.as_deref().unwrap_or_default());
        if changed.is_empty() {
            return;
        }
        let kind = kind(a.as_ref(), b.as_ref());
        let mut change = self.change(at, kind);
        change.old = sentences::joined(changed.iter().map(|s| s.old.as_ref()));
        change.new = sentences::joined(changed.iter().map(|s| s.new.as_ref()));
        change.sentences = changed;
        self.changes.push(change);
    }

    /// Compares two single values as they are printed.
    pub(crate) fn leaf(&mut self, at: &At, old: Option<&Value>, new: Option<&Value>, form: Form) {
        let a = leaf::show(old, form, at.enhed, &at.key);
        let b = leaf::show(new, form, at.enhed, &at.key);
        if a == b {
            return;
        }
        let mut change = self.change(at, kind(a.as_ref(), b.as_ref()));
        (change.old, change.new) = (a, b);
        self.changes.push(change);
    }

    pub(crate) fn came(&mut self, at: &At, said: String) {
        let mut change = self.change(at, Kind::Added);
        change.new = Some(said);
        self.changes.push(change);
    }

    pub(crate) fn gone(&mut self, at: &At, near: String, said: String) {
        let mut change = self.change(at, Kind::Removed);
        at.old.clone_into(&mut change.field);
        change.near = Some(near);
        change.old = Some(said);
        self.changes.push(change);
    }

    fn moved(&mut self, at: &At, pair: Pair) {
        let place = |i: Option<usize>| i.map(|i| format!("nr. {}", i + 1));
        let mut change = self.change(at, Kind::Moved);
        (change.old, change.new) = (place(pair.old), place(pair.new));
        self.changes.push(change);
    }

    fn change(&self, at: &At, kind: Kind) -> Change {
        let gone = kind == Kind::Removed;
        Change {
            kind,
            field: if gone { at.old.clone() } else { at.new.clone() },
            near: gone.then(|| parent(&at.new).to_owned()),
            label: at.label(),
            ..self.base.clone()
        }
    }
}

fn kind<T>(old: Option<&T>, new: Option<&T>) -> Kind {
    match (old, new) {
        (None, Some(_)) => Kind::Added,
        (Some(_), None) => Kind::Removed,
        _ => Kind::Changed,
    }
}

fn is_text(v: Option<&Value>) -> bool {
    match v {
        Some(Value::String(_)) => true,
        Some(Value::Object(map)) => map.get("faelles").is_some_and(Value::is_string),
        _ => false,
    }
}

fn holds_objects(list: &[Value]) -> bool {
    list.iter().any(Value::is_object)
}

fn holds_rows(map: &Map<String, Value>) -> bool {
    map.get("kolonner").is_some_and(Value::is_array) && map.contains_key("raekker")
}

/// The keys of both, in the new one's order; a key that is gone stands after its old neighbour.
fn keys<'m>(old: &'m Map<String, Value>, new: &'m Map<String, Value>) -> Vec<&'m str> {
    let mut all: Vec<&str> = new.keys().map(String::as_str).collect();
    let mut last: Option<&str> = None;
    for key in old.keys() {
        if !new.contains_key(key) {
            let at = last.and_then(|l| all.iter().position(|k| *k == l)).map_or(0, |at| at + 1);
            all.insert(at, key);
        }
        last = Some(key);
    }
    all
}
