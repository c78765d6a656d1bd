//! `sats schema`: the JSON Schema of the data, for editors; of the layouts' contract, for designers.

use crate::text;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::Stop;
use super::screen::Screen;
use crate::output::write;
use crate::report::schema::{self, editors};
use crate::typeset::handover;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Of what
    #[arg(value_enum, default_value_t, value_name = "WHAT")]
    what: What,
    /// Folder that data/ lies in: write a schema for each kind of file, and settings for VS Code and taplo
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum What {
    /// The data files
    #[default]
    Data,
    /// What the layouts are handed
    Layouts,
    /// A project's settings, sats.toml
    Settings,
}

pub(super) fn run(args: &Args, screen: &Screen) -> Result<(), Stop> {
    if let Some(out) = &args.out {
        return for_editors(out, screen);
    }
    let schema = match args.what {
        What::Data => schema::json_schema(screen.words().language()),
        What::Layouts => handover::contract(),
        What::Settings => schema::settings::schema(),
    };
    screen.data(&format!("{schema:#}\n"))
}

/// Writes what editors need. Settings that are there already and say something else are the user's.
pub(super) fn for_editors(out: &Path, screen: &Screen) -> Result<(), Stop> {
    for file in editors::files(screen.words().language()) {
        let path = out.join(&file.name);
        match std::fs::read_to_string(&path) {
            Ok(there) if there == file.text => continue,
            Ok(_) if file.shared => {
                let file = path.display().to_string();
                screen.say(text!("schema-left", file = file, folder = editors::FOLDER));
                continue;
            }
            _ => {}
        }
        write::whole(&path, file.text.as_bytes()).map_err(Stop::misused)?;
        screen.path(&path)?;
    }
    Ok(())
}
