//! Findings that the editor has accepted in the data.

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::load::{FieldPath, RAPPORT_FILE, Step, indsats_file};
use crate::report::model::{Accept, Report, Tom};
use crate::text;

/// Turns accepted findings into notes with the reason, and tells acceptances that match nothing.
///
/// An acceptance holds for the file that it stands in: its code, and its field where it names one.
pub(crate) fn apply(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut unused_ones = Vec::new();
    let rapport = &c.report.rapport.accepteret;
    let indsatser = c
        .report
        .indsatser
        .iter()
        .map(|i| (indsats_file(&i.id), i.accepteret.as_slice(), Some(i.id.as_str())));
    let files = std::iter::once((RAPPORT_FILE.to_owned(), rapport.as_slice(), None));
    for (fil, accepted_here, id) in files.chain(indsatser) {
        for (n, a) in accepted_here.iter().enumerate() {
            let mut used = false;
            for f in findings
                .iter_mut()
                .filter(|f| f.severity != Severity::Error && matches(c.report, f, &fil, a))
            {
                f.severity = Severity::Note;
                f.accepted.get_or_insert_with(|| a.grund.trim().to_owned());
                used = true;
            }
            if !used {
                unused_ones.push(unused(c, &fil, n, a, id));
            }
        }
    }
    findings.extend(unused_ones);
}

fn matches(report: &Report, f: &Finding, file: &str, a: &Accept) -> bool {
    let Some(place) = &f.place else { return false };
    if !f.code.eq_ignore_ascii_case(a.kode.trim()) || place.file != file {
        return false;
    }
    if let (Some(content), Some(field)) = (&a.indhold, &place.field) {
        let says =
            |field: &str| content_mark(report, file, field).as_deref() == Some(content.trim());
        let Some(accepted) = a.felt.as_deref().map(str::trim) else { return says(field) };
        // Elsewhere only what has moved away from its place, and what cannot stand anywhere.
        return says(field) && (field == accepted || !(says(accepted) || is_state(content.trim())));
    }
    a.felt.as_ref().is_none_or(|field| within(place.field.as_deref().unwrap_or(""), field))
}

/// Whether a fingerprint is that of a word which may stand in any field.
fn is_state(mark: &str) -> bool {
    let sure = ["endelig", "foreloebig", "anslaaet", ""];
    Tom::ORD.into_iter().chain(sure).any(|word| fingerprint(word) == mark)
}

fn fingerprint(said: &str) -> String {
    let hash = Sha256::digest(said.as_bytes());
    hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// The fingerprint of what a field says: by it an acceptance holds wherever the field stands in its
/// file. None where there is no such field.
#[must_use]
pub fn content_mark(report: &Report, file: &str, field: &str) -> Option<String> {
    let root = match report.indsatser.iter().find(|i| indsats_file(&i.id) == file) {
        Some(i) => serde_json::to_value(i).ok()?,
        None if file == RAPPORT_FILE => serde_json::to_value(&report.rapport).ok()?,
        None => return None,
    };
    let path = FieldPath::parse(field);
    let said = path.0.iter().try_fold(&root, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(i) => value.get(i),
    })?;
    // A text that is only wrapped anew is the same text.
    let said = match said {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    Some(fingerprint(&said))
}

/// True where a field is the accepted one or a part of it.
fn within(field: &str, accepteret: &str) -> bool {
    field
        .strip_prefix(accepteret.trim())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || rest.starts_with('['))
}

fn unused(c: &Context<'_>, file: &str, n: usize, a: &Accept, id: Option<&str>) -> Finding {
    let words = match &a.felt {
        Some(field) => text!("accept-unused-field", code = &a.kode, field = field),
        None => text!("accept-unused", code = &a.kode),
    };
    let f = Finding::warning(codes::UNUSED_ACCEPT.code, words)
        .at((c.finder)(file, &format!("accepteret[{n}]")))
        .hint(text!("accept-unused-hint"));
    match id {
        Some(id) => f.of(id),
        None => f,
    }
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity;
    use crate::report::check::testing::{TestReport, with_table};

    fn med_accept(accept: &str) -> TestReport {
        let mut r = with_table(
            "kolonner = [{ navn = \"A\" }]\nraekker = [{ navn = \"X\", celler = [7] }, { navn = \"Y\", celler = [8] }, { navn = \"I alt\", rolle = \"total\", celler = [16] }]",
        );
        r.blokke.push_str(accept);
        r
    }

    #[test]
    fn an_accepted_finding_is_a_note_with_its_reason() {
        for field in ["", "felt = \"blok[0]\"\n", "felt = \"blok[0].raekker[2].celler[0]\"\n"] {
            let r = med_accept(&format!(
                "\n[[accepteret]]\nkode = \"D101\"\n{field}grund = \"Som trykt.\"\n"
            ));
            let all = r.findings();
            let f = all.iter().find(|f| f.code == "D101").expect("still listed");
            assert_eq!(f.severity, Severity::Note);
            assert_eq!(f.accepted.as_deref(), Some("Som trykt."));
            assert!(!all.iter().any(|f| f.code == "D241"), "{all:?}");
        }
        assert_eq!(med_accept("").findings().iter().filter(|f| f.accepted.is_some()).count(), 0);
    }

    #[test]
    fn an_acceptance_by_content_covers_no_other_field_that_says_the_same() {
        let table = |cells: [&str; 3]| {
            with_table(&format!(
                "kolonner = [{{ navn = \"A\" }}]\nraekker = [{{ navn = \"X\", celler = [{}] }}, {{ navn = \"Y\", celler = [{}] }}, {{ navn = \"I alt\", rolle = \"total\", celler = [{}] }}]",
                cells[0], cells[1], cells[2],
            ))
        };
        // Two tables with the same wrong sum; the first is accepted.
        let one = table(["7", "8", "16"]);
        let both = format!("{}\n{}", one.blokke, one.blokke);
        let by = |felt: &str, mark: &str| TestReport {
            blokke: format!(
                "{both}\n[[accepteret]]\nkode = \"D101\"\nfelt = \"{felt}\"\nindhold = \"{mark}\"\ngrund = \"G\"\n"
            ),
            ..TestReport::default()
        };
        let sum = "blok[0].raekker[2].celler[0]";
        let open = |r: &TestReport| {
            let all = r.findings();
            all.iter().filter(|f| f.code == "D101" && f.accepted.is_none()).count()
        };
        assert_eq!(open(&by(sum, &super::fingerprint("16"))), 1, "the other one stays");
        let moved = sum.replace("celler[0]", "celler[7]");
        assert_eq!(open(&by(&moved, &super::fingerprint("16"))), 0, "it has moved");
        assert!(super::is_state(&super::fingerprint("udfyldes")));
        assert!(!super::is_state(&super::fingerprint("16")));
    }

    #[test]
    fn an_acceptance_that_nothing_answers_to_is_a_finding() {
        for (kode, felt) in [("D101", "blok[1]"), ("D101", "blo"), ("D111", "blok[0]")] {
            let r = med_accept(&format!(
                "\n[[accepteret]]\nkode = \"{kode}\"\nfelt = \"{felt}\"\ngrund = \"G\"\n"
            ));
            assert_eq!(r.told("D241").len(), 1, "{kode} {felt}");
        }
    }
}
