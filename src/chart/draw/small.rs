//! Small multiples: many small figures of columns.

use super::super::Frame;
use super::super::canvas::Canvas;
use super::super::scene::{Anchor, Style};
use super::super::spec::{Data, Panel, Value};
use super::columns;

/// Least width of one figure, pt.
const LEAST: f64 = 104.0;
/// Space between figures, pt.
const BETWEEN: f64 = 10.0;

/// Draws the panels in rows, read from left to right. With `own`, each has its own scale.
pub(super) fn draw(c: &mut Canvas<'_>, panels: &[Panel], own: bool) {
    let fit = ((c.width() + BETWEEN) / (LEAST + BETWEEN)).floor().max(1.0) as usize;
    let across = fit.min(panels.len()).max(1);
    let width = (c.width() - BETWEEN * (across - 1) as f64) / across as f64;
    let height = c.sized(46.0, 56.0, 76.0);
    let title = Style { weight: c.looks.value().weight, ..c.looks.label() };
    let highest = panels.iter().flat_map(|p| p.data.numbers()).fold(0.0, f64::max);
    let mut top = 0.0;
    for row in panels.chunks(across) {
        let titles: Vec<_> = row.iter().map(|p| c.wrap(&p.title, &title, width)).collect();
        let most = titles.iter().map(Vec::len).max().unwrap_or(0);
        let head = c.block(most, &title) + 3.0;
        let mut tallest = height;
        for (i, (panel, lines)) in row.iter().zip(&titles).enumerate() {
            let left = i as f64 * (width + BETWEEN);
            let down = (most - lines.len()) as f64 * title.leading;
            c.lines(lines, left, top + down, Anchor::Start, &title);
            // On one scale, a figure is as much lower as its highest value is.
            let own_highest = panel.data.numbers().fold(0.0, f64::max);
            let share = if own || highest <= 0.0 { 1.0 } else { own_highest / highest };
            let used = inside(c, &panel.data, (left, top + head), (width, height), share);
            tallest = tallest.max(used);
        }
        top += head + tallest + 12.0;
    }
    c.scene.height = top - 12.0 + 0.5;
}

/// Draws one figure at its place; gives its height.
fn inside(
    c: &mut Canvas<'_>,
    data: &Data,
    (left, top): (f64, f64),
    (width, height): (f64, f64),
    share: f64,
) -> f64 {
    // Names and values keep their height; only the columns between them shrink.
    let fixed = c.block(1, &c.looks.value()) + c.block(1, &c.looks.label()) + 8.0;
    let shrunk = fixed + (height - fixed).max(0.0) * share;
    let negative = data.series.iter().any(|s| s.values.iter().any(under_zero));
    let used = if negative { height } else { shrunk };
    let frame = Frame::of(width, used, c.compact);
    let mut part = Canvas::new(frame, c.looks, c.fonts);
    columns::draw(&mut part, data);
    let scene = part.scene;
    let down = top + (height - scene.height).max(0.0);
    let tall = scene.height.max(height);
    c.place(scene, left, down);
    tall
}

fn under_zero(v: &Value) -> bool {
    v.f64().is_some_and(|n| n < 0.0)
}
