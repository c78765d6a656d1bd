//! Words divided at the ends of lines, as readers and programs that read the pages meet them.

use std::fs;

use typst::layout::{Frame, FrameItem};

use crate::typeset::typesetter;
use crate::visual::report;

const SOFT: char = '\u{ad}';
const BREAK: char = '\u{200b}';

/// The runs of text of a frame, in the order in which they were set.
fn runs(frame: &Frame, found: &mut Vec<String>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => runs(&group.frame, found),
            FrameItem::Text(text) => {
                for glyph in &text.glyphs {
                    assert!(text.text.get(glyph.range()).is_some(), "{:?}", text.text);
                }
                found.push(text.text.to_string());
            }
            _ => {}
        }
    }
}

fn set(body: &str) -> Vec<String> {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let body = format!(
        "#set page(width: 45mm, margin: 5mm)\n#set text(font: \"Source Sans 3\", hyphenate: false)\n{body}"
    );
    fs::write(dir.path().join("report.typ"), body).expect("written");
    let document = typesetter(dir.path()).compile_once("/layouts/report.typ").expect("pages");
    let mut found = Vec::new();
    runs(&document.pages()[0].frame, &mut found);
    found
}

#[test]
fn a_soft_hyphen_is_seen_where_a_line_ends_and_gone_elsewhere() {
    let found = set("brand\u{ad}øvelse").concat();
    assert_eq!(found, "brandøvelse");
    let lines = set("kriminalitets\u{ad}truede tryghedsvandringer");
    let words = lines.concat();
    assert_eq!(words.replace([SOFT, ' '], ""), "kriminalitetstruedetryghedsvandringer");
    assert!(words.matches(SOFT).count() <= 1, "{lines:?}");
}

#[test]
fn a_long_address_is_divided_and_reads_as_it_was_written() {
    let lines = set(
        "www.\u{200b}kk.\u{200b}dk/\u{200b}sikker-\u{200b}by/\u{200b}afrapportering/\u{200b}tal",
    );
    assert_eq!(lines.concat(), "www.kk.dk/sikker-by/afrapportering/tal");
    assert!(lines.len() > 1, "{lines:?}");
}

#[test]
fn no_word_of_the_report_has_a_mark_inside() {
    let document = &report().0.document;
    let mut found = Vec::new();
    document.pages().iter().for_each(|page| runs(&page.frame, &mut found));
    let divided = found.iter().filter(|run| run.contains(SOFT)).count();
    assert!(divided > 10, "{divided} words are divided of {} runs", found.len());
    for run in &found {
        assert!(!run.contains(BREAK), "{run:?}");
        let inside = run.trim_end_matches(SOFT);
        assert!(!inside.contains(SOFT), "{run:?}");
    }
}
