//! What is wrong with a settings file in TOML, the theme or a printer's profile, in the words of a
//! language. The parser's own are English and speak of Rust's types.

use toml::de::Error;

use super::Text;
use crate::text;

/// A fault that the TOML reader tells of a text, for people, and what to do about it.
pub fn toml_fault(text: &str, error: &Error) -> (Text, Option<Text>) {
    match of_message(error.message()) {
        Some(words) => (words, None),
        None => crate::report::load::toml_mistake(text, error)
            .map_or((text!("toml-syntax"), None), |(words, hint)| (words, Some(hint))),
    }
}

/// A fault in what was read; none where it could not be read at all.
fn of_message(message: &str) -> Option<Text> {
    let message = message.lines().next().unwrap_or_default();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or_default();
    if message.starts_with("unknown field") {
        let near = crate::report::load::near::nearest(first, quoted.iter().skip(1).copied());
        return Some(match near {
            Some(near) => text!("toml-unknown-near", field = first, near = near),
            None => text!("toml-unknown", field = first),
        });
    }
    if message.starts_with("missing field") {
        return Some(text!("toml-missing", field = first));
    }
    if message.starts_with("unknown variant") {
        let words = Text::one_of(quoted.iter().skip(1).copied());
        return Some(text!("toml-variant", value = first, words = words));
    }
    if message.ends_with("is no colour: write it as `#rrggbb`") {
        return Some(text!("toml-colour", value = first));
    }
    let (found, expected) = message.split_once(", expected ")?;
    if found.starts_with("invalid length")
        && let Some(n) = expected.split(' ').find_map(|word| word.parse::<usize>().ok())
    {
        return Some(text!("toml-length", n = n));
    }
    // `invalid basic string, expected …` is no value of a wrong kind: the line cannot be read.
    let is_value = found.starts_with("invalid type") || found.starts_with("invalid value");
    is_value.then(|| kind(expected))
}

/// What should stand there instead.
fn kind(expected: &str) -> Text {
    let is = |names: &[&str]| names.iter().any(|name| expected.starts_with(name));
    if is(&["f32", "f64", "floating"]) {
        text!("toml-number")
    } else if is(&["u8", "u16", "u32", "u64", "usize", "i32", "i64", "an integer", "integer"]) {
        text!("toml-whole")
    } else if is(&["a string", "string", "a borrowed string"]) {
        text!("toml-text")
    } else if is(&["a boolean", "boolean"]) {
        text!("toml-yes-no")
    } else if is(&["a sequence", "sequence", "an array", "array", "a tuple"]) {
        text!("toml-list")
    } else if is(&["a map", "map", "struct", "a table"]) {
        text!("toml-table")
    } else {
        text!("toml-syntax")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_without_the_parsers_words() {
        for (message, told) in [
            ("unknown field `topp_mm`, expected one of `top_mm`, `bund_mm`", "`top_mm`"),
            ("missing field `navn`", "`navn` mangler"),
            ("invalid type: string \"3\", expected f32", "et tal"),
            ("invalid value: integer `-1`, expected usize", "et helt tal"),
            ("unknown variant `x`, expected `x4` or `cmyk`", "x4 eller cmyk"),
            ("invalid length 3, expected an array of length 4", "4 tal"),
        ] {
            let words = of_message(message).expect("known").to_string();
            assert!(words.contains(told), "{message}: {words}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_cure() {
        for (text, told, cure) in [
            ("logo_mm = 12,5\n", "punktum", "`logo_mm = 12.5`"),
            ("logo_mm = 12 mm\n", "enheden", "`logo_mm = 12`"),
            ("logo_mm = 1\nlogo_mm = 2\n", "to gange", "slet"),
            ("navn = \"Tryk\nlogo_mm = 2\n", "sidste anførselstegn", "`navn = \"Tryk\"`"),
            ("[beskæring]\ntop_mm = 3\n", "uden æ, ø og å", "`[beskaering]`"),
        ] {
            let error = toml::from_str::<toml::Table>(text).expect_err("no TOML");
            let (words, hint) = toml_fault(text, &error);
            let hint = hint.expect("a cure").to_string();
            assert!(words.to_string().contains(told) && hint.contains(cure), "{words}: {hint}");
        }
    }
}
