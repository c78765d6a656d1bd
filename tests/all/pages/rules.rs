//! What must hold on every page. Each rule tells each breach in words, with its page.

use super::geometry::Geometry;
use super::read::{Area, Book, Run, Sheet};

/// Rounding of the typesetter's arithmetic, pt.
const ROUNDING: f64 = 0.05;
/// How far neighbouring runs' ink may reach into each other, pt: an italic's overhang.
const TOUCH: f64 = 0.6;
/// How far punctuation hangs into the margin, as a share of the size.
const HANGS: f64 = 0.35;

/// All rules that hold for any report.
pub(crate) fn all(book: &Book, geometry: &Geometry) -> Vec<String> {
    let rules: [fn(&Book, &Geometry) -> Vec<String>; 9] = [
        inside_the_trim,
        text_in_its_area,
        nothing_over_anything,
        nothing_clipped,
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

/// Nothing outside the page; shapes that bleed may go on as far as the page's bleed.
pub(crate) fn inside_the_trim(book: &Book, geometry: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for sheet in &book.sheets {
        let page = Area { left: 0.0, top: 0.0, right: sheet.width, bottom: sheet.height };
        let page = page.inset(-ROUNDING);
        for run in &sheet.runs {
            if !run.area.within(page) {
                found.push(told(sheet, "outside the page", run));
            }
        }
        let bled = page.inset(-geometry.bleed);
        let drawn = sheet.pictures.iter().map(|picture| (&picture.area, page));
        for (area, limit) in drawn.chain(sheet.shapes.iter().map(|area| (area, bled))) {
            if !area.within(limit) {
                found.push(format!("page {}: drawn outside the page: {area:?}", sheet.number));
            }
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

/// No run of text over another, none over a picture, no picture over another.
pub(crate) fn nothing_over_anything(book: &Book, _: &Geometry) -> Vec<String> {
    let mut found = Vec::new();
    for sheet in &book.sheets {
        let mut runs: Vec<(Area, &Run)> =
            sheet.runs.iter().map(|run| (run.area.inset(TOUCH / 2.0), run)).collect();
        runs.sort_by(|a, b| a.0.top.total_cmp(&b.0.top));
        for (index, (area, run)) in runs.iter().enumerate() {
            let near = runs[index + 1..].iter().take_while(|(next, _)| next.top < area.bottom);
            for (_, other) in near.filter(|(next, _)| next.meets(*area)) {
                found.push(told(sheet, &format!("`{}` stands over", other.text.trim()), run));
            }
        }
        for (index, picture) in sheet.pictures.iter().enumerate() {
            let inner = picture.area.inset(TOUCH);
            for (area, run) in &runs {
                if area.meets(inner) && !picture.owns(run) {
                    found.push(told(sheet, "a picture stands over", run));
                }
            }
            if sheet.pictures[index + 1..].iter().any(|other| other.area.meets(inner)) {
                found.push(format!("page {}: a picture stands over another", sheet.number));
            }
        }
    }
    found
}

/// No words cut off by a frame.
pub(crate) fn nothing_clipped(book: &Book, _: &Geometry) -> Vec<String> {
    let told = |sheet: &Sheet, text: &str| format!("page {}: cut off: `{text}`", sheet.number);
    let of = |sheet| Sheet::clipped_words(sheet).map(move |text| told(sheet, text));
    book.sheets.iter().flat_map(of).collect()
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
                        let text: String = element.text.chars().take(40).collect();
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
                let text: String = element.text.chars().take(40).collect();
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
            let text: String = element.text.chars().take(40).collect();
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
