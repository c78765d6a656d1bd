//! The official edition: PDF/A-3a and PDF/UA-1 at once. Title, author, keywords, language and
//! attachments come from the layout; every clause that typst-pdf can check is checked here.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
pub use typst_pdf::PdfStandard;
use typst_pdf::{PdfOptions, PdfStandards, Timestamp};

use super::codes;
use super::finish::{Facts, Pages, finish};
use super::stamp::{CREATOR, Stamp};
use crate::finding::Finding;
use crate::text;
use crate::typeset::{Typesetter, fit};

/// Label that the layouts put on every page of a draft.
const DRAFT_SIGN: &str = "udkast";

/// The pages as an archivable, accessible PDF: PDF/A-3a, or PDF/A-2a where nothing is attached. They
/// are given back as soon as they are written: of a long report, they take as much room as the file.
///
/// # Errors
/// Where they are a draft's, or do not meet the standards: everything that is wrong, with its place
/// in the layouts.
pub fn pdf(
    typesetter: &Typesetter,
    document: PagedDocument,
    stamp: &Stamp,
    attachments: bool,
) -> Result<Vec<u8>, Vec<Finding>> {
    if !fit::reported(&document, DRAFT_SIGN).is_empty() {
        return Err(vec![
            Finding::error(codes::DRAFT.code, text!("draft-pages")).hint(text!("draft-pages-hint")),
        ]);
    }
    // PDF/A-2 allows no attached file that is not PDF/A itself.
    let archive = if attachments { PdfStandard::A_3a } else { PdfStandard::A_2a };
    let pdf = export(typesetter, &document, stamp, &[archive, PdfStandard::Ua_1])?;
    drop(document);
    let facts = Facts { ident: &stamp.ident, draft: false, pages: Pages::FirstAlone };
    finish(&pdf, &facts).map_err(|finding| vec![finding])
}

/// Tagged pages under the given standards, as Typst writes them: carriers and all.
///
/// # Errors
/// Where they do not meet the standards: everything that is wrong, with its place in the layouts.
pub fn export(
    typesetter: &Typesetter,
    document: &PagedDocument,
    stamp: &Stamp,
    standards: &[PdfStandard],
) -> Result<Vec<u8>, Vec<Finding>> {
    let standards = PdfStandards::new(standards)
        .map_err(|err| vec![Finding::error(codes::STANDARD.code, err.message().as_str())])?;
    let options = PdfOptions {
        ident: Smart::Custom(stamp.ident.clone()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: Some(Timestamp::new_utc(stamp.made)),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    };
    typst_pdf::pdf(document, &options)
        .map_err(|errors| typesetter.findings(&errors, codes::STANDARD.code))
}
