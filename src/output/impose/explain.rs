//! The sheet plan in words, for `--explain`.

use std::fmt::Write;

use super::plan::{Flip, Format, Placed, Plan};
use crate::output::pdf::boxes::MM;

impl Format {
    /// For people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A3Spread => "A4 spreads on A3",
            Self::A5Booklet => "A5 booklet on A4",
            Self::A4Booklet => "A4 booklet on A3",
            Self::TwoUp => "2 pages on A4",
            Self::FourUp => "4 pages on A4",
        }
    }
}

impl Flip {
    /// For people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Short => "short",
        }
    }
}

impl Plan {
    /// What to set at the printer, then each sheet and side with its places in rows from the top,
    /// left to right as they lie in the file. `-` is blank.
    #[must_use]
    pub fn explain(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{}: {} on {}, {} blank",
            self.setup.format.name(),
            counted(self.pages, "page"),
            counted(self.sheets.len(), "sheet"),
            self.blanks()
        );
        let _ = writeln!(
            text,
            "Print at actual size on both sides, flipped on the {} edge.",
            self.flip.name()
        );
        match self.setup.format {
            Format::A3Spread => text.push_str("Fold each sheet in the middle.\n"),
            Format::A5Booklet | Format::A4Booklet => self.explain_booklet(&mut text),
            Format::TwoUp | Format::FourUp => {}
        }
        let _ = writeln!(text, "\nsheet  side   pages");
        for (at, sheet) in self.sheets.iter().enumerate() {
            for (name, side) in [("front", &sheet.front), ("back", &sheet.back)] {
                let _ = writeln!(text, "{:>5}  {name:<5}  {}", at + 1, describe(side));
            }
        }
        text
    }

    fn explain_booklet(&self, text: &mut String) {
        text.push_str("Fold the stack in the middle, sheet 1 outermost, and staple in the fold.\n");
        let most =
            self.sheets.last().and_then(|sheet| sheet.front.first()).map_or(0.0, |p| p.creep);
        let _ = writeln!(
            text,
            "Creep: {:.2} mm a sheet towards the fold, {:.2} mm on the innermost.",
            self.setup.paper_mm,
            most / MM
        );
    }
}

fn describe(side: &[Placed]) -> String {
    let mut placed: Vec<&Placed> = side.iter().collect();
    placed.sort_by(|a, b| {
        b.cell.y0.total_cmp(&a.cell.y0).then_with(|| a.cell.x0.total_cmp(&b.cell.x0))
    });
    let mut text = String::new();
    let mut row = None;
    for one in &placed {
        if let Some(before) = row.replace(one.cell.y0) {
            text.push_str(if before.total_cmp(&one.cell.y0).is_eq() { "  " } else { "  /  " });
        }
        match one.page {
            Some(page) => text.push_str(&format!("{page:>3}")),
            None => text.push_str("  -"),
        }
    }
    if placed.iter().any(|one| one.turned) {
        text.push_str("  (upside down)");
    }
    if text.is_empty() { "  -".to_owned() } else { text }
}

fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
