//! Alt texts: kind, what, range and main message, from the numbers that are drawn.

use super::ALT_LENGTH;
use super::spec::{Data, Figure, Map, Series, Value, number_form};
use crate::report::danish::{MAANEDER, liste};
use crate::report::model::{Enhed, Tal};

/// The alt text of a figure.
#[must_use]
pub(super) fn of(figure: &Figure) -> String {
    let text = match figure {
        Figure::Columns(data) => over_time("Søjlediagram", data),
        Figure::Lines(data) => over_time("Linjediagram", data),
        Figure::Rows(data) => rows(data),
        Figure::Shares(data) => format!("Delt bjælke på 100 %. {}", parts(data)),
        Figure::Slope(data) => slope(data),
        Figure::Waffle(data) => format!("Hundrede felter, udfyldt efter andel. {}", parts(data)),
        Figure::Small(panels, _) => small(panels),
        Figure::Strip(dots, which, _) => strip(dots, *which),
        Figure::Matrix(rows, columns) => matrix(rows, columns),
        Figure::Map(map) => city(map),
    };
    clip(&text)
}

/// Cuts a text at the last clause that fits.
pub(super) fn clip(text: &str) -> String {
    // An abbreviation's full stop also ends its sentence.
    let text = &text.replace("..", ".");
    if text.chars().count() <= ALT_LENGTH {
        return text.to_owned();
    }
    // Room for the words that say that there is more.
    const MORE: &str = " Teksten er forkortet.";
    let room = ALT_LENGTH - MORE.chars().count() - 1;
    let end = text.char_indices().nth(room).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or(text);
    let cut = [". ", "; ", ", ", " "].iter().filter_map(|s| head.rfind(s)).max_by_key(|at| {
        // A sentence's or clause's end wins over a later word, unless it loses half the text.
        if *at * 2 > head.len() { *at } else { 0 }
    });
    let head =
        head.get(..cut.unwrap_or(end)).unwrap_or(head).trim_end_matches(['.', ',', ';', ' ']);
    format!("{head}.{MORE}")
}

/// A value in a sentence.
fn said(v: &Value, unit: Enhed) -> String {
    match v.number {
        Some(_) => v.label(unit),
        None => "intet tal".to_owned(),
    }
}

fn over_time(kind: &str, data: &Data) -> String {
    let first = data.categories.first().map(|k| k.name.as_str()).unwrap_or_default();
    let last = data.categories.last().map(|k| k.name.as_str()).unwrap_or_default();
    let span = if first == last { first.to_owned() } else { format!("{first} til {last}") };
    let courses: Vec<_> = data.series.iter().map(|s| course(data, s)).collect();
    format!("{kind}, {span}. {}.", courses.join(". "))
}

/// A series' values in order where they are few, else its ends and extremes.
fn course(data: &Data, s: &Series) -> String {
    let named = if s.name.is_empty() { String::new() } else { format!("{}: ", s.name) };
    let known: Vec<(&str, &Value, f64)> = data
        .categories
        .iter()
        .zip(&s.values)
        .filter_map(|(k, v)| Some((k.name.as_str(), v, v.f64()?)))
        .collect();
    let missing: Vec<&str> = data
        .categories
        .iter()
        .zip(&s.values)
        .filter(|(_, v)| v.number.is_none())
        .map(|(k, _)| k.name.as_str())
        .collect();
    let gaps = match missing.as_slice() {
        [] => String::new(),
        few @ [_, ..] if few.len() <= 3 => format!("; intet tal for {}", liste(few)),
        many => format!("; intet tal for {} af {}", many.len(), data.categories.len()),
    };
    let at =
        |(name, v, _): &(&str, &Value, f64)| format!("{} i {}", said(v, s.unit), in_sentence(name));
    let (Some(first), Some(last)) = (known.first(), known.last()) else {
        return format!("{named}ingen tal");
    };
    if known.iter().all(|k| k.2.to_bits() == first.2.to_bits()) && known.len() > 1 {
        return format!("{named}{} {}{gaps}", said(first.1, s.unit), all_along(&known));
    }
    if known.len() <= 4 {
        return format!("{named}{}{gaps}", liste(&known.iter().map(at).collect::<Vec<_>>()));
    }
    let by = |a: &&(&str, &Value, f64), b: &&(&str, &Value, f64)| a.2.total_cmp(&b.2);
    let (low, high) = (known.iter().min_by(by), known.iter().max_by(by));
    let extremes = match (high, low) {
        (Some(h), Some(l)) => format!("; højest {}, lavest {}", at(h), at(l)),
        _ => String::new(),
    };
    format!("{named}{}, {}{extremes}{gaps}", at(first), at(last))
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
    let several = data.series.iter().any(|s| data.series.iter().any(|o| o.name != s.name));
    if several && data.series.len() > 1 {
        return groups(data);
    }
    let Some(s) = data.series.first() else { return "Liggende søjler uden tal.".to_owned() };
    let sum = data.categories.iter().zip(&s.values).find(|(k, _)| k.sum);
    let mut known: Vec<_> = data
        .categories
        .iter()
        .zip(&s.values)
        .filter(|(k, v)| !k.sum && v.number.is_some())
        .collect();
    known.sort_by(|a, b| b.1.f64().partial_cmp(&a.1.f64()).unwrap_or(std::cmp::Ordering::Equal));
    let total = sum.map(|(_, v)| format!(" I alt {}.", said(v, s.unit))).unwrap_or_default();
    let one = |(k, v): &(&super::spec::Category, &Value)| format!("{} {}", k.name, said(v, s.unit));
    let count = known.len();
    if count <= 6 {
        let all = known.iter().map(one).collect::<Vec<_>>().join("; ");
        return format!("Liggende søjler. {all}.{total}");
    }
    let top = known.iter().take(3).map(one).collect::<Vec<_>>().join("; ");
    let last = known.last().map(one).unwrap_or_default();
    format!("{count} liggende søjler. Højest: {top}. Lavest: {last}.{total}")
}

fn groups(data: &Data) -> String {
    let shown = data.categories.iter().enumerate().map(|(i, k)| {
        let values = data.series.iter().filter_map(|s| {
            let v = s.values.get(i)?;
            let panel = if s.panel.is_empty() || s.panel == s.name {
                String::new()
            } else {
                format!("{}, ", s.panel)
            };
            Some(format!("{panel}{} {}", s.name, said(v, s.unit)))
        });
        format!("{}: {}", k.name, values.collect::<Vec<_>>().join(", "))
    });
    format!("Grupper af liggende søjler. {}.", shown.collect::<Vec<_>>().join("; "))
}

fn parts(data: &Data) -> String {
    let series = data.series.iter().map(|s| {
        let named = if data.series.len() > 1 { format!("{}: ", s.name) } else { String::new() };
        let parts = data.categories.iter().zip(&s.values);
        let parts = parts.map(|(k, v)| format!("{} {}", said(v, s.unit), k.name).trim().to_owned());
        format!("{named}{}.", parts.collect::<Vec<_>>().join("; "))
    });
    series.collect::<Vec<_>>().join(" ")
}

fn slope(data: &Data) -> String {
    let [before, after] = data.series.as_slice() else { return rows(data) };
    let shown = data.categories.iter().enumerate().filter_map(|(i, k)| {
        let (b, a) = (before.values.get(i)?, after.values.get(i)?);
        Some(format!("{} fra {} til {}", k.name, said(b, before.unit), said(a, after.unit)))
    });
    let names = format!("{} og {}", before.name, after.name);
    format!("To punkter for hver række: {names}. {}.", shown.collect::<Vec<_>>().join("; "))
}

fn small(panels: &[super::spec::Panel]) -> String {
    let ends = |p: &super::spec::Panel| {
        let s = p.data.series.first()?;
        let known: Vec<f64> = s.values.iter().filter_map(Value::f64).collect();
        Some((*known.first()?, *known.last()?))
    };
    let up = panels.iter().filter_map(ends).filter(|(a, b)| b > a).count();
    let down = panels.iter().filter_map(ends).filter(|(a, b)| b < a).count();
    let names: Vec<_> = panels.iter().map(|p| p.title.as_str()).collect();
    format!(
        "{} små søjlediagrammer. Fra første til sidste tal stiger {up}, og {down} falder: {}.",
        panels.len(),
        liste(&names)
    )
}

fn kroner(amount: i64) -> String {
    number_form(Tal::Hel(amount), Enhed::Kr)
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

fn matrix(rows: &[(String, Vec<u8>)], columns: &[(u8, String)]) -> String {
    let count = |nr: u8| rows.iter().filter(|(_, marks)| marks.contains(&nr)).count();
    let counts: Vec<_> =
        columns.iter().map(|(nr, name)| format!("{name} {}", count(*nr))).collect();
    let several = rows.iter().filter(|(_, marks)| marks.len() > 1).count();
    format!(
        "Skema med {} indsatser og {} fagprincipper. Antal indsatser: {}. {several} har flere end ét fagprincip.",
        rows.len(),
        columns.len(),
        liste(&counts)
    )
}

fn city(map: &Map) -> String {
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
        return format!("{kind} over København. {}.{none} {}.", liste(&counted), map.words);
    }
    match names(true).len() {
        on if on == all => format!("{kind} over København. Alle bydele er markeret."),
        _ => format!("{kind} over København. Markeret: {}.", liste(&names(true))),
    }
}
