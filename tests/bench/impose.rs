//! What handouts and sheets cost, on the report's own data: the whole report as a booklet (the
//! limit is 50 ms), and all handouts in one run.
//!
//! `cargo bench --bench impose`
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fail hard"
)]

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use sats::output::handout::{Format, Options};
use sats::output::impose::{self, Setup, impose};
use sats::pipeline::excerpt::Selection;
use sats::pipeline::handout::Job;
use sats::pipeline::{Pipeline, Problems, REPORT};
use sats::typeset::{Fonts, Layouts};

/// Runs of each measure; the fastest and the middle one are told.
const RUNS: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    let fonts = Fonts::load(None).map_err(|found| format!("{found:?}"))?;
    let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None).map_err(told)?;
    let (loaded, report) = pipeline.load(&data).map_err(told)?;
    let prepared = pipeline.prepare(&loaded, &report, &Selection::default()).map_err(told)?;
    let typeset = pipeline.typeset(&prepared, REPORT).map_err(told)?;
    let pages = typeset.document.pages().len();
    let official = pipeline.official(&prepared, typeset.document.clone()).map_err(told)?;
    let plain = typst_pdf::pdf(
        &typeset.document,
        &typst_pdf::PdfOptions { tagged: false, ..typst_pdf::PdfOptions::default() },
    )
    .map_err(|errors| format!("{errors:?}"))?;
    for (name, pdf) in [("untagged", &plain), ("official", &official)] {
        for format in [impose::Format::A5Booklet, impose::Format::A3Spread] {
            let setup = Setup { format, flip: None, paper_mm: 0.1, marks: true };
            let mut times = Vec::new();
            for _ in 0..RUNS {
                let start = Instant::now();
                impose(pdf, None, &setup).map_err(|found| format!("{found:?}"))?;
                times.push(start.elapsed().as_secs_f64() * 1000.0);
            }
            times.sort_by(f64::total_cmp);
            let (best, middle) = (times[0], times[RUNS / 2]);
            println!("{name}, {pages} pages, {format:?}: {best:.1} ms, middle {middle:.1} ms");
        }
    }
    for format in [Format::A4, Format::A4OnePage, Format::A5Booklet] {
        let options = Options { format, flip: None, paper_mm: 0.1, marks: false, grey: false };
        let job = Job { selection: Selection::default(), split: true, options };
        let start = Instant::now();
        let files = pipeline.handouts(&loaded, &prepared, &job).map_err(told)?;
        let time = start.elapsed().as_secs_f64() * 1000.0;
        println!("{} handouts, {format:?}: {time:.0} ms", files.len());
    }
    Ok(())
}

fn told(problems: Problems) -> Box<dyn Error> {
    let words: Vec<String> = problems.findings.into_iter().map(|f| f.message.to_string()).collect();
    words.join("\n").into()
}
