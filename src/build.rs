//! Rebuilds the program when a layout, a font or a printer's profile is added (`include_dir!` alone
//! sees only changes of the files that it already knows), and tells it what it was built from.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=layouts");
    println!("cargo::rerun-if-changed=fonts");
    println!("cargo::rerun-if-changed=data/trykkerier");
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rustc-env=SATS_COMMIT={}", commit().unwrap_or_default());
    println!("cargo::rustc-env=SATS_TYPST={}", typst().unwrap_or_default());
}

/// ` (commit)`, where this is built in a git checkout by a release (`SATS_RELEASE`): a commit in
/// every build would make the program new at each of them.
fn commit() -> Option<String> {
    println!("cargo::rerun-if-env-changed=SATS_RELEASE");
    std::env::var_os("SATS_RELEASE")?;
    let told = Command::new("git").args(["rev-parse", "--short=12", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(told.stdout).ok()?;
    told.status.success().then(|| format!(" ({})", commit.trim()))
}

/// The version of Typst that Cargo.lock names.
fn typst() -> Option<String> {
    let lock = std::fs::read_to_string(Path::new("Cargo.lock")).ok()?;
    let mut lines = lock.lines().skip_while(|line| *line != "name = \"typst\"").skip(1);
    Some(lines.next()?.strip_prefix("version = \"")?.trim_end_matches('"').to_owned())
}
