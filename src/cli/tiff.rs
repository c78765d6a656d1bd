//! `sats export tiff`: the report's pages for archives that take pictures only.

use std::path::Path;

use super::Stop;
use super::job::Job;
use super::screen::Screen;
use crate::output::tiff::{self, Kind};
use crate::output::write;
use crate::pipeline::Publication;
use crate::pipeline::excerpt::Selection;
use crate::text;

/// Writes `NAME.tif` into the output folder.
pub(super) fn run(
    job: &mut Job,
    selection: &Selection,
    terms: Publication,
    bilevel: bool,
    out: &Path,
    screen: &Screen,
) -> Result<(), Stop> {
    let (prepared, document) = job.pages(selection, terms, screen)?;
    screen.step(text!("step-draw"));
    let kind = if bilevel { Kind::Bilevel } else { Kind::Grey };
    let bytes = tiff::write(&document, kind).map_err(Stop::misused)?;
    screen.step(text!("step-write"));
    let path = out.join(format!("{}.tif", super::build::stem(&prepared)));
    write::whole(&path, &bytes).map_err(Stop::misused)?;
    screen.path(&path)
}
