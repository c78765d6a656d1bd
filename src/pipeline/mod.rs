//! From a folder of data to the bytes of a file: the steps that build, preview, tests and
//! benchmarks share. Nothing here prints or knows the command line.

mod behind;
pub mod change;
mod charts;
mod checker;
pub mod codes;
mod compare;
pub mod draft;
pub mod excerpt;
pub mod handout;
mod identity;
mod overrun;
mod pages;
mod prepare;
mod print;
mod problems;
mod publication;
mod specimens;
mod suspects;
mod theme;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::chart::{Chart, ChartFonts};
use crate::finding::{Finding, Sources};
use crate::output::official;
use crate::output::stamp::Stamp;
use crate::progress;
use crate::report::insight::Insights;
use crate::report::load::{self, Loaded};
use crate::report::model::Report;
use crate::theme::{FILE as THEME, Theme};
use crate::typeset::fit::{self, Fit};
use crate::typeset::{Bytes, Datetime, Fonts, Layouts, PagedDocument, Typesetter};
use crate::words::{Language, Words};
use checker::Checker;
use excerpt::{Description, Selection};
pub(crate) use identity::theme_of;
pub use pages::{Gate, Pages};
pub use problems::Problems;
pub use publication::Publication;
use theme::read_theme;

/// The layout of the whole report.
pub const REPORT: &str = "/layouts/report.typ";

/// Pages from which on it pays to give memory back before they are exported.
const MANY_PAGES: usize = 200;

/// Fonts, theme and a typesetter that remembers; good for many builds.
pub struct Pipeline {
    layouts: Layouts,
    fonts: Fonts,
    theme: Theme,
    theme_text: String,
    typesetter: Typesetter,
    made: Option<Datetime>,
    words: Arc<Words>,
    /// What is wrong with the layouts' own words.
    word_findings: Vec<Finding>,
    /// The texts that the words were read from.
    word_texts: Vec<(String, String)>,
    /// Counts the themes and words that were read.
    edition: u64,
    /// Of the theme's family, once they are asked for.
    measures: OnceLock<Result<ChartFonts, Finding>>,
}

/// A report, or an excerpt of one, ready to be typeset.
pub struct Prepared {
    /// The report.
    pub report: Arc<Report>,
    /// What was computed from it.
    pub insights: Insights,
    /// The excerpt's words; none for the whole report.
    pub excerpt: Option<Description>,
    /// Identity and date of what is made of it.
    pub stamp: Stamp,
    /// What the document is called: the report's title, and whether it is an excerpt or incomplete.
    pub title: String,
    /// Whether it is made although something is open.
    pub incomplete: bool,
    /// Whether the data is attached.
    pub attachments: bool,
    /// Whether it is only looked at: its pages keep signs without width ([`crate::typeset::bare`]).
    pub shown: bool,
    /// What the layouts are handed.
    pub files: BTreeMap<String, Bytes>,
}

/// Data that was read, checked and prepared.
pub struct Opened {
    /// The data.
    pub loaded: Loaded,
    /// The whole report.
    pub report: Arc<Report>,
    /// What is to be said about it that is no error.
    pub problems: Problems,
    /// The report, or the excerpt that was asked for, ready to be typeset.
    pub prepared: Prepared,
    /// Its figures.
    pub charts: Vec<Chart>,
}

/// Typeset pages, and how each indsats fits its spread.
pub struct Typeset {
    /// The pages.
    pub document: PagedDocument,
    /// In the report's order.
    pub fits: Vec<Fit>,
}

impl Pipeline {
    /// Reads the theme and makes a typesetter. `made` is the date of all that is
    /// made; the report's own where none is given.
    ///
    /// # Errors
    /// Where the theme cannot be read.
    pub fn new(layouts: Layouts, fonts: Fonts, made: Option<Datetime>) -> Result<Self, Problems> {
        let theme_text = layouts.written_theme()?;
        let theme = read_theme(&layouts, &theme_text)?;
        let typesetter = Typesetter::new(layouts.clone(), &fonts);
        let measures = OnceLock::new();
        let word_texts = written_words(&layouts);
        let (words, word_findings) = layouts.words(Language::default());
        Ok(Self {
            layouts,
            fonts,
            theme,
            theme_text,
            typesetter,
            made,
            words,
            word_findings,
            word_texts,
            edition: 0,
            measures,
        })
    }

    /// Reads the theme and the words again, for a preview whose layouts are being edited.
    ///
    /// # Errors
    /// Where it is faulty; the theme stays as it was.
    pub fn refresh(&mut self) -> Result<(), Problems> {
        let text = self.layouts.written_theme()?;
        if text != self.theme_text {
            self.theme = read_theme(&self.layouts, &text)?;
            self.theme_text = text;
            self.measures = OnceLock::new();
            self.edition += 1;
        }
        let texts = written_words(&self.layouts);
        if texts != self.word_texts {
            self.word_texts = texts;
            self.edition += 1;
        }
        (self.words, self.word_findings) = self.layouts.words(self.words.language());
        Ok(())
    }

    /// A number that is another once theme or words are others than they were.
    #[must_use]
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// The words of the report's language.
    #[must_use]
    pub fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// The fonts.
    #[must_use]
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The theme.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The layouts.
    #[must_use]
    pub fn layouts(&self) -> &Layouts {
        &self.layouts
    }

    /// The typesetter, for what a preview asks of it.
    pub fn typesetter(&mut self) -> &mut Typesetter {
        &mut self.typesetter
    }

    /// Everything to be said about data, theme and fonts before anything is typeset.
    #[must_use]
    pub fn check(&self, loaded: &Loaded) -> Problems {
        self.checker().check(loaded)
    }

    /// Faces that are asked for and not there, faces that may not be embedded, and characters of
    /// the data and the layouts that have no glyph, each with its place.
    #[must_use]
    pub fn font_findings(&self, loaded: &Loaded) -> Vec<Finding> {
        self.checker().font_findings(loaded)
    }

    fn checker(&self) -> Checker<'_> {
        let Self { layouts, fonts, theme, theme_text, word_findings, .. } = self;
        Checker { layouts, fonts, theme, theme_text, word_findings }
    }

    /// Reads a folder of data and checks what would keep it from being typeset.
    ///
    /// # Errors
    /// Where the data, the theme or the fonts have errors: all findings, warnings too.
    pub fn load(&self, dir: &Path) -> Result<(Loaded, Arc<Report>), Problems> {
        let loaded = load::load(dir);
        let problems = self.check(&loaded);
        match loaded.report.clone() {
            Some(report) if !problems.are_errors() => Ok((loaded, report)),
            _ => Err(problems),
        }
    }

    /// [`Self::load`] and [`Self::prepare`] in one, which check and prepare side by side.
    ///
    /// # Errors
    /// Those of [`Self::load`], else those of [`Self::prepare`].
    pub fn open(&self, dir: &Path, selection: &Selection) -> Result<Opened, Problems> {
        let loaded = load::load(dir);
        let Some(report) = loaded.report.clone() else { return Err(self.check(&loaded)) };
        let (problems, ready) = rayon::join(
            || self.check(&loaded),
            || self.prepare_and_draw(&loaded, &report, selection),
        );
        if problems.are_errors() {
            return Err(problems);
        }
        let (prepared, charts) = ready?;
        Ok(Opened { loaded, report, problems, prepared, charts })
    }

    /// Typesets a layout, such as [`REPORT`], with what was prepared.
    ///
    /// # Errors
    /// Every error and warning of the layouts.
    pub fn typeset(&mut self, prepared: &Prepared, main: &str) -> Result<Typeset, Problems> {
        set(&mut self.typesetter, prepared, main).map_err(|findings| self.with_texts(findings))
    }

    /// Measures each indsats against its spread, without setting the report.
    ///
    /// # Errors
    /// Errors of the layouts.
    pub fn fit(&mut self, prepared: &Prepared) -> Result<Vec<Fit>, Problems> {
        self.typesetter.set_today(prepared.stamp.made);
        fit::fit(&mut self.typesetter, prepared.files.clone())
            .map_err(|findings| self.with_texts(findings))
    }

    /// The official edition of typeset pages, which it gives back before it is done.
    ///
    /// # Errors
    /// Where they do not meet PDF/A-3a and PDF/UA-1.
    pub fn official(
        &mut self,
        prepared: &Prepared,
        document: PagedDocument,
    ) -> Result<Vec<u8>, Problems> {
        if document.pages().len() > MANY_PAGES {
            self.typesetter.forget();
        }
        // In the threads that typeset, which have the memory that was given back.
        rayon::scope(|_| {
            official::pdf(&self.typesetter, document, &prepared.stamp, prepared.attachments)
        })
        .map_err(|findings| self.with_texts(findings))
    }

    fn with_texts(&mut self, findings: Vec<Finding>) -> Problems {
        let mut sources = Sources::new();
        for (file, text) in self.typesetter.texts(&findings) {
            sources.add(file, text);
        }
        Problems::of(findings, sources)
    }

    /// The texts that findings about the data, the theme and the layouts point into.
    #[must_use]
    pub fn sources(&self, loaded: &Loaded, findings: &[Finding]) -> Sources {
        self.checker().sources(loaded, findings)
    }
}

/// The layouts' own words as they are written; none of those built in, which stay as they are.
fn written_words(layouts: &Layouts) -> Vec<(String, String)> {
    if layouts.path().is_some() { layouts.word_files() } else { Vec::new() }
}

fn set(
    typesetter: &mut Typesetter,
    prepared: &Prepared,
    main: &str,
) -> Result<Typeset, Vec<Finding>> {
    let _work = progress::begin(prepared.report.indsatser.len());
    typesetter.set_today(prepared.stamp.made);
    typesetter.set_files(prepared.files.clone());
    let document = match prepared.shown {
        true => typesetter.compile_shown(main)?,
        false => typesetter.compile_once(main)?,
    };
    Ok(Typeset { fits: fit::fits(&document), document })
}
