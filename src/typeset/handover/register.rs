//! The index: every name that an indsats goes by, and every place that the bydele's table knows,
//! with the indsatser that tell of it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::tekst::navn;
use crate::report::danish::alphabetical;
use crate::report::model::Indsats;
use crate::report::texts::of_indsats;

/// The index, in Danish alphabetical order.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Register {
    /// Names of indsatser.
    navne: Vec<Opslag>,
    /// Bydele and places in them.
    steder: Vec<Opslag>,
}

/// One entry.
#[derive(Debug, Serialize, JsonSchema)]
struct Opslag {
    navn: String,
    /// Ids of the indsatser, in the report's order: the layout knows their pages.
    ids: Vec<String>,
}

pub(super) fn register(h: &Handover<'_>) -> Register {
    Register { navne: navne(h), steder: steder(h) }
}

/// Every name under which a reader may look for an indsats.
fn navne(h: &Handover<'_>) -> Vec<Opslag> {
    let mut out: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for i in &h.report.indsatser {
        let mut mine: Vec<String> = Vec::new();
        for n in [Some(&i.navn), i.kort_navn.as_ref(), Some(&i.overblik.navn)].into_iter().flatten()
        {
            let n = navn(n);
            // Of names that differ in capitals or by a parenthesis only, one is enough.
            match mine.iter_mut().find(|m| stem(m) == stem(&n)) {
                Some(m) if m.len() < n.len() => *m = n,
                Some(_) => {}
                None => mine.push(n),
            }
        }
        for n in mine {
            out.entry((alphabetical(&n), n)).or_default().push(i.id.clone());
        }
    }
    out.into_iter().map(|((_, navn), ids)| Opslag { navn, ids }).collect()
}

/// A name in small letters, without the parenthesis at its end.
fn stem(name: &str) -> String {
    let without_invisible = match name.rsplit_once(" (") {
        Some((without_invisible, rest)) if rest.ends_with(')') => without_invisible,
        _ => name,
    };
    without_invisible.to_lowercase()
}

/// Bydele with the indsatser that work there, and places with those whose texts name them. Where a
/// place lies is not said: the table of bydele knows it for its own checks, not from the report.
fn steder(h: &Handover<'_>) -> Vec<Opslag> {
    let texts: Vec<(&Indsats, String)> = h.report.indsatser.iter().map(|i| (i, prose(i))).collect();
    let entry = |place: &str, here: &dyn Fn(&Indsats, &str) -> bool| {
        let ids = texts.iter().filter(|(i, tekst)| here(i, tekst)).map(|(i, _)| i.id.clone());
        Opslag { navn: navn(place), ids: ids.collect() }
    };
    let bydele = &h.report.bydele;
    let mut out = Vec::new();
    for b in bydele {
        out.push(entry(&b.navn, &|i, tekst| {
            i.geografi.bydele.iter().any(|navn| b.is_named(navn)) || has_words(tekst, &b.navn)
        }));
        let with_article = |alias: &String| {
            alias.strip_suffix("en").is_some_and(|stem| b.alias.iter().any(|a| a == stem))
        };
        for alias in b.alias.iter().filter(|alias| !with_article(alias)) {
            let article = format!("{alias}en");
            if b.alias.contains(&article) {
                // A place with and without its article is one entry: Sydhavn, Sydhavnen.
                let either = |_: &Indsats, t: &str| has_words(t, alias) || has_words(t, &article);
                out.push(entry(&format!("{alias}, {article}"), &either));
            } else {
                out.push(entry(alias, &|_, tekst| has_words(tekst, alias)));
            }
        }
    }
    for part in bydele.iter().filter_map(|b| b.faelles_navn.as_ref()).collect::<BTreeSet<_>>() {
        out.push(entry(part, &|_, tekst| {
            let without_bydele =
                bydele.iter().fold(tekst.to_owned(), |rest, b| rest.replace(&b.navn, "\u{b6}"));
            has_words(&without_bydele, part)
        }));
    }
    out.retain(|o| !o.ids.is_empty());
    out.sort_by_cached_key(|o| (alphabetical(&o.navn), o.navn.clone()));
    out.dedup_by(|a, b| a.navn == b.navn);
    out
}

/// All words of an indsats' spread as one text.
fn prose(i: &Indsats) -> String {
    let texts = of_indsats(i);
    let mut dele: Vec<&str> =
        texts.texts.iter().filter(|t| !t.field.starts_with("overblik.")).map(|t| t.text).collect();
    dele.extend(i.overblik.geografi_som_trykt.as_deref());
    dele.extend(i.geografi.bydele.iter().map(String::as_str));
    // A line's end in the data is a space.
    dele.join(" \u{b6} ").replace('\n', " ")
}

/// Whether a name stands in a text, not as a part of another word: `Husum` is not in `Husumvej`,
/// and not in `Brønshøj-Husum`.
fn has_words(text: &str, place: &str) -> bool {
    let del = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    text.match_indices(place).any(|(at, _)| {
        let after = &text[at + place.len()..];
        // A genitive is the same place.
        let after = after.strip_prefix('s').unwrap_or(after);
        !del(text[..at].chars().next_back()) && !del(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::{has_words, stem};

    #[test]
    fn names_that_differ_by_a_parenthesis_are_one() {
        assert_eq!(stem("Green Teams (Beskæftigelse)"), stem("GREEN TEAMS"));
        assert_ne!(stem("Job og uddannelse"), stem("Job (og uddannelse) i byen"));
    }

    #[test]
    fn a_place_is_a_word_of_its_own() {
        assert!(has_words("bor i Husum.", "Husum"));
        assert!(has_words("Husums unge", "Husum"));
        assert!(!has_words("på Husumvej", "Husum"));
        assert!(!has_words("i Brønshøj-Husum", "Husum"));
    }
}
