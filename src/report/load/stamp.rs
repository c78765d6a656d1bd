//! Whether a folder of data is what it was: the names, lengths and times of its files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::INDSATSER_DIR;
use super::files::Changes;
use super::pictures::{PICTURES_DIR, SYMBOLS_DIR};

/// How often a folder that changes is read again.
pub(super) const TRIES: usize = 5;
/// How long its writer is waited for in between.
pub(super) const PAUSE: Duration = Duration::from_millis(30);
/// Two changes of a file so close together may have the same time: clocks of file systems are coarse.
const CLOSE: Duration = Duration::from_secs(1);

/// Every file that reading the folder may look at, as the system describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stamp(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

pub(super) fn stamp(dir: &Path) -> Stamp {
    let mut all = BTreeMap::new();
    let below = [INDSATSER_DIR, PICTURES_DIR, SYMBOLS_DIR].map(|folder| dir.join(folder));
    for folder in std::iter::once(dir.to_owned()).chain(below) {
        // A folder that is not there has no files; what is wrong with it is told by who reads it.
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let hidden = entry.file_name().to_str().is_some_and(|name| name.starts_with('.'));
            // Of a link, what it leads to.
            let described = fs::metadata(entry.path());
            if let (false, Ok(meta)) = (hidden, described)
                && !meta.is_dir()
            {
                all.insert(entry.path(), (meta.len(), meta.modified().ok()));
            }
        }
    }
    Stamp(all)
}

impl Stamp {
    /// As it is with changes, as far as the names go.
    pub(super) fn with(mut self, dir: &Path, changes: &Changes<'_>) -> Self {
        for (file, text) in changes {
            match text {
                Some(_) => drop(self.0.entry(dir.join(file)).or_default()),
                None => drop(self.0.remove(&dir.join(file))),
            }
        }
        self
    }

    /// Whether it names the same files, and all that hold no text are as they were.
    pub(super) fn is_but_for_texts(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self
                .0
                .iter()
                .zip(&other.0)
                .all(|((path, is), (named, was))| path == named && (is == was || is_text(path)))
    }

    /// Whether a file that holds no text changed so lately that a later change may not show.
    pub(super) fn is_fresh(&self) -> bool {
        #[expect(
            clippy::disallowed_methods,
            reason = "decides what is read again, no output's bytes"
        )]
        let now = SystemTime::now();
        let lately = |time: SystemTime| now.duration_since(time).is_ok_and(|age| age > CLOSE);
        self.0.iter().any(|(path, (_, time))| !is_text(path) && !time.is_some_and(lately))
    }
}

/// Whether it is a file that is compared by what it says.
fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "toml")
}
