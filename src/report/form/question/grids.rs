//! The tables and figures of an indsats, as a form asks about them: rows and columns of cells.

use serde_json::{Map, Value};

use super::{At, Cell, Grid, Group, Kind, Question, Row, Walk, read};
use crate::report::danish;
use crate::report::form::answer::Answer;
use crate::report::model::{Celle, Enhed, Kolonne, Tilstand, Vaerdi};

/// Rows for the categories of a figure that nobody knows yet.
const UNKNOWN: usize = 8;

impl Grid {
    /// Whether it asks for a figure's categories, which nobody knows yet.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        let first = self.rows.first().and_then(|row| row.cells.first());
        first.is_some_and(|cell| cell.field.contains(".kategorier["))
    }

    /// Whether it is set as a table; a figure is drawn.
    #[must_use]
    pub fn is_table(&self) -> bool {
        let first = self.rows.first().and_then(|row| row.cells.first());
        first.is_some_and(|cell| cell.field.contains(".raekker["))
    }

    /// Its cells as questions of their own, each named by title, row and column.
    pub fn questions(self) -> impl Iterator<Item = Question> {
        let Self { title, columns, rows, owner, .. } = self;
        rows.into_iter().flat_map(move |row| {
            let named = row.cells.into_iter().zip(&columns).map(|(cell, (column, _))| Question {
                group: Group::of(&cell.field),
                label: [&title, &row.name, column]
                    .into_iter()
                    .filter(|name| !name.is_empty())
                    .cloned()
                    .collect::<Vec<_>>()
                    .join(", "),
                owner: owner.clone(),
                kind: Kind::Number(cell.enhed),
                now: cell.now,
                before: cell.before,
                open: false,
                optional: cell.enhed == Enhed::Tekst,
                field: cell.field,
            });
            named.collect::<Vec<_>>()
        })
    }
}

impl Walk {
    pub(super) fn table(&mut self, at: &At, map: &Map<String, Value>, before: Option<&Value>) {
        let columns: Vec<Kolonne> = map.get("kolonner").and_then(read).unwrap_or_default();
        let rows = map.get("raekker").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let old = before.and_then(|b| b.get("raekker"));
        for (r, row) in rows.iter().enumerate() {
            if let Some(now) = row.get("forklaring") {
                let at = at.key("raekker").item("raekker", r, row).key("forklaring");
                let twin = old.and_then(|o| o.get(r)?.get("forklaring"));
                self.value(&at, "forklaring", now, twin);
            }
        }
        let cell = |r: usize, row: &Value, c: usize, column: &Kolonne| {
            let cell = read::<Celle>(row.get("celler")?.get(c)?)?;
            let enhed = row.get("enhed").and_then(read).unwrap_or(column.enhed);
            let twin = old.and_then(|o| read::<Celle>(o.get(r)?.get("celler")?.get(c)?));
            Some(Cell {
                field: format!("{}.raekker[{r}].celler[{c}]", at.field),
                enhed,
                now: Answer::cell(&cell),
                before: twin.map(|cell| danish::cell(&cell, enhed)),
            })
        };
        let of_row = |(r, row): (usize, &Value)| Row {
            name: row.get("navn").and_then(Value::as_str).unwrap_or_default().to_owned(),
            cells: columns.iter().enumerate().filter_map(|(c, k)| cell(r, row, c, k)).collect(),
        };
        let head = |k: &Kolonne| match &k.gruppe {
            Some(gruppe) => (format!("{gruppe}: {}", k.navn), k.enhed),
            None => (k.navn.clone(), k.enhed),
        };
        self.grid(at, map, columns.iter().map(head).collect(), rows.iter().enumerate().map(of_row));
    }

    /// A figure: a row a category, a column a series. Where its values are missing, one column.
    pub(super) fn figure(&mut self, at: &At, map: &Map<String, Value>, before: Option<&Value>) {
        let categories: Vec<String> = map.get("kategorier").and_then(read).unwrap_or_default();
        let none = Vec::new();
        let series = map.get("serier").and_then(Value::as_array).unwrap_or(&none);
        let name = |s: &Value| s.get("navn").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut columns: Vec<(String, Enhed)> =
            series.iter().map(|s| (name(s), at.enhed)).collect();
        if columns.is_empty() {
            columns.push((String::new(), at.enhed));
        }
        let state = map.get("tilstand").and_then(Value::as_str);
        let waits = state == Some("udfyldes");
        if categories.is_empty() && (waits || state == Some("mangler")) {
            self.unknown(at, map, waits);
            return;
        }
        let none = if waits { Answer::State(Tilstand::Udfyldes) } else { Answer::Empty };
        let old = before.and_then(|b| b.get("serier"));
        let cell = |c: usize, s: usize| {
            let of = |v: &Value| read::<Vaerdi>(v.get(s)?.get("vaerdier")?.get(c)?);
            Cell {
                field: format!("{}.serier[{s}].vaerdier[{c}]", at.field),
                enhed: at.enhed,
                now: map.get("serier").and_then(of).map_or(none.clone(), |v| Answer::value(&v)),
                before: old.and_then(of).map(|v| danish::value(&v, at.enhed)),
            }
        };
        let count = columns.len();
        let rows = categories
            .into_iter()
            .enumerate()
            .map(|(c, name)| Row { name, cells: (0..count).map(|s| cell(c, s)).collect() });
        self.grid(at, map, columns, rows);
    }

    /// A figure whose categories nobody knows yet: empty rows for them, each with its value.
    fn unknown(&mut self, at: &At, map: &Map<String, Value>, waits: bool) {
        let columns = vec![(String::new(), Enhed::Tekst), (String::new(), at.enhed)];
        let cell = |field: String, enhed, now| Cell { field, enhed, now, before: None };
        let row = |r: usize| {
            let value =
                if waits && r == 0 { Answer::State(Tilstand::Udfyldes) } else { Answer::Empty };
            Row {
                name: (r + 1).to_string(),
                cells: vec![
                    cell(format!("{}.kategorier[{r}]", at.field), Enhed::Tekst, Answer::Empty),
                    cell(format!("{}.serier[0].vaerdier[{r}]", at.field), at.enhed, value),
                ],
            }
        };
        self.grid(at, map, columns, (0..UNKNOWN).map(row));
    }

    fn grid(
        &mut self,
        at: &At,
        map: &Map<String, Value>,
        columns: Vec<(String, Enhed)>,
        rows: impl Iterator<Item = Row>,
    ) {
        let grid = Grid {
            field: at.field.clone(),
            title: map.get("titel").and_then(Value::as_str).unwrap_or_default().to_owned(),
            owner: at.owner.clone(),
            columns,
            rows: rows.collect(),
        };
        if !grid.rows.is_empty() {
            self.found.grids.push(grid);
        }
    }
}
