//! The job's own file: which edition, in colour or grey.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use typst::foundations::Bytes;

use super::{CONTRACT, paths};

/// Which edition the layouts set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Udgave {
    /// Official, RGB.
    Officiel,
    /// Draft, with marks.
    Udkast,
    /// Handout.
    Handout,
    /// For the print shop, with bleed.
    Tryk,
}

/// The job: what the layouts know before they read the report.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct JobFile<'a> {
    /// Version of the contract between program and layouts.
    kontrakt: u32,
    /// Which edition is set.
    udgave: Udgave,
    /// Whether colours become greys.
    graa: bool,
    /// Whether the PDF is finished (`output::finish`), so that layouts may set carriers of tags.
    maerker: bool,
    /// Whether the program asks where fields stand: in drafts, in the preview, and behind findings
    /// about a print file.
    felter: bool,
    /// Whether the pages are those of an A5 booklet, for which the theme has a block of its own.
    haefte: bool,
    /// The grey of every colour of the theme, both as `#rrggbb`; empty in colour. Charts are drawn
    /// in the same greys.
    graatoner: &'a BTreeMap<String, String>,
}

/// The job's file. `greys` are the greys of the theme's colours
/// ([`crate::theme::Theme::greys`]) for a job without colours; `maerker` says whether its PDF is
/// finished, so that layouts may set carriers of tags.
#[must_use]
pub fn job_file(
    edition: Udgave,
    greys: Option<&BTreeMap<String, String>>,
    maerker: bool,
) -> (String, Bytes) {
    let job = Job { maerker, felter: edition == Udgave::Udkast, haefte: false };
    file(edition, greys, job)
}

/// The job's file of an edition's pages with the places of their fields, as the preview shows them.
#[must_use]
pub fn preview_job_file(
    edition: Udgave,
    greys: Option<&BTreeMap<String, String>>,
) -> (String, Bytes) {
    let maerker = edition != Udgave::Tryk;
    file(edition, greys, Job { maerker, felter: true, haefte: false })
}

/// The job's file of a booklet of A5 pages.
#[must_use]
pub fn booklet_job_file(greys: Option<&BTreeMap<String, String>>) -> (String, Bytes) {
    file(Udgave::Handout, greys, Job { maerker: false, felter: false, haefte: true })
}

/// What a job asks besides its edition.
struct Job {
    maerker: bool,
    felter: bool,
    haefte: bool,
}

fn file(udgave: Udgave, greys: Option<&BTreeMap<String, String>>, job: Job) -> (String, Bytes) {
    let Job { maerker, felter, haefte } = job;
    let none = BTreeMap::new();
    let graatoner = greys.unwrap_or(&none);
    let graa = greys.is_some();
    let file = JobFile { kontrakt: CONTRACT, udgave, graa, maerker, felter, haefte, graatoner };
    (paths::JOB.to_owned(), super::json(&file))
}
