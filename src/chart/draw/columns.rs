//! Columns by year, one or more series side by side.

use super::super::axis::{Axis, Scale, range};
use super::super::canvas::Canvas;
use super::super::scene::{Anchor, GAP};
use super::super::spec::{Data, State, number_form};
use super::{bar, key, names, rows, widest_value};
use crate::report::model::{Enhed, Tal};
use crate::theme::Role;

/// Widest that a column gets, pt.
const WIDEST: f64 = 30.0;
/// Share of the room of a category that its columns fill: one column, or several.
const FILLED: [f64; 2] = [0.64, 0.88];
/// Narrowest that still reads as a column, pt.
const NARROWEST: f64 = 1.2;
/// Most lines of a category's name.
const MOST_LINES: usize = 3;

/// Draws columns; as rows where the names of the categories do not fit under them, or where no
/// height is left for the columns.
pub(super) fn draw(c: &mut Canvas<'_>, data: &Data) {
    if !drawn(c, data) {
        c.scene.texts.clear();
        c.scene.marks.clear();
        rows::draw(c, data);
    }
}

/// Draws columns if they fit.
fn drawn(c: &mut Canvas<'_>, data: &Data) -> bool {
    let count = data.categories.len().max(1) as f64;
    let label = c.looks.label();
    let axis = (!labels_fit(c, data, c.width() / count)).then(|| ticks(c, data));
    let left = axis.as_ref().map_or(0.0, |axis| axis_width(c, data, axis));
    let band = (c.width() - left) / count;
    let narrow = band / data.series.len().max(1) as f64 <= NARROWEST;
    let Some(step) = name_step(c, data, band).filter(|_| !narrow) else { return false };
    let top = if data.series.len() > 1 { key(c, names(&data.series)) } else { 0.0 };
    let lines = name_lines(c, data, band, step);
    let foot = c.height() - c.block(lines, &label);
    let plot = Plot { left, top, foot: foot - 3.0, band, axis };
    if !plot.has_room(c, data) {
        return false;
    }
    plot.columns(c, data);
    plot.names(c, data, step, foot);
    true
}

struct Plot {
    left: f64,
    top: f64,
    foot: f64,
    band: f64,
    /// The axis, where the columns are too narrow for a value each.
    axis: Option<Axis>,
}

impl Plot {
    /// Whether columns between the values' labels, or ticks without touching, have room.
    fn has_room(&self, c: &Canvas<'_>, data: &Data) -> bool {
        let height = self.foot - self.top;
        match &self.axis {
            Some(axis) => {
                let label = c.block(1, &c.looks.quiet());
                (height - label) / (axis.ticks.len().max(2) - 1) as f64 > label + 0.5
            }
            None => {
                let both = range(data.numbers()).0 < 0.0;
                let label = c.block(1, &c.looks.value()) + 1.5;
                height > label * if both { 2.0 } else { 1.0 } + 10.0
            }
        }
    }

    fn columns(&self, c: &mut Canvas<'_>, data: &Data) {
        let value = c.looks.value();
        let room = c.block(1, &value) + 1.5;
        let (low, high) = range(data.numbers());
        let below = if low < 0.0 { room } else { 0.0 };
        let scale = match &self.axis {
            None => Scale::new((low, high), self.foot - below, self.top + room),
            Some(axis) => self.grid(c, data, axis),
        };
        let zero = scale.at(0.0);
        let series = data.series.len().max(1) as f64;
        let pitch = pitch(data, self.band);
        for (i, _) in data.categories.iter().enumerate() {
            let middle = self.left + (i as f64 + 0.5) * self.band;
            let first = middle - pitch * series / 2.0;
            for (nth, s) in data.series.iter().enumerate() {
                let Some(v) = s.values.get(i) else { continue };
                let x = first + nth as f64 * pitch;
                let gap = if data.series.len() > 1 { GAP } else { 0.0 };
                self.column(c, (x + gap / 2.0, pitch - gap), zero, &scale, (s, v));
            }
        }
        c.hairline((self.left, zero), (c.width(), zero), &Role::Muted);
        for (i, _) in data.categories.iter().enumerate().filter(|(i, k)| *i > 0 && k.breaks) {
            let x = self.left + i as f64 * self.band;
            c.dashed((x, self.foot), (x, self.top), &Role::Muted);
        }
    }

    fn column(
        &self,
        c: &mut Canvas<'_>,
        (x, width): (f64, f64),
        zero: f64,
        scale: &Scale,
        (series, v): (&super::Series, &super::super::spec::Value),
    ) {
        let middle = x + width / 2.0;
        let Some(number) = v.f64() else {
            if v.state != State::None {
                c.diamond((middle, zero - 4.5));
            }
            return;
        };
        let end = scale.at(number);
        // A value that is not zero shows, if only as a line.
        let least = if number == 0.0 { 0.0 } else { 0.4 };
        let height = (zero - end).abs().max(least);
        let top = if number < 0.0 { zero } else { zero - height };
        bar(c, (x, top, width, height), &series.role, v.state);
        if self.axis.is_none() {
            let style = c.looks.value();
            let up = number >= 0.0;
            let baseline = if up {
                top - 1.5 - c.descent(&style)
            } else {
                top + height + 1.5 + c.ascent(&style)
            };
            c.text(&v.label(series.unit), (middle, baseline), Anchor::Middle, &style);
        }
    }

    /// Ticks and grid for columns that are too narrow for a value each.
    fn grid(&self, c: &mut Canvas<'_>, data: &Data, axis: &Axis) -> Scale {
        let style = c.looks.quiet();
        let half = c.block(1, &style) / 2.0;
        let scale = Scale::new(axis.ends(), self.foot - half, self.top + half);
        for tick in &axis.ticks {
            let y = scale.at(*tick);
            if *tick != 0.0 {
                c.hairline((self.left, y), (c.width(), y), &Role::Grid);
            }
            let words = [tick_label(*tick, data)];
            c.lines_mid(&words, self.left - 4.0, y, Anchor::End, &style);
        }
        scale
    }

    fn names(&self, c: &mut Canvas<'_>, data: &Data, step: usize, top: f64) {
        let style = c.looks.label();
        for (i, category) in data.categories.iter().enumerate().step_by(step) {
            let lines = c.wrap(&category.name, &style, self.band * step as f64 - 3.0);
            let middle = self.left + (i as f64 + 0.5) * self.band;
            c.lines(&lines, middle, top, Anchor::Middle, &style);
        }
    }
}

/// Width of a column with its share of the gaps, pt.
fn pitch(data: &Data, band: f64) -> f64 {
    let several = data.series.len() > 1;
    (band * FILLED[usize::from(several)] / data.series.len().max(1) as f64).min(WIDEST)
}

/// Whether every value has room for its label over its column.
fn labels_fit(c: &Canvas<'_>, data: &Data, band: f64) -> bool {
    let value = c.looks.value();
    let pitch = pitch(data, band);
    // One series may use the whole band for its label; several keep to their own column.
    let room = if data.series.len() > 1 { pitch } else { band } - 2.6;
    data.series.iter().all(|s| widest_value(c, s, &value) <= room)
}

/// An axis with as many ticks as the height of the figure holds, the names' share taken off.
fn ticks(c: &Canvas<'_>, data: &Data) -> Axis {
    let most = (c.height() * 0.7 / (c.looks.quiet().leading * 1.6)) as usize;
    Axis::over(data.numbers(), most.min(6), whole(data))
}

fn axis_width(c: &Canvas<'_>, data: &Data, axis: &Axis) -> f64 {
    let style = c.looks.quiet();
    let width = |t: &f64| c.measure(&tick_label(*t, data), &style);
    axis.ticks.iter().map(width).fold(0.0, f64::max) + 6.0
}

/// How many categories share a name, so that no two names touch: 1 where all fit. Only a course
/// of time may leave names out; none where the names do not fit.
fn name_step(c: &Canvas<'_>, data: &Data, band: f64) -> Option<usize> {
    let style = c.looks.label();
    let fits = |step: usize| {
        let room = band * step as f64 - 3.0;
        let whole =
            |name: &str| name.split([' ', '-', '/']).all(|w| c.measure(w, &style) + 3.0 <= room);
        let shown = data.categories.iter().step_by(step);
        let inside = |i: usize| {
            // The first and last name are centred under their own column: half of a wide name
            // must not leave the figure.
            let lines = c.wrap(&data.categories[i].name, &style, room);
            let widest = lines.iter().map(|l| c.measure(l, &style)).fold(0.0, f64::max);
            let middle = (i as f64 + 0.5) * band;
            let right = band * data.categories.len() as f64 - middle;
            step == 1 || (middle >= widest / 2.0 && right >= widest / 2.0)
        };
        shown.clone().all(|k| whole(&k.name) && c.wrap(&k.name, &style, room).len() <= MOST_LINES)
            && (0..data.categories.len()).step_by(step).all(inside)
    };
    let most = if data.ordered { data.categories.len() } else { 1 };
    (1..=most.max(1)).find(|step| fits(*step))
}

fn name_lines(c: &Canvas<'_>, data: &Data, band: f64, step: usize) -> usize {
    let style = c.looks.label();
    let room = band * step as f64 - 3.0;
    let shown = data.categories.iter().step_by(step);
    shown.map(|k| c.wrap(&k.name, &style, room).len()).max().unwrap_or(1)
}

/// Whether the axis keeps to whole numbers.
pub(super) fn whole(data: &Data) -> bool {
    let count = |unit| matches!(unit, Enhed::Antal | Enhed::Personer | Enhed::Kr);
    data.series.iter().all(|s| count(s.unit)) && data.numbers().all(|n| n.fract() == 0.0)
}

/// A tick as printed.
pub(super) fn tick_label(tick: f64, data: &Data) -> String {
    let unit = data.series.first().map_or(Enhed::Antal, |s| s.unit);
    let number = if tick.fract() == 0.0 { Tal::Hel(tick as i64) } else { Tal::Decimal(tick) };
    number_form(number, unit)
}
