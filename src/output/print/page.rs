//! Boxes of the pages, and blank pages up to the count that the printer asks for.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::codes;
use super::marks;
use super::printer::Printer;
use super::walk::{Matrix, packed};
use crate::finding::Finding;
use crate::output::pdf::boxes::{MM, Rect};
use crate::output::pdf::numbers::push_op;
use crate::output::pdf::objects;
use crate::text;
use crate::words::Number;

/// How far a box may be off, pt: Typst writes single precision.
const TOLERANCE: f32 = 0.01;

/// Writes the boxes: trim as typeset, bleed as the printer asks, media around both and the marks.
pub(super) fn set_boxes(
    doc: &mut Document,
    pages: &[ObjectId],
    printer: &Printer,
    title: &str,
) -> Result<(), Vec<Finding>> {
    let mut findings = Vec::new();
    let mut moved = BTreeSet::new();
    for (at, &id) in pages.iter().enumerate() {
        let slug = format!("{title} · {} / {} · {}", at + 1, pages.len(), printer.profile.navn);
        match one(doc, id, printer, &slug) {
            Ok(by) => shift(doc, id, by, &mut moved),
            Err(mut finding) => {
                finding.page = Some(at + 1);
                findings.push(finding);
            }
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

/// Sets the boxes of a page. Returns how far its content must move for the sheet to begin at 0.
fn one(
    doc: &mut Document,
    id: ObjectId,
    printer: &Printer,
    slug: &str,
) -> Result<(f32, f32), Finding> {
    let unreadable = || Finding::error(codes::UNREADABLE.code, "a page has no MediaBox");
    let page = doc.get_dictionary(id).map_err(|_| unreadable())?;
    let there = Rect::of_page(doc, page, b"MediaBox").ok_or_else(unreadable)?;
    let trim = Rect::of_page(doc, page, b"TrimBox").unwrap_or(there);
    let edges = &printer.profile.beskaering;
    let bleed = edges.around(&trim);
    if !there.holds(&bleed, TOLERANCE) {
        let has = (trim.x0 - there.x0).min(trim.y0 - there.y0).max(0.0) / MM;
        let asked = [edges.top_mm, edges.bund_mm, edges.venstre_mm, edges.hoejre_mm];
        let most = asked.into_iter().fold(0.0, f32::max);
        let mm = |x: f32| Number::Decimal((f64::from(x) * 10.0).round() / 10.0);
        return Err(Finding::error(
            codes::BLEED.code,
            text!("bleed", has = mm(has), wanted = mm(most)),
        )
        .hint(text!("bleed-hint"))
        .hint(text!("bleed-hint-profile")));
    }
    // Within the tolerance the typeset edge is the truth: no white sliver past it.
    let bleed = Rect {
        x0: bleed.x0.max(there.x0),
        y0: bleed.y0.max(there.y0),
        x1: bleed.x1.min(there.x1),
        y1: bleed.y1.min(there.y1),
    };
    let marked = printer.profile.maerker.any();
    let media = if marked { marks::media(&bleed) } else { bleed };
    if marked {
        draw_marks(doc, id, &trim, &bleed, printer, slug);
    }
    let by = (-whole(media.x0), -whole(media.y0));
    if let Ok(page) = doc.get_dictionary_mut(id) {
        for key in [&b"CropBox"[..], b"ArtBox", b"Rotate", b"UserUnit"] {
            page.remove(key);
        }
        for (key, rect) in [("MediaBox", media), ("BleedBox", bleed), ("TrimBox", trim)] {
            let rect = rect.grown(-by.0, -by.1, by.0, by.1);
            let sides = [rect.x0, rect.y0, rect.x1, rect.y1].map(whole);
            let [x0, y0, x1, y1] = sides;
            page.set(key, Rect { x0, y0, x1, y1 }.object());
        }
    }
    Ok(by)
}

/// Without the dust of single precision: to a thousandth of a pt, and no negative zero.
fn whole(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0 + 0.0
}

/// Moves what is on a page, and the patterns that it is painted with, which do not follow it.
/// `moved` are those that have been.
fn shift(doc: &mut Document, id: ObjectId, by: (f32, f32), moved: &mut BTreeSet<ObjectId>) {
    if by == (0.0, 0.0) {
        return;
    }
    let mut before = Vec::new();
    push_op(&mut before, &[1.0, 0.0, 0.0, 1.0, by.0, by.1], "cm");
    let before = add_content(doc, &before);
    let home = super::resources::of_page(doc, id);
    let patterns: Vec<ObjectId> = home.dict(doc).map_or_else(Vec::new, |dict| {
        objects::resources(doc, dict, b"Pattern").filter_map(|(_, o)| objects::id(o)).collect()
    });
    for pattern in patterns.into_iter().filter(|pattern| moved.insert(*pattern)) {
        let Some(dict) = doc.get_object(pattern).ok().and_then(objects::as_dict) else { continue };
        let there = super::walk::own_matrix(doc, dict);
        let next = there.then(Matrix([1.0, 0.0, 0.0, 1.0, by.0, by.1])).0;
        if let Some(dict) = doc.get_object_mut(pattern).ok().and_then(objects::as_dict_mut) {
            dict.set("Matrix", next.map(Object::from).to_vec());
        }
    }
    if let Ok(page) = doc.get_dictionary_mut(id) {
        let own = match page.get(b"Contents").ok().cloned() {
            Some(Object::Array(all)) => all,
            Some(one) => vec![one],
            None => Vec::new(),
        };
        page.set("Contents", std::iter::once(before.into()).chain(own).collect::<Vec<Object>>());
    }
}

/// Clips the page to its bleed and draws the marks around it.
fn draw_marks(
    doc: &mut Document,
    id: ObjectId,
    trim: &Rect,
    bleed: &Rect,
    printer: &Printer,
    slug: &str,
) {
    let mut before = Vec::new();
    before.extend_from_slice(b"q\n");
    push_op(&mut before, &[bleed.x0, bleed.y0, bleed.width(), bleed.height()], "re");
    before.extend_from_slice(b"W n\n");
    let mut after = b"Q\n".to_vec();
    after.extend(marks::content(trim, bleed, printer.profile.maerker, slug));
    let before = add_content(doc, &before);
    let after = add_content(doc, &after);
    let all = registration(doc);
    let home = super::resources::of_page(doc, id);
    let mut resources = home.dict(doc).cloned().unwrap_or_default();
    let mut spaces = Dictionary::new();
    spaces.set(marks::ALL, all);
    resources.set("ColorSpace", spaces);
    if let Ok(page) = doc.get_dictionary_mut(id) {
        let own = page.get(b"Contents").ok().cloned();
        let all = [Some(before.into()), own, Some(after.into())];
        page.set("Contents", all.into_iter().flatten().collect::<Vec<Object>>());
        page.set("Resources", resources);
    }
}

fn add_content(doc: &mut Document, content: &[u8]) -> ObjectId {
    let mut dict = Dictionary::new();
    dict.set("Filter", "FlateDecode");
    doc.add_object(Stream::new(dict, packed(content)))
}

/// The colour of marks: every plate (ISO 32000-1, 8.6.6.4), shown as full ink.
fn registration(doc: &mut Document) -> ObjectId {
    let mut tint = Dictionary::new();
    tint.set("FunctionType", 2);
    tint.set("Domain", vec![0.into(), 1.into()]);
    tint.set("C0", vec![0.into(), 0.into(), 0.into(), 0.into()]);
    tint.set("C1", vec![1.into(), 1.into(), 1.into(), 1.into()]);
    tint.set("N", 1);
    let space: Vec<Object> =
        vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), tint.into()];
    // One object for all pages: the same colorant must have the same tint everywhere.
    let there = doc.objects.iter().find(|(_, object)| **object == Object::Array(space.clone()));
    match there {
        Some((id, _)) => *id,
        None => doc.add_object(space),
    }
}

/// Adds white pages, of the last page's size, up to the printer's multiple.
pub(super) fn pad(doc: &mut Document, pages: &[ObjectId], printer: &Printer) {
    let missing = pages.len().next_multiple_of(printer.profile.sidemultiplum) - pages.len();
    let Some(last) = pages.last().and_then(|id| doc.get_dictionary(*id).ok()) else { return };
    let mut blank = Dictionary::new();
    blank.set("Type", "Page");
    blank.set("Resources", Dictionary::new());
    for key in [&b"Parent"[..], b"MediaBox", b"TrimBox"] {
        if let Ok(value) = last.get(key) {
            blank.set(key, value.clone());
        }
    }
    let Some(parent) = blank.get(b"Parent").ok().and_then(|parent| parent.as_reference().ok())
    else {
        return;
    };
    for _ in 0..missing {
        let id = doc.add_object(blank.clone());
        if let Ok(Object::Array(kids)) =
            doc.get_dictionary_mut(parent).and_then(|node| node.get_mut(b"Kids"))
        {
            kids.push(id.into());
        }
    }
    count(doc, parent, i64::try_from(missing).unwrap_or_default());
}

/// Adds to the count of a node and those above it.
fn count(doc: &mut Document, node: ObjectId, more: i64) {
    let mut next = Some(node);
    // Bounded: the tree may be in a circle.
    for _ in 0..32 {
        let Some(node) = next.and_then(|id| doc.get_dictionary_mut(id).ok()) else { return };
        let there = node.get(b"Count").and_then(Object::as_i64).unwrap_or_default();
        node.set("Count", there + more);
        next = node.get(b"Parent").ok().and_then(|parent| parent.as_reference().ok());
    }
}
