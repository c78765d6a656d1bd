//! From the layout's colours to ink: swatches exactly, greys on black alone, the rest through the
//! printer's ICC profile, relative colorimetric, under the ink limit.

use crate::text;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, RwLock};

use moxcms::{
    ColorProfile, DataColorSpace, Layout, RenderingIntent, Transform8BitExecutor, TransformOptions,
};

use super::{Printer, codes};
use crate::finding::Finding;
use crate::theme::Swatch;

/// Cyan, magenta, yellow, black; 0 to 1.
pub(super) type Cmyk = [f32; 4];

/// Black alone.
pub(super) const BLACK: Cmyk = [0.0, 0.0, 0.0, 1.0];

/// Turns colours into ink.
pub(super) struct Inks {
    swatches: HashMap<[u8; 3], Cmyk>,
    output: ColorProfile,
    /// Made when the first colour needs it: a report in theme colours never does.
    from_srgb: OnceLock<Option<Arc<Transform8BitExecutor>>>,
    limit: f32,
    /// Only looked up, never walked: its order cannot reach the file.
    known: RwLock<HashMap<[u8; 3], Cmyk>>,
}

impl Inks {
    pub(super) fn new(swatches: &[Swatch], printer: &Printer) -> Result<Self, Vec<Finding>> {
        let refuse = |err: &dyn std::fmt::Display| {
            let name = &printer.profile.farve.icc;
            vec![Finding::error(
                codes::ICC.code,
                text!("icc-no-use", name = name.as_str(), why = err.to_string()),
            )]
        };
        let output =
            ColorProfile::new_from_slice(printer.icc.bytes()).map_err(|err| refuse(&err))?;
        let swatches = swatches
            .iter()
            .map(|swatch| (swatch.rgb, swatch.cmyk.map(|percent| percent / 100.0)))
            .collect();
        let limit = printer.profile.farve.farvemaengde / 100.0;
        Ok(Self { swatches, output, from_srgb: OnceLock::new(), limit, known: RwLock::default() })
    }

    /// The swatch of a screen colour.
    pub(super) fn swatch(&self, rgb: [f32; 3]) -> Option<Cmyk> {
        self.swatches.get(&rgb.map(byte)).copied()
    }

    /// Ink of a screen colour, 0 to 1.
    /// None where the printer's profile has no way from colours to inks.
    pub(super) fn rgb(&self, rgb: [f32; 3]) -> Option<Cmyk> {
        if let Some(swatch) = self.swatch(rgb) {
            return Some(swatch);
        }
        let bytes = rgb.map(byte);
        if bytes[0] == bytes[1] && bytes[1] == bytes[2] {
            return Some(Self::grey(rgb[0]));
        }
        if let Some(known) = self.known.read().ok().and_then(|known| known.get(&bytes).copied()) {
            return Some(known);
        }
        let mut ink = [0_u8; 4];
        self.srgb_transform()?.transform(&bytes, &mut ink).ok()?;
        // Whole percents: what a designer would write.
        let ink = self.capped(ink.map(|value| (f32::from(value) / 2.55).round() / 100.0));
        if let Ok(mut known) = self.known.write() {
            known.insert(bytes, ink);
        }
        Some(ink)
    }

    fn srgb_transform(&self) -> Option<&Transform8BitExecutor> {
        let made = || transform(&ColorProfile::new_srgb(), Layout::Rgb, &self.output).ok();
        self.from_srgb.get_or_init(made).as_deref()
    }

    /// Ink of a grey, 0 black to 1 white: black alone.
    pub(super) fn grey(value: f32) -> Cmyk {
        [0.0, 0.0, 0.0, ((1.0 - value.clamp(0.0, 1.0)) * 10_000.0).round() / 10_000.0]
    }

    /// Under the ink limit: black kept, the others thinned alike.
    fn capped(&self, [c, m, y, k]: Cmyk) -> Cmyk {
        let coloured = c + m + y;
        if coloured + k <= self.limit || coloured <= 0.0 {
            return [c, m, y, k];
        }
        let scale = (self.limit - k).max(0.0) / coloured;
        // Downwards, so that rounding never lifts the sum over the limit.
        let thin = |ink: f32| (ink * scale * 100.0).floor() / 100.0;
        [thin(c), thin(m), thin(y), k]
    }

    /// Samples of a picture, 8 bits, through the profile it brings along or sRGB.
    pub(super) fn picture(&self, rgb: &[u8], profile: Option<&[u8]>) -> Option<Vec<u8>> {
        let own = profile
            .and_then(|bytes| ColorProfile::new_from_slice(bytes).ok())
            .filter(|profile| profile.color_space == DataColorSpace::Rgb)
            .and_then(|profile| transform(&profile, Layout::Rgb, &self.output).ok());
        let mut ink = vec![0_u8; rgb.len() / 3 * 4];
        let transform = match &own {
            Some(own) => own.as_ref(),
            None => self.srgb_transform()?,
        };
        transform.transform(rgb, &mut ink).ok()?;
        self.cap_samples(&mut ink);
        Some(ink)
    }

    /// Brings samples under the ink limit; whether any was above it.
    pub(super) fn cap_samples(&self, samples: &mut [u8]) -> bool {
        // The limit in steps of 1/255, downwards.
        let limit = percent_steps(self.limit);
        let mut changed = false;
        for pixel in samples.chunks_exact_mut(4) {
            let coloured: u32 = pixel.iter().take(3).map(|ink| u32::from(*ink)).sum();
            let black = pixel.get(3).map_or(0, |ink| u32::from(*ink));
            if coloured == 0 || coloured + black <= limit {
                continue;
            }
            changed = true;
            for ink in pixel.iter_mut().take(3) {
                let thinned = u32::from(*ink) * limit.saturating_sub(black) / coloured;
                *ink = u8::try_from(thinned).unwrap_or(u8::MAX);
            }
        }
        changed
    }
}

fn transform(
    from: &ColorProfile,
    layout: Layout,
    to: &ColorProfile,
) -> Result<Arc<Transform8BitExecutor>, moxcms::CmsError> {
    let options = TransformOptions {
        rendering_intent: RenderingIntent::RelativeColorimetric,
        ..TransformOptions::default()
    };
    // moxcms lays CMYK out as it does RGBA.
    from.create_transform_8bit(layout, to, Layout::Rgba, options)
}

/// A component as the nearest of 256 steps.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255")]
fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4 times 255")]
fn percent_steps(limit: f32) -> u32 {
    (limit * 255.0).floor().clamp(0.0, 1020.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inks() -> Inks {
        let printer = Printer::load(super::super::BUILT_IN).expect("the built-in printer");
        let swatch = |name: &str, rgb, cmyk| Swatch { name: name.to_owned(), rgb, cmyk };
        Inks::new(&[swatch("accent", [11, 94, 168], [90.0, 58.0, 4.0, 2.0])], &printer)
            .expect("a usable profile")
    }

    fn ink(rgb: [u8; 3]) -> Cmyk {
        inks().rgb(steps(rgb)).expect("a way to inks")
    }

    fn steps(rgb: [u8; 3]) -> [f32; 3] {
        rgb.map(|step| f32::from(step) / 255.0)
    }

    #[test]
    fn a_swatch_is_its_own_ink_and_a_grey_is_black_alone() {
        assert_eq!(ink([11, 94, 168]), [0.9, 0.58, 0.04, 0.02]);
        assert_eq!(ink([255, 255, 255]), [0.0; 4]);
        assert_eq!(ink([0, 0, 0]), BLACK);
        let [c, m, y, k] = ink([128, 128, 128]);
        assert_eq!([c, m, y], [0.0; 3]);
        assert!((k - 0.498).abs() < 0.001);
    }

    #[test]
    fn other_colours_go_through_the_profile_and_look_like_themselves() {
        let [c, m, y, k] = ink([220, 30, 30]);
        assert!(c < 0.15 && m > 0.85 && y > 0.75 && k < 0.15, "red is {:?}", [c, m, y, k]);
        let [c, m, y, _] = ink([30, 60, 200]);
        assert!(c > 0.8 && m > 0.6 && y < 0.2, "blue is {:?}", [c, m, y]);
    }

    #[test]
    fn no_ink_passes_the_limit() {
        let inks = inks();
        for rgb in [[1, 2, 3], [20, 0, 0], [0, 30, 10], [5, 5, 60]] {
            let sum: f32 = ink(rgb).iter().sum();
            assert!(sum <= 3.0 + 1e-4, "{rgb:?} takes {sum}");
        }
        let mut samples = vec![255, 255, 255, 255, 10, 20, 30, 40];
        assert!(inks.cap_samples(&mut samples));
        assert_eq!(samples[3..], [255, 10, 20, 30, 40]);
        assert!(samples[..3].iter().map(|ink| u32::from(*ink)).sum::<u32>() <= 510);
    }
}
