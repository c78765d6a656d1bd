//! In what order the units of a spread may stand.

use super::task::Task;

/// Most wide units that are moved.
const MOVABLE: usize = 3;

/// An order of all units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arrangement {
    /// Indices of units.
    pub units: Vec<usize>,
    /// What it costs.
    pub cost: i32,
    /// Units that do not stand where the text has them.
    pub moved: Vec<usize>,
    /// Whether one of them stands under a heading that was in a column.
    pub widened: bool,
}

impl Arrangement {
    /// The orders of sections that the task names, the cheapest first.
    pub fn orders(task: &Task) -> Vec<Self> {
        let mut all: Vec<Self> = task
            .orders
            .iter()
            .map(|order| {
                let place = |unit: &usize| {
                    let section = task.units[*unit].section;
                    let found = order.sections.iter().position(|o| *o == section);
                    let after = usize::try_from(section).unwrap_or(0);
                    found.unwrap_or(order.sections.len() + after)
                };
                let mut units: Vec<usize> = (0..task.units.len()).collect();
                units.sort_by_key(place);
                Self { units, cost: order.cost, moved: Vec::new(), widened: false }
            })
            .collect();
        all.sort_by_key(|a| a.cost);
        all
    }

    /// The same with units that go across moved to the head or the foot of their section, so that
    /// the columns beside them can be of one length. None where there is nothing to move.
    pub fn moved(task: &Task) -> Vec<Self> {
        let mut all = Self::orders(task);
        let unmoved = all.len();
        let wide: Vec<usize> = (0..task.units.len())
            .filter(|u| task.units[*u].wide && !task.units[*u].hold && task.units[*u].choice < 0)
            .take(MOVABLE)
            .collect();
        for unit in wide {
            let more: Vec<Self> = all
                .iter()
                .flat_map(|a| [a.with(task, unit, false), a.with(task, unit, true)])
                .flatten()
                .collect();
            all.extend(more);
        }
        all.drain(..unmoved);
        all.sort_by_key(|a| a.cost);
        all
    }

    /// With a wide unit, and what holds on to it, at the head or the foot of its section.
    fn with(&self, task: &Task, unit: usize, foot: bool) -> Option<Self> {
        let at = self.units.iter().position(|u| *u == unit)?;
        let of = |place: usize| &task.units[self.units[place]];
        let section = of(at).section;
        let mut first = at;
        while first > 0 && of(first - 1).hold && of(first - 1).wide {
            first -= 1;
        }
        let stays = |place: usize| of(place).section == section && !of(place).wide;
        let mut to = if foot { at + 1 } else { first };
        if foot {
            while to < self.units.len() && stays(to) {
                to += 1;
            }
        } else {
            // Not over the section's own heading.
            while to > 0 && stays(to - 1) && !of(to - 1).hold {
                to -= 1;
            }
        }
        let same = if foot { to == at + 1 } else { to == first };
        // What holds on to its successor keeps it: nothing comes between the two.
        let before = if foot { to.checked_sub(1) } else { first.checked_sub(1) };
        if same || before.is_some_and(|place| of(place).hold) {
            return None;
        }
        let heading = to.checked_sub(1).map(of).filter(|_| !foot);
        let widened = self.widened || heading.is_some_and(|u| u.hold && !u.wide);
        let mut units = self.units.clone();
        let group: Vec<usize> = units.drain(first..=at).collect();
        let to = if foot { to - group.len() } else { to };
        units.splice(to..to, group);
        let mut moved = self.moved.clone();
        moved.push(unit);
        Some(Self { units, cost: self.cost + task.costs.moved, moved, widened })
    }
}
