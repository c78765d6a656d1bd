//! Things that name one thing each: no two the same.

use std::collections::BTreeMap;

use super::{
    BYDELE_FILE, FAGPRINCIPPER_FILE, FORVALTNINGER_FILE, ORDLISTE_FILE, RAPPORT_FILE, Rules,
    indsats_file,
};
use crate::finding::Finding;
use crate::report::codes;
use crate::text;

/// A name with the field that it stands in.
type Named = (String, String, String);

pub(super) fn run(rules: &mut Rules<'_>) {
    let parts = rules.parts;
    let forvaltninger = parts.forvaltninger.iter().flatten().enumerate();
    let codes: Vec<Named> = forvaltninger
        .clone()
        .map(|(n, f)| named(FORVALTNINGER_FILE, format!("forvaltning[{n}].kode"), &f.kode))
        .collect();
    let names: Vec<Named> = forvaltninger
        .map(|(n, f)| named(FORVALTNINGER_FILE, format!("forvaltning[{n}].navn"), &f.navn))
        .collect();
    abbreviations(rules, codes);
    unique(rules, "name", &names);
    fagprincipper(rules);
    bydele(rules);
    // Whose file the report names was there first: a copy of it is the other one.
    let order = parts.rapport.as_ref().map(|rapport| &rapport.raekkefoelge);
    let listed = |id: &String| order.is_some_and(|order| order.contains(id));
    let (named_in, others): (Vec<_>, Vec<_>) = parts.indsatser.iter().partition(|i| listed(&i.id));
    let indsatser: Vec<Named> = named_in
        .into_iter()
        .chain(others)
        .map(|i| named(&indsats_file(&i.id), "navn".to_owned(), &i.navn))
        .collect();
    unique(rules, "name", &indsatser);
    for (liste, ids) in parts.rapport.iter().flat_map(|r| {
        [("raekkefoelge", &r.raekkefoelge), ("overblik_raekkefoelge", &r.overblik_raekkefoelge)]
    }) {
        let ids: Vec<Named> = ids
            .iter()
            .enumerate()
            .map(|(n, id)| named(RAPPORT_FILE, format!("{liste}[{n}]"), id))
            .collect();
        unique(rules, "id", &ids);
    }
    indsats_lists(rules);
}

fn named(file: &str, field: String, name: &str) -> Named {
    (file.to_owned(), field, name.to_owned())
}

/// An abbreviation has one explanation; the forvaltninger's codes have theirs.
fn abbreviations(rules: &mut Rules<'_>, mut codes: Vec<Named>) {
    let begreber = rules.parts.ordliste.iter().flat_map(|o| &o.begreb).enumerate();
    codes
        .extend(begreber.map(|(n, b)| {
            named(ORDLISTE_FILE, format!("begreb[{n}].forkortelse"), &b.forkortelse)
        }));
    unique(rules, "abbreviation", &codes);
}

fn fagprincipper(rules: &mut Rules<'_>) {
    let principper = rules.parts.fagprincipper.iter().flatten().enumerate();
    let field = |n: usize, key: &str| format!("fagprincip[{n}].{key}");
    let numbers: Vec<Named> = principper
        .clone()
        .map(|(n, f)| named(FAGPRINCIPPER_FILE, field(n, "nr"), &f.nr.to_string()))
        .collect();
    let names: Vec<Named> =
        principper.map(|(n, f)| named(FAGPRINCIPPER_FILE, field(n, "navn"), &f.navn)).collect();
    unique(rules, "number", &numbers);
    unique(rules, "name", &names);
}

/// Names and aliases of bydele name places: each one bydel only. Tiles hold one bydel
/// or enclave each.
fn bydele(rules: &mut Rules<'_>) {
    let mut names: Vec<Named> = Vec::new();
    let mut tiles: Vec<Named> = Vec::new();
    for (n, b) in rules.parts.bydele.iter().flatten().enumerate() {
        names.push(named(BYDELE_FILE, format!("bydel[{n}].navn"), &b.navn));
        for (m, alias) in b.alias.iter().enumerate() {
            names.push(named(BYDELE_FILE, format!("bydel[{n}].alias[{m}]"), alias));
        }
        let [column, row] = b.flise;
        let flise = format!("[{column}, {row}]");
        tiles.push(named(BYDELE_FILE, format!("bydel[{n}].flise"), &flise));
    }
    for (n, enklave) in rules.parts.enklaver.iter().enumerate() {
        let [column, row] = enklave.flise;
        let flise = format!("[{column}, {row}]");
        tiles.push(named(BYDELE_FILE, format!("enklave[{n}].flise"), &flise));
    }
    unique(rules, "name", &names);
    unique(rules, "tile", &tiles);
}

/// An indsats names each forvaltning, fagprincip and bydel once.
fn indsats_lists(rules: &mut Rules<'_>) {
    for i in &rules.parts.indsatser {
        let file = indsats_file(&i.id);
        let list = |field: &str, names: Vec<String>| -> Vec<Named> {
            let at = |(n, name): (usize, String)| (file.clone(), format!("{field}[{n}]"), name);
            names.into_iter().enumerate().map(at).collect()
        };
        let numbers = i.overblik.fagprincipper.iter().map(u8::to_string).collect();
        let bydel = |navn: &String| {
            let found = rules.parts.bydele.iter().flatten().find(|b| b.is_named(navn));
            found.map_or_else(|| navn.clone(), |b| b.navn.clone())
        };
        let bydele = i.geografi.bydele.iter().map(bydel).collect();
        let lists = [
            ("forvaltning", list("forvaltninger", i.forvaltninger.clone())),
            ("fagprincip", list("overblik.fagprincipper", numbers)),
            ("bydel", list("geografi.bydele", bydele)),
        ];
        for (what, names) in lists {
            unique(rules, what, &names);
        }
    }
}

fn unique(rules: &mut Rules<'_>, what: &str, names: &[Named]) {
    let mut first: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for (file, field, name) in names {
        let Some((first_file, first_field)) = first.get(name.as_str()).copied() else {
            first.insert(name, (file, field));
            continue;
        };
        let shown = super::super::words::shown(name);
        let finding =
            Finding::error(codes::DUPLICATE.code, text!("load-twice", what = what, name = shown))
                .at(rules.place(file, field))
                .related(rules.place(first_file, first_field), text!("load-first-here"))
                .hint(text!("load-twice-hint"));
        rules.found.push(finding);
    }
}
