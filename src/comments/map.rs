//! The map of a draft: what stands where, attached to the draft itself, so that a comment on it can
//! be placed whatever the data says by then.

use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::output::pdf::flate::packed;
use crate::output::pdf::{objects, save};
use crate::typeset::positions::PagePositions;
use crate::words::Words;

/// Name of the attached map.
const NAME: &str = "sats-kort.json";
/// Level of compression: zlib's best.
const LEVEL: u32 = 9;
/// Most bytes of an unpacked map or page.
const MOST: u64 = 64 * 1024 * 1024;

/// A draft's map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Version of the map.
    pub version: u32,
    /// Year of the report.
    pub aar: i32,
    /// The municipality.
    pub kommune: String,
    /// Short hash of the data that the draft was made from.
    pub data: String,
    /// Its pages.
    pub pages: Vec<MapPage>,
}

/// A page of a draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapPage {
    /// Id of the indsats whose spread it belongs to; empty for the front matter.
    pub indsats: String,
    /// The number printed on it; none in drafts of an older version.
    #[serde(default)]
    pub folio: Option<String>,
    /// Fingerprint of its content.
    pub print: String,
    /// Length of its content, bytes: more than that was drawn on it later.
    pub length: usize,
    /// What stands on it.
    #[serde(flatten)]
    pub stand: PagePositions,
}

/// The version that is written.
pub const VERSION: u32 = 2;

/// Attaches a map to a draft; the fingerprints of its pages are taken first.
///
/// # Errors
/// In words, where the file is not what the program itself writes.
pub fn attach(pdf: &[u8], map: &mut Map, words: &Words) -> Result<Vec<u8>, String> {
    let mut doc = Document::load_mem(pdf).map_err(|err| err.to_string())?;
    let pages: Vec<_> = doc.get_pages().into_values().collect();
    for (page, id) in map.pages.iter_mut().zip(&pages) {
        let content = content(&doc, *id);
        (page.print, page.length) = (fingerprint(&content), evened(&content).len());
    }
    let bytes = serde_json::to_vec(map).map_err(|err| err.to_string())?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let file = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(b"application/json".to_vec()),
        "Filter" => "FlateDecode",
        "Params" => dictionary! { "Size" => size },
    };
    let mut stream = Stream::new(file, packed(&bytes, LEVEL));
    stream.allows_compression = false;
    let stream = doc.add_object(stream);
    let spec = doc.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(NAME),
        "UF" => Object::string_literal(NAME),
        "Desc" => objects::text_object(&words.get("comments-map")),
        "AFRelationship" => "Supplement",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    });
    embed(&mut doc, spec)?;
    save::saved(&doc, LEVEL).map_err(|err| err.to_string())
}

/// Puts a file into the catalogue's names, in the order that a name tree has.
fn embed(doc: &mut Document, spec: lopdf::ObjectId) -> Result<(), String> {
    let catalog = doc.catalog().map_err(|err| err.to_string())?.clone();
    let names = objects::dict(doc, &catalog, b"Names").cloned().unwrap_or_default();
    let files = objects::dict(doc, &names, b"EmbeddedFiles").cloned().unwrap_or_default();
    if files.has(b"Kids") {
        return Err("the attachments are in a tree of names".to_owned());
    }
    let listed = objects::array(doc, &files, b"Names").unwrap_or_default();
    let mut pairs: Vec<(Vec<u8>, Object)> = listed
        .chunks_exact(2)
        .filter_map(|pair| Some((pair[0].as_str().ok()?.to_vec(), pair[1].clone())))
        .collect();
    pairs.push((NAME.as_bytes().to_vec(), spec.into()));
    pairs.sort_by(|a, b| a.0.cmp(&b.0));
    let flat: Vec<Object> = pairs
        .into_iter()
        .flat_map(|(name, file)| [Object::String(name, lopdf::StringFormat::Literal), file])
        .collect();
    let mut new_names = names;
    let mut new_files = Dictionary::new();
    new_files.set("Names", flat);
    new_names.set("EmbeddedFiles", new_files);
    let mut associated: Vec<Object> =
        objects::array(doc, &catalog, b"AF").map(<[Object]>::to_vec).unwrap_or_default();
    associated.push(spec.into());
    let catalog = doc.catalog_mut().map_err(|err| err.to_string())?;
    catalog.set("Names", new_names);
    catalog.set("AF", associated);
    Ok(())
}

/// The map that is attached to a draft; none where there is none.
#[must_use]
pub fn attached(doc: &Document) -> Option<Map> {
    let catalog = doc.catalog().ok()?;
    let names = objects::dict(doc, catalog, b"Names")?;
    let files = objects::dict(doc, names, b"EmbeddedFiles")?;
    let mut found = None;
    each_name(doc, files, 0, &mut |name, spec| {
        if name == NAME.as_bytes() {
            found = Some(spec.clone());
        }
    });
    let spec = found?;
    let spec = objects::as_dict(doc.dereference(&spec).ok()?.1)?;
    let file = objects::dict(doc, spec, b"EF")?;
    let stream = objects::get(doc, file, b"UF").or_else(|| objects::get(doc, file, b"F"))?;
    let bytes = unpacked(stream.as_stream().ok()?)?;
    serde_json::from_slice(&bytes).ok().filter(|map: &Map| map.version == VERSION)
}

fn each_name(
    doc: &Document,
    node: &Dictionary,
    depth: usize,
    each: &mut dyn FnMut(&[u8], &Object),
) {
    if depth > 16 {
        return;
    }
    for pair in objects::array(doc, node, b"Names").unwrap_or_default().chunks_exact(2) {
        if let Ok(name) = pair[0].as_str() {
            each(name, &pair[1]);
        }
    }
    for kid in objects::array(doc, node, b"Kids").unwrap_or_default() {
        if let Some(kid) = doc.dereference(kid).ok().and_then(|(_, kid)| kid.as_dict().ok()) {
            each_name(doc, kid, depth + 1, each);
        }
    }
}

/// A stream unpacked, not beyond the limit; none where it is packed in another way.
fn unpacked(stream: &Stream) -> Option<Vec<u8>> {
    let filters = stream.filters().unwrap_or_default();
    let mut bytes = stream.content.clone();
    for filter in filters {
        if filter != b"FlateDecode" {
            return None;
        }
        let mut out = Vec::new();
        ZlibDecoder::new(bytes.as_slice()).take(MOST).read_to_end(&mut out).ok()?;
        bytes = out;
    }
    Some(bytes)
}

/// All content streams of a page, one after the other.
#[must_use]
pub fn content(doc: &Document, page: lopdf::ObjectId) -> Vec<Vec<u8>> {
    let Ok(dict) = doc.get_dictionary(page) else { return Vec::new() };
    let Some(contents) = objects::get(doc, dict, b"Contents") else { return Vec::new() };
    let parts: Vec<Object> = match contents {
        Object::Array(parts) => parts.clone(),
        other => vec![other.clone()],
    };
    parts
        .iter()
        .filter_map(|part| unpacked(doc.dereference(part).ok()?.1.as_stream().ok()?))
        .collect()
}

/// The fingerprint of a page's content: white space evened out, which programs change on saving.
#[must_use]
pub fn fingerprint(content: &[Vec<u8>]) -> String {
    let hash = Sha256::digest(evened(content));
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Content with single blanks for all white space; `q` and `Q` around the whole, which some programs
/// put there, stay.
#[must_use]
pub fn evened(content: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut blank = false;
    for byte in content.iter().flat_map(|part| part.iter().chain(b"\n")) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | 0 | 0x0c => blank = true,
            byte => {
                if blank && !out.is_empty() {
                    out.push(b' ');
                }
                blank = false;
                out.push(*byte);
            }
        }
    }
    out
}
