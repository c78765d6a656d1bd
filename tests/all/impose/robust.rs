//! Any bytes at all: findings, never a panic.

use lopdf::{Dictionary, Object, Stream};
use proptest::prelude::*;
use sats::finding::Finding;
use sats::output::impose::{Format, Setup, impose};

use super::{bytes, pages, setup};

fn refused(pdf: &[u8]) -> Vec<Finding> {
    impose(pdf, None, &setup(Format::A5Booklet, None)).expect_err("refused")
}

#[test]
fn what_is_no_pdf_is_refused() {
    for junk in [&b""[..], b"%PDF-1.7", b"not a pdf", &[0xff; 4096]] {
        let findings = refused(junk);
        assert_eq!(findings[0].code, "P301");
        assert!(
            findings[0].message.to_string().contains("kan ikke læses"),
            "{}",
            findings[0].message
        );
    }
}

#[test]
fn a_pdf_without_pages_is_refused() {
    assert!(refused(&bytes(pages(0, |_, _| {})))[0].message.to_string().contains("ingen sider"));
}

#[test]
fn a_page_without_a_size_is_named() {
    for size in [[0, 0, 0, 0], [0, 0, 1, 700], [0, 0, 99_999, 700]] {
        let doc = pages(3, |number, page| {
            if number == 2 {
                page.set("MediaBox", size.map(Object::from).to_vec());
            }
        });
        let findings = refused(&bytes(doc));
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].page, Some(2));
        assert!(findings[0].message.to_string().contains("brugbar størrelse"));
    }
}

#[test]
fn content_that_cannot_be_unpacked_is_named_where_it_must_be() {
    let mut doc = pages(2, |_, _| {});
    let id = doc.page_iter().nth(1).expect("a page");
    let broken = || {
        let mut dict = Dictionary::new();
        dict.set("Filter", "JBIG9Decode");
        Stream::new(dict, b"\x00\x01".to_vec())
    };
    let parts: Vec<Object> = [broken(), broken()].map(|s| doc.add_object(s).into()).to_vec();
    doc.get_dictionary_mut(id).expect("a page").set("Contents", parts);
    let findings = refused(&bytes(doc));
    assert_eq!(findings[0].page, Some(2));
    assert!(findings[0].message.to_string().contains("kan ikke læses"), "{}", findings[0].message);
}

#[test]
fn page_trees_in_circles_end() {
    let mut doc = pages(2, |_, _| {});
    let tree = doc.catalog().and_then(|c| c.get(b"Pages")).and_then(Object::as_reference);
    let tree = tree.expect("a page tree");
    if let Ok(node) = doc.get_dictionary_mut(tree) {
        node.set("Parent", tree);
        node.remove(b"Resources");
        if let Ok(Object::Array(kids)) = node.get_mut(b"Kids") {
            kids.push(tree.into());
        }
    }
    let pdf = bytes(doc);
    let done = impose(&pdf, None, &setup(Format::FourUp, None));
    assert!(done.is_ok() || done.is_err_and(|findings| !findings.is_empty()));
}

#[test]
fn deep_nesting_ends() {
    let mut pdf = b"%PDF-1.7\n1 0 obj\n".to_vec();
    pdf.extend(std::iter::repeat_n(b'[', 200_000));
    pdf.extend_from_slice(b"\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF");
    assert!(!refused(&pdf).is_empty());
}

#[test]
fn paper_that_is_none_is_refused() {
    let pdf = bytes(pages(4, |_, _| {}));
    for paper_mm in [-0.1, 1.5, f32::NAN, f32::INFINITY] {
        let setup = Setup { paper_mm, ..setup(Format::A5Booklet, None) };
        let findings = impose(&pdf, None, &setup).expect_err("refused");
        assert_eq!(findings[0].code, "P302");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_damage_to_a_pdf_gives_sheets_or_findings(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut pdf = bytes(pages(3, |_, page| page.set("Rotate", 90)));
        for (at, byte) in damage {
            let at = at.index(pdf.len());
            pdf[at] = byte;
        }
        if !whole {
            pdf.truncate(cut.index(pdf.len()));
        }
        match impose(&pdf, None, &setup(Format::A5Booklet, None)) {
            Ok(job) => prop_assert!(lopdf::Document::load_mem(&job.pdf).is_ok()),
            Err(findings) => prop_assert!(!findings.is_empty()),
        }
    }
}
