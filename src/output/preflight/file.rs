//! Header, trailer and catalogue.

use crate::text;
use crate::words::Text;
use lopdf::{Dictionary, Document, Object};

use super::ledger::Ledger;
use super::rules;
use crate::output::pdf::objects;
use crate::output::print::{Printer, Standard};

pub(super) fn check(bytes: &[u8], doc: &Document, printer: &Printer, ledger: &mut Ledger) {
    if let Some(fault) = fault_of_end(bytes) {
        ledger.note(rules::DAMAGED, 0, None, || fault);
    }
    let x4 = printer.profile.standard == Standard::X4;
    let header = bytes.get(..8).map(String::from_utf8_lossy).unwrap_or_default();
    if x4 && header != "%PDF-1.6" {
        ledger.note(rules::HEADER, 0, None, || text!("pf-header", header = header.as_ref()));
    }
    if doc.is_encrypted() || doc.was_encrypted() {
        ledger.note(rules::ENCRYPTED, 0, None, || text!("pf-encrypted"));
    }
    let id = objects::array(doc, &doc.trailer, b"ID").unwrap_or_default();
    let whole = |part: &Object| part.as_str().is_ok_and(|part| !part.is_empty());
    if !(id.len() == 2 && id.iter().all(whole)) {
        ledger.note(rules::NO_ID, 0, None, || text!("pf-no-id"));
    }
    let Ok(catalogue) = doc.catalog() else {
        ledger.note(rules::UNREADABLE, 0, None, || text!("pf-no-catalogue"));
        return;
    };
    if let Some(version) = objects::name(doc, catalogue, b"Version").filter(|_| x4)
        && version > &b"1.6"[..]
    {
        ledger.note(rules::CATALOGUE_VERSION, 0, None, || {
            text!("pf-catalogue", version = String::from_utf8_lossy(version).into_owned())
        });
    }
    contents(doc, catalogue, ledger);
}

/// How much of the end a reader looks through for the end's mark.
const TAIL: usize = 1024;

/// A file that was cut, or has something behind its end: readers mend it, each in its own way.
pub(super) fn fault_of_end(bytes: &[u8]) -> Option<Text> {
    // Readers look for the mark in the first kilobyte (PDF Reference 1.7, Appendix H, note 13).
    let head = bytes.get(..TAIL.min(bytes.len())).unwrap_or_default();
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Some(text!("pf-no-pdf"));
    }
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    let last = |mark: &[u8]| tail.windows(mark.len()).rposition(|window| window == mark);
    let Some(end) = last(b"%%EOF") else {
        return Some(text!("pf-cut"));
    };
    let behind = tail.get(end + b"%%EOF".len()..).unwrap_or_default();
    if behind.iter().any(|byte| !byte.is_ascii_whitespace()) {
        return Some(text!("pf-behind"));
    }
    let start = last(b"startxref").filter(|start| *start < end);
    start.is_none().then(|| text!("pf-no-table"))
}

fn contents(doc: &Document, catalogue: &Dictionary, ledger: &mut Ledger) {
    for key in [&b"OpenAction"[..], b"AA"] {
        // A destination to open at is no action.
        let action = objects::get(doc, catalogue, key).filter(|value| value.as_array().is_err());
        if action.is_some() {
            ledger.note(rules::ACTION, 0, None, || text!("pf-acts"));
        }
    }
    if objects::get(doc, catalogue, b"AcroForm").is_some() {
        ledger.note(rules::FORM, 0, None, || text!("pf-form"));
    }
    let names = objects::dict(doc, catalogue, b"Names");
    let has = |key: &[u8]| names.is_some_and(|names| names.has(key));
    if has(b"JavaScript") {
        ledger.note(rules::ACTION, 0, None, || text!("pf-javascript"));
    }
    if has(b"EmbeddedFiles") || catalogue.has(b"AF") {
        ledger.note(rules::ATTACHMENT, 0, None, || text!("pf-attachments"));
    }
    let Some(layers) = objects::dict(doc, catalogue, b"OCProperties") else { return };
    let configs = objects::array(doc, layers, b"Configs").is_some_and(|all| !all.is_empty());
    let automatic = objects::dict(doc, layers, b"D").is_some_and(|default| default.has(b"AS"));
    if configs || automatic {
        ledger.note(rules::LAYERS, 0, None, || text!("pf-layers"));
    }
}
