//! The report's numbers as a workbook: the overview, every series, every table, every figure.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::model::{Blok, Enhed, Report, Tal};
use super::raw::{self, Content, Raw, RawRow};
use crate::text;
use crate::words::{Text, Words};

/// Rows of cells below a head.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    head: &'a Format,
    text: &'a Format,
    row: u32,
    words: &'a Words,
}

impl Sheet<'_> {
    /// The heads of a row's words, then those of the value that follows them.
    fn heads<const N: usize>(&mut self, heads: [(Text, f64); N]) -> Result<(), XlsxError> {
        let value = Raw::HEADS.map(|head| (head.into(), 12.0));
        for (column, (name, width)) in (0..).zip(heads.into_iter().chain(value)) {
            self.sheet.write_string_with_format(0, column, self.words.say(&name), self.head)?;
            self.sheet.set_column_width(column, width)?;
        }
        self.sheet.set_freeze_panes(1, 0)?;
        self.row = 1;
        Ok(())
    }

    /// A row: words, and the value in its raw form.
    fn row(&mut self, words: &[&str], raw: &Raw) -> Result<(), XlsxError> {
        let cells = raw.cells();
        let all = words.iter().copied().chain(cells.iter().map(String::as_str));
        for (column, word) in (0..).zip(all) {
            match &raw.content {
                Content::Number(tal) if usize::from(column) == words.len() => {
                    self.sheet.write_number(self.row, column, Tal::f64(*tal))?;
                }
                _ => {
                    self.sheet.write_string_with_format(self.row, column, word, self.text)?;
                }
            }
        }
        self.row += 1;
        Ok(())
    }
}

/// The workbook (.xlsx), called `title`. Its date is 1 January of the report's year: same data, same bytes.
///
/// # Errors
/// Where there is more than a sheet can hold.
pub fn workbook(report: &Report, title: &str, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = u16::try_from(report.rapport.aar).unwrap_or(2000);
    let made = ExcelDateTime::from_ymd(year, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (name, fill) in [
        ("book-overview", overview as fn(&mut Sheet<'_>, &Report) -> Result<(), XlsxError>),
        ("book-series", series),
        ("book-tables", tables),
        ("book-figures", figures),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(words.get(name))?;
        // What the workbook is called is printed with every sheet: that it is an excerpt, too.
        sheet.set_header(format!("&L{}", title.replace('&', "&&")));
        fill(&mut Sheet { sheet, head: &head, text: &text, row: 0, words }, report)?;
    }
    book.save_to_buffer()
}

fn overview(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    sheet.heads([
        ("Id".into(), 24.0),
        (text!("effort-head"), 40.0),
        (text!("book-problem"), 50.0),
        (text!("department-head"), 12.0),
        (text!("book-principles"), 14.0),
        (text!("book-group"), 40.0),
        (text!("book-geography"), 34.0),
    ])?;
    for i in &report.indsatser {
        let o = &i.overblik;
        let principles: Vec<String> = o.fagprincipper.iter().map(u8::to_string).collect();
        let geografi = if i.geografi.bydaekkende {
            sheet.words.get("book-city-wide")
        } else {
            i.geografi.bydele.join(", ")
        };
        let words = [
            &i.id,
            &o.navn,
            &o.problem,
            &o.forvaltning,
            &principles.join(", "),
            &o.maalgruppe,
            &geografi,
        ];
        sheet.row(&words.map(String::as_str), &Raw::of_value(&i.oekonomi.beloeb, Enhed::Kr))?;
    }
    Ok(())
}

fn series(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    sheet.heads([
        (text!("effort-head"), 40.0),
        (text!("book-measure"), 24.0),
        (text!("book-counts"), 40.0),
        (text!("book-year"), 8.0),
    ])?;
    for i in &report.indsatser {
        for s in &i.brugere.serie {
            for (aar, v) in s.aar() {
                let words = [i.navn.as_str(), &s.navn, &s.taeller, &aar.to_string()];
                sheet.row(&words, &Raw::of_value(v, s.enhed))?;
            }
        }
    }
    Ok(())
}

fn tables(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    values(sheet, report, |blok| match blok {
        Blok::Tabel(t) => Some((&t.titel, raw::of_table(t))),
        _ => None,
    })
}

fn figures(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    values(sheet, report, |blok| match blok {
        Blok::Figur(f) => Some((&f.titel, raw::of_figure(f))),
        _ => None,
    })
}

/// The title and the rows of a block that has values.
type Take = fn(&Blok) -> Option<(&String, Vec<RawRow>)>;

/// A row for each value of the blocks that `take` knows.
fn values(sheet: &mut Sheet<'_>, report: &Report, take: Take) -> Result<(), XlsxError> {
    let [row, column] = Raw::PLACE;
    sheet.heads([
        (text!("effort-head"), 40.0),
        (text!("book-title"), 40.0),
        (row.into(), 34.0),
        (column.into(), 34.0),
    ])?;
    for i in &report.indsatser {
        for (title, rows) in i.blokke().filter_map(|(_, blok)| take(blok)) {
            for RawRow { row, column, raw } in &rows {
                sheet.row(&[&i.navn, title, row, column], raw)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_report_gives_the_same_workbook() {
        let loaded = crate::report::load::load(std::path::Path::new("tests/fixtures/2024"));
        let report = loaded.report.expect("the report of 2024 loads");
        let first = workbook(&report, "Rapporten", Words::danish()).expect("it fits a workbook");
        assert!(first.starts_with(b"PK"));
        assert_eq!(
            first,
            workbook(&report, "Rapporten", Words::danish()).expect("it fits a workbook")
        );
    }
}
