//! Years that move on, and values that wait to be filled in.

use toml_edit::{Item, TableLike, Value};

/// Which years move, and how far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Forward {
    /// The old report's year.
    pub(super) year: i32,
    /// The old data year.
    pub(super) data_year: i32,
    /// Years from the old report to the new one.
    pub(super) step: i32,
}

/// The word for a value that is to be filled in.
const TO_FILL_IN: &str = "udfyldes";

impl Forward {
    /// Words with the report's year and the data year moved on. A year that is part of a range
    /// (`2022-2025`) or of a longer number stays.
    pub(super) fn moved_words(self, text: &str) -> String {
        self.moved(text, &|year| year == self.year || year == self.data_year)
    }

    /// Words with every recent year moved on: `December 2022` is one of the months of 2023.
    fn every_year(self, text: &str) -> String {
        self.moved(text, &|year| (self.data_year - 9..=self.year).contains(&year))
    }

    fn moved(self, text: &str, moves: &dyn Fn(i32) -> bool) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(from) = rest.find(|c: char| c.is_ascii_digit()) {
            let (before, here) = rest.split_at(from);
            let to = here.find(|c: char| !c.is_ascii_digit()).unwrap_or(here.len());
            let (number, after) = here.split_at(to);
            out.push_str(before);
            let alone = !out.ends_with(['-', '–', '/', ',', '.'])
                && !after.starts_with(['-', '–', '/'])
                && !after
                    .strip_prefix([',', '.'])
                    .is_some_and(|e| e.starts_with(|c: char| c.is_ascii_digit()));
            match number.parse::<i32>() {
                Ok(year) if alone && moves(year) => {
                    out.push_str(&(year + self.step).to_string());
                }
                _ => out.push_str(number),
            }
            rest = after;
        }
        out + rest
    }

    /// Moves the years of every text below on. Texts without such years keep the form they are
    /// written in.
    pub(super) fn words(self, item: Option<&mut Item>) {
        rewrite(item, &|old| self.moved_words(old));
    }

    /// Moves the years of a row's head on.
    pub(super) fn row(self, item: Option<&mut Item>) {
        rewrite(item, &|old| self.every_year(old));
    }

    /// Moves a period on that is a year and nothing else. Other periods (`juli 2022 til juni
    /// 2023`) stay: nobody knows yet what next year's will be.
    pub(super) fn period(self, item: Option<&mut Item>) {
        rewrite(item, &|old| match old.trim().parse::<i32>() {
            Ok(_) => self.moved_words(old),
            Err(_) => old.to_owned(),
        });
    }
}

fn rewrite(item: Option<&mut Item>, new: &dyn Fn(&str) -> String) {
    match item {
        Some(Item::Value(value)) => rewrite_value(value, new),
        Some(Item::Table(table)) => rewrite_table(table, new),
        Some(Item::ArrayOfTables(tables)) => {
            tables.iter_mut().for_each(|table| rewrite_table(table, new));
        }
        Some(Item::None) | None => {}
    }
}

fn rewrite_table(table: &mut dyn TableLike, new: &dyn Fn(&str) -> String) {
    table.iter_mut().for_each(|(_, item)| rewrite(Some(item), new));
}

fn rewrite_value(value: &mut Value, new: &dyn Fn(&str) -> String) {
    if let Some(list) = value.as_array_mut() {
        list.iter_mut().for_each(|v| rewrite_value(v, new));
    } else if let Some(table) = value.as_inline_table_mut() {
        rewrite_table(table, new);
    } else if let Some(old) = value.as_str() {
        let text = new(old);
        if text != old {
            put(value, text.into());
        }
    }
}

/// Puts a value in the place of another; space and comments around it stay.
pub(super) fn put(value: &mut Value, mut new: Value) {
    *new.decor_mut() = value.decor().clone();
    *value = new;
}

/// Makes a value wait to be filled in.
pub(super) fn wait_for(value: &mut Value) {
    put(value, TO_FILL_IN.into());
}

/// Makes what stands under a key wait to be filled in: a value, or a value written as a table of
/// its own.
pub(super) fn wait_under(t: &mut dyn TableLike, key: &str) {
    match t.get_mut(key) {
        Some(Item::Value(v)) => wait_for(v),
        Some(item @ (Item::Table(_) | Item::ArrayOfTables(_))) => {
            *item = toml_edit::value(TO_FILL_IN);
        }
        Some(Item::None) | None => {}
    }
}

/// The value that waits to be filled in.
pub(super) fn waiting() -> Value {
    TO_FILL_IN.into()
}

/// Every table of a list, written as `[[x]]` or inline.
pub(super) fn each_table(item: Option<&mut Item>, act: &mut dyn FnMut(&mut dyn TableLike)) {
    match item {
        Some(Item::ArrayOfTables(tables)) => tables.iter_mut().for_each(|t| act(t)),
        Some(Item::Value(Value::Array(list))) => {
            for v in list.iter_mut() {
                if let Some(t) = v.as_inline_table_mut() {
                    act(t);
                }
            }
        }
        _ => {}
    }
}
