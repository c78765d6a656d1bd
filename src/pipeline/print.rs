//! The print edition of what was prepared.

use std::collections::BTreeMap;

use typst::foundations::Bytes;

use super::identity::theme_of;
use super::{Pipeline, Prepared, Problems, REPORT, behind};
use crate::finding::Finding;
use crate::output::delivery::{self, Order, Package};
use crate::output::preflight::rules;
use crate::output::print::{Meta, Printer};
use crate::report::load::{self, Loaded, indsats_file};
use crate::report::model::Indsats;
use crate::text;
use crate::typeset::handover::{Udgave, job_file, preview_job_file};
use crate::typeset::{PagedDocument, fit};

/// Language of the reports.
const LANGUAGE: &str = "da";

impl Pipeline {
    /// Typesets the report for a printer and packs it: the file, judged, and its delivery note.
    /// `rapport` is the file's name without ending, for the printer's pattern.
    ///
    /// # Errors
    /// Errors of the layouts, of the finishing, or of the preflight.
    pub fn print(
        &mut self,
        loaded: &Loaded,
        prepared: &Prepared,
        rapport: &str,
        printer: &Printer,
    ) -> Result<Package, Problems> {
        let document = self.print_pages(prepared)?;
        let ids = prepared.report.indsatser.iter().map(|indsats| indsats.id.as_str());
        let indsatser = pages_of(&document, ids);
        let front = &prepared.report.rapport;
        let meta = Meta {
            title: prepared.title.clone(),
            author: front.forfatter(),
            language: LANGUAGE.to_owned(),
            made: prepared.stamp.made,
            ident: prepared.stamp.ident.clone(),
        };
        let swatches = theme_of(&self.theme, &prepared.report).swatches();
        let order = Order {
            rapport,
            swatches: &swatches,
            printer,
            meta: &meta,
            indsatser: &indsatser,
            words: &self.words,
        };
        match delivery::pack(&document, &order) {
            Ok(mut package) => {
                self.name_fields(&mut package.findings, loaded, prepared);
                Ok(package)
            }
            Err(mut findings) => {
                self.name_fields(&mut findings, loaded, prepared);
                Err(Problems::of(findings, loaded.sources.clone()))
            }
        }
    }

    /// Says which fields of the data stand where a page has a finding. The pages are set once more,
    /// now with the places of their fields: only for who has something to mend.
    fn name_fields(&mut self, findings: &mut [Finding], loaded: &Loaded, prepared: &Prepared) {
        if findings.iter().any(|finding| !finding.spots.is_empty()) {
            let job = preview_job_file(Udgave::Tryk, None);
            // Where they cannot be set, the findings stand as they are.
            if let Ok(document) = self.set_for_print(prepared, job) {
                let pages = behind::fields(&document, &prepared.report);
                findings.iter_mut().for_each(|f| behind::name(f, &pages, Some(loaded)));
            }
        }
        name_pictures(findings, loaded);
    }

    /// The pages that are printed.
    ///
    /// # Errors
    /// Errors of the layouts.
    pub fn print_pages(&mut self, prepared: &Prepared) -> Result<PagedDocument, Problems> {
        self.set_for_print(prepared, job_file(Udgave::Tryk, None, false))
    }

    fn set_for_print(
        &mut self,
        prepared: &Prepared,
        job: (String, Bytes),
    ) -> Result<PagedDocument, Problems> {
        let mut files = prepared.files.clone();
        files.extend([job]);
        self.typesetter.set_today(prepared.stamp.made);
        self.typesetter.set_files(files);
        self.typesetter.compile_once(REPORT).map_err(|findings| self.with_texts(findings))
    }
}

/// Says where in the data the pictures of an indsats are named that a finding about a picture is of,
/// where no field is known behind it.
fn name_pictures(findings: &mut [Finding], loaded: &Loaded) {
    let about_pictures = [rules::RESOLUTION_LOW, rules::RESOLUTION_POOR, rules::BROKEN_PICTURE];
    let indsatser = loaded.report.iter().flat_map(|report| &report.indsatser);
    let by_id: BTreeMap<&str, &Indsats> = indsatser.map(|i| (i.id.as_str(), i)).collect();
    for finding in findings {
        let about = about_pictures.iter().any(|rule| rule.code == finding.code);
        if !about || !finding.related.is_empty() {
            continue;
        }
        let Some(indsats) = finding.indsats.as_deref().and_then(|id| by_id.get(id)) else {
            continue;
        };
        for (field, _) in load::pictures(indsats) {
            let place = loaded.place(&indsats_file(&indsats.id), &field);
            finding.related.push((place, text!("picture-of-indsats")));
        }
    }
}

/// Which page belongs to which indsats: from its first page to the next one's, the last as long
/// as a spread.
fn pages_of<'a>(
    document: &PagedDocument,
    ids: impl Iterator<Item = &'a str>,
) -> BTreeMap<usize, String> {
    let mut starts: Vec<(usize, &str)> = ids
        .filter_map(|id| Some((fit::page_of(document, &format!("indsats-{id}"))?, id)))
        .collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(page, _)| *page).collect::<Vec<_>>();
    let mut pages = BTreeMap::new();
    for (at, (start, id)) in starts.iter().enumerate() {
        let end = ends.get(at).copied().unwrap_or(start + 2);
        pages.extend((*start..end).map(|page| (page, (*id).to_owned())));
    }
    pages
}
