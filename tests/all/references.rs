//! Prose that points at figures and tables by number.

use std::fs;
use std::process::Command;

use crate::cli::Project;

const LUDO: &str = "data/2024/indsatser/ludo.toml";

const BLOCKS: &str = r#"
[[blok]]
slags = "tekst"
tekst = """
Det fremgår af {figur.job} og {tabel.skole}. {Tabel.skole} er ny. {Figur.tabt} kan ikke vises.

- {Figur.tabt} er væk.
- {Figur.job} er her.
"""

[[blok]]
slags = "figur"
id = "job"
titel = "Unge i job"
kategorier = ["Ja", "Nej"]
serier = [{ vaerdier = [20, 30] }]

[[blok]]
slags = "figur"
id = "tabt"
titel = "Tabte tal"
tilstand = "mangler"

[[blok]]
slags = "tabel"
id = "skole"
titel = "Unge i skole"
visning = "tabel"
kolonner = [{ navn = "Unge" }]
raekker = [{ navn = "I skole", celler = [20] }, { navn = "Ikke i skole", celler = [30] }]
"#;

fn with(blocks: &str) -> Project {
    let project = Project::new();
    let path = project.path(LUDO);
    let text = fs::read_to_string(&path).expect("text");
    fs::write(&path, format!("{text}\n{blocks}")).expect("written");
    project
}

fn text_of(project: &Project, pdf: &str) -> Option<String> {
    let read = Command::new("pdftotext").arg(project.path(pdf)).arg("-").output().ok()?;
    let text = String::from_utf8_lossy(&read.stdout).replace(['\u{a0}', '\n'], " ");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn every_edition_prints_the_number_and_leaves_out_what_points_at_nothing() {
    let project = with(BLOCKS);
    project.run(&["build", "all", "--only", "ludo"]).ends(0);
    project.run(&["build", "handout", "--only", "ludo", "--format", "a4-onepage"]).ends(0);
    for end in ["uddrag-ludo", "uddrag-ludo-udkast", "handout-ludo", "uddrag-ludo-tryk"] {
        let Some(text) = text_of(&project, &format!("out/sikker-by-2024-{end}.pdf")) else {
            crate::skip::without("pdftotext");
            return;
        };
        let told = "Det fremgår af figur 1 og tabel 1. Tabel 1 er ny.";
        assert!(text.contains(told), "{end}: {text}");
        assert!(text.contains("Figur 1 er her."), "{end}: {text}");
        for (head, n) in [("Figur 1 Unge i job", 1), ("Tabel 1 Unge i skole", 1)] {
            assert_eq!(text.matches(head).count(), n, "{end}: {head} in {text}");
        }
        for gone in ["kan ikke vises", "er væk", "figur 2", "Figur 2", "{"] {
            assert!(!text.contains(gone), "{end}: `{gone}` in {text}");
        }
    }
    let one = text_of(&project, "out/sikker-by-2024-handout-ludo-a4-onepage.pdf").expect("text");
    // What the sheet does not show stands in the report.
    for (words, head) in [("figur 1", "Figur 1 Unge i job"), ("tabel 1", "Tabel 1 Unge i skole")] {
        let elsewhere = one.matches(&format!("{words} i rapporten")).count();
        let expected = if one.contains(head) { 0 } else { one.matches(words).count() };
        assert_eq!(elsewhere, expected, "{words} in {one}");
    }
}

#[test]
fn the_words_are_a_link_that_says_where_it_leads() {
    let project = with(BLOCKS);
    project.run(&["build", "--only", "ludo"]).ends(0);
    let pdf = fs::read(project.path("out/sikker-by-2024-uddrag-ludo.pdf")).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("readable");
    let links: Vec<(String, bool)> = document
        .objects
        .values()
        .filter_map(|object| {
            let link = object.as_dict().ok()?;
            let says = lopdf::decode_text_string(link.get(b"Contents").ok()?).ok()?;
            Some((says.replace('\u{a0}', " "), link.has(b"Dest") || link.has(b"A")))
        })
        .collect();
    for says in ["Gå til figur 1, Unge i job", "Gå til tabel 1, Unge i skole"] {
        assert!(links.contains(&(says.to_owned(), true)), "{says}: {links:?}");
    }
}

#[test]
fn what_points_at_nothing_is_an_error_with_place_and_cure() {
    for (wrong, cure) in [
        ("{figur.jobb}", "job"),
        ("{tabel.job}", "{figur.job}"),
        ("{graf.job}", "{figur.NAVN}"),
        ("{antal.indsatser}", "{tabel.NAVN}"),
    ] {
        let project = with(&BLOCKS.replace("{figur.job}", wrong));
        let run = project.run(&["check"]).ends(1);
        run.says(&["D025", &wrong[1..wrong.len() - 1], cure, "ludo.toml:"]);
        project.run(&["build", "--only", "ludo"]).ends(1);
    }
    let unnamed = BLOCKS.replace("id = ", "beskrivelse = ");
    with(&unnamed).run(&["check"]).ends(1).says(&["D025", "id = \"NAVN\""]);
    let twice = BLOCKS.replace("id = \"skole\"", "id = \"job\"");
    with(&twice).run(&["check"]).ends(1).says(&["D055"]);
    // Quotes and captions are others' words and labels.
    let quote = "\n[[blok]]\nslags = \"citat\"\ntekst = \"Se {figur.job}.\"\n";
    with(&format!("{BLOCKS}{quote}")).run(&["check"]).ends(1).says(&["D025"]);
}

#[test]
fn pages_without_references_have_no_numbers() {
    let project = with(&BLOCKS.replace("{figur.job} og {tabel.skole}", "figuren").replace(
        "{Tabel.skole} er ny. {Figur.tabt} kan ikke vises.\n\n- {Figur.tabt} er væk.\n- {Figur.job} er her.",
        "",
    ));
    project.run(&["export", "json", "--only", "ludo"]).ends(0);
    let ludo = project.path("out/json-uddrag-ludo/data/indsatser/ludo.json");
    assert!(!fs::read_to_string(ludo).expect("the file").contains("\"nr\":\""));
}
