//! One page: units in their order, as columns and what goes across between them.

use super::task::{Costs, MODULES, OWN, Page, Segment};

/// A unit in the form that is tried.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// Index of the unit.
    pub unit: usize,
    /// The unit's place in the arrangement.
    pub place: usize,
    /// Height, lines.
    pub height: i32,
    pub before: i32,
    pub section: i32,
    pub wide: bool,
    pub hold: bool,
    /// As in [`super::task::Unit`].
    pub divisible: i32,
    pub figure: bool,
}

/// What a page costs, by what it costs it for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Bill {
    pub white: i32,
    pub uneven: i32,
    pub holes: i32,
    pub divided: i32,
    pub sections: i32,
    pub figures: i32,
}

impl Bill {
    pub(crate) fn total(&self) -> i32 {
        [self.uneven, self.holes, self.divided, self.sections, self.figures]
            .into_iter()
            .fold(self.white, i32::saturating_add)
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            white: self.white.saturating_add(other.white),
            uneven: self.uneven.saturating_add(other.uneven),
            holes: self.holes.saturating_add(other.holes),
            divided: self.divided.saturating_add(other.divided),
            sections: self.sections.saturating_add(other.sections),
            figures: self.figures.saturating_add(other.figures),
        }
    }
}

/// Units in reading order, with sums of their heights.
#[derive(Default)]
pub(super) struct Sequence {
    pub items: Vec<Item>,
    /// Of the first `n` items.
    sums: Vec<Sum>,
}

/// What the first items of a sequence take, lines.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// In one column, with the space before each.
    column: i32,
    /// In both columns, where what goes across counts twice: without the spaces, and with.
    area: (i32, i32),
}

/// How a run of column units stands.
#[derive(Clone, Copy)]
struct Split {
    /// The right column's first item; the one that is divided is the left column's.
    at: usize,
    divided: i32,
    left: i32,
    right: i32,
    bill: Bill,
}

impl Sequence {
    /// Adds up the items' heights.
    pub(crate) fn sum(&mut self) {
        self.sums.clear();
        self.sums.reserve(self.items.len() + 1);
        let mut sum = Sum::default();
        self.sums.push(sum);
        let mut under_wide = false;
        for item in &self.items {
            sum.column += item.height + item.before;
            let columns = if item.wide { 2 } else { 1 };
            sum.area.0 += item.height * columns;
            // Space under something that goes across is white in both columns.
            let white = if under_wide { 2 } else { columns };
            sum.area.1 += item.height * columns + item.before * white;
            under_wide = item.wide;
            self.sums.push(sum);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// Height of items `from..to` in one column.
    fn column(&self, from: usize, to: usize) -> i32 {
        if from >= to {
            0
        } else {
            self.sums[to].column - self.sums[from].column - self.items[from].before
        }
    }

    /// Lines that items `from..to` take in both columns: without the space before them, and with.
    pub(crate) fn lines(&self, from: usize, to: usize) -> (i32, i32) {
        let (a, b) = (self.sums[from].area, self.sums[to].area);
        (b.0 - a.0, b.1 - a.1)
    }

    /// What a break before item `at` costs, at a column's end or a page's.
    pub(crate) fn break_cost(&self, at: usize, costs: &Costs, page: bool) -> Bill {
        let mut bill = Bill::default();
        let (Some(item), Some(last)) = (self.items.get(at), at.checked_sub(1)) else { return bill };
        if item.section == self.items[last].section {
            bill.sections = if page { costs.section_page } else { costs.section_column };
            bill.sections += self.stump(at, 0, costs);
        }
        // What is said of all indsatser does not open a page that its own sections follow on.
        let own = |i: &Item| (OWN..MODULES).contains(&i.section);
        let ahead = || item.section >= MODULES && self.items[at..].iter().any(own);
        if page && (item.section < OWN || ahead()) {
            bill.sections += costs.second_page(item.section);
        }
        if item.figure {
            bill.figures = if page { costs.figure_page } else { costs.figure_column };
        }
        bill
    }

    /// Where the section of an item begins and ends.
    pub(crate) fn section(&self, at: usize) -> (usize, usize) {
        let other = |item: &Item| item.section != self.items[at].section;
        let from = self.items[..at].iter().rposition(other).map_or(0, |last| last + 1);
        let to = self.items[at..].iter().position(other).map_or(self.len(), |next| at + next);
        (from, to)
    }

    /// What it costs that few lines of a section stand apart from all others of it, or few lines of
    /// its text before a figure: before a break at item `at`, or behind it.
    /// - `over`: lines of the item before the break that stand behind it.
    fn stump(&self, at: usize, over: i32, costs: &Costs) -> i32 {
        let (from, to) = self.section(at - 1);
        let (before, behind) = (self.column(from, at) - over, self.column(at, to) + over);
        let [least, cost] = costs.stump;
        if before.min(behind) < least {
            return cost;
        }
        let text = |i: &&Item| !i.figure && !i.wide;
        let lines = |i: &Item| i.height;
        let before: i32 = self.items[from..at].iter().rev().take_while(text).map(lines).sum();
        let behind: i32 = self.items[at..to].iter().take_while(text).map(lines).sum();
        let few = |lines: i32| (1..least).contains(&lines);
        // A figure that begins or ends a column is told elsewhere.
        if few(before - over) || few(behind + over) { cost } else { 0 }
    }

    /// Items `from..to` on a page of so many lines; none where they do not fit or one that holds on
    /// to its successor would be the last.
    pub(crate) fn page(&self, from: usize, to: usize, room: i32, costs: &Costs) -> Option<Page> {
        let mut segments = Vec::new();
        let (lines, white, _) = self.walk(from, to, room, costs, |s| segments.push(s()))?;
        Some(Page { segments, lines, white })
    }

    /// What that page costs.
    pub(crate) fn page_bill(
        &self,
        from: usize,
        to: usize,
        room: i32,
        costs: &Costs,
    ) -> Option<Bill> {
        self.walk(from, to, room, costs, |_| ()).map(|(_, _, bill)| bill)
    }

    /// Goes down a page; gives its lines, its white lines and its bill.
    fn walk(
        &self,
        from: usize,
        to: usize,
        room: i32,
        costs: &Costs,
        mut each: impl FnMut(&dyn Fn() -> Segment),
    ) -> Option<(i32, i32, Bill)> {
        let mut bill = Bill::default();
        let (mut used, mut white, mut at) = (0, 0, from);
        if from < to && self.items[to - 1].hold && to < self.len() {
            return None;
        }
        while at < to {
            let wide = self.items[at].wide;
            let mut end = at + 1;
            while end < to && self.items[end].wide == wide {
                end += 1;
            }
            let before = if at == from { 0 } else { self.items[at].before };
            let alone = at == from && end == at + 1;
            let left_over = room - used - before;
            let units = |a: usize, b: usize| self.items[a..b].iter().map(|i| i.unit).collect();
            let lines = if wide {
                let lines = self.column(at, end);
                if lines > left_over && !alone {
                    return None;
                }
                each(&|| Segment {
                    wide,
                    left: units(at, end),
                    right: Vec::new(),
                    divided: 0,
                    lines,
                    before,
                });
                lines
            } else {
                let split = self.split(at, end, (left_over, alone), end == to, costs)?;
                bill = bill.plus(split.bill);
                white += (split.left - split.right).abs();
                let lines = split.left.max(split.right);
                each(&|| Segment {
                    wide,
                    left: units(at, split.at),
                    right: units(split.at, end),
                    divided: split.divided,
                    lines,
                    before,
                });
                lines
            };
            used += before + lines;
            at = end;
        }
        white += 2 * (room - used).max(0);
        let white_cost = if from == 0 { first_white_cost } else { white_cost };
        bill.white = white_cost(white, costs);
        if from == to {
            bill.white = bill.white.saturating_add(costs.empty);
        } else if self.items[from..to].iter().all(|i| i.section >= MODULES) {
            bill.sections += costs.foreign;
        }
        Some((used, white, bill))
    }

    /// The best way to set column items `from..to` in two columns of at most `room` lines; one item
    /// alone may be higher than that. `last` where nothing follows on the page.
    fn split(
        &self,
        from: usize,
        to: usize,
        (room, alone): (i32, bool),
        last: bool,
        costs: &Costs,
    ) -> Option<Split> {
        let mut best: Option<Split> = None;
        let mut weigh = |split: Split| {
            let fits = split.left.max(split.right) <= room || alone;
            let cost = split.bill.total();
            if fits && best.as_ref().is_none_or(|b| cost < b.bill.total()) {
                best = Some(split);
            }
        };
        for at in from + 1..=to {
            if !alone && at > from + 1 && self.column(from, at - 1) > room {
                break;
            }
            let before = &self.items[at - 1];
            let (left, right) = (self.column(from, at), self.column(at, to));
            if !before.hold || at == to {
                let mut bill = ends(left, right, last, costs);
                if at < to {
                    bill = bill.plus(self.break_cost(at, costs, false));
                }
                weigh(Split { at, divided: 0, left, right, bill });
            }
            let (least, spare, cost) = match before.divisible {
                2 => (2, 2, costs.divided),
                3 => (6, 5, costs.divided_table),
                4 => (5, 0, costs.divided_voice),
                _ => (2, 0, costs.divided),
            };
            if before.divisible > 0 && before.height >= 2 * least {
                let rest = if at < to { right + self.items[at].before } else { 0 };
                let over = left - before.height;
                // Columns of the same length, or the left one a line longer; or as many lines on
                // either side as read well.
                let even = (left + rest + 1) / 2 - over + spare / 2;
                let well = costs.stump[0].max(least);
                for least in [least, well] {
                    if before.height < 2 * least {
                        continue;
                    }
                    let divided = even.clamp(least, before.height - least).min(room - over);
                    if divided >= least {
                        let (left, right) = (over + divided, before.height - divided + rest);
                        let mut bill = ends(left, right, last, costs);
                        bill.divided += cost + self.stump(at, before.height - divided, costs);
                        bill.divided += costs.divided_white * (right - left - 1).max(0);
                        // What is divided between its items must fill its column; lines break
                        // off over the white that is left under them.
                        if spare == 0 || left >= right + spare {
                            weigh(Split { at, divided, left, right, bill });
                        }
                    }
                }
            }
        }
        best
    }
}

/// What the columns' ends cost.
fn ends(left: i32, right: i32, last: bool, costs: &Costs) -> Bill {
    let mut bill = Bill::default();
    let apart = (left - right).abs();
    if last {
        bill.uneven = if left >= right {
            costs.uneven * (apart - 1).max(0)
        } else {
            costs.uneven_left * apart
        };
    } else {
        bill.holes = costs.hole * (apart - 1).max(0);
        if apart >= costs.great_hole[0] {
            bill.holes += costs.great_hole[1];
        }
    }
    bill
}

/// What so many white lines of a page cost.
pub(super) fn white_cost(white: i32, costs: &Costs) -> i32 {
    let square = i64::from(white) * i64::from(white) * i64::from(costs.white_square) / 100;
    (white.saturating_mul(costs.white)).saturating_add(i32::try_from(square).unwrap_or(i32::MAX))
}

/// The same of the first page.
pub(super) fn first_white_cost(white: i32, costs: &Costs) -> i32 {
    let more = i64::from(white_cost(white, costs)) * i64::from(100 + costs.white_first) / 100;
    i32::try_from(more).unwrap_or(i32::MAX)
}
