//! The workbook of one forvaltning: a cover, then a sheet for each indsats in the report's order.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Url, Workbook, Worksheet, XlsxError};

use super::names::{COVER, FIELD, LABEL, VERSION, column, cover_line};
use super::question::{Questions, questions};
use super::sheets::{self, GROUP, Sheet, Told};
use super::style::Style;
use super::tables;
use crate::report::model::{Indsats, Report};
use crate::text;
use crate::words::{Text, Words, plain};

/// Deadline and contact, as words for the cover; nothing is said of what is not given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// By when: `fredag den 14. marts 2025`.
    pub deadline: Option<String>,
    /// To whom, and how to reach them.
    pub contact: Option<String>,
}

/// What forms are made from.
pub struct Form<'a> {
    /// The report.
    pub report: &'a Report,
    /// Last year's report, where there is one.
    pub before: Option<&'a Report>,
    /// Texts of last year that nobody has confirmed: id of the indsats and fields.
    pub open: BTreeMap<String, BTreeSet<String>>,
    /// Characters that each spread has room for, by the id of its indsats.
    pub room: BTreeMap<String, i64>,
    /// Ids of the indsatser that are asked about; all where empty.
    pub only: Vec<String>,
    /// Deadline and contact.
    pub letter: Letter,
    /// Short hash of the data.
    pub data: String,
    /// The report's words.
    pub words: &'a Words,
}

impl Form<'_> {
    /// Codes of the forvaltninger that have something to answer.
    #[must_use]
    pub fn forvaltninger(&self) -> Vec<String> {
        let asked = self.asked();
        let owners: BTreeSet<&str> = asked
            .iter()
            .flat_map(|(_, q)| {
                let list = q.list.iter().map(|q| q.owner.as_str());
                list.chain(q.grids.iter().map(|g| g.owner.as_str()))
            })
            .collect();
        let known = self.report.forvaltninger.iter().map(|f| f.kode.clone());
        known.filter(|kode| owners.contains(kode.as_str())).collect()
    }

    fn asked(&self) -> Vec<(&Indsats, Questions)> {
        let wanted = |i: &&Indsats| self.only.is_empty() || self.only.contains(&i.id);
        let before = |i: &Indsats| self.before?.indsatser.iter().find(|b| b.id == i.id);
        let of = |i: &Indsats| {
            let open = self.open.get(&i.id).cloned().unwrap_or_default();
            questions(i, before(i), open)
        };
        self.report.indsatser.iter().filter(wanted).map(|i| (i, of(i))).collect()
    }
}

/// The workbook (.xlsx) of a forvaltning. Its date is 1 January of the report's year: same data,
/// same bytes.
///
/// # Errors
/// Where there is more than a workbook can hold.
pub fn workbook(form: &Form<'_>, kode: &str) -> Result<Vec<u8>, XlsxError> {
    let (rapport, words) = (&form.report.rapport, form.words);
    let mut book = Workbook::new();
    let style = Style::new();
    let year = u16::try_from(rapport.aar).unwrap_or(2000);
    let properties = DocProperties::new()
        .set_title(words.say(&text!("form-title-of", report = &rapport.titel, code = kode)))
        .set_author(rapport.afsender.as_deref().unwrap_or(&rapport.kommune))
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, 1, 1)?)
        .set_custom_property("sats-skema", VERSION)
        .set_custom_property("sats-rapport", format!("{} {}", rapport.kommune, rapport.aar))
        .set_custom_property("sats-forvaltning", kode)
        .set_custom_property("sats-data", form.data.as_str());
    book.set_properties(&properties);
    let mut taken = BTreeSet::new();
    let first = sheet_name(&words.get("form-first-sheet"), &mut taken);
    book.add_worksheet().set_name(first)?;
    let mut told: Vec<(String, Told)> = Vec::new();
    for (i, asked) in form.asked() {
        let list: Vec<_> = asked.list.iter().filter(|q| q.owner == kode).collect();
        let grids: Vec<_> = asked.grids.iter().filter(|g| g.owner == kode).collect();
        let nr =
            form.report.indsatser.iter().position(|other| other.id == i.id).unwrap_or_default() + 1;
        let mut sheet = Sheet {
            name: sheet_name(&format!("{nr} {}", i.short_name()), &mut taken),
            indsats: i,
            said: words.say(&text!("form-who", code = kode)),
            room: form.room.get(&i.id).copied(),
            words,
        };
        if !list.is_empty() {
            told.push((i.navn.clone(), sheets::add(&mut book, &style, &sheet, &list)?));
        }
        if !grids.is_empty() {
            let name =
                words.say(&text!("form-tables-sheet", nr = plain(nr), name = i.short_name()));
            sheet.name = sheet_name(&name, &mut taken);
            let name = words.say(&text!("form-tables", name = &i.navn));
            told.push((name, tables::add(&mut book, &style, &sheet, &grids)?));
        }
    }
    let cover = book.worksheet_from_index(0)?;
    write_cover(cover, &style, form, kode, &told)?;
    for (name, place) in told.iter().flat_map(|(_, t)| &t.names) {
        book.define_name(name, place)?;
    }
    book.save_to_buffer()
}

/// A sheet's name: at most 31 characters, none that Excel refuses, no two alike.
fn sheet_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let base: String = wanted.chars().filter(allowed).take(31).collect();
    let base = base.trim().to_owned();
    let mut name = base.clone();
    let mut nr = 2;
    while !taken.insert(name.to_lowercase()) {
        let tail = format!(" {nr}");
        let kept: String = base.chars().take(31 - tail.len()).collect();
        name = kept + &tail;
        nr += 1;
    }
    name
}

/// The lines of the cover that say how it is done.
fn how() -> [Text; 10] {
    [
        text!("form-how-sheets"),
        text!("form-how-before"),
        text!("form-how-numbers"),
        text!("form-how-states"),
        text!("form-how-texts"),
        text!("form-how-stars"),
        text!("form-how-length"),
        text!("form-how-remarks"),
        text!("form-how-whole"),
        text!("form-how-personal"),
    ]
}

fn write_cover(
    sheet: &mut Worksheet,
    style: &Style,
    form: &Form<'_>,
    kode: &str,
    told: &[(String, Told)],
) -> Result<(), XlsxError> {
    let (rapport, words) = (&form.report.rapport, form.words);
    sheets::set_up(sheet, words)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.write_string_with_format(0, FIELD, cover_line(rapport, kode), &style.hidden)?;
    sheet.set_column_width(LABEL, 54)?;
    sheet.set_column_width(LABEL + 1, 14)?;
    sheet.set_column_width(LABEL + 2, 14)?;
    sheet.set_column_width(LABEL + 3, 40)?;
    sheet.write_string_with_format(0, LABEL, &rapport.titel, &style.title)?;
    sheet.set_row_height(0, 32)?;
    let name = form.report.forvaltninger.iter().find(|f| f.kode == kode);
    let name = name.map_or(kode, |f| f.navn.as_str());
    let mut row = 1;
    let mut say = |sheet: &mut Worksheet, said: &str, format| -> Result<u32, XlsxError> {
        sheet.write_string_with_format(row, LABEL, said, format)?;
        sheet.set_row_height(row, if std::ptr::eq(format, &style.group) { GROUP } else { 18.0 })?;
        row += 1;
        Ok(row)
    };
    say(sheet, &words.say(&text!("form-title", name = name)), &style.group)?;
    if let Some(deadline) = &form.letter.deadline {
        say(sheet, &words.say(&text!("form-deadline", date = deadline)), &style.label)?;
    }
    if let Some(contact) = &form.letter.contact {
        say(sheet, &words.say(&text!("form-contact", who = contact)), &style.said)?;
    }
    if let Some(sender) = &rapport.afsender {
        say(sheet, &words.say(&text!("form-sender", who = sender)), &style.said)?;
    }
    say(sheet, &words.get("form-how"), &style.group)?;
    let mut at = 0;
    for (line, nr) in how().iter().zip(1..) {
        at = say(sheet, &format!("{nr}. {}", words.say(line)), &style.said)?;
    }
    overview(sheet, style, at, told, words)?;
    let data = words.say(&text!("form-data", hash = &form.data));
    let identity =
        format!("{COVER} {VERSION} · {} {} · {kode} · {data}", rapport.kommune, rapport.aar);
    let last = at + 3 + u32::try_from(told.len()).unwrap_or_default();
    sheet.write_string_with_format(last, LABEL, identity, &style.said)?;
    Ok(())
}

/// A row a sheet: link, questions, what is missing now.
fn overview(
    sheet: &mut Worksheet,
    style: &Style,
    at: u32,
    told: &[(String, Told)],
    words: &Words,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(at, LABEL, words.get("form-sheets"), &style.group)?;
    sheet.set_row_height(at, GROUP)?;
    let heads = [text!("form-sheet"), text!("form-fields"), text!("form-missing")];
    for (col, head) in (LABEL..).zip(heads) {
        sheet.write_string_with_format(at + 1, col, words.say(&head), &style.head)?;
    }
    for ((name, t), row) in told.iter().zip(at + 2..) {
        let quoted = t.sheet.replace('\'', "''");
        let link = Url::new(format!("internal:'{quoted}'!C1")).set_text(name);
        sheet.write_url_with_format(row, LABEL, link, &style.link)?;
        sheet.write_number_with_format(row, LABEL + 1, t.asked, &style.locked)?;
        let letter = column(t.column.into());
        let sum = format!("=SUM('{quoted}'!{letter}{}:{letter}{})", t.rows.0 + 1, t.rows.1 + 1);
        let sum = Formula::new(sum).set_result(t.missing.to_string());
        sheet.write_formula_with_format(row, LABEL + 2, sum, &style.locked)?;
    }
    Ok(())
}
