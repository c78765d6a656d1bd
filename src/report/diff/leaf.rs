//! Single values in their Danish form.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::sentences;
use crate::report::danish;
use crate::report::fields;
use crate::report::model::{Alder, Celle, Enhed, Siden, Tal, Tekst, Tilstand, Vaerdi};
use crate::report::prose::Afsnit;
use crate::report::texts::prose_of;
use crate::text;

/// What kind of single value a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A number with unit and state.
    Vaerdi,
    /// A table's cell.
    Celle,
    /// Anything that prints on its own: words, numbers, yes and no, lists of words.
    Plain,
}

/// A value in words; none where there is none.
pub(super) fn show(v: Option<&Value>, form: Form, enhed: Enhed, key: &str) -> Option<String> {
    let v = v?;
    let typed = match form {
        Form::Vaerdi => read::<Vaerdi>(v).map(|value| {
            let shown = match value.tilstand() {
                Tilstand::Mangler => "mangler".to_owned(),
                Tilstand::Diskretion => "tilbageholdt (diskretion)".to_owned(),
                _ => danish::value(&value, enhed),
            };
            marked(shown, value.maerke())
        }),
        Form::Celle => read::<Celle>(v).map(|cell| match cell.tilstand() {
            Tilstand::Mangler => "mangler".to_owned(),
            Tilstand::Diskretion => "tilbageholdt (diskretion)".to_owned(),
            _ => marked(danish::cell(&cell, enhed), cell.maerke()),
        }),
        Form::Plain => match key {
            "alder" => read::<Alder>(v).map(|a| danish::alder(&a)),
            "siden" => read::<Siden>(v).map(|s| s.tekst()),
            _ => None,
        },
    };
    match typed {
        Some(shown) => Some(shown),
        None => plain(v),
    }
    .filter(|shown| !shown.is_empty())
}

fn read<T: DeserializeOwned>(v: &Value) -> Option<T> {
    T::deserialize(v).ok()
}

fn marked(shown: String, mark: Option<&str>) -> String {
    match mark {
        Some(mark) => format!("{shown}{mark}"),
        None => shown,
    }
}

fn plain(v: &Value) -> Option<String> {
    Some(match v {
        Value::Null => return None,
        Value::Bool(yes) => if *yes { "ja" } else { "nej" }.to_owned(),
        // Years and codes take no thousands' separator; amounts are values, not plain numbers.
        Value::Number(n) => match (n.as_i64(), n.as_f64()) {
            (Some(n), _) => n.to_string(),
            (None, Some(x)) => danish::tal(Tal::Decimal(x)),
            (None, None) => n.to_string(),
        },
        Value::String(s) => s.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(items) => danish::liste(&items.iter().filter_map(plain).collect::<Vec<_>>()),
        Value::Object(_) => summary(v, Enhed::Antal),
    })
}

/// What a whole item says, for one that is new or gone.
pub(super) fn summary(v: &Value, enhed: Enhed) -> String {
    match v {
        Value::Object(map) => of_object(map, unit(map).unwrap_or(enhed)),
        Value::Array(items) => {
            let all: Vec<String> = items.iter().map(|i| summary(i, enhed)).collect();
            all.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        Value::String(s) => sentences::plain(s),
        _ => plain(v).unwrap_or_default(),
    }
}

fn of_object(map: &Map<String, Value>, enhed: Enhed) -> String {
    if let (Some(Value::Array(columns)), Some(Value::Array(rows))) =
        (map.get("kolonner"), map.get("raekker"))
    {
        let title = map.get("titel").and_then(Value::as_str).unwrap_or_default();
        let said = text!("change-table", title = title, rows = rows.len(), columns = columns.len());
        return said.to_string().trim_start().to_owned();
    }
    let mut parts = Vec::new();
    for (key, v) in map.iter().filter(|(key, _)| !fields::is_setting(key)) {
        let part = match (key.as_str(), v) {
            (_, Value::Bool(_)) => String::new(),
            ("vaerdier", Value::Object(years)) => {
                let of = |(year, v): (&String, &Value)| {
                    let shown = show(Some(v), Form::Vaerdi, enhed, "");
                    format!("{year}: {}", shown.unwrap_or_default())
                };
                years.iter().map(of).collect::<Vec<_>>().join(" · ")
            }
            ("vaerdier" | "tal", Value::Array(values)) => shown_all(values, Form::Vaerdi, enhed),
            ("celler", Value::Array(cells)) => shown_all(cells, Form::Celle, enhed),
            ("beloeb", v) => show(Some(v), Form::Vaerdi, Enhed::Kr, key).unwrap_or_default(),
            ("alder" | "siden", v) => show(Some(v), Form::Plain, enhed, key).unwrap_or_default(),
            (_, v) => summary(v, enhed),
        };
        parts.push(part);
    }
    parts.retain(|p| !p.is_empty());
    parts.join(" · ")
}

fn shown_all(values: &[Value], form: Form, enhed: Enhed) -> String {
    let all = values.iter().filter_map(|v| show(Some(v), form, enhed, ""));
    all.collect::<Vec<_>>().join(" · ")
}

/// The unit that an object names for what it holds.
pub(super) fn unit(map: &Map<String, Value>) -> Option<Enhed> {
    read(map.get("enhed")?)
}

/// The prose of a text that is its own or shared.
pub(super) fn prose(v: Option<&Value>, shared: &BTreeMap<String, String>) -> Option<Vec<Afsnit>> {
    match read::<Tekst>(v?)? {
        Tekst::Egen(own) => Some(sentences::read(&own)),
        tekst @ Tekst::Faelles(_) => Some(prose_of(&tekst, shared)),
    }
}
