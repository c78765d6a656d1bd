//! Figures: those of the report, those of hostile data, one reference per kind, and what is
//! exported.

mod export;
mod geo;
mod hostile;
mod kinds;
mod properties;
mod report;

use std::path::Path;

use sats::chart::ChartFonts;
use sats::chart::scene::Looks;
use sats::chart::spec::{Category, Data, Series, Value};
use sats::report::insight::Insights;
use sats::report::model::{Enhed, Report, Tal};
use sats::theme::{Role, Theme};

/// The fonts that the program has built in.
pub(crate) fn font_files() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "otf"))
        .collect();
    files.sort();
    files.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

pub(crate) fn fonts() -> ChartFonts {
    let files = font_files();
    ChartFonts::new(&files.iter().map(Vec::as_slice).collect::<Vec<_>>()).unwrap()
}

pub(crate) fn theme() -> Theme {
    Theme::parse(include_str!("../../../layouts/theme.toml")).unwrap()
}

pub(crate) fn looks() -> Looks {
    Looks::of(&theme())
}

/// The report of 2024.
pub(crate) fn report() -> Report {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    let report = sats::report::load::load(&folder).report.unwrap();
    std::sync::Arc::unwrap_or_clone(report)
}

pub(crate) fn all_charts(report: &Report) -> Vec<sats::chart::Chart> {
    sats::chart::charts(report, &Insights::compute(report), &theme(), &fonts())
}

pub(crate) fn value(n: f64) -> Value {
    Value::of(if n.fract() == 0.0 { Tal::Hel(n as i64) } else { Tal::Decimal(n) })
}

/// Data with the given names and series of numbers.
pub(crate) fn data(names: &[&str], series: &[(&str, Enhed, &[f64])]) -> Data {
    let roles = [Role::Fagprincip(1), Role::Title, Role::Neutral, Role::Muted];
    Data {
        categories: names.iter().map(|n| Category::new(*n)).collect(),
        series: series
            .iter()
            .enumerate()
            .map(|(i, (name, unit, numbers))| Series {
                name: (*name).to_owned(),
                panel: String::new(),
                unit: *unit,
                role: roles[i % roles.len()].clone(),
                values: numbers.iter().copied().map(value).collect(),
            })
            .collect(),
        ordered: false,
        reach: None,
        beside: std::sync::Arc::default(),
    }
}
