//! What runs off the paper or over its neighbours is told with code, place and cure: by `check` in
//! every format, and by the official edition, which is refused where words are lost.

use std::fs;

use crate::cli::Project;
use crate::town::{run, town};

fn with_token(token: &str) -> Project {
    let project = town();
    let path = project.path("layouts/theme.toml");
    let text = fs::read_to_string(&path).expect("text") + token;
    fs::write(path, text).expect("written");
    project
}

#[test]
fn words_off_the_paper_are_told_and_no_official_edition_is_made() {
    let project = with_token("\n[grad]\nforsidetitel = { grad = 200, linje = 200 }\n");
    let told = ["L007", "»Havnstrup« går ud over papiret", "side 1", "gør ordene kortere"];
    run(&project, &["check"]).ends(1).says(&told).says(&["fejl[L007]", "rapport.toml"]);
    let short = run(&project, &["check", "--format", "short"]).ends(1).stdout();
    let line = short.lines().find(|line| line.contains("[L007]")).expect("a line");
    assert!(told.iter().all(|part| line.contains(part)), "{line}");
    run(&project, &["build"]).ends(1).says(&["fejl[L007]"]);
    run(&project, &["build", "official", "handout"]).ends(1).says(&["fejl[L007]"]);
    assert!(!project.path("out/havnstrup-tilbud-2025.pdf").exists());
}

#[test]
fn words_over_their_neighbours_are_told_at_the_field_that_stands_there() {
    let project = with_token("\n[grad]\ntitel = { grad = 60, linje = 20 }\n");
    let short = run(&project, &["check", "--format", "short"]).ends(0).stdout();
    let line = short.lines().find(|line| line.contains("»Langbord« og"));
    let line = line.unwrap_or_else(|| panic!("not told in\n{short}"));
    assert!(line.contains("indsatser/langbord.toml:1:8: advarsel[L008]"), "{line}");
}

#[test]
fn sound_pages_are_left_alone() {
    let said = Project::new().run(&["check", "--format", "short"]).stdout();
    let told =
        said.lines().find(|line| ["[L007]", "[L008]", "[L009]"].iter().any(|c| line.contains(c)));
    assert_eq!(told, None);
}
