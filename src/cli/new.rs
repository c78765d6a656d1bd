//! `sats new`: the next year's data, from this year's.

use std::path::PathBuf;

use super::Stop;
use super::args::Common;
use super::job;
use super::screen::Screen;
use crate::report::new_year::new_year;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The new year; its folder stands beside the one it is made from
    #[arg(value_name = "YEAR")]
    year: i32,
    /// Folder of the year to start from [default: the newest year under data/]
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
}

pub(super) fn run(args: &Args, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let from = job::data(args.from.as_deref().or(common.data.as_deref()))?;
    let out = from.parent().unwrap_or(&from).join(args.year.to_string());
    screen.step("making the new year's folder");
    let files = new_year(&from, args.year, &out).map_err(Stop::Misused)?;
    for file in &files {
        screen.path(file)?;
    }
    screen.say("run sats check to see what is to be filled in, and by whom");
    Ok(())
}
