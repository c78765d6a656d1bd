//! Every content stream, picture, shading and group that the pages reach, each once: found, worked
//! on in parallel, put back in order.

use crate::text;
use crate::words::{Text, plain};
use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use rayon::prelude::*;

use super::colour::Inks;
use super::resources::{self, Home};
use super::stream::{self, Input, Output, Start};
use super::{codes, image, shading};
use crate::finding::Finding;
use crate::output::pdf::{flate, objects};

/// An affine map as PDF writes it: `[a b c d e f]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub [f32; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This map first, then the other.
    pub(super) fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, next.0);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    pub(super) fn apply(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How much larger lengths become, on the mean.
    pub(super) fn scale(self) -> f32 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }

    /// How much taller an upright unit becomes: the size of text.
    pub(super) fn height(self) -> f32 {
        let [_, _, c, d, ..] = self.0;
        (c * c + d * d).sqrt()
    }
}

/// One content stream to rewrite.
#[derive(Debug, Clone)]
struct Job {
    /// The stream's object; the page's for a page.
    id: ObjectId,
    /// 1-based page on which it was first met.
    page: usize,
    is_page: bool,
    start: Start,
    matrix: Matrix,
    /// Where its resources are.
    home: Home,
}

/// Makes everything the pages reach into ink.
pub(super) fn recolour(
    doc: &mut Document,
    pages: &[ObjectId],
    inks: &Inks,
) -> Result<(), Vec<Finding>> {
    let mut reached = Reached::default();
    let mut jobs: Vec<Job> = pages
        .iter()
        .enumerate()
        .map(|(at, &id)| Job {
            id,
            page: at + 1,
            is_page: true,
            start: Start::Default,
            matrix: Matrix::IDENTITY,
            home: resources::of_page(doc, id),
        })
        .collect();
    let states = resources::Overprint::new(doc);
    while !jobs.is_empty() {
        jobs = level(doc, &jobs, inks, &states, &mut reached)?;
    }
    shading::convert(doc, &reached.shadings, inks)?;
    image::convert(doc, &reached.images, inks)?;
    for home in &reached.homes {
        resources::finish(doc, *home, &states);
    }
    for group in &reached.groups {
        ink_group(doc, *group);
    }
    page_groups(doc, pages);
    Ok(())
}

/// What has been reached beside content streams, in the order of their ids; a page each, for
/// messages.
#[derive(Debug, Default)]
struct Reached {
    streams: BTreeSet<ObjectId>,
    homes: BTreeSet<Home>,
    shadings: BTreeMap<ObjectId, usize>,
    images: BTreeMap<ObjectId, usize>,
    groups: BTreeSet<ObjectId>,
}

/// Rewrites these streams and says which ones they lead to.
fn level(
    doc: &mut Document,
    jobs: &[Job],
    inks: &Inks,
    states: &resources::Overprint,
    reached: &mut Reached,
) -> Result<Vec<Job>, Vec<Finding>> {
    let shared = &*doc;
    let done: Vec<Result<(Vec<u8>, Output), Finding>> = jobs
        .par_iter()
        .map(|job| {
            let output = one(shared, job, inks, states)?;
            Ok((packed(&output.bytes), output))
        })
        .collect();
    let mut next = Vec::new();
    let mut findings = Vec::new();
    for (job, result) in jobs.iter().zip(done) {
        match result {
            Ok((packed, output)) => {
                if reached.homes.insert(job.home) || !output.drawn.is_empty() {
                    discover(doc, job, &output, reached, &mut next);
                }
                put_back(doc, job, packed);
            }
            Err(finding) => findings.push(finding),
        }
    }
    if findings.is_empty() { Ok(next) } else { Err(findings) }
}

fn one(
    doc: &Document,
    job: &Job,
    inks: &Inks,
    states: &resources::Overprint,
) -> Result<Output, Finding> {
    let refuse = |code, what: Text| {
        let mut finding =
            Finding::error(code, text!("print-content", page = plain(job.page), what = what));
        finding.page = Some(job.page);
        finding
    };
    let data = if job.is_page {
        doc.get_page_content(job.id)
    } else {
        let stream = doc.get_object(job.id).and_then(Object::as_stream);
        stream.and_then(Stream::get_plain_content).map_err(|err| {
            refuse(codes::UNREADABLE.code, text!("print-unread-why", why = err.to_string()))
        })?
    };
    let dict = job.home.dict(doc);
    let spaces = dict.map(|dict| resources::spaces(doc, dict)).unwrap_or_default();
    let input = Input {
        data: &data,
        spaces: &spaces,
        start: job.start,
        matrix: job.matrix,
        prefix: states.prefix(),
    };
    stream::rewrite(&input, inks)
        .map_err(|what| refuse(codes::COLOUR.code, what).hint(text!("print-content-hint")))
}

/// Notes what the stream's resources lead to.
fn discover(
    doc: &Document,
    job: &Job,
    output: &Output,
    reached: &mut Reached,
    next: &mut Vec<Job>,
) {
    let Some(resources) = job.home.dict(doc) else { return };
    let mut form =
        |id: ObjectId, matrix: Matrix, start: Start, home: Home, reached: &mut Reached| {
            if reached.streams.insert(id) {
                next.push(Job { id, page: job.page, is_page: false, start, matrix, home });
            }
        };
    for (name, object) in objects::resources(doc, resources, b"XObject") {
        let Some(id) = objects::id(object) else { continue };
        let Some(dict) = doc.get_object(id).ok().and_then(objects::as_dict) else { continue };
        match objects::name(doc, dict, b"Subtype") {
            Some(b"Image") => drop(reached.images.entry(id).or_insert(job.page)),
            Some(b"Form") => {
                if dict.has(b"Group") {
                    reached.groups.insert(id);
                }
                let drawn = output.drawn.iter().find(|(drawn, _)| drawn == name);
                let matrix = drawn.map_or(job.matrix, |(_, matrix)| *matrix);
                let own = own_matrix(doc, dict).then(matrix);
                form(id, own, Start::Inherited, resources::of_stream(doc, id, job.home), reached);
            }
            _ => {}
        }
    }
    for (_, object) in objects::resources(doc, resources, b"Pattern") {
        let Some(id) = objects::id(object) else { continue };
        let Some(pattern) = doc.get_object(id).ok() else { continue };
        match pattern {
            Object::Stream(stream) => {
                let matrix = own_matrix(doc, &stream.dict);
                let home = resources::of_stream(doc, id, job.home);
                form(id, matrix, Start::Default, home, reached);
            }
            Object::Dictionary(dict) => {
                if let Some(shading) = dict.get(b"Shading").ok().and_then(objects::id) {
                    reached.shadings.entry(shading).or_insert(job.page);
                }
            }
            _ => {}
        }
    }
    for (_, object) in objects::resources(doc, resources, b"Shading") {
        if let Some(id) = objects::id(object) {
            reached.shadings.entry(id).or_insert(job.page);
        }
    }
    for (_, object) in objects::resources(doc, resources, b"ExtGState") {
        let state = doc.dereference(object).ok().and_then(|(_, object)| objects::as_dict(object));
        let mask = state.and_then(|state| objects::dict(doc, state, b"SMask"));
        if let Some(id) = mask.and_then(|mask| mask.get(b"G").ok()).and_then(objects::id) {
            reached.groups.insert(id);
            let dict = doc.get_object(id).ok().and_then(objects::as_dict);
            let own = dict.map_or(Matrix::IDENTITY, |dict| own_matrix(doc, dict));
            let home = resources::of_stream(doc, id, job.home);
            form(id, own.then(job.matrix), Start::Inherited, home, reached);
        }
    }
    for (_, object) in objects::resources(doc, resources, b"Font") {
        let Some(id) = objects::id(object) else { continue };
        let Some(font) = doc.get_object(id).ok().and_then(objects::as_dict) else { continue };
        if objects::name(doc, font, b"Subtype") != Some(b"Type3") {
            continue;
        }
        let glyphs = objects::dict(doc, font, b"CharProcs");
        for (_, glyph) in glyphs.into_iter().flat_map(Dictionary::iter) {
            if let Some(glyph) = objects::id(glyph) {
                let home = resources::of_font(doc, id, job.home);
                form(glyph, Matrix::IDENTITY, Start::Inherited, home, reached);
            }
        }
    }
}

pub(super) fn own_matrix(doc: &Document, dict: &Dictionary) -> Matrix {
    let values = objects::array(doc, dict, b"Matrix").and_then(|all| objects::numbers(doc, all));
    values.and_then(|all| all.try_into().ok()).map_or(Matrix::IDENTITY, Matrix)
}

fn put_back(doc: &mut Document, job: &Job, packed: Vec<u8>) {
    if job.is_page {
        let mut dict = Dictionary::new();
        dict.set("Filter", "FlateDecode");
        let id = doc.add_object(Stream::new(dict, packed));
        if let Ok(page) = doc.get_dictionary_mut(job.id) {
            page.set("Contents", id);
        }
    } else if let Ok(Object::Stream(stream)) = doc.get_object_mut(job.id) {
        stream.dict.remove(b"DecodeParms");
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
}

/// Compressed.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    flate::packed(bytes, super::LEVEL)
}

/// A transparency group blends in ink.
fn ink_group(doc: &mut Document, id: ObjectId) {
    let Ok(object) = doc.get_object(id) else { return };
    let Some(dict) = objects::as_dict(object) else { return };
    let Some(group) = objects::dict(doc, dict, b"Group") else { return };
    let mut group = group.clone();
    group.set("CS", "DeviceCMYK");
    if let Some(dict) = doc.get_object_mut(id).ok().and_then(objects::as_dict_mut) {
        dict.set("Group", group);
    }
}

/// A page with transparency blends in ink too; one without needs no group.
fn page_groups(doc: &mut Document, pages: &[ObjectId]) {
    for &id in pages {
        let home = resources::of_page(doc, id);
        let transparent = home
            .dict(doc)
            .is_some_and(|dict| resources::has_transparency(doc, dict, &mut BTreeSet::new()));
        let Ok(page) = doc.get_dictionary_mut(id) else { continue };
        page.remove(b"Group");
        if transparent {
            let mut group = Dictionary::new();
            group.set("Type", "Group");
            group.set("S", "Transparency");
            group.set("CS", "DeviceCMYK");
            page.set("Group", group);
        }
    }
}
