//! What is forbidden wherever it stands: every object is looked at once.

use crate::text;
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::ledger::Ledger;
use super::rules;
use crate::output::pdf::objects;

/// The blend modes of ISO 32000-1, 11.3.5.
const BLEND_MODES: [&[u8]; 17] = [
    b"Normal",
    b"Compatible",
    b"Multiply",
    b"Screen",
    b"Overlay",
    b"Darken",
    b"Lighten",
    b"ColorDodge",
    b"ColorBurn",
    b"HardLight",
    b"SoftLight",
    b"Difference",
    b"Exclusion",
    b"Hue",
    b"Saturation",
    b"Color",
    b"Luminosity",
];

const RENDERING_INTENTS: [&[u8]; 4] =
    [b"RelativeColorimetric", b"AbsoluteColorimetric", b"Perceptual", b"Saturation"];

pub(super) fn check(doc: &Document, ledger: &mut Ledger) {
    let pages = page_numbers(doc);
    for (&id, object) in &doc.objects {
        let page = pages.get(&id).copied().unwrap_or(0);
        each(object, 0, &mut |dict| {
            graphics_state(doc, dict, id, ledger);
            action(doc, dict, page, id, ledger);
            group(doc, dict, page, id, ledger);
        });
        if let Object::Stream(stream) = object {
            external(doc, &stream.dict, id, ledger);
        }
    }
}

/// Every dictionary of an object, those inside others too; not through references, so each once.
fn each(object: &Object, depth: usize, look: &mut impl FnMut(&Dictionary)) {
    // lopdf reads no deeper than this either.
    if depth > 128 {
        return;
    }
    match object {
        Object::Dictionary(dict) => {
            look(dict);
            dict.iter().for_each(|(_, value)| each(value, depth + 1, look));
        }
        Object::Stream(stream) => {
            look(&stream.dict);
            stream.dict.iter().for_each(|(_, value)| each(value, depth + 1, look));
        }
        Object::Array(values) => values.iter().for_each(|value| each(value, depth + 1, look)),
        _ => {}
    }
}

fn page_numbers(doc: &Document) -> BTreeMap<ObjectId, usize> {
    doc.page_iter().take(super::budget::MOST_PAGES).zip(1..).collect()
}

fn graphics_state(doc: &Document, dict: &Dictionary, id: ObjectId, ledger: &mut Ledger) {
    let named = |key: &[u8]| objects::name(doc, dict, key);
    let is_state = named(b"Type") == Some(b"ExtGState");
    // Other dictionaries have a BM or TR of their own; in a state's place these are meant.
    let looks_like_one = !dict.has(b"Type") && (dict.has(b"ca") || dict.has(b"OPM"));
    if !(is_state || looks_like_one) {
        return;
    }
    let transfer = objects::get(doc, dict, b"TR").is_some_and(|value| !is(value, b"Identity"))
        || objects::get(doc, dict, b"TR2").is_some_and(|value| !is(value, b"Default"))
        || dict.has(b"HTP")
        || objects::get(doc, dict, b"HT").is_some_and(|value| !is(value, b"Default"));
    if transfer {
        ledger.note(rules::TRANSFER, 0, Some(id), || text!("pf-transfer"));
    }
    let modes: Vec<&[u8]> = match objects::get(doc, dict, b"BM") {
        Some(Object::Name(mode)) => vec![mode.as_slice()],
        Some(Object::Array(modes)) => modes.iter().filter_map(|mode| mode.as_name().ok()).collect(),
        _ => Vec::new(),
    };
    if let Some(mode) = modes.into_iter().find(|mode| !BLEND_MODES.contains(mode)) {
        ledger.note(rules::BLEND_MODE, 0, Some(id), || {
            text!("pf-blend-mode", name = String::from_utf8_lossy(mode).into_owned())
        });
    }
    if let Some(intent) = named(b"RI").filter(|intent| !RENDERING_INTENTS.contains(intent)) {
        ledger.note(rules::INTENT_NAME, 0, Some(id), || {
            text!("pf-intent-name", name = String::from_utf8_lossy(intent).into_owned())
        });
    }
}

fn is(value: &Object, name: &[u8]) -> bool {
    value.as_name().is_ok_and(|there| there == name)
}

/// Whether a rendering intent is one of the four.
pub(super) fn is_rendering_intent(name: &[u8]) -> bool {
    RENDERING_INTENTS.contains(&name)
}

fn action(doc: &Document, dict: &Dictionary, page: usize, id: ObjectId, ledger: &mut Ledger) {
    let kind = objects::name(doc, dict, b"S").unwrap_or_default();
    let acts = matches!(
        kind,
        b"JavaScript" | b"Launch" | b"SubmitForm" | b"ImportData" | b"ResetForm" | b"GoToE"
    );
    if acts || dict.has(b"JS") {
        ledger.note(rules::ACTION, page, Some(id), || {
            text!("pf-action", kind = String::from_utf8_lossy(kind).into_owned())
        });
    }
    if matches!(kind, b"Sound" | b"Movie" | b"Rendition" | b"GoTo3DView" | b"RichMediaExecute") {
        ledger.note(rules::MEDIA, page, Some(id), || text!("pf-media"));
    }
    if dict.has(b"EF") && objects::dict(doc, dict, b"EF").is_some() {
        ledger.note(rules::ATTACHMENT, page, Some(id), || text!("pf-attached"));
    }
}

fn group(doc: &Document, dict: &Dictionary, page: usize, id: ObjectId, ledger: &mut Ledger) {
    if objects::name(doc, dict, b"S") != Some(b"Transparency") {
        return;
    }
    let Some(space) = objects::get(doc, dict, b"CS") else { return };
    if !is(space, b"DeviceCMYK") {
        ledger.note(rules::BLEND_SPACE, page, Some(id), || {
            text!("pf-blend-space", space = super::colour::family(doc, space))
        });
    }
}

fn external(doc: &Document, dict: &Dictionary, id: ObjectId, ledger: &mut Ledger) {
    let filters: Vec<&[u8]> = match objects::get(doc, dict, b"Filter") {
        Some(Object::Name(filter)) => vec![filter.as_slice()],
        Some(Object::Array(filters)) => {
            filters.iter().filter_map(|filter| filter.as_name().ok()).collect()
        }
        _ => Vec::new(),
    };
    if filters.contains(&&b"JPXDecode"[..]) {
        ledger.note(rules::JPX, 0, Some(id), || text!("pf-jpx"));
    }
    if filters.contains(&&b"LZWDecode"[..]) {
        ledger.note(rules::LZW, 0, Some(id), || text!("pf-lzw"));
    }
    if dict.has(b"Alternates") || dict.has(b"OPI") {
        ledger.note(rules::ALTERNATES, 0, Some(id), || text!("pf-alternates"));
    }
    let postscript = objects::name(doc, dict, b"Subtype") == Some(b"PS")
        || objects::name(doc, dict, b"Subtype2") == Some(b"PS")
        || (objects::name(doc, dict, b"Subtype") == Some(b"Form") && dict.has(b"PS"));
    if postscript {
        ledger.note(rules::POSTSCRIPT, 0, Some(id), || text!("pf-postscript"));
    }
    if objects::name(doc, dict, b"Subtype") == Some(b"Form") && dict.has(b"Ref") {
        ledger.note(rules::REFERENCE, 0, Some(id), || text!("pf-reference"));
    }
}
