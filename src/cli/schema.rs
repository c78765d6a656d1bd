//! `sats schema`: the JSON Schema of the data, for editors; of the layouts' contract, for designers.

use clap::ValueEnum;

use super::Stop;
use super::screen::Screen;
use crate::report::schema;
use crate::typeset::handover;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Of what
    #[arg(value_enum, default_value_t, value_name = "WHAT")]
    what: What,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum What {
    /// The data files
    #[default]
    Data,
    /// What the layouts are handed
    Layouts,
}

pub(super) fn run(args: &Args, screen: &Screen) -> Result<(), Stop> {
    let schema = match args.what {
        What::Data => schema::json_schema(),
        What::Layouts => handover::contract(),
    };
    screen.data(&format!("{schema:#}\n"))
}
