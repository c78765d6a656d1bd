//! The comments as a list: for a terminal, and as a workbook.

use std::fmt::Write as _;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::Comment;
use crate::finding::harmless;
use crate::report::model::Report;
use crate::text;
use crate::words::{Text, Words};

/// Why writing a line cannot fail.
const MEMORY: &str = "a string takes all that is written to it";

/// For people: by forvaltning and indsats, in the order of the pages.
#[must_use]
pub fn human(comments: &[Comment], report: &Report, words: &Words) -> String {
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
        let head = kode.map_or_else(|| words.get("comments-report"), str::to_owned);
        writeln!(out, "{head}").expect(MEMORY);
        let mut name = None;
        for comment in mine {
            if comment.name != name {
                name.clone_from(&comment.name);
                let shown = name.clone().unwrap_or_else(|| words.get("comments-own-pages"));
                writeln!(out, "  {shown}").expect(MEMORY);
            }
            one(comment, words, &mut out);
        }
        out.push('\n');
    }
    harmless(out)
}

fn one(c: &Comment, words: &Words, out: &mut String) {
    let who = if c.author.is_empty() { words.get("comment-nobody") } else { c.author.clone() };
    let field = c.field.as_deref().map(|f| format!("  ({f})")).unwrap_or_default();
    let label = c.label.clone().unwrap_or_else(|| words.get("comments-some-place"));
    let line = words.say(&text!("comments-line", page = c.page_text(), label = label));
    writeln!(out, "    {line}{field}").expect(MEMORY);
    let said = match (&c.replacement, c.marked.is_empty()) {
        (Some(new), false) if new.is_empty() => {
            words.say(&text!("comments-delete", marked = &c.marked))
        }
        (Some(new), false) => format!("»{}« → »{new}«", c.marked),
        (_, false) if c.words.is_empty() => format!("»{}«", c.marked),
        (_, false) => format!("»{}«: {}", c.marked, c.words),
        (_, true) => c.words.clone(),
    };
    let said = said.split('\n').collect::<Vec<_>>().join("\n        ");
    writeln!(out, "        {who}, {}: {said}", c.kind).expect(MEMORY);
    for reply in &c.replies {
        let reply = text!("comments-answer", who = &reply.author, words = &reply.words);
        writeln!(out, "          {}", words.say(&reply)).expect(MEMORY);
    }
    for state in &c.states {
        writeln!(out, "          {state}").expect(MEMORY);
    }
    if let Some(doubt) = &c.doubt {
        writeln!(out, "          ? {doubt}").expect(MEMORY);
    }
    if !c.others.is_empty() {
        let others = text!("comments-also", fields = c.others.join(", "));
        writeln!(out, "          ? {}", words.say(&others)).expect(MEMORY);
    }
}

/// Heads of the columns, with their widths in characters.
fn columns() -> [(Text, f64); 13] {
    [
        (text!("department-head"), 12.0),
        (text!("effort-head"), 24.0),
        (text!("comments-page"), 7.0),
        (text!("comments-page-in-pdf"), 9.0),
        (text!("comments-field"), 34.0),
        (text!("comments-marked"), 40.0),
        (text!("comments-kind"), 16.0),
        (text!("comments-words"), 54.0),
        (text!("comments-suggestion"), 30.0),
        (text!("comments-from"), 20.0),
        (text!("comments-answers"), 40.0),
        (text!("comments-doubt"), 34.0),
        (text!("comments-path"), 40.0),
    ]
}

/// As a workbook (.xlsx), a row a comment. Its date is 1 January of the report's year.
///
/// # Errors
/// Where there are more comments than a sheet can hold.
pub fn xlsx(comments: &[Comment], report: &Report, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(u16::try_from(report.rapport.aar).unwrap_or(2000), 1, 1)?;
    let title = words.get("comments-title");
    book.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&made));
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name(&title)?.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
    for (column, (name, width)) in (0..).zip(columns()) {
        sheet.write_string_with_format(0, column, words.say(&name), &head)?;
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
            or(&c.folio),
            c.page.to_string(),
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
    sheet.autofilter(0, 0, last, columns().len() as u16 - 1)?;
    book.save_to_buffer()
}
