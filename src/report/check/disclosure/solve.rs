//! Solves for withheld counts: whole numbers between bounds, tied by sums.

use std::collections::BTreeSet;

use crate::words::Text;

/// No bound from above.
pub(crate) const UNBOUNDED: i64 = 1 << 40;
/// Assignments that are tried at most; beyond that the bounds alone decide.
const TRIED: usize = 50_000;

/// A withheld count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unknown {
    /// Path of the cell in the file of the indsats.
    pub field: String,
    /// What it is, for people.
    pub name: String,
    /// Whether it is withheld because it is small; else its size is not known from being withheld.
    pub small: bool,
}

/// A weighted sum of unknowns that lies between two numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Equation {
    /// Number of the unknown, and its weight.
    pub terms: Vec<(usize, i64)>,
    /// The least that the sum can be.
    pub low: f64,
    /// The most that the sum can be.
    pub high: f64,
    /// How one reads it off the page.
    pub words: Text,
}

/// What can be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pinned {
    /// Number of the unknown.
    pub unknown: usize,
    /// Its only value.
    pub value: i64,
    /// The equations that it follows from, by number.
    pub from: Vec<usize>,
}

/// Unknowns and what ties them.
#[derive(Debug, Clone, Default)]
pub(crate) struct System {
    /// The withheld counts.
    pub unknowns: Vec<Unknown>,
    /// What is told about them.
    pub equations: Vec<Equation>,
}

impl System {
    /// Every unknown that has one value only, small ones taken for 1 to `threshold - 1`. Where that
    /// contradicts the sums, some are withheld only to protect others, and may be larger.
    #[must_use]
    pub(crate) fn pinned(&self, threshold: i64) -> Vec<Pinned> {
        let mut found = Vec::new();
        for (unknowns, equations) in self.components() {
            let bounds = |small: i64| -> Vec<(i64, i64)> {
                let of = |u: &Unknown| (1, if u.small { small } else { UNBOUNDED });
                self.unknowns.iter().map(of).collect()
            };
            let solved = self
                .solve(&unknowns, &equations, bounds(threshold - 1))
                .or_else(|| self.solve(&unknowns, &equations, bounds(UNBOUNDED)));
            let Some(solved) = solved else { continue };
            for (unknown, (low, high)) in unknowns.iter().zip(solved) {
                if low == high {
                    let from = self.reasons(*unknown, &equations);
                    found.push(Pinned { unknown: *unknown, value: low, from });
                }
            }
        }
        found
    }

    /// The equations that name an unknown; those of the whole group where it is only tied to others.
    fn reasons(&self, unknown: usize, equations: &[usize]) -> Vec<usize> {
        let names = |nr: &usize| {
            self.equations.get(*nr).is_some_and(|e| e.terms.iter().any(|(u, _)| *u == unknown))
        };
        equations.iter().copied().filter(names).collect()
    }

    /// Groups of unknowns that equations tie together, with these equations.
    fn components(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut left: BTreeSet<usize> = (0..self.unknowns.len()).collect();
        let mut groups = Vec::new();
        while let Some(first) = left.pop_first() {
            let (mut unknowns, mut equations) = (BTreeSet::from([first]), BTreeSet::new());
            let mut grew = true;
            while grew {
                grew = false;
                for (nr, equation) in self.equations.iter().enumerate() {
                    let ties = equation.terms.iter().any(|(u, _)| unknowns.contains(u));
                    if ties && equations.insert(nr) {
                        unknowns.extend(equation.terms.iter().map(|(u, _)| *u));
                        grew = true;
                    }
                }
            }
            left.retain(|u| !unknowns.contains(u));
            if !equations.is_empty() {
                groups.push((unknowns.into_iter().collect(), equations.into_iter().collect()));
            }
        }
        groups
    }

    /// The least and the most that each unknown can be; none where there is no solution.
    fn solve(
        &self,
        unknowns: &[usize],
        equations: &[usize],
        mut bounds: Vec<(i64, i64)>,
    ) -> Option<Vec<(i64, i64)>> {
        let equations: Vec<&Equation> =
            equations.iter().filter_map(|nr| self.equations.get(*nr)).collect();
        narrow(&equations, &mut bounds)?;
        let sizes = unknowns.iter().filter_map(|u| bounds.get(*u));
        let tries = sizes.fold(1_usize, |n, (low, high)| {
            n.saturating_mul(usize::try_from(high - low + 1).unwrap_or(usize::MAX))
        });
        let of = |bounds: &[(i64, i64)]| {
            unknowns.iter().filter_map(|u| bounds.get(*u).copied()).collect::<Vec<_>>()
        };
        if tries > TRIED {
            return Some(of(&bounds));
        }
        let mut seen: Vec<Option<(i64, i64)>> = vec![None; bounds.len()];
        every(&equations, unknowns, &mut bounds, &mut seen);
        unknowns.iter().map(|u| seen.get(*u).copied().flatten()).collect()
    }
}

/// Narrows bounds until nothing moves; none where nothing is left.
fn narrow(equations: &[&Equation], bounds: &mut [(i64, i64)]) -> Option<()> {
    // Each round narrows a bound by one at least; sums of a page need few.
    for _ in 0..200 {
        let mut moved = false;
        for equation in equations {
            for (u, weight) in &equation.terms {
                let (mut least, mut most) = (equation.low, equation.high);
                for (other, w) in equation.terms.iter().filter(|(other, _)| other != u) {
                    let (low, high) = *bounds.get(*other)?;
                    let (a, b) = (*w as f64 * low as f64, *w as f64 * high as f64);
                    least -= a.max(b);
                    most -= a.min(b);
                }
                let (a, b) = (least / *weight as f64, most / *weight as f64);
                let (least, most) = (a.min(b), a.max(b));
                let slot = bounds.get_mut(*u)?;
                let new = (
                    slot.0.max((least - 1e-6).ceil() as i64),
                    slot.1.min((most + 1e-6).floor() as i64),
                );
                if new.0 > new.1 {
                    return None;
                }
                moved |= new != *slot;
                *slot = new;
            }
        }
        if !moved {
            break;
        }
    }
    Some(())
}

/// Tries every assignment within the bounds and notes the least and the most of each unknown.
fn every(
    equations: &[&Equation],
    left: &[usize],
    bounds: &mut [(i64, i64)],
    seen: &mut [Option<(i64, i64)>],
) {
    let Some((first, rest)) = left.split_first() else {
        for (slot, (value, _)) in seen.iter_mut().zip(bounds.iter()) {
            *slot = Some(slot.map_or((*value, *value), |(a, b)| (a.min(*value), b.max(*value))));
        }
        return;
    };
    let Some((low, high)) = bounds.get(*first).copied() else { return };
    for value in low..=high {
        let mut tried = bounds.to_vec();
        if let Some(slot) = tried.get_mut(*first) {
            *slot = (value, value);
        }
        if narrow(equations, &mut tried).is_some() {
            every(equations, rest, &mut tried, seen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Terms, least and greatest sum of an equation.
    type Given<'a> = (&'a [(usize, i64)], f64, f64);

    fn system(unknowns: usize, equations: &[Given<'_>]) -> System {
        System {
            unknowns: (0..unknowns)
                .map(|n| Unknown { field: n.to_string(), name: n.to_string(), small: true })
                .collect(),
            equations: equations
                .iter()
                .map(|(terms, low, high)| Equation {
                    terms: terms.to_vec(),
                    low: *low,
                    high: *high,
                    words: Text::from(""),
                })
                .collect(),
        }
    }

    fn values(s: &System) -> Vec<(usize, i64)> {
        s.pinned(5).into_iter().map(|p| (p.unknown, p.value)).collect()
    }

    #[test]
    fn one_unknown_of_a_sum_is_known_and_two_are_not() {
        assert_eq!(values(&system(1, &[(&[(0, 1)], 3.0, 3.0)])), [(0, 3)]);
        assert!(values(&system(2, &[(&[(0, 1), (1, 1)], 5.0, 5.0)])).is_empty());
    }

    #[test]
    fn the_ends_of_the_range_leave_one_solution() {
        assert_eq!(values(&system(2, &[(&[(0, 1), (1, 1)], 2.0, 2.0)])), [(0, 1), (1, 1)]);
        assert_eq!(values(&system(2, &[(&[(0, 1), (1, 1)], 8.0, 8.0)])), [(0, 4), (1, 4)]);
    }

    #[test]
    fn sums_across_and_down_are_solved_together() {
        // A 2 by 2 table: rows 3 and 7, columns 5 and 5 leave several; rows 2 and 8 leave one.
        let table = |rows: [f64; 2], columns: [f64; 2]| {
            system(
                4,
                &[
                    (&[(0, 1), (1, 1)], rows[0], rows[0]),
                    (&[(2, 1), (3, 1)], rows[1], rows[1]),
                    (&[(0, 1), (2, 1)], columns[0], columns[0]),
                    (&[(1, 1), (3, 1)], columns[1], columns[1]),
                ],
            )
        };
        assert!(values(&table([5.0, 5.0], [5.0, 5.0])).is_empty());
        assert_eq!(values(&table([2.0, 8.0], [5.0, 5.0])).len(), 4);
    }

    #[test]
    fn a_count_that_protects_another_may_be_larger_than_the_threshold() {
        assert!(values(&system(2, &[(&[(0, 1), (1, 1)], 20.0, 20.0)])).is_empty());
        assert_eq!(values(&system(1, &[(&[(0, 1)], 20.0, 20.0)])), [(0, 20)]);
    }

    #[test]
    fn a_rounded_percentage_leaves_one_or_several() {
        // 2 of 48 is 4,2 %: from 4,15 to 4,25 there is one whole number.
        assert_eq!(values(&system(1, &[(&[(0, 100)], 48.0 * 4.15, 48.0 * 4.25)])), [(0, 2)]);
        // 0,4 % of 900 with one decimal is 3,15 to 4,05 persons: 4; without decimals several.
        assert!(values(&system(1, &[(&[(0, 100)], 900.0 * 0.0, 900.0 * 0.5)])).is_empty());
    }

    #[test]
    fn many_unknowns_do_not_take_forever() {
        let terms: Vec<(usize, i64)> = (0..40).map(|n| (n, 1)).collect();
        let start = std::time::Instant::now();
        assert!(values(&system(40, &[(&terms, 90.0, 90.0)])).is_empty());
        assert!(start.elapsed().as_millis() < 200);
        assert_eq!(values(&system(40, &[(&terms, 40.0, 40.0)])).len(), 40);
    }
}
