//! What is known of an arrangement before its units are put in order: what a break at each place
//! costs at least, and what decides on the pages before and behind it.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::arrange::Arrangement;
use super::mixer::Mixer;
use super::task::{MODULES, OWN, Task, Unit};

/// An arrangement, place by place.
pub(super) struct Outline {
    /// The units' places, and one behind the last.
    pub steps: Vec<Step>,
    /// Of each step and form, the most lines that the unit takes of both columns; below zero where it
    /// is left out.
    pub areas: Vec<i32>,
    /// Whether these hold: not where a heading may go across that takes one column by itself.
    pub known: bool,
    /// The choices, as their first units stand, and as their last ones do from the end.
    pub firsts: Vec<usize>,
    pub lasts: Vec<usize>,
}

/// A place that the second page may begin at.
pub(super) struct Step {
    /// The choice that the unit follows, if any.
    pub choice: Option<usize>,
    /// Where its areas begin, and its last form.
    pub from: usize,
    pub last: usize,
    /// The least that a page break before the unit costs, whatever is left out.
    pub cut: i32,
    /// What decides on the first page if it ends here, and on the second.
    pub verso: Decides,
    pub recto: Decides,
}

/// Units that decide what stands on a page, and how.
#[derive(Clone, Copy)]
pub(super) struct Decides {
    /// A number that no other units have, and no other place of the break among them.
    pub units: (usize, usize),
    /// How many choices they follow, of [`Outline::firsts`] or [`Outline::lasts`].
    pub choices: usize,
}

/// Numbers for beginnings and ends of arrangements: what they are without their first or last unit,
/// that unit, and whether it was moved.
#[derive(Default)]
pub(super) struct Runs(HashMap<(usize, usize, bool), usize, BuildHasherDefault<Mixer>>);

impl Runs {
    /// Numbers of the first so many units, and of those from a place on.
    fn of(&mut self, a: &Arrangement) -> (Vec<usize>, Vec<usize>) {
        let count = a.units.len();
        let mut run = |so_far: usize, at: usize| {
            let unit = a.units[at];
            let next = self.0.len() + 2;
            *self.0.entry((so_far, unit, a.moved.contains(&unit))).or_insert(next)
        };
        let (mut heads, mut tails) = (vec![0], vec![1; count + 1]);
        for at in 0..count {
            heads.push(run(heads[at], at));
        }
        for at in (0..count).rev() {
            tails[at] = run(tails[at + 1], at);
        }
        (heads, tails)
    }
}

impl Outline {
    pub(crate) fn of(task: &Task, a: &Arrangement, runs: &mut Runs) -> Self {
        let list = Units { task, a };
        let (count, (heads, tails)) = (a.units.len(), runs.of(a));
        // The choices that units follow, and their places from one end.
        let from_end = |places: &mut dyn Iterator<Item = usize>| {
            let mut found: Vec<(usize, usize)> = Vec::new();
            for place in places {
                if let Some(choice) = list.choice(place)
                    && found.iter().all(|(_, c)| *c != choice)
                {
                    found.push((place, choice));
                }
            }
            found
        };
        let (firsts, lasts) = (from_end(&mut (0..count)), from_end(&mut (0..count).rev()));
        let under = task.units.iter().map(|u| u.before).max().unwrap_or(0);
        let mut areas = Vec::new();
        let step = |place: usize| {
            let (head, tail) = (list.decide_verso(place), list.decide_recto(place));
            let choices = firsts.iter().filter(|(first, _)| *first < head).count();
            let verso = Decides { units: (heads[head], place), choices };
            let choices = lasts.iter().filter(|(last, _)| *last >= tail).count();
            let recto = Decides { units: (tails[tail], count - place), choices };
            let from = areas.len();
            if place == count {
                areas.push(0);
                return Step { choice: None, from, last: 0, cut: 0, verso, recto };
            }
            let u = list.of(place);
            // The space of what follows something that goes across counts in both columns.
            let (columns, under) = if u.wide { (2, under) } else { (1, 0) };
            let lines = |h: &i32| ((h + u.before) * columns + under).max(0);
            let area = |h: &i32| if *h < 0 { -1 } else { lines(h) };
            areas.extend(u.heights.iter().map(area));
            let last = u.heights.len().saturating_sub(1);
            Step { choice: list.choice(place), from, last, cut: list.cut(place), verso, recto }
        };
        let steps = (0..=count).map(step).collect();
        let choices = |found: &[(usize, usize)]| found.iter().map(|(_, choice)| *choice).collect();
        let (firsts, lasts) = (choices(&firsts), choices(&lasts));
        Self { steps, areas, known: list.known(), firsts, lasts }
    }
}

/// The units of an arrangement by their places.
struct Units<'t> {
    task: &'t Task,
    a: &'t Arrangement,
}

impl<'t> Units<'t> {
    fn of(&self, place: usize) -> &'t Unit {
        &self.task.units[self.a.units[place]]
    }

    /// The choice that the unit at a place follows, if the task has it.
    fn choice(&self, place: usize) -> Option<usize> {
        usize::try_from(self.of(place).choice).ok().filter(|c| *c < self.task.choices.len())
    }

    /// Whether the units' lines are known from their forms alone.
    fn known(&self) -> bool {
        let count = self.a.units.len();
        (0..count).all(|place| {
            let u = self.of(place);
            let after = (place + 1..count).map(|next| self.of(next));
            let mut next = after.take_while(|o| o.wide || without(u, o));
            let told = u.choice < 0 || self.choice(place).is_some();
            told && u.before >= 0 && (!u.hold || u.wide || !next.any(|o| o.wide))
        })
    }

    /// The last unit before a place that is never left out.
    fn sure_before(&self, place: usize) -> Option<usize> {
        (0..place).rev().find(|before| stays(self.of(*before)))
    }

    /// The least that a page break before the unit at a place costs.
    fn cut(&self, place: usize) -> i32 {
        let (costs, u) = (&self.task.costs, self.of(place));
        // Else the unit may be the first of all: that is no break.
        let Some(sure) = self.sure_before(place) else { return 0 };
        let mut between = (sure..place).map(|before| self.of(before));
        if between.clone().all(|o| o.hold) {
            return i32::MAX;
        }
        let mut cost = 0;
        if between.all(|o| o.section == u.section) {
            cost += costs.section_page;
        }
        let own = |o: &Unit| (OWN..MODULES).contains(&o.section) && stays(o);
        let mut after = (place + 1..self.a.units.len()).map(|next| self.of(next));
        if u.section < OWN || (u.section >= MODULES && after.any(own)) {
            cost += costs.second_page(u.section);
        }
        if u.figure && !self.a.moved.contains(&self.a.units[place]) {
            cost += costs.figure_page;
        }
        cost
    }

    /// How many of the first units decide on the first page, if it ends before the one at a place and
    /// that is not left out.
    ///
    /// What is on the page does, and the rest of its last section: that may be short of a few lines.
    /// It ends at the latest where something of another section stands that is never left out. A
    /// heading at its end may go across, which what it holds on to decides: at the latest the next one
    /// that is never left out and holds on to nothing. (Right at the page's end, no heading may be.)
    fn decide_verso(&self, place: usize) -> usize {
        let count = self.a.units.len();
        let last = self.sure_before(place).unwrap_or(0)..place;
        let other = |at: &usize| {
            let section = self.of(*at).section;
            (*at == place || stays(self.of(*at)))
                && last.clone().all(|before| self.of(before).section != section)
        };
        let Some(end) = (place..count).find(other) else { return count };
        if end == place {
            return place + 1;
        }
        let holds_nothing = |at: &usize| stays(self.of(*at)) && !self.of(*at).hold;
        (end..count).find(holds_nothing).map_or(count, |at| at + 1)
    }

    /// The first of the units that decide on the second page, if it begins with the one at a place
    /// and that is not left out.
    ///
    /// What is on the page does, and the beginning of its first section, at the earliest after
    /// something of another section that is never left out. The space before what is first of a
    /// column, which what stands before may take away, counts for nothing.
    fn decide_recto(&self, place: usize) -> usize {
        if place == self.a.units.len() {
            return 0;
        }
        let section = self.of(place).section;
        let other = |at: &usize| stays(self.of(*at)) && self.of(*at).section != section;
        (0..place).rev().find(other).unwrap_or(0)
    }
}

/// Whether a unit is never left out.
fn stays(u: &Unit) -> bool {
    u.heights.iter().all(|h| *h >= 0)
}

/// Whether a unit can be there without another.
fn without(u: &Unit, other: &Unit) -> bool {
    if u.choice != other.choice || u.choice < 0 {
        return !stays(other);
    }
    let out = |u: &Unit, form: usize| {
        let last = u.heights.len().saturating_sub(1);
        u.heights.get(form.min(last)).is_none_or(|h| *h < 0)
    };
    let mut forms = 0..u.heights.len().max(other.heights.len());
    forms.any(|form| !out(u, form) && out(other, form))
}
