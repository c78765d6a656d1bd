//! Bad data and what is said about it: every file in `tests/bad/` takes the place of a file of the
//! small good report beside it (the first line says which), and gives the report in its `.txt`.
//! `SATS_UPDATE=1` writes the reports anew, and fails, so that nobody forgets to read them.

use std::fs;
use std::path::{Path, PathBuf};

use sats::finding::{Severity, print};
use sats::report::load::{Loaded, load};
use sats::words::Words;

fn bad() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// A copy of the small good report in a folder of its own, named by its year.
pub(crate) struct Copy {
    dir: tempfile::TempDir,
}

impl Copy {
    pub(crate) fn new() -> Self {
        let copy = Self { dir: tempfile::tempdir().expect("a folder") };
        copy_dir(&bad().join("good"), &copy.path());
        copy
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.dir.path().join("2024")
    }

    pub(crate) fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path().join(file), content).expect("written");
    }

    pub(crate) fn load(&self) -> Loaded {
        load(&self.path())
    }
}

fn copy_dir(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the good report") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// The short report without the folder's own path.
pub(crate) fn short(loaded: &Loaded) -> String {
    let report = print::short(&loaded.findings, &loaded.sources, Words::danish());
    let dir = format!("{}/", loaded.dir.display().to_string().replace('\\', "/"));
    report.replace(&dir, "")
}

#[test]
fn the_good_report_has_no_findings() {
    let loaded = Copy::new().load();
    assert_eq!(short(&loaded), "");
    assert_eq!(loaded.report.map(|r| r.indsatser.len()), Some(2));
}

#[test]
fn every_bad_file_gives_its_report() {
    let update = std::env::var_os("SATS_UPDATE").is_some();
    let mut files: Vec<PathBuf> = fs::read_dir(bad())
        .expect("tests/bad")
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    assert!(files.len() > 15, "the bad files are there");
    let mut differing = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a bad file");
        let target = text
            .lines()
            .next()
            .and_then(|l| l.strip_prefix("# replaces: "))
            .expect("the first line says what it replaces");
        let copy = Copy::new();
        copy.write(target, &text);
        let loaded = copy.load();
        let report = short(&loaded);
        assert_eq!(loaded.report.is_none(), report.contains(": fejl["), "{report}");
        let expected = file.with_extension("txt");
        if update {
            fs::write(&expected, &report).expect("written");
        } else if fs::read_to_string(&expected).unwrap_or_default() != report {
            differing.push(format!("{}:\n{report}", file.display()));
        }
    }
    assert!(!update, "reports written: read what changed, then run without SATS_UPDATE");
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn a_bad_rapport_does_not_hide_the_mistakes_of_other_files() {
    let copy = Copy::new();
    copy.write("rapport.toml", "titel = ");
    copy.write("forvaltninger.toml", "forvaltning = 3");
    let ludo = fs::read_to_string(bad().join("references.toml")).expect("a bad file");
    copy.write("indsatser/ludo.toml", ludo);
    let report = short(&copy.load());
    for part in ["rapport.toml:", "forvaltninger.toml:", "bydelen »Nørebro«", "fagprincip 7"] {
        assert!(report.contains(part), "{part}: {report}");
    }
}

#[test]
fn a_report_in_another_language_is_told_to_be_none() {
    let copy = Copy::new();
    let rapport = fs::read_to_string(bad().join("good/rapport.toml")).expect("the good one");
    copy.write("rapport.toml", format!("sprog = \"en\"\n{rapport}"));
    let report = short(&copy.load());
    let told =
        "rapport.toml:1:1: fejl[D010]: feltet `sprog` findes ikke her; rapporten er altid på dansk";
    assert!(report.starts_with(told), "{report}");
}

#[test]
fn files_that_cannot_be_read_are_told_apart() {
    let copy = Copy::new();
    copy.write("rapport.toml", b"titel = \"K\xf8benhavn\"\n");
    copy.write("bydele.toml", "x".repeat(5 * 1024 * 1024));
    copy.write("forvaltninger.toml", "");
    fs::remove_file(copy.path().join("fagprincipper.toml")).expect("removed");
    copy.write("bydel.toml", "");
    copy.write("indsatser/Ny indsats.toml", "");
    copy.write("indsatser/noter.md", "");
    fs::create_dir(copy.path().join("indsatser/mappe.toml")).expect("a folder");
    assert_eq!(
        short(&copy.load()),
        "\
bydel.toml: advarsel[D007]: filen bliver ikke brugt; mente du `bydele.toml`?
bydele.toml: fejl[D004]: filen fylder 5 MB; en datafil fylder højst 4 MB
fagprincipper.toml: fejl[D001]: filen mangler; lav den, eller nævn rapportens mappe med --data
forvaltninger.toml:1:1: fejl[D005]: filen er tom; udfyld den, eller slet den
indsatser/Ny indsats.toml: fejl[D008]: filens navn kan ikke være et id; brug a til z, 0 til 9 og bindestreg, højst 40 tegn, men ikke Windows' egne navne (con, aux …): `ny-indsats.toml`
indsatser/mappe.toml: fejl[D002]: her ligger en mappe, hvor der skulle være en fil; flyt mappen, og læg filen her
indsatser/noter.md: advarsel[D007]: filen bliver ikke brugt; datafiler ender på .toml
rapport.toml: fejl[D003]: linje 1 har »ø« gemt på Windows' gamle måde (ANSI); vælg UTF-8 under »Gem som« i teksteditoren
"
    );
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_named_as_such() {
    let copy = Copy::new();
    let link = copy.path().join("indsatser/eki.toml");
    std::os::unix::fs::symlink("nowhere.toml", link).expect("a link");
    assert!(
        short(&copy.load()).contains(
            "indsatser/eki.toml: fejl[D002]: filen er en genvej til noget, der ikke findes"
        )
    );
}

#[test]
fn a_folder_that_is_not_there_is_one_clear_error() {
    let loaded = load(Path::new("data/1066"));
    assert!(loaded.report.is_none());
    assert_eq!(
        short(&loaded),
        "data/1066: fejl[D001]: mappen findes ikke; nævn rapportens mappe med --data\n"
    );
}

#[test]
fn a_text_of_ten_megabytes_or_of_too_many_characters_is_refused() {
    let copy = Copy::new();
    let good = fs::read_to_string(bad().join("good/indsatser/ludo.toml")).expect("good");
    let long = good.replace("LUDO er for unge.", &"ø".repeat(20_001));
    copy.write("indsatser/ludo.toml", &long);
    let report = short(&copy.load());
    assert!(
        report.starts_with("indsatser/ludo.toml:4:8: fejl[D022]: teksten i `lead` er på 20.001"),
        "{report}"
    );
    assert!(report.len() < 300, "the message does not repeat it all");
    copy.write("indsatser/ludo.toml", good.replace("LUDO er for unge.", &"x".repeat(10 << 20)));
    assert!(short(&copy.load()).contains("fejl[D004]: filen fylder 11 MB"));
}

#[test]
fn findings_of_an_indsats_carry_its_id() {
    let copy = Copy::new();
    copy.write("indsatser/ludo.toml", "navn = 1");
    let loaded = copy.load();
    assert!(!loaded.findings.is_empty());
    assert!(loaded.findings.iter().all(|f| f.indsats.as_deref() == Some("ludo")));
    assert!(loaded.findings.iter().all(|f| f.severity == Severity::Error));
}
