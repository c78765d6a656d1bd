//! Files that come back broken, hostile or from elsewhere: each is told for what it is, and the data
//! stays as it was.

use std::fmt::Write as _;
use std::fs;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use sats::report::form::read::{Book, read};

use crate::cli::Project;
use crate::xlsx::{Workbook, sheet_part};

const FORM: &str = "out/skema-2024-sof-ludo.xlsx";
/// Columns of a form, from 0.
const ANSWER: u32 = 5;

/// A project with the form of one indsats.
fn with_form() -> (Project, Workbook, Book) {
    let project = Project::new();
    project.run(&["export", "form", "--only", "ludo"]).ends(0);
    let path = project.path(FORM);
    let book = read(FORM, &fs::read(&path).expect("a form")).expect("readable");
    (project, Workbook::open(&path), book)
}

/// Sheet and cell of a field's answer.
fn answer(book: &Book, field: &str) -> (usize, (u32, u32)) {
    let found = book.sheets.iter().enumerate().find_map(|(nr, sheet)| {
        let row = sheet.cells.keys().find(|(r, c)| *c == 0 && sheet.text(*r, 0) == Some(field))?.0;
        Some((nr, (row, ANSWER)))
    });
    found.unwrap_or_else(|| panic!("no row for {field}"))
}

fn data(project: &Project) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for dir in ["data/2024", "data/2024/indsatser", "data"] {
        for entry in fs::read_dir(project.path(dir)).expect("a folder").flatten() {
            if entry.path().is_file() {
                let name = entry.path().display().to_string();
                all.push((name, fs::read(entry.path()).expect("read")));
            }
        }
    }
    all.sort();
    all
}

/// What is done to the form, how the import ends, and what it says.
type Case<'a> = (&'a str, &'a dyn Fn(&mut Workbook), i32, &'a [&'a str]);

#[test]
fn forms_that_come_back_wrong_are_told_and_change_nothing() {
    let (project, clean, book) = with_form();
    let (sheet, _) = answer(&book, "oekonomi.beloeb");
    let cover = |from: &'static str, to: &'static str| {
        move |w: &mut Workbook| w.change("xl/sharedStrings.xml", |xml| xml.replace(from, to))
    };
    let cases: &[Case<'_>] = &[
        ("macros", &|w| w.add("xl/vbaProject.bin", b"Sub Auto_Open"), 0, &["makroer"]),
        (
            "links to other workbooks",
            &|w| w.add("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
            0,
            &["henviser til andre projektmapper"],
        ),
        (
            "a sheet that claims to be full",
            &|w| w.change(&sheet_part(sheet), |xml| widened(&xml)),
            0,
            &["0 felter ændret"],
        ),
        (
            "a million rows",
            &|w| w.change(&sheet_part(sheet), |xml| with_rows(&xml, 1_048_576)),
            1,
            &["E010", "flere udfyldte celler"],
        ),
        (
            "a bomb",
            &|w| w.add("xl/media/image1.png", &vec![0; 200 << 20]),
            1,
            &["E010", "pakker mere ud"],
        ),
        ("another year's", &cover("Kommune;2024;", "Kommune;2023;"), 1, &["E011", "til 2023"]),
        (
            "another report's",
            &cover("Københavns Kommune;2024", "Aarhus Kommune;2024"),
            1,
            &["E011", "Aarhus Kommune"],
        ),
        ("another version's", &cover("sats-skema;1;", "sats-skema;9;"), 1, &["E011"]),
    ];
    told(&project, &clean, cases);
}

#[test]
fn answers_that_are_none_are_told_and_change_nothing() {
    let (project, clean, book) = with_form();
    let (sheet, amount) = answer(&book, "oekonomi.beloeb");
    let year = book.sheets.iter().enumerate().find_map(|(nr, s)| {
        let is = |row| s.text(row, 0).is_some_and(|f| f.starts_with("brugere.serie[0].vaerdier"));
        Some((nr, s.cells.keys().find(|(r, c)| *c == 0 && is(*r))?.0))
    });
    let (years, row) = year.expect("a number of a year");
    let here = crate::xlsx::cell(amount.0, amount.1);
    let cell = format!("celle {here}");
    let cases: &[Case<'_>] = &[
        (
            "a formula that fails",
            &|w| w.put(sheet, amount, "e", "<f>1/0</f><v>#DIV/0!</v>"),
            1,
            &["E012", "#DIV/0!", &cell],
        ),
        (
            "a formula nobody has reckoned",
            &|w| w.put(sheet, amount, "", "<f>[1]Ark1!A1</f>"),
            1,
            &["E012", "ikke regnet ud", &cell],
        ),
        (
            "a decimal mark that can be read in two ways",
            &|w| w.text(sheet, amount, "1,234"),
            1,
            &["E012", &cell],
        ),
        (
            "a date where a number belongs",
            &|w| {
                let iso = "<v>2024-04-03</v>";
                w.put(years, (row, ANSWER), "d", iso);
            },
            1,
            &["E012", "en dato"],
        ),
        (
            "cells that are one",
            &|w| {
                w.change(&sheet_part(sheet), |xml| {
                    let (a, b) = xml.split_once("</sheetData>").expect("cells");
                    let rest = b.replace("<mergeCells", "<!-- ").replace("</mergeCells>", " -->");
                    let merged = format!(
                        "<mergeCells count=\"1\"><mergeCell ref=\"{here}:G5\"/></mergeCells>"
                    );
                    format!("{a}</sheetData>{merged}{rest}")
                });
            },
            0,
            &["0 felter ændret"],
        ),
    ];
    told(&project, &clean, cases);
}

#[test]
fn what_is_right_beside_an_error_is_listed_and_how_to_write_it_is_told() {
    let (project, clean, book) = with_form();
    let ((sheet, amount), (_, lead)) = (answer(&book, "oekonomi.beloeb"), answer(&book, "lead"));
    let before = data(&project);
    // An answer that cannot be used: the rest can be written.
    let mut wrong = clean.clone();
    wrong.text(sheet, amount, "ved vi ikke");
    wrong.text(sheet, lead, "En ny indledning.");
    wrong.save(&project.path("retur.xlsx"));
    let run = project.run(&["import", "retur.xlsx"]).ends(1);
    let run = run.says(&["Intet er skrevet. Ret skemaet, eller skriv resten med --rest."]);
    assert!(run.stdout().contains("En ny indledning."), "{}", run.stdout());
    assert_eq!(data(&project), before);
    // An answer that the data cannot hold.
    let mut wrong = clean;
    wrong.number(sheet, amount, 12.5);
    wrong.text(sheet, lead, "En ny indledning.");
    wrong.save(&project.path("retur.xlsx"));
    let run = project.run(&["import", "retur.xlsx"]).ends(1);
    let run = run.says(&["`oekonomi.beloeb` er 12,5, men kroner er hele tal", "Intet er skrevet."]);
    let right = run.stdout();
    assert!(right.contains("indsatser/ludo.toml: Indledning: »"), "{right}");
    assert!(right.contains("→ »En ny indledning.«") && !right.contains("12,5"), "{right}");
    assert!(!run.stderr().contains("--rest"), "it would not help: {}", run.stderr());
    assert_eq!(data(&project), before);
    project.run(&["import", "retur.xlsx", "--rest"]).ends(1);
    assert_eq!(data(&project), before);
}

/// Imports the form after each harm.
fn told(project: &Project, clean: &Workbook, cases: &[Case<'_>]) {
    let before = data(project);
    for (name, harm, status, words) in cases {
        let mut wrong = clean.clone();
        harm(&mut wrong);
        wrong.save(&project.path("retur.xlsx"));
        println!("{name}");
        project.run(&["import", "retur.xlsx"]).ends(*status).says(words);
        assert_eq!(data(project), before, "{name}");
    }
}

/// Says that it reaches to the last cell that a sheet has.
fn widened(xml: &str) -> String {
    let (head, rest) = xml.split_once("<dimension ref=\"").expect("its size");
    let (_, rest) = rest.split_once('"').expect("closed");
    format!("{head}<dimension ref=\"A1:XFD1048576\"{rest}")
}

/// With a number in each row.
fn with_rows(xml: &str, last: u32) -> String {
    let (head, rest) = xml.split_once("</sheetData>").expect("cells");
    let mut out = head.to_owned();
    for row in 2000..=last {
        let _ = write!(out, "<row r=\"{row}\"><c r=\"F{row}\"><v>1</v></c></row>");
    }
    out + "</sheetData>" + rest
}

/// A page with a sticky note, and nothing of sats.
fn somebodys(words: &str) -> Document {
    let mut doc = Document::with_version("1.7");
    let pages = doc.new_object_id();
    let note = doc.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "Rect" => vec![9.into(), 9.into(), 29.into(), 29.into()],
        "Contents" => Object::string_literal(words),
    });
    let content = doc.add_object(Stream::new(Dictionary::new(), b"0 0 m".to_vec()));
    let page = doc.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Annots" => vec![note.into()],
        "MediaBox" => vec![0.into(), 0.into(), 300.into(), 400.into()],
    });
    let list = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    doc.set_object(pages, list);
    let root = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    doc.trailer.set("Root", root);
    doc
}

fn bytes(mut doc: Document) -> Vec<u8> {
    let mut out = Vec::new();
    doc.save_to(&mut out).expect("saved");
    out
}

/// A file that opens with a password alone.
fn locked() -> Document {
    let mut locked = somebodys("x");
    let id = Object::string_literal("0123456789abcdef");
    locked.trailer.set("ID", vec![id.clone(), id]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &locked,
        owner_password: "ejer",
        user_password: "bruger",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).expect("a key");
    locked.encrypt(&state).expect("encrypted");
    locked
}

/// Annotations that lead to each other, kids that lead back, boxes of nonsense.
fn knotted() -> Document {
    let mut knotted = somebodys("x");
    let (a, b) = (knotted.new_object_id(), knotted.new_object_id());
    for (one, other) in [(a, b), (b, a)] {
        let huge = vec![f32::MAX.into(), f32::MIN.into(), Object::Null, Object::Integer(i64::MAX)];
        let note = dictionary! {
            "Type" => "Annot", "Subtype" => "Highlight", "IRT" => other, "RT" => "Group",
            "Rect" => huge.clone(), "QuadPoints" => huge, "Contents" => Object::Reference(one),
        };
        knotted.set_object(one, note);
    }
    let page = knotted.get_pages()[&1];
    knotted
        .get_dictionary_mut(page)
        .expect("a page")
        .set("Annots", vec![a.into(), b.into(), page.into()]);
    knotted
}

/// A page that its tree of pages leads to again and again.
fn circling() -> Document {
    let mut doc = somebodys("Ret det her.");
    let page = doc.get_pages()[&1];
    let pages = doc.get_dictionary(page).and_then(|p| p.get(b"Parent")?.as_reference());
    let pages = pages.expect("a tree of pages");
    let kids = vec![page.into(), page.into(), Object::Reference(pages)];
    doc.get_dictionary_mut(pages).expect("a tree").set("Kids", kids);
    doc
}

#[test]
fn a_page_that_is_there_twice_is_read_once() {
    let project = Project::new();
    fs::write(project.path("retur.pdf"), bytes(circling())).expect("written");
    let ran = project.run(&["comments", "retur.pdf", "--format", "json"]).ends(0);
    assert_eq!(ran.stdout().matches("Ret det her.").count(), 1, "{}", ran.stdout());
}

#[test]
fn a_draft_that_a_program_has_rewritten_is_read_by_the_pages_of_the_one_that_is_named() {
    let project = Project::new();
    project.run(&["build", "draft", "--only", "ludo"]).ends(0);
    let drafts = fs::read_dir(project.path("out")).expect("a folder").flatten();
    let path = drafts.map(|e| e.path()).find(|p| p.extension().is_some_and(|e| e == "pdf"));
    let path = path.expect("a draft");
    let draft = fs::read(&path).expect("read");
    let (mut anew, _) = crate::round::suggested(&draft, "Baldersgade", "Nyvej");
    for page in anew.get_pages().into_values().collect::<Vec<_>>() {
        let content = Stream::new(Dictionary::new(), b"q 0 0 10 10 re f Q".to_vec());
        let content = anew.add_object(content);
        anew.get_dictionary_mut(page).expect("a page").set("Contents", content);
    }
    anew.catalog_mut().expect("a catalogue").remove(b"Names");
    fs::write(project.path("retur.pdf"), bytes(anew)).expect("written");
    project.run(&["comments", "retur.pdf"]).ends(0).says(&["E031", "--draft"]);
    let named = path.display().to_string();
    let ran = project.run(&["comments", "retur.pdf", "--draft", &named]).ends(0);
    let ran = ran.says(&["E031", "skrevet helt om"]);
    assert!(ran.stdout().contains("»Baldersgade«"), "{}", ran.stdout());
}

#[test]
fn drafts_that_come_back_wrong_are_told_and_change_nothing() {
    let project = Project::new();
    project.run(&["build", "draft", "--only", "ludo"]).ends(0);
    let drafts = fs::read_dir(project.path("out")).expect("a folder").flatten();
    let draft = drafts.map(|e| e.path()).find(|p| p.extension().is_some_and(|e| e == "pdf"));
    let draft = fs::read(draft.expect("a draft")).expect("read");
    let before = data(&project);

    // A draft whose comments a program has painted into the page.
    let mut flat = Document::load_mem(&draft).expect("a PDF");
    let page = flat.get_pages()[&1];
    let paint = b"q 1 0 0 RG 2 w 100 100 m 300 300 l 320 280 l S Q ".repeat(8);
    flat.add_page_contents(page, paint).expect("painted");

    // A suggestion on a page that a program has written anew: found by its number alone.
    let (mut anew, page) = crate::round::suggested(&draft, "Baldersgade", "Nyvej");
    let content = anew.add_object(Stream::new(Dictionary::new(), b"q 0 0 10 10 re f Q".to_vec()));
    anew.get_dictionary_mut(page).expect("a page").set("Contents", content);

    let half = draft[..draft.len() / 2].to_vec();
    let cases: &[(&str, Vec<u8>, i32, &[&str])] = &[
        ("no PDF", b"MZ\x90\x00".to_vec(), 1, &["E030"]),
        ("half a file", half, 1, &["E030", "beskadiget"]),
        ("a password", bytes(locked()), 1, &["E030", "adgangskode"]),
        ("in knots", bytes(knotted()), 0, &["E031"]),
        ("another report's", bytes(somebodys("Ret det.")), 0, &["E031", "ikke et udkast"]),
        ("written anew", bytes(anew), 0, &["E034", "skrevet om"]),
        ("flattened", bytes(flat), 0, &["E032"]),
    ];
    for (name, file, status, words) in cases {
        println!("{name}");
        fs::write(project.path("retur.pdf"), file).expect("written");
        project.run(&["comments", "retur.pdf", "--apply"]).ends(*status).says(words);
        assert_eq!(data(&project), before, "{name}");
    }
}
