//! `sats build` from end to end: the report's own data, layouts and fonts.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::cli::Project;

const PDF: &str = "out/sikker-by-2024.pdf";

fn built(args: &[&str]) -> (Project, Vec<u8>) {
    let project = Project::new();
    let run = project.run(args).ends(0);
    let path = run.stdout();
    let bytes = fs::read(project.path(path.trim_end())).expect("the named file");
    (project, bytes)
}

#[test]
fn the_written_path_and_nothing_else_is_on_stdout() {
    let project = Project::new();
    let run = project.run(&["build"]).ends(0);
    assert_eq!(run.stdout(), format!("{PDF}\n"));
    assert!(run.stderr().starts_with("sats check: 0 fejl, "), "{}", run.stderr());
    let names: Vec<_> = fs::read_dir(project.path("out")).expect("listed").flatten().collect();
    assert_eq!(names.len(), 1, "no temporary file is left");
}

#[test]
fn every_folder_every_day_and_every_user_get_the_same_bytes() {
    let (_, first) = built(&["build"]);
    let other = Project::new();
    let run = other
        .command(&["build", "--data", &other.path("data/2024").display().to_string()])
        .env("TZ", "Pacific/Auckland")
        .env("LANG", "da_DK.UTF-8")
        .env("HOME", "/nonexistent")
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("the program runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert!(fs::read(other.path(PDF)).expect("a PDF") == first, "the bytes differ");
}

#[test]
fn source_date_epoch_is_the_date() {
    let project = Project::new();
    let run = |epoch: &str| {
        project.command(&["build"]).env("SOURCE_DATE_EPOCH", epoch).output().expect("it runs")
    };
    assert!(run("951782400").status.success());
    let pdf = fs::read(project.path(PDF)).expect("a PDF");
    let dated = b"D:20000229000000Z";
    assert!(pdf.windows(dated.len()).any(|window| window == dated), "no 29 February 2000");
    let wrong = run("i går");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("SOURCE_DATE_EPOCH er »i går«"));
    assert_eq!(fs::read(project.path(PDF)).expect("a PDF"), pdf, "the last good file");
}

#[test]
fn an_excerpt_has_its_own_name_and_its_own_spreads() {
    let project = Project::new();
    let run = project.run(&["build", "--only", "LUDO,eki"]).ends(0);
    assert_eq!(run.stdout(), "out/sikker-by-2024-uddrag-eki-ludo.pdf\n");
    let run = project.run(&["build", "--bydel", "indre nørrebro"]).ends(0);
    assert_eq!(run.stdout(), "out/sikker-by-2024-uddrag-indre-noerrebro.pdf\n");
    project.run(&["build", "--forvaltning", "SOF"]).ends(0);
}

#[test]
fn an_excerpt_of_what_is_not_there_names_the_nearest() {
    let project = Project::new();
    project
        .run(&["build", "--only", "luddo"])
        .ends(2)
        .says(&["rapporten har ingen indsats »luddo«", "mente du `ludo`?"]);
    project.run(&["build", "--forvaltning", "SOFF"]).ends(2).says(&["mente du `SOF`?"]);
    let run = project.run(&["build", "--bydel", "Nørrebro"]).ends(2);
    assert!(run.stderr().contains("Nørrebro`?"), "{}", run.stderr());
    assert!(!project.path("out").exists());
}

#[test]
fn a_folder_in_the_files_place_and_a_file_in_the_folders_are_told() {
    let project = Project::new();
    fs::create_dir_all(project.path(PDF)).expect("a folder");
    project.run(&["build"]).ends(2).says(&["der ligger en mappe med det navn", PDF]);
    fs::write(project.path("fil"), "").expect("written");
    project.run(&["build", "--out", "fil"]).ends(2).says(&["der ligger en fil"]);
}

#[cfg(target_os = "linux")]
#[test]
fn an_unwritable_folder_is_told() {
    let project = Project::new();
    project.run(&["build", "--out", "/proc/sats"]).ends(2).says(&["»/proc/sats«"]);
}

/// A limit on the size of files stands in for a full disk: the write fails half way.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_leaves_the_last_good_file() {
    let project = Project::new();
    fs::create_dir(project.path("out")).expect("a folder");
    fs::write(project.path(PDF), "the last good file").expect("written");
    let output = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" build", env!("CARGO_BIN_EXE_sats")])
        .current_dir(project.path(""))
        .output()
        .expect("a shell");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("kan ikke skrives"), "{stderr}");
    assert_eq!(fs::read(project.path(PDF)).expect("a file"), b"the last good file");
    assert_eq!(fs::read_dir(project.path("out")).expect("listed").count(), 1);
}

#[test]
fn a_killed_run_leaves_the_last_good_file_or_the_whole_new_one() {
    let (project, whole) = built(&["build"]);
    for delay in [0, 40, 80, 120, 160, 200, 240, 280, 320] {
        fs::write(project.path(PDF), "the last good file").expect("written");
        let mut child = project
            .command(&["build"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(delay));
        let _ = child.kill();
        let _ = child.wait();
        let now = fs::read(project.path(PDF)).expect("a file");
        assert!(now == b"the last good file" || now == whole, "torn after {delay} ms");
    }
}

#[test]
fn hostile_words_in_any_field_print_as_themselves() {
    let project = Project::new();
    let words = "#panic() @ref <label> $x$ `kode` // = Nej";
    project.edit("data/2024/indsatser/ludo.toml", "navn = \"", &format!("navn = \"{words} "));
    let run = project.run(&["build", "--only", "ludo"]).ends(0);
    let Ok(text) = std::process::Command::new("pdftotext")
        .arg(project.path(run.stdout().trim_end()))
        .arg("-")
        .output()
    else {
        crate::skip::without("pdftotext");
        return;
    };
    let text = String::from_utf8_lossy(&text.stdout).replace(['\n', '\u{a0}'], " ");
    assert!(text.contains("#panic() @ref <label>"), "{text}");
}

#[test]
fn the_official_file_is_the_same_alone_and_among_all() {
    let alone = Project::new();
    alone.run(&["build", "--only", "ludo"]).ends(0);
    let among = Project::new();
    among.run(&["build", "all", "--only", "ludo"]).ends(0);
    let pdf = "out/sikker-by-2024-uddrag-ludo.pdf";
    let bytes = |project: &Project| fs::read(project.path(pdf)).expect("a PDF");
    assert!(bytes(&alone) == bytes(&among), "the bytes differ");
}
