//! One indsats, a year on.

use toml_edit::{Item, Table, TableLike};

use super::aar::{Flyt, each_table, udfyld_under, udfyldes};
use super::blokke;

pub(super) fn move_on(t: &mut Table, flyt: Flyt) {
    t.remove("accepteret");
    t.remove("tidligere_id");
    t.remove("virkningsevaluering");
    if let Some(brugere) = under(t, "brugere") {
        each_table(brugere.get_mut("serie"), &mut |s| match s.get_mut("vaerdier") {
            Some(Item::Value(v)) => {
                if let Some(vaerdier) = v.as_inline_table_mut() {
                    series(vaerdier, flyt);
                    vaerdier.fmt();
                }
            }
            Some(item) => {
                if let Some(vaerdier) = item.as_table_like_mut() {
                    series(vaerdier, flyt);
                }
            }
            None => {}
        });
        blokke::move_on(brugere.get_mut("blok"), flyt);
    }
    if let Some(geografi) = under(t, "geografi") {
        blokke::move_on(geografi.get_mut("blok"), flyt);
    }
    if let Some(oekonomi) = under(t, "oekonomi") {
        udfyld_under(oekonomi, "beloeb");
        each_table(oekonomi.get_mut("opdeling"), &mut |d| udfyld_under(d, "beloeb"));
        blokke::move_on(oekonomi.get_mut("blok"), flyt);
    }
    blokke::move_on(t.get_mut("blok"), flyt);
}

fn under<'a>(t: &'a mut Table, noegle: &str) -> Option<&'a mut dyn TableLike> {
    t.get_mut(noegle).and_then(Item::as_table_like_mut)
}

/// The window of years moves on: every year after the series' last up to the new data year is
/// added, and as many of the oldest go.
fn series(vaerdier: &mut dyn TableLike, flyt: Flyt) {
    let mut aar: Vec<i32> = vaerdier.iter().filter_map(|(n, _)| n.parse().ok()).collect();
    aar.sort_unstable();
    let sidste = aar.last().copied().unwrap_or(flyt.dataaar);
    let nye: Vec<i32> = (sidste + 1..=flyt.dataaar + flyt.skridt).collect();
    for gammelt in aar.iter().take(nye.len()) {
        vaerdier.remove(&gammelt.to_string());
    }
    // A series that was shorter than the step keeps its length in the newest years.
    let behold = nye.len().min(aar.len().max(1));
    for nyt in nye.iter().skip(nye.len() - behold) {
        vaerdier.insert(&nyt.to_string(), Item::Value(udfyldes()));
    }
}
