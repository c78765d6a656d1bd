//! What everybody gets wrong in TOML, told in words of its own and with the cure: the parser's words
//! are for programmers. One finding a line, and one for a text that is not closed, at the line where
//! it begins.

use std::ops::Range;

use toml::de::Error;

use super::text::{code_point, harmless};
use super::words::{bare_number, shown};
use crate::finding::{Finding, Place};
use crate::report::codes;
use crate::text;
use crate::words::Text;

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

fn mistakes(text: &str, errors: &[Error]) -> Vec<Mistake> {
    if errors.is_empty() {
        return Vec::new();
    }
    // What follows an open text or bracket is read as something that it is not: nothing after it
    // is worth telling before it is closed.
    let open = unclosed(text);
    let end = open.as_ref().map_or(usize::MAX, |open| open.range.start);
    let mut found: Vec<Mistake> = Vec::new();
    let mut told = 0..0;
    for error in errors {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        if at >= end || (told.contains(&at) && !found.is_empty()) {
            continue;
        }
        told = line(text, at);
        // The line's end belongs to it: an open quote is seen there.
        told.end += 1;
        found.push(of_line(text, at, error));
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

/// The first text in `"""` or list in brackets that goes on over what should stand below it.
fn unclosed(text: &str) -> Option<Mistake> {
    let mut at = 0;
    while let Some(step) = text.get(at..).and_then(|rest| rest.find(['"', '\'', '#', '['])) {
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

fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

fn is_key(words: &str) -> bool {
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

fn of_list(start: usize) -> Mistake {
    Mistake {
        range: start..start + 1,
        message: text!("mistake-open-list"),
        hint: text!("mistake-open-list-hint"),
        first: None,
    }
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
    let (message, hint) = match whole.split_once('=') {
        _ if words.starts_with("missing comma") => other(words),
        Some((key, value)) => of_field(key.trim(), value.trim(), words)
            .or_else(|| of_value(at_value(text, at, &range)))
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

/// The piece between commas and brackets around an error.
fn at_value<'t>(text: &'t str, at: usize, line: &Range<usize>) -> &'t str {
    let edges = ['[', ']', '{', '}', '='];
    let at = floor(text, at);
    let start = text[line.start..at].rfind(edges).map_or(line.start, |i| line.start + i + 1);
    let end = text[at..line.end].find(edges).map_or(line.end, |i| at + i);
    text[start..end].trim().trim_end_matches(',').trim()
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

/// A field or a heading that stands twice.
fn twice(text: &str, range: &Range<usize>, at: usize) -> Mistake {
    let whole = text[range.clone()].trim();
    let heading = whole.starts_with('[');
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

/// What is wrong with a field and its value.
fn of_field(key: &str, value: &str, words: &str) -> Option<(Text, Text)> {
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
fn in_ascii(key: &str) -> String {
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
fn of_value(value: &str) -> Option<(Text, Text)> {
    let message = if value.starts_with(CURLY) {
        text!("mistake-curly")
    } else if boolean(value).is_some() {
        text!("mistake-boolean", value = shown(value))
    } else if let Some((number, unit)) = number_and_unit(value) {
        bare_number(number)?;
        if !unit.is_empty() {
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

/// Whether blanks stand between groups of three digits only: `1 200 000`.
fn groups_of_three(number: &str) -> bool {
    let mut groups = number.trim_start_matches(['-', '−']).split([' ', '\u{a0}']);
    groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
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
    if let Some((number, _)) = number_and_unit(value) {
        return super::words::meant_number(value).or_else(|| bare_number(number));
    }
    let text = value.trim_matches('"');
    Some(format!("\"{}\"", shown(text)))
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

fn other(words: &str) -> (Text, Text) {
    if words.starts_with("missing comma") {
        return (text!("mistake-no-comma"), text!("mistake-no-comma-hint"));
    }
    (text!("mistake-other"), text!("mistake-other-hint"))
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    fn told(text: &str) -> Vec<String> {
        let (_, errors) = DeTable::parse_recoverable(text);
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        mistakes(text, &errors)
            .into_iter()
            .map(|m| format!("{}: {}; {}", line(m.range.start), m.message, m.hint))
            .collect()
    }

    fn one(text: &str) -> String {
        let mut told = told(text);
        assert_eq!(told.len(), 1, "{text}: {told:#?}");
        told.remove(0)
    }

    #[test]
    fn numbers_are_written_as_toml_has_them() {
        for (typed, right) in [
            ("b = 1.234.000", "b = 1234000"),
            ("b = 1.234.000,50", "b = 1234000.50"),
            ("b = 16,5", "b = 16.5"),
            ("b = 12 %", "b = 12"),
            ("b = 1.200.000 kr.", "b = 1200000"),
            ("b = 1,2 mio. kr.", "b = 1200000"),
            ("b = 14 år # alder", "b = 14"),
            ("b = 1 200 000", "b = 1200000"),
        ] {
            let told = one(typed);
            assert!(told.ends_with(&format!("skriv `{right}`")), "{typed}: {told}");
        }
        assert!(one("v = { 2022 = 239, 2023 = 16,5 }").contains("decimaler"));
        assert!(one("v = [12 %, 3]").contains("enheden"));
    }

    #[test]
    fn words_are_written_in_straight_quotes() {
        for (typed, right) in [
            ("b = ja", "b = true"),
            ("b = Nej", "b = false"),
            ("navn = “LUDO”", "navn = \"LUDO\""),
            ("navn = »LUDO«", "navn = \"LUDO\""),
            ("navn = LUDO og mere", "navn = \"LUDO og mere\""),
            ("navn = \"LUDO", "navn = \"LUDO\""),
            ("navn: \"LUDO\"", "navn = \"LUDO\""),
            ("navn \"LUDO\"", "navn = \"LUDO\""),
            ("[økonomi]", "[oekonomi]"),
            ("målgruppe = \"unge\"", "maalgruppe"),
            ("a = \"Han sagde \"hej\" til os\"", "a = \"Han sagde \\\"hej\\\" til os\""),
        ] {
            let told = one(typed);
            assert!(told.contains(&format!("`{right}`")), "{typed}: {told}");
        }
    }

    #[test]
    fn what_is_not_closed_is_told_once_where_it_begins() {
        let text = "a = 1\nlead = \"\"\"\nFørst dette.\nSå \"dette\".\n\n[brugere]\ntekst = \"\"\"\nMere.\n\"\"\"\n\n\
                    [[blok]]\ntekst = \"\"\"\nEn tekst.\n\"\"\"\n";
        assert!(one(text).starts_with("2: teksten, der begynder her"), "{}", one(text));
        let text = "lead = \"\"\"\nIngen ende.\n";
        assert!(one(text).starts_with("1: "));
        let list = "a = [\"SOF\"\nlead = \"x\"\nnavn = \"y\"\n";
        assert!(one(list).starts_with("1: listen"), "{}", one(list));
        let nested = "a = [\n  { x = 1 }, # et\n  { x = 2 },\n]\nb = ja\n";
        assert!(one(nested).starts_with("5: "), "{}", one(nested));
    }

    #[test]
    fn what_stands_twice_names_the_first() {
        let text = "navn = \"a\"\nnavn = \"b\"\n";
        assert!(one(text).starts_with("2: feltet `navn` står to gange"));
        let told = told("[blok]\na = 1\n[[blok]]\na = 2\n");
        assert!(told[0].contains("[[blok]]"), "{told:?}");
    }

    #[test]
    fn signs_that_cannot_be_seen_are_named() {
        assert!(one("a = \"b\u{b}c\"\n").contains("U+000B"));
        assert!(one("a = \"\"\"\nb\u{b}c\n\"\"\"\n").starts_with("2: "));
        assert!(one("a =\u{a0}\"b\"\n").contains("hårdt mellemrum"));
        assert!(one("a = \"c:\\data\"\n").contains("skråstreg"));
    }

    #[test]
    fn a_line_that_is_nothing_is_told() {
        assert!(one("a = 1\nEn sætning uden videre.\n").starts_with("2: linjen er hverken"));
        assert!(one("a =\n").contains("ingen værdi"));
        let said = one("a = [1 2]\n");
        assert!(said.contains("komma"), "{said}");
        assert!(one("[a\n").contains("overskrift"));
    }
}
