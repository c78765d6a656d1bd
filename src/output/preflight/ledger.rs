//! Breaches as they are met, one finding for each rule and page.

use std::collections::BTreeMap;

use lopdf::ObjectId;

use super::rules::Rule;
use crate::finding::{Finding, Place, Spot};
use crate::text;
use crate::words::{Arg, Number, Text};

/// Collects breaches; several of one rule on one page are one finding that counts them.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    entries: BTreeMap<(usize, &'static str), Entry>,
}

#[derive(Debug)]
struct Entry {
    rule: Rule,
    object: Option<ObjectId>,
    words: Text,
    more: usize,
    spots: Vec<Spot>,
}

/// Most spots that are told of one rule on one page.
const MOST_SPOTS: usize = 24;

/// Words that may be shown: names in a file may hold signs that steer a terminal or turn the
/// direction of what follows.
fn printable(words: Text) -> Text {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let of_arg = |arg| match arg {
        Arg::Text(text) => Arg::Text(printable(text)),
        Arg::Number(number) => Arg::Number(number),
    };
    match words {
        Text::Literal(words) => {
            Text::Literal(words.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect())
        }
        Text::Message { id, args } => {
            let args = args.into_iter().map(|(name, arg)| (name, of_arg(arg))).collect();
            Text::Message { id, args }
        }
        Text::List(items, joint) => Text::List(items.into_iter().map(printable).collect(), joint),
    }
}

/// A measured value with so many decimals.
pub(super) fn rounded(value: f32, decimals: usize) -> Number {
    Number::Decimal(format!("{value:.decimals$}").parse().unwrap_or_default())
}

impl Ledger {
    /// Notes a breach. `page` is 1-based, 0 for the whole file. `words` are only made for the
    /// first of its kind.
    pub(super) fn note(
        &mut self,
        rule: Rule,
        page: usize,
        object: Option<ObjectId>,
        words: impl FnOnce() -> Text,
    ) {
        self.note_at(rule, page, object, None, words);
    }

    /// The same, with where on the page it is.
    pub(super) fn note_at(
        &mut self,
        rule: Rule,
        page: usize,
        object: Option<ObjectId>,
        spot: Option<Spot>,
        words: impl FnOnce() -> Text,
    ) {
        let entry = self
            .entries
            .entry((page, rule.code))
            .and_modify(|entry| entry.more += 1)
            .or_insert_with(|| {
                let words = printable(words());
                Entry { rule, object, words, more: 0, spots: Vec::new() }
            });
        if let Some(spot) = spot.filter(|_| entry.spots.len() < MOST_SPOTS) {
            entry.spots.push(spot);
        }
    }

    /// Takes another's breaches in.
    pub(super) fn merge(&mut self, other: Self) {
        for (key, entry) in other.entries {
            let more = entry.more + 1;
            self.entries.entry(key).and_modify(|there| there.more += more).or_insert(entry);
        }
    }

    /// As findings: the file's first, then page by page, by code.
    pub(super) fn findings(self, file: &str) -> Vec<Finding> {
        self.entries
            .into_iter()
            .map(|((page, _), entry)| {
                let words = match entry.more {
                    0 => entry.words,
                    more => text!("pf-more", words = entry.words, n = more),
                };
                let mut finding = Finding::new(entry.rule.code, entry.rule.severity, words)
                    .hint(entry.rule.todo())
                    .hint(text!("pf-rule", source = entry.rule.source()));
                let field = entry.object.map(|(id, _)| format!("object {id}"));
                finding.place = Some(Place { file: file.to_owned(), range: 0..0, field });
                finding.page = (page > 0).then_some(page);
                finding.spots = entry.spots;
                finding
            })
            .collect()
    }
}
