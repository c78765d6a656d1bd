//! The graphics state of the page being judged.

use std::sync::Arc;

use lopdf::{Dictionary, Document};
use tiny_skia::{Point, Transform};

use super::colour::{Colour, Space};
use super::font::Font;
use crate::output::pdf::objects;

/// Everything that `q` saves.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// To pt on the page.
    pub ctm: Transform,
    /// What can be seen, pt on the page.
    pub clip: Bounds,
    pub fill: Colour,
    pub stroke: Colour,
    pub fill_space: Space,
    pub stroke_space: Space,
    pub width: f32,
    pub fill_alpha: f32,
    pub stroke_alpha: f32,
    pub multiply: bool,
    pub overprint_fill: bool,
    pub overprint_stroke: bool,
    /// Overprint mode 1: a zero leaves what is beneath.
    pub nonzero: bool,
    pub font: Option<Arc<Font>>,
    pub size: f32,
    pub char_space: f32,
    pub word_space: f32,
    /// Horizontal scaling, 1 for 100 %.
    pub stretch: f32,
    pub leading: f32,
    pub rise: f32,
    pub render: i64,
}

impl State {
    pub(super) fn new(clip: Bounds) -> Self {
        Self {
            ctm: Transform::identity(),
            clip,
            fill: Colour::initial(),
            stroke: Colour::initial(),
            fill_space: Space::Grey,
            stroke_space: Space::Grey,
            width: 1.0,
            fill_alpha: 1.0,
            stroke_alpha: 1.0,
            multiply: false,
            overprint_fill: false,
            overprint_stroke: false,
            nonzero: false,
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            render: 0,
        }
    }

    /// How much larger lengths are on the page, on the mean.
    pub(super) fn scale(&self) -> f32 {
        let t = self.ctm;
        (t.sx * t.sy - t.kx * t.ky).abs().sqrt()
    }

    /// Takes a graphics state dictionary in; whether it makes anything transparent.
    pub(super) fn apply(&mut self, doc: &Document, dict: &Dictionary) -> bool {
        let number = |key: &[u8]| objects::number(doc, dict, key);
        let flag = |key: &[u8]| objects::get(doc, dict, key).and_then(|value| value.as_bool().ok());
        if let Some(width) = number(b"LW") {
            self.width = width;
        }
        if let Some(alpha) = number(b"ca") {
            self.fill_alpha = alpha.clamp(0.0, 1.0);
        }
        if let Some(alpha) = number(b"CA") {
            self.stroke_alpha = alpha.clamp(0.0, 1.0);
        }
        if let Some(overprint) = flag(b"OP") {
            self.overprint_stroke = overprint;
            self.overprint_fill = flag(b"op").unwrap_or(overprint);
        } else if let Some(overprint) = flag(b"op") {
            self.overprint_fill = overprint;
        }
        if let Some(mode) = number(b"OPM") {
            self.nonzero = mode == 1.0;
        }
        let mut blends = false;
        if let Some(mode) = objects::get(doc, dict, b"BM") {
            let mode = mode.as_name().or_else(|_| {
                mode.as_array().and_then(|modes| {
                    modes.first().map_or(Ok(&b"Normal"[..]), lopdf::Object::as_name)
                })
            });
            let mode = mode.unwrap_or(b"Normal");
            self.multiply = matches!(mode, b"Multiply" | b"Darken" | b"ColorBurn");
            blends = !matches!(mode, b"Normal" | b"Compatible");
        }
        let masked = objects::dict(doc, dict, b"SMask").is_some();
        blends || masked || self.fill_alpha < 1.0 || self.stroke_alpha < 1.0
    }
}

/// An upright rectangle, pt on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Bounds {
    pub(super) fn of(points: impl IntoIterator<Item = (f32, f32)>) -> Option<Self> {
        points.into_iter().fold(None, |all: Option<Self>, (x, y)| {
            let there = all.unwrap_or(Self { x0: x, y0: y, x1: x, y1: y });
            Some(Self {
                x0: there.x0.min(x),
                y0: there.y0.min(y),
                x1: there.x1.max(x),
                y1: there.y1.max(y),
            })
        })
    }

    /// The bounds of a rectangle after a transform.
    pub(super) fn mapped(&self, by: Transform) -> Self {
        let corners =
            [(self.x0, self.y0), (self.x1, self.y0), (self.x0, self.y1), (self.x1, self.y1)];
        Self::of(corners.map(|corner| map(by, corner))).unwrap_or(*self)
    }

    /// What both cover; may be empty.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
        }
    }

    pub(super) fn grown(&self, by: f32) -> Self {
        Self { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }

    /// Whether a corner is farther than this from the origin, or no number.
    pub(super) fn is_beyond(&self, far: f32) -> bool {
        !([self.x0, self.y0, self.x1, self.y1].iter().all(|side| side.abs() <= far))
    }

    pub(super) fn is_empty(&self) -> bool {
        // Not `>=`: whatever is no number is empty too.
        !(self.x0 < self.x1 && self.y0 < self.y1)
    }

    pub(super) fn touches(&self, other: &Self) -> bool {
        self.x0 <= other.x1 && self.x1 >= other.x0 && self.y0 <= other.y1 && self.y1 >= other.y0
    }

    pub(super) fn holds(&self, other: &Self, tolerance: f32) -> bool {
        let outer = self.grown(tolerance);
        other.x0 >= outer.x0 && other.y0 >= outer.y0 && other.x1 <= outer.x1 && other.y1 <= outer.y1
    }

    /// The shorter side.
    pub(super) fn thickness(&self) -> f32 {
        (self.x1 - self.x0).min(self.y1 - self.y0)
    }
}

/// A point after a transform.
pub(super) fn map(by: Transform, (x, y): (f32, f32)) -> (f32, f32) {
    let mut point = Point::from_xy(x, y);
    by.map_point(&mut point);
    (point.x, point.y)
}

/// The transform of six numbers as PDF writes them.
pub(super) fn transform([a, b, c, d, e, f]: [f32; 6]) -> Transform {
    Transform::from_row(a, b, c, d, e, f)
}
