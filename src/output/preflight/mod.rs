//! Preflight: reads a finished PDF and judges it as a print shop would.
//!
//! It knows nothing of how the file was made and shares no judgement with the writer: objects are
//! read with lopdf, content streams with hayro-syntax, metadata with roxmltree, fonts with
//! ttf-parser, and colours, graphics state and ink are followed here. Any PDF may be fed to it;
//! work and memory are bounded, and what is beyond the bounds is a finding.

mod boxes;
mod budget;
mod cff;
mod colour;
mod file;
mod font;
mod image;
mod ink;
mod intent;
mod ledger;
mod metadata;
mod page;
mod paint;
mod path;
pub mod rules;
mod scan;
mod state;
mod text;
mod things;
mod tints;
mod walk;

use crate::text;
use crate::words::Text;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;

use lopdf::{Document, LoadOptions};
use rayon::prelude::*;

use crate::finding::{Finding, Severity};
use crate::guard::guarded;
use crate::output::print::Printer;
use budget::Budget;
use ledger::Ledger;

/// What was found, and what the delivery note says of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verdict {
    /// Breaches, the file's first, then page by page.
    pub findings: Vec<Finding>,
    /// The file in numbers.
    pub facts: Facts,
}

impl Verdict {
    /// Whether a print shop would take it: no error.
    #[must_use]
    pub fn passes(&self) -> bool {
        !self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Names the indsats of each finding whose page is known: 1-based page to id.
    pub fn name_indsatser(&mut self, pages: &BTreeMap<usize, String>) {
        for finding in &mut self.findings {
            finding.indsats = finding.page.and_then(|page| pages.get(&page)).cloned();
        }
    }
}

/// The file in numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Number of pages.
    pub pages: usize,
    /// Of these, empty ones at the end.
    pub blank: usize,
    /// Sizes of the first page's boxes for people.
    pub trim: String,
    /// Likewise.
    pub bleed: String,
    /// Likewise.
    pub media: String,
    /// Colour spaces in use.
    pub colours: BTreeSet<String>,
    /// Fonts, with whether they are embedded.
    pub fonts: BTreeMap<String, bool>,
    /// Most ink in a square of 15 mm: percent and 1-based page.
    pub ink: Option<(f32, usize)>,
}

/// Most fields that are told behind one warning.
const MOST_BEHIND: usize = 8;

/// Warnings of one rule on many pages as one, which names the other pages: what a layout does, it
/// does on every spread. Errors stay as they are.
#[must_use]
pub fn gather(findings: Vec<Finding>) -> Vec<Finding> {
    // All are of one file.
    let mut gathered: Vec<(Finding, Vec<String>)> = Vec::new();
    for finding in findings {
        let alike = |(first, _): &&mut (Finding, Vec<String>)| {
            first.code == finding.code && first.page.is_some()
        };
        match (finding.severity, finding.page, gathered.iter_mut().find(alike)) {
            (Severity::Warning, Some(page), Some((first, pages))) => {
                pages.push(page.to_string());
                // What is behind it there is to be mended as well.
                first.related.extend(finding.related);
                first.related.truncate(MOST_BEHIND);
            }
            _ => gathered.push((finding, Vec::new())),
        }
    }
    let told = |(mut finding, pages): (Finding, Vec<String>)| {
        if !pages.is_empty() {
            let likewise = text!("pf-likewise", n = pages.len(), pages = Text::all_of(pages));
            finding.hints.insert(0, likewise);
        }
        finding
    };
    gathered.into_iter().map(told).collect()
}

/// Judges a PDF for a printer. `name` is how findings call the file.
#[must_use]
pub fn judge(name: &str, bytes: &[u8], printer: &Printer) -> Vec<Finding> {
    examine(name, bytes, printer).findings
}

/// Judges a PDF for a printer and says what it is like.
#[must_use]
pub fn examine(name: &str, bytes: &[u8], printer: &Printer) -> Verdict {
    // The parsers are written not to panic; if one does on a crafted file, that is a finding
    // about the file and not the end of the program.
    let judged = guarded(AssertUnwindSafe(|| unguarded(bytes, printer)));
    let (ledger, facts) = judged.unwrap_or_else(|| {
        let mut ledger = Ledger::default();
        ledger.note(rules::UNREADABLE, 0, None, || text!("pf-breaks"));
        (ledger, Facts::default())
    });
    Verdict { findings: ledger.findings(name), facts }
}

fn unguarded(bytes: &[u8], printer: &Printer) -> (Ledger, Facts) {
    let mut ledger = Ledger::default();
    let mut facts = Facts::default();
    let options =
        LoadOptions { max_decompressed_size: Some(budget::MOST_DECODED), ..LoadOptions::default() };
    if bytes.len() > budget::MOST_BYTES {
        ledger.note(rules::TOO_LARGE, 0, None, || {
            text!("pf-large", megabytes = bytes.len() >> 20, most = budget::MOST_BYTES >> 20)
        });
        return (ledger, facts);
    }
    let doc = match Document::load_mem_with_options(bytes, options) {
        Ok(doc) => doc,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => {
            ledger.note(rules::ENCRYPTED, 0, None, || text!("pf-password"));
            return (ledger, facts);
        }
        Err(err) => {
            ledger.note(rules::UNREADABLE, 0, None, || {
                file::fault_of_end(bytes)
                    .unwrap_or_else(|| text!("pf-unread", why = err.to_string()))
            });
            return (ledger, facts);
        }
    };
    file::check(bytes, &doc, printer, &mut ledger);
    metadata::check(&doc, printer, &mut ledger);
    intent::check(&doc, printer, &mut ledger);
    scan::check(&doc, &mut ledger);
    let pages: Vec<_> = doc.page_iter().take(budget::MOST_PAGES + 1).collect();
    if pages.is_empty() {
        ledger.note(rules::UNREADABLE, 0, None, || text!("pf-no-pages"));
        return (ledger, facts);
    }
    if pages.len() > budget::MOST_PAGES {
        ledger
            .note(rules::TOO_LARGE, 0, None, || text!("pf-many-pages", most = budget::MOST_PAGES));
        return (ledger, facts);
    }
    boxes::check(&doc, &pages, printer, &mut ledger, &mut facts);
    let budget = Budget::new();
    let shared = walk::Shared::new(&doc, printer, &budget);
    let judged: Vec<_> =
        pages.par_iter().enumerate().map(|(at, &id)| page::judge(&shared, id, at + 1)).collect();
    collect(judged, &mut ledger, &mut facts);
    shared.fonts_into(&mut facts);
    (ledger, facts)
}

/// Puts the pages' results together, in their order.
fn collect(judged: Vec<page::Judged>, ledger: &mut Ledger, facts: &mut Facts) {
    facts.pages = judged.len();
    facts.blank = judged.iter().rev().take_while(|page| page.empty).count();
    let inside = judged.len() - facts.blank;
    let mut tints = BTreeMap::new();
    for (at, page) in judged.into_iter().enumerate() {
        if page.empty && at < inside {
            ledger.note(rules::EMPTY, at + 1, None, || text!("pf-empty"));
        }
        if facts.ink.is_none_or(|(most, _)| page.ink > most) && page.ink > 0.0 {
            facts.ink = Some((page.ink, at + 1));
        }
        facts.colours.extend(page.colours);
        for (name, tint) in page.tints {
            if *tints.entry(name.clone()).or_insert_with(|| tint.clone()) != tint {
                ledger.note(rules::TWO_TINTS, at + 1, None, || text!("pf-two-tints", name = name));
            }
        }
        ledger.merge(page.ledger);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_on_many_pages_is_told_once_and_an_error_on_each() {
        let on = |finding: Finding, page| Finding { page: Some(page), ..finding };
        let gathered = gather(vec![
            on(Finding::warning("G05", "small").hint("larger"), 2),
            on(Finding::error("G03", "coarse"), 2),
            on(Finding::warning("G05", "small").hint("larger"), 4),
            on(Finding::error("G03", "coarse"), 4),
            on(Finding::warning("G05", "small").hint("larger"), 6),
            Finding::warning("X035", "the file"),
        ]);
        let pages: Vec<_> = gathered.iter().map(|f| (f.code, f.page)).collect();
        assert_eq!(pages, [("G05", Some(2)), ("G03", Some(2)), ("G03", Some(4)), ("X035", None)]);
        assert_eq!(
            gathered[0].hints,
            [text!("pf-likewise", n = 2_usize, pages = Text::all_of(["4", "6"])), "larger".into()]
        );
    }
}
