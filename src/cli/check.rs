//! `sats check`: what is wrong or doubtful, before anything is made.

use crate::words::Text;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::args::Common;
use super::job::Job;
use super::screen::Screen;
use super::{Stop, codes, explain, fit};
use crate::finding::{Finding, Place, Severity, print, services};
use crate::pipeline::excerpt::{Selection, excerpt};
use crate::pipeline::{Problems, REPORT};
use crate::report::load::near::nearest;
use crate::report::load::{self, Loaded, indsats_file, indsats_id};
use crate::text;
use crate::typeset::fit::Fit;
use crate::words::Words;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Stop at warnings too that are not accepted
    #[arg(long)]
    deny_warnings: bool,
    /// Just these indsatser, by id
    #[arg(long, value_delimiter = ',', value_name = "ID,ID")]
    only: Vec<String>,
    /// Just those of this forvaltning, by code
    #[arg(long, value_delimiter = ',', value_name = "CODE,CODE")]
    forvaltning: Vec<String>,
    /// Only what stands in these files
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Tell what a finding's code means and what to do, and nothing else
    #[arg(long, value_name = "CODE", conflicts_with_all = ["format", "deny_warnings"])]
    explain: Option<String>,
    /// Tell how the spread of one indsats is composed: forms, breaks and what they cost
    #[arg(long, value_name = "ID", conflicts_with_all = ["format", "deny_warnings", "explain"])]
    explain_fit: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines they point at, on stderr
    #[default]
    Human,
    /// A line each, on stdout
    Short,
    /// One array, on stdout
    Json,
    /// SARIF 2.1.0, on stdout
    Sarif,
    /// Commands of a GitHub workflow, on stdout
    Github,
}

pub(super) fn run(args: Args, common: Common, screen: &Screen) -> Result<(), Stop> {
    if let Some(code) = &args.explain {
        return screen.data(&explain::explain(code, screen.words())?);
    }
    let mut job = Job::resolve(&common)?;
    screen.step(text!("step-check"));
    let loaded = load::load(&job.data);
    if let Some(id) = &args.explain_fit {
        return fit::explain(&mut job, &loaded, id, screen);
    }
    let (mut problems, mut fits) = judged(&mut job, &loaded, screen);
    let part = Part::resolve(&args, &job.data, &loaded)?;
    problems.findings.retain(|finding| part.holds(finding));
    let findings = &problems.findings;
    let sources = &problems.sources;
    match args.format {
        Format::Human => {
            screen.findings(findings, sources);
            fits.retain(|fit| part.ids.as_ref().is_none_or(|ids| ids.contains(&fit.id)));
            if !fits.is_empty() {
                fit::table(&fits, screen.words()).iter().for_each(|line| screen.say(line));
            }
        }
        Format::Short => screen.data(&print::short(findings, sources, screen.words()))?,
        Format::Json => screen.data(&print::json(findings, sources, screen.words()))?,
        Format::Sarif => screen.data(&services::sarif(findings, sources, screen.words()))?,
        Format::Github => screen.data(&services::github(findings, sources, screen.words()))?,
    }
    let summary = print::summary(findings, screen.words())
        .unwrap_or_else(|| screen.words().get("nothing-found"));
    screen.say(summary);
    let fails = findings.iter().any(|f| {
        let warns = args.deny_warnings && f.severity == Severity::Warning;
        f.accepted.is_none() && (f.severity == Severity::Error || warns)
    });
    if fails { Err(Stop::Said) } else { Ok(()) }
}

/// What is to be said about the data, and how the spreads fit. Every format tells the same: what
/// keeps a spread from being drawn or set is a finding too.
fn judged(job: &mut Job, loaded: &Loaded, screen: &Screen) -> (Problems, Vec<Fit>) {
    let mut problems = job.pipeline.check(loaded);
    let Some(report) = &loaded.report else { return (problems, Vec::new()) };
    screen.step(text!("step-fit"));
    let prepared = job.pipeline.prepare(loaded, report, &Selection::default());
    let set = prepared.and_then(|prepared| {
        let typeset = job.pipeline.typeset(&prepared, REPORT)?;
        let overruns = job.pipeline.overruns(&typeset.document, &prepared, Some(loaded));
        Ok((typeset.fits, overruns))
    });
    screen.finish_step();
    let more = match set {
        Ok((fits, overruns)) => {
            problems.findings.extend(overruns);
            return (problems, fits);
        }
        Err(more) => more,
    };
    // What is wrong with the data says more than what follows from it.
    if !problems.are_errors() {
        for name in more.sources.names() {
            if let (Some(text), None) = (more.sources.text(name), problems.sources.text(name)) {
                problems.sources.add(name, text);
            }
        }
        problems.findings.extend(more.findings);
    }
    (problems, Vec::new())
}

/// The part of the report that is asked about.
struct Part {
    /// Ids of the indsatser; none where all are meant.
    ids: Option<BTreeSet<String>>,
    /// Files of the front matter that are named.
    files: BTreeSet<String>,
}

impl Part {
    fn resolve(args: &Args, data: &Path, loaded: &Loaded) -> Result<Self, Stop> {
        if args.only.is_empty() && args.forvaltning.is_empty() && args.files.is_empty() {
            return Ok(Self { ids: None, files: BTreeSet::new() });
        }
        let mut ids = BTreeSet::new();
        let mut files = BTreeSet::new();
        for id in &args.only {
            known(loaded, &indsats_file(id), id)?;
            ids.insert(id.clone());
        }
        if let Some(report) = loaded.report.as_ref().filter(|_| !args.forvaltning.is_empty()) {
            let selection =
                Selection { forvaltning: args.forvaltning.clone(), ..Selection::default() };
            let (part, _) = excerpt(report, &selection, Words::danish()).map_err(Stop::misused)?;
            ids.extend(part.indsatser.iter().map(|i| i.id.clone()));
        }
        for file in &args.files {
            let named = name_of(file, data);
            // Its id names an indsats here, too.
            if loaded.sources.text(&indsats_file(&named)).is_some() {
                ids.insert(named);
                continue;
            }
            known(loaded, &named, &file.display().to_string())?;
            match named.strip_prefix("indsatser/").and_then(|n| n.strip_suffix(".toml")) {
                Some(id) => drop(ids.insert(id.to_owned())),
                None => drop(files.insert(named)),
            }
        }
        Ok(Self { ids: Some(ids), files })
    }

    fn holds(&self, finding: &Finding) -> bool {
        let Some(ids) = &self.ids else { return true };
        let of = |id: &String| ids.contains(id);
        let in_file = |place: &Place| {
            self.files.contains(&place.file) || ids.iter().any(|id| indsats_file(id) == place.file)
        };
        finding.indsats.as_ref().is_some_and(of) || finding.place.as_ref().is_some_and(in_file)
    }
}

/// A file as the loader names it: below the data folder.
fn name_of(file: &Path, data: &Path) -> String {
    let full = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let below = full(file).strip_prefix(full(data)).map(Path::to_path_buf);
    below.unwrap_or_else(|_| file.to_path_buf()).display().to_string().replace('\\', "/")
}

fn known(loaded: &Loaded, file: &str, named: &str) -> Result<(), Stop> {
    if loaded.sources.text(file).is_some() {
        return Ok(());
    }
    let finding = Finding::error(codes::USAGE.code, text!("check-no-file", named = named));
    let names: Vec<&str> = loaded.sources.names().collect();
    let ids = names.iter().filter_map(|file| indsats_id(file));
    Err(Stop::misused(match nearest(named, ids.chain(names.iter().copied())) {
        Some(near) => finding.hint(text!("load-near", near = near)),
        None => finding.hint(text!("check-there-are", names = Text::list(names))),
    }))
}
