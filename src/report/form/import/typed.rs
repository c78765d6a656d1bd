//! What a cell says as an answer to its question, with what must be told about how it was read.

use super::given::Given;
use crate::report::danish;
use crate::report::form::answer::{Answer, state_named};
use crate::report::form::numbers::{self, No};
use crate::report::form::question::Kind;
use crate::report::form::read::Said;
use crate::report::model::{Bydel, Enhed, Tal, Tilstand};
use crate::text;
use crate::words::Text;

/// What comes of a cell: the answer and what to tell about it, or why it is none and what to do.
pub(super) type Typed = Result<(Answer, Vec<Text>), (Text, Text)>;

/// Reads the cell of a question. `now` is what the data says.
pub(super) fn typed(given: &Given, kind: Kind, now: &Answer, bydele: &[Bydel]) -> Typed {
    let mut told = Vec::new();
    if let Some(cell) = given.cell.as_ref().filter(|cell| cell.formula) {
        if cell.said == Said::NotCalculated {
            return Err((text!("form-formula-open"), text!("form-formula-open-hint")));
        }
        told.push(text!("form-formula-used"));
    }
    let said = given.cell.as_ref().map(|cell| &cell.said);
    if let Some(Said::Error(error)) = said {
        let words = text!("form-formula-fault", fault = error.as_str());
        return Err((words, text!("form-formula-fault-hint")));
    }
    let answer = match kind {
        Kind::Number(enhed) if given.in_table => table_number(given, enhed, now, &mut told)?,
        Kind::Number(enhed) => number(given, enhed, &mut told)?,
        Kind::Whole => whole(given, &mut told)?,
        Kind::Text { .. } => text(said)?,
        Kind::YesNo => yes_no(said)?,
        Kind::Bydele => names(said, bydele)?,
    };
    Ok((answer, told))
}

fn is_whole(enhed: Enhed) -> bool {
    matches!(enhed, Enhed::Kr | Enhed::Personer | Enhed::Antal)
}

/// Whether a number is beyond those that are whole to the last digit, and beyond any in a report.
fn is_too_large(n: f64) -> bool {
    !n.is_finite() || n.abs() >= 1e15
}

fn too_large() -> (Text, Text) {
    (text!("form-too-large"), text!("form-too-large-hint"))
}

/// The number that a cell holds, whatever its form; none where it holds words or nothing.
fn plain(given: &Given, enhed: Enhed, told: &mut Vec<Text>) -> Result<Option<f64>, (Text, Text)> {
    let Some(cell) = &given.cell else { return Ok(None) };
    match &cell.said {
        Said::Number(n) if is_too_large(*n) => Err(too_large()),
        Said::Number(n) if cell.percent && enhed == Enhed::Pct => {
            let n = (n * 1e10).round() / 1e8;
            let value = danish::tal(Tal::Decimal(n));
            told.push(text!("form-percent-cell", value = value));
            Ok(Some(n))
        }
        Said::Number(_) if cell.percent => {
            Err((text!("form-percent-wrong"), text!("form-percent-wrong-hint")))
        }
        Said::Number(n) => Ok(Some(*n)),
        Said::Date(date) => Err((
            text!("form-date-for-number", date = date.as_str()),
            text!("form-date-for-number-hint"),
        )),
        Said::YesNo(_) => Err((text!("form-yes-for-number"), text!("form-yes-for-number-hint"))),
        Said::Text(_) | Said::Error(_) | Said::NotCalculated => Ok(None),
    }
}

fn words_as_number(
    text: &str,
    enhed: Enhed,
    told: &mut Vec<Text>,
) -> Result<(f64, Option<Tilstand>), (Text, Text)> {
    match numbers::read(text, is_whole(enhed)) {
        Ok(read) if is_too_large(read.number) => Err(too_large()),
        Ok(read) => {
            let shown = danish::tal(Tal::Decimal(read.number));
            // `1.234` tells nobody that it was not read as 1,234.
            let shown = if shown == text.trim() { shown.replace('.', "") } else { shown };
            // `18` can be read in no other way.
            if shown != text.trim() {
                told.push(text!("form-read-as", typed = text.trim(), value = shown));
            }
            Ok((read.number, read.state))
        }
        Err(No::TwoWays) => {
            let typed = text.trim();
            let words = text!("form-two-ways", typed = typed, other = typed.replace(',', "."));
            Err((words, text!("form-two-ways-hint")))
        }
        Err(No::Words) => {
            Err((text!("form-no-number", typed = shortened(text)), text!("form-no-number-hint")))
        }
    }
}

fn number(given: &Given, enhed: Enhed, told: &mut Vec<Text>) -> Result<Answer, (Text, Text)> {
    let chosen = match &given.state {
        None => None,
        Some(word) => Some(state_named(word).ok_or_else(|| {
            (text!("form-no-state", typed = shortened(word)), text!("form-no-state-hint"))
        })?),
    };
    let mut read = plain(given, enhed, told)?;
    let mut said = None;
    if let Some(Said::Text(text)) = given.cell.as_ref().map(|c| &c.said) {
        if let Some(state) = state_named(text) {
            return Ok(Answer::State(state));
        }
        let (number, state) = words_as_number(text, enhed, told)?;
        (read, said) = (Some(number), state);
    }
    let Some(n) = read else { return without_number(given, chosen) };
    if enhed == Enhed::Pct && n > 0.0 && n < 1.0 {
        told.push(text!("form-below-one", value = danish::tal(Tal::Decimal(n))));
    }
    let sure = [Tilstand::Endelig, Tilstand::Foreloebig, Tilstand::Anslaaet];
    Ok(match chosen {
        Some(state) if sure.contains(&state) => Answer::Number(n, said.unwrap_or(state)),
        // A number that is still the old one beside a state without number: the state was chosen.
        Some(state @ (Tilstand::Mangler | Tilstand::Diskretion))
            if sure.iter().any(|s| Answer::Number(n, *s).mark() == given.mark) =>
        {
            told.push(text!("form-number-left"));
            Answer::State(state)
        }
        // The state that stood there before the number was typed.
        _ => Answer::Number(n, said.unwrap_or(Tilstand::Endelig)),
    })
}

fn without_number(given: &Given, chosen: Option<Tilstand>) -> Result<Answer, (Text, Text)> {
    match chosen {
        Some(state @ (Tilstand::Mangler | Tilstand::Diskretion | Tilstand::Udfyldes)) => {
            Ok(Answer::State(state))
        }
        None if given.mark == Answer::Empty.mark() => Ok(Answer::Empty),
        _ => Err((text!("form-number-gone"), text!("form-number-gone-hint"))),
    }
}

fn table_number(
    given: &Given,
    enhed: Enhed,
    now: &Answer,
    told: &mut Vec<Text>,
) -> Result<Answer, (Text, Text)> {
    let said = given.cell.as_ref().map(|cell| &cell.said);
    let words = enhed == Enhed::Tekst || matches!(now, Answer::Text(_));
    if let Some(Said::Text(text)) = said {
        let text = text.trim();
        if let Some(state) = state_named(text) {
            return Ok(Answer::State(state));
        }
        if let Some((a, b)) = text.split_once(" / ").or_else(|| text.split_once('/'))
            && let (Ok(a), Ok(b)) = (numbers::read(a, false), numbers::read(b, false))
            && matches!(now, Answer::Pair(_))
        {
            return Ok(Answer::Pair([a.number, b.number]));
        }
        if words || matches!(text, "-" | "–") {
            let said = if text == "–" { "-" } else { text };
            return Ok(Answer::Text(said.to_owned()));
        }
        let (number, state) = words_as_number(text, enhed, told)?;
        return Ok(Answer::Number(number, state.unwrap_or(Tilstand::Endelig)));
    }
    if let (true, Some(Said::Number(_))) = (matches!(now, Answer::Text(t) if t != "-"), said) {
        told.push(text!("form-number-for-words"));
    }
    match plain(given, enhed, told)? {
        Some(n) => Ok(Answer::Number(n, Tilstand::Endelig)),
        None if given.mark == Answer::Empty.mark() => Ok(Answer::Empty),
        None if words => Ok(Answer::Empty),
        None => Err((text!("form-cell-gone"), text!("form-cell-gone-hint"))),
    }
}

fn whole(given: &Given, told: &mut Vec<Text>) -> Result<Answer, (Text, Text)> {
    let read = match given.cell.as_ref().map(|c| &c.said) {
        Some(Said::Text(text)) => Some(words_as_number(text, Enhed::Antal, told)?.0),
        _ => plain(given, Enhed::Antal, told)?,
    };
    match read {
        Some(n) if n.fract() == 0.0 && n >= 0.0 => Ok(Answer::Number(n, Tilstand::Endelig)),
        Some(_) => Err((text!("form-whole"), text!("form-whole-hint"))),
        None => Ok(Answer::Empty),
    }
}

fn text(said: Option<&Said>) -> Result<Answer, (Text, Text)> {
    Ok(match said {
        None | Some(Said::NotCalculated | Said::Error(_)) => Answer::Empty,
        Some(Said::Text(text)) => Answer::text(text),
        Some(Said::Number(n)) => Answer::Text(danish::tal(Tal::Decimal(*n))),
        Some(Said::YesNo(yes)) => Answer::Text(Answer::YesNo(*yes).shown()),
        Some(Said::Date(date)) => {
            let words = text!("form-date-for-text", date = date.as_str());
            return Err((words, text!("form-date-for-text-hint")));
        }
    })
}

fn yes_no(said: Option<&Said>) -> Result<Answer, (Text, Text)> {
    match said {
        None => Ok(Answer::Empty),
        Some(Said::YesNo(yes)) => Ok(Answer::YesNo(*yes)),
        Some(Said::Number(n)) if *n == 1.0 || *n == 0.0 => Ok(Answer::YesNo(*n == 1.0)),
        Some(Said::Text(text)) => match text.trim().to_lowercase().as_str() {
            "ja" | "j" | "x" | "sand" | "true" => Ok(Answer::YesNo(true)),
            "nej" | "n" | "falsk" | "false" => Ok(Answer::YesNo(false)),
            other => Err((
                text!("form-yes-or-no-word", typed = shortened(other)),
                text!("form-yes-or-no-hint"),
            )),
        },
        Some(_) => Err((text!("form-yes-or-no"), text!("form-yes-or-no-hint"))),
    }
}

fn names(said: Option<&Said>, bydele: &[Bydel]) -> Result<Answer, (Text, Text)> {
    let Some(said) = said else { return Ok(Answer::Names(Vec::new())) };
    let Said::Text(text) = said else {
        return Err((text!("form-districts"), text!("form-districts-hint")));
    };
    let mut names = Vec::new();
    for name in text.replace([';', '\n'], ",").replace(" og ", ",").split(',') {
        let name = name.trim();
        if name.is_empty() {
            continue;
        }
        if !bydele.iter().any(|b| b.is_named(name)) {
            let words = text!("form-no-district", typed = shortened(name));
            return Err((words, text!("form-no-district-hint")));
        }
        names.push(name.to_owned());
    }
    Ok(Answer::Names(names))
}

/// Words that are not too long for a message.
fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.chars().count() {
        0..=60 => text.to_owned(),
        _ => format!("{} …", text.chars().take(60).collect::<String>()),
    }
}
