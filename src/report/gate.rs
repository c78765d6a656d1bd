//! The gate: what keeps a report from being published, by forvaltning.
//!
//! Official and print are refused while a value waits to be filled in (`udfyldes`) or a text of
//! last year is neither confirmed nor changed. What is missing for good (`mangler`) may be printed
//! as missing; errors stop every edition anyway.

use std::collections::{BTreeMap, BTreeSet};

use super::carried;
use super::diff;
use super::model::{Indsats, Report};
use crate::finding::Finding;
use crate::text;
use crate::words::Text;

crate::codes! {
    /// Codes of the gate.
    GATE:
    UNFINISHED "D261";
}

/// Lines that the list takes at most; the terminal's window still shows the head and what to do.
const LINES: usize = 24;

/// What one indsats, or the front matter, still waits for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Name of the indsats; none for the report's own texts.
    pub indsats: Option<String>,
    /// Values to be filled in.
    pub values: usize,
    /// Texts of last year that nobody has confirmed.
    pub texts: usize,
}

impl Waiting {
    /// `3 værdier og 14 tekster`.
    fn parts(&self) -> Text {
        let values = (self.values > 0).then(|| text!("gate-values", n = self.values));
        let texts = (self.texts > 0).then(|| text!("gate-texts", n = self.texts));
        Text::all_of(values.into_iter().chain(texts))
    }

    /// `LUDO: 3 værdier og 14 tekster`.
    fn line(&self) -> Text {
        let parts = self.parts();
        match &self.indsats {
            Some(name) => text!("gate-line", name = name, parts = parts),
            None => text!("gate-own", parts = parts),
        }
    }
}

/// What the report waits for, by the forvaltning that owes it, in the report's order; the front
/// matter, which is nobody's, last and without a name.
#[must_use]
pub fn waiting(report: &Report) -> Vec<(Option<String>, Vec<Waiting>)> {
    let mut values: BTreeMap<(String, String), usize> = BTreeMap::new();
    for missing in diff::missing(report).into_iter().filter(|m| m.to_fill_in) {
        *values.entry((missing.indsats, missing.forvaltning)).or_default() += 1;
    }
    let mut texts = vec![0_usize; report.indsatser.len()];
    let mut front = 0;
    for open in carried::open(report) {
        match open.indsats.and_then(|nr| texts.get_mut(nr)) {
            Some(count) => *count += 1,
            None => front += 1,
        }
    }
    let mut groups = Vec::new();
    let known = report.forvaltninger.iter().map(|f| f.kode.clone());
    let others: BTreeSet<String> = values.keys().map(|(_, kode)| kode.clone()).collect();
    let mut codes: Vec<String> = known.collect();
    codes.extend(others.into_iter().filter(|kode| !codes.contains(kode)).collect::<Vec<_>>());
    for kode in codes {
        let of = |(i, texts): (&Indsats, &usize)| {
            let values = values.get(&(i.id.clone(), kode.clone())).copied().unwrap_or_default();
            let texts = if *owner(i) == kode { *texts } else { 0 };
            let indsats = Some(i.short_name().to_owned());
            (values + texts > 0).then_some(Waiting { indsats, values, texts })
        };
        let list: Vec<Waiting> = report.indsatser.iter().zip(&texts).filter_map(of).collect();
        if !list.is_empty() {
            groups.push((Some(kode), list));
        }
    }
    if front > 0 {
        groups.push((None, vec![Waiting { texts: front, ..Waiting::default() }]));
    }
    groups
}

/// The forvaltning that answers for an indsats' texts, by code.
#[must_use]
pub fn owner(i: &Indsats) -> &String {
    i.forvaltninger.first().unwrap_or(&i.overblik.forvaltning)
}

/// Why the report cannot be published yet; none where nothing waits.
#[must_use]
pub fn shut(report: &Report) -> Option<Finding> {
    let groups = waiting(report);
    if groups.is_empty() {
        return None;
    }
    let (values, texts) = sum(&groups);
    let open = [
        (values > 0).then(|| text!("gate-shut-values", n = values)),
        (texts > 0).then(|| text!("gate-shut-texts", n = texts)),
    ];
    let open = match open {
        [Some(values), Some(texts)] => text!("incomplete-both", values = values, texts = texts),
        [values, texts] => values.or(texts)?,
    };
    let words = text!("gate-shut", open = open);
    let finding = Finding::error(UNFINISHED.code, words);
    let mut cures = list(&groups);
    if values > 0 {
        cures.push(text!("gate-values-hint"));
    }
    if texts > 0 {
        let front = groups.iter().filter(|(kode, _)| kode.is_none()).flat_map(|(_, list)| list);
        let front: usize = front.map(|waiting| waiting.texts).sum();
        let whose = match front {
            0 => "efforts",
            n if n == texts => "own",
            _ => "both",
        };
        cures.push(text!("gate-texts-hint", whose = whose));
    }
    cures.push(text!("gate-hint"));
    Some(cures.into_iter().fold(finding, Finding::hint))
}

/// How many values and how many texts a report waits for.
#[must_use]
pub fn counts(report: &Report) -> (usize, usize) {
    sum(&waiting(report))
}

fn sum(groups: &[(Option<String>, Vec<Waiting>)]) -> (usize, usize) {
    let all = groups.iter().flat_map(|(_, list)| list);
    all.fold((0, 0), |(v, t), w| (v + w.values, t + w.texts))
}

/// The list by forvaltning: a line for each indsats; where that is too long, a line for each
/// forvaltning.
fn list(groups: &[(Option<String>, Vec<Waiting>)]) -> Vec<Text> {
    let rows: usize = groups.iter().map(|(_, list)| list.len()).sum();
    let mut lines = Vec::new();
    for (kode, list) in groups {
        let code = kode.as_deref().unwrap_or("–");
        let line = |words: Text| text!("gate-of", code = code, words = words);
        if rows > LINES {
            let sum = list.iter().fold(Waiting::default(), |sum, w| Waiting {
                indsats: None,
                values: sum.values + w.values,
                texts: sum.texts + w.texts,
            });
            lines.push(line(text!("gate-sum", n = list.len(), parts = sum.parts())));
        } else {
            lines.extend(list.iter().map(|w| line(w.line())));
        }
    }
    lines
}
