//! Values as they are typed, and as they should have been.

use super::open::{is_escaped, is_key};
use crate::report::load::text::harmless;
use crate::report::load::words::{bare_number, meant_number, shown};
use crate::text;
use crate::words::Text;

/// What is wrong with a field and its value.
pub(super) fn of_field(key: &str, value: &str, words: &str) -> Option<(Text, Text)> {
    if key.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']) && !key.starts_with('"') {
        let right = in_ascii(key);
        return Some((
            text!("mistake-key-letters", key = shown(key)),
            text!("mistake-write", right = right),
        ));
    }
    if words.starts_with("invalid unquoted key") || !is_key(key) {
        return None;
    }
    if value.is_empty() || value.starts_with('#') {
        return Some((text!("mistake-no-value", key = key), text!("mistake-no-value-hint")));
    }
    if let Some(inner) = quoted(value) {
        return Some(of_quoted(key, inner));
    }
    if value.starts_with(['[', '{']) {
        return None;
    }
    of_value(value.split('#').next().unwrap_or_default().trim()).map(|(message, hint)| {
        // The whole line is easier to copy than the value alone.
        let right = corrected(value.split('#').next().unwrap_or_default().trim());
        let hint =
            right.map_or(hint, |right| text!("mistake-write", right = format!("{key} = {right}")));
        (message, hint)
    })
}

/// A key as it is written: ae, oe and aa.
pub(super) fn in_ascii(key: &str) -> String {
    let mut right = String::new();
    for c in key.chars() {
        match c {
            'æ' => right.push_str("ae"),
            'ø' => right.push_str("oe"),
            'å' => right.push_str("aa"),
            'Æ' => right.push_str("Ae"),
            'Ø' => right.push_str("Oe"),
            'Å' => right.push_str("Aa"),
            c => right.push(c),
        }
    }
    right
}

/// What stands in straight double quotes, as far as it goes.
fn quoted(value: &str) -> Option<&str> {
    (!value.starts_with("\"\"\"")).then(|| value.strip_prefix('"')).flatten()
}

fn of_quoted(key: &str, inner: &str) -> (Text, Text) {
    let inner = inner.trim_end();
    let quotes = inner.bytes().enumerate().filter(|(i, b)| *b == b'"' && !is_escaped(inner, *i));
    match quotes.count() {
        0 => (
            text!("mistake-open-quote"),
            text!("mistake-write", right = format!("{key} = \"{}\"", shown(inner))),
        ),
        1 => (text!("mistake-after-text"), text!("mistake-after-text-hint")),
        _ => {
            let inside = inner.rfind('"').map_or(inner, |end| &inner[..end]);
            let right = format!("{key} = \"{}\"", shown(&inside.replace('"', "\\\"")));
            (text!("mistake-inner-quote"), text!("mistake-inner-quote-hint", right = right))
        }
    }
}

/// What is wrong with a value that is not in straight quotes.
pub(super) fn of_value(value: &str) -> Option<(Text, Text)> {
    let message = if value.starts_with(CURLY) {
        text!("mistake-curly")
    } else if boolean(value).is_some() {
        text!("mistake-boolean", value = shown(value))
    } else if date(value).is_some() {
        text!("mistake-date", value = shown(value))
    } else if let Some((number, unit)) = number_and_unit(value) {
        bare_number(number)?;
        if unit.starts_with(';') {
            text!("mistake-semicolon", value = shown(value))
        } else if !unit.is_empty() {
            text!("mistake-unit", value = shown(value))
        } else if number.contains(',') {
            text!("mistake-comma", value = shown(value))
        } else if number.contains('.') {
            text!("mistake-thousands", value = shown(value))
        } else if groups_of_three(number) {
            text!("mistake-number-space", value = shown(value))
        } else {
            // Two numbers of a list, not one.
            return None;
        }
    } else if value.starts_with(char::is_alphabetic) {
        text!("mistake-bare-text", value = shown(value))
    } else {
        return None;
    };
    let right = corrected(value)?;
    Some((message, text!("mistake-write", right = right)))
}

/// Whether these are numbers of a list with no comma between them: `14 13`.
pub(super) fn are_numbers(value: &str) -> bool {
    let number = |word: &str| word.parse::<f64>().is_ok_and(f64::is_finite);
    let mut words = value.split(',').map(str::trim).flat_map(|part| {
        let several = part.contains(' ') && part.split_whitespace().all(number);
        several.then_some(part)
    });
    words.next().is_some_and(|part| !groups_of_three(part))
}

/// Whether blanks stand between groups of three digits only: `1 200 000`.
fn groups_of_three(number: &str) -> bool {
    let mut groups = number.trim_start_matches(['-', '−']).split([' ', '\u{a0}']);
    number.contains([' ', '\u{a0}'])
        && groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3)
}

/// Quotes that Word and other programs write.
const CURLY: [char; 9] = ['“', '”', '„', '«', '»', '‘', '’', '‚', '´'];

fn boolean(value: &str) -> Option<bool> {
    match value.to_lowercase().as_str() {
        "ja" | "sand" | "sandt" | "yes" | "true" => Some(true),
        "nej" | "falsk" | "no" | "false" => Some(false),
        _ => None,
    }
}

/// Day, month and year, as Danes write a date: `1.9.2020`, `01-09-2020`.
fn date(value: &str) -> Option<[&str; 3]> {
    let digits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let mut parts = value.split(['.', '-', '/']).map(str::trim);
    let [day, month, year] = [parts.next()?, parts.next()?, parts.next()?];
    let whole = parts.next().is_none() && year.len() == 4;
    (whole && digits(day, 2) && digits(month, 2) && digits(year, 4)).then_some([day, month, year])
}

/// A number as it is typed, and what stands after it.
fn number_and_unit(value: &str) -> Option<(&str, &str)> {
    let signs =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '_' | '\u{a0}' | '-' | '−');
    let end = value.find(|c| !signs(c)).unwrap_or(value.len());
    let number = value[..end].trim_end_matches([' ', '\u{a0}', ',']);
    let starts = number.trim_start_matches(['-', '−']).starts_with(|c: char| c.is_ascii_digit());
    starts.then(|| (number, value[number.len()..].trim()))
}

/// The value as it should have been written.
fn corrected(value: &str) -> Option<String> {
    if value.starts_with(CURLY) {
        return Some(format!("\"{}\"", harmless(value.trim_matches(CURLY))));
    }
    if let Some(truth) = boolean(value) {
        return Some(truth.to_string());
    }
    if let Some([day, month, year]) = date(value) {
        return Some(format!("\"{year}-{month:0>2}-{day:0>2}\""));
    }
    if let Some((number, unit)) = number_and_unit(value) {
        if unit.starts_with(';') {
            return Some(shown(&value.replace(';', ",")));
        }
        return meant_number(value).or_else(|| bare_number(number));
    }
    let text = value.trim_matches('"');
    Some(format!("\"{}\"", shown(text)))
}

pub(super) fn no_comma() -> (Text, Text) {
    (text!("mistake-no-comma"), text!("mistake-no-comma-hint"))
}

pub(super) fn other(words: &str) -> (Text, Text) {
    if words.starts_with("missing comma") {
        return no_comma();
    }
    (text!("mistake-other"), text!("mistake-other-hint"))
}
