//! `sats fonts`: which families and weights the theme asks for and gets, and what it may embed.

use std::fmt::Write;

use super::Stop;
use super::args::Common;
use super::job::Job;
use super::screen::Screen;
use crate::pipeline::{Pipeline, Problems};
use crate::report::load;
use crate::text;
use crate::typeset::{Embedding, Face};
use crate::words::Words;

pub(super) fn run(common: Common, screen: &Screen) -> Result<(), Stop> {
    let job = Job::resolve(&common)?;
    screen.data(&table(&job.pipeline, screen.words()))?;
    screen.step(text!("step-fonts"));
    let loaded = load::load(&job.data);
    let mut findings = job.pipeline.font_findings(&loaded);
    if loaded.report.is_none() {
        findings.extend(loaded.findings.iter().cloned());
    }
    if findings.is_empty() {
        screen.say(text!("fonts-fine"));
        return Ok(());
    }
    let sources = job.pipeline.sources(&loaded, &findings);
    Err(Stop::Faulty(Problems::of(findings, sources)))
}

/// One line for each face asked for: what it is, the file that has it, whether it may be embedded.
fn table(pipeline: &Pipeline, words: &Words) -> String {
    let asked = &pipeline.theme().skrift;
    let upright = asked.vaegte.iter().map(|&weight| (weight, false));
    let italic = asked.kursiv.iter().map(|&weight| (weight, true));
    let mut out = format!("{}\n", asked.familie);
    for (weight, italic) in upright.chain(italic) {
        let face = pipeline
            .fonts()
            .family(&asked.familie)
            .find(|face| face.weight == weight && face.italic == italic);
        let style = words.get(if italic { "font-italic" } else { "font-upright" });
        let got = face.map_or_else(|| words.get("font-missing"), |face| got(face, words));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  {weight} {style:<8} {got}");
    }
    out
}

fn got(face: &Face, words: &Words) -> String {
    let may = match face.embedding {
        Embedding::Installable => "font-installable",
        Embedding::Editable => "font-editable",
        Embedding::PreviewAndPrint => "font-print",
        Embedding::Restricted => "font-restricted",
        Embedding::NoSubsetting => "font-whole",
        Embedding::Unknown => "font-silent",
    };
    format!("{} ({})", face.file, words.get(may))
}
