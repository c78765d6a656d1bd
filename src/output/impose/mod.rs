//! Imposition: the pages of a finished PDF on sheets for printing, folding and cutting.
//!
//! Each page becomes a form `XObject`: vectors stay vectors, fonts and pictures are shared. Links,
//! tags and bookmarks belong to pages and do not come along; title and other metadata do, without
//! the standards that the sheets no longer meet.

pub mod codes;
mod explain;
mod file;
mod form;
mod labels;
mod marks;
mod plan;
mod sheet;
mod source;

pub use plan::{Flip, Format, Hand, Line, Mark, Placed, Plan, Setup, Sheet, Spine, hand, numbered};

use crate::finding::Finding;
use crate::text;
use crate::words::plain;
use source::Source;

/// Thickest paper that is one, mm.
const THICKEST: f32 = 1.0;

/// A PDF's pages on sheets.
#[derive(Debug, Clone)]
pub struct Imposed {
    /// The sheets as a PDF 1.7, front and back in turn.
    pub pdf: Vec<u8>,
    /// What is where.
    pub plan: Plan,
    /// What did not come along, as warnings.
    pub findings: Vec<Finding>,
}

/// Sets the pages of a PDF on sheets. `hands` says for each page whether it is a verso or a recto;
/// none takes the PDF's own page numbers, or its order. The same input gives the same bytes.
///
/// # Errors
/// Where the PDF or one of its pages cannot be read, or the paper's thickness is none.
pub fn impose(pdf: &[u8], hands: Option<&[Hand]>, setup: &Setup) -> Result<Imposed, Vec<Finding>> {
    if !(0.0..=THICKEST).contains(&setup.paper_mm) {
        return Err(vec![paper(setup.paper_mm)]);
    }
    let mut source = Source::read(pdf)?;
    let own = match hands {
        Some(hands) if hands.len() == source.pages.len() => hands.to_vec(),
        _ => labels::hands(&source.doc, source.pages.len()),
    };
    let landscape = source.pages.first().is_some_and(|page| page.width() > page.height());
    let plan = Plan::new(&own, landscape, setup);
    let findings = source.lost();
    let forms = form::forms(&mut source)?;
    let sheets = sheet::write(&mut source.doc, &plan, &source.pages, &forms);
    let pdf = file::finish(source.doc, pdf, &sheets, &plan)?;
    Ok(Imposed { pdf, plan, findings })
}

fn paper(mm: f32) -> Finding {
    Finding::error(codes::PAPER.code, text!("paper", mm = plain(mm))).hint(text!("paper-hint"))
}

fn unreadable(what: impl Into<crate::words::Text>) -> Finding {
    Finding::error(codes::UNREADABLE.code, what)
}
