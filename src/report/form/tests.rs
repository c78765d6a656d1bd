#![cfg(test)]
//! Forms out and in again.

use std::collections::BTreeMap;
use std::path::Path;

use super::names::cell_name;
use super::question::Kind;
use super::*;
use crate::report::load::{Loaded, load};

fn fixture() -> Loaded {
    load(Path::new("tests/fixtures/2024"))
}

fn form<'a>(report: &'a crate::report::model::Report) -> Form<'a> {
    Form {
        report,
        before: Some(report),
        open: BTreeMap::new(),
        room: BTreeMap::new(),
        only: Vec::new(),
        letter: Letter::default(),
        data: "00000000".to_owned(),
    }
}

#[test]
fn a_form_that_nobody_touched_changes_nothing() {
    let loaded = fixture();
    let report = loaded.report.clone().expect("the fixture");
    let form = form(&report);
    let codes = form.forvaltninger();
    assert!(codes.contains(&"SOF".to_owned()) && codes.len() >= 4, "{codes:?}");
    let sources: Vec<Source> = codes
        .iter()
        .map(|kode| {
            let bytes = workbook(&form, kode).expect("it fits");
            assert_eq!(bytes, workbook(&form, kode).expect("it fits"), "same data, same bytes");
            Source { file: format!("{kode}.xlsx"), bytes }
        })
        .collect();
    let back = import(&loaded, &report, &sources);
    assert_eq!(back.findings, Vec::new());
    assert_eq!((back.changed.len(), back.files.len()), (0, 0));
    assert!(back.untouched > 900, "{}", back.untouched);
}

#[test]
fn every_question_has_a_name_and_its_field() {
    let loaded = fixture();
    let report = loaded.report.clone().expect("the fixture");
    let mut seen = std::collections::BTreeSet::new();
    for i in &report.indsatser {
        let q = question::questions(i, None, Default::default());
        let text = loaded.sources.text(&crate::report::load::indsats_file(&i.id)).expect("read");
        let document = crate::report::edit::Document::parse("x", text.as_bytes()).expect("TOML");
        for q in q.list {
            assert!(!q.label.is_empty(), "{} {}", i.id, q.field);
            let there = document.get(&crate::report::load::FieldPath::parse(&q.field)).is_some();
            let default = q.kind == Kind::YesNo || q.kind == Kind::Bydele;
            assert!(there || default, "{} {}", i.id, q.field);
            assert!(seen.insert(cell_name(&i.id, &q.field)), "{} {}", i.id, q.field);
        }
    }
    assert!(seen.len() > 600, "{}", seen.len());
}
