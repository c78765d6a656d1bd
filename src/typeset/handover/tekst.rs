//! Words on their way to the page: prose as trees, plain strings with Danish typography.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::danish;
use crate::report::insight::Insights;
use crate::report::model::Tekst;
use crate::report::prose::{self, Afsnit, Inline};
use crate::report::texts::prose_of;

/// Prose: paragraphs and lists.
pub(super) type Prosa = Vec<Node>;

/// A paragraph or list, with how much it is: the layouts divide what is longer than a column, and
/// need not look through the rest.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Node {
    #[serde(flatten)]
    pub(super) afsnit: Afsnit,
    /// Its letters, in bytes of UTF-8, and how many paragraphs and lists it is.
    omfang: (usize, usize),
}

/// Reads prose, fills in shared texts and computed numbers.
pub(super) struct Words<'a> {
    faelles: &'a BTreeMap<String, String>,
    insights: &'a Insights,
}

impl<'a> Words<'a> {
    pub(super) fn new(faelles: &'a BTreeMap<String, String>, insights: &'a Insights) -> Self {
        Self { faelles, insights }
    }

    /// Prose of the data.
    pub(super) fn prosa(&self, tekst: &str) -> Prosa {
        self.set(prose::read(tekst).afsnit)
    }

    /// Prose that may be left out; nothing then.
    pub(super) fn prosa_eller(&self, tekst: Option<&String>) -> Prosa {
        tekst.map(|tekst| self.prosa(tekst)).unwrap_or_default()
    }

    /// Prose of its own, or a shared text with its words filled in.
    pub(super) fn tekst(&self, tekst: &Tekst) -> Prosa {
        self.set(prose_of(tekst, self.faelles))
    }

    /// Prose whose placeholders are numbers of a callout.
    pub(super) fn linje(
        &self,
        tekst: &str,
        pladser: &dyn Fn(&str) -> Option<String>,
    ) -> Vec<Inline> {
        let mut tree = prose::read(tekst).afsnit;
        prose::fill(&mut tree, pladser);
        prose::typografi(&mut tree);
        tree.into_iter()
            .flat_map(|a| match a {
                Afsnit::Tekst(inline) => inline,
                Afsnit::Liste { .. } => Vec::new(),
            })
            .collect()
    }

    /// A heading of the insights: words with computed numbers, as a string.
    pub(super) fn titel(&self, tekst: &str) -> String {
        let mut tree = prose::read(tekst).afsnit;
        prose::fill(&mut tree, &|navn| self.insights.placeholder(navn));
        prose::typografi(&mut tree);
        prose::plain(&tree)
    }

    fn set(&self, mut tree: Vec<Afsnit>) -> Prosa {
        prose::fill(&mut tree, &|navn| self.insights.placeholder(navn));
        prose::typografi(&mut tree);
        tree.into_iter().map(|afsnit| Node { omfang: extent(&afsnit), afsnit }).collect()
    }
}

fn extent(afsnit: &Afsnit) -> (usize, usize) {
    match afsnit {
        Afsnit::Tekst(inline) => (letters(inline), 1),
        Afsnit::Liste { punkter, .. } => punkter
            .iter()
            .flatten()
            .map(extent)
            .fold((0, 1), |sum, one| (sum.0 + one.0, sum.1 + one.1)),
    }
}

/// Letters of a paragraph, in bytes of UTF-8; a line break counts as one.
pub(super) fn letters(inline: &[Inline]) -> usize {
    let letters = |piece: &Inline| match piece {
        Inline::Tekst(text) | Inline::Plads(text) => text.len(),
        Inline::Fed(inside) | Inline::Kursiv(inside) => letters(inside),
        Inline::Link { indhold, .. } => letters(indhold),
        Inline::Linjeskift => 1,
    };
    inline.iter().map(letters).sum()
}

/// A string that is no prose (labels, names) with Danish typography.
pub(super) fn navn(tekst: &str) -> String {
    // A line's end in the data file is a space, as in prose.
    danish::typografi(&tekst.lines().map(str::trim).collect::<Vec<_>>().join(" "))
}

/// The same for what may be left out.
pub(super) fn navn_eller(tekst: Option<&String>) -> Option<String> {
    tekst.map(|tekst| navn(tekst))
}
