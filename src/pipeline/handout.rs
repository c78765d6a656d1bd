//! Handouts from a prepared report: one compile for all files of a run.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;

use super::excerpt::{Selection, excerpt};
use super::identity::theme_of;
use super::{Pipeline, Prepared, Problems, Publication, REPORT};
use crate::finding::Finding;
use crate::output::handout::{self, Format, Handout, Options, Part};
use crate::report::load::Loaded;
use crate::report::model::{Indsats, Report};
use crate::text;
use crate::typeset::handover::{Del, HandoutFile, Udgave, booklet_job_file, drawings, job_file};
use crate::typeset::{Bytes, PagedDocument, fit};
use crate::words::Words;

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
    text: String,
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
        let plans = self.plans(whole, job)?;
        self.set_handouts(loaded, whole, job, &plans).map_err(|findings| self.with_texts(findings))
    }

    fn set_handouts(
        &mut self,
        loaded: &Loaded,
        whole: &Prepared,
        job: &Job,
        plans: &[Plan],
    ) -> Result<Vec<Handout>, Vec<Finding>> {
        let format = job.options.format;
        let own = theme_of(&self.theme, &whole.report);
        let greys = job.options.grey.then(|| own.greys());
        let all = is_whole_report(job);
        let small = format.is_small().then(|| own.booklet());
        let theme = small.as_ref().unwrap_or(&own);
        let mut files = whole.files.clone();
        if small.is_some() {
            // The same words, the figures in the small pages' sizes.
            let small = self.prepare_in(loaded, &whole.report, &Selection::default(), theme)?.0;
            let terms = Publication { incomplete: whole.incomplete, attachments: true };
            let part = part(&whole.report, &job.selection, &self.words)?;
            files = terms.set(small, &part, &self.words).files;
        }
        files.extend([handed(job, plans)]);
        files.extend([if small.is_some() {
            booklet_job_file(greys.as_ref())
        } else {
            // The whole report keeps its references to pages.
            let edition = if all { Udgave::Officiel } else { Udgave::Handout };
            // Sheets have no tags.
            job_file(edition, greys.as_ref(), format.sheets().is_none())
        }]);
        if job.options.grey {
            let (report, theme) = (&whole.report, theme.grey());
            let charts = self.charts(loaded, report, &whole.insights, &theme, None)?;
            files.extend(drawings(&charts));
        }
        self.typesetter.set_today(whole.stamp.made);
        self.typesetter.set_files(files);
        let document = self.typesetter.compile_once(if all { REPORT } else { HANDOUT })?;
        let whole_report = std::iter::once(0..document.pages().len());
        let ranges = if all { whole_report.collect() } else { ranges(&document) };
        let parts: Vec<Part> = plans
            .iter()
            .zip(ranges)
            .map(|(plan, pages)| Part { slug: plan.slug.clone(), title: plan.title.clone(), pages })
            .collect();
        handout::files(&self.typesetter, &document, &parts, &whole.stamp, &job.options)
    }

    /// What goes in which file.
    fn plans(&self, whole: &Prepared, job: &Job) -> Result<Vec<Plan>, Vec<Finding>> {
        let af = whole.report.indsatser.len();
        let (chosen, slug, tekst) = if job.selection.is_whole() {
            let all = self.words.say(&text!("handout-all", n = af));
            (whole.report.indsatser.clone(), String::new(), all)
        } else {
            let (part, description) = excerpt(&whole.report, &job.selection, &self.words)?;
            (part.indsatser, description.slug, description.indhold)
        };
        if !job.split {
            let ids = chosen.into_iter().map(|indsats| indsats.id).collect();
            return Ok(vec![Plan { slug, title: None, text: tekst, ids }]);
        }
        let titel = &whole.report.rapport.titel;
        Ok(chosen
            .into_iter()
            .map(|Indsats { id, navn, .. }| Plan {
                slug: id.clone(),
                title: Some(format!("{navn}: {titel}")),
                text: self.words.say(&text!("handout-one", n = af, name = &navn)),
                ids: vec![id],
            })
            .collect())
    }
}

/// The report with no more than what handouts are made of.
///
/// # Errors
/// Where the selection does not fit the report.
pub fn part(
    report: &Arc<Report>,
    selection: &Selection,
    words: &Words,
) -> Result<Arc<Report>, Vec<Finding>> {
    if selection.is_whole() {
        return Ok(Arc::clone(report));
    }
    excerpt(report, selection, words).map(|(part, _)| Arc::new(part))
}

/// Whether it is a booklet of the whole report, which has a cover and contents of its own.
fn is_whole_report(job: &Job) -> bool {
    job.options.format == Format::A4Booklet && job.selection.is_whole() && !job.split
}

/// What is set of the report.
fn handed(job: &Job, plans: &[Plan]) -> (String, Bytes) {
    let format = job.options.format;
    let parts = plans.iter().map(|plan| Del {
        forside: format.has_cover(),
        tekst: &plan.text,
        indsatser: &plan.ids,
    });
    HandoutFile { essens: format.is_essence(), dele: parts.collect() }.file()
}

/// The pages of each part, by where the layout says that it starts.
fn ranges(document: &PagedDocument) -> Vec<Range<usize>> {
    let page = |value: &Value| usize::try_from(value.as_u64()?).ok()?.checked_sub(1);
    let starts: Vec<usize> = fit::reported(document, "del").iter().filter_map(page).collect();
    let ends = starts.iter().skip(1).copied().chain([document.pages().len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}
