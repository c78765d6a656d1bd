//! Draws specs: one file per family of figures, and what they share.

mod columns;
mod lines;
mod map;
mod matrix;
mod rows;
mod shares;
mod slope;
mod small;
mod strip;
mod waffle;

pub(super) use rows::order;

use super::Frame;
use super::canvas::Canvas;
use super::fonts::ChartFonts;
use super::scene::{Anchor, Looks, Scene, Style};
use super::spec::{ChartSpec, Figure, Series, State};
use crate::theme::Role;

/// Draws a figure. Its height is that of the frame, or what its rows need.
pub(super) fn draw(spec: &ChartSpec, frame: Frame, looks: &Looks, fonts: &ChartFonts) -> Scene {
    let mut canvas = Canvas::new(frame, looks, fonts);
    let c = &mut canvas;
    match &spec.figure {
        Figure::Columns(data) => columns::draw(c, data),
        Figure::Lines(data) => lines::draw(c, data),
        Figure::Rows(data) => rows::draw(c, data),
        Figure::Shares(data) => shares::draw(c, data),
        Figure::Slope(data) => slope::draw(c, data),
        Figure::Waffle(data) => waffle::draw(c, data),
        Figure::Small(panels, own) => small::draw(c, panels, *own),
        Figure::Strip(dots, which, role) => strip::draw(c, dots, *which, role),
        Figure::Matrix(rows, columns) => matrix::draw(c, rows, columns),
        Figure::Map(map) => map::draw(c, map),
    }
    canvas.scene
}

/// A bar or column by the state of its value: final full, preliminary as an outline, estimated
/// as a hatched outline.
fn bar(c: &mut Canvas<'_>, (x, y, w, h): (f64, f64, f64, f64), role: &Role, state: State) {
    const OUTLINE: f64 = 0.9;
    if w <= 0.0 || h <= 0.0 {
        return;
    }
    match state {
        State::Preliminary | State::Estimated if w > 2.0 * OUTLINE && h > 2.0 * OUTLINE => {
            if state == State::Estimated {
                hatch(c, (x, y, w, h), role);
            }
            c.outline(x, y, w, h, OUTLINE, role);
        }
        _ => {
            c.rect(x, y, w, h, role);
            if !c.looks.stands_out(role) {
                c.outline(x, y, w, h, super::scene::HAIRLINE, &Role::Muted);
            }
        }
    }
}

/// Slanted hairlines inside a rectangle.
fn hatch(c: &mut Canvas<'_>, (x, y, w, h): (f64, f64, f64, f64), role: &Role) {
    const STEP: f64 = 3.2;
    let mut along = STEP;
    while along < w + h {
        let from = (x + (along - h).max(0.0), y + along.min(h));
        let to = (x + along.min(w), y + (along - w).max(0.0));
        c.line(from, to, 0.6, role);
        along += STEP;
    }
}

/// Names of series with a swatch each, in their order, from the top left: on one line, or one under
/// the other; gives the height that they take. For figures where no name fits at its mark.
fn key<'s>(c: &mut Canvas<'_>, series: impl Iterator<Item = (&'s str, &'s Role)>) -> f64 {
    const SWATCH: f64 = 6.5;
    const BEFORE: f64 = SWATCH + 4.0;
    const BETWEEN: f64 = 12.0;
    let style = c.looks.label();
    let names: Vec<_> = series.map(|(name, role)| (name, role, c.measure(name, &style))).collect();
    let whole: f64 = names.iter().map(|(_, _, width)| BEFORE + width + BETWEEN).sum();
    let on_one_line = whole - BETWEEN <= c.width();
    let (mut x, mut top) = (0.0, 0.0);
    for (name, role, width) in &names {
        let lines = c.wrap(name, &style, c.width() - BEFORE);
        let middle = top + c.block(1, &style) / 2.0;
        bar(c, (x, middle - SWATCH / 2.0, SWATCH, SWATCH), role, State::Final);
        c.lines(&lines, x + BEFORE, top, Anchor::Start, &style);
        if on_one_line {
            x += BEFORE + width + BETWEEN;
        } else {
            top += lines.len() as f64 * style.leading;
        }
    }
    match (names.is_empty(), on_one_line) {
        (true, _) => 0.0,
        (_, true) => style.leading + 4.0,
        (_, false) => top + 4.0,
    }
}

fn names(series: &[Series]) -> impl Iterator<Item = (&str, &Role)> {
    series.iter().map(|s| (s.name.as_str(), &s.role))
}

/// Widest of the labels of a series' values.
fn widest_value(c: &Canvas<'_>, series: &Series, style: &Style) -> f64 {
    let width = |v: &super::spec::Value| c.measure(&v.label(series.unit), style);
    series.values.iter().map(width).fold(0.0, f64::max)
}
