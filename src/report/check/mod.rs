//! Checks: reads the report as a sharp editor would, and tells with the numbers where it
//! contradicts itself.
//!
//! One file per family of rules; a rule is a function over the [`Context`] that pushes findings.
//! A new rule needs a function, a line in [`RULES`], and its code in [`codes`].

mod accept;
mod ages;
mod announced;
mod budget;
mod changes;
mod checked;
mod claims;
pub mod codes;
mod counts;
mod disclosure;
mod footnotes;
mod insights;
mod leaps;
mod lists;
mod missing;
mod ordliste;
mod overview;
mod periods;
mod personal;
mod pointing;
mod repeats;
mod review;
mod shares;
mod sums;
mod tables;
#[cfg(test)]
pub(crate) mod testing;
mod texts;
mod tokens;
mod typed;

pub use accept::content_mark;
pub(super) use checked::Checked;

pub(crate) use ordliste::occurs as stands_in;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::history;
use super::insight::Insights;
use super::load::{Loaded, RAPPORT_FILE, indsats_file};
use super::model::{Indsats, Report};
use crate::finding::Code;
use crate::finding::{Finding, Place, Severity, Sources};
use crate::words::{Number, Text};
pub use personal::PERSONAL;
use texts::{CheckedText, RawText, Section};
pub use typed::TYPED;

/// Finds the place of a field: file, path.
pub type Finder<'a> = &'a (dyn Fn(&str, &str) -> Place + Sync);

/// A family's rule.
type Rule = fn(&Context<'_>, &mut Vec<Finding>);

/// Every rule, in the order in which findings of one place are told.
const RULES: &[Rule] = &[
    sums::tables,
    sums::means,
    sums::bases,
    sums::amounts,
    shares::columns,
    shares::prose,
    shares::more_than_all,
    changes::results,
    changes::part_of_whole,
    counts::prose_against_table,
    counts::prose_against_series,
    counts::same_label,
    lists::named_lists,
    lists::following_blocks,
    lists::report_counts,
    lists::columns,
    ordliste::rule,
    ages::overview,
    ages::prose,
    ages::tables,
    overview::names,
    overview::forvaltninger,
    overview::since,
    periods::dates,
    periods::series,
    periods::heads,
    periods::latest_month,
    periods::months,
    repeats::rule,
    footnotes::rule,
    announced::rule,
    pointing::rule,
    counts::averages,
    budget::membership,
    budget::amounts,
    insights::printed,
    disclosure::small_counts,
    disclosure::suppressed,
    personal::rule,
    typed::rule,
    leaps::series,
    leaps::last_year,
    leaps::amounts,
    missing::lost,
    missing::to_fill_in,
    review::old_years,
    review::carried_over,
    review::undated,
];

/// Those of them that find errors, each without what errors do not need. What else they tell, who asks
/// leaves out.
const ERRING: &[Rule] = &[repeats::errors, personal::errors];

/// What a rule sees.
pub struct Context<'a> {
    /// The report.
    pub report: &'a Report,
    /// What can be computed from it.
    pub insights: Insights,
    /// All prose.
    pub texts: Vec<CheckedText>,
    /// Every text as it is written, names and labels too.
    raw: Vec<RawText<'a>>,
    /// The files, where the report was loaded from some.
    sources: Option<&'a Sources>,
    /// The report of the year before, where it lies beside this one.
    before: Option<&'a Report>,
    /// Where each indsats' prose stands in `tekster`; the last is the front matter's.
    areas: Vec<std::ops::Range<usize>>,
    finder: Finder<'a>,
}

impl<'a> Context<'a> {
    fn new(report: &'a Report, finder: Finder<'a>, sources: Option<&'a Sources>) -> Self {
        let texts = texts::alle(report);
        let areas = (0..report.indsatser.len())
            .map(|nr| {
                let fra = texts.partition_point(|t| t.indsats.is_none_or(|n| n < nr));
                let til = texts.partition_point(|t| t.indsats.is_none_or(|n| n <= nr));
                fra..til
            })
            .collect();
        let (insights, raw) = (Insights::compute(report), texts::raw(report));
        Self { report, insights, texts, raw, sources, before: None, areas, finder }
    }

    /// The indsats that a text stands in.
    fn indsats_of(&self, text: &RawText<'_>) -> Option<&'a Indsats> {
        text.indsats.and_then(|nr| self.report.indsatser.get(nr))
    }

    /// The indsatser with their numbers.
    fn indsatser(&self) -> impl Iterator<Item = (usize, &'a Indsats)> {
        self.report.indsatser.iter().enumerate()
    }

    /// The prose of one indsats.
    fn texts_in(&self, nr: usize) -> &[CheckedText] {
        self.areas.get(nr).and_then(|o| self.texts.get(o.clone())).unwrap_or_default()
    }

    /// The prose that stands in one place of an indsats.
    fn texts_at(&self, nr: usize, place: Section) -> impl Iterator<Item = &CheckedText> {
        self.texts_in(nr).iter().filter(move |t| t.section == place)
    }

    /// Place of a field of an indsats.
    fn sted(&self, i: &Indsats, field: &str) -> Place {
        (self.finder)(&indsats_file(&i.id), field)
    }

    /// Place of a field of `rapport.toml`.
    fn rapport(&self, field: &str) -> Place {
        (self.finder)(RAPPORT_FILE, field)
    }

    /// A warning about a field of an indsats.
    fn warn(&self, code: Code, i: &Indsats, field: &str, message: impl Into<Text>) -> Finding {
        Finding::warning(code.code, message).at(self.sted(i, field)).of(&i.id)
    }

    /// A note about a field of an indsats.
    fn note(&self, code: Code, i: &Indsats, field: &str, message: impl Into<Text>) -> Finding {
        Finding::new(code.code, Severity::Note, message).at(self.sted(i, field)).of(&i.id)
    }

    /// A warning about a piece of prose.
    fn warn_text(&self, code: Code, t: &CheckedText, message: impl Into<Text>) -> Finding {
        let findings = Finding::warning(code.code, message).at((self.finder)(&t.file, &t.field));
        match t.indsats.and_then(|nr| self.report.indsatser.get(nr)) {
            Some(i) => findings.of(&i.id),
            None => findings,
        }
    }
}

/// Checks what was loaded; nothing where the loader found errors.
#[must_use]
pub fn check(loaded: &Loaded) -> Vec<Finding> {
    match &loaded.report {
        Some(report) => {
            let finder = |file: &str, field: &str| loaded.place(file, field);
            let before = history::last_year(&loaded.dir, report);
            let find = || check_against(report, before.as_deref(), &finder, Some(&loaded.sources));
            loaded.checked.or_find(report, before.as_ref(), find)
        }
        None => Vec::new(),
    }
}

/// The errors that [`check`] finds, without the rest that it says: what keeps a change from being
/// written.
#[must_use]
pub fn errors(loaded: &Loaded) -> Vec<Finding> {
    let Some(report) = &loaded.report else { return Vec::new() };
    let finder = |file: &str, field: &str| loaded.place(file, field);
    let context = Context::new(report, &finder, Some(&loaded.sources));
    let mut findings = found(ERRING, &context);
    findings.retain(|finding| finding.severity == Severity::Error);
    sort(report, &mut findings);
    findings
}

/// Checks a report. Findings that are accepted in the data come back as notes with the reason;
/// an acceptance that nothing answers to is a finding of its own.
///
/// `finder` gives the place of a field, the file named as `rapport.toml` or `indsatser/ID.toml`;
/// `sources` are the files, whose comments are read too.
#[must_use]
pub fn check_report(
    report: &Report,
    finder: Finder<'_>,
    sources: Option<&Sources>,
) -> Vec<Finding> {
    check_against(report, None, finder, sources)
}

/// [`check_report`], held against the report of the year before where there is one.
#[must_use]
pub fn check_against(
    report: &Report,
    before: Option<&Report>,
    finder: Finder<'_>,
    sources: Option<&Sources>,
) -> Vec<Finding> {
    let context = Context { before, ..Context::new(report, finder, sources) };
    let mut findings = found(RULES, &context);
    accept::apply(&context, &mut findings);
    sort(report, &mut findings);
    findings
}

/// What the rules find, side by side: none looks at what another has found.
fn found(rules: &[Rule], context: &Context<'_>) -> Vec<Finding> {
    let found = rules.par_iter().map(|rule| {
        let mut findings = Vec::new();
        rule(context, &mut findings);
        findings
    });
    found.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// In the order of the report: the front matter first, then the indsatser, top down.
fn sort(report: &Report, findings: &mut [Finding]) {
    let numbers: BTreeMap<&str, usize> =
        report.indsatser.iter().enumerate().map(|(n, i)| (i.id.as_str(), n)).collect();
    findings.sort_by_cached_key(|f| {
        let nr = f.indsats.as_deref().and_then(|id| numbers.get(id));
        (nr.copied(), f.place.as_ref().map_or(0, |p| p.range.start))
    });
}

/// A number with at most two decimals, for a message.
fn dk(x: f64) -> Number {
    Number::Decimal((x * 100.0).round() / 100.0)
}

/// A number as Danish writes it, with at most two decimals, for a list in a message.
fn written(x: f64) -> String {
    let written = super::danish::decimal(x, 2);
    match written.split_once(',') {
        Some(_) => written.trim_end_matches('0').trim_end_matches(',').to_owned(),
        None => written,
    }
}
