//! Workbooks of Excel, cell by cell, so that a sheet that claims a million rows costs nothing.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};

use super::{Book, Cell, MOST_CELLS, Said, Sheet, lines, place};
use crate::text;
use crate::words::Text;

pub(super) fn read(bytes: &[u8]) -> Result<Book, Text> {
    let told = |err: XlsxError| match err {
        XlsxError::Password => text!("book-password"),
        err => text!("book-damaged-how", said = err.to_string()),
    };
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(told)?;
    let names = workbook
        .defined_names()
        .iter()
        .filter_map(|(name, at)| Some((name.clone(), place(at, '!')?)))
        .collect();
    let mut book = Book { names, ..Book::default() };
    let mut room = MOST_CELLS;
    for name in workbook.sheet_names() {
        let cells = match sheet(&mut workbook, &name, &mut room) {
            Ok(cells) => cells,
            // A sheet that holds a chart alone.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(err) => return Err(told(err)),
        };
        let cells = cells.ok_or_else(|| text!("book-cells"))?;
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(told)?;
        let merged = merged.into_iter().map(|d| (d.start, d.end)).collect();
        book.sheets.push(Sheet { name, cells, merged });
    }
    Ok(book)
}

type Cells = std::collections::BTreeMap<(u32, u32), Cell>;

/// The cells; none where there are too many.
fn sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    room: &mut usize,
) -> Result<Option<Cells>, XlsxError> {
    let mut cells = Cells::new();
    let mut reader = workbook.worksheet_cells_reader(name)?;
    let percent: Vec<bool> = reader
        .styles()
        .iter()
        .map(|s| s.number_format.as_ref().is_some_and(|f| f.format_code.contains('%')))
        .collect();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let Some(said) = said(cell.get_value()) else { continue };
        let Some(left) = room.checked_sub(1) else { return Ok(None) };
        *room = left;
        let percent = percent.get(style).copied().unwrap_or_default();
        cells.insert(cell.get_position(), Cell { said, formula: false, percent });
    }
    drop(reader);
    let mut reader = workbook.worksheet_cells_reader(name)?;
    while let Some(formula) = reader.next_formula()? {
        if formula.get_value().is_empty() {
            continue;
        }
        if cells.len() > MOST_CELLS {
            return Ok(None);
        }
        let empty = || Cell { said: Said::NotCalculated, formula: true, percent: false };
        cells.entry(formula.get_position()).or_insert_with(empty).formula = true;
    }
    Ok(Some(cells))
}

fn said(value: &DataRef<'_>) -> Option<Said> {
    Some(match value {
        DataRef::Int(n) => Said::Number(*n as f64),
        DataRef::Float(x) => Said::Number(*x),
        DataRef::String(s) => text(s)?,
        DataRef::SharedString(s) => text(s)?,
        DataRef::Bool(b) => Said::YesNo(*b),
        DataRef::DateTime(date) => {
            let (year, month, day, hours, minutes, ..) = date.to_ymd_hms_milli();
            // Before the first day there is only a time.
            let time = date.as_f64() < 1.0;
            let date = format!("{day}.{month}.{year}");
            Said::Date(if time { format!("{hours}:{minutes:02}") } else { date })
        }
        DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => Said::Date(s.clone()),
        DataRef::Error(err) => Said::Error(err.to_string()),
        DataRef::Empty => return None,
    })
}

fn text(s: &str) -> Option<Said> {
    let said = lines(s);
    (!said.trim().is_empty()).then_some(Said::Text(said))
}
