//! The page, its grid, and the slots of the charts, which are as wide as columns of it.

use serde::Deserialize;

use super::overlay::key_range;
use super::{FILE, PT_PER_MM, Theme, codes};
use crate::finding::{Finding, Place};
use crate::text;
use crate::words::{Text, plain};

/// Measures of the page, mm.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Page {
    /// Width.
    pub bredde_mm: f64,
    /// Height.
    pub hoejde_mm: f64,
    /// Inner margin.
    pub inder_mm: f64,
    /// Outer margin.
    pub yder_mm: f64,
    /// Margin at the head.
    pub top_mm: f64,
    /// Margin at the foot.
    pub bund_mm: f64,
    /// Columns of the grid.
    pub spalter: u32,
    /// Between two columns.
    pub spalteafstand_mm: f64,
}

impl Page {
    /// Width of the type area, mm.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.bredde_mm - self.inder_mm - self.yder_mm
    }

    /// Height of the type area, mm.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.hoejde_mm - self.top_mm - self.bund_mm
    }

    /// Width of so many columns with the gutters between them, mm.
    #[must_use]
    pub fn columns(&self, n: u32) -> f64 {
        let all = f64::from(self.spalter);
        let one = (self.width() - (all - 1.0) * self.spalteafstand_mm) / all;
        f64::from(n) * one + (f64::from(n) - 1.0) * self.spalteafstand_mm
    }

    fn measures(&self) -> [(&'static str, f64); 7] {
        [
            ("bredde_mm", self.bredde_mm),
            ("hoejde_mm", self.hoejde_mm),
            ("inder_mm", self.inder_mm),
            ("yder_mm", self.yder_mm),
            ("top_mm", self.top_mm),
            ("bund_mm", self.bund_mm),
            ("spalteafstand_mm", self.spalteafstand_mm),
        ]
    }
}

/// The measures of a page that differ from another's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
pub(super) struct PagePart {
    bredde_mm: Option<f64>,
    hoejde_mm: Option<f64>,
    inder_mm: Option<f64>,
    yder_mm: Option<f64>,
    top_mm: Option<f64>,
    bund_mm: Option<f64>,
    spalter: Option<u32>,
    spalteafstand_mm: Option<f64>,
}

impl PagePart {
    pub(super) fn over(self, page: Page) -> Page {
        Page {
            bredde_mm: self.bredde_mm.unwrap_or(page.bredde_mm),
            hoejde_mm: self.hoejde_mm.unwrap_or(page.hoejde_mm),
            inder_mm: self.inder_mm.unwrap_or(page.inder_mm),
            yder_mm: self.yder_mm.unwrap_or(page.yder_mm),
            top_mm: self.top_mm.unwrap_or(page.top_mm),
            bund_mm: self.bund_mm.unwrap_or(page.bund_mm),
            spalter: self.spalter.unwrap_or(page.spalter),
            spalteafstand_mm: self.spalteafstand_mm.unwrap_or(page.spalteafstand_mm),
        }
    }
}

/// What the layouts need of the page, as they state it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// Columns of the grid, exactly; any number where left out.
    #[serde(default)]
    pub spalter: Option<u32>,
    /// Least width of the type area, mm.
    #[serde(default)]
    pub satsbredde_mm: f64,
    /// Least height of the type area, mm.
    #[serde(default)]
    pub satshoejde_mm: f64,
}

/// Size of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Columns of the grid that it is as wide as.
    #[serde(default)]
    spalter: Option<u32>,
    /// A width of its own, mm, whatever the grid is.
    #[serde(default, rename = "bredde_mm")]
    own_mm: Option<f64>,
    /// Width, mm.
    #[serde(skip)]
    mm: f64,
    /// Height, mm: usual, compact and large. Figures with rows take the height of their rows.
    pub hoejde_mm: [f64; 3],
    /// Lines of the grid that a figure may be drawn higher by, so that its column is full: of the
    /// usual height, and of the large one. Figures with rows are not.
    #[serde(default, rename = "straek")]
    pub stretch: [u32; 2],
}

impl Slot {
    /// Width, pt.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.mm * PT_PER_MM
    }

    /// Height, pt: the usual or the compact one.
    #[must_use]
    pub fn height(&self, compact: bool) -> f64 {
        self.hoejde_mm[usize::from(compact)] * PT_PER_MM
    }

    /// Height of the large variant, pt.
    #[must_use]
    pub fn large(&self) -> f64 {
        self.hoejde_mm[2] * PT_PER_MM
    }
}

impl Theme {
    /// Makes the slots as wide as the grid's columns.
    pub(super) fn size_slots(&mut self) {
        let page = self.side;
        for slot in self.plads.values_mut() {
            let columns = slot.spalter.map(|n| page.columns(n));
            slot.mm = slot.own_mm.or(columns).unwrap_or_default();
        }
    }

    /// What keeps the layouts from being set on a page of these measures; `table` is where in the
    /// text the measures stand.
    pub(super) fn page_faults(&self, text: &str, table: &str) -> Vec<Finding> {
        let tell = |key: &str, words: Text, hint: Text| {
            let field = format!("{table}.{key}");
            let place =
                Place { file: FILE.into(), range: key_range(text, &field), field: Some(field) };
            Finding::error(codes::PAGE.code, words).at(place).hint(hint)
        };
        let mm = |mm: f64| plain(format!("{mm:.0}"));
        let (page, needs) = (&self.side, &self.krav);
        let wrong = page.measures().into_iter().find(|(_, mm)| !(0.0..=2000.0).contains(mm));
        if let Some((key, value)) = wrong {
            let words = text!("theme-measure", key = key, value = mm(value));
            return vec![tell(key, words, text!("theme-measure-hint"))];
        }
        let mut findings = Vec::new();
        if let Some(need) = needs.spalter.filter(|need| *need != page.spalter) {
            let words = text!("theme-columns", has = page.spalter, need = need);
            findings.push(tell("spalter", words, text!("theme-columns-hint", need = need)));
        }
        if page.width() < needs.satsbredde_mm || page.width() <= 0.0 {
            let least = mm(needs.satsbredde_mm);
            let words = text!("theme-narrow", has = mm(page.width()), least = least);
            let key = if page.yder_mm > page.inder_mm { "yder_mm" } else { "inder_mm" };
            findings.push(tell(key, words, text!("theme-narrow-hint")));
        }
        if page.height() < needs.satshoejde_mm || page.height() <= 0.0 {
            let least = mm(needs.satshoejde_mm);
            let words = text!("theme-low", has = mm(page.height()), least = least);
            findings.push(tell("top_mm", words, text!("theme-low-hint")));
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Plads, Theme};

    const OWN: &str = include_str!("../../layouts/theme.toml");

    #[test]
    fn charts_follow_the_margins() {
        let width = |text: &str, booklet: bool| {
            let theme = Theme::parse(text).expect("a theme");
            let theme = if booklet { theme.booklet() } else { theme };
            [Plads::Halv, Plads::Hel].map(|plads| theme.slot(plads).width() / super::PT_PER_MM)
        };
        let near = |a: [f64; 2], b: [f64; 2]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9);
        assert!(near(width(OWN, false), [82.0, 170.0]));
        assert!(near(width(OWN, true), [59.25, 122.0]));
        let narrower = OWN.replacen("yder_mm = 21", "yder_mm = 23", 1);
        assert!(near(width(&narrower, false), [81.0, 168.0]));
    }

    #[test]
    fn a_page_that_the_layouts_cannot_be_set_on_is_told() {
        let told = |from: &str, to: &str| {
            let text = OWN.replacen(from, to, 1);
            let found = Theme::parse(&text).expect_err(to).remove(0);
            let place = found.places().next().expect("a place");
            (found.code, text[place.range.clone()].to_owned())
        };
        let at = |key: &str| ("T007", key.to_owned());
        assert_eq!(told("spalter = 12\n", "spalter = 5\n"), at("spalter"));
        assert_eq!(told("yder_mm = 21", "yder_mm = 40"), at("yder_mm"));
        assert_eq!(told("yder_mm = 21", "yder_mm = -4"), at("yder_mm"));
        assert_eq!(told("hoejde_mm = 297", "hoejde_mm = 210"), at("top_mm"));
    }
}
