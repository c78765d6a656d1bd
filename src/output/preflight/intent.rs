//! Output intents and the profile they name.

use crate::text;
use std::collections::BTreeSet;

use lopdf::{Dictionary, Document};
use sha2::{Digest, Sha256};

use super::ledger::Ledger;
use super::{budget, rules};
use crate::output::pdf::objects;
use crate::output::print::{Icc, Printer, Standard};

pub(super) fn check(doc: &Document, printer: &Printer, ledger: &mut Ledger) {
    let Ok(catalogue) = doc.catalog() else { return };
    let all: Vec<&Dictionary> = objects::array(doc, catalogue, b"OutputIntents")
        .unwrap_or_default()
        .iter()
        .take(64)
        .filter_map(|intent| doc.dereference(intent).ok()?.1.as_dict().ok())
        .collect();
    if printer.profile.standard == Standard::Cmyk {
        if !all.is_empty() {
            ledger.note(rules::UNWANTED_INTENT, 0, None, || text!("pf-unwanted-intent"));
        }
        return;
    }
    let for_print: Vec<_> =
        all.iter().filter(|intent| objects::name(doc, intent, b"S") == Some(b"GTS_PDFX")).collect();
    let profiles: BTreeSet<_> = all
        .iter()
        .filter_map(|intent| objects::id(intent.get(b"DestOutputProfile").ok()?))
        .collect();
    if profiles.len() > 1 {
        ledger.note(rules::TWO_PROFILES, 0, profiles.last().copied(), || text!("pf-two-profiles"));
    }
    let [intent] = for_print.as_slice() else {
        ledger.note(rules::NO_INTENT, 0, None, || text!("pf-intents", n = for_print.len()));
        return;
    };
    condition(doc, intent, printer, ledger);
    profile(doc, intent, printer, ledger);
}

fn condition(doc: &Document, intent: &Dictionary, printer: &Printer, ledger: &mut Ledger) {
    let said = |key: &[u8]| objects::get(doc, intent, key).and_then(objects::text);
    let ink = &printer.profile.farve;
    match said(b"OutputConditionIdentifier").filter(|name| !name.is_empty()) {
        None => ledger.note(rules::NO_CONDITION, 0, None, || text!("pf-no-condition")),
        Some(name) if name != ink.betingelse => {
            ledger.note(rules::OTHER_CONDITION, 0, None, || {
                text!("pf-other-condition", there = name, asked = ink.betingelse.as_str())
            });
        }
        Some(_) => {}
    }
    if said(b"RegistryName").is_none_or(|name| name.is_empty()) {
        ledger.note(rules::NO_REGISTRY, 0, None, || text!("pf-no-registry"));
    }
    if said(b"Info").is_none_or(|words| words.is_empty()) {
        ledger.note(rules::NO_CONDITION_INFO, 0, None, || text!("pf-no-info"));
    }
}

fn profile(doc: &Document, intent: &Dictionary, printer: &Printer, ledger: &mut Ledger) {
    let id = intent.get(b"DestOutputProfile").ok().and_then(objects::id);
    let stream =
        objects::get(doc, intent, b"DestOutputProfile").and_then(|value| value.as_stream().ok());
    let Some(stream) = stream else {
        ledger.note(rules::NO_PROFILE, 0, id, || text!("pf-no-profile"));
        return;
    };
    let bytes = stream.get_plain_content_with_limit(budget::MOST_DECODED.min(16 << 20));
    let Ok(bytes) = bytes else {
        ledger.note(rules::BAD_PROFILE, 0, id, || text!("pf-profile-unread"));
        return;
    };
    if objects::number(doc, &stream.dict, b"N") != Some(4.0) {
        ledger.note(rules::BAD_PROFILE, 0, id, || text!("pf-profile-n"));
    }
    let digest: Vec<u8> = Sha256::digest(&bytes).iter().copied().collect();
    if let Err(err) = Icc::check(bytes, None) {
        ledger.note(rules::BAD_PROFILE, 0, id, || text!("pf-profile", why = err.text()));
        return;
    }
    let wanted: Vec<u8> = Sha256::digest(printer.icc.bytes()).iter().copied().collect();
    if digest != wanted {
        ledger.note(rules::OTHER_PROFILE, 0, id, || text!("pf-other-profile"));
    }
}
