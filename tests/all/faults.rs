//! Whatever goes wrong while files are written, and whenever the program is killed: each file is as
//! it was or as it was to be, whole, and the next run goes on from there.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::cli::{Project, copy, repo};

/// Every file below a folder, hidden part files left out, by its name.
type Files = BTreeMap<String, Vec<u8>>;

fn files(project: &Project) -> (Files, usize) {
    fn walk(root: &Path, dir: &Path, all: &mut Files, parts: &mut usize) {
        for entry in fs::read_dir(dir).expect("listed").flatten() {
            let path = entry.path();
            let half_built = entry.file_name().to_string_lossy().starts_with(".sats-");
            if half_built {
                *parts += 1;
            } else if path.is_dir() {
                walk(root, &path, all, parts);
            } else {
                let name = path.strip_prefix(root).expect("below").display().to_string();
                all.insert(name, fs::read(&path).expect("read"));
            }
        }
    }
    let (mut all, mut parts) = (Files::new(), 0);
    walk(&project.path(""), &project.path(""), &mut all, &mut parts);
    (all, parts)
}

/// A small report of two indsatser; for what is about two years, the next one as well.
fn small(args: &[&str]) -> Project {
    let project = Project::empty();
    copy(&repo().join("tests/bad/good"), &project.path("data/2024"));
    if args.first() == Some(&"diff") {
        project.run(&["new", "2025"]).ends(0);
    }
    project
}

/// A command that writes, and whether its files belong together: all change or none does.
struct Writes {
    args: &'static [&'static str],
    together: bool,
}

impl Writes {
    /// Whether it can be run again over what an earlier run has written. A change of data cannot, and
    /// what is somebody's to change (a year, layouts, a profile) is not written over.
    fn again(&self) -> bool {
        !self.together && !matches!(self.args[0], "new" | "layouts" | "printers")
    }
}

/// Those that change or make data and small files.
const QUICK: [Writes; 12] = [
    together(&["add", "ny", "--name", "Ny", "--forvaltning", "SOF", "--fagprincip", "1"]),
    together(&["rename", "ludo", "ludus"]),
    together(&["remove", "ludo"]),
    together(&["accept", "D235", "--reason", "datoen kommer"]),
    alone(&["new", "2025"]),
    alone(&["diff", "data/2024", "data/2025", "--format", "csv", "--out", "diff.csv"]),
    alone(&["schema", "--out", "."]),
    alone(&["docs", "--out", "hjaelp.html"]),
    alone(&["layouts", "eject", "--to", "mine", "theme.toml", "report.typ"]),
    alone(&["printers", "new", "mit"]),
    alone(&["export", "xlsx"]),
    alone(&["export", "form"]),
];

const fn together(args: &'static [&'static str]) -> Writes {
    Writes { args, together: true }
}

const fn alone(args: &'static [&'static str]) -> Writes {
    Writes { args, together: false }
}

/// Those that typeset.
const SLOW: [Writes; 7] = [
    alone(&["build"]),
    alone(&["build", "draft"]),
    alone(&["build", "handout"]),
    alone(&["build", "print"]),
    alone(&["export", "charts"]),
    alone(&["export", "json"]),
    alone(&["export", "tiff", "--bilevel"]),
];

const KINDS: [&str; 6] = ["full", "read-only", "gone", "denied", "broken", "killed"];

/// Runs a command with a fault at each of its first `most` steps in turn.
fn each_step(writes: &Writes, most: usize) -> usize {
    let project = small(writes.args);
    let (before, _) = files(&project);
    let good = project.run(writes.args);
    let (after, parts) = files(&project);
    assert_eq!(parts, 0, "{:?} leaves part files", writes.args);
    if after == before {
        println!("{:?} writes nothing: {}", writes.args, good.stderr());
        return 0;
    }
    for step in 1..=most {
        let kind = KINDS[step % KINDS.len()];
        let project = small(writes.args);
        let mut command = project.command(writes.args);
        let run = command.env("SATS_FAULT", format!("{step}:{kind}")).output().expect("it runs");
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        let told = format!("{:?}, step {step} {kind}: {said}", writes.args);
        assert!(!said.contains("panicked"), "{told}");
        let (now, parts) = files(&project);
        whole(&before, &now, &after, &told);
        if now == after && parts == 0 && run.status.success() {
            // There is no such step: all has been tried.
            return step - 1;
        }
        if kind != "killed" {
            assert!(matches!(run.status.code(), Some(0..=2)), "{told}");
            assert!(said.contains("P002"), "nothing is said: {told}");
            assert_eq!(parts, 0, "part files are left: {told}");
            if writes.together {
                assert!(now == before, "some of the files have changed: {told}");
            }
        }
        // Nothing that a fault leaves stands in the way of the next run.
        if step % 4 == 0 && writes.again() {
            project.run(writes.args);
            let (again, _) = files(&project);
            assert!(again == after || now == after, "the next run does not get there: {told}");
        }
    }
    most
}

/// Every file is as it was before or as it is after; none is in between.
fn whole(before: &Files, now: &Files, after: &Files, told: &str) {
    for (name, bytes) in now {
        let known = [before.get(name), after.get(name)].into_iter().flatten().any(|b| b == bytes);
        assert!(known, "{name} is neither old nor new: {told}");
    }
    for name in before.keys().filter(|name| after.contains_key(*name)) {
        assert!(now.contains_key(name), "{name} is gone: {told}");
    }
}

#[test]
fn a_fault_at_any_step_leaves_every_file_old_or_new() {
    let steps: Vec<usize> = QUICK.iter().map(|writes| each_step(writes, 40)).collect();
    println!("{steps:?} steps");
    assert!(steps.iter().all(|n| *n >= 5), "a command has not been tried: {steps:?}");
}

#[test]
fn a_fault_while_an_edition_is_written_leaves_the_last_good_one() {
    let some = [&SLOW[0], &SLOW[3], &SLOW[4]];
    let steps: Vec<usize> = some.iter().map(|writes| each_step(writes, 6)).collect();
    assert!(steps.iter().all(|n| *n >= 5), "a command has not been tried: {steps:?}");
}

#[cfg(unix)]
#[test]
fn out_of_memory_leaves_the_last_good_file() {
    let project = small(&[]);
    project.run(&["build"]).ends(0);
    let (before, _) = files(&project);
    for kilobytes in [40_000, 80_000, 120_000, 180_000] {
        let limited = format!("ulimit -v {kilobytes}; exec \"$0\" build");
        let run = std::process::Command::new("sh")
            .args(["-c", &limited, env!("CARGO_BIN_EXE_sats")])
            .current_dir(project.path(""))
            .output()
            .expect("it runs");
        let (now, _) = files(&project);
        assert!(now == before, "{kilobytes} kB, {}: a file has changed", run.status);
    }
}

/// Kills each command `times` times, each time after another part of the time that it takes.
fn kills(all: &[Writes], times: u32) {
    for writes in all {
        let project = small(writes.args);
        let (before, _) = files(&project);
        let started = Instant::now();
        project.run(writes.args);
        let takes = started.elapsed();
        let (after, _) = files(&project);
        let (mut early, mut late) = (0, 0);
        for nr in 0..times {
            let project = small(writes.args);
            let mut child = project
                .command(writes.args)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("it runs");
            // Spread over the whole run and a little beyond; most of them where files are written.
            let part = f64::from(nr) / f64::from(times);
            let part = if nr % 2 == 0 { part * 1.1 } else { 0.75 + part * 0.3 };
            std::thread::sleep(Duration::from_secs_f64(takes.as_secs_f64() * part));
            // One that has ended by itself cannot be killed.
            let _ = child.kill();
            let ended = child.wait().expect("it ends");
            let told = format!("{:?}, killed at {part:.3}", writes.args);
            let (now, _) = files(&project);
            whole(&before, &now, &after, &told);
            *(if ended.success() { &mut late } else { &mut early }) += 1;
            if nr % 50 == 0 && writes.again() {
                project.run(writes.args);
                let (again, _) = files(&project);
                assert!(again == after || now == after, "the next run does not get there: {told}");
            }
        }
        println!("{:?}: killed {early} times, done before {late} times", writes.args);
    }
}

/// A few kills of each, and of the slow ones of the first alone; or as many of all as are asked for:
/// `SATS_KILLS=1000 cargo test --release --test all -- kill_at_any_moment --nocapture`
#[test]
fn a_kill_at_any_moment_leaves_every_file_old_or_new() {
    let asked = std::env::var("SATS_KILLS").ok().and_then(|times| times.parse().ok());
    let (slow, times) = asked.map_or((&SLOW[..1], 4), |times| (&SLOW[..], times));
    kills(&QUICK, times);
    kills(slow, times);
}
