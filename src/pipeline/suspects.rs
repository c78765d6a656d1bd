//! Which indsatser an internal error of the typesetter comes from: it names no place, so each is made
//! alone.

use std::path::Path;

use super::excerpt::Selection;
use super::{Pages, Pipeline, Problems};
use crate::finding::{Finding, Place};
use crate::report::load::indsats_file;
use crate::text;
use crate::typeset::codes::INTERNAL;

impl Pipeline {
    /// The problems with the indsatser that an internal error comes from, each with its file; as
    /// they are where there is none, or where it comes from no single one.
    pub fn with_suspects(
        &mut self,
        dir: &Path,
        ids: &[String],
        mut problems: Problems,
    ) -> Problems {
        let internal = problems.findings.iter().any(|f| f.code == INTERNAL.code);
        if !internal {
            return problems;
        }
        for id in ids {
            if self.breaks_alone(dir, id) {
                let place = Place { file: indsats_file(id), range: 0..0, field: None };
                let words = text!("internal-error-indsats", indsats = id);
                let hint = text!("internal-error-indsats-hint");
                problems
                    .findings
                    .push(Finding::error(INTERNAL.code, words).at(place).hint(hint).of(id));
            }
        }
        problems
    }

    /// Whether an official edition of this indsats alone breaks the library too.
    fn breaks_alone(&mut self, dir: &Path, id: &str) -> bool {
        let selection = Selection { only: vec![id.to_owned()], ..Selection::default() };
        let pages = self.pages(dir, &selection, &|_| Ok(()));
        let Ok(Pages { prepared, typeset, .. }) = pages else { return false };
        match self.official(&prepared, &typeset.document) {
            Ok(_) => false,
            Err(problems) => problems.findings.iter().any(|f| f.code == INTERNAL.code),
        }
    }
}
