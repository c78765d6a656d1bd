//! Matrix: indsatser by fagprincip.

use super::super::canvas::Canvas;
use super::super::scene::{Anchor, Style};
use crate::theme::Role;

/// Radius of a mark, pt.
const DOT: f64 = 3.6;

/// Draws a mark where an indsats is under a fagprincip, and the number per fagprincip below.
pub(super) fn draw(c: &mut Canvas<'_>, rows: &[(String, Vec<u8>)], columns: &[(u8, String)]) {
    let label = c.looks.label();
    let heavy = Style { weight: c.looks.value().weight, ..label.clone() };
    let left = c.width() * 0.40;
    let band = (c.width() - left) / columns.len().max(1) as f64;
    let middle = |i: usize| left + (i as f64 + 0.5) * band;
    let heads: Vec<_> = columns.iter().map(|(_, name)| c.wrap(name, &heavy, band - 4.0)).collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(0);
    for (i, lines) in heads.iter().enumerate() {
        let down = (most - lines.len()) as f64 * heavy.leading;
        c.lines(lines, middle(i), down, Anchor::Middle, &heavy);
    }
    let mut top = c.block(most, &heavy) + 4.0;
    let gap = if c.compact { 2.0 } else { 4.0 };
    c.hairline((0.0, top), (c.width(), top), &Role::Muted);
    for (name, marks) in rows {
        let lines = c.wrap(name, &label, left - 6.0);
        let height = c.block(lines.len(), &label) + gap;
        let y = top + height / 2.0;
        c.lines_mid(&lines, 0.0, y, Anchor::Start, &label);
        for (i, (nr, _)) in columns.iter().enumerate() {
            if marks.contains(nr) {
                c.circle((middle(i), y), DOT, &Role::Fagprincip(*nr));
            }
        }
        top += height;
        c.hairline((0.0, top), (c.width(), top), &Role::Grid);
    }
    top += 2.0;
    c.lines(&["I alt".to_owned()], 0.0, top, Anchor::Start, &heavy);
    for (i, (nr, _)) in columns.iter().enumerate() {
        let count = rows.iter().filter(|(_, marks)| marks.contains(nr)).count();
        let words = crate::report::danish::heltal(i64::try_from(count).unwrap_or(i64::MAX));
        c.lines(&[words], middle(i), top, Anchor::Middle, &heavy);
    }
    c.scene.height = top + c.block(1, &heavy) + 0.5;
}
