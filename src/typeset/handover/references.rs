//! Figures and tables that prose points at: `{figur.sigtelser}` prints `figur 2` and leads there.
//!
//! Only where an indsats' prose points at one are its figures and tables numbered, each kind from 1
//! in the order of the pages. A figure whose values are missing is not on the page and has no
//! number; a sentence that points at it is left out.

use std::collections::BTreeMap;

use super::Handover;
use crate::chart::{FigureId, display_of};
use crate::report::model::{Blok, Indsats, Visning};
use crate::report::prose::{self, Reference};
use crate::report::texts::{self, Scope};
use crate::text;

/// The figures and tables of an indsats, numbered.
#[derive(Debug, Default)]
pub struct References {
    /// By id; none where it is not shown.
    by_id: BTreeMap<String, Option<Reference>>,
    /// By field: `Figur 2`, and the name of the place.
    by_field: BTreeMap<String, Numbered>,
}

/// The number of a figure or table, as printed over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered {
    /// `Figur 2`.
    pub(super) nr: String,
    /// Name of its place.
    pub(super) place: String,
}

impl References {
    /// Of an indsats; none where its prose points at nothing.
    pub(super) fn of(h: &Handover<'_>, indsats: &Indsats) -> Option<Self> {
        let named = |blok: &Blok| id(blok).is_some();
        if !indsats.blokke().any(|(_, blok)| named(blok)) || !points(indsats) {
            return None;
        }
        let mut all = Self::default();
        let (mut figures, mut tables) = (0, 0);
        for (field, blok) in indsats.blokke() {
            let place = FigureId::blok(&indsats.id, &field);
            let chart = h.charts.iter().any(|chart| chart.id == place);
            let titel = match blok {
                Blok::Figur(f) => &f.titel,
                Blok::Tabel(t) => &t.titel,
                _ => continue,
            };
            let words = match blok {
                Blok::Tabel(t) if !chart || display_of(t) != Visning::Diagram => {
                    tables += 1;
                    text!("numbered-table", nr = tables)
                }
                Blok::Figur(_) if !chart => {
                    all.by_id.extend(id(blok).map(|id| (id.to_owned(), None)));
                    continue;
                }
                _ => {
                    figures += 1;
                    text!("numbered-figure", nr = figures)
                }
            };
            let tekst = h.words.say(&words).replace(' ', "\u{a0}");
            let sted = format!("figur-{}", place.file_stem());
            let nr = capital(&tekst);
            if let Some(id) = id(blok) {
                let til = format!("{tekst}, {}", super::tekst::navn(titel));
                let reference = Reference { sted: sted.clone(), tekst, til };
                all.by_id.insert(id.to_owned(), Some(reference));
            }
            all.by_field.insert(field, Numbered { nr, place: sted });
        }
        Some(all)
    }

    /// What a placeholder stands for; one that begins with a capital begins a sentence.
    pub(super) fn find(&self, name: &str) -> Option<Reference> {
        let (kind, id) = name.split_once('.')?;
        let begins = kind.starts_with(char::is_uppercase);
        if !texts::REFERRED.contains(&kind.to_lowercase().as_str()) {
            return None;
        }
        let mut reference = self.by_id.get(id)?.clone()?;
        if begins {
            reference.tekst = capital(&reference.tekst);
        }
        Some(reference)
    }

    /// The text without the sentences that point at what is not shown; none where it has none.
    pub(super) fn said(&self, text: &str) -> Option<String> {
        let shown = |name: &str| {
            let gone = name.split_once('.').and_then(|(_, id)| self.by_id.get(id));
            !gone.is_some_and(Option::is_none)
        };
        let whole = prose::names(text).all(shown);
        (!whole).then(|| prose::without(text, &|s| prose::names(s).all(shown)))
    }

    /// The number over a block.
    pub(super) fn numbered(&self, field: &str) -> Option<&Numbered> {
        self.by_field.get(field)
    }
}

/// The name that a figure or table has in its indsats.
fn id(blok: &Blok) -> Option<&str> {
    match blok {
        Blok::Figur(f) => f.id.as_deref(),
        Blok::Tabel(t) => t.id.as_deref(),
        _ => None,
    }
}

/// Whether prose of the indsats points at a figure or table.
fn points(indsats: &Indsats) -> bool {
    let texts = texts::of_indsats(indsats).texts;
    let mut prose = texts.iter().filter(|t| t.scope == Scope::References);
    prose.any(|t| prose::names(t.text).next().is_some())
}

fn capital(text: &str) -> String {
    let mut signs = text.chars();
    let first: String = signs.next().into_iter().flat_map(char::to_uppercase).collect();
    first + signs.as_str()
}
