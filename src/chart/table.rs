//! The numbers behind a figure as a table: as printed, and raw for CSV.

use super::spec::{Data, Figure, State, Value};
use crate::report::csv::Csv;
use crate::report::danish;
use crate::report::model::{Enhed, Raekke, Tabel, Tal, TalTilstand, Tilstand};
use crate::report::raw::{self, Raw, RawRow};
use crate::text;
use crate::words::Words;

/// A table of words and numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChartTable {
    /// Heads, the row headers' column first.
    pub head: Vec<String>,
    /// Rows in Danish form, as many cells as heads.
    pub rows: Vec<Vec<String>>,
    /// The same values, raw: one after the other, each with its row and column.
    pub raw_row: Vec<RawRow>,
}

impl ChartTable {
    /// The numbers behind a figure.
    #[must_use]
    pub fn of(figure: &Figure, words: &Words) -> Self {
        match figure {
            Figure::Columns(data)
            | Figure::Lines(data)
            | Figure::Rows(data)
            | Figure::Shares(data)
            | Figure::Slope(data)
            | Figure::Waffle(data) => of_data(data, words),
            Figure::Small(panels, _) => {
                let panels: Vec<_> = panels.iter().map(|p| (p.title.as_str(), &p.data)).collect();
                of_panels(&panels, words)
            }
            Figure::Strip(dots, ..) => Self::plain(
                &[&words.say(&text!("effort-head")), &words.say(&text!("kroner-head"))],
                dots.iter().map(|d| (d.name.clone(), Tal::Hel(d.amount), Enhed::Kr)),
            ),
            Figure::Matrix(rows, columns) => of_matrix(rows, columns, words),
            Figure::Map(map) => of_map(map, words),
        }
    }

    /// A table of the report, with all its rows and columns.
    #[must_use]
    pub fn of_table(tabel: &Tabel) -> Self {
        let head = |name: &str, group: Option<&String>, mark: Option<&String>| {
            let group = group.map(|g| format!("{g}: ")).unwrap_or_default();
            let mark = mark.map(String::as_str).unwrap_or_default();
            danish::typography(&format!("{group}{name}{mark}"))
        };
        let columns = tabel.kolonner.iter();
        let columns = columns.map(|k| head(&k.navn, k.gruppe.as_ref(), k.maerke.as_ref()));
        let hoved =
            std::iter::once(danish::typography(&tabel.raekkehoved)).chain(columns).collect();
        let row = |r: &Raekke| {
            let unit = |i: usize| {
                r.enhed.or_else(|| tabel.kolonner.get(i).map(|k| k.enhed)).unwrap_or_default()
            };
            let cells = r.celler.iter().enumerate().map(|(i, c)| danish::cell(c, unit(i)));
            std::iter::once(head(&r.navn, None, r.maerke.as_ref())).chain(cells).collect()
        };
        Self {
            head: hoved,
            rows: tabel.raekker.iter().map(row).collect(),
            raw_row: raw::of_table(tabel),
        }
    }

    /// The raw values as CSV, a row a value.
    #[must_use]
    pub fn csv(&self) -> String {
        raw_csv(&self.raw_row)
    }

    fn plain(head: &[&str], rows: impl Iterator<Item = (String, Tal, Enhed)>) -> Self {
        let column = head.get(1).copied().unwrap_or_default();
        let (raekker, raw_row) = rows
            .map(|(name, tal, unit)| {
                let raw = Raw::number(tal, unit, TalTilstand::Endelig, "");
                let raw_row = RawRow { row: name.clone(), column: column.to_owned(), raw };
                (vec![name, danish::with_unit(tal, unit)], raw_row)
            })
            .unzip();
        Self { head: head.iter().map(|h| (*h).to_owned()).collect(), rows: raekker, raw_row }
    }
}

/// Raw values as CSV, a row a value.
#[must_use]
pub fn raw_csv(rows: &[RawRow]) -> String {
    let mut csv = Csv::new(Raw::PLACE.into_iter().chain(Raw::HEADS));
    for RawRow { row, column, raw } in rows {
        csv.row([row.clone(), column.clone()].into_iter().chain(raw.cells()));
    }
    csv.into_text()
}

fn raw_value(value: &Value, unit: Enhed) -> Raw {
    let state = match value.state {
        State::Final => TalTilstand::Endelig,
        State::Preliminary => TalTilstand::Foreloebig,
        State::Estimated => TalTilstand::Anslaaet,
        State::Missing => return Raw::nothing(Tilstand::Mangler, unit),
        State::Withheld => return Raw::nothing(Tilstand::Diskretion, unit),
        State::None => return Raw::dash(),
    };
    match value.number {
        Some(number) => Raw::number(number.tal(), unit, state, &value.mark),
        None => Raw::nothing(Tilstand::Mangler, unit),
    }
}

/// A value with its state in words.
fn printed(value: &Value, unit: Enhed, words: &Words) -> String {
    match (value.number, value.state) {
        (_, State::Withheld) => danish::WITHHELD.to_owned(),
        (None, State::None) => danish::DASH.to_owned(),
        (None, _) => danish::UNKNOWN.to_owned(),
        (Some(number), state) => {
            let form = danish::with_unit(number.tal(), unit);
            let marked = format!("{form}{}", value.mark);
            match state {
                State::Estimated => words.say(&text!("value-estimated", value = marked)),
                State::Preliminary => words.say(&text!("value-preliminary", value = marked)),
                _ => marked,
            }
        }
    }
}

fn of_data(data: &Data, words: &Words) -> ChartTable {
    let name = |s: &super::spec::Series| match (s.panel.is_empty(), s.panel == s.name) {
        (true, _) | (_, true) => s.name.clone(),
        (false, false) => format!("{}: {}", s.panel, s.name),
    };
    let hoved = std::iter::once(String::new()).chain(data.series.iter().map(name)).collect();
    let mut table = ChartTable { head: hoved, ..ChartTable::default() };
    for (i, category) in data.categories.iter().enumerate() {
        let mut row = vec![category.name.clone()];
        for series in &data.series {
            let value = series.values.get(i);
            row.push(value.map(|v| printed(v, series.unit, words)).unwrap_or_default());
            table.raw_row.extend(value.map(|v| RawRow {
                row: category.name.clone(),
                column: name(series),
                raw: raw_value(v, series.unit),
            }));
        }
        table.rows.push(row);
    }
    table
}

/// Panels one a row, over the categories of all.
fn of_panels(panels: &[(&str, &Data)], words: &Words) -> ChartTable {
    let mut heads: Vec<String> = Vec::new();
    for (_, data) in panels {
        for k in &data.categories {
            if !heads.contains(&k.name) {
                heads.push(k.name.clone());
            }
        }
    }
    if panels.iter().all(|(_, d)| d.ordered) {
        heads.sort();
    }
    let hoved = std::iter::once(String::new()).chain(heads.iter().cloned()).collect();
    let mut table = ChartTable { head: hoved, ..ChartTable::default() };
    for (title, data) in panels {
        let mut row = vec![(*title).to_owned()];
        for head in &heads {
            let at = data.categories.iter().position(|k| k.name == *head);
            let cell = data.series.first().and_then(|s| Some((s.values.get(at?)?, s.unit)));
            row.push(cell.map(|(v, unit)| printed(v, unit, words)).unwrap_or_default());
            table.raw_row.extend(cell.map(|(v, unit)| RawRow {
                row: (*title).to_owned(),
                column: head.clone(),
                raw: raw_value(v, unit),
            }));
        }
        table.rows.push(row);
    }
    table
}

fn of_matrix(rows: &[(String, Vec<u8>)], columns: &[(u8, String)], words: &Words) -> ChartTable {
    let heads = columns.iter().map(|(_, name)| name.clone());
    let mut table = ChartTable {
        head: std::iter::once(words.say(&text!("effort-head"))).chain(heads).collect(),
        ..ChartTable::default()
    };
    for (name, marks) in rows {
        let mut row = vec![name.clone()];
        for (nr, column) in columns {
            let belongs = marks.contains(nr);
            row.push(if belongs { words.say(&text!("yes")) } else { String::new() });
            let raw = Raw::words(&yes_no(words, belongs));
            table.raw_row.push(RawRow { row: name.clone(), column: column.clone(), raw });
        }
        table.rows.push(row);
    }
    table
}

fn of_map(map: &super::spec::Map, words: &Words) -> ChartTable {
    let district = words.say(&text!("district-head"));
    if map.districts.iter().any(|d| d.count.is_some()) {
        let count = |n: usize| Tal::Hel(i64::try_from(n).unwrap_or(i64::MAX));
        let rows = map.districts.iter();
        let rows = rows.map(|d| (d.name.clone(), count(d.count.unwrap_or(0)), Enhed::Antal));
        return ChartTable::plain(&[&district, &words.say(&text!("efforts-head"))], rows);
    }
    let head = [district, words.say(&text!("figure-map-here"))];
    let rows = map.districts.iter();
    let raekker = rows.clone().map(|d| vec![d.name.clone(), yes_no(words, d.on)]).collect();
    let raw_row = rows.map(|d| RawRow {
        row: d.name.clone(),
        column: head[1].clone(),
        raw: Raw::words(&yes_no(words, d.on)),
    });
    ChartTable { raw_row: raw_row.collect(), rows: raekker, head: head.into() }
}

fn yes_no(words: &Words, yes: bool) -> String {
    words.say(&if yes { text!("yes") } else { text!("no") })
}
