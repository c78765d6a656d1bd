//! What the layouts and the readers of attachments get of the data.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::cli::Project;

const LUDO: &str = "data/2024/indsatser/ludo.toml";

/// A figure and a table that becomes a chart, at the end of a file of an indsats.
const SECTION_BLOCKS: &str = r#"
[[SECTION.blok]]
slags = "figur"
titel = "Besøg i SECTION"
kategorier = ["Januar", "Februar", "Marts"]
serier = [{ vaerdier = [11, 12, 13] }]

[[SECTION.blok]]
slags = "tabel"
titel = "Hold i SECTION"
kolonner = [{ navn = "Unge" }]
raekker = [{ navn = "Hold A", celler = [21] }, { navn = "Hold B", celler = [22] }, { navn = "Hold C", celler = [23] }]
visning = "diagram"
"#;

fn add_to(project: &Project, file: &str, toml: &str) {
    let path = project.path(file);
    let mut text = fs::read_to_string(&path).expect("text");
    text.push_str(toml);
    fs::write(path, text).expect("written");
}

fn read_json(project: &Project, path: &str) -> Value {
    let text = fs::read_to_string(project.path(path)).expect("the exported file");
    serde_json::from_str(&text).expect("JSON")
}

/// Among its peers an indsats has a place only where all amounts are known, and under the data year
/// no older number, with what is counted.
#[test]
fn peers_are_compared_by_what_is_known_and_say_what_they_count() {
    let project = Project::new();
    let peers = || {
        project.run(&["export", "json"]).ends(0);
        let ludo = read_json(&project, "out/json/data/indsatser/ludo.json");
        ludo["opslag"]["ligger"].clone()
    };
    let of = |peers: &Value, id: &str| {
        let rows = peers["raekker"].as_array().expect("rows");
        let row = rows.iter().find(|r| r["id"] == id).expect("a row");
        ["taeller", "brugere"].map(|key| row[key].as_str().expect("words").to_owned())
    };
    let whole = peers();
    assert_eq!(whole["alle"], whole["oplyst"]);
    assert_eq!(whole["plads"], 12);
    assert_eq!(of(&whole, "ludo"), ["Brugere", "16"]);
    assert_eq!(of(&whole, "bydaekkende-fritidsjob"), ["Råd og vejledning", "844"]);
    project.edit(LUDO, "2023 = 16", "2023 = \"mangler\"");
    project.edit("data/2024/indsatser/eki.toml", "beloeb = 9_160_000", "beloeb = \"mangler\"");
    let part = peers();
    assert_eq!(part["oplyst"].as_u64().map(|n| n + 1), part["alle"].as_u64());
    assert!(part["plads"].is_null());
    assert_eq!(of(&part, "ludo"), ["Brugere", "··"]);
}

#[test]
fn figures_and_tables_inside_sections_are_drawn_and_attached_once() {
    let project = Project::new();
    for section in ["brugere", "geografi", "oekonomi"] {
        add_to(&project, LUDO, &SECTION_BLOCKS.replace("SECTION", section));
    }
    project.run(&["export", "json", "--only", "ludo"]).ends(0);
    let root = "out/json-uddrag-ludo";
    let ludo = read_json(&project, &format!("{root}/data/indsatser/ludo.json"));
    let rapport = read_json(&project, &format!("{root}/data/rapport.json"));
    for section in ["brugere", "geografi", "oekonomi"] {
        let blocks = ludo[section]["blokke"].as_array().expect("blocks");
        let [.., figure, table] = blocks.as_slice() else { panic!("two blocks in {section}") };
        for block in [figure, table] {
            let drawing = block["figur"]["fuld"]["billede"].as_str();
            let drawing = drawing.unwrap_or_else(|| panic!("{section}: {block}"));
            assert!(project.path(&format!("{root}{drawing}")).is_file(), "{drawing}");
        }
        assert_eq!(table["visning"], "diagram");
        let attached = rapport["vedhaeft"].as_array().expect("attachments");
        let about = |title: &str| {
            let has =
                |file: &&Value| file["beskrivelse"].as_str().is_some_and(|b| b.contains(title));
            attached.iter().filter(has).count()
        };
        assert_eq!(about(&format!("Besøg i {section}")), 1);
        assert_eq!(about(&format!("Hold i {section}")), 1);
    }
}

#[test]
fn a_number_beside_a_state_is_refused_with_the_cure() {
    let project = Project::new();
    let table = r#"
[[blok]]
slags = "tabel"
titel = "Hold"
kolonner = [{ navn = "Unge", enhed = "personer" }]
raekker = [{ navn = "Hold A", celler = [{ tal = 3, tilstand = "diskretion" }] }]
"#;
    add_to(&project, LUDO, table);
    project.run(&["check"]).ends(1).says(&[
        "fejl[D018]",
        "celler[0]",
        "skriv kun `\"diskretion\"`",
        "ludo.toml:",
    ]);
    let project = Project::new();
    project.edit(LUDO, "beloeb = ", "beloeb = { tal = 7, tilstand = \"mangler\" } # ");
    project.run(&["check"]).ends(1).says(&["fejl[D018]", "oekonomi.beloeb"]);
}

#[test]
fn what_is_withheld_and_what_editors_note_is_in_no_file() {
    let project = Project::new();
    let table = r#"
[[blok]]
slags = "tabel"
titel = "Hold med få"
# Hold A er 7654321 unge.
kolonner = [{ navn = "Unge", enhed = "personer" }]
raekker = [{ navn = "Hold A", celler = ["diskretion"] }, { navn = "Hold B", celler = [14] }]
"#;
    add_to(&project, LUDO, table);
    project.run(&["export", "json", "--only", "ludo"]).ends(0);
    project.run(&["export", "charts", "--only", "ludo"]).ends(0);
    let mut csv = BTreeMap::new();
    let mut folders = vec![project.path("out")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = String::from_utf8_lossy(&fs::read(&path).expect("read")).into_owned();
            assert!(!text.contains("7654321"), "{}", path.display());
            if text.contains("Hold B") && path.extension().is_some_and(|e| e == "csv") {
                csv.insert(path, text);
            }
        }
    }
    assert!(!csv.is_empty());
    for text in csv.values() {
        assert!(text.contains("\r\nHold A;Unge;;personer;diskretion;;;\r\n"), "{text}");
        assert!(text.contains("\r\nHold B;Unge;14;personer;endelig;;;\r\n"), "{text}");
    }
}

#[test]
fn the_attached_data_is_data_again() {
    let project = Project::new();
    project.run(&["export", "json"]).ends(0);
    let attached = project.path("out/json/vedhaeft");
    let again = Project::empty();
    fs::create_dir_all(again.path("data/2024/indsatser")).expect("a folder");
    for entry in fs::read_dir(attached).expect("listed").flatten() {
        let name = entry.file_name().into_string().expect("UTF-8");
        let Some(name) = name.strip_prefix("data-") else { continue };
        let name = name.replace("indsatser-", "indsatser/");
        fs::copy(entry.path(), again.path("data/2024").join(name)).expect("copied");
    }
    let load = |project: &Project| sats::report::load::load(&project.path("data/2024")).report;
    let (first, second) = (load(&project), load(&again));
    // What editors note for themselves is not attached.
    let said = |report: Option<std::sync::Arc<sats::report::model::Report>>| {
        sats::report::normal::files(&report.expect("a report that loads"))
    };
    assert_eq!(said(first), said(second));
}

/// Districts to count by, and beside them what the overview prints.
#[test]
fn the_attached_overview_has_its_places_as_printed_too() {
    let project = Project::new();
    project.run(&["export", "json"]).ends(0);
    let csv = fs::read_to_string(project.path("out/json/vedhaeft/overblik.csv")).expect("read");
    assert!(csv.contains(";Geografi;Geografi som trykt;"), "{csv}");
    let printed = "Bispebjerg/NV, Indre Nørrebro, Ydre Nørrebro";
    let counted = "Bispebjerg, Indre Nørrebro, Ydre Nørrebro";
    assert!(csv.contains(&format!(";{counted};{printed};")), "{csv}");
    assert!(csv.contains(";Bydækkende;Bydækkende;"), "{csv}");
}

#[test]
fn an_excerpts_workbook_leaves_the_whole_reports_alone() {
    let project = Project::new();
    let run = project.run(&["export", "xlsx", "--only", "ludo"]).ends(0);
    assert_eq!(run.stdout(), "out/sikker-by-2024-uddrag-ludo.xlsx\n");
    let run = project.run(&["export", "xlsx"]).ends(0);
    assert_eq!(run.stdout(), "out/sikker-by-2024.xlsx\n");
}

#[test]
fn the_contract_tells_of_every_file_and_names_its_version() {
    let project = Project::empty();
    let text = project.run(&["schema", "layouts"]).ends(0).stdout();
    let contract: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(contract["kontrakt"], sats::typeset::handover::CONTRACT);
    let files = contract["filer"].as_object().expect("files");
    assert!(files.len() >= 10, "{files:?}");
    let indsats = &files["/data/indsatser/<id>.json"];
    assert!(indsats["properties"]["kort-navn"].is_object(), "{indsats}");
    assert!(text.contains("\"description\": \"One indsats: its spread.\""));
}

#[test]
fn layouts_of_another_contract_are_told_so_and_what_to_do() {
    let project = Project::new();
    project.own_layouts();
    let ours = format!("kontrakt = {}", sats::typeset::handover::CONTRACT);
    project.edit("mine/theme.toml", &ours, "kontrakt = 99");
    project.run(&["build", "--layouts", "mine"]).ends(1).says(&[
        "fejl[L004]",
        "kontrakt 99",
        "theme.toml:",
        "sats schema layouts",
    ]);
}
