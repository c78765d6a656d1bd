//! What the data would be with changed files: read and checked in a folder of its own, before
//! anything is written.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::finding::{Finding, Severity, Sources};
use crate::report::check::check;
use crate::report::load::{Loaded, load};

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
    /// The data, its places named as in the folder itself.
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
///
/// # Errors
/// Where the folder cannot be copied.
pub fn trial(before: &Loaded, changes: &[FileChange]) -> io::Result<Trial> {
    // Somebody waits for the answer: what was known and what is new are found side by side.
    let (known, loaded) = rayon::join(
        || all(before).iter().map(key).collect::<BTreeSet<_>>(),
        || {
            let loaded = changed(before, changes)?;
            let findings = all(&loaded);
            io::Result::Ok((loaded, findings))
        },
    );
    let (loaded, mut new_findings) = loaded?;
    new_findings.retain(|finding| !known.contains(&key(finding)));
    Ok(Trial { loaded, new_findings })
}

/// All that is said of data: what is wrong with its files, and what `check` says of the report.
fn all(loaded: &Loaded) -> Vec<Finding> {
    let mut findings = loaded.findings.clone();
    findings.extend(check(loaded));
    findings
}

/// The data with the changes, read in a folder of its own.
fn changed(before: &Loaded, changes: &[FileChange]) -> io::Result<Loaded> {
    let dir = &before.dir;
    let made = tempfile::tempdir()?;
    // A folder named by a year must be named by the report's.
    let name = fs::canonicalize(dir)?;
    let copy = made.path().join(name.file_name().unwrap_or_default());
    copy_folder(dir, &copy)?;
    for change in changes {
        let path = copy.join(&change.file);
        match &change.new {
            Some(text) => {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder)?;
                }
                fs::write(&path, text)?;
            }
            None => fs::remove_file(&path)?,
        }
    }
    let mut loaded = load(&copy);
    let mut sources = Sources::new();
    for name in loaded.sources.names() {
        let shown = dir.join(name).display().to_string().replace('\\', "/");
        sources.add_shown(name, shown, loaded.sources.text(name).unwrap_or_default());
    }
    loaded.sources = sources;
    loaded.dir.clone_from(dir);
    Ok(loaded)
}

fn key(finding: &Finding) -> (String, String, String, String) {
    let place = finding.place.as_ref();
    let file = place.map(|p| p.file.clone()).unwrap_or_default();
    let field = place.and_then(|p| p.field.clone()).unwrap_or_default();
    (finding.code.to_owned(), file, field, finding.message.to_string())
}

/// Copies a folder; hidden files and links to elsewhere stay behind as the files they point to.
fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let (source, target) = (entry.path(), to.join(&name));
        if source.is_dir() {
            copy_folder(&source, &target)?;
        } else if source.is_file() {
            // Pictures are large and are not changed: another name for the same file where that goes.
            let same = name.to_string_lossy().ends_with(".toml");
            if same || fs::hard_link(&source, &target).is_err() {
                fs::copy(&source, &target)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_that_cannot_be_loaded_any_more_is_an_error() {
        let loaded = load(Path::new("tests/fixtures/2024"));
        let file = "indsatser/ludo.toml";
        let old = loaded.sources.text(file).expect("the file");
        for new in [old.replace("navn = \"LUDO\"", "navn = 3"), old.replace("navn = ", "navn ")] {
            let change = FileChange { file: file.into(), old: Some(old.into()), new: Some(new) };
            let trial = trial(&loaded, &[change]).expect("tried");
            assert!(trial.loaded.report.is_none());
            assert!(!trial.errors().is_empty(), "{:?}", trial.new_findings);
        }
    }
}
