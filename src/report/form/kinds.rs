//! The cell of one answer: its content, its format, what may be typed.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Worksheet, XlsxError,
};

use super::answer::{Answer, state_word};
use super::names::ACTIONS;
use super::question::Kind;
use super::style::Style;
use crate::report::model::{Enhed, Tilstand};
use crate::report::raw::unit_word;
use crate::text;
use crate::words::{Text, Words};

/// States that a form offers, in this order.
pub const STATES: [Tilstand; 6] = [
    Tilstand::Endelig,
    Tilstand::Foreloebig,
    Tilstand::Anslaaet,
    Tilstand::Udfyldes,
    Tilstand::Mangler,
    Tilstand::Diskretion,
];

/// Unit in words.
#[must_use]
pub fn unit(kind: Kind, words: &Words) -> String {
    match kind {
        Kind::Number(enhed) => unit_word(enhed).to_owned(),
        Kind::YesNo => words.get("form-unit-yes-no"),
        Kind::Bydele => words.get("form-unit-districts"),
        Kind::Text { .. } | Kind::Whole => String::new(),
    }
}

/// Whether numbers of the unit are whole.
fn is_whole(enhed: Enhed) -> bool {
    matches!(enhed, Enhed::Kr | Enhed::Personer | Enhed::Antal)
}

/// The format of an answer's cell.
pub(super) fn format<'s>(style: &'s Style, kind: Kind, now: &Answer) -> &'s Format {
    let fraction = matches!(now, Answer::Number(n, _) if n.fract() != 0.0);
    match kind {
        Kind::Number(enhed) if is_whole(enhed) && !fraction => &style.whole,
        Kind::Number(_) | Kind::Whole => &style.decimal,
        Kind::YesNo => &style.choice,
        Kind::Text { .. } | Kind::Bydele => &style.text,
    }
}

/// Writes an answer: a bare number as a number, all else as words. With `states` in a column of
/// their own the cell holds the number alone.
pub(super) fn put(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    now: &Answer,
    format: &Format,
    states_apart: bool,
) -> Result<(), XlsxError> {
    match now {
        Answer::Number(n, state) if states_apart || *state == Tilstand::Endelig => {
            sheet.write_number_with_format(row, col, *n, format)?;
        }
        Answer::Empty | Answer::State(Tilstand::Udfyldes) => {
            sheet.write_blank(row, col, format)?;
        }
        Answer::State(_) if states_apart => {
            sheet.write_blank(row, col, format)?;
        }
        other => {
            sheet.write_string_with_format(row, col, other.shown(), format)?;
        }
    }
    Ok(())
}

/// What may be typed into an answer's cell. Guidance: pasting does away with it, so that all is
/// looked at again when the form comes back.
pub(super) fn validation(
    kind: Kind,
    label: &str,
    words: &Words,
) -> Result<Option<DataValidation>, XlsxError> {
    let title: String = label.chars().take(30).collect();
    let help = |said: Text| -> Result<DataValidation, XlsxError> {
        DataValidation::new().set_input_title(title.clone())?.set_input_message(words.say(&said))
    };
    Ok(Some(match kind {
        Kind::Number(enhed) => {
            let said = match enhed {
                Enhed::Kr => text!("form-help-kr"),
                Enhed::Pct => text!("form-help-percent"),
                _ => text!("form-help-number"),
            };
            help(said)?
                .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                .set_error_title(words.get("form-help-not-a-number"))?
                .set_error_message(words.get("form-help-numbers-only"))?
                .set_error_style(DataValidationErrorStyle::Warning)
        }
        Kind::Whole => help(text!("form-help-whole"))?
            .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
            .set_error_style(DataValidationErrorStyle::Warning),
        // As `Answer::shown` says it, and as it is read again.
        Kind::YesNo => help(text!("form-help-yes-no"))?.allow_list_strings(&["ja", "nej"])?,
        Kind::Bydele => help(text!("form-help-districts"))?,
        Kind::Text { prose: true } => help(text!("form-help-prose"))?,
        Kind::Text { prose: false } => return Ok(None),
    }))
}

/// The list of states.
pub(super) fn states() -> Result<DataValidation, XlsxError> {
    DataValidation::new().allow_list_strings(&STATES.map(|s| state_word(s).unwrap_or_default()))
}

/// The list of what becomes of a text of last year.
pub(super) fn actions(optional: bool) -> Result<DataValidation, XlsxError> {
    let offered = if optional { &ACTIONS[..] } else { &ACTIONS[..2] };
    DataValidation::new().allow_list_strings(offered)
}
