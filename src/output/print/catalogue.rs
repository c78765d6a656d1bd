//! What the file says of itself: the catalogue, Info, XMP, output intents and ids.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use typst::foundations::Datetime;

use super::Meta;
use super::printer::Printer;
use super::profile::{Profile, Standard};
use super::walk::packed;
use crate::output::pdf::ids::Ids;
use crate::output::pdf::objects;
use crate::output::pdf::xmp::{self, Facts};

/// Program that set the pages, and the one that wrote the file: no version of a library, so that
/// an update that changes no page changes no byte.
const CREATOR: &str = "sats";
const PRODUCER: &str = concat!("sats ", env!("CARGO_PKG_VERSION"));

/// Takes out what has no place in a print file: links, tags, attachments, actions, outlines.
pub(super) fn strip(doc: &mut Document, pages: &[ObjectId]) {
    if let Ok(catalogue) = doc.catalog_mut() {
        let pages = catalogue.get(b"Pages").ok().cloned();
        let mut kept = Dictionary::new();
        kept.set("Type", "Catalog");
        if let Some(pages) = pages {
            kept.set("Pages", pages);
        }
        *catalogue = kept;
    }
    for &id in pages {
        if let Ok(page) = doc.get_dictionary_mut(id) {
            for key in
                [&b"Annots"[..], b"StructParents", b"Tabs", b"AA", b"Thumb", b"B", b"Metadata"]
            {
                page.remove(key);
            }
        }
    }
    for object in doc.objects.values_mut() {
        if let Some(dict) = objects::as_dict_mut(object) {
            dict.remove(b"StructParent");
            // A form's; a page's went above.
            dict.remove(b"StructParents");
        }
    }
}

/// Writes Info, XMP, output intents, ids and language. `source` is the file as it was typeset.
pub(super) fn describe(doc: &mut Document, source: &[u8], printer: &Printer, meta: &Meta) {
    let profile = &printer.profile;
    // What went in decides what comes out; so two equal files have one id, and no others.
    let ids = Ids::new(
        &[meta.ident.as_bytes()],
        &[source, printer.icc.sha256().as_bytes(), &described(profile, meta)],
    );
    let facts = Facts {
        title: &meta.title,
        author: &meta.author,
        language: &meta.language,
        creator: CREATOR,
        producer: PRODUCER,
        made: meta.made,
        document: &ids.document,
        instance: &ids.instance,
        standard: profile.standard == Standard::X4,
    };
    let mut metadata = Dictionary::new();
    metadata.set("Type", "Metadata");
    metadata.set("Subtype", "XML");
    let packet = Stream::new(metadata, xmp::packet(&facts)).with_compression(false);
    let packet = doc.add_object(packet);
    let intents = (profile.standard == Standard::X4).then(|| intents(doc, printer));
    if let Ok(catalogue) = doc.catalog_mut() {
        catalogue.set("Metadata", packet);
        catalogue.set("Lang", Object::string_literal(meta.language.as_str()));
        if let Some(intents) = intents {
            catalogue.set("OutputIntents", intents);
        }
    }
    let info = info(meta);
    let info = doc.add_object(info);
    doc.trailer.set("Info", info);
    doc.trailer.set("ID", ids.trailer());
}

fn info(meta: &Meta) -> Dictionary {
    let mut info = Dictionary::new();
    info.set("Title", objects::text_object(&meta.title));
    info.set("Author", objects::text_object(&meta.author));
    info.set("Creator", objects::text_object(CREATOR));
    info.set("Producer", objects::text_object(PRODUCER));
    let made = pdf_date(&meta.made);
    info.set("CreationDate", Object::string_literal(made.as_str()));
    info.set("ModDate", Object::string_literal(made.as_str()));
    info.set("Trapped", "False");
    info
}

/// As PDF writes a date (ISO 32000-1, 7.9.4).
fn pdf_date(made: &Datetime) -> String {
    let (year, month, day) =
        (made.year().unwrap_or(1970), made.month().unwrap_or(1), made.day().unwrap_or(1));
    let (hour, minute, second) =
        (made.hour().unwrap_or(0), made.minute().unwrap_or(0), made.second().unwrap_or(0));
    format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
}

/// Both standards' intents, with one and the same profile: two copies fail PDF/A.
fn intents(doc: &mut Document, printer: &Printer) -> Vec<Object> {
    let mut dict = Dictionary::new();
    dict.set("N", 4);
    dict.set("Alternate", "DeviceCMYK");
    dict.set("Filter", "FlateDecode");
    let profile = doc.add_object(Stream::new(dict, packed(printer.icc.bytes())));
    let ink = &printer.profile.farve;
    ["GTS_PDFX", "GTS_PDFA1"]
        .into_iter()
        .map(|standard| {
            let mut intent = Dictionary::new();
            intent.set("Type", "OutputIntent");
            intent.set("S", standard);
            intent.set("OutputConditionIdentifier", objects::text_object(&ink.betingelse));
            intent.set("RegistryName", objects::text_object(&ink.register));
            intent.set("Info", objects::text_object(&ink.beskrivelse));
            intent.set("DestOutputProfile", profile);
            Object::Reference(doc.add_object(intent))
        })
        .collect()
}

fn described(profile: &Profile, meta: &Meta) -> Vec<u8> {
    format!("{profile:?}{meta:?}").into_bytes()
}
