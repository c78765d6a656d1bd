//! The pages themselves, read from what the typesetter made: nothing outside the type area,
//! nothing over anything else, spreads on facing pages, and no line where it must not stand.

mod components;
mod contrast;
mod geometry;
mod planted;
mod rules;
mod spreads;
mod synthetic;

use std::collections::BTreeMap;
use std::path::Path;

use sats::finding::{Finding, Severity};
use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pipeline, Prepared, REPORT, Typeset};
use sats::typeset::{Fonts, Layouts};

use geometry::Geometry;
use sats::typeset::sheet::Book;

/// A folder of data, typeset as the official edition; a warning of the layouts fails.
pub(crate) fn typeset(data: &Path) -> (Prepared, Typeset) {
    let fonts = Fonts::load(None).expect("built-in fonts");
    let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline");
    let (loaded, report) =
        pipeline.load(data).unwrap_or_else(|told| panic!("{}", errors(&told.findings)));
    let prepared = pipeline.prepare(&loaded, &report, &Selection::default()).expect("prepared");
    let typeset =
        pipeline.typeset(&prepared, REPORT).unwrap_or_else(|told| panic!("{:#?}", told.findings));
    (prepared, typeset)
}

fn errors(findings: &[Finding]) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| format!("{}\n", finding.message)).collect()
}

/// Every breach of every rule.
fn breaches(prepared: &Prepared, typeset: &Typeset) -> Vec<String> {
    let book = Book::read(&typeset.document);
    let geometry = Geometry::read();
    let mut found = rules::all(&book, &geometry);
    found.extend(spreads::whole_spreads(&book, prepared, typeset));
    found.extend(spreads::running_text(&book, prepared, &geometry));
    brief(found)
}

/// The first of what is told of each page, and how much more there is.
fn brief(found: Vec<String>) -> Vec<String> {
    let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in found {
        let page = line.split(':').next().unwrap_or_default().to_owned();
        pages.entry(page).or_default().push(line);
    }
    let told = |(page, mut lines): (String, Vec<String>)| {
        let more = lines.len().saturating_sub(5);
        lines.truncate(5);
        lines.extend((more > 0).then(|| format!("{page}: {more} more")));
        lines
    };
    pages.into_iter().flat_map(told).collect()
}

#[test]
fn every_page_of_the_report_is_sound() {
    let (prepared, typeset) = typeset(&crate::cli::repo().join("tests/fixtures/2024"));
    let found = breaches(&prepared, &typeset);
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(typeset.fits.len(), 22);
}

#[test]
fn every_page_of_a_report_of_extremes_is_sound() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    synthetic::write(dir.path());
    let (prepared, typeset) = typeset(dir.path());
    let found = breaches(&prepared, &typeset);
    assert!(found.is_empty(), "{}", found.join("\n"));
}
