//! `sats.toml`, the environment, and what goes before what; `-q`.

use std::fs;

use crate::cli::{Project, copy, repo};

/// A small report in `rapport/`, away from where it is looked for.
fn project(settings: &str) -> Project {
    let project = Project::empty();
    copy(&repo().join("tests/bad/good"), &project.path("rapport"));
    fs::write(project.path("sats.toml"), settings).expect("written");
    project
}

#[test]
fn a_project_says_once_where_its_data_is_and_what_is_made_of_it() {
    let project =
        project("data = \"rapport\"\nout = \"ud\"\noutputs = [\"draft\"]\nlanguage = \"en\"\n");
    let run = project.run(&["build"]).ends(0);
    assert_eq!(run.stdout(), "ud/rapport-2024-udkast.pdf\n", "{}", run.stderr());
    assert!(project.path("ud/rapport-2024-udkast.pdf").is_file());
    project.run(&["check"]).ends(0).says(&["warning[D235]"]);
    // From below, by the file's own folder.
    fs::create_dir(project.path("rapport/billeder")).expect("a folder");
    let below = project.command(&["check"]).current_dir(project.path("rapport/billeder")).output();
    assert!(below.expect("it runs").status.success());
}

#[test]
fn the_command_line_goes_before_the_environment_and_that_before_the_file() {
    let project = project("language = \"en\"\ndata = \"nowhere\"\n");
    project.run(&["check"]).ends(2).says(&["nowhere", "error["]);
    let with = |args: &[&str]| {
        let run = project.command(args).env("SATS_DATA", "rapport").env("SATS_LANG", "da").output();
        run.expect("it runs")
    };
    let run = with(&["check"]);
    assert!(run.status.success());
    assert!(String::from_utf8_lossy(&run.stderr).contains("advarsel[D235]"));
    let run = with(&["check", "--data", "andetsteds"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("»andetsteds«"));
    let wrong = project.command(&["check"]).env("SATS_LANG", "fr").output().expect("it runs");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("der er da, en"));
}

#[test]
fn a_setting_that_nothing_knows_is_told_with_the_one_that_was_meant() {
    let project = project("date = \"rapport\"\noutputs = [\"papir\"]\nlanguage = 3\n");
    project.run(&["check"]).ends(2).says(&[
        "sats.toml:1:1",
        "`date`",
        "`data`",
        "sats.toml:2:12",
        "papir",
        "official",
        "sats.toml:3:12",
    ]);
}

#[test]
fn a_file_of_comments_settles_nothing_and_one_that_is_no_toml_is_told() {
    let empty = project("# her kan stå indstillinger\n\n");
    empty.run(&["check", "--data", "rapport"]).ends(0);
    let broken = project("data = rapport");
    broken.run(&["check"]).ends(2).says(&["sats.toml:1:1"]);
}

#[test]
fn the_schema_of_settings_is_written_for_editors() {
    let project = project("");
    let schema = project.run(&["schema", "settings"]).ends(0).stdout();
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    for key in ["data", "layouts", "fonts", "printer", "language", "outputs", "out"] {
        assert!(schema["properties"][key].is_object(), "{key}");
    }
    project.run(&["schema", "--out", "."]).ends(0);
    assert!(project.path(".sats/sats.schema.json").is_file());
    let taplo = fs::read_to_string(project.path(".taplo.toml")).expect("written");
    assert!(taplo.contains("sats.schema.json"));
}

#[test]
fn quiet_is_quiet() {
    let project = project("data = \"rapport\"\n");
    for args in
        [&["-q", "build"][..], &["-q", "check"], &["-q", "export", "xlsx"], &["-q", "new", "2025"]]
    {
        let run = project.run(args).ends(0);
        assert_eq!((run.stdout(), run.stderr()), (String::new(), String::new()), "{args:?}");
    }
    // What was asked for is still given, and what is wrong is still told.
    assert!(project.run(&["-q", "schema"]).ends(0).stdout().starts_with('{'));
    project.run(&["-q", "check", "--data", "x"]).ends(2).says(&["fejl["]);
}

#[test]
fn no_progress_is_written_where_nobody_watches() {
    let project = project("data = \"rapport\"\n");
    let run = project.run(&["export", "tiff"]).ends(0);
    assert!(!run.stderr().contains(['\r', '\u{1b}']), "{:?}", run.stderr());
}
