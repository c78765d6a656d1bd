//! Workbooks of `LibreOffice` (`OpenDocument` 1.3, part 3, 9: tables).

use roxmltree::{Document, Node};

use super::package::Package;
use super::{Book, Cell, MOST_CELLS, Said, Sheet, lines, place};
use crate::text;
use crate::words::Text;

/// Most times that a cell with something in it is repeated.
const MOST_REPEATS: u32 = 64;
/// Most rows and columns that are counted.
const LAST: u32 = 1_048_576;

const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

pub(super) fn read(package: &Package) -> Result<Book, Text> {
    let document = Document::parse(&package.content)
        .map_err(|err| text!("book-damaged-how", said = err.to_string()))?;
    let mut book = Book::default();
    let mut notes = false;
    for table in document.descendants().filter(|n| n.has_tag_name((TABLE, "table"))) {
        let name = table.attribute((TABLE, "name")).unwrap_or_default().to_owned();
        let mut sheet = Sheet { name, ..Sheet::default() };
        let mut row = 0_u32;
        for node in table.descendants().filter(|n| n.has_tag_name((TABLE, "table-row"))) {
            let repeats = count(node, "number-rows-repeated");
            notes |= cells(node, row, repeats.min(MOST_REPEATS), &mut sheet);
            row = row.saturating_add(repeats);
            if sheet.cells.len() > MOST_CELLS {
                return Err(text!("book-cells"));
            }
            if row >= LAST {
                break;
            }
        }
        book.sheets.push(sheet);
    }
    for name in document.descendants().filter(|n| n.has_tag_name((TABLE, "named-range"))) {
        let at = name.attribute((TABLE, "cell-range-address")).and_then(|at| place(at, '.'));
        if let (Some(name), Some(at)) = (name.attribute((TABLE, "name")), at) {
            book.names.insert(name.to_owned(), at);
        }
    }
    if notes {
        book.unread.push(text!("book-notes"));
    }
    Ok(book)
}

fn count(node: Node<'_, '_>, attribute: &str) -> u32 {
    node.attribute((TABLE, attribute)).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

/// Reads a row's cells. Says whether one has a note.
fn cells(row: Node<'_, '_>, at: u32, rows: u32, sheet: &mut Sheet) -> bool {
    let (mut col, mut notes) = (0_u32, false);
    for node in row.children().filter(|n| n.tag_name().namespace() == Some(TABLE)) {
        let repeats = count(node, "number-columns-repeated");
        notes |= node.children().any(|n| n.has_tag_name((OFFICE, "annotation")));
        let (high, wide) =
            (count(node, "number-rows-spanned"), count(node, "number-columns-spanned"));
        if high > 1 || wide > 1 {
            let last = (at.saturating_add(high - 1), col.saturating_add(wide - 1));
            sheet.merged.push(((at, col), last));
        }
        if let Some(cell) = cell(node) {
            for r in 0..rows {
                for c in 0..repeats.min(MOST_REPEATS) {
                    sheet.cells.insert((at.saturating_add(r), col.saturating_add(c)), cell.clone());
                }
            }
        }
        col = col.saturating_add(repeats);
        if col >= LAST {
            break;
        }
    }
    notes
}

fn cell(node: Node<'_, '_>) -> Option<Cell> {
    let formula = node.has_attribute((TABLE, "formula"));
    let number = || node.attribute((OFFICE, "value")).and_then(|v| v.parse().ok());
    let words = words(node);
    let kind = node.attribute((OFFICE, "value-type")).unwrap_or_default();
    let said = match kind {
        "float" | "currency" | "percentage" => number().map(Said::Number),
        "boolean" => Some(Said::YesNo(node.attribute((OFFICE, "boolean-value")) == Some("true"))),
        "date" => node.attribute((OFFICE, "date-value")).map(|d| Said::Date(d.to_owned())),
        "time" => node.attribute((OFFICE, "time-value")).map(|d| Said::Date(d.to_owned())),
        _ if words.trim().is_empty() => None,
        _ if formula && words.starts_with('#') => Some(Said::Error(words)),
        _ => Some(Said::Text(lines(&words))),
    };
    let said = said.or(formula.then_some(Said::NotCalculated))?;
    Some(Cell { said, formula, percent: kind == "percentage" })
}

/// The paragraphs of a cell, its note left out.
fn words(node: Node<'_, '_>) -> String {
    let paragraphs = node.children().filter(|n| n.has_tag_name((TEXT, "p")));
    paragraphs.map(|p| inside(p, 0)).collect::<Vec<_>>().join("\n")
}

fn inside(node: Node<'_, '_>, depth: usize) -> String {
    let mut out = String::new();
    for child in node.children() {
        match child.tag_name().name() {
            _ if child.is_text() => out.push_str(child.text().unwrap_or_default()),
            "s" => {
                let blanks =
                    child.attribute((TEXT, "c")).and_then(|c| c.parse().ok()).unwrap_or(1_usize);
                out.push_str(&" ".repeat(blanks.min(1000)));
            }
            "tab" => out.push('\t'),
            "line-break" => out.push('\n'),
            "annotation" => {}
            _ if depth < 20 => out.push_str(&inside(child, depth + 1)),
            _ => {}
        }
    }
    out
}
