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
    let colours = ("/data/farver.json".to_owned(), sats::typeset::Bytes::from_string("{}"));
    typesetter.set_files([job, words, colours].into());
    let document = typesetter.compile_once("/layouts/probe.typ").expect("pages");
    let said = sats::typeset::fit::reported(&document, "grey");
    let grey = theme.grey();
    let roles = (1..6).map(Role::Fagprincip).chain([Role::Accent]);
    let drawn: Vec<String> = roles.map(|role| grey.colour(&role).rgb.to_string()).collect();
    assert_eq!(said, drawn);
}

/// The town's first fagprincip with another colour.
fn coloured(farve: &str) -> Project {
    let project = crate::town::town();
    let own = "farve = { rgb = \"#5a2ca0\", cmyk = [80, 92, 0, 0] }";
    project.edit("data/2025/fagprincipper.toml", own, &format!("farve = {farve}"));
    project
}

#[test]
fn a_colour_of_the_data_that_does_not_go_is_told_at_its_field() {
    let at = ["fagprincipper.toml:6:", "fagprincip[0].farve"];
    for (farve, status, told) in [
        ("{ rgb = \"#5a2ca\", cmyk = [80, 92, 0, 0] }", 1, "fejl[D056]: »#5a2ca« er ikke en farve"),
        (
            "{ rgb = \"#0B5EA8\", cmyk = [80, 92, 0, 0] }",
            1,
            "fejl[T002]: »accent« og »fagprincip.1«",
        ),
        ("{ rgb = \"#5a2ca0\", cmyk = [80, 92, 80, 90] }", 1, "fejl[T003]: trykfarverne"),
        ("{ rgb = \"#5a2ca0\", cmyk = [80, 92, 0, 101] }", 1, "fejl[D013]:"),
        ("{ rgb = \"#e9d44f\", cmyk = [5, 10, 80, 0] }", 0, "har kontrasten 1,5:1 mod papiret"),
        ("{ rgb = \"#017350\", cmyk = [95, 23, 80, 26] }", 0, "er 0,3 L* fra hinanden"),
    ] {
        let said = crate::town::run(&coloured(farve), &["check"]).ends(status);
        said.says(&[told, at[0], at[1]]);
    }
}

#[test]
fn colours_of_the_data_are_those_of_pages_symbols_charts_and_print() {
    let project = crate::town::town();
    crate::town::run(&project, &["export", "charts"]).ends(0);
    let drawn = fs::read_dir(project.path("out/charts")).expect("charts").flatten().any(|file| {
        file.path().extension().is_some_and(|e| e == "svg")
            && fs::read_to_string(file.path()).is_ok_and(|svg| svg.contains("#5A2CA0"))
    });
    assert!(drawn, "no chart is in the data's colour");
    // In print the ink is that of the data, to the percent.
    crate::town::run(&project, &["build", "print"]).ends(0);
    let pdf = fs::read(project.path("out/havnstrup-tilbud-2025-tryk.pdf")).expect("a file");
    let document = lopdf::Document::load_mem(&pdf).expect("readable");
    let streams = document.objects.values().filter_map(|object| {
        let content = object.as_stream().ok()?.decompressed_content().ok()?;
        Some(String::from_utf8_lossy(&content).into_owned())
    });
    let inks: Vec<String> = streams.filter(|text| text.contains("0.8 0.92 0 0 ")).collect();
    assert!(!inks.is_empty(), "no ink of the data's colour");
    assert!(inks.iter().any(|text| text.contains("0.8 0.92 0 0 K")), "no symbol is drawn in it");
}
