//! `rapport.toml`, a year on.

use toml_edit::{Item, Table, TableLike, value};

use super::aar::{Flyt, each_table, put};

pub(super) fn move_on(t: &mut Table, flyt: Flyt) {
    set_year(t, "aar", flyt.aar + flyt.skridt);
    set_year(t, "dataaar", flyt.dataaar + flyt.skridt);
    t.remove("dato");
    t.remove("accepteret");
    flyt.tekst(t, "titel");
    flyt.tekst(t, "undertitel");
    flyt.tekst(t, "kort_titel");
    flyt.tekst(t, "emneord");
    if let Some(overblik) = t.get_mut("overblik").and_then(Item::as_table_like_mut) {
        flyt.tekst(overblik, "kolonner");
    }
    if let Some(indsigter) = t.get_mut("indsigter").and_then(Item::as_table_like_mut) {
        each_table(indsigter.get_mut("indsigt"), &mut |i| {
            i.remove("trykt");
        });
    }
    each_table(t.get_mut("kolofon"), &mut |k| flyt.tekst(k, "tekst"));
}

fn set_year(t: &mut dyn TableLike, noegle: &str, aar: i32) {
    match t.get_mut(noegle) {
        Some(Item::Value(v)) => put(v, i64::from(aar).into()),
        Some(andet) => *andet = value(i64::from(aar)),
        None => {}
    }
}
