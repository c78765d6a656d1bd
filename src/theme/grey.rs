//! The theme in greys, for office printers.

use std::collections::BTreeMap;

use super::colour::{Eyes, lab};
use super::{Colour, Rgb, Theme};

/// Lightness (L*) of the darkest possible surface, and of surfaces for comparison. Surfaces are
/// lighter than their colours, because large dark ones cost toner and print in streaks; figures
/// outline those that no longer stand out from the paper.
const DARKEST: f64 = 40.0;
const NEUTRAL: f64 = 80.0;
/// Share of the distance in lightness between two surfaces that is left between their greys.
const STEP: f64 = 0.5;

impl Theme {
    /// The same theme without hue: text and lines as light as they were, surfaces lighter but in
    /// the same order of lightness.
    #[must_use]
    pub fn grey(&self) -> Self {
        let mut theme = self.clone();
        let c = &mut theme.farve;
        let lines =
            [&mut c.papir, &mut c.tekst, &mut c.titel, &mut c.daempet, &mut c.streg, &mut c.gitter];
        for colour in lines.into_iter().chain([&mut c.flade, &mut c.maerke]) {
            *colour = grey(lightness(colour));
        }
        for colour in c.other.values_mut() {
            *colour = grey(lightness(colour));
        }
        c.neutral = grey(NEUTRAL);
        let families = c.fagprincip.values_mut();
        for colour in families.chain([&mut c.accent]) {
            *colour = grey(DARKEST + STEP * lightness(colour));
        }
        theme
    }

    /// The grey of every colour of the theme, both as `#rrggbb`: for layouts, so that they and the
    /// charts show a colour as the same grey.
    #[must_use]
    pub fn greys(&self) -> BTreeMap<String, String> {
        let pairs = self.swatches().into_iter().zip(self.grey().swatches());
        pairs.map(|(own, grey)| (Rgb(own.rgb).to_string(), Rgb(grey.rgb).to_string())).collect()
    }
}

fn lightness(colour: &Colour) -> f64 {
    lab(colour.rgb, Eyes::Usual).l
}

/// The grey of a lightness: CIE 15, then the transfer curve of sRGB (IEC 61966-2-1).
fn grey(l: f64) -> Colour {
    let f = (l + 16.0) / 116.0;
    let y = if l > 8.0 { f * f * f } else { l * 27.0 / 24_389.0 };
    let encoded =
        if y <= 0.003_130_8 { 12.92 * y } else { 1.055 * libm::pow(y, 1.0 / 2.4) - 0.055 };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a byte"
    )]
    let byte = (encoded * 255.0).round().clamp(0.0, 255.0) as u8;
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    let black = ((1.0 - encoded) * 100.0).round().clamp(0.0, 100.0) as f32;
    Colour { rgb: Rgb([byte; 3]), cmyk: [0.0, 0.0, 0.0, black] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Theme {
        Theme::parse(include_str!("../../layouts/theme.toml")).expect("the project's theme")
    }

    #[test]
    fn nothing_has_a_hue() {
        for swatch in own().grey().swatches() {
            let [r, g, b] = swatch.rgb;
            assert!(r == g && g == b, "{} is {:?}", swatch.name, swatch.rgb);
        }
    }

    #[test]
    fn layouts_and_charts_turn_a_colour_into_the_same_grey() {
        let (theme, grey) = (own(), own().grey());
        let greys = theme.greys();
        for (nr, colour) in &theme.farve.fagprincip {
            assert_eq!(greys[&colour.rgb.to_string()], grey.farve.fagprincip[nr].rgb.to_string());
        }
        assert_eq!(greys.len(), theme.swatches().len());
    }

    #[test]
    fn surfaces_keep_their_order_of_lightness_and_are_lighter() {
        let (theme, grey) = (own(), own().grey());
        let mut pairs: Vec<(f64, f64)> = theme
            .farve
            .fagprincip
            .iter()
            .map(|(nr, colour)| (lightness(colour), lightness(&grey.farve.fagprincip[nr])))
            .collect();
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(pairs.windows(2).all(|pair| pair[0].1 + 3.0 < pair[1].1), "{pairs:?}");
        assert!(pairs.iter().all(|(was, is)| is > was), "{pairs:?}");
    }

    #[test]
    fn text_is_as_readable_as_it_was() {
        let (theme, grey) = (own(), own().grey());
        for (was, is) in
            [(&theme.farve.tekst, &grey.farve.tekst), (&theme.farve.daempet, &grey.farve.daempet)]
        {
            assert!((lightness(was) - lightness(is)).abs() < 0.5);
        }
    }
}
