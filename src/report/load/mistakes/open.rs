//! Texts and lists that are not closed.

use super::{Mistake, line};
use crate::text;

/// The first text in `"""` or list in brackets that goes on over what should stand below it.
pub(super) fn unclosed(text: &str) -> Option<Mistake> {
    let mut at = 0;
    while let Some(step) = text.get(at..).and_then(|rest| rest.find(['"', '\'', '#', '[', '{'])) {
        let start = at + step;
        let rest = &text[start..];
        at = if rest.starts_with('#') {
            line(text, start).end
        } else if let Some(quotes) = ["\"\"\"", "'''"].into_iter().find(|q| rest.starts_with(q)) {
            match closing(text, start + 3, quotes) {
                Some(end) => end,
                None => {
                    return Some(Mistake {
                        range: start..start + 3,
                        message: text!("mistake-open-text"),
                        hint: text!("mistake-open-text-hint", quotes = quotes),
                        first: None,
                    });
                }
            }
        } else if rest.starts_with('{') {
            match open_fields(text, start) {
                Some(mistake) => return Some(mistake),
                None => start + 1,
            }
        } else if rest.starts_with('[') {
            match open_list(text, start) {
                Some(mistake) => return Some(mistake),
                None => start + 1,
            }
        } else {
            let end = line(text, start).end;
            quoted_end(text, start, end).unwrap_or(end)
        };
    }
    None
}

/// Where a text of several lines ends; none where it has no end, or runs into the next field's
/// beginning: `key = """`.
fn closing(text: &str, from: usize, quotes: &str) -> Option<usize> {
    let mut at = from;
    loop {
        let end = at + text.get(at..)?.find(quotes)?;
        if quotes == "\"\"\"" && is_escaped(text, end) {
            at = end + 1;
            continue;
        }
        let line_start = line(text, end).start;
        let before = text[line_start.max(from)..end].trim_end();
        let next_field = line_start > from && before.strip_suffix('=').is_some_and(is_key);
        return (!next_field).then_some(end + 3);
    }
}

pub(super) fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

pub(super) fn is_key(words: &str) -> bool {
    let words = words.trim();
    !words.is_empty()
        && words.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"'))
}

/// Where a text in single quotes of either kind ends on its line.
fn quoted_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let quote = text[start..].chars().next()?;
    let mut at = start + 1;
    while at < end {
        let next = at + text[at..end].find(quote)?;
        if quote == '\'' || !is_escaped(text, next) {
            return Some(next + 1);
        }
        at = next + 1;
    }
    None
}

/// A list that is the value of a field and is not closed before the next field begins.
fn open_list(text: &str, start: usize) -> Option<Mistake> {
    let here = line(text, start);
    let before = text[here.start..start].trim_end();
    if !before.strip_suffix('=').is_some_and(is_key) {
        return None;
    }
    let mut at = start + 1;
    let mut depth = 1;
    loop {
        let step =
            text.get(at..).and_then(|rest| rest.find(['"', '\'', '#', '[', ']', '=', '{', '}']));
        let Some(step) = step else {
            return Some(of_list(start));
        };
        let found = at + step;
        match text.as_bytes().get(found) {
            Some(b'[' | b'{') => depth += 1,
            Some(b']' | b'}') => {
                depth -= 1;
                if depth == 0 {
                    return None;
                }
            }
            Some(b'=') if depth == 1 => {
                let of = line(text, found);
                return (of.start > start && is_key(&text[of.start..found]))
                    .then(|| of_list(start));
            }
            Some(b'#') => {
                at = line(text, found).end;
                continue;
            }
            Some(b'"' | b'\'') => {
                let end = line(text, found).end;
                at = quoted_end(text, found, end).unwrap_or(end);
                continue;
            }
            _ => {}
        }
        at = found + 1;
    }
}

/// Fields in braces that are the value of a field and are not closed on their line, though they
/// begin there.
fn open_fields(text: &str, start: usize) -> Option<Mistake> {
    let here = line(text, start);
    let before = text[here.start..start].trim_end();
    let inside = text[start + 1..here.end].trim();
    if !before.strip_suffix('=').is_some_and(is_key) || inside.is_empty() || inside.starts_with('#')
    {
        return None;
    }
    let (mut at, mut depth) = (start + 1, 1);
    while let Some(step) = text[at..here.end].find(['"', '\'', '#', '{', '}']) {
        let found = at + step;
        at = found + 1;
        match text.as_bytes().get(found) {
            Some(b'{') => depth += 1,
            Some(b'}') if depth == 1 => return None,
            Some(b'}') => depth -= 1,
            Some(b'#') => break,
            _ => at = quoted_end(text, found, here.end).unwrap_or(here.end),
        }
    }
    Some(Mistake {
        range: start..start + 1,
        message: text!("mistake-open-fields"),
        hint: text!("mistake-open-fields-hint"),
        first: None,
    })
}

fn of_list(start: usize) -> Mistake {
    Mistake {
        range: start..start + 1,
        message: text!("mistake-open-list"),
        hint: text!("mistake-open-list-hint"),
        first: None,
    }
}
