//! Findings for other programs' formats: SARIF 2.1.0 (OASIS) and GitHub's workflow commands.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::{Finding, Severity, Sources};

/// Prints one SARIF log (OASIS, *Static Analysis Results Interchange Format* 2.1.0): a result a
/// finding, accepted ones as suppressed with their reason.
///
/// # Errors
/// Where `out` cannot be written.
pub fn sarif(out: &mut dyn Write, findings: &[Finding], sources: &Sources) -> io::Result<()> {
    let results: Vec<Value> = findings.iter().map(|f| result(f, sources)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "sats", "version": env!("CARGO_PKG_VERSION") } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn result(finding: &Finding, sources: &Sources) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let locations: Vec<Value> = finding
        .place
        .iter()
        .map(|place| {
            let mut physical =
                json!({ "artifactLocation": { "uri": uri(&sources.shown(&place.file)) } });
            if let Some(at) = sources.line_col(place) {
                physical["region"] = json!({ "startLine": at.line, "startColumn": at.col });
            }
            json!({ "physicalLocation": physical })
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.code,
        "level": level,
        "message": { "text": words(finding) },
        "locations": locations,
    });
    if let Some(reason) = &finding.accepted {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    result
}

/// Prints GitHub's workflow commands, a line each: `::error file=…,line=…,col=…,title=…::words`.
/// Accepted findings are left out.
///
/// # Errors
/// Where `out` cannot be written.
pub fn github(out: &mut dyn Write, findings: &[Finding], sources: &Sources) -> io::Result<()> {
    findings.iter().filter(|f| f.accepted.is_none()).try_for_each(|finding| {
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = finding.place.as_ref().map_or_else(String::new, |place| {
            let file = property(&sources.shown(&place.file));
            match sources.line_col(place) {
                Some(at) => format!("file={file},line={},col={},", at.line, at.col),
                None => format!("file={file},"),
            }
        });
        writeln!(out, "::{level} {place}title={}::{}", finding.code, data(&words(finding)))
    })
}

/// Message and hints, as one text.
fn words(finding: &Finding) -> String {
    let mut text = finding.message.clone();
    for hint in &finding.hints {
        text.push('\n');
        text.push_str(hint);
    }
    text
}

/// A path as a relative URI reference (RFC 3986): all but unreserved characters and `/` escaped.
fn uri(path: &str) -> String {
    let plain = |b: &u8| b.is_ascii_alphanumeric() || b"-._~/".contains(b);
    path.bytes()
        .map(|b| if plain(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

/// Text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Place;

    fn printed(print: impl Fn(&mut Vec<u8>, &[Finding], &Sources)) -> String {
        let mut sources = Sources::new();
        sources.add_shown("a.toml", "data/æ, b.toml", "navn = \"x\"\nmalgruppe = \"y\"\n");
        let place = Place { file: "a.toml".into(), range: 11..20, field: None };
        let open = Finding::error("D010", "100 % forkert").hint("ret det").at(place);
        let mut accepted = Finding::warning("D100", "x");
        accepted.accepted = Some("kilden siger det".into());
        let mut out = Vec::new();
        print(&mut out, &[open, accepted], &sources);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn sarif_has_a_result_a_finding_with_its_place_and_what_is_accepted() {
        let text = printed(|out, f, s| sarif(out, f, s).expect("print"));
        let log: Value = serde_json::from_str(&text).expect("JSON");
        let results = &log["runs"][0]["results"];
        assert_eq!(results[0]["ruleId"], "D010");
        assert_eq!(results[0]["message"]["text"], "100 % forkert\nret det");
        let physical = &results[0]["locations"][0]["physicalLocation"];
        assert_eq!(physical["artifactLocation"]["uri"], "data/%C3%A6%2C%20b.toml");
        assert_eq!(physical["region"], json!({ "startLine": 2, "startColumn": 1 }));
        assert_eq!(results[1]["suppressions"][0]["justification"], "kilden siger det");
    }

    #[test]
    fn github_gets_a_command_for_each_open_finding() {
        let text = printed(|out, f, s| github(out, f, s).expect("print"));
        assert_eq!(
            text,
            "::error file=data/æ%2C b.toml,line=2,col=1,title=D010::100 %25 forkert%0Aret det\n"
        );
    }
}
