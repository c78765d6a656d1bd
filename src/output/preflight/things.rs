//! What is painted by name: pictures and forms.

use crate::text;
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::budget;
use super::colour::{Colour, Kind};
use super::image::Picture;
use super::paint::resolution;
use super::state::{Bounds, transform};
use super::tints::numbers;
use super::walk::{Walker, named};
use crate::output::pdf::objects;

impl<'a> Walker<'a> {
    /// `Do`.
    pub(super) fn draw(&mut self, name: &[u8]) {
        let Some(object) = self.resource(b"XObject", name) else {
            self.missing(text!("pf-picture-or-form"), name);
            return;
        };
        let Some((id, stream)) = self
            .shared
            .doc
            .dereference(object)
            .ok()
            .and_then(|(id, object)| Some((id, object.as_stream().ok()?)))
        else {
            self.missing(text!("pf-picture-or-form"), name);
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
    pub(super) fn form(&mut self, object: &'a Object, name: &[u8]) {
        let doc = self.shared.doc;
        let Some((id, stream)) = doc
            .dereference(object)
            .ok()
            .and_then(|(id, object)| Some((id, object.as_stream().ok()?)))
        else {
            self.missing(text!("pf-a-form"), name);
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
    pub(super) fn stream(
        &mut self,
        id: Option<ObjectId>,
        stream: &'a Stream,
        around: Option<&'a Dictionary>,
    ) -> Colour {
        let doc = self.shared.doc;
        let circle = id.is_some_and(|id| self.active.contains(&id));
        if circle || self.active.len() >= budget::DEEPEST {
            self.broken(if circle { text!("pf-circle") } else { text!("pf-forms-deep") });
            return Colour { ink: [0.0; 4], kind: Kind::Pattern };
        }
        if !self.shared.budget.form() {
            self.exhausted();
            return Colour { ink: [0.0; 4], kind: Kind::Pattern };
        }
        let decoded = stream.get_plain_content_with_limit(budget::MOST_DECODED).ok();
        let Some(data) = decoded.filter(|data| self.shared.budget.decoded(data.len())) else {
            self.broken(text!("pf-decoded"));
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
}
