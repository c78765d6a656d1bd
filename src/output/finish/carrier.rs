//! Carriers become tags: a link whose address begins with `sats:` says which one
//! (`layouts/base/maerker.typ`).

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::tree::{At, Kid, Tree};
use super::{Fault, unexpected};
use crate::output::pdf::objects;
use crate::text;
use crate::words::Text;

/// How the address of a carrier begins.
pub(super) const SCHEME: &str = "sats:";

/// Tags that a carrier may ask for: standard types of ISO 32000-1, 14.8.4.
const KINDS: [&str; 15] = [
    "Art",
    "BlockQuote",
    "Caption",
    "Div",
    "L",
    "LBody",
    "LI",
    "Lbl",
    "Note",
    "P",
    "Part",
    "Quote",
    "Reference",
    "Sect",
    "Span",
];

/// What a carrier asks for.
#[derive(Debug, PartialEq, Eq)]
struct Carrier {
    /// Standard type.
    kind: String,
    /// Keys with their values.
    says: Vec<(String, String)>,
}

/// Addresses of carriers, by their annotations.
type Addresses = BTreeMap<ObjectId, String>;

/// Turns all carriers into what they ask for.
///
/// # Errors
/// A carrier that asks for an unknown tag or says an unknown thing, a link without annotation, a
/// carrier's annotation that no tag leads to.
pub(super) fn apply(
    doc: &mut Document,
    tree: &mut Tree,
    addresses: &Addresses,
) -> Result<(), Fault> {
    let mut gone: BTreeSet<ObjectId> = BTreeSet::new();
    for at in tree.in_order() {
        if tree.nodes[at].kind != "Link" {
            continue;
        }
        let annotations: Vec<(usize, ObjectId)> = tree.nodes[at]
            .kids
            .iter()
            .filter_map(|kid| match kid {
                Kid::Annotation { page, object } => Some((*page, *object)),
                Kid::Tag(_) | Kid::Content { .. } => None,
            })
            .collect();
        let Some((page, first)) = annotations.first() else {
            return Err(unexpected(text!("carrier-empty")));
        };
        let Some(uri) = addresses.get(first) else { continue };
        let carrier = read(uri).map_err(|what| unexpected(what).on(*page))?;
        gone.extend(annotations.iter().map(|(_, object)| *object));
        become_tag(tree, at, &carrier);
    }
    remove(doc, tree, addresses, &gone)
}

fn become_tag(tree: &mut Tree, at: At, carrier: &Carrier) {
    let node = &mut tree.nodes[at];
    node.kids.retain(|kid| !matches!(kid, Kid::Annotation { .. }));
    node.kind.clone_from(&carrier.kind);
    node.meant = true;
    // The attributes of a link are of its placement, which its kind says anew.
    node.says.remove(b"A");
    for (key, value) in &carrier.says {
        match key.as_str() {
            "Nummerering" => {
                let mut list = Dictionary::new();
                list.set("O", "List");
                list.set("ListNumbering", value.as_str());
                node.says.set("A", list);
            }
            "ID" => {
                let id = Object::String(value.clone().into_bytes(), StringFormat::Literal);
                node.says.set("ID", id);
            }
            key => node.says.set(key, objects::text_object(value)),
        }
    }
}

/// Takes the annotations of carriers off their pages.
fn remove(
    doc: &mut Document,
    tree: &Tree,
    addresses: &Addresses,
    gone: &BTreeSet<ObjectId>,
) -> Result<(), Fault> {
    for (number, page) in tree.pages.iter().enumerate() {
        let dict = doc.get_dictionary(*page).map_err(|_| unexpected("a page is none"))?;
        let Some(all) = objects::array(doc, dict, b"Annots") else { continue };
        let kept: Vec<Object> = all
            .iter()
            .filter(|object| !objects::id(object).is_some_and(|id| gone.contains(&id)))
            .cloned()
            .collect();
        if kept.iter().filter_map(objects::id).any(|id| addresses.contains_key(&id)) {
            return Err(unexpected("a carrier is in no tag").on(number));
        }
        if let Ok(page) = doc.get_dictionary_mut(*page) {
            if kept.is_empty() {
                page.remove(b"Annots");
            } else {
                page.set("Annots", kept);
            }
        }
    }
    Ok(())
}

fn read(uri: &str) -> Result<Carrier, Text> {
    let rest = uri.strip_prefix(SCHEME).unwrap_or(uri);
    let (kind, query) = rest.split_once('?').unwrap_or((rest, ""));
    if !KINDS.contains(&kind) {
        return Err(text!("carrier-tag", tag = kind));
    }
    let mut says = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let known = ["T", "E", "ID", "Lang", "ActualText", "Alt", "Nummerering"];
        if !known.contains(&key) {
            return Err(text!("carrier-key", key = key));
        }
        let value = decoded(value).ok_or_else(|| text!("carrier-text", key = key))?;
        says.push((key.to_owned(), value));
    }
    Ok(Carrier { kind: kind.to_owned(), says })
}

/// Bytes written as `%XX` (RFC 3986, 2.1).
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let hex = |byte: u8| char::from(byte).to_digit(16);
            let (high, low) = (hex(rest.next()?)?, hex(rest.next()?)?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_anything_unknown_in_it_refused() {
        let carrier = read("sats:Span?E=Socialforvaltningen%20%C3%B8%26").expect("a carrier");
        assert_eq!(carrier.kind, "Span");
        assert_eq!(carrier.says, [("E".to_owned(), "Socialforvaltningen ø&".to_owned())]);
        for wrong in ["sats:", "sats:Blink", "sats:Span?X=1", "sats:Span?E=%C3", "sats:Span?E=%4"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
