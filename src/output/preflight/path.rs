//! Paths: gathered in pt on the page, clipped with, filled and stroked.

use tiny_skia::{FillRule, LineCap, LineJoin, Path, PathBuilder, Stroke};

use super::ink::FAR;
use super::state::{Bounds, map};
use super::walk::Walker;
use crate::limits;

/// Most points of one path.
const MOST_POINTS: usize = limits::PDF_POINTS;

/// A path as it grows.
#[derive(Debug, Default)]
pub(super) struct Growing {
    builder: PathBuilder,
    bounds: Option<Bounds>,
    at: (f32, f32),
    points: usize,
    open: bool,
    /// A clip that comes into force when the path is painted.
    pub clips: bool,
}

impl Growing {
    fn reach(&mut self, (x, y): (f32, f32)) {
        let there = self.bounds.unwrap_or(Bounds { x0: x, y0: y, x1: x, y1: y });
        self.bounds = Bounds::of([(there.x0, there.y0), (there.x1, there.y1), (x, y)]);
        self.points += 1;
    }

    fn full(&self) -> bool {
        self.points > MOST_POINTS
    }
}

impl Walker<'_> {
    pub(super) fn move_to(&mut self, x: f32, y: f32) {
        let (x1, y1) = map(self.state.ctm, (x, y));
        self.path.at = (x, y);
        self.path.reach((x1, y1));
        self.path.open = true;
        self.path.builder.move_to(x1, y1);
    }

    pub(super) fn line_to(&mut self, x: f32, y: f32) {
        if self.path.full() || !self.path.open {
            return;
        }
        let (x1, y1) = map(self.state.ctm, (x, y));
        self.path.at = (x, y);
        self.path.reach((x1, y1));
        self.path.builder.line_to(x1, y1);
    }

    pub(super) fn curve_to(&mut self, a: (f32, f32), b: (f32, f32), to: (f32, f32)) {
        if self.path.full() || !self.path.open {
            return;
        }
        let [c, d, e] = [a, b, to].map(|point| map(self.state.ctm, point));
        self.path.at = to;
        for point in [c, d, e] {
            self.path.reach(point);
        }
        self.path.builder.cubic_to(c.0, c.1, d.0, d.1, e.0, e.1);
    }

    /// A curve whose first control point is where it begins.
    pub(super) fn curve_from_here(&mut self, b: (f32, f32), to: (f32, f32)) {
        self.curve_to(self.path.at, b, to);
    }

    pub(super) fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.move_to(x, y);
        self.line_to(x + width, y);
        self.line_to(x + width, y + height);
        self.line_to(x, y + height);
        self.close();
        self.path.at = (x, y);
    }

    pub(super) fn close(&mut self) {
        if self.path.open {
            self.path.builder.close();
        }
    }

    /// Paints the path and ends it: what is filled, what is stroked.
    pub(super) fn paint_path(&mut self, fill: Option<FillRule>, stroke: bool) {
        let grown = std::mem::take(&mut self.path);
        let Some(bounds) = grown.bounds else { return };
        let path = grown.builder.finish();
        if let Some(rule) = fill {
            self.fill(path.as_ref(), bounds, rule);
        }
        if stroke {
            self.stroke(path.as_ref(), bounds);
        }
        if grown.clips {
            self.state.clip = self.state.clip.and(&bounds);
        }
    }

    fn fill(&mut self, path: Option<&Path>, bounds: Bounds, rule: FillRule) {
        let seen = bounds.and(&self.state.clip);
        self.counts(&seen);
        if seen.x0 > seen.x1 || seen.y0 > seen.y1 {
            return;
        }
        let painted = self.painted(false, seen);
        self.judge.surface(&painted.view(), &mut self.ledger);
        if let Some(path) = path {
            let laid = self.laid(false);
            self.lay(&seen, |plates, clip| plates.fill(path, rule, clip, &laid));
        }
    }

    fn stroke(&mut self, path: Option<&Path>, bounds: Bounds) {
        let width = self.state.width.abs() * self.state.scale();
        let seen = bounds.grown(width / 2.0).and(&self.state.clip);
        self.counts(&seen);
        if seen.x0 > seen.x1 || seen.y0 > seen.y1 {
            return;
        }
        let painted = self.painted(true, seen);
        self.judge.line(&painted.view(), width, &mut self.ledger);
        let stroke = Stroke {
            width: width.max(0.05),
            line_cap: LineCap::Butt,
            line_join: LineJoin::Miter,
            ..Stroke::default()
        };
        let laid = self.laid(true);
        if bounds.grown(width).is_beyond(FAR) {
            // Neither is the outline of such a line worked out.
            self.lay(&seen, |plates, clip| plates.cover(&seen, 1.0, clip, &laid));
        } else if let Some(outline) = path.and_then(|path| path.stroke(&stroke, 1.0)) {
            let winding = FillRule::Winding;
            self.lay(&seen, |plates, clip| plates.fill(&outline, winding, clip, &laid));
        }
    }
}
