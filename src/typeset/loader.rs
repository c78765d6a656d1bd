//! The one loader: layouts and virtual files. No package, no other file, no network.

use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::Bytes;
use typst::syntax::{FileId, VirtualPath, VirtualRoot};
use typst_kit::files::FileLoader;

use super::Layouts;

/// Folder of the layouts in the world.
const LAYOUTS: &str = "layouts/";

pub(super) struct Loader {
    layouts: Layouts,
    files: BTreeMap<String, Bytes>,
}

impl Loader {
    pub(super) fn new(layouts: Layouts) -> Self {
        Self { layouts, files: BTreeMap::new() }
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
        self.files
            .get(path.get_with_slash())
            .cloned()
            .ok_or_else(|| FileError::NotFound(path.get_with_slash().into()))
    }
}
