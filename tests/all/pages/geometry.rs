//! The page's measures and the limits of copyfitting, as the theme states them.

use serde::Deserialize;

use sats::typeset::sheet::{Area, Sheet};

const PT_PER_MM: f64 = 72.0 / 25.4;

#[derive(Deserialize)]
struct Theme {
    side: Page,
    graense: Limits,
    grad: std::collections::BTreeMap<String, Grade>,
    taethed: Vec<Density>,
}

#[derive(Deserialize)]
struct Page {
    inder_mm: f64,
    yder_mm: f64,
    top_mm: f64,
    bund_mm: f64,
}

#[derive(Deserialize)]
struct Limits {
    broed: f64,
    note: f64,
    linjeafstand: f64,
}

#[derive(Deserialize)]
struct Grade {
    grad: f64,
}

#[derive(Deserialize)]
struct Density {
    lead: Grade,
}

/// Measures in pt.
pub(crate) struct Geometry {
    inside: f64,
    outside: f64,
    top: f64,
    foot: f64,
    /// How far shapes may go beyond the page's edge; the official edition has no bleed.
    pub(crate) bleed: f64,
    /// Size of running head and folio.
    pub(crate) folio: f64,
    /// Smallest sizes.
    pub(crate) body_limit: f64,
    pub(crate) note_limit: f64,
    /// Line height over size, of running text.
    pub(crate) leading_limit: f64,
    /// Largest size of running text.
    pub(crate) text_limit: f64,
}

impl Geometry {
    pub(crate) fn read() -> Self {
        let theme: Theme =
            toml::from_str(include_str!("../../../layouts/theme.toml")).expect("a theme");
        let pt = |mm: f64| mm * PT_PER_MM;
        Self {
            inside: pt(theme.side.inder_mm),
            outside: pt(theme.side.yder_mm),
            top: pt(theme.side.top_mm),
            foot: pt(theme.side.bund_mm),
            bleed: 0.0,
            folio: theme.grad["folio"].grad,
            body_limit: theme.graense.broed,
            note_limit: theme.graense.note,
            leading_limit: theme.graense.linjeafstand,
            text_limit: theme.taethed.iter().map(|density| density.lead.grad).fold(0.0, f64::max),
        }
    }

    /// The type area; the inner margin lies at the spine, left of a recto.
    pub(crate) fn type_area(&self, sheet: &Sheet) -> Area {
        let recto = sheet.number % 2 == 1;
        let (left, right) =
            if recto { (self.inside, self.outside) } else { (self.outside, self.inside) };
        Area { left, top: self.top, right: sheet.width - right, bottom: sheet.height - self.foot }
    }

    /// The outer margin beside the type area, where the thumb index stands.
    pub(crate) fn outer_margin(&self, sheet: &Sheet) -> Area {
        let area = self.type_area(sheet);
        let recto = sheet.number % 2 == 1;
        let (left, right) = if recto { (area.right, sheet.width) } else { (0.0, area.left) };
        Area { left, right, ..area }
    }
}
