//! What must hold between the parts of a report, and inside them beyond their shape.

mod blocks;
mod duplicates;
mod form;
mod order;
mod refs;
mod texts;
mod whole;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::parts::Parts;
use super::path::FieldPath;
use super::pictures::Picture;
use super::tree::Node;
use super::{
    BYDELE_FILE, FAGPRINCIPPER_FILE, FORVALTNINGER_FILE, ORDLISTE_FILE, RAPPORT_FILE, indsats_file,
};
use crate::finding::Code;
use crate::finding::{Finding, Place, Severity, Sources};
use crate::report::model::Report;
use crate::text;
use crate::words::Text;

/// The rules at work: what they look at and what they have found.
pub(super) struct Rules<'a> {
    pub parts: &'a Parts,
    /// The report, where every part that it names is there.
    pub whole: Option<&'a Report>,
    pub trees: &'a BTreeMap<String, Arc<Node>>,
    pub sources: &'a Sources,
    pub dir: &'a Path,
    pub pictures: &'a BTreeMap<String, Picture>,
    pub found: Vec<Finding>,
}

/// Runs every rule that has what it needs.
pub(super) fn run(mut rules: Rules<'_>) -> Vec<Finding> {
    let parts = rules.parts;
    duplicates::run(&mut rules);
    order::run(&mut rules);
    if let Some(rapport) = &parts.rapport {
        form::rapport(&mut rules, rapport);
        refs::rapport(&mut rules, rapport);
        texts::run(&mut rules, RAPPORT_FILE, &crate::report::texts::of_rapport(rapport), None);
    }
    if let Some(principper) = &parts.fagprincipper {
        let texts = crate::report::texts::of_fagprincipper(principper);
        texts::run(&mut rules, FAGPRINCIPPER_FILE, &texts, None);
        form::fagprincipper(&mut rules, principper);
    }
    if let Some(ordliste) = &parts.ordliste {
        let texts = crate::report::texts::of_ordliste(ordliste);
        texts::run(&mut rules, ORDLISTE_FILE, &texts, None);
    }
    for indsats in &parts.indsatser {
        let before = rules.found.len();
        let file = indsats_file(&indsats.id);
        form::indsats(&mut rules, &file, indsats);
        refs::indsats(&mut rules, &file, indsats);
        blocks::indsats(&mut rules, &file, indsats);
        let texts = crate::report::texts::of_indsats(indsats);
        texts::run(&mut rules, &file, &texts, parts.rapport.as_ref());
        for finding in rules.found.iter_mut().skip(before) {
            finding.indsats = Some(indsats.id.clone());
        }
    }
    texts::placeholders(&mut rules);
    rules.found
}

impl Rules<'_> {
    fn place(&self, file: &str, field: &str) -> Place {
        super::place(self.trees, file, field)
    }

    fn tell(
        &mut self,
        severity: Severity,
        code: Code,
        at: (&str, &str),
        words: impl Into<Text>,
        hint: impl Into<Text>,
    ) {
        let place = self.place(at.0, at.1);
        self.found.push(Finding::new(code.code, severity, words).at(place).hint(hint));
    }

    fn error(
        &mut self,
        code: Code,
        at: (&str, &str),
        words: impl Into<Text>,
        hint: impl Into<Text>,
    ) {
        self.tell(Severity::Error, code, at, words, hint);
    }

    fn warning(
        &mut self,
        code: Code,
        at: (&str, &str),
        words: impl Into<Text>,
        hint: impl Into<Text>,
    ) {
        self.tell(Severity::Warning, code, at, words, hint);
    }

    /// The node of a field.
    fn node(&self, file: &str, field: &str) -> Option<&Node> {
        self.trees.get(file)?.at(&FieldPath::parse(field))
    }
}

/// Most names that a hint lists.
const LISTED: usize = 12;

/// A hint that names the nearest of several, or the first of them where none is near.
fn did_you_mean<'n>(written: &str, names: impl Iterator<Item = &'n str>) -> Text {
    let mut unique: Vec<&str> = Vec::new();
    for name in names {
        if !unique.contains(&name) {
            unique.push(name);
        }
    }
    if let Some(near) = super::near::nearest(written, unique.iter().copied()) {
        return text!("load-near", near = near);
    }
    let listed = Text::list(unique.iter().take(LISTED).copied());
    text!("load-known", names = listed, more = unique.len().saturating_sub(LISTED))
}
