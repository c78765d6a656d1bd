//! Annotations as programs write them (ISO 32000-2, 12.5), before anything is made of them.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::limits;
use crate::output::pdf::boxes::Rect;
use crate::output::pdf::objects;

/// Most annotations of a file.
const MOST: usize = limits::COMMENTS;

/// An annotation.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Raw {
    /// What it is known by inside its file.
    pub key: String,
    /// Its own name, where it has one.
    pub name: String,
    /// `Text`, `Highlight`, `StrikeOut` ...
    pub kind: String,
    /// Intent: `Replace`, `StrikeOutTextEdit`, `InkHighlight`.
    pub intent: String,
    /// Page, from 0.
    pub page: usize,
    /// Its words.
    pub words: String,
    /// Who wrote it.
    pub author: String,
    /// When, as it is written.
    pub date: String,
    /// Where, pt from the page's lower left corner: x0, y0, x1, y1.
    pub rect: [f32; 4],
    /// The marked lines of text, likewise.
    pub quads: Vec<[f32; 4]>,
    /// Key of the annotation that it answers or belongs to.
    pub reply_to: Option<String>,
    /// Whether it is one with that annotation rather than an answer to it.
    pub group: bool,
    /// A state that somebody set, such as `Accepted`.
    pub state: String,
}

/// The annotations of a page. `page` is its number from 0.
pub(crate) fn of_page(doc: &Document, id: ObjectId, page: usize, found: &mut Vec<Raw>) {
    let Ok(dict) = doc.get_dictionary(id) else { return };
    for annotation in objects::array(doc, dict, b"Annots").unwrap_or_default() {
        if found.len() >= MOST {
            return;
        }
        let Ok((_, object)) = doc.dereference(annotation) else { continue };
        if let Some(raw) = objects::as_dict(object).and_then(|dict| one(doc, dict, page)) {
            let key = objects::id(annotation).map_or(String::new(), key);
            found.push(Raw { key, ..raw });
        }
    }
}

/// Words of comments that are in the file and on no page: some programs lose them so when they save.
pub(crate) fn unreached(doc: &Document, reached: &[Raw]) -> Vec<String> {
    let known: BTreeSet<&str> = reached.iter().map(|raw| raw.key.as_str()).collect();
    let lost = |(id, object): (&ObjectId, &Object)| {
        let raw = one(doc, object.as_dict().ok()?, 0)?;
        // Only what is surely an annotation of somebody's: a kind that has words, and words.
        let kinds = ["Text", "FreeText", "Highlight", "StrikeOut", "Caret", "Underline"];
        let is =
            kinds.contains(&raw.kind.as_str()) && !raw.words.is_empty() && raw.rect != [0.0; 4];
        (is && !known.contains(key(*id).as_str())).then_some(raw.words)
    };
    doc.objects.iter().filter_map(lost).take(200).collect()
}

fn key((number, generation): ObjectId) -> String {
    format!("{number} {generation}")
}

/// One annotation; none for links, pop-ups and form fields, which are no comments.
pub(crate) fn one(doc: &Document, dict: &Dictionary, page: usize) -> Option<Raw> {
    let name = |key: &[u8]| {
        objects::name(doc, dict, key)
            .map(|n| String::from_utf8_lossy(n).into_owned())
            .unwrap_or_default()
    };
    let text =
        |key: &[u8]| objects::get(doc, dict, key).and_then(objects::text).unwrap_or_default();
    let kind = name(b"Subtype");
    if matches!(
        kind.as_str(),
        "" | "Link" | "Popup" | "Widget" | "PrinterMark" | "TrapNet" | "Watermark"
    ) {
        return None;
    }
    let mut words = text(b"Contents");
    if words.trim().is_empty() {
        words = plain(&text(b"RC"));
    }
    let rect = objects::get(doc, dict, b"Rect").and_then(|rect| Rect::read(doc, rect));
    let rect = rect.map_or([0.0; 4], |r| [r.x0, r.y0, r.x1, r.y1]);
    let quads = objects::array(doc, dict, b"QuadPoints")
        .and_then(|all| objects::numbers(doc, all))
        .unwrap_or_default();
    let state = text(b"State");
    Some(Raw {
        key: String::new(),
        name: text(b"NM").trim().to_owned(),
        kind,
        intent: name(b"IT"),
        page,
        words: words.replace('\r', "\n").trim().to_owned(),
        author: text(b"T").trim().to_owned(),
        date: Some(text(b"CreationDate")).filter(|d| !d.is_empty()).unwrap_or_else(|| text(b"M")),
        rect,
        quads: quads.chunks_exact(8).map(bounds).collect(),
        reply_to: dict.get(b"IRT").ok().and_then(objects::id).map(key),
        group: name(b"RT") == "Group",
        state: if state.is_empty() { name(b"State") } else { state },
    })
}

/// The box of a quadrilateral. Programs write its corners in several orders, so only the least and
/// greatest count.
fn bounds(corners: &[f32]) -> [f32; 4] {
    let of = |from: usize, pick: fn(f32, f32) -> f32| {
        corners.iter().skip(from).step_by(2).copied().reduce(pick).unwrap_or_default()
    };
    [of(0, f32::min), of(1, f32::min), of(0, f32::max), of(1, f32::max)]
}

/// XHTML as plain words.
fn plain(rich: &str) -> String {
    let Ok(document) = roxmltree::Document::parse(rich) else { return String::new() };
    let mut out = String::new();
    for node in document.descendants() {
        if node.is_text() {
            out.push_str(node.text().unwrap_or_default());
        } else if matches!(node.tag_name().name(), "p" | "br" | "div") && !out.is_empty() {
            out.push('\n');
        }
    }
    out
}

/// What Chrome draws into a page when somebody writes on it with its pen: the boxes of the strokes.
pub(crate) fn ink(content: &[Vec<u8>]) -> Vec<[f32; 4]> {
    let all: Vec<u8> = content.join(&b'\n');
    let mut found = Vec::new();
    let mut rest = all.as_slice();
    const OPEN: &[u8] = b"/GOOG:INKIsInker";
    while let Some(at) = rest.windows(OPEN.len()).position(|w| w == OPEN) {
        let after = rest.get(at + OPEN.len()..).unwrap_or_default();
        let end = after.windows(3).position(|w| w == b"EMC").unwrap_or(after.len());
        let stroke = after.get(..end).unwrap_or_default();
        found.extend(stroke_box(stroke));
        rest = after.get(end..).unwrap_or_default();
    }
    found
}

/// The box of the points that a stroke's path names.
fn stroke_box(stroke: &[u8]) -> Option<[f32; 4]> {
    let said = String::from_utf8_lossy(stroke);
    let mut numbers: Vec<f32> = Vec::new();
    let mut points: Vec<(f32, f32)> = Vec::new();
    for token in said.split_whitespace() {
        match token.parse::<f32>() {
            Ok(n) => numbers.push(n),
            Err(_) => {
                if matches!(token, "m" | "l" | "c" | "v" | "y") {
                    points.extend(numbers.chunks_exact(2).map(|p| (p[0], p[1])));
                }
                numbers.clear();
            }
        }
    }
    let first = points.first()?;
    Some(points.iter().fold([first.0, first.1, first.0, first.1], |b, (x, y)| {
        [b[0].min(*x), b[1].min(*y), b[2].max(*x), b[3].max(*y)]
    }))
}

/// Forms Data Format (ISO 32000-2, 12.7.8): a PDF without pages and, often, without a table of its
/// objects. One is made, so that it reads as a PDF.
pub(crate) fn fdf(bytes: &[u8]) -> Option<Vec<Raw>> {
    let start = bytes.windows(5).position(|w| w == b"%FDF-")?;
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let body = bytes.get(start..)?;
    let body_end = find(body, b"trailer").unwrap_or(body.len());
    let mut offsets = BTreeMap::new();
    let mut at = 0;
    let shift = pdf.len();
    while let Some(found) = find(body.get(at..body_end)?, b" obj") {
        let end = at + found;
        let before = body.get(..end)?;
        let line = before.rsplit(|b| *b == b'\n' || *b == b'\r').next()?;
        let said = String::from_utf8_lossy(line);
        let mut numbers = said.split_whitespace().filter_map(|n| n.parse::<u32>().ok());
        if let (Some(number), Some(_)) = (numbers.next(), numbers.next()) {
            offsets.insert(number, shift + end - line.len());
        }
        at = end + 4;
    }
    pdf.extend_from_slice(body.get(..body_end)?);
    let table = pdf.len();
    pdf.extend_from_slice(b"xref\n");
    for (number, offset) in &offsets {
        pdf.extend_from_slice(format!("{number} 1\n{offset:010} 00000 n \n").as_bytes());
    }
    let root = offsets.keys().next()?;
    let size = offsets.keys().next_back()? + 1;
    let trailer =
        format!("trailer\n<< /Size {size} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n");
    pdf.extend_from_slice(trailer.as_bytes());
    let doc = Document::load_mem(&pdf).ok()?;
    let root = doc.catalog().ok()?;
    let fdf = objects::dict(&doc, root, b"FDF")?;
    let mut all = Vec::new();
    for annotation in objects::array(&doc, fdf, b"Annots")?.iter().take(MOST) {
        let Ok((_, object)) = doc.dereference(annotation) else { continue };
        let Some(dict) = objects::as_dict(object) else { continue };
        let page = objects::number(&doc, dict, b"Page").unwrap_or_default();
        if let Some(raw) = one(&doc, dict, page.max(0.0) as usize) {
            let key = match annotation {
                Object::Reference(id) => key(*id),
                _ => String::new(),
            };
            all.push(Raw { key, ..raw });
        }
    }
    Some(all)
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}

/// XFDF (ISO 19444-1): the annotations of a PDF as XML.
pub(crate) fn xfdf(text: &str) -> Option<Vec<Raw>> {
    let document = roxmltree::Document::parse(text).ok()?;
    let annots = document.descendants().find(|n| n.tag_name().name() == "annots")?;
    let mut all = Vec::new();
    for node in annots.children().filter(roxmltree::Node::is_element).take(MOST) {
        let said = |key: &str| node.attribute(key).unwrap_or_default().trim().to_owned();
        let child = |name: &str| node.children().find(|n| n.tag_name().name() == name);
        let kind = match node.tag_name().name() {
            "text" => "Text",
            "highlight" => "Highlight",
            "strikeout" => "StrikeOut",
            "underline" => "Underline",
            "squiggly" => "Squiggly",
            "caret" => "Caret",
            "freetext" => "FreeText",
            "ink" => "Ink",
            "stamp" => "Stamp",
            "square" => "Square",
            "circle" => "Circle",
            "line" => "Line",
            "polygon" => "Polygon",
            "polyline" => "PolyLine",
            "fileattachment" => "FileAttachment",
            _ => continue,
        };
        let contents = child("contents").map(|n| n.text().unwrap_or_default().to_owned());
        let rich = || {
            let words = child("contents-richtext")?.descendants().filter_map(|n| n.text());
            Some(words.collect::<Vec<_>>().join(" "))
        };
        let numbers = |key: &str| -> Vec<f32> {
            said(key).split(',').filter_map(|n| n.trim().parse().ok()).collect()
        };
        let rect = numbers("rect");
        let coords = numbers("coords");
        all.push(Raw {
            key: said("name"),
            name: said("name"),
            kind: kind.to_owned(),
            intent: said("intent"),
            page: said("page").parse().unwrap_or_default(),
            words: contents.or_else(rich).unwrap_or_default().replace('\r', "\n").trim().to_owned(),
            author: said("title"),
            date: Some(said("creationdate"))
                .filter(|d| !d.is_empty())
                .unwrap_or_else(|| said("date")),
            rect: <[f32; 4]>::try_from(rect).unwrap_or_default(),
            quads: coords.chunks_exact(8).map(bounds).collect(),
            reply_to: Some(said("inreplyto")).filter(|r| !r.is_empty()),
            group: said("replyType") == "group",
            state: said("state"),
        });
    }
    Some(all)
}
