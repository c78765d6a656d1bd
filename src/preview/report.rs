//! The compiler of the preview: the report's pipeline, kept warm.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::editor::ReportEditor;
use super::first::{Basis, Files};
use super::{Beside, Compiler, Editor, Panel, PanelFinding, Round, Sheet, Sheets, View, panel};
use crate::comments::kept;
use crate::finding::{Finding, Severity, print, sort};
use crate::pipeline::excerpt::Selection;
use crate::pipeline::theme_of;
use crate::pipeline::{Pages, Pipeline, Prepared, Problems, Typeset};
use crate::report::load::{Loaded, RAPPORT_FILE, indsats_file, load};
use crate::report::model::Report;
use crate::text;
use crate::typeset::handover::{Draft, Marks, Udgave, draft_files, paths, preview_job_file};
use crate::typeset::{Bytes, PagedDocument, positions};
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
    sheets: BTreeMap<View, Sheets>,
    editor: Option<Arc<dyn Editor>>,
    /// Makes the handbook of the pictures of blocks.
    handbook: Option<Handbook>,
    /// Where comments are kept, once the year is known.
    comments: Option<PathBuf>,
    /// Last year and its folder, where there is one.
    before: Option<(i32, PathBuf)>,
    /// Of the last rounds, to be dropped when its pages are shown.
    left: Vec<(Prepared, PagedDocument)>,
    /// What all pages of each view were last made of.
    bases: BTreeMap<View, Basis>,
    /// What the last round has left to be made.
    later: Option<Later>,
}

/// The pages that an edit changes besides its own.
struct Later {
    view: View,
    /// What they are made of.
    loaded: Loaded,
    /// As it is beside the edit's own pages.
    panel: Panel,
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
            sheets: BTreeMap::new(),
            editor: None,
            handbook: None,
            comments: None,
            left: Vec::new(),
            before: None,
            bases: BTreeMap::new(),
            later: None,
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

    fn round(&mut self, view: View) -> Result<Round, Problems> {
        self.later = None;
        self.pipeline.refresh()?;
        let dir = self.folder(view);
        let loaded = self.pipeline.read(&dir);
        let edition = self.pipeline.edition();
        let edited = self.bases.get(&view).and_then(|basis| basis.edited(&loaded, edition));
        let first = edited.and_then(|id| Some((id, self.spread(view, &loaded, id)?)));
        let (edited, pages) = match first {
            Some((id, pages)) => (Some(id), pages),
            None => (None, self.whole(view, loaded.clone())?),
        };
        let Pages { prepared, typeset, problems } = pages;
        let (report, words) = (Arc::clone(&prepared.report), Arc::clone(&self.words));
        // Somebody waits for both.
        let (sheets, mut panel) = rayon::join(
            || self.sheets(view, &report, &typeset, edited),
            || match view {
                // Nothing in it waits.
                View::Before => Panel {
                    title: report.rapport.titel.clone(),
                    indsatser: panel::indsatser(&report, &typeset),
                    ..Panel::default()
                },
                _ => panel::panel(&report, &typeset, problems, &words),
            },
        );
        if view != View::Before {
            self.add_kept(&mut panel, report.rapport.aar);
        }
        panel.before = self.before.as_ref().map(|(year, _)| *year);
        let more = edited.is_some();
        if more {
            self.later = Some(Later { view, loaded, panel: panel.clone() });
        }
        self.left.push((prepared, typeset.document));
        Ok(Round { sheets: Some(sheets), panel, trouble: String::new(), more })
    }

    /// The pages that were left for later.
    fn others(&mut self, later: Later) -> Result<Round, Problems> {
        let Later { view, loaded, mut panel } = later;
        let Pages { prepared, typeset, .. } = self.whole(view, loaded)?;
        let sheets = self.sheets(view, &prepared.report, &typeset, None);
        panel::place(&mut panel, &prepared.report, &typeset);
        self.left.push((prepared, typeset.document));
        Ok(Round { sheets: Some(sheets), panel, trouble: String::new(), more: false })
    }

    /// The sheets of a view. Those of the spread that was edited are what somebody waits for: they
    /// are drawn before anybody asks.
    fn sheets(
        &mut self,
        view: View,
        report: &Report,
        typeset: &Typeset,
        edited: Option<&str>,
    ) -> Vec<Sheet> {
        let ids = report.indsatser.iter().map(|i| i.id.as_str());
        let owners: Vec<String> = positions::owners(&typeset.document, ids)
            .into_iter()
            .map(|id| id.map_or_else(|| RAPPORT_FILE.to_owned(), indsats_file))
            .collect();
        let mut sheets = self.sheets.entry(view).or_default().of(&typeset.document, &owners);
        if let Some(file) = edited.map(indsats_file) {
            for (sheet, _) in sheets.iter().zip(&owners).filter(|(_, owner)| **owner == file) {
                let picture = Arc::clone(&sheet.picture);
                rayon::spawn(move || {
                    let _ = picture.drawn();
                });
            }
        }
        if view == View::Before {
            // Nothing of it can be changed.
            sheets.iter_mut().for_each(|sheet| sheet.fields.clear());
        }
        sheets
    }

    /// The folder that a view is of.
    fn folder(&mut self, view: View) -> PathBuf {
        if view == View::Before && self.before.is_none() {
            let now = load(&self.data).report;
            self.before = now.and_then(|report| before(&self.data, report.rapport.aar));
        }
        match (view, &self.before) {
            (View::Before, Some((_, dir))) => dir.clone(),
            _ => self.data.clone(),
        }
    }

    /// All pages of a view, which tell where their fields stand.
    fn whole(&mut self, view: View, loaded: Loaded) -> Result<Pages, Problems> {
        let edition = match view {
            View::Official | View::Before | View::Grey => Udgave::Officiel,
            View::Draft => Udgave::Udkast,
            View::Print => Udgave::Tryk,
        };
        let theme = (view == View::Grey).then(|| self.pipeline.theme().clone());
        let words = Arc::clone(self.pipeline.words());
        let ask = |prepared: &mut Prepared| {
            prepared.shown = true;
            let greys = theme.as_ref().map(|theme| theme_of(theme, &prepared.report).greys());
            prepared.files.extend([preview_job_file(edition, greys.as_ref())]);
            if view == View::Draft {
                prepared.files.extend(marks(&prepared.report, &words));
                let none = Bytes::from_string("{}".to_owned());
                prepared.files.insert(paths::PAGES.to_owned(), none);
            }
            Ok(())
        };
        let (whole, known) = (Selection::default(), loaded.clone());
        let pages = self.pipeline.pages_of_loaded(loaded, &whole, view == View::Grey, &ask)?;
        let basis = Basis::of(&known, self.pipeline.edition(), pages.prepared.files.clone());
        self.bases.extend(basis.map(|basis| (view, basis)));
        Ok(pages)
    }

    /// The pages with the spread of one indsats, the only one that was edited, as it is now, and all
    /// others as they were. None where they cannot be set so: then what is told is told of the whole.
    fn spread(&mut self, view: View, loaded: &Loaded, id: &str) -> Option<Pages> {
        let report = loaded.report.as_ref()?;
        let before = &self.bases.get(&view)?.files;
        let one = (id, view == View::Grey);
        let mut prepared = self.pipeline.prepare_spread(loaded, report, one, before)?;
        if view == View::Draft {
            let own = paths::udkast(id);
            let marks = marks(report, self.pipeline.words()).remove(&own)?;
            prepared.files.insert(own, marks);
        }
        self.pipeline.check_and_typeset(loaded.clone(), prepared, Vec::new()).ok()
    }

    /// Adds what lies beside this year's data: comments, and where the folder is.
    fn add_kept(&mut self, panel: &mut Panel, aar: i32) {
        panel.root = root(&self.data);
        let kept = kept::path(&self.data, aar);
        match kept::read(&kept) {
            Ok(comments) => panel.comments = comments,
            Err(finding) => {
                let finding = finding.said(&self.words);
                panel.findings.push(PanelFinding { finding, shown: None, excerpt: None });
            }
        }
        self.comments = Some(kept);
        self.before = before(&self.data, aar);
    }

    /// A round in which something is broken.
    fn broken(&self, mut problems: Problems) -> Round {
        problems.findings.retain(|f| f.accepted.is_none());
        sort(&mut problems.findings);
        let errors: Vec<Finding> =
            problems.findings.iter().filter(|f| f.severity == Severity::Error).cloned().collect();
        let shown = if errors.is_empty() { &problems.findings } else { &errors };
        let trouble = print::human(shown, &problems.sources, &self.words, false);
        let panel = Panel { findings: panel::funds(problems, &self.words), ..Panel::default() };
        Round { sheets: None, panel, trouble, more: false }
    }
}

impl Compiler for ReportCompiler {
    fn compile(&mut self, view: View) -> Round {
        self.round(view).unwrap_or_else(|problems| self.broken(problems))
    }

    fn rest(&mut self) -> Option<Round> {
        let later = self.later.take()?;
        Some(self.others(later).unwrap_or_else(|problems| self.broken(problems)))
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
        self.left.clear();
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
        let before = self.before.as_ref().map(|(_, dir)| dir.clone());
        let given = [layouts, self.fonts.clone(), self.comments.clone(), before];
        let given = given.into_iter().flatten();
        std::iter::once(self.data.clone()).chain(given).collect()
    }
}

/// What a draft in the preview adds, which was compared with no other.
fn marks(report: &Report, words: &Words) -> Files {
    // No hash of the data: each edit would change each page.
    let stempel = words.say(&text!("draft-in-preview"));
    let draft = Draft { stempel, siden: None, derived: &[], marks: Marks::Bars };
    draft_files(report, &draft, words)
}

/// The folder as an editor is told of it.
fn root(data: &Path) -> String {
    std::fs::canonicalize(data).unwrap_or_else(|_| data.to_path_buf()).display().to_string()
}

/// The year before, where its data stands beside the data.
fn before(data: &Path, aar: i32) -> Option<(i32, PathBuf)> {
    let year = aar.checked_sub(1)?;
    let dir = std::path::absolute(data).ok()?.with_file_name(year.to_string());
    dir.join(RAPPORT_FILE).is_file().then_some((year, dir))
}
