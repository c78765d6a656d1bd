//! `sats export pages`: the pages as pictures, to look the whole report through.

use std::path::Path;

use super::Stop;
use super::job::Job;
use super::screen::Screen;
use crate::output::{pictures, write};
use crate::pipeline::Publication;
use crate::pipeline::excerpt::Selection;
use crate::text;

/// Writes `pages/` below the output folder: `NAME-side-01.png` and so on, and `NAME-ark.png` with
/// all of them.
pub(super) fn run(
    job: &mut Job,
    selection: &Selection,
    terms: Publication,
    dpi: u32,
    out: &Path,
    screen: &Screen,
) -> Result<(), Stop> {
    let (prepared, document) = job.pages(selection, terms, screen)?;
    screen.step(text!("step-draw"));
    let pages = pictures::pages(&document, dpi).map_err(Stop::misused)?;
    let sheet = pictures::contact_sheet(&document).map_err(Stop::misused)?;
    screen.step(text!("step-write-all"));
    let stem = super::build::stem(&prepared);
    let digits = pages.len().to_string().len();
    let page = |nr: usize| format!("{stem}-side-{nr:0digits$}.png");
    let names = (1..=pages.len()).map(page).chain([format!("{stem}-ark.png")]);
    for (name, bytes) in names.zip(pages.iter().chain([&sheet])) {
        let path = out.join("pages").join(name);
        write::whole(&path, bytes).map_err(Stop::misused)?;
        screen.path(&path)?;
    }
    Ok(())
}
