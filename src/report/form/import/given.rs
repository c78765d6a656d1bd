//! The answers of a workbook, row by row, each with its cell.

use std::collections::BTreeMap;

use super::unread::widest;
use crate::finding::{Finding, Place};
use crate::report::form::names::{
    ACTION, ANSWER, COVER, FIELD, FIRST_CELL, HEADS, LABEL, LIST, MARK, REMARK, SHEET, STATE,
    TABLES, VERSION, cell, cell_name,
};
use crate::report::form::read::{Book, Cell, Sheet};
use crate::report::form::{FOREIGN, MOVED, REMARK as REMARKED};
use crate::report::model::Rapport;
use crate::text;
use crate::words::{Text, plain};

/// An answer as it was typed.
#[derive(Debug, Clone)]
pub(super) struct Given {
    /// Id of the indsats.
    pub id: String,
    /// Field of its file.
    pub field: String,
    /// Mark of what the form went out with.
    pub mark: String,
    /// The cell, where it says something.
    pub cell: Option<Cell>,
    /// Word of the state, on a sheet of questions.
    pub state: Option<String>,
    /// What becomes of a text of last year.
    pub action: Option<String>,
    /// Where it stands, for people.
    pub place: Place,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// Whether somebody chose the state just now: in a workbook it may have stood there before.
    pub chosen: bool,
}

/// A place in a workbook.
pub(super) fn place(file: &str, sheet: &str, row: u32, col: u32) -> Place {
    let field = Some(format!("ark »{sheet}«, celle {}", cell(row, col)));
    Place { file: file.to_owned(), range: 0..0, field }
}

/// Whether the workbook is a form for this report.
pub(super) fn is_ours(file: &str, book: &Book, rapport: &Rapport) -> Result<(), Finding> {
    let refuse = |words: Text, hint: Text| {
        let place = Place { file: file.to_owned(), range: 0..0, field: None };
        Err(Finding::error(FOREIGN.code, words).at(place).hint(hint))
    };
    let line = book.sheets.iter().find_map(|s| s.text(0, FIELD).filter(|t| t.starts_with(COVER)));
    let Some(line) = line else {
        return refuse(text!("form-not-ours"), text!("form-not-ours-hint"));
    };
    let parts: Vec<&str> = line.split(';').collect();
    let (version, kommune, aar) =
        (parts.get(1).copied(), parts.get(2).copied(), parts.get(3).copied());
    if version != Some(VERSION) {
        return refuse(text!("form-version", line = line), text!("form-version-hint"));
    }
    if kommune != Some(rapport.kommune.as_str()) {
        let words = text!("form-other-report", name = kommune.unwrap_or_default());
        return refuse(words, text!("form-other-report-hint", name = &rapport.kommune));
    }
    if aar != Some(rapport.aar.to_string().as_str()) {
        let form = aar.unwrap_or_default();
        let words = text!("form-other-year", form = form, data = plain(rapport.aar));
        return refuse(words, text!("form-other-year-hint"));
    }
    Ok(())
}

/// Every answer of a workbook; rows that are not what they were are findings.
pub(super) fn given(file: &str, book: &Book, found: &mut Vec<Finding>) -> Vec<Given> {
    let mut all = Vec::new();
    for sheet in book.sheets.iter().filter(|s| s.text(0, FIELD) == Some(SHEET)) {
        let Some(id) = sheet.text(1, FIELD) else { continue };
        match sheet.text(2, FIELD) {
            Some(LIST) => rows(file, book, sheet, id, false, &mut all, found),
            Some(TABLES) => rows(file, book, sheet, id, true, &mut all, found),
            _ => {}
        }
    }
    twice(&mut all, found);
    all
}

fn rows(
    file: &str,
    book: &Book,
    sheet: &Sheet,
    id: &str,
    in_table: bool,
    all: &mut Vec<Given>,
    found: &mut Vec<Finding>,
) {
    let widest = widest(sheet);
    let last = sheet.cells.keys().next_back().map_or(0, |(row, _)| *row);
    let rows: Vec<u32> = sheet
        .cells
        .keys()
        .filter(|(row, col)| *row >= HEADS && *row <= last && *col == u32::from(FIELD))
        .map(|(row, _)| *row)
        .collect();
    for row in rows {
        let fields = sheet.text(row, FIELD).unwrap_or_default();
        let marks: Vec<&str> = sheet.text(row, MARK).unwrap_or_default().split(' ').collect();
        let first = if in_table { FIRST_CELL } else { ANSWER };
        for (field, nr) in fields.split(' ').zip(0_u16..) {
            let col = u32::from(first + nr);
            let at = place(file, &sheet.name, row, col);
            let name = cell_name(id, field);
            // A name that is gone, or whose sheet is, says nothing; one that points to another cell says
            // that cells have moved.
            let there = |named: &str| book.sheets.iter().any(|s| s.name == named);
            if let Some((named, r, c)) = book.names.get(&name).filter(|(named, ..)| there(named))
                && (named != &sheet.name || *r != row || *c != col)
            {
                found.push(moved(field, at, named, *r, *c));
                continue;
            }
            let word = |col| sheet.text(row, col).map(str::to_owned).filter(|_| !in_table);
            all.push(Given {
                id: id.to_owned(),
                field: field.to_owned(),
                mark: marks.get(usize::from(nr)).copied().unwrap_or_default().to_owned(),
                cell: sheet.cells.get(&(row, col)).cloned(),
                state: word(STATE),
                action: word(ACTION),
                place: at,
                in_table,
                chosen: false,
            });
        }
        let remark = if in_table { FIRST_CELL + widest } else { REMARK };
        if let Some(said) = sheet.text(row, remark) {
            // The sheet is named by its indsats; the row by its question.
            let question = sheet.text(row, LABEL).unwrap_or(id);
            let words = text!("form-answer", field = question, words = said);
            let at = place(file, &sheet.name, row, remark.into());
            found.push(
                Finding::new(REMARKED.code, crate::finding::Severity::Note, words).at(at).of(id),
            );
        }
    }
}

fn moved(field: &str, at: Place, sheet: &str, row: u32, col: u32) -> Finding {
    let words = text!("form-moved", field = field, sheet = sheet, cell = cell(row, col));
    Finding::error(MOVED.code, words).at(at).hint(text!("form-moved-hint"))
}

/// A field that is answered twice: neither answer counts.
fn twice(all: &mut Vec<Given>, found: &mut Vec<Finding>) {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for given in all.iter() {
        *seen.entry((given.id.clone(), given.field.clone())).or_default() += 1;
    }
    all.retain(|given| {
        let twice = seen.get(&(given.id.clone(), given.field.clone())).is_some_and(|n| *n > 1);
        if twice {
            let words = text!("form-twice", field = &given.field);
            found.push(
                Finding::error(MOVED.code, words)
                    .at(given.place.clone())
                    .hint(text!("form-twice-hint")),
            );
        }
        !twice
    });
}
