//! Which colour is set: graphics states, colour spaces, patterns and shadings as the walk meets them.

use crate::text;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::colour::{Colour, Kind, Space};
use super::state::State;
use super::walk::{Walker, named};
use crate::output::pdf::objects;

impl<'a> Walker<'a> {
    /// `gs`.
    pub(super) fn graphics_state(&mut self, name: &[u8]) {
        let Some(dict) =
            self.resolved(b"ExtGState", name).and_then(|(_, object)| objects::as_dict(object))
        else {
            self.missing(text!("pf-graphics-state"), name);
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
    pub(super) fn pattern(&mut self, name: &[u8], under: Option<Colour>) -> Colour {
        let none = Colour { ink: [0.0; 4], kind: Kind::Pattern };
        let Some((id, object)) = self.resolved(b"Pattern", name) else {
            self.missing(text!("pf-pattern"), name);
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
    pub(super) fn tile(
        &mut self,
        id: Option<ObjectId>,
        stream: &'a Stream,
        under: Option<Colour>,
    ) -> Colour {
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

pub(super) fn numbers<const N: usize>(
    doc: &Document,
    dict: &Dictionary,
    key: &[u8],
) -> Option<[f32; N]> {
    objects::numbers(doc, objects::array(doc, dict, key)?)?.try_into().ok()
}
