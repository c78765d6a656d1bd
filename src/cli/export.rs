//! `sats export`: the report's data in other forms.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::args::Common;
use super::build::SelectionArgs;
use super::job::Job;
use super::screen::Screen;
use super::{Stop, codes, lists};
use crate::chart::{Chart, export};
use crate::finding::Finding;
use crate::output::write;
use crate::pipeline::{Opened, Publication};
use crate::report::load::near::nearest;
use crate::report::workbook::workbook;
use crate::text;
use crate::typeset::handover::{Udgave, job_file, paths};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// In which form
    #[arg(value_enum, value_name = "FORM")]
    form: Form,
    /// Folder to write to; made where it is missing [default: out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    selection: SelectionArgs,
    /// TIFF: black and white, CCITT group 4, tints as dots
    #[arg(long)]
    bilevel: bool,
    /// Pages: pixels an inch [default: 70]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(10..=600))]
    dpi: Option<u32>,
    /// Charts: what they are for, slides, the web or print [default: print]
    #[arg(long, value_enum, value_name = "FOR")]
    size: Option<Size>,
    /// Charts: this one only, by the name of its file or its id, such as ludo-serie
    #[arg(long, value_name = "NAME")]
    chart: Option<String>,
    /// Pages, TIFF and data of the layouts: make them though something is missing or not confirmed;
    /// each place is marked
    #[arg(long)]
    incomplete: bool,
    #[command(flatten)]
    of_form: super::form::Args,
}

/// What charts are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Size {
    /// A slide: as large as there is room under a heading, text as outlines, 150 pixels an inch
    Slide,
    /// The web: as wide as a column of text, 192 pixels an inch
    Web,
    /// Paper: as large as in the report, 300 pixels an inch
    Print,
}

/// Pixels an inch at which a page is looked at as a whole, and its text can be read.
const DPI: u32 = 70;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(clippy::enum_variant_names, reason = "the variant is the word that is typed")]
enum Form {
    /// A form (.xlsx) for each forvaltning, to be filled in and sent back to `sats import`
    Form,
    /// What the layouts read, with the layouts: a folder for the stock typst program
    Json,
    /// A workbook: the overview, every series, every table
    Xlsx,
    /// Every chart as SVG and PNG, with its numbers (CSV) and its words: a folder `charts`
    Charts,
    /// The pages as one TIFF of many pages, 300 dpi, grey: for archives that take no PDF
    Tiff,
    /// Every page as PNG, and a contact sheet with the facing pages side by side: a folder `pages`
    Pages,
}

pub(super) fn run(args: Args, common: Common, screen: &Screen) -> Result<(), Stop> {
    if args.bilevel && args.form != Form::Tiff {
        let words = text!("flag-bilevel");
        let finding = Finding::error(codes::USAGE.code, words);
        return Err(Stop::misused(finding.hint("sats export tiff --bilevel")));
    }
    if args.dpi.is_some() && args.form != Form::Pages {
        let words = text!("flag-dpi");
        let finding = Finding::error(codes::USAGE.code, words);
        return Err(Stop::misused(finding.hint("sats export pages --dpi 150")));
    }
    if (args.size.is_some() || args.chart.is_some()) && args.form != Form::Charts {
        let finding = Finding::error(codes::USAGE.code, text!("flag-charts"));
        return Err(Stop::misused(finding.hint("sats export charts --size slide")));
    }
    if args.of_form.is_used() && args.form != Form::Form {
        let words = text!("flag-deadline");
        let finding = Finding::error(codes::USAGE.code, words);
        return Err(Stop::misused(finding.hint("sats export form --deadline \"14. marts\"")));
    }
    // What can become pages for others passes the gate of the official edition; a workbook and charts
    // are numbers, and say of each whether it is there.
    let pages = matches!(args.form, Form::Json | Form::Tiff | Form::Pages);
    if args.incomplete && !pages {
        let finding = Finding::error(codes::USAGE.code, text!("flag-incomplete"));
        return Err(Stop::misused(finding.hint("sats export pages --incomplete")));
    }
    // Pictures of pages have no files attached, and do not say so.
    let terms = Publication { incomplete: args.incomplete, attachments: args.form == Form::Json };
    let out = common.settled.out(args.out.clone());
    match args.form {
        Form::Form => {
            let selection = args.selection.resolve();
            super::form::run(args.of_form, &selection, &common, &out, screen)
        }
        Form::Json => json(args, terms, &common, &out, screen),
        Form::Xlsx => xlsx(args, &common, &out, screen),
        Form::Charts => charts(args, &common, &out, screen),
        Form::Tiff => {
            let mut job = Job::resolve(&common)?;
            let selection = args.selection.resolve();
            super::tiff::run(&mut job, &selection, terms, args.bilevel, &out, screen)
        }
        Form::Pages => {
            let mut job = Job::resolve(&common)?;
            let selection = args.selection.resolve();
            let dpi = args.dpi.unwrap_or(DPI);
            super::pictures::run(&mut job, &selection, terms, dpi, &out, screen)
        }
    }
}

/// Writes `json/` (`json-uddrag-ludo/`) below the output folder: a root in which a designer's own `typst` finds
/// everything, `typst compile --root DIR/json DIR/json/layouts/report.typ --features a11y-extras`.
fn json(
    args: Args,
    terms: Publication,
    common: &Common,
    out: &Path,
    screen: &Screen,
) -> Result<(), Stop> {
    let job = Job::resolve(common)?;
    let mut prepared = job.prepare(&args.selection.resolve(), screen)?;
    terms.apply(&mut prepared, job.pipeline.words()).map_err(|shut| Stop::Faulty(shut.into()))?;
    // Nobody finishes what another Typst writes.
    prepared.files.extend([job_file(Udgave::Officiel, None, false)]);
    // Another Typst looks its own pages up.
    prepared.files.retain(|path, _| !path.starts_with(paths::PAGE_NUMBERS));
    let root = out.join(super::build::folder_name(&prepared, "json"));
    let layouts = job.pipeline.layouts().files().map_err(Stop::misused)?;
    let layouts = layouts.into_iter().map(|(file, bytes)| (format!("/layouts/{file}"), bytes));
    screen.step(text!("step-write-all"));
    for (file, bytes) in prepared.files.into_iter().chain(layouts) {
        let path = root.join(file.trim_start_matches('/'));
        write::whole(&path, &bytes).map_err(Stop::misused)?;
        screen.path(&path)?;
    }
    Ok(())
}

/// Writes `sikker-by-2024.xlsx` into the output folder; an excerpt has a name of its own.
fn xlsx(args: Args, common: &Common, out: &Path, screen: &Screen) -> Result<(), Stop> {
    let job = Job::resolve(common)?;
    let prepared = job.prepare(&args.selection.resolve(), screen)?;
    screen.step(text!("step-workbook"));
    let bytes = workbook(&prepared.report, &prepared.title, job.pipeline.words())
        .map_err(lists::no_workbook)?;
    let path = out.join(format!("{}.xlsx", super::build::stem(&prepared)));
    write::whole(&path, &bytes).map_err(Stop::misused)?;
    screen.path(&path)
}

/// Writes `charts/` (`charts-uddrag-ludo/`) below the output folder: `ludo-serie.svg`, `.png`,
/// `.csv`, `.txt` of each figure, and `charts.json`, which lists them. Sizes other than print's have
/// folders of their own: `charts-slide/`.
fn charts(args: Args, common: &Common, out: &Path, screen: &Screen) -> Result<(), Stop> {
    let mut job = Job::resolve(common)?;
    screen.step(text!("step-check"));
    let Opened { prepared, mut charts, .. } =
        job.pipeline.open(&job.data, &args.selection.resolve())?;
    if let Some(name) = &args.chart {
        charts = vec![one(charts, name)?];
    }
    let (size, folder) = match args.size {
        Some(Size::Slide) => (export::Size::Slide, "charts-slide"),
        Some(Size::Web) => (export::Size::Web, "charts-web"),
        Some(Size::Print) | None => (export::Size::Print, "charts"),
    };
    screen.step(text!("step-pages"));
    let order = job.pipeline.chart_order(&prepared, &charts, size)?;
    let files =
        job.pipeline.chart_files(&prepared.report, &charts, &order).map_err(Stop::misused)?;
    screen.step(text!("step-write-all"));
    let folder = out.join(super::build::folder_name(&prepared, folder));
    for file in files {
        let path = folder.join(&file.name);
        write::whole(&path, &file.bytes).map_err(Stop::misused)?;
        screen.path(&path)?;
    }
    Ok(())
}

/// The figure of this name.
fn one(charts: Vec<Chart>, name: &str) -> Result<Chart, Stop> {
    let stems: Vec<String> = charts.iter().map(|chart| chart.id.file_stem()).collect();
    let is = |chart: &Chart| chart.id.as_str() == name || chart.id.file_stem() == name;
    charts.into_iter().find(is).ok_or_else(|| {
        let finding = Finding::error(codes::USAGE.code, text!("no-such-chart", name = name));
        Stop::misused(match nearest(name, stems.iter().map(String::as_str)) {
            Some(like) => finding.hint(text!("no-such-chart-like", like = like)),
            None => finding.hint(text!("no-such-chart-hint")),
        })
    })
}
