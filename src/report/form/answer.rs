//! What a field or a cell of a form says, evened out so that the two can be compared.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use toml::Value;

use crate::report::danish;
use crate::report::edit;
use crate::report::model::{Celle, Tal, Tilstand, Vaerdi};

/// What a field or a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nothing.
    Empty,
    /// Words, paragraphs in a line each.
    Text(String),
    /// A number and how sure it is.
    Number(f64, Tilstand),
    /// No number, and why.
    State(Tilstand),
    /// Two numbers that stand together.
    Pair([f64; 2]),
    /// Yes or no.
    YesNo(bool),
    /// Names.
    Names(Vec<String>),
}

impl Answer {
    /// Words of a data file.
    #[must_use]
    pub fn text(text: &str) -> Self {
        let shown = edit::unwrap(text);
        if shown.is_empty() { Self::Empty } else { Self::Text(shown) }
    }

    /// A number and its state.
    #[must_use]
    pub fn number(n: f64, state: Tilstand) -> Self {
        Self::Number(n, state)
    }

    /// A value of the data.
    #[must_use]
    pub fn value(v: &Vaerdi) -> Self {
        match v.tal() {
            Some(tal) => Self::Number(tal.f64(), v.tilstand()),
            None => Self::State(v.tilstand()),
        }
    }

    /// A cell of a table of the data.
    #[must_use]
    pub fn cell(cell: &Celle) -> Self {
        match cell {
            Celle::Par(par) => Self::Pair(par.par.map(Tal::f64)),
            Celle::Tekst(words) if words.is_empty() => Self::Empty,
            Celle::Tekst(words) => Self::Text(words.clone()),
            Celle::Tom(_) => Self::State(cell.tilstand()),
            Celle::Tal(_) | Celle::Fuld(_) => match cell.tal() {
                Some(tal) => Self::Number(tal.f64(), cell.tilstand()),
                None => Self::State(cell.tilstand()),
            },
        }
    }

    /// What it says, for people.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(n, state) => {
                match state_word(*state).filter(|_| *state != Tilstand::Endelig) {
                    Some(word) => format!("{} ({word})", danish::tal(tal(*n))),
                    None => danish::tal(tal(*n)),
                }
            }
            Self::State(state) => state_word(*state).unwrap_or_default().to_owned(),
            Self::Pair(pair) => pair.map(|n| danish::tal(tal(n))).join(" / "),
            Self::YesNo(yes) => if *yes { "ja" } else { "nej" }.to_owned(),
            Self::Names(names) => names.join(", "),
        }
    }

    /// What it says as it is typed, and the word of its state: a number without the state behind it.
    #[must_use]
    pub fn typed(&self) -> (String, String) {
        let word = |state: Tilstand| state_word(state).unwrap_or_default().to_owned();
        match self {
            Self::Number(n, state) => (danish::tal(tal(*n)), word(*state)),
            Self::State(state) => (String::new(), word(*state)),
            _ => (self.shown(), String::new()),
        }
    }

    /// The mark by which a form knows whether an answer is still what it was sent out with. What a
    /// word processor changes by itself (quotes, dashes, blanks) changes nothing.
    #[must_use]
    pub fn mark(&self) -> String {
        let said = match self {
            Self::Text(text) => format!("t{}", evened(text)),
            Self::Number(n, state) => format!("n{n}{}", *state as u8),
            // Nothing typed where something is still to come says nothing new.
            Self::Empty | Self::State(Tilstand::Udfyldes) => String::new(),
            Self::State(state) => format!("s{}", *state as u8),
            Self::Pair([a, b]) => format!("p{a}/{b}"),
            Self::YesNo(yes) => format!("b{yes}"),
            Self::Names(names) if names.is_empty() => String::new(),
            Self::Names(names) => {
                let mut sorted = names.clone();
                sorted.sort();
                format!("l{}", sorted.join("|"))
            }
        };
        Sha256::digest(said.as_bytes()).iter().take(4).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// The answer as the data writes it. `old` is what stands there: of a long form, unit word and
    /// footnote mark stay.
    #[must_use]
    pub fn toml(&self, old: Option<&Value>) -> Value {
        match self {
            Self::Empty => Value::String(String::new()),
            Self::Text(text) => match old {
                Some(Value::String(old)) => Value::String(edit::rewrap(old, text)),
                _ => Value::String(text.clone()),
            },
            Self::Number(n, state) => long(*n, *state, old),
            Self::State(state) => Value::String(data_word(*state).to_owned()),
            Self::Pair(pair) => {
                let mut table = toml::Table::new();
                table.insert("par".to_owned(), Value::Array(pair.map(number).to_vec()));
                Value::Table(table)
            }
            Self::YesNo(yes) => Value::Boolean(*yes),
            Self::Names(names) => Value::Array(names.iter().cloned().map(Value::String).collect()),
        }
    }
}

/// A number as the data writes it, in the long form where there is more to say.
fn long(n: f64, state: Tilstand, old: Option<&Value>) -> Value {
    let mut table = match old {
        Some(Value::Table(table)) if table.contains_key("tal") => table.clone(),
        _ => toml::Table::new(),
    };
    table.insert("tal".to_owned(), number(n));
    match state {
        Tilstand::Endelig => drop(table.remove("tilstand")),
        state => drop(table.insert("tilstand".to_owned(), data_word(state).into())),
    }
    if table.len() == 1 { number(n) } else { Value::Table(table) }
}

fn number(n: f64) -> Value {
    match tal(n) {
        Tal::Hel(n) => Value::Integer(n),
        Tal::Decimal(x) => Value::Float(x),
    }
}

fn tal(n: f64) -> Tal {
    if n.fract() == 0.0 && n.abs() < 1e15 { Tal::Hel(n as i64) } else { Tal::Decimal(n) }
}

/// The word of a state in a form.
#[must_use]
pub fn state_word(state: Tilstand) -> Option<&'static str> {
    Some(match state {
        Tilstand::Endelig => "endelig",
        Tilstand::Foreloebig => "foreløbig",
        Tilstand::Anslaaet => "anslået",
        Tilstand::Udfyldes => "mangler endnu",
        Tilstand::Mangler => "kan ikke opgøres",
        Tilstand::Diskretion => "tilbageholdt",
    })
}

/// The state that a word of a form names.
#[must_use]
pub fn state_named(word: &str) -> Option<Tilstand> {
    Some(match word.trim().to_lowercase().trim_end_matches('.') {
        "endelig" | "endeligt" => Tilstand::Endelig,
        "foreløbig" | "foreløbigt" | "foreloebig" => Tilstand::Foreloebig,
        "anslået" | "skøn" | "anslaaet" => Tilstand::Anslaaet,
        "mangler endnu" | "mangler" | "udfyldes" => Tilstand::Udfyldes,
        "kan ikke opgøres" | "findes ikke" => Tilstand::Mangler,
        "tilbageholdt" | "diskretion" => Tilstand::Diskretion,
        _ => return None,
    })
}

fn data_word(state: Tilstand) -> &'static str {
    match state {
        Tilstand::Endelig => "endelig",
        Tilstand::Foreloebig => "foreloebig",
        Tilstand::Anslaaet => "anslaaet",
        Tilstand::Udfyldes => "udfyldes",
        Tilstand::Mangler => "mangler",
        Tilstand::Diskretion => "diskretion",
    }
}

/// Words without what autocorrection changes: curly quotes, dashes, hard spaces, three dots.
#[must_use]
pub fn evened(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‘' | '’' | '‚' => out.push('\''),
            '–' | '—' | '‑' => out.push('-'),
            '…' => out.push_str("..."),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}
