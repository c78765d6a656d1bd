//! Alt texts: kind and every value, in the order that they are drawn in, as sentences. Where that
//! would be long, kind and main message, and a table of the values stands behind the figure for who
//! hears it.

use super::ALT_LENGTH;
use super::draw::order;
use super::spec::{Data, Figure, Map, Panel, Series, State, Value};
use crate::report::danish::{MAANEDER, liste, med_enhed};
use crate::report::model::{Enhed, Tal};
use crate::text;
use crate::words::Words;

/// What who does not see a figure is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alt {
    /// The alt text.
    pub text: String,
    /// Whether every value is in it; else a table must stand behind the figure.
    pub whole: bool,
}

/// The alt text of a figure.
#[must_use]
pub(super) fn of(figure: &Figure, words: &Words) -> Alt {
    let (full, summary) = match figure {
        Figure::Columns(data) => (over_time("Søjlediagram", data), ends("Søjlediagram", data)),
        Figure::Lines(data) => (over_time("Linjediagram", data), ends("Linjediagram", data)),
        Figure::Rows(data) => (rows(data), top(data)),
        Figure::Shares(data) => {
            (format!("Delt bjælke på 100 %. {}", parts(data)), "Delt bjælke på 100 %.".to_owned())
        }
        Figure::Slope(data) => (slope(data), top(data)),
        Figure::Waffle(data) => {
            let kind = "Hundrede felter, udfyldt efter andel.";
            (format!("{kind} {}", parts(data)), kind.to_owned())
        }
        Figure::Small(panels, _) => (each(panels), small(panels)),
        // All amounts are the overview's, which says them once for all spreads.
        Figure::Strip(dots, which, _) => {
            return Alt { text: sentence(&strip(dots, *which)), whole: true };
        }
        Figure::Matrix(rows, columns) => (marks(rows, columns), matrix(rows, columns, words)),
        Figure::Map(map) => return Alt { text: sentence(&city(map, words)), whole: true },
    };
    told(&full, &summary)
}

/// The words of the data, which may leave values out.
pub(super) fn own(text: &str) -> Alt {
    Alt { text: format!("{} {BEHIND}", sentence(text)), whole: false }
}

/// Where the values are that an alt text leaves out.
const BEHIND: &str = "Alle tal står i tabellen efter figuren.";

fn told(full: &str, summary: &str) -> Alt {
    let full = sentence(full);
    if full.chars().count() <= ALT_LENGTH {
        return Alt { text: full, whole: true };
    }
    Alt { text: format!("{} {BEHIND}", sentence(summary)), whole: false }
}

/// An abbreviation's full stop also ends its sentence.
fn sentence(text: &str) -> String {
    let text = text.trim().replace("..", ".");
    if text.ends_with(['.', '!', '?']) { text } else { format!("{text}.") }
}

/// A value in a sentence, its state with it.
fn said(v: &Value, unit: Enhed) -> String {
    match (v.number, v.state) {
        (_, State::Withheld) => "vises ikke af hensyn til de enkelte".to_owned(),
        (None, State::None) => "ingen".to_owned(),
        (None, _) => "tallet mangler".to_owned(),
        (Some(number), state) => {
            let form = format!("{}{}", med_enhed(number.tal(), unit), v.mark);
            match state {
                State::Estimated => format!("ca.\u{a0}{form}"),
                State::Preliminary => format!("{form} (foreløbigt)"),
                _ => form,
            }
        }
    }
}

/// What a series is called, with a colon, where there are several.
fn named(s: &Series) -> String {
    match (s.panel.is_empty() || s.panel == s.name, s.name.is_empty()) {
        (_, true) => String::new(),
        (true, false) => format!("{}: ", s.name),
        (false, false) => format!("{}, {}: ", s.panel, s.name),
    }
}

/// `93 i 2020, 101 i 2021 og tallet mangler i 2022`.
fn values(data: &Data, s: &Series) -> String {
    let all = data.categories.iter().zip(&s.values);
    let all = all.map(|(k, v)| format!("{} i {}", said(v, s.unit), in_sentence(&k.name)));
    liste(&all.collect::<Vec<_>>())
}

fn span(kind: &str, data: &Data) -> String {
    let first = data.categories.first().map(|k| k.name.as_str()).unwrap_or_default();
    let last = data.categories.last().map(|k| k.name.as_str()).unwrap_or_default();
    if first == last { format!("{kind}, {first}.") } else { format!("{kind}, {first} til {last}.") }
}

fn over_time(kind: &str, data: &Data) -> String {
    let courses = data.series.iter().map(|s| format!("{}{}.", named(s), values(data, s)));
    format!("{} {}", span(kind, data), courses.collect::<Vec<_>>().join(" "))
}

/// Ends and extremes of each series.
fn ends(kind: &str, data: &Data) -> String {
    let course = |s: &Series| {
        let known: Vec<(&str, &Value, f64)> = data
            .categories
            .iter()
            .zip(&s.values)
            .filter_map(|(k, v)| Some((k.name.as_str(), v, v.f64()?)))
            .collect();
        let at = |(name, v, _): &(&str, &Value, f64)| {
            format!("{} i {}", said(v, s.unit), in_sentence(name))
        };
        let by = |a: &&(&str, &Value, f64), b: &&(&str, &Value, f64)| a.2.total_cmp(&b.2);
        let (Some(first), Some(last)) = (known.first(), known.last()) else {
            return format!("{}ingen tal.", named(s));
        };
        match (known.iter().max_by(by), known.iter().min_by(by)) {
            (Some(most), Some(least)) if most.2 > least.2 => format!(
                "{}{}, {}; højest {}, lavest {}.",
                named(s),
                at(first),
                at(last),
                at(most),
                at(least)
            ),
            _ => format!("{}{} {}.", named(s), said(first.1, s.unit), all_along(&known)),
        }
    };
    let courses: Vec<_> = data.series.iter().map(course).collect();
    format!("{} {}", span(kind, data), courses.join(" "))
}

/// A category's name inside a sentence: months have no capital there.
fn in_sentence(name: &str) -> String {
    let (first, rest) = name.split_at(name.find(' ').unwrap_or(name.len()));
    let small = first.to_lowercase();
    if MAANEDER.contains(&small.as_str()) { small + rest } else { name.to_owned() }
}

/// That a value is the same in every category.
fn all_along(known: &[(&str, &Value, f64)]) -> &'static str {
    let is_year = |name: &str| name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
    let is_month = |name: &str| in_sentence(name) != *name;
    if known.iter().all(|k| is_year(k.0)) {
        "i alle årene"
    } else if known.iter().all(|k| is_month(k.0)) {
        "i alle månederne"
    } else {
        "hele vejen igennem"
    }
}

fn rows(data: &Data) -> String {
    if data.series.len() > 1 {
        return groups(data);
    }
    let Some(s) = data.series.first() else { return "Liggende søjler uden tal.".to_owned() };
    let one = |at: &usize| {
        let (k, v) = (data.categories.get(*at)?, s.values.get(*at)?);
        Some(format!("{} {}", k.name, said(v, s.unit)))
    };
    let all: Vec<_> = order(data).iter().filter_map(one).collect();
    format!("Liggende søjler. {}.", all.join("; "))
}

/// The first and last of the rows as they are drawn.
fn top(data: &Data) -> String {
    let series = data.series.len();
    let numbers = data.numbers().count();
    if series != 1 {
        return format!("Grupper af liggende søjler med {numbers} tal.");
    }
    let Some(s) = data.series.first() else { return "Liggende søjler uden tal.".to_owned() };
    let known: Vec<_> = order(data)
        .into_iter()
        .filter_map(|at| Some((data.categories.get(at)?, s.values.get(at)?)))
        .filter(|(k, v)| !k.sum && v.number.is_some())
        .collect();
    let one = |(k, v): &(&super::spec::Category, &Value)| format!("{} {}", k.name, said(v, s.unit));
    let first = known.iter().take(3).map(one).collect::<Vec<_>>().join("; ");
    let last = known.last().map(one).unwrap_or_default();
    format!("{} liggende søjler. Øverst: {first}. Nederst: {last}.", known.len())
}

fn groups(data: &Data) -> String {
    let shown = order(data).into_iter().filter_map(|i| {
        let k = data.categories.get(i)?;
        let values = data.series.iter().filter_map(|s| {
            let v = s.values.get(i)?;
            let name = named(s);
            Some(format!("{} {}", name.trim_end_matches(": "), said(v, s.unit)).trim().to_owned())
        });
        Some(format!("{}: {}.", k.name, values.collect::<Vec<_>>().join(", ")))
    });
    format!("Grupper af liggende søjler. {}", shown.collect::<Vec<_>>().join(" "))
}

fn parts(data: &Data) -> String {
    let series = data.series.iter().map(|s| {
        let named = if data.series.len() > 1 { named(s) } else { String::new() };
        let parts = data.categories.iter().zip(&s.values);
        let parts = parts.map(|(k, v)| format!("{} {}", said(v, s.unit), k.name).trim().to_owned());
        format!("{named}{}.", parts.collect::<Vec<_>>().join("; "))
    });
    series.collect::<Vec<_>>().join(" ")
}

fn slope(data: &Data) -> String {
    let [before, after] = data.series.as_slice() else { return groups(data) };
    let shown = data.categories.iter().enumerate().filter_map(|(i, k)| {
        let (b, a) = (before.values.get(i)?, after.values.get(i)?);
        Some(format!("{} fra {} til {}", k.name, said(b, before.unit), said(a, after.unit)))
    });
    let names = format!("{} og {}", before.name, after.name);
    format!("To punkter for hver række: {names}. {}.", shown.collect::<Vec<_>>().join("; "))
}

fn each(panels: &[Panel]) -> String {
    let all = panels.iter().map(|p| {
        let series = p.data.series.iter().map(|s| values(&p.data, s));
        format!("{}: {}.", p.title, series.collect::<Vec<_>>().join("; "))
    });
    format!("{}. {}", panel_kind(panels), all.collect::<Vec<_>>().join(" "))
}

fn panel_kind(panels: &[Panel]) -> String {
    match panels.len() {
        1 => "Et lille søjlediagram".to_owned(),
        n => format!("{n} små søjlediagrammer"),
    }
}

fn small(panels: &[Panel]) -> String {
    let ends = |p: &Panel| {
        let s = p.data.series.first()?;
        let known: Vec<f64> = s.values.iter().filter_map(Value::f64).collect();
        Some((*known.first()?, *known.last()?))
    };
    let up = panels.iter().filter_map(ends).filter(|(a, b)| b > a).count();
    let down = panels.iter().filter_map(ends).filter(|(a, b)| b < a).count();
    let names: Vec<_> = panels.iter().map(|p| p.title.as_str()).collect();
    let kind = panel_kind(panels);
    let moves: Vec<String> = [(up, "stiger"), (down, "falder")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, verb)| format!("{n} {verb}"))
        .collect();
    let course = match moves.as_slice() {
        [] => "Fra første til sidste tal er intet ændret".to_owned(),
        some => format!("Fra første til sidste tal: {}", liste(some)),
    };
    format!("{kind}: {}. {course}.", liste(&names))
}

fn kroner(amount: i64) -> String {
    med_enhed(Tal::Hel(amount), Enhed::Kr)
}

fn strip(dots: &[super::spec::Dot], which: usize) -> String {
    let Some(dot) = dots.get(which) else { return "Prikker på en linje.".to_owned() };
    let rank = 1 + dots.iter().filter(|d| d.amount > dot.amount).count();
    let least = dots.iter().map(|d| d.amount).min().unwrap_or(dot.amount);
    let most = dots.iter().map(|d| d.amount).max().unwrap_or(dot.amount);
    format!(
        "{} prikker på en linje fra {} til {}. {} får {} og er nr. {rank} målt på beløb.",
        dots.len(),
        kroner(least),
        kroner(most),
        dot.name,
        kroner(dot.amount)
    )
}

fn marks(rows: &[(String, Vec<u8>)], columns: &[(u8, String)]) -> String {
    let of = |(nr, name): &(u8, String)| {
        let marked = rows.iter().filter(|(_, marks)| marks.contains(nr));
        let marked: Vec<_> = marked.map(|(row, _)| row.as_str()).collect();
        let marked = if marked.is_empty() { "ingen".to_owned() } else { liste(&marked) };
        format!("{name}: {marked}.")
    };
    format!("Skema. {}", columns.iter().map(of).collect::<Vec<_>>().join(" "))
}

fn matrix(rows: &[(String, Vec<u8>)], columns: &[(u8, String)], words: &Words) -> String {
    let count = |nr: u8| rows.iter().filter(|(_, marks)| marks.contains(&nr)).count();
    let counts: Vec<_> =
        columns.iter().map(|(nr, name)| format!("{name} {}", count(*nr))).collect();
    let several = rows.iter().filter(|(_, marks)| marks.len() > 1).count();
    words.say(&text!(
        "figure-matrix-alt",
        efforts = text!("efforts", n = rows.len()),
        principles = text!("principles", n = columns.len()),
        counts = liste(&counts),
        several = several
    ))
}

fn city(map: &Map, words: &Words) -> String {
    let names = |on: bool| -> Vec<&str> {
        map.districts.iter().filter(|d| d.on == on).map(|d| d.name.as_str()).collect()
    };
    let kind = if map.outlines.is_some() { "Kort" } else { "Flisekort" };
    let all = map.districts.len();
    if map.districts.iter().any(|d| d.count.is_some()) {
        let mut counted: Vec<_> = map.districts.iter().filter(|d| d.count > Some(0)).collect();
        counted.sort_by_key(|d| std::cmp::Reverse(d.count));
        let counted: Vec<_> =
            counted.iter().map(|d| format!("{} {}", d.name, d.count.unwrap_or(0))).collect();
        let none = names(false);
        let none =
            if none.is_empty() { String::new() } else { format!(" Ingen: {}.", liste(&none)) };
        let counted =
            if counted.is_empty() { String::new() } else { format!(" {}.", liste(&counted)) };
        let besides = if map.words.is_empty() { String::new() } else { format!(" {}.", map.words) };
        return format!("{kind} over {}.{counted}{none}{besides}", map.city);
    }
    match names(true).len() {
        on if on == all => {
            format!("{kind} over {}. {}", map.city, words.say(&text!("figure-map-all")))
        }
        _ => format!("{kind} over {}. Markeret: {}.", map.city, liste(&names(true))),
    }
}
