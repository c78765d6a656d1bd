//! Pages as form `XObjects` (ISO 32000-1, 8.10).

use crate::text;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::source::{Page, Source};
use super::unreadable;
use crate::finding::Finding;
use crate::output::pdf::objects;

/// Most bytes that one content stream may unpack to.
const CONTENT: usize = 256 << 20;

/// A form for each page, in order.
pub(super) fn forms(source: &mut Source) -> Result<Vec<ObjectId>, Vec<Finding>> {
    let mut forms = Vec::with_capacity(source.pages.len());
    let mut findings = Vec::new();
    for (at, page) in source.pages.iter().enumerate() {
        match form(&source.doc, page) {
            Ok(form) => forms.push(source.doc.add_object(form)),
            Err(what) => {
                let mut finding = unreadable(text!("sheets-content", why = what.to_string()));
                finding.page = Some(at + 1);
                findings.push(finding);
            }
        }
    }
    if findings.is_empty() { Ok(forms) } else { Err(findings) }
}

fn form(doc: &Document, page: &Page) -> Result<Stream, lopdf::Error> {
    let dict = doc.get_dictionary(page.id)?;
    let mut form = content(doc, dict)?;
    form.dict.set("Type", "XObject");
    form.dict.set("Subtype", "Form");
    form.dict.set("BBox", page.shown.object());
    form.dict.set("Resources", resources(doc, dict));
    if let Some(group) = objects::dict(doc, dict, b"Group") {
        let mut group = group.clone();
        // A page's group is isolated always, a form's where it says so (11.6.6, 11.4.7).
        group.set("I", true);
        form.dict.set("Group", group);
    }
    Ok(form)
}

/// The page's content, packed as it was where it is one stream.
fn content(doc: &Document, page: &Dictionary) -> Result<Stream, lopdf::Error> {
    let mut streams = Vec::new();
    match objects::get(doc, page, b"Contents") {
        Some(Object::Stream(stream)) => streams.push(stream),
        Some(Object::Array(parts)) => {
            for part in parts {
                // What is missing is an empty stream, to every reader.
                if let Ok((_, Object::Stream(stream))) = doc.dereference(part) {
                    streams.push(stream);
                }
            }
        }
        _ => {}
    }
    if let [one] = streams.as_slice() {
        let mut dict = Dictionary::new();
        for key in [&b"Filter"[..], b"DecodeParms"] {
            if let Ok(value) = one.dict.get(key) {
                dict.set(key, value.clone());
            }
        }
        return Ok(Stream::new(dict, one.content.clone()));
    }
    let mut all = Vec::new();
    for stream in streams {
        let rest = CONTENT.saturating_sub(all.len());
        all.extend(stream.get_plain_content_with_limit(rest)?);
        // A token may not go on from one stream to the next (7.8.2).
        all.push(b'\n');
    }
    let mut stream = Stream::new(Dictionary::new(), all);
    stream.compress()?;
    Ok(stream)
}

/// The page's resources, its own or inherited.
fn resources(doc: &Document, page: &Dictionary) -> Object {
    let mut node = page;
    // Bounded: a page tree in a circle must not hang the reader.
    for _ in 0..32 {
        if let Ok(resources) = node.get(b"Resources") {
            return resources.clone();
        }
        let Some(parent) = objects::dict(doc, node, b"Parent") else { break };
        node = parent;
    }
    Dictionary::new().into()
}
