//! The PDF whose pages go on sheets.

use crate::text;
use crate::words::Text;
use lopdf::{Document, Object, ObjectId};

use super::{codes, unreadable};
use crate::finding::Finding;
use crate::output::pdf::boxes::Rect;
use crate::output::pdf::objects;

/// Smallest and largest side of a page, pt. The largest is a reader's own limit (ISO 32000-1,
/// annex C); below the smallest nothing can be scaled up to a sheet.
const SIDES: std::ops::RangeInclusive<f32> = 3.0..=14_400.0;

/// A page as it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Page {
    pub(super) id: ObjectId,
    /// The part that is shown: trim, else crop, else media.
    pub(super) shown: Rect,
    /// Quarter turns clockwise.
    pub(super) turns: u8,
    /// Size of the page's unit, pt.
    pub(super) unit: f32,
}

impl Page {
    pub(super) fn width(&self) -> f32 {
        let lying = self.turns % 2 == 1;
        self.unit * if lying { self.shown.height() } else { self.shown.width() }
    }

    pub(super) fn height(&self) -> f32 {
        let lying = self.turns % 2 == 1;
        self.unit * if lying { self.shown.width() } else { self.shown.height() }
    }
}

/// A PDF, read.
pub(super) struct Source {
    pub(super) doc: Document,
    pub(super) pages: Vec<Page>,
}

impl Source {
    pub(super) fn read(pdf: &[u8]) -> Result<Self, Vec<Finding>> {
        let doc = Document::load_mem(pdf)
            .map_err(|err| vec![unreadable(text!("sheets-unread", why = err.to_string()))])?;
        if doc.is_encrypted() || doc.was_encrypted() {
            let finding = unreadable(text!("pf-encrypted")).hint(text!("sheets-encrypted-hint"));
            return Err(vec![finding]);
        }
        let mut pages = Vec::new();
        let mut findings = Vec::new();
        for (at, id) in doc.page_iter().enumerate() {
            match page(&doc, id) {
                Ok(page) => pages.push(page),
                Err(what) => {
                    let mut finding = unreadable(what);
                    finding.page = Some(at + 1);
                    findings.push(finding);
                }
            }
        }
        if pages.is_empty() && findings.is_empty() {
            findings.push(unreadable(text!("pf-no-pages")));
        }
        if findings.is_empty() { Ok(Self { doc, pages }) } else { Err(findings) }
    }

    /// A warning for every page with annotations that show something.
    pub(super) fn lost(&self) -> Vec<Finding> {
        let shows = |object: &Object| {
            let annotation = self.doc.dereference(object).ok().and_then(|(_, o)| o.as_dict().ok());
            annotation.is_some_and(|a| {
                objects::name(&self.doc, a, b"Subtype") != Some(b"Link") && a.has(b"AP")
            })
        };
        let mut findings = Vec::new();
        for (at, page) in self.pages.iter().enumerate() {
            let Ok(dict) = self.doc.get_dictionary(page.id) else { continue };
            let all = objects::array(&self.doc, dict, b"Annots").unwrap_or_default();
            let lost = all.iter().filter(|object| shows(object)).count();
            if lost > 0 {
                let words = text!("sheets-lost", n = lost);
                let mut finding = Finding::warning(codes::LOST.code, words);
                finding.page = Some(at + 1);
                findings.push(finding.hint(text!("sheets-lost-hint")));
            }
        }
        findings
    }
}

fn page(doc: &Document, id: ObjectId) -> Result<Page, Text> {
    let dict = doc.get_dictionary(id).map_err(|_| text!("sheets-no-page"))?;
    let media = Rect::of_page(doc, dict, b"MediaBox").ok_or_else(|| text!("sheets-no-media"))?;
    let within = |rect: Rect| Rect {
        x0: rect.x0.max(media.x0),
        y0: rect.y0.max(media.y0),
        x1: rect.x1.min(media.x1),
        y1: rect.y1.min(media.y1),
    };
    // Of one page alone, not inherited: only MediaBox and CropBox are (ISO 32000-1, table 30).
    let trim = objects::get(doc, dict, b"TrimBox").and_then(|value| Rect::read(doc, value));
    let shown = trim.or_else(|| Rect::of_page(doc, dict, b"CropBox")).map_or(media, within);
    let unit = objects::number(doc, dict, b"UserUnit").unwrap_or(1.0);
    let page = Page { id, shown, turns: turns(doc, dict), unit };
    if !SIDES.contains(&page.width()) || !SIDES.contains(&page.height()) {
        return Err(text!("sheets-no-size"));
    }
    Ok(page)
}

/// The page's `Rotate`, its own or inherited.
fn turns(doc: &Document, page: &lopdf::Dictionary) -> u8 {
    let mut node = page;
    // Bounded: a page tree in a circle must not hang the reader.
    for _ in 0..32 {
        if let Some(value) = objects::get(doc, node, b"Rotate") {
            let degrees = value.as_float().unwrap_or(0.0).rem_euclid(360.0);
            return match degrees {
                90.0 => 1,
                180.0 => 2,
                270.0 => 3,
                _ => 0,
            };
        }
        let Some(parent) = objects::dict(doc, node, b"Parent") else { return 0 };
        node = parent;
    }
    0
}
