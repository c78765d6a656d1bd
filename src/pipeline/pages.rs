//! From a folder of data to the report's pages in one go.

use std::path::Path;
use std::sync::Arc;

use super::checker::Checker;
use super::excerpt::Selection;
use super::identity::theme_of;
use super::{Pipeline, Prepared, Problems, REPORT, Typeset, set};
use crate::chart::Chart;
use crate::finding::Finding;
use crate::report::load::{self, Loaded};
use crate::report::model::Report;

/// Indsatser from which on memory matters more than a blink.
const MANY_INDSATSER: usize = 80;

/// The pages with what they were made of.
pub struct Pages {
    /// What was typeset.
    pub prepared: Prepared,
    /// The pages.
    pub typeset: Typeset,
    /// What is to be said about the data that is no error.
    pub problems: Problems,
}

/// What an edition asks of a report before it is typeset: sets its terms, or tells why it is refused.
pub type Gate<'a> = &'a dyn Fn(&mut Prepared) -> Result<(), Finding>;

impl Pipeline {
    /// From the folder of data to the report's pages.
    ///
    /// # Errors
    /// Where the data, the theme, the fonts or the layouts have errors: all findings; where the
    /// gate refuses it; else those of [`Self::prepare`].
    pub fn pages(
        &mut self,
        dir: &Path,
        selection: &Selection,
        gate: Gate<'_>,
    ) -> Result<Pages, Problems> {
        let (loaded, _) = rayon::join(|| load::load(dir), || self.chart_fonts().is_ok());
        let Some(report) = loaded.report.clone() else { return Err(self.check(&loaded)) };
        // Not in a preview, whose later rounds profit from what is remembered.
        if report.indsatser.len() > MANY_INDSATSER && !self.typesetter.has_compiled() {
            return self.pages_of_many(loaded, &report, selection, gate);
        }
        let ready = self.prepare_and_draw(&loaded, &report, selection);
        self.pages_of(loaded, ready, gate)
    }

    /// [`Self::pages`] of the whole report with its figures in greys. The gate sets the job.
    ///
    /// # Errors
    /// Those of [`Self::pages`].
    pub fn grey_pages(&mut self, dir: &Path, gate: Gate<'_>) -> Result<Pages, Problems> {
        let loaded = load::load(dir);
        let Some(report) = loaded.report.clone() else { return Err(self.check(&loaded)) };
        let grey = theme_of(&self.theme, &report).grey();
        let ready = self.prepare_in(&loaded, &report, &Selection::default(), &grey);
        self.pages_of(loaded, ready.map_err(Problems::from), gate)
    }

    fn pages_of(
        &mut self,
        loaded: Loaded,
        ready: Result<(Prepared, Vec<Chart>), Problems>,
        gate: Gate<'_>,
    ) -> Result<Pages, Problems> {
        match ready {
            Ok((mut prepared, charts)) => {
                gate(&mut prepared)?;
                self.check_and_typeset(loaded, prepared, charts)
            }
            Err(found) => {
                let problems = self.check(&loaded);
                Err(if problems.are_errors() { problems } else { found })
            }
        }
    }

    /// [`Self::pages`] one step after the other, each giving back what the next has no use for.
    fn pages_of_many(
        &mut self,
        loaded: Loaded,
        report: &Arc<Report>,
        selection: &Selection,
        gate: Gate<'_>,
    ) -> Result<Pages, Problems> {
        let problems = self.check(&loaded);
        if problems.are_errors() {
            return Err(problems);
        }
        let mut prepared = self.prepare(&loaded, report, selection)?;
        gate(&mut prepared)?;
        drop(loaded);
        self.typesetter.forget();
        let typeset = self.typeset(&prepared, REPORT)?;
        Ok(Pages { prepared, typeset, problems })
    }

    /// Checks the data and typesets the report side by side: most data is sound, and there is no
    /// time for one after the other. The loaded data and the figures are given back meanwhile.
    ///
    /// # Errors
    /// Where the data, the theme, the fonts or the layouts have errors: all findings.
    pub fn check_and_typeset(
        &mut self,
        loaded: Loaded,
        prepared: Prepared,
        charts: Vec<Chart>,
    ) -> Result<Pages, Problems> {
        let Self { layouts, fonts, theme, theme_text, typesetter, word_findings, .. } = self;
        let checker = Checker { layouts, fonts, theme, theme_text, word_findings };
        let check = move || {
            drop(charts);
            checker.check(&loaded)
        };
        let (typeset, problems) = rayon::join(|| set(typesetter, &prepared, REPORT), check);
        if problems.are_errors() {
            return Err(problems);
        }
        let typeset = typeset.map_err(|findings| self.with_texts(findings))?;
        Ok(Pages { prepared, typeset, problems })
    }
}
