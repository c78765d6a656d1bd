//! What the file says of itself: ids that tell editions, excerpts and files apart, and who wrote it.

use std::ops::Range;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use roxmltree::Document as Xml;

use super::{Fault, unexpected};
use crate::output::pdf::ids::{Ids, dashed};
use crate::output::pdf::objects;
use crate::output::stamp::CREATOR;

/// XMP's own namespaces of ids and of PDF.
const MEDIA: &str = "http://ns.adobe.com/xap/1.0/mm/";
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
pub(super) fn describe(doc: &mut Document, source: &[u8], facts: &Facts<'_>) -> Result<(), Fault> {
    let ids = Ids::new(&[facts.ident.as_bytes()], &[source, facts.ident.as_bytes()]);
    let (id, packet) = packet(doc)?;
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

fn packet(doc: &Document) -> Result<(ObjectId, String), Fault> {
    let unread = || unexpected("the file's metadata cannot be read");
    let id = doc.catalog().ok().and_then(|catalogue| catalogue.get(b"Metadata").ok());
    let id = id.and_then(objects::id).ok_or_else(unread)?;
    let stream = doc.get_object(id).and_then(Object::as_stream).map_err(|_| unread())?;
    let text = stream.get_plain_content().map_err(|_| unread())?;
    Ok((id, String::from_utf8(text).map_err(|_| unread())?))
}

/// The packet with other ids, a producer, and the kind of rendition.
fn edited(packet: &str, ids: &Ids, draft: bool) -> Option<String> {
    let xml = Xml::parse(packet).ok()?;
    let text = |space: &str, name: &str| -> Option<Range<usize>> {
        let is = |node: &roxmltree::Node<'_, '_>| node.has_tag_name((space, name));
        Some(xml.descendants().find(is)?.first_child()?.range())
    };
    let mut edits = vec![
        (text(MEDIA, "DocumentID")?, format!("uuid:{}", dashed(&ids.document))),
        (text(MEDIA, "InstanceID")?, format!("uuid:{}", dashed(&ids.instance))),
    ];
    if let Some(range) = text(MEDIA, "RenditionClass") {
        edits.push((range, if draft { "draft" } else { "default" }.to_owned()));
    }
    let end = packet.rfind("</rdf:Description>")?;
    if text(PDF, "Producer").is_none() {
        let element = format!("<pdf:Producer xmlns:pdf=\"{PDF}\">{CREATOR}</pdf:Producer>");
        edits.push((end..end, element));
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(packet.len() + 200);
    let mut at = 0;
    for (range, words) in edits {
        out.push_str(packet.get(at..range.start)?);
        out.push_str(&words);
        at = range.end;
    }
    out.push_str(packet.get(at..)?);
    Some(out)
}
