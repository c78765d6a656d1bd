//! `sats check --explain CODE`: what a finding means, from every module's table.

use super::{Stop, codes};
use crate::finding::Code;
use crate::finding::Finding;
use crate::text;
use crate::words::Words;
use crate::{chart, output, pipeline, preview, report, theme, typeset};

/// The explanation, ready to print.
pub(super) fn explain(code: &str, words: &Words) -> Result<String, Stop> {
    let code = code.trim();
    if let Some(found) = all().find(|known| known.code.eq_ignore_ascii_case(code)) {
        return Ok(format!("{}: {}\n\n{}\n", found.code, found.title(words), found.explain(words)));
    }
    let mut rules = output::preflight::rules::ALL.iter();
    if let Some(rule) = rules.find(|rule| rule.code.eq_ignore_ascii_case(code)) {
        let said = text!("explain-rule", code = rule.code, source = rule.source());
        return Ok(format!("{}\n\n{}\n", words.say(&said), words.say(&rule.todo())));
    }
    Err(Stop::misused(
        Finding::error(codes::USAGE.code, text!("load-unknown-code", code = code))
            .hint(text!("explain-hint")),
    ))
}

fn all() -> impl Iterator<Item = &'static Code> {
    let tables = [
        theme::codes::THEME,
        chart::codes::CHART,
        typeset::codes::TYPESET,
        output::codes::OUTPUT,
        output::print::codes::PRINT,
        output::impose::codes::IMPOSE,
        pipeline::codes::PIPELINE,
        preview::codes::PREVIEW,
        codes::CLI,
    ];
    report::codes::all().chain(tables.into_iter().flatten())
}
