//! Specs of tables: which rows and columns can be drawn, and as what.

use std::sync::Arc;

use super::figure::is_time;
use super::series::second;
use super::{Category, ChartSpec, Data, Figure, Number, Panel, Series, State, Value, display_of};
use crate::report::danish::typography;
use crate::report::model::{
    Celle, DiagramSlags, Enhed, Kolonne, KolonneRolle, Raekke, RaekkeRolle, Tabel, Visning,
};
use crate::theme::{Plads, Role};

/// Most parts of a bar of 100 %.
pub(super) const MOST_PARTS: usize = 4;
/// Most panels side by side.
const MOST_PANELS: usize = 4;

/// A table's chart, where it has one: see [`display_of`].
#[must_use]
pub fn of_table(tabel: &Tabel, role: &Role) -> Option<ChartSpec> {
    if display_of(tabel) == Visning::Tabel {
        return None;
    }
    let data = data(tabel, role)?;
    let kind = tabel.diagram.unwrap_or_else(|| kind(tabel, &data));
    let data = if kind == DiagramSlags::Linje { one_unit(data, role) } else { data };
    Some(arrange(data, kind))
}

/// The rows that are observations in their columns' units.
pub(super) fn rows(tabel: &Tabel) -> Vec<&Raekke> {
    let fits = |r: &&Raekke| {
        r.rolle == RaekkeRolle::Data
            && r.enhed.is_none_or(|enhed| tabel.kolonner.iter().all(|k| k.enhed == enhed))
    };
    tabel.raekker.iter().filter(fits).collect()
}

/// The columns that hold numbers to compare, with their places.
pub(super) fn columns(tabel: &Tabel) -> Vec<(usize, &Kolonne)> {
    let all = || tabel.kolonner.iter().enumerate();
    let has = |role| tabel.kolonner.iter().any(|k| k.rolle == Some(role));
    if has(KolonneRolle::Foer) && has(KolonneRolle::Efter) {
        let find = |role| all().find(|(_, k)| k.rolle == Some(role));
        return [find(KolonneRolle::Foer), find(KolonneRolle::Efter)]
            .into_iter()
            .flatten()
            .collect();
    }
    let words = [Some(KolonneRolle::Kriterium), Some(KolonneRolle::Resultat)];
    all().filter(|(_, k)| k.enhed != Enhed::Tekst && !words.contains(&k.rolle)).collect()
}

/// Rows and columns as categories and series; none where there is no number, or where words
/// stand among the numbers.
pub(super) fn data(tabel: &Tabel, role: &Role) -> Option<Data> {
    let (rows, columns) = (rows(tabel), columns(tabel));
    let cells = |i: usize| rows.iter().map(move |r| r.celler.get(i));
    let series: Vec<Series> = columns
        .iter()
        .flat_map(|(i, column)| split(column, &cells(*i).collect::<Vec<_>>()))
        .collect();
    let series = coloured(series, &columns, role);
    let worded = columns.iter().any(|(i, _)| cells(*i).any(is_words));
    let name = |r: &&Raekke| {
        let mark = r.maerke.as_deref().unwrap_or_default();
        Category::new(format!("{}{mark}", typography(&r.navn)))
    };
    let categories: Vec<_> = rows.iter().map(name).collect();
    let time = categories.len() > 2 && categories.iter().all(|c| is_time(&c.name));
    let data = Data {
        categories,
        series,
        ordered: tabel.ordnet || time,
        reach: None,
        beside: Arc::default(),
    };
    let data = if rows.len() == 1 { transposed(data, role)? } else { data };
    (!worded && data.numbers().next().is_some()).then_some(data)
}

fn is_words(cell: Option<&Celle>) -> bool {
    cell.is_some_and(Celle::is_word)
}

/// One series of a column, or two where it holds pairs (`Offentlige/Privat`).
fn split(column: &Kolonne, cells: &[Option<&Celle>]) -> Vec<Series> {
    let mark = column.maerke.as_deref().unwrap_or_default();
    let series = |name: &str, values: Vec<Value>| Series {
        name: format!("{}{mark}", typography(name)),
        panel: column.gruppe.as_deref().map(typography).unwrap_or_default(),
        unit: column.enhed,
        role: Role::Accent,
        values,
    };
    let pairs = cells.iter().any(|c| matches!(c, Some(Celle::Par(_))));
    if !pairs {
        let missing = || Value::empty(State::Missing);
        let values = cells.iter().map(|c| c.map_or_else(missing, Value::from)).collect();
        return vec![series(&column.navn, values)];
    }
    let half = |which: usize| {
        let of = |c: &Option<&Celle>| match c {
            Some(Celle::Par(par)) => par.par.get(which).map(|t| Value::of(*t)),
            other => other.map(Value::from),
        };
        cells.iter().map(|c| of(c).unwrap_or_else(|| Value::empty(State::Missing))).collect()
    };
    let [first, other] = column.pair_names();
    vec![series(&first, half(0)), series(&other, half(1))]
}

/// Gives each series its colour and panel.
fn coloured(series: Vec<Series>, columns: &[(usize, &Kolonne)], role: &Role) -> Vec<Series> {
    let is = |name: &str, rolle: KolonneRolle| {
        columns.iter().any(|(_, k)| {
            let stem = typography(k.navn.split('/').next().unwrap_or(&k.navn));
            k.rolle == Some(rolle)
                && name.starts_with(stem.rsplit_once(' ').map_or(stem.as_str(), |s| s.0))
        })
    };
    let compared = columns.iter().any(|(_, k)| {
        use KolonneRolle::{Deltagere, Efter, Foer, Sammenligning};
        matches!(k.rolle, Some(Deltagere | Efter | Foer | Sammenligning))
    });
    let alone = series.len() == 1;
    let mut own: Vec<String> = Vec::new();
    series
        .into_iter()
        .map(|mut s| {
            let other = is(&s.name, KolonneRolle::Sammenligning) || is(&s.name, KolonneRolle::Foer);
            s.role = if compared && other {
                Role::Neutral
            } else if compared {
                let known = own.iter().position(|name| *name == s.name);
                let nth = known.unwrap_or_else(|| {
                    own.push(s.name.clone());
                    own.len() - 1
                });
                if nth == 0 { role.clone() } else { second(role, nth) }
            } else {
                role.clone()
            };
            if !compared && !alone && s.panel.is_empty() {
                s.panel.clone_from(&s.name);
            }
            s
        })
        .collect()
}

/// A table of one row: its columns become the categories. None where their units differ.
fn transposed(data: Data, role: &Role) -> Option<Data> {
    let unit = data.series.first()?.unit;
    if data.series.iter().any(|s| s.unit != unit) || data.series.len() < 2 {
        return None;
    }
    let own = |s: &Series| Category { role: Some(s.role.clone()), ..Category::new(s.name.clone()) };
    let categories = data.series.iter().map(own).collect();
    let values = data.series.iter().filter_map(|s| s.values.first().cloned()).collect();
    let name = data.categories.into_iter().next().map(|c| c.name).unwrap_or_default();
    let series = vec![Series { name, panel: String::new(), unit, role: role.clone(), values }];
    // Columns stand in the order of the other tables of the spread, whatever their numbers.
    Some(Data { categories, series, ordered: true, reach: data.reach, beside: data.beside })
}

/// Lines share one scale: the series of the unit that most of them have, shares before counts.
fn one_unit(data: Data, role: &Role) -> Data {
    let count = |unit: Enhed| data.series.iter().filter(|s| s.unit == unit).count();
    let rank = |s: &&Series| (count(s.unit), s.unit == Enhed::Pct);
    let Some(unit) = data.series.iter().rev().max_by_key(rank).map(|s| s.unit) else { return data };
    let series = data.series.into_iter().filter(|s| s.unit == unit).enumerate();
    let series = series.map(|(i, s)| Series {
        panel: String::new(),
        role: if i == 0 { role.clone() } else { second(role, i) },
        ..s
    });
    Data { series: series.collect(), ..data }
}

fn kind(tabel: &Tabel, data: &Data) -> DiagramSlags {
    let has = |role| tabel.kolonner.iter().any(|k| k.rolle == Some(role));
    let time = data.categories.iter().all(|c| is_time(&c.name));
    let whole = has(KolonneRolle::Andel) && (data.numbers().sum::<f64>() - 100.0).abs() < 1.5;
    match data.categories.len() {
        _ if has(KolonneRolle::Foer) && has(KolonneRolle::Efter) => DiagramSlags::Haeldning,
        n if time && n >= 6 => DiagramSlags::Linje,
        _ if time => DiagramSlags::Soejler,
        2 if whole => DiagramSlags::Vaffel,
        n if whole && n <= MOST_PARTS => DiagramSlags::Andele,
        _ if has(KolonneRolle::Sammenligning) => DiagramSlags::Grupper,
        _ => DiagramSlags::Bjaelker,
    }
}

/// The figure of a kind, or the nearest one that the data allow, in the slot that it needs.
pub(super) fn arrange(data: Data, kind: DiagramSlags) -> ChartSpec {
    let whole = data.numbers().all(|n| n >= 0.0);
    let parts = data.categories.len();
    let figure = match kind {
        DiagramSlags::Soejler => Figure::Columns(data),
        DiagramSlags::Linje if parts > 1 => Figure::Lines(data),
        DiagramSlags::Andele if whole && (2..=MOST_PARTS).contains(&parts) => Figure::Shares(data),
        DiagramSlags::Haeldning if data.series.len() == 2 => Figure::Slope(data),
        DiagramSlags::Vaffel if is_share(&data) => Figure::Waffle(data),
        DiagramSlags::Smaa => Figure::Small(by_series(data), false),
        DiagramSlags::Grupper => Figure::Rows(in_one_panel(data)),
        _ => Figure::Rows(data),
    };
    let plads = slot(&figure);
    ChartSpec { slot: plads, figure }
}

/// One or two shares of 100.
fn is_share(data: &Data) -> bool {
    let first = data.series.first().and_then(|s| s.values.first()).and_then(|v| v.number);
    (1..=2).contains(&data.categories.len())
        && first.map(Number::f64).is_some_and(|n| (0.0..=100.0).contains(&n))
}

fn in_one_panel(mut data: Data) -> Data {
    let unit = data.series.first().map(|s| s.unit);
    let grouped = data.series.iter().any(|s| s.panel != s.name);
    if !grouped && data.series.iter().all(|s| Some(s.unit) == unit) {
        data.series.iter_mut().for_each(|s| s.panel.clear());
    }
    data
}

fn by_series(data: Data) -> Vec<Panel> {
    let Data { categories, series, ordered, reach, beside } = data;
    let panel = |s: Series| Panel {
        title: s.name.clone(),
        data: Data {
            categories: categories.clone(),
            series: vec![s],
            ordered,
            reach,
            beside: Arc::clone(&beside),
        },
    };
    series.into_iter().map(panel).collect()
}

/// Whether many long names would make narrow rows tall.
fn is_wordy(data: &Data) -> bool {
    data.categories.iter().filter(|k| k.name.chars().count() > 34).count() > 4
}

fn slot(figure: &Figure) -> Plads {
    let panels = |data: &Data| {
        let mut names: Vec<_> = data.series.iter().map(|s| &s.panel).collect();
        names.dedup();
        names.len().min(MOST_PANELS)
    };
    match figure {
        Figure::Lines(data) if data.categories.len() > 6 => Plads::Hel,
        Figure::Rows(data) if panels(data) > 1 || is_wordy(data) => Plads::Hel,
        Figure::Small(..) | Figure::Matrix(..) => Plads::Hel,
        _ => Plads::Halv,
    }
}
