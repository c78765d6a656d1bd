//! Typesetting: layouts, fonts and handed-over data in, pages out.
//!
//! [`Typesetter`] keeps one world over many compiles, so that an edit costs only what it touches.
//! Nothing here knows what is made of the pages.

mod again;
mod anchors;
mod cast;
pub mod codes;
pub mod compose;
mod coverage;
mod diagnose;
pub mod fit;
mod font_fault;
mod fonts;
pub mod handover;
mod ink;
mod invisible;
mod labelled_picture;
mod layouts;
mod loader;
mod measured;
mod native;
pub mod overrun;
mod page_number;
pub mod positions;
pub mod sheet;
mod whole;
pub(crate) mod words;
mod world;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

pub use coverage::{covers, layout_coverage, text_coverage, theme_fonts};
pub use fonts::{Embedding, Face, Fonts, built_in_face};
pub use layouts::Layouts;
pub use typst::foundations::{Bytes, Datetime};
use typst_layout::PagedIntrospector;
pub use typst_layout::{Page, PagedDocument};
pub use whole::Thrift;

use typst::diag::{SourceDiagnostic, Warned};

use crate::finding::Finding;
use crate::text;
use world::World;

/// Times of [`Typesetter::tidy`] after which a memoized result that nobody asked for is dropped.
/// Typst's own watcher keeps ten; five halve what a long preview holds and still cover an undo.
const KEPT_COMPILES: usize = 5;

/// Times that a document is laid out at most for all page numbers to be those of its pages.
const ROUNDS: usize = 5;

/// A page without the signs that only told where a line may end.
#[must_use]
pub fn bare(page: &Page) -> Page {
    invisible::page_without(page)
}

fn pages_move() -> Vec<Finding> {
    vec![Finding::error(codes::LAYOUT.code, text!("pages-move", rounds = ROUNDS))]
}

/// Turns layouts and virtual files into pages, again and again.
pub struct Typesetter {
    world: World,
    /// Where everything stood in the last document that was only to be shown.
    places: Option<Arc<PagedIntrospector>>,
}

impl Typesetter {
    /// A typesetter over these layouts and fonts, without a date.
    #[must_use]
    pub fn new(layouts: Layouts, fonts: &Fonts) -> Self {
        Self { world: World::new(layouts, Arc::clone(fonts.store())), places: None }
    }

    /// Sets what `datetime.today()` answers. There is no clock: without this it is an error.
    pub fn set_today(&mut self, today: Datetime) {
        self.world.set_today(today);
    }

    /// Hands over the virtual files, by path (`/data/ludo.json`). Files that have not changed are
    /// kept, so that what was made of them is reused; files no longer named are gone.
    pub fn set_files(&mut self, files: BTreeMap<String, Bytes>) {
        self.world.loader_mut().set_files(files);
    }

    /// Whether it has typeset anything: then there are memoized results to profit from.
    #[must_use]
    pub fn has_compiled(&self) -> bool {
        self.world.has_begun()
    }

    /// Drops memoized results that the last compiles had no use for. Between two of them, where
    /// many follow one another and nobody waits.
    pub fn tidy(&self) {
        comemo::evict(KEPT_COMPILES);
        whole::forget(KEPT_COMPILES);
    }

    /// Gives back what is memoized, where no later compile is to profit from it.
    pub fn forget(&self) {
        comemo::evict(0);
        whole::forget(0);
    }

    /// Typesets the document of a layout, such as `/layouts/report.typ`.
    ///
    /// # Errors
    /// Every error and warning of the layouts, with file, range, call trace and hints. A warning
    /// is an error here: a missing font ruins a report as surely as a missing comma.
    pub fn compile_once(&mut self, main: &str) -> Result<PagedDocument, Vec<Finding>> {
        self.count_first(main)?;
        for _ in 0..ROUNDS {
            let document = self.compile(main)?;
            if !self.world.settle(&document) {
                if whole::is_thrifty() {
                    self.forget();
                }
                return Ok(invisible::without_invisible(document));
            }
        }
        Err(pages_move())
    }

    /// [`Self::compile_once`] of a document that is only looked at, again and again: from where
    /// everything stood the last time. Its pages still have the signs that [`bare`] takes out.
    ///
    /// # Errors
    /// Those of [`Self::compile_once`].
    pub fn compile_shown(&mut self, main: &str) -> Result<PagedDocument, Vec<Finding>> {
        self.count_first(main)?;
        for _ in 0..ROUNDS {
            self.world.begin(main)?;
            let again = self.places.take().and_then(|places| again::document(&self.world, &places));
            let document = match again {
                Some(document) => document,
                None => self.compile(main)?,
            };
            self.places = Some(Arc::clone(document.introspector()));
            if !self.world.settle(&document) {
                return Ok(document);
            }
        }
        Err(pages_move())
    }

    /// Counts the pages of a report that is too long for a guess: all of it is laid out but what
    /// stands on its spreads, so that they are not laid out twice.
    fn count_first(&mut self, main: &str) -> Result<(), Vec<Finding>> {
        if self.world.is_uncounted() {
            self.world.loader_mut().set_sketch(true);
            let sketch = self.compile(main);
            self.world.loader_mut().set_sketch(false);
            self.world.count(&sketch?);
            if whole::is_thrifty() {
                self.forget();
            }
        }
        Ok(())
    }

    /// Lays a document out to be measured: its page numbers are as they were the last time.
    ///
    /// # Errors
    /// Those of [`Self::compile_once`].
    pub fn compile_to_measure(&mut self, main: &str) -> Result<PagedDocument, Vec<Finding>> {
        self.compile(main)
    }

    fn compile(&mut self, main: &str) -> Result<PagedDocument, Vec<Finding>> {
        self.world.begin(main)?;
        let Warned { output, warnings } = typst::compile(&self.world);
        match output {
            Ok(document) if warnings.is_empty() => Ok(document),
            Ok(_) => Err(diagnose::findings(&self.world, &warnings, codes::LAYOUT.code)),
            Err(errors) => {
                let mut all = diagnose::findings(&self.world, &errors, codes::LAYOUT.code);
                all.extend(diagnose::findings(&self.world, &warnings, codes::LAYOUT.code));
                Err(all)
            }
        }
    }

    /// Turns an exporter's diagnostics into findings with their places in the layouts.
    #[must_use]
    pub fn findings(&self, all: &[SourceDiagnostic], code: &'static str) -> Vec<Finding> {
        diagnose::findings(&self.world, all, code)
    }

    /// Name and text of every file that the findings point into, for the printer's carets.
    #[must_use]
    pub fn texts(&mut self, findings: &[Finding]) -> BTreeMap<String, String> {
        diagnose::texts(&mut self.world, findings)
    }

    /// The layout files on disk that the last compile read, in order; none where the layouts are
    /// built in.
    #[must_use]
    pub fn dependencies(&mut self) -> Vec<PathBuf> {
        self.world.dependencies()
    }
}
