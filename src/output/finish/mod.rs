//! The finishing pass of the editions for the screen: what Typst writes, made whole for who hears
//! it, and packed.
//!
//! [`finish`] is a pure function over the file's objects. It turns carriers into tags, mends what
//! Typst's tags lack, joins what hyphenation split, says how the file opens and what it is, and
//! packs it. No page looks or reads otherwise afterwards. What it does not expect is an error.

mod attributes;
mod carrier;
mod cells;
mod digits;
mod lean;
mod lists;
mod merge;
mod metadata;
mod notes;
mod opening;
mod pack;
mod paragraphs;
mod sections;
mod tables;
mod tree;

use super::codes;
use super::pdf::load::{self, Asked, Tagged};
use crate::finding::Finding;
use crate::text;
use crate::words::Text;
pub use metadata::{Facts, Pages};
use tree::Tree;

/// What was not expected, and on which page.
#[derive(Debug)]
struct Fault {
    what: Text,
    page: Option<usize>,
}

impl Fault {
    fn on(mut self, page: usize) -> Self {
        self.page.get_or_insert(page);
        self
    }
}

impl From<Fault> for Finding {
    fn from(fault: Fault) -> Self {
        // What only this program can have done wrong is told with its own words, to be reported.
        let words = match fault.what {
            Text::Literal(what) => text!("finish-unexpected", what = what),
            what => what,
        };
        let mut finding = Self::error(codes::FINISH.code, words);
        finding.page = fault.page.map(|page| page + 1);
        finding
    }
}

fn unexpected(what: impl Into<Text>) -> Fault {
    Fault { what: what.into(), page: None }
}

/// Finishes a tagged Typst export.
///
/// # Errors
/// Where the file is not what Typst writes, or a carrier asks for what is unknown.
pub fn finish(pdf: &[u8], facts: &Facts<'_>) -> Result<Vec<u8>, Finding> {
    Ok(finished(pdf, facts)?)
}

fn finished(pdf: &[u8], facts: &Facts<'_>) -> Result<Vec<u8>, Fault> {
    let asked = Asked { attribute: attributes::is_needed, address: carrier::SCHEME };
    let read = load::tagged(pdf, asked);
    let Tagged { mut doc, tags, addresses } =
        read.ok_or_else(|| unexpected("the typeset PDF cannot be read"))?;
    let mut tree = Tree::of(&doc, tags)?;
    carrier::apply(&mut doc, &mut tree, &addresses)?;
    cells::mend(&mut tree);
    lists::mend(&mut tree);
    paragraphs::mend(&mut tree);
    lists::unite(&mut tree);
    tables::mend(&mut tree);
    attributes::mend(&mut tree);
    paragraphs::unwrap(&mut tree);
    notes::number(&mut tree);
    sections::group(&mut tree);
    merge::join(&mut doc, &mut tree)?;
    tree.write(&mut doc)?;
    opening::describe(&mut doc, facts.pages);
    metadata::describe(&mut doc, facts)?;
    pack::write(&mut doc)
}
