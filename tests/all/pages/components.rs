//! Components of the spreads that no picture of a whole page would tell of: percentages drawn as bars,
//! a row read as pairs, units that follow each other at equal distances.

use std::path::Path;

use sats::typeset::sheet::{Area, Book, Run, Sheet};

fn book() -> Book {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    Book::read(&super::typeset(&data).1.document)
}

/// The run of a text, with its sheet.
fn run<'b>(book: &'b Book, text: &str) -> (&'b Sheet, &'b Run) {
    let all = book.sheets.iter().flat_map(|s| s.runs.iter().map(move |r| (s, r)));
    let mut found = all.filter(|(_, run)| run.text.trim() == text);
    found.next_back().unwrap_or_else(|| panic!("no `{text}` on the pages"))
}

/// A percentage alone, such as `45 %`.
fn percentage(text: &str) -> Option<f64> {
    text.trim().strip_suffix("\u{a0}%")?.replace(',', ".").parse().ok()
}

#[test]
fn percentages_of_a_list_are_bars_on_one_scale_and_a_spreads_words_stand_beside_them() {
    let book = book();
    let (sheet, first) = run(&book, "45\u{a0}%");
    let beside = |run: &Run| {
        let on = |s: &&Area| s.top < run.area.bottom && run.area.top < s.bottom;
        let right = |s: &&Area| s.left > run.area.right && s.left < run.area.right + 12.0;
        sheet.shapes.iter().filter(on).filter(right).copied().collect::<Vec<_>>()
    };
    let mut seen = Vec::new();
    let column = sheet.runs.iter().filter(|r| (r.area.right - first.area.right).abs() < 1.0);
    for (run, percent) in column.filter_map(|r| Some((r, percentage(&r.text)?))) {
        let bars = beside(run);
        let widths: Vec<f64> = bars.iter().map(|b| b.right - b.left).collect();
        let track = widths.iter().copied().fold(0.0, f64::max);
        let bar = widths.iter().copied().fold(f64::INFINITY, f64::min);
        assert!((bar / track - percent / 100.0).abs() < 0.01, "{percent} %: {bar} of {track}");
        let words = sheet.runs.iter().find(|w| {
            (w.baseline - run.baseline).abs() < 0.1 && w.area.left > bars[0].right - 70.0 + track
        });
        assert!(words.is_some(), "{percent} % has no words beside it");
        seen.push(percent);
    }
    assert_eq!(seen, [45.0, 50.0, 50.0, 61.0, 22.0, 11.0, 95.0, 89.0, 100.0, 83.0]);
}

#[test]
fn a_single_row_with_words_in_it_is_pairs_one_under_the_other() {
    let book = book();
    let (sheet, name) = run(&book, "Antal sigtelser bag sig");
    let beside = sheet.runs.iter().filter(|r| (r.baseline - name.baseline).abs() < 0.1);
    let value = beside.filter(|r| r.area.left > name.area.right).map(|r| r.text.as_str());
    let value = value.collect::<String>().replace('\u{a0}', " ");
    assert!(value.starts_with("53 sigtelser (spænd 1–274"), "{value:?}");
    let left = |text: &str| run(&book, text).1.area.left;
    assert!((left("Kriminalitetstype") - name.area.left).abs() < 2.0, "names under each other");
    let kind = run(&book, "Kriminalitetstype").1;
    assert!(kind.baseline > name.baseline, "in the order of the columns");
}
