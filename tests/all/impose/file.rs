//! The imposed file: what is shared, kept and left out.

use lopdf::{Dictionary, Document, Object, Stream};
use sats::output::impose::{Flip, Format, Setup, impose};
use sats::output::pdf::objects;

use super::{bytes, imposed, pages, setup, sides};

fn streams<'a>(doc: &'a Document, subtype: &'a [u8]) -> impl Iterator<Item = &'a Stream> {
    doc.objects.values().filter_map(|object| object.as_stream().ok()).filter(move |stream| {
        stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == subtype)
    })
}

#[test]
fn pages_are_forms_that_share_one_font_and_nothing_is_a_picture() {
    let doc = Document::load_mem(&imposed(16, &setup(Format::A5Booklet, None)).pdf).expect("a PDF");
    assert_eq!(streams(&doc, b"Form").count(), 16);
    assert_eq!(streams(&doc, b"Image").count(), 0);
    let fonts =
        doc.objects.values().filter_map(|o| o.as_dict().ok()).filter(|d| d.has_type(b"Font"));
    assert_eq!(fonts.count(), 1);
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    for format in [Format::A3Spread, Format::A5Booklet, Format::TwoUp, Format::FourUp] {
        let setup = setup(format, None);
        assert_eq!(imposed(9, &setup).pdf, imposed(9, &setup).pdf);
    }
}

#[test]
fn the_print_dialogue_is_told_of_both_sides_and_actual_size() {
    for (flip, duplex) in
        [(Flip::Long, &b"DuplexFlipLongEdge"[..]), (Flip::Short, b"DuplexFlipShortEdge")]
    {
        let job = imposed(4, &setup(Format::A5Booklet, Some(flip)));
        let doc = Document::load_mem(&job.pdf).expect("a PDF");
        assert_eq!(doc.version, "1.7");
        let catalogue = doc.catalog().expect("a catalogue");
        let preferences = objects::dict(&doc, catalogue, b"ViewerPreferences").expect("told");
        assert_eq!(objects::name(&doc, preferences, b"Duplex"), Some(duplex));
        assert_eq!(objects::name(&doc, preferences, b"PrintScaling"), Some(&b"None"[..]));
    }
}

/// Pages with tags, a link, a filled-in field, bookmarks, metadata and claims.
fn accessible() -> Vec<u8> {
    let mut doc = pages(4, |number, page| {
        let mut link = Dictionary::new();
        link.set("Subtype", "Link");
        let mut field = Dictionary::new();
        field.set("Subtype", "Widget");
        field.set("AP", Dictionary::new());
        let fields = if number == 3 { vec![link.into(), field.into()] } else { vec![link.into()] };
        page.set("Annots", Object::Array(fields));
        page.set("StructParents", 0);
    });
    let mut tree = Dictionary::new();
    tree.set("Type", "StructTreeRoot");
    let tree = doc.add_object(tree);
    let packet = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:format>application/pdf</dc:format><pdfuaid:part>1</pdfuaid:part><t:NPages xmlns:t="http://ns.adobe.com/xap/1.0/t/pg/">4</t:NPages><m:InstanceID xmlns:m="http://ns.adobe.com/xap/1.0/mm/">of the pages</m:InstanceID></rdf:Description></rdf:RDF></x:xmpmeta>"#;
    let packet = doc.add_object(Stream::new(Dictionary::new(), packet.as_bytes().to_vec()));
    let mut info = Dictionary::new();
    info.set("Title", Object::string_literal("Sikker By"));
    let info = doc.add_object(info);
    doc.trailer.set("Info", info);
    let catalogue = doc.catalog_mut().expect("a catalogue");
    catalogue.set("StructTreeRoot", tree);
    catalogue.set("Metadata", packet);
    catalogue.set("Lang", Object::string_literal("da"));
    catalogue.set("Outlines", Dictionary::new());
    bytes(doc)
}

#[test]
fn title_language_and_metadata_stay_while_tags_links_and_claims_go() {
    let job = impose(&accessible(), None, &setup(Format::TwoUp, None)).expect("imposed");
    let doc = Document::load_mem(&job.pdf).expect("a PDF");
    let info = objects::dict(&doc, &doc.trailer, b"Info").expect("Info");
    assert_eq!(
        objects::get(&doc, info, b"Title").and_then(objects::text).as_deref(),
        Some("Sikker By")
    );
    let catalogue = doc.catalog().expect("a catalogue");
    assert!(catalogue.has(b"Lang"));
    for gone in [&b"StructTreeRoot"[..], b"Outlines", b"MarkInfo", b"AcroForm"] {
        assert!(!catalogue.has(gone), "{}", String::from_utf8_lossy(gone));
    }
    let text = String::from_utf8_lossy(&job.pdf);
    assert!(text.contains("<dc:format>application/pdf</dc:format>"));
    assert!(!text.contains("pdfuaid:part"));
    // Four pages on two sides, in a file of its own.
    assert!(text.contains(">2</t:NPages>") && text.contains(">uuid:"), "{text}");
    let said = |key: &[u8]| doc.objects.values().filter_map(objects::as_dict).any(|d| d.has(key));
    assert!(!said(b"Annots") && !said(b"StructParents"));
}

#[test]
fn a_filled_in_field_that_is_lost_is_told_with_its_page() {
    let job = impose(&accessible(), None, &setup(Format::TwoUp, None)).expect("imposed");
    assert_eq!(job.findings.len(), 1);
    assert_eq!((job.findings[0].code, job.findings[0].page), ("P303", Some(3)));
}

#[test]
fn rotated_and_scaled_pages_stand_upright_in_their_cells() {
    for turns in [0_u16, 90, 180, 270, 450] {
        let doc = pages(2, |_, page| {
            page.set("Rotate", i64::from(turns));
            page.set("UserUnit", 2.0);
            page.set("CropBox", vec![10.into(), 20.into(), 210.into(), 320.into()]);
        });
        let job = impose(&bytes(doc), None, &setup(Format::TwoUp, None)).expect("imposed");
        let sides = sides(&job.pdf);
        let shown = &sides[0].shown[0];
        // The crop's corner that is shown at the lower left, by the clockwise turn.
        let (x, y) = match turns % 360 {
            0 => (10.0, 20.0),
            90 => (210.0, 20.0),
            180 => (210.0, 320.0),
            _ => (10.0, 320.0),
        };
        let m = &shown.matrix;
        let corner = (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
        assert!(corner.0 >= -0.05 && corner.1 >= -0.05, "{turns}: {corner:?}");
        // A clockwise turn takes the page's own upward direction to the right.
        let up = (m[2], m[3]);
        let right_way = match turns % 360 {
            0 => up.1 > 0.0,
            90 => up.0 > 0.0,
            180 => up.1 < 0.0,
            _ => up.0 < 0.0,
        };
        assert!(right_way, "{turns}: {m:?}");
    }
}

#[test]
fn pages_of_several_streams_are_joined_with_a_space_between() {
    let mut doc = pages(1, |_, _| {});
    let id = doc.page_iter().next().expect("a page");
    let parts: Vec<Object> = ["BT /F1 9 Tf (page 1) T", "", "j ET 1 0 0 RG"]
        .map(|part| doc.add_object(Stream::new(Dictionary::new(), part.as_bytes().to_vec())).into())
        .to_vec();
    doc.get_dictionary_mut(id).expect("a page").set("Contents", parts);
    let job = impose(&bytes(doc), None, &setup(Format::TwoUp, None)).expect("imposed");
    let doc = Document::load_mem(&job.pdf).expect("a PDF");
    let form = streams(&doc, b"Form").next().expect("a form").get_plain_content().expect("content");
    assert_eq!(form, b"BT /F1 9 Tf (page 1) T\n\nj ET 1 0 0 RG\n");
}

#[test]
fn marks_are_hairlines_at_the_edges_and_an_artifact() {
    let marked = |format| {
        let setup = Setup { marks: true, ..setup(format, None) };
        let doc = Document::load_mem(&imposed(4, &setup).pdf).expect("a PDF");
        let id = doc.page_iter().next().expect("a page");
        String::from_utf8(doc.get_page_content(id)).expect("text")
    };
    let booklet = marked(Format::A5Booklet);
    let marks = &booklet[booklet.find("/Artifact BMC").expect("an artifact")..];
    assert!(marks.contains("0.25 w") && marks.trim_end().ends_with("EMC"), "{marks}");
    assert_eq!(marks.matches("S\n").count(), 2, "one fold, both ends");
    assert!(marks.contains("[2 2] 0 d\n420.9449 0 m"), "{marks}");
    assert_eq!(marked(Format::FourUp).matches("S\n").count(), 4, "two cuts, both ends");
}
