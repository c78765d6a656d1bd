//! PDFs that were made to harm: findings, never a panic, in bounded time.

use std::time::{Duration, Instant};

use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, dictionary};
use sats::output::preflight::judge;
use sats::output::print::Printer;

use crate::print::desk;

/// Longest that one file may take here, many times what it does.
const PATIENCE: Duration = Duration::from_secs(60);

fn codes(pdf: &[u8]) -> Vec<&'static str> {
    let printer = Printer::load("x4-coated").expect("built in");
    let started = Instant::now();
    let findings = judge("a.pdf", pdf, &printer);
    assert!(started.elapsed() < PATIENCE, "took {:?}", started.elapsed());
    findings.into_iter().map(|finding| finding.code).collect()
}

fn save(doc: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).expect("memory");
    bytes
}

/// A one-page file with this content and these resources.
fn file(content: Vec<u8>, resources: Dictionary) -> Document {
    let mut doc = Document::with_version("1.6");
    let pages = doc.new_object_id();
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress().expect("compressed");
    let content = doc.add_object(stream);
    let page = doc.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 600.into(), 800.into()],
    });
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 },
    );
    let catalogue = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    doc.trailer.set("Root", catalogue);
    doc
}

#[test]
fn what_is_no_pdf_is_said_to_be_none() {
    for data in [&b""[..], b"hello", b"%PDF-1.6\n%%EOF", &[0xff; 10_000]] {
        assert_eq!(codes(data), ["F01"]);
    }
}

#[test]
fn a_file_cut_anywhere_is_judged_or_refused() {
    let pdf = desk::finished(&desk::report(), "x4-coated");
    for part in 1..40 {
        codes(&pdf[..pdf.len() * part / 40]);
    }
}

#[test]
fn a_file_that_was_cut_or_has_something_behind_its_end_is_named_so() {
    let pdf = desk::finished(&desk::report(), "x4-coated");
    assert!(!codes(&pdf).contains(&"F06"));
    let behind = [pdf.as_slice(), b"<html>saved by a browser</html>"].concat();
    assert!(codes(&behind).contains(&"F06"));
    let printer = Printer::load("x4-coated").expect("built in");
    let cut = judge("a.pdf", &pdf[..pdf.len() - 400], &printer);
    assert!(
        cut.iter().any(|f| f.code == "F06" || f.message.to_string().contains("ingen ende")),
        "{cut:?}"
    );
}

#[test]
fn a_file_with_bytes_changed_is_judged_or_refused() {
    let pdf = desk::finished(&desk::report(), "x4-coated");
    let mut seed = 7_u32;
    for _ in 0..60 {
        let mut changed = pdf.clone();
        for _ in 0..200 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = usize::try_from(seed).expect("32 bits") % changed.len();
            changed[at] = seed.to_be_bytes()[1];
        }
        let printer = Printer::load("x4-coated").expect("built in");
        let _ = judge("a.pdf", &changed, &printer);
    }
}

#[test]
fn an_encrypted_file_is_said_to_be_encrypted() {
    for (user, found) in [("", true), ("secret", true)] {
        let mut doc = file(b"0 0 0 1 k 1 1 9 9 re f".to_vec(), Dictionary::new());
        let id = || Object::string_literal("0123456789abcdef");
        doc.trailer.set("ID", vec![id(), id()]);
        let version = lopdf::EncryptionVersion::V2 {
            document: &doc,
            owner_password: "owner",
            user_password: user,
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        };
        let state = lopdf::EncryptionState::try_from(version).expect("a key");
        doc.encrypt(&state).expect("encrypted");
        assert_eq!(codes(&save(&mut doc)).contains(&"X022"), found);
    }
}

#[test]
fn pages_in_a_circle_end() {
    let mut doc = file(Vec::new(), Dictionary::new());
    let pages = doc.catalog().and_then(|root| root.get(b"Pages")).and_then(Object::as_reference);
    let pages = pages.expect("pages");
    let node = doc.get_dictionary_mut(pages).expect("pages");
    node.set("Kids", vec![pages.into(), pages.into()]);
    node.set("Parent", pages);
    codes(&save(&mut doc));
}

#[test]
fn forms_in_a_circle_and_forms_that_multiply_end() {
    // Each draws the next ten times: 10^12 drawings.
    let mut doc = file(b"/f0 Do".to_vec(), Dictionary::new());
    let ids: Vec<_> = (0..12).map(|_| doc.new_object_id()).collect();
    for (at, id) in ids.iter().enumerate() {
        let next = ids.get(at + 1).copied().unwrap_or(*id);
        let form = dictionary! {
            "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 600.into(), 800.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "n" => next } },
        };
        doc.set_object(*id, Stream::new(form, b"/n Do ".repeat(10)));
    }
    let page = doc.page_iter().next().expect("a page");
    let resources = dictionary! { "XObject" => dictionary! { "f0" => ids[0] } };
    doc.get_dictionary_mut(page).expect("a page").set("Resources", resources);
    let found = codes(&save(&mut doc));
    assert!(found.contains(&"F02") || found.contains(&"F03"), "{found:?}");
}

#[test]
fn more_work_than_is_reasonable_is_refused() {
    let fills = b"0 0 600 800 re f\n".repeat(200_000);
    assert!(codes(&save(&mut file(fills, Dictionary::new()))).contains(&"F02"));
}

#[test]
fn nesting_without_end_does_not_exhaust_the_stack() {
    for content in [&b"["[..], b"<<", b"(", b"q ", b"[<</A "] {
        let found = codes(&save(&mut file(content.repeat(500_000), Dictionary::new())));
        assert!(found.contains(&"F03"), "{found:?}");
    }
    let mut body = b"%PDF-1.6\n1 0 obj\n".to_vec();
    body.extend(b"[".repeat(500_000));
    codes(&body);
}

#[test]
fn a_stream_that_unpacks_to_gigabytes_is_not_unpacked() {
    let mut zeros = Stream::new(Dictionary::new(), vec![b' '; 200 << 20]);
    zeros.compress().expect("compressed");
    let mut doc = file(Vec::new(), Dictionary::new());
    let content = doc.add_object(zeros);
    let page = doc.page_iter().next().expect("a page");
    doc.get_dictionary_mut(page).expect("a page").set("Contents", content);
    assert!(codes(&save(&mut doc)).contains(&"F02"));
}

#[test]
fn ten_thousand_objects_of_noise_are_judged() {
    let mut doc = file(b"0 0 0 1 k 1 1 9 9 re f".to_vec(), Dictionary::new());
    let mut seed = 1_u32;
    for at in 0..10_000_u32 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let other = (seed % 10_000, 0);
        doc.add_object(dictionary! {
            "Type" => "ExtGState", "S" => "JavaScript", "SMask" => Object::Reference(other),
            "Kids" => vec![Object::Reference((at, 0)), Object::Real(f32::MAX)],
            "BM" => Object::Name(seed.to_be_bytes().to_vec()),
        });
    }
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    doc.save_with_options(&mut bytes, options).expect("memory");
    let found = codes(&bytes);
    assert!(found.contains(&"X161") && found.contains(&"X132"), "{found:?}");
}

#[test]
fn numbers_beyond_all_bounds_are_taken() {
    let content =
        b"1e9 99999999999999999999 0 0 99999999999999999999999999999999999999999999 0 cm \
        -99999999999999999999999999999 0 9999999999999999999999999999999999999999 9 re f \
        99999999999999999999 w 0 0 m 9 9 l S BT /F 99999999999999 Tf (a) Tj ET"
            .to_vec();
    let mut doc = file(content, Dictionary::new());
    let page = doc.page_iter().next().expect("a page");
    let huge = vec![Object::Real(f32::MIN), 0.into(), Object::Real(f32::MAX), 800.into()];
    doc.get_dictionary_mut(page).expect("a page").set("MediaBox", huge);
    codes(&save(&mut doc));
}

#[test]
fn shapes_that_reach_beyond_all_pages_are_counted_as_what_they_cover() {
    for far in [
        "1e9",
        "1000000000",
        "99999999999",
        "-3000000000",
        "340000000000000000000000000000000000000",
    ] {
        for shape in
            ["0 0 m F 9 l 9 F l h f", "0 0 m F F F 0 9 F c B", "0 0 F F re f*", "5 w 0 F m F 0 l S"]
        {
            let content = format!("1 1 1 1 k 1 1 1 1 K {}", shape.replace('F', far));
            codes(&save(&mut file(content.into_bytes(), Dictionary::new())));
        }
    }
    let ink = codes(&save(&mut file(
        b"1 1 1 1 k 0 0 3000000000 3000000000 re f".to_vec(),
        Dictionary::new(),
    )));
    assert!(ink.contains(&"G01"), "{ink:?}");
}

#[test]
fn names_that_steer_a_terminal_are_shown_without() {
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => Object::Name(b"Evil\x1b[2J\x07\xe2\x80\xae".to_vec()),
    };
    let resources = dictionary! { "Font" => dictionary! { "F" => font } };
    let mut doc = file(b"BT /F 9 Tf (a) Tj ET /x\x1b[1m Do".to_vec(), resources);
    let printer = Printer::load("x4-coated").expect("built in");
    let findings = judge("a.pdf", &save(&mut doc), &printer);
    assert!(findings.iter().any(|f| f.message.to_string().contains("Evil")), "{findings:?}");
    for finding in findings {
        let said: String = std::iter::once(&finding.message)
            .chain(&finding.hints)
            .map(ToString::to_string)
            .collect();
        assert!(!said.chars().any(|c| c.is_control() || c == '\u{202e}'), "{}", finding.message);
    }
}

/// A page whose resources name this object, which may name itself, in every way that is followed.
fn resources_of(
    object: impl Fn(lopdf::ObjectId) -> Object,
    kinds: &[&str],
    content: &str,
) -> Vec<u8> {
    let mut doc = file(content.as_bytes().to_vec(), Dictionary::new());
    let id = doc.new_object_id();
    doc.set_object(id, object(id));
    let mut resources = Dictionary::new();
    for kind in kinds {
        resources.set(*kind, dictionary! { "x" => id });
    }
    let page = doc.page_iter().next().expect("a page");
    doc.get_dictionary_mut(page).expect("a page").set("Resources", resources);
    save(&mut doc)
}

#[test]
fn what_names_itself_ends() {
    let name = |text: &str| Object::Name(text.as_bytes().to_vec());
    let indexed = |id: lopdf::ObjectId| {
        Object::Array(vec![name("Indexed"), id.into(), 1.into(), Object::string_literal("ab")])
    };
    codes(&resources_of(indexed, &["ColorSpace"], "/x cs 0 sc 0 0 9 9 re f"));
    let spot = |id: lopdf::ObjectId| {
        Object::Array(vec![name("Separation"), name("S"), id.into(), id.into()])
    };
    codes(&resources_of(spot, &["ColorSpace"], "/x cs 1 sc 0 0 9 9 re f"));
    let alias = |id: lopdf::ObjectId| Object::Reference(id);
    let all = ["ColorSpace", "XObject", "Font", "Pattern", "Shading", "ExtGState"];
    let uses = "/x cs 1 sc /Pattern cs /x scn 0 0 9 9 re f /x Do /x sh /x gs BT /x 9 Tf (a) Tj ET";
    codes(&resources_of(alias, &all, uses));
    let knot = |id: lopdf::ObjectId| {
        let matrix = || vec![1.into(), 0.into(), 0.into(), 1.into(), 0.into(), 0.into()];
        let dict = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "FunctionType" => 3, "Functions" => vec![id.into()],
            "BBox" => vec![0.into(), 0.into(), 99.into(), 99.into()], "Matrix" => matrix(),
            "PatternType" => 1, "PaintType" => 1, "TilingType" => 1, "XStep" => 1, "YStep" => 1,
            "ShadingType" => 2, "ColorSpace" => id, "Function" => id, "Shading" => id,
            "SMask" => dictionary! { "S" => "Luminosity", "G" => id, "TR" => id },
            "Group" => id, "CharProcs" => dictionary! { "a" => id }, "Encoding" => id,
            "DescendantFonts" => vec![id.into()], "FontDescriptor" => id, "FontFile3" => id,
            "ToUnicode" => id, "W" => vec![id.into()], "Length" => id,
            "Resources" => dictionary! {
                "XObject" => dictionary! { "x" => id }, "Pattern" => dictionary! { "x" => id },
                "ExtGState" => dictionary! { "x" => id }, "Font" => dictionary! { "x" => id },
            },
        };
        Stream::new(
            dict,
            b"/x gs /Pattern cs /x scn 0 0 9 9 re f /x Do BT /x 9 Tf (a) Tj ET".to_vec(),
        )
        .into()
    };
    codes(&resources_of(knot, &all, uses));
}

#[test]
fn pages_nested_without_end_are_judged_or_refused() {
    let mut doc = file(Vec::new(), Dictionary::new());
    let ids: Vec<_> = (0..50_000).map(|_| doc.new_object_id()).collect();
    for (at, id) in ids.iter().enumerate() {
        let (below, above) = (ids.get(at + 1).unwrap_or(id), ids[at.saturating_sub(1)]);
        let node = dictionary! {
            "Type" => "Pages", "Kids" => vec![(*below).into()], "Count" => 1, "Parent" => above,
        };
        doc.set_object(*id, node);
    }
    doc.catalog_mut().expect("a catalogue").set("Pages", ids[0]);
    codes(&save(&mut doc));
}

#[test]
fn pictures_that_unpack_to_gigabytes_are_not_unpacked() {
    let mut zeros = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 20_000, "Height" => 20_000,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceCMYK",
        },
        vec![0; 64 << 20],
    );
    zeros.compress().expect("compressed");
    let mut doc = file(b"q 500 0 0 500 0 0 cm /a Do /b Do /c Do Q".repeat(200), Dictionary::new());
    let mut pictures = Dictionary::new();
    for name in ["a", "b", "c"] {
        pictures.set(name, doc.add_object(zeros.clone()));
    }
    let page = doc.page_iter().next().expect("a page");
    let resources = dictionary! { "XObject" => pictures };
    doc.get_dictionary_mut(page).expect("a page").set("Resources", resources);
    let found = codes(&save(&mut doc));
    assert!(found.contains(&"F04") || found.contains(&"F02"), "{found:?}");
}
