//! Which cell of a table a comment is on, by the words that were set: the map knows where the table
//! stands, and its rows and columns follow from what is in them.

use crate::report::form::question::Grid;
use crate::typeset::positions::Word;

/// A cell, or the head of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Row of the table.
    pub row: usize,
    /// Column; none where the comment is on the row's head.
    pub column: Option<usize>,
}

/// A row as it was set.
struct Set<'w> {
    row: usize,
    head: Vec<&'w Word>,
    cells: Vec<(usize, Vec<&'w Word>)>,
}

impl Set<'_> {
    /// How far above or below it a height is, pt.
    fn away(&self, y: f32) -> f32 {
        let words = self.head.iter().chain(self.cells.iter().flat_map(|(_, words)| words));
        let (top, foot) = words.fold((f32::MAX, f32::MIN), |(top, foot), word| {
            (top.min(word.y - word.s), foot.max(word.y))
        });
        (top - y).max(y - foot).max(0.0)
    }
}

/// The cell at a point of a page, of the words of a table in the order in which they were set.
pub(super) fn at(grid: &Grid, words: &[&Word], (x, y): (f32, f32)) -> Option<Found> {
    let rows = set(grid, words);
    let row = rows.iter().min_by(|a, b| a.away(y).total_cmp(&b.away(y)))?;
    let beside = |words: &[&Word]| {
        let (left, right) = (words.first().map_or(0.0, |w| w.x), words.last().map_or(0.0, |w| w.r));
        (left - x).max(x - right).max(0.0)
    };
    let parts = row.cells.iter().map(|(column, words)| (Some(*column), words));
    let (column, _) = std::iter::once((None, &row.head))
        .chain(parts)
        .filter(|(_, words)| !words.is_empty())
        .min_by(|(_, a), (_, b)| beside(a).total_cmp(&beside(b)))?;
    Some(Found { row: row.row, column })
}

/// The rows that are found among the words, one after the other.
fn set<'w>(grid: &Grid, words: &[&'w Word]) -> Vec<Set<'w>> {
    let mut rows = Vec::new();
    let mut at = 0;
    for (row, of) in grid.rows.iter().enumerate() {
        let Some((from, to)) = find(words, at, words.len(), &of.name) else { continue };
        let head = words.get(from..to).unwrap_or_default().to_vec();
        at = to;
        // Up to the next row that has a name.
        let next = grid.rows.iter().skip(row + 1).find(|next| !next.name.is_empty());
        let end = next.and_then(|next| find(words, at, words.len(), &next.name));
        let end = end.map_or(words.len(), |(end, _)| end);
        let mut cells = Vec::new();
        for (column, cell) in of.cells.iter().enumerate() {
            if let Some((from, to)) = find(words, at, end, &cell.now.typed().0) {
                cells.push((column, words.get(from..to).unwrap_or_default().to_vec()));
                at = to;
            }
        }
        rows.push(Set { row, head, cells });
    }
    rows
}

/// The first run of words between two places that says this; none where it says nothing.
fn find(words: &[&Word], from: usize, to: usize, said: &str) -> Option<(usize, usize)> {
    let said = letters(said);
    if said.is_empty() {
        return None;
    }
    (from..to).find_map(|start| {
        let mut run = String::new();
        for (nr, word) in words.iter().enumerate().take(to).skip(start) {
            run.push_str(&letters(&word.w));
            // A unit or the mark of a note may stand behind.
            if run == said || (run.starts_with(&said) && !run[said.len()..].starts_with(digit)) {
                return (!letters(&words.get(start)?.w).is_empty()).then_some((start, nr + 1));
            }
            if !said.starts_with(&run) {
                return None;
            }
        }
        None
    })
}

fn digit(sign: char) -> bool {
    sign.is_ascii_digit()
}

/// A text's letters and figures: hyphens, spaces and signs are set in several ways.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::form::question::questions;
    use crate::report::load::load;

    /// A table as it may be set: a line each 12 pt, the columns 60 pt wide.
    fn words(rows: &[&[&str]]) -> Vec<Word> {
        let line = |(nr, row): (usize, &&[&str])| {
            let y = 12.0 * (nr + 1) as f32;
            let cell = move |(column, cell): (usize, &&str)| {
                let left = 60.0 * column as f32;
                let word = move |(at, word): (usize, &str)| {
                    let x = left + 15.0 * at as f32;
                    Word { w: word.to_owned(), x, y, r: x + 12.0, s: 8.0 }
                };
                cell.split(' ').enumerate().map(word).collect::<Vec<_>>()
            };
            row.iter().enumerate().flat_map(cell).collect::<Vec<_>>()
        };
        rows.iter().enumerate().flat_map(line).collect()
    }

    #[test]
    fn a_point_is_in_the_cell_whose_words_stand_there_though_others_say_the_same() {
        let report = load(std::path::Path::new("tests/fixtures/2024")).report.expect("a report");
        let all =
            report.indsatser.iter().flat_map(|i| questions(i, None, Default::default()).grids);
        let wide = |g: &Grid| g.rows.len() > 1 && g.columns.len() > 1;
        let mut grid = all.into_iter().find(wide).expect("a table");
        grid.rows.truncate(2);
        for (nr, row) in grid.rows.iter_mut().enumerate() {
            row.name = format!("Række {}", nr + 1);
            row.cells.truncate(2);
            for cell in &mut row.cells {
                cell.now = crate::report::form::answer::Answer::text("12");
            }
        }
        let set =
            words(&[&["", "I alt", "Heraf"], &["Række 1", "12", "12 *"], &["Række 2", "12", "12"]]);
        let set: Vec<&Word> = set.iter().collect();
        let found = |x, y| at(&grid, &set, (x, y)).map(|f| (f.row, f.column));
        assert_eq!(found(63.0, 22.0), Some((0, Some(0))));
        assert_eq!(found(124.0, 22.0), Some((0, Some(1))));
        assert_eq!(found(124.0, 34.0), Some((1, Some(1))));
        assert_eq!(found(5.0, 34.0), Some((1, None)), "the row's head");
        assert_eq!(at(&grid, &[], (0.0, 0.0)), None);
    }
}
