//! Paper in thought: the sides are printed on sheets, the sheets turned or folded, and read.

use sats::output::impose::{Flip, Format};

use super::{Shown, Side, imposed, pages, setup, sides, times};
use crate::impose::{A4, bytes};
use sats::output::impose::{Setup, impose};

const MM: f32 = 72.0 / 25.4;
/// Single precision and four decimals in the file, pt.
const NEAR: f32 = 0.05;

/// A sheet as it leaves the printer: the front as it is, the back as it is seen through the paper
/// from the front.
struct Paper {
    width: f32,
    front: Vec<Shown>,
    through: Vec<Shown>,
}

/// Turns the sheet about its long or short edge and prints the back. What the file has at the
/// back's (x, y) comes to lie behind the front's (width - x, y) where the edge stands upright, and
/// behind (x, height - y) where it lies.
fn print(sides: &[Side], flip: Flip) -> Vec<Paper> {
    let printed = |pair: &[Side]| {
        let (width, height) = (pair[0].width, pair[0].height);
        let edge_stands = (flip == Flip::Long) == (height > width);
        let behind = if edge_stands {
            [-1.0, 0.0, 0.0, 1.0, width, 0.0]
        } else {
            [1.0, 0.0, 0.0, -1.0, 0.0, height]
        };
        let back = pair.get(1).map_or(&[][..], |side| &side.shown);
        Paper { width, front: pair[0].shown.clone(), through: moved(back, &behind) }
    };
    sides.chunks(2).map(printed).collect()
}

fn moved(shown: &[Shown], by: &[f32; 6]) -> Vec<Shown> {
    shown.iter().map(|s| Shown { number: s.number, matrix: times(&s.matrix, by) }).collect()
}

/// Middle of an A4 page, on the sheet.
fn middle(shown: &Shown) -> (f32, f32) {
    let (m, x, y) = (&shown.matrix, A4[2] / 2.0, A4[3] / 2.0);
    (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
}

fn upright(shown: &Shown) -> bool {
    let m = &shown.matrix;
    m[0] > 0.0 && m[3] > 0.0 && m[1].abs() < 1e-6 && m[2].abs() < 1e-6
}

/// The pages of a folded stack as the reader meets them, each with whether it is a recto and
/// where it is: x from the spine, to the right.
///
/// Folded with the front outside. Of the right half the reader sees the front as it is; turned
/// over the spine, its back is mirrored at the spine. The left half lies behind: its inside is a
/// recto mirrored at the spine, its outside the verso, as it is.
fn fold(papers: &[Paper]) -> Vec<(usize, bool, Shown)> {
    let mut read = Vec::new();
    let mut leaf = |at: usize, recto: Vec<Shown>, verso: Vec<Shown>| {
        read.extend(recto.into_iter().map(|s| (at, true, s)));
        read.extend(verso.into_iter().map(|s| (at, false, s)));
    };
    let half = |shown: &[Shown], spine: f32, right: bool| -> Vec<Shown> {
        shown.iter().filter(|s| (middle(s).0 > spine) == right).copied().collect()
    };
    for (at, paper) in papers.iter().enumerate() {
        let spine = paper.width / 2.0;
        let (as_is, mirrored) =
            ([1.0, 0.0, 0.0, 1.0, -spine, 0.0], [-1.0, 0.0, 0.0, 1.0, spine, 0.0]);
        let recto = moved(&half(&paper.front, spine, true), &as_is);
        leaf(at, recto, moved(&half(&paper.through, spine, true), &mirrored));
    }
    for (at, paper) in papers.iter().enumerate().rev() {
        let spine = paper.width / 2.0;
        let (as_is, mirrored) =
            ([1.0, 0.0, 0.0, 1.0, -spine, 0.0], [-1.0, 0.0, 0.0, 1.0, spine, 0.0]);
        let recto = moved(&half(&paper.through, spine, false), &mirrored);
        leaf(at, recto, moved(&half(&paper.front, spine, false), &as_is));
    }
    read
}

fn flips() -> [Flip; 2] {
    [Flip::Long, Flip::Short]
}

#[test]
fn a_folded_booklet_reads_in_order_upright_and_on_the_right_hand() {
    for count in 1..=64 {
        for flip in flips() {
            let job = imposed(count, &setup(Format::A5Booklet, Some(flip)));
            let papers = print(&sides(&job.pdf), flip);
            assert_eq!(papers.len(), count.div_ceil(4), "{count} pages");
            let read = fold(&papers);
            let numbers: Vec<usize> = read.iter().map(|(_, _, s)| s.number).collect();
            assert_eq!(numbers, (1..=count).collect::<Vec<_>>(), "{flip:?}");
            for (_, recto, shown) in &read {
                assert!(upright(shown), "page {} of {count}, {flip:?}: {shown:?}", shown.number);
                assert_eq!(*recto, shown.number % 2 == 1, "page {} of {count}", shown.number);
            }
        }
    }
}

#[test]
fn the_wrong_edge_would_turn_the_backs_over() {
    for flip in flips() {
        let other = if flip == Flip::Long { Flip::Short } else { Flip::Long };
        let job = imposed(8, &setup(Format::A5Booklet, Some(flip)));
        let read = fold(&print(&sides(&job.pdf), other));
        assert!(read.iter().any(|(_, _, shown)| !upright(shown)));
    }
}

#[test]
fn creep_brings_the_pages_of_all_sheets_to_one_distance_from_the_spine() {
    let thickness = 0.12;
    for flip in flips() {
        for count in [16, 30, 64] {
            let setup = Setup { paper_mm: thickness, ..setup(Format::A5Booklet, Some(flip)) };
            let job = imposed(count, &setup);
            for (sheet, recto, shown) in fold(&print(&sides(&job.pdf), flip)) {
                // The fold of an inner sheet lies this much further out than the outermost one's.
                let fold = f32::from(u8::try_from(sheet).expect("few")) * thickness * MM;
                let scale = shown.matrix[0];
                let edge = if recto {
                    shown.matrix[4] + fold
                } else {
                    -(shown.matrix[4] + A4[2] * scale) + fold
                };
                assert!(edge.abs() < NEAR, "page {} is {edge} pt off", shown.number);
            }
        }
    }
}

#[test]
fn spreads_on_a3_face_each_other_at_full_size_on_both_sides_of_the_sheet() {
    for count in 1..=64 {
        for flip in flips() {
            let job = imposed(count, &setup(Format::A3Spread, Some(flip)));
            let mut read = Vec::new();
            for paper in print(&sides(&job.pdf), flip) {
                let spine = paper.width / 2.0;
                // The reader turns the sheet as a page of a book.
                let back = moved(&paper.through, &[-1.0, 0.0, 0.0, 1.0, paper.width, 0.0]);
                for side in [paper.front, back] {
                    for shown in &side {
                        assert!(upright(shown));
                        assert!((shown.matrix[0] - 1.0).abs() < 1e-6, "full size");
                        let recto = middle(shown).0 > spine;
                        assert_eq!(recto, shown.number % 2 == 1);
                        let edge = shown.matrix[4] + if recto { 0.0 } else { A4[2] };
                        assert!((edge - spine).abs() < NEAR, "at the fold");
                    }
                    let numbers: Vec<usize> = side.iter().map(|s| s.number).collect();
                    assert!(
                        numbers.len() < 2 || numbers[0] + 1 == numbers[1],
                        "{numbers:?} face each other"
                    );
                    read.extend(numbers);
                }
            }
            assert_eq!(read, (1..=count).collect::<Vec<_>>());
        }
    }
}

#[test]
fn several_pages_on_a_sheet_read_row_by_row_upright_on_both_sides() {
    for (format, each) in [(Format::TwoUp, 2), (Format::FourUp, 4)] {
        for count in 1..=64 {
            for flip in flips() {
                let job = imposed(count, &setup(format, Some(flip)));
                let mut read = Vec::new();
                for paper in print(&sides(&job.pdf), flip) {
                    let back = moved(&paper.through, &[-1.0, 0.0, 0.0, 1.0, paper.width, 0.0]);
                    for mut side in [paper.front, back] {
                        assert!(side.len() <= each && side.iter().all(upright));
                        side.sort_by(|a, b| {
                            let ((ax, ay), (bx, by)) = (middle(a), middle(b));
                            (by.round() as i32, ax.round() as i32)
                                .cmp(&(ay.round() as i32, bx.round() as i32))
                        });
                        read.extend(side.iter().map(|s| s.number));
                    }
                }
                assert_eq!(read, (1..=count).collect::<Vec<_>>(), "{format:?} {flip:?}");
            }
        }
    }
}

#[test]
fn an_excerpt_that_starts_on_an_even_page_keeps_its_spread_together() {
    use lopdf::Dictionary;
    let mut doc = pages(3, |_, _| {});
    // A title page numbered 1, then the spread 20 and 21.
    let label = |start: i64| {
        let mut label = Dictionary::new();
        label.set("S", "D");
        label.set("St", start);
        label
    };
    let mut labels = Dictionary::new();
    labels.set("Nums", vec![0.into(), label(1).into(), 1.into(), label(20).into()]);
    doc.catalog_mut().expect("a catalogue").set("PageLabels", labels);
    let pdf = bytes(doc);
    let job = impose(&pdf, None, &setup(Format::A3Spread, None)).expect("imposed");
    let numbers: Vec<Vec<usize>> =
        sides(&job.pdf).iter().map(|s| s.shown.iter().map(|p| p.number).collect()).collect();
    assert_eq!(numbers, [vec![1], vec![2, 3]]);

    let mut doc = lopdf::Document::load_mem(&pdf).expect("readable");
    let mut labels = Dictionary::new();
    labels.set("Nums", vec![0.into(), label(20).into()]);
    doc.catalog_mut().expect("a catalogue").set("PageLabels", labels);
    let job = impose(&bytes(doc), None, &setup(Format::A3Spread, None)).expect("imposed");
    let numbers: Vec<Vec<usize>> =
        sides(&job.pdf).iter().map(|s| s.shown.iter().map(|p| p.number).collect()).collect();
    assert_eq!(numbers, [vec![1, 2], vec![3]]);
}

#[test]
fn the_plan_says_for_each_sheet_and_side_what_is_where() {
    let setup = Setup { paper_mm: 0.1, ..setup(Format::A5Booklet, Some(Flip::Short)) };
    let said = imposed(10, &setup).plan.explain(sats::words::Words::danish());
    for line in [
        "A5-hæfte på A4: 10 sider på 3 ark, 2 blanke",
        "vendt på den korte kant",
        "0,1 mm mod folden for hvert ark, 0,2 mm på det inderste",
        "    1  forside     -    1",
        "    1  bagside     2    -",
        "    3  bagside     6    7",
    ] {
        assert!(said.contains(line), "{line:?} in\n{said}");
    }
    let said = imposed(8, &super::setup(Format::FourUp, Some(Flip::Short)))
        .plan
        .explain(sats::words::Words::danish());
    for line in ["1  forside     1    2  /    3    4", "8    7  /    6    5  (på hovedet)"] {
        assert!(said.contains(line), "{line:?} in\n{said}");
    }
}
