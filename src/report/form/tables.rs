//! The sheet with the tables of one indsats: each as a table, this year's cells to the left, last
//! year's to the right.

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Workbook, Worksheet, XlsxError};

use super::answer::Answer;
use super::kinds;
use super::names::{FIELD, FIRST_CELL, HEADS, LABEL, MARK, SHEET, TABLES, cell, cell_name, column};
use super::question::{Cell, Grid, Kind, Row};
use super::sheets::{GROUP, Sheet, TITLE, Told, set_up};
use super::style::Style;
use crate::report::model::{Enhed, Tilstand};
use crate::report::paper::{self, LINE, Pages};
use crate::text;

/// Widths in characters: heads of rows, answers and last year's answers at least, remarks.
const NAME: f64 = 34.0;
const VALUE: f64 = 18.0;
const REMARKS: f64 = 28.0;

/// Adds the sheet.
pub(super) fn add(
    book: &mut Workbook,
    style: &Style,
    of: &Sheet<'_>,
    grids: &[&Grid],
) -> Result<Told, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(&of.name)?;
    set_up(sheet, of.words)?;
    // Each table has heads of its own: only the title is true of every page.
    sheet.set_repeat_rows(0, 0)?;
    sheet.write_string_with_format(0, FIELD, SHEET, &style.hidden)?;
    sheet.write_string_with_format(1, FIELD, &of.indsats.id, &style.hidden)?;
    sheet.write_string_with_format(2, FIELD, TABLES, &style.hidden)?;
    let title = of.words.say(&text!("form-tables", name = &of.indsats.navn));
    sheet.write_string_with_format(0, LABEL, title, &style.title)?;
    sheet.set_row_height(0, TITLE)?;
    sheet.write_string_with_format(1, LABEL, &of.said, &style.said)?;
    sheet.write_string_with_format(2, LABEL, of.words.get("form-tables-how"), &style.said)?;
    let widest = grids.iter().map(|grid| grid.columns.len()).max().unwrap_or_default();
    let widest = u16::try_from(widest).unwrap_or(u16::MAX).min(200);
    // The remark, a count of what is missing, then last year's cells.
    let places = Places {
        remark: FIRST_CELL + widest,
        open: FIRST_CELL + widest + 1,
        before: FIRST_CELL + widest + 2,
        widths: widths(grids, widest, of),
    };
    sheet.set_column_width(LABEL, NAME)?;
    sheet.set_column_width(places.remark, REMARKS)?;
    sheet.set_column_hidden(places.open)?;
    for (nr, (now, before)) in (0..).zip(&places.widths) {
        sheet.set_column_width(FIRST_CELL + nr, *now)?;
        sheet.set_column_width(places.before + nr, *before)?;
    }
    sheet.set_freeze_panes(HEADS, FIRST_CELL)?;
    let mut told = Told {
        sheet: of.name.clone(),
        rows: (HEADS, HEADS),
        column: places.open,
        missing: 0,
        asked: 0,
        names: Vec::new(),
    };
    let mut row = HEADS;
    let columns = places.widths.iter().flat_map(|(now, before)| [*now, *before]);
    let mut pages = Pages::new(columns.chain([NAME, REMARKS]), TITLE, 2.0 * LINE);
    for grid in grids {
        pages.put(row, table_height(grid, &places, of));
        row = table(sheet, style, row, of, grid, &places, &mut told)? + 1;
    }
    told.rows.1 = row;
    sheet.set_page_breaks(pages.breaks())?;
    Ok(told)
}

struct Places {
    remark: u16,
    open: u16,
    before: u16,
    /// Of the columns of answers, and of last year's.
    widths: Vec<(f64, f64)>,
}

/// Widths of the columns of answers and of last year's, so that no word of a head is divided.
fn widths(grids: &[&Grid], widest: u16, of: &Sheet<'_>) -> Vec<(f64, f64)> {
    let all: Vec<Vec<(String, String)>> = grids.iter().map(|grid| heads(grid, of)).collect();
    let at = |nr: usize| all.iter().filter_map(move |heads| heads.get(nr));
    let width = |nr: usize| {
        let now = paper::width(VALUE, at(nr).map(|(now, _)| now.as_str()));
        (now, paper::width(VALUE, at(nr).map(|(_, before)| before.as_str())))
    };
    (0..usize::from(widest)).map(width).collect()
}

/// What stands over the columns: of the answers, and of last year's.
fn heads(grid: &Grid, of: &Sheet<'_>) -> Vec<(String, String)> {
    let words = of.words;
    let head = |(nr, (name, enhed)): (usize, &(String, Enhed))| {
        let unit = match enhed {
            Enhed::Tekst => String::new(),
            enhed => format!(" ({})", crate::report::raw::unit_word(*enhed)),
        };
        let name = match name.as_str() {
            "" if nr == 0 && grid.is_unknown() => words.get("form-tables-category"),
            "" => words.get("form-tables-value") + &unit,
            name => format!("{name}{unit}"),
        };
        let before = words.say(&text!("form-tables-before", name = &name));
        (name.trim().to_owned(), before.trim().to_owned())
    };
    grid.columns.iter().enumerate().map(head).collect()
}

/// Height of the heads' row, pt.
fn heads_height(heads: &[(String, String)], places: &Places) -> f64 {
    let both = heads.iter().zip(&places.widths);
    paper::heads(both.flat_map(|((now, before), (wide, then))| {
        [(now.as_str(), *wide), (before.as_str(), *then)]
    }))
}

/// Height of a row, pt: of its name, and of answers that are words.
fn row_height(row: &Row, places: &Places) -> f64 {
    let shown: Vec<String> = row.cells.iter().map(|cell| cell.now.shown()).collect();
    let cells = row.cells.iter().zip(&shown).zip(&places.widths);
    let both = cells.flat_map(|((cell, now), (wide, then))| {
        [(now.as_str(), *wide), (cell.before.as_deref().unwrap_or_default(), *then)]
    });
    let texts: Vec<(&str, f64)> = both.chain([(row.name.as_str(), NAME)]).collect();
    paper::height(&texts)
}

/// Height of a table with its title and the row under it, pt.
fn table_height(grid: &Grid, places: &Places, of: &Sheet<'_>) -> f64 {
    let rows: f64 = grid.rows.iter().map(|row| row_height(row, places)).sum();
    GROUP + heads_height(&heads(grid, of), places) + rows + LINE
}

fn table(
    sheet: &mut Worksheet,
    style: &Style,
    row: u32,
    of: &Sheet<'_>,
    grid: &Grid,
    places: &Places,
    told: &mut Told,
) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, LABEL, &grid.title, &style.group)?;
    sheet.set_row_height(row, GROUP)?;
    let heads_row = row + 1;
    sheet.write_blank(heads_row, LABEL, &style.head)?;
    let heads = heads(grid, of);
    for ((name, before), nr) in heads.iter().zip(0..) {
        sheet.write_string_with_format(heads_row, FIRST_CELL + nr, name, &style.head)?;
        sheet.write_string_with_format(heads_row, places.before + nr, before, &style.head)?;
    }
    sheet.write_string_with_format(
        heads_row,
        places.remark,
        of.words.get("form-tables-remark"),
        &style.head,
    )?;
    sheet.set_row_height(heads_row, heads_height(&heads, places))?;
    let mut row = heads_row;
    for line in &grid.rows {
        row += 1;
        told.asked += u32::try_from(line.cells.len()).unwrap_or_default();
        cells(sheet, style, row, of, line, places, told)?;
    }
    Ok(row + 1)
}

fn cells(
    sheet: &mut Worksheet,
    style: &Style,
    row: u32,
    of: &Sheet<'_>,
    line: &Row,
    places: &Places,
    told: &mut Told,
) -> Result<(), XlsxError> {
    let joined =
        |of: &dyn Fn(&Cell) -> String| line.cells.iter().map(of).collect::<Vec<_>>().join(" ");
    sheet.write_string_with_format(row, FIELD, joined(&|c| c.field.clone()), &style.hidden)?;
    sheet.write_string_with_format(row, MARK, joined(&|c| c.now.mark()), &style.hidden)?;
    sheet.write_string_with_format(row, LABEL, &line.name, &style.label)?;
    sheet.set_row_height(row, row_height(line, places))?;
    let mut missing = 0_u32;
    let mut rules = Vec::new();
    for (c, nr) in line.cells.iter().zip(0..) {
        let col = FIRST_CELL + nr;
        let format = match c.enhed {
            Enhed::Tekst => &style.text,
            enhed => kinds::format(style, Kind::Number(enhed), &c.now),
        };
        kinds::put(sheet, (row, col), &c.now, format, false)?;
        if matches!(c.now, Answer::State(Tilstand::Udfyldes)) {
            missing += 1;
            let at = cell(row, col.into());
            let format = ConditionalFormatFormula::new()
                .set_rule(format!("={at}=\"\"").as_str())
                .set_format(&style.missing);
            sheet.add_conditional_format(row, col, row, col, &format)?;
            rules.push(format!("IF({at}=\"\",1,0)"));
        }
        let before = c.before.as_deref().unwrap_or_default();
        sheet.write_string_with_format(row, places.before + nr, before, &style.before)?;
        let place =
            format!("='{}'!${}${}", of.name.replace('\'', "''"), column(col.into()), row + 1);
        told.names.push((cell_name(&of.indsats.id, &c.field), place));
    }
    if !rules.is_empty() {
        let count = Formula::new(format!("={}", rules.join("+"))).set_result(missing.to_string());
        sheet.write_formula(row, places.open, count)?;
    }
    sheet.write_blank(row, places.remark, &style.text)?;
    told.missing += missing;
    Ok(())
}
