//! The sheet of one indsats: a row a question.

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Workbook, Worksheet, XlsxError};

use super::answer::{Answer, state_word};
use super::kinds;
use super::names::{
    ACTION, ANSWER, BEFORE, FIELD, HEADS, LABEL, LENGTH, LIST, MARK, OPEN, REMARK, SHEET, STATE,
    UNIT, cell, cell_name,
};
use super::question::{Kind, Question};
use super::style::Style;
use crate::report::model::{Indsats, Tilstand};
use crate::report::paper::{LINE, height};
use crate::text;
use crate::words::{Text, Words, plain};

/// Widths of the columns from [`LABEL`] on, in characters.
const WIDTHS: [f64; 8] = [26.0, 10.0, 48.0, 54.0, 17.0, 14.0, 14.0, 28.0];

/// Their heads.
fn heads() -> [Text; 8] {
    [
        text!("form-field"),
        text!("form-unit"),
        text!("form-before"),
        text!("form-now"),
        text!("form-state"),
        text!("form-text-state"),
        text!("form-length"),
        text!("form-remark"),
    ]
}

/// What a sheet tells the cover.
pub(super) struct Told {
    /// The sheet's name.
    pub sheet: String,
    /// Rows that count what is missing, from and to, from 0.
    pub rows: (u32, u32),
    /// Column that counts what is missing.
    pub column: u16,
    /// How many answers are missing.
    pub missing: u32,
    /// How many questions there are.
    pub asked: u32,
    /// Names to define: name and cell.
    pub names: Vec<(String, String)>,
}

/// Everything about the sheet but its questions.
pub(super) struct Sheet<'a> {
    pub name: String,
    pub indsats: &'a Indsats,
    /// Lines under the title.
    pub said: String,
    /// Characters that the spread has room for beside what stands there; negative where it is too
    /// much already; none where nobody has measured.
    pub room: Option<i64>,
    pub words: &'a Words,
}

/// Height of the row over a part, pt.
pub(super) const GROUP: f64 = 26.0;
/// Height of the row with the sheet's title, pt.
pub(super) const TITLE: f64 = 30.0;

/// Adds the sheet.
pub(super) fn add(
    book: &mut Workbook,
    style: &Style,
    of: &Sheet<'_>,
    questions: &[&Question],
) -> Result<Told, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(&of.name)?;
    head(sheet, style, of)?;
    let mut told = Told {
        sheet: of.name.clone(),
        rows: (HEADS + 1, HEADS + 1),
        column: OPEN,
        missing: 0,
        asked: 0,
        names: Vec::new(),
    };
    let mut row = HEADS + 1;
    let mut group = None;
    let room = of.room.map(|room| Room::new(room, questions));
    for question in questions {
        if group != Some(question.group) {
            group = Some(question.group);
            let title = of.words.say(&question.group.title());
            sheet.write_string_with_format(row, LABEL, title, &style.group)?;
            sheet.set_row_height(row, GROUP)?;
            row += 1;
        }
        ask(sheet, style, (row, of, room.as_ref()), question, &mut told)?;
        told.asked += 1;
        told.rows.1 = row;
        row += 1;
    }
    if let Some(room) = &room {
        let (formula, said) = room.said(of.words);
        let formula = Formula::new(formula).set_result(said);
        sheet.write_formula_with_format(2, LABEL, formula, &style.said)?;
    }
    sheet.set_print_area(0, LABEL, row.saturating_sub(1), REMARK)?;
    Ok(told)
}

fn head(sheet: &mut Worksheet, style: &Style, of: &Sheet<'_>) -> Result<(), XlsxError> {
    set_up(sheet, of.words)?;
    sheet.write_string_with_format(0, FIELD, SHEET, &style.hidden)?;
    sheet.write_string_with_format(1, FIELD, &of.indsats.id, &style.hidden)?;
    sheet.write_string_with_format(2, FIELD, LIST, &style.hidden)?;
    sheet.write_string_with_format(0, LABEL, &of.indsats.navn, &style.title)?;
    sheet.set_row_height(0, TITLE)?;
    sheet.write_string_with_format(1, LABEL, &of.said, &style.said)?;
    for ((col, name), width) in (LABEL..).zip(heads()).zip(WIDTHS) {
        sheet.write_string_with_format(HEADS, col, of.words.say(&name), &style.head)?;
        sheet.set_column_width(col, width)?;
    }
    sheet.set_row_height(HEADS, 2.0 * LINE + 2.0)?;
    sheet.set_column_hidden(OPEN)?;
    sheet.set_freeze_panes(HEADS + 1, UNIT)?;
    Ok(())
}

/// What all sheets with questions have: hidden columns, protection, paper.
pub(super) fn set_up(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    sheet.set_column_hidden(FIELD)?;
    sheet.set_column_hidden(MARK)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADS, HEADS)?;
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.2, 0.2);
    sheet.set_footer(words.get("form-footer"));
    let options = rust_xlsxwriter::ProtectionOptions {
        format_rows: true,
        format_columns: true,
        ..Default::default()
    };
    sheet.protect_with_options(&options);
    Ok(())
}

fn ask(
    sheet: &mut Worksheet,
    style: &Style,
    (row, of, room): (u32, &Sheet<'_>, Option<&Room>),
    question: &Question,
    told: &mut Told,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, FIELD, &question.field, &style.hidden)?;
    sheet.write_string_with_format(row, MARK, question.now.mark(), &style.hidden)?;
    sheet.write_string_with_format(row, LABEL, &question.label, &style.label)?;
    sheet.write_string_with_format(
        row,
        UNIT,
        kinds::unit(question.kind, of.words),
        &style.locked,
    )?;
    let before = question.before.as_deref().unwrap_or_default();
    sheet.write_string_with_format(row, BEFORE, before, &style.before)?;
    let shown = question.now.shown();
    let [label, _, earlier, answer, ..] = WIDTHS;
    let texts = [(question.label.as_str(), label), (before, earlier), (shown.as_str(), answer)];
    sheet.set_row_height(row, height(&texts))?;
    let format = kinds::format(style, question.kind, &question.now);
    kinds::put(sheet, (row, ANSWER), &question.now, format, true)?;
    if let Some(validation) = kinds::validation(question.kind, &question.label, of.words)? {
        sheet.add_data_validation(row, ANSWER, row, ANSWER, &validation)?;
    }
    let missing = match question.kind {
        Kind::Number(_) => number(sheet, style, row, question)?,
        Kind::Text { .. } => prose_or_words(sheet, style, row, room, question)?,
        Kind::Whole | Kind::YesNo | Kind::Bydele => {
            for col in [STATE, ACTION, LENGTH] {
                sheet.write_blank(row, col, &style.locked)?;
            }
            false
        }
    };
    told.missing += u32::from(missing);
    sheet.write_blank(row, REMARK, &style.text)?;
    let place = format!(
        "='{}'!${}${}",
        of.name.replace('\'', "''"),
        super::names::column(ANSWER.into()),
        row + 1
    );
    told.names.push((cell_name(&of.indsats.id, &question.field), place));
    Ok(())
}

/// The state of a number. Says whether it is missing.
fn number(
    sheet: &mut Worksheet,
    style: &Style,
    row: u32,
    question: &Question,
) -> Result<bool, XlsxError> {
    let state = match &question.now {
        Answer::Number(_, state) | Answer::State(state) => state_word(*state).unwrap_or_default(),
        _ => "",
    };
    sheet.write_string_with_format(row, STATE, state, &style.choice)?;
    sheet.add_data_validation(row, STATE, row, STATE, &kinds::states()?)?;
    for col in [ACTION, LENGTH] {
        sheet.write_blank(row, col, &style.locked)?;
    }
    let missing = matches!(question.now, Answer::Empty | Answer::State(Tilstand::Udfyldes));
    let (answer, state) = (cell(row, ANSWER.into()), cell(row, STATE.into()));
    let later = state_word(Tilstand::Udfyldes).unwrap_or_default();
    let to_come = format!("AND({answer}=\"\",OR({state}=\"\",{state}=\"{later}\"))");
    is_missing(sheet, style, (row, ANSWER), &to_come, missing)?;
    Ok(missing)
}

/// What becomes of a text of last year, and its length. Says whether somebody must look at it.
fn prose_or_words(
    sheet: &mut Worksheet,
    style: &Style,
    row: u32,
    room: Option<&Room>,
    question: &Question,
) -> Result<bool, XlsxError> {
    sheet.write_blank(row, STATE, &style.locked)?;
    let (answer, action) = (cell(row, ANSWER.into()), cell(row, ACTION.into()));
    let prose = matches!(question.kind, Kind::Text { prose: true });
    if prose || question.open || question.optional {
        sheet.write_blank(row, ACTION, &style.choice)?;
        let actions = kinds::actions(question.optional)?;
        sheet.add_data_validation(row, ACTION, row, ACTION, &actions)?;
    } else {
        sheet.write_blank(row, ACTION, &style.locked)?;
    }
    if question.open {
        is_missing(sheet, style, (row, ACTION), &format!("{action}=\"\""), true)?;
    }
    let length = length(question);
    let counted = Formula::new(format!("=LEN({answer})")).set_result(length.to_string());
    sheet.write_formula_with_format(row, LENGTH, counted, &style.locked)?;
    if let Some(room) = room {
        // Red is what has grown, while all of it together is too much.
        let rule = format!("=AND(LEN({answer})>{length},{}<0)", room.left);
        let over = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&style.over);
        sheet.add_conditional_format(row, LENGTH, row, LENGTH, &over)?;
    }
    Ok(question.open)
}

/// Colours a cell while something is missing, and counts it for the cover.
fn is_missing(
    sheet: &mut Worksheet,
    style: &Style,
    (row, col): (u32, u16),
    rule: &str,
    now: bool,
) -> Result<(), XlsxError> {
    let format = ConditionalFormatFormula::new()
        .set_rule(format!("={rule}").as_str())
        .set_format(&style.missing);
    sheet.add_conditional_format(row, col, row, col, &format)?;
    let count = Formula::new(format!("=IF({rule},1,0)")).set_result(u8::from(now).to_string());
    sheet.write_formula(row, OPEN, count)?;
    Ok(())
}

/// The room that a spread has left, which all texts of the sheet share.
struct Room {
    /// Characters left now; negative where it is too much already.
    now: i64,
    /// The same as a formula that counts what is written.
    left: String,
}

impl Room {
    fn new(now: i64, questions: &[&Question]) -> Self {
        let written: usize = questions.iter().map(|q| length(q)).sum();
        let all = i64::try_from(written).unwrap_or(i64::MAX).saturating_add(now);
        let column = super::names::column(LENGTH.into());
        // Parts have a row of their own; a row more or less is empty.
        let last = HEADS as usize + 2 * questions.len() + 2;
        Self { now, left: format!("({all}-SUM(${column}${}:${column}${last}))", HEADS + 2) }
    }

    /// What stands over the questions: a formula, and what it says now.
    fn said(&self, words: &Words) -> (String, String) {
        let said = |room: Text, over: bool| {
            let said = if over {
                text!("form-no-room", over = room)
            } else {
                text!("form-room", room = room)
            };
            words.say(&said)
        };
        let formula = |over: bool| {
            let number = if over { format!("-{}", self.left) } else { self.left.clone() };
            let words = said(plain('\u{0}'), over).replace('"', "\"\"");
            let (before, after) = words.split_once('\u{0}').unwrap_or((&words, ""));
            format!("\"{before}\"&{number}&\"{after}\"")
        };
        let formula = format!("=IF({}<0,{},{})", self.left, formula(true), formula(false));
        (formula, said(plain(self.now.abs()), self.now < 0))
    }
}

/// Characters of the text that a question has now.
fn length(question: &Question) -> usize {
    match (&question.kind, &question.now) {
        (Kind::Text { .. }, Answer::Text(text)) => text.chars().count(),
        _ => 0,
    }
}
