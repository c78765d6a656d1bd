//! Blocks, a year on: the yearly values wait to be filled in, words and pictures stay.

use toml_edit::{Item, TableLike, Value};

use super::aar::{Flyt, each_table, put, udfyld, udfyldes};

pub(super) fn move_on(blokke: Option<&mut Item>, flyt: Flyt) {
    each_table(blokke, &mut |b| {
        let slags = b.get("slags").and_then(Item::as_str).unwrap_or_default().to_owned();
        match slags.as_str() {
            "tabel" => table(b, flyt),
            "figur" => figure(b, flyt),
            "tal" => {
                flyt.tekst(b, "titel");
                each_table(b.get_mut("poster"), &mut |p| {
                    if let Some(tal) = p.get_mut("tal").and_then(Item::as_array_mut) {
                        tal.iter_mut().for_each(udfyld);
                    }
                });
            }
            _ => {}
        }
    });
}

fn table(b: &mut dyn TableLike, flyt: Flyt) {
    for noegle in ["titel", "raekkehoved"] {
        flyt.tekst(b, noegle);
    }
    flyt.periode(b);
    b.remove("n");
    // A column of results tells of this year's numbers in words; other words stay.
    let mut resultater = Vec::new();
    let mut nr = 0_usize;
    each_table(b.get_mut("kolonner"), &mut |k| {
        if k.get("rolle").and_then(Item::as_str) == Some("resultat") {
            resultater.push(nr);
        }
        nr += 1;
        flyt.tekst(k, "navn");
        flyt.tekst(k, "gruppe");
    });
    each_table(b.get_mut("raekker"), &mut |r| {
        flyt.raekke(r, "navn");
        if let Some(celler) = r.get_mut("celler").and_then(Item::as_array_mut) {
            for (n, celle) in celler.iter_mut().enumerate() {
                if is_yearly(celle, resultater.contains(&n)) {
                    udfyld(celle);
                }
            }
        }
    });
}

/// Numbers, and the states that stand for a number. A printed dash and an empty cell stay.
fn is_yearly(celle: &Value, resultat: bool) -> bool {
    match celle.as_str() {
        Some("mangler" | "diskretion") => true,
        Some("-" | "") => false,
        Some(_) => resultat,
        None => true,
    }
}

fn figure(b: &mut dyn TableLike, flyt: Flyt) {
    flyt.tekst(b, "titel");
    flyt.periode(b);
    b.remove("n");
    b.remove("kendt");
    b.remove("resultat");
    let mut har_serier = false;
    each_table(b.get_mut("serier"), &mut |s| {
        har_serier = true;
        if let Some(vaerdier) = s.get_mut("vaerdier").and_then(Item::as_array_mut) {
            vaerdier.iter_mut().for_each(udfyld);
        }
    });
    if har_serier {
        return;
    }
    match b.get_mut("tilstand").and_then(Item::as_value_mut) {
        Some(tilstand) => put(tilstand, udfyldes()),
        None => {
            b.insert("tilstand", Item::Value(udfyldes()));
        }
    }
}
