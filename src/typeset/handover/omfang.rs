//! A guess at how much room an indsats takes, so that copyfitting begins with the right density.
//! A wrong guess costs time, never looks: the layouts measure.

use super::blok::{Blok, IndsatsBlok, Noter};
use super::figur::Figur;
use super::indsats::Indsats;
use super::tabel::Tabel;
use super::tekst::{Prosa, letters};
use crate::report::prose::Afsnit;

/// Characters that a line holds in the normal density of `theme.toml`: of the recto's columns, the
/// verso's side column, its main column.
const CHARS: [f64; 3] = [50.0, 42.0, 60.0];
/// Lines that these hold: both columns of the recto, the verso's below the band. Fitted to the
/// measured heights of the 2024 report, on the low side.
const LINES: [f64; 3] = [94.0, 46.0, 34.0];
/// Lines that a chart takes.
const CHART: f64 = 11.0;
/// Lines that a row of a table takes.
const ROW: f64 = 0.99;
/// Lines of space that a paragraph adds to those of its letters.
const PARAGRAPH: f64 = 0.6;

/// How full the spread probably is in the normal density: 1 where it is just full.
pub(super) fn omfang(i: &Indsats) -> f64 {
    let mut recto = Sum::default();
    recto.blocks(&i.blokke);
    let mut side = Sum::default();
    side.prose(&i.brugere.tekst);
    side.figure(i.brugere.figur.as_ref());
    side.blocks(&i.brugere.blokke);
    side.notes(&i.brugere.noter);
    side.prose(&i.geografi.tekst);
    side.figure(i.geografi.kort.as_ref());
    side.blocks(&i.geografi.blokke);
    let (mut lead, mut body) = (Sum::default(), Sum::default());
    lead.prose(&i.lead);
    body.prose(&i.beskrivelse);
    let side = side.lines(CHARS[1]) + 3.0;
    let main = lead.lines(CHARS[2] * 0.7) + body.lines(CHARS[2]);
    let over = (main - LINES[2]).max(0.0);
    (side / LINES[1]).max((recto.lines(CHARS[0]) + over) / LINES[0])
}

/// What takes room.
#[derive(Default)]
struct Sum {
    letters: usize,
    paragraphs: usize,
    rows: usize,
    charts: usize,
}

impl Sum {
    /// Lines, with so many characters to a line.
    fn lines(&self, chars: f64) -> f64 {
        self.letters as f64 / chars
            + self.paragraphs as f64 * PARAGRAPH
            + self.rows as f64 * ROW
            + self.charts as f64 * CHART
    }

    fn prose(&mut self, prosa: &Prosa) {
        for node in prosa {
            self.paragraph(&node.afsnit);
        }
    }

    fn paragraph(&mut self, afsnit: &Afsnit) {
        match afsnit {
            Afsnit::Tekst(inline) => {
                self.paragraphs += 1;
                self.letters += letters(inline);
            }
            Afsnit::Liste { punkter, .. } => {
                punkter.iter().flatten().for_each(|inside| self.paragraph(inside));
            }
        }
    }

    fn figure(&mut self, figur: Option<&Figur>) {
        self.charts += usize::from(figur.is_some());
    }

    fn notes(&mut self, noter: &Noter) {
        noter.iter().for_each(|note| self.prose(&note.tekst));
    }

    fn blocks(&mut self, blokke: &[IndsatsBlok]) {
        blokke.iter().for_each(|blok| self.block(&blok.blok));
    }

    fn block(&mut self, blok: &Blok) {
        match blok {
            Blok::Overskrift(_) | Blok::Spalteliste(_) | Blok::Billede(_) => {}
            Blok::Tekst(b) => self.prose(&b.tekst),
            Blok::Tabel(b) => self.table(b),
            Blok::Figur(b) => {
                self.figure(b.figur.as_ref());
                self.notes(&b.noter);
                b.kilde.iter().for_each(|kilde| self.prose(kilde));
            }
            Blok::Citat(b) => self.prose(&b.tekst),
            Blok::Fremhaevet(b) => self.prose(&b.tekst),
            Blok::Tal(b) => {
                self.letters += b.poster.iter().map(|post| letters(&post.tekst)).sum::<usize>();
            }
            Blok::Begreber(b) | Blok::Trin(b) => {
                b.poster.iter().for_each(|post| self.prose(&post.tekst));
            }
            Blok::Tidslinje(b) => b.poster.iter().for_each(|post| self.prose(&post.tekst)),
            Blok::Note(b) | Blok::Kilde(b) => self.prose(&b.tekst),
        }
    }

    fn table(&mut self, b: &Tabel) {
        self.figure(b.figur.as_ref());
        self.rows += b.raekker.len();
        self.notes(&b.noter);
        b.kilde.iter().for_each(|kilde| self.prose(kilde));
    }
}
