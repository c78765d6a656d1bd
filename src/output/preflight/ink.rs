//! How much ink lies where: the four plates of a page at 2 pt a pixel, overprint and all.
//!
//! A square of 15 mm has 21 pixels to a side, so the mean in it is right to a percent or two.
//! Clips count by their bounds, gradients by their heaviest colour, soft masks not at all: where
//! it is not exact there is more ink here than on paper, never less.

use tiny_skia::{FillRule, Mask, Path, Transform};

use super::colour::Ink;
use super::state::Bounds;

/// Side of a pixel, pt.
const PIXEL: f32 = 2.0;
/// Side of the square that ink is averaged in, in pixels: 15 mm.
const SQUARE: usize = 21;
/// Farthest from a page's corner that a path is rasterised, pt: some 7 times the largest page that
/// readers know (ISO 32000-1, annex C).
pub(super) const FAR: f32 = 100_000.0;
/// Most pixels of a page: a square of 3 m.
const MOST: usize = 20_000_000;

/// How ink is laid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Laid {
    pub ink: Ink,
    pub alpha: f32,
    /// Where a plate gets no ink, what is beneath stays.
    pub overprint: bool,
    /// Ink is added to ink, as with the blend mode Multiply.
    pub multiply: bool,
}

/// The plates of a page.
#[derive(Debug)]
pub(super) struct Plates {
    area: Bounds,
    width: usize,
    height: usize,
    pixels: Vec<Ink>,
}

impl Plates {
    /// Blank plates of this area, pt; none where it is empty or beyond reason.
    pub(super) fn new(area: Bounds) -> Option<Self> {
        if area.is_empty() {
            return None;
        }
        let (width, height) = (steps(area.x1 - area.x0), steps(area.y1 - area.y0));
        let count = width.checked_mul(height).filter(|count| (1..=MOST).contains(count))?;
        Some(Self { area, width, height, pixels: vec![[0.0; 4]; count] })
    }

    /// Number of pixels that bounds reach, for the budget.
    pub(super) fn reach(&self, bounds: &Bounds) -> usize {
        self.span(bounds).map_or(0, |[x0, y0, x1, y1]| (x1 - x0) * (y1 - y0))
    }

    /// The pixels that bounds reach: left, bottom, right, top; none outside the page.
    fn span(&self, bounds: &Bounds) -> Option<[usize; 4]> {
        let seen = bounds.and(&self.area);
        if seen.is_empty() {
            return None;
        }
        let at = |value: f32, from: f32| (value - from) / PIXEL;
        let x0 = floor(at(seen.x0, self.area.x0)).min(self.width);
        let y0 = floor(at(seen.y0, self.area.y0)).min(self.height);
        let x1 = ceil(at(seen.x1, self.area.x0)).min(self.width);
        let y1 = ceil(at(seen.y1, self.area.y0)).min(self.height);
        (x0 < x1 && y0 < y1).then_some([x0, y0, x1, y1])
    }

    fn lay(&mut self, x: usize, y: usize, cover: f32, laid: &Laid) {
        let Some(pixel) = self.pixels.get_mut(y * self.width + x) else { return };
        let share = cover * laid.alpha;
        for (there, ink) in pixel.iter_mut().zip(laid.ink) {
            if laid.overprint && ink == 0.0 {
                continue;
            }
            let after = if laid.multiply { *there + ink - *there * ink } else { ink };
            *there += (after - *there) * share;
        }
    }

    /// A path on the page, pt.
    pub(super) fn fill(&mut self, path: &Path, rule: FillRule, clip: &Bounds, laid: &Laid) {
        let rect = path.bounds();
        let bounds =
            Bounds { x0: rect.left(), y0: rect.top(), x1: rect.right(), y1: rect.bottom() };
        if bounds.is_beyond(FAR) {
            // The rasteriser counts in fixed point: what reaches so far covers all it can.
            return self.cover(&bounds, 1.0, clip, laid);
        }
        let Some([x0, y0, x1, y1]) = self.span(&bounds.and(clip)) else { return };
        let size = |from: usize, to: usize| u32::try_from(to - from).ok();
        let (Some(width), Some(height)) = (size(x0, x1), size(y0, y1)) else { return };
        let Some(mut mask) = Mask::new(width, height) else { return };
        let left = self.area.x0 + PIXEL * number(x0);
        let bottom = self.area.y0 + PIXEL * number(y0);
        let to_mask =
            Transform::from_translate(-left, -bottom).post_scale(1.0 / PIXEL, 1.0 / PIXEL);
        mask.fill_path(path, rule, true, to_mask);
        for (row, y) in mask.data().chunks_exact(x1 - x0).zip(y0..) {
            for (cover, x) in row.iter().zip(x0..).filter(|(cover, _)| **cover > 0) {
                self.lay(x, y, f32::from(*cover) / 255.0, laid);
            }
        }
    }

    /// A rectangle of which this share is covered: a glyph.
    pub(super) fn cover(&mut self, bounds: &Bounds, share: f32, clip: &Bounds, laid: &Laid) {
        let seen = bounds.and(clip);
        let Some([x0, y0, x1, y1]) = self.span(&seen) else { return };
        for y in y0..y1 {
            let bottom = self.area.y0 + PIXEL * number(y);
            let tall = (seen.y1.min(bottom + PIXEL) - seen.y0.max(bottom)) / PIXEL;
            for x in x0..x1 {
                let left = self.area.x0 + PIXEL * number(x);
                let wide = (seen.x1.min(left + PIXEL) - seen.x0.max(left)) / PIXEL;
                self.lay(x, y, (share * tall * wide).clamp(0.0, 1.0), laid);
            }
        }
    }

    /// A picture: `sample` gives ink at a place of the unit square, or none where it is clear.
    pub(super) fn picture(
        &mut self,
        to_page: Transform,
        clip: &Bounds,
        laid: &Laid,
        sample: impl Fn(f32, f32) -> Option<Ink>,
    ) {
        let unit = Bounds { x0: 0.0, y0: 0.0, x1: 1.0, y1: 1.0 };
        let Some(to_unit) = to_page.invert() else { return };
        let Some([x0, y0, x1, y1]) = self.span(&unit.mapped(to_page).and(clip)) else { return };
        for y in y0..y1 {
            for x in x0..x1 {
                let middle = (
                    self.area.x0 + PIXEL * (number(x) + 0.5),
                    self.area.y0 + PIXEL * (number(y) + 0.5),
                );
                let (u, v) = super::state::map(to_unit, middle);
                if !((0.0..=1.0).contains(&u) && (0.0..=1.0).contains(&v)) {
                    continue;
                }
                if let Some(ink) = sample(u, v) {
                    self.lay(x, y, 1.0, &Laid { ink, ..*laid });
                }
            }
        }
    }

    /// The heaviest square of 15 mm: percent.
    pub(super) fn heaviest(&self) -> f32 {
        let side = SQUARE.min(self.width).min(self.height);
        // Sums over rectangles from the corner, one row and column more than pixels.
        let stride = self.width + 1;
        let mut sums = vec![0.0_f64; stride * (self.height + 1)];
        for y in 0..self.height {
            let mut row = 0.0_f64;
            for x in 0..self.width {
                let pixel = self.pixels.get(y * self.width + x).copied().unwrap_or_default();
                row += pixel.iter().map(|ink| f64::from(*ink)).sum::<f64>();
                let below = sums.get(y * stride + x + 1).copied().unwrap_or(0.0);
                if let Some(sum) = sums.get_mut((y + 1) * stride + x + 1) {
                    *sum = below + row;
                }
            }
        }
        let at = |x: usize, y: usize| sums.get(y * stride + x).copied().unwrap_or(0.0);
        let mut most = 0.0_f64;
        for y in side..=self.height {
            for x in side..=self.width {
                let sum = at(x, y) - at(x - side, y) - at(x, y - side) + at(x - side, y - side);
                most = most.max(sum);
            }
        }
        let count = side * side;
        #[expect(clippy::cast_possible_truncation, reason = "a percentage needs no f64")]
        let percent = (most * 100.0 / f64::from(u32::try_from(count.max(1)).unwrap_or(1))) as f32;
        percent
    }
}

#[expect(clippy::cast_precision_loss, reason = "below 20,000,000")]
fn number(value: usize) -> f32 {
    value as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn floor(value: f32) -> usize {
    value.floor().clamp(0.0, 1e7) as usize
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn ceil(value: f32) -> usize {
    value.ceil().clamp(0.0, 1e7) as usize
}

fn steps(length: f32) -> usize {
    ceil(length / PIXEL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiny_skia::{PathBuilder, Rect};

    const PAGE: Bounds = Bounds { x0: 0.0, y0: 0.0, x1: 400.0, y1: 400.0 };

    fn square(x: f32, y: f32, side: f32) -> Path {
        PathBuilder::from_rect(Rect::from_xywh(x, y, side, side).expect("a rectangle"))
    }

    fn laid(ink: Ink, overprint: bool) -> Laid {
        Laid { ink, alpha: 1.0, overprint, multiply: false }
    }

    #[test]
    fn the_heaviest_square_is_found_and_measured() {
        let mut plates = Plates::new(PAGE).expect("plates");
        plates.fill(
            &square(100.0, 100.0, 60.0),
            FillRule::Winding,
            &PAGE,
            &laid([1.0, 0.8, 0.0, 0.4], false),
        );
        assert!((plates.heaviest() - 220.0).abs() < 1.0);
        let mut small = Plates::new(PAGE).expect("plates");
        small.fill(&square(100.0, 100.0, 21.0), FillRule::Winding, &PAGE, &laid([1.0; 4], false));
        assert!((small.heaviest() - 100.0).abs() < 4.0, "{}", small.heaviest());
    }

    #[test]
    fn overprint_adds_black_and_knocking_out_takes_the_ground_away() {
        for (overprint, expected) in [(true, 300.0), (false, 100.0)] {
            let mut plates = Plates::new(PAGE).expect("plates");
            let whole = square(0.0, 0.0, 400.0);
            plates.fill(&whole, FillRule::Winding, &PAGE, &laid([1.0, 1.0, 0.0, 0.0], false));
            plates.fill(&whole, FillRule::Winding, &PAGE, &laid([0.0, 0.0, 0.0, 1.0], overprint));
            assert!((plates.heaviest() - expected).abs() < 1.0);
        }
    }

    #[test]
    fn a_page_beyond_reason_has_no_plates() {
        assert!(Plates::new(Bounds { x1: f32::MAX, ..PAGE }).is_none());
        assert!(Plates::new(Bounds { x1: f32::NAN, ..PAGE }).is_none());
        assert!(Plates::new(Bounds { x1: -1.0, ..PAGE }).is_none());
    }
}
