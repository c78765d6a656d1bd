//! Next year's folder: what is stable is kept, what is yearly becomes `"udfyldes"`.
//!
//! The files are edited as text with their comments and order (`toml_edit`), so that an editor
//! recognises last year's files. Nothing is written unless everything could be made: the folder is
//! built beside its place and then renamed.

mod marks;
#[cfg(test)]
mod tests;
mod walk;
mod years;

use crate::text;
use crate::words::{plain, system};
use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

use super::fields;
use super::load::{INDSATSER_DIR, RAPPORT_FILE, load};
use super::model::Fagprincip;
use super::schema::DataFile;
use crate::finding::{Finding, Place, Severity};
use years::Forward;

crate::codes! {
    /// Codes of `sats new`.
    NEW_YEAR:
    TARGET "D251";
    NOT_LATER "D252";
    NOT_WRITTEN "D253";
}

/// Makes the folder `out` for the report of `to_year` from the one in `from`.
///
/// Kept: names, forvaltninger, bydele, fagprincipper, prose, comments, pictures. Turned into
/// `"udfyldes"`: amounts, tables' and figures' values, callouts' numbers. Series move on: the new
/// years are added as `"udfyldes"`, as many of the oldest are dropped. `aar` and `dataaar` move on;
/// `dato`, `trykt`, `accepteret`, `virkningsevaluering`, a figure's `n` and `kendt` are left out.
/// Years in titles, heads and rows of tables and figures and in the report's own title move on;
/// years in prose and periods longer than a year stay, and `check` lists them. Every sentence and
/// quote that is carried over is marked ([`super::carried`]).
///
/// Returns the files written, in order.
///
/// # Errors
/// The errors of the report in `from`; or why the folder cannot be made. Then nothing is written.
pub fn new_year(from: &Path, to_year: i32, out: &Path) -> Result<Vec<PathBuf>, Vec<Finding>> {
    let loaded = load(from);
    let Some(report) = &loaded.report else {
        let faults = loaded.findings.into_iter().filter(|f| f.severity == Severity::Error);
        return Err(faults.collect());
    };
    let r = &report.rapport;
    let mut faults = target(out, to_year);
    if to_year <= r.aar || to_year > 2100 {
        let words = text!("new-not-later", year = plain(to_year), report = plain(r.aar));
        let place = loaded.place(RAPPORT_FILE, "aar");
        let f = Finding::error(NOT_LATER.code, words).at(place);
        faults.push(f.hint(text!("new-not-later-hint", year = plain(r.aar + 1))));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let forward = Forward { year: r.aar, data_year: r.dataaar, step: to_year - r.aar };
    build(from, out, &Move { forward, principles: &report.fagprincipper }).map_err(|f| vec![f])
}

/// Why the folder cannot be made there, if so.
fn target(out: &Path, to_year: i32) -> Vec<Finding> {
    let shown_name = shown(out);
    let mut faults = Vec::new();
    if out.symlink_metadata().is_ok() {
        let words = text!("new-there-already", folder = shown_name);
        faults.push(Finding::error(TARGET.code, words).hint(text!("new-there-already-hint")));
    }
    let name = out.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let is_year = name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
    if is_year && name != to_year.to_string() {
        let words = text!("new-folder-year", folder = name, year = plain(to_year));
        faults.push(Finding::error(TARGET.code, words).hint(text!("load-year-folder-hint")));
    }
    faults
}

/// What every file is moved on by.
struct Move<'a> {
    forward: Forward,
    /// Their texts are marked in `rapport.toml`.
    principles: &'a [Fagprincip],
}

fn build(from: &Path, out: &Path, forward: &Move<'_>) -> Result<Vec<PathBuf>, Finding> {
    let parent = match out.parent() {
        Some(p) if !p.as_os_str().is_empty() => p,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(|e| refused(parent, &e))?;
    clear(parent);
    let building = tempfile::Builder::new()
        .prefix(HALF_BUILT)
        .tempdir_in(parent)
        .map_err(|e| refused(parent, &e))?;
    let dir = building.path().join("nyt");
    let mut files = Vec::new();
    folder(from, Path::new(""), &dir, forward, &mut files)?;
    fs::rename(&dir, out).map_err(|e| refused(out, &e))?;
    files.sort();
    Ok(files.into_iter().map(|file| out.join(file)).collect())
}

/// How the names of folders begin that a year is built in.
const HALF_BUILT: &str = ".sats-";
/// A folder that nobody has built in for so long belongs to no run that lives.
const LEFT_BEHIND: std::time::Duration = std::time::Duration::from_secs(3600);

/// Removes what earlier runs left half built because they were killed.
fn clear(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(HALF_BUILT));
        let age = entry.metadata().and_then(|m| m.modified()).ok().and_then(|t| t.elapsed().ok());
        if ours && age.is_some_and(|age| age > LEFT_BEHIND) && entry.path().join("nyt").is_dir() {
            // Where it cannot be removed it does no harm.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Copies a folder, the data files edited. Hidden files and editors' backups stay behind.
fn folder(
    from: &Path,
    under: &Path,
    target: &Path,
    forward: &Move<'_>,
    files: &mut Vec<PathBuf>,
) -> Result<(), Finding> {
    let source = from.join(under);
    let target_folder = target.join(under);
    fs::create_dir_all(&target_folder).map_err(|e| refused(&target_folder, &e))?;
    for entry in fs::read_dir(&source).map_err(|e| refused(&source, &e))? {
        let entry = entry.map_err(|e| refused(&source, &e))?;
        let name = entry.file_name();
        let shown_name = name.to_string_lossy();
        if shown_name.starts_with('.') || shown_name.ends_with('~') {
            continue;
        }
        let file = under.join(&name);
        let path = entry.path();
        if leads_out(from, &path) {
            return Err(Finding::error(NOT_WRITTEN.code, text!("new-link", file = shown(&file)))
                .hint(text!("new-link-hint")));
        }
        if path.is_dir() {
            folder(from, &file, target, forward, files)?;
            continue;
        }
        let written = target.join(&file);
        match edited(&path, &file, forward)? {
            Some(text) => fs::write(&written, text).map_err(|e| refused(&file, &e))?,
            None => {
                fs::copy(&path, &written).map_err(|e| refused(&path, &e))?;
            }
        }
        files.push(file);
    }
    Ok(())
}

/// Whether a link leads out of the folder, or to nothing: what stands there is not the report's.
fn leads_out(from: &Path, path: &Path) -> bool {
    path.is_symlink()
        && match (from.canonicalize(), path.canonicalize()) {
            (Ok(from), Ok(to)) => !to.starts_with(from),
            _ => true,
        }
}

/// The new text of a data file that changes from year to year; none for other files.
fn edited(path: &Path, file: &Path, by: &Move<'_>) -> Result<Option<String>, Finding> {
    let is_report = file == Path::new(RAPPORT_FILE);
    let is_indsats = file.parent() == Some(Path::new(INDSATSER_DIR))
        && file.extension().is_some_and(|e| e == "toml");
    if !is_report && !is_indsats {
        return Ok(None);
    }
    let text = fs::read_to_string(path).map_err(|e| refused(path, &e))?;
    let mut document: DocumentMut = text.parse().map_err(|e: toml_edit::TomlError| {
        let words = text!("new-not-edited", file = shown(file), why = e.message());
        let range = e.span().unwrap_or_default();
        Finding::error(NOT_WRITTEN.code, words)
            .at(Place { file: shown(file), range, field: None })
            .hint(text!("new-not-edited-hint"))
    })?;
    if is_report {
        walk::move_on(document.as_table_mut(), fields::of(DataFile::Rapport), by.forward);
        marks::rapport(&mut document, by.principles);
    } else {
        walk::move_on(document.as_table_mut(), fields::of(DataFile::Indsats), by.forward);
        marks::indsats(&mut document);
    }
    Ok(Some(document.to_string()))
}

fn refused(path: &Path, e: &std::io::Error) -> Finding {
    Finding::error(NOT_WRITTEN.code, text!("cannot-write", file = shown(path), why = system(e)))
        .hint(text!("new-not-written-hint"))
}

fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
