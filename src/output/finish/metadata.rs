//! What the file says of itself: ids that tell editions, excerpts and files apart, and who wrote it.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::{Fault, unexpected};
use crate::output::pdf::ids::{Ids, dashed};
use crate::output::pdf::objects;
use crate::output::pdf::packet::{self, MEDIA};
use crate::output::stamp::CREATOR;

/// XMP's namespace of PDF.
const PDF: &str = "http://ns.adobe.com/pdf/1.3/";

/// What tells a file from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts<'a> {
    /// Identifies the document through all its versions: report, edition, excerpt.
    pub ident: &'a str,
    /// Whether it is what is published, or a draft of it.
    pub draft: bool,
    /// How pages stand beside one another.
    pub pages: Pages,
}

/// How pages stand beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// Facing pages, the first alone: a cover.
    FirstAlone,
    /// Facing pages from the first on: spreads.
    Facing,
    /// One at a time.
    Single,
}

/// Writes ids, producer and kind into XMP, Info and trailer.
///
/// # Errors
/// Where the file has no metadata that can be read.
pub(super) fn describe(doc: &mut Document, facts: &Facts<'_>) -> Result<(), Fault> {
    // Typst makes the id of the very file from all that is in it.
    let ids = doc.trailer.get(b"ID").and_then(Object::as_array).ok();
    let source = ids.and_then(|ids| ids.get(1)?.as_str().ok());
    let source = source.ok_or_else(|| unexpected("the file has no id"))?;
    let ids = Ids::new(&[facts.ident.as_bytes()], &[source, facts.ident.as_bytes()]);
    let (id, packet) = read(doc)?;
    let packet = edited(&packet, &ids, facts.draft)
        .ok_or_else(|| unexpected("the file's metadata cannot be read"))?;
    let mut dict = Dictionary::new();
    dict.set("Type", "Metadata");
    dict.set("Subtype", "XML");
    let stream = Stream::new(dict, packet.into_bytes()).with_compression(false);
    doc.objects.insert(id, Object::Stream(stream));
    let info = doc.trailer.get(b"Info").ok().and_then(objects::id);
    if let Some(info) = info.and_then(|id| doc.get_dictionary_mut(id).ok()) {
        info.set("Producer", objects::text_object(CREATOR));
    }
    doc.trailer.set("ID", ids.trailer());
    Ok(())
}

fn read(doc: &Document) -> Result<(ObjectId, String), Fault> {
    let unread = || unexpected("the file's metadata cannot be read");
    let id = doc.catalog().ok().and_then(|catalogue| catalogue.get(b"Metadata").ok());
    let id = id.and_then(objects::id).ok_or_else(unread)?;
    let stream = doc.get_object(id).and_then(Object::as_stream).map_err(|_| unread())?;
    let text = stream.get_plain_content().map_err(|_| unread())?;
    Ok((id, String::from_utf8(text).map_err(|_| unread())?))
}

/// The packet with other ids, a producer, and the kind of rendition.
fn edited(packet: &str, ids: &Ids, draft: bool) -> Option<String> {
    let kind = if draft { "draft" } else { "default" };
    let values = [
        (MEDIA, "DocumentID", format!("uuid:{}", dashed(&ids.document))),
        (MEDIA, "InstanceID", format!("uuid:{}", dashed(&ids.instance))),
        (MEDIA, "RenditionClass", kind.to_owned()),
    ];
    let mut packet = packet::with(packet, &values)?;
    if !packet.contains("<pdf:Producer") {
        let end = packet.rfind("</rdf:Description>")?;
        let element = format!("<pdf:Producer xmlns:pdf=\"{PDF}\">{CREATOR}</pdf:Producer>");
        packet.insert_str(end, &element);
    }
    Some(packet)
}
