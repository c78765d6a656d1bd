#![cfg(test)]
//! Forms out and in again.

mod printed;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use toml::Value;

use super::import::of_books;
use super::names::{
    ACTION, ANSWER, FIELD, FIRST_CELL, HEADS, LIST, REMARK as REMARKS, STATE, cell_name,
};
use super::question::Kind;
use super::read::{Book, Cell, Said, read};
use super::*;
use crate::report::edit::Document;
use crate::report::load::{FieldPath, Loaded, indsats_file, load};
use crate::report::model::Report;
use crate::words::Words;

pub(super) fn fixture() -> (Loaded, Arc<Report>) {
    let loaded = load(Path::new("tests/fixtures/2024"));
    let report = loaded.report.clone().expect("the fixture");
    (loaded, report)
}

fn form(report: &Report) -> Form<'_> {
    Form {
        report,
        before: Some(report),
        open: BTreeMap::new(),
        room: BTreeMap::new(),
        only: Vec::new(),
        letter: Letter::default(),
        data: "00000000".to_owned(),
        words: Words::danish(),
    }
}

pub(super) fn book(report: &Report, kode: &str) -> Book {
    read("x.xlsx", &bytes(report, kode)).expect("readable")
}

pub(super) fn bytes(report: &Report, kode: &str) -> Vec<u8> {
    workbook(&form(report), kode).expect("it fits")
}

/// The row of a field, by its hidden column.
pub(super) fn row(book: &Book, id: &str, field: &str) -> (usize, u32) {
    let found = book.sheets.iter().enumerate().find_map(|(nr, s)| {
        let is = s.text(1, FIELD) == Some(id) && s.text(2, FIELD) == Some(LIST);
        let row = s.cells.keys().find(|(r, c)| {
            *r > HEADS && *c == u32::from(FIELD) && s.text(*r, FIELD) == Some(field)
        });
        is.then_some((nr, row?.0))
    });
    found.unwrap_or_else(|| panic!("no row for {field}"))
}

pub(super) fn put(book: &mut Book, (sheet, row): (usize, u32), col: u16, said: Option<Said>) {
    let cells = &mut book.sheets[sheet].cells;
    match said {
        Some(said) => {
            cells.insert((row, col.into()), Cell { said, formula: false, percent: false });
        }
        None => drop(cells.remove(&(row, col.into()))),
    }
}

pub(super) fn text(words: &str) -> Option<Said> {
    Some(Said::Text(words.to_owned()))
}

#[test]
fn a_form_that_nobody_touched_changes_nothing() {
    let (loaded, report) = fixture();
    let form = form(&report);
    let codes = form.forvaltninger();
    assert!(codes.contains(&"SOF".to_owned()) && codes.len() >= 4, "{codes:?}");
    let sources: Vec<Source> = codes
        .iter()
        .map(|kode| {
            let bytes = bytes(&report, kode);
            assert_eq!(bytes, self::bytes(&report, kode), "same data, same bytes");
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
    let (loaded, report) = fixture();
    let mut seen = BTreeSet::new();
    for i in &report.indsatser {
        let q = question::questions(i, None, BTreeSet::new());
        let text = loaded.sources.text(&indsats_file(&i.id)).expect("read");
        let document = Document::parse("x", text.as_bytes()).expect("TOML");
        for q in q.list {
            assert!(!q.label.is_empty(), "{} {}", i.id, q.field);
            let there = document.get(&FieldPath::parse(&q.field)).is_some();
            let default = q.kind == Kind::YesNo || q.kind == Kind::Bydele;
            assert!(there || default, "{} {}", i.id, q.field);
            assert!(seen.insert(cell_name(&i.id, &q.field)), "{} {}", i.id, q.field);
        }
    }
    assert!(seen.len() > 600, "{}", seen.len());
}

/// Paths of everything in which two files differ.
fn different(a: &Value, b: &Value, path: &FieldPath, found: &mut BTreeSet<String>) {
    match (a, b) {
        (Value::Table(x), Value::Table(y)) => {
            let keys: BTreeSet<&String> = x.keys().chain(y.keys()).collect();
            for key in keys {
                match (x.get(key), y.get(key)) {
                    (Some(a), Some(b)) => different(a, b, &path.key(key), found),
                    _ => drop(found.insert(path.key(key).to_string())),
                }
            }
        }
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => {
            for (i, (a, b)) in x.iter().zip(y).enumerate() {
                different(a, b, &path.index(i), found);
            }
        }
        _ if a == b => {}
        _ => drop(found.insert(path.to_string())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    /// A hundred answers changed in the forms of all forvaltninger change exactly those fields.
    #[test]
    fn a_hundred_changed_answers_change_exactly_those_fields(
        picks in prop::collection::vec((any::<prop::sample::Index>(), 1..99_999_u32), 100),
    ) {
        let (loaded, report) = fixture();
        let codes = form(&report).forvaltninger();
        let mut books: Vec<(&str, Book)> = codes.iter().map(|k| (k.as_str(), book(&report, k))).collect();
        let mut places = Vec::new();
        for (b, (_, book)) in books.iter().enumerate() {
            for (s, sheet) in book.sheets.iter().enumerate().filter(|(_, s)| s.text(2, FIELD) == Some(LIST)) {
                for (r, _) in sheet.cells.keys().filter(|(r, c)| *r > HEADS && *c == u32::from(FIELD)) {
                    let number = matches!(sheet.cells.get(&(*r, ANSWER.into())).map(|c| &c.said), Some(Said::Number(_)));
                    let state = sheet.text(*r, STATE).is_some();
                    let yes_no = matches!(sheet.text(*r, ANSWER), Some("ja" | "nej"));
                    let field = sheet.text(*r, FIELD).unwrap_or_default();
                    // Their answers are no words and no decimal numbers.
                    let own = field.ends_with(".alder") || field.ends_with(".n");
                    let own = own || matches!(field, "geografi.bydele" | "virkningsevaluering");
                    if !yes_no && !own {
                        places.push((b, s, *r, number || state));
                    }
                }
            }
        }
        let mut wanted: BTreeSet<(String, String)> = BTreeSet::new();
        for (at, n) in picks {
            let (b, s, r, number) = places[at.index(places.len())];
            let sheet = &books[b].1.sheets[s];
            let id = sheet.text(1, FIELD).expect("an id").to_owned();
            let field = sheet.text(r, FIELD).expect("a field").to_owned();
            let said = if number { Said::Number(f64::from(n) + 0.5) } else { Said::Text(format!("Ny tekst {n} om sagen")) };
            put(&mut books[b].1, (s, r), ANSWER, Some(said));
            if number {
                put(&mut books[b].1, (s, r), STATE, text("endelig"));
            }
            wanted.insert((indsats_file(&id), field));
        }
        let back = of_books(&loaded, &report, &books);
        let errors: Vec<_> = back.findings.iter().filter(|f| f.severity == crate::finding::Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
        let mut got: BTreeSet<(String, String)> = BTreeSet::new();
        for (file, old, new) in &back.files {
            let of = |text: &str| Document::parse(file, text.as_bytes()).expect("TOML").value().clone();
            let mut found = BTreeSet::new();
            different(&of(old), &of(new), &FieldPath::default(), &mut found);
            got.extend(found.into_iter().map(|f| (file.clone(), f)));
        }
        // A value in the long form changes at its number and its state.
        let whole = |field: &str| {
            let inner = [".tal", ".tilstand"].iter().find_map(|end| field.strip_suffix(end));
            inner.unwrap_or(field).to_owned()
        };
        let got: BTreeSet<(String, String)> =
            got.into_iter().map(|(file, field)| (file, whole(&field))).collect();
        prop_assert_eq!(got, wanted);
    }
}

#[test]
fn what_people_type_is_read_or_told() {
    let (loaded, report) = fixture();
    let clean = book(&report, "SOF");
    let at = |field: &str| row(&clean, "ludo", field);
    let of = |change: &dyn Fn(&mut Book)| {
        let mut book = clean.clone();
        change(&mut book);
        of_books(&loaded, &report, &[("SOF.xlsx", book)])
    };
    let beloeb = |said: Said, wanted: Option<&str>| {
        let back = of(&|b| put(b, at("oekonomi.beloeb"), ANSWER, Some(said.clone())));
        let new = back.files.first().map(|(_, _, new)| new.clone()).unwrap_or_default();
        match wanted {
            Some(wanted) => assert!(
                new.contains(&format!("beloeb = {wanted}\n")),
                "{said:?} {:?}",
                back.findings
            ),
            None => {
                assert!(back.is_stopped() && back.files.is_empty(), "{said:?}");
                let f = &back.findings[0];
                assert_eq!(f.place.as_ref().map(|p| p.file.as_str()), Some("SOF.xlsx"));
                assert!(
                    f.place
                        .as_ref()
                        .and_then(|p| p.field.clone())
                        .expect("a cell")
                        .contains("celle F")
                );
                assert!(!f.hints.is_empty());
            }
        }
    };
    beloeb(Said::Number(1_300_000.0), Some("1_300_000"));
    beloeb(Said::Text("1.300.000 kr.".into()), Some("1_300_000"));
    beloeb(Said::Text("1,3 mio. kr.".into()), Some("1_300_000"));
    beloeb(
        Said::Text("ca. 1.300.000".into()),
        Some("{ tal = 1_300_000, tilstand = \"anslaaet\" }"),
    );
    beloeb(Said::Text("kan ikke opgøres".into()), Some("\"mangler\""));
    beloeb(Said::Text("1,234".into()), None);
    beloeb(Said::Text("ved vi ikke".into()), None);
    beloeb(Said::Date("3.4.2024".into()), None);
    beloeb(Said::Error("#DIV/0!".into()), None);
    beloeb(Said::NotCalculated, None);
    let gone = of(&|b| put(b, at("oekonomi.beloeb"), ANSWER, None));
    assert!(gone.is_stopped(), "a number that is gone needs a reason");
    let gone = of(&|b| {
        put(b, at("oekonomi.beloeb"), ANSWER, None);
        put(b, at("oekonomi.beloeb"), STATE, text("mangler endnu"));
    });
    assert!(gone.files[0].2.contains("beloeb = \"udfyldes\"\n"));
    let quotes = of(&|b| {
        let lead = "Spydspidsen (CUKU) har siden efteråret 2020 afprøvet og videreudviklet LUDO (læring, uddannelse, dannelse og overgang) for udsatte unge. **Socialforvaltningen** finansierer tilbuddet gennem Sikker By.";
        put(b, at("lead"), ANSWER, text(&lead.replace(' ', "\u{a0}")));
    });
    assert_eq!(quotes.changed.len(), 0, "hard blanks are no change");
}

#[test]
fn texts_are_confirmed_changed_or_taken_out() {
    let (loaded, report) = fixture();
    let clean = book(&report, "SOF");
    let of = |field: &str, said: Option<&str>, action: &str| {
        let mut book = clean.clone();
        let at = row(&book, "ludo", field);
        if let Some(said) = said {
            put(&mut book, at, ANSWER, text(said));
        }
        put(&mut book, at, ACTION, text(action));
        of_books(&loaded, &report, &[("SOF.xlsx", book)])
    };
    let out = of("blok[0].tekst", None, "slettes");
    assert_eq!(out.findings, Vec::new());
    assert!(!out.files[0].2.contains("bedre døgnrytme"));
    assert!(of("lead", None, "slettes").is_stopped(), "every indsats has a lead");
    assert!(of("lead", None, "ændret").is_stopped(), "nothing has changed");
    assert!(!of("lead", None, "uændret").is_stopped());
    let new = of("lead", Some("En ny indledning."), "ændret");
    assert!(new.files[0].2.contains("lead = \"\"\"\nEn ny indledning.\n\"\"\"\n"));
}

#[test]
fn a_form_that_was_turned_about_is_not_guessed_at() {
    let (loaded, report) = fixture();
    let clean = book(&report, "SOF");
    let codes = |book: Book| -> BTreeSet<&'static str> {
        let back = of_books(&loaded, &report, &[("SOF.xlsx", book)]);
        assert!(back.files.is_empty());
        back.findings.iter().map(|f| f.code).collect()
    };
    // Two rows change places: their hidden columns go with them, the cells' names do not.
    let mut sorted = clean.clone();
    let (sheet, a) = row(&sorted, "ludo", "lead");
    let (_, b) = row(&sorted, "ludo", "beskrivelse");
    let cells = &mut sorted.sheets[sheet].cells;
    for col in 0..12_u32 {
        let (x, y) = (cells.remove(&(a, col)), cells.remove(&(b, col)));
        x.into_iter().for_each(|c| drop(cells.insert((b, col), c)));
        y.into_iter().for_each(|c| drop(cells.insert((a, col), c)));
    }
    assert_eq!(codes(sorted), BTreeSet::from([MOVED.code]));
    let mut twice = clean.clone();
    let (sheet, a) = row(&twice, "ludo", "lead");
    let field = twice.sheets[sheet].cells[&(a, FIELD.into())].clone();
    twice.sheets[sheet].cells.insert((a + 500, FIELD.into()), field);
    twice.names.clear();
    assert!(codes(twice).contains(MOVED.code));
    let mut renamed = clean.clone();
    for sheet in &mut renamed.sheets {
        let new = format!("{} kopi", sheet.name);
        let old = std::mem::replace(&mut sheet.name, new);
        for (name, _, _) in renamed.names.values_mut().filter(|(name, _, _)| *name == old) {
            name.clone_from(&sheet.name);
        }
    }
    assert_eq!(codes(renamed), BTreeSet::new(), "sheets are known by what they hold");
    let mut other = clean.clone();
    put(&mut other, (0, 0), FIELD, text("sats-skema;1;Aarhus Kommune;2024;SOF"));
    assert_eq!(codes(other), BTreeSet::from([FOREIGN.code]));
    let mut year = clean.clone();
    put(&mut year, (0, 0), FIELD, text("sats-skema;1;Københavns Kommune;2023;SOF"));
    assert_eq!(codes(year), BTreeSet::from([FOREIGN.code]));
    let mut remark = clean;
    let at = row(&remark, "ludo", "lead");
    put(&mut remark, at, REMARKS, text("Ring til mig"));
    assert_eq!(codes(remark.clone()), BTreeSet::from([REMARK.code]));
    let told = of_books(&loaded, &report, &[("SOF.xlsx", remark)]).findings;
    assert_eq!(told[0].message.to_string(), "Indledning: Ring til mig");
}

#[test]
fn files_that_are_no_forms_are_told_and_harm_nothing() {
    for (bytes, wanted) in [
        (&b""[..], "ikke en projektmappe"),
        (b"PK\x03\x04 nothing", "beskadiget"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "adgangskode"),
        (b"%PDF-1.7", "ikke en projektmappe"),
    ] {
        let finding = read("x.xlsx", bytes).expect_err("refused");
        assert!(finding.message.to_string().contains(wanted), "{finding:?}");
    }
    let zeros = vec![0_u8; 200 * 1024 * 1024];
    let mut bomb = std::io::Cursor::new(Vec::new());
    let mut zip = zip::ZipWriter::new(&mut bomb);
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("xl/workbook.xml", options).expect("begun");
    std::io::Write::write_all(&mut zip, &zeros).expect("written");
    zip.finish().expect("made");
    let finding = read("x.xlsx", &bomb.into_inner()).expect_err("refused");
    assert!(finding.message.to_string().contains("pakker mere ud"), "{finding:?}");
}

#[test]
fn a_figure_without_categories_gets_those_that_are_written_with_their_values() {
    let (loaded, report) = fixture();
    let mut found = 0;
    for kode in form(&report).forvaltninger() {
        let mut book = book(&report, &kode);
        let at = book.sheets.iter().enumerate().find_map(|(nr, s)| {
            let asks = |row| s.text(row, FIELD).filter(|f| f.contains(".kategorier[0] "));
            let row = s.cells.keys().find(|(r, c)| *c == 0 && asks(*r).is_some())?.0;
            let block = asks(row)?.split(".kategorier").next()?.to_owned();
            Some((nr, row, s.text(1, FIELD)?.to_owned(), block))
        });
        let Some((sheet, row, id, block)) = at else { continue };
        put(&mut book, (sheet, row + 2), FIRST_CELL + 1, Some(Said::Number(30.0)));
        let nameless = of_books(&loaded, &report, &[("x.xlsx", book.clone())]);
        assert!(nameless.is_stopped() && nameless.files.is_empty(), "no category");
        put(&mut book, (sheet, row), FIRST_CELL, text("Piger"));
        put(&mut book, (sheet, row), FIRST_CELL + 1, Some(Said::Number(12.0)));
        put(&mut book, (sheet, row + 2), FIRST_CELL, text("Drenge"));
        let back = of_books(&loaded, &report, &[("x.xlsx", book)]);
        assert!(back.findings.is_empty(), "{:?}", back.findings);
        let [(file, _, new)] = back.files.as_slice() else { panic!("{id}: one file changes") };
        let document = Document::parse(file, new.as_bytes()).expect("it parses");
        let said = |key: &str| document.get(&FieldPath::parse(&format!("{block}.{key}"))).cloned();
        assert_eq!(said("kategorier"), Some(Value::Array(vec!["Piger".into(), "Drenge".into()])));
        assert_eq!(said("serier[0].vaerdier"), Some(Value::Array(vec![12.into(), 30.into()])));
        assert_eq!(said("tilstand"), Some("endelig".into()));
        found += 1;
    }
    assert!(found > 0, "the fixture has such figures");
}
