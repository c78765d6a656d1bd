//! What a cell says as an answer to its question, with what must be told about how it was read.

use super::given::Given;
use crate::report::danish;
use crate::report::form::answer::{Answer, state_named, state_word};
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

/// The number and state that words name; in a table there is no other place for a state.
fn words_as_number(
    text: &str,
    enhed: Enhed,
    in_table: bool,
) -> Result<(f64, Option<Tilstand>), (Text, Text)> {
    match numbers::read(text, is_whole(enhed)) {
        Ok(read) if is_too_large(read.number) => Err(too_large()),
        Ok(read) => Ok((read.number, read.state)),
        Err(No::TwoWays) => {
            let typed = text.trim();
            let words = text!("form-two-ways", typed = typed, other = typed.replace(',', "."));
            Err((words, text!("form-two-ways-hint")))
        }
        Err(No::Words) => {
            let words = text!("form-no-number", typed = shortened(text));
            Err(match in_table {
                true => (words, text!("form-no-number-cell-hint")),
                false => (words, text!("form-no-number-hint")),
            })
        }
    }
}

/// Tells as what words were read, where that is not what they say.
fn read_as(text: &str, answer: &Answer, told: &mut Vec<Text>) {
    let (shown, text) = (answer.shown(), text.trim());
    // Marks that are only put in for the eye: `1600` is no other number as `1.600`.
    if !text.contains('.') && shown.replace('.', "") == text {
        return;
    }
    // `1.234` tells nobody that it was not read as 1,234; `18` can be read in no other way.
    let shown = if shown == text { shown.replace('.', "") } else { shown };
    if shown != text {
        told.push(text!("form-read-as", typed = text, value = shown));
    }
}

fn number(given: &Given, enhed: Enhed, told: &mut Vec<Text>) -> Result<Answer, (Text, Text)> {
    let chosen = chosen(given)?;
    if let Some(Said::Text(text)) = given.cell.as_ref().map(|c| &c.said) {
        return of_words(given, enhed, text, chosen, told);
    }
    match plain(given, enhed, told)? {
        Some(n) => settled(given, (n, None), enhed, chosen, told),
        None => without_number(given, chosen),
    }
}

/// The state that was chosen beside the cell.
fn chosen(given: &Given) -> Result<Option<Tilstand>, (Text, Text)> {
    let named = |word: &String| {
        state_named(word).ok_or_else(|| {
            (text!("form-no-state", typed = shortened(word)), text!("form-no-state-hint"))
        })
    };
    given.state.as_ref().map(named).transpose()
}

/// A number or a state that is written as words.
fn of_words(
    given: &Given,
    enhed: Enhed,
    text: &str,
    chosen: Option<Tilstand>,
    told: &mut Vec<Text>,
) -> Result<Answer, (Text, Text)> {
    if let Some(state) = without(text) {
        // What is to be withheld is, whatever else the cell says.
        let withheld = chosen.filter(|chosen| *chosen == Tilstand::Diskretion);
        return Ok(Answer::State(withheld.unwrap_or(state)));
    }
    let (number, said) = words_as_number(text, enhed, given.in_table)?;
    let answer = settled(given, (number, said), enhed, chosen, told)?;
    if let Answer::Number(..) = &answer {
        let read = Answer::Number(number, said.unwrap_or_default());
        read_as(text, &read, told);
    }
    Ok(answer)
}

/// The state without a number that words name.
fn without(text: &str) -> Option<Tilstand> {
    let none = [Tilstand::Mangler, Tilstand::Diskretion, Tilstand::Udfyldes];
    state_named(text).filter(|state| none.contains(state))
}

/// A number, with the state that its own words say, and the one that is chosen beside it.
fn settled(
    given: &Given,
    (n, said): (f64, Option<Tilstand>),
    enhed: Enhed,
    chosen: Option<Tilstand>,
    told: &mut Vec<Text>,
) -> Result<Answer, (Text, Text)> {
    if enhed == Enhed::Pct && n > 0.0 && n < 1.0 {
        told.push(text!("form-below-one", value = danish::tal(Tal::Decimal(n))));
    }
    let sure = [Tilstand::Endelig, Tilstand::Foreloebig, Tilstand::Anslaaet];
    let none = [Tilstand::Mangler, Tilstand::Diskretion, Tilstand::Udfyldes];
    // »mangler endnu« may have stood there before the number was typed, unless it was chosen now.
    let holds = chosen
        .filter(|state| none.contains(state))
        .filter(|state| *state != Tilstand::Udfyldes || given.chosen);
    Ok(match chosen {
        Some(state) if sure.contains(&state) => Answer::Number(n, said.unwrap_or(state)),
        // A number that is still the old one beside a state without number: the state was chosen.
        Some(state)
            if holds.is_some()
                && sure.iter().any(|s| Answer::Number(n, *s).mark() == given.mark) =>
        {
            told.push(text!("form-number-left"));
            Answer::State(state)
        }
        Some(state) if holds.is_some() => {
            return Err(both(&danish::tal(Tal::Decimal(n)), state));
        }
        _ => Answer::Number(n, said.unwrap_or_default()),
    })
}

/// A number beside a state that says that there is none: only who typed it knows which holds.
fn both(number: &str, state: Tilstand) -> (Text, Text) {
    let state = state_word(state).unwrap_or_default();
    let words = text!("form-number-and-state", number = number, state = state);
    (words, text!("form-number-and-state-hint"))
}

fn without_number(given: &Given, chosen: Option<Tilstand>) -> Result<Answer, (Text, Text)> {
    let is_new = given.mark == Answer::Empty.mark();
    match chosen {
        Some(state @ (Tilstand::Mangler | Tilstand::Diskretion | Tilstand::Udfyldes)) => {
            Ok(Answer::State(state))
        }
        None if is_new => Ok(Answer::Empty),
        // There was none that could be deleted.
        Some(state) if is_new => {
            let state = state_word(state).unwrap_or_default();
            Err((text!("form-number-none", state = state), text!("form-number-none-hint")))
        }
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
    // Only on the page is there a place for a state beside the cell.
    let chosen = chosen(given)?;
    if let Some(Said::Text(text)) = said {
        let text = text.trim();
        if let Some((a, b)) = text.split_once(" / ").or_else(|| text.split_once('/'))
            && let (Ok(a), Ok(b)) = (numbers::read(a, false), numbers::read(b, false))
            && matches!(now, Answer::Pair(_))
        {
            return Ok(Answer::Pair([a.number, b.number]));
        }
        if without(text).is_none() && (words || matches!(text, "-" | "–")) {
            if let Some(state @ (Tilstand::Mangler | Tilstand::Diskretion)) = chosen {
                return Err(both(text, state));
            }
            let said = if text == "–" { "-" } else { text };
            return Ok(Answer::Text(said.to_owned()));
        }
        return of_words(given, enhed, text, chosen, told);
    }
    if let (true, Some(Said::Number(_))) = (matches!(now, Answer::Text(t) if t != "-"), said) {
        told.push(text!("form-number-for-words"));
    }
    match plain(given, enhed, told)? {
        Some(n) => settled(given, (n, None), enhed, chosen, told),
        None if chosen.is_some() => without_number(given, chosen),
        None if given.mark == Answer::Empty.mark() => Ok(Answer::Empty),
        None if words => Ok(Answer::Empty),
        None => Err((text!("form-cell-gone"), text!("form-cell-gone-hint"))),
    }
}

fn whole(given: &Given, told: &mut Vec<Text>) -> Result<Answer, (Text, Text)> {
    let read = match given.cell.as_ref().map(|c| &c.said) {
        Some(Said::Text(text)) => {
            let (n, _) = words_as_number(text, Enhed::Antal, given.in_table)?;
            read_as(text, &Answer::Number(n, Tilstand::Endelig), told);
            Some(n)
        }
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
