//! Values in the words of messages.

use super::shape::Key;
use super::text;
use crate::words::{Text, plain};

/// Longest piece of a value that a message repeats, in characters.
const SHOWN: usize = 40;

/// A value as a message repeats it: not too much of it, and no signs that trick a terminal.
pub(super) fn shown(s: &str) -> String {
    let mut shown: String = s.chars().take(SHOWN).collect();
    if s.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    text::harmless(&shown)
}

/// The number that a printed number stands for: `15.552.000 kr.` is 15552000, `30,6 %` is 30.6.
pub(super) fn bare_number(s: &str) -> Option<String> {
    let s = s.trim().trim_start_matches("ca.").trim();
    let s = s.trim_end_matches('.').trim_end_matches("kr").trim_end_matches(['%', ' ']).trim();
    let ciphers = s.trim_start_matches(['-', '−']);
    let form = ciphers.starts_with(|c: char| c.is_ascii_digit())
        && ciphers
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '_' | '\u{a0}'));
    if !form || ciphers.matches(',').count() > 1 {
        return None;
    }
    let groups: Vec<&str> = ciphers.split('.').collect();
    let thousands = groups.len() > 1
        && groups.iter().skip(1).all(|g| g.split(',').next().is_some_and(|g| g.len() == 3));
    let mut number = if thousands { groups.concat() } else { ciphers.to_owned() };
    number = number.replace([' ', '\u{a0}', '_'], "").replace(',', ".");
    let minus = if s.len() > ciphers.len() { "-" } else { "" };
    number.parse::<f64>().ok().map(|_| format!("{minus}{number}"))
}

/// The number that a value in quotes was meant as, its unit left out: `1,2 mio. kr.` is 1200000,
/// `16 sager` is 16.
pub(super) fn meant_number(s: &str) -> Option<String> {
    if let Some(number) = bare_number(s) {
        return Some(number);
    }
    let s = s.trim().trim_start_matches("ca.").trim();
    let end =
        s.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '\u{a0}' | ' ')));
    let (number, unit) = s.split_at(end?);
    let unit = unit.trim().to_lowercase();
    let number = bare_number(number)?;
    let factor = match unit.split([' ', '.', '\u{a0}']).next().unwrap_or_default() {
        "mio" | "million" | "millioner" => 1e6,
        "mia" | "milliard" | "milliarder" => 1e9,
        "t" if unit.starts_with("t.kr") => 1e3,
        "tusind" | "tusinde" => 1e3,
        word if word.chars().next().is_some_and(char::is_alphabetic) => return Some(number),
        _ => return None,
    };
    Some((number.parse::<f64>().ok()? * factor).round().to_string())
}

/// How to write since when, where words name the year: `efteråret 2020`, `32. august 2020`.
pub(super) fn since(s: &str) -> Option<Text> {
    if bare_number(s).is_some() {
        return None;
    }
    let digits = s.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    let mut years = digits.filter_map(|word| word.parse().ok());
    let year: i32 = years.find(|year| (1900..=2100).contains(year))?;
    Some(text!("load-since-words", year = plain(year), said = shown(s)))
}

/// What to write where a field is missing: an example, and what says that there is no number yet.
pub(super) fn absent(key: &Key) -> Option<Text> {
    let example = format!("{} = {}", key.name, key.example.as_ref()?);
    Some(match key.shape.takes_state() {
        true => text!("load-example-or-state", example = example),
        false => text!("load-example", example = example),
    })
}

/// What numbers a field takes.
pub(super) fn between(min: Option<f64>, max: Option<f64>) -> Text {
    // A limit of the type, not of the model, is of no use to a person.
    let huge = |x: &f64| x.abs() >= 2_147_483_647.0;
    match (min.filter(|m| !huge(m)), max.filter(|m| !huge(m))) {
        (Some(min), Some(max)) => text!("load-between", min = plain(min), max = plain(max)),
        (Some(min), None) => text!("load-at-least", min = plain(min)),
        (None, Some(max)) => text!("load-at-most", max = plain(max)),
        (None, None) => text!("load-smaller"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_are_understood() {
        for (written, number) in [
            ("272", "272"),
            ("15.552.000 kr.", "15552000"),
            ("30,6 %", "30.6"),
            ("1.523,5", "1523.5"),
            ("-4", "-4"),
            ("ca. 55", "55"),
            ("30.6", "30.6"),
        ] {
            assert_eq!(bare_number(written).as_deref(), Some(number), "{written}");
        }
        for (written, number) in [
            ("1,2 mio. kr.", "1200000"),
            ("16 sager", "16"),
            ("500 t.kr.", "500000"),
            ("12 år", "12"),
        ] {
            assert_eq!(meant_number(written).as_deref(), Some(number), "{written}");
        }
        assert_eq!(meant_number("10-14 år"), None);
        assert_eq!(meant_number("mangler"), None);
        for words in ["", "-", "to", "16 sager", "1,2,3", "NaN", "mangler", "10-14"] {
            assert_eq!(bare_number(words), None, "{words}");
        }
    }
}
