//! Finishing: colour, overprint, boxes, metadata.

use std::collections::BTreeMap;
use std::process::Command;

use lopdf::{Dictionary, Document, Object};
use sats::output::pdf::boxes::{MM, Rect};
use sats::output::pdf::content::Lexer;
use sats::output::print::{Printer, finish};

use super::desk;

fn open(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).expect("a readable PDF")
}

fn page(doc: &Document, at: usize) -> &Dictionary {
    let id = doc.page_iter().nth(at).expect("that many pages");
    doc.get_dictionary(id).expect("a page")
}

/// The operators of a page as they stand.
fn operators(doc: &Document, at: usize) -> Vec<String> {
    let id = doc.page_iter().nth(at).expect("that many pages");
    let data = doc.get_page_content(id);
    let mut lexer = Lexer::new(&data);
    let mut all = Vec::new();
    while let Some(op) = lexer.next_op().expect("a sound stream") {
        all.push(String::from_utf8_lossy(op.all).into_owned());
    }
    all
}

/// A page of one thing, finished; its operators.
fn page_of(content: &str) -> Vec<String> {
    let head = "#set page(width: 100mm, height: 100mm, margin: 10mm, bleed: 3mm)\n\
                #set text(font: \"Source Sans 3\", fill: rgb(\"#14202e\"), size: 10pt)\n";
    let pages = desk::pages(&format!("{head}{content}"), &[]);
    operators(&open(&desk::finished(&pages, "x4-coated")), 0)
}

/// The colour and the overprint state in force at each painting operator, for what is filled.
fn painted(operators: &[String]) -> Vec<(String, String, String)> {
    let mut state = ("".to_owned(), "".to_owned());
    let mut stack = Vec::new();
    let mut all = Vec::new();
    for op in operators {
        match op.rsplit(' ').next().unwrap_or_default() {
            "q" => stack.push(state.clone()),
            "Q" => state = stack.pop().expect("balanced"),
            "k" => state.0.clone_from(op),
            "gs" if op.starts_with("/ovp") => state.1 = op.replace(" gs", ""),
            "f" | "S" | "Tj" => all.push((op.clone(), state.0.clone(), state.1.clone())),
            name if name.ends_with("TJ") => {
                all.push(("TJ".into(), state.0.clone(), state.1.clone()));
            }
            _ => {}
        }
    }
    all
}

#[test]
fn a_swatch_prints_in_its_own_ink_and_black_text_in_black_alone() {
    let all = page_of("#rect(width: 20mm, height: 20mm, fill: rgb(\"#0b5ea8\"))\nBrødtekst");
    let accent = desk::swatches().into_iter().find(|swatch| swatch.rgb == [0x0b, 0x5e, 0xa8]);
    let ink = accent.expect("the theme's accent").cmyk.map(|ink| format!("{}", ink / 100.0));
    let inks: Vec<_> = painted(&all).into_iter().map(|(_, ink, _)| ink).collect();
    assert_eq!(inks, [format!("{} k", ink.join(" ")), "0 0 0 1 k".to_owned()]);
}

#[test]
fn small_black_text_overprints_and_everything_else_knocks_out() {
    let small = painted(&page_of("Lille"));
    assert!(small.iter().all(|(_, _, state)| state == "/ovp3"), "{small:?}");
    let large = painted(&page_of("#text(size: 12pt)[Stor]"));
    assert!(large.iter().all(|(_, _, state)| state == "/ovp0"), "{large:?}");
    let white = painted(&page_of("#text(fill: white)[Hvid]"));
    assert!(
        white.iter().all(|(_, ink, state)| ink == "0 0 0 0 k" && state == "/ovp0"),
        "{white:?}"
    );
    let mixed =
        painted(&page_of("Lille #box(width: 9mm, height: 9mm, fill: rgb(\"#14202e\")) igen"));
    let states: Vec<_> = mixed.iter().map(|(op, _, state)| (op.as_str(), state.as_str())).collect();
    assert_eq!(states, [("TJ", "/ovp3"), ("f", "/ovp0"), ("TJ", "/ovp3")]);
}

#[test]
fn thin_black_lines_overprint_and_thick_ones_do_not() {
    let line =
        |width: &str| page_of(&format!("#line(length: 50mm, stroke: {width} + rgb(\"#14202e\"))"));
    assert_eq!(painted(&line("1.9pt"))[0].2, "/ovp3");
    assert_eq!(painted(&line("2pt"))[0].2, "/ovp0");
    let bar = page_of("#rect(width: 50mm, height: 1pt, fill: rgb(\"#14202e\"))");
    assert_eq!(painted(&bar)[0].2, "/ovp3");
}

#[test]
fn nothing_stands_between_a_path_and_its_painting() {
    let all = operators(&open(&desk::finished(&desk::report(), "x4-coated")), 0);
    let name = |op: &String| op.rsplit([' ', ']', '>']).next().unwrap_or_default().to_owned();
    let mut open = false;
    for op in all.iter().map(name) {
        match op.as_str() {
            "m" | "re" => open = true,
            "f" | "S" | "n" | "f*" | "B" => open = false,
            "l" | "c" | "h" | "W" | "W*" | "v" | "y" => {}
            other => assert!(!open, "`{other}` stands inside a path"),
        }
    }
}

#[test]
fn no_screen_colour_is_left_in_any_object() {
    let doc = open(&desk::finished(&desk::report(), "x4-coated"));
    for (id, object) in &doc.objects {
        let text = format!("{object:?}");
        for name in ["/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "DeviceRGB"] {
            assert!(!text.contains(name), "object {} names {name}: {text:.300}", id.0);
        }
    }
    for at in 0..2 {
        for op in operators(&doc, at) {
            let name = op.rsplit(' ').next().unwrap_or_default();
            assert!(!["rg", "RG", "g", "G", "sc", "SC"].contains(&name), "{op}");
        }
    }
}

#[test]
fn a_gradient_between_swatches_runs_from_ink_to_ink() {
    let doc = open(&desk::finished(&desk::report(), "x4-coated"));
    let shadings: Vec<_> = doc
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dict| dict.has(b"ShadingType"))
        .collect();
    assert_eq!(shadings.len(), 2);
    for shading in shadings {
        assert_eq!(
            shading.get(b"ColorSpace").and_then(Object::as_name).ok(),
            Some(&b"DeviceCMYK"[..])
        );
        let function = shading.get_deref(b"Function", &doc).and_then(Object::as_dict).expect("one");
        let kind = function.get(b"FunctionType").and_then(Object::as_i64).expect("a type");
        assert_eq!(kind, 2, "two swatches need no stops between");
        assert_eq!(function.get(b"C0").and_then(Object::as_array).map(Vec::len).ok(), Some(4));
    }
}

#[test]
fn pictures_become_ink_and_keep_their_masks() {
    let doc = open(&desk::finished(&desk::report(), "x4-coated"));
    let mut kinds = BTreeMap::new();
    for stream in doc.objects.values().filter_map(|object| object.as_stream().ok()) {
        if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image") {
            let space = stream.dict.get(b"ColorSpace").and_then(Object::as_name).expect("a name");
            let filter = stream.dict.get(b"Filter").and_then(Object::as_name).expect("a name");
            let key = (String::from_utf8_lossy(space), String::from_utf8_lossy(filter));
            *kinds.entry((key.0.into_owned(), key.1.into_owned())).or_insert(0) += 1;
        }
    }
    let expected = [
        (("DeviceCMYK".to_owned(), "DCTDecode".to_owned()), 1),
        (("DeviceCMYK".to_owned(), "FlateDecode".to_owned()), 2),
        (("DeviceGray".to_owned(), "FlateDecode".to_owned()), 1),
    ];
    assert_eq!(kinds, BTreeMap::from(expected));
}

#[test]
fn boxes_are_trim_bleed_and_media_around_the_marks() {
    for (printer, bleed_mm, marks_mm) in
        [("x4-coated", 3.0, 0.0), ("onlineprinters", 2.0, 0.0), ("bogtryk", 3.0, 8.0)]
    {
        let doc = open(&desk::finished(&desk::report(), printer));
        for at in 0..doc.page_iter().count() {
            let page = page(&doc, at);
            let size = |key: &[u8]| {
                let rect = Rect::of_page(&doc, page, key).expect("a box");
                (rect.width() / MM, rect.height() / MM)
            };
            for (key, more) in [
                (&b"TrimBox"[..], 0.0),
                (b"BleedBox", bleed_mm),
                (b"MediaBox", bleed_mm + marks_mm),
            ] {
                let (width, height) = size(key);
                assert!((width - 210.0 - 2.0 * more).abs() < 0.01, "{printer} {at}: {width}");
                assert!((height - 297.0 - 2.0 * more).abs() < 0.01, "{printer} {at}: {height}");
            }
            for key in [&b"CropBox"[..], b"ArtBox", b"Rotate", b"Annots", b"UserUnit"] {
                assert!(!page.has(key));
            }
        }
    }
}

#[test]
fn white_pages_fill_up_to_the_printers_multiple() {
    let doc = open(&desk::finished(&desk::report(), "bogtryk"));
    assert_eq!(doc.page_iter().count(), 4);
    let doc = open(&desk::finished(&desk::report(), "gb-tryk"));
    assert_eq!(doc.page_iter().count(), 4);
    assert!(!page(&doc, 3).has(b"Contents"));
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let pages = desk::report();
    assert_eq!(desk::finished(&pages, "bogtryk"), desk::finished(&pages, "bogtryk"));
}

#[test]
fn plain_cmyk_has_no_output_intent_and_claims_no_standard() {
    let pdf = desk::finished(&desk::report(), "gb-tryk");
    let doc = open(&pdf);
    assert!(!doc.catalog().expect("a catalogue").has(b"OutputIntents"));
    let text = String::from_utf8_lossy(&pdf).into_owned();
    assert!(!text.contains("GTS_PDFX") && !text.contains("pdfaid"));
}

#[test]
fn more_bleed_than_the_pages_have_is_refused() {
    let pages = desk::pages("#set page(width: 100mm, height: 100mm, bleed: 1mm)\nA", &[]);
    let printer = Printer::load("x4-coated").expect("built in");
    let findings = finish(&desk::export(&pages), &desk::swatches(), &printer, &desk::meta())
        .expect_err("too little bleed");
    assert_eq!(
        findings[0].message.to_string(),
        "siderne har 1 mm beskæring, trykkeriet beder om 3 mm"
    );
    assert_eq!(findings[0].page, Some(1));
}

#[test]
fn a_conic_gradient_is_refused_with_its_page() {
    let pages = desk::pages(
        "#set page(width: 100mm, height: 100mm, bleed: 3mm)\n\
         #rect(width: 50mm, height: 50mm, fill: gradient.conic(red, blue))",
        &[],
    );
    let printer = Printer::load("x4-coated").expect("built in");
    let findings = finish(&desk::export(&pages), &desk::swatches(), &printer, &desk::meta())
        .expect_err("no ink for it");
    assert_eq!(findings[0].page, Some(1));
    assert!(
        findings[0].message.to_string().contains("hverken lineær eller radial"),
        "{findings:?}"
    );
}

#[test]
fn what_is_no_pdf_is_refused() {
    let printer = Printer::load("x4-coated").expect("built in");
    for data in [&b""[..], b"%PDF-1.6", b"hello", &[0; 4096]] {
        assert!(finish(data, &desk::swatches(), &printer, &desk::meta()).is_err());
    }
}

/// Runs a validator where it is installed; a missing one is said and skipped.
fn run(program: &str, args: &[&str]) -> Option<String> {
    match Command::new(program).args(args).output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(_) => {
            crate::skip::without(program);
            None
        }
    }
}

#[test]
fn ghostscript_sees_a_text_page_on_the_black_plate_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("a.pdf");
    let pages = desk::pages(
        "#set page(width: 210mm, height: 297mm, bleed: 3mm)\n\
         #set text(font: \"Source Sans 3\", fill: rgb(\"#14202e\"))\n#lorem(200)",
        &[],
    );
    std::fs::write(&path, desk::finished(&pages, "x4-coated")).expect("written");
    let path = path.to_str().expect("a plain path");
    let Some(inks) = run("gs", &["-q", "-o", "-", "-sDEVICE=inkcov", path]) else { return };
    let page = inks.lines().next().expect("one line a page");
    assert!(page.trim_start().starts_with("0.00000  0.00000  0.00000  0.0"), "{page}");
    assert!(!page.contains("0.00000 CMYK"), "nothing was printed: {page}");
}

#[test]
fn qpdf_finds_the_file_sound() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, desk::finished(&desk::report(), "bogtryk")).expect("written");
    let Some(said) = run("qpdf", &["--check", path.to_str().expect("a plain path")]) else {
        return;
    };
    assert!(said.contains("No syntax or stream encoding errors"), "{said}");
}

#[test]
fn verapdf_passes_the_file_as_pdf_a_2b() {
    let Some(tool) = crate::official::verapdf() else {
        crate::skip::without("veraPDF (set VERAPDF to its program)");
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, desk::finished(&desk::report(), "bogtryk")).expect("written");
    let path = path.to_str().expect("a plain path");
    let Some(said) = run(&tool.to_string_lossy(), &["2b", path]) else { return };
    assert!(said.contains("2b PASS"), "{said}");
}
