//! How a form knows its own cells again: hidden columns, defined names, the line of the cover.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::report::model::Rapport;

/// What the first cell of the cover begins with.
pub(super) const COVER: &str = "sats-skema";
/// What the first cell of a sheet with questions begins with.
pub(super) const SHEET: &str = "sats-ark";
/// What the third cell of a sheet says that asks field by field.
pub(super) const LIST: &str = "felter";
/// What the third cell of a sheet says that holds tables.
pub(super) const TABLES: &str = "tabeller";
/// Version of the forms.
pub(super) const VERSION: &str = "1";

/// Hidden: the fields of the row, a blank between them.
pub(super) const FIELD: u16 = 0;
/// Hidden: the marks of what the answers said, a blank between them.
pub(super) const MARK: u16 = 1;
/// The question.
pub(super) const LABEL: u16 = 2;
/// Its unit; on a sheet of tables the first answer.
pub(super) const UNIT: u16 = 3;
/// Last year's answer.
pub(super) const BEFORE: u16 = 4;
/// The answer.
pub(super) const ANSWER: u16 = 5;
/// How sure a number is.
pub(super) const STATE: u16 = 6;
/// What becomes of a text of last year.
pub(super) const ACTION: u16 = 7;
/// How long a text is and may be.
pub(super) const LENGTH: u16 = 8;
/// Remarks.
pub(super) const REMARK: u16 = 9;
/// Hidden: 1 where something is still missing.
pub(super) const OPEN: u16 = 10;
/// On a sheet of tables: the first answer.
pub(super) const FIRST_CELL: u16 = 3;
/// Row of the column heads, from 0.
pub(super) const HEADS: u32 = 3;

/// What becomes of a text of last year.
pub(super) const ACTIONS: [&str; 3] = ["uændret", "ændret", "slettes"];

/// The line by which a form says what it is for.
pub(super) fn cover_line(rapport: &Rapport, kode: &str) -> String {
    [COVER, VERSION, &rapport.kommune, &rapport.aar.to_string(), kode].join(";")
}

/// The defined name of an answer's cell.
pub(super) fn cell_name(id: &str, field: &str) -> String {
    let hash = Sha256::digest(format!("{id}\0{field}").as_bytes());
    hash.iter().take(6).fold("sats.".to_owned(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// The name of a column: `A`, `AB`.
pub(super) fn column(mut n: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(n % 26).unwrap_or_default()));
        n /= 26;
        if n == 0 {
            break;
        }
        n -= 1;
    }
    letters.iter().rev().collect()
}

/// The name of a cell, as people and formulas say it: `F12`.
pub(super) fn cell(row: u32, col: u32) -> String {
    format!("{}{}", column(col), row + 1)
}
