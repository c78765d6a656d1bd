//! A data file, a year on: what becomes of a field stands at the field in the model (`x-yearly`).

use toml_edit::{Item, TableLike, Value};

use super::years::{Forward, each_table, put, wait_for, wait_under, waiting};
use crate::report::fields::{Field, Fields, Kind, Yearly};

/// Moves the fields of a table on, and those inside them.
pub(super) fn move_on(t: &mut dyn TableLike, fields: &Fields, by: Forward) {
    for field in &fields.0 {
        let key = field.key.as_str();
        match field.yearly {
            Some(Yearly::Drop) => drop(t.remove(key)),
            Some(Yearly::Value) => wait(t, field, by),
            Some(Yearly::Year) => year(t.get_mut(key), by),
            Some(Yearly::Words) => by.words(t.get_mut(key)),
            Some(Yearly::Row) => by.row(t.get_mut(key)),
            Some(Yearly::Period) => by.period(t.get_mut(key)),
            None => inside(t.get_mut(key), &field.kind, by),
        }
    }
}

fn inside(item: Option<&mut Item>, kind: &Kind, by: Forward) {
    match (kind, item) {
        (Kind::Table(fields), Some(item)) => {
            if let Some(t) = item.as_table_like_mut() {
                move_on(t, fields, by);
            }
        }
        (Kind::List(of), item) => each_table(item, &mut |t| match of.as_ref() {
            Kind::Table(fields) => move_on(t, fields, by),
            Kind::Block(kinds) => {
                let slags = t.get("slags").and_then(Item::as_str).unwrap_or_default().to_owned();
                if let Some(fields) = kinds.get(&slags) {
                    move_on(t, fields, by);
                }
                match slags.as_str() {
                    "tabel" => cells(t),
                    "figur" => figure(t),
                    _ => {}
                }
            }
            _ => {}
        }),
        _ => {}
    }
}

/// Makes the values of a field wait to be filled in.
fn wait(t: &mut dyn TableLike, field: &Field, by: Forward) {
    match &field.kind {
        Kind::Map(_) => match t.get_mut(&field.key) {
            Some(Item::Value(v)) => {
                if let Some(years) = v.as_inline_table_mut() {
                    series(years, by);
                    years.fmt();
                }
            }
            Some(item) => {
                if let Some(years) = item.as_table_like_mut() {
                    series(years, by);
                }
            }
            None => {}
        },
        // What the columns are decides about them: `cells`.
        Kind::List(of) if **of == Kind::Cell => {}
        Kind::List(_) => {
            if let Some(values) = t.get_mut(&field.key).and_then(Item::as_array_mut) {
                values.iter_mut().for_each(wait_for);
            }
        }
        _ => wait_under(t, &field.key),
    }
}

fn year(item: Option<&mut Item>, by: Forward) {
    if let Some(value) = item.and_then(Item::as_value_mut)
        && let Some(year) = value.as_integer()
    {
        put(value, (year + i64::from(by.step)).into());
    }
}

/// The window of years moves on: every year after the series' last up to the new data year is
/// added, and as many of the oldest go.
fn series(values: &mut dyn TableLike, by: Forward) {
    let mut years: Vec<i32> = values.iter().filter_map(|(year, _)| year.parse().ok()).collect();
    years.sort_unstable();
    let last = years.last().copied().unwrap_or(by.data_year);
    let new: Vec<i32> = (last + 1..=by.data_year + by.step).collect();
    for old in years.iter().take(new.len()) {
        values.remove(&old.to_string());
    }
    // A series that was shorter than the step keeps its length in the newest years.
    let kept = new.len().min(years.len().max(1));
    for year in new.iter().skip(new.len() - kept) {
        values.insert(&year.to_string(), Item::Value(waiting()));
    }
}

/// The cells of a table. A column of results tells of this year's numbers in words; other words
/// stay.
fn cells(t: &mut dyn TableLike) {
    let mut results = Vec::new();
    each_table(t.get_mut("kolonner"), &mut |column| {
        results.push(column.get("rolle").and_then(Item::as_str) == Some("resultat"));
    });
    each_table(t.get_mut("raekker"), &mut |row| {
        let cells = row.get_mut("celler").and_then(Item::as_array_mut);
        for (nr, cell) in cells.into_iter().flat_map(|cells| cells.iter_mut()).enumerate() {
            if is_yearly(cell, results.get(nr).copied().unwrap_or(false)) {
                wait_for(cell);
            }
        }
    });
}

/// Numbers, and the states that stand for a number. A printed dash and an empty cell stay.
fn is_yearly(cell: &Value, is_result: bool) -> bool {
    match cell.as_str() {
        Some("mangler" | "diskretion") => true,
        Some("-" | "") => false,
        Some(_) => is_result,
        None => true,
    }
}

/// A figure whose values were missing waits for them as a whole.
fn figure(t: &mut dyn TableLike) {
    let mut has_series = false;
    each_table(t.get_mut("serier"), &mut |_| has_series = true);
    if has_series {
        return;
    }
    match t.get_mut("tilstand").and_then(Item::as_value_mut) {
        Some(state) => put(state, waiting()),
        None => drop(t.insert("tilstand", Item::Value(waiting()))),
    }
}
