//! What follows from the changes: numbers that are computed from the data, not written in it.

use crate::text;
use crate::words::{Text, Words};
use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::danish;
use crate::report::insight::{IndsatsTal, Insights};
use crate::report::model::Report;

/// A computed number that is another than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Derived {
    /// Placeholder of the insights (`beloeb.ialt`), or `rang.<id>`, `andel.<id>`, `udvikling.<id>`.
    pub key: String,
    /// Id of the indsats that it is about, if it is about one.
    pub indsats: Option<String>,
    /// What it is, in Danish.
    pub label: String,
    /// As printed before; empty where it was not known.
    pub old: String,
    /// As printed now; empty where it is not known.
    pub new: String,
}

/// Every computed number that changed between two reports: sums, counts, shares and ranks, of the
/// report and of each indsats that is in both.
#[must_use]
pub fn derived(old: &Report, new: &Report, words: &Words) -> Vec<Derived> {
    let (before, now) = (Insights::compute(old), Insights::compute(new));
    let mut found = Vec::new();
    for (key, plads) in &now.pladser {
        let earlier = before.pladser.get(key).map(|p| p.tekst.clone()).unwrap_or_default();
        // `ord.x` is `antal.x` in words.
        if earlier != plads.tekst && !key.starts_with("ord.") {
            let label = spoken(key, &|part| words.say(part));
            let new = plads.tekst.clone();
            found.push(Derived { key: key.clone(), indsats: None, label, old: earlier, new });
        }
    }
    let earlier: BTreeMap<&str, &IndsatsTal> =
        before.indsatser.iter().map(|i| (i.id.as_str(), i)).collect();
    for i in &now.indsatser {
        let Some(was) = earlier.get(i.id.as_str()) else { continue };
        for ((key, label, old), (_, _, new)) in numbers(was).into_iter().zip(numbers(i)) {
            if old != new {
                let key = format!("{key}.{}", i.id);
                let label = format!("{}: {}", i.navn, words.say(&label));
                found.push(Derived { key, indsats: Some(i.id.clone()), label, old, new });
            }
        }
    }
    found
}

/// What a kind of number is called that is computed for each indsats: `rang`, `andel`, `udvikling`.
#[must_use]
pub fn kind_of_number(kind: &str) -> Text {
    match kind {
        "rang" => text!("derived-rank"),
        "andel" => text!("derived-share"),
        _ => text!("derived-change"),
    }
}

/// What is computed for one indsats: key, words, as printed.
fn numbers(i: &IndsatsTal) -> [(&'static str, Text, String); 3] {
    let pct = i.serie.as_ref().and_then(|s| s.aendring_pct);
    [
        ("rang", kind_of_number("rang"), i.rang.map(|r| r.to_string()).unwrap_or_default()),
        ("andel", kind_of_number("andel"), i.andel.map(danish::percent_one).unwrap_or_default()),
        (
            "udvikling",
            kind_of_number("udvikling"),
            pct.map(|p| format!("{}\u{a0}%", danish::decimal(p, 0))).unwrap_or_default(),
        ),
    ]
}

/// A placeholder in words: `beloeb.forvaltning.SOF` is `beløb, forvaltning SOF`.
pub(super) fn spoken(key: &str, say: &dyn Fn(&Text) -> String) -> String {
    let mut parts = key.split('.');
    let kind = say(&match parts.next().unwrap_or_default() {
        "antal" => text!("derived-count"),
        "beloeb" => text!("derived-amount"),
        "andel" => text!("derived-part"),
        "navn" => text!("derived-name"),
        "bydele" => text!("derived-districts"),
        "aar" => text!("derived-year"),
        other => other.into(),
    });
    let rest: Vec<String> = parts.map(|part| say(&word(part))).collect();
    if rest.is_empty() { kind } else { format!("{kind}, {}", rest.join(" ")) }
}

fn word(part: &str) -> Text {
    match part {
        "ialt" => text!("derived-total"),
        "bydaekkende" => text!("derived-city-wide"),
        "over_halvdelen" => text!("derived-half"),
        "stoerste" => text!("derived-largest"),
        "mindste" => text!("derived-smallest"),
        "uden" => text!("derived-without"),
        "flest" => text!("derived-most"),
        "foerste" => text!("derived-first"),
        "stigende" => text!("derived-rising"),
        "faldende" => text!("derived-falling"),
        "lokale" => text!("derived-local"),
        "beloeb_kendt" => text!("derived-known"),
        "uaendrede" => text!("derived-unchanged"),
        "bydele_flest" => text!("derived-districts-most"),
        "bydele_uden" => text!("derived-districts-without"),
        "fagprincip_sum" => text!("derived-principles"),
        "flere_fagprincipper" => text!("derived-several-principles"),
        "med_serie" => text!("derived-counted"),
        "uden_serie" => text!("derived-uncounted"),
        other => other.replace('_', " ").into(),
    }
}
