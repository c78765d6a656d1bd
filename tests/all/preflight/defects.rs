//! Every planted defect is caught by its rule, and a sound file has none.

use std::collections::BTreeSet;

use lopdf::Document;
use sats::finding::{Finding, Severity};
use sats::output::preflight::{examine, judge, rules};
use sats::output::print::{Printer, finish};

use super::damage::*;
use super::plants::PLANTS;
use crate::print::desk;

fn codes(findings: &[Finding]) -> BTreeSet<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn a_sound_file_has_no_finding_at_all() {
    let findings = judge("a.pdf", &SOUND, &PRINTER);
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn planting_itself_does_no_harm() {
    let doc = Document::load_mem(&SOUND).expect("readable");
    let findings = judge("a.pdf", &save(doc), &PRINTER);
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn every_planted_defect_is_caught_by_its_rule() {
    let mut missed = Vec::new();
    for (what, code, plant) in PLANTS {
        let mut doc = Document::load_mem(&SOUND).expect("readable");
        plant(&mut doc);
        let findings = judge("a.pdf", &save(doc), &PRINTER);
        if !codes(&findings).contains(code) {
            missed.push(format!("{what}: {code} missed, found {:?}", codes(&findings)));
        }
        for finding in &findings {
            assert!(finding.place.is_some() && !finding.hints.is_empty(), "{finding:?}");
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn every_rule_has_a_defect_that_it_catches() {
    let planted: BTreeSet<_> = PLANTS.iter().map(|(_, code, _)| *code).collect();
    // Tested on their own below and in `hostile`.
    let elsewhere = ["X011", "X022", "X066", "F01", "F02", "F06"];
    for rule in rules::ALL {
        assert!(planted.contains(rule.code) || elsewhere.contains(&rule.code), "{}", rule.code);
    }
}

#[test]
fn another_version_in_the_header_is_caught() {
    let mut pdf = SOUND.clone();
    pdf[7] = b'7';
    assert!(codes(&judge("a.pdf", &pdf, &PRINTER)).contains("X011"));
}

#[test]
fn an_intent_is_wrong_for_a_printer_who_wants_none() {
    let plain = Printer::load("gb-tryk").expect("built in");
    assert!(codes(&judge("a.pdf", &SOUND, &plain)).contains("X066"));
}

#[test]
fn the_document_with_everything_has_no_error_for_any_printer() {
    for name in ["x4-coated", "onlineprinters", "bogtryk", "gb-tryk"] {
        let printer = Printer::load(name).expect("built in");
        let pdf = desk::finished(&desk::report(), name);
        let verdict = examine("a.pdf", &pdf, &printer);
        let errors: Vec<_> =
            verdict.findings.iter().filter(|f| f.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
        assert!(verdict.passes());
    }
}

#[test]
fn the_delivery_notes_numbers_are_read_from_the_file() {
    let verdict = examine("a.pdf", &SOUND, &PRINTER);
    let facts = &verdict.facts;
    assert_eq!((facts.pages, facts.blank), (2, 0));
    assert_eq!(facts.trim, "210.0 × 297.0 mm");
    assert_eq!(facts.bleed, "216.0 × 303.0 mm");
    assert_eq!(facts.colours, BTreeSet::from(["DeviceCMYK".to_owned()]));
    assert!(facts.fonts.values().all(|embedded| *embedded), "{:?}", facts.fonts);
    assert!(facts.fonts.contains_key("SourceSans3-Regular"), "{:?}", facts.fonts);
    let (ink, page) = facts.ink.expect("there is ink");
    assert_eq!(page, 1);
    let accent = desk::swatches().into_iter().find(|swatch| swatch.rgb == [0x0b, 0x5e, 0xa8]);
    let bar: f32 = accent.expect("the theme's accent").cmyk.iter().sum();
    // The bar is 12 mm wide, the square 21 pixels of 2 pt.
    let mean = bar * 12.0 / (42.0 / 72.0 * 25.4);
    assert!((ink - mean).abs() < 5.0, "about {mean:.0} % lie there, found {ink} %");
}

#[test]
fn a_plain_typst_export_fails_where_research_says_it_does() {
    let pages = desk::pages(
        "#set page(width: 210mm, height: 297mm, bleed: 3mm)\n#link(\"https://kk.dk\")[link]",
        &[],
    );
    let found = codes(&judge("a.pdf", &desk::export(&pages), &PRINTER));
    for code in ["X034", "X051", "X061", "X085", "X111", "X151", "G19"] {
        assert!(found.contains(code), "{code} is not among {found:?}");
    }
    let finished = finish(&desk::export(&pages), &desk::swatches(), &PRINTER, &desk::meta());
    assert!(finished.is_ok());
}
