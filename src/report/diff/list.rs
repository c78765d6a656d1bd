//! The list of changes on its own: for a terminal, as CSV, and as a workbook.

use crate::text;
use crate::words::{Text, Words};
use std::fmt::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::{Change, Diff, Kind, groups};
use crate::report::csv::Csv;
use crate::report::model::Report;

/// Characters of old and new value together that stand on one line beside the label.
const SHORT: usize = 60;
/// Heads of the columns, with their widths in the workbook, in characters.
fn columns() -> [(Text, f64); 9] {
    [
        (text!("department-head"), 12.0),
        (text!("effort-head"), 24.0),
        (text!("list-what"), 10.0),
        (text!("list-field"), 44.0),
        (text!("list-before"), 52.0),
        (text!("list-now"), 52.0),
        (text!("list-remark"), 30.0),
        (text!("list-file"), 28.0),
        (text!("list-path"), 34.0),
    ]
}

/// For people: by forvaltning and indsats, with old and new value, and a last line that counts.
#[must_use]
pub fn human(diff: &Diff, new: &Report, words: &Words) -> String {
    let mut out = String::new();
    for group in groups(diff, new) {
        match (group.kode, group.navn) {
            (Some(kode), Some(navn)) => writeln!(out, "{kode}  {navn}"),
            (Some(kode), None) => writeln!(out, "{kode}"),
            (None, _) => writeln!(out, "{}", words.say(&text!("draft-own"))),
        }
        .expect(MEMORY);
        for indsats in &group.indsatser {
            if let Some(name) = indsats.name {
                writeln!(out, "  {name}").expect(MEMORY);
            }
            for (_, change) in &indsats.changes {
                of_change(change, words, &mut out);
            }
        }
        out.push('\n');
    }
    let ids: std::collections::BTreeSet<_> =
        diff.changes.iter().filter_map(|c| c.indsats.as_deref()).collect();
    let own = diff.changes.iter().any(|c| c.indsats.is_none());
    let efforts = text!("efforts", n = ids.len());
    let sum = match diff.changes.len() {
        0 => text!("list-none"),
        n if own => text!("list-sum-and-own", n = n, efforts = efforts),
        n => text!("list-sum", n = n, efforts = efforts),
    };
    writeln!(out, "{}", words.say(&sum)).expect(MEMORY);
    out
}

/// Why writing a line cannot fail.
const MEMORY: &str = "a string takes all that is written to it";

fn of_change(c: &Change, words: &Words, out: &mut String) {
    let sign = match c.kind {
        Kind::Changed => '~',
        Kind::Added => '+',
        Kind::Removed => '-',
        Kind::Moved => '>',
    };
    let path = if c.field.is_empty() { String::new() } else { format!("  ({})", c.field) };
    write!(out, "    {sign} {}", c.label).expect(MEMORY);
    let sides = (c.old.as_deref(), c.new.as_deref());
    match sides {
        (Some(old), Some(new)) if old.chars().count() + new.chars().count() <= SHORT => {
            writeln!(out, ": {old} → {new}{path}").expect(MEMORY);
        }
        _ => {
            writeln!(out, "{path}").expect(MEMORY);
            for (old, new) in pairs(c) {
                for (sign, side) in [('-', old), ('+', new)] {
                    if let Some(side) = side {
                        writeln!(out, "        {sign} {side}").expect(MEMORY);
                    }
                }
            }
        }
    }
    if let Some(note) = note(c) {
        writeln!(out, "        {}", words.say(&note)).expect(MEMORY);
    }
}

/// Old and new side by side: a line a sentence, where it is prose.
fn pairs(c: &Change) -> Vec<(Option<&str>, Option<&str>)> {
    if c.sentences.is_empty() {
        return vec![(c.old.as_deref(), c.new.as_deref())];
    }
    c.sentences.iter().map(|s| (s.old.as_deref(), s.new.as_deref())).collect()
}

/// What else is to be known about a change.
fn note(c: &Change) -> Option<Text> {
    match c.used_by.len() {
        0 => None,
        n => Some(text!("list-places", n = n)),
    }
}

fn what(kind: Kind) -> Text {
    match kind {
        Kind::Changed => text!("list-changed"),
        Kind::Added => text!("list-added"),
        Kind::Removed => text!("list-removed"),
        Kind::Moved => text!("list-moved"),
    }
}

/// A change as cells, a row a sentence, in the order of [`columns`].
fn rows<'d>(diff: &'d Diff, words: &'d Words) -> impl Iterator<Item = [String; 9]> + 'd {
    diff.changes.iter().flat_map(move |c| {
        pairs(c).into_iter().map(move |(old, new)| {
            [
                c.forvaltninger.join(", "),
                c.name.clone().unwrap_or_else(|| words.say(&text!("draft-own"))),
                words.say(&what(c.kind)),
                c.label.clone(),
                old.unwrap_or_default().to_owned(),
                new.unwrap_or_default().to_owned(),
                note(c).map(|note| words.say(&note)).unwrap_or_default(),
                c.file.clone(),
                c.field.clone(),
            ]
        })
    })
}

/// As CSV, a row a change, a row a sentence where it is prose.
#[must_use]
pub fn csv(diff: &Diff, words: &Words) -> String {
    let mut csv = Csv::new(columns().map(|(head, _)| words.say(&head)));
    for row in rows(diff, words) {
        csv.row(row);
    }
    csv.into_text()
}

/// As a workbook (.xlsx) with one sheet, filters and a frozen head. Its date is 1 January of the
/// report's year, so that the same changes give the same bytes.
///
/// # Errors
/// Where there are more changes, or longer ones, than a sheet can hold.
pub fn xlsx(diff: &Diff, new: &Report, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = u16::try_from(new.rapport.aar).unwrap_or(2000);
    let made = ExcelDateTime::from_ymd(year, 1, 1)?;
    let title = words.say(&text!("list-title"));
    let properties = DocProperties::new().set_title(&title).set_creation_datetime(&made);
    book.set_properties(&properties);
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name(&title)?.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    for (column, (name, width)) in (0..).zip(columns()) {
        sheet.write_string_with_format(0, column, words.say(&name), &head)?;
        sheet.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (row, cells) in (1..).zip(rows(diff, words)) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, text, &cell)?;
        }
        last = row;
    }
    sheet.autofilter(0, 0, last, columns().len() as u16 - 1)?;
    book.save_to_buffer()
}
