//! Print finishing against Typst's own PDF export: it may take at most as long.
//!
//! `cargo bench --bench print` prints the best of several runs and fails where finishing is slower.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fail hard"
)]

#[path = "../all/print/desk.rs"]
#[expect(dead_code, reason = "shared with the tests, which use the rest")]
mod desk;

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use sats::output::preflight::judge;
use sats::output::print::{Printer, finish};
use sats::pipeline::Pipeline;
use sats::pipeline::excerpt::Selection;
use sats::typeset::{Fonts, Layouts};

const RUNS: usize = 9;

fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            std::hint::black_box(run());
            started.elapsed()
        })
        .min()
        .unwrap_or_default()
}

/// A report of 52 pages: text, tables, and a chart on each spread.
fn pages() -> typst_layout::PagedDocument {
    let text = "#set page(width: 210mm, height: 297mm, margin: 20mm, bleed: 3mm)\n\
        #set text(font: \"Source Sans 3\", fill: rgb(\"#14202e\"), size: 9.6pt, lang: \"da\")\n\
        #for n in range(26) [\n\
        #place(top + left, dx: -23mm, dy: -23mm, rect(width: 12mm, height: 303mm, fill: rgb(\"#0b5ea8\")))\n\
        = Indsats #n\n#lorem(180)\n#image(\"chart.svg\", width: 80mm)\n#lorem(150)\n#pagebreak()\n\
        #lorem(120)\n\
        #table(columns: 5, stroke: 0.5pt + rgb(\"#9aa3ad\"), ..range(60).map(i => [#(i * n)]))\n\
        #image(\"chart.svg\", width: 160mm)\n#pagebreak(weak: true)\n]";
    desk::pages(text, &[("/chart.svg", include_bytes!("../all/print/files/chart.svg").to_vec())])
}

/// The report itself, typeset for print; none, told, where it is not there.
fn report() -> Option<typst_layout::PagedDocument> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    let fonts = Fonts::load(None).ok()?;
    let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None).ok()?;
    let Ok((loaded, report)) = pipeline.load(&data) else {
        println!("skipped: the report's data is not there or has errors");
        return None;
    };
    let prepared = pipeline.prepare(&loaded, &report, &Selection::default()).ok()?;
    pipeline.print_pages(&prepared).ok()
}

/// Times one document; whether finishing is no longer than the export.
fn measure(name: &str, pages: &typst_layout::PagedDocument) -> bool {
    let printer = Printer::load("x4-coated").expect("the built-in printer");
    let (swatches, meta) = (desk::swatches(), desk::meta());
    let source = desk::export(pages);
    let export = best(|| desk::export(pages));
    let finishing = best(|| finish(&source, &swatches, &printer, &meta));
    let pdf = finish(&source, &swatches, &printer, &meta).expect("finished");
    let judging = best(|| judge("a.pdf", &pdf, &printer));
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("{name}: {} pages", pages.pages().len());
    println!("export     {:8.1} ms, {} bytes", ms(export), source.len());
    println!("finishing  {:8.1} ms, {} bytes", ms(finishing), pdf.len());
    println!("preflight  {:8.1} ms", ms(judging));
    finishing <= export
}

fn main() -> ExitCode {
    let made = measure("made for this", &pages());
    let report = report().is_none_or(|pages| measure("the report", &pages));
    if made && report {
        return ExitCode::SUCCESS;
    }
    println!("finishing takes longer than the export");
    ExitCode::FAILURE
}
