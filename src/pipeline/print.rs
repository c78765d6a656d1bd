//! The print edition of what was prepared.

use std::collections::BTreeMap;

use super::{Pipeline, Prepared, Problems, REPORT};
use crate::finding::Finding;
use crate::output::delivery::{self, Order, Package};
use crate::output::preflight::rules;
use crate::output::print::{Meta, Printer};
use crate::report::load::{self, Loaded};
use crate::report::model::Indsats;
use crate::text;
use crate::typeset::handover::{Udgave, job_file};
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
            title: prepared.titel.clone(),
            author: front.forfatter(),
            language: LANGUAGE.to_owned(),
            made: prepared.stamp.made,
            ident: prepared.stamp.ident.clone(),
        };
        let swatches = self.theme.swatches();
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
                name_pictures(&mut package.findings, loaded);
                Ok(package)
            }
            Err(mut findings) => {
                name_pictures(&mut findings, loaded);
                Err(Problems::of(findings, loaded.sources.clone()))
            }
        }
    }

    /// The pages that are printed.
    ///
    /// # Errors
    /// Errors of the layouts.
    pub fn print_pages(&mut self, prepared: &Prepared) -> Result<PagedDocument, Problems> {
        let mut files = prepared.files.clone();
        files.extend([job_file(Udgave::Tryk, None, false)]);
        self.typesetter.set_today(prepared.stamp.made);
        self.typesetter.set_files(files);
        self.typesetter.compile_once(REPORT).map_err(|findings| self.with_texts(findings))
    }
}

/// Says where in the data the pictures of an indsats are named that a finding about a picture is of.
fn name_pictures(findings: &mut [Finding], loaded: &Loaded) {
    let about_pictures = [rules::RESOLUTION_LOW, rules::RESOLUTION_POOR, rules::BROKEN_PICTURE];
    let indsatser = loaded.report.iter().flat_map(|report| &report.indsatser);
    let by_id: BTreeMap<&str, &Indsats> = indsatser.map(|i| (i.id.as_str(), i)).collect();
    for finding in findings {
        if !about_pictures.iter().any(|rule| rule.code == finding.code) {
            continue;
        }
        let Some(indsats) = finding.indsats.as_deref().and_then(|id| by_id.get(id)) else {
            continue;
        };
        for (field, _) in load::pictures(indsats) {
            let place = loaded.place(&load::indsats_file(&indsats.id), &field);
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
