//! What a workbook holds, or lacks, beside its answers: told, so that nobody believes that it was read.

use super::given::place;
use crate::finding::{Finding, Place};
use crate::report::form::UNREAD;
use crate::report::form::names::{
    COVER, FIELD, FIRST_CELL, HEADS, LABEL, LIST, OPEN, SHEET, TABLES, cell,
};
use crate::report::form::read::{Book, Said, Sheet};
use crate::text;
use crate::words::Text;

/// Most characters that are told of a cell.
const TOLD: usize = 40;

/// Tells which sheets and rows of the form are gone, and which cells are no answers.
pub(super) fn unread(file: &str, book: &Book, found: &mut Vec<Finding>) {
    lost(file, book, found);
    for sheet in &book.sheets {
        let first = sheet.text(0, FIELD).unwrap_or_default();
        if let (Some(((row, col), last)), SHEET) = (sheet.merged.first(), first) {
            let cells = format!("{}:{}", cell(*row, *col), cell(last.0, last.1));
            let words = text!("form-merged", cells = cells, more = sheet.merged.len() - 1);
            found.push(warning(words, place(file, &sheet.name, *row, *col)));
        }
        let outside: Box<dyn Fn(u32, u32) -> bool> = if first.starts_with(COVER) {
            let last = listed(sheet).map(|(row, ..)| row).max().unwrap_or(u32::MAX - 2);
            // The line that says what the form is for stands two rows below the list.
            Box::new(move |row, col| row > last + 2 || col > u32::from(LABEL) + 2)
        } else if first == SHEET && sheet.text(2, FIELD) == Some(LIST) {
            let last = last_field(sheet);
            Box::new(move |row, col| row > last || col > OPEN.into())
        } else if first == SHEET && sheet.text(2, FIELD) == Some(TABLES) {
            let (last, widest) = (last_field(sheet), u32::from(widest(sheet)));
            let end = u32::from(FIRST_CELL) + 2 * widest + 2;
            let answers = |row: u32| count(sheet, row);
            // A table has two rows of heads.
            let heads = move |row: u32| row < HEADS || answers(row + 1) + answers(row + 2) > 0;
            let beside = move |row: u32, col: u32| {
                let from = u32::from(FIRST_CELL);
                answers(row) > 0 && col >= from + answers(row) && col < from + widest
            };
            Box::new(move |row, col| {
                row > last || col >= end || (answers(row) == 0 && !heads(row)) || beside(row, col)
            })
        } else {
            if !sheet.cells.is_empty() {
                let words = text!("form-other-sheet", sheet = &sheet.name);
                found.push(warning(
                    words,
                    Place { file: file.to_owned(), range: 0..0, field: None },
                ));
            }
            continue;
        };
        let mut cells = sheet.cells.iter().filter(|((row, col), _)| outside(*row, *col));
        let Some(((row, col), said)) = cells.next() else { continue };
        let words = text!("form-outside", said = shown(&said.said), more = cells.count());
        found.push(warning(words, place(file, &sheet.name, *row, *col)));
    }
}

fn warning(words: Text, at: Place) -> Finding {
    Finding::warning(UNREAD.code, words).at(at).hint(text!("form-unread-hint"))
}

/// The sheets that the cover lists and how many fields each went out with, against those that are there.
fn lost(file: &str, book: &Book, found: &mut Vec<Finding>) {
    let covers =
        book.sheets.iter().filter(|s| s.text(0, FIELD).is_some_and(|t| t.starts_with(COVER)));
    for cover in covers {
        for (row, name, asked) in listed(cover) {
            let named =
                |s: &&Sheet| s.text(0, FIELD) == Some(SHEET) && s.text(0, LABEL) == Some(name);
            let there = book.sheets.iter().find(named).map_or(0, fields);
            let words = match there {
                0 => text!("form-sheet-gone", sheet = name, n = asked),
                n if n < asked => text!("form-rows-gone", sheet = name, n = asked - n, all = asked),
                _ => continue,
            };
            let finding = Finding::warning(UNREAD.code, words);
            let finding = finding.at(place(file, &cover.name, row, LABEL.into()));
            found.push(finding.hint(text!("form-sheet-gone-hint")));
        }
    }
}

/// The cover's list: row, name of the sheet, how many fields it has.
fn listed(cover: &Sheet) -> impl Iterator<Item = (u32, &str, u32)> {
    cover.cells.iter().filter_map(|((row, col), cell)| match cell.said {
        Said::Number(n) if *col == u32::from(LABEL) + 1 => {
            Some((*row, cover.text(*row, LABEL)?, n as u32))
        }
        _ => None,
    })
}

/// How many fields a row asks for.
fn count(sheet: &Sheet, row: u32) -> u32 {
    let fields = sheet.text(row, FIELD).filter(|_| row >= HEADS).unwrap_or_default();
    u32::try_from(fields.split_whitespace().count()).unwrap_or(u32::MAX)
}

/// Rows that ask for something.
fn rows(sheet: &Sheet) -> impl Iterator<Item = u32> {
    let keys = sheet.cells.keys().filter(|(row, col)| *row >= HEADS && *col == u32::from(FIELD));
    keys.map(|(row, _)| *row)
}

fn fields(sheet: &Sheet) -> u32 {
    rows(sheet).map(|row| count(sheet, row)).fold(0, u32::saturating_add)
}

fn last_field(sheet: &Sheet) -> u32 {
    rows(sheet).last().unwrap_or(HEADS)
}

/// Columns of answers on a sheet of tables: as many as its widest row has fields.
pub(super) fn widest(sheet: &Sheet) -> u16 {
    let most = rows(sheet).map(|row| count(sheet, row)).max().unwrap_or_default();
    // No more than a sheet has columns.
    u16::try_from(most).unwrap_or(u16::MAX).min(16_384)
}

/// What a cell says, not too long.
pub(super) fn shown(said: &Said) -> String {
    let words = match said {
        Said::Text(words) | Said::Date(words) | Said::Error(words) => words.trim().to_owned(),
        Said::Number(n) => crate::report::danish::tal(crate::report::model::Tal::Decimal(*n)),
        Said::YesNo(_) | Said::NotCalculated => String::new(),
    };
    match words.chars().count() {
        0..=TOLD => words,
        _ => format!("{} …", words.chars().take(TOLD).collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::of_books;
    use super::*;
    use crate::report::form::names::ANSWER;
    use crate::report::form::tests::{book, fixture, put, row, text};

    fn told(book: Book) -> Vec<String> {
        let (loaded, report) = fixture();
        let back = of_books(&loaded, &report, &[("x.xlsx", book)]);
        assert!(back.files.is_empty());
        let of = |f: &Finding| {
            let at = f.place.as_ref().and_then(|p| p.field.clone()).unwrap_or_default();
            format!("{} {}: {at}", f.code, f.message)
        };
        back.findings.iter().map(of).collect()
    }

    #[test]
    fn a_sheet_or_rows_that_are_gone_are_told() {
        let (_, report) = fixture();
        let whole = book(&report, "SOF");
        assert_eq!(told(whole.clone()), [""; 0]);
        let (sheet, at) = row(&whole, "ludo", "lead");

        let mut gone = whole.clone();
        gone.sheets.remove(sheet);
        let said = told(gone);
        assert!(
            said.len() == 1 && said[0].starts_with("E017 arket »LUDO« er ikke i filen; dets "),
            "{said:?}"
        );

        let mut fewer = whole.clone();
        for col in 0..12 {
            put(&mut fewer, (sheet, at), col, None);
        }
        let said = told(fewer);
        assert!(said.len() == 1 && said[0].contains("E017 1 af "), "{said:?}");

        let mut bare = whole;
        bare.sheets[sheet].cells.retain(|(_, col), _| *col > 0);
        let said = told(bare);
        assert!(said.len() == 2 && said.iter().any(|s| s.contains("skjulte kolonne")), "{said:?}");
    }

    #[test]
    fn what_stands_outside_the_answers_is_told() {
        let (_, report) = fixture();
        let whole = book(&report, "SOF");
        let at = row(&whole, "ludo", "lead");
        let tables = whole.sheets.iter().position(|s| s.text(2, FIELD) == Some(TABLES));
        let tables = tables.expect("a sheet of tables");
        let below = last_field(&whole.sheets[tables]) + 1;
        for (sheet, row, col) in [
            (at.0, at.1, OPEN + 1),
            (at.0, 1_048_575, ANSWER),
            (tables, below, FIRST_CELL),
            (0, 0, 9),
            (0, 200, LABEL),
        ] {
            let mut book = whole.clone();
            put(&mut book, (sheet, row), col, text("Ring til Bo"));
            put(&mut book, (sheet, row), 20, text("Husk"));
            let said = told(book);
            let says = "E017 »Ring til Bo« står uden for svarfelterne og er ikke læst; det gælder også 1 celle til på arket";
            assert!(said.len() == 1 && said[0].starts_with(says), "{said:?}");
        }
        let mut more = whole;
        let last = more.sheets.len();
        more.sheets.push(Sheet { name: "Ark1".into(), ..more.sheets[0].clone() });
        put(&mut more, (last, 0), FIELD, text("Hej"));
        let said = told(more);
        assert!(said.len() == 1 && said[0].contains("»Ark1« hører ikke til"), "{said:?}");
    }

    #[test]
    fn merged_cells_are_told() {
        let (_, report) = fixture();
        let mut book = book(&report, "SOF");
        let (sheet, at) = row(&book, "ludo", "lead");
        book.sheets[sheet].merged = vec![((at, 5), (at + 2, 5)), ((0, 0), (0, 1))];
        let said = told(book);
        assert!(said.len() == 1 && said[0].contains("cellerne F7:F9 er flettet"), "{said:?}");
        assert!(said[0].contains("også 1 andet sted"), "{said:?}");
    }

    #[test]
    fn a_number_beyond_all_bounds_is_told_with_its_cell() {
        let (loaded, report) = fixture();
        for said in [Said::Number(1e15), Said::Number(1e300), Said::Text("9".repeat(20))] {
            let mut book = book(&report, "SOF");
            let at = row(&book, "ludo", "oekonomi.beloeb");
            put(&mut book, at, ANSWER, Some(said));
            let back = of_books(&loaded, &report, &[("x.xlsx", book)]);
            let [finding] = back.findings.as_slice() else { panic!("{:?}", back.findings) };
            assert!(finding.message.to_string().contains("tallet er for stort"), "{finding:?}");
            let place = finding.place.as_ref().and_then(|p| p.field.as_deref());
            assert!(place.is_some_and(|p| p.contains("celle F")), "{finding:?}");
        }
    }
}
