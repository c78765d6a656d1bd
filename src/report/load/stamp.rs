//! Whether a folder of data is what it was: the names, lengths and times of its files.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::INDSATSER_DIR;
use super::pictures::PICTURES_DIR;

/// How often a folder that changes is read again.
pub(super) const TRIES: usize = 5;
/// How long its writer is waited for in between.
pub(super) const PAUSE: Duration = Duration::from_millis(30);

/// Every file that reading the folder may look at, as the system describes it.
pub(super) fn stamp(dir: &Path) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    let mut all = Vec::new();
    for folder in [dir.to_owned(), dir.join(INDSATSER_DIR), dir.join(PICTURES_DIR)] {
        // A folder that is not there has no files; what is wrong with it is told by who reads it.
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let hidden = entry.file_name().to_str().is_some_and(|name| name.starts_with('.'));
            // Of a link, what it leads to.
            let described = fs::metadata(entry.path());
            if let (false, Ok(meta)) = (hidden, described) {
                all.push((entry.path(), meta.len(), meta.modified().ok()));
            }
        }
    }
    all.sort();
    all
}
