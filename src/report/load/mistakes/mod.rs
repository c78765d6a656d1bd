//! What everybody gets wrong in TOML, told in words of its own and with the cure: the parser's words
//! are for programmers. One finding a line, and one for a text that is not closed, at the line where
//! it begins.

mod open;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::Error;

use super::text::code_point;
use super::words::shown;
use crate::finding::{Finding, Place};
use crate::report::codes;
use crate::text;
use crate::words::Text;
use open::{is_key, unclosed};
use value::{are_numbers, in_ascii, no_comma, of_field, of_value, other};

/// A mistake: where, what, and what to do.
struct Mistake {
    range: Range<usize>,
    message: Text,
    hint: Text,
    /// The other one of two.
    first: Option<Range<usize>>,
}

/// The findings for the errors of a file that is not TOML.
pub(super) fn findings(file: &str, text: &str, errors: &[Error]) -> Vec<Finding> {
    let place = |range| Place { file: file.to_owned(), range, field: None };
    mistakes(text, errors)
        .into_iter()
        .map(|mistake| {
            let found = Finding::error(codes::SYNTAX.code, mistake.message)
                .at(place(mistake.range))
                .hint(mistake.hint);
            match mistake.first {
                Some(first) => found.related(place(first), text!("load-first-here")),
                None => found,
            }
        })
        .collect()
}

/// What is wrong with a settings file that is not TOML, and what to do.
pub(crate) fn toml_mistake(text: &str, error: &Error) -> Option<(Text, Text)> {
    let mistake = mistakes(text, std::slice::from_ref(error)).into_iter().next()?;
    Some((mistake.message, mistake.hint))
}

fn mistakes(text: &str, errors: &[Error]) -> Vec<Mistake> {
    if errors.is_empty() {
        return Vec::new();
    }
    // What follows an open text or bracket is read as something that it is not: nothing after it
    // is worth telling before it is closed.
    let open = unclosed(text);
    let end = open.as_ref().map_or(usize::MAX, |open| open.range.start);
    let mut found: Vec<Mistake> = Vec::new();
    let mut firsts = BTreeSet::new();
    let mut told = 0..0;
    for error in errors {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        if at >= end || (told.contains(&at) && !found.is_empty()) {
            continue;
        }
        told = line(text, at);
        // The line's end belongs to it: an open quote is seen there.
        told.end += 1;
        let mistake = of_line(text, at, error);
        // A comma that is missing is seen at the line after it, too.
        if found.last().is_some_and(|last| last.range == mistake.range) {
            continue;
        }
        // The same mistake with the same cure is told once, where it is first seen.
        let first = mistake.first.as_ref().map(|first| (first.start, mistake.message.to_string()));
        if first.is_none_or(|first| firsts.insert(first)) {
            found.push(mistake);
        }
    }
    found.extend(open);
    found
}

/// The line that a byte stands on, without its end.
pub(super) fn line(text: &str, at: usize) -> Range<usize> {
    let at = floor(text, at);
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
    start..end
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// What is wrong on the line of an error.
fn of_line(text: &str, at: usize, error: &Error) -> Mistake {
    let range = line(text, at);
    let whole = &text[range.clone()];
    let words = error.message();
    if let Some(mistake) = invisible(whole, range.start) {
        return mistake;
    }
    if words.starts_with("duplicate key") {
        return twice(text, &range, at);
    }
    if words.contains("escape") {
        let at = floor(text, at.max(1) - 1);
        return Mistake {
            range: at..(at + 1).min(text.len()),
            message: text!("mistake-backslash"),
            hint: text!("mistake-backslash-hint"),
            first: None,
        };
    }
    if words.starts_with("missing comma") {
        return comma_before(text, at, range);
    }
    let (message, hint) = match whole.split_once('=') {
        _ if are_numbers(at_value(text, at, &range)) => no_comma(),
        Some((key, value)) => of_field(key.trim(), value.trim(), words)
            .or_else(|| of_value(at_value(text, at, &range)))
            .or_else(|| value.trim().starts_with('{').then(|| between(text, at, &range)).flatten())
            .unwrap_or_else(|| other(words)),
        // In a list of several lines, a line is an item.
        None => Some(whole.trim())
            .filter(|line| {
                line.ends_with(',') || !line.starts_with(|c: char| c.is_alphabetic() || c == '[')
            })
            .and_then(|_| of_value(at_value(text, at, &range)))
            .unwrap_or_else(|| no_field(whole.trim())),
    };
    let start = range.start + (whole.len() - whole.trim_start().len());
    Mistake { range: start..range.start + whole.trim_end().len(), message, hint, first: None }
}

/// A comma that is missing before an error: where the error begins its line, at the end of the line
/// that should have had it.
fn comma_before(text: &str, at: usize, here: Range<usize>) -> Mistake {
    let mut range = here;
    let at = floor(text, at);
    if text[range.start..at.clamp(range.start, range.end)].trim().is_empty() {
        while range.start > 0 {
            range = line(text, range.start - 1);
            let told = text[range.clone()].trim();
            if !told.is_empty() && !told.starts_with('#') {
                break;
            }
        }
    }
    let whole = &text[range.clone()];
    let start = range.start + (whole.len() - whole.trim_start().len());
    let (message, hint) = no_comma();
    Mistake { range: start..range.start + whole.trim_end().len(), message, hint, first: None }
}

/// The piece between commas and brackets around an error.
fn at_value<'t>(text: &'t str, at: usize, line: &Range<usize>) -> &'t str {
    let edges = ['[', ']', '{', '}', '='];
    let at = floor(text, at);
    let start = text[line.start..at].rfind(edges).map_or(line.start, |i| line.start + i + 1);
    let end = text[at..line.end].find(edges).map_or(line.end, |i| at + i);
    text[start..end].trim().trim_end_matches(',').trim()
}

/// What is wrong between two fields in curly brackets: the decimals of the first value, or that no
/// comma stands after it.
fn between(text: &str, at: usize, line: &Range<usize>) -> Option<(Text, Text)> {
    let at = floor(text, at);
    let start = text[line.start..at].rfind(['{', '=']).map(|i| line.start + i + 1)?;
    let end = text[at..line.end].find(['=', '}']).map(|i| at + i)?;
    let piece = text[start..end].trim_end();
    let is_field = text[end..].starts_with('=');
    let value =
        if is_field { piece.trim_end_matches(|c: char| is_key(&c.to_string())) } else { piece };
    let bare = value.trim().trim_end_matches(',').trim_end();
    of_value(bare).or_else(|| (is_field && bare.len() == value.trim().len()).then(no_comma))
}

/// A sign that cannot be seen, outside of what may hold it.
fn invisible(line: &str, start: usize) -> Option<Mistake> {
    let spaces = |c: char| c != ' ' && c != '\t' && c != '\r' && c.is_whitespace();
    let outside = line.find(['"', '\'', '#']).unwrap_or(line.len());
    let (at, c) = line.char_indices().find(|(at, c)| {
        let control = c.is_control() && !matches!(c, '\t' | '\r');
        control
            || (*at < outside && (spaces(*c) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')))
    })?;
    let message = if c.is_whitespace() && !c.is_control() {
        text!("mistake-space", sign = code_point(c))
    } else {
        text!("mistake-invisible", sign = code_point(c))
    };
    Some(Mistake {
        range: start + at..start + at + c.len_utf8(),
        message,
        hint: text!("mistake-invisible-hint"),
        first: None,
    })
}

/// A field that stands twice in curly brackets on one line: `{ 2020 = 16, 2020 = 17 }`.
fn twice_in_braces(text: &str, range: &Range<usize>, at: usize) -> Option<Mistake> {
    let at = floor(text, at);
    let before = text.get(range.start..at)?;
    let open = before.rfind('{').filter(|_| before.contains('='))?;
    let key: String = text[at..range.end].chars().take_while(|c| is_key(&c.to_string())).collect();
    let same = |(i, _): &(usize, &str)| {
        let after = before[*i + key.len()..].trim_start();
        let edge = before[..*i].trim_end().ends_with(['{', ',']);
        *i > open && edge && after.starts_with('=')
    };
    let (first, _) = before.match_indices(key.as_str()).find(same).filter(|_| !key.is_empty())?;
    let first = range.start + first..range.start + first + key.len();
    Some(Mistake {
        range: at..at + key.len(),
        message: text!("mistake-key-twice", name = shown(&key)),
        hint: text!("mistake-field-twice-hint"),
        first: Some(first),
    })
}

/// A field or a heading that stands twice.
fn twice(text: &str, range: &Range<usize>, at: usize) -> Mistake {
    let whole = text[range.clone()].trim();
    let heading = whole.starts_with('[');
    if let Some(mistake) = twice_in_braces(text, range, at) {
        return mistake;
    }
    let name = match whole.split_once('=') {
        Some((key, _)) if !heading => key.trim(),
        _ => whole.split('#').next().unwrap_or_default().trim(),
    };
    let lines = text[..range.start].split_inclusive('\n').scan(0, |start, line| {
        let from = *start;
        *start += line.len();
        Some((from, line))
    });
    let same = |line: &str| {
        let line = line.trim();
        match line.split_once('=') {
            Some((key, _)) if !heading => key.trim() == name,
            _ => heading && line.split('#').next().unwrap_or_default().trim() == name,
        }
    };
    let bare = name.trim_matches(['[', ']']);
    let other = if name.starts_with("[[") { format!("[{bare}]") } else { format!("[[{bare}]]") };
    let mut first = None;
    let mut mixed = None;
    for (from, line) in lines {
        if same(line) {
            first = Some(from..from + line.trim_end().len());
        } else if heading && line.trim() == other {
            mixed = mixed.or(Some(from..from + line.trim_end().len()));
        }
    }
    let here = at..(at + bare.len().max(1)).min(range.end.max(at));
    if let Some(mixed) = mixed {
        return Mistake {
            range: here,
            message: text!("mistake-brackets", name = bare),
            hint: text!("mistake-brackets-hint", name = bare),
            first: Some(mixed),
        };
    }
    let (message, hint) = if heading {
        (text!("mistake-section-twice", name = name), text!("mistake-section-twice-hint"))
    } else {
        (text!("mistake-field-twice", name = name), text!("mistake-field-twice-hint"))
    };
    Mistake { range: here, message, hint, first }
}

/// A line that is no field.
fn no_field(line: &str) -> (Text, Text) {
    if line.starts_with('[') {
        if let Some(right) = Some(in_ascii(line)).filter(|right| right != line) {
            return (
                text!("mistake-key-letters", key = shown(line)),
                text!("mistake-write", right = right),
            );
        }
        return (text!("mistake-heading"), text!("mistake-heading-hint"));
    }
    let parts = line.split_once(':').or_else(|| line.split_once(char::is_whitespace));
    if let Some((key, value)) = parts.filter(|(key, value)| is_key(key) && !value.trim().is_empty())
        && (line.contains(':')
            || value.trim_start().starts_with(['"', '[', '{'])
            || value.trim().parse::<f64>().is_ok())
    {
        let right = format!("{key} = {}", shown(value.trim()));
        return (text!("mistake-no-equals"), text!("mistake-write", right = right));
    }
    (text!("mistake-no-field"), text!("mistake-no-field-hint"))
}
