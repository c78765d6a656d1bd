//! A data file, a year on: what becomes of a field stands at the field in the model (`x-yearly`).

use toml_edit::{Item, TableLike, Value};

use super::aar::{Flyt, each_table, put, udfyld, udfyld_under, udfyldes};
use crate::report::fields::{Field, Fields, Kind, Yearly};

/// Moves the fields of a table on, and those inside them.
pub(super) fn move_on(t: &mut dyn TableLike, fields: &Fields, flyt: Flyt) {
    for field in &fields.0 {
        let key = field.key.as_str();
        match field.yearly {
            Some(Yearly::Drop) => drop(t.remove(key)),
            Some(Yearly::Value) => wait(t, field, flyt),
            Some(Yearly::Year) => year(t.get_mut(key), flyt),
            Some(Yearly::Words) => flyt.words(t.get_mut(key)),
            Some(Yearly::Row) => flyt.row(t.get_mut(key)),
            Some(Yearly::Period) => flyt.period(t.get_mut(key)),
            None => inside(t.get_mut(key), &field.kind, flyt),
        }
    }
}

fn inside(item: Option<&mut Item>, kind: &Kind, flyt: Flyt) {
    match (kind, item) {
        (Kind::Table(fields), Some(item)) => {
            if let Some(t) = item.as_table_like_mut() {
                move_on(t, fields, flyt);
            }
        }
        (Kind::List(of), item) => each_table(item, &mut |t| match of.as_ref() {
            Kind::Table(fields) => move_on(t, fields, flyt),
            Kind::Block(kinds) => {
                let slags = t.get("slags").and_then(Item::as_str).unwrap_or_default().to_owned();
                if let Some(fields) = kinds.get(&slags) {
                    move_on(t, fields, flyt);
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
fn wait(t: &mut dyn TableLike, field: &Field, flyt: Flyt) {
    match &field.kind {
        Kind::Map(_) => match t.get_mut(&field.key) {
            Some(Item::Value(v)) => {
                if let Some(years) = v.as_inline_table_mut() {
                    series(years, flyt);
                    years.fmt();
                }
            }
            Some(item) => {
                if let Some(years) = item.as_table_like_mut() {
                    series(years, flyt);
                }
            }
            None => {}
        },
        // What the columns are decides about them: `cells`.
        Kind::List(of) if **of == Kind::Cell => {}
        Kind::List(_) => {
            if let Some(values) = t.get_mut(&field.key).and_then(Item::as_array_mut) {
                values.iter_mut().for_each(udfyld);
            }
        }
        _ => udfyld_under(t, &field.key),
    }
}

fn year(item: Option<&mut Item>, flyt: Flyt) {
    if let Some(value) = item.and_then(Item::as_value_mut)
        && let Some(year) = value.as_integer()
    {
        put(value, (year + i64::from(flyt.skridt)).into());
    }
}

/// The window of years moves on: every year after the series' last up to the new data year is
/// added, and as many of the oldest go.
fn series(values: &mut dyn TableLike, flyt: Flyt) {
    let mut years: Vec<i32> = values.iter().filter_map(|(year, _)| year.parse().ok()).collect();
    years.sort_unstable();
    let last = years.last().copied().unwrap_or(flyt.dataaar);
    let new: Vec<i32> = (last + 1..=flyt.dataaar + flyt.skridt).collect();
    for old in years.iter().take(new.len()) {
        values.remove(&old.to_string());
    }
    // A series that was shorter than the step keeps its length in the newest years.
    let kept = new.len().min(years.len().max(1));
    for year in new.iter().skip(new.len() - kept) {
        values.insert(&year.to_string(), Item::Value(udfyldes()));
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
                udfyld(cell);
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
        Some(state) => put(state, udfyldes()),
        None => drop(t.insert("tilstand", Item::Value(udfyldes()))),
    }
}
