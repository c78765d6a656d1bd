//! Combinations of options, from the one that could be cheapest.

use super::pages::white_cost;
use super::task::Task;

/// Most combinations of options that are gone through; beyond, the last choices keep their first
/// option. Of what needs more than a spread, fewer.
const MOST: [usize; 2] = [30_000, 60];

/// A combination of options.
#[derive(Debug, Clone, Copy)]
pub(super) struct Combination {
    /// The least that it can cost.
    pub least: i32,
    /// What its options cost.
    pub chosen: i32,
    /// Lines of both columns that its units take at most.
    pub lines: i32,
    /// Its options: of each choice one, times the choice's weight.
    number: u32,
}

/// The option of each choice, and the same times the choice's weight: the sum of these over some
/// choices tells their options from all others.
pub(super) type Options = Vec<(u8, usize)>;

/// How many options of each choice are gone through.
#[derive(Debug, Default)]
pub(super) struct Choices {
    sizes: Vec<usize>,
    /// How many combinations there are of the choices that follow.
    weights: Vec<usize>,
}

/// What the options that were taken so far come to.
#[derive(Clone, Copy)]
struct Part {
    low: i32,
    high: i32,
    chosen: i32,
}

impl Choices {
    /// Of a task that is to fit so many pages.
    pub(crate) fn of(task: &Task, pages: usize) -> Self {
        let limit = MOST[usize::from(pages > 2)];
        let mut product = 1_usize;
        let size = |options: &Vec<i32>| {
            let size = options.len().clamp(1, 255);
            let grown = product.saturating_mul(size);
            if grown > limit {
                return 1;
            }
            product = grown;
            size
        };
        let sizes: Vec<usize> = task.choices.iter().map(size).collect();
        let mut weights = vec![1; sizes.len()];
        for at in (1..sizes.len()).rev() {
            weights[at - 1] = weights[at] * sizes[at];
        }
        Self { sizes, weights }
    }

    /// Combinations that may fit, from the one that could be cheapest.
    pub(crate) fn combinations(&self, task: &Task, pages: usize) -> Vec<Combination> {
        let (low, high) = area(task, -1, 0);
        let mut parts = vec![Part { low, high, chosen: 0 }];
        // The last choice's options change first.
        for (choice, size) in self.sizes.iter().enumerate() {
            let option = |o: usize| {
                let (low, high) = area(task, choice as i32, o);
                (low, high, task.choices[choice].get(o).copied().unwrap_or(0))
            };
            let options: Vec<_> = (0..*size).map(option).collect();
            let with = |part: Part| {
                options.iter().map(move |(low, high, cost)| Part {
                    low: part.low + low,
                    high: part.high + high,
                    chosen: part.chosen + cost,
                })
            };
            parts = parts.into_iter().flat_map(with).collect();
        }
        let [first, other] = task.lines;
        let room = 2 * (first + other * (pages as i32 - 1));
        let fit = parts.iter().enumerate().filter(|(_, part)| part.low <= room);
        let mut found: Vec<Combination> = fit
            .map(|(number, part)| {
                // White lines are spread over the pages as evenly as can be.
                let white = white_cost((room - part.high).max(0) / pages as i32, &task.costs);
                let least = part.chosen + white * pages as i32;
                Combination { least, chosen: part.chosen, lines: part.high, number: number as u32 }
            })
            .collect();
        // Equal ones stay in their order.
        found.sort_unstable_by_key(|c| (i64::from(c.least) << 32) | i64::from(c.number));
        found
    }

    /// Sets the options of a combination.
    pub(crate) fn take(&self, c: &Combination, options: &mut Options) {
        options.clear();
        options.extend(self.sizes.iter().zip(&self.weights).map(|(size, weight)| {
            let option = c.number as usize / weight % size;
            (option as u8, option * weight)
        }));
    }
}

/// Lines of both columns that the units of a choice take with an option; of the units without a
/// choice for -1.
fn area(task: &Task, choice: i32, option: usize) -> (i32, i32) {
    let units = task.units.iter().filter(|u| u.choice.max(-1) == choice);
    // The space of what follows something that goes across counts in both columns.
    let before = task.units.iter().map(|u| u.before).max().unwrap_or(0);
    let lines = units.filter_map(|u| {
        let height = u.heights.get(option.min(u.heights.len().saturating_sub(1))).copied()?;
        let columns = if u.wide { 2 } else { 1 };
        let under = if u.wide { before } else { 0 };
        (height >= 0).then_some((height * columns, (height + u.before) * columns + under))
    });
    lines.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}
