//! The report as one TIFF of many pages, for archives that take no PDF (300 dpi; Danish archive
//! rules name TIFF among the few document formats, research §5.2).

use std::io::Cursor;

use rayon::prelude::*;
use tiff::encoder::colortype::Gray8;
use tiff::encoder::{Compression, Predictor, Rational, TiffEncoder};
use tiff::tags::{CompressionMethod, PhotometricInterpretation, ResolutionUnit, Tag};
use typst::utils::Scalar;
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;

use super::codes;
use crate::finding::Finding;
use crate::progress;
use crate::text;

/// Pixels an inch.
const DPI: u32 = 300;

/// Which kind of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 256 greys, LZW: tints stay tints.
    Grey,
    /// Black and white, CCITT group 4: tints become dots, the file a fraction of the size.
    Bilevel,
}

/// A page's pixels.
struct Sheet {
    width: u32,
    height: u32,
    /// Grey samples, or a group 4 strip.
    data: Vec<u8>,
}

/// Writes the pages.
///
/// # Errors
/// Where the file would pass the four gigabytes that TIFF can address.
pub fn write(pages: &PagedDocument, kind: Kind) -> Result<Vec<u8>, Finding> {
    let refuse = |err: tiff::TiffError| {
        Finding::error(codes::TIFF.code, text!("tiff-unwritten", why = err.to_string()))
            .hint(text!("tiff-unwritten-hint"))
    };
    let mut bytes = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut bytes)
        .map_err(refuse)?
        .with_compression(Compression::Lzw)
        .with_predictor(Predictor::Horizontal);
    // A few at a time: a page is 35 MB while it is drawn.
    let _work = progress::begin(pages.pages().len());
    for some in pages.pages().chunks(rayon::current_num_threads().clamp(1, 8)) {
        let sheets: Vec<Sheet> = some.par_iter().map(|page| draw(page, kind)).collect();
        for sheet in sheets {
            let written = match kind {
                Kind::Grey => grey(&mut encoder, &sheet),
                Kind::Bilevel => bilevel(&mut encoder, &sheet),
            };
            written.map_err(refuse)?;
            progress::one();
        }
    }
    Ok(bytes.into_inner())
}

fn draw(page: &Page, kind: Kind) -> Sheet {
    let scale = Scalar::new(f64::from(DPI) / 72.0);
    let pixels =
        typst_render::render(page, &RenderOptions { pixel_per_pt: scale, render_bleed: false });
    let (width, height) = (pixels.width(), pixels.height());
    let grey: Vec<u8> = pixels.data().chunks_exact(4).map(luma).collect();
    let data = match kind {
        Kind::Grey => grey,
        Kind::Bilevel => fax(&grey, width),
    };
    Sheet { width, height, data }
}

/// Grey of a premultiplied pixel on white paper, in whole numbers: weights of ITU-R BT.601.
fn luma(pixel: &[u8]) -> u8 {
    let &[r, g, b, a] = pixel else { return u8::MAX };
    let light = (299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) + 500) / 1000;
    u8::try_from(light + 255 - u32::from(a)).unwrap_or(u8::MAX)
}

/// Thresholds of ordered dithering, 4 × 4 (Bayer), in sixteenths. Text is black or white and
/// stays sharp; tints become dots.
const BAYER: [[u8; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];

/// A CCITT group 4 strip (ITU-T T.6).
fn fax(grey: &[u8], width: u32) -> Vec<u8> {
    let mut encoder = fax::encoder::Encoder::new(fax::VecWriter::new());
    let line = usize::try_from(width).unwrap_or(1).max(1);
    for (row, thresholds) in grey.chunks_exact(line).zip(BAYER.iter().cycle()) {
        let pixels = row.iter().zip(thresholds.iter().cycle()).map(|(grey, threshold)| {
            if *grey < threshold * 16 + 8 { fax::Color::Black } else { fax::Color::White }
        });
        // Writing to memory cannot fail: its error has no value.
        let Ok(()) = encoder.encode_line(pixels, width);
    }
    let Ok(writer) = encoder.finish();
    writer.finish()
}

type Encoder<'a> = TiffEncoder<&'a mut Cursor<Vec<u8>>>;

fn grey(encoder: &mut Encoder<'_>, sheet: &Sheet) -> tiff::TiffResult<()> {
    let mut image = encoder.new_image::<Gray8>(sheet.width, sheet.height)?;
    image.resolution(ResolutionUnit::Inch, Rational { n: DPI, d: 1 });
    image.write_data(&sheet.data)
}

fn bilevel(encoder: &mut Encoder<'_>, sheet: &Sheet) -> tiff::TiffResult<()> {
    let mut page = encoder.image_directory()?;
    let at = page.write_data(sheet.data.as_slice())?;
    let at = u32::try_from(at)?;
    page.write_tag(Tag::ImageWidth, sheet.width)?;
    page.write_tag(Tag::ImageLength, sheet.height)?;
    page.write_tag(Tag::BitsPerSample, 1_u16)?;
    page.write_tag(Tag::Compression, CompressionMethod::Fax4.to_u16())?;
    let white_is_zero = PhotometricInterpretation::WhiteIsZero.to_u16();
    page.write_tag(Tag::PhotometricInterpretation, white_is_zero)?;
    page.write_tag(Tag::StripOffsets, at)?;
    page.write_tag(Tag::SamplesPerPixel, 1_u16)?;
    page.write_tag(Tag::RowsPerStrip, sheet.height)?;
    page.write_tag(Tag::StripByteCounts, u32::try_from(sheet.data.len())?)?;
    page.write_tag(Tag::XResolution, Rational { n: DPI, d: 1 })?;
    page.write_tag(Tag::YResolution, Rational { n: DPI, d: 1 })?;
    page.write_tag(Tag::ResolutionUnit, ResolutionUnit::Inch.to_u16())?;
    page.finish()
}
