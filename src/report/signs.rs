//! Footnote signs on the page. In the data a mark's scope is its block, so that two blocks of one
//! indsats may both have `*`; where both stand on one page, a reader cannot tell which note is
//! meant. Here each note of an indsats gets a sign of its own.

use std::collections::BTreeMap;

use super::model::{Blok, Celle, Figur, Fodnote, Indsats, Report, Serie, Tabel, Tekst, Vaerdi};

/// Signs in the order of use; further ones are doubled.
const SIGNS: [&str; 4] = ["*", "†", "‡", "§"];

/// Gives every note of every indsats a sign of its own, and its marks the same one. Notes of the
/// same words share theirs.
pub fn separate(report: &mut Report) {
    report.indsatser.iter_mut().for_each(of_indsats);
}

/// Whether an indsats has more than one note with a mark, so that [`separate`] changes anything.
#[must_use]
pub fn are_shared(report: &Report) -> bool {
    report.indsatser.iter().any(|indsats| {
        let series = indsats.brugere.serie.iter().map(|serie| serie.noter.len());
        let blocks = indsats.blokke().map(|(_, blok)| match blok {
            Blok::Tabel(tabel) => tabel.noter.len(),
            Blok::Figur(figur) => figur.noter.len(),
            Blok::Note(note) => usize::from(note.maerke.is_some()),
            _ => 0,
        });
        series.chain(blocks).sum::<usize>() > 1
    })
}

/// Sign of each mark, as far as it reaches.
type Scope = BTreeMap<String, String>;

/// The signs of an indsats that have been given away.
#[derive(Default)]
struct Signs {
    given: usize,
    notes: Vec<(Tekst, String)>,
}

impl Signs {
    fn next(&mut self) -> String {
        let sign = SIGNS[self.given % SIGNS.len()].repeat(self.given / SIGNS.len() + 1);
        self.given += 1;
        sign
    }

    fn of_note(&mut self, text: &Tekst) -> String {
        if let Some((_, sign)) = self.notes.iter().find(|(known, _)| known == text) {
            return sign.clone();
        }
        let sign = self.next();
        self.notes.push((text.clone(), sign.clone()));
        sign
    }

    /// The notes of a block with their signs, in the order in which its marks are met, and the marks
    /// that they answer.
    fn notes(&mut self, notes: &mut [Fodnote], marks: &[String]) -> Scope {
        notes.sort_by_key(|note| {
            marks.iter().position(|mark| *mark == note.maerke).unwrap_or(marks.len())
        });
        let sign = |note: &mut Fodnote| {
            let sign = self.of_note(&note.tekst);
            (std::mem::replace(&mut note.maerke, sign.clone()), sign)
        };
        notes.iter_mut().map(sign).collect()
    }

    /// The sign of a mark that a block's own notes answer, or one that stands below it.
    fn set(&mut self, mark: &mut String, own: &Scope, shared: &mut Scope) {
        *mark = match own.get(mark).or_else(|| shared.get(mark)) {
            Some(sign) => sign.clone(),
            None => {
                let sign = self.next();
                shared.insert(mark.clone(), sign.clone());
                sign
            }
        };
    }
}

fn of_indsats(indsats: &mut Indsats) {
    let mut signs = Signs::default();
    for serie in &mut indsats.brugere.serie {
        let met = met(of_series(serie));
        let own = signs.notes(&mut serie.noter, &met);
        let mut shared = Scope::new();
        of_series(serie).for_each(|mark| signs.set(mark, &own, &mut shared));
    }
    let lists = [
        &mut indsats.brugere.blok,
        &mut indsats.geografi.blok,
        &mut indsats.oekonomi.blok,
        &mut indsats.blok,
    ];
    for list in lists {
        // Blocks one after the other may share the notes that follow them.
        let mut shared = Scope::new();
        for blok in list {
            match blok {
                Blok::Tabel(tabel) => {
                    let met = met(of_table(tabel));
                    let own = signs.notes(&mut tabel.noter, &met);
                    of_table(tabel).for_each(|mark| signs.set(mark, &own, &mut shared));
                }
                Blok::Figur(figur) => {
                    let met = met(of_figure(figur));
                    let own = signs.notes(&mut figur.noter, &met);
                    of_figure(figur).for_each(|mark| signs.set(mark, &own, &mut shared));
                }
                Blok::Note(note) | Blok::Kilde(note) => {
                    if let Some(mark) = &mut note.maerke {
                        signs.set(mark, &Scope::new(), &mut shared);
                    }
                }
                _ => shared.clear(),
            }
        }
    }
}

fn met<'a>(marks: impl Iterator<Item = &'a mut String>) -> Vec<String> {
    marks.map(|mark| mark.clone()).collect()
}

fn of_series(serie: &mut Serie) -> impl Iterator<Item = &mut String> {
    serie.maerke.iter_mut().chain(serie.vaerdier.values_mut().filter_map(of_value))
}

fn of_table(tabel: &mut Tabel) -> impl Iterator<Item = &mut String> {
    let columns = tabel.kolonner.iter_mut().filter_map(|column| column.maerke.as_mut());
    let rows = tabel.raekker.iter_mut().flat_map(|row| {
        let cells = row.celler.iter_mut().filter_map(|cell| match cell {
            Celle::Fuld(cell) => cell.maerke.as_mut(),
            Celle::Tal(_) | Celle::Tom(_) | Celle::Tekst(_) | Celle::Par(_) => None,
        });
        row.maerke.iter_mut().chain(cells)
    });
    tabel.maerke.iter_mut().chain(columns).chain(rows)
}

fn of_figure(figur: &mut Figur) -> impl Iterator<Item = &mut String> {
    let values = figur.serier.iter_mut().flat_map(|serie| serie.vaerdier.iter_mut());
    figur.maerke.iter_mut().chain(values.filter_map(of_value))
}

fn of_value(value: &mut Vaerdi) -> Option<&mut String> {
    match value {
        Vaerdi::Fuld(value) => value.maerke.as_mut(),
        Vaerdi::Tal(_) | Vaerdi::Tom(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(toml: &str) -> Vec<Blok> {
        #[derive(serde::Deserialize)]
        struct File {
            blok: Vec<Blok>,
        }
        toml::from_str::<File>(toml).expect("blocks").blok
    }

    fn table(mark: &str, notes: &str) -> String {
        format!(
            "[[blok]]\nslags = \"tabel\"\ntitel = \"T\"\nkolonner = [{{ navn = \"K\" }}]\n\
             raekker = [{{ navn = \"A\", maerke = \"{mark}\", celler = [1] }}]\nnoter = [{notes}]\n"
        )
    }

    const NOTE: &str = "{ maerke = \"*\", tekst = \"En.\" }";
    const OTHER: &str = "{ maerke = \"*\", tekst = \"To.\" }";

    /// The marks of the tables and of their notes, and of notes below, in order.
    fn signs(toml: &str) -> Vec<String> {
        let mut report = crate::report::check::testing::with_blocks("").report();
        let indsats = report.indsatser.first_mut().expect("one");
        indsats.brugere.serie.clear();
        indsats.blok = blocks(toml);
        separate(&mut report);
        let mut all = Vec::new();
        for blok in &mut report.indsatser.first_mut().expect("one").blok {
            match blok {
                Blok::Tabel(tabel) => {
                    all.extend(of_table(tabel).map(|mark| mark.clone()));
                    all.extend(tabel.noter.iter().map(|note| note.maerke.clone()));
                }
                Blok::Note(note) => all.extend(note.maerke.clone()),
                _ => {}
            }
        }
        all
    }

    #[test]
    fn two_blocks_with_one_mark_get_two_signs_and_the_same_note_one() {
        let two = table("*", NOTE) + &table("*", OTHER) + &table("*", NOTE);
        assert_eq!(signs(&two), ["*", "*", "†", "†", "*", "*"]);
    }

    #[test]
    fn signs_are_given_and_notes_stand_in_the_order_in_which_marks_are_met() {
        let rows = "{ navn = \"A\", maerke = \"**\", celler = [1] }, { navn = \"B\", maerke = \"*\", celler = [2] }";
        let notes = format!("{NOTE}, {{ maerke = \"**\", tekst = \"To.\" }}");
        let table = format!(
            "[[blok]]\nslags = \"tabel\"\ntitel = \"T\"\nkolonner = [{{ navn = \"K\" }}]\n\
             raekker = [{rows}]\nnoter = [{notes}]\n"
        );
        assert_eq!(signs(&table), ["*", "†", "*", "†"]);
    }

    #[test]
    fn a_note_below_answers_the_mark_above() {
        let below = "[[blok]]\nslags = \"note\"\nmaerke = \"*\"\ntekst = \"Under.\"\n";
        let all = table("**", "{ maerke = \"**\", tekst = \"En.\" }") + &table("*", "") + below;
        assert_eq!(signs(&all), ["*", "*", "†", "†"]);
    }
}
