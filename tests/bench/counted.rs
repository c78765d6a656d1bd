//! Instructions instead of times: the same on a machine that does other work.

use std::process::Command;

/// Instructions of this very program with these variables set, on one thread, in millions; none
/// where there is no valgrind.
pub(crate) fn instructions(variables: &[(&str, &str)]) -> Option<f64> {
    let counts = tempfile::NamedTempFile::new().ok()?;
    let run = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", counts.path().display()))
        .arg(std::env::current_exe().ok()?)
        .envs(variables.iter().copied())
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .ok()?;
    let words = String::from_utf8_lossy(&run.stderr).into_owned();
    let line = words.lines().find(|line| line.contains("Collected :"))?;
    let count: u64 = line.rsplit(':').next()?.trim().parse().ok()?;
    Some(count as f64 / 1e6)
}
