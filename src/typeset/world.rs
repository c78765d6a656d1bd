//! The environment that Typst compiles in: a few delegations.

use std::path::PathBuf;
use std::sync::Arc;

use typst::diag::FileResult;
use typst::foundations::{Binding, Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_kit::files::FileStore;
use typst_kit::fonts::FontStore;

use super::anchors::{ANCHOR, LINKED};
use super::cast::LAYOUT_ONCE;
use super::compose::COMPOSE;
use super::labelled_picture::LABELLED_PICTURE;
use super::loader::Loader;
use super::measured::MEASURE;
use super::page_number::{self, PAGE_NUMBER};
use super::whole::WHOLE;
use super::{Layouts, PagedDocument, codes};
use crate::finding::Finding;
use crate::text;

pub(super) struct World {
    library: LazyHash<Library>,
    fonts: Arc<FontStore>,
    files: FileStore<Loader>,
    main: Option<FileId>,
    today: Option<Datetime>,
}

impl World {
    pub(super) fn new(layouts: Layouts, fonts: Arc<FontStore>) -> Self {
        // Row headers and table summaries, which PDF/UA needs, are behind this feature. Nothing
        // goes through `sys.inputs`: a change there would make every memoized result useless.
        let features = [Feature::A11yExtras].into_iter().collect();
        let mut library = Library::builder().with_features(features).build();
        for function in [
            &LAYOUT_ONCE,
            &LABELLED_PICTURE,
            &ANCHOR,
            &LINKED,
            &COMPOSE,
            &PAGE_NUMBER,
            &WHOLE,
            &MEASURE,
        ] {
            library.global.scope_mut().define_func_with_data(function);
        }
        // `std` too, where layouts look whether they are there.
        library.std = Binding::detached(library.global.clone());
        Self {
            library: LazyHash::new(library),
            fonts,
            files: FileStore::new(Loader::new(layouts)),
            main: None,
            today: None,
        }
    }

    pub(super) fn set_today(&mut self, today: Datetime) {
        self.today = Some(today);
    }

    /// Starts a compile: names the main file and marks all files as stale.
    pub(super) fn begin(&mut self, main: &str) -> Result<(), Vec<Finding>> {
        self.main = Some(layout_id(main)?);
        self.files.reset();
        Ok(())
    }

    /// Whether a compile has begun.
    pub(super) fn has_begun(&self) -> bool {
        self.main.is_some()
    }

    pub(super) fn loader(&self) -> &Loader {
        self.files.loader()
    }

    pub(super) fn loader_mut(&mut self) -> &mut Loader {
        self.files.loader_mut()
    }

    /// Every file that the last compile asked for.
    pub(super) fn known(&mut self) -> Vec<FileId> {
        self.files.dependencies().1.collect()
    }

    /// Whether pages are to be counted before anything else is done.
    pub(super) fn is_uncounted(&self) -> bool {
        self.loader().is_uncounted()
    }

    /// Takes over the pages of all places that there are, from a document that only counts them.
    pub(super) fn count(&mut self, sketch: &PagedDocument) {
        self.settle(sketch);
        for name in self.loader().places() {
            self.loader_mut().set_number(&name, page_number::of(sketch, &name));
        }
    }

    /// Takes over the pages of all places that the last compile asked for. Whether any was another
    /// than it was told.
    pub(super) fn settle(&mut self, document: &PagedDocument) -> bool {
        let mut moved = false;
        for name in self.known().into_iter().filter_map(Loader::place) {
            moved |= self.loader_mut().set_number(name, page_number::of(document, name));
        }
        moved
    }

    pub(super) fn dependencies(&mut self) -> Vec<PathBuf> {
        let (loader, ids) = self.files.dependencies();
        let Some(folder) = loader.layouts().path() else { return Vec::new() };
        let mut paths: Vec<_> =
            ids.filter_map(Loader::layout_path).map(|layout| folder.join(layout)).collect();
        paths.sort();
        paths
    }
}

fn layout_id(path: &str) -> Result<FileId, Vec<Finding>> {
    file_id(path).ok_or_else(|| {
        vec![Finding::error(codes::NO_LAYOUTS.code, text!("layout-path", path = path))]
    })
}

/// The id of a path of the world.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.expect("`begin` names the main file before every compile")
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}
