//! Next year's folder: what is stable is kept, what is yearly becomes `"udfyldes"`.
//!
//! The files are edited as text with their comments and order (`toml_edit`), so that an editor
//! recognises last year's files. Nothing is written unless everything could be made: the folder is
//! built beside its place and then renamed.

mod aar;
mod marks;
#[cfg(test)]
mod tests;
mod walk;

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
use aar::Flyt;

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
        let fejl = loaded.findings.into_iter().filter(|f| f.severity == Severity::Error);
        return Err(fejl.collect());
    };
    let r = &report.rapport;
    let mut fejl = target(out, to_year);
    if to_year <= r.aar || to_year > 2100 {
        let ord = text!("new-not-later", year = plain(to_year), report = plain(r.aar));
        let sted = loaded.place(RAPPORT_FILE, "aar");
        let f = Finding::error(NOT_LATER.code, ord).at(sted);
        fejl.push(f.hint(text!("new-not-later-hint", year = plain(r.aar + 1))));
    }
    if !fejl.is_empty() {
        return Err(fejl);
    }
    let flyt = Flyt { aar: r.aar, dataaar: r.dataaar, skridt: to_year - r.aar };
    build(from, out, &Move { flyt, principper: &report.fagprincipper }).map_err(|f| vec![f])
}

/// Why the folder cannot be made there, if so.
fn target(out: &Path, to_year: i32) -> Vec<Finding> {
    let vist = shown(out);
    let mut fejl = Vec::new();
    if out.symlink_metadata().is_ok() {
        let ord = text!("new-there-already", folder = vist);
        fejl.push(Finding::error(TARGET.code, ord).hint(text!("new-there-already-hint")));
    }
    let navn = out.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let aarstal = navn.len() == 4 && navn.bytes().all(|b| b.is_ascii_digit());
    if aarstal && navn != to_year.to_string() {
        let ord = text!("new-folder-year", folder = navn, year = plain(to_year));
        fejl.push(Finding::error(TARGET.code, ord).hint(text!("load-year-folder-hint")));
    }
    fejl
}

/// What every file is moved on by.
struct Move<'a> {
    flyt: Flyt,
    /// Their texts are marked in `rapport.toml`.
    principper: &'a [Fagprincip],
}

fn build(from: &Path, out: &Path, flyt: &Move<'_>) -> Result<Vec<PathBuf>, Finding> {
    let forael = match out.parent() {
        Some(p) if !p.as_os_str().is_empty() => p,
        _ => Path::new("."),
    };
    fs::create_dir_all(forael).map_err(|e| refused(forael, &e))?;
    clear(forael);
    let bygges = tempfile::Builder::new()
        .prefix(HALF_BUILT)
        .tempdir_in(forael)
        .map_err(|e| refused(forael, &e))?;
    let dir = bygges.path().join("nyt");
    let mut filer = Vec::new();
    folder(from, Path::new(""), &dir, flyt, &mut filer)?;
    fs::rename(&dir, out).map_err(|e| refused(out, &e))?;
    filer.sort();
    Ok(filer.into_iter().map(|fil| out.join(fil)).collect())
}

/// How the names of folders begin that a year is built in.
const HALF_BUILT: &str = ".sats-";
/// A folder that nobody has built in for so long belongs to no run that lives.
const LEFT_BEHIND: std::time::Duration = std::time::Duration::from_secs(3600);

/// Removes what earlier runs left half built because they were killed.
fn clear(forael: &Path) {
    let Ok(entries) = fs::read_dir(forael) else { return };
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
    til: &Path,
    flyt: &Move<'_>,
    filer: &mut Vec<PathBuf>,
) -> Result<(), Finding> {
    let kilde = from.join(under);
    let maal = til.join(under);
    fs::create_dir_all(&maal).map_err(|e| refused(&maal, &e))?;
    for entry in fs::read_dir(&kilde).map_err(|e| refused(&kilde, &e))? {
        let entry = entry.map_err(|e| refused(&kilde, &e))?;
        let navn = entry.file_name();
        let vist = navn.to_string_lossy();
        if vist.starts_with('.') || vist.ends_with('~') {
            continue;
        }
        let fil = under.join(&navn);
        let sti = entry.path();
        if leads_out(from, &sti) {
            return Err(Finding::error(NOT_WRITTEN.code, text!("new-link", file = shown(&fil)))
                .hint(text!("new-link-hint")));
        }
        if sti.is_dir() {
            folder(from, &fil, til, flyt, filer)?;
            continue;
        }
        let skrevet = til.join(&fil);
        match edited(&sti, &fil, flyt)? {
            Some(tekst) => fs::write(&skrevet, tekst).map_err(|e| refused(&fil, &e))?,
            None => {
                fs::copy(&sti, &skrevet).map_err(|e| refused(&sti, &e))?;
            }
        }
        filer.push(fil);
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
fn edited(sti: &Path, fil: &Path, by: &Move<'_>) -> Result<Option<String>, Finding> {
    let er_rapport = fil == Path::new(RAPPORT_FILE);
    let er_indsats = fil.parent() == Some(Path::new(INDSATSER_DIR))
        && fil.extension().is_some_and(|e| e == "toml");
    if !er_rapport && !er_indsats {
        return Ok(None);
    }
    let tekst = fs::read_to_string(sti).map_err(|e| refused(sti, &e))?;
    let mut dok: DocumentMut = tekst.parse().map_err(|e: toml_edit::TomlError| {
        let ord = text!("new-not-edited", file = shown(fil), why = e.message());
        let range = e.span().unwrap_or_default();
        Finding::error(NOT_WRITTEN.code, ord)
            .at(Place { file: shown(fil), range, field: None })
            .hint(text!("new-not-edited-hint"))
    })?;
    if er_rapport {
        walk::move_on(dok.as_table_mut(), fields::of(DataFile::Rapport), by.flyt);
        marks::rapport(&mut dok, by.principper);
    } else {
        walk::move_on(dok.as_table_mut(), fields::of(DataFile::Indsats), by.flyt);
        marks::indsats(&mut dok);
    }
    Ok(Some(dok.to_string()))
}

fn refused(sti: &Path, e: &std::io::Error) -> Finding {
    Finding::error(NOT_WRITTEN.code, text!("cannot-write", file = shown(sti), why = system(e)))
        .hint(text!("new-not-written-hint"))
}

fn shown(sti: &Path) -> String {
    sti.display().to_string().replace('\\', "/")
}
