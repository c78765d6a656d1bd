//! What the data would be with changed files: read and checked before anything is written.

use std::collections::BTreeSet;

use crate::finding::{Finding, Severity};
use crate::report::check::{check, errors};
use crate::report::load::{Loaded, load_changed};

/// A data file that comes, changes or goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Its name below the data folder.
    pub file: String,
    /// What stands there; none where it is new.
    pub old: Option<String>,
    /// What is to stand there; none where it goes.
    pub new: Option<String>,
}

/// The data with the changes.
pub struct Trial {
    /// The data.
    pub loaded: Loaded,
    /// What `check` says now and did not say before.
    pub new_findings: Vec<Finding>,
}

impl Trial {
    /// Those of the new findings that are errors.
    #[must_use]
    pub fn errors(&self) -> Vec<Finding> {
        let error = |f: &&Finding| f.severity == Severity::Error && f.accepted.is_none();
        self.new_findings.iter().filter(error).cloned().collect()
    }
}

/// Reads and checks the data with the changes.
#[must_use]
pub fn trial(before: &Loaded, changes: &[FileChange]) -> Trial {
    let texts: Vec<_> = changes.iter().map(|c| (c.file.as_str(), c.new.as_deref())).collect();
    // Somebody waits for the answer: what was known and what is new are found side by side.
    let (known, (loaded, mut new_findings)) = rayon::join(
        || all(before).iter().map(key).collect::<BTreeSet<_>>(),
        || {
            let loaded = load_changed(&before.dir, &texts);
            let findings = all(&loaded);
            (loaded, findings)
        },
    );
    new_findings.retain(|finding| !known.contains(&key(finding)));
    Trial { loaded, new_findings }
}

/// Reads the data with the changes, and looks only for what keeps them from being written: the
/// errors that were not there before.
#[must_use]
pub fn read(before: &Loaded, changes: &[FileChange]) -> (Loaded, Vec<Finding>) {
    let texts: Vec<_> = changes.iter().map(|c| (c.file.as_str(), c.new.as_deref())).collect();
    let loaded = load_changed(&before.dir, &texts);
    let of_files = loaded.findings.iter().filter(|f| f.severity == Severity::Error).cloned();
    let mut found: Vec<Finding> = of_files.chain(errors(&loaded)).collect();
    if !found.is_empty() {
        let known: BTreeSet<_> = all(before).iter().map(key).collect();
        found.retain(|finding| !known.contains(&key(finding)));
    }
    (loaded, found)
}

/// What is said of data and was not said before.
#[must_use]
pub fn news(before: &Loaded, now: &Loaded) -> Vec<Finding> {
    // First what somebody else may be about to look at too.
    let mut findings = all(now);
    let known: BTreeSet<_> = all(before).iter().map(key).collect();
    findings.retain(|finding| !known.contains(&key(finding)));
    findings
}

/// All that is said of data: what is wrong with its files, and what `check` says of the report.
fn all(loaded: &Loaded) -> Vec<Finding> {
    let mut findings = loaded.findings.clone();
    findings.extend(check(loaded));
    findings
}

fn key(finding: &Finding) -> (String, String, String, String) {
    let place = finding.place.as_ref();
    let file = place.map(|p| p.file.clone()).unwrap_or_default();
    let field = place.and_then(|p| p.field.clone()).unwrap_or_default();
    (finding.code.to_owned(), file, field, finding.message.to_string())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::report::load::load;

    #[test]
    fn data_that_cannot_be_loaded_any_more_is_an_error() {
        let loaded = load(Path::new("tests/fixtures/2024"));
        let file = "indsatser/ludo.toml";
        let old = loaded.sources.text(file).expect("the file");
        for new in [old.replace("navn = \"LUDO\"", "navn = 3"), old.replace("navn = ", "navn ")] {
            let change = FileChange { file: file.into(), old: Some(old.into()), new: Some(new) };
            let trial = trial(&loaded, std::slice::from_ref(&change));
            assert!(trial.loaded.report.is_none());
            assert_eq!(read(&loaded, &[change]).1, trial.errors());
            assert!(!trial.errors().is_empty(), "{:?}", trial.new_findings);
        }
    }

    #[test]
    fn what_is_read_before_it_is_written_has_the_errors_that_a_check_finds() {
        let loaded = load(Path::new("tests/fixtures/2024"));
        let file = "indsatser/ludo.toml";
        let old = loaded.sources.text(file).expect("the file");
        let quote = "\n[[blok]]\nslags = \"citat\"\ntekst = \"Det er et sted, hvor man kan være \
                     sammen med andre unge, og hvor der altid er nogen, der hører efter.\"\n\
                     person = \"Ung i LUDO\"\n";
        let with_cpr = old.replacen("14-19 år", "14-19 år (010203-4569)", 1);
        let end = old.find("\n[fra_sidste_aar]").unwrap_or(old.len());
        let (head, tail) = old.split_at(end);
        let twice = format!("{head}{quote}{quote}{tail}");
        for new in [old.to_owned(), with_cpr, twice] {
            let is_same = new == old;
            let change = FileChange { file: file.into(), old: Some(old.into()), new: Some(new) };
            let trial = trial(&loaded, std::slice::from_ref(&change));
            let (read, errors) = read(&loaded, &[change]);
            assert_eq!(errors, trial.errors());
            assert_eq!(errors.is_empty(), is_same, "{:?}", trial.new_findings);
            assert_eq!(news(&loaded, &read), trial.new_findings);
        }
    }
}
