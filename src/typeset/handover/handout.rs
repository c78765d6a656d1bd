//! What a handout holds.

use schemars::JsonSchema;
use serde::Serialize;
use typst::foundations::Bytes;

use super::{json, paths};

/// The handouts of one run.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HandoutFile<'a> {
    /// Whether each indsats is set as its essence on one page.
    pub essens: bool,
    /// The files to be, in order.
    pub dele: Vec<Del<'a>>,
}

/// One file.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Del<'a> {
    /// Whether it has a cover.
    pub forside: bool,
    /// What its cover says of it.
    pub tekst: &'a str,
    /// Ids of its indsatser, in order.
    pub indsatser: &'a [String],
}

impl HandoutFile<'_> {
    /// As the layouts find it.
    #[must_use]
    pub fn file(&self) -> (String, Bytes) {
        (paths::HANDOUT.to_owned(), json(self))
    }
}
