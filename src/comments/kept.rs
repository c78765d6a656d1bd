//! Comments that are kept beside the data, with what is done: `kommentarer-2024.json` beside the
//! year's folder. Files that come in later add to it; what is done stays done.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Comment, NOT_KEPT};
use crate::finding::Finding;
use crate::output::write;
use crate::text;
use crate::words::{Text, system};

/// Most bytes that are read of it.
const MOST: u64 = 64 * 1024 * 1024;

/// A comment, and whether somebody has seen to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Whether it is done.
    #[serde(default)]
    pub done: bool,
    /// The comment as it was read last.
    #[serde(flatten)]
    pub comment: Comment,
}

/// Where the comments on a year's drafts are kept.
#[must_use]
pub fn path(data: &Path, aar: i32) -> PathBuf {
    let data = std::fs::canonicalize(data).unwrap_or_else(|_| data.to_path_buf());
    data.with_file_name(format!("kommentarer-{aar}.json"))
}

/// What is kept; nothing where there is no such file yet.
///
/// # Errors
/// Where the file cannot be read: it is not written over then.
pub fn read(path: &Path) -> Result<Vec<Kept>, Finding> {
    let refuse = |why: Text| {
        let file = path.display().to_string();
        Finding::error(NOT_KEPT.code, text!("comments-unread", file = file, why = why))
            .hint(text!("comments-unread-hint"))
    };
    match std::fs::metadata(path) {
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(err) => return Err(refuse(system(&err))),
        Ok(meta) if meta.len() > MOST => return Err(refuse(text!("comments-too-large"))),
        Ok(_) => {}
    }
    let text = std::fs::read_to_string(path).map_err(|err| refuse(system(&err)))?;
    serde_json::from_str(&text).map_err(|err| refuse(err.to_string().into()))
}

/// What was kept with what was read now: a comment that is known is as it was read now, and done if
/// it was; others come behind. Says how many are new.
#[must_use]
pub fn merged(mut kept: Vec<Kept>, read: &[Comment]) -> (Vec<Kept>, usize) {
    let mut new = 0;
    for comment in read {
        match kept.iter_mut().find(|k| k.comment.id == comment.id) {
            Some(known) => known.comment = comment.clone(),
            None => {
                new += 1;
                kept.push(Kept { done: false, comment: comment.clone() });
            }
        }
    }
    (kept, new)
}

/// Writes what is kept, whole or not at all.
///
/// # Errors
/// Where it cannot.
pub fn write(path: &Path, kept: &[Kept]) -> Result<(), Finding> {
    // Comments have string keys only.
    let text = serde_json::to_string_pretty(kept).unwrap_or_default();
    write::whole(path, format!("{text}\n").as_bytes())
}

/// Sets whether a comment is done.
///
/// # Errors
/// Where there is no such comment, or the file cannot be read or written.
pub fn set_done(path: &Path, id: &str, done: bool) -> Result<(), Finding> {
    let mut kept = read(path)?;
    let Some(known) = kept.iter_mut().find(|k| k.comment.id == id) else {
        let finding = Finding::error(NOT_KEPT.code, text!("comments-gone"));
        return Err(finding.hint(text!("reload-page")));
    };
    known.done = done;
    write(path, &kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comment(id: &str, words: &str) -> Comment {
        Comment { id: id.to_owned(), words: words.to_owned(), ..Comment::default() }
    }

    #[test]
    fn several_reviewers_files_merge_and_what_is_done_stays_done() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("kommentarer-2024.json");
        assert_eq!(read(&path).expect("none yet"), []);
        let (kept, new) = merged(Vec::new(), &[comment("a", "et"), comment("b", "to")]);
        assert_eq!(new, 2);
        write(&path, &kept).expect("written");
        set_done(&path, "a", true).expect("done");
        let again = [comment("a", "et"), comment("c", "tre")];
        let (kept, new) = merged(read(&path).expect("read"), &again);
        let told: Vec<(&str, bool)> = kept.iter().map(|k| (&*k.comment.id, k.done)).collect();
        assert_eq!((told, new), (vec![("a", true), ("b", false), ("c", false)], 1));
        assert!(set_done(&path, "x", true).is_err(), "no such comment");
        std::fs::write(&path, "[{").expect("written");
        assert!(set_done(&path, "a", true).is_err(), "a broken file is told, not written over");
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "[{");
    }
}
