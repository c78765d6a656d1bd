//! Before and after: two points per row, joined by a line.

use super::super::axis::{Scale, range};
use super::super::canvas::Canvas;
use super::super::scene::Anchor;
use super::super::spec::{Data, Series, State};
use super::rows;
use crate::theme::Role;

/// Radius of the points, pt.
const DOT: f64 = 3.2;

/// Draws before and after; the figure gets the height that its rows need.
pub(super) fn draw(c: &mut Canvas<'_>, data: &Data) {
    let [before, after] = data.series.as_slice() else { return rows::draw(c, data) };
    let label = c.looks.label();
    let top = head(c, before, after);
    let most = c.width() * 0.34;
    let names: Vec<_> = data.categories.iter().map(|k| c.wrap(&k.name, &label, most)).collect();
    let widest = names.iter().flatten().map(|l| c.measure(l, &label)).fold(0.0, f64::max);
    let value = c.looks.value();
    let room =
        [before, after].iter().map(|s| super::widest_value(c, s, &value)).fold(0.0, f64::max);
    let room = room + DOT + 4.0;
    let left = widest + 8.0 + room;
    let right = (c.width() - room).max(left + 10.0);
    let scale = Scale::new(range(data.numbers()), left, right);
    let gap = if c.compact { 5.0 } else { 9.0 };
    let mut at = top;
    for (i, lines) in names.iter().enumerate() {
        let height = c.block(lines.len(), &label).max(c.block(1, &value)).max(2.0 * DOT);
        let middle = at + height / 2.0;
        c.lines_mid(lines, 0.0, middle, Anchor::Start, &label);
        c.hairline((left, middle), (right, middle), &Role::Gitter);
        pair(c, (before, after), i, middle, &scale);
        at += height + gap;
    }
    c.scene.height = at - gap + 1.0;
}

/// Key: which point is which.
fn head(c: &mut Canvas<'_>, before: &Series, after: &Series) -> f64 {
    let style = c.looks.label();
    let middle = c.block(1, &style) / 2.0;
    let mut x = DOT;
    let mut top = 0.0;
    for (s, filled) in [(before, false), (after, true)] {
        let room = c.width() - DOT - 5.0 - DOT;
        let lines = c.wrap(&s.name, &style, room);
        let widest = lines.iter().map(|l| c.measure(l, &style)).fold(0.0, f64::max);
        if x > DOT && x + DOT + 5.0 + widest > c.width() {
            x = DOT;
            top += style.leading;
        }
        dot(c, (x, top + middle), filled, &after.role);
        c.lines(&lines, x + DOT + 4.0, top, Anchor::Start, &style);
        top += (lines.len() - 1) as f64 * style.leading;
        x += DOT + 4.0 + widest + 14.0 + DOT;
    }
    top + c.block(1, &style) + 7.0
}

fn dot(c: &mut Canvas<'_>, at: (f64, f64), filled: bool, role: &Role) {
    if filled { c.circle(at, DOT, role) } else { c.ring(at, DOT, 1.0, role) }
}

/// Both points of a row. The lower value stands left of its point and the higher one right, so
/// that they never meet; two equal values are one label.
fn pair(c: &mut Canvas<'_>, (before, after): (&Series, &Series), at: usize, y: f64, scale: &Scale) {
    let style = c.looks.value();
    let points = [(before, false), (after, true)].map(|(s, filled)| {
        let v = s.values.get(at);
        let number = v.and_then(super::super::spec::Value::f64);
        let label = v.map(|v| v.label(s.unit)).unwrap_or_default();
        (number, label, filled, v.map_or(State::Missing, |v| v.state))
    });
    let numbers: Vec<f64> = points.iter().filter_map(|p| p.0).collect();
    if let [one, other] = numbers.as_slice() {
        c.line((scale.at(*one), y), (scale.at(*other), y), 1.6, &after.role);
    }
    let equal = matches!(numbers.as_slice(), [a, b] if a == b);
    let lowest = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let missing = numbers.len() < 2;
    for (number, label, filled, state) in &points {
        let Some(n) = number else {
            if *state != State::None {
                let taken = numbers.first().map(|n| scale.at(*n));
                let free = scale.at(0.0);
                let x =
                    if taken.is_some_and(|t| (t - free).abs() < 12.0) { free + 40.0 } else { free };
                c.diamond((x, y));
            }
            continue;
        };
        let x = scale.at(*n);
        dot(c, (x, y), *filled, &after.role);
        let left = !missing && *n == lowest && !equal;
        if left {
            c.lines_mid(std::slice::from_ref(label), x - DOT - 3.0, y, Anchor::End, &style);
        } else if !equal || *filled {
            c.lines_mid(std::slice::from_ref(label), x + DOT + 3.0, y, Anchor::Start, &style);
        }
    }
}
