//! A workbook that came back, cell by cell, whoever saved it. What it holds is untrusted: sizes are
//! limited before anything is unpacked, nothing in it is run or fetched.

mod ods;
mod package;
mod xlsx;

use std::collections::BTreeMap;

use crate::finding::{Finding, Place};
use crate::limits;
use crate::text;
use crate::words::Text;

/// Most bytes of a file.
pub const LARGEST: usize = limits::FORM_FILE;
/// Most cells with something in them.
const MOST_CELLS: usize = limits::FORM_CELLS;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    YesNo(bool),
    /// A date or a time, as text.
    Date(String),
    /// What a formula failed with: `#DIV/0!`.
    Error(String),
    /// Nothing, although there is a formula.
    NotCalculated,
}

/// A cell with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it says.
    pub said: Said,
    /// Whether a formula says it.
    pub formula: bool,
    /// Whether it is shown in percent, a hundred times what it holds.
    pub percent: bool,
}

/// A sheet: its cells by row and column, both from 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name now.
    pub name: String,
    /// Its cells.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// Where cells were made one: the first of them, row and column from 0, and the last.
    pub merged: Vec<((u32, u32), (u32, u32))>,
}

impl Sheet {
    /// The words of a cell; none where it says nothing or no words.
    #[must_use]
    pub fn text(&self, row: u32, col: u16) -> Option<&str> {
        match &self.cells.get(&(row, col.into()))?.said {
            Said::Text(text) => Some(text.trim()).filter(|t| !t.is_empty()),
            _ => None,
        }
    }
}

/// A workbook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// Its sheets.
    pub sheets: Vec<Sheet>,
    /// Defined names: sheet, row, column.
    pub names: BTreeMap<String, (String, u32, u32)>,
    /// What it holds that is not read.
    pub unread: Vec<Text>,
}

/// Reads a workbook. `file` is its name in findings.
///
/// # Errors
/// Where it is none, is damaged, encrypted, larger than a form can be, or of another format.
pub fn read(file: &str, bytes: &[u8]) -> Result<Book, Finding> {
    let refuse = |words: Text, hint: Text| {
        let place = Place { file: file.to_owned(), range: 0..0, field: None };
        Finding::error(super::UNREADABLE.code, words).at(place).hint(hint)
    };
    if bytes.len() > LARGEST {
        let words = text!("book-large", megabytes = bytes.len() >> 20);
        return Err(refuse(words, text!("book-large-hint")));
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(refuse(text!("book-password-or-xls"), text!("book-password-or-xls-hint")));
    }
    let save = |why| refuse(why, text!("book-save-hint"));
    let package = package::open(bytes).map_err(save)?;
    let mut book = match package.kind {
        package::Kind::Xlsx => xlsx::read(bytes).map_err(save)?,
        package::Kind::Ods => ods::read(&package).map_err(save)?,
    };
    book.unread.extend(package.unread);
    Ok(book)
}

/// `'15 LUDO'!$F$12` or `$'15 LUDO'.$F$12` as sheet, row and column.
fn place(said: &str, between: char) -> Option<(String, u32, u32)> {
    let (sheet, cell) = said.trim_start_matches('=').rsplit_once(between)?;
    let sheet = sheet.trim_start_matches('$').trim_matches('\'').replace("''", "'");
    let cell = cell.replace('$', "");
    let letters = cell.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = cell.split_at(letters);
    let mut col = 0_u32;
    for c in column.chars() {
        let nr =
            u32::from(c.to_ascii_uppercase()).checked_sub(u32::from('A')).filter(|n| *n < 26)?;
        col = col.checked_mul(26)?.checked_add(nr + 1)?;
    }
    Some((sheet, row.parse::<u32>().ok()?.checked_sub(1)?, col.checked_sub(1)?))
}

/// Line ends and Excel's sign for one, evened out.
fn lines(text: &str) -> String {
    text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n")
}
