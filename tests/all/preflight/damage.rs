//! A sound file, and the tools to damage it.

use std::sync::LazyLock;

use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, dictionary};
use sats::output::print::Printer;

use crate::print::desk;

pub(super) static PRINTER: LazyLock<Printer> =
    LazyLock::new(|| Printer::load("x4-coated").expect("built in"));

/// A sound file: text, a table, a chart, a surface that bleeds.
pub(super) static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let pages = desk::pages(
        "#set page(width: 210mm, height: 297mm, margin: 20mm, bleed: 3mm)\n\
         #set text(font: \"Source Sans 3\", fill: rgb(\"#14202e\"), size: 10pt)\n\
         #place(top + left, dx: -23mm, dy: -23mm, rect(width: 12mm, height: 303mm, fill: rgb(\"#0b5ea8\")))\n\
         #lorem(80)\n#table(columns: 2, stroke: 0.5pt + rgb(\"#9aa3ad\"))[1][2]\n\
         #image(\"chart.svg\", width: 80mm)\n#pagebreak()\n#lorem(200)",
        &[("/chart.svg", include_bytes!("../print/files/chart.svg").to_vec())],
    );
    desk::finished(&pages, "x4-coated")
});

pub(super) fn save(mut doc: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    doc.save_with_options(&mut bytes, options).expect("memory");
    bytes
}

pub(super) fn page(doc: &mut Document, at: usize) -> &mut Dictionary {
    let id = doc.page_iter().nth(at).expect("a page");
    doc.get_dictionary_mut(id).expect("a page")
}

/// Appends content to the second page.
pub(super) fn paint(doc: &mut Document, content: &str) {
    let id = doc.page_iter().nth(1).expect("two pages");
    doc.add_page_contents(id, format!("\n{content}\n").into_bytes()).expect("content");
}

/// Adds a resource to the second page.
pub(super) fn resource(doc: &mut Document, kind: &str, name: &str, value: impl Into<Object>) {
    let value = doc.add_object(value.into());
    let id = doc.page_iter().nth(1).expect("two pages");
    let page = doc.get_dictionary(id).expect("a page");
    let mut resources =
        page.get_deref(b"Resources", doc).and_then(Object::as_dict).expect("resources").clone();
    let mut of_kind = resources
        .get_deref(kind.as_bytes(), doc)
        .and_then(Object::as_dict)
        .cloned()
        .unwrap_or_default();
    of_kind.set(name, value);
    resources.set(kind, of_kind);
    page_set(doc, 1, "Resources", resources);
}

pub(super) fn page_set(doc: &mut Document, at: usize, key: &str, value: impl Into<Object>) {
    page(doc, at).set(key, value);
}

pub(super) fn catalogue(doc: &mut Document) -> &mut Dictionary {
    doc.catalog_mut().expect("a catalogue")
}

pub(super) fn info(doc: &mut Document) -> &mut Dictionary {
    let id = doc.trailer.get(b"Info").and_then(Object::as_reference).expect("Info");
    doc.get_dictionary_mut(id).expect("Info")
}

/// Changes the XMP packet as text.
pub(super) fn xmp(doc: &mut Document, change: impl Fn(String) -> String) {
    let id = catalogue(doc).get(b"Metadata").and_then(Object::as_reference).expect("XMP");
    let stream = doc.get_object_mut(id).and_then(Object::as_stream_mut).expect("XMP");
    let text = String::from_utf8(stream.content.clone()).expect("UTF-8");
    let changed = change(text.clone());
    assert_ne!(text, changed, "nothing was planted");
    stream.set_content(changed.into_bytes());
}

/// The output intents' dictionaries, one after another.
pub(super) fn intents(doc: &mut Document, change: impl Fn(&mut Dictionary)) {
    let all = catalogue(doc).get(b"OutputIntents").and_then(Object::as_array).expect("two").clone();
    for intent in all {
        let id = intent.as_reference().expect("a reference");
        change(doc.get_dictionary_mut(id).expect("an intent"));
    }
}

pub(super) fn font_descriptor(doc: &mut Document) -> &mut Dictionary {
    let found = doc.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    found.into_iter().find(|dict| dict.has(b"FontFile3")).expect("a font")
}

pub(super) fn picture(
    width: i64,
    height: i64,
    space: impl Into<Object>,
    samples: Vec<u8>,
) -> Stream {
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => width, "Height" => height,
        "BitsPerComponent" => 8, "ColorSpace" => space.into(),
    };
    Stream::new(dict, samples)
}

pub(super) fn group(space: &str) -> Dictionary {
    dictionary! { "S" => "Transparency", "CS" => space }
}
