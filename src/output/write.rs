//! Files are written whole or not at all: to a temporary file in the same folder, then renamed.
//!
//! A path may also be a link (the file that it leads to is replaced, the link stays) or a device
//! or pipe (written to, never replaced).

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::codes;
use super::faults::step;
use super::parts::{self, Part};
use crate::finding::Finding;
use crate::limits;
use crate::text;
use crate::words::{Text, system};

/// How many links may follow one another, as in Linux' own path look-up.
const MOST_LINKS: usize = limits::LINKS;
/// What Windows says when another program has the file open without sharing it.
const SHARING_VIOLATION: i32 = 32;

static SIGNALS_ARE_HANDLED: AtomicBool = AtomicBool::new(false);

/// Says that the program ends by itself when a signal comes, so that writing does not end it.
pub fn handle_signals_elsewhere() {
    SIGNALS_ARE_HANDLED.store(true, Ordering::Relaxed);
}

#[cfg(unix)]
pub(super) fn signals_are_handled() -> bool {
    SIGNALS_ARE_HANDLED.load(Ordering::Relaxed)
}

/// Writes a file, making its folder where it is missing.
///
/// # Errors
/// Where it cannot; the file that was there before is untouched.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), Finding> {
    if path.is_dir() {
        return Err(Finding::error(
            codes::WRITE.code,
            text!("write-folder-there", file = path.display().to_string()),
        )
        .hint(text!("write-folder-there-hint")));
    }
    let target = followed(path).map_err(|err| refuse(path, What::Write, &err))?;
    if is_special(&target) {
        return into_special(&target, bytes).map_err(|err| refuse(path, What::Write, &err));
    }
    let folder = folder_of(&target);
    make_folder(folder)?;
    parts::clear(folder);
    through_temporary(folder, &target, bytes).map_err(|err| refuse(path, What::Write, &err))
}

/// Where a path leads when its links are followed; a link that leads to nothing names the file
/// that is to be made.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&at) {
            Ok(to) => at = at.parent().unwrap_or(Path::new("")).join(to),
            Err(_) => return Ok(at),
        }
    }
    Err(io::Error::other("its links lead in a circle"))
}

/// Whether something is there that is neither a file nor a folder: a device, a pipe, a socket.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir())
}

/// Writes to what cannot be replaced. A pipe that nobody reads is no reason to wait for ever:
/// its writer is refused at once where the system can say so.
fn into_special(path: &Path, bytes: &[u8]) -> io::Result<()> {
    step()?;
    let mut file = OpenOptions::new().write(true).open(path)?;
    step()?;
    file.write_all(bytes)?;
    file.flush()
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
                make_folder(folder)?;
                Some(temporary(folder, bytes).map_err(|err| refuse(&path, What::Write, &err))?)
            }
            None => None,
        };
        ready.push((path, waiting));
    }
    for (done, ((path, waiting), file)) in ready.into_iter().zip(files).enumerate() {
        let placed = unchanged(file).and_then(|()| {
            match waiting {
                Some(waiting) => waiting.put(&path),
                None => step().and_then(|()| fs::remove_file(&path)),
            }
            .map_err(|err| refuse(&path, What::Write, &err))
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
    // A device or a pipe cannot be put back, and reading one may never end.
    if is_special(&file.path) {
        let file = file.path.display().to_string();
        let words = text!("cannot-write", file = file, why = text!("write-no-file"));
        return Err(Finding::error(codes::WRITE.code, words).hint(text!("write-hint")));
    }
    let now = match step().and_then(|()| fs::read(&file.path)) {
        Ok(bytes) => Some(bytes),
        Err(err) if err.kind() == ErrorKind::NotFound => None,
        Err(err) => return Err(refuse(&file.path, What::Read, &err)),
    };
    if now == file.old {
        return Ok(());
    }
    let words = text!("write-changed", file = file.path.display().to_string());
    Err(Finding::error(codes::WRITE.code, words).hint(text!("write-changed-hint")))
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

fn make_folder(folder: &Path) -> Result<(), Finding> {
    let made = step().and_then(|()| fs::create_dir_all(folder));
    made.map_err(|err| refuse(folder, What::Folder, &err))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn through_temporary(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary(folder, bytes)?.put(path)
}

/// A file written beside its place.
struct Waiting {
    file: tempfile::NamedTempFile,
    /// Until it is in its place a signal removes it.
    _part: Part,
}

impl Waiting {
    fn put(self, path: &Path) -> io::Result<()> {
        step()?;
        self.file.persist(path).map(drop).map_err(|err| err.error)
    }
}

fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<Waiting> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(parts::PREFIX).suffix(parts::SUFFIX);
    // A temporary file is its owner's alone; the report is everybody's that the umask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    step()?;
    let mut file = builder.tempfile_in(folder)?;
    let part = Part::new(file.path());
    // In two parts, so that a fault can come between them.
    let (first, rest) = bytes.split_at(bytes.len() / 2);
    for some in [first, rest] {
        step()?;
        file.write_all(some)?;
    }
    step()?;
    file.as_file().sync_all()?;
    Ok(Waiting { file, _part: part })
}

fn refuse(path: &Path, what: What, err: &io::Error) -> Finding {
    let why: Text = match err.kind() {
        _ if cfg!(windows) && err.raw_os_error() == Some(SHARING_VIOLATION) => {
            text!("system-busy")
        }
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => text!("write-file-there"),
        _ => system(err),
    };
    let file = path.display().to_string();
    let words = match what {
        What::Write => text!("cannot-write", file = file, why = why),
        What::Read => text!("cannot-read", file = file, why = why),
        What::Folder => text!("cannot-make-folder", file = file, why = why),
    };
    Finding::error(codes::WRITE.code, words).hint(text!("write-hint"))
}

/// What could not be done.
#[derive(Clone, Copy)]
enum What {
    Write,
    Read,
    Folder,
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
        assert!(finding.message.to_string().contains("er ændret"), "{}", finding.message);
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
        assert!(
            finding.message.to_string().contains("en mappe med det navn"),
            "{}",
            finding.message
        );
    }

    #[test]
    fn a_file_in_the_folders_place_is_named() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        fs::write(dir.path().join("out"), b"a file").expect("written");
        let finding = whole(&dir.path().join("out/x.pdf"), b"x").expect_err("refused");
        assert!(finding.message.to_string().contains("der ligger en fil"), "{}", finding.message);
    }

    #[test]
    fn a_full_disk_and_a_missing_permission_are_told_apart() {
        let path = Path::new("out/x.pdf");
        let full = refuse(path, What::Write, &ErrorKind::StorageFull.into());
        let denied = refuse(path, What::Write, &ErrorKind::PermissionDenied.into());
        assert!(full.message.to_string().ends_with("disken er fuld"));
        assert!(denied.message.to_string().ends_with("du har ikke adgang"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_its_target_is_replaced() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (real, link) = (dir.path().join("real.pdf"), dir.path().join("link.pdf"));
        fs::write(&real, b"old").expect("written");
        std::os::unix::fs::symlink("real.pdf", &link).expect("linked");
        whole(&link, b"new").expect("written");
        assert!(fs::symlink_metadata(&link).expect("there").file_type().is_symlink());
        assert_eq!(fs::read(&real).expect("readable"), b"new");

        let dangling = dir.path().join("dangling.pdf");
        std::os::unix::fs::symlink("made/later.pdf", &dangling).expect("linked");
        whole(&dangling, b"new").expect("written");
        assert_eq!(fs::read(dir.path().join("made/later.pdf")).expect("readable"), b"new");

        let circle = dir.path().join("circle.pdf");
        std::os::unix::fs::symlink("circle.pdf", &circle).expect("linked");
        let finding = whole(&circle, b"new").expect_err("refused");
        assert!(finding.message.to_string().contains("circle"), "{}", finding.message);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_never_replaced() {
        whole(Path::new("/dev/null"), b"gone").expect("written");
        assert!(is_special(Path::new("/dev/null")), "it is still a device");
    }

    #[test]
    fn part_files_of_dead_runs_are_cleared_and_new_ones_stay() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (old, young) = (dir.path().join(".sats-a.part"), dir.path().join(".sats-b.part"));
        let day = std::time::Duration::from_secs(86_400);
        let file = fs::File::create(&old).expect("made");
        file.set_modified(std::time::SystemTime::UNIX_EPOCH + day).expect("made old");
        fs::write(&young, b"being written").expect("made");
        whole(&dir.path().join("x.pdf"), b"x").expect("written");
        assert!(!old.exists() && young.exists());
    }
}
