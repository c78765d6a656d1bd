//! In what order the units of a spread may stand.

use super::task::{MODULES, Task, Unit};

/// Most wide units that are moved.
const MOVABLE: usize = 3;

/// Places that something wide may be moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The head of its section.
    Head,
    /// The foot of its section.
    Foot,
    /// Under the modules that follow its section, so that they fill the columns over it.
    Last,
}

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
    pub(crate) fn orders(task: &Task) -> Vec<Self> {
        let mut all: Vec<Self> = task
            .orders
            .iter()
            .map(|order| {
                let place = |unit: &usize| {
                    let section = task.units[*unit].section;
                    let at = |list: &[i32]| list.iter().position(|o| *o == section);
                    let after = usize::try_from(section).unwrap_or(0);
                    // Those named, all others by their numbers, those that are last.
                    match (at(&order.sections), at(&order.last)) {
                        (Some(place), _) => (0, place),
                        (None, None) => (1, after),
                        (None, Some(place)) => (2, place),
                    }
                };
                let mut units: Vec<usize> = (0..task.units.len()).collect();
                units.sort_by_key(place);
                let widened = (0..units.len()).any(|at| may_widen(task, &units, at));
                Self { units, cost: order.cost, moved: Vec::new(), widened }
            })
            .collect();
        all.sort_by_key(|a| a.cost);
        all
    }

    /// The same with units that go across moved to the head or the foot of their section, so that
    /// the columns beside them can be of one length. None where there is nothing to move.
    pub(crate) fn moved(task: &Task) -> Vec<Self> {
        let mut all = Self::orders(task);
        let unmoved = all.len();
        let wide: Vec<usize> = (0..task.units.len())
            .filter(|u| task.units[*u].wide && !task.units[*u].hold)
            .filter(|u| task.units[*u].section < MODULES)
            .take(MOVABLE)
            .collect();
        for unit in wide {
            let more: Vec<Self> = all
                .iter()
                .flat_map(|a| {
                    [Place::Head, Place::Foot, Place::Last].map(|p| a.with(task, unit, p))
                })
                .flatten()
                .collect();
            all.extend(more);
        }
        all.drain(..unmoved);
        all.sort_by_key(|a| a.cost);
        all
    }

    /// With a wide unit, and what holds on to it, at another place. None where it cannot stand there
    /// or does already.
    fn with(&self, task: &Task, unit: usize, place: Place) -> Option<Self> {
        let at = self.units.iter().position(|u| *u == unit)?;
        let of = |place: usize| &task.units[self.units[place]];
        let section = of(at).section;
        let mut first = at;
        while first > 0 && of(first - 1).hold && of(first - 1).wide {
            first -= 1;
        }
        // The text that speaks of a figure goes along with it, but not past other text: paragraphs
        // keep their order.
        let speaks =
            |u: &Unit| u.section == section && !u.wide && !u.hold && !u.figure && !u.spaced;
        let head = place == Place::Head;
        let told = first == at && first > 0 && of(at).figure && speaks(of(first - 1));
        let text = first - usize::from(told);
        let to = self.target(task, (text, at), place)?;
        let mut passed = if head { to..text } else { at + 1..to };
        if told && !passed.any(|place| speaks(of(place))) {
            first = text;
        }
        // A heading keeps what it names, and its section keeps it.
        let named = of(first).hold || first.checked_sub(1).is_some_and(|place| of(place).hold);
        if !head && named {
            return None;
        }
        // What holds on to its successor keeps it: nothing comes between the two.
        let before = if head { first.checked_sub(1) } else { to.checked_sub(1) };
        if before.is_some_and(|place| of(place).hold) {
            return None;
        }
        // Nor between a table and its note, or a text and its list: only headings let it in.
        let over = to.checked_sub(1).map(of).filter(|u| u.hold && (u.figure || u.divisible > 0));
        if head && over.is_some() {
            return None;
        }
        let heading = to.checked_sub(1).map(of).filter(|_| head);
        let widened = self.widened || heading.is_some_and(|u| u.hold && !u.wide);
        let mut units = self.units.clone();
        let group: Vec<usize> = units.drain(first..=at).collect();
        let to = if head { to } else { to - group.len() };
        units.splice(to..to, group);
        let mut moved = self.moved.clone();
        moved.push(unit);
        Some(Self { units, cost: self.cost + task.costs.moved, moved, widened })
    }

    /// Where units `first..=at` would begin, or what follows them if they move down.
    fn target(&self, task: &Task, (first, at): (usize, usize), place: Place) -> Option<usize> {
        let of = |place: usize| &task.units[self.units[place]];
        let section = of(at).section;
        // Not past a heading, nor what something else holds on to.
        let stays =
            |place: usize| of(place).section == section && !of(place).wide && !of(place).hold;
        let down = |mut to: usize, passes: &dyn Fn(usize) -> bool| {
            while to < self.units.len() && passes(to) {
                to += 1;
            }
            to
        };
        let foot = down(at + 1, &stays);
        match place {
            Place::Head => {
                let mut to = first;
                while to > 0 && stays(to - 1) {
                    to -= 1;
                }
                (to < first).then_some(to)
            }
            Place::Foot => (foot > at + 1).then_some(foot),
            Place::Last => {
                let last = down(foot, &|to| of(to).section >= MODULES && !of(to).wide);
                (last > foot).then_some(last)
            }
        }
    }
}

/// Whether the unit at a place holds on to something that goes across, or may where others are left
/// out: then it goes across too.
fn may_widen(task: &Task, units: &[usize], at: usize) -> bool {
    let holds = &task.units[units[at]];
    if !holds.hold || holds.wide {
        return false;
    }
    let left_out = |u: &Unit| u.heights.iter().any(|h| *h < 0) && u.choice != holds.choice;
    let after = units[at + 1..].iter().map(|unit| &task.units[*unit]);
    after.take_while(|u| u.wide || left_out(u)).any(|u| u.wide)
}
