//! What does not stand where it should on pages that are set: told with the field behind it.

use std::collections::BTreeMap;

use super::{Pipeline, Prepared, REPORT, behind};
use crate::finding::{Finding, Place, Spot};
use crate::report::load::{Loaded, RAPPORT_FILE, indsats_file};
use crate::text;
use crate::typeset::codes::{CUT_OFF, OFF_PAPER, OVER_NEIGHBOUR};
use crate::typeset::handover::{Udgave, preview_job_file};
use crate::typeset::overrun::{Fault, Overrun, overruns};
use crate::typeset::sheet::Book;
use crate::typeset::{PagedDocument, positions};

/// Most findings of a page: what pushes one line aside pushes many.
const MOST_OF_A_PAGE: usize = 3;

impl Pipeline {
    /// What runs off the paper, over its neighbours or out of its frame on the pages of the official
    /// edition. Words that cannot be read are errors. Where something is found the pages are set once
    /// more, now with the places of their fields.
    pub fn overruns(
        &mut self,
        document: &PagedDocument,
        prepared: &Prepared,
        loaded: Option<&Loaded>,
    ) -> Vec<Finding> {
        let mut of_page: BTreeMap<usize, usize> = BTreeMap::new();
        let mut found = overruns(&Book::read(document));
        found.retain(|overrun| {
            let count = of_page.entry(overrun.page).or_default();
            *count += 1;
            *count <= MOST_OF_A_PAGE
        });
        if found.is_empty() {
            return Vec::new();
        }
        let mut findings: Vec<Finding> = found.into_iter().map(told).collect();
        let mut files = prepared.files.clone();
        files.extend([preview_job_file(Udgave::Officiel, None)]);
        self.typesetter.set_files(files);
        let marked = self.typesetter.compile_once(REPORT).ok();
        // Where they cannot be set, the findings stand as they are.
        if let Some(marked) = marked {
            let pages = behind::fields(&marked, &prepared.report);
            for finding in &mut findings {
                behind::name(finding, &pages, loaded);
                if !finding.related.is_empty() {
                    finding.place = Some(finding.related.remove(0).0);
                }
            }
        }
        let ids = prepared.report.indsatser.iter().map(|i| i.id.as_str());
        let owners = positions::owners(document, ids);
        for finding in &mut findings {
            let owner = finding.page.and_then(|page| *owners.get(page - 1)?);
            finding.indsats = owner.map(str::to_owned);
            finding.place.get_or_insert_with(|| Place {
                file: owner.map_or_else(|| RAPPORT_FILE.to_owned(), indsats_file),
                range: 0..0,
                field: None,
            });
        }
        findings
    }
}

fn told(overrun: Overrun) -> Finding {
    let words = overrun.words;
    let mut finding = match overrun.fault {
        Fault::OffPaper => Finding::error(OFF_PAPER.code, text!("overrun-off", words = words)),
        Fault::PictureOffPaper => Finding::warning(OFF_PAPER.code, text!("overrun-picture-off")),
        Fault::OverWords(other) => Finding::warning(
            OVER_NEIGHBOUR.code,
            text!("overrun-over", words = words, other = other),
        ),
        Fault::UnderPicture => {
            Finding::warning(OVER_NEIGHBOUR.code, text!("overrun-under", words = words))
        }
        Fault::PictureOverPicture => {
            Finding::warning(OVER_NEIGHBOUR.code, text!("overrun-pictures"))
        }
        Fault::CutOff => Finding::error(CUT_OFF.code, text!("overrun-cut", words = words)),
    };
    let area = overrun.area;
    #[expect(clippy::cast_possible_truncation, reason = "a page is some metres at most")]
    let spot = Spot::new([area.left, area.top, area.right, area.bottom].map(|pt| pt as f32));
    finding.page = Some(overrun.page);
    finding.spots = vec![spot];
    finding.hint(text!("overrun-hint"))
}
