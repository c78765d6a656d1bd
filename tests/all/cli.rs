//! The program as a user meets it: exit status, what goes where, and what it says when it fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder with the report's data, and the program run in it.
pub(crate) struct Project {
    dir: tempfile::TempDir,
}

impl Project {
    pub(crate) fn new() -> Self {
        let project = Self::empty();
        copy(&repo().join("tests/fixtures/2024"), &project.path("data/2024"));
        project
    }

    pub(crate) fn empty() -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    /// The program, in this folder and without the user's settings.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sats"));
        command.args(args).current_dir(self.dir.path());
        for name in ["SOURCE_DATE_EPOCH", "HOME", "NO_COLOR", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        Run(self.command(args).output().expect("the program runs"))
    }

    /// Replaces words in a file.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.path(file);
        let text = fs::read_to_string(&path).expect("text");
        assert!(text.contains(from), "`{from}` is not in {file}");
        fs::write(path, text.replacen(from, to, 1)).expect("written");
    }

    /// The built-in layouts as a folder `mine`.
    pub(crate) fn own_layouts(&self) {
        copy(&repo().join("layouts"), &self.path("mine"));
    }
}

/// A finished run.
pub(crate) struct Run(Output);

impl Run {
    pub(crate) fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).expect("UTF-8 on stdout")
    }

    pub(crate) fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).expect("UTF-8 on stderr")
    }

    /// The run ended with this status, and never by a panic.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        let stderr = self.stderr();
        assert_eq!(self.0.status.code(), Some(status), "{stderr}");
        assert!(!stderr.contains("panicked"), "{stderr}");
        self
    }

    /// The run told all of these.
    #[track_caller]
    pub(crate) fn says(self, words: &[&str]) -> Self {
        let stderr = self.stderr();
        for words in words {
            assert!(stderr.contains(words), "`{words}` is not in:\n{stderr}");
        }
        self
    }
}

pub(crate) fn repo() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("listed").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

#[test]
fn a_missing_data_folder_is_told_with_what_to_do() {
    let empty = Project::empty();
    empty.run(&["build"]).ends(2).says(&["mappen »data« kan ikke læses", "--data"]);
    empty.run(&["check", "--data", "x"]).ends(2).says(&["mappen »x« findes ikke"]);
    fs::create_dir(empty.path("data")).expect("a folder");
    empty.run(&["build"]).ends(2).says(&["ingen årsmappe i »data«"]);
}

#[test]
fn the_newest_year_is_taken() {
    let project = Project::new();
    fs::create_dir(project.path("data/2025")).expect("a folder");
    fs::create_dir(project.path("data/kladde")).expect("a folder");
    project.run(&["check"]).ends(1).says(&["data/2025"]);
    project.run(&["check", "--data", "data/2024"]).ends(0);
}

#[test]
fn wrong_usage_ends_with_status_2() {
    let project = Project::empty();
    project.run(&["bild"]).ends(2).says(&["build"]);
    project.run(&["build", "offficial"]).ends(2).says(&["official"]);
    project.run(&["check", "--explain", "X999"]).ends(2).says(&["»X999«"]);
}

#[test]
fn help_is_told_in_danish_unless_english_is_asked_for() {
    let project = Project::empty();
    for (args, told) in [
        (&["--help"][..], &["Brug: sats [VALG] <KOMMANDO>", "Valg:", "Slutkode: 0 færdig"][..]),
        (&["build", "-h"], &["Udkast:", "--since <MAPPE|REV>", "[ellers: bars] [kan være:"]),
        (&["diff", "-h"], &["Argumenter:\n  <GAMMEL>", "[NY]"]),
        (&["help", "import"], &["--dry-run", "skriv intet"]),
        (&["--lang", "en", "--help"], &["Usage: sats [OPTIONS] <COMMAND>", "Exit status: 0 done"]),
    ] {
        let run = project.run(args).ends(0);
        for words in told {
            assert!(run.stdout().contains(words), "{words}: {}", run.stdout());
        }
    }
    project.run(&["import"]).ends(2).says(&["der mangler <FIL>..."]);
}

#[test]
fn a_command_that_is_typed_wrongly_is_told_in_danish() {
    let project = Project::empty();
    for (args, told) in [
        (&["new", "tyve"][..], &["»tyve« kan ikke bruges som <ÅR>", "skriv et helt tal"][..]),
        (&["preview", "--port", "99999"], &["»99999«", "fra 0 til 65535"]),
        (&["check", "--onlyy", "ludo"], &["`--onlyy` kendes ikke", "mente du `--only`?"]),
        (&["check", "--only"], &["mangler en værdi efter --only", "sats check --help"]),
        (&["accept", "D010"], &["der mangler --reason"]),
        (&["byg"], &["kommandoen `byg` findes ikke", "sats --help"]),
        (&["check", "--lang", "sv"], &["»sv«", "da eller en"]),
        (&["new", "tyve", "--lang", "en"], &["“tyve” cannot be used", "a whole number"]),
    ] {
        let run = project.run(args).ends(2).says(told);
        let english = ["error:", "invalid", "For more information"];
        assert!(!english.iter().any(|words| run.stderr().contains(words)), "{}", run.stderr());
    }
}

/// Codes in the program's text, `"D010"`: a letter and three digits, tests left out.
fn codes_in(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            codes_in(&path, codes);
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && path.file_stem().is_some_and(|stem| stem != "tests")
        {
            let text = fs::read_to_string(&path).expect("text");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            codes.extend(text.split('"').filter(|word| is_code(word)).map(str::to_owned));
        }
    }
}

fn is_code(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.chars().skip(1).all(|c| c.is_ascii_digit())
}

#[test]
fn every_code_is_explained() {
    let mut codes = BTreeSet::new();
    codes_in(&repo().join("src"), &mut codes);
    assert!(codes.len() > 60, "{codes:?}");
    let project = Project::empty();
    for code in codes {
        let told = project.run(&["check", "--explain", &code]).ends(0).stdout();
        assert!(told.starts_with(&code) && told.len() > 60, "{told}");
    }
}

/// A code that is written out where it is used may be another finding's.
#[test]
fn no_finding_is_made_with_a_code_of_its_own() {
    let mut folders = vec![repo().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs")
                && path.file_stem().is_some_and(|stem| stem != "tests")
            {
                let text =
                    fs::read_to_string(&path).expect("text").replace(char::is_whitespace, "");
                // Tests of the findings themselves, and codes of the preflight's rules, aside.
                let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                for call in ["Finding::error(\"", "Finding::warning(\"", "Finding::new(\""] {
                    assert!(!text.contains(call), "{}: {call}", path.display());
                }
            }
        }
    }
}

#[test]
fn a_map_file_that_is_none_is_explained_as_one() {
    let project = Project::new();
    project.edit("data/2024/rapport.toml", "titel = ", "geojson = \"by.geojson\"\ntitel = ");
    fs::write(project.path("data/2024/by.geojson"), "{").expect("written");
    project.run(&["build"]).says(&["fejl[D039]", "GeoJSON"]);
    let told = project.run(&["check", "--explain", "D039"]).ends(0).stdout();
    assert!(told.contains("FeatureCollection"), "{told}");
}

#[test]
fn a_missing_layouts_folder_is_told() {
    let project = Project::new();
    project
        .run(&["build", "--layouts", "mine"])
        .ends(2)
        .says(&["mappen med layouts »mine« findes ikke", "uden --layouts"]);
}

#[test]
fn a_folder_with_one_layout_lies_over_those_built_in() {
    let project = Project::new();
    project.run(&["layouts", "eject", "theme.toml", "--to", "mine"]).ends(0);
    project.run(&["layouts", "eject", "theme.toml", "--to", "mine"]).ends(2).says(&["allerede"]);
    project.run(&["layouts", "eject", "tema.toml"]).ends(2).says(&["`tema.toml`"]);
    project.run(&["build", "--only", "ludo", "--layouts", "mine"]).ends(0);
    fs::write(project.path("mine/opslag.typ"), "#let opslag = none").expect("written");
    project.run(&["check", "--layouts", "mine"]).says(&[
        "L005",
        "mine/opslag.typ",
        "`komponenter/opslag.typ`?",
    ]);
}

#[test]
fn a_layouts_syntax_error_is_shown_with_its_line() {
    let project = Project::new();
    project.own_layouts();
    let path = project.path("mine/report.typ");
    let text = fs::read_to_string(&path).expect("text");
    fs::write(&path, format!("{text}\n#let x = (1, \n")).expect("written");
    let line = format!("mine/report.typ:{}:", text.lines().count() + 2);
    project.run(&["build", "--layouts", "mine"]).ends(1).says(&[
        "fejl[L001]: unclosed delimiter",
        &line,
        "#let x = (1,",
        "━",
    ]);
}

#[test]
fn a_family_that_is_not_there_is_told_with_those_that_are() {
    let project = Project::new();
    project.own_layouts();
    project.edit("mine/theme.toml", "\"Sats Sans\"", "\"KBH Tekst\"");
    project
        .run(&["build", "--layouts", "mine"])
        .ends(1)
        .says(&["ingen skrift af familien »KBH Tekst«", "Source Sans 3"]);
}

#[test]
fn a_file_that_is_no_font_is_told() {
    let project = Project::new();
    fs::create_dir(project.path("skrifter")).expect("a folder");
    fs::write(project.path("skrifter/KBH.otf"), "no font").expect("written");
    project
        .run(&["build", "--fonts", "skrifter"])
        .ends(2)
        .says(&["skriften »skrifter/KBH.otf« kan ikke læses"]);
    project.run(&["fonts", "--fonts", "ingen"]).ends(2).says(&["»ingen«"]);
}

#[test]
fn fonts_lists_what_is_asked_for_and_got() {
    let project = Project::new();
    let out = project.run(&["fonts"]).ends(0).stdout();
    assert!(out.starts_with("Sats Sans\n"), "{out}");
    assert!(
        out.contains("600 kursiv   fonts/SatsSans-SemiboldIt.otf (må lægges i en PDF"),
        "{out}"
    );
}

#[test]
fn a_character_without_a_glyph_is_told_with_its_line() {
    let project = Project::new();
    project.edit("data/2024/indsatser/ludo.toml", "lead = \"\"\"\n", "lead = \"\"\"\n日 ");
    project.run(&["check"]).ends(1).says(&["U+65E5", "i `lead`", "indsatser/ludo.toml:", "日"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Project::empty()
        .command(&["schema"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    Run(output).ends(0);
}

#[test]
fn next_years_folder_is_made_beside_this_years() {
    let project = Project::new();
    let run = project.run(&["new", "2025"]).ends(0).says(&["udfyldes"]);
    assert!(run.stdout().lines().any(|line| line == "data/2025/rapport.toml"), "{}", run.stdout());
    project.run(&["check", "--data", "data/2025"]).ends(0);
    project.run(&["new", "2025", "--from", "data/2024"]).ends(2).says(&["findes allerede"]);
    project.run(&["new", "2024", "--data", "data/2024"]).ends(2).says(&["»data/2024«"]);
}

#[test]
fn a_copied_file_is_the_one_that_is_told_of() {
    let project = Project::new();
    let folder = project.path("data/2024/indsatser");
    fs::copy(folder.join("ludo.toml"), folder.join("a-kopi.toml")).expect("copied");
    let run = project.run(&["check", "--format", "short"]).ends(1);
    let said = run.stdout();
    let twice = said.lines().find(|line| line.contains("[D040]")).expect("the name stands twice");
    assert!(twice.contains("a-kopi.toml:"), "{twice}");
    let lost = said.lines().find(|line| line.contains("[D034]")).expect("it is in no order");
    let has = fs::read_to_string(project.path("data/2024/rapport.toml")).expect("read");
    let named = lost.contains("overblik_raekkefoelge");
    assert_eq!(named, has.contains("overblik_raekkefoelge"), "{lost}");
}

#[test]
fn what_is_missing_is_counted_alike_wherever_it_is_counted() {
    let project = Project::new();
    let said = project.run(&["build"]).ends(0).stderr();
    let report = sats::report::load::load(&project.path("data/2024")).report.expect("the report");
    let fields = sats::report::diff::missing(&report).len();
    assert!(said.contains(&format!("{fields} mangler")), "{fields}: {said}");
}
