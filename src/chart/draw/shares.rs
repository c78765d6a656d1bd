//! Bars of 100 %, divided: a few parts of a whole.

use super::super::canvas::Canvas;
use super::super::scene::{Anchor, GAP};
use super::super::spec::{Data, Series, State};
use super::{bar, rows};
use crate::theme::Role;

/// Draws one bar per series; as rows where a part is missing, since a whole without it is none.
pub(super) fn draw(c: &mut Canvas<'_>, data: &Data) {
    let complete = data
        .series
        .iter()
        .all(|s| s.values.iter().all(|v| v.f64().is_some_and(|n| n >= 0.0)) && sum(s) > 0.0);
    if !complete {
        return rows::draw(c, data);
    }
    let several = data.series.len() > 1;
    let mut top = 0.0;
    for s in &data.series {
        if several {
            let style = c.looks.label();
            let lines = c.wrap(&s.name, &style, c.width());
            c.lines(&lines, 0.0, top, Anchor::Start, &style);
            top += c.block(lines.len(), &style) + 2.0;
        }
        top = whole(c, data, s, top) + 8.0;
    }
    c.scene.height = top - 7.0;
}

fn sum(s: &Series) -> f64 {
    s.values.iter().filter_map(super::super::spec::Value::f64).sum()
}

/// Colours of the parts, from emphasis to rest.
fn part_role(first: &Role, nth: usize) -> Role {
    match nth {
        0 => first.clone(),
        1 => Role::Muted,
        2 => Role::Neutral,
        _ => Role::Grid,
    }
}

/// One bar with its labels; gives where it ends.
fn whole(c: &mut Canvas<'_>, data: &Data, s: &Series, top: f64) -> f64 {
    let height = c.sized(15.0, 20.0, 28.0);
    let total = sum(s);
    let (value, label) = (c.looks.value(), c.looks.label());
    let gaps = GAP * 1.4 * (s.values.len().saturating_sub(1)) as f64;
    let mut x = 0.0;
    let mut parts = Vec::new();
    for v in &s.values {
        let width = (c.width() - gaps) * v.f64().unwrap_or(0.0) / total;
        parts.push((x, width));
        x += width + GAP * 1.4;
    }
    for (nth, ((x, width), v)) in parts.iter().zip(&s.values).enumerate() {
        bar(c, (*x, top, *width, height), &part_role(&s.role, nth), v.state);
    }
    let below = top + height + 3.0;
    let direct = data.categories.iter().zip(&parts).zip(&s.values).all(|((k, (_, width)), v)| {
        let room = width - 3.0;
        let words = k.name.split([' ', '-', '/']).all(|w| c.measure(w, &label) + 4.0 <= room);
        words
            && c.measure(&v.label(s.unit), &value) <= room
            && c.wrap(&k.name, &label, room).len() <= 4
    });
    if direct {
        let mut end = below;
        for ((k, (x, width)), v) in data.categories.iter().zip(&parts).zip(&s.values) {
            c.lines(&[v.label(s.unit)], *x, below, Anchor::Start, &value);
            let lines = c.wrap(&k.name, &label, width - 3.0);
            let under = below + c.block(1, &value) + 0.6;
            c.lines(&lines, *x, under, Anchor::Start, &label);
            end = end.max(under + c.block(lines.len(), &label));
        }
        return end;
    }
    list(c, data, s, below)
}

/// The parts as a list with swatches, where a part is too narrow for its own label.
fn list(c: &mut Canvas<'_>, data: &Data, s: &Series, top: f64) -> f64 {
    const SWATCH: f64 = 7.0;
    let (value, label) = (c.looks.value(), c.looks.label());
    let widest = super::widest_value(c, s, &value);
    let left = SWATCH + 5.0 + widest + 6.0;
    let mut at = top + 1.0;
    for (nth, (k, v)) in data.categories.iter().zip(&s.values).enumerate() {
        let middle = at + c.block(1, &value) / 2.0;
        let role = part_role(&s.role, nth);
        bar(c, (0.0, middle - SWATCH / 2.0, SWATCH, SWATCH), &role, State::Final);
        let end = SWATCH + 5.0 + widest;
        c.lines_mid(&[v.label(s.unit)], end, middle, Anchor::End, &value);
        let lines = c.wrap(&k.name, &label, c.width() - left);
        let first = middle - c.block(1, &label) / 2.0;
        c.lines(&lines, left, first, Anchor::Start, &label);
        at += (c.block(lines.len(), &label)).max(c.block(1, &value)) + 2.5;
    }
    at
}
