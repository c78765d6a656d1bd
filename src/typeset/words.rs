//! The words of a layouts folder.

use std::cell::LazyCell;
use std::sync::Arc;

use super::{Layouts, codes};
use crate::finding::{Finding, Place};
use crate::words::{Fault, Language, OverlayFile, Words};

/// How the name of a file of words ends.
pub(crate) const ENDING: &str = ".ftl";

impl Layouts {
    /// The words in a language: the built-in ones, and before them those of the layouts folder,
    /// from `ord/<language>/*.ftl`; and what is wrong there.
    #[must_use]
    pub fn words(&self, language: Language) -> (Arc<Words>, Vec<Finding>) {
        match self.files_of_words(language) {
            Ok(files) => {
                let layouts = LazyCell::new(|| self.texts(".typ").unwrap_or_default());
                let named = |id: &str| {
                    let name = format!("ord.{id}");
                    layouts.iter().any(|(_, text)| names(text, &name))
                };
                let (words, faults) = Words::with(language, &files, &named);
                (words, faults.into_iter().map(finding).collect())
            }
            Err(finding) => (Arc::clone(Words::built_in(language)), vec![finding]),
        }
    }

    fn files_of_words(&self, language: Language) -> Result<Vec<OverlayFile>, Finding> {
        if self.path().is_none() {
            return Ok(Vec::new());
        }
        let folder = format!("ord/{}/", language.code());
        let files = self.texts(ENDING)?.into_iter();
        Ok(files
            .filter(|(name, _)| name.starts_with(&folder))
            .map(|(name, text)| OverlayFile { name: self.name(&name), text })
            .collect())
    }
}

/// Whether a layout has the name, not as the beginning of another.
fn names(text: &str, name: &str) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    text.match_indices(name).any(|(at, _)| !text[at + name.len()..].starts_with(goes_on))
}

fn finding(fault: Fault) -> Finding {
    let Fault { file, range, message, hint } = fault;
    Finding::error(codes::WORDS.code, message).hint(hint).at(Place { file, range, field: None })
}
