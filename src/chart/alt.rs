//! Alt texts: kind and every value, in the order that they are drawn in, as sentences. Where that
//! would be long, kind and main message, and a table of the values stands behind the figure for who
//! hears it.

use super::ALT_LENGTH;
use super::draw::order;
use super::spec::{Category, Data, Figure, MOST_DOTS, Map, Panel, Series, State, Value};
use crate::report::danish::{MONTHS, with_unit};
use crate::report::model::{Enhed, Tal};
use crate::text;
use crate::words::{Text, Words};

/// What who does not see a figure is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alt {
    /// The alt text.
    pub text: String,
    /// The same for a picture by itself: its numbers lie beside it in a file.
    pub apart: String,
    /// Whether every value is in it; else a table must stand behind the figure.
    pub whole: bool,
}

/// The alt text of a figure.
#[must_use]
pub(super) fn of(figure: &Figure, words: &Words) -> Alt {
    let w = Speaker(words);
    let (full, summary) = match figure {
        Figure::Columns(data) => w.course(&text!("alt-columns"), data),
        Figure::Lines(data) => w.course(&text!("alt-lines"), data),
        Figure::Rows(data) => (w.rows(data), w.top(data)),
        Figure::Shares(data) => w.shares(&text!("alt-shares"), data),
        Figure::Slope(data) => (w.slope(data), w.top(data)),
        Figure::Waffle(data) => w.shares(&text!("alt-waffle"), data),
        Figure::Small(panels, _) => (w.each(panels), w.small(panels)),
        // All amounts are the overview's, which says them once for all spreads.
        Figure::Strip(dots, which, _) => {
            return whole(sentence(&w.strip(dots, *which)));
        }
        Figure::Matrix(rows, columns) => (w.marks(rows, columns), w.matrix(rows, columns)),
        Figure::Map(map) => return whole(sentence(&w.city(map))),
    };
    let full = sentence(&full);
    if full.chars().count() <= ALT_LENGTH {
        return whole(full);
    }
    own(&summary, words)
}

/// An alt text that says every value.
fn whole(text: String) -> Alt {
    Alt { apart: text.clone(), text, whole: true }
}

/// The words of the data, which may leave values out; it says where these are.
pub(super) fn own(text: &str, words: &Words) -> Alt {
    let text = sentence(text);
    let with = |where_told: &Text| format!("{text} {}", words.say(where_told));
    Alt { text: with(&text!("alt-behind")), apart: with(&text!("alt-beside")), whole: false }
}

/// An abbreviation's full stop also ends its sentence.
fn sentence(text: &str) -> String {
    let text = text.trim().replace("..", ".");
    if text.ends_with(['.', '!', '?']) { text } else { format!("{text}.") }
}

/// A category's name inside a sentence: months have no capital there.
fn in_sentence(name: &str) -> String {
    let (first, rest) = name.split_at(name.find(' ').unwrap_or(name.len()));
    let small = first.to_lowercase();
    if MONTHS.contains(&small.as_str()) { small + rest } else { name.to_owned() }
}

/// That a value is the same in every category.
fn all_along(known: &[(&str, &Value, f64)]) -> Text {
    let is_year = |name: &str| name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit());
    let is_month = |name: &str| in_sentence(name) != *name;
    if known.iter().all(|k| is_year(k.0)) {
        text!("alt-every-year")
    } else if known.iter().all(|k| is_month(k.0)) {
        text!("alt-every-month")
    } else {
        text!("alt-throughout")
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

fn kroner(amount: i64) -> String {
    with_unit(Tal::Hel(amount), Enhed::Kr)
}

/// Says figures in the words of a language.
struct Speaker<'w>(&'w Words);

impl Speaker<'_> {
    fn say(&self, text: &Text) -> String {
        self.0.say(text)
    }

    fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.say(&Text::all_of(items.iter().map(|item| Text::from(item.as_ref()))))
    }

    /// A value in a sentence, its state with it.
    fn said(&self, v: &Value, unit: Enhed) -> String {
        match (v.number, v.state) {
            (_, State::Withheld) => self.say(&text!("value-withheld")),
            (None, State::None) => self.say(&text!("value-none")),
            (None, _) => self.say(&text!("value-missing")),
            (Some(number), state) => {
                let form = format!("{}{}", with_unit(number.tal(), unit), v.mark);
                match state {
                    State::Estimated => self.say(&text!("value-estimated", value = form)),
                    State::Preliminary => self.say(&text!("value-preliminary", value = form)),
                    _ => form,
                }
            }
        }
    }

    fn value_at(&self, v: &Value, unit: Enhed, name: &str) -> String {
        let value = self.said(v, unit);
        self.say(&text!("alt-value-in", value = value, name = in_sentence(name)))
    }

    /// `93 i 2020, 101 i 2021 og tallet mangler i 2022`.
    fn values(&self, data: &Data, s: &Series) -> String {
        let all = data.categories.iter().zip(&s.values);
        self.list(&all.map(|(k, v)| self.value_at(v, s.unit, &k.name)).collect::<Vec<_>>())
    }

    /// All values, and ends and extremes.
    fn course(&self, kind: &Text, data: &Data) -> (String, String) {
        let breaks = data.categories.iter().filter(|k| k.breaks);
        let breaks = breaks.map(|k| self.say(&text!("alt-break", name = k.name.as_str())));
        let span =
            std::iter::once(self.span(kind, data)).chain(breaks).collect::<Vec<_>>().join(" ");
        let all = data.series.iter().map(|s| format!("{}{}.", named(s), self.values(data, s)));
        let ends = data.series.iter().map(|s| format!("{}{}.", named(s), self.ends(data, s)));
        let with_span = |courses: Vec<String>| format!("{span} {}", courses.join(" "));
        (with_span(all.collect()), with_span(ends.collect()))
    }

    fn span(&self, kind: &Text, data: &Data) -> String {
        let name = |k: Option<&Category>| k.map(|k| in_sentence(&k.name)).unwrap_or_default();
        let (first, last) = (name(data.categories.first()), name(data.categories.last()));
        if first == last {
            self.say(&text!("alt-at", kind = kind, when = first))
        } else {
            self.say(&text!("alt-span", kind = kind, first = first, last = last))
        }
    }

    /// Ends and extremes of a series.
    fn ends(&self, data: &Data, s: &Series) -> String {
        let known: Vec<(&str, &Value, f64)> = data
            .categories
            .iter()
            .zip(&s.values)
            .filter_map(|(k, v)| Some((k.name.as_str(), v, v.f64()?)))
            .collect();
        let at = |(name, v, _): &(&str, &Value, f64)| self.value_at(v, s.unit, name);
        let by = |a: &&(&str, &Value, f64), b: &&(&str, &Value, f64)| a.2.total_cmp(&b.2);
        let (Some(first), Some(last)) = (known.first(), known.last()) else {
            return self.say(&text!("alt-no-numbers"));
        };
        match (known.iter().max_by(by), known.iter().min_by(by)) {
            (Some(most), Some(least)) if most.2 > least.2 => self.say(&text!(
                "alt-ends",
                first = at(first),
                last = at(last),
                most = at(most),
                least = at(least)
            )),
            _ => format!("{} {}", self.said(first.1, s.unit), self.say(&all_along(&known))),
        }
    }

    fn rows(&self, data: &Data) -> String {
        if data.series.len() > 1 {
            return self.groups(data);
        }
        let Some(s) = data.series.first() else { return self.say(&text!("alt-bars-empty")) };
        let one = |at: &usize| {
            let (k, v) = (data.categories.get(*at)?, s.values.get(*at)?);
            Some(format!("{} {}", k.name, self.said(v, s.unit)))
        };
        let all: Vec<_> = order(data).iter().filter_map(one).collect();
        format!("{} {}.", self.say(&text!("alt-bars")), all.join("; "))
    }

    /// The first and last of the rows as they are drawn.
    fn top(&self, data: &Data) -> String {
        if data.series.len() != 1 {
            return self.say(&text!("alt-groups-count", n = data.numbers().count()));
        }
        let Some(s) = data.series.first() else { return self.say(&text!("alt-bars-empty")) };
        let known: Vec<_> = order(data)
            .into_iter()
            .filter_map(|at| Some((data.categories.get(at)?, s.values.get(at)?)))
            .filter(|(k, v)| !k.sum && v.number.is_some())
            .collect();
        let one = |(k, v): &(&Category, &Value)| format!("{} {}", k.name, self.said(v, s.unit));
        let first = known.iter().take(3).map(one).collect::<Vec<_>>().join("; ");
        let last = known.last().map(one).unwrap_or_default();
        self.say(&text!("alt-bars-top", n = known.len(), first = first, last = last))
    }

    fn groups(&self, data: &Data) -> String {
        let shown = order(data).into_iter().filter_map(|i| {
            let k = data.categories.get(i)?;
            let values = data.series.iter().filter_map(|s| {
                let v = s.values.get(i)?;
                let name = named(s);
                let value = self.said(v, s.unit);
                Some(format!("{} {value}", name.trim_end_matches(": ")).trim().to_owned())
            });
            Some(format!("{}: {}.", k.name, values.collect::<Vec<_>>().join(", ")))
        });
        format!("{} {}", self.say(&text!("alt-groups")), shown.collect::<Vec<_>>().join(" "))
    }

    /// All parts of a whole, and its kind alone.
    fn shares(&self, kind: &Text, data: &Data) -> (String, String) {
        let kind = self.say(kind);
        let series = data.series.iter().map(|s| {
            let named = if data.series.len() > 1 { named(s) } else { String::new() };
            let parts = data.categories.iter().zip(&s.values);
            let parts = parts
                .map(|(k, v)| format!("{} {}", self.said(v, s.unit), k.name).trim().to_owned());
            format!("{named}{}.", parts.collect::<Vec<_>>().join("; "))
        });
        (format!("{kind} {}", series.collect::<Vec<_>>().join(" ")), kind)
    }

    fn slope(&self, data: &Data) -> String {
        let [before, after] = data.series.as_slice() else { return self.groups(data) };
        let shown = data.categories.iter().enumerate().filter_map(|(i, k)| {
            let (b, a) = (before.values.get(i)?, after.values.get(i)?);
            let (from, to) = (self.said(b, before.unit), self.said(a, after.unit));
            Some(self.say(&text!("alt-from-to", name = k.name.as_str(), from = from, to = to)))
        });
        let rows = shown.collect::<Vec<_>>().join("; ");
        let (before, after) = (before.name.as_str(), after.name.as_str());
        self.say(&text!("alt-slope", before = before, after = after, rows = rows))
    }

    fn each(&self, panels: &[Panel]) -> String {
        let all = panels.iter().map(|p| {
            let series = p.data.series.iter().map(|s| self.values(&p.data, s));
            format!("{}: {}.", p.title, series.collect::<Vec<_>>().join("; "))
        });
        let kind = self.say(&text!("alt-panels", n = panels.len()));
        format!("{kind}. {}", all.collect::<Vec<_>>().join(" "))
    }

    fn small(&self, panels: &[Panel]) -> String {
        let ends = |p: &Panel| {
            // Years that are not counted alike are not compared.
            let s =
                p.data.series.first().filter(|_| p.data.categories.iter().all(|k| !k.breaks))?;
            let known: Vec<f64> = s.values.iter().filter_map(Value::f64).collect();
            Some((*known.first()?, *known.last()?))
        };
        let up = panels.iter().filter_map(ends).filter(|(a, b)| b > a).count();
        let down = panels.iter().filter_map(ends).filter(|(a, b)| b < a).count();
        let names: Vec<_> = panels.iter().map(|p| p.title.as_str()).collect();
        let kind = self.say(&text!("alt-panels", n = panels.len()));
        let moves: Vec<Text> =
            [(up, text!("alt-rise", n = up)), (down, text!("alt-fall", n = down))]
                .into_iter()
                .filter_map(|(n, told)| (n > 0).then_some(told))
                .collect();
        let course = match moves.as_slice() {
            [] => self.say(&text!("alt-no-moves")),
            _ => self.say(&text!("alt-moves", moves = Text::all_of(moves))),
        };
        format!("{kind}: {}. {course}", self.list(&names))
    }

    fn strip(&self, dots: &[super::spec::Dot], which: usize) -> String {
        let Some(dot) = dots.get(which) else { return self.say(&text!("alt-strip-plain")) };
        let rank = 1 + dots.iter().filter(|d| d.amount > dot.amount).count();
        let least = dots.iter().map(|d| d.amount).min().unwrap_or(dot.amount);
        let most = dots.iter().map(|d| d.amount).max().unwrap_or(dot.amount);
        let shown = if dots.len() > MOST_DOTS {
            text!("alt-strip-columns", n = dots.len(), least = kroner(least), most = kroner(most))
        } else {
            text!("alt-strip", n = dots.len(), least = kroner(least), most = kroner(most))
        };
        let own = text!(
            "alt-strip-own",
            name = dot.name.as_str(),
            amount = kroner(dot.amount),
            rank = rank
        );
        format!("{} {}", self.say(&shown), self.say(&own))
    }

    fn marks(&self, rows: &[(String, Vec<u8>)], columns: &[(u8, String)]) -> String {
        let of = |(nr, name): &(u8, String)| {
            let marked = rows.iter().filter(|(_, marks)| marks.contains(nr));
            let marked: Vec<_> = marked.map(|(row, _)| row.as_str()).collect();
            let none = || self.say(&text!("value-none"));
            let marked = if marked.is_empty() { none() } else { self.list(&marked) };
            format!("{name}: {marked}.")
        };
        let all = columns.iter().map(of).collect::<Vec<_>>().join(" ");
        format!("{} {all}", self.say(&text!("alt-matrix")))
    }

    fn matrix(&self, rows: &[(String, Vec<u8>)], columns: &[(u8, String)]) -> String {
        let count = |nr: u8| rows.iter().filter(|(_, marks)| marks.contains(&nr)).count();
        let counts: Vec<_> =
            columns.iter().map(|(nr, name)| format!("{name} {}", count(*nr))).collect();
        let several = rows.iter().filter(|(_, marks)| marks.len() > 1).count();
        self.say(&text!(
            "figure-matrix-alt",
            efforts = text!("efforts", n = rows.len()),
            principles = text!("principles", n = columns.len()),
            counts = self.list(&counts),
            several = several
        ))
    }

    fn city(&self, map: &Map) -> String {
        let names = |on: bool| -> Vec<&str> {
            map.districts.iter().filter(|d| d.on == on).map(|d| d.name.as_str()).collect()
        };
        let city = map.city.as_str();
        let mut told = vec![self.say(&match map.outlines {
            Some(_) => text!("alt-map", city = city),
            None => text!("alt-tiles", city = city),
        })];
        if map.districts.iter().any(|d| d.count.is_some()) {
            let mut counted: Vec<_> = map.districts.iter().filter(|d| d.count > Some(0)).collect();
            counted.sort_by_key(|d| std::cmp::Reverse(d.count));
            let counted: Vec<_> =
                counted.iter().map(|d| format!("{} {}", d.name, d.count.unwrap_or(0))).collect();
            if !counted.is_empty() {
                told.push(format!("{}.", self.list(&counted)));
            }
            let none = names(false);
            if !none.is_empty() {
                told.push(self.say(&text!("alt-map-none", names = self.list(&none))));
            }
            if !map.words.is_empty() {
                told.push(format!("{}.", map.words));
            }
        } else if names(true).len() == map.districts.len() {
            told.push(self.say(&text!("figure-map-all")));
        } else {
            told.push(self.say(&text!("alt-map-marked", names = self.list(&names(true)))));
        }
        told.join(" ")
    }
}
