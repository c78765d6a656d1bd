//! `sats build`: the editions.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Common;
use super::handout::{self, HandoutArgs};
use super::job::Job;
use super::publish::{self, PublishArgs};
use super::screen::Screen;
use super::settings::Settled;
use super::{Stop, codes};
use crate::finding::Finding;
use crate::output::write;
use crate::pipeline::excerpt::Selection;
use crate::pipeline::handout::part as part_of;
use crate::pipeline::{Opened, Prepared, Problems, REPORT};
use crate::report::schema::settings::Edition;
use crate::text;
use crate::typeset::PagedDocument;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to make [default: outputs of sats.toml, else official]
    #[arg(value_enum, value_name = "EDITION")]
    editions: Vec<Edition>,
    /// Folder to write to; made where it is missing [default: out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    selection: SelectionArgs,
    #[command(flatten)]
    draft: super::draft::Args,
    #[command(flatten)]
    handout: HandoutArgs,
    #[command(flatten)]
    print: super::print::Args,
    #[command(flatten)]
    publish: PublishArgs,
}

/// Which spreads; several narrow one another.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Excerpts")]
pub(super) struct SelectionArgs {
    /// Just these indsatser, by id
    #[arg(long, value_delimiter = ',', value_name = "ID,ID")]
    only: Vec<String>,
    /// Just those of this forvaltning, by code
    #[arg(long, value_delimiter = ',', value_name = "CODE,CODE")]
    forvaltning: Vec<String>,
    /// Just those present in this bydel
    #[arg(long, value_delimiter = ',', value_name = "NAME,NAME")]
    bydel: Vec<String>,
}

impl SelectionArgs {
    pub(super) fn resolve(self) -> Selection {
        Selection { only: self.only, forvaltning: self.forvaltning, bydel: self.bydel }
    }
}

pub(super) fn run(args: Args, common: Common, screen: &Screen) -> Result<(), Stop> {
    let settled = common.settled.outputs.as_deref().filter(|_| args.editions.is_empty());
    let editions = resolve(settled.unwrap_or(&args.editions));
    of_effect(&args, &editions)?;
    args.handout.resolve()?;
    let mut job = Job::resolve(&common)?;
    let selection = args.selection.clone().resolve();
    match make(&args, &editions, &common.settled, &mut job, screen) {
        // An internal error names no place.
        Err(Stop::Faulty(problems)) => {
            Err(job.pipeline.with_suspects(&job.data, &selection, problems).into())
        }
        done => done,
    }
}

fn make(
    args: &Args,
    editions: &[Edition],
    settled: &Settled,
    job: &mut Job,
    screen: &Screen,
) -> Result<(), Stop> {
    let out = &*settled.out(args.out.clone());
    let selection = args.selection.clone().resolve();
    if editions == [Edition::Official] {
        let words = Arc::clone(job.pipeline.words());
        let gate =
            |prepared: &mut Prepared| args.publish.terms(Edition::Official).apply(prepared, &words);
        let (prepared, document, mut problems) = job.gated_pages(&selection, &gate, screen)?;
        problems.findings.extend(in_place(job, &prepared, &document)?);
        args.publish.warnings(&problems, &prepared.report, screen)?;
        official(job, &prepared, document, out, screen)?;
        publish::closing(&problems.findings, &prepared.report, screen);
        return Ok(());
    }
    screen.step(text!("step-check"));
    // A handout's numbers are those of the whole report.
    let part = |edition| match edition {
        Edition::Handout => Selection::default(),
        _ => selection.clone(),
    };
    let first = editions.first().map_or_else(Selection::default, |edition| part(*edition));
    let Opened { loaded, report, mut problems, prepared: first, charts } =
        job.pipeline.open(&job.data, &first)?;
    drop(charts);
    let whole = Selection::default();
    args.publish.warnings(&problems, &report, screen)?;
    let mut first = Some(first);
    for edition in editions.iter().copied() {
        screen.step(text!("step-charts"));
        let mut prepared = first
            .take()
            .map_or_else(|| job.pipeline.prepare(&loaded, &report, &part(edition)), Ok)?;
        // A draft is what one makes of what is not finished.
        if edition != Edition::Draft {
            // What a handout leaves out keeps it from nothing.
            let chosen = if edition == Edition::Handout { &selection } else { &whole };
            let words = job.pipeline.words();
            let part = part_of(&prepared.report, chosen, words).map_err(Stop::misused)?;
            let set = args.publish.terms(edition).apply_to(&mut prepared, &part, words);
            set.map_err(|refused| Stop::Faulty(refused.into()))?;
        }
        match edition {
            Edition::Official => {
                screen.step(text!("step-typeset"));
                let document = job.pipeline.typeset(&prepared, REPORT)?.document;
                problems.findings.extend(in_place(job, &prepared, &document)?);
                official(job, &prepared, document, out, screen)?;
            }
            Edition::Draft => {
                let data = (&loaded, &report);
                let bytes = args.draft.make(job, data, &prepared, &selection)?;
                deliver(&out.join(file_name(&prepared, "-udkast")), &bytes, screen)?;
            }
            Edition::Handout => {
                let incomplete = if prepared.incomplete { "-ufuldstaendig" } else { "" };
                let stem = format!("{}{incomplete}", prepared.report.rapport.stem());
                let to = (out, stem.as_str());
                let (pipeline, selection) = (&mut job.pipeline, selection.clone());
                handout::run(&args.handout, selection, pipeline, (&loaded, &prepared), to, screen)?;
            }
            Edition::Print => {
                let stem = stem(&prepared);
                let printer = settled.printer.as_deref();
                args.print.make(job, (&loaded, &prepared), printer, (&stem, out), screen)?;
            }
            // Stands for the others, which are in the list.
            Edition::All => {}
        }
    }
    publish::closing(&problems.findings, &report, screen);
    Ok(())
}

/// Refuses flags of an edition that is not made: nothing asked for is passed over in silence.
fn of_effect(args: &Args, editions: &[Edition]) -> Result<(), Stop> {
    let (draft, handout, print) = (args.draft.given(), args.handout.given(), args.print.given());
    let all = [
        (Edition::Draft, "draft", &draft[..]),
        (Edition::Handout, "handout", &handout),
        (Edition::Print, "print", &print),
    ];
    for (edition, name, flags) in all {
        let given = flags.iter().find(|(_, given)| *given);
        if let (Some((flag, _)), false) = (given, editions.contains(&edition)) {
            let words = text!("flag-of-edition", flag = *flag, edition = name);
            let finding = Finding::error(codes::USAGE.code, words);
            let hint = text!("flag-of-edition-hint", flag = *flag, edition = name);
            return Err(Stop::misused(finding.hint(hint)));
        }
    }
    Ok(())
}

/// The editions to make, each once, in the order of the list.
fn resolve(named: &[Edition]) -> Vec<Edition> {
    let named = if named.is_empty() { &[Edition::Official][..] } else { named };
    let every = [Edition::Official, Edition::Draft, Edition::Handout, Edition::Print];
    every
        .into_iter()
        .filter(|edition| named.contains(edition) || named.contains(&Edition::All))
        .collect()
}

/// What does not stand where it should on the pages; refuses them where words cannot be read.
fn in_place(
    job: &mut Job,
    prepared: &Prepared,
    document: &PagedDocument,
) -> Result<Vec<Finding>, Stop> {
    let problems = Problems::from(job.pipeline.overruns(document, prepared, None));
    if problems.are_errors() { Err(problems.into()) } else { Ok(problems.findings) }
}

fn official(
    job: &mut Job,
    prepared: &Prepared,
    document: PagedDocument,
    out: &Path,
    screen: &Screen,
) -> Result<(), Stop> {
    screen.step(text!("step-pdf"));
    let bytes = job.pipeline.official(prepared, document)?;
    deliver(&out.join(file_name(prepared, "")), &bytes, screen)
}

fn deliver(path: &Path, bytes: &[u8], screen: &Screen) -> Result<(), Stop> {
    screen.step(text!("step-write"));
    write::whole(path, bytes).map_err(Stop::misused)?;
    screen.path(path)
}

/// `sikker-by-2024.pdf`; an excerpt never takes the whole report's name.
fn file_name(prepared: &Prepared, suffix: &str) -> String {
    format!("{}{suffix}.pdf", stem(prepared))
}

/// A folder's name; an excerpt's is its own, so that it never overwrites a file of the whole.
pub(super) fn folder_name(prepared: &Prepared, name: &str) -> String {
    match &prepared.excerpt {
        Some(excerpt) => format!("{name}-uddrag-{}", excerpt.slug),
        None => name.to_owned(),
    }
}

/// The name without edition and ending.
pub(super) fn stem(prepared: &Prepared) -> String {
    let whole = prepared.report.rapport.stem();
    let incomplete = if prepared.incomplete { "-ufuldstaendig" } else { "" };
    match &prepared.excerpt {
        Some(excerpt) => format!("{whole}-uddrag-{}{incomplete}", excerpt.slug),
        None => format!("{whole}{incomplete}"),
    }
}
