//! The year's round as one goes through it: what is confirmed, imported, applied and refused is what
//! was meant, and is told.

use std::fs;

use crate::cli::Project;
use crate::round::{suggested, suggested_to};

/// A file of the data.
fn data(project: &Project, file: &str) -> String {
    fs::read_to_string(project.path("data").join(file)).expect("read")
}

#[test]
fn a_forvaltning_confirms_the_texts_that_it_answers_for_and_no_others() {
    let project = Project::new();
    project.run(&["new", "2025"]).ends(0);
    // EKI is answered for by SOF, with BIF and BUF.
    let before = data(&project, "2025/indsatser/eki.toml");
    let run = project.run(&["confirm", "--forvaltning", "buf"]).ends(0);
    assert_eq!(data(&project, "2025/indsatser/eki.toml"), before);
    let run = run.says(&["EKI: SOF har ansvaret og bekræfter selv teksterne; de er ikke rørt"]);
    let said = run.stderr();
    let own = said.lines().filter(|l| l.contains(" bekræftet") && l.contains(": ")).count();
    assert!(own > 0 && !said.contains("EKI: 1"), "{said}");
    assert!(!run.stdout().contains("eki.toml"), "{}", run.stdout());
    project.run(&["confirm", "--forvaltning", "SOF"]).ends(0).says(&["EKI: "]);
    assert_ne!(data(&project, "2025/indsatser/eki.toml"), before);
}

#[test]
fn handouts_wait_only_for_what_they_show() {
    let project = Project::new();
    project.edit("data/2024/indsatser/eki.toml", "beloeb = ", "beloeb = \"udfyldes\" # ");
    project.run(&["build", "handout", "--only", "ludo"]).ends(0);
    project.run(&["build", "handout", "--only", "eki"]).ends(1).says(&["D261", "EKI: 1 værdi"]);
    project.run(&["build", "handout"]).ends(1).says(&["D261"]);
    let run = project.run(&["build", "handout", "--only", "ludo", "--incomplete"]).ends(0);
    assert!(!run.stdout().contains("ufuldstaendig"), "nothing of it is: {}", run.stdout());
}

#[test]
fn of_suggestions_that_differ_none_is_written_and_what_is_done_is_not_done_again() {
    let project = Project::new();
    project.run(&["build", "draft"]).ends(0);
    let draft = fs::read(project.path("out/sikker-by-2024-udkast.pdf")).expect("a draft");
    let (mut words, _) = suggested(&draft, "Baldersgade", "Nyvej");
    words.save(project.path("anna.pdf")).expect("saved");
    let (mut other, _) = suggested(&draft, "Baldersgade", "Gamlevej");
    other.save(project.path("bo.pdf")).expect("saved");
    let before = data(&project, "2024/indsatser/ludo.toml");

    // Two that differ: neither.
    let run = project.run(&["comments", "anna.pdf", "bo.pdf", "--apply"]).ends(0);
    let run = run.says(&[
        "»Nyvej« er foreslået",
        "»Gamlevej« er foreslået",
        "0 forslag skrevet, 2 tilbage",
    ]);
    assert_eq!(data(&project, "2024/indsatser/ludo.toml"), before, "{}", run.stderr());

    // One: written, told, and done the second time.
    let run = project.run(&["comments", "anna.pdf", "--apply"]).ends(0);
    run.says(&["Skrevet: LUDO, side ", "»Baldersgade« → »Nyvej«", "1 forslag skrevet, 0 tilbage"]);
    let written = data(&project, "2024/indsatser/ludo.toml");
    assert!(written.contains("Nyvej"), "{written}");
    let again = project.run(&["comments", "anna.pdf", "--apply"]).ends(0);
    again.says(&["Der er ikke mere at skrive: forslaget står der allerede."]);
    assert_eq!(data(&project, "2024/indsatser/ludo.toml"), written);
}

#[test]
fn a_number_that_was_corrected_since_the_draft_is_left_alone() {
    let project = Project::new();
    project.run(&["build", "draft"]).ends(0);
    let draft = fs::read(project.path("out/sikker-by-2024-udkast.pdf")).expect("a draft");
    let now = data(&project, "2024/indsatser/stroem.toml");
    let line = now.lines().find(|l| l.starts_with("beloeb = ")).expect("an amount").to_owned();
    let printed = line.trim_start_matches("beloeb = ").replace('_', ".");
    suggested_to(&draft, "stroem", &printed, "ca. 187.500")
        .0
        .save(project.path("anna.pdf"))
        .expect("saved");
    project.edit("data/2024/indsatser/stroem.toml", &line, "beloeb = 190_000");
    let run = project.run(&["comments", "anna.pdf", "--apply"]).ends(0);
    run.says(&[
        "udkastet sagde »",
        &printed,
        "data siger nu 190.000",
        "0 forslag skrevet, 1 tilbage",
    ]);
    assert!(data(&project, "2024/indsatser/stroem.toml").contains("beloeb = 190_000"));
    project.edit("data/2024/indsatser/stroem.toml", "beloeb = 190_000", &line);
    for says in ["1 forslag skrevet", "Der er ikke mere at skrive"] {
        project.run(&["comments", "anna.pdf", "--apply"]).ends(0).says(&[says]);
        let now = data(&project, "2024/indsatser/stroem.toml");
        let kept = "beloeb = { tal = 187_500, tilstand = \"anslaaet\" }";
        assert!(now.contains(kept), "{now}");
    }
}

#[test]
fn comments_of_a_page_come_from_top_to_bottom() {
    let project = Project::new();
    project.run(&["build", "draft"]).ends(0);
    let draft = fs::read(project.path("out/sikker-by-2024-udkast.pdf")).expect("a draft");
    let map = sats::comments::map_of(&draft).expect("a map");
    let ludo = map.pages.iter().filter(|page| page.indsats == "ludo");
    let words: Vec<_> = ludo.flat_map(|page| &page.stand.words).collect();
    let once = |w: &str| words.iter().filter(|other| other.w.starts_with(w)).count() == 1;
    let page = map.pages.iter().find(|page| page.indsats == "ludo").expect("its first page");
    let plain = |w: &str| w.chars().count() > 5 && w.chars().all(char::is_alphabetic) && once(w);
    let mut own: Vec<_> = page.stand.words.iter().filter(|w| plain(&w.w)).collect();
    own.sort_by(|a, b| a.y.total_cmp(&b.y));
    let (Some(top), Some(low)) = (own.first(), own.last()) else { panic!("words of their own") };
    assert!(low.y - top.y > 100.0, "{} {}", top.w, low.w);
    for (file, word) in [("top.pdf", &top.w), ("low.pdf", &low.w)] {
        suggested(&draft, word, "x").0.save(project.path(file)).expect("saved");
    }
    for files in [["top.pdf", "low.pdf"], ["low.pdf", "top.pdf"]] {
        let run = project.run(&["comments", files[0], files[1], "--format", "json"]).ends(0);
        let all: Vec<serde_json::Value> = serde_json::from_str(&run.stdout()).expect("JSON");
        let marked: Vec<&str> = all.iter().filter_map(|c| c["marked"].as_str()).collect();
        assert_eq!(marked, [top.w.as_str(), low.w.as_str()]);
    }
}

#[test]
fn what_is_typed_nearly_right_is_understood_or_named() {
    let project = Project::new();
    project.run(&["chek"]).ends(2).says(&["`chek`", "mente du `check`?"]);
    project.run(&["new", "2025"]).ends(0);
    let small = project.run(&["diff", "2024", "2025", "--forvaltning", "buf"]).ends(0).stdout();
    let large = project.run(&["diff", "2024", "2025", "--forvaltning", "BUF"]).ends(0).stdout();
    assert!(small == large && !small.is_empty(), "{small}");
    project.run(&["diff", "nope"]).ends(2).says(&["»nope«"]);
}
