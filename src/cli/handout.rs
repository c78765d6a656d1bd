//! `sats build handout`: its arguments, and its files.

use std::path::Path;

use clap::ValueEnum;

use super::screen::Screen;
use super::{Stop, codes};
use crate::finding::Finding;
use crate::output::handout::{Format, Handout, Options};
use crate::output::impose::Flip;
use crate::output::write;
use crate::pipeline::excerpt::{Selection, excerpt};
use crate::pipeline::handout::Job;
use crate::pipeline::{Pipeline, Prepared};
use crate::report::load::Loaded;
use crate::text;

/// Thickness of office paper of 80 g/m², mm.
const PAPER: f32 = 0.1;

#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Handouts")]
pub(super) struct HandoutArgs {
    /// How the pages are set [default: a4]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<FormatArg>,
    /// Greys instead of colours
    #[arg(long)]
    grey: bool,
    /// A file for each indsats
    #[arg(long)]
    split: bool,
    /// The edge that the printer turns sheets about [default: the one that keeps both sides upright]
    #[arg(long, value_enum, value_name = "EDGE")]
    flip: Option<FlipArg>,
    /// Thickness of the paper, for the creep of a booklet [default: 0.1]
    #[arg(long, value_name = "MM", allow_negative_numbers = true)]
    paper: Option<f32>,
    /// Marks where to fold and cut
    #[arg(long)]
    fold_marks: bool,
    /// Tell what is on each side of each sheet
    #[arg(long)]
    explain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// The spread's pages
    A4,
    /// The essence of each indsats on one page
    #[value(name = "a4-onepage")]
    A4OnePage,
    /// A booklet of one A5 page each on A4, to be folded and stapled
    #[value(name = "a5-booklet")]
    A5Booklet,
    /// A booklet on A3: the whole report, or the spreads chosen
    #[value(name = "a4-booklet")]
    A4Booklet,
    /// The spread on one side of A3
    #[value(name = "a3-spread")]
    A3Spread,
    /// Two pages on A4
    #[value(name = "2up")]
    TwoUp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FlipArg {
    Long,
    Short,
}

impl FormatArg {
    fn format(self) -> Format {
        match self {
            Self::A4 => Format::A4,
            Self::A4OnePage => Format::A4OnePage,
            Self::A5Booklet => Format::A5Booklet,
            Self::A4Booklet => Format::A4Booklet,
            Self::A3Spread => Format::A3Spread,
            Self::TwoUp => Format::TwoUp,
        }
    }
}

impl HandoutArgs {
    /// Which of the flags are given; the first three are of every handout, the rest of sheets.
    pub(super) fn given(&self) -> [(&'static str, bool); 7] {
        [
            ("--format", self.format.is_some()),
            ("--grey", self.grey),
            ("--split", self.split),
            ("--flip", self.flip.is_some()),
            ("--paper", self.paper.is_some()),
            ("--fold-marks", self.fold_marks),
            ("--explain", self.explain),
        ]
    }

    /// Refuses what is of sheets where there are none.
    pub(super) fn resolve(&self) -> Result<(), Stop> {
        let sheets = self.format().sheets().is_some();
        match self.given().iter().skip(3).find(|(_, given)| *given && !sheets) {
            Some((flag, _)) => Err(Stop::misused(
                Finding::error(codes::USAGE.code, text!("flag-of-sheets", flag = *flag))
                    .hint(text!("flag-of-sheets-hint")),
            )),
            None => Ok(()),
        }
    }

    fn format(&self) -> Format {
        self.format.unwrap_or(FormatArg::A4).format()
    }

    fn job(&self, selection: Selection) -> Job {
        let flip = self.flip.map(|flip| match flip {
            FlipArg::Long => Flip::Long,
            FlipArg::Short => Flip::Short,
        });
        let options = Options {
            format: self.format(),
            flip,
            paper_mm: self.paper.unwrap_or(PAPER),
            marks: self.fold_marks,
            grey: self.grey,
        };
        Job { selection, split: self.split, options }
    }

    /// `sikker-by-2024-handout-ludo-a5-booklet-grey.pdf`.
    fn file_name(&self, stem: &str, handout: &Handout) -> String {
        let mut name = format!("{stem}-handout");
        let format = self.format.filter(|format| *format != FormatArg::A4);
        let format = format.and_then(|f| f.to_possible_value()).map(|v| v.get_name().to_owned());
        let grey = self.grey.then(|| "grey".to_owned());
        let slug = Some(handout.slug.clone()).filter(|slug| !slug.is_empty());
        for part in [slug, format, grey].into_iter().flatten() {
            name.push('-');
            name.push_str(&part);
        }
        name + ".pdf"
    }
}

/// Makes the handouts and writes them; all are made before one is written.
pub(super) fn run(
    args: &HandoutArgs,
    selection: Selection,
    pipeline: &mut Pipeline,
    (loaded, whole): (&Loaded, &Prepared),
    to: (&Path, &str),
    screen: &Screen,
) -> Result<(), Stop> {
    let (out, stem) = to;
    if !selection.is_whole() {
        excerpt(&whole.report, &selection, pipeline.words()).map_err(Stop::misused)?;
    }
    screen.step(text!("step-handouts"));
    let handouts = pipeline.handouts(loaded, whole, &args.job(selection))?;
    screen.step(text!("step-write-all"));
    for handout in &handouts {
        if let (Some(plan), true) = (&handout.plan, args.explain) {
            screen.say(plan.explain(screen.words()));
        }
        let path = out.join(args.file_name(stem, handout));
        write::whole(&path, &handout.pdf).map_err(Stop::misused)?;
        screen.path(&path)?;
    }
    Ok(())
}
