//! Page boxes, sizes and annotations.

use crate::text;
use lopdf::{Dictionary, Document, ObjectId};

use super::ledger::Ledger;
use super::{Facts, rules};
use crate::output::pdf::boxes::Rect;
use crate::output::pdf::objects;
use crate::output::print::Printer;

/// How far a box may be off, pt.
const TOLERANCE: f32 = 0.05;

pub(super) fn check(
    doc: &Document,
    pages: &[ObjectId],
    printer: &Printer,
    ledger: &mut Ledger,
    facts: &mut Facts,
) {
    let multiple = printer.profile.sidemultiplum;
    if !pages.len().is_multiple_of(multiple) {
        ledger.note(rules::PAGE_COUNT, 0, None, || {
            text!("pf-multiple", n = pages.len(), multiple = multiple)
        });
    }
    let mut first: Option<Rect> = None;
    for (page, &id) in (1..).zip(pages) {
        let Ok(dict) = doc.get_dictionary(id) else { continue };
        let boxes = Boxes::read(doc, dict);
        one(doc, dict, &boxes, (page, id), printer, ledger);
        annotations(doc, dict, boxes.bleed.or(boxes.trim), (page, id), ledger);
        let Some(trim) = boxes.trim else { continue };
        let size = first.get_or_insert(trim);
        let same = (size.width() - trim.width()).abs() < 1.0
            && (size.height() - trim.height()).abs() < 1.0;
        if !same {
            ledger.note(rules::SIZES_DIFFER, page, Some(id), || {
                text!("pf-sizes", page = trim.in_mm(), first = size.in_mm())
            });
        }
        if page == 1 {
            facts.trim = trim.in_mm();
            facts.bleed = boxes.bleed.unwrap_or(trim).in_mm();
            facts.media = boxes.media.unwrap_or(trim).in_mm();
        }
    }
}

/// The boxes of a page.
pub(super) struct Boxes {
    pub media: Option<Rect>,
    pub bleed: Option<Rect>,
    pub trim: Option<Rect>,
    art: Option<Rect>,
    crop: Option<Rect>,
}

impl Boxes {
    pub(super) fn read(doc: &Document, page: &Dictionary) -> Self {
        let own = |key: &[u8]| Rect::read(doc, objects::get(doc, page, key)?);
        Self {
            media: Rect::of_page(doc, page, b"MediaBox"),
            bleed: own(b"BleedBox"),
            trim: own(b"TrimBox"),
            art: own(b"ArtBox"),
            crop: Rect::of_page(doc, page, b"CropBox"),
        }
    }
}

fn one(
    doc: &Document,
    dict: &Dictionary,
    boxes: &Boxes,
    (page, id): (usize, ObjectId),
    printer: &Printer,
    ledger: &mut Ledger,
) {
    let id = Some(id);
    if boxes.trim.is_some() == boxes.art.is_some() {
        ledger.note(rules::NO_TRIM, page, id, || match boxes.trim {
            Some(_) => text!("pf-trim-art"),
            None => text!("pf-no-trim"),
        });
    }
    if boxes.bleed.is_none() {
        ledger.note(rules::NO_BLEED, page, id, || text!("pf-no-bleed"));
    }
    let all = [boxes.media, boxes.bleed, boxes.trim.or(boxes.art)];
    if all.iter().flatten().any(|rect| rect.width() < 1.0 || rect.height() < 1.0) {
        ledger.note(rules::NO_SIZE, page, id, || text!("pf-no-size"));
    }
    let there: Vec<_> = all.iter().flatten().collect();
    if there.windows(2).any(|pair| !pair[0].holds(pair[1], TOLERANCE)) {
        ledger.note(rules::BOXES_STRAY, page, id, || text!("pf-boxes"));
    }
    if boxes.crop.is_some() && boxes.crop != boxes.media {
        ledger.note(rules::CROP, page, id, || text!("pf-crop"));
    }
    if objects::number(doc, dict, b"UserUnit").is_some_and(|unit| unit != 1.0) {
        ledger.note(rules::USER_UNIT, page, id, || text!("pf-user-unit"));
    }
    if objects::number(doc, dict, b"Rotate").is_some_and(|turn| turn != 0.0) {
        ledger.note(rules::ROTATED, page, id, || text!("pf-rotated"));
    }
    let Some(trim) = boxes.trim.or(boxes.art) else { return };
    if trim.width() > 1.2 * trim.height() {
        ledger.note(rules::SPREADS, page, id, || text!("pf-spread", page = trim.in_mm()));
    }
    let Some(bleed) = boxes.bleed else { return };
    let asked = printer.profile.beskaering.around(&trim);
    if !bleed.holds(&asked, TOLERANCE) {
        ledger.note(rules::SMALL_BLEED, page, id, || {
            text!("pf-bleed", there = bleed.in_mm(), asked = asked.in_mm())
        });
    }
}

fn annotations(
    doc: &Document,
    dict: &Dictionary,
    inside: Option<Rect>,
    (page, _): (usize, ObjectId),
    ledger: &mut Ledger,
) {
    for annotation in objects::array(doc, dict, b"Annots").unwrap_or_default() {
        let id = objects::id(annotation);
        let Some(annotation) =
            doc.dereference(annotation).ok().and_then(|(_, object)| objects::as_dict(object))
        else {
            continue;
        };
        let kind = objects::name(doc, annotation, b"Subtype").unwrap_or_default();
        if matches!(kind, b"Movie" | b"Sound" | b"Screen" | b"3D" | b"RichMedia") {
            ledger.note(rules::MEDIA, page, id, || text!("pf-media"));
        }
        if kind == b"FileAttachment" {
            ledger.note(rules::ATTACHMENT, page, id, || text!("pf-attached"));
        }
        let rect = objects::get(doc, annotation, b"Rect").and_then(|rect| Rect::read(doc, rect));
        let touches = match (rect, inside) {
            (Some(rect), Some(inside)) => {
                rect.x0 < inside.x1
                    && rect.x1 > inside.x0
                    && rect.y0 < inside.y1
                    && rect.y1 > inside.y0
            }
            // Where it is not known it counts as inside.
            _ => true,
        };
        if touches && !matches!(kind, b"PrinterMark" | b"TrapNet") {
            ledger.note(rules::ANNOTATION, page, id, || {
                text!("pf-annotation", kind = String::from_utf8_lossy(kind).into_owned())
            });
        }
    }
}
