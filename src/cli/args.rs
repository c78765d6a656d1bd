//! The arguments as they are typed, unresolved.

use std::path::PathBuf;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use super::settings::Settled;
use super::{
    build, check, comments, confirm, diff, docs, export, import, indsats, layouts, new, preflight,
    preview, printers, schema, shell,
};
use crate::words::Language;

/// What `--version` prints: this program, the commit it was built from where git told, and Typst.
const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), env!("SATS_COMMIT"), "\nTypst ", env!("SATS_TYPST"));

/// Structured report data into print-ready PDF.
#[derive(Debug, Parser)]
#[command(name = "sats", version, long_version = VERSION, max_term_width = 100)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) screen: ScreenArgs,
}

/// Whether a word is the name of a command.
pub(super) fn is_command(word: &str) -> bool {
    Args::command().find_subcommand(word).is_some()
}

/// The names of all commands.
pub(super) fn commands() -> Vec<String> {
    Args::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Make the report: the official PDF unless other editions are named
    Build(build::Args),
    /// Tell what is wrong or doubtful in the data, the theme and the fonts
    Check(check::Args),
    /// Show the report in a browser and follow every edit
    Preview(preview::Args),
    /// Write the report's data in other forms
    Export(export::Args),
    /// Tell what has changed between two data sets
    Diff(diff::Args),
    /// Judge a PDF as a print shop would
    Preflight(preflight::Args),
    /// List the printers' profiles, or start a new one
    Printers(printers::Args),
    /// Start the next year's data from this year's
    New(new::Args),
    /// Confirm last year's texts, so that the report can be published
    Confirm(confirm::Args),
    /// Print the JSON Schema of the data files, or of what the layouts are handed
    Schema(schema::Args),
    /// Read filled-in forms into the data
    Import(import::Args),
    /// Read the comments in drafts that have come back
    Comments(comments::Args),
    /// Make a new indsats, ready to be filled in
    Add(indsats::AddArgs),
    /// Give an indsats another id or name
    Rename(indsats::RenameArgs),
    /// Take an indsats out
    Remove(indsats::RemoveArgs),
    /// Accept a finding, with a reason
    Accept(indsats::AcceptArgs),
    /// Write the handbook: every field, every block, every code
    Docs(docs::Args),
    /// Tell which fonts the theme asks for and gets
    Fonts,
    /// List the built-in layouts, or write them out to change them
    Layouts(layouts::Args),
    /// Write man pages and shell completions
    Shell(shell::Args),
}

/// What every command may be told.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Common {
    /// Folder of the data [default: the newest year under data/]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data: Option<PathBuf>,
    /// Folder of layouts that take the place of those built in: only what differs
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) layouts: Option<PathBuf>,
    /// Language of messages: findings, progress, lists [default: Danish]
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    pub(super) lang: Option<Language>,
    /// Fonts to use before those built in
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) fonts: Option<PathBuf>,
    /// What else the project has settled.
    #[arg(skip)]
    pub(super) settled: Settled,
}

#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(super) struct ScreenArgs {
    /// Print errors only, and what was asked for on stdout
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// Print more, such as how long each step takes
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub(super) verbose: bool,
    /// Colours on the terminal
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: Colour,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}
