//! A folder as it was at a revision, read through the git program: no shell, no hooks, no change
//! to the repository.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::codes;
use crate::finding::Finding;
use crate::limits;
use crate::text;
use crate::words::{Text, system};

/// Most bytes of one file that are taken.
const LARGEST: usize = limits::GIT_FILE;

/// A file of the revision: its path in the folder and its object's name.
struct Blob {
    path: PathBuf,
    object: String,
}

/// Writes the folder's files, as they were at the revision, into `to`.
///
/// # Errors
/// No git, no repository, no such revision, or no such folder in it.
pub(super) fn extract(folder: &Path, revision: &str, to: &Path) -> Result<(), Finding> {
    let prefix = prefix(folder, revision)?;
    let commit = commit(folder, revision)?;
    let blobs = blobs(folder, &commit, &prefix)?;
    if !blobs.iter().any(|b| b.path == Path::new("rapport.toml")) {
        let shown = if prefix.is_empty() { "." } else { prefix.trim_end_matches('/') };
        let said = text!("history-no-data", revision = revision, folder = shown);
        return Err(Finding::error(codes::NO_DATA.code, said).hint(text!("history-no-data-hint")));
    }
    write(folder, &blobs, to)
}

fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args([
        "--no-pager",
        "--literal-pathspecs",
        "-c",
        "core.quotePath=off",
    ]);
    // Inside a hook git sets these for its own repository, which may not be the data's.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
        git.env_remove(name);
    }
    git.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
    git.stdin(Stdio::null());
    git
}

fn run<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Result<Output, Finding> {
    git(folder).args(args).output().map_err(|err| cannot_run(&err))
}

fn cannot_run(err: &std::io::Error) -> Finding {
    Finding::error(codes::NO_GIT.code, text!("history-no-git", why = system(err)))
        .hint(text!("history-no-git-hint"))
}

/// The first line that git complained with.
fn complaint(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|l| !l.trim().is_empty()).unwrap_or("no reason given");
    line.trim_start_matches("fatal: ").to_owned()
}

/// The folder's path in its repository: empty, or with a slash at its end.
fn prefix(folder: &Path, revision: &str) -> Result<String, Finding> {
    let output = run(folder, &["rev-parse", "--show-prefix"])?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned());
    }
    let folder = folder.display().to_string();
    let why = complaint(&output);
    let said = match why.starts_with("not a git repository") {
        true => text!("history-no-repository", revision = revision, folder = folder),
        // Such as a repository that belongs to another user: git says what to type.
        false => text!("history-unread", folder = folder, why = why),
    };
    Err(Finding::error(codes::NO_REPOSITORY.code, said).hint(text!("history-no-repository-hint")))
}

fn commit(folder: &Path, revision: &str) -> Result<String, Finding> {
    let wanted = format!("{revision}^{{commit}}");
    let args = ["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted];
    let output = run(folder, &args)?;
    let name = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() && !name.is_empty() {
        return Ok(name);
    }
    let said = text!("history-no-revision", revision = revision);
    let years = super::years_beside(folder);
    let finding = Finding::error(codes::NO_REVISION.code, said);
    let finding = match years.is_empty() {
        true => finding.hint(text!("history-no-revision-hint")),
        false => finding.hint(text!("history-years-hint", years = Text::one_of(years))),
    };
    Err(finding.hint(text!("history-shallow-hint")))
}

/// The plain files of the folder; links and submodules are no data.
fn blobs(folder: &Path, commit: &str, prefix: &str) -> Result<Vec<Blob>, Finding> {
    let tree = format!("{commit}:{}", prefix.trim_end_matches('/'));
    let output = run(folder, &["ls-tree", "-r", "-z", "--full-tree", &tree])?;
    if !output.status.success() {
        // The revision is known to be there: what is missing is the folder.
        return Ok(Vec::new());
    }
    let list = String::from_utf8_lossy(&output.stdout);
    Ok(list.split('\0').filter_map(blob).collect())
}

/// Reads `100644 blob 0123… TAB indsatser/ludo.toml`.
fn blob(entry: &str) -> Option<Blob> {
    let (meta, path) = entry.split_once('\t')?;
    let mut meta = meta.split(' ');
    let (mode, kind, object) = (meta.next()?, meta.next()?, meta.next()?);
    let path = PathBuf::from(path);
    let inside = path.components().all(|c| matches!(c, Component::Normal(_)));
    (mode.starts_with("100") && kind == "blob" && inside)
        .then(|| Blob { path, object: object.to_owned() })
}

/// Asks git for all files at once and writes them.
fn write(folder: &Path, blobs: &[Blob], to: &Path) -> Result<(), Finding> {
    let mut child = git(folder)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|err| cannot_run(&err))?;
    let wanted: String = blobs.iter().map(|b| format!("{}\n", b.object)).collect();
    let stdin = child.stdin.take();
    // git answers while it is still being asked: both ends at once, or both wait for ever.
    let asking = std::thread::spawn(move || {
        stdin.map_or(Ok(()), |mut stdin| stdin.write_all(wanted.as_bytes()))
    });
    let output = child.wait_with_output().map_err(|err| cannot_run(&err))?;
    let asked = asking.join().is_ok_and(|written| written.is_ok());
    let mut rest = output.stdout.as_slice();
    for blob in blobs {
        let content = next(&mut rest).filter(|_| asked).ok_or_else(|| {
            let said = text!("history-lost", file = blob.path.display().to_string());
            Finding::error(codes::NO_DATA.code, said).hint(text!("history-lost-hint"))
        })?;
        save(&to.join(&blob.path), content)?;
    }
    Ok(())
}

/// Reads one answer: `0123… blob 42`, a line break, 42 bytes, a line break.
fn next<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|b| *b == b'\n')?;
    let (head, after) = rest.split_at_checked(end + 1)?;
    let head = std::str::from_utf8(head).ok()?;
    let size: usize = head.trim_end().rsplit(' ').next()?.parse().ok()?;
    if size > LARGEST {
        return None;
    }
    let (content, after) = after.split_at_checked(size)?;
    *rest = after.strip_prefix(b"\n")?;
    Some(content)
}

fn save(path: &Path, content: &[u8]) -> Result<(), Finding> {
    let made = path.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| fs::write(path, content)).map_err(|err| {
        Finding::error(codes::NO_DATA.code, text!("history-no-room", why = system(&err)))
            .hint(text!("history-no-room-hint"))
    })
}
