//! The search through forms, orders and breaks.
//!
//! Combinations of options are gone through from the one that could be cheapest: what its white
//! would cost at least is known from the heights alone, and as soon as that is no less than the best
//! that was found, all others are out.

use std::collections::BTreeSet;
use std::mem;

use super::arrange::Arrangement;
use super::pages::{Bill, Item, Sequence, white_cost};
use super::task::{Composed, Page, Task};

/// Most combinations of options that are gone through; beyond, the last choices keep their first
/// option. Of what needs more than a spread, fewer.
const MOST: [usize; 2] = [30_000, 60];
/// With wide units at other places, so many are weighed: the best that were found first, then those
/// that could be cheapest.
const MOST_MOVED: usize = 2_000;
/// Where none fits without that, so many combinations are tried with it.
const MOVED: usize = 60;

/// A combination of options.
#[derive(Debug, Clone)]
struct Combination {
    /// The least that it can cost.
    least: i32,
    /// What its options cost.
    chosen: i32,
    options: Vec<u8>,
}

/// What was found.
struct Found {
    cost: i32,
    options: Vec<u8>,
    fixed: i32,
    order: i32,
    pages: Vec<Page>,
    bill: Bill,
}

/// The best pages: on one spread if that can be; else on as few spreads as will do.
pub(super) fn best(task: &Task) -> Composed {
    let mut search =
        Search { task, best: None, weighed: 0, sequence: Sequence::default(), set: Vec::new() };
    let mut pages = 2;
    // Every page takes one unit at least.
    let most = task.units.len() + 3;
    while search.best.is_none() && pages <= most {
        search.through(pages);
        pages += 2;
    }
    search.composed()
}

struct Search<'t> {
    task: &'t Task,
    best: Option<Found>,
    weighed: usize,
    /// What is weighed, kept for its room.
    sequence: Sequence,
    /// The same for its units: index, height, and whether it goes across.
    set: Vec<(usize, i32, bool)>,
}

impl Search<'_> {
    /// Goes through all options with so many pages.
    fn through(&mut self, pages: usize) {
        let combinations = self.combinations(pages);
        let orders = Arrangement::orders(self.task);
        let mut weighed: Vec<(i32, usize)> = Vec::new();
        // What goes across may take more lines than the estimate knows of.
        let known = orders.iter().all(|order| !order.widened);
        for (number, c) in combinations.iter().enumerate() {
            if known && !self.beats(c.least) {
                break;
            }
            let costs = orders.iter().filter_map(|o| self.weigh(c, o, pages));
            weighed.extend(costs.min().map(|cost| (cost, number)));
        }
        let moved = Arrangement::moved(self.task);
        if pages > 2 || moved.is_empty() {
            return;
        }
        weighed.sort_unstable();
        let most = if weighed.is_empty() { MOVED } else { combinations.len() };
        let known: BTreeSet<usize> = weighed.iter().map(|(_, number)| *number).collect();
        let others = (0..combinations.len()).filter(|number| !known.contains(number));
        let again = weighed.iter().map(|(_, number)| *number).chain(others).take(most);
        let enough = self.weighed + MOST_MOVED;
        // The least that a move costs: of those that widen a heading, and of the others.
        let least =
            |widened: bool| moved.iter().filter(|a| a.widened == widened).map(|a| a.cost).min();
        let (widened, others) = (least(true), least(false));
        for number in again {
            if self.weighed >= enough {
                break;
            }
            let c = &combinations[number];
            let may = others.is_some_and(|cost| self.beats(c.least + cost))
                || widened.is_some_and(|cost| self.beats(c.chosen + cost));
            if may {
                for arrangement in &moved {
                    self.weigh(c, arrangement, pages);
                }
            }
        }
    }

    fn beats(&self, cost: i32) -> bool {
        self.best.as_ref().is_none_or(|b| cost < b.cost)
    }

    fn room(&self, pages: usize) -> i32 {
        let [first, other] = self.task.lines;
        2 * (first + other * (pages as i32 - 1))
    }

    /// Combinations that may fit, from the one that could be cheapest.
    fn combinations(&self, pages: usize) -> Vec<Combination> {
        let task = self.task;
        let limit = MOST[usize::from(pages > 2)];
        let mut product = 1_usize;
        let sizes: Vec<usize> = task
            .choices
            .iter()
            .map(|options| {
                let size = options.len().clamp(1, 255);
                let grown = product.saturating_mul(size);
                if grown > limit {
                    return 1;
                }
                product = grown;
                size
            })
            .collect();
        // Lines of both columns that each option takes: without the space before it, and with.
        let of_choice = |(c, n): (usize, &usize)| (0..*n).map(|o| self.area(c as i32, o)).collect();
        let areas: Vec<Vec<(i32, i32)>> = sizes.iter().enumerate().map(of_choice).collect();
        let fixed = self.area(-1, 0);
        let room = self.room(pages);
        let mut found = Vec::new();
        let mut options = vec![0_u8; sizes.len()];
        loop {
            let (mut low, mut high) = fixed;
            let mut chosen = 0;
            for (choice, option) in options.iter().enumerate() {
                let (a, b) = areas[choice][usize::from(*option)];
                (low, high) = (low + a, high + b);
                chosen += task.choices[choice].get(usize::from(*option)).copied().unwrap_or(0);
            }
            if low <= room {
                // White lines are spread over the pages as evenly as can be.
                let white = white_cost((room - high).max(0) / pages as i32, &task.costs);
                let least = chosen + white * pages as i32;
                found.push(Combination { least, chosen, options: options.clone() });
            }
            let next = |at: &usize| usize::from(options[*at]) + 1 < sizes[*at];
            let Some(at) = (0..sizes.len()).rev().find(next) else { break };
            options[at] += 1;
            options[at + 1..].fill(0);
        }
        // Equal ones stay in their order.
        found.sort_by_key(|c| c.least);
        found
    }

    /// Lines of both columns that the units of a choice take with an option; of the units without a
    /// choice for -1.
    fn area(&self, choice: i32, option: usize) -> (i32, i32) {
        let units = self.task.units.iter().filter(|u| u.choice.max(-1) == choice);
        // The space of what follows something that goes across counts in both columns.
        let before = self.task.units.iter().map(|u| u.before).max().unwrap_or(0);
        let lines = units.filter_map(|u| {
            let height = u.heights.get(option.min(u.heights.len().saturating_sub(1))).copied()?;
            let columns = if u.wide { 2 } else { 1 };
            let under = if u.wide { before } else { 0 };
            (height >= 0).then_some((height * columns, (height + u.before) * columns + under))
        });
        lines.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }

    /// Weighs a combination in an arrangement; gives its cost where it fits and beats the best.
    fn weigh(&mut self, c: &Combination, a: &Arrangement, pages: usize) -> Option<i32> {
        let fixed = c.chosen + a.cost;
        // A heading that goes across takes more lines than the estimate knows of.
        let least = if a.widened { c.chosen } else { c.least };
        if !self.beats(least + a.cost) {
            return None;
        }
        self.arrange(&c.options, a)?;
        self.weighed += 1;
        let limit = self.best.as_ref().map_or(i32::MAX, |b| b.cost - fixed);
        let (pages, bill) = self.paginate(&self.sequence, pages, limit)?;
        let cost = bill.total() + fixed;
        let (options, order) = (c.options.clone(), a.cost);
        self.best = Some(Found { cost, options, fixed, order, pages, bill });
        Some(cost)
    }

    /// Makes the sequence of units in their forms, in an arrangement.
    fn arrange(&mut self, options: &[u8], a: &Arrangement) -> Option<()> {
        self.set.clear();
        for unit in a.units.iter().copied() {
            let u = self.task.units.get(unit)?;
            let height = u.heights.get(form(u.choice, u.heights.len(), options)).copied()?;
            if height >= 0 {
                self.set.push((unit, height, u.wide));
            }
        }
        // A heading over something wide goes across as well, else it would end a column.
        for at in (1..self.set.len()).rev() {
            self.set[at - 1].2 |= self.set[at].2 && self.task.units[self.set[at - 1].0].hold;
        }
        let mut sequence = mem::take(&mut self.sequence).emptied();
        let items = &mut sequence.items;
        for (unit, height, wide) in self.set.iter().copied() {
            let u = &self.task.units[unit];
            // Across the page, it keeps off both columns.
            // Text stands on its heading, whatever it follows in the data.
            let spaced = items.last().is_some_and(|last| {
                let l = &self.task.units[last.unit];
                let text = u.divisible > 0 && !u.figure;
                let heading = l.hold && !l.figure && l.divisible == 0;
                // So does what was moved under one.
                let moved = heading && unit != last.unit + 1;
                let taken = form(l.choice, l.heights.len(), options);
                let tight = u.ruled && l.tight.get(taken).copied().unwrap_or(false);
                ((last.wide || !wide) && l.spaced && !tight) || (l.hold && text) || moved
            });
            items.push(Item {
                unit,
                height,
                before: if spaced { 0 } else { u.before },
                section: u.section,
                wide,
                hold: u.hold,
                divisible: u.divisible,
                figure: u.figure && !a.moved.contains(&unit),
            });
        }
        self.sequence = sequence.summed();
        Some(())
    }

    /// The best breaks between so many pages: dynamic programming over where each page ends.
    fn paginate(&self, s: &Sequence, pages: usize, limit: i32) -> Option<(Vec<Page>, Bill)> {
        let costs = &self.task.costs;
        let n = s.len();
        // By where the page ends: the cost so far, the bill, where it began.
        let mut rows: Vec<Vec<Option<(i32, Bill, usize)>>> = Vec::with_capacity(pages);
        let mut starts = vec![(0_usize, Bill::default())];
        for number in 0..pages {
            let room = self.task.lines[usize::from(number > 0)];
            let last = number + 1 == pages;
            let more = (pages - number - 1) as i32;
            let after = 2 * self.task.lines[1] * more;
            let mut row = vec![None; n + 1];
            for (from, so_far) in &starts {
                let first = if last { n } else { *from };
                for (to, cell) in row.iter_mut().enumerate().skip(first) {
                    let here = s.lines(*from, to);
                    if here.0 > 2 * room && to > from + 1 {
                        break;
                    }
                    // What is left must fit, and the white of both is not to cost too much.
                    let rest = s.lines(to, n);
                    let later = white_cost((after - rest.1).max(0) / more.max(1), costs) * more;
                    let white = white_cost((2 * room - here.1).max(0), costs).saturating_add(later);
                    let least = so_far.total().saturating_add(white);
                    if least >= limit || (pages == 2 && rest.0 > after && to + 1 < n) {
                        continue;
                    }
                    let Some(bill) = s.page_bill(*from, to, room, costs) else { continue };
                    let mut bill = so_far.plus(bill);
                    if to > 0 && to < n && !last {
                        bill = bill.plus(s.break_cost(to, costs, true));
                    }
                    let cost = bill.total();
                    if cost < limit && cell.is_none_or(|(known, _, _)| cost < known) {
                        *cell = Some((cost, bill, *from));
                    }
                }
            }
            let ends = row.iter().enumerate();
            starts = ends.filter_map(|(to, e)| e.map(|(_, bill, _)| (to, bill))).collect();
            rows.push(row);
        }
        let (_, bill, _) = rows.last()?.get(n).copied().flatten()?;
        let mut to = n;
        let mut set = Vec::with_capacity(pages);
        for (number, row) in rows.iter().enumerate().rev() {
            let (_, _, from) = row[to]?;
            let room = self.task.lines[usize::from(number > 0)];
            set.push(s.page(from, to, room, costs)?);
            to = from;
        }
        set.reverse();
        Some((set, bill))
    }

    fn composed(self) -> Composed {
        let Some(found) = self.best else {
            return Composed {
                pages: Vec::new(),
                forms: vec![-1; self.task.units.len()],
                cost: 0,
                bill: Vec::new(),
                weighed: self.weighed,
            };
        };
        let forms = self.task.units.iter().map(|u| {
            let form = form(u.choice, u.heights.len(), &found.options);
            if u.heights.get(form).is_some_and(|h| *h >= 0) { form as i32 } else { -1 }
        });
        let b = &found.bill;
        let bill = [
            ("hvid", b.white),
            ("ujaevn", b.uneven),
            ("hul", b.holes),
            ("delt", b.divided),
            ("afsnit", b.sections),
            ("figur", b.figures),
            ("form", found.fixed - found.order),
            ("orden", found.order),
        ];
        Composed {
            forms: forms.collect(),
            cost: found.cost,
            bill: bill.into_iter().filter(|b| b.1 != 0).map(|(n, c)| (n.to_owned(), c)).collect(),
            weighed: self.weighed,
            pages: found.pages,
        }
    }
}

/// The form of a unit: its choice's option, as far as it has so many.
fn form(choice: i32, forms: usize, options: &[u8]) -> usize {
    let option = usize::try_from(choice).ok().and_then(|at| options.get(at)).copied();
    usize::from(option.unwrap_or(0)).min(forms.saturating_sub(1))
}
