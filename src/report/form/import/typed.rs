//! What a cell says as an answer to its question, with what must be told about how it was read.

use super::given::Given;
use crate::report::danish;
use crate::report::form::answer::{Answer, state_named};
use crate::report::form::numbers::{self, No};
use crate::report::form::question::Kind;
use crate::report::form::read::Said;
use crate::report::model::{Bydel, Enhed, Tal, Tilstand};

/// What comes of a cell: the answer and what to tell about it, or why it is none and what to do.
pub(super) type Typed = Result<(Answer, Vec<String>), (String, &'static str)>;

/// Reads the cell of a question. `now` is what the data says.
pub(super) fn typed(given: &Given, kind: Kind, now: &Answer, bydele: &[Bydel]) -> Typed {
    let mut told = Vec::new();
    if let Some(cell) = given.cell.as_ref().filter(|cell| cell.formula) {
        if cell.said == Said::NotCalculated {
            let words = "formlen er ikke regnet ud".to_owned();
            return Err((
                words,
                "åbn skemaet, gem det igen, eller skriv tallet i stedet for formlen",
            ));
        }
        told.push("svaret er en formel; dens resultat er brugt".to_owned());
    }
    let said = given.cell.as_ref().map(|cell| &cell.said);
    if let Some(Said::Error(error)) = said {
        return Err((format!("formlen giver fejlen {error}"), "skriv tallet i stedet for formlen"));
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

const DATE: &str = "skriv tallet med en apostrof foran ('3-4), eller formatér cellen som tal";

/// The number that a cell holds, whatever its form; none where it holds words or nothing.
fn plain(
    given: &Given,
    enhed: Enhed,
    told: &mut Vec<String>,
) -> Result<Option<f64>, (String, &'static str)> {
    let Some(cell) = &given.cell else { return Ok(None) };
    match &cell.said {
        Said::Number(n) if !n.is_finite() => Err(("tallet er for stort".to_owned(), "ret tallet")),
        Said::Number(n) if cell.percent && enhed == Enhed::Pct => {
            let n = (n * 1e10).round() / 1e8;
            told.push(format!("procent i cellen er læst som {}", danish::tal(Tal::Decimal(n))));
            Ok(Some(n))
        }
        Said::Number(_) if cell.percent => {
            Err(("tallet er en procent, men feltet er det ikke".to_owned(), "skriv tallet uden %"))
        }
        Said::Number(n) => Ok(Some(*n)),
        Said::Date(date) => Err((format!("her står en dato ({date}), ikke et tal"), DATE)),
        Said::YesNo(_) => Err(("her står ja eller nej, ikke et tal".to_owned(), "skriv tallet")),
        Said::Text(_) | Said::Error(_) | Said::NotCalculated => Ok(None),
    }
}

fn words_as_number(
    text: &str,
    enhed: Enhed,
    told: &mut Vec<String>,
) -> Result<(f64, Option<Tilstand>), (String, &'static str)> {
    match numbers::read(text, is_whole(enhed)) {
        Ok(read) => {
            let shown = danish::tal(Tal::Decimal(read.number));
            told.push(format!("»{}« er læst som {shown}", text.trim()));
            Ok((read.number, read.state))
        }
        Err(No::TwoWays) => {
            let words = format!(
                "»{}« kan være {} og {}",
                text.trim(),
                text.trim().replace(',', "."),
                text.trim()
            );
            Err((words, "skriv tallet uden skilletegn: 1234"))
        }
        Err(No::Words) => Err((
            format!("»{}« er ikke et tal", shortened(text)),
            "skriv tallet alene, eller lad cellen stå tom, og vælg tilstand",
        )),
    }
}

fn number(
    given: &Given,
    enhed: Enhed,
    told: &mut Vec<String>,
) -> Result<Answer, (String, &'static str)> {
    let chosen = match &given.state {
        None => None,
        Some(word) => Some(state_named(word).ok_or_else(|| {
            (format!("tilstanden »{}« kendes ikke", shortened(word)), "vælg en tilstand på listen")
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
        told.push(format!(
            "{} % er under én procent: er det meningen?",
            danish::tal(Tal::Decimal(n))
        ));
    }
    let sure = [Tilstand::Endelig, Tilstand::Foreloebig, Tilstand::Anslaaet];
    Ok(match chosen {
        Some(state) if sure.contains(&state) => Answer::Number(n, said.unwrap_or(state)),
        // A number that is still the old one beside a state without number: the state was chosen.
        Some(state @ (Tilstand::Mangler | Tilstand::Diskretion))
            if sure.iter().any(|s| Answer::Number(n, *s).mark() == given.mark) =>
        {
            told.push(
                "tallet stod der endnu, men tilstanden siger, at der ikke er noget".to_owned(),
            );
            Answer::State(state)
        }
        // The state that stood there before the number was typed.
        _ => Answer::Number(n, said.unwrap_or(Tilstand::Endelig)),
    })
}

fn without_number(
    given: &Given,
    chosen: Option<Tilstand>,
) -> Result<Answer, (String, &'static str)> {
    match chosen {
        Some(state @ (Tilstand::Mangler | Tilstand::Diskretion | Tilstand::Udfyldes)) => {
            Ok(Answer::State(state))
        }
        None if given.mark == Answer::Empty.mark() => Ok(Answer::Empty),
        _ => Err((
            "tallet er slettet, men tilstanden siger ikke hvorfor".to_owned(),
            "vælg »mangler endnu«, »kan ikke opgøres« eller »tilbageholdt«",
        )),
    }
}

fn table_number(
    given: &Given,
    enhed: Enhed,
    now: &Answer,
    told: &mut Vec<String>,
) -> Result<Answer, (String, &'static str)> {
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
        told.push("et tal står, hvor der før stod ord".to_owned());
    }
    match plain(given, enhed, told)? {
        Some(n) => Ok(Answer::Number(n, Tilstand::Endelig)),
        None if given.mark == Answer::Empty.mark() => Ok(Answer::Empty),
        None if words => Ok(Answer::Empty),
        None => Err((
            "tallet er slettet".to_owned(),
            "skriv »mangler endnu«, »kan ikke opgøres« eller »tilbageholdt« i cellen",
        )),
    }
}

fn whole(given: &Given, told: &mut Vec<String>) -> Result<Answer, (String, &'static str)> {
    let read = match given.cell.as_ref().map(|c| &c.said) {
        Some(Said::Text(text)) => Some(words_as_number(text, Enhed::Antal, told)?.0),
        _ => plain(given, Enhed::Antal, told)?,
    };
    match read {
        Some(n) if n.fract() == 0.0 && n >= 0.0 => Ok(Answer::Number(n, Tilstand::Endelig)),
        Some(_) => Err(("her skal stå et helt tal".to_owned(), "skriv et helt tal uden decimaler")),
        None => Ok(Answer::Empty),
    }
}

fn text(said: Option<&Said>) -> Result<Answer, (String, &'static str)> {
    Ok(match said {
        None | Some(Said::NotCalculated | Said::Error(_)) => Answer::Empty,
        Some(Said::Text(text)) => Answer::text(text),
        Some(Said::Number(n)) => Answer::Text(danish::tal(Tal::Decimal(*n))),
        Some(Said::YesNo(yes)) => Answer::Text(Answer::YesNo(*yes).shown()),
        Some(Said::Date(date)) => {
            let words = format!("her står en dato ({date}), ikke en tekst");
            return Err((words, "formatér cellen som tekst, og skriv ordene igen"));
        }
    })
}

fn yes_no(said: Option<&Said>) -> Result<Answer, (String, &'static str)> {
    match said {
        None => Ok(Answer::Empty),
        Some(Said::YesNo(yes)) => Ok(Answer::YesNo(*yes)),
        Some(Said::Number(n)) if *n == 1.0 || *n == 0.0 => Ok(Answer::YesNo(*n == 1.0)),
        Some(Said::Text(text)) => match text.trim().to_lowercase().as_str() {
            "ja" | "j" | "x" | "sand" | "true" => Ok(Answer::YesNo(true)),
            "nej" | "n" | "falsk" | "false" => Ok(Answer::YesNo(false)),
            other => Err((
                format!("»{}« er hverken ja eller nej", shortened(other)),
                "vælg ja eller nej",
            )),
        },
        Some(_) => Err(("her skal stå ja eller nej".to_owned(), "vælg ja eller nej")),
    }
}

fn names(said: Option<&Said>, bydele: &[Bydel]) -> Result<Answer, (String, &'static str)> {
    let Some(said) = said else { return Ok(Answer::Names(Vec::new())) };
    let Said::Text(text) = said else {
        return Err(("her skal stå navne på bydele".to_owned(), "skriv navnene med komma imellem"));
    };
    let mut names = Vec::new();
    for name in text.replace([';', '\n'], ",").replace(" og ", ",").split(',') {
        let name = name.trim();
        if name.is_empty() {
            continue;
        }
        if !bydele.iter().any(|b| b.hedder(name)) {
            let words = format!("»{}« er ikke en bydel, som rapporten kender", shortened(name));
            return Err((words, "skriv bydelenes navne som i bydele.toml, med komma imellem"));
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
