//! `sats fonts`: which families and weights the theme asks for and gets, and what it may embed.

use std::fmt::Write;

use super::Stop;
use super::args::Common;
use super::job::Job;
use super::screen::Screen;
use crate::pipeline::{Pipeline, Problems};
use crate::report::load;
use crate::typeset::{Embedding, Face};

pub(super) fn run(common: Common, screen: &Screen) -> Result<(), Stop> {
    let job = Job::resolve(&common)?;
    screen.data(&table(&job.pipeline))?;
    screen.step("checking the fonts");
    let loaded = load::load(&job.data);
    let mut findings = job.pipeline.font_findings(&loaded);
    if loaded.report.is_none() {
        findings.extend(loaded.findings.iter().cloned());
    }
    if findings.is_empty() {
        screen.say("every character of the data and the layouts has a glyph");
        return Ok(());
    }
    let sources = job.pipeline.sources(&loaded, &findings);
    Err(Stop::Faulty(Problems { findings, sources }))
}

/// One line for each face asked for: what it is, the file that has it, whether it may be embedded.
fn table(pipeline: &Pipeline) -> String {
    let asked = &pipeline.theme().skrift;
    let upright = asked.vaegte.iter().map(|&weight| (weight, false));
    let italic = asked.kursiv.iter().map(|&weight| (weight, true));
    let mut out = format!("{}\n", asked.familie);
    for (weight, italic) in upright.chain(italic) {
        let face = pipeline
            .fonts()
            .family(&asked.familie)
            .find(|face| face.weight == weight && face.italic == italic);
        let style = if italic { "italic" } else { "upright" };
        let got = face.map_or_else(|| "missing".to_owned(), got);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {weight} {style:<8} {got}");
    }
    out
}

fn got(face: &Face) -> String {
    let may = match face.embedding {
        Embedding::Installable => "may be embedded and installed",
        Embedding::Editable => "may be embedded, documents may be edited",
        Embedding::PreviewAndPrint => "may be embedded for viewing and printing",
        Embedding::Restricted => "may not be embedded",
        Embedding::NoSubsetting => "may be embedded whole only",
        Embedding::Unknown => "says nothing about embedding",
    };
    format!("{} ({may})", face.file)
}
