//! The comments as a list: for a terminal, and as a workbook.

use std::fmt::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::Comment;
use crate::finding::harmless;
use crate::report::model::Report;

/// Why writing a line cannot fail.
const MEMORY: &str = "a string takes all that is written to it";

/// For people: by forvaltning and indsats, in the order of the pages.
#[must_use]
pub fn human(comments: &[Comment], report: &Report) -> String {
    let mut out = String::new();
    let mut codes: Vec<Option<&str>> =
        report.forvaltninger.iter().map(|f| Some(f.kode.as_str())).collect();
    codes.push(None);
    for kode in codes {
        let known = |c: &&Comment| {
            report.forvaltninger.iter().any(|f| Some(&f.kode) == c.forvaltning.as_ref())
        };
        let of = |c: &&Comment| match kode {
            Some(kode) => c.forvaltning.as_deref() == Some(kode),
            None => !known(c),
        };
        let mine: Vec<&Comment> = comments.iter().filter(of).collect();
        if mine.is_empty() {
            continue;
        }
        writeln!(out, "{}", kode.map_or("Rapporten", |k| k)).expect(MEMORY);
        let mut name = None;
        for comment in mine {
            if comment.name != name {
                name.clone_from(&comment.name);
                writeln!(out, "  {}", name.as_deref().unwrap_or("Rapportens egne sider"))
                    .expect(MEMORY);
            }
            one(comment, &mut out);
        }
        out.push('\n');
    }
    harmless(out)
}

fn one(c: &Comment, out: &mut String) {
    let page = c.draft_page.unwrap_or(c.page);
    let who = if c.author.is_empty() { "uden navn" } else { &c.author };
    let field = c.field.as_deref().map(|f| format!("  ({f})")).unwrap_or_default();
    let label = c.label.as_deref().unwrap_or("sted på siden");
    writeln!(out, "    s. {page}  {label}{field}").expect(MEMORY);
    let said = match (&c.replacement, c.marked.is_empty()) {
        (Some(new), false) if new.is_empty() => format!("slet »{}«", c.marked),
        (Some(new), false) => format!("»{}« → »{new}«", c.marked),
        (_, false) if c.words.is_empty() => format!("»{}«", c.marked),
        (_, false) => format!("»{}«: {}", c.marked, c.words),
        (_, true) => c.words.clone(),
    };
    let said = said.split('\n').collect::<Vec<_>>().join("\n        ");
    writeln!(out, "        {who}, {}: {said}", c.kind).expect(MEMORY);
    for reply in &c.replies {
        writeln!(out, "          svar fra {}: {}", reply.author, reply.words).expect(MEMORY);
    }
    for state in &c.states {
        writeln!(out, "          {state}").expect(MEMORY);
    }
    if let Some(doubt) = &c.doubt {
        writeln!(out, "          ? {doubt}").expect(MEMORY);
    }
    if !c.others.is_empty() {
        writeln!(out, "          ? kan også være {}", c.others.join(", ")).expect(MEMORY);
    }
}

/// Heads of the columns, with their widths in characters.
const COLUMNS: [(&str, f64); 12] = [
    ("Forvaltning", 12.0),
    ("Indsats", 24.0),
    ("Side", 7.0),
    ("Felt", 34.0),
    ("Markeret", 40.0),
    ("Hvad", 16.0),
    ("Kommentar", 54.0),
    ("Forslag", 30.0),
    ("Fra", 20.0),
    ("Svar og status", 40.0),
    ("Tvivl", 34.0),
    ("Sti", 40.0),
];

/// As a workbook (.xlsx), a row a comment. Its date is 1 January of the report's year.
///
/// # Errors
/// Where there are more comments than a sheet can hold.
pub fn xlsx(comments: &[Comment], report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(u16::try_from(report.rapport.aar).unwrap_or(2000), 1, 1)?;
    book.set_properties(
        &DocProperties::new().set_title("Kommentarer").set_creation_datetime(&made),
    );
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet
        .set_name("Kommentarer")?
        .set_freeze_panes(1, 0)?
        .set_landscape()
        .set_print_fit_to_pages(1, 0);
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, name, &head)?;
        sheet.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (row, c) in (1..).zip(comments) {
        let or = |s: &Option<String>| s.clone().unwrap_or_default();
        let answers = c.replies.iter().map(|r| format!("{}: {}", r.author, r.words));
        let answers = answers.chain(c.states.iter().cloned()).collect::<Vec<_>>().join("\n");
        let cells = [
            or(&c.forvaltning),
            or(&c.name),
            c.draft_page.unwrap_or(c.page).to_string(),
            or(&c.label),
            c.marked.clone(),
            c.kind.clone(),
            c.words.clone(),
            or(&c.replacement),
            c.author.clone(),
            answers,
            or(&c.doubt),
            [or(&c.data_file), or(&c.field)].join(" "),
        ];
        for (column, text) in (0..).zip(cells) {
            let text: String = text.chars().take(32_000).collect();
            sheet.write_string_with_format(row, column, text, &cell)?;
        }
        last = row;
    }
    sheet.autofilter(0, 0, last, COLUMNS.len() as u16 - 1)?;
    book.save_to_buffer()
}
