//! Before and after: two points per row, joined by a line.

use super::super::axis::{Scale, range};
use super::super::canvas::Canvas;
use super::super::scene::Anchor;
use super::super::spec::{Data, Series, State};
use super::rows;
use crate::theme::Role;

/// Radius of the points, pt.
const DOT: f64 = 3.2;
/// Space between a value and the thin line, pt.
const CLEAR: f64 = 3.0;

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
    let gap = c.sized(5.0, 9.0, 14.0);
    let mut at = top;
    for (i, lines) in names.iter().enumerate() {
        let height = c.block(lines.len(), &label).max(c.block(1, &value)).max(2.0 * DOT);
        let middle = at + height / 2.0;
        c.lines_mid(lines, 0.0, middle, Anchor::Start, &label);
        pair(c, (before, after), i, middle, &scale, (left, right));
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

/// A value beside its point.
struct Label {
    words: String,
    /// Where it begins, or ends.
    x: f64,
    anchor: Anchor,
}

impl Label {
    fn left_of(point: f64, words: &str) -> Self {
        Self { words: words.to_owned(), x: point - DOT - 3.0, anchor: Anchor::End }
    }

    fn right_of(point: f64, words: &str) -> Self {
        Self { words: words.to_owned(), x: point + DOT + 3.0, anchor: Anchor::Start }
    }

    /// From where to where it reaches.
    fn span(&self, c: &Canvas<'_>) -> (f64, f64) {
        let width = c.measure(&self.words, &c.looks.value());
        if self.anchor == Anchor::End { (self.x - width, self.x) } else { (self.x, self.x + width) }
    }
}

/// Both points of a row. The lower value stands left of its point and the higher one right, so
/// that they never meet; two equal values are one label.
fn pair(
    c: &mut Canvas<'_>,
    (before, after): (&Series, &Series),
    at: usize,
    y: f64,
    scale: &Scale,
    ends: (f64, f64),
) {
    let points = [(before, false), (after, true)].map(|(s, filled)| {
        let v = s.values.get(at);
        let number = v.and_then(super::super::spec::Value::f64);
        let label = v.map(|v| v.label(s.unit)).unwrap_or_default();
        (number, label, filled, v.map_or(State::Missing, |v| v.state))
    });
    let numbers: Vec<f64> = points.iter().filter_map(|p| p.0).collect();
    let equal = matches!(numbers.as_slice(), [a, b] if a == b);
    let lowest = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let missing = numbers.len() < 2;
    let labels: Vec<Label> = points
        .iter()
        .filter_map(|(number, words, filled, _)| {
            let n = (*number)?;
            let left = !missing && n == lowest && !equal;
            let label = if left { Label::left_of } else { Label::right_of };
            (left || !equal || *filled).then(|| label(scale.at(n), words))
        })
        .collect();
    guide(c, ends, y, &labels);
    if let [one, other] = numbers.as_slice() {
        c.line((scale.at(*one), y), (scale.at(*other), y), 1.6, &after.role);
    }
    for (number, _, filled, state) in &points {
        if let Some(n) = number {
            dot(c, (scale.at(*n), y), *filled, &after.role);
        } else if *state != State::None {
            let taken = numbers.first().map(|n| scale.at(*n));
            let free = scale.at(0.0);
            let near = taken.is_some_and(|t| (t - free).abs() < 12.0);
            c.diamond((if near { free + 40.0 } else { free }, y));
        }
    }
    let style = c.looks.value();
    for label in &labels {
        c.lines_mid(std::slice::from_ref(&label.words), label.x, y, label.anchor, &style);
    }
}

/// The row's thin line, from end to end of the scale; it keeps off the values.
fn guide(c: &mut Canvas<'_>, (left, right): (f64, f64), y: f64, labels: &[Label]) {
    let mut taken: Vec<(f64, f64)> = labels.iter().map(|label| label.span(c)).collect();
    taken.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut from = left;
    for (start, end) in taken.into_iter().chain([(right + CLEAR, right)]) {
        let to = (start - CLEAR).min(right);
        if to > from {
            c.hairline((from, y), (to, y), &Role::Grid);
        }
        from = from.max(end + CLEAR);
    }
}
