//! Axes: round ticks that cover the data, and the way from a value to a place.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use super::svg::units;

/// Most ticks of an axis.
pub const MOST_TICKS: usize = 10;

/// An axis with round ticks; it always takes in zero, since lengths are compared on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The ticks, in order; the first and the last are the ends of the axis.
    pub ticks: Vec<f64>,
}

impl Axis {
    /// An axis over the values, with no more than `most` ticks (2 to [`MOST_TICKS`]); values
    /// that are not finite are left out. `whole` keeps the ticks on whole numbers.
    #[must_use]
    pub fn over(values: impl IntoIterator<Item = f64>, most: usize, whole: bool) -> Self {
        let (low, high) = range(values);
        // Both sides of zero take a tick each, and zero one.
        let least = if low < 0.0 && high > 0.0 { 3 } else { 2 };
        let most = most.clamp(least, MOST_TICKS);
        let mut step = 1.0;
        // Every round step from the smallest on: 1, 2, 5, 10, 20 … until few enough ticks do.
        for exponent in -6..=18 {
            for factor in [1.0, 2.0, 5.0] {
                step = factor * power_of_ten(exponent);
                if whole && step < 1.0 {
                    continue;
                }
                let (first, last) = ((low / step).floor(), (high / step).ceil());
                if last - first + 1.0 <= most as f64 {
                    return Self::stepping(first, last, step);
                }
            }
        }
        Self::stepping((low / step).floor(), (high / step).ceil(), step)
    }

    fn stepping(first: f64, last: f64, step: f64) -> Self {
        let count = (last - first).clamp(1.0, 64.0) as u32;
        // Integer multiples, so that 0.1 + 0.2 never shows.
        let tick = |i: u32| {
            let n = first + f64::from(i);
            if step < 1.0 { n / (1.0 / step).round() } else { n * step }
        };
        Self { ticks: (0..=count).map(tick).collect() }
    }

    /// The ends.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        match (self.ticks.first(), self.ticks.last()) {
            (Some(first), Some(last)) => (*first, *last),
            _ => (0.0, 1.0),
        }
    }
}

fn power_of_ten(exponent: i32) -> f64 {
    // Powers of ten to 22 are exact in a double; the negative ones by division.
    let magnitude = (0..exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 { 1.0 / magnitude } else { magnitude }
}

/// Least and greatest of the values and zero; 0 to 1 where all are zero.
pub(super) fn range(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let finite = values.into_iter().filter(|v| v.is_finite());
    let (low, high) = finite.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
    // Beyond this a double no longer tells pixels apart, and no report counts so far.
    let (low, high) = (low.max(-1e18), high.min(1e18));
    if low < high { (low, high) } else { (0.0, 1.0) }
}

/// The way from a value to a place in pt, by plotters' ranged coordinate.
#[derive(Clone)]
pub(super) struct Scale {
    range: RangedCoordf64,
    ends: (f64, f64),
    from: f64,
    to: f64,
}

impl Scale {
    /// Values `low..high` onto `from..to` pt; `to` may be less than `from`.
    pub(crate) fn new((low, high): (f64, f64), from: f64, to: f64) -> Self {
        Self { range: (low..high).into(), ends: (low, high), from, to }
    }

    /// Place of a value, pt; that of the nearer end for values outside.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let value = value.clamp(self.ends.0, self.ends.1);
        f64::from(self.range.map(&value, (units(self.from), units(self.to)))) / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_take_in_zero() {
        assert_eq!(Axis::over([28.0, 11.0], 5, true).ticks, [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(Axis::over([0.37], 5, false).ticks, [0.0, 0.1, 0.2, 0.3, 0.4]);
        assert_eq!(Axis::over([-30.0, 45.0], 5, true).ticks, [-50.0, 0.0, 50.0]);
        assert_eq!(Axis::over([0.0], 5, true).ticks, [0.0, 1.0]);
        assert_eq!(Axis::over([f64::NAN], 5, true).ticks, [0.0, 1.0]);
    }

    #[test]
    fn a_scale_maps_the_ends_onto_the_ends() {
        let scale = Scale::new((0.0, 50.0), 100.0, 20.0);
        assert_eq!((scale.at(0.0), scale.at(25.0), scale.at(50.0)), (100.0, 60.0, 20.0));
    }
}
