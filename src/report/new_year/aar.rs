//! Years that move on, and values that wait to be filled in.

use toml_edit::{Item, TableLike, Value};

/// Which years move, and how far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flyt {
    /// The old report's year.
    pub(super) aar: i32,
    /// The old data year.
    pub(super) dataaar: i32,
    /// Years from the old report to the new one.
    pub(super) skridt: i32,
}

/// The word for a value that is to be filled in.
const UDFYLDES: &str = "udfyldes";

impl Flyt {
    /// Words with the report's year and the data year moved on. A year that is part of a range
    /// (`2022-2025`) or of a longer number stays.
    pub(super) fn ord(self, tekst: &str) -> String {
        self.moved(tekst, &|aar| aar == self.aar || aar == self.dataaar)
    }

    /// Words with every recent year moved on: `December 2022` is one of the months of 2023.
    fn alle_aar(self, tekst: &str) -> String {
        self.moved(tekst, &|aar| (self.dataaar - 9..=self.aar).contains(&aar))
    }

    fn moved(self, tekst: &str, flyttes: &dyn Fn(i32) -> bool) -> String {
        let mut ud = String::with_capacity(tekst.len());
        let mut rest = tekst;
        while let Some(fra) = rest.find(|c: char| c.is_ascii_digit()) {
            let (foer, her) = rest.split_at(fra);
            let til = her.find(|c: char| !c.is_ascii_digit()).unwrap_or(her.len());
            let (tal, efter) = her.split_at(til);
            ud.push_str(foer);
            let alene = !ud.ends_with(['-', '–', '/', ',', '.'])
                && !efter.starts_with(['-', '–', '/'])
                && !efter
                    .strip_prefix([',', '.'])
                    .is_some_and(|e| e.starts_with(|c: char| c.is_ascii_digit()));
            match tal.parse::<i32>() {
                Ok(aar) if alene && flyttes(aar) => {
                    ud.push_str(&(aar + self.skridt).to_string());
                }
                _ => ud.push_str(tal),
            }
            rest = efter;
        }
        ud + rest
    }

    /// Moves the years of every text below on. Texts without such years keep the form they are
    /// written in.
    pub(super) fn words(self, item: Option<&mut Item>) {
        rewrite(item, &|old| self.ord(old));
    }

    /// Moves the years of a row's head on.
    pub(super) fn row(self, item: Option<&mut Item>) {
        rewrite(item, &|old| self.alle_aar(old));
    }

    /// Moves a period on that is a year and nothing else. Other periods (`juli 2022 til juni
    /// 2023`) stay: nobody knows yet what next year's will be.
    pub(super) fn period(self, item: Option<&mut Item>) {
        rewrite(item, &|old| match old.trim().parse::<i32>() {
            Ok(_) => self.ord(old),
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
pub(super) fn put(vaerdi: &mut Value, mut ny: Value) {
    *ny.decor_mut() = vaerdi.decor().clone();
    *vaerdi = ny;
}

/// Makes a value wait to be filled in.
pub(super) fn udfyld(vaerdi: &mut Value) {
    put(vaerdi, UDFYLDES.into());
}

/// Makes what stands under a key wait to be filled in: a value, or a value written as a table of
/// its own.
pub(super) fn udfyld_under(t: &mut dyn TableLike, noegle: &str) {
    match t.get_mut(noegle) {
        Some(Item::Value(v)) => udfyld(v),
        Some(item @ (Item::Table(_) | Item::ArrayOfTables(_))) => {
            *item = toml_edit::value(UDFYLDES);
        }
        Some(Item::None) | None => {}
    }
}

/// The value that waits to be filled in.
pub(super) fn udfyldes() -> Value {
    UDFYLDES.into()
}

/// Every table of a list, written as `[[x]]` or inline.
pub(super) fn each_table(item: Option<&mut Item>, goer: &mut dyn FnMut(&mut dyn TableLike)) {
    match item {
        Some(Item::ArrayOfTables(tabeller)) => tabeller.iter_mut().for_each(|t| goer(t)),
        Some(Item::Value(Value::Array(liste))) => {
            for v in liste.iter_mut() {
                if let Some(t) = v.as_inline_table_mut() {
                    goer(t);
                }
            }
        }
        _ => {}
    }
}
