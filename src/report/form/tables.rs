//! The sheet with the tables of one indsats: each as a table, this year's cells to the left, last
//! year's to the right.

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Workbook, Worksheet, XlsxError};

use super::answer::Answer;
use super::kinds;
use super::names::{FIELD, FIRST_CELL, HEADS, LABEL, MARK, SHEET, TABLES, cell, cell_name, column};
use super::question::{Cell, Grid, Kind, Row};
use super::sheets::{GROUP, Sheet, Told, height, set_up};
use super::style::Style;
use crate::report::model::{Enhed, Tilstand};
use crate::text;

/// Widths in characters: heads of rows, answers, last year's answers.
const NAME: f64 = 34.0;
const VALUE: f64 = 18.0;
const BEFORE: f64 = 18.0;

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
    sheet.write_string_with_format(0, FIELD, SHEET, &style.hidden)?;
    sheet.write_string_with_format(1, FIELD, &of.indsats.id, &style.hidden)?;
    sheet.write_string_with_format(2, FIELD, TABLES, &style.hidden)?;
    let title = of.words.say(&text!("form-tables", name = &of.indsats.navn));
    sheet.write_string_with_format(0, LABEL, title, &style.title)?;
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(1, LABEL, &of.said, &style.said)?;
    sheet.write_string_with_format(2, LABEL, of.words.get("form-tables-how"), &style.said)?;
    let widest = grids.iter().map(|grid| grid.columns.len()).max().unwrap_or_default();
    let widest = u16::try_from(widest).unwrap_or(u16::MAX).min(200);
    // The remark, a count of what is missing, then last year's cells.
    let places = Places {
        remark: FIRST_CELL + widest,
        open: FIRST_CELL + widest + 1,
        before: FIRST_CELL + widest + 2,
    };
    sheet.set_column_width(LABEL, NAME)?;
    for col in FIRST_CELL..places.remark {
        sheet.set_column_width(col, VALUE)?;
    }
    sheet.set_column_width(places.remark, 28)?;
    sheet.set_column_hidden(places.open)?;
    for col in places.before..places.before + widest {
        sheet.set_column_width(col, BEFORE)?;
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
    for grid in grids {
        row = table(sheet, style, row, of, grid, &places, &mut told)? + 1;
    }
    told.rows.1 = row;
    Ok(told)
}

struct Places {
    remark: u16,
    open: u16,
    before: u16,
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
    let words = of.words;
    sheet.write_string_with_format(row, LABEL, &grid.title, &style.group)?;
    sheet.set_row_height(row, GROUP)?;
    let heads = row + 1;
    sheet.write_blank(heads, LABEL, &style.head)?;
    for ((name, enhed), nr) in grid.columns.iter().zip(0..) {
        let unit = match enhed {
            Enhed::Tekst => String::new(),
            enhed => format!(" ({})", crate::report::raw::unit_word(*enhed)),
        };
        let name = match name.as_str() {
            "" if nr == 0 && grid.is_unknown() => words.get("form-tables-category"),
            "" => words.get("form-tables-value") + &unit,
            name => format!("{name}{unit}"),
        };
        sheet.write_string_with_format(heads, FIRST_CELL + nr, name.trim(), &style.head)?;
        let before = words.say(&text!("form-tables-before", name = &name));
        sheet.write_string_with_format(heads, places.before + nr, before.trim(), &style.head)?;
    }
    sheet.write_string_with_format(
        heads,
        places.remark,
        words.get("form-tables-remark"),
        &style.head,
    )?;
    let longest =
        grid.columns.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    // As long as the longest unit makes it.
    let longest = format!("{} (personer)", "x".repeat(longest));
    let longest = words.say(&text!("form-tables-before", name = longest));
    sheet.set_row_height(heads, height(&[(&longest, BEFORE)]))?;
    let mut row = heads;
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
    sheet.set_row_height(row, height(&[(&line.name, NAME)]))?;
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
