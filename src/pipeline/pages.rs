//! From a folder of data to the report's pages in one go.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::checker::Checker;
use super::excerpt::Selection;
use super::identity::theme_of;
use super::{Pipeline, Prepared, Problems, REPORT, Typeset, set};
use crate::chart::Chart;
use crate::finding::Finding;
use crate::report::load::{self, Loaded};
use crate::report::model::Report;
use crate::typeset::Thrift;

/// Indsatser from which on memory matters more than a blink.
const MANY_INDSATSER: usize = 80;

/// How often it is looked whether a check has ended.
const GLANCE: Duration = Duration::from_micros(200);

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
        let loaded = self.read(dir);
        self.pages_of_loaded(loaded, selection, false, gate)
    }

    /// Reads a folder of data, and meanwhile takes the measures that its figures are drawn by.
    #[must_use]
    pub fn read(&self, dir: &Path) -> Loaded {
        rayon::join(|| load::load(dir), || self.chart_fonts().is_ok()).0
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
        let _thrift = Thrift::begin();
        let typeset = self.typeset(&prepared, REPORT)?;
        Ok(Pages { prepared, typeset, problems })
    }

    /// [`Self::pages`] of what was loaded already; `grey` with its figures in greys, and then the
    /// gate sets the job.
    ///
    /// # Errors
    /// Those of [`Self::pages`].
    pub fn pages_of_loaded(
        &mut self,
        loaded: Loaded,
        selection: &Selection,
        grey: bool,
        gate: Gate<'_>,
    ) -> Result<Pages, Problems> {
        let Some(report) = loaded.report.clone() else { return Err(self.check(&loaded)) };
        // Not in a preview, whose later rounds profit from what is remembered.
        if report.indsatser.len() > MANY_INDSATSER && !grey && !self.typesetter.has_compiled() {
            return self.pages_of_many(loaded, &report, selection, gate);
        }
        let theme = theme_of(&self.theme, &report);
        let theme = if grey { Cow::Owned(theme.grey()) } else { theme };
        let ready = self.prepare_in(&loaded, &report, selection, &theme);
        self.pages_of(loaded, ready.map_err(|found| Problems::from(found).misused()), gate)
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
        let shown = prepared.shown;
        let check = move || {
            drop(charts);
            checker.check(&loaded)
        };
        let set = || set(typesetter, &prepared, REPORT);
        let (typeset, problems) = if shown { beside(set, check) } else { rayon::join(set, check) };
        if problems.are_errors() {
            return Err(problems);
        }
        let typeset = typeset.map_err(|findings| self.with_texts(findings))?;
        Ok(Pages { prepared, typeset, problems })
    }
}

/// Typesets, and checks in a thread that is none of the pool's: it may have to wait for another who
/// checks the same.
fn beside<A: Send, B: Send>(
    set: impl FnOnce() -> A + Send,
    check: impl FnOnce() -> B + Send,
) -> (A, B) {
    std::thread::scope(|threads| {
        let check = threads.spawn(check);
        let set = rayon::scope(|_| set());
        while !check.is_finished() {
            // This thread may be one of the pool's, and the only one: then the check waits for it.
            if rayon::yield_now() != Some(rayon::Yield::Executed) {
                std::thread::sleep(GLANCE);
            }
        }
        let problems = check.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (set, problems)
    })
}
