//! What a build costs: the real data copied until it is 22, 220 and 2,200 indsatser, each size in
//! a process of its own, so that its peak memory is its own.
//!
//! `cargo bench --bench build`, or `cargo bench --bench build -- 22 220` for some sizes only.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fail hard"
)]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pipeline, REPORT};
use sats::typeset::{Fonts, Layouts};

/// Sizes of the report, in indsatser.
const SIZES: [usize; 3] = [22, 220, 2_200];
/// Environment variable that tells a child what to measure.
const CHILD: &str = "SATS_BENCH_DATA";

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(data) = std::env::var_os(CHILD) {
        return measure(Path::new(&data));
    }
    let asked: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let program = std::env::current_exe()?;
    println!(
        "{:>9} {:>6} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "indsatser", "pages", "start", "prepare", "compile", "export", "total ms", "MiB"
    );
    for size in sizes {
        let dir = tempfile::tempdir()?;
        let data = dir.path().join("2024");
        copies(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2024").as_path(), &data, size)?;
        let run = Command::new(&program).env(CHILD, &data).output()?;
        if !run.status.success() {
            return Err(String::from_utf8_lossy(&run.stderr).into_owned().into());
        }
        print!("{size:>9} {}", String::from_utf8_lossy(&run.stdout));
    }
    Ok(())
}

/// Builds once and prints a line: pages, milliseconds of each step, peak memory.
fn measure(data: &Path) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::new();
    let mut clock = Instant::now();
    let mut lap = |clock: &mut Instant| {
        times.push(clock.elapsed().as_secs_f64() * 1000.0);
        *clock = Instant::now();
    };
    let fonts = Fonts::load(None).map_err(|found| format!("{found:?}"))?;
    let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None).map_err(told)?;
    lap(&mut clock);
    let (_, _, prepared) = pipeline.open(data, &Selection::default()).map_err(told)?;
    let prepared = prepared.map_err(|findings| told(findings.into()))?;
    lap(&mut clock);
    let document = pipeline.typeset(&prepared, REPORT).map_err(told)?.document;
    lap(&mut clock);
    let pdf = pipeline.official(&prepared, &document).map_err(told)?;
    lap(&mut clock);
    assert!(pdf.starts_with(b"%PDF"), "a PDF");
    let columns: Vec<String> = times.iter().map(|time| format!("{time:>8.1}")).collect();
    let total: f64 = times.iter().sum();
    let pages = document.pages().len();
    println!("{pages:>6} {} {total:>8.1} {:>8}", columns.join(" "), peak_mib()?);
    Ok(())
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
