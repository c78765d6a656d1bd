//! The pages as pictures to look at: one PNG a page, and all of them on a contact sheet, the
//! facing pages side by side.

use rayon::prelude::*;
use tiny_skia::{Color, Pixmap, PixmapPaint, Transform};
use typst::utils::Scalar;
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;

use super::codes;
use crate::finding::Finding;
use crate::progress;
use crate::text;

/// Pixels an inch of the pages on the contact sheet.
const SHEET_DPI: u32 = 36;
/// Spreads in a row of the sheet.
const SPREADS: u32 = 4;
/// Pixels between spreads, and around them.
const GAP: u32 = 12;
/// What the spreads lie on: a grey of 0x60, between paper and ink.
const DESK: u8 = 0x60;

/// Every page as a PNG of this many pixels an inch.
///
/// # Errors
/// Where a picture cannot be encoded.
pub fn pages(document: &PagedDocument, dpi: u32) -> Result<Vec<Vec<u8>>, Finding> {
    let _work = progress::begin(document.pages().len());
    let one = |page| {
        let picture = encoded(&draw(page, dpi));
        progress::one();
        picture
    };
    document.pages().par_iter().map(one).collect()
}

/// All pages on one PNG. Page 1 is a recto and lies right of an empty place.
///
/// # Errors
/// Where there are so many pages that no picture holds them.
pub fn contact_sheet(document: &PagedDocument) -> Result<Vec<u8>, Finding> {
    let pages: Vec<Pixmap> =
        document.pages().par_iter().map(|page| draw(page, SHEET_DPI)).collect();
    let widest = pages.iter().map(Pixmap::width).max().unwrap_or(1);
    let highest = pages.iter().map(Pixmap::height).max().unwrap_or(1);
    let (column, row) = (2 * widest + GAP, highest + GAP);
    let rows = (pages.len() / 2 + 1).div_ceil(SPREADS as usize);
    let height = u32::try_from(rows).ok().and_then(|rows| rows.checked_mul(row));
    let mut sheet = height
        .and_then(|height| Pixmap::new(SPREADS * column + GAP, height.checked_add(GAP)?))
        .ok_or_else(|| failed("the contact sheet is too large"))?;
    sheet.fill(Color::from_rgba8(DESK, DESK, DESK, u8::MAX));
    // Places from 0; the first, a verso, stays empty.
    for (place, page) in (1_u32..).zip(&pages) {
        let (spread, side) = (place / 2, place % 2);
        let left = GAP + spread % SPREADS * column + side * widest;
        let top = GAP + spread / SPREADS * row;
        let (Ok(left), Ok(top)) = (i32::try_from(left), i32::try_from(top)) else {
            return Err(failed("the contact sheet is too large"));
        };
        let paint = PixmapPaint::default();
        sheet.draw_pixmap(left, top, page.as_ref(), &paint, Transform::identity(), None);
    }
    encoded(&sheet)
}

fn draw(page: &Page, dpi: u32) -> Pixmap {
    let pixel_per_pt = Scalar::new(f64::from(dpi) / 72.0);
    typst_render::render(page, &RenderOptions { pixel_per_pt, render_bleed: false })
}

fn encoded(picture: &Pixmap) -> Result<Vec<u8>, Finding> {
    picture.encode_png().map_err(|err| failed(&err.to_string()))
}

fn failed(why: &str) -> Finding {
    Finding::error(codes::PICTURE.code, text!("pages-undrawn", why = why))
        .hint(text!("pages-undrawn-hint"))
}
