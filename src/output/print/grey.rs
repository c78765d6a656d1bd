//! Grey for office printers: every colour becomes `DeviceGray`, which prints on black alone. What
//! Typst writes for a grey is RGB with a profile, and many printers mix that of all their toners.

use crate::text;
use crate::words::{Text, plain};
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use rayon::prelude::*;

use super::resources::{self, Home};
use super::space::Space;
use super::walk::packed;
use super::{codes, image};
use crate::finding::Finding;
use crate::output::pdf::content::{Lexer, Op, name};
use crate::output::pdf::numbers::{number, push_op};
use crate::output::pdf::objects;

/// A file in `DeviceGray` alone.
///
/// # Errors
/// Where it cannot be read, or has a colour that is none of Typst's.
pub fn in_grey(pdf: &[u8]) -> Result<Vec<u8>, Finding> {
    let refuse = |what: Text| Finding::error(codes::UNREADABLE.code, what);
    let mut doc = Document::load_mem(pdf)
        .map_err(|err| refuse(text!("pdf-unread", why = err.to_string())))?;
    contents(&mut doc).map_err(|what| Finding::error(codes::COLOUR.code, what))?;
    pictures(&mut doc).map_err(|what| Finding::error(codes::PICTURE.code, what))?;
    for object in doc.objects.values_mut() {
        if let Some(dict) = objects::as_dict_mut(object) {
            group(dict);
        }
    }
    let shadings: Vec<ObjectId> = of(&doc, |dict| dict.has(b"ShadingType"));
    for id in shadings {
        shading(&mut doc, id).map_err(|what| Finding::error(codes::COLOUR.code, what))?;
    }
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).map_err(|err| refuse(text!("pdf-unwritten", why = err.to_string())))?;
    Ok(bytes)
}

/// The objects whose dictionaries are of a kind.
fn of(doc: &Document, is: impl Fn(&Dictionary) -> bool) -> Vec<ObjectId> {
    let all = doc.objects.iter();
    all.filter(|(_, object)| objects::as_dict(object).is_some_and(&is)).map(|(id, _)| *id).collect()
}

fn group(dict: &mut Dictionary) {
    if let Ok(Object::Dictionary(group)) = dict.get_mut(b"Group")
        && group.has(b"CS")
    {
        group.set("CS", "DeviceGray");
    }
}

/// Rewrites every content stream.
fn contents(doc: &mut Document) -> Result<(), Text> {
    let pages: Vec<ObjectId> = doc.page_iter().collect();
    let named = |dict: &Dictionary, key: &[u8], value: &[u8]| {
        dict.get(key).and_then(Object::as_name).is_ok_and(|name| name == value)
    };
    let forms = of(doc, |dict| {
        named(dict, b"Subtype", b"Form")
            || dict.get(b"PatternType").and_then(Object::as_i64).is_ok_and(|kind| kind == 1)
    });
    let shared = &*doc;
    let jobs: Vec<(ObjectId, bool)> =
        pages.iter().map(|id| (*id, true)).chain(forms.iter().map(|id| (*id, false))).collect();
    let done: Vec<Result<Vec<u8>, Text>> = jobs
        .par_iter()
        .map(|&(id, page)| {
            let (data, home) = if page {
                (shared.get_page_content(id), resources::of_page(shared, id))
            } else {
                let stream = shared.get_object(id).and_then(Object::as_stream);
                let data = stream.and_then(Stream::get_plain_content);
                let data = data.map_err(|err| Text::from(err.to_string()))?;
                (data, resources::of_stream(shared, id, Home::Nowhere))
            };
            let spaces = home.dict(shared).map(|dict| resources::spaces(shared, dict));
            rewritten(&data, &spaces.unwrap_or_default()).map(|bytes| packed(&bytes))
        })
        .collect();
    for ((id, page), bytes) in jobs.into_iter().zip(done) {
        let bytes = bytes?;
        if page {
            let mut dict = Dictionary::new();
            dict.set("Filter", "FlateDecode");
            let content = doc.add_object(Stream::new(dict, bytes));
            if let Ok(page) = doc.get_dictionary_mut(id) {
                page.set("Contents", content);
            }
        } else if let Ok(Object::Stream(stream)) = doc.get_object_mut(id) {
            stream.dict.remove(b"DecodeParms");
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(bytes);
        }
    }
    Ok(())
}

/// A stream whose colours are set with `g` and `G`.
fn rewritten(data: &[u8], spaces: &BTreeMap<Vec<u8>, Space>) -> Result<Vec<u8>, Text> {
    let mut out = Vec::with_capacity(data.len());
    // For filling and stroking; saved and restored with the state.
    let mut now = [Space::Grey, Space::Grey];
    let mut stack = Vec::new();
    let mut lexer = Lexer::new(data);
    loop {
        let op = match lexer.next_op() {
            Ok(Some(op)) => op,
            Ok(None) => return Ok(out),
            Err(broken) => return Err(text!("grey-unread", byte = plain(broken.0))),
        };
        let stroking = op.name.first().is_some_and(u8::is_ascii_uppercase);
        let place = usize::from(stroking);
        match op.name {
            b"q" => stack.push(now.clone()),
            b"Q" => now = stack.pop().unwrap_or(now),
            b"cs" | b"CS" => {
                let name = op.operands().next().and_then(name).unwrap_or_default();
                let known = spaces.get(&name).cloned();
                now[place] = known.unwrap_or_else(|| Space::named(&name));
                if now[place] != Space::Pattern {
                    push_op(&mut out, &[0.0], if stroking { "G" } else { "g" });
                    continue;
                }
            }
            b"sc" | b"SC" | b"scn" | b"SCN" if now[place] != Space::Pattern => {
                push_op(&mut out, &[grey(&op)?], if stroking { "G" } else { "g" });
                continue;
            }
            b"rg" | b"RG" => {
                push_op(&mut out, &[grey(&op)?], if stroking { "G" } else { "g" });
                continue;
            }
            b"k" | b"K" => return Err(text!("grey-inks")),
            _ => {}
        }
        out.extend_from_slice(op.all);
        out.push(b'\n');
    }
}

fn grey(op: &Op<'_>) -> Result<f32, Text> {
    let values: Vec<f32> = op.operands().filter_map(number).collect();
    light(&values).ok_or_else(|| text!("grey-no-colour"))
}

/// Lightness of one or three components, 0 to 1; weights of ITU-R BT.601.
fn light(values: &[f32]) -> Option<f32> {
    match values {
        [value] => Some(*value),
        [r, g, b] if r == g && g == b => Some(*r),
        [r, g, b] => Some(0.299 * r + 0.587 * g + 0.114 * b),
        _ => None,
    }
}

fn pictures(doc: &mut Document) -> Result<(), Text> {
    let images = of(doc, |dict| {
        dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
            && dict.has(b"ColorSpace")
    });
    for id in images {
        let Ok(Object::Stream(stream)) = doc.get_object(id) else { continue };
        let space = stream.dict.get(b"ColorSpace").map(|space| Space::read(doc, space));
        let samples = match space.unwrap_or(Space::Grey) {
            Space::Rgb(_) => Some(image::samples(doc, stream, 3)?),
            _ => None,
        };
        let Ok(Object::Stream(stream)) = doc.get_object_mut(id) else { continue };
        stream.dict.set("ColorSpace", "DeviceGray");
        if let Some(rgb) = samples {
            let grey: Vec<u8> = rgb.chunks_exact(3).map(luma).collect();
            stream.dict.set("BitsPerComponent", 8);
            stream.dict.set("Filter", "FlateDecode");
            stream.dict.remove(b"Decode");
            stream.dict.remove(b"DecodeParms");
            stream.set_content(packed(&grey));
        }
    }
    Ok(())
}

fn luma(pixel: &[u8]) -> u8 {
    let weighed: u32 = pixel
        .iter()
        .zip([299_u32, 587, 114])
        .map(|(value, weight)| u32::from(*value) * weight)
        .sum();
    u8::try_from((weighed + 500) / 1000).unwrap_or(u8::MAX)
}

/// A gradient: its functions give one component.
fn shading(doc: &mut Document, id: ObjectId) -> Result<(), Text> {
    let Some(dict) = doc.get_object(id).ok().and_then(objects::as_dict) else { return Ok(()) };
    let function = objects::dict(doc, dict, b"Function").cloned();
    let function = function.ok_or_else(|| text!("grey-no-function"))?;
    let function = lightened(doc, &function, 0)?;
    let function = doc.add_object(function);
    if let Some(dict) = doc.get_object_mut(id).ok().and_then(objects::as_dict_mut) {
        dict.set("ColorSpace", "DeviceGray");
        dict.set("Function", function);
        dict.remove(b"Background");
    }
    Ok(())
}

fn lightened(doc: &Document, function: &Dictionary, depth: usize) -> Result<Dictionary, Text> {
    if depth > 8 {
        return Err(text!("grey-circle"));
    }
    let mut new = function.clone();
    for key in [&b"C0"[..], b"C1"] {
        if let Some(values) = objects::array(doc, function, key) {
            let values = objects::numbers(doc, values).unwrap_or_default();
            let value = light(&values).ok_or_else(|| text!("grey-gradient-colour"))?;
            new.set(key, vec![Object::from(value)]);
        }
    }
    if let Some(inner) = objects::array(doc, function, b"Functions") {
        let inner: Result<Vec<Object>, Text> = inner
            .iter()
            .map(|one| {
                let one =
                    doc.dereference(one).ok().and_then(|(_, object)| objects::as_dict(object));
                Ok(lightened(doc, one.ok_or_else(|| text!("grey-no-function"))?, depth + 1)?.into())
            })
            .collect();
        new.set("Functions", inner?);
    }
    new.remove(b"Range");
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_set_as_greys_and_patterns_stay() {
        let spaces = BTreeMap::from([
            (b"c0".to_vec(), Space::Rgb(None)),
            (b"c1".to_vec(), Space::Grey),
            (b"p".to_vec(), Space::Pattern),
        ]);
        let data = b"/c0 cs .5 .5 .5 scn f q /c1 CS .2 SCN S Q 0 0 1 rg f /p cs /x scn f";
        let out = rewritten(data, &spaces).expect("Typst's operators");
        let out = String::from_utf8(out).expect("ASCII").replace('\n', " ");
        assert_eq!(out, "0 g 0.5 g f q 0 G 0.2 G S Q 0.114 g f /p cs /x scn f ");
    }
}
