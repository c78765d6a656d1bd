//! `sats diff`: what has changed between two data sets, without typesetting.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;

use super::args::Common;
use super::screen::Screen;
use super::{Stop, codes, job, lists};
use crate::finding::Finding;
use crate::pipeline::Problems;
use crate::report::diff::{diff, list};
use crate::report::history;
use crate::report::model::Report;
use crate::text;
use crate::words::Text;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The older data: a folder, or a git revision of the data's repository
    #[arg(value_name = "OLD")]
    old: String,
    /// The newer data, likewise [default: the data as it is now]
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// Just the changes that concern this forvaltning, by code
    #[arg(long, value_name = "CODE")]
    forvaltning: Option<String>,
    /// How to tell them
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// File to write to instead of stdout; a workbook needs one
    #[arg(long, value_name = "FILE", required_if_eq("format", "xlsx"))]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// By forvaltning and indsats, with old and new value
    #[default]
    Human,
    /// Every change with its field's path
    Json,
    /// A row a change
    Csv,
    /// A workbook, a row a change
    Xlsx,
}

pub(super) fn run(args: Args, common: Common, screen: &Screen) -> Result<(), Stop> {
    screen.step(text!("step-both"));
    let data = job::data(common.data.as_deref()).or_else(|stop| instead(&args, stop))?;
    let new = match &args.new {
        Some(new) => read(&data, new)?,
        None => read(&data, &data.to_string_lossy())?,
    };
    let old = read(&data, &args.old)?;
    let mut changes = diff(&old, &new);
    if let Some(kode) = &args.forvaltning {
        changes = changes.of_forvaltning(known(kode, &old, &new)?);
    }
    let bytes = match args.format {
        Format::Human => list::human(&changes, &new, screen.words()).into_bytes(),
        Format::Csv => list::csv(&changes, screen.words()).into_bytes(),
        Format::Json => lists::json(&changes),
        Format::Xlsx => list::xlsx(&changes, &new, screen.words()).map_err(lists::no_workbook)?,
    };
    lists::deliver(args.out.as_deref(), &bytes, screen)
}

/// Two folders can be compared anywhere; only revisions and a missing NEW need the data's folder.
fn instead(args: &Args, stop: Stop) -> Result<PathBuf, Stop> {
    match &args.new {
        Some(new) if Path::new(new).is_dir() && Path::new(&args.old).is_dir() => Ok(new.into()),
        _ => Err(stop),
    }
}

fn read(data: &Path, what: &str) -> Result<Arc<Report>, Stop> {
    let year = year_folder(data, what);
    let what = year.as_deref().unwrap_or(what);
    history::earlier(data, what).map_err(|unreadable| {
        let history::Unreadable { findings, sources } = unreadable;
        let faulty = findings.iter().any(|f| f.code == history::codes::FAULTY.code);
        let problems = Problems::of(findings, sources);
        if faulty { Stop::Faulty(problems) } else { Stop::Misused(problems) }
    })
}

/// The folder of a year beside the data's own: `2024`.
pub(super) fn year_folder(data: &Path, what: &str) -> Option<String> {
    let is_year = what.len() == 4 && what.bytes().all(|b| b.is_ascii_digit());
    let folder = match data.file_name() {
        Some(_) => data.with_file_name(what),
        None => std::fs::canonicalize(data).ok()?.with_file_name(what),
    };
    (is_year && !Path::new(what).is_dir() && folder.is_dir())
        .then(|| folder.to_string_lossy().into_owned())
}

/// The code of a forvaltning as the data writes it.
fn known<'r>(kode: &str, old: &'r Report, new: &'r Report) -> Result<&'r str, Stop> {
    let mut codes_known = new.forvaltninger.iter().chain(&old.forvaltninger).map(|f| &f.kode);
    if let Some(known) = codes_known.find(|known| known.to_lowercase() == kode.to_lowercase()) {
        return Ok(known);
    }
    let known = Text::list(new.forvaltninger.iter().map(|f| &f.kode));
    Err(Stop::misused(
        Finding::error(codes::USAGE.code, text!("no-such-forvaltning", code = kode)).hint(text!(
            "load-known",
            names = known,
            more = 0
        )),
    ))
}
