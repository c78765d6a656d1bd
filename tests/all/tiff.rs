//! The archive's TIFF: pages, resolution, and pixels that show the page.

use std::io::Cursor;

use sats::output::tiff::{Kind, write};
use tiff::decoder::{Decoder, DecodingResult};
use tiff::tags::Tag;

use crate::print::desk;

fn pages() -> typst_layout::PagedDocument {
    desk::pages(
        "#set page(width: 30mm, height: 20mm, margin: 0pt)\n\
         #place(rect(width: 15mm, height: 20mm, fill: black))\n#pagebreak()\n\
         #place(rect(width: 30mm, height: 20mm, fill: luma(50%)))",
        &[],
    )
}

/// Pixels of 30 × 20 mm at 300 dpi.
const SIZE: (u32, u32) = (354, 236);

#[test]
fn the_grey_tiff_has_every_page_at_300_dpi() {
    let bytes = write(&pages(), Kind::Grey).expect("written");
    let mut decoder = Decoder::new(Cursor::new(bytes)).expect("a TIFF");
    assert_eq!(decoder.dimensions().expect("a size"), SIZE);
    assert_eq!(decoder.get_tag_u32(Tag::Compression).expect("a tag"), 5, "LZW");
    let resolution = decoder.get_tag(Tag::XResolution).expect("a tag");
    assert_eq!(resolution, tiff::decoder::ifd::Value::Rational(300, 1));
    let DecodingResult::U8(first) = decoder.read_image().expect("pixels") else { panic!("8 bits") };
    assert_eq!((first[10], first[340]), (0, 255));
    decoder.next_image().expect("a second page");
    let DecodingResult::U8(second) = decoder.read_image().expect("pixels") else {
        panic!("8 bits")
    };
    assert!((120..136).contains(&second[100]), "{}", second[100]);
    assert!(!decoder.more_images());
}

#[test]
fn the_bilevel_tiff_is_group_4_and_keeps_tints_as_dots() {
    let bytes = write(&pages(), Kind::Bilevel).expect("written");
    let mut decoder = Decoder::new(Cursor::new(&bytes)).expect("a TIFF");
    let mut shares = Vec::new();
    loop {
        assert_eq!(decoder.dimensions().expect("a size"), SIZE);
        assert_eq!(decoder.get_tag_u32(Tag::Compression).expect("a tag"), 4, "CCITT group 4");
        let at = decoder.get_tag_u64(Tag::StripOffsets).expect("a tag");
        let length = decoder.get_tag_u64(Tag::StripByteCounts).expect("a tag");
        let at = usize::try_from(at).expect("small");
        let strip = &bytes[at..at + usize::try_from(length).expect("small")];
        let (mut black, mut lines) = (0, 0);
        fax::decoder::decode_g4(strip.iter().copied(), SIZE.0, Some(SIZE.1), |line| {
            let pixels = fax::decoder::pels(line, SIZE.0);
            black += pixels.filter(|pixel| *pixel == fax::Color::Black).count();
            lines += 1;
        });
        assert_eq!(lines, SIZE.1);
        shares.push(black * 100 / usize::try_from(SIZE.0 * SIZE.1).expect("small"));
        if !decoder.more_images() {
            break;
        }
        decoder.next_image().expect("the next page");
    }
    assert_eq!(shares, [50, 50]);
}

#[test]
fn the_same_pages_give_the_same_tiff() {
    let pages = pages();
    assert_eq!(write(&pages, Kind::Grey), write(&pages, Kind::Grey));
}
