//! Instructions instead of times: the same on a machine that does other work.

use std::process::Command;

/// Instructions of a command, on one thread, in millions; none where there is no valgrind.
pub(crate) fn instructions(command: &Command) -> Option<f64> {
    let counts = tempfile::NamedTempFile::new().ok()?;
    let variables = command.get_envs().filter_map(|(name, value)| Some((name, value?)));
    let run = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", counts.path().display()))
        .arg(command.get_program())
        .args(command.get_args())
        .envs(variables)
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .ok()?;
    let words = String::from_utf8_lossy(&run.stderr).into_owned();
    let line = words.lines().find(|line| line.contains("Collected :"))?;
    let count: u64 = line.rsplit(':').next()?.trim().parse().ok()?;
    Some(count as f64 / 1e6)
}
