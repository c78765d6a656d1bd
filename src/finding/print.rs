//! The one printer of findings: for people, for lines, for programs.

use std::io::{self, Write};

use codespan_reporting::diagnostic::{Diagnostic, Label, Severity as Level};
use codespan_reporting::term::termcolor::WriteColor;
use codespan_reporting::term::{self, Config};
use serde_json::{Value, json};

use super::{Finding, Place, Severity, Sources};

/// Prints each finding with the line it points at, a caret under the text, and what to do.
///
/// # Errors
/// Where `out` cannot be written.
pub fn human(out: &mut dyn WriteColor, findings: &[Finding], sources: &Sources) -> io::Result<()> {
    let config = Config { tab_width: 2, ..Config::default() };
    for finding in findings {
        let diagnostic = diagnostic(finding, sources);
        match term::emit(out, &config, sources, &diagnostic) {
            Ok(()) => {}
            Err(codespan_reporting::files::Error::Io(e)) => return Err(e),
            // The places are clamped to the text before; what is left is told in short.
            Err(_) => writeln!(out, "{}", line(finding, sources))?,
        }
    }
    Ok(())
}

fn diagnostic<'a>(finding: &'a Finding, sources: &'a Sources) -> Diagnostic<&'a str> {
    let mut labels = Vec::new();
    let mut notes = Vec::new();
    if let Some(place) = finding.place.as_ref() {
        match sources.clamp(&place.file, &place.range) {
            Some(range) => {
                let field = place.field.clone().unwrap_or_default();
                labels.push(Label::primary(place.file.as_str(), range).with_message(field));
            }
            None => {
                let field = place.field.as_ref().map_or(String::new(), |f| format!(", {f}"));
                notes.push(format!("file: {}{field}", sources.shown(&place.file)));
            }
        }
    }
    for (place, words) in &finding.related {
        match sources.clamp(&place.file, &place.range) {
            Some(range) => labels
                .push(Label::secondary(place.file.as_str(), range).with_message(words.clone())),
            None => notes.push(format!("{words}: {}", sources.shown(&place.file))),
        }
    }
    notes.extend(finding.page.map(|page| match &finding.indsats {
        Some(id) => format!("page {page}, indsats `{id}`"),
        None => format!("page {page}"),
    }));
    notes.extend(finding.hints.iter().map(|hint| format!("help: {hint}")));
    notes.extend(finding.accepted.iter().map(|grund| format!("accepted: {grund}")));
    let level = match (finding.severity, &finding.accepted) {
        (_, Some(_)) | (Severity::Note, _) => Level::Note,
        (Severity::Error, None) => Level::Error,
        (Severity::Warning, None) => Level::Warning,
    };
    Diagnostic::new(level)
        .with_code(finding.code)
        .with_message(&finding.message)
        .with_labels(labels)
        .with_notes(notes)
}

/// Prints a line a finding: `file:line:col: error[D010]: message`.
///
/// # Errors
/// Where `out` cannot be written.
pub fn short(out: &mut dyn Write, findings: &[Finding], sources: &Sources) -> io::Result<()> {
    findings.iter().try_for_each(|finding| writeln!(out, "{}", line(finding, sources)))
}

fn line(finding: &Finding, sources: &Sources) -> String {
    let level = match (finding.severity, &finding.accepted) {
        (_, Some(_)) => "accepted",
        (Severity::Error, None) => "error",
        (Severity::Warning, None) => "warning",
        (Severity::Note, None) => "note",
    };
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
    let hints = match finding.hints.as_slice() {
        [] => String::new(),
        hints => format!("; {}", hints.join("; ")),
    };
    // One line is one finding, whatever the message quotes.
    let words = format!("{}{hints}", finding.message).replace(['\n', '\r'], " ");
    format!("{place}{level}[{}]: {words}", finding.code)
}

/// Prints one JSON array. Each place has its byte `offset` and `end`, and `line` and `col` (in
/// characters, from 1) where the text is known.
///
/// # Errors
/// Where `out` cannot be written.
pub fn json(out: &mut dyn Write, findings: &[Finding], sources: &Sources) -> io::Result<()> {
    let array: Vec<Value> = findings.iter().map(|f| value(f, sources)).collect();
    serde_json::to_writer_pretty(&mut *out, &array)?;
    writeln!(out)
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

/// How many there are of each: `2 errors, 1 warning, 3 accepted`; none for no findings.
#[must_use]
pub fn summary(findings: &[Finding]) -> Option<String> {
    let open = |severity| {
        findings.iter().filter(|f| f.severity == severity && f.accepted.is_none()).count()
    };
    let parts: Vec<String> = [
        (open(Severity::Error), "error", "errors"),
        (open(Severity::Warning), "warning", "warnings"),
        (open(Severity::Note), "note", "notes"),
        (findings.iter().filter(|f| f.accepted.is_some()).count(), "accepted", "accepted"),
    ]
    .into_iter()
    .filter(|(n, ..)| *n > 0)
    .map(|(n, one, more)| format!("{n} {}", if n == 1 { one } else { more }))
    .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use codespan_reporting::term::termcolor::NoColor;

    use super::*;

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

    fn printed(print: impl Fn(&mut NoColor<Vec<u8>>)) -> String {
        let mut out = NoColor::new(Vec::new());
        print(&mut out);
        String::from_utf8(out.into_inner()).expect("printed text")
    }

    #[test]
    fn people_see_the_line_with_a_caret_and_what_to_do() {
        let text = printed(|out| human(out, &[finding()], &sources()).expect("print"));
        assert_eq!(
            text,
            "error[D010]: unknown key `malgruppe`\n  ┌─ data/a.toml:2:1\n  │\n2 │ malgruppe = \"y\"\n  \
             │ ^^^^^^^^^ malgruppe\n  │\n  = help: did you mean `maalgruppe`?\n\n"
        );
    }

    #[test]
    fn a_line_a_finding_names_file_line_and_column() {
        let text = printed(|out| short(out, &[finding()], &sources()).expect("print"));
        assert_eq!(
            text,
            "data/a.toml:2:1: error[D010]: unknown key `malgruppe`; did you mean `maalgruppe`?\n"
        );
    }

    #[test]
    fn programs_get_one_array_with_line_column_and_offset() {
        let text = printed(|out| json(out, &[finding()], &sources()).expect("print"));
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value[0]["place"]["line"], 2);
        assert_eq!(value[0]["place"]["col"], 1);
        assert_eq!(value[0]["place"]["offset"], 11);
        assert_eq!(value[0]["severity"], "error");
        assert_eq!(printed(|out| json(out, &[], &sources()).expect("print")), "[]\n");
    }

    #[test]
    fn a_place_outside_its_file_or_in_no_file_is_still_told() {
        let far = Place { file: "a.toml".into(), range: 900..999, field: None };
        let none = Place { file: "b.toml".into(), range: 0..0, field: None };
        for place in [far, none] {
            let f = Finding::warning("D002", "gone").at(place);
            assert!(
                printed(|o| human(o, std::slice::from_ref(&f), &sources()).expect("print"))
                    .contains("warning[D002]: gone")
            );
            assert!(
                printed(|o| short(o, std::slice::from_ref(&f), &sources()).expect("print"))
                    .contains("warning[D002]: gone")
            );
        }
    }

    #[test]
    fn the_summary_counts_what_is_open_and_what_is_accepted() {
        let mut accepted = Finding::warning("D100", "x");
        accepted.accepted = Some("because".into());
        assert_eq!(
            summary(&[finding(), finding(), accepted]).as_deref(),
            Some("2 errors, 1 accepted")
        );
        assert_eq!(summary(&[]), None);
    }
}
