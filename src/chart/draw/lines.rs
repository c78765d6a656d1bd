//! Lines over time, each named at its end.

use super::super::axis::{Axis, Scale};
use super::super::canvas::Canvas;
use super::super::scene::{Anchor, Point, Style};
use super::super::spec::{Data, Series, State, Value};
use super::columns::{tick_label, whole};
use super::{key, names, rows};
use crate::theme::Role;

/// Most lines in one figure; more become rows.
const MOST_SERIES: usize = 4;
/// Radius of a point, pt.
const DOT: f64 = 2.0;

/// Draws lines; as rows where there are too many, or where the names do not fit below.
pub(super) fn draw(c: &mut Canvas<'_>, data: &Data) {
    let style = c.looks.quiet();
    let axis = Axis::over(data.numbers(), 6, whole(data));
    let ticks: Vec<String> = axis.ticks.iter().map(|t| tick_label(*t, data)).collect();
    let left = ticks.iter().map(|t| c.measure(t, &style)).fold(0.0, f64::max) + 6.0;
    let direct = direct_width(c, data);
    let right = direct.unwrap_or_else(|| value_width(c, data));
    let plot = (left, c.width() - right);
    let Some(step) = name_step(c, data, plot) else { return rows::draw(c, data) };
    if data.series.len() > MOST_SERIES || plot.1 - plot.0 < 40.0 {
        return rows::draw(c, data);
    }
    let top = if direct.is_none() { key(c, names(&data.series)) } else { 0.0 };
    let half = c.block(1, &style) / 2.0;
    // The lowest tick's label reaches under the axis; the names begin below it.
    let under = half + 1.5;
    let foot = c.height() - c.block(1, &style) - under;
    let tick_room = (foot - top - half) / (axis.ticks.len().max(2) - 1) as f64;
    let ends_room = (foot + half - top) / data.series.len().max(1) as f64;
    if tick_room < c.block(1, &style) + 1.0 || ends_room < c.block(1, &c.looks.value()) + 1.0 {
        c.scene.texts.clear();
        c.scene.marks.clear();
        return rows::draw(c, data);
    }
    let y = Scale::new(axis.ends(), foot, top + half.max(5.0));
    for (tick, words) in axis.ticks.iter().zip(&ticks) {
        let at = y.at(*tick);
        let role = if *tick == 0.0 { Role::Muted } else { Role::Grid };
        c.hairline((plot.0, at), (plot.1, at), &role);
        c.lines_mid(std::slice::from_ref(words), left - 5.0, at, Anchor::End, &style);
    }
    let x = |i: usize| x_of(i, data.categories.len(), plot);
    for (i, category) in data.categories.iter().enumerate().step_by(step) {
        c.lines(std::slice::from_ref(&category.name), x(i), foot + under, Anchor::Middle, &style);
    }
    let breaks: Vec<bool> = data.categories.iter().map(|k| k.breaks).collect();
    for (i, _) in breaks.iter().enumerate().filter(|(i, breaks)| *i > 0 && **breaks) {
        let middle = (x(i - 1) + x(i)) / 2.0;
        c.dashed((middle, foot), (middle, top), &Role::Muted);
    }
    for (nth, s) in data.series.iter().enumerate() {
        line(c, s, nth, (&x, &breaks), &y);
    }
    ends(c, data, &y, (plot.1, top, foot + half), direct.is_some());
}

fn x_of(i: usize, count: usize, (left, right): (f64, f64)) -> f64 {
    let inset = 14.0_f64.min((right - left) / 4.0);
    let steps = count.saturating_sub(1).max(1) as f64;
    left + inset + (right - left - 2.0 * inset) * i as f64 / steps
}

/// The runs between missing values and breaks as lines, and every point by the state of its value.
/// The second series and on have other points, so that grey printing keeps them apart.
fn line(
    c: &mut Canvas<'_>,
    s: &Series,
    nth: usize,
    (x, breaks): (&dyn Fn(usize) -> f64, &[bool]),
    y: &Scale,
) {
    let mut run: Vec<Point> = Vec::new();
    let mut points: Vec<(Point, State)> = Vec::new();
    for (i, v) in s.values.iter().enumerate() {
        if breaks.get(i).copied().unwrap_or_default() {
            stroke(c, &mut run, s);
        }
        match v.f64() {
            Some(number) => {
                let at = (x(i), y.at(number));
                run.push(at);
                points.push((at, v.state));
            }
            None => {
                stroke(c, &mut run, s);
                if v.state != State::None {
                    c.diamond((x(i), y.at(0.0) - 4.5));
                }
            }
        }
    }
    stroke(c, &mut run, s);
    for (at, state) in points {
        point(c, at, state, nth, &s.role);
    }
}

fn stroke(c: &mut Canvas<'_>, run: &mut Vec<Point>, s: &Series) {
    let run = std::mem::take(run);
    if run.len() > 1 {
        c.path(run, 1.4, &s.role);
    }
}

fn point(c: &mut Canvas<'_>, (x, y): Point, state: State, nth: usize, role: &Role) {
    let hollow = state != State::Final;
    match (nth, hollow) {
        (_, true) => c.ring((x, y), DOT + 0.4, 0.9, role),
        (0, false) => c.circle((x, y), DOT, role),
        (1, false) => c.rect(x - DOT, y - DOT, 2.0 * DOT, 2.0 * DOT, role),
        (_, false) => {
            let r = DOT + 0.6;
            c.polygon(vec![(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)], role);
        }
    }
}

fn last(s: &Series) -> Option<(usize, &Value)> {
    s.values.iter().enumerate().rev().find(|(_, v)| v.number.is_some())
}

fn value_width(c: &Canvas<'_>, data: &Data) -> f64 {
    let style = c.looks.value();
    let width = |s: &Series| last(s).map_or(0.0, |(_, v)| c.measure(&v.label(s.unit), &style));
    data.series.iter().map(width).fold(0.0, f64::max) + 6.0
}

/// Room right of the plot for the names of up to three series; none where the names would take
/// too much of the figure, or more lines than its height holds.
fn direct_width(c: &Canvas<'_>, data: &Data) -> Option<f64> {
    let style = c.looks.label();
    let most = c.width() * 0.26;
    let name = |s: &Series| c.wrap(&s.name, &style, most);
    let blocks: Vec<_> = data.series.iter().map(name).collect();
    let lines: usize = blocks.iter().map(|b| b.len() + 1).sum();
    let tall = (lines + 1) as f64 * style.leading > c.height() - 2.5 * style.leading;
    let widest = blocks.iter().flatten().map(|l| c.measure(l, &style)).fold(0.0, f64::max);
    (data.series.len() <= 3 && !tall).then(|| (widest + 6.0).max(value_width(c, data)))
}

/// Last value and name of each line beside its end, pushed apart where they would touch.
fn ends(c: &mut Canvas<'_>, data: &Data, y: &Scale, (x, top, foot): (f64, f64, f64), named: bool) {
    let (value, label) = (c.looks.value(), c.looks.label());
    let room = c.width() - x - 4.0;
    let mut blocks: Vec<(f64, &Series, String, Vec<String>)> = Vec::new();
    for s in &data.series {
        let Some((_, v)) = last(s) else { continue };
        let name = if named { c.wrap(&s.name, &label, room) } else { Vec::new() };
        blocks.push((y.at(v.f64().unwrap_or(0.0)), s, v.label(s.unit), name));
    }
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let height = |c: &Canvas<'_>, lines: usize| {
        let names = if lines > 0 { lines as f64 * label.leading } else { 0.0 };
        c.block(1, &value) + names + 1.0
    };
    let mut tops: Vec<f64> = Vec::new();
    let mut free = top;
    for (at, _, _, name) in &blocks {
        let wanted = (at - c.block(1, &value) / 2.0).max(free);
        tops.push(wanted);
        free = wanted + height(c, name.len());
    }
    // Those that ran out at the foot are pushed up again, the lowest first.
    let mut floor = foot;
    for (at, (_, _, _, name)) in tops.iter_mut().zip(&blocks).rev() {
        *at = at.min(floor - height(c, name.len()));
        floor = *at;
    }
    for (at, (_, s, words, name)) in tops.iter().zip(&blocks) {
        let value = Style { role: text_role(c, &s.role), ..value.clone() };
        c.lines(std::slice::from_ref(words), x + 4.0, *at, Anchor::Start, &value);
        let below = at + c.block(1, &value) + 0.6;
        c.lines(name, x + 4.0, below, Anchor::Start, &label);
    }
}

/// The series' colour where text in it is readable, else that of text.
fn text_role(c: &Canvas<'_>, role: &Role) -> Role {
    if c.looks.readable_in(role) { role.clone() } else { Role::Tekst }
}

/// Every how many points a name stands, so that they do not touch.
fn name_step(c: &Canvas<'_>, data: &Data, plot: (f64, f64)) -> Option<usize> {
    let style = c.looks.quiet();
    let count = data.categories.len();
    (1..=count.max(1)).find(|step| {
        let mut free = 0.0;
        data.categories.iter().enumerate().step_by(*step).all(|(i, k)| {
            let half = c.measure(&k.name, &style) / 2.0;
            let middle = x_of(i, count, plot);
            let fits = middle - half >= free && middle + half <= c.width();
            free = middle + half + 4.0;
            fits
        })
    })
}
