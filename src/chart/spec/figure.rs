//! Specs of figures.

use std::sync::Arc;

use super::series::second;
use super::table::arrange;
use super::{Category, ChartSpec, Data, Series, Value};
use crate::report::danish::typography;
use crate::report::model::{DiagramSlags, Enhed, Figur, Tilstand};
use crate::theme::Role;

/// A figure whose values are there; none where they are missing.
#[must_use]
pub fn of_figure(figur: &Figur, role: &Role) -> Option<ChartSpec> {
    let lost = matches!(figur.tilstand, Tilstand::Mangler | Tilstand::Udfyldes);
    let data = data(figur, role);
    if lost || data.numbers().next().is_none() {
        return None;
    }
    let kind = figur.diagram.unwrap_or_else(|| kind(figur, &data));
    Some(arrange(data, kind))
}

fn data(figur: &Figur, role: &Role) -> Data {
    let longest = figur.serier.iter().map(|s| s.vaerdier.len()).max().unwrap_or(0);
    let name = |i: usize| figur.kategorier.get(i).map(|k| typography(k)).unwrap_or_default();
    let series = figur.serier.iter().enumerate().map(|(i, serie)| Series {
        name: typography(&serie.navn),
        panel: String::new(),
        unit: figur.enhed,
        role: if i == 0 { role.clone() } else { second(role, i) },
        values: (0..longest)
            .map(|at| {
                let missing = || Value::empty(super::State::Missing);
                serie.vaerdier.get(at).map_or_else(missing, Value::from)
            })
            .collect(),
    });
    let series: Vec<_> = series.collect();
    let categories: Vec<_> = (0..longest).map(|i| Category::new(name(i))).collect();
    let ordered = categories.iter().all(|c| is_time(&c.name));
    Data { categories, series, ordered, reach: None, beside: Arc::default() }
}

fn kind(figur: &Figur, data: &Data) -> DiagramSlags {
    let one = data.series.len() == 1;
    let parts =
        figur.enhed == Enhed::Pct && one && (data.numbers().sum::<f64>() - 100.0).abs() < 1.5;
    match data.categories.len() {
        2 if parts => DiagramSlags::Vaffel,
        3..=4 if parts => DiagramSlags::Andele,
        n if data.ordered && n > 12 => DiagramSlags::Linje,
        _ if data.ordered => DiagramSlags::Soejler,
        _ if one => DiagramSlags::Bjaelker,
        _ => DiagramSlags::Grupper,
    }
}

/// Whether a category is a year, a quarter or a month.
pub(super) fn is_time(name: &str) -> bool {
    let lower = name.to_lowercase();
    let first = lower.split([' ', '.', '/']).next().unwrap_or("");
    let year = first.parse::<u16>().is_ok_and(|y| (1900..2200).contains(&y));
    let month = crate::report::danish::MONTHS
        .iter()
        .any(|m| first == *m || (first.chars().count() >= 3 && m.starts_with(first)));
    year || month || lower.ends_with("kvartal")
}
