//! `sats export pages`: pictures of the pages, and the contact sheet.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use crate::cli::Project;

/// Width and height of a PNG, and its red samples.
fn picture(path: &Path) -> (u32, u32, Vec<u8>) {
    let file = BufReader::new(File::open(path).expect("a file"));
    let mut reader = png::Decoder::new(file).read_info().expect("a PNG");
    let mut samples = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut samples).expect("pixels");
    let step = info.color_type.samples();
    (info.width, info.height, samples.into_iter().step_by(step).collect())
}

/// Share of a picture's rectangle that is neither paper nor the grey behind the pages, percent.
fn inked((width, _, red): &(u32, u32, Vec<u8>), left: u32, top: u32, size: (u32, u32)) -> u32 {
    let rows = (top..top + size.1).map(|y| (y * width) as usize);
    let pixels = rows.flat_map(|row| &red[row + left as usize..row + (left + size.0) as usize]);
    let inked = pixels.filter(|red| **red < 0xf0 && **red != 0x60).count();
    inked as u32 * 100 / (size.0 * size.1)
}

#[test]
fn every_page_is_a_picture_and_the_sheet_shows_them_side_by_side() {
    let project = Project::new();
    let run = project.run(&["export", "pages", "--only", "ludo,eki", "--dpi", "36"]).ends(0);
    let paths: Vec<String> = run.stdout().lines().map(str::to_owned).collect();
    assert!(paths[0].ends_with("pages/sikker-by-2024-uddrag-eki-ludo-side-01.png"), "{paths:?}");
    assert!(paths.last().is_some_and(|path| path.ends_with("-ark.png")), "{paths:?}");
    // A4 at 36 pixels an inch.
    let (width, height) = (298, 421);
    let pages: Vec<_> = paths.iter().map(|path| picture(&project.path(path))).collect();
    let (sheet, pages) = pages.split_last().expect("pictures");
    assert!(pages.iter().all(|page| (page.0, page.1) == (width, height)));
    // Every page lies on the sheet at its place, with as much on it.
    for (place, page) in (1_u32..).zip(pages) {
        let left = 12 + place / 2 % 4 * (2 * width + 12) + place % 2 * width;
        let top = 12 + place / 8 * (height + 12);
        let ink = inked(page, 0, 0, (width, height));
        assert_eq!(inked(sheet, left, top, (width, height)), ink, "page {place}");
    }
    assert_eq!(inked(sheet, 12, 12, (width, height)), 0, "left of page 1 is nothing");
}

#[test]
fn a_resolution_that_no_picture_has_is_refused() {
    let project = Project::new();
    project.run(&["export", "pages", "--dpi", "5"]).ends(2).says(&["fra 10 til 600"]);
    project.run(&["export", "json", "--dpi", "70"]).ends(2).says(&["--dpi hører til sider"]);
}
