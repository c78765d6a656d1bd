//! The sheet plan in words, for `--explain`.

use super::plan::{Flip, Format, Placed, Plan};
use crate::output::pdf::boxes::MM;
use crate::text;
use crate::words::{Number, Words};

impl Format {
    /// For people: the message that names it.
    fn id(self) -> &'static str {
        match self {
            Self::A3Spread => "format-a3-spread",
            Self::A5Booklet => "format-a5-booklet",
            Self::A4Booklet => "format-a4-booklet",
            Self::TwoUp => "format-2up",
            Self::FourUp => "format-4up",
        }
    }
}

impl Plan {
    /// What to set at the printer, then each sheet and side with its places in rows from the top,
    /// left to right as they lie in the file. `-` is blank.
    #[must_use]
    pub fn explain(&self, words: &Words) -> String {
        let mut lines = vec![words.say(&text!(
            "sheets",
            format = words.get(self.setup.format.id()),
            pages = self.pages,
            sheets = self.sheets.len(),
            blank = self.blanks()
        ))];
        lines.push(words.get(match self.flip {
            Flip::Long => "sheets-flip-long",
            Flip::Short => "sheets-flip-short",
        }));
        match self.setup.format {
            Format::A3Spread => lines.push(words.get("sheets-fold")),
            Format::A5Booklet | Format::A4Booklet => self.explain_booklet(words, &mut lines),
            Format::TwoUp | Format::FourUp => {}
        }
        let [sheet, side, pages] =
            ["sheets-sheet", "sheets-side", "sheets-pages"].map(|id| words.get(id));
        let (front, back) = (words.get("sheets-front"), words.get("sheets-back"));
        lines.push(format!("\n{sheet:>5}  {side:<8}  {pages}"));
        for (at, sheet) in self.sheets.iter().enumerate() {
            for (name, side) in [(&front, &sheet.front), (&back, &sheet.back)] {
                lines.push(format!("{:>5}  {name:<8}  {}", at + 1, describe(side, words)));
            }
        }
        lines.join("\n") + "\n"
    }

    fn explain_booklet(&self, words: &Words, lines: &mut Vec<String>) {
        lines.push(words.get("sheets-staple"));
        let most =
            self.sheets.last().and_then(|sheet| sheet.front.first()).map_or(0.0, |p| p.creep);
        let mm = |x: f32| Number::Decimal((f64::from(x) * 100.0).round() / 100.0);
        let (each, inner) = (mm(self.setup.paper_mm), mm(most / MM));
        lines.push(words.say(&text!("sheets-creep", each = each, inner = inner)));
    }
}

fn describe(side: &[Placed], words: &Words) -> String {
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
        text.push_str(&format!("  ({})", words.get("sheets-turned")));
    }
    if text.is_empty() { "  -".to_owned() } else { text }
}
