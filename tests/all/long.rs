//! A report too long for a guess at its pages, and for all that was remembered to make them: what
//! spares time and memory changes nothing of what is made.

use std::fs;
use std::path::Path;

use sats::pipeline::Pipeline;
use sats::pipeline::excerpt::Selection;
use sats::typeset::{Fonts, Layouts, Thrift};

use crate::cli::Project;

/// The official edition of the sample report.
fn official() -> Vec<u8> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    let fonts = Fonts::load(None).expect("built-in fonts");
    let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline");
    let pages = pipeline.pages(&data, &Selection::default(), &|_| Ok(()));
    let pages = pages.map_err(|p| p.findings).expect("pages");
    let pdf = pipeline.official(&pages.prepared, pages.typeset.document);
    pdf.map_err(|p| p.findings).expect("a PDF")
}

#[test]
fn pages_whose_makings_are_given_back_are_the_same() {
    let kept = official();
    let thrift = Thrift::begin();
    let given_back = official();
    drop(thrift);
    assert!(kept == given_back, "{} bytes, and {}", kept.len(), given_back.len());
}

/// The official edition, with a theme that says for how many indsatser its guess at pages holds.
fn with_a_guess_for(indsatser: usize) -> Vec<u8> {
    let project = Project::new();
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/theme.toml");
    let theme = fs::read_to_string(theme).expect("the theme");
    let guess = "\nindsatser = 30\n";
    assert!(theme.contains(guess), "the theme has a guess for 30 indsatser");
    let layouts = project.path("egne");
    fs::create_dir_all(&layouts).expect("a folder");
    let theme = theme.replace(guess, &format!("\nindsatser = {indsatser}\n"));
    fs::write(layouts.join("theme.toml"), theme).expect("written");
    let run = project.run(&["build", "--layouts", "egne"]).ends(0);
    let path = run.stdout().lines().find(|line| line.ends_with(".pdf")).expect("a path").to_owned();
    fs::read(project.path(&path)).expect("a file")
}

#[test]
fn pages_that_are_counted_first_are_the_same() {
    let (guessed, counted) = (with_a_guess_for(29), with_a_guess_for(1));
    assert!(guessed == counted, "{} bytes, and {}", guessed.len(), counted.len());
}
