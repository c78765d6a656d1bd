//! `sats build print`: the file for the print shop and its delivery note.

use std::path::{Path, PathBuf};

use super::Stop;
use super::job::Job;
use super::screen::Screen;
use crate::finding::Sources;
use crate::output::preflight::gather;
use crate::output::print::{BUILT_IN, Printer};
use crate::output::write;
use crate::pipeline::{Prepared, Problems};
use crate::report::load::Loaded;
use crate::text;

#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Print")]
pub(super) struct Args {
    /// Printer's profile, or the name of a built-in one, such as gb-tryk or onlineprinters
    /// [default: printer of sats.toml, else x4-coated]
    #[arg(long, value_name = "FILE|NAME")]
    printer: Option<String>,
}

impl Args {
    /// Which of the flags are given.
    pub(super) fn given(&self) -> [(&'static str, bool); 1] {
        [("--printer", self.printer.is_some())]
    }

    /// Writes the print file and its note; nothing where the preflight finds an error.
    pub(super) fn make(
        &self,
        job: &mut Job,
        (loaded, prepared): (&Loaded, &Prepared),
        settled: Option<&str>,
        (rapport, out): (&str, &Path),
        screen: &Screen,
    ) -> Result<(), Stop> {
        let printer = printer(self.printer.as_deref().or(settled).unwrap_or(BUILT_IN))?;
        screen.step(text!("step-print"));
        let package = job.pipeline.print(loaded, prepared, rapport, &printer)?;
        screen.findings(&gather(package.findings), &loaded.sources);
        screen.step(text!("step-write"));
        let path: PathBuf = out.join(&package.name);
        let note = path.with_extension("txt");
        for (path, bytes) in [(&path, package.pdf.as_slice()), (&note, package.note.as_bytes())] {
            write::whole(path, bytes).map_err(Stop::misused)?;
            screen.path(path)?;
        }
        Ok(())
    }
}

/// A printer by name or path. A mistake in a profile of one's own is shown in its lines.
pub(super) fn printer(named: &str) -> Result<Printer, Stop> {
    Printer::load(named).map_err(|findings| match std::fs::read_to_string(named) {
        Ok(text) => {
            let mut sources = Sources::new();
            sources.add(named.to_owned(), text);
            Stop::Faulty(Problems::of(findings, sources))
        }
        Err(_) => Stop::misused(findings),
    })
}
