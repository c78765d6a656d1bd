//! What stands beside the pages of a report.

use super::{Excerpt, Fit, Indsats, Owed, OwedField, Panel, PanelFinding};
use crate::finding::{Finding, Place, Sources, sort};
use crate::pipeline::{Problems, Typeset};
use crate::report::carried;
use crate::report::diff::missing;
use crate::report::fields::names::of_kind;
use crate::report::load::indsats_file;
use crate::report::model::Report;
use crate::report::schema;
use crate::typeset::{PagedDocument, fit};
use crate::words::Words;

/// What stands beside the pages of this year's report.
pub(super) fn panel(
    report: &Report,
    typeset: &Typeset,
    problems: Problems,
    words: &Words,
) -> Panel {
    let mut panel = Panel {
        title: report.rapport.titel.clone(),
        forvaltninger: report
            .forvaltninger
            .iter()
            .map(|f| (f.kode.clone(), f.navn.clone()))
            .collect(),
        blocks: schema::told_blocks(words.language())
            .into_iter()
            .map(|(kind, said)| {
                let name = words.say(&of_kind(&kind));
                (kind, name, said)
            })
            .collect(),
        findings: funds(problems, words),
        ..Panel::default()
    };
    place(&mut panel, report, typeset);
    panel
}

/// Where everything stands, and how it fits.
pub(super) fn place(panel: &mut Panel, report: &Report, typeset: &Typeset) {
    let indsatser = indsatser(report, typeset);
    let of = |id: &str| indsatser.iter().find(|i| i.id == id);
    let fit = typeset.fits.iter().filter_map(|fit| {
        let indsats = of(&fit.id)?;
        Some(Fit {
            indsats: indsats.name.clone(),
            page: indsats.page?,
            pages: fit.sider,
            filled: fit.percent(),
            left: fit.rest_mm.round().clamp(0.0, 10_000.0) as u32,
            over: fit.over_linjer,
            room: fit.room(),
            id: fit.id.clone(),
        })
    });
    panel.fit = fit.collect();
    panel.missing = owed(report, &indsatser);
    panel.indsatser = indsatser;
}

/// The indsatser with their pages.
pub(super) fn indsatser(report: &Report, typeset: &Typeset) -> Vec<Indsats> {
    let open = carried::open(report);
    let one = |i: &crate::report::model::Indsats| Indsats {
        id: i.id.clone(),
        name: i.kort_navn.clone().unwrap_or_else(|| i.navn.clone()),
        forvaltninger: i.forvaltninger.clone(),
        page: page_of(&typeset.document, &i.id),
        pages: typeset.fits.iter().find(|fit| fit.id == i.id).map_or(2, |fit| fit.sider),
        open: open.iter().filter(|o| o.file == indsats_file(&i.id)).count(),
    };
    report.indsatser.iter().map(one).collect()
}

/// Every spread begins with a heading that carries this label.
fn page_of(document: &PagedDocument, id: &str) -> Option<usize> {
    fit::page_of(document, &format!("indsats-{id}"))
}

fn owed(report: &Report, indsatser: &[Indsats]) -> Vec<Owed> {
    let missing = missing(report);
    let of = |kode: &str| -> Vec<OwedField> {
        let hers = missing.iter().filter(|m| m.forvaltning == kode);
        hers.map(|m| OwedField {
            indsats: m.name.clone(),
            file: indsats_file(&m.indsats),
            label: m.label.clone(),
            field: m.field.clone(),
            page: indsatser.iter().find(|i| i.id == m.indsats).and_then(|i| i.page),
        })
        .collect()
    };
    let all = report.forvaltninger.iter().map(|f| Owed {
        kode: f.kode.clone(),
        navn: f.navn.clone(),
        fields: of(&f.kode),
    });
    all.filter(|owed| !owed.fields.is_empty()).collect()
}

/// Findings with their lines.
pub(super) fn funds(problems: Problems, words: &Words) -> Vec<PanelFinding> {
    let Problems { mut findings, sources, .. } = problems;
    sort(&mut findings);
    let shown = |finding: &Finding| {
        let place = finding.place.as_ref()?;
        let file = sources.shown(&place.file);
        Some(match sources.line_col(place) {
            Some(at) => format!("{file}:{}:{}", at.line, at.col),
            None => file.to_owned(),
        })
    };
    findings
        .into_iter()
        .map(|finding| PanelFinding {
            shown: shown(&finding),
            excerpt: finding.place.as_ref().and_then(|place| excerpt(&sources, place)),
            finding: finding.said(words),
        })
        .collect()
}

/// Most characters of a line that are shown at either side of what is meant.
const BESIDE: usize = 90;

/// The first line of a place. What is meant ends with that line.
fn excerpt(sources: &Sources, place: &Place) -> Option<Excerpt> {
    if place.range == (0..0) {
        return None;
    }
    let at = sources.line_col(place)?;
    let line = sources.text(&place.file)?.lines().nth(at.line - 1)?;
    let before: String = line.chars().take(at.col - 1).collect();
    let rest = line.get(before.len()..)?;
    let marked: String = rest.get(..place.range.len().min(rest.len())).unwrap_or(rest).to_owned();
    let after = rest.get(marked.len()..)?.chars().take(BESIDE).collect();
    let skipped = before.chars().count().saturating_sub(BESIDE);
    Some(Excerpt {
        number: at.line,
        before: before.chars().skip(skipped).collect(),
        marked: marked.chars().take(2 * BESIDE).collect(),
        after,
    })
}
