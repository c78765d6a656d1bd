//! The job: arguments resolved once, so that every later step can trust them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Common;
use super::screen::Screen;
use super::{Stop, codes};
use crate::finding::Finding;
use crate::output::stamp;
use crate::pipeline::excerpt::Selection;
use crate::pipeline::{Gate, Pages, Pipeline, Prepared, Problems, Publication};
use crate::report::load;
use crate::text;
use crate::typeset::{Fonts, Layouts, PagedDocument};
use crate::words::system;

/// Folder whose newest year is taken where none is named.
const DATA: &str = "data";

/// What a command works on.
pub(super) struct Job {
    /// Folder of the data.
    pub(super) data: PathBuf,
    /// Fonts, theme and layouts, ready.
    pub(super) pipeline: Pipeline,
}

impl Job {
    pub(super) fn resolve(common: &Common) -> Result<Self, Stop> {
        let data = data(common.data.as_deref())?;
        let layouts = match &common.layouts {
            Some(folder) => Layouts::folder(folder).map_err(Stop::misused)?,
            None => Layouts::built_in(),
        };
        let fonts = Fonts::load(common.fonts.as_deref()).map_err(Stop::misused)?;
        let made = match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(epoch) => Some(stamp::epoch(&epoch).map_err(Stop::misused)?),
            Err(_) => None,
        };
        Ok(Self { data, pipeline: Pipeline::new(layouts, fonts, made)? })
    }

    /// Reads, checks and prepares the data: what every form of them starts from.
    pub(super) fn prepare(&self, selection: &Selection, screen: &Screen) -> Result<Prepared, Stop> {
        screen.step(text!("step-check"));
        Ok(self.pipeline.open(&self.data, selection)?.prepared)
    }

    /// The report's pages as well, on these terms.
    pub(super) fn pages(
        &mut self,
        selection: &Selection,
        terms: Publication,
        screen: &Screen,
    ) -> Result<(Prepared, PagedDocument), Stop> {
        let words = Arc::clone(self.pipeline.words());
        let gate = |prepared: &mut Prepared| terms.apply(prepared, &words);
        let (prepared, document, _) = self.gated_pages(selection, &gate, screen)?;
        Ok((prepared, document))
    }

    /// The report's pages, unless the gate refuses them, with what is to be said about the data.
    pub(super) fn gated_pages(
        &mut self,
        selection: &Selection,
        gate: Gate<'_>,
        screen: &Screen,
    ) -> Result<(Prepared, PagedDocument, Problems), Stop> {
        screen.step(text!("step-pages"));
        let Pages { prepared, typeset, problems } =
            self.pipeline.pages(&self.data, selection, gate)?;
        Ok((prepared, typeset.document, problems))
    }
}

/// The named folder, or the newest year under `data/`.
pub(super) fn data(named: Option<&Path>) -> Result<PathBuf, Stop> {
    let Some(named) = named else { return nearest_data() };
    if named.is_dir() {
        return Ok(named.to_path_buf());
    }
    let name = named.display().to_string();
    let words = match named.exists() {
        true => text!("data-no-folder", folder = name),
        false => text!("data-missing", folder = name),
    };
    Err(Stop::misused(Finding::error(codes::MISSING.code, words).hint(text!("data-hint"))))
}

/// Without a name: the year's folder that one stands in, else the newest year under the nearest
/// `data/`, here or above.
fn nearest_data() -> Result<PathBuf, Stop> {
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    for folder in here.ancestors() {
        if folder.join(load::RAPPORT_FILE).is_file() {
            return Ok(relative(folder, &here));
        }
        if folder.join(DATA).is_dir() {
            return newest(&relative(&folder.join(DATA), &here));
        }
    }
    newest(Path::new(DATA))
}

/// A folder as one would name it from here, where it lies below.
fn relative(folder: &Path, here: &Path) -> PathBuf {
    folder
        .strip_prefix(here)
        .ok()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(folder)
        .to_owned()
}

fn newest(folder: &Path) -> Result<PathBuf, Stop> {
    let years = fs::read_dir(folder).map_err(|err| {
        let (name, why) = (folder.display().to_string(), system(&err));
        let words = text!("data-unreadable", folder = name, why = why);
        Stop::misused(Finding::error(codes::MISSING.code, words).hint(text!("data-here-hint")))
    })?;
    years
        .flatten()
        .filter_map(|entry| {
            let year = entry.file_name().to_str()?.parse::<u16>().ok()?;
            entry.path().is_dir().then(|| (year, entry.path()))
        })
        .max()
        .map(|(_, path)| path)
        .ok_or_else(|| {
            let words = text!("data-no-year", folder = folder.display().to_string());
            Stop::misused(Finding::error(codes::MISSING.code, words).hint(text!("data-year-hint")))
        })
}
