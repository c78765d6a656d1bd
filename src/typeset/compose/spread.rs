//! A spread: where the first of its two pages ends.
//!
//! Nearly all that a search weighs are spreads, tens of thousands that differ in a form or two. What
//! a page costs is therefore kept, by what decides on it, and units are put in order only where a
//! page is new, or may be among the best.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::RangeInclusive;

use super::arrange::Arrangement;
use super::combine::Options;
use super::mixer::Mixer;
use super::outline::{Decides, Outline, Runs};
use super::pages::{Bill, Sequence, first_white_cost, white_cost};
use super::setting::Setting;
use super::task::{Page, Task};

/// What the pages of a task's spreads cost.
pub(super) struct Spreads<'t> {
    task: &'t Task,
    white: White,
    runs: Runs,
    /// By what decides on a page: its units, their options, and whether it is the second.
    pages: HashMap<(usize, usize, usize), i32, BuildHasherDefault<Mixer>>,
}

/// Units in their forms, which are put in order when they are first asked for.
pub(super) struct Forms<'s, 't> {
    pub setting: &'s mut Setting<'t>,
    pub arrangement: &'s Arrangement,
    pub options: &'s Options,
    /// Lines of both columns that they take at most.
    pub lines: i32,
    pub set: bool,
}

impl Forms<'_, '_> {
    fn sequence(&mut self) -> &Sequence {
        if !self.set {
            self.setting.arrange(self.arrangement, self.options);
            self.set = true;
        }
        &self.setting.sequence
    }

    /// The units in order, and the first of them that stands at a place or behind it.
    fn at(&mut self, place: usize) -> (&Sequence, usize) {
        let s = self.sequence();
        (s, s.items.partition_point(|item| item.place < place))
    }
}

impl<'t> Spreads<'t> {
    pub(crate) fn new(task: &'t Task) -> Self {
        Self { task, white: White::of(task), runs: Runs::default(), pages: HashMap::default() }
    }

    pub(crate) fn outlined(&mut self, a: Arrangement) -> (Arrangement, Outline) {
        let outline = Outline::of(self.task, &a, &mut self.runs);
        (a, outline)
    }

    /// Before which item the second page begins best, if both cost less than `limit`; the first of
    /// equal ones.
    ///
    /// Nothing is looked at closer that costs too much by what is known of it already. What stands on
    /// a page leaves at least the white that the most lines of its units do not fill, wherever its
    /// columns break: space falls away at breaks and none is added. All else that is penalised only
    /// adds to that and to what the break itself costs.
    pub(crate) fn best(
        &mut self,
        outline: &Outline,
        forms: &mut Forms<'_, '_>,
        mut limit: i32,
    ) -> Option<usize> {
        let mut best = None;
        let mut here = 0;
        // Where the white of one page alone is not too much.
        let may = if outline.known { self.white.range(forms.lines, limit) } else { 0..=i32::MAX };
        for (place, step) in outline.steps.iter().enumerate() {
            let form = step.choice.map_or(0, |c| usize::from(forms.options[c].0).min(step.last));
            let area = outline.areas[step.from + form];
            if area < 0 {
                continue;
            }
            let before = here;
            here += area;
            if before > *may.end() {
                break;
            }
            if before < *may.start() || step.cut >= limit {
                continue;
            }
            let mut later = 0;
            if outline.known {
                later = self.white.cost(1, forms.lines - before);
                let white = self.white.cost(0, before).saturating_add(later);
                if white.saturating_add(step.cut) >= limit {
                    continue;
                }
            }
            let verso = self.page(outline, 0, (step.verso, place), forms);
            let so_far = verso.saturating_add(step.cut);
            if so_far.saturating_add(later) >= limit {
                continue;
            }
            let recto = self.page(outline, 1, (step.recto, place), forms);
            if so_far.saturating_add(recto) >= limit {
                continue;
            }
            let (s, to) = forms.at(place);
            let inside = to > 0 && to < s.len();
            let cut = if inside { s.break_cost(to, &self.task.costs, true).total() } else { 0 };
            let cost = verso.saturating_add(cut).saturating_add(recto);
            if cost < limit {
                limit = cost;
                best = Some(to);
            }
        }
        best
    }

    /// What a page costs, the first (0), which ends before a place, or the second (1), which begins
    /// with it; [`i32::MAX`] where it does not fit.
    fn page(
        &mut self,
        outline: &Outline,
        page: usize,
        (decides, place): (Decides, usize),
        forms: &mut Forms<'_, '_>,
    ) -> i32 {
        let choices = [&outline.firsts, &outline.lasts][page][..decides.choices].iter();
        let options = choices.map(|choice| forms.options[*choice].1).sum();
        let key = (decides.units.0, decides.units.1, options);
        let task = self.task;
        *self.pages.entry(key).or_insert_with(|| {
            let (s, at) = forms.at(place);
            let (from, to) = [(0, at), (at, s.len())][page];
            let room = task.lines[page];
            if s.lines(from, to).0 > 2 * room && from + 1 < to {
                return i32::MAX;
            }
            s.page_bill(from, to, room, &task.costs).map_or(i32::MAX, |bill| bill.total())
        })
    }

    /// The pages of a spread of which the second begins with item `at`.
    pub(crate) fn pages(&self, forms: &mut Forms<'_, '_>, at: usize) -> Option<(Vec<Page>, Bill)> {
        let (s, costs, [first, other]) = (forms.sequence(), &self.task.costs, self.task.lines);
        let mut bill = s.page_bill(0, at, first, costs)?;
        if at > 0 && at < s.len() {
            bill = bill.plus(s.break_cost(at, costs, true));
        }
        bill = bill.plus(s.page_bill(at, s.len(), other, costs)?);
        let pages = vec![s.page(0, at, first, costs)?, s.page(at, s.len(), other, costs)?];
        Some((pages, bill))
    }
}

/// What white lines cost on the first page of a spread and on the other.
struct White {
    /// Lines of both columns.
    room: [i32; 2],
    /// By the number of white lines.
    costs: [Vec<i32>; 2],
}

impl White {
    fn of(task: &Task) -> Self {
        let room = task.lines.map(|lines| 2 * lines);
        let [first, other] = room.map(|lines| 0..=lines.max(0));
        let first = first.map(|lines| first_white_cost(lines, &task.costs)).collect();
        let other = other.map(|lines| white_cost(lines, &task.costs)).collect();
        Self { room, costs: [first, other] }
    }

    /// How many lines the first page must have at least, and may have at most, so that neither its
    /// white costs as much as the limit nor that of the other, which has the rest of all lines.
    fn range(&self, lines: i32, limit: i32) -> RangeInclusive<i32> {
        // More white costs more.
        let most = |page: usize| {
            self.costs[page].partition_point(|cost| *cost < limit).try_into().unwrap_or(i32::MAX)
        };
        let (first, other): (i32, i32) = (most(0), most(1));
        let end = lines.saturating_sub(self.room[1]).saturating_add(other);
        self.room[0].saturating_sub(first) + 1..=end.saturating_sub(1)
    }

    /// What it costs on a page, 0 or 1, that no more than so many lines stand in both columns.
    fn cost(&self, page: usize, lines: i32) -> i32 {
        let white = usize::try_from(self.room[page] - lines).unwrap_or(0);
        self.costs[page].get(white).copied().unwrap_or(0)
    }
}
