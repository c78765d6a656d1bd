//! Which indsatser an internal error of the typesetter comes from: it names no place, so each is made
//! alone.

use std::path::Path;

use super::excerpt::{Selection, excerpt};
use super::{Pages, Pipeline, Problems};
use crate::finding::{Finding, Place};
use crate::report::load::{self, indsats_file};
use crate::text;
use crate::typeset::codes::INTERNAL;

impl Pipeline {
    /// The problems of an edition with the indsatser that an internal error comes from, each with
    /// its file; as they are where there is none, or where it comes from no single one.
    #[must_use]
    pub fn with_suspects(
        &mut self,
        dir: &Path,
        selection: &Selection,
        problems: Problems,
    ) -> Problems {
        if !is_internal(&problems) {
            return problems;
        }
        let report = load::load(dir).report;
        let part = report.and_then(|report| match selection.is_whole() {
            true => Some(report.indsatser.clone()),
            false => Some(excerpt(&report, selection, &self.words).ok()?.0.indsatser),
        });
        let ids = part.into_iter().flatten().map(|i| i.id).collect();
        named(problems, ids, |id| self.breaks_alone(dir, id))
    }

    /// Whether an official edition of this indsats alone breaks the library too.
    fn breaks_alone(&mut self, dir: &Path, id: &str) -> bool {
        let selection = Selection { only: vec![id.to_owned()], ..Selection::default() };
        let pages = self.pages(dir, &selection, &|_| Ok(()));
        let made = pages
            .and_then(|Pages { prepared, typeset, .. }| self.official(&prepared, typeset.document));
        made.is_err_and(|problems| is_internal(&problems))
    }
}

fn is_internal(problems: &Problems) -> bool {
    problems.findings.iter().any(|f| f.code == INTERNAL.code)
}

/// The problems with a finding for each of these indsatser that breaks the library alone.
fn named(
    mut problems: Problems,
    ids: Vec<String>,
    mut breaks: impl FnMut(&str) -> bool,
) -> Problems {
    for id in ids.into_iter().filter(|id| breaks(id)) {
        let place = Place { file: indsats_file(&id), range: 0..0, field: None };
        let words = text!("internal-error-indsats", indsats = &id);
        let hint = text!("internal-error-indsats-hint");
        problems.findings.push(Finding::error(INTERNAL.code, words).at(place).hint(hint).of(&id));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::print;
    use crate::words::Words;

    fn told(problems: &Problems) -> String {
        print::human(&problems.findings, &problems.sources, Words::danish(), false)
    }

    #[test]
    fn an_internal_error_names_the_indsats_and_says_how_to_go_on() {
        let internal = Finding::error(INTERNAL.code, text!("internal-error", words = "tags"));
        let ids = ["eki", "ludo", "stroem"].map(str::to_owned).to_vec();
        let said = told(&named(internal.into(), ids, |id| id == "ludo"));
        assert!(said.contains("indsatser/ludo.toml") && said.contains("råd"), "{said}");
        assert!(!said.contains("eki") && !said.contains("stroem"), "{said}");
    }
}
