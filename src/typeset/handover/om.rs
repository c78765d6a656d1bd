//! Blocks that are about a figure (`om`): where its values are missing they go with it, and a
//! statement that rests on it keeps its source and its population.

use super::Handover;
use super::blok::{Blok, Note};
use super::tekst::navn;
use crate::report::danish;
use crate::report::model::{self, Figur, Indsats, Tilstand};

/// What becomes of a block.
pub(super) enum Fate<'a> {
    /// It is set.
    Kept,
    /// It stays away with the figure that it is about.
    Gone,
    /// It is set, and what is known of the figure's basis below it.
    WithBasis(&'a Figur),
}

/// What becomes of a block of an indsats.
pub(super) fn fate<'a>(indsats: &'a Indsats, blok: &model::Blok) -> Fate<'a> {
    use model::Blok as Data;
    let (about, statement) = match blok {
        Data::Tekst(b) => (&b.om, false),
        Data::Note(b) | Data::Kilde(b) => (&b.om, false),
        Data::Fremhaevet(b) => (&b.om, true),
        Data::Tal(b) => (&b.om, true),
        _ => (&None, false),
    };
    let missing = about.as_ref().and_then(|about| missing(indsats, about));
    match (missing, statement) {
        (None, _) => Fate::Kept,
        (Some(_), false) => Fate::Gone,
        (Some(figur), true) => Fate::WithBasis(figur),
    }
}

/// The figure of that id, where its values are missing.
fn missing<'a>(indsats: &'a Indsats, about: &str) -> Option<&'a Figur> {
    indsats.blokke().find_map(|(_, blok)| match blok {
        model::Blok::Figur(f) if f.id.as_deref() == Some(about) => {
            matches!(f.tilstand, Tilstand::Mangler | Tilstand::Udfyldes).then_some(f)
        }
        _ => None,
    })
}

/// The basis of a figure as a source: what it measures, of how many, when, and where from.
pub(super) fn basis(h: &Handover<'_>, figur: &Figur) -> Option<Blok> {
    let n =
        figur.n.map(|n| format!("n = {}", danish::heltal(i64::try_from(n).unwrap_or(i64::MAX))));
    let parts = [figur.beskrivelse.clone(), n, figur.periode.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().map(|p| navn(&p)).collect();
    let mut tekst = figur.kilde.as_ref().map(|source| h.words().tekst(source)).unwrap_or_default();
    if !parts.is_empty() {
        tekst.splice(0..0, h.words().prose(&format!("{}.", parts.join(", "))));
    }
    (!tekst.is_empty()).then_some(Blok::Kilde(Note { maerke: None, tekst }))
}
