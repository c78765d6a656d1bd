//! The one loader: layouts and virtual files. No package, no other file, no network.

use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::Bytes;
use typst::syntax::{FileId, VirtualPath, VirtualRoot};
use typst_kit::files::FileLoader;

use super::Layouts;
use super::handover::paths;

/// Folder of the layouts in the world.
const LAYOUTS: &str = "layouts/";

pub(super) struct Loader {
    layouts: Layouts,
    files: BTreeMap<String, Bytes>,
    /// Page numbers as the last compile had them, by the place's name.
    numbers: BTreeMap<String, Option<u64>>,
    /// Whether pages are only counted.
    sketch: bool,
}

impl Loader {
    pub(super) fn new(layouts: Layouts) -> Self {
        Self { layouts, files: BTreeMap::new(), numbers: BTreeMap::new(), sketch: false }
    }

    /// Replaces the virtual files. Bytes that are equal are kept: their hash is known already.
    pub(super) fn set_files(&mut self, mut files: BTreeMap<String, Bytes>) {
        for (path, bytes) in &mut files {
            if let Some(old) = self.files.remove(path)
                && old.as_slice() == bytes.as_slice()
            {
                *bytes = old;
            }
        }
        self.files = files;
    }

    /// Sets the number of the page that a place stands on. Whether it was another.
    pub(super) fn set_number(&mut self, name: &str, number: Option<u64>) -> bool {
        let moved = self.number(name) != number.map(|number| number.to_string());
        self.numbers.insert(name.to_owned(), number);
        moved
    }

    /// Whether pages are to be counted before anything else is done.
    pub(super) fn is_uncounted(&self) -> bool {
        self.numbers.is_empty() && self.files.contains_key(paths::COUNT_FIRST)
    }

    /// Whether pages are only counted from now on.
    pub(super) fn set_sketch(&mut self, sketch: bool) {
        self.sketch = sketch;
    }

    /// The places that have a page at a guess.
    pub(super) fn places(&self) -> Vec<String> {
        let names = self.files.keys().filter(|path| *path != paths::COUNT_FIRST);
        names.filter_map(|path| path.strip_prefix(paths::PAGE_NUMBERS)).map(str::to_owned).collect()
    }

    /// As it was the last time, else as it is guessed.
    fn number(&self, name: &str) -> Option<String> {
        let guessed =
            || self.files.get(&paths::page_number(name)).and_then(|file| file.to_str().ok());
        match self.numbers.get(name) {
            Some(known) => known.map(|number| number.to_string()),
            None => guessed().map(|guess| guess.to_string()),
        }
    }

    /// Name of the place whose page the file tells.
    pub(super) fn place(id: FileId) -> Option<&'static str> {
        id.get().vpath().get_with_slash().strip_prefix(paths::PAGE_NUMBERS)
    }

    pub(super) fn layouts(&self) -> &Layouts {
        &self.layouts
    }

    /// Path below the layouts' root, where the file is a layout.
    pub(super) fn layout_path(id: FileId) -> Option<&'static str> {
        id.get().vpath().get_without_slash().strip_prefix(LAYOUTS)
    }

    /// The file as the user knows it.
    pub(super) fn name(&self, id: FileId) -> String {
        match (id.root(), Self::layout_path(id)) {
            (VirtualRoot::Project, Some(layout)) => self.layouts.name(layout),
            (VirtualRoot::Project, None) => id.get().vpath().get_with_slash().to_owned(),
            (VirtualRoot::Package(spec), _) => {
                format!("{spec}{}", id.get().vpath().get_with_slash())
            }
        }
    }
}

impl FileLoader for Loader {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        if let VirtualRoot::Package(spec) = id.root() {
            let why = format!("`{spec}`: a report needs no network, so layouts use no packages");
            return Err(PackageError::Other(Some(why.into())).into());
        }
        let path = id.get().vpath();
        if let Some(layout) = Self::layout_path(id) {
            let layout = VirtualPath::new(layout)
                .map_err(|err| FileError::Other(Some(err.to_string().into())))?;
            return self.layouts.load(&layout);
        }
        if path.get_with_slash() == paths::SKETCH {
            let mark: &[u8] = if self.sketch { b"1" } else { b"" };
            return Ok(Bytes::new(mark.to_vec()));
        }
        if let Some(place) = Self::place(id) {
            return Ok(Bytes::from_string(self.number(place).unwrap_or_default()));
        }
        self.files
            .get(path.get_with_slash())
            .cloned()
            .ok_or_else(|| FileError::NotFound(path.get_with_slash().into()))
    }
}
