//! The search through forms, orders and breaks.
//!
//! Combinations of options are gone through from the one that could be cheapest: what its white
//! would cost at least is known from the heights alone, and as soon as that is no less than the best
//! that was found, all others are out.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::arrange::Arrangement;
use super::combine::{Choices, Combination, Options};
use super::mixer::Mixer;
use super::outline::Outline;
use super::pages::{Bill, Sequence, white_cost};
use super::setting::{Setting, form};
use super::spread::{Forms, Spreads};
use super::task::{Composed, Page, Task};

/// With wide units at other places, so many are weighed: the best that were found first, then those
/// that could be cheapest.
const MOST_MOVED: usize = 2_000;
/// Where none fits without that, so many combinations are tried with it.
const MOVED: usize = 60;

/// What was found.
struct Found {
    cost: i32,
    options: Options,
    fixed: i32,
    order: i32,
    pages: Vec<Page>,
    bill: Bill,
}

/// The best pages: on one spread if that can be; else on as few spreads as will do.
pub(super) fn best(task: &Task) -> Composed {
    let mut search = Search {
        task,
        best: None,
        weighed: 0,
        options: Vec::new(),
        all_have_forms: task.units.iter().all(|u| !u.heights.is_empty()),
        setting: Setting::new(task),
        spreads: Spreads::new(task),
    };
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
    /// The options that are weighed.
    options: Options,
    /// Else nothing can be weighed.
    all_have_forms: bool,
    setting: Setting<'t>,
    spreads: Spreads<'t>,
}

impl Search<'_> {
    /// Goes through all options with so many pages.
    fn through(&mut self, pages: usize) {
        let choices = Choices::of(self.task, pages);
        let combinations = choices.combinations(self.task, pages);
        let orders = self.outlined(Arrangement::orders(self.task));
        let mut weighed: Vec<(i32, usize)> = Vec::new();
        // What goes across may take more lines than the estimate knows of.
        let known = orders.iter().all(|(order, _)| !order.widened);
        for (number, c) in combinations.iter().enumerate() {
            if known && !self.beats(c.least) {
                break;
            }
            choices.take(c, &mut self.options);
            let costs = orders.iter().filter_map(|order| self.weigh(c, order, pages));
            weighed.extend(costs.min().map(|cost| (cost, number)));
        }
        if pages == 2 {
            weighed.sort_unstable();
            self.through_moved(&choices, &combinations, &weighed);
        }
    }

    /// Goes through options with what goes across at other places.
    /// - `weighed`: costs of what fits without that, the least first.
    fn through_moved(
        &mut self,
        choices: &Choices,
        combinations: &[Combination],
        weighed: &[(i32, usize)],
    ) {
        let moved = Arrangement::moved(self.task);
        if moved.is_empty() {
            return;
        }
        // The least that a move costs: of those that widen a heading, and of the others.
        let least =
            |widened: bool| moved.iter().filter(|a| a.widened == widened).map(|a| a.cost).min();
        let (widened, others) = (least(true), least(false));
        let most = if weighed.is_empty() { MOVED } else { combinations.len() };
        let mut first = vec![false; combinations.len()];
        weighed.iter().for_each(|(_, number)| first[*number] = true);
        let rest = (0..combinations.len()).filter(|number| !first[*number]);
        let again = weighed.iter().map(|(_, number)| *number).chain(rest).take(most);
        let enough = self.weighed + MOST_MOVED;
        let moved = self.outlined(moved);
        for number in again {
            if self.weighed >= enough {
                break;
            }
            let c = &combinations[number];
            let may = others.is_some_and(|cost| self.beats(c.least + cost))
                || widened.is_some_and(|cost| self.beats(c.chosen + cost));
            if may {
                choices.take(c, &mut self.options);
                for arrangement in &moved {
                    self.weigh(c, arrangement, 2);
                }
            }
        }
    }

    fn outlined(&mut self, arrangements: Vec<Arrangement>) -> Vec<(Arrangement, Outline)> {
        arrangements.into_iter().map(|a| self.spreads.outlined(a)).collect()
    }

    fn beats(&self, cost: i32) -> bool {
        self.best.as_ref().is_none_or(|b| cost < b.cost)
    }

    /// Weighs a combination in an arrangement; gives its cost where it fits and beats the best.
    fn weigh(
        &mut self,
        c: &Combination,
        (a, outline): &(Arrangement, Outline),
        pages: usize,
    ) -> Option<i32> {
        let fixed = c.chosen + a.cost;
        // A heading that goes across takes more lines than the estimate knows of.
        let least = if a.widened { c.chosen } else { c.least };
        if !self.beats(least + a.cost) || !self.all_have_forms {
            return None;
        }
        self.weighed += 1;
        let limit = self.best.as_ref().map_or(i32::MAX, |b| b.cost - fixed);
        let (setting, options) = (&mut self.setting, &self.options);
        let (pages, bill) = if pages == 2 {
            let mut forms = Forms { setting, arrangement: a, options, lines: c.lines, set: false };
            let at = self.spreads.best(outline, &mut forms, limit)?;
            self.spreads.pages(&mut forms, at)?
        } else {
            setting.arrange(a, options);
            self.paginate(&self.setting.sequence, pages, limit)?
        };
        let cost = bill.total() + fixed;
        let (options, order) = (self.options.clone(), a.cost);
        self.best = Some(Found { cost, options, fixed, order, pages, bill });
        Some(cost)
    }

    /// The best breaks between so many pages: dynamic programming over where each page ends.
    fn paginate(&self, s: &Sequence, pages: usize, limit: i32) -> Option<(Vec<Page>, Bill)> {
        let costs = &self.task.costs;
        let n = s.len();
        // By where the page ends: the cost so far, the bill, where it began.
        let mut rows: Vec<Vec<Option<(i32, Bill, usize)>>> = Vec::with_capacity(pages);
        let mut starts = vec![(0_usize, Bill::default())];
        // All pages but the first are of one height: what was seen as the second may be the third.
        let mut seen: HashMap<(usize, usize), Option<Bill>, BuildHasherDefault<Mixer>> =
            HashMap::default();
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
                    if least >= limit {
                        continue;
                    }
                    let cut = if to > 0 && to < n && !last {
                        s.break_cost(to, costs, true)
                    } else {
                        Bill::default()
                    };
                    if least.saturating_add(cut.total()) >= limit {
                        continue;
                    }
                    let page = || s.page_bill(*from, to, room, costs);
                    let bill = if number == 0 {
                        page()
                    } else {
                        *seen.entry((*from, to)).or_insert_with(page)
                    };
                    let Some(bill) = bill else { continue };
                    let bill = so_far.plus(bill).plus(cut);
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
