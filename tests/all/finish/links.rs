//! What is pressed is large enough, or far enough from the next (WCAG 2.2, 2.5.8).

use lopdf::{Document, Object, ObjectId};
use sats::output::pdf::objects;

use super::heard::{File, Heard, Part};

/// Least width and height, pt: 24 CSS px.
const SIDE: f32 = 18.0;

/// Left, bottom, right, top.
type Area = [f32; 4];

/// A link on a page.
struct Target {
    /// Its lines.
    lines: Vec<Area>,
    says: String,
    /// Part of a sentence, or beside other words in its line.
    inline: bool,
}

impl Target {
    /// All that it takes up.
    fn bounds(&self) -> Area {
        let side = |at: usize, pick: fn(f32, f32) -> f32| {
            self.lines.iter().map(|line| line[at]).reduce(pick).expect("a line")
        };
        [side(0, f32::min), side(1, f32::min), side(2, f32::max), side(3, f32::max)]
    }

    fn middle(&self) -> (f32, f32) {
        let [left, bottom, right, top] = self.bounds();
        (f32::midpoint(left, right), f32::midpoint(bottom, top))
    }

    fn is_large(&self) -> bool {
        let [left, bottom, right, top] = self.bounds();
        // A hundredth is what places are written with.
        right - left >= SIDE - 0.01 && top - bottom >= SIDE - 0.01
    }

    /// Whether a circle around the middle of this one meets the other, or the circle around a small
    /// other one.
    fn meets(&self, other: &Self) -> bool {
        let (x, y) = self.middle();
        let apart = |line: &Area| {
            let across = (line[0] - x).max(x - line[2]).max(0.0);
            let up = (line[1] - y).max(y - line[3]).max(0.0);
            across.hypot(up)
        };
        let (other_x, other_y) = other.middle();
        let small = !other.is_large() && (x - other_x).hypot(y - other_y) < SIDE - 0.05;
        small || other.lines.iter().any(|line| apart(line) < SIDE / 2.0 - 0.05)
    }
}

/// Links that are too small, and too near to others.
pub(super) fn crowded(file: &File) -> Vec<String> {
    let mut pages: Vec<Vec<Target>> = Vec::new();
    gather(&file.doc, &file.root, Line::default(), &mut pages);
    let mut found = Vec::new();
    for (page, targets) in pages.iter().enumerate() {
        for (at, target) in targets.iter().enumerate() {
            let near = |(other_at, other): (usize, &Target)| at != other_at && target.meets(other);
            if !target.inline && !target.is_large() && targets.iter().enumerate().any(near) {
                found.push(format!("page {}: {}", page + 1, target.says));
            }
        }
    }
    found
}

/// How many links there are, and how many of them stand in a line with other words.
pub(super) fn counted(file: &File) -> (usize, usize) {
    let mut pages: Vec<Vec<Target>> = Vec::new();
    gather(&file.doc, &file.root, Line::default(), &mut pages);
    let all: Vec<&Target> = pages.iter().flatten().collect();
    (all.len(), all.iter().filter(|target| target.inline).count())
}

/// The section whose tables are evidence: rows of numbers, which are as high as those.
const EVIDENCE: &str = "Tværgående indsigter";

/// Where links stand.
#[derive(Clone, Copy, Default)]
struct Line {
    /// The line says more than they do.
    inline: bool,
    /// They stand in the section of evidence.
    evidence: bool,
}

/// The links in a tag.
fn gather(doc: &Document, tag: &Heard, mut at: Line, pages: &mut Vec<Vec<Target>>) {
    let kind = tag.kind.as_str();
    at.evidence |= tag.tags().any(|kid| kid.kind == "H1" && kid.words().contains(EVIDENCE));
    if ["P", "LBody", "TD", "TH", "Note", "Caption", "TOCI"].contains(&kind) {
        at.inline = says_more(tag) || at.evidence;
    }
    for object in &tag.annotations {
        let dict = doc.get_dictionary(*object).expect("an annotation");
        let page = file_page(doc, *object);
        let says = dict.get(b"Contents").ok().and_then(objects::text).unwrap_or_default();
        pages.resize_with(pages.len().max(page + 1), Vec::new);
        pages[page].push(Target { lines: lines(doc, *object), says, inline: at.inline });
    }
    tag.tags().for_each(|kid| gather(doc, kid, at, pages));
}

/// Whether words stand in a tag outside of links.
fn says_more(tag: &Heard) -> bool {
    tag.kids.iter().any(|part| match part {
        Part::Text(text) => text.chars().any(char::is_alphanumeric),
        Part::Tag(kid) => kid.kind != "Link" && is_part(kid) && says_more(kid),
    })
}

/// Whether a tag stands in a line of the one that holds it.
fn is_part(tag: &Heard) -> bool {
    ["Span", "Strong", "Em", "Reference", "Quote"].contains(&tag.kind.as_str())
}

fn file_page(doc: &Document, annotation: ObjectId) -> usize {
    let holds = |page: &ObjectId| {
        let dict = doc.get_dictionary(*page).expect("a page");
        let all = objects::array(doc, dict, b"Annots").unwrap_or_default();
        all.iter().any(|object| objects::id(object) == Some(annotation))
    };
    doc.page_iter().position(|page| holds(&page)).expect("the page of an annotation")
}

fn lines(doc: &Document, annotation: ObjectId) -> Vec<Area> {
    let dict = doc.get_dictionary(annotation).expect("an annotation");
    let numbers = |key: &[u8]| {
        let values = dict.get(key).and_then(Object::as_array).ok()?;
        objects::numbers(doc, values)
    };
    let around = |corners: &[f32]| {
        let side = |at: usize, pick: fn(f32, f32) -> f32| {
            corners.iter().copied().skip(at).step_by(2).reduce(pick).expect("a corner")
        };
        [side(0, f32::min), side(1, f32::min), side(0, f32::max), side(1, f32::max)]
    };
    match numbers(b"QuadPoints") {
        Some(points) => points.chunks_exact(8).map(around).collect(),
        None => vec![around(&numbers(b"Rect").expect("a place"))],
    }
}
