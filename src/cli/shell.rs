//! `sats shell`: man pages and completions, written from the same arguments that are parsed.

use std::path::PathBuf;

use clap::CommandFactory;
use clap_complete::Shell;

use super::Stop;
use super::args;
use super::help;
use super::screen::Screen;
use crate::finding::Finding;
use crate::output::write;
use crate::words::{Language, Words};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folder that gets `man/` and `completions/`
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub(super) fn run(args: &Args, screen: &Screen) -> Result<(), Stop> {
    let command = help::command(Words::built_in(Language::English));
    let mut files = manuals(&command, "sats")?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
        let mut bytes = Vec::new();
        clap_complete::generate(shell, &mut args::Args::command(), "sats", &mut bytes);
        files.push((PathBuf::from("completions").join(file_name(shell)), bytes));
    }
    for (name, bytes) in files {
        let path = args.out.join(name);
        write::whole(&path, &bytes).map_err(Stop::misused)?;
        screen.path(&path)?;
    }
    Ok(())
}

/// A manual page for the command and for each one below it: `sats.1`, `sats-build.1`.
fn manuals(command: &clap::Command, name: &str) -> Result<Vec<(PathBuf, Vec<u8>)>, Stop> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command.clone()).title(name.to_uppercase()).render(&mut bytes).map_err(
        |err| Stop::misused(Finding::error(super::codes::MISSING.code, format!("{name}.1: {err}"))),
    )?;
    let mut files = vec![(PathBuf::from("man").join(format!("{name}.1")), bytes)];
    for below in command.get_subcommands().filter(|c| !c.is_hide_set() && c.get_name() != "help") {
        files.extend(manuals(below, &format!("{name}-{}", below.get_name()))?);
    }
    Ok(files)
}

/// The name that each shell looks for.
fn file_name(shell: Shell) -> &'static str {
    match shell {
        Shell::Zsh => "_sats",
        Shell::Fish => "sats.fish",
        Shell::PowerShell => "sats.ps1",
        _ => "sats.bash",
    }
}
