//! `sats export form`: a workbook for each forvaltning to fill in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::args::Common;
use super::job::Job;
use super::screen::Screen;
use super::{Stop, change, codes};
use crate::finding::Finding;
use crate::output::write;
use crate::pipeline::draft::data_hash;
use crate::pipeline::excerpt::{Selection, excerpt};
use crate::report::carried;
use crate::report::form::{Form, Letter, workbook};
use crate::report::history::last_year;
use crate::report::model::Report;
use crate::text;

#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct Args {
    /// Form: deadline as the cover is to have it, such as "fredag den 14. marts 2025"
    #[arg(long, value_name = "DATE")]
    deadline: Option<String>,
    /// Form: who answers questions and receives it, as the cover is to have it
    #[arg(long, value_name = "NAME")]
    contact: Option<String>,
}

impl Args {
    /// Whether something is said that only forms have.
    pub(super) fn is_used(&self) -> bool {
        self.deadline.is_some() || self.contact.is_some()
    }
}

/// Writes `skema-2025-sof.xlsx` and its like into the output folder.
pub(super) fn run(
    args: Args,
    selection: &Selection,
    common: &Common,
    out: &Path,
    screen: &Screen,
) -> Result<(), Stop> {
    let mut job = Job::resolve(common)?;
    screen.step(text!("step-form"));
    let (loaded, report) = change::load(&job.data)?;
    let only = match selection.is_whole() {
        true => Vec::new(),
        false => {
            let (part, _) =
                excerpt(&report, selection, job.pipeline.words()).map_err(Stop::misused)?;
            part.indsatser.iter().map(|i| i.id.clone()).collect()
        }
    };
    let prepared =
        job.pipeline.prepare(&loaded, &report, &Selection::default()).map_err(Stop::misused)?;
    let room =
        job.pipeline.fit(&prepared)?.iter().map(|fit| (fit.id.clone(), fit.room())).collect();
    let words = Arc::clone(job.pipeline.words());
    let before = last_year(&job.data, &report);
    let form = Form {
        report: &report,
        before: before.as_deref(),
        open: open(&report),
        room,
        only,
        letter: Letter { deadline: args.deadline, contact: args.contact },
        data: data_hash(&report),
        words: &words,
    };
    screen.step(text!("step-form-write"));
    if form.letter.deadline.is_none() && form.letter.contact.is_none() {
        screen.say(text!("form-no-letter"));
    }
    let codes = form.forvaltninger();
    let wanted =
        |kode: &&String| selection.forvaltning.is_empty() || selection.forvaltning.contains(*kode);
    for kode in codes.iter().filter(wanted) {
        let bytes = workbook(&form, kode).map_err(|err| {
            Stop::misused(Finding::error(
                codes::WORKBOOK.code,
                text!("form-no-workbook", why = err.to_string()),
            ))
        })?;
        let part = if form.only.is_empty() || !selection.forvaltning.is_empty() {
            String::new()
        } else {
            format!("-{}", form.only.join("-"))
        };
        let name = format!("skema-{}-{}{part}.xlsx", report.rapport.aar, slug(kode));
        let path = out.join(name);
        write::whole(&path, &bytes).map_err(Stop::misused)?;
        screen.path(&path)?;
    }
    Ok(())
}

/// A code as part of a file's name.
fn slug(kode: &str) -> String {
    kode.to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa")
}

fn open(report: &Report) -> BTreeMap<String, BTreeSet<String>> {
    let mut by_id: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for open in carried::open(report) {
        if let Some(i) = open.indsats.and_then(|nr| report.indsatser.get(nr)) {
            by_id.entry(i.id.clone()).or_default().insert(open.field);
        }
    }
    by_id
}
