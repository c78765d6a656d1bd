//! Horizontal bars: one per category, groups of bars, panels side by side, rankings with a sum.

use std::sync::Arc;

use super::super::axis::{Scale, range};
use super::super::canvas::Canvas;
use super::super::scene::{Anchor, Style};
use super::super::spec::{Category, Data, Series, State, Value};
use super::{bar, key, widest_value};
use crate::report::model::Enhed;
use crate::theme::Role;

/// Space between names and bars, pt.
const GUTTER: f64 = 6.0;
/// Space between panels, pt.
const BETWEEN: f64 = 14.0;
/// Least width of the bars of a panel, pt; with less room the values' labels have none.
const LEAST: f64 = 24.0;

/// Draws rows; the figure gets the height that they need.
pub(super) fn draw(c: &mut Canvas<'_>, data: &Data) {
    let groups = panels(data);
    if groups.len() > 1 && !side_by_side(c, &groups) {
        return under_one_another(c, data, &groups);
    }
    let layout = Layout::of(c, data);
    let mut top = layout.head(c);
    let start = top;
    for row in &layout.order {
        if top > start && data.categories.get(*row).is_some_and(|k| k.breaks) {
            let between = top - layout.gap / 2.0;
            c.dashed((0.0, between), (c.width(), between), &Role::Muted);
        }
        top = layout.row(c, *row, top);
    }
    let end = (top - layout.gap + 1.0).max(start);
    for panel in &layout.panels {
        let zero = panel.scale(data).at(0.0);
        c.hairline((zero, start - 1.0), (zero, end), &Role::Muted);
    }
    c.scene.height = end + 1.0;
}

/// Whether panels have room for bars beside their values.
fn side_by_side(c: &Canvas<'_>, groups: &[(&str, Vec<&Series>)]) -> bool {
    let value = c.looks.value();
    let need = |(_, series): &(&str, Vec<&Series>)| {
        let room = rooms(c, series, &value);
        room.0 + room.1 + LEAST
    };
    let widest = groups.iter().map(need).fold(0.0, f64::max);
    (widest + BETWEEN) * groups.len() as f64 <= c.width()
}

/// Panels under one another, each with its names, where the figure is too narrow for them.
fn under_one_another(c: &mut Canvas<'_>, data: &Data, groups: &[(&str, Vec<&Series>)]) {
    let title = c.looks.quiet();
    let mut top = 0.0;
    for (name, series) in groups {
        let lines = c.wrap(name, &title, c.width());
        c.lines(&lines, 0.0, top, Anchor::Start, &title);
        top += c.block(lines.len(), &title) + 4.0;
        let alone = |s: &&Series| Series { panel: String::new(), ..(*s).clone() };
        let series = series.iter().map(alone).collect();
        let part = Data {
            categories: data.categories.clone(),
            series,
            ordered: data.ordered,
            reach: data.reach,
            beside: Arc::clone(&data.beside),
        };
        let frame = super::Frame::of(c.width(), 1.0, c.compact);
        let mut inner = Canvas::new(frame, c.looks, c.fonts);
        draw(&mut inner, &part);
        let height = inner.scene.height;
        c.place(inner.scene, 0.0, top);
        top += height + 10.0;
    }
    c.scene.height = (top - 10.0).max(1.0);
}

/// How many times as large counts in other panels are when those of a panel are few.
const FEW: f64 = 20.0;

/// Series that stand in one panel, and where.
struct PanelBox<'d> {
    title: &'d str,
    series: Vec<&'d Series>,
    left: f64,
    right: f64,
    /// Room for labels left of bars under zero, and right of the others.
    room: (f64, f64),
}

impl PanelBox<'_> {
    fn scale(&self, data: &Data) -> Scale {
        let counts = |unit: Enhed| matches!(unit, Enhed::Antal | Enhed::Personer);
        let unit = self.series.first().map_or(Enhed::Antal, |s| s.unit);
        // One scale for one measure, across the panels; sums have no bar.
        let drawn = |s: &Series| {
            let kept = data.categories.iter().zip(&s.values).filter(|(k, _)| !k.sum);
            kept.filter_map(|(_, v)| v.f64()).collect::<Vec<_>>()
        };
        let of = |alike: &dyn Fn(Enhed) -> bool| {
            range(data.series.iter().filter(|s| alike(s.unit)).flat_map(drawn))
        };
        let own = of(&|other| other == unit);
        let all = of(&|other| counts(other));
        // A few beside hundreds look like a few, whatever is counted.
        let (low, high) = if counts(unit) && own.1 < all.1 / FEW { all } else { own };
        let high = data.reach.map_or(high, |reach| high.max(reach.f64()));
        Scale::new((low, high), self.left + self.room.0, self.right - self.room.1)
    }
}

struct Layout<'d> {
    data: &'d Data,
    panels: Vec<PanelBox<'d>>,
    names: Vec<Vec<String>>,
    order: Vec<usize>,
    /// Height of one bar with the room for its label.
    pitch: f64,
    thickness: f64,
    gap: f64,
    /// Names stand over their bars where they would leave them no room.
    stacked: bool,
    /// Values stand at the right edge where they have no room on both sides of zero.
    aligned: bool,
    value: Style,
}

impl<'d> Layout<'d> {
    fn of(c: &Canvas<'_>, data: &'d Data) -> Self {
        let label = c.looks.label();
        let compact = c.compact;
        let value =
            if compact { Style { size: label.size, ..c.looks.value() } } else { c.looks.value() };
        let groups = panels(data);
        let share = if groups.len() > 2 { 0.30 } else { 0.40 };
        let mut rooms: Vec<_> = groups.iter().map(|(_, s)| rooms(c, s, &value)).collect();
        let beside: Vec<&Data> = if groups.len() == 1 { alone(data) } else { Vec::new() };
        for series in beside.iter().flat_map(|other| &other.series) {
            let other = self::rooms(c, &[series], &value);
            rooms.iter_mut().for_each(|r| *r = (r.0.max(other.0), r.1.max(other.1)));
        }
        let aligned = groups.len() == 1 && rooms.iter().any(|r| r.0 + r.1 + LEAST > c.width());
        if aligned {
            rooms.iter_mut().for_each(|r| r.0 = 0.0);
        }
        let need: f64 = rooms.iter().map(|r| r.0 + r.1 + LEAST + BETWEEN).sum();
        let most = (c.width() * share).min(c.width() - need).max(0.0);
        let stacked = most < 48.0;
        let most = if stacked { c.width() } else { most };
        let wrapped = |data: &Data| -> Vec<Vec<String>> {
            data.categories.iter().map(|k| c.wrap(&k.name, &label, most)).collect()
        };
        let width = |names: &[Vec<String>]| {
            names.iter().flatten().map(|l| c.measure(l, &label)).fold(0.0, f64::max)
        };
        let names = wrapped(data);
        let others = beside.iter().map(|other| width(&wrapped(other)));
        let widest = others.fold(width(&names), f64::max);
        let left = if stacked || widest == 0.0 { 0.0 } else { widest + GUTTER };
        let panels = placed(groups, &rooms, left, c.width());
        let height = c.block(1, &value);
        let several = panels.iter().any(|p| p.series.len() > 1);
        let pitch = height + if several { 0.4 } else { 0.8 } + c.sized(0.0, 0.0, 2.0);
        let thickness = if several { pitch - 1.6 } else { pitch - 0.6 };
        // Names of several lines keep apart.
        let several_lines = names.iter().any(|lines| lines.len() > 1);
        let least = if several_lines { label.leading * 0.5 } else { 0.0 };
        let gap = c.sized(3.0, 5.0, 9.0_f64).max(least);
        let order = order(data);
        Self { data, panels, names, order, pitch, thickness, gap, stacked, aligned, value }
    }

    /// Key and titles of panels; gives where the rows begin.
    fn head(&self, c: &mut Canvas<'_>) -> f64 {
        let several = self.panels.iter().any(|p| p.series.len() > 1);
        let mut top = 0.0;
        if several && !self.direct_names(c) {
            let mut seen: Vec<&str> = Vec::new();
            let mut shown = Vec::new();
            for s in &self.data.series {
                if !seen.contains(&s.name.as_str()) {
                    seen.push(&s.name);
                    shown.push((s.name.as_str(), &s.role));
                }
            }
            top = key(c, shown.into_iter());
        }
        if self.panels.len() < 2 {
            return top + 1.0;
        }
        let style = c.looks.quiet();
        let titles: Vec<_> =
            self.panels.iter().map(|p| c.wrap(p.title, &style, p.right - p.left)).collect();
        let most = titles.iter().map(Vec::len).max().unwrap_or(0);
        for (panel, lines) in self.panels.iter().zip(&titles) {
            let down = (most - lines.len()) as f64 * style.leading;
            c.lines(lines, panel.left, top + down, Anchor::Start, &style);
        }
        top + c.block(most, &style) + 5.0
    }

    /// Whether the series' names fit behind the values of the first row.
    fn direct_names(&self, c: &Canvas<'_>) -> bool {
        let ([panel], Some(first)) = (self.panels.as_slice(), self.order.first()) else {
            return false;
        };
        let label = c.looks.quiet();
        let scale = panel.scale(self.data);
        panel.series.len() <= 3
            && panel.series.iter().all(|s| {
                s.values.get(*first).is_some_and(|v| {
                    let end = scale.at(v.f64().unwrap_or(0.0).max(0.0));
                    let value = c.measure(&v.label(s.unit), &self.value);
                    v.number.is_some()
                        && end + 3.0 + value + 5.0 + c.measure(&s.name, &label) <= c.width()
                })
            })
    }

    /// One category; gives where the next begins.
    fn row(&self, c: &mut Canvas<'_>, at: usize, top: f64) -> f64 {
        let label = c.looks.label();
        let (Some(category), Some(lines)) = (self.data.categories.get(at), self.names.get(at))
        else {
            return top;
        };
        let bars = self.panels.iter().map(|p| p.series.len()).max().unwrap_or(1) as f64;
        let name_height = c.block(lines.len(), &label);
        let bar_height = bars * self.pitch;
        let mut top = top;
        if category.sum {
            c.hairline((0.0, top), (c.width(), top), &Role::Line);
            top += 3.5;
        }
        let style =
            if category.sum { Style { weight: c.looks.value().weight, ..label } } else { label };
        let (height, middle) = if self.stacked {
            c.lines(lines, 0.0, top, Anchor::Start, &style);
            (name_height + bar_height, top + name_height + bar_height / 2.0)
        } else {
            let height = name_height.max(bar_height);
            // One name beside one bar shares its middle; a longer name begins with its bars.
            c.lines_mid(lines, 0.0, top + height / 2.0, Anchor::Start, &style);
            (height, top + height / 2.0)
        };
        for panel in &self.panels {
            self.bars(c, panel, at, category, middle);
        }
        top + height + self.gap
    }

    fn bars(&self, c: &mut Canvas<'_>, panel: &PanelBox<'_>, at: usize, k: &Category, middle: f64) {
        let scale = panel.scale(self.data);
        let first = middle - panel.series.len() as f64 * self.pitch / 2.0;
        let named =
            panel.series.len() > 1 && self.order.first() == Some(&at) && self.direct_names(c);
        for (nth, s) in panel.series.iter().enumerate() {
            let Some(v) = s.values.get(at) else { continue };
            let mid = first + (nth as f64 + 0.5) * self.pitch;
            let role = k.role.as_ref().unwrap_or(&s.role);
            let end = self.bar(c, &scale, (s, v), mid, role, k.sum);
            if named {
                let style = c.looks.quiet();
                c.lines_mid(std::slice::from_ref(&s.name), end + 5.0, mid, Anchor::Start, &style);
            }
        }
    }

    /// One bar with its value; gives where the value ends.
    fn bar(
        &self,
        c: &mut Canvas<'_>,
        scale: &Scale,
        (s, v): (&Series, &Value),
        mid: f64,
        role: &Role,
        sum: bool,
    ) -> f64 {
        let zero = scale.at(0.0);
        let Some(number) = v.f64() else {
            match v.state {
                State::None => {
                    let style = c.looks.quiet();
                    c.lines_mid(&["–".to_owned()], zero + 3.0, mid, Anchor::Start, &style);
                }
                _ => c.diamond((zero + 6.0, mid)),
            }
            return zero + 10.0;
        };
        let words = [v.label(s.unit)];
        let mut edge = zero;
        if !sum {
            let end = scale.at(number);
            let least = if number == 0.0 { 0.0 } else { 0.4 };
            let width = (end - zero).abs().max(least);
            let x = if number < 0.0 { zero - width } else { zero };
            bar(c, (x, mid - self.thickness / 2.0, width, self.thickness), role, v.state);
            edge = if number < 0.0 { x } else { x + width };
        }
        if self.aligned {
            c.lines_mid(&words, c.width(), mid, Anchor::End, &self.value);
            return c.width();
        }
        if number < 0.0 {
            c.lines_mid(&words, edge - 3.0, mid, Anchor::End, &self.value);
            return zero;
        }
        c.lines_mid(&words, edge + 3.0, mid, Anchor::Start, &self.value);
        edge + 3.0 + c.measure(&words[0], &self.value)
    }
}

/// What is compared with the data and stands in one panel too.
fn alone(data: &Data) -> Vec<&Data> {
    data.beside.iter().filter(|other| panels(other).len() == 1).collect()
}

/// The series by panel, in order.
fn panels(data: &Data) -> Vec<(&str, Vec<&Series>)> {
    let mut groups: Vec<(&str, Vec<&Series>)> = Vec::new();
    for s in &data.series {
        match groups.iter_mut().find(|(title, _)| *title == s.panel) {
            Some((_, members)) => members.push(s),
            None => groups.push((&s.panel, vec![s])),
        }
    }
    groups
}

fn rooms(c: &Canvas<'_>, series: &[&Series], value: &Style) -> (f64, f64) {
    let negative = series.iter().any(|s| s.values.iter().any(|v| v.f64().is_some_and(|n| n < 0.0)));
    let widest = series.iter().map(|s| widest_value(c, s, value)).fold(10.0, f64::max) + 4.0;
    (if negative { widest } else { 0.0 }, widest)
}

fn placed<'d>(
    groups: Vec<(&'d str, Vec<&'d Series>)>,
    rooms: &[(f64, f64)],
    left: f64,
    width: f64,
) -> Vec<PanelBox<'d>> {
    let count = groups.len().max(1) as f64;
    let each = ((width - left - BETWEEN * (count - 1.0)) / count).max(1.0);
    let boxes = groups.into_iter().zip(rooms).enumerate().map(|(i, ((title, series), room))| {
        let left = left + i as f64 * (each + BETWEEN);
        PanelBox { title, series, left, right: left + each, room: *room }
    });
    boxes.collect()
}

/// Largest first unless the categories have an order of their own; what has no number, then sums,
/// come last.
pub(in crate::chart) fn order(data: &Data) -> Vec<usize> {
    let mut order: Vec<usize> = (0..data.categories.len()).collect();
    if data.ordered {
        return order;
    }
    let first = |i: usize| data.series.first().and_then(|s| s.values.get(i)).and_then(Value::f64);
    let sum = |i: usize| data.categories.get(i).is_some_and(|k| k.sum);
    order.sort_by(|a, b| {
        let by_value = match (first(*a), first(*b)) {
            (Some(x), Some(y)) => y.total_cmp(&x),
            (x, y) => y.is_some().cmp(&x.is_some()),
        };
        sum(*a).cmp(&sum(*b)).then(by_value)
    });
    order
}
