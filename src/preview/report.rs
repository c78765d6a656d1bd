//! The compiler of the preview: the report's pipeline, kept warm.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::editor::ReportEditor;
use super::{
    Beside, Compiler, Editor, Excerpt, Fit, Fund, Indsats, Owed, OwedField, Panel, Round, Sheets,
};
use crate::comments::kept;
use crate::finding::{Finding, Place, Severity, Sources, print, sort};
use crate::pipeline::excerpt::Selection;
use crate::pipeline::{Pages, Pipeline, Prepared, Problems, Typeset};
use crate::report::carried;
use crate::report::diff::missing;
use crate::report::load::{RAPPORT_FILE, indsats_file, load};
use crate::report::model::Report;
use crate::report::schema;
use crate::typeset::handover::preview_job_file;
use crate::typeset::{PagedDocument, fit, stand};
use crate::words::Words;

/// Makes the handbook, with pictures (SVG) of the kinds of blocks.
pub type Handbook = Box<dyn Fn(Vec<(String, String)>) -> String + Send>;

/// Makes the report's pages, round after round.
pub struct ReportCompiler {
    data: PathBuf,
    fonts: Option<PathBuf>,
    pipeline: Pipeline,
    /// Of what is told beside the pages.
    words: Arc<Words>,
    sheets: Sheets,
    editor: Option<Arc<dyn Editor>>,
    /// Makes the handbook of the pictures of blocks.
    handbook: Option<Handbook>,
    /// Where comments are kept, once the year is known.
    comments: Option<PathBuf>,
    /// Of the last round, to be dropped when its pages are shown.
    left: Option<(Prepared, PagedDocument)>,
}

impl ReportCompiler {
    /// A compiler over a folder of data. `fonts` is watched, but read once only: another font
    /// needs another start. What it tells is in the report's language.
    #[must_use]
    pub fn new(data: PathBuf, fonts: Option<PathBuf>, pipeline: Pipeline) -> Self {
        let words = Arc::clone(pipeline.words());
        Self {
            data,
            fonts,
            pipeline,
            words,
            sheets: Sheets::default(),
            editor: None,
            handbook: None,
            comments: None,
            left: None,
        }
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

    /// The same, with a handbook.
    #[must_use]
    pub fn with_handbook(self, handbook: Handbook) -> Self {
        Self { handbook: Some(handbook), ..self }
    }

    fn round(&mut self) -> Result<Round, Problems> {
        self.pipeline.refresh()?;
        // The same pages, that tell where their fields stand.
        let ask = |prepared: &mut Prepared| {
            prepared.files.extend([preview_job_file()]);
            Ok(())
        };
        let Pages { prepared, typeset, problems } =
            self.pipeline.pages(&self.data, &Selection::default(), &ask)?;
        let ids = prepared.report.indsatser.iter().map(|i| i.id.as_str());
        let owners: Vec<String> = stand::owners(&typeset.document, ids)
            .into_iter()
            .map(|id| id.map_or_else(|| RAPPORT_FILE.to_owned(), indsats_file))
            .collect();
        let sheets = self.sheets.of(&typeset.document, &owners);
        let mut panel = panel(&prepared.report, &typeset, problems, &self.words);
        panel.root = root(&self.data);
        let kept = kept::path(&self.data, prepared.report.rapport.aar);
        match kept::read(&kept) {
            Ok(comments) => panel.comments = comments,
            Err(finding) => {
                let finding = finding.said(&self.words);
                panel.findings.push(Fund { finding, shown: None, excerpt: None });
            }
        }
        self.comments = Some(kept);
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

    fn beside(&mut self) -> Vec<(String, Beside)> {
        let loaded = load(&self.data);
        let pictures =
            loaded.report.as_ref().map(|report| self.pipeline.specimens(&loaded, report));
        // Without them the blocks go by their names.
        let pictures = pictures.and_then(Result::ok).unwrap_or_default();
        let block = |(kind, svg): &(String, String)| {
            (format!("/block/{kind}.svg"), Beside::Picture(svg.clone()))
        };
        let mut all: Vec<(String, Beside)> = pictures.iter().map(block).collect();
        if let Some(handbook) = &self.handbook {
            all.push(("/haandbog".to_owned(), Beside::Page(handbook(pictures))));
        }
        all
    }

    fn tidy(&mut self) {
        self.left = None;
        self.pipeline.typesetter().tidy();
    }

    fn editor(&self) -> Option<Arc<dyn Editor>> {
        self.editor.clone()
    }

    fn words(&self) -> Arc<Words> {
        Arc::clone(&self.words)
    }

    fn watched(&self) -> Vec<PathBuf> {
        let layouts = self.pipeline.layouts().path().map(PathBuf::from);
        let given = [layouts, self.fonts.clone(), self.comments.clone()].into_iter().flatten();
        std::iter::once(self.data.clone()).chain(given).collect()
    }
}

/// The folder as an editor is told of it.
fn root(data: &Path) -> String {
    std::fs::canonicalize(data).unwrap_or_else(|_| data.to_path_buf()).display().to_string()
}

fn panel(report: &Report, typeset: &Typeset, problems: Problems, words: &Words) -> Panel {
    let open = carried::open(report);
    let indsatser: Vec<Indsats> = report
        .indsatser
        .iter()
        .map(|i| Indsats {
            id: i.id.clone(),
            name: i.kort_navn.clone().unwrap_or_else(|| i.navn.clone()),
            forvaltninger: i.forvaltninger.clone(),
            page: page_of(&typeset.document, &i.id),
            pages: typeset.fits.iter().find(|fit| fit.id == i.id).map_or(2, |fit| fit.sider),
            open: open.iter().filter(|o| o.file == indsats_file(&i.id)).count(),
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
            room: fit.room(),
            id: fit.id.clone(),
        })
    });
    let fit = fit.collect();
    Panel {
        title: report.rapport.titel.clone(),
        root: String::new(),
        forvaltninger: report
            .forvaltninger
            .iter()
            .map(|f| (f.kode.clone(), f.navn.clone()))
            .collect(),
        blocks: schema::blocks().into_iter().map(|(kind, _)| kind).collect(),
        missing: owed(report, &indsatser),
        findings: funds(problems, words),
        fit,
        comments: Vec::new(),
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
            file: indsats_file(&m.indsats),
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
        .map(|finding| Fund {
            shown: shown(&finding),
            excerpt: finding.place.as_ref().and_then(|place| excerpt(&sources, place)),
            finding: finding.said(words),
        })
        .collect()
}

/// Most characters of a line that are shown at either side of what is meant.
const BESIDE: usize = 90;

/// The first line of a place. What is meant ends with that line.
fn excerpt(sources: &Sources, place: &Place) -> Option<Excerpt> {
    if place.range == (0..0) {
        return None;
    }
    let at = sources.line_col(place)?;
    let line = sources.text(&place.file)?.lines().nth(at.line - 1)?;
    let before: String = line.chars().take(at.col - 1).collect();
    let rest = line.get(before.len()..)?;
    let marked: String = rest.get(..place.range.len().min(rest.len())).unwrap_or(rest).to_owned();
    let after = rest.get(marked.len()..)?.chars().take(BESIDE).collect();
    let skipped = before.chars().count().saturating_sub(BESIDE);
    Some(Excerpt {
        number: at.line,
        before: before.chars().skip(skipped).collect(),
        marked: marked.chars().take(2 * BESIDE).collect(),
        after,
    })
}
