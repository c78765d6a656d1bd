//! The official edition of a tiny report: standards, identity, sameness.

use std::path::Path;
use std::process::Command;

use sats::finding::Finding;
use sats::output::official;
use sats::output::stamp::Stamp;

use crate::typeset::{files, mini, new_year, typesetter};

fn stamp() -> Stamp {
    Stamp { ident: "sats test".to_owned(), made: new_year() }
}

fn pdf(layouts: &Path) -> Result<Vec<u8>, Vec<Finding>> {
    let mut typesetter = typesetter(layouts);
    typesetter.set_files(files(&[("ludo", "Brætspil."), ("eki", "Indsats.")]));
    let document = typesetter.compile_once("/layouts/report.typ")?;
    official::pdf(&typesetter, document, &stamp(), true)
}

#[test]
fn it_says_that_it_is_pdf_a_3a_and_pdf_ua_1() {
    let pdf = pdf(&mini()).expect("a PDF");
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.starts_with("%PDF-1.7"));
    for mark in ["<pdfaid:part>3", "<pdfaid:conformance>A", "<pdfuaid:part>1", "Sikker By"] {
        assert!(text.contains(mark), "{mark}");
    }
}

#[test]
fn the_data_are_attached_with_relationship_and_description() {
    let pdf = pdf(&mini()).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("readable");
    let spec = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .find(|dict| dict.has(b"AFRelationship"))
        .expect("a file specification");
    let name =
        |key: &[u8]| spec.get(key).and_then(|value| value.as_name().map(<[u8]>::to_vec)).ok();
    assert_eq!(name(b"AFRelationship").as_deref(), Some(&b"Data"[..]));
    assert!(spec.has(b"Desc"));
}

#[test]
fn two_builds_are_the_same_bytes() {
    assert_eq!(pdf(&mini()).expect("a PDF"), pdf(&mini()).expect("a PDF"));
}

#[test]
fn layouts_in_another_folder_give_the_same_bytes() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for entry in std::fs::read_dir(mini()).expect("listed").flatten() {
        std::fs::copy(entry.path(), dir.path().join(entry.file_name())).expect("copied");
    }
    assert_eq!(pdf(&mini()).expect("a PDF"), pdf(dir.path()).expect("a PDF"));
}

#[test]
fn a_figure_without_alternative_text_is_refused_at_its_place() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for entry in std::fs::read_dir(mini()).expect("listed").flatten() {
        let text = std::fs::read_to_string(entry.path()).expect("text");
        let text = text.replace("alt: \"En søjle på ti.\", ", "");
        std::fs::write(dir.path().join(entry.file_name()), text).expect("written");
    }
    let findings = pdf(dir.path()).expect_err("refused");
    assert!(findings[0].message.to_string().contains("PDF/UA-1"), "{findings:?}");
    assert!(findings[0].place.as_ref().is_some_and(|place| place.file.ends_with("report.typ")));
}

#[test]
fn verapdf_passes_it() {
    let Some(checker) = verapdf() else {
        crate::skip::without("veraPDF (set VERAPDF to its program)");
        return;
    };
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("mini.pdf");
    std::fs::write(&path, pdf(&mini()).expect("a PDF")).expect("written");
    let run = Command::new(checker).arg("ua1,3a").arg(&path).output().expect("veraPDF runs");
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && !said.contains("FAIL"), "{said}");
}

/// The checker, where this machine has one.
pub(crate) fn verapdf() -> Option<std::path::PathBuf> {
    let named = std::env::var_os("VERAPDF").map(std::path::PathBuf::from);
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/tools/verapdf/verapdf");
    Some(named.unwrap_or_else(beside)).filter(|path| path.is_file())
}
