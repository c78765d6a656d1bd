//! Findings for other programs' formats: SARIF 2.1.0 (OASIS) and GitHub's workflow commands.

use serde_json::{Value, json};

use super::{Finding, Severity, Sources};
use crate::words::Words;

/// One SARIF log (OASIS, *Static Analysis Results Interchange Format* 2.1.0): a result a
/// finding, accepted ones as suppressed with their reason.
#[must_use]
pub fn sarif(findings: &[Finding], sources: &Sources, words: &Words) -> String {
    let results: Vec<Value> = findings.iter().map(|f| result(&f.said(words), sources)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "sats", "version": env!("CARGO_PKG_VERSION") } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    super::print::escaped(&format!("{log:#}\n"))
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
                json!({ "artifactLocation": { "uri": uri(sources.shown(&place.file)) } });
            if let Some(at) = sources.line_col(place) {
                physical["region"] = json!({ "startLine": at.line, "startColumn": at.col });
            }
            json!({ "physicalLocation": physical })
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.code,
        "level": level,
        "message": { "text": text(finding) },
        "locations": locations,
    });
    if let Some(reason) = &finding.accepted {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    result
}

/// GitHub's workflow commands, a line each: `::error file=…,line=…,col=…,title=…::words`.
/// Accepted findings are left out.
#[must_use]
pub fn github(findings: &[Finding], sources: &Sources, words: &Words) -> String {
    let open = findings.iter().filter(|f| f.accepted.is_none());
    open.map(|finding| {
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = finding.place.as_ref().map_or_else(String::new, |place| {
            let file = property(sources.shown(&place.file));
            match sources.line_col(place) {
                Some(at) => format!("file={file},line={},col={},", at.line, at.col),
                None => format!("file={file},"),
            }
        });
        let said = data(&super::sources::harmless(text(&finding.said(words))));
        format!("::{level} {place}title={}::{said}\n", finding.code)
    })
    .collect()
}

/// Message and hints, as one text.
fn text(finding: &Finding) -> String {
    let hints: String = finding.hints.iter().map(|hint| format!("\n{hint}")).collect();
    format!("{}{hints}", finding.message)
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

    fn printed(print: impl Fn(&[Finding], &Sources, &Words) -> String) -> String {
        let mut sources = Sources::new();
        sources.add_shown("a.toml", "data/æ, b.toml", "navn = \"x\"\nmalgruppe = \"y\"\n");
        let place = Place { file: "a.toml".into(), range: 11..20, field: None };
        let open = Finding::error("D010", "100 % forkert").hint("ret det").at(place);
        let mut accepted = Finding::warning("D100", "x");
        accepted.accepted = Some("kilden siger det".into());
        print(&[open, accepted], &sources, Words::danish())
    }

    #[test]
    fn sarif_has_a_result_a_finding_with_its_place_and_what_is_accepted() {
        let text = printed(sarif);
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
        let text = printed(github);
        assert_eq!(
            text,
            "::error file=data/æ%2C b.toml,line=2,col=1,title=D010::100 %25 forkert%0Aret det\n"
        );
    }
}
