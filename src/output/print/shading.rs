//! Gradients: the colours at their stops become ink, and ink is mixed between them.
//!
//! Typst writes a gradient between two theme colours as many screen-coloured stops, so that its
//! mix in a perceptual space survives. In ink the stops between two swatches are dropped, else the
//! swatches at the ends would not meet the profile's colours between them.

use crate::text;
use crate::words::{Text, plain};
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::codes;
use super::colour::{Cmyk, Inks};
use super::space::Space;
use crate::finding::Finding;
use crate::output::pdf::objects;

/// A colour at a place of the gradient's domain.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stop {
    at: f32,
    ink: Cmyk,
    swatch: bool,
}

/// Converts these shadings; the number is the page each was first met on.
pub(super) fn convert(
    doc: &mut Document,
    shadings: &BTreeMap<ObjectId, usize>,
    inks: &Inks,
) -> Result<(), Vec<Finding>> {
    let mut findings = Vec::new();
    for (&id, &page) in shadings {
        match one(doc, id, inks) {
            Ok(None) => {}
            Ok(Some(function)) => {
                let function = doc.add_object(function);
                if let Some(dict) = doc.get_object_mut(id).ok().and_then(objects::as_dict_mut) {
                    dict.set("Function", function);
                    dict.set("ColorSpace", "DeviceCMYK");
                    dict.remove(b"Background");
                }
            }
            Err(what) => {
                let mut finding = Finding::error(
                    codes::COLOUR.code,
                    text!("print-gradient", page = plain(page), what = what),
                )
                .hint(text!("print-gradient-hint"));
                finding.page = Some(page);
                findings.push(finding);
            }
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

/// The function in ink; none where it is so already.
fn one(doc: &Document, id: ObjectId, inks: &Inks) -> Result<Option<Dictionary>, Text> {
    let dict =
        doc.get_object(id).ok().and_then(objects::as_dict).ok_or_else(|| text!("print-unread"))?;
    let space = dict.get(b"ColorSpace").map(|space| Space::read(doc, space));
    let space = space.map_err(|_| text!("print-no-space"))?;
    match &space {
        Space::Cmyk => return Ok(None),
        Space::Grey | Space::Rgb(_) => {}
        Space::Pattern => return Err(text!("print-no-space")),
        Space::Other(name) => return Err(text!("print-other-space", name = name.as_str())),
    }
    let kind = objects::number(doc, dict, b"ShadingType");
    if !matches!(kind, Some(kind) if kind == 2.0 || kind == 3.0) {
        return Err(text!("print-gradient-kind"));
    }
    let function =
        objects::dict(doc, dict, b"Function").ok_or_else(|| text!("print-no-function"))?;
    let mut stops = Vec::new();
    let domain = pair(doc, function, b"Domain").unwrap_or((0.0, 1.0));
    collect(doc, function, domain, &space, inks, &mut stops, 0)?;
    Ok(Some(stitched(&kept(&stops), domain)))
}

/// The stops of a function, in order; two at one place where the colour jumps.
fn collect(
    doc: &Document,
    function: &Dictionary,
    (from, to): (f32, f32),
    space: &Space,
    inks: &Inks,
    stops: &mut Vec<Stop>,
    depth: usize,
) -> Result<(), Text> {
    match objects::number(doc, function, b"FunctionType") {
        Some(2.0) => {
            if objects::number(doc, function, b"N") != Some(1.0) {
                return Err(text!("print-uneven"));
            }
            for (key, at) in [(&b"C0"[..], from), (b"C1", to)] {
                let stop = stop(doc, function, key, at, space, inks)?;
                if stops.last() != Some(&stop) {
                    stops.push(stop);
                }
            }
            Ok(())
        }
        Some(3.0) if depth < 4 => {
            let parts = objects::array(doc, function, b"Functions")
                .ok_or_else(|| text!("print-no-stops"))?;
            let bounds = objects::array(doc, function, b"Bounds")
                .and_then(|bounds| objects::numbers(doc, bounds))
                .ok_or_else(|| text!("print-no-stops"))?;
            let ends = bounds.iter().copied().chain([to]);
            let mut start = from;
            for (part, end) in parts.iter().zip(ends) {
                let part = doc.dereference(part).ok().and_then(|(_, part)| objects::as_dict(part));
                let part = part.ok_or_else(|| text!("print-stop-unread"))?;
                collect(doc, part, (start, end), space, inks, stops, depth + 1)?;
                start = end;
            }
            Ok(())
        }
        _ => Err(text!("print-computed")),
    }
}

fn stop(
    doc: &Document,
    function: &Dictionary,
    key: &[u8],
    at: f32,
    space: &Space,
    inks: &Inks,
) -> Result<Stop, Text> {
    let values =
        objects::array(doc, function, key).and_then(|values| objects::numbers(doc, values));
    match (space, values.as_deref()) {
        (Space::Grey, Some(&[value])) => Ok(Stop { at, ink: Inks::grey(value), swatch: false }),
        (Space::Rgb(_), Some(&[r, g, b])) => {
            let swatch = inks.swatch([r, g, b]).is_some();
            let ink = inks.rgb([r, g, b]).ok_or_else(|| text!("print-stop-no-ink"))?;
            Ok(Stop { at, ink, swatch })
        }
        _ => Err(text!("print-stop-no-colour")),
    }
}

/// All stops; only the swatches where it begins and ends in one.
fn kept(stops: &[Stop]) -> Vec<Stop> {
    let ends = [stops.first(), stops.last()];
    let between_swatches = ends.iter().all(|stop| stop.is_some_and(|stop| stop.swatch));
    stops.iter().filter(|stop| stop.swatch || !between_swatches).copied().collect()
}

/// A stitching function through the stops; an exponential one where there are two.
fn stitched(stops: &[Stop], domain: (f32, f32)) -> Dictionary {
    let mut parts: Vec<Object> = Vec::new();
    let mut bounds: Vec<Object> = Vec::new();
    let mut encode: Vec<Object> = Vec::new();
    for pair in stops.windows(2) {
        let [from, to] = pair else { continue };
        // A jump: the two stops at one place begin the next part.
        if to.at <= from.at {
            continue;
        }
        if !parts.is_empty() {
            bounds.push(from.at.into());
        }
        parts.push(exponential(from.ink, to.ink).into());
        encode.extend([0.into(), 1.into()]);
    }
    let (from, to) = domain;
    if parts.len() < 2 {
        let first = stops.first().map_or([0.0; 4], |stop| stop.ink);
        let last = stops.last().map_or(first, |stop| stop.ink);
        let mut only = exponential(first, last);
        only.set("Domain", vec![from.into(), to.into()]);
        return only;
    }
    let mut function = Dictionary::new();
    function.set("FunctionType", 3);
    function.set("Domain", vec![from.into(), to.into()]);
    function.set("Functions", parts);
    function.set("Bounds", bounds);
    function.set("Encode", encode);
    function
}

fn exponential(from: Cmyk, to: Cmyk) -> Dictionary {
    let array = |ink: Cmyk| -> Object { ink.map(Object::from).to_vec().into() };
    let mut function = Dictionary::new();
    function.set("FunctionType", 2);
    function.set("Domain", vec![0.into(), 1.into()]);
    function.set("C0", array(from));
    function.set("C1", array(to));
    function.set("N", 1);
    function
}

fn pair(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<(f32, f32)> {
    match objects::numbers(doc, objects::array(doc, dict, key)?)?.as_slice() {
        &[from, to] => Some((from, to)),
        _ => None,
    }
}
