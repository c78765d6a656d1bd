//! Columns by year, one or more series side by side.

use super::super::axis::{Axis, Scale, range};
use super::super::canvas::Canvas;
use super::super::scene::{Anchor, GAP};
use super::super::spec::{Data, State, number_form};
use super::{bar, key, names, rows, widest_value};
use crate::report::model::{Enhed, Tal};
use crate::theme::Role;

/// Widest that a column gets, pt.
const WIDEST: f64 = 34.0;
/// Narrowest that still reads as a column, pt.
const NARROWEST: f64 = 1.2;
/// Most lines of a category's name.
const MOST_LINES: usize = 3;

/// Draws columns; as rows where the names of the categories do not fit under them.
pub(super) fn draw(c: &mut Canvas<'_>, data: &Data) {
    let count = data.categories.len().max(1) as f64;
    let label = c.looks.label();
    let labelled = labels_fit(c, data, c.width() / count);
    let axis_width = if labelled { 0.0 } else { axis_width(c, data) };
    let band = (c.width() - axis_width) / count;
    let Some(step) = name_step(c, data, band) else {
        return rows::draw(c, data);
    };
    if band / data.series.len().max(1) as f64 <= NARROWEST {
        return rows::draw(c, data);
    }
    let top = if data.series.len() > 1 { key(c, names(&data.series)) } else { 0.0 };
    let lines = name_lines(c, data, band, step);
    let foot = c.height() - c.block(lines, &label);
    let plot = Plot { left: axis_width, top, foot: foot - 3.0, band, labelled };
    plot.columns(c, data);
    plot.names(c, data, step, foot);
}

struct Plot {
    left: f64,
    top: f64,
    foot: f64,
    band: f64,
    labelled: bool,
}

impl Plot {
    fn columns(&self, c: &mut Canvas<'_>, data: &Data) {
        let value = c.looks.value();
        let room = if self.labelled { c.block(1, &value) + 1.5 } else { 0.0 };
        let (low, high) = range(data.numbers());
        let below = if low < 0.0 { room } else { 0.0 };
        let scale = if self.labelled {
            Scale::new((low, high), self.foot - below, self.top + room)
        } else {
            self.axis(c, data)
        };
        let zero = scale.at(0.0);
        let series = data.series.len().max(1) as f64;
        let pitch = (self.band * 0.74 / series).min(WIDEST);
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
        c.hairline((self.left, zero), (c.width(), zero), &Role::Daempet);
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
        if self.labelled {
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
    fn axis(&self, c: &mut Canvas<'_>, data: &Data) -> Scale {
        let style = c.looks.quiet();
        let half = c.block(1, &style) / 2.0;
        let most = ((self.foot - self.top) / (style.leading * 1.6)) as usize;
        let axis = Axis::over(data.numbers(), most.min(6), whole(data));
        let scale = Scale::new(axis.ends(), self.foot - half, self.top + half);
        for tick in &axis.ticks {
            let y = scale.at(*tick);
            if *tick != 0.0 {
                c.hairline((self.left, y), (c.width(), y), &Role::Gitter);
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

/// Whether every value has room for its label over its column.
fn labels_fit(c: &Canvas<'_>, data: &Data, band: f64) -> bool {
    let value = c.looks.value();
    let pitch = (band * 0.74 / data.series.len().max(1) as f64).min(WIDEST);
    // One series may use the whole band for its label; several keep to their own column.
    let room = if data.series.len() > 1 { pitch } else { band } - 1.5;
    data.series.iter().all(|s| widest_value(c, s, &value) <= room)
}

fn axis_width(c: &Canvas<'_>, data: &Data) -> f64 {
    let style = c.looks.quiet();
    let axis = Axis::over(data.numbers(), 6, whole(data));
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
    let tal = if tick.fract() == 0.0 { Tal::Hel(tick as i64) } else { Tal::Decimal(tick) };
    number_form(tal, unit)
}
