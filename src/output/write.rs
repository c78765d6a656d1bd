//! Files are written whole or not at all: to a temporary file in the same folder, then renamed.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::codes;
use crate::finding::Finding;

/// Writes a file, making its folder where it is missing.
///
/// # Errors
/// Where it cannot; the file that was there before is untouched.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), Finding> {
    if path.is_dir() {
        return Err(Finding::error(
            codes::WRITE.code,
            format!("cannot write `{}`: a folder of that name stands there", path.display()),
        )
        .hint("move the folder away, or name another one with --out"));
    }
    let folder = folder_of(path);
    fs::create_dir_all(folder).map_err(|err| refuse(folder, "cannot make the folder", &err))?;
    through_temporary(folder, path, bytes).map_err(|err| refuse(path, "cannot write", &err))
}

/// A file to be written with others, as it was when its new content was made from it.
pub struct Replacement {
    /// Where.
    pub path: PathBuf,
    /// What stood there; none for a file that must not be there yet.
    pub old: Option<Vec<u8>>,
    /// What is to stand there; none for a file that goes.
    pub new: Option<Vec<u8>>,
}

/// Writes several files together: first all beside their places, then each into its own. Links are
/// followed, so that what they point to is written.
///
/// # Errors
/// Where one of them is no longer what it was, or cannot be written. Then none has changed: those
/// already in place are put back.
pub fn all(files: &[Replacement]) -> Result<(), Finding> {
    for file in files {
        unchanged(file)?;
    }
    let mut ready = Vec::new();
    for file in files {
        let path = fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone());
        let waiting = match &file.new {
            Some(bytes) => {
                let folder = folder_of(&path);
                fs::create_dir_all(folder)
                    .map_err(|err| refuse(folder, "cannot make the folder", &err))?;
                Some(temporary(folder, bytes).map_err(|err| refuse(&path, "cannot write", &err))?)
            }
            None => None,
        };
        ready.push((path, waiting));
    }
    for (done, ((path, waiting), file)) in ready.into_iter().zip(files).enumerate() {
        let placed = unchanged(file).and_then(|()| {
            match waiting {
                Some(waiting) => waiting.persist(&path).map(drop).map_err(|err| err.error),
                None => fs::remove_file(&path),
            }
            .map_err(|err| refuse(&path, "cannot write", &err))
        });
        if let Err(finding) = placed {
            put_back(files.get(..done).unwrap_or_default());
            return Err(finding);
        }
    }
    Ok(())
}

/// Whether the file is still what its new content was made from.
fn unchanged(file: &Replacement) -> Result<(), Finding> {
    let now = match fs::read(&file.path) {
        Ok(bytes) => Some(bytes),
        Err(err) if err.kind() == ErrorKind::NotFound => None,
        Err(err) => return Err(refuse(&file.path, "cannot read", &err)),
    };
    if now == file.old {
        return Ok(());
    }
    let words =
        format!("`{}` er ændret, mens sats arbejdede; intet er skrevet", file.path.display());
    Err(Finding::error(codes::WRITE.code, words).hint("kør kommandoen igen"))
}

fn put_back(files: &[Replacement]) {
    for file in files {
        // Whoever reads the finding is told what failed first; this is the best that can be done.
        let _ = match &file.old {
            Some(bytes) => through_temporary(folder_of(&file.path), &file.path, bytes),
            None => fs::remove_file(&file.path),
        };
    }
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn through_temporary(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary(folder, bytes)?.persist(path).map_err(|err| err.error)?;
    Ok(())
}

fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sats-").suffix(".part");
    // A temporary file is its owner's alone; the report is everybody's that the umask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn refuse(path: &Path, what: &str, err: &io::Error) -> Finding {
    let why = match err.kind() {
        ErrorKind::PermissionDenied => "no permission".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "a file stands where its folder should".to_owned()
        }
        _ => err.to_string(),
    };
    Finding::error(codes::WRITE.code, format!("{what} `{}`: {why}", path.display()))
        .hint("name another folder with --out; the file that was there before is untouched")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_and_its_folders_are_made_and_no_temporary_is_left() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = dir.path().join("a/b/c.pdf");
        whole(&path, b"one").expect("written");
        whole(&path, b"two").expect("replaced");
        assert_eq!(fs::read(&path).expect("readable"), b"two");
        let names: Vec<_> =
            fs::read_dir(dir.path().join("a/b")).expect("listed").flatten().collect();
        assert_eq!(names.len(), 1);
    }

    #[test]
    fn several_files_are_written_together_or_not_at_all() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| dir.path().join(name);
        fs::write(path("a"), b"a1").expect("written");
        fs::write(path("b"), b"b1").expect("written");
        let file = |name: &str, old: &[u8], new: &[u8]| Replacement {
            path: path(name),
            old: Some(old.to_vec()),
            new: Some(new.to_vec()),
        };
        let finding = all(&[file("a", b"a1", b"a2"), file("b", b"b0", b"b2")]).expect_err("stale");
        assert!(finding.message.contains("er ændret"), "{}", finding.message);
        assert_eq!(fs::read(path("a")).expect("there"), b"a1");
        // A folder in the way is seen only when the second file goes into its place.
        fs::create_dir(path("c")).expect("made");
        let blocked = Replacement { path: path("c"), old: None, new: Some(b"c".to_vec()) };
        assert!(all(&[file("a", b"a1", b"a2"), blocked]).is_err());
        assert_eq!(fs::read(path("a")).expect("there"), b"a1");
        let gone = Replacement { path: path("b"), old: Some(b"b1".to_vec()), new: None };
        all(&[file("a", b"a1", b"a2"), gone]).expect("written");
        assert_eq!(fs::read(path("a")).expect("there"), b"a2");
        assert!(!path("b").exists());
        assert_eq!(fs::read_dir(dir.path()).expect("listed").count(), 2, "nothing is left behind");
    }

    #[test]
    fn a_folder_in_the_files_place_is_named() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let finding = whole(dir.path(), b"x").expect_err("refused");
        assert!(finding.message.contains("a folder of that name"), "{}", finding.message);
    }

    #[test]
    fn a_file_in_the_folders_place_is_named() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::write(dir.path().join("out"), b"a file").expect("written");
        let finding = whole(&dir.path().join("out/x.pdf"), b"x").expect_err("refused");
        assert!(finding.message.contains("a file stands"), "{}", finding.message);
    }

    #[test]
    fn a_full_disk_and_a_missing_permission_are_told_apart() {
        let path = Path::new("out/x.pdf");
        let full = refuse(path, "cannot write", &ErrorKind::StorageFull.into());
        let denied = refuse(path, "cannot write", &ErrorKind::PermissionDenied.into());
        assert!(full.message.ends_with("the disk is full"));
        assert!(denied.message.ends_with("no permission"));
    }
}
