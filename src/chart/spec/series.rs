//! Specs of yearly series.

use std::sync::Arc;

use super::{Category, ChartSpec, Data, Figure, Series, Value};
use crate::report::danish::typography;
use crate::report::model::{Serie, Visning};
use crate::theme::{Plads, Role};

/// Most years that still stand as columns; longer series become lines.
const MOST_COLUMNS: usize = 12;

/// Columns by year of one series, or of series that are read together; none where no year has a
/// number or the data ask for a table only. `role` is the colour of the indsats.
#[must_use]
pub fn of_series(serier: &[&Serie], role: &Role) -> Option<ChartSpec> {
    if serier.iter().all(|s| s.visning == Some(Visning::Tabel)) {
        return None;
    }
    let mut years: Vec<i32> = serier.iter().flat_map(|s| s.aar().map(|(aar, _)| aar)).collect();
    years.sort_unstable();
    years.dedup();
    // A year that is left out between two others is missing, not absent.
    let years: Vec<i32> = match (years.first(), years.last()) {
        (Some(first), Some(last)) if last - first < 100 => (*first..=*last).collect(),
        _ => years,
    };
    let series: Vec<Series> = serier
        .iter()
        .enumerate()
        .map(|(i, serie)| Series {
            name: typography(&serie.navn),
            panel: String::new(),
            unit: serie.enhed,
            role: if i == 0 { role.clone() } else { second(role, i) },
            values: years.iter().map(|year| value(serie, *year)).collect(),
        })
        .collect();
    if !series.iter().any(|s| s.values.iter().any(|v| v.number.is_some())) {
        return None;
    }
    let breaks = |year: i32| serier.iter().any(|s| s.databrud == Some(year));
    let category =
        |year: &i32| Category { breaks: breaks(*year), ..Category::new(year.to_string()) };
    let categories: Vec<_> = years.iter().map(category).collect();
    let many = categories.len() > MOST_COLUMNS;
    let data = Data { categories, series, ordered: true, reach: None, beside: Arc::default() };
    let figure = if many { Figure::Lines(data) } else { Figure::Columns(data) };
    Some(ChartSpec { slot: Plads::Serie, figure })
}

fn value(serie: &Serie, year: i32) -> Value {
    serie
        .aar()
        .find(|(aar, _)| *aar == year)
        .map_or_else(|| Value::empty(super::State::Missing), |(_, v)| v.into())
}

/// Colour of the second and later series beside one in `first`: far from it in lightness.
pub(super) fn second(first: &Role, index: usize) -> Role {
    match (first, index) {
        // Fagprincip 5 is as dark as the colour of titles.
        (Role::Fagprincip(5), 1) => Role::Muted,
        (_, 1) => Role::Title,
        (_, 2) => Role::Muted,
        _ => Role::Neutral,
    }
}
