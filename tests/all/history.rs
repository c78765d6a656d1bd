//! The data as it was, from a folder and from git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sats::report::diff::diff;
use sats::report::history::{codes, earlier};
use sats::report::load;

/// A repository with the data of 2024 and a first commit.
struct Repository {
    dir: tempfile::TempDir,
}

impl Repository {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let repository = Self { dir };
        copy(&source(), &repository.data());
        repository.git(&["init", "-q", "-b", "main"]);
        repository.commit("first");
        repository
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("data/2024")
    }

    fn git(&self, args: &[&str]) {
        let name = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
        let done =
            Command::new("git").arg("-C").arg(self.dir.path()).args(name).args(args).status();
        assert!(done.is_ok_and(|s| s.success()), "git {args:?}");
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.data().join(file);
        let text = fs::read_to_string(&path).expect("the file is there");
        assert!(text.contains(from), "{file} has no {from:?}");
        fs::write(path, text.replacen(from, to, 1)).expect("written");
    }

    fn code_of(&self, since: &str) -> Vec<&'static str> {
        let refused = earlier(&self.data(), since).expect_err("no such data");
        refused.findings.iter().map(|f| f.code).collect()
    }
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the data is there") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, to).expect("a copy");
        }
    }
}

fn has_git() -> bool {
    let there = Command::new("git").arg("--version").output().is_ok_and(|o| o.status.success());
    if !there {
        crate::skip::without("git");
    }
    there
}

#[test]
fn what_was_committed_is_compared_with_what_stands_there_now() {
    if !has_git() {
        return;
    }
    let repository = Repository::new();
    repository.edit("indsatser/eki.toml", "2021 = 89", "2021 = 91");
    repository.commit("second");
    repository.edit("indsatser/ludo.toml", "2023 = 16", "2023 = 17");
    let new = load::load(&repository.data()).report.expect("good data");
    let labels = |since: &str| -> Vec<String> {
        let old = earlier(&repository.data(), since).expect("good data then");
        diff(&old, &new).changes.into_iter().map(|c| c.label).collect()
    };
    assert_eq!(labels("HEAD"), ["Brugere 2023"]);
    assert_eq!(labels("HEAD~1"), ["Brugere, Forløb 2021", "Brugere 2023"]);
    let folder = source();
    let of_folder = labels(folder.to_str().expect("a path in UTF-8"));
    assert_eq!(of_folder, ["Brugere, Forløb 2021", "Brugere 2023"]);
}

#[test]
fn what_git_does_not_have_is_said_plainly() {
    if !has_git() {
        return;
    }
    let repository = Repository::new();
    assert_eq!(repository.code_of("no-such-tag"), [codes::NO_REVISION.code]);
    assert_eq!(repository.code_of("--help"), [codes::NO_REVISION.code]);
    assert_eq!(repository.code_of("$(touch x); `id`"), [codes::NO_REVISION.code]);
    // Years are offered where there are any, and no others.
    let hints = || {
        let refused = earlier(&repository.data(), "2023").expect_err("no such data");
        let hints = refused.findings.iter().flat_map(|f| &f.hints);
        hints.map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    assert!(!hints().contains("20"), "{}", hints());
    copy(&source(), &repository.data().with_file_name("2022"));
    assert!(hints().contains("nævn 2022"), "{}", hints());
    fs::remove_dir_all(repository.data().with_file_name("2022")).expect("removed");
    repository.git(&["mv", "data/2024", "elsewhere"]);
    repository.commit("moved away");
    repository.git(&["mv", "elsewhere", "data/2024"]);
    assert_eq!(repository.code_of("HEAD"), [codes::NO_DATA.code]);
    let bare = tempfile::tempdir().expect("a temporary folder");
    let refused = earlier(bare.path(), "HEAD").expect_err("no repository");
    assert_eq!(
        refused.findings.iter().map(|f| f.code).collect::<Vec<_>>(),
        [codes::NO_REPOSITORY.code]
    );
}

#[test]
fn data_that_was_faulty_then_is_shown_with_its_revision() {
    if !has_git() {
        return;
    }
    let repository = Repository::new();
    repository.edit("indsatser/eki.toml", "navn = ", "navm = ");
    repository.commit("broken");
    let refused = earlier(&repository.data(), "HEAD").expect_err("faulty then");
    assert_eq!(refused.findings.first().map(|f| f.code), Some(codes::FAULTY.code));
    let places: Vec<&str> = refused
        .findings
        .iter()
        .filter_map(|f| Some(refused.sources.shown(&f.place.as_ref()?.file)))
        .collect();
    assert!(!places.is_empty());
    assert!(places.iter().all(|p| *p == "HEAD:indsatser/eki.toml"), "{places:?}");
}
