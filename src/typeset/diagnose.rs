//! Typst's diagnostics as findings.

use std::collections::{BTreeMap, BTreeSet};

use typst::World as _;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::syntax::{DiagSpan, FileId};

use super::codes::INTERNAL;
use super::world::World;
use crate::finding::{Finding, Place};
use crate::text;

/// Each diagnostic with its place, its trace and its hints. Warnings become errors and say so.
/// Where a layout breaks off, its labels are missing: nothing is said about what follows from that.
pub(super) fn findings(
    world: &World,
    all: &[SourceDiagnostic],
    code: &'static str,
) -> Vec<Finding> {
    let broken = all.iter().any(|d| d.severity == Severity::Error && !is_missing_label(d));
    all.iter()
        .filter(|diagnostic| !(broken && is_missing_label(diagnostic)))
        .map(|diagnostic| finding(world, diagnostic, code))
        .collect()
}

fn is_missing_label(diagnostic: &SourceDiagnostic) -> bool {
    let words = &diagnostic.message;
    words.starts_with("label `<") && words.ends_with("does not exist in the document")
}

fn finding(world: &World, diagnostic: &SourceDiagnostic, code: &'static str) -> Finding {
    if let Some(internal) = internal(&diagnostic.message) {
        let hint = text!("internal-error-hint");
        return Finding::error(INTERNAL.code, text!("internal-error", words = internal)).hint(hint);
    }
    let mut finding = Finding::error(code, diagnostic.message.as_str());
    finding.place = place(world, diagnostic.span);
    for hint in &diagnostic.hints {
        match place(world, hint.span) {
            Some(place) => finding.related.push((place, hint.v.to_string().into())),
            None => finding.hints.push(hint.v.to_string().into()),
        }
    }
    if diagnostic.severity == Severity::Warning {
        finding.hints.push(text!("layout-warning"));
    }
    for point in &diagnostic.trace {
        if let Some(place) = place(world, point.span.into()) {
            finding.related.push((place, point.v.to_string().into()));
        }
    }
    finding
}

/// What a fault of the library itself says, without the place in its source, which is a machine's.
fn internal(message: &str) -> Option<&str> {
    let words = message.strip_prefix("internal error: ")?;
    Some(words.split(" (occurred at").next().unwrap_or(words))
}

fn place(world: &World, span: DiagSpan) -> Option<Place> {
    let id = span.id()?;
    let range = world.range(span).unwrap_or_default();
    Some(Place { file: world.loader().name(id), range, field: None })
}

/// Name and text of the files that the findings point into. The ids are found again by name: a
/// finding is plain data and outlives the compile.
pub(super) fn texts(world: &mut World, findings: &[Finding]) -> BTreeMap<String, String> {
    let wanted: BTreeSet<&str> = findings
        .iter()
        .flat_map(|f| f.place.iter().chain(f.related.iter().map(|(place, _)| place)))
        .map(|place| place.file.as_str())
        .collect();
    world
        .known()
        .into_iter()
        .filter_map(|id| {
            let name = world.loader().name(id);
            let text = wanted.contains(name.as_str()).then(|| text(world, id))??;
            Some((name, text))
        })
        .collect()
}

/// The text that the ranges count in: without a byte order mark where it is a Typst source.
fn text(world: &World, id: FileId) -> Option<String> {
    if id.get().vpath().extension() == Some("typ") {
        return Some(world.source(id).ok()?.text().to_owned());
    }
    String::from_utf8(world.file(id).ok()?.to_vec()).ok()
}
