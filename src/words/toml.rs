//! What is wrong with a settings file in TOML, the theme or a printer's profile, in the words of a
//! language. The parser's own are English and speak of Rust's types.

use super::Text;
use crate::text;

/// A fault that the TOML reader tells, for people.
pub fn toml_fault(message: &str) -> Text {
    let message = message.lines().next().unwrap_or_default();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or_default();
    if message.starts_with("unknown field") {
        return match crate::report::load::near::nearest(first, quoted.iter().skip(1).copied()) {
            Some(near) => text!("toml-unknown-near", field = first, near = near),
            None => text!("toml-unknown", field = first),
        };
    }
    if message.starts_with("missing field") {
        return text!("toml-missing", field = first);
    }
    if message.starts_with("unknown variant") {
        let words = Text::one_of(quoted.iter().skip(1).copied());
        return text!("toml-variant", value = first, words = words);
    }
    if message.ends_with("is no colour: write it as `#rrggbb`") {
        return text!("toml-colour", value = first);
    }
    if message.starts_with("duplicate key") {
        return text!("toml-duplicate");
    }
    match message.split_once(", expected ") {
        Some((found, expected)) if found.starts_with("invalid ") => kind(expected),
        _ => text!("toml-syntax"),
    }
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
            ("duplicate key", "to gange"),
            ("expected newline, found equals", "TOML"),
        ] {
            let words = toml_fault(message).to_string();
            assert!(words.contains(told), "{message}: {words}");
        }
    }
}
