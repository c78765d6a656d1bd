//! How a sheet of a workbook lies on paper: heights of rows, widths of columns, where pages end.

/// Width and height that A4 on its side has inside the margins, pt.
const PAGE: (f64, f64) = (784.0, 523.0);
/// What of a page is counted on: programs do not measure a sheet alike.
const SAFE: f64 = 0.92;
/// Height of a line of a cell, pt.
pub(super) const LINE: f64 = 15.0;

/// Height of a row, pt, that shows each text whole in its column: programs that open the file do not
/// all fit rows to their texts. `texts` come with the width of their columns in characters.
pub(super) fn height(texts: &[(&str, f64)]) -> f64 {
    let lines = |(text, width): &(&str, f64)| -> f64 {
        // Widths are in digits, and letters are narrower: of running text a tenth more goes into a
        // line. Words break where they end, and the cell is indented.
        let of = |line: &str| (line.chars().count() as f64 / (width * 1.1)).ceil().max(1.0);
        text.lines().map(of).sum::<f64>().max(1.0)
    };
    // No row is higher than Excel allows.
    (texts.iter().map(lines).fold(1.0, f64::max) * LINE + 1.0).min(400.0)
}

/// Height of a row of heads, which are bold: each as often divided between words as its column asks.
pub(super) fn heads<'a>(texts: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let lines = |(text, width): (&str, f64)| {
        let mut lines = 1.0;
        let mut used = 0.0;
        for word in text.split_whitespace() {
            let letters = word.chars().count() as f64 * BOLD;
            if used > 0.0 && used + letters > width {
                lines += 1.0;
                used = 0.0;
            }
            used += letters + 1.0;
        }
        lines
    };
    (texts.map(lines).fold(1.0, f64::max) * LINE + 2.0).min(400.0)
}

/// Characters' width that a bold letter takes.
const BOLD: f64 = 1.15;

/// Width of a column that divides none of these words, and is no narrower than is asked.
pub(super) fn width<'a>(least: f64, heads: impl Iterator<Item = &'a str>) -> f64 {
    let words = heads.flat_map(str::split_whitespace);
    words.map(|word| word.chars().count() as f64 * BOLD + 2.0).fold(least, f64::max).min(60.0)
}

/// Where the pages of a sheet end that is as wide as its paper.
pub(super) struct Pages {
    /// Height that a page has for what is put, pt at full size.
    room: f64,
    used: f64,
    breaks: Vec<u32>,
}

impl Pages {
    /// - `columns`: widths in characters
    /// - `repeated`: height of the rows that stand on each page; `first`: of those on the first only
    pub(super) fn new(columns: impl Iterator<Item = f64>, repeated: f64, first: f64) -> Self {
        let width: f64 = columns.map(|chars| (chars * 7.0 + 5.0) * 0.75).sum();
        let scale = (PAGE.0 / width.max(1.0)).min(1.0);
        Self { room: PAGE.1 * SAFE / scale - repeated, used: first, breaks: Vec::new() }
    }

    /// Something of this height that begins in this row and stays together: a new page begins with
    /// it where the page has no room for all of it.
    pub(super) fn put(&mut self, row: u32, height: f64) {
        if self.used > 0.0 && self.used + height > self.room {
            // No sheet may have more.
            if self.breaks.len() < 1023 {
                self.breaks.push(row);
            }
            self.used = 0.0;
        }
        // What is higher than a page goes on to the next by itself.
        self.used = (self.used + height) % self.room.max(1.0);
    }

    /// Rows that begin a page.
    pub(super) fn breaks(&self) -> &[u32] {
        &self.breaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_a_page_begins_the_next() {
        let mut pages = Pages::new([30.0, 30.0].into_iter(), 30.0, 30.0);
        pages.put(3, 200.0);
        pages.put(10, 200.0);
        pages.put(20, 100.0);
        pages.put(30, 400.0);
        assert_eq!(pages.breaks(), [20, 30]);
    }

    #[test]
    fn a_column_is_as_wide_as_the_longest_word_of_its_head() {
        assert!(width(18.0, ["Sidste år: Sammenligningsgruppe"].into_iter()) >= 25.0);
        assert!((width(18.0, ["Deltagere"].into_iter()) - 18.0).abs() < 0.01);
        let two = heads([("Sidste år: Sammenligningsgruppe", 26.0)].into_iter());
        assert!(two > 2.0 * LINE && two < 3.0 * LINE, "{two}");
    }
}
