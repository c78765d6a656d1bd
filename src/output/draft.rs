//! The draft: the official pages under marks, PDF/UA-1. Not archivable, on purpose.

use typst_layout::PagedDocument;
use typst_pdf::PdfStandard;

use super::finish::{Facts, Pages, finish};
use super::official;
use super::stamp::Stamp;
use crate::finding::Finding;
use crate::typeset::Typesetter;

/// The pages of a draft as an accessible PDF.
///
/// # Errors
/// Where they do not meet PDF/UA-1.
pub fn pdf(
    typesetter: &Typesetter,
    document: &PagedDocument,
    stamp: &Stamp,
) -> Result<Vec<u8>, Vec<Finding>> {
    let pdf = official::export(typesetter, document, stamp, &[PdfStandard::Ua_1])?;
    let ident = format!("{} draft", stamp.ident);
    let facts = Facts { ident: &ident, draft: true, pages: Pages::FirstAlone };
    finish(&pdf, &facts).map_err(|finding| vec![finding])
}
