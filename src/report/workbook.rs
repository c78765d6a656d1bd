//! The report's numbers as a workbook: the overview, every series, every table, every figure.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::model::{Blok, Enhed, Report, Tal};
use super::paper;
use super::raw::{self, Content, Raw, RawRow};
use crate::text;
use crate::words::{Text, Words, plain};

/// Widths of the columns of a value: the number, unit, state, whether it is an estimate, spread, note.
const VALUE: [f64; 6] = [24.0, 12.0, 12.0, 10.0, 14.0, 8.0];

/// What stands before the value in a row.
#[derive(Clone, Copy)]
enum Before<'a> {
    Words(&'a str),
    /// A number by which rows are sorted; no thousands mark.
    Year(i32),
}

/// The looks of cells.
struct Looks {
    head: Format,
    text: Format,
    /// Of words to the right of a number.
    beside: Format,
    year: Format,
    whole: Format,
    decimal: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let number = |form: &str| Format::new().set_align(FormatAlign::Top).set_num_format(form);
        Self {
            head: text.clone().set_bold(),
            beside: text.clone().set_indent(1),
            text,
            year: number("0").set_align(FormatAlign::Left),
            whole: number("#,##0"),
            decimal: number("#,##0.0#####"),
        }
    }
}

/// Rows of cells below a head.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
    row: u32,
    words: &'a Words,
    /// Of the columns, in characters.
    widths: Vec<f64>,
}

impl Sheet<'_> {
    /// The heads of a row's words, then those of the value that follows them; `value` is what the
    /// value is called here.
    fn heads<const N: usize>(
        &mut self,
        heads: [(Text, f64); N],
        value: Text,
    ) -> Result<(), XlsxError> {
        let rest = Raw::HEADS.into_iter().skip(1).map(Text::from);
        let values = std::iter::once(value).chain(rest).zip(VALUE);
        let heads: Vec<(String, f64)> = heads
            .into_iter()
            .chain(values)
            .map(|(name, width)| (self.words.say(&name), width))
            .collect();
        for (column, (name, width)) in (0..).zip(&heads) {
            self.sheet.write_string_with_format(0, column, name, &self.looks.head)?;
            self.sheet.set_column_width(column, *width)?;
        }
        let both = heads.iter().map(|(name, width)| (name.as_str(), *width));
        self.sheet.set_row_height(0, paper::heads(both))?;
        self.sheet.set_freeze_panes(1, 0)?;
        self.sheet.set_repeat_rows(0, 0)?;
        self.widths = heads.iter().map(|(_, width)| *width).collect();
        self.row = 1;
        Ok(())
    }

    /// A row: what stands before, and the value in its raw form. It is as high as its texts: programs
    /// that open the file do not all fit rows to them.
    fn row(&mut self, before: &[Before<'_>], raw: &Raw) -> Result<(), XlsxError> {
        let (row, looks) = (self.row, self.looks);
        let mut texts = Vec::new();
        for (column, cell) in (0..).zip(before) {
            match cell {
                Before::Words(words) => {
                    texts.push((usize::from(column), *words));
                    self.sheet.write_string_with_format(row, column, *words, &looks.text)?;
                }
                Before::Year(year) => {
                    self.sheet.write_number_with_format(row, column, *year, &looks.year)?;
                }
            }
        }
        let cells = raw.cells();
        for (nr, word) in (before.len()..).zip(&cells) {
            let column = u16::try_from(nr).unwrap_or(u16::MAX);
            match &raw.content {
                Content::Number(tal) if nr == before.len() => {
                    let form = match tal {
                        Tal::Hel(_) => &looks.whole,
                        Tal::Decimal(_) => &looks.decimal,
                    };
                    self.sheet.write_number_with_format(row, column, Tal::f64(*tal), form)?;
                }
                _ => {
                    texts.push((nr, word));
                    let beside = nr > before.len();
                    let form = if beside { &looks.beside } else { &looks.text };
                    self.sheet.write_string_with_format(row, column, word, form)?;
                }
            }
        }
        let texts: Vec<(&str, f64)> = texts
            .into_iter()
            .filter_map(|(nr, text)| Some((text, *self.widths.get(nr)?)))
            .collect();
        self.sheet.set_row_height(row, paper::height(&texts))?;
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
    let looks = Looks::new();
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
        sheet.set_footer(words.get("form-footer"));
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        let widths = Vec::new();
        fill(&mut Sheet { sheet, looks: &looks, row: 0, words, widths }, report)?;
    }
    book.save_to_buffer()
}

fn overview(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    sheet.heads(
        [
            ("Id".into(), 24.0),
            (text!("effort-head"), 40.0),
            (text!("book-problem"), 50.0),
            (text!("department-head"), 12.0),
            (text!("book-principles"), 14.0),
            (text!("book-group"), 40.0),
            (text!("book-geography"), 34.0),
        ],
        text!("book-amount", year = plain(report.rapport.aar)),
    )?;
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
        let words = words.map(|word| Before::Words(word));
        sheet.row(&words, &Raw::of_value(&i.oekonomi.beloeb, Enhed::Kr))?;
    }
    Ok(())
}

fn series(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    sheet.heads(
        [
            (text!("effort-head"), 40.0),
            (text!("book-measure"), 24.0),
            (text!("book-counts"), 40.0),
            (text!("book-year"), 8.0),
        ],
        Raw::HEADS[0].into(),
    )?;
    for i in &report.indsatser {
        for s in &i.brugere.serie {
            for (aar, v) in s.aar() {
                let [of, name, counts] =
                    [&i.navn, &s.navn, &s.taeller].map(|word| Before::Words(word));
                sheet.row(&[of, name, counts, Before::Year(aar)], &Raw::of_value(v, s.enhed))?;
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
    sheet.heads(
        [
            (text!("effort-head"), 40.0),
            (text!("book-title"), 40.0),
            (row.into(), 34.0),
            (column.into(), 34.0),
        ],
        Raw::HEADS[0].into(),
    )?;
    for i in &report.indsatser {
        for (title, rows) in i.blokke().filter_map(|(_, blok)| take(blok)) {
            for RawRow { row, column, raw } in &rows {
                let words = [&i.navn, title, row, column].map(|word| Before::Words(word));
                sheet.row(&words, raw)?;
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

    #[test]
    fn years_and_amounts_are_numbers_with_their_form_and_rows_are_as_high_as_their_texts() {
        let loaded = crate::report::load::load(std::path::Path::new("tests/fixtures/2024"));
        let report = loaded.report.expect("the report of 2024 loads");
        let made = workbook(&report, "Rapporten", Words::danish()).expect("it fits a workbook");
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(made)).expect("a package");
        let mut part = |name: &str| {
            let mut text = String::new();
            let mut part = zip.by_name(name).expect("a part");
            std::io::Read::read_to_string(&mut part, &mut text).expect("XML");
            text
        };
        let overview = part("xl/worksheets/sheet1.xml");
        assert!(overview.contains("fitToWidth") || overview.contains("fitToHeight=\"0\""));
        let rows = overview.split("<row ").skip(1);
        assert!(rows.clone().count() > 20 && rows.clone().all(|row| row.contains("customHeight")));
        let series = part("xl/worksheets/sheet2.xml");
        assert!(series.contains("<v>2023</v>"), "a year is a number");
        assert!(part("xl/sharedStrings.xml").contains("Beløb i 2024"));
        assert!(part("xl/styles.xml").contains("#,##0"));
    }
}
