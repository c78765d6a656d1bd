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
mod tests {
    use super::*;
    use crate::words::Language;

    fn sources() -> Sources {
        let mut sources = Sources::new();
        sources.add_shown("a.toml", "data/a.toml", "navn = \"x\"\nmalgruppe = \"y\"\n");
        sources
    }

    fn finding() -> Finding {
        Finding::error("D010", "unknown key `malgruppe`")
            .hint("did you mean `maalgruppe`?")
            .at(Place { file: "a.toml".into(), range: 11..20, field: Some("malgruppe".into()) })
    }

    #[test]
    fn people_see_the_line_with_a_mark_and_what_to_do() {
        let text = human(&[finding()], &sources(), Words::danish(), false);
        assert_eq!(
            text,
            "fejl[D010]: unknown key `malgruppe`\n  ╭▸ data/a.toml:2:1\n  │\n2 │ malgruppe = \"y\"\n  │ \
             ━━━━━━━━━ malgruppe\n  │\n  ╰ råd: did you mean `maalgruppe`?\n\n"
        );
    }

    #[test]
    fn a_line_a_finding_names_file_line_and_column() {
        let text = short(&[finding()], &sources(), Words::danish());
        assert_eq!(
            text,
            "data/a.toml:2:1: fejl[D010]: unknown key `malgruppe`; did you mean `maalgruppe`?\n"
        );
        let english = short(&[finding()], &sources(), Words::built_in(Language::English));
        assert!(english.contains(": error[D010]: "), "{english}");
    }

    #[test]
    fn programs_get_one_array_with_line_column_and_offset() {
        let text = json(&[finding()], &sources(), Words::danish());
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value[0]["place"]["line"], 2);
        assert_eq!(value[0]["place"]["col"], 1);
        assert_eq!(value[0]["place"]["offset"], 11);
        assert_eq!(value[0]["severity"], "error");
        assert_eq!(json(&[], &sources(), Words::danish()), "[]\n");
    }

    #[test]
    fn a_place_outside_its_file_or_in_no_file_is_still_told() {
        let far = Place { file: "a.toml".into(), range: 900..999, field: None };
        let none = Place { file: "b.toml".into(), range: 0..0, field: None };
        for place in [far, none] {
            let f = [Finding::warning("D002", "gone").at(place)];
            let (human, short) = (
                human(&f, &sources(), Words::danish(), false),
                short(&f, &sources(), Words::danish()),
            );
            assert!(human.contains("advarsel[D002]: gone"), "{human}");
            assert!(short.contains("advarsel[D002]: gone"), "{short}");
        }
    }

    #[test]
    fn signs_that_trick_a_terminal_are_not_printed() {
        let mut sources = sources();
        sources.add("b", "navn = \"\u{1b}[31m\u{202e}x\"\n");
        let place = Place { file: "b".into(), range: 8..9, field: None };
        let f = [Finding::error("D006", "\u{1b}[2J").hint("\u{202e} a\rb").at(place)];
        let text = human(&f, &sources, Words::danish(), false);
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\r']), "{text:?}");
    }

    #[test]
    fn of_a_line_too_long_to_read_only_what_is_around_the_place_is_shown() {
        let mut sources = Sources::new();
        let long = format!("a = 1\nb = \"{}HER{}\"\n", "æ".repeat(50_000), "x".repeat(50_000));
        let at = long.find("HER").expect("there");
        sources.add("long.toml", long.clone());
        let place = |range| Place { file: "long.toml".into(), range, field: Some("b".into()) };
        let findings = [
            Finding::error("D024", "y".repeat(100_000)).at(place(at..at + 3)),
            // A place that is a whole file is shown by its first line.
            Finding::error("D024", "all").at(place(0..long.len())),
        ];
        let text = human(&findings, &sources, Words::danish(), false);
        assert!(text.contains("long.toml:2:50006"), "{text}");
        assert!(text.contains("æHERx"), "{text}");
        assert!(text.contains("a = 1"), "{text}");
        assert!(text.len() < 4_000, "{} bytes", text.len());
        for short in [
            short(&findings, &sources, Words::danish()),
            json(&findings, &sources, Words::danish()),
        ] {
            assert!(short.len() < 4_000, "{} bytes", short.len());
        }
    }

    #[test]
    fn places_far_apart_stand_on_their_own() {
        let mut sources = Sources::new();
        let text = format!("first = 1\n{}last = 2\n", "# filler\n".repeat(10_000));
        let last = text.find("last").expect("there");
        sources.add("a", text);
        let place = |range| Place { file: "a".into(), range, field: None };
        let finding = Finding::error("D100", "two")
            .at(place(0..5))
            .related(place(last..last + 4), "the other");
        let text = human(&[finding], &sources, Words::danish(), false);
        assert!(text.contains("a:1:1") && text.contains("a:10002:1"), "{text}");
        assert!(text.contains("10002 │ last = 2"), "{text}");
    }

    #[test]
    fn json_has_no_sign_that_tricks_a_terminal() {
        let f = [Finding::error("D006", "\u{9b}31m\u{202e}\u{1b}")];
        let text = json(&f, &Sources::new(), Words::danish());
        assert!(!text.contains(['\u{9b}', '\u{202e}', '\u{1b}']), "{text:?}");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value[0]["message"], "\u{9b}31m\u{202e}\u{1b}");
    }

    #[test]
    fn the_summary_counts_what_is_open_and_what_is_accepted() {
        let mut accepted = Finding::warning("D100", "x");
        accepted.accepted = Some("because".into());
        let findings = [finding(), finding(), accepted.clone()];
        let said = |findings: &[Finding]| summary(findings, Words::danish());
        assert_eq!(said(&findings).as_deref(), Some("2 fejl, 1 accepteret"));
        assert_eq!(said(&[Finding::warning("D100", "x")]).as_deref(), Some("1 advarsel"));
        assert_eq!(said(&[]), None);
    }
}
