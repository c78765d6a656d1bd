//! Another municipality is a folder of data: a fictive town with other nouns, departments,
//! principles, symbols and outlines builds every edition, and nothing in it says whose program
//! this once was.

use std::fs;
use std::process::Command;

use crate::cli::{Project, copy, repo};

/// The official file's name: the town's own.
const OFFICIAL: &str = "out/havnstrup-tilbud-2025.pdf";

/// What only Copenhagen's report may say: parts of words in any case, and codes.
const NOT_ITS_OWN: [&str; 8] = [
    "københavn",
    "sikker by",
    "sikkerby",
    "indsats",
    "bydel",
    "fagprincip",
    "forvaltning",
    "hele byen",
];
const CODES: [&str; 5] = ["SOF", "BIF", "BUF", "TMF", "ØKF"];

/// The town's data, with a logo and symbols of its own, beside its layouts, which hold its words,
/// its colours and a component of its own.
pub(crate) fn town() -> Project {
    let project = Project::empty();
    let fixture = repo().join("tests/fixtures/havnstrup");
    copy(&fixture.join("2025"), &project.path("data/2025"));
    copy(&fixture.join("layouts"), &project.path("layouts"));
    project
}

pub(crate) fn run(project: &Project, args: &[&str]) -> crate::cli::Run {
    project.run(&[args, &["--data", "data/2025", "--layouts", "layouts"]].concat())
}

#[track_caller]
fn says_only_its_own(what: &str, text: &str) {
    let text = text.replace(['\n', '\u{a0}'], " ");
    let small = text.to_lowercase();
    let around = |at: usize, text: &str| {
        let from = text[..at].char_indices().rev().nth(60).map_or(0, |(at, _)| at);
        text[from..].chars().take(120).collect::<String>()
    };
    for word in NOT_ITS_OWN {
        let found = small.find(word).map(|at| around(at, &small));
        assert_eq!(found, None, "`{word}` in {what}");
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    assert_eq!(words.find(|word| CODES.contains(word)), None, "in {what}");
}

#[test]
fn another_town_builds_every_edition_and_says_nothing_of_copenhagen() {
    let project = town();
    run(&project, &["check"]).ends(0);
    let built = run(&project, &["build", "all"]).ends(0).stdout();
    for end in [".pdf", "-udkast.pdf", "-handout.pdf", "-tryk.pdf"] {
        let name = format!("out/havnstrup-tilbud-2025{end}");
        assert!(built.lines().any(|line| line == name), "{name} is not in\n{built}");
    }
    let pdf = project.path(OFFICIAL);
    for (alt, text) in alt_texts(&fs::read(&pdf).expect("a file")) {
        says_only_its_own(&alt, &text);
    }
    let Ok(read) = Command::new("pdftotext").arg(&pdf).arg("-").output() else {
        crate::skip::without("pdftotext");
        return;
    };
    let text = String::from_utf8_lossy(&read.stdout);
    for (page, text) in (1..).zip(text.split('\u{c}')) {
        says_only_its_own(&format!("page {page}"), text);
    }
    for own in [
        "Havnstrup Kommune",
        "Tilbuddene",
        "kvarterer",
        "Hele kommunen",
        "Pejlemærke 6",
        "Logo: Havnstrup Kommune",
        "Vandstand ved broen",
        "Søjler: vandet stod 0,3 meter over middel",
    ] {
        let told = text.contains(own)
            || alt_texts(&fs::read(&pdf).expect("a file")).iter().any(|(_, alt)| alt.contains(own));
        assert!(told, "`{own}` is nowhere");
    }
}

/// Every alternative text of a file, named by its object.
fn alt_texts(pdf: &[u8]) -> Vec<(String, String)> {
    let document = lopdf::Document::load_mem(pdf).expect("readable");
    let alt = |(id, object): (&lopdf::ObjectId, &lopdf::Object)| {
        let text = object.as_dict().ok()?.get(b"Alt").ok()?;
        Some((format!("the alt text of object {}", id.0), lopdf::decode_text_string(text).ok()?))
    };
    let texts: Vec<_> = document.objects.iter().filter_map(alt).collect();
    assert!(texts.len() > 10, "only {} alt texts", texts.len());
    texts
}

#[test]
fn verapdf_passes_another_town() {
    let Some(checker) = crate::official::verapdf() else {
        crate::skip::without("veraPDF (set VERAPDF to its program)");
        return;
    };
    let project = town();
    run(&project, &["build"]).ends(0);
    let done = Command::new(checker)
        .arg("ua1,3a")
        .arg(project.path(OFFICIAL))
        .output()
        .expect("veraPDF runs");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && !said.contains("FAIL"), "{said}");
}

/// The town's data hold every kind of block and every state of a value but the one that no
/// finished report may have.
#[test]
fn another_town_holds_every_kind_of_block_and_every_state() {
    let project = town();
    let mut data = String::new();
    for entry in fs::read_dir(project.path("data/2025/indsatser")).expect("listed").flatten() {
        data += &fs::read_to_string(entry.path()).expect("text");
    }
    let schema = project.run(&["schema", "data"]).ends(0).stdout();
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    let defs = &schema["indsatser/*.toml"]["$defs"];
    let words = |list: &str, at: &str| -> Vec<String> {
        let kinds = defs[list]["oneOf"].as_array().expect("a list").iter();
        kinds.filter_map(|kind| Some(kind.pointer(at)?.as_str()?.to_owned())).collect()
    };
    let kinds = words("Blok", "/properties/slags/const");
    assert!(kinds.len() > 12, "{kinds:?}");
    let missing: Vec<_> =
        kinds.iter().filter(|kind| !data.contains(&format!("slags = \"{kind}\""))).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let states = words("Tilstand", "/const");
    // `endelig` is what is not said.
    let missing: Vec<_> = states
        .iter()
        .filter(|state| !["endelig", "udfyldes"].contains(&state.as_str()))
        .filter(|state| !data.contains(&format!("\"{state}\"")))
        .collect();
    assert!(states.len() == 6 && missing.is_empty(), "{states:?}: {missing:?}");
    project.edit("data/2025/indsatser/langbord.toml", "2024 = 83", "2024 = \"udfyldes\"");
    run(&project, &["build"]).ends(1).says(&["D261", "SBO"]);
    run(&project, &["build", "draft"]).ends(0);
}
