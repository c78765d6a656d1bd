//! What items of lists are called, and how names on the way to a field are put together. In Danish,
//! as the names of fields in the model are.

use serde_json::Value;

use crate::report::prose;
use crate::text;
use crate::words::{Text, plain};

/// Most characters of a block's first words when it has no title.
const EXCERPT: usize = 32;

/// What an item of a list is known by: its kind and its name, title, code or mark.
#[must_use]
pub fn identity(item: &Value) -> Option<String> {
    let said = |key: &str| item.get(key).and_then(Value::as_str).filter(|s| !s.is_empty());
    let kind = said("slags").unwrap_or_default();
    let name = match (kind, item.get("nr").and_then(Value::as_u64)) {
        ("overskrift", _) => said("tekst").map(str::to_owned),
        (_, Some(nr)) => Some(nr.to_string()),
        _ => ["kode", "id", "forkortelse", "skriv", "navn", "titel", "emne", "maerke", "fil"]
            .into_iter()
            .find_map(said)
            .map(str::to_owned),
    }?;
    Some(format!("{kind}\u{1f}{}\u{1f}{name}", said("gruppe").unwrap_or_default()))
}

/// What an item is called, the list's key and the item's index known.
#[must_use]
pub fn of_item(list: &str, item: &Value, index: usize) -> String {
    let said = |key: &str| item.get(key).and_then(Value::as_str).filter(|s| !s.is_empty());
    if let Some(slags) = said("slags") {
        return of_block(slags, item);
    }
    let known = |key: &str| said(key).filter(|name| !name.contains('{'));
    let keys = ["kode", "kort_navn", "navn", "titel", "emne"];
    // A heading that numbers are filled in is known by its topic, where it has one.
    let name = keys.into_iter().find_map(known).or_else(|| keys.into_iter().find_map(said));
    match (list, name) {
        ("kendt", _) => text!("item-sentence", n = plain(index + 1)).to_string(),
        ("noter", _) => text!("item-note", mark = said("maerke").unwrap_or_default()).to_string(),
        ("raekker", None) => text!("item-row", n = plain(index + 1)).to_string(),
        ("kolonner", None) => text!("item-column", n = plain(index + 1)).to_string(),
        ("kolonner", Some(name)) => match said("gruppe") {
            Some(gruppe) => format!("{gruppe} {name}"),
            None => name.to_owned(),
        },
        (_, Some(name)) => without_placeholders(name),
        (_, None) => text!("item-number", n = plain(index + 1)).to_string(),
    }
}

/// A name in which numbers are filled in: what is computed is none of its words.
fn without_placeholders(name: &str) -> String {
    let mut said = String::new();
    let mut rest = name;
    while let Some((before, (_, after))) =
        rest.split_once('{').and_then(|(before, inside)| Some((before, inside.split_once('}')?)))
    {
        said.push_str(before);
        said.push('…');
        rest = after;
    }
    said + rest
}

/// What a kind of block is called.
#[must_use]
pub fn of_kind(slags: &str) -> Text {
    // The words of the data, but for the one that is none.
    match slags {
        "fremhaevet" => text!("item-callout"),
        other => other.into(),
    }
}

fn of_block(slags: &str, block: &Value) -> String {
    let kind = of_kind(slags);
    let said = |key: &str| block.get(key).and_then(Value::as_str).filter(|s| !s.is_empty());
    let words = said("titel").map(str::to_owned).or_else(|| said("tekst").map(excerpt));
    match words {
        Some(words) => text!("item-block", kind = kind, words = words).to_string(),
        None => kind.to_string(),
    }
}

/// The first words of prose.
fn excerpt(text: &str) -> String {
    let plain = prose::plain(&prose::read(text).afsnit).replace('\n', " ");
    let mut kept = String::new();
    for word in plain.split_whitespace() {
        if kept.chars().count() + word.chars().count() > EXCERPT {
            return format!("{kept} …");
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    kept
}

/// Names joined, the first with a capital: `Brugere, Forløb 2021`.
#[must_use]
pub fn joined(parts: &[String]) -> String {
    let mut all = String::new();
    let mut last = "";
    for part in parts.iter().filter(|p| !p.is_empty()) {
        // The series `Brugere` of the users, and the text of a block that goes by its first words.
        let said = part.to_lowercase() == last.to_lowercase();
        if said || (part == "tekst" && last.ends_with('«')) {
            continue;
        }
        last = part;
        let year = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        match (all.is_empty(), year) {
            (true, _) => {}
            (false, true) => all.push(' '),
            (false, false) => all.push_str(", "),
        }
        all.push_str(part);
    }
    let mut chars = all.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => all,
    }
}

/// What a field is called by its path alone, where the data that has it is not at hand.
#[must_use]
pub fn of_path(path: &str) -> String {
    let name = |part: &str| match part.split_once('[') {
        Some((key, index)) => {
            let nr = index.trim_end_matches(']').parse::<usize>().map_or(0, |i| i + 1);
            format!("{} {nr}", super::label(key))
        }
        None => super::label(part).to_owned(),
    };
    joined(&path.split('.').map(name).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_stands_beside_its_series() {
        let parts = ["brugere", "", "Forløb", "", "2021"].map(str::to_owned);
        assert_eq!(joined(&parts), "Brugere, Forløb 2021");
    }

    #[test]
    fn a_block_without_a_title_is_known_by_its_first_words() {
        let block = serde_json::json!({
            "slags": "citat",
            "tekst": "En **dreng** på 14 år fortæller, at han har fået en bedre døgnrytme."
        });
        assert_eq!(of_item("blok", &block, 0), "citat »En dreng på 14 år fortæller, at …«");
    }
}
