//! Dot strip: where one amount lies among all.

use std::collections::BTreeMap;

use super::super::axis::{Axis, Scale, range};
use super::super::canvas::Canvas;
use super::super::scene::{Anchor, Point};
use super::super::spec::{Dot, MOST_DOTS, number_form};
use crate::report::model::{Enhed, Tal};
use crate::theme::Role;

/// Radius of a dot, pt.
const DOT: f64 = 2.1;
/// Radius of the dot that is meant, pt.
const MEANT: f64 = 3.4;

/// Draws all dots over an axis in kroner, the meant one larger and with its amount.
pub(super) fn draw(c: &mut Canvas<'_>, dots: &[Dot], which: usize, role: &Role) {
    let (quiet, value) = (c.looks.quiet(), c.looks.value());
    let axis = Axis::over(dots.iter().map(|d| d.amount as f64), 5, true);
    let foot = c.height() - c.block(1, &quiet) - 3.5;
    let edge = MEANT + 1.0;
    // The axis ends with the last dot: a round end beyond it would push the dots together.
    let ends = range(dots.iter().map(|d| d.amount as f64));
    let scale = Scale::new(ends, edge, c.width() - edge);
    c.hairline((edge, foot), (c.width() - edge, foot), &Role::Muted);
    let axis: Vec<f64> = axis.ticks.into_iter().filter(|t| (ends.0..=ends.1).contains(t)).collect();
    ticks(c, &axis, &scale, foot);
    let head = c.block(1, &value) + 2.0;
    let meant = dots.get(which).map(|d| scale.at(d.amount as f64));
    let few = dots.len() <= MOST_DOTS;
    let places = if few {
        swarm(dots, which, &scale, foot - DOT - 2.0, head + DOT)
    } else {
        columns(c, dots, &scale, foot - 2.0, head);
        Vec::new()
    };
    let y = places.get(which).map_or(foot - MEANT - 2.0, |p| p.1);
    if let Some(x) = meant {
        c.line((x, head), (x, y), 0.8, role);
    }
    for (i, at) in places.iter().enumerate() {
        if i != which {
            c.circle(*at, DOT, &Role::Neutral);
        }
    }
    let (Some(x), Some(dot)) = (meant, dots.get(which)) else { return };
    c.circle((x, y), MEANT + 0.8, &Role::Paper);
    c.circle((x, y), MEANT, role);
    let words = number_form(Tal::Hel(dot.amount), Enhed::Kr);
    let half = c.measure(&words, &value) / 2.0;
    let middle = x.clamp(half, (c.width() - half).max(half));
    c.lines(&[words], middle, 0.0, Anchor::Middle, &value);
}

/// Draws how many amounts lie where: columns as wide as a dot, the highest as high as there is room.
fn columns(c: &mut Canvas<'_>, dots: &[Dot], scale: &Scale, foot: f64, head: f64) {
    let width = 2.0 * DOT;
    let mut counts: BTreeMap<i64, u32> = BTreeMap::new();
    for dot in dots {
        *counts.entry((scale.at(dot.amount as f64) / width).floor() as i64).or_default() += 1;
    }
    let most = f64::from(counts.values().copied().max().unwrap_or(1));
    for (nr, count) in counts {
        // One alone is seen too.
        let height = (f64::from(count) / most * (foot - head)).max(0.7);
        c.rect(nr as f64 * width + 0.2, foot - height, width - 0.4, height, &Role::Neutral);
    }
}

/// Ticks under the axis: as many labels as fit, the unit on the last.
fn ticks(c: &mut Canvas<'_>, axis: &[f64], scale: &Scale, foot: f64) {
    let style = c.looks.quiet();
    let mut free = f64::NEG_INFINITY;
    let last = axis.len().saturating_sub(1);
    let label = |tick: f64| {
        if tick == 0.0 { "0".to_owned() } else { number_form(Tal::Hel(tick as i64), Enhed::Kr) }
    };
    let placed = |c: &Canvas<'_>, tick: f64| {
        let words = label(tick);
        let half = c.measure(&words, &style) / 2.0;
        let x = scale.at(tick).clamp(half, (c.width() - half).max(half));
        (words, x, half)
    };
    let end = axis.last().map(|t| placed(c, *t));
    let reserved = end.as_ref().map_or(f64::INFINITY, |(_, x, half)| x - half - 6.0);
    for (i, tick) in axis.iter().enumerate() {
        let at = scale.at(*tick);
        c.hairline((at, foot), (at, foot + 2.5), &Role::Muted);
        let (words, x, half) = placed(c, *tick);
        if i < last && (x - half < free || x + half > reserved) {
            continue;
        }
        free = x + half + 6.0;
        c.lines(&[words], x, foot + 3.5, Anchor::Middle, &style);
    }
}

/// Places of the dots: on the lowest level where they do not touch those before them; where the
/// height is used up, they overlap on the highest. The meant one stands on those under it, so that
/// nothing stands between it and its amount.
fn swarm(dots: &[Dot], which: usize, scale: &Scale, low: f64, high: f64) -> Vec<Point> {
    let mut order: Vec<usize> = (0..dots.len()).filter(|i| *i != which).collect();
    order.sort_by_key(|i| (dots.get(*i).map(|d| d.amount), *i));
    let levels = (((low - high) / (2.0 * DOT + 0.4)).floor().max(0.0)) as usize;
    // In the order of their amounts, so that of each level the last alone can be touched.
    let mut last: Vec<f64> = vec![f64::NEG_INFINITY; levels + 1];
    let mut places = vec![(0.0, low); dots.len()];
    for i in &order {
        let Some(dot) = dots.get(*i) else { continue };
        let x = scale.at(dot.amount as f64);
        let free = |n: usize| last.get(n).is_none_or(|at| x - at >= 2.0 * DOT + 0.3);
        let n = (0..=levels).find(|n| free(*n)).unwrap_or(levels);
        if let Some(last) = last.get_mut(n) {
            *last = x;
        }
        if let Some(place) = places.get_mut(*i) {
            *place = (x, low - n as f64 * (2.0 * DOT + 0.4));
        }
    }
    let Some(x) = dots.get(which).map(|dot| scale.at(dot.amount as f64)) else { return places };
    let reach = MEANT + 0.8 + DOT + 0.3;
    let over = order.iter().filter_map(|i| places.get(*i)).filter_map(|(other, y)| {
        let rest = reach * reach - (other - x) * (other - x);
        (rest > 0.0).then(|| y - rest.sqrt())
    });
    let y = over.fold(low - (MEANT - DOT), f64::min).max(high);
    if let Some(place) = places.get_mut(which) {
        *place = (x, y);
    }
    places
}
