//! Pictures: screen colours become ink samples, greys plain grey, ink stays with a limit.

use crate::text;
use crate::words::{Text, plain};
use std::collections::BTreeMap;

use super::codes;
use super::colour::Inks;
use super::space::Space;
use super::walk::packed;
use crate::finding::Finding;
use crate::limits;
use crate::output::pdf::{jpeg, objects};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use rayon::prelude::*;

/// The largest picture that is converted, in pixels: an A3 page at 1,000 pixels an inch.
const MOST_PIXELS: usize = limits::PRINT_PIXELS;

/// What becomes of a picture.
enum Done {
    /// Only its colour space changes.
    Space(&'static str),
    /// New samples, packed; whether `Decode` goes.
    Samples(Vec<u8>),
}

/// Converts these pictures; the number is the page each was first met on.
pub(super) fn convert(
    doc: &mut Document,
    images: &BTreeMap<ObjectId, usize>,
    inks: &Inks,
) -> Result<(), Vec<Finding>> {
    let shared = &*doc;
    let todo: Vec<_> = images.iter().collect();
    let done: Vec<_> = todo.par_iter().map(|(id, _)| one(shared, **id, inks)).collect();
    let mut findings = Vec::new();
    for ((&id, &page), done) in todo.into_iter().zip(done) {
        match done {
            Ok(Some(done)) => put_back(doc, id, done),
            Ok(None) => {}
            Err(what) => {
                let mut finding = Finding::error(
                    codes::PICTURE.code,
                    text!("print-picture", page = plain(page), what = what),
                )
                .hint(text!("print-picture-hint"));
                finding.page = Some(page);
                findings.push(finding);
            }
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

fn one(doc: &Document, id: ObjectId, inks: &Inks) -> Result<Option<Done>, Text> {
    let stream = doc
        .get_object(id)
        .and_then(Object::as_stream)
        .map_err(|err| Text::from(err.to_string()))?;
    let dict = &stream.dict;
    if matches!(dict.get(b"ImageMask"), Ok(Object::Boolean(true))) {
        return Ok(None);
    }
    let space = dict.get(b"ColorSpace").map(|space| Space::read(doc, space));
    match space.map_err(|_| text!("print-no-space"))? {
        Space::Grey => Ok(Some(Done::Space("DeviceGray"))),
        Space::Rgb(profile) => {
            let rgb = samples(doc, stream, 3)?;
            let profile = profile
                .and_then(|id| doc.get_object(id).ok()?.as_stream().ok())
                .and_then(|stream| stream.get_plain_content().ok());
            let ink =
                inks.picture(&rgb, profile.as_deref()).ok_or_else(|| text!("print-unconverted"))?;
            Ok(Some(Done::Samples(packed(&ink))))
        }
        Space::Cmyk => {
            let mut ink = samples(doc, stream, 4)?;
            // As it was where no sample is above the limit: a JPEG stays a JPEG.
            if inks.cap_samples(&mut ink) {
                Ok(Some(Done::Samples(packed(&ink))))
            } else {
                Ok(Some(Done::Space("DeviceCMYK")))
            }
        }
        Space::Pattern => Err(text!("print-no-space")),
        Space::Other(name) => Err(text!("print-other-space", name = name.as_str())),
    }
}

/// Decoded samples, 8 bits, `Decode` applied.
pub(super) fn samples(doc: &Document, stream: &Stream, components: usize) -> Result<Vec<u8>, Text> {
    let dict = &stream.dict;
    let side = |key: &[u8]| {
        let value = dict.get_deref(key, doc).ok().and_then(|value| value.as_i64().ok());
        value.and_then(|value| usize::try_from(value).ok()).filter(|value| *value > 0)
    };
    let (Some(width), Some(height)) = (side(b"Width"), side(b"Height")) else {
        return Err(text!("print-no-size"));
    };
    let pixels = width.checked_mul(height).filter(|pixels| *pixels <= MOST_PIXELS);
    let pixels = pixels
        .ok_or_else(|| text!("print-too-large", width = plain(width), height = plain(height)))?;
    let length = pixels * components;
    let filters = stream.filters().unwrap_or_default();
    let mut data = if filters == [b"DCTDecode"] {
        jpeg::decode(&stream.content, components, (width, height))?
    } else {
        let depth = dict.get_deref(b"BitsPerComponent", doc).and_then(Object::as_i64);
        if !matches!(depth, Ok(8)) {
            return Err(text!("print-depth"));
        }
        let plain = stream
            .get_plain_content()
            .map_err(|err| text!("print-unread-why", why = err.to_string()))?;
        plain.get(..length).ok_or_else(|| text!("print-too-few"))?.to_vec()
    };
    if data.len() != length {
        return Err(text!("print-other-count"));
    }
    decode(doc, dict, &mut data)?;
    Ok(data)
}

/// Applies an inverted `Decode`, as JPEGs from Photoshop have; others than plain and inverted
/// have no use in print.
fn decode(doc: &Document, dict: &Dictionary, data: &mut [u8]) -> Result<(), Text> {
    let decode = objects::array(doc, dict, b"Decode").and_then(|all| objects::numbers(doc, all));
    let Some(decode) = decode else { return Ok(()) };
    let pairs: Vec<_> = decode.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
    if pairs.iter().all(|pair| *pair == (0.0, 1.0)) {
        return Ok(());
    }
    if pairs.iter().all(|pair| *pair == (1.0, 0.0)) {
        data.iter_mut().for_each(|sample| *sample = 255 - *sample);
        return Ok(());
    }
    Err(text!("print-decode"))
}

fn put_back(doc: &mut Document, id: ObjectId, done: Done) {
    let Ok(Object::Stream(stream)) = doc.get_object_mut(id) else { return };
    stream.dict.remove(b"Intent");
    match done {
        Done::Space(space) => stream.dict.set("ColorSpace", space),
        Done::Samples(packed) => {
            stream.dict.set("ColorSpace", "DeviceCMYK");
            stream.dict.set("BitsPerComponent", 8);
            stream.dict.set("Filter", "FlateDecode");
            stream.dict.remove(b"Decode");
            stream.dict.remove(b"DecodeParms");
            stream.set_content(packed);
        }
    }
}
