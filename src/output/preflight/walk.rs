//! Follows a page's content, operator by operator, with the graphics state that a RIP would have.

use crate::text;
use crate::words::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, RwLock};

use hayro_syntax::content::TypedIter;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::budget::{self, Budget};
use super::colour::{Colour, Kind};
use super::font::Font;
use super::image::Picture;
use super::ink::{Laid, Plates};
use super::ledger::Ledger;
use super::paint::{Judge, Painted};
use super::path::Growing;
use super::state::{Bounds, State};
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

    pub(super) fn picture(
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
    pub active: Vec<ObjectId>,
    /// Whether what is painted lands on the page: not inside patterns and masks.
    pub lands: bool,
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
    pub page: usize,
    pub object: Option<ObjectId>,
    pub colour: Colour,
    pub overprint: bool,
    pub nonzero: bool,
    pub bounds: Bounds,
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
            self.broken(text!("pf-arrays"));
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
            self.broken(text!("pf-to-end"));
        } else if self.stack.len() != depth && !self.tired {
            self.broken(text!("pf-q-match"));
        }
        self.stack.truncate(depth);
    }

    pub(super) fn broken(&mut self, why: Text) {
        self.ledger
            .note(rules::BROKEN_CONTENT, self.page, self.object, || text!("pf-broken", why = why));
    }

    pub(super) fn missing(&mut self, what: Text, name: &[u8]) {
        self.ledger.note(rules::MISSING_RESOURCE, self.page, self.object, || {
            text!("pf-missing", what = what, name = String::from_utf8_lossy(name).into_owned())
        });
    }

    pub(super) fn exhausted(&mut self) {
        self.tired = true;
        self.ledger.note(rules::TOO_LARGE, self.page, self.object, || text!("pf-work"));
    }

    /// An entry of the resources in force.
    pub(super) fn resource(&self, kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        objects::dict(self.shared.doc, self.resources?, kind)?.get(name).ok()
    }

    pub(super) fn resolved(
        &self,
        kind: &[u8],
        name: &[u8],
    ) -> Option<(Option<ObjectId>, &'a Object)> {
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
pub(super) fn named(kind: &Kind) -> String {
    match kind {
        Kind::Cmyk => "DeviceCMYK".to_owned(),
        Kind::Grey => "DeviceGray".to_owned(),
        Kind::All => "Separation All".to_owned(),
        Kind::Spot(name) | Kind::Screen(name) => name.clone(),
        Kind::Pattern => "Pattern".to_owned(),
        Kind::Profiled => "ICCBased CMYK".to_owned(),
    }
}

/// Deepest nesting of brackets outside strings, and of parentheses in them: never less than what a
/// reader would see. Behind the samples of an inline picture strings cannot be told apart, and
/// every bracket counts.
fn nesting(data: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    let (mut string, mut samples) = (0_usize, false);
    let mut at = 0;
    while let Some(byte) = data.get(at) {
        match byte {
            b'\\' if string > 0 => at += 1,
            b'(' if !samples => string += 1,
            b')' if !samples => string = string.saturating_sub(1),
            _ if string > 0 => {}
            b'[' | b'<' | b'(' => depth += 1,
            b']' | b'>' | b')' => depth = depth.saturating_sub(1),
            b'I' if data.get(at + 1) == Some(&b'D') => samples = true,
            _ => {}
        }
        deepest = deepest.max(depth + string);
        at += 1;
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_are_characters() {
        let figures = b"[<0041>-5(<<<<[[[[\\(\\()8(\\\\)]TJ ".repeat(200);
        assert_eq!(nesting(&figures), 2);
        assert_eq!(nesting(&b"[".repeat(90)), 90);
        assert_eq!(nesting(&[&b"([[[[)"[..], &b"<<".repeat(40)].concat()), 80);
    }

    #[test]
    fn a_string_that_an_inline_picture_seems_to_begin_hides_nothing() {
        let hidden = [&b"BI /W 1 ID (\n"[..], &b"[".repeat(500)].concat();
        assert!(nesting(&hidden) > 490);
    }
}
