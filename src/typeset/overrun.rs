//! What runs off the paper, over its neighbours or out of its frame, read from pages that are set.

use super::sheet::{Area, Book, Run, Sheet};

/// Rounding of the typesetter's arithmetic, pt.
const ROUNDING: f64 = 0.05;
/// How far neighbouring runs' ink may reach into each other, pt: an italic's overhang.
const TOUCH: f64 = 0.6;

/// What is wrong with the place of something.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Words that are not on the paper, or not wholly.
    OffPaper,
    /// Words over other words.
    OverWords(String),
    /// A picture over words.
    UnderPicture,
    /// A picture over another; it has no words.
    PictureOverPicture,
    /// A picture that is not on the paper, or not wholly; it has no words.
    PictureOffPaper,
    /// Words that the frame around them cuts off.
    CutOff,
}

/// Something that does not stand where it should.
#[derive(Debug, Clone, PartialEq)]
pub struct Overrun {
    /// Page, from 1.
    pub page: usize,
    /// Where on it.
    pub area: Area,
    /// Its words; empty for a picture.
    pub words: String,
    /// What is wrong.
    pub fault: Fault,
}

impl Overrun {
    fn of(sheet: &Sheet, run: &Run, fault: Fault) -> Self {
        let words = run.text.trim().to_owned();
        Self { page: sheet.number, area: run.area, words, fault }
    }

    fn picture(sheet: &Sheet, area: Area, fault: Fault) -> Self {
        Self { page: sheet.number, area, words: String::new(), fault }
    }
}

/// Everything that does not stand where it should, in the order of the pages.
#[must_use]
pub fn overruns(book: &Book) -> Vec<Overrun> {
    let mut found = Vec::new();
    for sheet in &book.sheets {
        off_paper(sheet, &mut found);
        over_neighbours(sheet, &mut found);
        let cut = sheet.clipped.iter();
        found.extend(cut.map(|run| Overrun::of(sheet, run, Fault::CutOff)));
    }
    found
}

fn off_paper(sheet: &Sheet, found: &mut Vec<Overrun>) {
    let paper = Area { left: 0.0, top: 0.0, right: sheet.width, bottom: sheet.height };
    let paper = paper.inset(-ROUNDING);
    let runs = sheet.runs.iter().filter(|run| !run.area.within(paper));
    found.extend(runs.map(|run| Overrun::of(sheet, run, Fault::OffPaper)));
    let pictures = sheet.pictures.iter().filter(|picture| !picture.area.within(paper));
    found.extend(
        pictures.map(|picture| Overrun::picture(sheet, picture.area, Fault::PictureOffPaper)),
    );
}

/// Runs of text over others, over pictures, and pictures over each other.
fn over_neighbours(sheet: &Sheet, found: &mut Vec<Overrun>) {
    let mut runs: Vec<(Area, &Run)> =
        sheet.runs.iter().map(|run| (run.area.inset(TOUCH / 2.0), run)).collect();
    runs.sort_by(|a, b| a.0.top.total_cmp(&b.0.top));
    for (index, (area, run)) in runs.iter().enumerate() {
        let below = runs.iter().skip(index + 1);
        let near = below.take_while(|(next, _)| next.top < area.bottom);
        for (_, other) in near.filter(|(next, _)| next.meets(*area)) {
            let fault = Fault::OverWords(other.text.trim().to_owned());
            found.push(Overrun::of(sheet, run, fault));
        }
    }
    for (index, picture) in sheet.pictures.iter().enumerate() {
        let inner = picture.area.inset(TOUCH);
        for (area, run) in &runs {
            if area.meets(inner) && !picture.owns(run) {
                found.push(Overrun::of(sheet, run, Fault::UnderPicture));
            }
        }
        if sheet.pictures.iter().skip(index + 1).any(|other| other.area.meets(inner)) {
            found.push(Overrun::picture(sheet, picture.area, Fault::PictureOverPicture));
        }
    }
}
