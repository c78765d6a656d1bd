//! The report's numbers as a workbook: the overview, every series, every table.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::danish;
use super::model::{Blok, Celle, Indsats, Report, Tabel, Vaerdi};

/// Rows of cells below a head.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    head: &'a Format,
    text: &'a Format,
    row: u32,
}

impl Sheet<'_> {
    fn heads(&mut self, heads: &[(&str, f64)]) -> Result<(), XlsxError> {
        for (column, (name, width)) in (0..).zip(heads) {
            self.sheet.write_string_with_format(0, column, *name, self.head)?;
            self.sheet.set_column_width(column, *width)?;
        }
        self.sheet.set_freeze_panes(1, 0)?;
        self.row = 1;
        Ok(())
    }

    fn row(&mut self, words: &[&str]) -> Result<u16, XlsxError> {
        for (column, word) in (0..).zip(words) {
            self.sheet.write_string_with_format(self.row, column, *word, self.text)?;
        }
        self.row += 1;
        Ok(u16::try_from(words.len()).unwrap_or(u16::MAX))
    }

    /// A value in the row just begun: a number, or what stands for it.
    fn value(&mut self, column: u16, number: Option<f64>, words: &str) -> Result<(), XlsxError> {
        match number {
            Some(number) => self.sheet.write_number(self.row - 1, column, number)?,
            None => self.sheet.write_string_with_format(self.row - 1, column, words, self.text)?,
        };
        Ok(())
    }
}

/// The workbook (.xlsx). Its date is 1 January of the report's year: same data, same bytes.
///
/// # Errors
/// Where there is more than a sheet can hold.
pub fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = u16::try_from(report.rapport.aar).unwrap_or(2000);
    let made = ExcelDateTime::from_ymd(year, 1, 1)?;
    let title = &report.rapport.titel;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (name, fill) in [
        ("Overblik", overview as fn(&mut Sheet<'_>, &Report) -> Result<(), XlsxError>),
        ("Serier", series),
        ("Tabeller", tables),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        fill(&mut Sheet { sheet, head: &head, text: &text, row: 0 }, report)?;
    }
    book.save_to_buffer()
}

fn overview(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    sheet.heads(&[
        ("Id", 24.0),
        ("Indsats", 40.0),
        ("Problem", 50.0),
        ("Forvaltning", 12.0),
        ("Fagprincipper", 14.0),
        ("Målgruppe", 40.0),
        ("Geografi", 34.0),
        ("Kr.", 14.0),
    ])?;
    for i in &report.indsatser {
        let o = &i.overblik;
        let fag: Vec<String> = o.fagprincipper.iter().map(u8::to_string).collect();
        let geografi = if i.geografi.bydaekkende {
            "Bydækkende".to_owned()
        } else {
            i.geografi.bydele.join(", ")
        };
        let at = sheet.row(&[
            &i.id,
            &o.navn,
            &o.problem,
            &o.forvaltning,
            &fag.join(", "),
            &o.maalgruppe,
            &geografi,
        ])?;
        let kr = &i.oekonomi.beloeb;
        sheet.value(at, number(kr), &danish::vaerdi_uden_enhed(kr))?;
    }
    Ok(())
}

fn number(v: &Vaerdi) -> Option<f64> {
    v.tal().map(super::model::Tal::f64)
}

fn series(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    sheet.heads(&[
        ("Indsats", 40.0),
        ("Serie", 24.0),
        ("Tæller", 40.0),
        ("År", 8.0),
        ("Tilstand", 14.0),
        ("Værdi", 12.0),
    ])?;
    for i in &report.indsatser {
        for s in &i.brugere.serie {
            for (aar, v) in s.aar() {
                let state = format!("{:?}", v.tilstand()).to_lowercase();
                let at = sheet.row(&[&i.navn, &s.navn, &s.taeller, &aar.to_string(), &state])?;
                sheet.value(at, number(v), &danish::vaerdi_uden_enhed(v))?;
            }
        }
    }
    Ok(())
}

fn tables(sheet: &mut Sheet<'_>, report: &Report) -> Result<(), XlsxError> {
    sheet.heads(&[
        ("Indsats", 40.0),
        ("Tabel", 40.0),
        ("Række", 34.0),
        ("Kolonne", 34.0),
        ("Værdi", 14.0),
    ])?;
    for i in &report.indsatser {
        for t in own_tables(i) {
            table(sheet, i, t)?;
        }
    }
    Ok(())
}

fn own_tables(i: &Indsats) -> impl Iterator<Item = &Tabel> {
    let lists = [&i.brugere.blok, &i.geografi.blok, &i.oekonomi.blok, &i.blok];
    lists.into_iter().flatten().filter_map(|b| match b {
        Blok::Tabel(t) => Some(t),
        _ => None,
    })
}

fn table(sheet: &mut Sheet<'_>, i: &Indsats, t: &Tabel) -> Result<(), XlsxError> {
    for r in &t.raekker {
        for (k, c) in t.kolonner.iter().zip(&r.celler) {
            let column = match &k.gruppe {
                Some(gruppe) => format!("{gruppe}: {}", k.navn),
                None => k.navn.clone(),
            };
            let at = sheet.row(&[&i.navn, &t.titel, &r.navn, &column])?;
            sheet.value(at, c.tal().map(super::model::Tal::f64), &words(c))?;
        }
    }
    Ok(())
}

fn words(c: &Celle) -> String {
    danish::celle_uden_enhed(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_report_gives_the_same_workbook() {
        let loaded = crate::report::load::load(std::path::Path::new("tests/fixtures/2024"));
        let report = loaded.report.expect("the report of 2024 loads");
        let first = workbook(&report).expect("it fits a workbook");
        assert!(first.starts_with(b"PK"));
        assert_eq!(first, workbook(&report).expect("it fits a workbook"));
    }
}
