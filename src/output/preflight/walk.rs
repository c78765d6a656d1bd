//! Follows a page's content, operator by operator, with the graphics state that a RIP would have.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use hayro_syntax::content::TypedIter;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::budget::{self, Budget};
use super::colour::{Colour, Kind, Space};
use super::font::Font;
use super::image::Picture;
use super::ink::{Laid, Plates};
use super::ledger::Ledger;
use super::paint::{Judge, Painted, resolution};
use super::path::Growing;
use super::state::{Bounds, State, transform};
use super::text::Matrices;
use super::{Facts, rules};
use crate::output::pdf::objects;
use crate::output::print::Printer;

/// Put after a stream's end: whoever does not come to it has not read the stream.
const END: &[u8] = b"\nsats-end\n";

/// What all pages share.
pub(super) struct Shared<'a> {
    pub doc: &'a Document,
    pub printer: &'a Printer,
    pub budget: &'a Budget,
    fonts: RwLock<BTreeMap<ObjectId, Arc<Font>>>,
    pictures: RwLock<BTreeMap<ObjectId, Arc<Picture>>>,
}

impl<'a> Shared<'a> {
    pub(super) fn new(doc: &'a Document, printer: &'a Printer, budget: &'a Budget) -> Self {
        Self { doc, printer, budget, fonts: RwLock::default(), pictures: RwLock::default() }
    }

    fn font(&self, id: ObjectId, dict: &Dictionary) -> Arc<Font> {
        if let Some(font) = self.fonts.read().ok().and_then(|fonts| fonts.get(&id).cloned()) {
            return font;
        }
        let font = Arc::new(Font::read(self.doc, dict));
        if let Ok(mut fonts) = self.fonts.write() {
            fonts.insert(id, Arc::clone(&font));
        }
        font
    }

    fn picture(
        &self,
        id: ObjectId,
        stream: &Stream,
        resources: Option<&Dictionary>,
    ) -> Arc<Picture> {
        let known = self.pictures.read().ok().and_then(|pictures| pictures.get(&id).cloned());
        if let Some(picture) = known {
            return picture;
        }
        let picture = Arc::new(Picture::read(self.doc, stream, resources, self.budget));
        if let Ok(mut pictures) = self.pictures.write() {
            pictures.insert(id, Arc::clone(&picture));
        }
        picture
    }

    /// The fonts that the pages have used, for the delivery note.
    pub(super) fn fonts_into(self, facts: &mut Facts) {
        let fonts = self.fonts.into_inner().unwrap_or_default();
        for font in fonts.into_values() {
            let embedded = facts.fonts.entry(font.name.clone()).or_insert(true);
            *embedded &= font.embedded;
        }
    }
}

/// One page being followed.
pub(super) struct Walker<'a> {
    pub shared: &'a Shared<'a>,
    pub page: usize,
    /// The stream that is being read.
    pub object: Option<ObjectId>,
    pub judge: Judge<'a>,
    pub ledger: Ledger,
    pub plates: Option<Plates>,
    pub state: State,
    pub stack: Vec<State>,
    pub path: Growing,
    pub text: Matrices,
    pub resources: Option<&'a Dictionary>,
    /// Forms that are being drawn, to see circles.
    active: Vec<ObjectId>,
    /// Whether what is painted lands on the page: not inside patterns and masks.
    lands: bool,
    /// Something transparent was drawn.
    pub transparent: bool,
    /// Number of things painted, and pictures among them with their extent and resolution.
    pub things: usize,
    pub pictures: Vec<(Bounds, f32)>,
    pub colours: BTreeSet<String>,
    pub tints: BTreeMap<String, String>,
    pub tired: bool,
}

/// What is painted, with its colour held on to.
pub(super) struct Held {
    page: usize,
    object: Option<ObjectId>,
    colour: Colour,
    overprint: bool,
    nonzero: bool,
    bounds: Bounds,
}

impl Held {
    pub(super) fn view(&self) -> Painted<'_> {
        Painted {
            page: self.page,
            object: self.object,
            colour: &self.colour,
            overprint: self.overprint,
            nonzero: self.nonzero,
            bounds: self.bounds,
        }
    }
}

impl<'a> Walker<'a> {
    pub(super) fn new(
        shared: &'a Shared<'a>,
        page: usize,
        judge: Judge<'a>,
        resources: Option<&'a Dictionary>,
        media: Bounds,
    ) -> Self {
        Self {
            shared,
            page,
            object: None,
            plates: Plates::new(judge.frame.bleed),
            judge,
            ledger: Ledger::default(),
            state: State::new(media),
            stack: Vec::new(),
            path: Growing::default(),
            text: Matrices::default(),
            resources,
            active: Vec::new(),
            lands: true,
            transparent: false,
            things: 0,
            pictures: Vec::new(),
            colours: BTreeSet::new(),
            tints: BTreeMap::new(),
            tired: false,
        }
    }

    /// Follows a decoded stream to its end.
    pub(super) fn follow(&mut self, mut data: Vec<u8>) {
        if nesting(&data) > 4 * budget::DEEPEST {
            self.broken("its arrays are nested too deep");
            return;
        }
        data.extend_from_slice(END);
        let depth = self.stack.len();
        let mut operators = TypedIter::new(&data);
        let mut ended = false;
        while let Some(operator) = operators.next() {
            if self.tired || !self.shared.budget.operator() {
                self.exhausted();
                ended = true;
                break;
            }
            ended |= self.operator(&operator);
        }
        if !ended {
            self.broken("it cannot be read to its end");
        } else if self.stack.len() != depth && !self.tired {
            self.broken("its q and Q do not match");
        }
        self.stack.truncate(depth);
    }

    pub(super) fn broken(&mut self, why: &str) {
        self.ledger.note(rules::BROKEN_CONTENT, self.page, self.object, || {
            format!("the page's content is broken: {why}")
        });
    }

    pub(super) fn missing(&mut self, what: &str, name: &[u8]) {
        self.ledger.note(rules::MISSING_RESOURCE, self.page, self.object, || {
            format!("the {what} `{}` is missing", String::from_utf8_lossy(name))
        });
    }

    pub(super) fn exhausted(&mut self) {
        self.tired = true;
        self.ledger.note(rules::TOO_LARGE, self.page, self.object, || {
            "the page takes too much work to be judged to its end".to_owned()
        });
    }

    /// An entry of the resources in force.
    pub(super) fn resource(&self, kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        objects::dict(self.shared.doc, self.resources?, kind)?.get(name).ok()
    }

    fn resolved(&self, kind: &[u8], name: &[u8]) -> Option<(Option<ObjectId>, &'a Object)> {
        self.shared.doc.dereference(self.resource(kind, name)?).ok()
    }

    pub(super) fn font(&self, name: &[u8]) -> Option<Arc<Font>> {
        let (id, object) = self.resolved(b"Font", name)?;
        let dict = objects::as_dict(object)?;
        Some(match id {
            Some(id) => self.shared.font(id, dict),
            None => Arc::new(Font::read(self.shared.doc, dict)),
        })
    }

    /// `gs`.
    pub(super) fn graphics_state(&mut self, name: &[u8]) {
        let Some(dict) =
            self.resolved(b"ExtGState", name).and_then(|(_, object)| objects::as_dict(object))
        else {
            self.missing("graphics state", name);
            return;
        };
        self.transparent |= self.state.apply(self.shared.doc, dict);
        let mask = objects::dict(self.shared.doc, dict, b"SMask");
        if let Some(group) = mask.and_then(|mask| mask.get(b"G").ok()) {
            let (lands, state) = (self.lands, self.state.clone());
            self.lands = false;
            self.form(group, b"soft mask");
            (self.lands, self.state) = (lands, state);
        }
    }

    /// `cs` and `CS`.
    pub(super) fn set_space(&mut self, name: &[u8], stroking: bool) {
        let space = Space::read(self.shared.doc, &Object::Name(name.to_vec()), self.resources);
        if let Space::Tint { names, definition, .. } = &space {
            self.tints.insert(names.join(", "), definition.clone());
        }
        let colour = space.initial();
        if stroking {
            (self.state.stroke_space, self.state.stroke) = (space, colour);
        } else {
            (self.state.fill_space, self.state.fill) = (space, colour);
        }
    }

    /// A device colour: `g`, `rg`, `k` and their like.
    pub(super) fn set_device(&mut self, space: Space, values: &[f32], stroking: bool) {
        let colour = space.ink(values);
        if stroking {
            (self.state.stroke_space, self.state.stroke) = (space, colour);
        } else {
            (self.state.fill_space, self.state.fill) = (space, colour);
        }
    }

    /// `sc`, `scn` and their like.
    pub(super) fn set_colour(&mut self, values: &[f32], pattern: Option<&[u8]>, stroking: bool) {
        let space = if stroking { &self.state.stroke_space } else { &self.state.fill_space };
        let colour = match (pattern, space) {
            (Some(name), Space::Pattern(under)) => {
                let under = under.as_ref().map(|under| under.ink(values));
                self.pattern(name, under)
            }
            (_, space) => space.ink(values),
        };
        if stroking {
            self.state.stroke = colour;
        } else {
            self.state.fill = colour;
        }
    }

    /// A pattern counts by its heaviest ink.
    fn pattern(&mut self, name: &[u8], under: Option<Colour>) -> Colour {
        let none = Colour { ink: [0.0; 4], kind: Kind::Pattern };
        let Some((id, object)) = self.resolved(b"Pattern", name) else {
            self.missing("pattern", name);
            return none;
        };
        if let Object::Stream(stream) = object {
            let heaviest = self.tile(id, stream, under);
            return Colour { ink: heaviest.ink, kind: Kind::Pattern };
        }
        let shading = objects::as_dict(object).and_then(|dict| dict.get(b"Shading").ok());
        match shading {
            Some(shading) => self.shading(shading),
            None => none,
        }
    }

    /// Follows a tile off the page; the heaviest colour that it leaves set.
    fn tile(&mut self, id: Option<ObjectId>, stream: &'a Stream, under: Option<Colour>) -> Colour {
        let fresh = State::new(self.state.clip);
        let before = std::mem::replace(&mut self.state, fresh);
        let lands = std::mem::replace(&mut self.lands, false);
        if let Some(under) = under {
            self.state.fill = under.clone();
            self.state.stroke = under;
        }
        let inside = self.stream(id, stream, None);
        self.lands = lands;
        self.state = before;
        inside
    }

    /// A gradient: its colour space is judged, its heaviest end is its ink.
    pub(super) fn shading(&mut self, shading: &Object) -> Colour {
        let doc = self.shared.doc;
        let none = Colour { ink: [0.0; 4], kind: Kind::Pattern };
        let Some(dict) = doc.dereference(shading).ok().and_then(|(_, dict)| objects::as_dict(dict))
        else {
            return none;
        };
        let Some(space) = dict.get(b"ColorSpace").ok() else { return none };
        let space = Space::read(doc, space, self.resources);
        let mut ends = Vec::new();
        if let Ok(function) = dict.get(b"Function") {
            stops(doc, function, &space, 0, &mut ends);
        }
        let initial = space.initial();
        let heaviest =
            ends.into_iter().max_by(|a, b| a.sum().total_cmp(&b.sum())).unwrap_or(initial);
        // A gradient in ink is a pattern; one in another space is judged as that.
        let kind = match heaviest.kind {
            Kind::Cmyk | Kind::Grey => {
                self.colours.insert(named(&heaviest.kind));
                Kind::Pattern
            }
            other => other,
        };
        Colour { ink: heaviest.ink, kind }
    }

    /// `Do`.
    pub(super) fn draw(&mut self, name: &[u8]) {
        let Some(object) = self.resource(b"XObject", name) else {
            self.missing("picture or form", name);
            return;
        };
        let Some((id, stream)) = self
            .shared
            .doc
            .dereference(object)
            .ok()
            .and_then(|(id, object)| Some((id, object.as_stream().ok()?)))
        else {
            self.missing("picture or form", name);
            return;
        };
        match objects::name(self.shared.doc, &stream.dict, b"Subtype") {
            Some(b"Image") => {
                let picture = match id {
                    Some(id) => self.shared.picture(id, stream, self.resources),
                    None => return,
                };
                self.transparent |= stream.dict.has(b"SMask");
                self.paint_picture(&picture, id);
            }
            Some(b"Form") => self.form(object, name),
            _ => {}
        }
    }

    /// Draws a form, in the state in force.
    fn form(&mut self, object: &'a Object, name: &[u8]) {
        let doc = self.shared.doc;
        let Some((id, stream)) = doc
            .dereference(object)
            .ok()
            .and_then(|(id, object)| Some((id, object.as_stream().ok()?)))
        else {
            self.missing("form", name);
            return;
        };
        let before = self.state.clone();
        let matrix = numbers(doc, &stream.dict, b"Matrix");
        if let Some(matrix) = matrix {
            self.state.ctm = self.state.ctm.pre_concat(transform(matrix));
        }
        if let Some([x0, y0, x1, y1]) = numbers::<4>(doc, &stream.dict, b"BBox") {
            let inside = Bounds::of([(x0, y0), (x1, y1)]).map(|all| all.mapped(self.state.ctm));
            self.state.clip = inside.map_or(self.state.clip, |all| self.state.clip.and(&all));
        }
        let _ = self.stream(id, stream, self.resources);
        self.state = before;
    }

    /// Follows the stream of a form or tile; the heaviest colour that it sets.
    fn stream(
        &mut self,
        id: Option<ObjectId>,
        stream: &'a Stream,
        around: Option<&'a Dictionary>,
    ) -> Colour {
        let doc = self.shared.doc;
        let circle = id.is_some_and(|id| self.active.contains(&id));
        if circle || self.active.len() >= budget::DEEPEST {
            self.broken(if circle { "a form draws itself" } else { "forms are nested too deep" });
            return Colour { ink: [0.0; 4], kind: Kind::Pattern };
        }
        if !self.shared.budget.form() {
            self.exhausted();
            return Colour { ink: [0.0; 4], kind: Kind::Pattern };
        }
        let decoded = stream.get_plain_content_with_limit(budget::MOST_DECODED).ok();
        let Some(data) = decoded.filter(|data| self.shared.budget.decoded(data.len())) else {
            self.broken("a form or pattern cannot be decoded");
            return Colour { ink: [0.0; 4], kind: Kind::Pattern };
        };
        let own = objects::dict(doc, &stream.dict, b"Resources").or(around);
        let resources = std::mem::replace(&mut self.resources, own);
        let object = std::mem::replace(&mut self.object, id);
        let text = std::mem::take(&mut self.text);
        let path = std::mem::take(&mut self.path);
        let stack = std::mem::take(&mut self.stack);
        self.active.push(id.unwrap_or_default());
        self.follow(data);
        self.active.pop();
        (self.resources, self.object, self.text) = (resources, object, text);
        (self.path, self.stack) = (path, stack);
        let (fill, stroke) = (&self.state.fill, &self.state.stroke);
        if fill.sum() > stroke.sum() { fill.clone() } else { stroke.clone() }
    }

    pub(super) fn paint_picture(&mut self, picture: &Picture, id: Option<ObjectId>) {
        let unit = Bounds { x0: 0.0, y0: 0.0, x1: 1.0, y1: 1.0 };
        let bounds = unit.mapped(self.state.ctm).and(&self.state.clip);
        self.counts(&bounds);
        if bounds.is_empty() {
            return;
        }
        let mut held = self.painted(false, bounds);
        held.object = id.or(self.object);
        if let (false, Some(kind)) = (picture.stencil, &picture.kind) {
            held.colour = Colour { ink: [0.0; 4], kind: kind.clone() };
            // Judged by its own pixels, never as white.
            if matches!(kind, Kind::Cmyk | Kind::Grey) {
                self.colours.insert(named(kind));
                held.colour.kind = Kind::Pattern;
            }
        }
        let t = self.state.ctm;
        let side = |x: f32, y: f32, count: usize| {
            (x * x + y * y).sqrt() / f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX))
        };
        let pixel = (side(t.sx, t.ky, picture.width), side(t.kx, t.sy, picture.height));
        self.judge.picture(&held.view(), picture, pixel, &mut self.ledger);
        if self.lands {
            self.pictures.push((bounds, resolution(pixel)));
        }
        let mut laid = self.laid(false);
        if picture.stencil {
            // About half of a stencil's pixels paint.
            laid.alpha *= 0.5;
            let ink = laid.ink;
            self.lay(&bounds, |plates, clip| plates.picture(t, clip, &laid, |_, _| Some(ink)));
        } else {
            laid.overprint = false;
            if picture.masked {
                // Through its mask a picture lets at most its own ink be added.
                laid.multiply = true;
            }
            self.lay(&bounds, |plates, clip| {
                plates.picture(t, clip, &laid, |u, v| picture.ink(u, v));
            });
        }
    }

    /// Notes that something was painted on the page and not among the marks, for empty pages and pages that are one picture.
    pub(super) fn counts(&mut self, bounds: &Bounds) {
        if self.lands && bounds.touches(&self.judge.frame.bleed) {
            self.things += 1;
        }
    }

    /// What is painted now.
    pub(super) fn painted(&mut self, stroking: bool, bounds: Bounds) -> Held {
        let state = &self.state;
        let (colour, overprint) = if stroking {
            (state.stroke.clone(), state.overprint_stroke)
        } else {
            (state.fill.clone(), state.overprint_fill)
        };
        if colour.kind != Kind::Pattern {
            self.colours.insert(named(&colour.kind));
        }
        Held {
            page: self.page,
            object: self.object,
            colour,
            overprint,
            nonzero: state.nonzero,
            bounds,
        }
    }

    /// How ink is laid now.
    pub(super) fn laid(&self, stroking: bool) -> Laid {
        let state = &self.state;
        let (colour, alpha, overprint) = if stroking {
            (&state.stroke, state.stroke_alpha, state.overprint_stroke)
        } else {
            (&state.fill, state.fill_alpha, state.overprint_fill)
        };
        // With mode 0 a zero of DeviceCMYK knocks out.
        let keeps = state.nonzero || colour.kind != Kind::Cmyk;
        Laid { ink: colour.ink, alpha, overprint: overprint && keeps, multiply: state.multiply }
    }

    /// Lays ink on the page, within the budget.
    pub(super) fn lay(&mut self, bounds: &Bounds, lay: impl FnOnce(&mut Plates, &Bounds)) {
        let Some(plates) = self.plates.as_mut().filter(|_| self.lands) else { return };
        let reach = plates.reach(&bounds.and(&self.state.clip));
        if self.shared.budget.pixels(reach) {
            lay(plates, &self.state.clip);
        } else {
            self.exhausted();
        }
    }
}

/// What a kind of colour is called in the delivery note.
fn named(kind: &Kind) -> String {
    match kind {
        Kind::Cmyk => "DeviceCMYK".to_owned(),
        Kind::Grey => "DeviceGray".to_owned(),
        Kind::All => "Separation All".to_owned(),
        Kind::Spot(name) | Kind::Screen(name) => name.clone(),
        Kind::Pattern => "Pattern".to_owned(),
        Kind::Profiled => "ICCBased CMYK".to_owned(),
    }
}

/// The colours at a gradient's stops.
fn stops(doc: &Document, function: &Object, space: &Space, depth: usize, ends: &mut Vec<Colour>) {
    let function = doc.dereference(function).ok();
    let Some(dict) = function.and_then(|(_, function)| objects::as_dict(function)) else { return };
    if depth > 4 || ends.len() > 10_000 {
        return;
    }
    for key in [&b"C0"[..], b"C1"] {
        let values = objects::array(doc, dict, key).and_then(|all| objects::numbers(doc, all));
        ends.extend(values.map(|values| space.ink(&values)));
    }
    for part in objects::array(doc, dict, b"Functions").unwrap_or_default() {
        stops(doc, part, space, depth + 1, ends);
    }
}

fn numbers<const N: usize>(doc: &Document, dict: &Dictionary, key: &[u8]) -> Option<[f32; N]> {
    objects::numbers(doc, objects::array(doc, dict, key)?)?.try_into().ok()
}

/// Deepest nesting of brackets, strings not told apart: never less than it is.
fn nesting(data: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    for byte in data {
        match byte {
            b'[' | b'<' | b'(' => depth += 1,
            b']' | b'>' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}
