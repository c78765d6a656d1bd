//! Prose as people write it in a form: a paragraph is one line, without the line breaks that a data
//! file has inside it.

/// Widest line, in characters, of a text that has no lines yet to go by.
const WIDTH: usize = 104;

/// A data file's prose for a form: each paragraph in one line, list items on lines of their own.
#[must_use]
pub fn unwrap(text: &str) -> String {
    let paragraphs: Vec<String> = paragraphs(text).into_iter().map(|p| one_line(&p)).collect();
    paragraphs.join("\n\n")
}

/// A form's prose for a data file: paragraphs that say what they said before keep their lines, others
/// are broken at the width of the old text. `old` is what stands in the file; its last line end and
/// its being of one line or several stay.
#[must_use]
pub fn rewrap(old: &str, new: &str) -> String {
    let new = new.replace("\r\n", "\n").replace('\r', "\n");
    let before = paragraphs(old);
    let ends = old.ends_with('\n');
    let wraps = old.trim_end().contains('\n') || ends;
    let widest = old.lines().map(|l| l.chars().count()).max().unwrap_or_default();
    let width = if widest > 60 { widest.max(80) } else { WIDTH };
    let kept = |said: &str| before.iter().find(|p| one_line(p) == said).cloned();
    let written: Vec<String> = paragraphs(&new)
        .into_iter()
        .map(|p| {
            let said = one_line(&p);
            match kept(&said) {
                Some(kept) => kept,
                None if wraps => wrap(&said, width),
                None => said,
            }
        })
        .collect();
    let mut out = written.join("\n\n");
    if ends && !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Paragraphs, without the empty lines between them.
fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if line.trim().is_empty() {
            open = false;
            continue;
        }
        match all.last_mut().filter(|_| open) {
            Some(last) => {
                last.push('\n');
                last.push_str(line.trim_end());
            }
            None => all.push(line.trim_end().to_owned()),
        }
        open = true;
    }
    all
}

/// A paragraph's lines as one, but for the items of a list.
fn one_line(paragraph: &str) -> String {
    let mut out = String::new();
    for line in paragraph.lines() {
        let said = line.trim();
        match out.is_empty() {
            true => {}
            false if is_item(said) || hard_break(&out) => out.push('\n'),
            false => out.push(' '),
        }
        out.push_str(said);
    }
    out
}

/// A backslash at a line's end is CommonMark's line break.
fn hard_break(before: &str) -> bool {
    before.ends_with('\\')
}

/// Whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|sign| line.starts_with(sign))
        || (number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") ")))
}

/// Breaks lines at blanks; what follows in an item is set in under its first word.
fn wrap(said: &str, width: usize) -> String {
    let lines: Vec<String> = said
        .lines()
        .map(|line| {
            let indent = match is_item(line) {
                true => " ".repeat(line.find(' ').map_or(0, |at| at + 1)),
                false => String::new(),
            };
            wrapped_line(line, width, &indent)
        })
        .collect();
    lines.join("\n")
}

fn wrapped_line(line: &str, width: usize, indent: &str) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in line.split(' ').filter(|w| !w.is_empty()) {
        let length = word.chars().count();
        // A line must not begin with what would make it an item or a heading.
        let begins_block =
            is_item(&format!("{word} ")) || word.starts_with(['#', '>', '-', '+', '=']);
        if used > 0 && used + 1 + length > width && !begins_block {
            out.push('\n');
            out.push_str(indent);
            used = indent.chars().count();
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
    }
    out
}
