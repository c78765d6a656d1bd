//! The one writer of CSV: RFC 4180 in the form that a Danish spreadsheet opens as columns:
//! semicolons, CRLF, UTF-8 with a byte order mark.

/// What a spreadsheet knows UTF-8 by.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A CSV file, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Csv(String);

impl Csv {
    /// A file with its heads.
    pub fn new<T: AsRef<str>>(heads: impl IntoIterator<Item = T>) -> Self {
        let mut csv = Self(BYTE_ORDER_MARK.to_string());
        csv.row(heads);
        csv
    }

    /// Adds a row.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (column, cell) in cells.into_iter().enumerate() {
            if column > 0 {
                self.0.push(';');
            }
            self.cell(cell.as_ref());
        }
        self.0.push_str("\r\n");
    }

    fn cell(&mut self, text: &str) {
        // An apostrophe makes a spreadsheet take it as text (OWASP, CSV injection).
        let text = if is_formula(text) { &format!("'{text}") } else { text };
        if text.contains([';', '"', '\n', '\r']) {
            self.0.push('"');
            self.0.push_str(&text.replace('"', "\"\""));
            self.0.push('"');
        } else {
            self.0.push_str(text);
        }
    }

    /// The file's text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Whether a spreadsheet would run a cell as a formula. Numbers with a sign and lone dashes are none.
fn is_formula(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ',' | ' ' | '%');
    match first {
        '=' | '@' | '\t' | '\r' => true,
        '+' | '-' => !text.chars().all(number),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_finds_its_columns_and_its_letters() {
        let mut csv = Csv::new(["Række", "Værdi"]);
        csv.row(["Åben; \"lukket\"", "30,6"]);
        assert_eq!(csv.into_text(), "\u{feff}Række;Værdi\r\n\"Åben; \"\"lukket\"\"\";30,6\r\n");
    }

    #[test]
    fn no_cell_is_run_as_a_formula() {
        let mut csv = Csv::new(["=1+1", "@SUM(A1)", "+45 x", "-2,5", "-", "a=b"]);
        csv.row(["\t=x"]);
        assert_eq!(csv.into_text(), "\u{feff}'=1+1;'@SUM(A1);'+45 x;-2,5;-;a=b\r\n'\t=x\r\n");
    }
}
