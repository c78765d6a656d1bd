//! A hundred squares: one share and the rest.

use super::super::canvas::Canvas;
use super::super::scene::{Anchor, HAIRLINE, Style};
use super::super::spec::{Data, State, Value};
use super::rows;
use crate::theme::Role;

/// Draws the first share as filled squares of a hundred, read row by row from the top left.
pub(super) fn draw(c: &mut Canvas<'_>, data: &Data) {
    let Some(s) = data.series.first() else { return };
    let share = s.values.first().filter(|v| v.state != State::Estimated).and_then(Value::f64);
    let Some(share) = share.filter(|n| (0.0..=100.0).contains(n)) else {
        return rows::draw(c, data);
    };
    let side = c.height().min(c.width() * 0.46);
    let pitch = side / 10.0;
    let square = pitch * 0.84;
    let filled = share.round() as usize;
    for i in 0..100 {
        let (x, y) = ((i % 10) as f64 * pitch, (i / 10) as f64 * pitch);
        if i < filled {
            c.rect(x, y, square, square, &s.role);
        } else {
            c.rect(x, y, square, square, &Role::Surface);
            c.outline(x, y, square, square, HAIRLINE, &Role::Muted);
        }
    }
    let left = side + 12.0;
    let room = c.width() - left;
    let (value, label) = (c.looks.value(), c.looks.label());
    let mut top = 0.0;
    for (nth, (k, v)) in data.categories.iter().zip(&s.values).enumerate() {
        let value = if nth == 0 {
            Style { size: value.size * 2.0, leading: value.leading * 2.0, ..value.clone() }
        } else {
            value.clone()
        };
        let words = [v.label(s.unit)];
        c.lines(&words, left, top, Anchor::Start, &value);
        top += c.block(1, &value) + 1.0;
        let lines = c.wrap(&k.name, &label, room);
        c.lines(&lines, left, top, Anchor::Start, &label);
        top += c.block(lines.len(), &label) + 8.0;
    }
    c.scene.height = side.max(top - 8.0) + 0.5;
}
