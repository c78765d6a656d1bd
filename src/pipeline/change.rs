//! Changed data files, put on the disk together: what the command line and the preview share.

use std::fs;
use std::path::Path;

use crate::finding::Finding;
use crate::output::write::{self, Replacement};
use crate::report::edit::trial::FileChange;
use crate::report::load::composed;
use crate::text;
use crate::words::Text;

/// Writes changes of the data in a folder, all or none. Tells what else became of the files.
///
/// A file may be saved with decomposed letters (NFD: `a` and a ring). What was read of it is
/// composed, so what was changed is the composed text, and that is written.
///
/// # Errors
/// Where a file is no longer what it was read as, or cannot be written.
pub fn write(dir: &Path, changes: &[FileChange]) -> Result<Vec<Text>, Finding> {
    let mut told = Vec::new();
    let mut files = Vec::new();
    for change in changes {
        let path = dir.join(&change.file);
        let old = change.old.clone().map(|read| match fs::read_to_string(&path) {
            Ok(there) if there != read && composed(there.clone()) == read => {
                if change.new.is_some() {
                    told.push(text!("write-composed", file = path.display().to_string()));
                }
                there
            }
            _ => read,
        });
        let new = change.new.clone().map(String::into_bytes);
        files.push(Replacement { path, old: old.map(String::into_bytes), new });
    }
    write::all(&files)?;
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(old: &str, new: Option<&str>) -> FileChange {
        let new = new.map(str::to_owned);
        FileChange { file: "a.toml".to_owned(), old: Some(old.to_owned()), new }
    }

    #[test]
    fn a_file_with_decomposed_letters_is_written_and_that_is_told() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = dir.path().join("a.toml");
        let decomposed = "navn = \"Pa\u{30a} gaden\" # a\u{301}\n";
        fs::write(&path, decomposed).expect("written");
        let read = composed(decomposed.to_owned());
        let refused = write(dir.path(), &[change("navn = \"noget andet\"", Some("x"))]);
        assert!(refused.is_err(), "another text is a change meanwhile");
        assert_eq!(fs::read_to_string(&path).expect("readable"), decomposed, "as it was");

        let told = write(dir.path(), &[change(&read, Some("navn = \"På vejen\" # á\n"))]);
        let told = told.expect("written");
        assert!(told.len() == 1 && told[0].to_string().contains("løse"), "{told:?}");
        assert_eq!(fs::read_to_string(&path).expect("readable"), "navn = \"På vejen\" # á\n");

        fs::write(&path, decomposed).expect("written");
        assert_eq!(write(dir.path(), &[change(&read, None)]).expect("removed").len(), 0);
        assert!(!path.exists());
    }
}
