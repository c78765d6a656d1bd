//! Files are written whole or not at all: to a temporary file in the same folder, then renamed.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

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
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(|err| refuse(folder, "cannot make the folder", &err))?;
    through_temporary(folder, path, bytes).map_err(|err| refuse(path, "cannot write", &err))
}

fn through_temporary(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".sats-").suffix(".part");
    // A temporary file is its owner's alone; the report is everybody's that the umask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|err| err.error)?;
    Ok(())
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
