//! Info and XMP: there, complete, and saying the same.

use crate::text;
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};
use roxmltree::{Node, ParsingOptions};

use super::ledger::Ledger;
use super::{budget, rules};
use crate::limits;
use crate::output::pdf::objects;
use crate::output::print::{Printer, Standard};

const DC: &str = "http://purl.org/dc/elements/1.1/";
const XMP: &str = "http://ns.adobe.com/xap/1.0/";
const MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
const PDF: &str = "http://ns.adobe.com/pdf/1.3/";
const PDFX: &str = "http://www.npes.org/pdfx/ns/id/";
const PDFA: &str = "http://www.aiim.org/pdfa/ns/id/";

/// Largest metadata that is read.
const MOST_XMP: usize = limits::PDF_METADATA;

pub(super) fn check(doc: &Document, printer: &Printer, ledger: &mut Ledger) {
    let x4 = printer.profile.standard == Standard::X4;
    let info = objects::dict(doc, &doc.trailer, b"Info");
    let trapped = info.and_then(|info| objects::name(doc, info, b"Trapped"));
    if x4 && !matches!(trapped, Some(b"True" | b"False")) {
        ledger.note(rules::TRAPPED, 0, None, || text!("pf-trapped"));
    }
    let Some(xmp) = read(doc, x4, ledger) else { return };
    if !x4 {
        return;
    }
    identity(&xmp, ledger);
    if let Some(info) = info {
        compare(doc, info, &xmp, ledger);
    }
    let said = xmp.get(&(PDF, "Trapped")).map(String::as_bytes);
    if said.is_none() || said != trapped {
        ledger.note(rules::XMP_TRAPPED, 0, None, || text!("pf-xmp-trapped"));
    }
}

type Properties = BTreeMap<(&'static str, &'static str), String>;

/// The properties that a file must have.
const NEEDED: [(&str, &str); 8] = [
    (DC, "title"),
    (XMP, "CreateDate"),
    (XMP, "ModifyDate"),
    (XMP, "MetadataDate"),
    (MM, "DocumentID"),
    (MM, "InstanceID"),
    (MM, "VersionID"),
    (MM, "RenditionClass"),
];

/// Further properties that are asked about.
const ASKED: [(&str, &str); 8] = [
    (DC, "creator"),
    (XMP, "CreatorTool"),
    (PDF, "Producer"),
    (PDF, "Trapped"),
    (PDF, "Keywords"),
    (PDFX, "GTS_PDFXVersion"),
    (PDFA, "part"),
    (PDFA, "conformance"),
];

fn read(doc: &Document, x4: bool, ledger: &mut Ledger) -> Option<Properties> {
    let catalogue = doc.catalog().ok()?;
    let id = catalogue.get(b"Metadata").ok().and_then(objects::id);
    let stream = objects::get(doc, catalogue, b"Metadata").and_then(|value| value.as_stream().ok());
    let Some(stream) = stream else {
        if x4 {
            ledger.note(rules::NO_XMP, 0, None, || text!("pf-no-xmp"));
        }
        return None;
    };
    if x4 && stream.dict.has(b"Filter") {
        ledger.note(rules::PACKED_XMP, 0, id, || text!("pf-packed-xmp"));
    }
    let limit = MOST_XMP.min(budget::MOST_DECODED);
    let text = stream.get_plain_content_with_limit(limit).ok();
    let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(properties) = text.as_deref().and_then(properties) else {
        ledger.note(rules::BROKEN_XMP, 0, id, || text!("pf-broken-xmp"));
        return None;
    };
    Some(properties)
}

fn properties(text: &str) -> Option<Properties> {
    // No DTD: entities cannot be made to grow. Nodes are bounded too.
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: 100_000, ..ParsingOptions::default() };
    let text = text.trim_start_matches('\u{feff}').trim_end_matches('\0');
    let tree = roxmltree::Document::parse_with_options(text, options).ok()?;
    let mut found = Properties::new();
    for node in tree.descendants() {
        for key in NEEDED.into_iter().chain(ASKED) {
            if node.has_tag_name(key) {
                found.entry(key).or_insert_with(|| value(node));
            } else if let Some(value) = node.attribute(key) {
                found.entry(key).or_insert_with(|| value.to_owned());
            }
        }
    }
    Some(found)
}

/// The text of a simple property, or of the items of an array with a comma between.
fn value(node: Node<'_, '_>) -> String {
    let items: Vec<_> = node
        .descendants()
        .filter(|inner| inner.is_element() && inner.tag_name().name() == "li")
        .filter_map(|item| item.text())
        .collect();
    if items.is_empty() { node.text().unwrap_or_default().to_owned() } else { items.join(", ") }
}

fn identity(xmp: &Properties, ledger: &mut Ledger) {
    let said = |key| xmp.get(&key).map(|value| value.trim());
    let version = said((PDFX, "GTS_PDFXVersion"));
    if version != Some("PDF/X-4") {
        ledger.note(rules::NOT_X4, 0, None, || match version {
            Some(version) => text!("pf-says-x", version = version),
            None => text!("pf-not-x4"),
        });
    }
    if (said((PDFA, "part")), said((PDFA, "conformance"))) != (Some("2"), Some("B")) {
        ledger.note(rules::NOT_A2B, 0, None, || text!("pf-not-a2b"));
    }
    for key in NEEDED {
        if said(key).is_none_or(str::is_empty) {
            ledger.note(rules::XMP_GAP, 0, None, || text!("pf-xmp-gap", key = key.1));
        }
    }
}

fn compare(doc: &Document, info: &Dictionary, xmp: &Properties, ledger: &mut Ledger) {
    let text = |key: &[u8]| objects::get(doc, info, key).and_then(objects::text);
    for (key, property) in [
        (&b"Title"[..], (DC, "title")),
        (b"Author", (DC, "creator")),
        (b"Creator", (XMP, "CreatorTool")),
        (b"Producer", (PDF, "Producer")),
        (b"Keywords", (PDF, "Keywords")),
    ] {
        let (there, said) = (text(key), xmp.get(&property).cloned());
        if there.is_some() && there != said {
            differs(ledger, key, &there, said.as_deref());
        }
    }
    for (key, property) in
        [(&b"CreationDate"[..], (XMP, "CreateDate")), (b"ModDate", (XMP, "ModifyDate"))]
    {
        let raw = objects::get(doc, info, key).and_then(|value: &Object| objects::text(value));
        let said = xmp.get(&property);
        let there = raw.as_deref().map(moment);
        if there.is_some() && there != said.map(|said| moment(said)) {
            differs(ledger, key, &raw, said.map(String::as_str));
        }
    }
}

fn differs(ledger: &mut Ledger, key: &[u8], there: &Option<String>, said: Option<&str>) {
    ledger.note(rules::XMP_DIFFERS, 0, None, || {
        let key = String::from_utf8_lossy(key).into_owned();
        let shown = |value: Option<&str>| value.unwrap_or_default().to_owned();
        text!("pf-xmp-differs", key = key, info = shown(there.as_deref()), xmp = shown(said))
    });
}

/// The digits of a date to the second, and its zone: `D:20240501123000Z` and
/// `2024-05-01T12:30:00+00:00` are one moment.
fn moment(date: &str) -> (String, String) {
    let date = date.trim_start_matches("D:");
    let zone = date.char_indices().skip(8).find(|(_, c)| matches!(c, 'Z' | '+'));
    // A minus after the time is a zone, those before it part the date.
    let minus = date.char_indices().skip(14).find(|(_, c)| *c == '-');
    let at = zone.or(minus).map_or(date.len(), |(at, _)| at);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (stamp, zone) = date.split_at(at);
    let zone = match digits(zone) {
        offset if offset.trim_start_matches('0').is_empty() => String::new(),
        offset => format!("{}{offset}", zone.get(..1).unwrap_or_default()),
    };
    (format!("{:0<14}", digits(stamp)), zone)
}
