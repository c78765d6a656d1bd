//! The file around the sheets: page tree, catalogue, metadata, ids.

use crate::text;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use sha2::{Digest, Sha256};

use super::plan::{Flip, Plan};
use super::unreadable;
use crate::finding::Finding;
use crate::output::pdf::ids::dashed;
use crate::output::pdf::packet::{self, MEDIA, PAGES};
use crate::output::pdf::{claims, objects, save};
use crate::output::print::hex;

/// What of the catalogue is as true of the sheets as of the pages: language, layers (without
/// them everything would show), output intents.
const KEPT: [&[u8]; 3] = [b"Lang", b"OCProperties", b"OutputIntents"];

/// Level of compression.
const LEVEL: u32 = 6;

/// Makes these the pages and writes the file.
pub(super) fn finish(
    mut doc: Document,
    source: &[u8],
    sheets: &[ObjectId],
    plan: &Plan,
) -> Result<Vec<u8>, Vec<Finding>> {
    let tree = tree(&mut doc, sheets);
    let ids = ids(&doc, source, plan);
    let metadata = metadata(&mut doc, &ids, sheets.len());
    let mut catalogue = Dictionary::new();
    catalogue.set("Type", "Catalog");
    catalogue.set("Pages", tree);
    catalogue.set("ViewerPreferences", preferences(plan.flip));
    if let Ok(old) = doc.catalog() {
        for key in KEPT {
            if let Ok(value) = old.get(key) {
                catalogue.set(key, value.clone());
            }
        }
    }
    if let Some(metadata) = metadata {
        catalogue.set("Metadata", metadata);
    }
    let catalogue = doc.add_object(catalogue);
    let mut trailer = Dictionary::new();
    trailer.set("Root", catalogue);
    if let Ok(info) = doc.trailer.get(b"Info") {
        trailer.set("Info", info.clone());
    }
    trailer.set("ID", ids);
    doc.trailer = trailer;
    doc.version = "1.7".to_owned();
    save::saved(&doc, LEVEL)
        .map_err(|err| vec![unreadable(text!("pdf-unwritten", why = err.to_string()))])
}

fn tree(doc: &mut Document, sheets: &[ObjectId]) -> ObjectId {
    let kids: Vec<Object> = sheets.iter().map(|id| Object::Reference(*id)).collect();
    let mut tree = Dictionary::new();
    tree.set("Type", "Pages");
    tree.set("Count", i64::try_from(kids.len()).unwrap_or(i64::MAX));
    tree.set("Kids", kids);
    let tree = doc.add_object(tree);
    for id in sheets {
        if let Ok(page) = doc.get_dictionary_mut(*id) {
            page.set("Parent", tree);
        }
    }
    tree
}

/// What the print dialogue should start with (ISO 32000-1, 12.2): both sides, actual size.
fn preferences(flip: Flip) -> Dictionary {
    let mut preferences = Dictionary::new();
    preferences.set("DisplayDocTitle", true);
    preferences.set("PrintScaling", "None");
    preferences.set("PickTrayByPDFSize", true);
    preferences.set(
        "Duplex",
        match flip {
            Flip::Long => "DuplexFlipLongEdge",
            Flip::Short => "DuplexFlipShortEdge",
        },
    );
    preferences
}

/// The XMP packet without the standards that the sheets do not meet, with the ids and pages of this
/// file; none where there is none or it cannot be read.
fn metadata(doc: &mut Document, ids: &[Object], sheets: usize) -> Option<ObjectId> {
    let catalogue = doc.catalog().ok()?;
    let Object::Stream(stream) = objects::get(doc, catalogue, b"Metadata")? else { return None };
    let packet = stream.get_plain_content().ok()?;
    let packet = claims::without(std::str::from_utf8(&packet).ok()?)?;
    let mut values = vec![(PAGES, "NPages", sheets.to_string())];
    for (name, id) in ["DocumentID", "InstanceID"].into_iter().zip(ids) {
        values.push((MEDIA, name, format!("uuid:{}", dashed(&hex(id.as_str().ok()?)))));
    }
    let packet = packet::with(&packet, &values)?;
    let mut dict = Dictionary::new();
    dict.set("Type", "Metadata");
    dict.set("Subtype", "XML");
    Some(doc.add_object(Stream::new(dict, packet.into_bytes()).with_compression(false)))
}

/// The document's own id and one of this very file.
fn ids(doc: &Document, source: &[u8], plan: &Plan) -> Vec<Object> {
    let mut hasher = Sha256::new();
    hasher.update(source);
    hasher.update(format!("{:?}{:?}", plan.setup, plan.flip));
    let digest: Vec<u8> = hasher.finalize().iter().copied().take(16).collect();
    let own = Object::String(digest, StringFormat::Hexadecimal);
    let there = doc.trailer.get(b"ID").ok().and_then(|ids| doc.dereference(ids).ok());
    let first = there.and_then(|(_, ids)| ids.as_array().ok()?.first().cloned());
    let first = first.filter(|id| id.as_str().is_ok()).unwrap_or_else(|| own.clone());
    vec![first, own]
}
