//! The one printer of findings: for people, for lines, for programs. Each is said in the language
//! that it is given.

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Finding, Place, Severity, Sources, sources};
use crate::text;
use crate::words::{Text, Words, plain};

/// Columns that a line of a file is shown in; of a longer one the part around the place.
const WIDTH: usize = 120;

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
        group = group.element(Level::NOTE.no_name().message(note));
    }
    for hint in &finding.hints {
        let help = Level::HELP.with_name(words.get("finding-help"));
        group = group.element(help.message(harmless(hint)));
    }
    if let Some(reason) = &finding.accepted {
        let reason = words.say(&text!("finding-accepted", reason = reason));
        group = group.element(Level::NOTE.no_name().message(reason));
    }
    renderer.render(&[group])
}

/// The places, file by file; those without a known text are told in `notes`.
fn elements<'a>(
    finding: &'a Finding,
    sources: &'a Sources,
    notes: &mut Vec<String>,
) -> Vec<Element<'a>> {
    let mut snippets: Vec<(&str, Vec<Annotation<'a>>)> = Vec::new();
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
        let Some(range) = sources.clamp(&place.file, &place.range) else {
            match kind {
                AnnotationKind::Primary => {
                    elements.push(Origin::path(sources.shown(&place.file)).into());
                    notes.extend(place.field.clone());
                }
                _ => notes.push(format!("{label}: {}", sources.shown(&place.file))),
            }
            continue;
        };
        let mut annotation = kind.span(range);
        if !label.is_empty() {
            annotation = annotation.label(label);
        }
        match snippets.iter_mut().find(|(file, _)| *file == place.file) {
            Some((_, annotations)) => annotations.push(annotation),
            None => snippets.push((&place.file, vec![annotation])),
        }
    }
    elements.extend(snippets.into_iter().map(|(file, annotations)| {
        let text = sources.printable(file).unwrap_or_default();
        Snippet::source(text).path(sources.shown(file)).annotations(annotations).into()
    }));
    elements
}

/// What is said, without signs that would play tricks with a terminal.
fn harmless(said: &Text) -> String {
    let said = said.to_string();
    sources::printable(&said).unwrap_or(said)
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
    // One line is one finding, whatever the message quotes.
    let said = format!("{}{hints}", harmless(&finding.message)).replace(['\n', '\r'], " ");
    format!("{place}{level}[{}]: {said}", finding.code)
}

/// One JSON array. Each place has its byte `offset` and `end`, and `line` and `col` (in
/// characters, from 1) where the text is known.
#[must_use]
pub fn json(findings: &[Finding], sources: &Sources, words: &Words) -> String {
    let array = findings.iter().map(|finding| value(&finding.said(words), sources));
    format!("{:#}\n", Value::Array(array.collect()))
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

/// How many there are of each: `2 fejl, 1 advarsel, 3 godtaget`; none for no findings.
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
        let f = [Finding::error("D006", "\u{1b}[2J").hint("\u{202e}").at(place)];
        let text = human(&f, &sources, Words::danish(), false);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }

    #[test]
    fn the_summary_counts_what_is_open_and_what_is_accepted() {
        let mut accepted = Finding::warning("D100", "x");
        accepted.accepted = Some("because".into());
        let findings = [finding(), finding(), accepted.clone()];
        let said = |findings: &[Finding]| summary(findings, Words::danish());
        assert_eq!(said(&findings).as_deref(), Some("2 fejl, 1 godtaget"));
        assert_eq!(said(&[Finding::warning("D100", "x")]).as_deref(), Some("1 advarsel"));
        assert_eq!(said(&[]), None);
    }
}
