//! Words on their way to the page: prose as trees, plain strings with Danish typography.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::report::danish;
use crate::report::insight::Insights;
use crate::report::model::Tekst;
use crate::report::prose::{self, Afsnit, Inline};

/// Reads prose, fills in shared texts and computed numbers.
pub(super) struct Words<'a> {
    faelles: &'a BTreeMap<String, String>,
    insights: &'a Insights,
}

impl<'a> Words<'a> {
    pub(super) fn new(faelles: &'a BTreeMap<String, String>, insights: &'a Insights) -> Self {
        Self { faelles, insights }
    }

    /// Prose of the data as a tree in JSON.
    pub(super) fn prosa(&self, tekst: &str) -> Value {
        self.set(prose::read(tekst).afsnit, &|navn| self.insights.placeholder(navn))
    }

    /// Prose of its own, or a shared text with its words filled in.
    pub(super) fn tekst(&self, tekst: &Tekst) -> Value {
        match tekst {
            Tekst::Egen(egen) => self.prosa(egen),
            Tekst::Faelles(f) => {
                let mut tree =
                    self.faelles.get(&f.faelles).map(|t| prose::read(t).afsnit).unwrap_or_default();
                if let Some(tillaeg) = &f.tillaeg {
                    join(&mut tree, prose::read(tillaeg).afsnit);
                }
                self.set(tree, &|navn| {
                    f.med.get(navn).cloned().or_else(|| self.insights.placeholder(navn))
                })
            }
        }
    }

    /// Prose whose placeholders are numbers of a callout.
    pub(super) fn linje(&self, tekst: &str, pladser: &dyn Fn(&str) -> Option<String>) -> Value {
        let mut tree = prose::read(tekst).afsnit;
        prose::fill(&mut tree, pladser);
        prose::typografi(&mut tree);
        let inline: Vec<Inline> = tree
            .into_iter()
            .flat_map(|a| match a {
                Afsnit::Tekst(inline) => inline,
                Afsnit::Liste { .. } => Vec::new(),
            })
            .collect();
        json!(inline)
    }

    /// A heading of the insights: words with computed numbers, as a string.
    pub(super) fn titel(&self, tekst: &str) -> String {
        let mut tree = prose::read(tekst).afsnit;
        prose::fill(&mut tree, &|navn| self.insights.placeholder(navn));
        prose::typografi(&mut tree);
        prose::plain(&tree)
    }

    fn set(&self, mut tree: Vec<Afsnit>, pladser: &dyn Fn(&str) -> Option<String>) -> Value {
        prose::fill(&mut tree, pladser);
        prose::typografi(&mut tree);
        Value::Array(tree.iter().map(node).collect())
    }
}

/// A paragraph or list with its `omfang`, its letters and how many paragraphs and lists it is: the
/// layouts divide what is longer than a column, and need not look through the rest.
fn node(afsnit: &Afsnit) -> Value {
    let mut node = json!(afsnit);
    node["omfang"] = json!(extent(afsnit));
    node
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
fn letters(inline: &[Inline]) -> usize {
    let letters = |piece: &Inline| match piece {
        Inline::Tekst(text) | Inline::Plads(text) => text.len(),
        Inline::Fed(inside) | Inline::Kursiv(inside) => letters(inside),
        Inline::Link { indhold, .. } => letters(indhold),
        Inline::Linjeskift => 1,
    };
    inline.iter().map(letters).sum()
}

/// An addition goes on in the last paragraph of a shared text.
fn join(tree: &mut Vec<Afsnit>, tillaeg: Vec<Afsnit>) {
    for afsnit in tillaeg {
        match (tree.last_mut(), afsnit) {
            (Some(Afsnit::Tekst(last)), Afsnit::Tekst(more)) => {
                last.push(Inline::Tekst(" ".to_owned()));
                last.extend(more);
            }
            (_, other) => tree.push(other),
        }
    }
}

/// A string that is no prose (labels, names) with Danish typography.
pub(super) fn navn(tekst: &str) -> String {
    // A line's end in the data file is a space, as in prose.
    danish::typografi(&tekst.lines().map(str::trim).collect::<Vec<_>>().join(" "))
}

/// The same for what may be left out.
pub(super) fn navn_eller(tekst: Option<&String>) -> Value {
    tekst.map_or(Value::Null, |t| Value::String(navn(t)))
}
