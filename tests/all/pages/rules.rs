//! What must hold on every page. Each rule tells each breach in words, with its page.

use super::geometry::Geometry;
use sats::typeset::overrun::{Fault, Overrun, overruns};
use sats::typeset::sheet::{Area, Book, Run, Sheet};

/// Rounding of the typesetter's arithmetic, pt.
const ROUNDING: f64 = 0.05;
/// How far punctuation hangs into the margin, as a share of the size.
const HANGS: f64 = 0.35;

/// All rules that hold for any report.
pub(crate) fn all(book: &Book, geometry: &Geometry) -> Vec<String> {
    let rules: [fn(&Book, &Geometry) -> Vec<String>; 8] = [
        in_its_place,
        shapes_inside_the_trim,
        text_in_its_area,
        sizes,
        leading,
        headings_lead_on,
        no_widows_or_orphans,
        rows_are_whole,
    ];
    rules.iter().flat_map(|rule| rule(book, geometry)).collect()
}

fn told(sheet: &Sheet, what: &str, run: &Run) -> String {
    format!("page {}: {what}: `{}` at {:.1} pt", sheet.number, run.text.trim(), run.baseline)
}

/// What users are told of too: nothing off the paper, over its neighbours, cut off.
pub(crate) fn in_its_place(book: &Book, _: &Geometry) -> Vec<String> {
    let told = |found: Overrun| {
        let what = match &found.fault {
            Fault::OffPaper | Fault::PictureOffPaper => "outside the page".to_owned(),
            Fault::OverWords(other) => format!("`{other}` stands over"),
            Fault::UnderPicture => "a picture stands over".to_owned(),
            Fault::PictureOverPicture => "a picture stands over another".to_owned(),
            Fault::CutOff => "cut off".to_owned(),
        };
        format!("page {}: {what}: `{}` at {:?}", found.page, found.words, found.area)
    };
    overruns(book).into_iter().map(told).collect()
}

/// No shape outside the page; those that bleed may go on as far as the page's bleed.
pub(crate) fn shapes_inside_the_trim(book: &Book, geometry: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for sheet in &book.sheets {
        let page = Area { left: 0.0, top: 0.0, right: sheet.width, bottom: sheet.height };
        let bled = page.inset(-ROUNDING - geometry.bleed);
        for area in sheet.shapes.iter().filter(|area| !area.within(bled)) {
            found.push(format!("page {}: drawn outside the page: {area:?}", sheet.number));
        }
    }
    found
}

/// Text stands in the type area; over and under it only the running head and the folio, beside it
/// only the number of the thumb index. Pictures stand in the type area or, as symbols, in the head over it.
pub(crate) fn text_in_its_area(book: &Book, geometry: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for sheet in &book.sheets {
        let area = geometry.type_area(sheet);
        for run in &sheet.runs {
            let hang = HANGS * run.size;
            let wide = Area { left: area.left - hang, right: area.right + hang, ..area };
            let column = Area { top: 0.0, bottom: sheet.height, ..wide };
            let marginal = run.size <= geometry.folio + ROUNDING && run.area.within(column);
            let in_margin = run.area.bottom <= area.top || run.area.top >= area.bottom;
            // The thumb index carries the number of the indsats.
            let number = run.text.trim().chars().all(|sign| sign.is_ascii_digit());
            let tab = number
                && run.size <= geometry.folio + ROUNDING
                && run.area.within(geometry.outer_margin(sheet));
            if !(run.area.within(wide.inset(-ROUNDING)) || marginal && in_margin || tab) {
                found.push(told(sheet, "outside the type area", run));
            }
        }
        let head = Area { top: 0.0, ..area }.inset(-ROUNDING);
        for picture in &sheet.pictures {
            if !picture.area.within(head) {
                let number = sheet.number;
                let area = picture.area;
                found.push(format!("page {number}: a picture leaves the type area: {area:?}"));
            }
        }
    }
    found
}

/// Nothing under the smallest size that a note may have, footnote marks excepted.
pub(crate) fn sizes(book: &Book, geometry: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for sheet in &book.sheets {
        for run in &sheet.runs {
            let mark =
                run.text.chars().all(|sign| sign == '*') || book.owner(run, "super").is_some();
            if !mark && run.size < geometry.note_limit - ROUNDING {
                found.push(told(sheet, &format!("set in {:.2} pt", run.size), run));
            }
        }
    }
    found
}

/// Running text has its lines at least so far apart as the theme's limit, and titles never
/// closer than their own size.
pub(crate) fn leading(book: &Book, geometry: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for name in ["par", "cell", "heading", "title"] {
        for (element, runs) in book.each(name) {
            // A grid's cell holds many texts, each a paragraph of its own.
            if name == "cell" && book.owner(runs[0].1, "table").is_none() {
                continue;
            }
            let size = runs.iter().map(|(_, run)| run.size).fold(0.0, f64::max);
            let running = size <= geometry.text_limit && matches!(name, "par" | "cell");
            let limit = if running { geometry.leading_limit } else { 1.0 };
            for lines in columns(&runs) {
                for pair in lines.windows(2) {
                    let apart = pair[1].baseline - pair[0].baseline;
                    let alike = (pair[1].size - pair[0].size).abs() < ROUNDING;
                    if alike && apart > ROUNDING && apart < limit * pair[1].size - ROUNDING {
                        let text: String = element.text().chars().take(40).collect();
                        found.push(format!(
                            "page {}: lines {apart:.1} pt apart at {:.1} pt: `{text}`",
                            pair[1].page, pair[1].size
                        ));
                    }
                }
            }
        }
    }
    found
}

/// A line of an element.
#[derive(Debug, Clone, Copy)]
struct Line {
    page: usize,
    baseline: f64,
    size: f64,
}

/// The lines of an element, by page and by column of it: a new column begins where the baseline
/// goes up again. Marks that are raised over their line are part of it.
fn columns(runs: &[(&Sheet, &Run)]) -> Vec<Vec<Line>> {
    let mut columns: Vec<Vec<Line>> = Vec::new();
    let largest = runs.iter().map(|(_, run)| run.size).fold(0.0, f64::max);
    for (sheet, run) in runs.iter().filter(|(_, run)| run.size >= largest * 0.7) {
        let line = Line { page: sheet.number, baseline: run.baseline, size: run.size };
        match columns.last_mut() {
            Some(column) => {
                let down = line.baseline - column[column.len() - 1].baseline;
                if column[0].page != line.page || down < -run.size / 2.0 {
                    columns.push(vec![line]);
                } else if down >= ROUNDING {
                    column.push(line);
                }
            }
            None => columns.push(vec![line]),
        }
    }
    columns
}

/// Under a heading, in its own column, stands something that it is the heading of.
pub(crate) fn headings_lead_on(book: &Book, geometry: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for (_, runs) in book.each("heading") {
        let Some((sheet, last)) = runs.last() else { continue };
        let area = geometry.type_area(sheet);
        let below = |other: Area| {
            other.top > last.baseline
                && other.bottom < area.bottom + ROUNDING
                && other.beside(last.area)
        };
        let text =
            sheet.runs.iter().any(|run| below(run.area) && book.owner(run, "heading").is_none());
        if !text && !sheet.pictures.iter().any(|picture| below(picture.area)) {
            found.push(told(sheet, "a heading with nothing under it", last));
        }
    }
    found
}

/// Where a paragraph goes on in another column or page, two lines stand on either side.
pub(crate) fn no_widows_or_orphans(book: &Book, _: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for (element, runs) in book.each("par") {
        let columns = columns(&runs);
        if columns.len() > 1 {
            for lines in columns.iter().filter(|lines| lines.len() < 2) {
                let text: String = element.text().chars().take(40).collect();
                found.push(format!("page {}: a line alone: `{text}`", lines[0].page));
            }
        }
    }
    found
}

/// A cell of a table, and so its row, stands on one page.
pub(crate) fn rows_are_whole(book: &Book, _: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for (element, runs) in book.each("cell") {
        let ((first, run), (last, _)) = (runs[0], runs[runs.len() - 1]);
        if first.number != last.number && book.owner(run, "table").is_some() {
            let text: String = element.text().chars().take(40).collect();
            let (first, last) = (first.number, last.number);
            found.push(format!("pages {first} and {last}: a row split: `{text}`"));
        }
    }
    // Only cells that the layouts make by name can be followed.
    for (_, runs) in book.each("table") {
        let loose = runs.iter().find(|(_, run)| book.owner(run, "cell").is_none());
        found.extend(loose.map(|(sheet, run)| told(sheet, "not in a named cell", run)));
    }
    found
}
