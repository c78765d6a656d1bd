//! How long all figures of the report take, both variants of each.
//!
//! `cargo bench --bench charts`. The first run draws on empty caches, as a build does; the last
//! finds every figure in the cache, as a preview after an edit does.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fail hard"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use sats::chart::{ChartFonts, charts};
use sats::report::insight::Insights;
use sats::report::load::load;
use sats::theme::Theme;

/// Most that a build may spend on figures.
const LIMIT: Duration = Duration::from_millis(30);

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let report = load(&root.join("tests/fixtures/2024")).report.expect("the report of 2024 loads");
    let theme = std::fs::read_to_string(root.join("layouts/theme.toml")).expect("theme.toml");
    let theme = Theme::parse(&theme).expect("the theme holds");
    let files = ["Regular", "Semibold"].map(|weight| {
        std::fs::read(root.join(format!("fonts/SourceSans3-{weight}.otf"))).expect("a font")
    });
    let start = Instant::now();
    let fonts = ChartFonts::new(&[&files[0], &files[1]]).expect("the fonts measure");
    println!("fonts measured  {:>8.2?}", start.elapsed());
    let insights = Insights::compute(&report);
    let run = || {
        let start = Instant::now();
        let count = charts(&report, &insights, &theme, &fonts).len();
        (start.elapsed(), count)
    };
    let mut cold: Vec<Duration> = Vec::new();
    for _ in 0..15 {
        comemo::evict(0);
        cold.push(run().0);
    }
    cold.sort();
    let (warm, count) = run();
    println!("{count} figures, cold  {:>8.2?} (median), {:.2?} (worst)", cold[7], cold[14]);
    println!("{count} figures, warm  {warm:>8.2?}");
    assert!(cold[7] <= LIMIT, "more than {LIMIT:?}");
}
