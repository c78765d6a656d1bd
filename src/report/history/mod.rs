//! The data as it was: in another folder, or at a revision of the git repository that holds it.

pub mod codes;
mod git;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::load::{self, Loaded};
use super::model::Report;
use crate::finding::{Finding, Severity, Sources};
use crate::text;
use crate::words::system;

/// Why older data cannot be had, with the texts that the places point into.
#[derive(Debug, Default)]
pub struct Unreadable {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// The older files, under names that tell them from today's.
    pub sources: Sources,
}

impl From<Finding> for Unreadable {
    fn from(finding: Finding) -> Self {
        Self { findings: vec![finding], sources: Sources::default() }
    }
}

/// Loads `since`: a folder of data where there is one of that name, else a git revision of `data`.
///
/// # Errors
/// It is neither, or the data there has errors.
pub fn earlier(data: &Path, since: &str) -> Result<Arc<Report>, Unreadable> {
    let folder = Path::new(since);
    let loaded = if folder.is_dir() { load::load(folder) } else { load_at(data, since)? };
    let sources = named(&loaded, since, folder.is_dir());
    let errors: Vec<Finding> =
        loaded.findings.into_iter().filter(|f| f.severity == Severity::Error).collect();
    match loaded.report {
        Some(report) if errors.is_empty() => Ok(report),
        _ => Err(faulty(since, errors, sources)),
    }
}

/// The report of the year before, in the folder beside this one's; none where there is no such
/// folder, or its data has errors.
#[must_use]
pub fn last_year(data: &Path, report: &Report) -> Option<Arc<Report>> {
    let year = report.rapport.aar.checked_sub(1)?.to_string();
    let folder = fs::canonicalize(data).ok()?.with_file_name(year);
    folder.is_dir().then(|| load::load(&folder).report)?
}

/// Years whose data lie in folders beside this one's, in order.
fn years_beside(data: &Path) -> Vec<String> {
    let Ok(own) = fs::canonicalize(data) else { return Vec::new() };
    let beside = own.parent().and_then(|parent| fs::read_dir(parent).ok());
    let year = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let is_year = name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
        (is_year && entry.path() != own && entry.path().join(load::RAPPORT_FILE).is_file())
            .then_some(name)
    };
    let mut years: Vec<String> = beside.into_iter().flatten().flatten().filter_map(year).collect();
    years.sort();
    years
}

/// Loads the data as it was at a git revision, from the repository that holds the folder.
///
/// # Errors
/// No git, no repository, no such revision, or no such folder in it. What is wrong in the data
/// itself is told by what is returned.
pub fn load_at(data: &Path, revision: &str) -> Result<Loaded, Finding> {
    let refused = |err: std::io::Error| {
        Finding::error(codes::NO_DATA.code, text!("history-no-room", why = system(&err)))
            .hint(text!("history-no-room-hint"))
    };
    let desk = tempfile::tempdir().map_err(refused)?;
    // The folder's name is the report's year, and the loader holds them against each other.
    let real = fs::canonicalize(data).unwrap_or_else(|_| data.to_path_buf());
    let folder = desk.path().join(real.file_name().unwrap_or_default());
    git::extract(data, revision, &folder)?;
    Ok(load::load(&folder))
}

fn faulty(since: &str, errors: Vec<Finding>, sources: Sources) -> Unreadable {
    let said = text!("history-faulty", since = since);
    let lead = Finding::error(codes::FAULTY.code, said).hint(text!("history-faulty-hint"));
    Unreadable { findings: std::iter::once(lead).chain(errors).collect(), sources }
}

/// The older files, as `HEAD~3:indsatser/ludo.toml`.
fn named(loaded: &Loaded, since: &str, folder: bool) -> Sources {
    let mark = if folder { '/' } else { ':' };
    let since = since.trim_end_matches('/');
    let mut sources = Sources::new();
    for name in loaded.sources.names() {
        let text = loaded.sources.text(name).unwrap_or_default();
        sources.add_shown(name, format!("{since}{mark}{name}"), text);
    }
    for place in loaded.findings.iter().filter_map(|f| f.place.as_ref()) {
        if sources.text(&place.file).is_none() {
            sources.name(&place.file, format!("{since}{mark}{}", place.file));
        }
    }
    sources
}
