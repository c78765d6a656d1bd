//! Values in the words of messages.

use super::text;

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

pub(super) fn between(min: Option<f64>, max: Option<f64>) -> String {
    // A limit of the type, not of the model, is of no use to a person.
    let huge = |x: &f64| x.abs() >= 2_147_483_647.0;
    match (min.filter(|m| !huge(m)), max.filter(|m| !huge(m))) {
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("{min} or more"),
        (None, Some(max)) => format!("{max} or less"),
        (None, None) => "a smaller number".to_owned(),
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
        for words in ["", "-", "to", "16 sager", "1,2,3", "NaN", "mangler", "10-14"] {
            assert_eq!(bare_number(words), None, "{words}");
        }
    }
}
