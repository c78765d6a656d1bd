//! The data files of a folder, some of which may be read as if they said something else.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::read;
use crate::finding::Finding;

/// What files are to say, by their names below the folder; none for one that goes.
pub(super) type Changes<'a> = BTreeMap<&'a str, Option<&'a str>>;

/// A folder with changes that are not written.
pub(super) struct Files<'a> {
    /// The folder.
    pub dir: &'a Path,
    /// What it does not say yet.
    pub changes: Changes<'a>,
}

impl Files<'_> {
    /// The text of a file.
    pub(super) fn text(&self, file: &str) -> Result<String, Finding> {
        match self.changes.get(file) {
            None => read::text(&self.dir.join(file), file),
            Some(None) => Err(read::missing(file)),
            Some(Some(text)) => {
                read::of_size(file, text.len() as u64)?;
                Ok(read::composed((*text).to_owned()))
            }
        }
    }

    /// Whether a file is not there.
    pub(super) fn are_without(&self, file: &str) -> bool {
        match self.changes.get(file) {
            Some(change) => change.is_none(),
            None => {
                let there = self.dir.join(file).symlink_metadata();
                there.is_err_and(|err| err.kind() == io::ErrorKind::NotFound)
            }
        }
    }

    /// The names in a folder (`indsatser`; empty for the data's own), in no order.
    pub(super) fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let of = |file: &str| {
            let (at, name) = file.rsplit_once('/').unwrap_or(("", file));
            (at == folder).then(|| name.to_owned())
        };
        let comes = self.changes.iter().filter(|(_, text)| text.is_some());
        let mut names: Vec<String> = comes.filter_map(|(file, _)| of(file)).collect();
        match fs::read_dir(self.dir.join(folder)) {
            Ok(entries) => {
                let there = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned());
                let changed: Vec<String> =
                    self.changes.keys().filter_map(|file| of(file)).collect();
                names.extend(there.filter(|name| !changed.contains(name)));
            }
            // Writing the first file makes the folder.
            Err(err) if err.kind() == io::ErrorKind::NotFound && !names.is_empty() => {}
            Err(err) => return Err(err),
        }
        Ok(names)
    }
}
