//! The compiler of the preview: the report's pipeline, kept warm.

use std::path::PathBuf;
use std::sync::Arc;

use super::editor::ReportEditor;
use super::{Compiler, Editor, Fit, Fund, Indsats, Owed, OwedField, Panel, Round, Sheets};
use crate::finding::{Finding, Severity, print, sort};
use crate::pipeline::excerpt::Selection;
use crate::pipeline::{Pages, Pipeline, Prepared, Problems, Typeset};
use crate::report::diff::missing;
use crate::report::model::Report;
use crate::typeset::{PagedDocument, fit};
use crate::words::Words;

/// Makes the report's pages, round after round.
pub struct ReportCompiler {
    data: PathBuf,
    fonts: Option<PathBuf>,
    pipeline: Pipeline,
    /// Of what is told beside the pages.
    words: Arc<Words>,
    sheets: Sheets,
    editor: Option<Arc<dyn Editor>>,
    /// Of the last round, to be dropped when its pages are shown.
    left: Option<(Prepared, PagedDocument)>,
}

impl ReportCompiler {
    /// A compiler over a folder of data. `fonts` is watched, but read once only: another font
    /// needs another start. What it tells is in the report's language.
    #[must_use]
    pub fn new(data: PathBuf, fonts: Option<PathBuf>, pipeline: Pipeline) -> Self {
        let words = Arc::clone(pipeline.words());
        Self { data, fonts, pipeline, words, sheets: Sheets::default(), editor: None, left: None }
    }

    /// The same, telling with other words.
    #[must_use]
    pub fn with_words(self, words: Arc<Words>) -> Self {
        Self { words, ..self }
    }

    /// The same, with the data open for changes.
    #[must_use]
    pub fn with_editor(mut self) -> Self {
        self.editor = Some(Arc::new(ReportEditor::new(self.data.clone(), Arc::clone(&self.words))));
        self
    }

    fn round(&mut self) -> Result<Round, Problems> {
        self.pipeline.refresh()?;
        let Pages { prepared, typeset, problems } =
            self.pipeline.pages(&self.data, &Selection::default(), &|_| Ok(()))?;
        let sheets = self.sheets.of(&typeset.document);
        let panel = panel(&prepared.report, &typeset, problems, &self.words);
        self.left = Some((prepared, typeset.document));
        Ok(Round { sheets: Some(sheets), panel, trouble: String::new() })
    }
}

impl Compiler for ReportCompiler {
    fn compile(&mut self) -> Round {
        self.round().unwrap_or_else(|mut problems| {
            problems.findings.retain(|f| f.accepted.is_none());
            sort(&mut problems.findings);
            let errors: Vec<Finding> = problems
                .findings
                .iter()
                .filter(|f| f.severity == Severity::Error)
                .cloned()
                .collect();
            let shown = if errors.is_empty() { &problems.findings } else { &errors };
            let trouble = print::human(shown, &problems.sources, &self.words, false);
            let panel = Panel { findings: funds(problems, &self.words), ..Panel::default() };
            Round { sheets: None, panel, trouble }
        })
    }

    fn tidy(&mut self) {
        self.left = None;
        self.pipeline.typesetter().tidy();
    }

    fn editor(&self) -> Option<Arc<dyn Editor>> {
        self.editor.clone()
    }

    fn watched(&self) -> Vec<PathBuf> {
        let layouts = self.pipeline.layouts().path().map(PathBuf::from);
        let given = [layouts, self.fonts.clone()].into_iter().flatten();
        std::iter::once(self.data.clone()).chain(given).collect()
    }
}

fn panel(report: &Report, typeset: &Typeset, problems: Problems, words: &Words) -> Panel {
    let indsatser: Vec<Indsats> = report
        .indsatser
        .iter()
        .map(|i| Indsats {
            id: i.id.clone(),
            name: i.kort_navn.clone().unwrap_or_else(|| i.navn.clone()),
            forvaltninger: i.forvaltninger.clone(),
            page: page_of(&typeset.document, &i.id),
        })
        .collect();
    let of = |id: &str| indsatser.iter().find(|i| i.id == id);
    let fit = typeset.fits.iter().filter_map(|fit| {
        let indsats = of(&fit.id)?;
        Some(Fit {
            indsats: indsats.name.clone(),
            page: indsats.page?,
            pages: fit.sider,
            filled: fit.percent(),
            left: fit.rest_mm.round().clamp(0.0, 10_000.0) as u32,
            over: fit.over_linjer,
        })
    });
    let fit = fit.collect();
    Panel {
        title: report.rapport.titel.clone(),
        missing: owed(report, &indsatser),
        findings: funds(problems, words),
        fit,
        indsatser,
    }
}

/// Every spread begins with a heading that carries this label.
fn page_of(document: &PagedDocument, id: &str) -> Option<usize> {
    fit::page_of(document, &format!("indsats-{id}"))
}

fn owed(report: &Report, indsatser: &[Indsats]) -> Vec<Owed> {
    let missing = missing(report);
    let of = |kode: &str| -> Vec<OwedField> {
        let hers = missing.iter().filter(|m| m.forvaltning == kode);
        hers.map(|m| OwedField {
            indsats: m.name.clone(),
            label: m.label.clone(),
            field: m.field.clone(),
            page: indsatser.iter().find(|i| i.id == m.indsats).and_then(|i| i.page),
        })
        .collect()
    };
    let all = report.forvaltninger.iter().map(|f| Owed {
        kode: f.kode.clone(),
        navn: f.navn.clone(),
        fields: of(&f.kode),
    });
    all.filter(|owed| !owed.fields.is_empty()).collect()
}

fn funds(problems: Problems, words: &Words) -> Vec<Fund> {
    let Problems { mut findings, sources, .. } = problems;
    sort(&mut findings);
    let shown = |finding: &Finding| {
        let place = finding.place.as_ref()?;
        let file = sources.shown(&place.file);
        Some(match sources.line_col(place) {
            Some(at) => format!("{file}:{}:{}", at.line, at.col),
            None => file.to_owned(),
        })
    };
    findings
        .into_iter()
        .map(|finding| Fund { shown: shown(&finding), finding: finding.said(words) })
        .collect()
}
