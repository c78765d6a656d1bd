//! The command line. Arguments are parsed into plain structs, then resolved once into a
//! [`job::Job`]; contradictions are found there. One thin `run` per command, a file each.
//!
//! Written paths and asked-for data go to stdout, everything else to stderr. Exit status: 0 done,
//! 1 the data or a layout has errors or the output fails its standard, 2 wrong usage or I/O.

mod args;
mod build;
mod change;
mod check;
mod codes;
mod comments;
mod confirm;
mod diff;
mod docs;
mod draft;
mod explain;
mod export;
mod fit;
mod fonts;
mod form;
mod handout;
mod help;
mod import;
mod indsats;
mod job;
mod layouts;
mod lists;
mod new;
mod pictures;
mod preflight;
mod preview;
mod print;
mod printers;
mod publish;
mod schema;
mod screen;
mod settings;
mod shell;
mod tiff;
mod usage;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use crate::pipeline::Problems;
use crate::typeset::Layouts;
use crate::words::Words;
use args::{Args, Command, Common};
use screen::Screen;

/// Why a command ends before it is done.
enum Stop {
    /// The data, a layout or the output is faulty: exit status 1.
    Faulty(Problems),
    /// Wrong usage, or a file that cannot be read or written: exit status 2.
    Misused(Problems),
    /// Faulty, and all about it has been printed: exit status 1.
    Said,
    /// Nobody reads what is printed any more, which is no error.
    Unread,
}

impl Stop {
    /// Wrong usage, or a file that cannot be read or written.
    fn misused(findings: impl Into<Problems>) -> Self {
        Self::Misused(findings.into())
    }
}

impl From<Problems> for Stop {
    fn from(problems: Problems) -> Self {
        if problems.misused { Self::Misused(problems) } else { Self::Faulty(problems) }
    }
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn run() -> ExitCode {
    let mut args = match Args::try_parse() {
        Ok(args) => args,
        Err(err) => return usage::tell(err),
    };
    let settled = settings::complete(&mut args.common);
    let screen = Screen::new(args.screen, words(&args.common));
    // This thread works too, and does not wait for others to wake. Fails only where the pool is
    // there already.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    match settled.and_then(|()| command(args, &screen)) {
        Ok(()) | Err(Stop::Unread) => ExitCode::SUCCESS,
        Err(Stop::Said) => ExitCode::from(1),
        Err(Stop::Faulty(problems)) => {
            screen.findings(&problems.findings, &problems.sources);
            ExitCode::from(1)
        }
        Err(Stop::Misused(problems)) => {
            screen.findings(&problems.findings, &problems.sources);
            ExitCode::from(2)
        }
    }
}

/// The words of the messages: those of a layouts folder before those built in. What is wrong in
/// the folder is told by the commands that use it.
fn words(common: &Common) -> Arc<Words> {
    let language = common.lang.unwrap_or_default();
    let layouts = common.layouts.as_deref().and_then(|folder| Layouts::folder(folder).ok());
    layouts.unwrap_or_else(Layouts::built_in).words(language).0
}

fn command(args: Args, screen: &Screen) -> Result<(), Stop> {
    let common = args.common;
    match args.command {
        Command::Build(args) => build::run(args, common, screen),
        Command::Check(args) => check::run(args, common, screen),
        Command::Preview(args) => preview::run(args, common, screen),
        Command::Export(args) => export::run(args, common, screen),
        Command::Diff(args) => diff::run(args, common, screen),
        Command::Preflight(args) => preflight::run(&args, &common, screen),
        Command::Printers(args) => printers::run(&args, screen),
        Command::New(args) => new::run(&args, &common, screen),
        Command::Confirm(args) => confirm::run(&args, &common, screen),
        Command::Schema(args) => schema::run(&args, screen),
        Command::Import(args) => import::run(&args, &common, screen),
        Command::Comments(args) => comments::run(&args, &common, screen),
        Command::Add(args) => indsats::add(args, &common, screen),
        Command::Rename(args) => indsats::rename(&args, &common, screen),
        Command::Remove(args) => indsats::remove(&args, &common, screen),
        Command::Accept(args) => indsats::accept(&args, &common, screen),
        Command::Docs(args) => docs::run(&args, &common, screen),
        Command::Fonts => fonts::run(common, screen),
        Command::Layouts(args) => layouts::run(args, screen),
        Command::Shell(args) => shell::run(&args, screen),
    }
}
