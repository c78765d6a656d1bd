//! Against the stock program of the same Typst: a plain report of the same words, tables and charts,
//! and the very layouts that `sats export json` writes. Both programs run in turns, from their start
//! to the written file; instructions are counted on one thread. The stock program writes what it writes
//! by itself, a tagged PDF that is held to no standard: sats alone finishes and checks its file. It has
//! no composer either, and sets the exported layouts on more pages.
//!
//! `cargo bench --bench stock` builds the stock program into `target/stock` where it is missing, which
//! takes a quarter of an hour; `SATS_STOCK` names another one, `SATS_PROGRAM` another sats (one of the
//! profile that users install).
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and may fail hard"
)]

mod counted;
mod ledger;

use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use counted::instructions;
use ledger::Ledger;

/// The version of Typst that sats is built with.
const VERSION: &str = "0.15.1";
/// Runs of each program; the middle one counts.
const RUNS: usize = 9;

/// A program with its arguments, and the file that it writes.
struct Job {
    program: PathBuf,
    args: Vec<OsString>,
    writes: PathBuf,
}

impl Job {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.args).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Milliseconds from the program's start to its end.
    fn run(&self) -> Result<f64, Box<dyn Error>> {
        let start = Instant::now();
        let status = self.command().status()?;
        let took = start.elapsed().as_secs_f64() * 1000.0;
        if !status.success() {
            return Err(format!("{} {:?} failed", self.program.display(), self.args).into());
        }
        Ok(took)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let repo = Path::new(env!("CARGO_MANIFEST_DIR"));
    let stock = stock(repo)?;
    let sats = std::env::var_os("SATS_PROGRAM")
        .map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_sats")), PathBuf::from);
    let dir = tempfile::tempdir()?;
    let root = exported(&sats, repo, dir.path())?;
    fs::write(root.join("plain.typ"), plain(&root)?)?;
    let compiled = |name: &str, input: &str| {
        let writes = dir.path().join(format!("{name}.pdf"));
        let mut args: Vec<OsString> = ["compile", "--root"].map(OsString::from).to_vec();
        args.push(root.clone().into());
        args.extend(["--ignore-system-fonts", "--font-path"].map(OsString::from));
        args.push(repo.join("fonts").into());
        args.extend(["--features", "a11y-extras"].map(OsString::from));
        args.push(root.join(input).into());
        args.push(writes.clone().into());
        Job { program: stock.clone(), args, writes }
    };
    let out = dir.path().join("out");
    let ours = Job {
        program: sats,
        args: vec![
            "build".into(),
            "official".into(),
            "--data".into(),
            data(repo).into(),
            "--out".into(),
            out.clone().into(),
        ],
        writes: out.join("sikker-by-2024.pdf"),
    };
    let jobs = [ours, compiled("plain", "plain.typ"), compiled("layouts", "layouts/report.typ")];
    measure(&jobs)
}

fn measure(jobs: &[Job; 3]) -> Result<(), Box<dyn Error>> {
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..=RUNS {
        for (job, times) in jobs.iter().zip(&mut times) {
            times.push(job.run()?);
        }
    }
    // The first run of each fills the machine's caches.
    let [ours, plain, layouts] = times.map(|times| median(&times[1..]));
    let [words, plain_words] = [&jobs[0], &jobs[1]].map(|job| words(&job.writes).unwrap_or(0.0));
    let mut ledger = Ledger::open("stock")?;
    ledger.tell("sats, from start to file", ours, "ms");
    ledger.tell("stock, plain report", plain, "ms");
    ledger.tell("stock, exported layouts", layouts, "ms");
    ledger.tell("sats by stock, exported layouts", ours / layouts * 100.0, "% (asked: 40)");
    if words > 0.0 && plain_words > 0.0 {
        println!("  {words:.0} words in the report, {plain_words:.0} in the plain one");
        let share = (ours / words) / (plain / plain_words) * 100.0;
        ledger.tell("time per word, by plain", share, "% (asked: 85)");
        let counted = |job: &Job| instructions(&job.command());
        if let (Some(a), Some(b)) = (counted(&jobs[0]), counted(&jobs[1])) {
            ledger.tell("instructions, sats", a, "million");
            ledger.tell("instructions, plain", b, "million");
            let share = (a / words) / (b / plain_words) * 100.0;
            ledger.tell("instructions per word, by plain", share, "% (asked: 80)");
        }
    }
    ledger.close()
}

fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn data(repo: &Path) -> PathBuf {
    repo.join("tests/fixtures/2024")
}

/// The stock program, built from the registry where it is not there.
fn stock(repo: &Path) -> Result<PathBuf, Box<dyn Error>> {
    if let Some(named) = std::env::var_os("SATS_STOCK") {
        return Ok(named.into());
    }
    let root = repo.join("target/stock");
    let program = root.join("bin").join(format!("typst{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        println!("  building typst-cli {VERSION}");
        let mut install = Command::new("cargo");
        install.args(["install", "--locked", "typst-cli", "--version", VERSION, "--root"]);
        if !install.arg(&root).status()?.success() {
            return Err("typst-cli cannot be built".into());
        }
    }
    Ok(program)
}

/// The folder that `sats export json` writes: what another Typst needs.
fn exported(sats: &Path, repo: &Path, dir: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut export = Command::new(sats);
    export.args(["export", "json", "--data"]).arg(data(repo)).arg("--out").arg(dir);
    if !export.stdout(Stdio::null()).status()?.success() {
        return Err("the report cannot be exported".into());
    }
    Ok(dir.join("json"))
}

/// The plain report: its source after the names of what it shows.
fn plain(root: &Path) -> Result<String, Box<dyn Error>> {
    let ids = names(&root.join("data/indsatser"), ".json")?;
    let figures: Vec<String> = names(&root.join("figurer"), ".svg")?
        .into_iter()
        // Each figure once: the others are its forms.
        .filter(|name| !name.contains('@'))
        .collect();
    let tables: Vec<String> =
        names(&root.join("vedhaeft"), ".csv")?.into_iter().map(|name| name + ".csv").collect();
    let listed = |name: &str, list: &[String]| {
        let items: String = list.iter().map(|item| format!("\"{item}\",")).collect();
        format!("#let {name} = ({items})\n")
    };
    let heads = [("ids", &ids), ("figurer", &figures), ("tabeller", &tables)];
    let heads: String = heads.iter().map(|(name, list)| listed(name, list)).collect();
    Ok(heads + include_str!("plain.typ"))
}

/// Names of the files of a folder, without their end, in order.
fn names(folder: &Path, end: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(end).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Words of a PDF, as poppler reads them; none where it is not there.
fn words(pdf: &Path) -> Option<f64> {
    let read = Command::new("pdftotext").arg(pdf).arg("-").output().ok()?;
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    read.status.success().then(|| text.split_whitespace().count() as f64)
}
