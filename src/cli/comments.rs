//! `sats comments`: annotations of drafts that came back.

use crate::text;
use crate::words::Text;
use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::args::Common;
use super::screen::Screen;
use super::{Stop, change, codes, job, lists};
use crate::comments::map::Map;
use crate::comments::{
    self, Comment, LARGEST, NOT_APPLIED, Returned, UNREADABLE, apply, kept, list,
};
use crate::finding::{Finding, Place, Severity, Sources};
use crate::report::edit::trial::FileChange;
use crate::report::load::Loaded;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Drafts with comments (.pdf) or exported comments (.fdf, .xfdf), of several readers at once
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The draft as it was sent out: where a reader program has lost its map, and for .fdf and .xfdf
    #[arg(long, value_name = "PDF")]
    draft: Vec<PathBuf>,
    /// How they are shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// File instead of the screen; a workbook needs one
    #[arg(long, value_name = "FILE", required_if_eq("format", "xlsx"))]
    out: Option<PathBuf>,
    /// Keep the comments beside the data (kommentarer-YEAR.json): the preview shows them by field and
    /// page, and remembers what is done
    #[arg(long)]
    keep: bool,
    /// Write the simple suggestions into the data: other words or another number for what is struck out
    #[arg(long)]
    apply: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// By forvaltning, indsats and page
    #[default]
    Human,
    /// All of each comment
    Json,
    /// A workbook, a row a comment
    Xlsx,
}

pub(super) fn run(args: &Args, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let dir = job::data(common.data.as_deref())?;
    screen.step(text!("step-comments"));
    let (loaded, report) = change::load(&dir)?;
    let files = args.files.iter().map(|f| returned(f)).collect::<Result<Vec<_>, _>>()?;
    let maps = args.draft.iter().map(|f| map(f)).collect::<Result<Vec<_>, _>>()?;
    let found = comments::read(&report, &files, &maps, screen.words());
    screen.findings(&found.findings, &Sources::default());
    let bytes = match args.format {
        Format::Human => list::human(&found.comments, &report, screen.words()).into_bytes(),
        Format::Json => lists::json(&found.comments),
        Format::Xlsx => {
            list::xlsx(&found.comments, &report, screen.words()).map_err(lists::no_workbook)?
        }
    };
    lists::deliver(args.out.as_deref(), &bytes, screen)?;
    let n = found.comments.len();
    screen.say(text!("comments-count", n = n));
    if args.keep {
        let path = kept::path(&dir, report.rapport.aar);
        let before = kept::read(&path).map_err(Stop::misused)?;
        let (all, new) = kept::merged(before, &found.comments);
        kept::write(&path, &all).map_err(Stop::misused)?;
        let open = all.iter().filter(|k| !k.done).count();
        let file = path.display().to_string();
        screen.say(text!("comments-kept", new = new, open = open, file = file));
    } else if n > 0 && args.out.is_none() {
        screen.say(text!("comments-keep-hint"));
    }
    if args.apply {
        apply(&dir, &loaded, &found.comments, screen)?;
    }
    if found.findings.iter().any(|f| f.severity == Severity::Error) {
        Err(Stop::Said)
    } else {
        Ok(())
    }
}

fn returned(path: &Path) -> Result<Returned, Stop> {
    let file = path.display().to_string();
    if fs::metadata(path).is_ok_and(|m| m.len() > LARGEST as u64) {
        let finding = Finding::error(UNREADABLE.code, text!("file-too-large", file = &file));
        return Err(Stop::misused(finding));
    }
    let bytes = fs::read(path).map_err(|err| {
        let words = text!("cannot-read", file = &file, why = crate::words::system(&err));
        let finding = Finding::error(codes::MISSING.code, words);
        Stop::misused(finding.hint(text!("file-there-hint")))
    })?;
    Ok(Returned { file, bytes })
}

fn map(path: &Path) -> Result<Map, Stop> {
    let draft = returned(path)?;
    comments::map_of(&draft.bytes).ok_or_else(|| {
        let words = text!("comments-no-map", file = &draft.file);
        let finding = Finding::error(UNREADABLE.code, words);
        Stop::misused(finding.hint(text!("comments-no-map-hint")))
    })
}

/// Takes the simple suggestions over, tells which, and which are left.
fn apply(dir: &Path, loaded: &Loaded, comments: &[Comment], screen: &Screen) -> Result<(), Stop> {
    let text = |file: &str| loaded.sources.text(file).map(str::to_owned);
    let applied = apply::apply(comments, &text);
    let (written, done, n) = (&applied.written, applied.done.len(), applied.left.len());
    let left: Vec<Finding> = applied.left.into_iter().map(|(c, why)| refused(c, why)).collect();
    screen.findings(&left, &Sources::default());
    let changes: Vec<FileChange> = applied
        .files
        .into_iter()
        .map(|(file, new)| FileChange { old: text(&file), file, new: Some(new) })
        .collect();
    let trial = change::tried(loaded, &changes)?;
    change::write(dir, &changes, screen)?;
    change::warnings(&trial, screen);
    written.iter().for_each(|comment| screen.say(told(comment)));
    screen.say(match (written.len(), n) {
        (0, 0) if done > 0 => text!("comments-all-done", n = done),
        (taken, left) => text!("comments-applied", taken = taken, left = left, done = done),
    });
    Ok(())
}

/// What a suggestion that was taken over did.
fn told(comment: &Comment) -> Text {
    let replacement = comment.replacement.as_deref().unwrap_or_default();
    let (page, label) = (comment.page_text(), comment.label.as_deref().unwrap_or_default());
    let name = comment.name.clone().map_or_else(|| text!("comments-report"), Text::from);
    let old = comment.marked.as_str();
    text!("comments-written", page = page, name = name, label = label, old = old, new = replacement)
}

fn refused(comment: &Comment, why: Text) -> Finding {
    let place = Place {
        file: comment.file.clone(),
        range: 0..0,
        field: Some(comment.page_text().to_string()),
    };
    let said = comment.replacement.clone().unwrap_or_default();
    Finding::warning(NOT_APPLIED.code, text!("comments-not-applied", said = said, why = why))
        .at(place)
        .hint(text!("comments-not-applied-hint"))
}
