//! A text as readers get it: its own prose, or a shared text with its words filled in. The one place
//! that does so, for pages, charts and comparisons.

use std::collections::BTreeMap;

use crate::report::model::Tekst;
use crate::report::prose::{self, Afsnit, Inline};

/// The prose of a text. Of a shared one, `med` is filled in as it stands, and `tillaeg` goes on in
/// the last paragraph. Computed numbers stay placeholders. Faulty prose and unknown shared texts,
/// both of which the loader has refused, give what can be read.
#[must_use]
pub fn prose_of(tekst: &Tekst, faelles: &BTreeMap<String, String>) -> Vec<Afsnit> {
    match tekst {
        Tekst::Egen(own) => prose::read(own).afsnit,
        Tekst::Faelles(f) => {
            let mut paragraphs =
                faelles.get(&f.faelles).map(|text| prose::read(text).afsnit).unwrap_or_default();
            if let Some(tillaeg) = &f.tillaeg {
                join(&mut paragraphs, prose::read(tillaeg).afsnit);
            }
            prose::fill(&mut paragraphs, &|name| f.med.get(name).cloned());
            paragraphs
        }
    }
}

/// An addition goes on in the last paragraph.
fn join(paragraphs: &mut Vec<Afsnit>, tillaeg: Vec<Afsnit>) {
    for (nr, more) in tillaeg.into_iter().enumerate() {
        match (paragraphs.last_mut(), more) {
            (Some(Afsnit::Tekst(last)), Afsnit::Tekst(more)) if nr == 0 => {
                last.push(Inline::Tekst(" ".to_owned()));
                last.extend(more);
            }
            (_, other) => paragraphs.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::FaellesTekst;

    #[test]
    fn words_are_filled_in_as_they_stand_and_an_addition_goes_on() {
        let faelles = BTreeMap::from([("kilde".to_owned(), "Fra {aar}.".to_owned())]);
        let text = Tekst::Faelles(FaellesTekst {
            faelles: "kilde".into(),
            med: BTreeMap::from([("aar".to_owned(), "2023*".to_owned())]),
            tillaeg: Some("Tallet er *nyt*.\n\nOg foreløbigt.".into()),
        });
        let plain = prose::plain(&prose_of(&text, &faelles));
        assert_eq!(plain, "Fra 2023*. Tallet er nyt.\nOg foreløbigt.");
    }
}
