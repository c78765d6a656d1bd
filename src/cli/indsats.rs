//! `sats add`, `rename`, `remove`, `accept`: changes of the data that touch several places at once.

use super::args::Common;
use super::screen::Screen;
use super::{Stop, change, codes, job};
use crate::finding::{Finding, Severity};
use crate::pipeline::Problems;
use crate::report::check::check;
use crate::report::edit::indsats::{self, NewIndsats};
use crate::report::edit::trial::FileChange;
use crate::report::load::{Loaded, RAPPORT_FILE, indsats_file};
use crate::text;
use crate::words::plain;

#[derive(Debug, clap::Args)]
pub(super) struct AddArgs {
    /// Id: the file's name without .toml, such as unge-i-gang
    id: String,
    /// Name as the spread is to have it
    #[arg(long, value_name = "NAME")]
    name: String,
    /// Code of the forvaltning; the one that answers for the indsats first
    #[arg(long, value_delimiter = ',', required = true, value_name = "CODE,CODE")]
    forvaltning: Vec<String>,
    /// Numbers of the fagprincipper
    #[arg(long, value_delimiter = ',', required = true, value_name = "N,N")]
    fagprincip: Vec<u8>,
    /// Id of the indsats that it follows [default: last]
    #[arg(long, value_name = "ID")]
    after: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct RenameArgs {
    /// Its id now
    id: String,
    /// Its new id; the same where only the name changes
    new_id: String,
    /// New name on the spread
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct RemoveArgs {
    /// Its id
    id: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct AcceptArgs {
    /// Code of the finding, such as D101
    code: String,
    /// Id of the indsats that the finding is about; the report's own findings where none is named
    #[arg(long, value_name = "ID")]
    only: Option<String>,
    /// The field that the finding names; needed where there are several
    #[arg(long, value_name = "FIELD")]
    field: Option<String>,
    /// Why it is right all the same
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

pub(super) fn add(args: AddArgs, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let dir = job::data(common.data.as_deref())?;
    let (loaded, report) = change::load(&dir)?;
    let new = NewIndsats {
        id: args.id,
        navn: args.name,
        forvaltninger: args.forvaltning,
        fagprincipper: args.fagprincip,
        after: args.after,
    };
    let changes = indsats::add(&loaded, &report, &new).map_err(Stop::misused)?;
    write(&dir, &loaded, &changes, screen)?;
    screen.say(text!("indsats-made", id = &new.id));
    Ok(())
}

pub(super) fn rename(args: &RenameArgs, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let dir = job::data(common.data.as_deref())?;
    let (loaded, report) = change::load(&dir)?;
    let name = args.name.as_deref();
    let changes = indsats::rename(&loaded, &report, &args.id, &args.new_id, name);
    write(&dir, &loaded, &changes.map_err(Stop::misused)?, screen)?;
    if args.name.is_some() {
        mentions(&loaded, &args.id, screen);
    }
    Ok(())
}

pub(super) fn remove(args: &RemoveArgs, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let dir = job::data(common.data.as_deref())?;
    let (loaded, report) = change::load(&dir)?;
    let changes = indsats::remove(&loaded, &report, &args.id).map_err(Stop::misused)?;
    write(&dir, &loaded, &changes, screen)?;
    let file = dir.join(indsats_file(&args.id)).display().to_string();
    screen.say(text!("indsats-removed", file = file));
    mentions(&loaded, &args.id, screen);
    Ok(())
}

fn write(
    dir: &std::path::Path,
    loaded: &Loaded,
    changes: &[FileChange],
    screen: &Screen,
) -> Result<(), Stop> {
    let trial = change::tried(loaded, changes)?;
    change::write(dir, changes, screen)?;
    change::warnings(&trial, screen);
    Ok(())
}

/// Lists the texts that still use the indsats' old name.
fn mentions(loaded: &Loaded, id: &str, screen: &Screen) {
    let Some(report) = &loaded.report else { return };
    for place in indsats::mentions(loaded, report, id) {
        let line = loaded.sources.line_col(&place).map_or(1, |at| at.line);
        let field = place.field.as_deref().unwrap_or_default();
        let file = loaded.sources.shown(&place.file);
        screen.say(text!("indsats-named", file = file, line = plain(line), field = field));
    }
}

pub(super) fn accept(args: &AcceptArgs, common: &Common, screen: &Screen) -> Result<(), Stop> {
    let dir = job::data(common.data.as_deref())?;
    let (loaded, report) = change::load(&dir)?;
    if args.reason.trim().is_empty() {
        let finding = Finding::error(codes::USAGE.code, text!("accept-no-reason"));
        return Err(Stop::misused(finding.hint(text!("accept-no-reason-hint"))));
    }
    let file = args.only.as_ref().map_or_else(|| RAPPORT_FILE.to_owned(), |id| indsats_file(id));
    let all: Vec<Finding> = check(&loaded)
        .into_iter()
        .filter(|f| f.accepted.is_none() && f.code.eq_ignore_ascii_case(args.code.trim()))
        .collect();
    let field = |f: &Finding| f.place.as_ref().and_then(|p| p.field.clone()).unwrap_or_default();
    let meant: Vec<Finding> = all
        .iter()
        .filter(|f| f.place.as_ref().is_some_and(|p| p.file == file))
        .filter(|f| args.field.as_ref().is_none_or(|named| field(f) == named.trim()))
        .cloned()
        .collect();
    if let Some(error) = meant.iter().find(|f| f.severity == Severity::Error) {
        let finding = Finding::error(codes::USAGE.code, text!("accept-error"));
        let finding = finding.hint(text!("accept-error-hint"));
        let findings = vec![error.clone(), finding];
        return Err(Stop::misused(Problems::of(findings, loaded.sources)));
    }
    if meant.len() != 1 {
        return Err(choose(args, &all, &meant, loaded));
    }
    let change = indsats::accept(&loaded, &report, &file, &meant, &args.reason);
    write(&dir, &loaded, &[change.map_err(Stop::misused)?], screen)
}

/// None or several are meant: the ones to choose from.
fn choose(args: &AcceptArgs, all: &[Finding], meant: &[Finding], loaded: Loaded) -> Stop {
    let shown = if meant.is_empty() { all } else { meant };
    let named = args.only.is_some() || args.field.is_some();
    let words = match shown.len() {
        n if n > 0 && (!named || !meant.is_empty()) => {
            text!("accept-several", n = n, code = &args.code)
        }
        _ => text!("accept-none", code = &args.code),
    };
    let hint = match shown.is_empty() {
        true => text!("accept-none-hint"),
        false => text!("accept-several-hint"),
    };
    let mut findings = vec![Finding::error(codes::USAGE.code, words).hint(hint)];
    findings.extend(shown.iter().cloned());
    Stop::misused(Problems::of(findings, loaded.sources))
}
