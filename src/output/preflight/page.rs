//! One page: its frame, its content, and what is left when it is through.

use crate::text;
use std::collections::{BTreeMap, BTreeSet};

use hayro_syntax::content::Operator;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Name, Number, Object as Operand, Stream};
use lopdf::{Dictionary, Document, Object, ObjectId};
use tiny_skia::FillRule;

use super::boxes::Boxes;
use super::colour::Space;
use super::image::Picture;
use super::ledger::{Ledger, rounded};
use super::paint::{Frame, Judge};
use super::state::{Bounds, transform};
use super::text::Matrices;
use super::walk::{Shared, Walker};
use super::{budget, rules, scan};
use crate::limits;
use crate::output::pdf::boxes::{MM, Rect};
use crate::output::pdf::objects;
use crate::output::print::Printer;

/// Most states on the stack of `q`.
const MOST_STATES: usize = limits::PDF_STATES;

/// What came of a page.
pub(super) struct Judged {
    pub ledger: Ledger,
    /// Nothing is painted on it.
    pub empty: bool,
    /// Ink in the heaviest square, percent.
    pub ink: f32,
    pub colours: BTreeSet<String>,
    /// Spot colours with their definitions.
    pub tints: BTreeMap<String, String>,
}

/// Judges a page's content.
pub(super) fn judge(shared: &Shared<'_>, id: ObjectId, page: usize) -> Judged {
    let doc = shared.doc;
    let dict = doc.get_dictionary(id).ok();
    let (frame, media) = frame(doc, dict, shared.printer);
    let judge = Judge { printer: shared.printer, frame };
    let resources = dict.and_then(|dict| inherited(doc, dict));
    let mut walker = Walker::new(shared, page, judge, resources, media);
    walker.object = Some(id);
    match doc.get_page_content_with_limit(id, budget::MOST_DECODED) {
        Ok(data) if shared.budget.decoded(data.len()) => walker.follow(data),
        _ => walker.exhausted(),
    }
    finish(walker, doc, dict)
}

fn finish(mut walker: Walker<'_>, doc: &Document, dict: Option<&Dictionary>) -> Judged {
    let page = walker.page;
    let group = dict.and_then(|dict| objects::dict(doc, dict, b"Group"));
    if walker.transparent && group.is_none_or(|group| !group.has(b"CS")) {
        walker.ledger.note(rules::NO_PAGE_GROUP, page, walker.object, || text!("pf-no-group"));
    }
    if let (1, &[(bounds, ppi)]) = (walker.things, walker.pictures.as_slice()) {
        walker.judge.full_page(page, &bounds, ppi, &mut walker.ledger);
    }
    let ink = walker.plates.as_ref().map_or(0.0, super::ink::Plates::heaviest);
    let limit = walker.judge.printer.profile.farve.farvemaengde;
    if ink > limit + 0.5 {
        walker.ledger.note(rules::INK, page, None, || {
            text!("pf-ink", ink = rounded(ink, 0), limit = rounded(limit, 0))
        });
    }
    Judged {
        empty: walker.things == 0,
        ledger: walker.ledger,
        ink,
        colours: walker.colours,
        tints: walker.tints,
    }
}

fn frame(doc: &Document, dict: Option<&Dictionary>, printer: &Printer) -> (Frame, Bounds) {
    let boxes = dict.map(|dict| Boxes::read(doc, dict));
    let none = Rect { x0: 0.0, y0: 0.0, x1: 0.0, y1: 0.0 };
    let media = boxes.as_ref().and_then(|boxes| boxes.media).unwrap_or(none);
    let trim = boxes.as_ref().and_then(|boxes| boxes.trim).unwrap_or(media);
    let bleed = boxes.as_ref().and_then(|boxes| boxes.bleed).unwrap_or(trim);
    let bounds = |rect: Rect| Bounds { x0: rect.x0, y0: rect.y0, x1: rect.x1, y1: rect.y1 };
    let safe = bounds(trim).grown(-printer.profile.sikkerhed_mm * MM);
    (Frame { bleed: bounds(bleed), trim: bounds(trim), safe }, bounds(media))
}

/// A page's resources, or those it inherits.
fn inherited<'a>(doc: &'a Document, page: &'a Dictionary) -> Option<&'a Dictionary> {
    let mut node = page;
    for _ in 0..32 {
        if let Some(resources) = objects::dict(doc, node, b"Resources") {
            return Some(resources);
        }
        node = objects::dict(doc, node, b"Parent")?;
    }
    None
}

impl Walker<'_> {
    /// One operator; whether it was the end of the stream.
    pub(super) fn operator(&mut self, op: &Op<'_, '_>) -> bool {
        match op {
            Op::Fallback(name) if is_end(name) => return true,
            Op::Fallback(name) => {
                let name = operator_name(name);
                self.broken(text!("pf-operator", name = name));
            }
            _ => self.state_operator(op),
        }
        false
    }

    fn state_operator(&mut self, op: &Op<'_, '_>) {
        match op {
            Op::SaveState(_) if self.stack.len() >= MOST_STATES => {
                self.broken(text!("pf-q-deep"));
                self.tired = true;
            }
            Op::SaveState(_) => self.stack.push(self.state.clone()),
            Op::RestoreState(_) => match self.stack.pop() {
                Some(state) => self.state = state,
                None => self.broken(text!("pf-q")),
            },
            Op::Transform(m) => {
                let matrix = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(Number::as_f32);
                self.state.ctm = self.state.ctm.pre_concat(transform(matrix));
            }
            Op::LineWidth(width) => self.state.width = width.0.as_f32(),
            Op::SetGraphicsState(name) => self.graphics_state(name.0.as_ref()),
            Op::RenderingIntent(intent) if !scan::is_rendering_intent(intent.0.as_ref()) => {
                self.ledger.note(rules::INTENT_NAME, self.page, self.object, || {
                    text!("pf-intent-name", name = intent.0.as_str())
                });
            }
            _ => self.colour_operator(op),
        }
    }

    fn colour_operator(&mut self, op: &Op<'_, '_>) {
        let plain = |numbers: &[Number]| numbers.iter().map(Number::as_f32).collect::<Vec<_>>();
        let named = |name: Option<&Name<'_>>| name.map(|name| name.as_ref().to_vec());
        let rgb = || Space::Screen { name: "DeviceRGB".to_owned(), components: 3 };
        match op {
            Op::ColorSpaceStroke(name) => self.set_space(name.0.as_ref(), true),
            Op::ColorSpaceNonStroke(name) => self.set_space(name.0.as_ref(), false),
            Op::StrokeColor(c) => self.set_colour(&plain(&c.0), None, true),
            Op::NonStrokeColor(c) => self.set_colour(&plain(&c.0), None, false),
            Op::StrokeColorNamed(c) => {
                self.set_colour(&plain(&c.0), named(c.1).as_deref(), true);
            }
            Op::NonStrokeColorNamed(c) => {
                self.set_colour(&plain(&c.0), named(c.1).as_deref(), false);
            }
            Op::StrokeColorDeviceGray(c) => self.set_device(Space::Grey, &[c.0.as_f32()], true),
            Op::NonStrokeColorDeviceGray(c) => {
                self.set_device(Space::Grey, &[c.0.as_f32()], false);
            }
            Op::StrokeColorDeviceRgb(c) => {
                self.set_device(rgb(), &plain(&[c.0, c.1, c.2]), true);
            }
            Op::NonStrokeColorDeviceRgb(c) => {
                self.set_device(rgb(), &plain(&[c.0, c.1, c.2]), false);
            }
            Op::StrokeColorCmyk(c) => {
                self.set_device(Space::Cmyk, &plain(&[c.0, c.1, c.2, c.3]), true);
            }
            Op::NonStrokeColorCmyk(c) => {
                self.set_device(Space::Cmyk, &plain(&[c.0, c.1, c.2, c.3]), false);
            }
            _ => self.path_operator(op),
        }
    }

    fn path_operator(&mut self, op: &Op<'_, '_>) {
        let point = |x: &Number, y: &Number| (x.as_f32(), y.as_f32());
        let (winding, even_odd) = (Some(FillRule::Winding), Some(FillRule::EvenOdd));
        match op {
            Op::MoveTo(p) => self.move_to(p.0.as_f32(), p.1.as_f32()),
            Op::LineTo(p) => self.line_to(p.0.as_f32(), p.1.as_f32()),
            Op::CubicTo(c) => {
                self.curve_to(point(&c.0, &c.1), point(&c.2, &c.3), point(&c.4, &c.5));
            }
            Op::CubicStartTo(c) => self.curve_from_here(point(&c.0, &c.1), point(&c.2, &c.3)),
            Op::CubicEndTo(c) => {
                let end = point(&c.2, &c.3);
                self.curve_to(point(&c.0, &c.1), end, end);
            }
            Op::RectPath(r) => {
                let [x, y, width, height] = [&r.0, &r.1, &r.2, &r.3].map(Number::as_f32);
                self.rectangle(x, y, width, height);
            }
            Op::ClosePath(_) => self.close(),
            Op::ClipNonZero(_) | Op::ClipEvenOdd(_) => self.path.clips = true,
            Op::EndPath(_) => self.paint_path(None, false),
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) => {
                self.paint_path(winding, false);
            }
            Op::FillPathEvenOdd(_) => self.paint_path(even_odd, false),
            Op::StrokePath(_) => self.paint_path(None, true),
            Op::CloseAndStrokePath(_) => {
                self.close();
                self.paint_path(None, true);
            }
            Op::FillAndStrokeNonZero(_) => self.paint_path(winding, true),
            Op::FillAndStrokeEvenOdd(_) => self.paint_path(even_odd, true),
            Op::CloseFillAndStrokeNonZero(_) => {
                self.close();
                self.paint_path(winding, true);
            }
            Op::CloseFillAndStrokeEvenOdd(_) => {
                self.close();
                self.paint_path(even_odd, true);
            }
            _ => self.text_operator(op),
        }
    }

    fn text_operator(&mut self, op: &Op<'_, '_>) {
        match op {
            Op::BeginText(_) => self.text = Matrices::default(),
            Op::CharacterSpacing(n) => self.state.char_space = n.0.as_f32(),
            Op::WordSpacing(n) => self.state.word_space = n.0.as_f32(),
            Op::HorizontalScaling(n) => self.state.stretch = n.0.as_f32() / 100.0,
            Op::TextLeading(n) => self.state.leading = n.0.as_f32(),
            Op::TextRise(n) => self.state.rise = n.0.as_f32(),
            Op::TextRenderingMode(n) => self.state.render = n.0.as_i64(),
            Op::TextFont(f) => self.set_font(f.0.as_ref(), f.1.as_f32()),
            Op::NextLine(n) => self.next_line(n.0.as_f32(), n.1.as_f32()),
            Op::NextLineAndSetLeading(n) => {
                self.state.leading = -n.1.as_f32();
                self.next_line(n.0.as_f32(), n.1.as_f32());
            }
            Op::SetTextMatrix(m) => {
                let matrix = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5].map(Number::as_f32);
                self.set_text_matrix(transform(matrix));
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::ShowText(s) => self.show(s.0.as_bytes()),
            Op::NextLineAndShowText(s) => {
                self.next_line(0.0, -self.state.leading);
                self.show(s.0.as_bytes());
            }
            Op::ShowTextWithParameters(s) => {
                self.state.word_space = s.0.as_f32();
                self.state.char_space = s.1.as_f32();
                self.next_line(0.0, -self.state.leading);
                self.show(s.2.as_bytes());
            }
            Op::ShowTexts(all) => {
                let mut parts = all.0.flex_iter();
                while let Some(part) = parts.next::<Operand<'_>>() {
                    match part {
                        Operand::String(text) => self.show(text.as_bytes()),
                        Operand::Number(by) => self.shift(by.as_f32()),
                        _ => {}
                    }
                }
            }
            _ => self.outer_operator(op),
        }
    }

    fn outer_operator(&mut self, op: &Op<'_, '_>) {
        match op {
            Op::XObject(name) => self.draw(name.0.as_ref()),
            Op::Shading(name) => self.paint_shading(name.0.as_ref()),
            Op::InlineImage(picture) => self.inline_picture(picture.0),
            _ => {}
        }
    }

    /// `sh`: paints all that can be seen.
    fn paint_shading(&mut self, name: &[u8]) {
        let Some(shading) = self.resource(b"Shading", name) else {
            self.missing(text!("pf-gradient"), name);
            return;
        };
        let colour = self.shading(shading);
        let before = std::mem::replace(&mut self.state.fill, colour);
        let seen = self.state.clip;
        self.counts(&seen);
        let painted = self.painted(false, seen);
        self.judge.surface(&painted.view(), &mut self.ledger);
        let laid = self.laid(false);
        self.lay(&seen, |plates, clip| plates.cover(&seen, 1.0, clip, &laid));
        self.state.fill = before;
    }

    /// `BI`: its place, size and colours are judged, its samples are not.
    fn inline_picture(&mut self, stream: &Stream<'_>) {
        let dict = stream.dict();
        let side = |long: &str, short: &str| {
            dict.get::<u32>(short).or_else(|| dict.get::<u32>(long)).unwrap_or(0) as usize
        };
        let stencil = dict.get::<bool>("IM").or_else(|| dict.get::<bool>("ImageMask"));
        let depth = if stencil == Some(true) { 1 } else { side("BitsPerComponent", "BPC") };
        let name = dict.get::<Name<'_>>("CS").or_else(|| dict.get::<Name<'_>>("ColorSpace"));
        let kind = name.filter(|_| stencil != Some(true)).map(|name| {
            let name = Object::Name(name.as_ref().to_vec());
            Space::read(self.shared.doc, &name, self.resources).initial().kind
        });
        let size = (side("Width", "W"), side("Height", "H"));
        self.paint_picture(&Picture::inline(size, depth, kind), None);
    }
}

fn operator_name(operator: &Operator<'_>) -> String {
    let bytes: &[u8] = operator;
    String::from_utf8_lossy(bytes).into_owned()
}

fn is_end(operator: &Operator<'_>) -> bool {
    let bytes: &[u8] = operator;
    bytes == b"sats-end"
}
