//! `sats printers`: the printers' profiles that are built in, and a new one to fill in.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Subcommand;

use super::screen::Screen;
use super::{Stop, codes};
use crate::finding::Finding;
use crate::output::print::{self, Printer};
use crate::output::write;
use crate::text;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the built-in ones
    List,
    /// Write a profile with every key and what it means, to be filled in
    New {
        /// Name of the printer; the file is NAME.toml
        #[arg(value_name = "NAME")]
        name: String,
        /// Folder to write to; made where it is missing
        #[arg(long, default_value = ".", value_name = "DIR")]
        out: PathBuf,
    },
    /// Print the JSON Schema of profiles
    Schema,
}

pub(super) fn run(args: &Args, screen: &Screen) -> Result<(), Stop> {
    match args.what.as_ref().unwrap_or(&What::List) {
        What::List => list(screen),
        What::New { name, out } => new(name, out.join(format!("{name}.toml")), screen),
        What::Schema => screen.data(&format!("{:#}\n", print::schema())),
    }
}

/// One line a printer: its name for `--printer`, what it is, bleed, standard, condition.
fn list(screen: &Screen) -> Result<(), Stop> {
    let mut out = String::new();
    for name in Printer::built_in() {
        let Some(profile) = print::built_in(&name) else { continue };
        let bleed = profile.beskaering.top_mm;
        let condition = &profile.farve.betingelse;
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{name:<16} {bleed:>2} mm  {condition:<8}  {}", profile.navn);
    }
    screen.data(&out)
}

fn new(name: &str, path: PathBuf, screen: &Screen) -> Result<(), Stop> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    if name.is_empty() || !name.chars().all(plain) {
        let finding = Finding::error(codes::USAGE.code, text!("printers-name", name = name));
        return Err(Stop::misused(finding.hint(text!("printers-name-hint"))));
    }
    if path.exists() {
        let shown = path.display().to_string();
        let finding = Finding::error(codes::USAGE.code, text!("printers-there", path = shown));
        return Err(Stop::misused(finding.hint(text!("printers-there-hint"))));
    }
    write::whole(&path, print::template(name).as_bytes()).map_err(Stop::misused)?;
    screen.path(&path)
}
