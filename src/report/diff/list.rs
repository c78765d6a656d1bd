//! The list of changes on its own: for a terminal, as CSV, and as a workbook.

use std::fmt::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::{Change, Diff, Kind, groups};
use crate::report::csv::Csv;
use crate::report::model::Report;

/// Characters of old and new value together that stand on one line beside the label.
const SHORT: usize = 60;
/// Heads of the columns, with their widths in the workbook, in characters.
const COLUMNS: [(&str, f64); 9] = [
    ("Forvaltning", 12.0),
    ("Indsats", 24.0),
    ("Hvad", 10.0),
    ("Felt", 44.0),
    ("Før", 52.0),
    ("Nu", 52.0),
    ("Bemærkning", 30.0),
    ("Fil", 28.0),
    ("Sti", 34.0),
];

/// For people: by forvaltning and indsats, with old and new value, and a last line that counts.
#[must_use]
pub fn human(diff: &Diff, new: &Report) -> String {
    let mut out = String::new();
    for group in groups(diff, new) {
        match (group.kode, group.navn) {
            (Some(kode), Some(navn)) => writeln!(out, "{kode}  {navn}"),
            (Some(kode), None) => writeln!(out, "{kode}"),
            (None, _) => writeln!(out, "Rapporten"),
        }
        .expect(MEMORY);
        for indsats in &group.indsatser {
            if let Some(name) = indsats.name {
                writeln!(out, "  {name}").expect(MEMORY);
            }
            for (_, change) in &indsats.changes {
                of_change(change, &mut out);
            }
        }
        out.push('\n');
    }
    let count =
        |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
    let ids: std::collections::BTreeSet<_> =
        diff.changes.iter().filter_map(|c| c.indsats.as_deref()).collect();
    let own = if diff.changes.iter().any(|c| c.indsats.is_none()) {
        " og rapportens egne sider"
    } else {
        ""
    };
    let sum = match diff.changes.len() {
        0 => "ingen ændringer".to_owned(),
        n => format!(
            "{} i {}{own}",
            count(n, "ændring", "ændringer"),
            count(ids.len(), "indsats", "indsatser")
        ),
    };
    writeln!(out, "{sum}").expect(MEMORY);
    out
}

/// Why writing a line cannot fail.
const MEMORY: &str = "a string takes all that is written to it";

fn of_change(c: &Change, out: &mut String) {
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
        writeln!(out, "        {note}").expect(MEMORY);
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
fn note(c: &Change) -> Option<String> {
    match c.used_by.len() {
        0 => None,
        1 => Some("Teksten står ét sted i rapporten.".to_owned()),
        n => Some(format!("Teksten står {n} steder i rapporten.")),
    }
}

fn hvad(kind: Kind) -> &'static str {
    match kind {
        Kind::Changed => "ændret",
        Kind::Added => "nyt",
        Kind::Removed => "udgået",
        Kind::Moved => "flyttet",
    }
}

/// A change as cells, a row a sentence, in the order of [`COLUMNS`].
fn rows(diff: &Diff) -> impl Iterator<Item = [String; 9]> {
    diff.changes.iter().flat_map(|c| {
        pairs(c).into_iter().map(move |(old, new)| {
            let or = |s: Option<&str>, other: &str| s.unwrap_or(other).to_owned();
            [
                c.forvaltninger.join(", "),
                or(c.name.as_deref(), "Rapporten"),
                hvad(c.kind).to_owned(),
                c.label.clone(),
                or(old, ""),
                or(new, ""),
                note(c).unwrap_or_default(),
                c.file.clone(),
                c.field.clone(),
            ]
        })
    })
}

/// As CSV, a row a change, a row a sentence where it is prose.
#[must_use]
pub fn csv(diff: &Diff) -> String {
    let mut csv = Csv::new(COLUMNS.map(|(head, _)| head));
    for row in rows(diff) {
        csv.row(row);
    }
    csv.into_text()
}

/// As a workbook (.xlsx) with one sheet, filters and a frozen head. Its date is 1 January of the
/// report's year, so that the same changes give the same bytes.
///
/// # Errors
/// Where there are more changes, or longer ones, than a sheet can hold.
pub fn xlsx(diff: &Diff, new: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = u16::try_from(new.rapport.aar).unwrap_or(2000);
    let made = ExcelDateTime::from_ymd(year, 1, 1)?;
    let properties = DocProperties::new().set_title("Ændringer").set_creation_datetime(&made);
    book.set_properties(&properties);
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet
        .set_name("Ændringer")?
        .set_freeze_panes(1, 0)?
        .set_landscape()
        .set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, name, &head)?;
        sheet.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (row, cells) in (1..).zip(rows(diff)) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string_with_format(row, column, text, &cell)?;
        }
        last = row;
    }
    sheet.autofilter(0, 0, last, COLUMNS.len() as u16 - 1)?;
    book.save_to_buffer()
}
