//! Handouts from a prepared report: one compile for all files of a run.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::excerpt::{Selection, excerpt};
use super::{Pipeline, Prepared, Problems};
use crate::finding::Finding;
use crate::output::handout::{self, Handout, Options, Part};
use crate::report::load::Loaded;
use crate::report::model::Indsats;
use crate::typeset::handover::{Del, HandoutFile, Udgave, drawings, job_file};
use crate::typeset::{Bytes, PagedDocument, fit};

/// The layout of handouts.
pub const HANDOUT: &str = "/layouts/handout.typ";

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Which indsatser. Their numbers stay those of the whole report.
    pub selection: Selection,
    /// Whether each gets a file of its own.
    pub split: bool,
    /// Format and sheets.
    pub options: Options,
}

/// A file to be: its name's part, its title, what its cover says, its indsatser.
struct Plan {
    slug: String,
    title: Option<String>,
    tekst: String,
    ids: Vec<String>,
}

impl Pipeline {
    /// Typesets the handouts of a whole report and makes their files.
    ///
    /// # Errors
    /// Where the selection does not fit the report, for errors and warnings of the layouts, and
    /// where a file does not meet its standard.
    pub fn handouts(
        &mut self,
        loaded: &Loaded,
        whole: &Prepared,
        job: &Job,
    ) -> Result<Vec<Handout>, Problems> {
        let plans = plans(whole, job)?;
        self.set_handouts(loaded, whole, job, &plans).map_err(|findings| self.with_texts(findings))
    }

    fn set_handouts(
        &mut self,
        loaded: &Loaded,
        whole: &Prepared,
        job: &Job,
        plans: &[Plan],
    ) -> Result<Vec<Handout>, Vec<Finding>> {
        let mut files = files(whole, job, plans);
        let greys = job.options.grey.then(|| self.theme.greys());
        // Sheets have no tags.
        let tagged = job.options.format.sheets().is_none();
        files.extend([job_file(Udgave::Handout, greys.as_ref(), tagged)]);
        if job.options.grey {
            let grey = self.theme.grey();
            let charts = self.charts(loaded, &whole.report, &whole.insights, &grey)?;
            files.extend(drawings(&charts));
        }
        self.typesetter.set_today(whole.stamp.made);
        self.typesetter.set_files(files);
        let document = self.typesetter.compile_once(HANDOUT)?;
        let parts: Vec<Part> = plans
            .iter()
            .zip(ranges(&document))
            .map(|(plan, pages)| Part { slug: plan.slug.clone(), title: plan.title.clone(), pages })
            .collect();
        handout::files(&self.typesetter, &document, &parts, &whole.stamp, &job.options)
    }
}

/// What goes in which file.
fn plans(whole: &Prepared, job: &Job) -> Result<Vec<Plan>, Vec<Finding>> {
    let af = whole.report.indsatser.len();
    let (chosen, slug, tekst) = if job.selection.is_whole() {
        let all = format!("Alle rapportens {af} indsatser");
        (whole.report.indsatser.clone(), String::new(), all)
    } else {
        let (part, description) = excerpt(&whole.report, &job.selection)?;
        (part.indsatser, description.slug, description.indhold)
    };
    if !job.split {
        let ids = chosen.into_iter().map(|indsats| indsats.id).collect();
        return Ok(vec![Plan { slug, title: None, tekst, ids }]);
    }
    let titel = &whole.report.rapport.titel;
    Ok(chosen
        .into_iter()
        .map(|Indsats { id, navn, .. }| Plan {
            slug: id.clone(),
            title: Some(format!("{navn}: {titel}")),
            tekst: format!("1 af rapportens {af} indsatser: {navn}"),
            ids: vec![id],
        })
        .collect())
}

/// The report's files and what is set of it.
fn files(whole: &Prepared, job: &Job, plans: &[Plan]) -> BTreeMap<String, Bytes> {
    let format = job.options.format;
    let dele = plans.iter().map(|plan| Del {
        forside: format.has_cover(),
        tekst: &plan.tekst,
        indsatser: &plan.ids,
    });
    let handout = HandoutFile { essens: format.is_essence(), dele: dele.collect() };
    let mut files = whole.files.clone();
    files.extend([handout.file()]);
    files
}

/// The pages of each part, by where the layout says that it starts.
fn ranges(document: &PagedDocument) -> Vec<Range<usize>> {
    let page = |value: &Value| usize::try_from(value.as_u64()?).ok()?.checked_sub(1);
    let starts: Vec<usize> = fit::reported(document, "del").iter().filter_map(page).collect();
    let ends = starts.iter().skip(1).copied().chain([document.pages().len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}
