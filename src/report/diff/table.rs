//! Tables and figures: cell by cell, rows, columns and categories matched by their names.

use serde_json::{Map, Value};

use super::at::At;
use super::items::{self, Pair};
use super::leaf::{self, Form};
use super::walk::Walk;
use crate::report::fields::names;
use crate::report::model::Enhed;

impl Walk<'_> {
    /// Compares two tables.
    pub(super) fn table(&mut self, at: &At, old: &Map<String, Value>, new: &Map<String, Value>) {
        let (without, with) = (bare(old), bare(new));
        self.fields(at, &without, &with, None);
        let (old_columns, new_columns) = (list(old, "kolonner"), list(new, "kolonner"));
        let columns = items::pairs(old_columns, new_columns);
        let (old_rows, new_rows) = (list(old, "raekker"), list(new, "raekker"));
        self.columns(at, &columns, (old_columns, old_rows), (new_columns, new_rows));
        let rows = at.field("raekker");
        let mut last = None;
        for pair in items::pairs(old_rows, new_rows) {
            let a = pair.old.and_then(|i| old_rows.get(i));
            let b = pair.new.and_then(|j| new_rows.get(j));
            if let (Some(Value::Object(a)), Some(Value::Object(b))) = (a, b) {
                let (plain_a, plain_b) = (bare(a).into(), bare(b).into());
                self.list_item(&rows, pair, Some(&plain_a), Some(&plain_b), last);
                self.cells(&rows, pair, (a, b), &columns, new_columns);
            } else {
                self.list_item(&rows, pair, a, b, last);
            }
            last = pair.new.or(last);
        }
    }

    /// Compares the columns' heads; a column that is new or gone is told with all its cells.
    fn columns(
        &mut self,
        at: &At,
        columns: &[Pair],
        (old, old_rows): (&[Value], &[Value]),
        (new, new_rows): (&[Value], &[Value]),
    ) {
        let at = at.field("kolonner");
        let mut last = None;
        for pair in columns {
            let a = pair.old.and_then(|i| Some(with_cells(old.get(i)?, i, old_rows)));
            let b = pair.new.and_then(|j| Some(with_cells(new.get(j)?, j, new_rows)));
            match (pair.old.and_then(|i| old.get(i)), pair.new.and_then(|j| new.get(j))) {
                (Some(a), Some(b)) => self.list_item(&at, *pair, Some(a), Some(b), last),
                _ => self.list_item(&at, *pair, a.as_ref(), b.as_ref(), last),
            }
            last = pair.new.or(last);
        }
    }

    fn cells(
        &mut self,
        rows: &At,
        row: Pair,
        (old, new): (&Map<String, Value>, &Map<String, Value>),
        columns: &[Pair],
        new_columns: &[Value],
    ) {
        let Some(index) = row.new else { return };
        let name = names::of_item("raekker", &Value::Object(new.clone()), index);
        let at = rows.item(row, name).field("celler");
        for column in columns {
            let (Some(i), Some(j)) = (column.old, column.new) else { continue };
            let (a, b) = (list(old, "celler").get(i), list(new, "celler").get(j));
            if a == b {
                continue;
            }
            let head = new_columns.get(j);
            let name = head.map(|h| names::of_item("kolonner", h, j)).unwrap_or_default();
            // One column without a header needs no number.
            let is_named = head.is_some_and(|h| names::identity(h).is_some());
            let name = if new_columns.len() == 1 && !is_named { String::new() } else { name };
            let of_column = head.and_then(Value::as_object).and_then(leaf::unit);
            let enhed = leaf::unit(new).or(of_column).unwrap_or(Enhed::Antal);
            let cell = At { enhed, ..at.item(*column, name) };
            self.leaf(&cell, a, b, Form::Celle);
        }
    }

    /// Compares two figures whose categories have names; false where they are no such figures.
    pub(super) fn figure(
        &mut self,
        at: &At,
        old: &Map<String, Value>,
        new: &Map<String, Value>,
    ) -> bool {
        let named = |map: &Map<String, Value>| {
            map.contains_key("serier") && !list(map, "kategorier").is_empty()
        };
        if !named(old) || !named(new) || list(old, "serier").is_empty() {
            return false;
        }
        let (without, with) = (bare(old), bare(new));
        self.fields(at, &without, &with, None);
        let (old_names, new_names) = (list(old, "kategorier"), list(new, "kategorier"));
        let categories = items::pairs(old_names, new_names);
        let (old_series, new_series) = (list(old, "serier"), list(new, "serier"));
        let series = at.field("serier");
        let mut last = None;
        for pair in items::pairs(old_series, new_series) {
            let a = pair.old.and_then(|i| old_series.get(i));
            let b = pair.new.and_then(|j| new_series.get(j));
            if let (Some(Value::Object(a)), Some(Value::Object(b))) = (a, b) {
                let (plain_a, plain_b) = (bare(a).into(), bare(b).into());
                self.list_item(&series, pair, Some(&plain_a), Some(&plain_b), last);
                self.values(&series, pair, (a, b), &categories, (old_names, new_names));
            } else {
                self.list_item(&series, pair, a, b, last);
            }
            last = pair.new.or(last);
        }
        true
    }

    fn values(
        &mut self,
        series: &At,
        pair: Pair,
        (old, new): (&Map<String, Value>, &Map<String, Value>),
        categories: &[Pair],
        (old_names, names): (&[Value], &[Value]),
    ) {
        let Some(index) = pair.new else { return };
        let name = names::of_item("serier", &Value::Object(new.clone()), index);
        let at = series.item(pair, name).field("vaerdier");
        for category in categories {
            let a = category.old.and_then(|i| list(old, "vaerdier").get(i));
            let b = category.new.and_then(|j| list(new, "vaerdier").get(j));
            let name = match (category.new, category.old) {
                (Some(j), _) => names.get(j),
                (None, Some(i)) => old_names.get(i),
                (None, None) => None,
            };
            let name = name.and_then(Value::as_str).unwrap_or_default().to_owned();
            if a != b {
                self.leaf(&at.item(*category, name), a, b, Form::Vaerdi);
            }
        }
    }
}

/// A column's head together with its cells, for its summary.
fn with_cells(head: &Value, index: usize, rows: &[Value]) -> Value {
    let mut head = head.clone();
    let cells = rows.iter().filter_map(|r| r.get("celler")?.get(index).cloned()).collect();
    if let Value::Object(map) = &mut head {
        map.insert("celler".to_owned(), Value::Array(cells));
    }
    head
}

/// The object without the lists that are compared cell by cell.
fn bare(map: &Map<String, Value>) -> Map<String, Value> {
    let lists = ["kolonner", "raekker", "celler", "serier", "vaerdier"];
    let kept = map.iter().filter(|(key, _)| !lists.contains(&key.as_str()));
    kept.map(|(key, v)| (key.clone(), v.clone())).collect()
}

fn list<'m>(map: &'m Map<String, Value>, key: &str) -> &'m [Value] {
    map.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
