//! A print job from pages to what is handed over: export, finishing, preflight, delivery note.

use crate::words::Words;
use std::collections::BTreeMap;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::preflight::{self, Verdict};
use super::print::{self, Delivery, Meta, Printer, codes};
use crate::finding::{Finding, Severity};
use crate::text;
use crate::theme::Swatch;

/// What is handed to the print shop.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// Name of the file, with its ending.
    pub name: String,
    /// The file.
    pub pdf: Vec<u8>,
    /// The delivery note, plain text.
    pub note: String,
    /// Warnings that the preflight leaves standing.
    pub findings: Vec<Finding>,
}

/// What a print job is made from, besides its pages.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Name of the report without ending: `sikker-by-2024`.
    pub rapport: &'a str,
    /// The theme's colours.
    pub swatches: &'a [Swatch],
    /// Who prints it.
    pub printer: &'a Printer,
    /// What the file says of itself.
    pub meta: &'a Meta,
    /// Which page belongs to which indsats: 1-based page to id.
    pub indsatser: &'a BTreeMap<usize, String>,
    /// The words of the delivery note.
    pub words: &'a Words,
}

/// Exports the pages as the finishing wants them: PDF 1.6, without tags.
///
/// # Errors
/// Where typst-pdf refuses them.
pub fn export(pages: &PagedDocument, ident: &str) -> Result<Vec<u8>, Vec<Finding>> {
    let refuse = |words: String| vec![Finding::error(codes::UNREADABLE.code, words)];
    let standards = PdfStandards::new(&[PdfStandard::V_1_6])
        .map_err(|err| refuse(err.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(None),
        standards,
        tagged: false,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options)
        .map_err(|errors| errors.iter().flat_map(|err| refuse(err.message.to_string())).collect())
}

/// Makes the package. The written file is read back and judged; one that a print shop would
/// refuse is not handed over.
///
/// # Errors
/// Where the pages cannot be finished, or the preflight finds an error: all its findings, and
/// that the file is held back.
pub fn pack(pages: &PagedDocument, order: &Order<'_>) -> Result<Package, Vec<Finding>> {
    let source = export(pages, &order.meta.ident)?;
    let pdf = print::finish(&source, order.swatches, order.printer, order.meta)?;
    let count = pages.pages().len().next_multiple_of(order.printer.profile.sidemultiplum);
    let name = print::file_name(order.printer, order.rapport, count);
    let mut verdict = preflight::examine(&name, &pdf, order.printer);
    verdict.name_indsatser(order.indsatser);
    if !verdict.passes() {
        let errors = verdict.findings.iter().filter(|f| f.severity == Severity::Error).count();
        let mut findings = verdict.findings;
        findings.push(
            Finding::error(codes::HELD_BACK.code, text!("held-back", file = &name, n = errors))
                .hint(text!("held-back-hint")),
        );
        return Err(findings);
    }
    let note = note(&name, &pdf, &verdict, order);
    Ok(Package { name, pdf, note, findings: verdict.findings })
}

/// The delivery note of a judged file.
fn note(name: &str, pdf: &[u8], verdict: &Verdict, order: &Order<'_>) -> String {
    let facts = &verdict.facts;
    let warnings = verdict.findings.iter().filter(|f| f.severity == Severity::Warning).count();
    let delivery = Delivery {
        file: name,
        pdf,
        pages: facts.pages,
        blank: facts.blank,
        trim: facts.trim.clone(),
        bleed: facts.bleed.clone(),
        media: facts.media.clone(),
        colours: facts.colours.iter().cloned().collect(),
        fonts: facts.fonts.iter().map(|(font, embedded)| (font.clone(), *embedded)).collect(),
        ink: facts.ink,
        warnings,
    };
    print::note(&delivery, order.printer, order.words)
}
