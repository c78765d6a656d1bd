//! `sats layouts`: the built-in layouts, to look at and to start one's own from.

use std::path::PathBuf;

use super::screen::Screen;
use super::{Stop, codes};
use crate::finding::Finding;
use crate::output::write;
use crate::text;
use crate::typeset::Layouts;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Print the names of the built-in layouts
    List,
    /// Write built-in layouts into a folder for --layouts; all of them where none is named
    Eject {
        /// Files, as `sats layouts list` names them
        #[arg(value_name = "FILE")]
        files: Vec<String>,
        /// Folder to write to
        #[arg(long, default_value = "layouts", value_name = "DIR")]
        to: PathBuf,
    },
}

pub(super) fn run(args: Args, screen: &Screen) -> Result<(), Stop> {
    let files = Layouts::built_in().files().map_err(Stop::misused)?;
    match args.command {
        Command::List => {
            let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
            screen.data(&format!("{}\n", names.join("\n")))
        }
        Command::Eject { files: named, to } => {
            if let Some(name) = named.iter().find(|n| !files.iter().any(|(file, _)| file == *n)) {
                let words = text!("layouts-unknown", file = name.as_str());
                let finding = Finding::error(codes::USAGE.code, words);
                return Err(Stop::misused(finding.hint(text!("layouts-unknown-hint"))));
            }
            let wanted = files.iter().filter(|(file, _)| named.is_empty() || named.contains(file));
            let paths: Vec<_> = wanted.map(|(file, bytes)| (to.join(file), bytes)).collect();
            // Somebody's own work is never written over.
            if let Some((path, _)) = paths.iter().find(|(path, _)| path.exists()) {
                let words = text!("layouts-there", file = path.display().to_string());
                let finding = Finding::error(codes::USAGE.code, words);
                return Err(Stop::misused(finding.hint(text!("layouts-there-hint"))));
            }
            for (path, bytes) in paths {
                write::whole(&path, bytes).map_err(Stop::misused)?;
                screen.path(&path)?;
            }
            Ok(())
        }
    }
}
