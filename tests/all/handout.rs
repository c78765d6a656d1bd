//! `sats build handout` from end to end, on the report's own data.

use std::fs;
use std::process::Command;

use lopdf::{Document, Object};
use sats::output::pdf::content::Lexer;
use sats::output::pdf::objects;

use crate::cli::{Project, Run};

/// Builds handouts and returns the written paths.
fn built(project: &Project, args: &[&str]) -> (Vec<String>, Run) {
    let all: Vec<&str> = ["build", "handout"].iter().chain(args).copied().collect();
    let run = project.run(&all).ends(0);
    (run.stdout().lines().map(str::to_owned).collect(), run)
}

fn one(project: &Project, args: &[&str]) -> Vec<u8> {
    let (paths, _) = built(project, args);
    assert_eq!(paths.len(), 1, "{paths:?}");
    fs::read(project.path(&paths[0])).expect("the named file")
}

fn document(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).expect("a PDF")
}

fn claims_ua(pdf: &[u8]) -> bool {
    String::from_utf8_lossy(pdf).contains("<pdfuaid:part>1")
}

/// The text of a PDF, where poppler is there to read it.
fn text(project: &Project, pdf: &[u8]) -> Option<String> {
    let path = project.path("read.pdf");
    fs::write(&path, pdf).expect("written");
    let read = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output();
    let Ok(read) = read else {
        crate::skip::without("pdftotext");
        return None;
    };
    Some(String::from_utf8_lossy(&read.stdout).into_owned())
}

#[test]
fn a_spread_is_a_file_of_two_accessible_pages_with_its_title_block_and_page_count() {
    let project = Project::new();
    let (paths, _) = built(&project, &["--only", "ludo"]);
    assert_eq!(paths, ["out/sikker-by-2024-handout-ludo.pdf"]);
    let pdf = fs::read(project.path(&paths[0])).expect("the named file");
    assert_eq!(document(&pdf).page_iter().count(), 2);
    assert!(claims_ua(&pdf));
    let Some(text) = text(&project, &pdf) else { return };
    for words in ["indsats 15 af 22", "Kilde: Afrapportering", "side 1 af 2", "side 2 af 2"] {
        assert!(text.contains(words), "`{words}` in\n{text}");
    }
    // The numbers are those of the whole report.
    assert!(text.contains("af 22"), "{text}");
}

#[test]
fn excerpts_are_one_file_or_one_each() {
    let project = Project::new();
    let (paths, _) = built(&project, &["--only", "ludo,eki"]);
    assert_eq!(paths, ["out/sikker-by-2024-handout-eki-ludo.pdf"]);
    let (paths, _) = built(&project, &["--only", "ludo,eki", "--split"]);
    let each = ["out/sikker-by-2024-handout-eki.pdf", "out/sikker-by-2024-handout-ludo.pdf"];
    assert_eq!(paths, each);
    let (paths, _) = built(&project, &["--forvaltning", "TMF"]);
    assert_eq!(paths, ["out/sikker-by-2024-handout-tmf.pdf"]);
    let (paths, _) = built(&project, &["--bydel", "Valby", "--split"]);
    assert!(paths.len() > 2 && paths.len() < 22, "{paths:?}");
}

#[test]
fn all_split_are_one_file_each_with_its_own_title() {
    let project = Project::new();
    let (paths, _) = built(&project, &["--split"]);
    assert_eq!(paths.len(), 22);
    for path in &paths {
        let pdf = fs::read(project.path(path)).expect("the named file");
        let doc = document(&pdf);
        assert!(claims_ua(&pdf), "{path}");
        assert_eq!(doc.page_iter().count() % 2, 0, "{path}");
        let info = objects::dict(&doc, &doc.trailer, b"Info").expect("Info");
        let title = objects::get(&doc, info, b"Title").and_then(objects::text).expect("a title");
        assert!(title.contains(": Afrapportering"), "{title}");
    }
}

#[test]
fn a_split_file_says_the_same_as_the_file_built_alone() {
    let project = Project::new();
    let alone = one(&project, &["--only", "ludo"]);
    let (paths, _) = built(&project, &["--only", "eki,ludo", "--split"]);
    let split = fs::read(project.path(&paths[1])).expect("the named file");
    let (Some(alone), Some(split)) = (text(&project, &alone), text(&project, &split)) else {
        return;
    };
    assert_eq!(alone, split);
}

#[test]
fn the_essence_of_each_indsats_is_one_page() {
    let project = Project::new();
    let pdf = one(&project, &["--format", "a4-onepage"]);
    assert_eq!(document(&pdf).page_iter().count(), 22);
    assert!(claims_ua(&pdf));
    let Some(text) = text(&project, &pdf) else { return };
    assert_eq!(text.matches("side 1 af 1").count(), 22);
}

#[test]
fn a_booklet_has_a_cover_and_tells_its_sheets() {
    let project = Project::new();
    let args = ["--only", "ludo", "--format", "a5-booklet", "--flip", "long", "--explain"];
    let (paths, run) = built(&project, &args);
    assert_eq!(paths, ["out/sikker-by-2024-handout-ludo-a5-booklet.pdf"]);
    run.says(&[
        "A5-hæfte på A4: 2 sider på 1 ark, 2 blanke",
        "vendt på den lange kant",
        "    1  forside     -    1",
        "    1  bagside     -    2  (på hovedet)",
    ]);
    let pdf = fs::read(project.path(&paths[0])).expect("the named file");
    assert_eq!(document(&pdf).page_iter().count(), 2);
    assert!(pdf.starts_with(b"%PDF-1.7") && !claims_ua(&pdf));
}

#[test]
fn a_spread_fills_one_side_of_a3() {
    let project = Project::new();
    let pdf = one(&project, &["--only", "ludo", "--format", "a3-spread"]);
    let doc = document(&pdf);
    let page = doc.page_iter().next().expect("a side");
    let page = doc.get_dictionary(page).expect("a page");
    let media = objects::array(&doc, page, b"MediaBox").expect("a MediaBox");
    let media = objects::numbers(&doc, media).expect("numbers");
    assert!((media[2] - 1190.55).abs() < 0.1 && (media[3] - 841.89).abs() < 0.1, "{media:?}");
    let Some(text) = text(&project, &pdf) else { return };
    assert!(text.contains("side 1 af 2") && text.contains("side 2 af 2"));
    assert_eq!(doc.page_iter().count(), 1);
}

/// Colours that are set in any content stream; a grey of one component counts as three alike.
fn colours(pdf: &[u8]) -> Vec<[f32; 3]> {
    let doc = document(pdf);
    let mut colours = Vec::new();
    for stream in doc.objects.values().filter_map(|object| object.as_stream().ok()) {
        let form =
            stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|s| s == b"Form");
        let page = !stream.dict.has(b"Type") && !stream.dict.has(b"Subtype");
        let Ok(content) = stream.get_plain_content() else { continue };
        if !form && !page {
            continue;
        }
        let mut lexer = Lexer::new(&content);
        while let Ok(Some(op)) = lexer.next_op() {
            if matches!(op.name, b"scn" | b"SCN" | b"sc" | b"SC" | b"rg" | b"RG" | b"g" | b"G") {
                let grey = || op.numbers::<1>().map(|[grey]| [grey; 3]);
                colours.extend(op.numbers::<3>().or_else(grey));
            }
        }
    }
    colours
}

#[test]
fn grey_handouts_have_no_colour_in_text_lines_figures_or_symbols() {
    let project = Project::new();
    let hue = |colours: &[[f32; 3]]| {
        colours.iter().any(|[r, g, b]| (r - g).abs() > 0.005 || (g - b).abs() > 0.005)
    };
    for format in ["a4", "a4-onepage"] {
        let colour = colours(&one(&project, &["--only", "eki", "--format", format]));
        assert!(hue(&colour), "{colour:?}");
        let grey = colours(&one(&project, &["--only", "eki", "--format", format, "--grey"]));
        assert!(!grey.is_empty() && !hue(&grey), "{grey:?}");
    }
}

#[test]
fn the_same_handouts_are_the_same_bytes_on_any_number_of_cores() {
    let project = Project::new();
    let pdf = one(&project, &["--only", "ludo"]);
    let other = Project::new();
    let run = other
        .command(&["build", "handout", "--only", "ludo"])
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("the program runs");
    assert!(run.status.success());
    let path = other.path("out/sikker-by-2024-handout-ludo.pdf");
    assert!(fs::read(path).expect("a PDF") == pdf, "the bytes differ");
}

#[test]
fn the_official_report_after_handouts_is_the_report_alone() {
    let project = Project::new();
    let run = project.run(&["build"]).ends(0);
    let alone = fs::read(project.path(run.stdout().trim_end())).expect("a PDF");
    project.run(&["build", "handout", "official"]).ends(0);
    let after = fs::read(project.path("out/sikker-by-2024.pdf")).expect("a PDF");
    assert!(alone == after, "the bytes differ");
}

#[test]
fn what_would_be_of_no_effect_is_refused() {
    let project = Project::new();
    project.run(&["build", "--grey"]).ends(2).says(&["--grey hører til udgaven »handout«"]);
    project.run(&["build", "--printer", "gb-tryk"]).ends(2).says(&["sats build print --printer"]);
    project.run(&["build", "--label", "2"]).ends(2).says(&["--label hører til udgaven »draft«"]);
    project.run(&["export", "json", "--bilevel"]).ends(2).says(&["--bilevel hører til TIFF"]);
    project
        .run(&["build", "handout", "--fold-marks"])
        .ends(2)
        .says(&["--fold-marks hører til ark"]);
    project.run(&["build", "handout", "--only", "lud"]).ends(2).says(&["mente du `ludo`?"]);
    let thick = ["build", "handout", "--format", "a5-booklet", "--paper", "7"];
    project.run(&thick).ends(1).says(&["fejl[P302]", "sådan er intet papir"]);
    let thin = ["build", "handout", "--format", "a5-booklet", "--paper", "-1"];
    project.run(&thin).ends(1).says(&["fejl[P302]", "sådan er intet papir"]);
}

#[test]
fn verapdf_passes_them() {
    let Some(checker) = crate::official::verapdf() else {
        crate::skip::without("veraPDF (set VERAPDF to its program)");
        return;
    };
    let project = Project::new();
    for format in ["a4", "a4-onepage"] {
        let (paths, _) = built(&project, &["--only", "ludo,eki", "--format", format]);
        let path = project.path(&paths[0]);
        let run = Command::new(&checker).arg("ua1").arg(path).output().expect("veraPDF runs");
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success() && !said.contains("FAIL"), "{said}");
    }
}
