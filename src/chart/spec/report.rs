//! Specs that need more than one block: maps, money, insights.

use std::sync::Arc;

use super::{
    Category, ChartSpec, Data, District, Dot, Dots, Figure, Map, Panel, Series, State, Value,
    of_series,
};
use crate::chart::geo::Outlines;
use crate::report::danish::typography;
use crate::report::insight::{IndsatsTal, Insights};
use crate::report::model::{Bydel, Enhed, Indsats, IndsigtFigur, Report, Tal};
use crate::text;
use crate::theme::{Plads, Role};
use crate::words::Words;

/// Colour of an indsats: that of its first fagprincip.
#[must_use]
pub fn role_of(indsats: &Indsats) -> Role {
    indsats.overblik.fagprincipper.first().map_or(Role::Accent, |nr| Role::Fagprincip(*nr))
}

/// The map of an indsats; none where it names no bydel and is not for the whole city.
#[must_use]
pub fn kort(
    indsats: &Indsats,
    report: &Report,
    outlines: Option<&Outlines>,
    catalogue: &Words,
) -> Option<ChartSpec> {
    let everywhere = indsats.geografi.bydaekkende;
    let there =
        |b: &Bydel| everywhere || indsats.geografi.bydele.iter().any(|name| b.is_named(name));
    let districts: Vec<District> =
        report.bydele.iter().map(|b| district(b, there(b), None)).collect();
    let on = districts.iter().filter(|d| d.on).count();
    if on == 0 {
        return None;
    }
    let words = match on {
        _ if everywhere => catalogue.say(&text!("whole-city")),
        // The source names fewer places than the map marks: `Nørrebro` is two bydele.
        on => match &indsats.overblik.geografi_som_trykt {
            Some(printed) if printed.split(',').count() < on => typography(printed),
            _ => catalogue.say(&text!("districts", n = on)),
        },
    };
    let city = report.rapport.by().to_owned();
    let (role, outlines) = (role_of(indsats), outlines.cloned());
    let enclaves = enclaves(report);
    let map = Map { districts, role, words, city, outlines, enclaves, everywhere };
    Some(ChartSpec { slot: Plads::Kort, figure: Figure::Map(map) })
}

fn district(b: &Bydel, on: bool, count: Option<usize>) -> District {
    let [column, row] = b.flise;
    let (name, short) = (b.navn.clone(), b.kort_navn.clone());
    District { name, short, tile: (column, row), on, count }
}

/// All amounts, for the strips; none as long as one of them is not known, and where there is only
/// one.
#[must_use]
pub fn dots(insights: &Insights) -> Option<Dots> {
    if !insights.amounts().is_complete() || insights.antal < 2 {
        return None;
    }
    let all = insights.indsatser.iter();
    Some(all.filter_map(|i| Some(Dot { name: i.navn.clone(), amount: i.beloeb? })).collect())
}

/// Where the amount of an indsats lies among all ([`dots`]).
#[must_use]
pub fn oekonomi(indsats: &Indsats, insights: &Insights, dots: Dots) -> Option<ChartSpec> {
    let known = insights.indsatser.iter().filter(|i| i.beloeb.is_some());
    let at = known.clone().position(|i| i.id == indsats.id)?;
    let figure = Figure::Strip(dots, at, role_of(indsats));
    Some(ChartSpec { slot: Plads::Oekonomi, figure })
}

/// The figure of an insight; none where there is nothing to draw.
#[must_use]
pub fn of_insight(
    figur: IndsigtFigur,
    report: &Report,
    insights: &Insights,
    outlines: Option<&Outlines>,
    catalogue: &Words,
) -> Option<ChartSpec> {
    let (plads, figure) = match figur {
        IndsigtFigur::Omfang => (Plads::Halv, Figure::Rows(extents(insights, catalogue))),
        IndsigtFigur::Bydele => {
            (Plads::Halv, Figure::Map(counts(report, insights, outlines, catalogue)))
        }
        IndsigtFigur::Fagprincipper => (Plads::Halv, Figure::Rows(principles(insights, catalogue))),
        IndsigtFigur::Matrix => (Plads::Hel, matrix(report)),
        IndsigtFigur::Forvaltninger => (Plads::Hel, Figure::Rows(departments(insights))),
        IndsigtFigur::Beloeb => (Plads::Hel, Figure::Rows(amounts(report, insights))),
        IndsigtFigur::Brugere => (Plads::Hel, two_years(users(report), report.rapport.dataaar)),
    };
    let empty = match &figure {
        Figure::Rows(data) => data.numbers().next().is_none(),
        Figure::Small(panels, _) => panels.is_empty(),
        Figure::Matrix(rows, _) => rows.is_empty(),
        Figure::Map(map) => map.districts.is_empty(),
        _ => false,
    };
    (!empty).then_some(ChartSpec { slot: plads, figure })
}

fn counts(
    report: &Report,
    insights: &Insights,
    outlines: Option<&Outlines>,
    catalogue: &Words,
) -> Map {
    let of = |name: &str| insights.bydele.iter().find(|b| b.navn == name).map_or(0, |b| b.antal);
    let tile = |b: &Bydel| {
        let count = of(&b.navn);
        district(b, count > 0, Some(count))
    };
    let words = match insights.bydaekkende {
        0 => String::new(),
        n => catalogue.say(&text!("figure-map-besides", n = n)),
    };
    Map {
        districts: report.bydele.iter().map(tile).collect(),
        role: Role::Column,
        words,
        city: report.rapport.by().to_owned(),
        outlines: outlines.cloned(),
        enclaves: enclaves(report),
        everywhere: false,
    }
}

fn enclaves(report: &Report) -> Vec<(String, (u8, u8))> {
    report.enklaver.iter().map(|e| (e.navn.clone(), (e.flise[0], e.flise[1]))).collect()
}

fn whole(n: usize) -> Value {
    Value::of(Tal::Hel(i64::try_from(n).unwrap_or(i64::MAX)))
}

fn series(name: &str, unit: Enhed, role: Role, values: Vec<Value>) -> Series {
    Series { name: name.to_owned(), panel: name.to_owned(), unit, role, values }
}

fn principles(insights: &Insights, catalogue: &Words) -> Data {
    let categories = insights.fagprincipper.iter().map(|f| Category {
        role: Some(Role::Fagprincip(f.nr)),
        ..Category::new(f.kort_navn.clone())
    });
    let values = insights.fagprincipper.iter().map(|f| whole(f.antal)).collect();
    Data {
        categories: categories.collect(),
        series: vec![series(
            &catalogue.say(&text!("efforts-head")),
            Enhed::Antal,
            Role::Column,
            values,
        )],
        ordered: false,
        reach: None,
        beside: Arc::default(),
    }
}

/// A sum that lacks an amount is missing itself.
fn sum_of(kr: Option<i64>) -> Value {
    kr.map_or_else(|| Value::empty(State::Missing), |kr| Value::of(Tal::Hel(kr)))
}

fn extents(insights: &Insights, catalogue: &Words) -> Data {
    let b = &insights.beloeb;
    Data {
        categories: vec![
            Category::new(catalogue.say(&text!("whole-city"))),
            Category::new("Lokale"),
        ],
        series: vec![series(
            "Kroner",
            Enhed::Kr,
            Role::Column,
            [b.bydaekkende, b.lokale].map(sum_of).into(),
        )],
        ordered: true,
        reach: None,
        beside: Arc::default(),
    }
}

/// One measure, one colour: the largest amount first.
fn departments(insights: &Insights) -> Data {
    let mut sorted: Vec<_> = insights.forvaltninger.iter().filter(|f| f.antal > 0).collect();
    sorted.sort_by_key(|f| std::cmp::Reverse(f.beloeb));
    let kroner = sorted.iter().map(|f| sum_of(f.beloeb)).collect();
    Data {
        categories: sorted.iter().map(|f| Category::new(f.navn.clone())).collect(),
        series: vec![series("Kroner", Enhed::Kr, Role::Column, kroner)],
        ordered: true,
        reach: None,
        beside: Arc::default(),
    }
}

/// Name of an indsats in figures that show many.
fn short_name(report: &Report, id: &str) -> String {
    let found = report.indsatser.iter().find(|i| i.id == id);
    found.map_or(id, |i| i.kort_navn.as_deref().unwrap_or(&i.navn)).to_owned()
}

fn amounts(report: &Report, insights: &Insights) -> Data {
    let mut known: Vec<&IndsatsTal> =
        insights.indsatser.iter().filter(|i| i.beloeb.is_some()).collect();
    known.sort_by_key(|i| std::cmp::Reverse(i.beloeb));
    let mut categories: Vec<_> =
        known.iter().map(|i| Category::new(short_name(report, &i.id))).collect();
    let mut values: Vec<_> =
        known.iter().filter_map(|i| i.beloeb.map(|b| Value::of(Tal::Hel(b)))).collect();
    if let Some(ialt) = insights.beloeb.ialt {
        categories.push(Category { sum: true, ..Category::new("I alt") });
        values.push(Value::of(Tal::Hel(ialt)));
    }
    Data {
        categories,
        series: vec![series("Kroner", Enhed::Kr, Role::Column, values)],
        ordered: true,
        reach: None,
        beside: Arc::default(),
    }
}

fn matrix(report: &Report) -> Figure {
    let rows = report.indsatser.iter().map(|i| {
        let mut marks = i.overblik.fagprincipper.clone();
        marks.sort_unstable();
        marks.dedup();
        (i.kort_navn.clone().unwrap_or_else(|| i.navn.clone()), marks)
    });
    let columns = report.fagprincipper.iter().map(|f| (f.nr, f.kort_navn.clone()));
    Figure::Matrix(rows.collect(), columns.collect())
}

/// The first series of each indsats, with all its years.
#[must_use]
pub fn users(report: &Report) -> Figure {
    let panels = report.indsatser.iter().filter_map(|i| {
        let serie = i.brugere.serie.first()?;
        let Figure::Columns(data) = of_series(&[serie], &role_of(i))?.figure else { return None };
        let name = i.kort_navn.as_deref().unwrap_or(&i.navn);
        Some(Panel { title: format!("{name}: {}", serie.navn.to_lowercase()), data })
    });
    Figure::Small(panels.collect(), true)
}

/// What the insight is about: the year of the data beside the one before it, as its page has them.
fn two_years(figure: Figure, last: i32) -> Figure {
    let Figure::Small(panels, own) = figure else { return figure };
    let years = [last.saturating_sub(1).to_string(), last.to_string()];
    let of_these = |mut panel: Panel| {
        let kept: Vec<bool> =
            panel.data.categories.iter().map(|k| years.contains(&k.name)).collect();
        let mut keep = kept.iter();
        panel.data.categories.retain(|_| keep.next().is_some_and(|k| *k));
        // Nothing stands before it that it could break with.
        if let Some(first) = panel.data.categories.first_mut() {
            first.breaks = false;
        }
        for series in &mut panel.data.series {
            let mut keep = kept.iter();
            series.values.retain(|_| keep.next().is_some_and(|k| *k));
        }
        let any = panel.data.numbers().next().is_some();
        any.then_some(panel)
    };
    Figure::Small(panels.into_iter().filter_map(of_these).collect(), own)
}
