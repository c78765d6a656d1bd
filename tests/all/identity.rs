//! Data, theme and symbols held against each other.

use std::fs;

use sats::theme::{Role, Theme};
use sats::typeset::handover::{Udgave, job_file, words_file};
use sats::typeset::{Fonts, Layouts, Typesetter};

use crate::cli::Project;

const SIXTH: &str = r#"
[[fagprincip]]
nr = 6
navn = "Naboskab og hverdag"
kort_navn = "Naboskab"
tekst = "Indsatser, der styrker naboskab."
"#;

/// A project with one fagprincip more, which an indsats has.
fn with_a_sixth() -> Project {
    let project = Project::new();
    let path = project.path("data/2024/fagprincipper.toml");
    let text = fs::read_to_string(&path).expect("text") + SIXTH;
    fs::write(path, text).expect("written");
    project.edit("data/2024/indsatser/ludo.toml", "fagprincipper = [", "fagprincipper = [6, ");
    project.own_layouts();
    project
}

#[test]
fn a_fagprincip_without_a_symbol_is_told_before_anything_is_typeset() {
    let project = with_a_sixth();
    project.run(&["build", "--layouts", "mine"]).ends(1).says(&[
        "fejl[T016]",
        "`fagprincip-6` findes ikke",
        "fagprincipper.toml:",
        "mine/symboler/fagprincip-6.svg",
    ]);
}

#[test]
fn a_fagprincip_without_a_colour_is_built_in_the_accent() {
    let project = with_a_sixth();
    let symbols = project.path("mine/symboler");
    fs::copy(symbols.join("fagprincip-1.svg"), symbols.join("fagprincip-6.svg")).expect("copied");
    let args = ["check", "--layouts", "mine"];
    project.run(&args).ends(0).says(&["advarsel[T014]", "fagprincip 6, Naboskab og hverdag"]);
    project.run(&["build", "--layouts", "mine", "--only", "ludo"]).ends(0);
}

#[test]
fn a_symbol_that_the_data_names_and_nobody_drew_is_told() {
    let project = Project::new();
    project.edit("data/2024/rapport.toml", "symbol = \"viden\"", "symbol = \"videnskab\"");
    project.run(&["check"]).ends(1).says(&["fejl[T016]", "`videnskab`", "rapport.toml:"]);
}

/// What a layout says a colour is, in a job without colours.
#[test]
fn a_colour_is_the_same_grey_on_the_page_and_in_its_charts() {
    let project = Project::new();
    project.own_layouts();
    let probe = "#import \"base/theme.typ\": fagfarve, farver, tegningskilde\n\
                 #for nr in range(1, 6) [#metadata(fagfarve(nr).to-hex()) <grey>]\n\
                 #metadata(farver.accent.to-hex()) <grey>";
    fs::write(project.path("mine/probe.typ"), probe).expect("written");
    let layouts = Layouts::folder(&project.path("mine")).expect("layouts");
    let theme = Theme::parse(&layouts.text("theme.toml").expect("text")).expect("a theme");
    let fonts = Fonts::load(None).expect("built-in fonts");
    let mut typesetter = Typesetter::new(layouts, &fonts);
    let words = words_file(sats::words::Words::danish());
    let job = job_file(Udgave::Handout, Some(&theme.greys()), false);
    typesetter.set_files([job, words].into());
    let document = typesetter.compile_once("/layouts/probe.typ").expect("pages");
    let said = sats::typeset::fit::reported(&document, "grey");
    let grey = theme.grey();
    let roles = (1..6).map(Role::Fagprincip).chain([Role::Accent]);
    let drawn: Vec<String> = roles.map(|role| grey.colour(&role).rgb.to_string()).collect();
    assert_eq!(said, drawn);
}
