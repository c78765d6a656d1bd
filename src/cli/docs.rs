//! `sats docs`: the handbook.

use crate::text;
use std::path::PathBuf;

use clap::CommandFactory;

use super::Stop;
use super::args::{Args as Program, Common};
use super::job::{self, Job};
use super::screen::Screen;
use crate::output::write;
use crate::report::handbook::{self, More};
use crate::report::insight::Insights;
use crate::report::load;
use crate::report::model::Report;
use crate::typeset::{Layouts, handover};
use crate::words::Words;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// File to write
    #[arg(long, default_value = "out/haandbog.html", value_name = "FILE")]
    out: PathBuf,
}

pub(super) fn run(args: &Args, common: &Common, screen: &Screen) -> Result<(), Stop> {
    screen.step(text!("step-handbook"));
    // The handbook is for those without data too; then it has no pictures.
    let data = job::data(common.data.as_deref()).ok();
    let more = match data {
        Some(_) => {
            let mut job = Job::resolve(common)?;
            let loaded = load::load(&job.data);
            let report = loaded.report.clone();
            let pictures = report.as_ref().map(|r| job.pipeline.specimens(&loaded, r));
            let pictures = pictures.transpose().map_err(Stop::Faulty)?.unwrap_or_default();
            More { pictures, ..more(job.pipeline.layouts(), report.as_deref(), screen.words())? }
        }
        None => more(&layouts(common)?, None, screen.words())?,
    };
    let html = handbook::html(screen.words(), &more);
    write::whole(&args.out, html.as_bytes()).map_err(Stop::misused)?;
    screen.path(&args.out)
}

fn layouts(common: &Common) -> Result<Layouts, Stop> {
    match &common.layouts {
        Some(folder) => Layouts::folder(folder).map_err(Stop::misused),
        None => Ok(Layouts::built_in()),
    }
}

/// What the handbook tells besides the data files, but for the pictures.
pub(super) fn more(
    layouts: &Layouts,
    report: Option<&Report>,
    words: &Words,
) -> Result<More, Stop> {
    let placeholders = report.map(|report| {
        let insights = Insights::compute(report);
        insights.pladser.iter().map(|(n, p)| (format!("{{{n}}}"), p.tekst.clone())).collect()
    });
    let mut program = Program::command();
    program.build();
    // What `--help` says is English; the handbook is for those who need none.
    let commands = program.get_subcommands().map(|command| {
        let name = command.get_name();
        (format!("sats {name}"), words.get(&format!("command-{name}")))
    });
    Ok(More {
        commands: commands.collect(),
        placeholders: placeholders.unwrap_or_default(),
        pictures: Vec::new(),
        theme: layouts.text("theme.toml").map_err(Stop::misused)?,
        contract: format!("{:#}", handover::contract()),
        printer: include_str!("../../data/trykkerier/x4-coated.toml").to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_command_is_told_in_both_languages() {
        for language in Language::ALL {
            let more = more(&Layouts::built_in(), None, Words::built_in(language));
            let Ok(more) = more else { panic!("no handbook") };
            for (name, about) in more.commands {
                assert!(about.contains(' ') && !about.contains("command-"), "{name}: {about}");
            }
        }
    }
}
