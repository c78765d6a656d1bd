//! The print edition: a plain Typst export finished into a file a print shop takes as it is.
//!
//! [`finish`] is a pure function over the PDF's objects. It makes every colour `DeviceCMYK`, sets
//! overprint where black text needs it, writes the boxes, marks, output intent and metadata of
//! PDF/X-4:2010 and PDF/A-2b, and pads the pages. It judges nothing: `output::preflight` reads
//! the written file back.

mod catalogue;
pub mod codes;
mod colour;
mod deliver;
mod fine;
mod grey;
mod icc;
mod image;
mod marks;
mod mistakes;
mod page;
mod printer;
mod profile;
mod resources;
mod shading;
mod slug;
mod space;
mod stream;
mod walk;

use crate::text;
use crate::words::Text;
use typst::foundations::Datetime;

pub use deliver::{Delivery, file_name, note};
pub use grey::in_grey;
pub(crate) use icc::hex;
pub use icc::{Icc, IccError};
pub use printer::{BUILT_IN, Printer, built_in, schema, template};
pub use profile::{Images, Marks, Profile, Standard};

use crate::finding::Finding;
use crate::output::pdf::{load, save};
use crate::theme::Swatch;
use colour::Inks;

/// Level of compression: half the time of the usual one for a tenth more bytes.
const LEVEL: u32 = 4;

/// What the file says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// Title.
    pub title: String,
    /// Author; several with a comma between.
    pub author: String,
    /// Language tag: `da`.
    pub language: String,
    /// When made, UTC. There is no clock.
    pub made: Datetime,
    /// Identifies the document through all its versions.
    pub ident: String,
}

/// Finishes a plain Typst export (PDF 1.6, untagged, page bleed set) for a printer.
///
/// `swatches` are the theme's colours: their RGB becomes their CMYK exactly. The same input gives
/// the same bytes.
///
/// # Errors
/// Where the PDF cannot be read, its bleed is smaller than the printer asks, or it holds a colour
/// that cannot become CMYK ink (spot colours, conic gradients); each with page or object.
pub fn finish(
    pdf: &[u8],
    swatches: &[Swatch],
    printer: &Printer,
    meta: &Meta,
) -> Result<Vec<u8>, Vec<Finding>> {
    let unreadable = |what: Text| vec![Finding::error(codes::UNREADABLE.code, what)];
    let mut doc =
        load::read(pdf).map_err(|err| unreadable(text!("pdf-unread", why = err.to_string())))?;
    let inks = Inks::new(swatches, printer)?;
    let pages: Vec<_> = doc.page_iter().collect();
    if pages.is_empty() {
        return Err(unreadable(text!("pf-no-pages")));
    }
    catalogue::strip(&mut doc, &pages);
    walk::recolour(&mut doc, &pages, &inks)?;
    page::pad(&mut doc, &pages, printer);
    let pages: Vec<_> = doc.page_iter().collect();
    page::set_boxes(&mut doc, &pages, printer, &meta.title)?;
    catalogue::describe(&mut doc, pdf, printer, meta);
    doc.version = "1.6".to_owned();
    save::saved(&doc, LEVEL)
        .map_err(|err| unreadable(text!("pdf-unwritten", why = err.to_string())))
}
