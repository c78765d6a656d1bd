//! The units of a spread in their forms and in order.

use super::arrange::Arrangement;
use super::combine::Options;
use super::pages::{Item, Sequence};
use super::task::Task;

/// What is weighed, kept for its room.
pub(super) struct Setting<'t> {
    task: &'t Task,
    pub sequence: Sequence,
    /// The same before spaces are known: place, index, height, and whether it goes across.
    set: Vec<(usize, usize, i32, bool)>,
}

impl<'t> Setting<'t> {
    pub(crate) fn new(task: &'t Task) -> Self {
        Self { task, sequence: Sequence::default(), set: Vec::new() }
    }

    /// Makes the sequence of units in their forms, in an arrangement.
    pub(crate) fn arrange(&mut self, a: &Arrangement, options: &Options) {
        self.set.clear();
        for (place, unit) in a.units.iter().copied().enumerate() {
            let u = &self.task.units[unit];
            let height = u.heights[form(u.choice, u.heights.len(), options)];
            if height >= 0 {
                self.set.push((place, unit, height, u.wide));
            }
        }
        // A heading over something wide goes across as well, else it would end a column.
        for at in (1..self.set.len()).rev() {
            self.set[at - 1].3 |= self.set[at].3 && self.task.units[self.set[at - 1].1].hold;
        }
        let items = &mut self.sequence.items;
        items.clear();
        for (place, unit, height, wide) in self.set.iter().copied() {
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
                // Two that go across keep apart by themselves.
                let ruled = u.ruled && !(last.wide && wide);
                let tight = ruled && l.tight.get(taken).copied().unwrap_or(false);
                ((last.wide || !wide) && l.spaced && !tight) || (l.hold && text) || moved
            });
            items.push(Item {
                unit,
                place,
                height,
                before: if spaced { 0 } else { u.before },
                section: u.section,
                wide,
                hold: u.hold,
                divisible: u.divisible,
                figure: u.figure && !a.moved.contains(&unit),
            });
        }
        self.sequence.sum();
    }
}

/// The form of a unit: its choice's option, as far as it has so many.
pub(super) fn form(choice: i32, forms: usize, options: &Options) -> usize {
    let option = usize::try_from(choice).ok().and_then(|at| options.get(at)).copied();
    usize::from(option.map_or(0, |(option, _)| option)).min(forms.saturating_sub(1))
}
