//! A whole year: next year's data, forms out, filled in and home, a draft, comments on it, all texts
//! confirmed, the official edition.

use std::collections::BTreeMap;
use std::fs;

use lopdf::{Document, Object, dictionary};
use sats::comments::map::Map;
use sats::report::form::read::{Book, Said, Sheet, read};

use crate::cli::Project;
use crate::xlsx::Workbook;

/// Columns of a form, from 0 (a form's guide names them by their heads).
const FIELD: u32 = 0;
const MARK: u32 = 1;
const BEFORE: u32 = 4;
const ANSWER: u32 = 5;
const STATE: u32 = 6;
const ACTION: u32 = 7;
const OPEN: u32 = 10;
const FIRST_CELL: u32 = 3;

#[test]
fn a_year_from_new_to_the_official_edition() {
    let project = Project::new();
    project.run(&["new", "2025"]).ends(0);
    let out = project.run(&["export", "form", "--deadline", "14. marts 2025"]).ends(0).stdout();
    let forms: Vec<&str> = out.lines().collect();
    assert_eq!(forms.len(), 5);
    let typed: usize = forms.iter().map(|form| fill_in(&project, form)).sum();
    assert!(typed > 400, "{typed} answers");
    let mut import = vec!["import"];
    import.extend(&forms);
    let ran = project.run(&import).ends(0);
    assert!(ran.stdout().contains("LUDO"), "{}", ran.stdout());
    // The same forms again say nothing new.
    project.run(&import).ends(0).says(&["0 felter ændret"]);

    // What no form asks for is the editor's: pictures, the report's own texts.
    project.run(&["build", "official"]).ends(1).says(&["D261"]);
    let open = project.run(&["confirm"]).ends(0).stdout();
    assert!(open.lines().all(|line| !line.starts_with("indsatser/")), "{open}");
    editors_part(&project);
    project.run(&["build", "draft"]).ends(0);
    comments_find_their_fields(&project);
    project.run(&["confirm", "--report"]).ends(0);
    project.run(&["build", "official"]).ends(0);
    let pdf = fs::read(project.path("out/sikker-by-2025.pdf")).expect("the official edition");
    assert!(Document::load_mem(&pdf).expect("a PDF").get_pages().len() > 40);
}

/// Fills in what a form marks as missing, as a contact does: last year's number again, or 40; texts
/// as they are. Returns how many cells were typed in.
fn fill_in(project: &Project, form: &str) -> usize {
    let path = project.path(form);
    let book = read(form, &fs::read(&path).expect("a form")).expect("readable");
    let mut file = Workbook::open(&path);
    let mut typed = 0;
    for (nr, sheet) in book.sheets.iter().enumerate() {
        match sheet.text(2, 0) {
            Some("felter") => typed += questions(sheet, nr, &mut file),
            Some("tabeller") => typed += tables(&book, nr, &mut file),
            _ => {}
        }
    }
    file.save(&path);
    typed
}

fn number_of(sheet: &Sheet, row: u32, col: u32) -> f64 {
    let said = u16::try_from(col).ok().and_then(|col| sheet.text(row, col)).unwrap_or_default();
    let number = said.rsplit(": ").next().unwrap_or_default();
    number.replace('.', "").replace(',', ".").parse().unwrap_or(40.0)
}

fn questions(sheet: &Sheet, nr: usize, file: &mut Workbook) -> usize {
    let missing = |(row, col): &&(u32, u32)| {
        *col == OPEN && sheet.cells.get(&(*row, OPEN)).is_some_and(|c| c.said == Said::Number(1.0))
    };
    let rows: Vec<u32> = sheet.cells.keys().filter(missing).map(|(row, _)| *row).collect();
    for row in &rows {
        if sheet.cells.contains_key(&(*row, STATE)) {
            file.number(nr, (*row, ANSWER), number_of(sheet, *row, BEFORE));
            file.text(nr, (*row, STATE), "endelig");
        } else {
            file.text(nr, (*row, ACTION), "uændret");
        }
    }
    rows.len()
}

/// Empty cells of tables; the columns of last year stand to the right of them.
fn tables(book: &Book, nr: usize, file: &mut Workbook) -> usize {
    let sheet = &book.sheets[nr];
    let empty = "e3b0c442";
    let words = |row: u32, col: u32| sheet.text(row, u16::try_from(col).unwrap_or_default());
    let mut typed = 0;
    for row in sheet.cells.keys().filter(|(r, c)| *r > 3 && *c == FIELD).map(|(r, _)| *r) {
        let fields = words(row, FIELD).unwrap_or_default().split(' ');
        let marks = words(row, MARK).unwrap_or_default().split(' ');
        for (col, (field, mark)) in (FIRST_CELL..).zip(fields.zip(marks)) {
            if mark != empty {
                continue;
            }
            if field.contains(".kategorier[") {
                file.text(nr, (row, col), &format!("Gruppe {row}"));
            } else {
                file.number(nr, (row, col), 40.0);
            }
            typed += 1;
        }
    }
    typed
}

/// Values that are still open are said to be missing for good.
fn editors_part(project: &Project) {
    let folder = project.path("data/2025/indsatser");
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let text = fs::read_to_string(entry.path()).expect("read");
        fs::write(entry.path(), text.replace("\"udfyldes\"", "\"mangler\"")).expect("written");
    }
}

/// Three reviewers mark a word each in fields all over the report: every mark finds its field.
fn comments_find_their_fields(project: &Project) {
    let draft = fs::read(project.path("out/sikker-by-2025-udkast.pdf")).expect("a draft");
    let map = sats::comments::map_of(&draft).expect("a draft carries its map");
    let marks = marks(&map);
    assert!(marks.len() > 60, "{}", marks.len());
    let files = ["anna.pdf", "bo.pdf", "carl.pdf"];
    for (who, file) in files.iter().enumerate() {
        let mut doc = Document::load_mem(&draft).expect("a PDF");
        let pages: Vec<_> = doc.get_pages().into_values().collect();
        let mut by_page: BTreeMap<usize, Vec<Object>> = BTreeMap::new();
        for (nr, mark) in marks.iter().enumerate().filter(|(nr, _)| nr % files.len() == who) {
            let [x0, y0, x1, y1] = mark.area;
            let note = doc.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "Highlight", "T" => Object::string_literal(*file),
                "Rect" => [x0, y0, x1, y1].map(Object::from).to_vec(),
                "QuadPoints" => [x0, y1, x1, y1, x0, y0, x1, y0].map(Object::from).to_vec(),
                "Contents" => Object::string_literal(format!("nr. {nr}")),
            });
            by_page.entry(mark.page).or_default().push(note.into());
        }
        for (page, notes) in by_page {
            doc.get_dictionary_mut(pages[page]).expect("a page").set("Annots", notes);
        }
        doc.save(project.path(file)).expect("saved");
    }
    let mut args = vec!["comments", "--format", "json"];
    args.extend(files);
    let all: serde_json::Value =
        serde_json::from_str(&project.run(&args).ends(0).stdout()).expect("JSON");
    let all = all.as_array().expect("comments");
    assert_eq!(all.len(), marks.len());
    for comment in all {
        let words = comment["words"].as_str().expect("words");
        let nr: usize = words.trim_start_matches("nr. ").parse().expect("its number");
        let mark = &marks[nr];
        let field = comment["field"].as_str().unwrap_or_default();
        let own = field.strip_prefix(mark.field.as_str());
        assert!(
            own.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
                && comment["indsats"] == mark.indsats.as_str(),
            "{} {}: {comment:#}",
            mark.indsats,
            mark.field
        );
    }
}

struct Mark {
    page: usize,
    indsats: String,
    field: String,
    area: [f32; 4],
}

/// A word of each third field that stands alone where it stands, on the pages of indsatser.
fn marks(map: &Map) -> Vec<Mark> {
    let mut all = Vec::new();
    for (page, of) in map.pages.iter().enumerate().filter(|(_, p)| !p.indsats.is_empty()) {
        for stand in &of.stand.fields {
            let [felt] = stand.felter.as_slice() else { continue };
            let middle = |w: &sats::typeset::positions::Word| ((w.x + w.r) / 2.0, w.y - w.s * 0.3);
            let word = of.stand.words.iter().find(|w| {
                let (x, y) = middle(w);
                let here = of.stand.fields.iter().filter(|s| s.holds(x, y)).count();
                here == 1 && stand.holds(x, y) && w.w.chars().count() > 3
            });
            let Some(word) = word else { continue };
            let (top, bottom) = (of.stand.height - word.y + word.s * 0.8, of.stand.height - word.y);
            let field = felt.split_once(':').map_or(felt.as_str(), |(_, field)| field).to_owned();
            let area = [word.x, bottom, word.r, top];
            all.push(Mark { page, indsats: of.indsats.clone(), field, area });
        }
    }
    all.into_iter().step_by(3).collect()
}
