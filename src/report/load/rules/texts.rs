//! Prose that parses, and placeholders that mean something.

use std::ops::Range;
use std::sync::Arc;

use super::super::indsats_file;
use super::{RAPPORT_FILE, Rules, did_you_mean};
use crate::finding::{Finding, Place};
use crate::report::codes;
use crate::report::insight::Insights;
use crate::report::load::tree::{Value, offset_in_raw};
use crate::report::load::words::shown;
use crate::report::model::{Blok, Indsats, Rapport, Report};
use crate::report::prose;
use crate::report::texts::{Form, REFERRED, Scope, SharedUse, Text, Texts};
use crate::text;

/// Prose and shared texts of one file. Shared texts are looked up where `rapport` is known.
pub(super) fn run(rules: &mut Rules<'_>, file: &str, texts: &Texts<'_>, rapport: Option<&Rapport>) {
    for text in texts.texts.iter().filter(|t| t.form != Form::Plain) {
        let read = read(text.text);
        for error in &read.errors {
            let place = inside(rules, file, text, &error.range);
            rules.found.push(
                Finding::error(codes::PROSE.code, error.message.clone())
                    .at(place)
                    .hint(error.hint.clone()),
            );
        }
        if text.form == Form::Line
            && read.errors.is_empty()
            && prose::parse_line(text.text).is_err()
        {
            let words = text!("load-one-line", field = &text.field);
            rules.error(codes::PROSE, (file, &text.field), words, text!("load-one-line-hint"));
        }
        for (range, navn) in &read.pladser {
            local_placeholder(rules, file, text, range, navn);
        }
    }
    if let Some(rapport) = rapport {
        for shared in &texts.shared {
            shared_text(rules, file, shared, rapport);
        }
    }
}

/// Remembered: a preview reads the same texts again after every edit.
#[comemo::memoize]
fn read(text: &str) -> Arc<prose::Read> {
    Arc::new(prose::read(text))
}

/// Placeholders of texts that may name none, or only numbers of their own.
fn local_placeholder(
    rules: &mut Rules<'_>,
    file: &str,
    text: &Text<'_>,
    range: &Range<usize>,
    name: &str,
) {
    let hint = match text.scope {
        Scope::Shared | Scope::Insights => return,
        Scope::None => text!("load-no-placeholders"),
        Scope::References => match reference(rules, file, name) {
            None => return,
            Some(hint) => hint,
        },
        Scope::Numbers(count) => {
            let number = name.strip_prefix("tal.").or_else(|| name.strip_prefix("ord."));
            let number = number.and_then(|n| n.parse::<usize>().ok());
            if number.is_some_and(|n| (1..=count).contains(&n)) {
                return;
            }
            text!("load-own-numbers", count = count)
        }
    };
    let place = inside(rules, file, text, range);
    let words = text!("load-placeholder", name = shown(name));
    rules.found.push(Finding::error(codes::PLACEHOLDER.code, words).at(place).hint(hint));
}

/// What to do about a placeholder that points at no figure or table of its indsats; none where it
/// does.
fn reference(rules: &Rules<'_>, file: &str, navn: &str) -> Option<crate::words::Text> {
    let (kind, id) = navn.split_once('.').unwrap_or((navn, ""));
    let kind = kind.to_lowercase();
    let indsats = rules.parts.indsatser.iter().find(|i| indsats_file(&i.id) == file);
    let [figure, table] = REFERRED;
    if !REFERRED.contains(&kind.as_str()) {
        return Some(text!("load-references-only"));
    }
    let blocks = indsats.into_iter().flat_map(Indsats::blokke);
    let named: Vec<(&str, &str)> = blocks
        .filter_map(|(_, blok)| match blok {
            Blok::Figur(f) => Some((figure, f.id.as_deref()?)),
            Blok::Tabel(t) => Some((table, t.id.as_deref()?)),
            _ => None,
        })
        .collect();
    match named.iter().find(|(_, name)| *name == id) {
        Some((is, _)) if *is == kind => None,
        Some((is, _)) => Some(text!("load-reference-kind", kind = *is, id = shown(id))),
        None if named.is_empty() => Some(text!("load-reference-none", kind = &kind)),
        None => Some(did_you_mean(id, named.iter().map(|(_, name)| *name))),
    }
}

/// Placeholders of the insights, once the whole report can be counted.
pub(super) fn placeholders(rules: &mut Rules<'_>) {
    let Some(report) = whole(rules) else { return };
    let insights = Insights::compute(report);
    let texts = crate::report::texts::of_rapport(&report.rapport);
    for text in texts.texts.iter().filter(|t| t.scope == Scope::Insights) {
        for (range, name) in &prose::read(text.text).pladser {
            if insights.placeholder(name).is_none() {
                let place = inside(rules, RAPPORT_FILE, text, range);
                unknown(rules, place, name, &insights);
            }
        }
    }
    for (n, indsigt) in report.rapport.indsigter.indsigt.iter().enumerate() {
        for name in indsigt.trykt.keys() {
            if insights.placeholder(name).is_none() {
                let field = format!("indsigter.indsigt[{n}].trykt.\"{name}\"");
                let place = rules.place(RAPPORT_FILE, &field);
                unknown(rules, place, name, &insights);
            }
        }
    }
}

fn unknown(rules: &mut Rules<'_>, place: Place, name: &str, insights: &Insights) {
    let words = text!("load-placeholder", name = shown(name));
    let hint = match super::super::near::nearest(name, insights.pladser.keys().map(String::as_str))
    {
        Some(near) => text!("load-near", near = near),
        None => text!("load-placeholder-names"),
    };
    rules.found.push(Finding::error(codes::PLACEHOLDER.code, words).at(place).hint(hint));
}

/// The report, if all of its parts are there.
fn whole<'a>(rules: &Rules<'a>) -> Option<&'a Report> {
    let complete = rules.parts.indsatser.len() == rules.parts.ids.len();
    if complete { rules.whole } else { None }
}

fn shared_text(rules: &mut Rules<'_>, file: &str, shared: &SharedUse<'_>, rapport: &Rapport) {
    let key = &shared.tekst.faelles;
    let Some(text) = rapport.faelles.get(key) else {
        let words = text!("load-unknown-shared", name = shown(key));
        let hint = did_you_mean(key, rapport.faelles.keys().map(String::as_str));
        let field = format!("{}.faelles", shared.field);
        rules.error(codes::UNKNOWN_SHARED, (file, &field), words, hint);
        return;
    };
    let wanted: Vec<String> = prose::read(text).pladser.into_iter().map(|(_, name)| name).collect();
    for (n, name) in wanted.iter().enumerate() {
        if !shared.tekst.med.contains_key(name) && !wanted.iter().take(n).any(|w| w == name) {
            let words = text!("load-shared-needs", name = shown(key), word = shown(name));
            let hint = text!("load-shared-needs-hint", word = shown(name));
            rules.error(codes::SHARED_WORDS, (file, &shared.field), words, hint);
        }
    }
    for name in shared.tekst.med.keys().filter(|name| !wanted.contains(name)) {
        let words = text!("load-shared-extra", name = shown(key), word = shown(name));
        let hint = if wanted.is_empty() {
            text!("load-shared-none")
        } else {
            did_you_mean(name, wanted.iter().map(String::as_str))
        };
        rules.error(codes::SHARED_WORDS, (file, &format!("{}.med", shared.field)), words, hint);
    }
}

/// The place of a piece of a text in its file.
fn inside(rules: &Rules<'_>, file: &str, text: &Text<'_>, range: &Range<usize>) -> Place {
    let mut place = rules.place(file, &text.field);
    let Some(node) = rules.node(file, &text.field) else { return place };
    let raw = rules.sources.text(file).and_then(|source| source.get(node.span.clone()));
    if let (Some(raw), Value::String(value)) = (raw, &node.value) {
        let start = offset_in_raw(raw, value, range.start);
        let end = offset_in_raw(raw, value, range.end).max(start);
        place.range = node.span.start + start..node.span.start + end;
    }
    place
}
