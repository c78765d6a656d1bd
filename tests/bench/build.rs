//! What a build costs: the real data copied until it is 22, 220 and 2,200 indsatser, each size in
//! a process of its own, so that its peak memory is its own.
//!
//! The smallest is counted in instructions too, against the baseline.
//!
//! `cargo bench --bench build`, or `cargo bench --bench build -- 22 220` for some sizes only.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fail hard"
)]

mod counted;
mod ledger;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use counted::instructions;
use ledger::Ledger;
use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pages, Pipeline};
use sats::report::load;
use sats::typeset::{Fonts, Layouts};

/// Sizes of the report, in indsatser.
const SIZES: [usize; 3] = [22, 220, 2_200];
/// Largest size whose instructions are counted: that takes fifty times as long as to run it.
const COUNTED: usize = 88;
/// Environment variables that tell a child what to measure, and whether step by step.
const CHILD: &str = "SATS_BENCH_DATA";
const STEPS: &str = "SATS_BENCH_STEPS";

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(data) = std::env::var_os(CHILD) {
        let measure = if std::env::var_os(STEPS).is_some() { steps } else { whole };
        return measure(Path::new(&data));
    }
    let asked: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    println!(
        "{:>9} | {:>8} {:>8} {:>8} {:>8} {:>8} | {:>6} {:>9} {:>6}",
        "indsatser", "start", "load", "charts", "compile", "export", "pages", "all, ms", "MiB"
    );
    let mut ledger = Ledger::open("build")?;
    for size in sizes {
        let dir = tempfile::tempdir()?;
        let data = dir.path().join("2024");
        copies(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024").as_path(),
            &data,
            size,
        )?;
        let (steps, whole) = (child(&data, true)?, child(&data, false)?);
        println!("{size:>9} | {steps} | {whole}");
        let mut numbers = whole.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
        let [Some(pages), Some(time), Some(memory)] = [(); 3].map(|()| numbers.next()) else {
            return Err("a child prints three numbers".into());
        };
        ledger.tell(&format!("{size}: time"), time, "ms");
        ledger.tell(&format!("{size}: memory"), memory / pages * 1024.0, "KiB a page");
        if size <= COUNTED {
            let mut own = Command::new(std::env::current_exe()?);
            if let Some(count) = instructions(own.env(CHILD, &data)) {
                ledger.tell(&format!("{size}: instructions"), count, "millions, one thread");
            }
        }
    }
    ledger.close()
}

/// What a process of its own prints.
fn child(data: &Path, steps: bool) -> Result<String, Box<dyn Error>> {
    let mut run = Command::new(std::env::current_exe()?);
    run.env(CHILD, data);
    if steps {
        run.env(STEPS, "1");
    }
    let run = run.output()?;
    if !run.status.success() {
        return Err(String::from_utf8_lossy(&run.stderr).into_owned().into());
    }
    Ok(String::from_utf8_lossy(&run.stdout).trim_end().to_owned())
}

/// Builds as `sats build` does: pages, milliseconds with everything included, peak memory.
fn whole(data: &Path) -> Result<(), Box<dyn Error>> {
    let clock = Instant::now();
    let mut pipeline = start()?;
    let Pages { prepared, typeset, .. } =
        pipeline.pages(data, &Selection::default(), &|_| Ok(())).map_err(told)?;
    let pages = typeset.document.pages().len();
    let pdf = pipeline.official(&prepared, typeset.document).map_err(told)?;
    let time = clock.elapsed().as_secs_f64() * 1000.0;
    assert!(pdf.starts_with(b"%PDF"), "a PDF");
    println!("{:>6} {time:>9.1} {:>6}", pages, peak_mib()?);
    Ok(())
}

/// The same step by step: milliseconds of each. The check runs beside the compile.
fn steps(data: &Path) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::new();
    let mut clock = Instant::now();
    let mut lap = || {
        times.push(format!("{:>8.1}", clock.elapsed().as_secs_f64() * 1000.0));
        clock = Instant::now();
    };
    let mut pipeline = start()?;
    lap();
    let loaded = load::load(data);
    let report = loaded.report.clone().ok_or("the data has errors")?;
    lap();
    let (prepared, charts) =
        pipeline.prepare_and_draw(&loaded, &report, &Selection::default()).map_err(told)?;
    lap();
    let Pages { prepared, typeset, .. } =
        pipeline.check_and_typeset(loaded, prepared, charts).map_err(told)?;
    lap();
    let pdf = pipeline.official(&prepared, typeset.document).map_err(told)?;
    lap();
    assert!(pdf.starts_with(b"%PDF"), "a PDF");
    println!("{}", times.join(" "));
    Ok(())
}

fn start() -> Result<Pipeline, Box<dyn Error>> {
    let fonts = Fonts::load(None).map_err(|found| format!("{found:?}"))?;
    Ok(Pipeline::new(Layouts::built_in(), fonts, None).map_err(told)?)
}

fn told(problems: sats::pipeline::Problems) -> String {
    problems.findings.iter().map(|finding| format!("{}\n", finding.message)).collect()
}

/// Peak resident memory of this process, MiB (Linux: `VmHWM` of proc(5), in kB).
fn peak_mib() -> Result<String, Box<dyn Error>> {
    let Ok(status) = fs::read_to_string("/proc/self/status") else { return Ok("?".to_owned()) };
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).ok_or("no VmHWM")?;
    let kb: u64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok((kb / 1024).to_string())
}

/// Writes a year's data of `size` indsatser: those of `from`, again and again under new names.
fn copies(from: &Path, to: &Path, size: usize) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to.join("indsatser"))?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    let mut report: toml::Table = fs::read_to_string(from.join("rapport.toml"))?.parse()?;
    let order = report.get("raekkefoelge").and_then(toml::Value::as_array).ok_or("no order")?;
    let ids: Vec<String> = order.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect();
    let mut names = Vec::new();
    for (n, id) in ids.iter().cycle().take(size).enumerate() {
        let round = n / ids.len();
        let text = fs::read_to_string(from.join(format!("indsatser/{id}.toml")))?;
        let (name, text) = if round == 0 {
            (id.clone(), text)
        } else {
            (format!("{id}-{round}"), renamed(&text, round)?)
        };
        fs::write(to.join(format!("indsatser/{name}.toml")), text)?;
        names.push(toml::Value::String(name));
    }
    report.insert("raekkefoelge".to_owned(), names.into());
    report.remove("overblik_raekkefoelge");
    fs::write(to.join("rapport.toml"), toml::to_string(&report)?)?;
    Ok(())
}

/// The same indsats under other names, since two of one name are refused.
fn renamed(text: &str, round: usize) -> Result<String, Box<dyn Error>> {
    let mut indsats: toml::Table = text.parse()?;
    let number = |value: &mut toml::Value| {
        if let toml::Value::String(name) = value {
            *name = format!("{name} {round}");
        }
    };
    for key in ["navn", "kort_navn"] {
        indsats.get_mut(key).map(number);
    }
    indsats.get_mut("overblik").and_then(|row| row.get_mut("navn")).map(number);
    Ok(toml::to_string(&indsats)?)
}
