//! The one printer of findings: for people, for lines, for programs. Each is said in the language
//! that it is given.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use super::sources::{self, Window};
use super::{Finding, Place, Severity, Sources};
use crate::text;
use crate::words::{Text, Words, plain};

/// Columns that a line of a file is shown in; of a longer one the part around the place.
const WIDTH: usize = 120;
/// Most bytes of a file that are gone through for one finding; marks farther apart stand on their own.
const MOST_SHOWN: usize = 16 << 10;

/// Each finding with the line that it points at, a mark under the text, and what to do.
#[must_use]
pub fn human(findings: &[Finding], sources: &Sources, words: &Words, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(WIDTH);
    let mut out = String::new();
    for finding in findings {
        let shown = shown(&renderer, &finding.said(words), sources, words);
        // Writing to memory cannot fail.
        let _ = writeln!(out, "{shown}\n");
    }
    out
}

fn shown(renderer: &Renderer, finding: &Finding, sources: &Sources, words: &Words) -> String {
    let level = match (finding.severity, &finding.accepted) {
        (_, Some(_)) | (Severity::Note, _) => Level::NOTE,
        (Severity::Error, None) => Level::ERROR,
        (Severity::Warning, None) => Level::WARNING,
    };
    let title = level
        .with_name(words.get(level_id(finding)))
        .primary_title(harmless(&finding.message))
        .id(finding.code);
    let mut notes: Vec<String> = Vec::new();
    let mut group = title.elements(elements(finding, sources, &mut notes));
    notes.extend(finding.page.map(|page| {
        let page = plain(page);
        match &finding.indsats {
            Some(id) => words.say(&text!("finding-page-of", page = page, id = id)),
            None => words.say(&text!("finding-page", page = page)),
        }
    }));
    let more = finding.related.len().saturating_sub(MOST_RELATED);
    if more > 0 {
        notes.push(words.say(&text!("finding-more", n = more)));
    }
    for note in notes {
        group = group.element(Level::NOTE.no_name().message(sources::harmless(note)));
    }
    for hint in &finding.hints {
        let help = Level::HELP.with_name(words.get("finding-help"));
        group = group.element(help.message(harmless(hint)));
    }
    if let Some(reason) = &finding.accepted {
        let reason = words.say(&text!("finding-accepted", reason = reason));
        group = group.element(Level::NOTE.no_name().message(sources::harmless(reason)));
    }
    renderer.render(&[group])
}

/// Places besides its own that are shown of a finding: a year that was just begun has dozens of texts
/// that wait for the same forvaltning.
const MOST_RELATED: usize = 3;

/// Lines of a file that are shown together, with what is marked in them.
struct Shown<'a> {
    file: &'a str,
    /// Whole lines, as a range of the file.
    lines: Range<usize>,
    marks: Vec<(AnnotationKind, Range<usize>, String)>,
}

/// The places, file by file; those without a known text are told in `notes`, as are those on lines
/// too long to be shown, with what stands around them.
fn elements<'a>(
    finding: &'a Finding,
    sources: &'a Sources,
    notes: &mut Vec<String>,
) -> Vec<Element<'a>> {
    let mut shown: Vec<Shown<'a>> = Vec::new();
    let mut elements = Vec::new();
    let first = finding
        .place
        .iter()
        .map(|place| (AnnotationKind::Primary, place, place.field.clone().unwrap_or_default()));
    let others = finding
        .related
        .iter()
        .take(MOST_RELATED)
        .map(|(place, words)| (AnnotationKind::Context, place, harmless(words)));
    for (kind, place, label) in first.chain(others) {
        let is_first = matches!(kind, AnnotationKind::Primary);
        let Some(window) = sources.window(&place.file, &place.range) else {
            match is_first {
                true => {
                    elements.push(Origin::path(sources.shown(&place.file)).into());
                    notes.extend(place.field.clone());
                }
                false => notes.push(format!("{label}: {}", sources.shown(&place.file))),
            }
            continue;
        };
        match window {
            Window::Lines { lines, range } => {
                add(&mut shown, &place.file, lines, (kind, range, label));
            }
            Window::Part { at, text } => {
                let path = sources.shown(&place.file);
                if is_first {
                    elements.push(Origin::path(path).line(at.line).char_column(at.col).into());
                    notes.push(format!("{label}: {text}").trim_start_matches(": ").to_owned());
                } else {
                    notes.push(format!("{label}: {path}:{}:{}: {text}", at.line, at.col));
                }
            }
        }
    }
    elements.extend(shown.into_iter().map(|Shown { file, lines, marks }| {
        let text = sources.printable(file).and_then(|text| text.get(lines.clone()));
        let line = sources.offset_line_col(file, lines.start).map_or(1, |at| at.line);
        let annotations = marks.into_iter().map(|(kind, range, label)| {
            let annotation = kind.span(range.start - lines.start..range.end - lines.start);
            if label.is_empty() { annotation } else { annotation.label(label) }
        });
        Snippet::source(text.unwrap_or_default())
            .line_start(line)
            .path(sources.shown(file))
            .annotations(annotations)
            .into()
    }));
    elements
}

/// Puts a mark to the lines of its file that are near it, or to lines of its own.
fn add<'a>(
    shown: &mut Vec<Shown<'a>>,
    file: &'a str,
    lines: Range<usize>,
    mark: (AnnotationKind, Range<usize>, String),
) {
    let both = |old: &Range<usize>| old.start.min(lines.start)..old.end.max(lines.end);
    let near = |old: &&mut Shown<'_>| old.file == file && both(&old.lines).len() <= MOST_SHOWN;
    match shown.iter_mut().find(near) {
        Some(old) => {
            old.lines = both(&old.lines);
            old.marks.push(mark);
        }
        None => shown.push(Shown { file, lines, marks: vec![mark] }),
    }
}

/// What is said, without signs that would play tricks with a terminal.
fn harmless(said: &Text) -> String {
    sources::harmless(said.to_string())
}

/// JSON that plays no tricks with a terminal either: such signs as escapes.
pub(super) fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match sources::is_tricky(c) {
            // None of them is beyond the first plane, so each is one escape.
            true => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}

/// The message that names a finding's severity.
fn level_id(finding: &Finding) -> &'static str {
    match (finding.severity, &finding.accepted) {
        (_, Some(_)) => "finding-level-accepted",
        (Severity::Error, None) => "finding-level-error",
        (Severity::Warning, None) => "finding-level-warning",
        (Severity::Note, None) => "finding-level-note",
    }
}

/// A line a finding: `file:line:col: fejl[D010]: message`.
#[must_use]
pub fn short(findings: &[Finding], sources: &Sources, words: &Words) -> String {
    findings.iter().map(|finding| line(&finding.said(words), sources, words) + "\n").collect()
}

fn line(finding: &Finding, sources: &Sources, words: &Words) -> String {
    let level = words.get(level_id(finding));
    let place = match &finding.place {
        Some(place) => {
            let shown = sources.shown(&place.file);
            match sources.line_col(place) {
                Some(at) => format!("{shown}:{}:{}: ", at.line, at.col),
                None => format!("{shown}: "),
            }
        }
        None => String::new(),
    };
    let hints: String = finding.hints.iter().map(|hint| format!("; {}", harmless(hint))).collect();
    let page = finding.page.map(|page| words.say(&text!("finding-page", page = plain(page))));
    let page = page.map(|page| format!(" ({page})")).unwrap_or_default();
    // One line is one finding, whatever the message quotes.
    let said = format!("{}{page}{hints}", harmless(&finding.message)).replace('\n', " ");
    format!("{place}{level}[{}]: {said}", finding.code)
}

/// One JSON array. Each place has its byte `offset` and `end`, and `line` and `col` (in
/// characters, from 1) where the text is known.
#[must_use]
pub fn json(findings: &[Finding], sources: &Sources, words: &Words) -> String {
    let array = findings.iter().map(|finding| value(&finding.said(words), sources));
    escaped(&format!("{:#}\n", Value::Array(array.collect())))
}

fn value(finding: &Finding, sources: &Sources) -> Value {
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|(place, words)| json!({ "place": place_value(place, sources), "message": words }))
        .collect();
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "place": finding.place.as_ref().map(|p| place_value(p, sources)),
        "hints": finding.hints,
        "related": related,
        "indsats": finding.indsats,
        "page": finding.page,
        "accepted": finding.accepted,
    })
}

fn place_value(place: &Place, sources: &Sources) -> Value {
    let at = sources.line_col(place);
    json!({
        "file": sources.shown(&place.file),
        "line": at.map(|at| at.line),
        "col": at.map(|at| at.col),
        "offset": place.range.start,
        "end": place.range.end,
        "field": place.field,
    })
}

/// How many there are of each: `2 fejl, 1 advarsel, 3 accepterede`; none for no findings.
#[must_use]
pub fn summary(findings: &[Finding], words: &Words) -> Option<String> {
    let open = |severity| {
        findings.iter().filter(|f| f.severity == severity && f.accepted.is_none()).count()
    };
    let accepted = findings.iter().filter(|f| f.accepted.is_some()).count();
    let (errors, warnings) = (open(Severity::Error), open(Severity::Warning));
    let parts = [
        (errors, text!("finding-errors", n = errors)),
        (warnings, text!("finding-warnings", n = warnings)),
        (open(Severity::Note), text!("finding-notes", n = open(Severity::Note))),
        (accepted, text!("finding-accepted-count", n = accepted)),
    ];
    let told = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, part)| part);
    let told = words.say(&Text::list(told));
    (!told.is_empty()).then_some(told)
}

#[cfg(test)]
mod tests;
