//! `sats confirm`: texts of last year that still hold.

use super::args::Common;
use super::build::SelectionArgs;
use super::screen::Screen;
use super::{Stop, change, job};
use crate::finding::Finding;
use crate::pipeline::Problems;
use crate::pipeline::excerpt::excerpt;
use crate::report::carried::{self, NOTHING_OPEN, Open};
use crate::report::edit::trial::FileChange;
use crate::report::gate;
use crate::report::load;
use crate::report::model::Report;
use crate::text;
use crate::words::Words;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    selection: SelectionArgs,
    /// Only these fields, such as lead or brugere.tekst
    #[arg(long = "field", value_delimiter = ',', value_name = "FIELD,FIELD")]
    fields: Vec<String>,
    /// The report's own texts: introduction, strategy, insights, fagprincipper
    #[arg(long)]
    report: bool,
}

/// Confirms what is chosen; without a choice it lists what is open.
pub(super) fn run(args: &Args, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let dir = job::data(common.data.as_deref())?;
    let loaded = load::load(&dir);
    let Some(report) = loaded.report.clone() else {
        let problems = Problems::of(loaded.findings, loaded.sources);
        return Err(Stop::Faulty(problems));
    };
    let selection = args.selection.clone().resolve();
    if selection.is_whole() && !args.report && args.fields.is_empty() {
        return list(&report, screen);
    }
    // The report's own texts alone are no choice of indsatser.
    let ids = match selection.is_whole() {
        true if args.report => Vec::new(),
        true => ids(&report),
        false => {
            let part = excerpt(&report, &selection, Words::danish()).map_err(Stop::misused)?.0;
            answered(part, &selection.forvaltning, screen)
        }
    };
    let field = |open: &Open| {
        args.fields.is_empty() || args.fields.iter().any(|f| within(&open.field, f.trim()))
    };
    let of = |open: &Open| match open.indsats.and_then(|nr| report.indsatser.get(nr)) {
        Some(i) => ids.contains(&i.id),
        None => args.report,
    };
    let chosen = |open: &Open| of(open) && field(open);
    let confirmed = carried::confirm(&loaded, &report, &chosen)
        .map_err(|finding| Stop::Faulty(finding.into()))?;
    if confirmed.texts.is_empty() {
        let words = text!("nothing-open");
        let finding = Finding::error(NOTHING_OPEN.code, words);
        return Err(Stop::misused(finding.hint(text!("nothing-open-hint"))));
    }
    let changes: Vec<FileChange> = confirmed
        .files
        .into_iter()
        .map(|(file, text)| {
            let old = loaded.sources.text(&file).map(str::to_owned);
            FileChange { file, old, new: Some(text) }
        })
        .collect();
    change::write(&dir, &changes, screen)?;
    for (nr, i) in report.indsatser.iter().enumerate() {
        let n = confirmed.texts.iter().filter(|open| open.indsats == Some(nr)).count();
        if n > 0 {
            screen.say(text!("confirmed-of", name = i.short_name(), n = n));
        }
    }
    let open = carried::open(&report).into_iter().filter(|open| !open.unwritten).count();
    let left = open - confirmed.texts.len();
    screen.say(text!("confirmed", n = confirmed.texts.len(), left = left));
    Ok(())
}

/// Ids of the indsatser that one of the forvaltninger answers for, all where none is named. Those in
/// which they only take part are told: others confirm their texts.
fn answered(mut part: Report, forvaltninger: &[String], screen: &Screen) -> Vec<String> {
    let named = |code: &str| forvaltninger.iter().any(|f| f.to_lowercase() == code.to_lowercase());
    if !forvaltninger.is_empty() {
        for i in part.indsatser.iter().filter(|i| !named(gate::owner(i))) {
            let (name, who) = (i.short_name(), gate::owner(i));
            screen.say(text!("confirm-others", name = name, who = who));
        }
        part.indsatser.retain(|i| named(gate::owner(i)));
    }
    ids(&part)
}

fn ids(report: &Report) -> Vec<String> {
    report.indsatser.iter().map(|i| i.id.clone()).collect()
}

/// True where a field is the named one or a part of it.
fn within(field: &str, named: &str) -> bool {
    field.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// A line for each open text: the file and the field.
fn list(report: &Report, screen: &Screen) -> Result<(), Stop> {
    let open: Vec<Open> =
        carried::open(report).into_iter().filter(|open| !open.unwritten).collect();
    let lines: String = open.iter().map(|o| format!("{}  {}\n", o.file, o.field)).collect();
    screen.data(&lines)?;
    screen.say(text!("waiting", n = open.len()));
    Ok(())
}
