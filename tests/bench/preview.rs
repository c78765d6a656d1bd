//! What an edit costs in the preview: from the file's write to the new page's bytes being ready,
//! watching included, over the whole report; and what many edits leave behind in memory.
//!
//! `cargo bench --bench preview`, or `cargo bench --bench preview -- 1000` for that many edits.
#![allow(clippy::print_stdout, reason = "a benchmark prints")]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sats::pipeline::Pipeline;
use sats::preview::report::ReportCompiler;
use sats::preview::watch::Stop;
use sats::preview::{Board, rounds};
use sats::typeset::{Fonts, Layouts};

/// Edits of each kind where none are asked for.
const EDITS: usize = 40;
/// Longest that one edit may take before the benchmark gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// A kind of edit: what it is called, its file, what stands there, and what stands there after.
struct Kind {
    name: &'static str,
    file: &'static str,
    from: &'static str,
    to: fn(usize) -> String,
}

const KINDS: [Kind; 3] = [
    Kind {
        name: "a number of a series",
        file: "indsatser/eki.toml",
        from: "2021 = 89",
        to: |n| format!("2021 = {}", 100 + n % 800),
    },
    Kind {
        name: "a word of prose",
        file: "indsatser/ludo.toml",
        from: "på 14-19 år til undervisning",
        to: |n| format!("på 14-19 år til {n} undervisning"),
    },
    Kind {
        name: "an amount, summed elsewhere",
        file: "indsatser/ludo.toml",
        from: "beloeb = 1_200_000",
        to: |n| format!("beloeb = {}", 1_200_000 + 1_000 * (n % 500)),
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let edits = std::env::args().filter_map(|arg| arg.parse().ok()).next().unwrap_or(EDITS);
    let dir = tempfile::tempdir()?;
    let data = dir.path().join("2024");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2024"), &data)?;
    let fonts = Fonts::load(None).map_err(|found| format!("{found:?}"))?;
    let pipeline = Pipeline::new(Layouts::built_in(), fonts, None)
        .map_err(|problems| format!("{:?}", problems.findings))?;
    let (board, stop) = (Arc::new(Board::new()), Stop::new());
    let mut compiler = ReportCompiler::new(data.clone(), None, pipeline);
    let follower = {
        let (board, stop) = (Arc::clone(&board), stop.clone());
        std::thread::spawn(move || rounds::follow(&mut compiler, &board, &stop))
    };
    let start = Instant::now();
    let mut seen = wait(&board, 0)?;
    println!("first pages after {:.0} ms", milliseconds(start.elapsed()));
    println!(
        "{:30} {:>6} {:>8} {:>8} {:>8} {:>9} {:>9}",
        "edit", "times", "median", "p95", "max", "MiB then", "MiB now"
    );
    for kind in &KINDS {
        let path = data.join(kind.file);
        let text = fs::read_to_string(&path)?;
        let Some(_) = text.find(kind.from) else {
            return Err(format!("{} has changed", kind.file).into());
        };
        let mut times = Vec::new();
        let mut before = None;
        for n in 1..=edits {
            let edited = text.replacen(kind.from, &(kind.to)(n), 1);
            let clock = Instant::now();
            fs::write(&path, edited)?;
            seen = wait(&board, seen)?;
            times.push(milliseconds(clock.elapsed()));
            // Caches fill in the first edits; what grows after that is a leak.
            if n == edits.div_ceil(5) {
                before = Some(resident_mib()?);
            }
        }
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get((share * (times.len() - 1) as f64) as usize).copied();
        let (median, late, worst) = (at(0.5), at(0.95), at(1.0));
        let show = |t: Option<f64>| t.map_or("?".to_owned(), |t| format!("{t:.1}"));
        println!(
            "{:30} {edits:>6} {:>8} {:>8} {:>8} {:>9} {:>9}",
            kind.name,
            show(median),
            show(late),
            show(worst),
            before.unwrap_or_default(),
            resident_mib()?
        );
    }
    stop.set();
    follower.join().map_err(|_| "the follower has panicked")?.map_err(|found| found.message)?;
    Ok(())
}

/// Waits for good pages newer than `seen`.
fn wait(board: &Board, seen: u64) -> Result<u64, Box<dyn Error>> {
    let news = board.wait(seen, PATIENCE).map_err(|_| "the board is taken down")?;
    let (version, state) = news.ok_or("no new pages")?;
    if state.contains("\"trouble\":\"\"") { Ok(version) } else { Err(state.to_string().into()) }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Resident memory of this process, MiB (Linux: `VmRSS` of proc(5), in kB); 0 elsewhere.
fn resident_mib() -> Result<u64, Box<dyn Error>> {
    let Ok(status) = fs::read_to_string("/proc/self/status") else { return Ok(0) };
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kb: u64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kb / 1024)
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
