//! What the composition promises, on spreads of numbers.

use super::task::{Costs, Order, Unit};
use super::{Composed, Task, compose};

/// The costs of the theme, as the layouts hand them over.
fn costs() -> Costs {
    let theme: toml::Table = include_str!("../../../layouts/theme.toml").parse().expect("TOML");
    let mut straf = theme["straf"].as_table().expect("a table").clone();
    straf.remove("ordner");
    straf.remove("fremmed-side-ene");
    straf.remove("sidst-ene");
    straf.remove("former");
    straf.remove("bag-tekst");
    straf.try_into().expect("costs")
}

fn unit(height: i32) -> Unit {
    Unit {
        heights: vec![height],
        before: 1,
        choice: -1,
        section: 0,
        wide: false,
        hold: false,
        divisible: 0,
        figure: false,
        spaced: false,
        tight: Vec::new(),
        ruled: false,
    }
}

fn task(units: Vec<Unit>) -> Task {
    let orders = vec![Order { sections: vec![0, 1, 2, 3], last: Vec::new(), cost: 0 }];
    Task { units, choices: Vec::new(), orders, lines: [36, 54], costs: costs() }
}

fn done(task: &Task) -> Composed {
    let composed = compose(task).as_ref().clone();
    sound(task, &composed);
    composed
}

/// Every unit that is not left out stands once, columns are no longer than the page, nothing that
/// holds on to its successor ends a column, and a divided unit has two lines or more in each.
fn sound(task: &Task, c: &Composed) {
    let mut stands: Vec<usize> = Vec::new();
    assert!(c.pages.len() >= 2 && c.pages.len().is_multiple_of(2), "{} pages", c.pages.len());
    for (number, page) in c.pages.iter().enumerate() {
        let room = task.lines[usize::from(number > 0)];
        let mut used = 0;
        for (at, s) in page.segments.iter().enumerate() {
            assert_eq!(s.before == 0, at == 0 || s.before == 0);
            used += s.lines + s.before;
            let alone = s.left.len() + s.right.len() == 1 && page.segments.len() == 1;
            let column = |units: &[usize], less: i32| {
                let lines = units.iter().enumerate().map(|(k, u)| {
                    let unit = &task.units[*u];
                    let text = unit.divisible > 0 && !unit.figure;
                    let over = k.checked_sub(1).map(|k| &task.units[units[k]]);
                    let heading = |o: &Unit| o.hold && !o.figure && o.divisible == 0;
                    let moved = |o: &Unit| heading(o) && k > 0 && *u != units[k - 1] + 1;
                    let spaced = over.is_none_or(|o| o.spaced || (o.hold && text) || moved(o));
                    let space = if spaced { 0 } else { unit.before };
                    task.units[*u].heights[usize::try_from(c.forms[*u]).expect("a form")] + space
                });
                lines.sum::<i32>() - less
            };
            if s.divided > 0 {
                let last = *s.left.last().expect("a divided unit");
                let height = task.units[last].heights[0];
                assert!(
                    task.units[last].divisible > 0 && s.divided >= 2 && height - s.divided >= 2
                );
                let left = column(&s.left, height - s.divided);
                // Lines break off over white, items where the column is full.
                let by_lines = matches!(task.units[last].divisible, 1 | 4);
                assert!(left == s.lines || (by_lines && left < s.lines), "{left} of {}", s.lines);
            } else {
                assert!(column(&s.left, 0).max(column(&s.right, 0)) == s.lines);
            }
            assert!(used <= room || alone, "{used} lines on {room}");
            for column in [&s.left, &s.right] {
                if let Some(last) = column.last().filter(|_| s.divided == 0) {
                    let end = *last + 1 == task.units.len();
                    assert!(
                        !task.units[*last].hold || end || s.wide,
                        "unit {last} holds on: {s:?}"
                    );
                }
            }
            stands.extend(&s.left);
            stands.extend(&s.right);
        }
        assert_eq!(used, page.lines);
    }
    stands.sort_unstable();
    let all: Vec<usize> = (0..task.units.len()).filter(|u| c.forms[*u] >= 0).collect();
    assert_eq!(stands, all);
}

#[test]
fn both_pages_are_used_and_columns_end_together() {
    let mut units: Vec<Unit> = (0..8).map(|_| unit(14)).collect();
    units.iter_mut().for_each(|u| u.divisible = 1);
    let c = done(&task(units));
    assert_eq!(c.pages.len(), 2);
    assert!(c.pages.iter().all(|p| !p.segments.is_empty()));
    for segment in c.pages.iter().flat_map(|p| &p.segments) {
        assert!(!segment.left.is_empty() && (segment.divided > 0 || !segment.right.is_empty()));
    }
}

#[test]
fn a_module_comes_where_there_is_room_and_stays_away_where_there_is_none() {
    let module = |room: i32| {
        let mut units: Vec<Unit> = (0..room / 12).map(|_| unit(11)).collect();
        units.push(Unit { heights: vec![20, -1], choice: 0, section: 5, ..unit(0) });
        let mut task = task(units);
        task.choices = vec![vec![0, 90]];
        *done(&task).forms.last().expect("a form")
    };
    assert_eq!(module(96), 0);
    assert_eq!(module(168), -1);
}

#[test]
fn a_figure_grows_into_the_white_and_shrinks_where_it_would_not_fit() {
    let figure = |others: usize| {
        let mut units: Vec<Unit> = (0..others).map(|_| unit(17)).collect();
        units.push(Unit { heights: vec![15, 22, 11], choice: 0, figure: true, ..unit(0) });
        let mut task = task(units);
        task.choices = vec![vec![0, 25, 90]];
        let c = done(&task);
        assert_eq!(c.pages.len(), 2);
        *c.forms.last().expect("a form")
    };
    assert_eq!(figure(4), 1);
    let mut units: Vec<Unit> = (0..4).map(|_| unit(36)).collect();
    units[2].heights = vec![54];
    units[3].heights = vec![42];
    units.push(Unit { heights: vec![15, 22, 11], choice: 0, ..unit(0) });
    let mut full = task(units);
    full.choices = vec![vec![0, 25, 90]];
    assert_eq!(done(&full).forms.last(), Some(&2));
}

#[test]
fn no_hole_is_left_over_something_wide_where_another_order_or_break_avoids_it() {
    let wide = Unit { wide: true, ..unit(20) };
    // Two columns of 10 over the wide one would leave no hole, 18 beside 2 would.
    let units = vec![unit(36), unit(36), unit(10), unit(10), wide, unit(8), unit(8)];
    let c = done(&task(units));
    let recto = &c.pages[1];
    for (at, s) in recto.segments.iter().enumerate().filter(|(_, s)| !s.wide) {
        assert!(at + 1 == recto.segments.len() || !s.right.is_empty(), "{s:?}");
    }
    assert!(!c.bill.iter().any(|(name, _)| name == "hul"), "{:?}", c.bill);
}

/// A wide figure may go to the head or the foot of its section; the paragraphs around it keep their
/// order.
#[test]
fn paragraphs_keep_their_order_where_a_wide_figure_is_moved() {
    for seed in 0..200 {
        let mut n = Numbers(seed);
        let mut units: Vec<Unit> =
            (0..9).map(|_| Unit { divisible: 1, ..unit(n.below(16) + 3) }).collect();
        let at = usize::try_from(n.below(8)).expect("a place") + 1;
        units.insert(at, Unit { wide: true, figure: true, ..unit(n.below(12) + 5) });
        let c = done(&task(units));
        let stands: Vec<usize> = c
            .pages
            .iter()
            .flat_map(|p| &p.segments)
            .flat_map(|s| s.left.iter().chain(&s.right))
            .copied()
            .filter(|u| *u != at)
            .collect();
        assert!(stands.is_sorted(), "seed {seed}, figure {at}: {stands:?}");
    }
}

#[test]
fn what_is_too_much_for_a_spread_takes_whole_spreads_and_leaves_no_page_empty() {
    let units: Vec<Unit> = (0..30).map(|_| Unit { divisible: 1, ..unit(9) }).collect();
    let c = done(&task(units));
    assert_eq!(c.pages.len(), 4);
    assert!(c.pages.iter().all(|p| p.lines > 20), "{:?}", c.pages);
}

#[test]
fn a_unit_higher_than_a_page_stands_alone() {
    let c = done(&task(vec![unit(10), unit(70), unit(10)]));
    assert!(c.pages.iter().any(|p| p.lines == 70));
}

#[test]
fn nothing_at_all_is_two_pages() {
    assert_eq!(done(&task(Vec::new())).pages.len(), 2);
}

/// Numbers that look like chance and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: i32) -> i32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i32::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

/// A spread as reports have them: texts, figures in three forms, wide tables, modules.
fn any_spread(seed: u64, size: i32) -> Task {
    let mut n = Numbers(seed);
    let mut units = Vec::new();
    let mut choices = Vec::new();
    for at in 0..n.below(size) + 4 {
        let section = at / 4;
        let spaced = n.below(4) == 0;
        let mut u = Unit { section, spaced, before: n.below(2), ..unit(n.below(14) + 1) };
        match n.below(7) {
            0 if choices.len() < 6 => {
                u.heights = vec![12, 17, 9];
                u.figure = true;
                u.choice = choices.len() as i32;
                choices.push(vec![0, 25, 90]);
            }
            1 => u.wide = true,
            2 => u.hold = true,
            3 if choices.len() < 6 => {
                u.heights = vec![n.below(12) + 3, -1];
                u.choice = choices.len() as i32;
                choices.push(vec![0, 60]);
            }
            4 => u.divisible = 2,
            _ => u.divisible = 1,
        }
        units.push(u);
    }
    if let Some(last) = units.last_mut() {
        last.hold = false;
        last.heights.truncate(1);
        last.choice = -1;
    }
    // Nothing holds on to what may be left out.
    for at in 1..units.len() {
        if units[at].heights.contains(&-1) {
            units[at - 1].hold = false;
        }
    }
    // What holds on to something wide goes across too: the layouts see to that.
    for at in (1..units.len()).rev() {
        if units[at].wide && units[at - 1].hold {
            units[at - 1].wide = true;
        }
    }
    Task { choices, ..task(units) }
}

#[test]
fn any_spread_is_sound_and_comes_out_the_same_again() {
    for seed in 0..300 {
        let task = any_spread(seed, 26);
        let first = done(&task);
        assert_eq!(first, super::search::best(&task), "seed {seed}");
    }
}

/// The same task with one combination of forms only.
fn with_forms(task: &Task, number: usize) -> Task {
    let mut rest = number;
    let mut fixed = task.clone();
    for (choice, options) in task.choices.iter().enumerate() {
        let option = rest % options.len();
        rest /= options.len();
        for u in fixed.units.iter_mut().filter(|u| u.choice == choice as i32) {
            u.heights = vec![u.heights[option.min(u.heights.len() - 1)]];
        }
        fixed.choices[choice] = vec![options[option]];
    }
    fixed
}

#[test]
fn no_other_choice_of_forms_is_better() {
    let mut seen = 0;
    for seed in 0..60 {
        let task = any_spread(seed, 12);
        let best = done(&task);
        // Of what needs more than a spread not all is looked at.
        if best.pages.len() > 2 {
            continue;
        }
        seen += 1;
        for number in 0..task.choices.iter().map(Vec::len).product() {
            let other = compose(&with_forms(&task, number));
            let same_pages = other.pages.len() == best.pages.len();
            assert!(!same_pages || other.cost >= best.cost, "seed {seed}, {number}: {best:?}");
        }
    }
    assert!(seen >= 30, "only {seen} fit one spread");
}

/// What pages cost is kept from one order and one choice of forms to the next: each by itself, with
/// nothing kept, gives nothing better, and one of them the very same.
#[test]
fn what_is_kept_of_pages_is_true_of_all_orders_and_forms() {
    let mut seen = 0;
    for seed in 0..120 {
        let mut task = any_spread(seed, 16);
        let count = task.units.len();
        for (at, u) in task.units.iter_mut().enumerate() {
            u.wide = false;
            if at * 3 > count * 2 {
                u.section = 1000 + at as i32 % 2;
            }
        }
        let order = |sections: &[i32], last: &[i32], cost: i32| Order {
            sections: sections.to_vec(),
            last: last.to_vec(),
            cost,
        };
        task.orders =
            vec![order(&[0, 1, 2], &[], 0), order(&[0, 1000], &[1], 40), order(&[], &[1001, 0], 5)];
        let best = compose(&task);
        if best.pages.len() > 2 {
            continue;
        }
        seen += 1;
        let mut least = i32::MAX;
        for number in 0..task.choices.iter().map(Vec::len).product() {
            for order in &task.orders {
                let fixed = Task { orders: vec![order.clone()], ..with_forms(&task, number) };
                let other = compose(&fixed);
                if other.pages.len() == 2 {
                    least = least.min(other.cost);
                }
            }
        }
        assert_eq!(best.cost, least, "seed {seed}");
    }
    assert!(seen >= 60, "only {seen} fit one spread");
}
