//! What was measured before: `baseline.toml` beside this file, and the change against it. Counts of
//! instructions tell a change of a hundredth; times of a machine that does other work do not.
//!
//! `cargo bench --bench build -- save` writes what it measures as the new baseline.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Measures of one benchmark.
pub(crate) struct Ledger {
    bench: &'static str,
    before: toml::Table,
    now: toml::Table,
}

impl Ledger {
    /// The baseline of a benchmark; empty where it has none yet.
    pub(crate) fn open(bench: &'static str) -> Result<Self, Box<dyn Error>> {
        let before = match fs::read_to_string(path()) {
            Ok(text) => text.parse()?,
            Err(_) => toml::Table::new(),
        };
        Ok(Self { bench, before, now: toml::Table::new() })
    }

    /// Notes a measure, and prints it with its change.
    pub(crate) fn tell(&mut self, what: &str, value: f64, unit: &str) {
        let before = self.before.get(self.bench).and_then(|bench| bench.get(what)?.as_float());
        let change = match before {
            Some(before) if before > 0.0 => {
                format!("{:+.1} % of {before:.1}", (value / before - 1.0) * 100.0)
            }
            _ => "no baseline".to_owned(),
        };
        println!("  {what:<34} {value:>10.1} {unit:<22} {change}");
        // A tenth is as much as anybody reads.
        self.now.insert(what.to_owned(), ((value * 10.0).round() / 10.0).into());
    }

    /// Writes the measures as the new baseline where that was asked for; others stay.
    pub(crate) fn close(mut self) -> Result<(), Box<dyn Error>> {
        if !std::env::args().any(|arg| arg == "save") {
            return Ok(());
        }
        let kept = self.before.entry(self.bench).or_insert_with(|| toml::Table::new().into());
        if let Some(kept) = kept.as_table_mut() {
            kept.extend(self.now);
        }
        fs::write(path(), toml::to_string(&self.before)?)?;
        println!("written: {}", path().display());
        Ok(())
    }
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/baseline.toml")
}
