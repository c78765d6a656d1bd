//! Properties of axes and labels that hold for any data.

use proptest::prelude::*;
use sats::chart::scene::Looks;
use sats::chart::spec::{ChartSpec, Figure};
use sats::chart::{Axis, ChartFonts, Frame, MOST_TICKS, Weight, drawing};
use sats::report::model::Enhed;
use sats::theme::{Plads, Theme};

use super::{data, fonts, theme};

fn shared() -> &'static (Theme, Looks, ChartFonts) {
    static SHARED: std::sync::OnceLock<(Theme, Looks, ChartFonts)> = std::sync::OnceLock::new();
    SHARED.get_or_init(|| {
        let theme = theme();
        let looks = Looks::of(&theme);
        (theme, looks, fonts())
    })
}

proptest! {
    #[test]
    fn ticks_are_round_cover_the_data_and_are_at_most_ten(
        values in prop::collection::vec(-1e12_f64..1e12, 0..12),
        most in 2_usize..14,
    ) {
        let ticks = Axis::over(values.iter().copied(), most, false).ticks;
        prop_assert!((2..=MOST_TICKS).contains(&ticks.len()), "{ticks:?}");
        let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
        prop_assert!(first <= 0.0 && last >= 0.0, "zero is outside {ticks:?}");
        prop_assert!(values.iter().all(|v| first <= *v && *v <= last), "{ticks:?}");
        let step = ticks[1] - ticks[0];
        prop_assert!(ticks.windows(2).all(|w| ((w[1] - w[0]) / step - 1.0).abs() < 1e-6));
        // Round: 1, 2 or 5 times a power of ten.
        let mut lead = step;
        while lead >= 9.999_999 { lead /= 10.0; }
        while lead < 0.999_999 { lead *= 10.0; }
        prop_assert!([1.0, 2.0, 5.0].iter().any(|r| (lead - r).abs() < 1e-5), "step {step}");
    }

    #[test]
    fn whole_axes_have_whole_ticks(values in prop::collection::vec(0_u32..100_000, 1..8)) {
        let ticks = Axis::over(values.iter().map(|v| f64::from(*v)), 6, true).ticks;
        prop_assert!(ticks.iter().all(|t| t.fract() == 0.0), "{ticks:?}");
    }

    #[test]
    fn wrapped_lines_fit_and_lose_no_letter(
        text in "[A-Za-zæøåÆØÅ0-9 ./()-]{0,120}",
        width in 24.0_f64..200.0,
    ) {
        let fonts = &shared().2;
        let lines = fonts.wrap(&text, 8.0, Weight::Regular, width);
        for line in &lines {
            prop_assert!(fonts.width(line, 8.0, Weight::Regular) <= width + 0.01, "{line}");
        }
        let letters = |s: &str| s.chars().filter(|c| *c != ' ' && *c != '-').collect::<String>();
        prop_assert_eq!(letters(&lines.concat()), letters(&text));
    }

    #[test]
    fn labels_never_overlap_or_leave_the_figure(
        names in prop::collection::vec("[A-ZÆØÅ][a-zæøå]{1,18}( [a-zæøå/-]{1,14}){0,6}", 1..14),
        first in prop::collection::vec(-2e6_f64..2e7, 14),
        other in prop::collection::vec(0_u32..300, 14),
        kind in 0_usize..6,
        two in any::<bool>(),
        plads in prop::sample::select(vec![Plads::Serie, Plads::Halv, Plads::Hel]),
    ) {
        let (theme, looks, fonts) = shared();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let first: Vec<f64> = first.iter().take(names.len()).map(|n| n.round()).collect();
        let other: Vec<f64> = other.iter().take(names.len()).map(|n| f64::from(*n) / 4.0).collect();
        let series: [(&str, Enhed, &[f64]); 2] =
            [("Deltagere", Enhed::Antal, &first), ("Sammenligningsgruppe", Enhed::Antal, &other)];
        let d = data(&names, if two { &series } else { &series[..1] });
        let figure = match kind {
            0 => Figure::Columns(d),
            1 => Figure::Lines(d),
            2 => Figure::Rows(d),
            3 => Figure::Shares(d),
            4 => Figure::Slope(d),
            _ => Figure::Waffle(d),
        };
        let spec = ChartSpec { slot: plads, figure };
        let drawn = drawing(&spec, Frame::slot(theme, plads, true), looks, fonts);
        prop_assert_eq!(drawn.scene.collisions(), Vec::<String>::new());
    }
}
