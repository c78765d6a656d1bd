//! How long loading and checking take: the report of 2024, and copies of its indsatser by tens and hundreds.
//! `cargo bench --bench load` prints the times; the best of several runs counts.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fail hard"
)]

mod counted;
mod ledger;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use counted::instructions;
use ledger::Ledger;
use sats::report::check::check;
use sats::report::load::{Loaded, load};

/// Environment variable that tells a child to load and check a folder, and no more.
const CHILD: &str = "SATS_BENCH_DATA";

fn main() {
    if let Ok(data) = std::env::var(CHILD) {
        let loaded = load(Path::new(&data));
        assert!(!check(&loaded).is_empty(), "the fixture has remarks");
        return;
    }
    let mut ledger = Ledger::open("load").expect("the baseline is TOML");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    for times in [1, 10, 100] {
        let dir = tempfile::tempdir().expect("a folder");
        let count = copies(&source, &dir.path().join("2024"), times);
        let started = Instant::now();
        let loaded = load(&dir.path().join("2024"));
        let cold = started.elapsed();
        assert!(loaded.report.is_some(), "{:?}", loaded.findings.first());
        let best = (0..7).map(|_| timed(&dir.path().join("2024"))).min().unwrap_or(cold);
        let per = best / u32::try_from(count).unwrap_or(1);
        println!("{count:5} indsatser: first {cold:>10.2?}, best {best:>10.2?}, {per:.2?} each");
        let best = (0..7).map(|_| checked(&loaded)).min().unwrap_or_default();
        let per = best / u32::try_from(count).unwrap_or(1);
        println!("{:>21}: {:>16} best {best:>10.2?}, {per:.2?} each", "checked", "");
        ledger.tell(&format!("{count}: check"), best.as_secs_f64() * 1e3, "ms");
    }
    let mut own = Command::new(std::env::current_exe().expect("this program"));
    if let Some(count) = instructions(own.env(CHILD, &source)) {
        ledger.tell("22: load and check, instructions", count, "millions, one thread");
    }
    ledger.close().expect("the baseline is written");
}

fn timed(dir: &Path) -> Duration {
    let started = Instant::now();
    let loaded = load(dir);
    let time = started.elapsed();
    drop(loaded);
    time
}

fn checked(loaded: &Loaded) -> Duration {
    let started = Instant::now();
    let findings = check(loaded);
    let time = started.elapsed();
    drop(findings);
    time
}

/// Writes the report with each indsats `times` times under new ids and names; how many there are.
fn copies(source: &Path, target: &Path, times: usize) -> usize {
    fs::create_dir_all(target.join("indsatser")).expect("a folder");
    for file in ["forvaltninger.toml", "fagprincipper.toml", "bydele.toml"] {
        fs::copy(source.join(file), target.join(file)).expect("copied");
    }
    let mut ids = Vec::new();
    for entry in fs::read_dir(source.join("indsatser")).expect("indsatser") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("an indsats");
        let stem = path.file_stem().and_then(|s| s.to_str()).expect("a name").to_owned();
        for n in 0..times {
            let id = format!("{stem}-{n}");
            let copy = text.replacen("navn = \"", &format!("navn = \"{n} "), 1);
            fs::write(target.join(format!("indsatser/{id}.toml")), copy).expect("written");
            ids.push(format!("\"{id}\""));
        }
    }
    ids.sort();
    fs::write(target.join("rapport.toml"), rapport(source, &ids)).expect("written");
    ids.len()
}

/// `rapport.toml` with another order, and without the overview's.
fn rapport(source: &Path, ids: &[String]) -> String {
    let text = fs::read_to_string(source.join("rapport.toml")).expect("rapport.toml");
    let mut out = String::new();
    let mut skipping = false;
    for line in text.lines() {
        if line.starts_with("raekkefoelge = [") {
            out.push_str(&format!("raekkefoelge = [{}]\n", ids.join(", ")));
            skipping = true;
        } else if line.starts_with("overblik_raekkefoelge = [") {
            skipping = true;
        }
        if !skipping {
            out.push_str(line);
            out.push('\n');
        }
        skipping = skipping && line != "]";
    }
    out
}
