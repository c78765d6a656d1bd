//! Handouts: the typeset pages of some indsatser as files of their own, for the screen (PDF/UA-1)
//! or set on sheets for the in-house printer.

use std::ops::Range;

use rayon::prelude::*;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::codes;
use super::finish::{Facts, Pages, finish};
use super::impose::{self, Flip, Plan, Setup, numbered};
use super::print::in_grey;
use super::stamp::{CREATOR, Stamp};
use crate::finding::Finding;
use crate::typeset::Typesetter;

/// What a handout looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The spread's pages on A4.
    A4,
    /// The essence of each indsats on one page.
    A4OnePage,
    /// A booklet of A5 pages on A4, with a cover: the essence of each indsats, set for A5.
    A5Booklet,
    /// A booklet of A4 pages on A3: the whole report, or some spreads with a cover.
    A4Booklet,
    /// The spread side by side on A3.
    A3Spread,
    /// Two pages on A4.
    TwoUp,
}

impl Format {
    /// Whether each indsats is told on one page.
    #[must_use]
    pub fn is_essence(self) -> bool {
        matches!(self, Self::A4OnePage | Self::A5Booklet)
    }

    /// Whether there is a cover.
    #[must_use]
    pub fn has_cover(self) -> bool {
        matches!(self, Self::A5Booklet | Self::A4Booklet)
    }

    /// Whether the pages are set for A5, in type of their own.
    #[must_use]
    pub fn is_small(self) -> bool {
        self == Self::A5Booklet
    }

    /// How the pages go on sheets; none where they stay pages.
    #[must_use]
    pub fn sheets(self) -> Option<impose::Format> {
        match self {
            Self::A4 | Self::A4OnePage => None,
            Self::A5Booklet => Some(impose::Format::A5Booklet),
            Self::A4Booklet => Some(impose::Format::A4Booklet),
            Self::A3Spread => Some(impose::Format::A3Spread),
            Self::TwoUp => Some(impose::Format::TwoUp),
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// What it looks like.
    pub format: Format,
    /// The edge that the printer turns about; none for the one where both sides stand upright.
    pub flip: Option<Flip>,
    /// Thickness of the paper, mm.
    pub paper_mm: f32,
    /// Whether there are fold and cut marks.
    pub marks: bool,
    /// Whether the pages are set in greys, for printing on black alone.
    pub grey: bool,
}

/// The pages of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Part of the file's name: `ludo`.
    pub slug: String,
    /// The file's title, where it is not the report's.
    pub title: Option<String>,
    /// Its pages in the document, from 0.
    pub pages: Range<usize>,
}

/// A finished file.
#[derive(Debug, Clone)]
pub struct Handout {
    /// Part of the file's name.
    pub slug: String,
    /// The file.
    pub pdf: Vec<u8>,
    /// Where the pages are on the sheets, if on sheets.
    pub plan: Option<Plan>,
}

/// Makes the files of all parts, on all cores.
///
/// # Errors
/// Where pages do not meet PDF/UA-1, or cannot be set on sheets.
pub fn files(
    typesetter: &Typesetter,
    document: &PagedDocument,
    parts: &[Part],
    stamp: &Stamp,
    options: &Options,
) -> Result<Vec<Handout>, Vec<Finding>> {
    let made: Vec<Result<Handout, Fault>> =
        parts.par_iter().map(|part| file(document, part, stamp, *options)).collect();
    let mut handouts = Vec::with_capacity(made.len());
    let mut findings = Vec::new();
    for one in made {
        match one {
            Ok(handout) => handouts.push(handout),
            Err(Fault::Found(found)) => findings.extend(found),
            Err(Fault::Refused(errors)) => {
                findings.extend(typesetter.findings(&errors, codes::STANDARD.code));
            }
        }
    }
    if findings.is_empty() { Ok(handouts) } else { Err(findings) }
}

/// Why a file cannot be made.
enum Fault {
    /// By the exporter, with places in the layouts.
    Refused(Vec<SourceDiagnostic>),
    /// By imposition.
    Found(Vec<Finding>),
}

fn file(
    document: &PagedDocument,
    part: &Part,
    stamp: &Stamp,
    options: Options,
) -> Result<Handout, Fault> {
    let ident = format!("{} handout {} {:?}", stamp.ident, part.slug, options.format);
    let mut pages = export(&pages_of(document, part), &ident, stamp, options)?;
    if options.grey {
        pages = in_grey(&pages).map_err(|finding| Fault::Found(vec![finding]))?;
    }
    let Some(format) = options.format.sheets() else {
        let pdf = finished(&pages, &ident, options.format)?;
        return Ok(Handout { slug: part.slug.clone(), pdf, plan: None });
    };
    let setup =
        Setup { format, flip: options.flip, paper_mm: options.paper_mm, marks: options.marks };
    // A cover is a recto; without one the first page is a spread's verso.
    let first = if options.format.has_cover() { 1 } else { 2 };
    let hands = numbered(first, part.pages.len());
    let imposed = impose::impose(&pages, Some(&hands), &setup).map_err(Fault::Found)?;
    Ok(Handout { slug: part.slug.clone(), pdf: imposed.pdf, plan: Some(imposed.plan) })
}

/// Pages for the screen, finished.
fn finished(pdf: &[u8], ident: &str, format: Format) -> Result<Vec<u8>, Fault> {
    let pages = if format.is_essence() { Pages::Single } else { Pages::Facing };
    let facts = Facts { ident, draft: false, pages };
    finish(pdf, &facts).map_err(|finding| Fault::Found(vec![finding]))
}

/// A document of these pages alone: with page ranges the exporter would leave out the tags.
fn pages_of(document: &PagedDocument, part: &Part) -> PagedDocument {
    use typst::model::Document;
    let pages = document.pages().get(part.pages.clone()).unwrap_or_default();
    let mut info = document.info().clone();
    if let Some(title) = &part.title {
        info.title = Some(title.as_str().into());
    }
    PagedDocument::new(pages.iter().cloned().collect(), info)
}

/// PDF/UA-1, or plain PDF 1.7 without tags where the pages go on sheets.
fn export(
    document: &PagedDocument,
    ident: &str,
    stamp: &Stamp,
    options: Options,
) -> Result<Vec<u8>, Fault> {
    let sheets = options.format.sheets().is_some();
    let standard = if sheets { PdfStandard::V_1_7 } else { PdfStandard::Ua_1 };
    let standards = PdfStandards::new(&[standard]).map_err(|err| {
        Fault::Found(vec![Finding::error(codes::STANDARD.code, err.message().as_str())])
    })?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: Some(Timestamp::new_utc(stamp.made)),
        page_ranges: None,
        standards,
        tagged: !sheets,
        pretty: false,
    };
    typst_pdf::pdf(document, &options)
        .map_err(|errors| Fault::Refused(errors.into_iter().collect()))
}
