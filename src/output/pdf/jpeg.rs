//! JPEG samples.

use crate::text;
use crate::words::Text;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// Samples of a JPEG, 8 bits, in one (grey), three (RGB) or four (CMYK, as stored) components.
/// `size` is what the PDF says and the most that is decoded.
///
/// # Errors
/// Where it cannot be decoded, in words.
pub fn decode(data: &[u8], components: usize, size: (usize, usize)) -> Result<Vec<u8>, Text> {
    let space = match components {
        1 => ColorSpace::Luma,
        3 => ColorSpace::RGB,
        _ => ColorSpace::CMYK,
    };
    let cannot = |err: &dyn std::fmt::Debug| text!("jpeg-unread", why = format!("{err:?}"));
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(space)
        .set_max_width(size.0)
        .set_max_height(size.1);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(data), options);
    decoder.decode_headers().map_err(|err| cannot(&err))?;
    let mixed = decoder.input_colorspace() == Some(ColorSpace::YCCK);
    if mixed && space == ColorSpace::CMYK {
        decoder.set_options(options.jpeg_set_out_colorspace(ColorSpace::YCCK));
    }
    let mut data = decoder.decode().map_err(|err| cannot(&err))?;
    if mixed && space == ColorSpace::CMYK {
        data.chunks_exact_mut(4).for_each(unmix);
    }
    Ok(data)
}

/// One pixel from luma, chroma and black to ink, as libjpeg does: ITU-R BT.601, inverted.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255")]
fn unmix(pixel: &mut [u8]) {
    let &mut [y, cb, cr, _] = pixel else { return };
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    let ink = [
        255.0 - (y + 1.402 * cr),
        255.0 - (y - 0.344_136 * cb - 0.714_136 * cr),
        255.0 - (y + 1.772 * cb),
    ];
    for (sample, ink) in pixel.iter_mut().zip(ink) {
        *sample = ink.clamp(0.0, 255.0).round() as u8;
    }
}
