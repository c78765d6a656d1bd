//! The theme: colours, type sizes and chart slots from `theme.toml`, the one place for looks.

pub(crate) mod check;
pub mod codes;
pub mod colour;
mod density;
mod grey;
mod overlay;
mod page;
#[cfg(test)]
mod tests;

use crate::words::toml_fault;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::{Finding, Place};
use crate::text;
pub use density::{Density, Limits};
pub use overlay::laid_over;
pub(crate) use overlay::{Unread, Unusable, unread, unusable};
use page::PagePart;
pub use page::{Needs, Page, Slot};

/// The file as messages name it.
pub const FILE: &str = "theme.toml";

/// Points in a millimetre.
pub const PT_PER_MM: f64 = 72.0 / 25.4;

/// A colour on screen, one byte a channel (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rgb(pub [u8; 3]);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl std::str::FromStr for Rgb {
    type Err = String;

    /// Reads `#rrggbb`.
    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("`{text}` is no colour: write it as `#rrggbb`");
        let hex = text
            .strip_prefix('#')
            .filter(|h| h.len() == 6 && !h.starts_with('+'))
            .ok_or_else(bad)?;
        let number = u32::from_str_radix(hex, 16).map_err(|_| bad())?;
        let [_, r, g, b] = number.to_be_bytes();
        Ok(Self([r, g, b]))
    }
}

impl<'de> Deserialize<'de> for Rgb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Rgb {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A colour for screen and for print.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Colour {
    /// On screen.
    pub rgb: Rgb,
    /// In print: cyan, magenta, yellow, black in percent.
    pub cmyk: [f32; 4],
}

/// A named colour, for the print edition's exact map from RGB to CMYK.
#[derive(Debug, Clone, PartialEq)]
pub struct Swatch {
    /// Name: `tekst`, `fagprincip.1`.
    pub name: String,
    /// On screen; unique among the swatches.
    pub rgb: [u8; 3],
    /// In print, percent.
    pub cmyk: [f32; 4],
}

/// The colours by role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Colours {
    /// Paper.
    pub papir: Colour,
    /// Body text.
    pub tekst: Colour,
    /// Titles.
    pub titel: Colour,
    /// Captions, axes.
    pub daempet: Colour,
    /// Hairlines.
    pub streg: Colour,
    /// Grid lines.
    pub gitter: Colour,
    /// Quiet surfaces.
    pub flade: Colour,
    /// Comparison groups, the rest of a whole.
    pub neutral: Colour,
    /// Emphasis without a fagprincip.
    pub accent: Colour,
    /// What is missing, in drafts.
    pub maerke: Colour,
    /// By number of the fagprincip.
    pub fagprincip: BTreeMap<String, Colour>,
    /// Further roles that layouts have added.
    #[serde(flatten)]
    pub other: BTreeMap<String, Colour>,
}

/// A colour named by its role; what figures are drawn with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Paper: gaps between surfaces that touch.
    Paper,
    /// Body text, values.
    Tekst,
    /// Strong lines and names.
    Title,
    /// Labels, axes.
    Muted,
    /// Hairlines.
    Line,
    /// Grid lines.
    Grid,
    /// Quiet surfaces.
    Surface,
    /// Comparison groups.
    Neutral,
    /// Emphasis.
    Accent,
    /// What is measured where it is about no fagprincip; emphasis where the theme has no such colour.
    Column,
    /// A fagprincip by number; emphasis where the theme has no such colour.
    Fagprincip(u8),
}

/// Size and line height of a role of type, pt.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Type size, pt.
    pub grad: f64,
    /// Line height, pt.
    pub linje: f64,
}

/// The type family.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Typeface {
    /// Family name.
    pub familie: String,
    /// Weights in use.
    pub vaegte: Vec<u16>,
    /// Weights in use in italics.
    #[serde(default)]
    pub kursiv: Vec<u16>,
}

/// Where a figure stands on the page; each has its size in `[plads.*]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Plads {
    /// Users by year, in the verso's side column.
    Serie,
    /// Tile map, in the verso's side column.
    Kort,
    /// This amount among all, in the verso's side column.
    Oekonomi,
    /// One of two columns.
    Halv,
    /// The full type area.
    Hel,
}

/// `theme.toml`, as far as Rust needs it; layouts may keep more in it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Theme {
    /// The contract between program and layouts that the layouts beside it are written for.
    #[serde(default)]
    pub kontrakt: u32,
    /// Colours.
    pub farve: Colours,
    /// Type family.
    pub skrift: Typeface,
    /// Type sizes by role.
    pub grad: BTreeMap<String, Grade>,
    /// Page and grid.
    pub side: Page,
    /// What the layouts need of the page.
    #[serde(default)]
    pub krav: Needs,
    /// The densities that a spread may be set in.
    #[serde(default)]
    pub taethed: Vec<Density>,
    /// What no density may go below.
    #[serde(default)]
    pub graense: Limits,
    /// Chart slots.
    pub plads: BTreeMap<Plads, Slot>,
    /// Where things stand, at a guess; none where the layouts make no guess.
    pub sideskoen: Option<PageGuess>,
    /// What is otherwise on the A5 pages of a booklet; layouts read more of it.
    #[serde(default)]
    pub haefte: Booklet,
}

/// Pages at a guess, for what names them before they are set: only time depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageGuess {
    /// Page of the first spread.
    pub foerste: u64,
    /// Indsatser of the largest report that this holds for.
    pub indsatser: usize,
    /// Pages of places before the spreads, by label.
    #[serde(default)]
    pub foer: BTreeMap<String, u64>,
    /// Pages of places after them, by label, counted from the last spread's last page.
    #[serde(default)]
    pub efter: BTreeMap<String, u64>,
}

/// What is otherwise on the A5 pages of a booklet.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Booklet {
    /// Measures of the page; those that are not named stay as they are.
    #[serde(default)]
    side: PagePart,
    /// What the layouts need of the page.
    #[serde(default)]
    krav: Needs,
    /// Chart slots; those that are not named stay as they are.
    #[serde(default)]
    pub plads: BTreeMap<Plads, Slot>,
}

/// That a theme cannot be read, and what to do.
fn unreadable(text: &str, error: &toml::de::Error) -> Finding {
    let (why, hint) = toml_fault(text, error);
    let finding = Finding::error(codes::UNREADABLE.code, text!("theme-unread", why = why));
    match hint {
        Some(hint) => finding.hint(hint),
        None if error.message().starts_with("missing field") => {
            finding.hint(text!("theme-unread-hint"))
        }
        None => finding,
    }
}

impl Theme {
    /// Reads `theme.toml`. Errors: syntax and missing roles with their place, colours that are
    /// none or are used twice, slots and grades that charts need and that are not there.
    pub fn parse(text: &str) -> Result<Self, Vec<Finding>> {
        let mut theme: Self = toml::from_str(text).map_err(|error| {
            let range = error.span().unwrap_or(0..0);
            vec![unreadable(text, &error).at(Place { file: FILE.into(), range, field: None })]
        })?;
        theme.size_slots();
        let findings = theme.faults(text);
        if findings.is_empty() { Ok(theme) } else { Err(findings) }
    }

    /// Reads the tokens of a folder laid over others: what [`Self::parse`] says, with places in the
    /// folder's own text.
    ///
    /// # Errors
    /// Those of [`Self::parse`].
    pub fn parse_over(base: &str, own: &str) -> Result<Self, Vec<Finding>> {
        let (Ok(base), Ok(table)) = (base.parse(), own.parse()) else { return Self::parse(own) };
        match laid_over(base, table).try_into::<Self>() {
            Ok(mut theme) => {
                theme.size_slots();
                let findings = theme.faults(own);
                if findings.is_empty() { Ok(theme) } else { Err(findings) }
            }
            // Alone it has the same fault, with its place; or it only lacks what it leaves out.
            Err(error) => Self::parse(own).map_err(|alone| {
                let finding = unreadable(own, &error);
                if alone.iter().any(|other| other.message == finding.message) {
                    return alone;
                }
                let place = Place { file: FILE.into(), range: 0..0, field: None };
                vec![finding.at(place)]
            }),
        }
    }

    /// All colours with their names, roles first, in a stable order.
    #[must_use]
    pub fn swatches(&self) -> Vec<Swatch> {
        let c = &self.farve;
        let roles = [
            ("papir", &c.papir),
            ("tekst", &c.tekst),
            ("titel", &c.titel),
            ("daempet", &c.daempet),
            ("streg", &c.streg),
            ("gitter", &c.gitter),
            ("flade", &c.flade),
            ("neutral", &c.neutral),
            ("accent", &c.accent),
            ("maerke", &c.maerke),
        ];
        let named = roles.into_iter().map(|(name, colour)| (name.to_owned(), colour));
        let families = [("fagprincip", &c.fagprincip)];
        let families = families.into_iter().flat_map(|(family, members)| {
            members.iter().map(move |(key, colour)| (format!("{family}.{key}"), colour))
        });
        let other = c.other.iter().map(|(name, colour)| (name.clone(), colour));
        named
            .chain(families)
            .chain(other)
            .map(|(name, colour)| Swatch { name, rgb: colour.rgb.0, cmyk: colour.cmyk })
            .collect()
    }

    /// The same theme with the colours that a report gives its fagprincipper, by number; of the
    /// theme's own, only those of the report's `numbers`.
    #[must_use]
    pub fn with_principles(&self, numbers: &[u8], own: BTreeMap<String, Colour>) -> Self {
        let mut theme = self.clone();
        let known = |nr: &String| numbers.iter().any(|number| number.to_string() == *nr);
        theme.farve.fagprincip.retain(|nr, _| known(nr));
        theme.farve.fagprincip.extend(own);
        theme
    }

    /// The same theme for the A5 pages of a booklet.
    #[must_use]
    pub fn booklet(&self) -> Self {
        let mut theme = self.clone();
        theme.side = self.haefte.side.over(self.side);
        theme.krav = self.haefte.krav;
        theme.plads.extend(self.haefte.plads.iter().map(|(plads, slot)| (*plads, *slot)));
        theme.size_slots();
        theme
    }

    /// The colour of a role.
    #[must_use]
    pub fn colour(&self, role: &Role) -> Colour {
        let c = &self.farve;
        match role {
            Role::Paper => c.papir,
            Role::Tekst => c.tekst,
            Role::Title => c.titel,
            Role::Muted => c.daempet,
            Role::Line => c.streg,
            Role::Grid => c.gitter,
            Role::Surface => c.flade,
            Role::Neutral => c.neutral,
            Role::Accent => c.accent,
            Role::Column => c.other.get("soejle").copied().unwrap_or(c.accent),
            Role::Fagprincip(nr) => c.fagprincip.get(&nr.to_string()).copied().unwrap_or(c.accent),
        }
    }

    /// Size of a slot. [`Theme::parse`] has made sure that every slot is there.
    #[must_use]
    pub fn slot(&self, plads: Plads) -> Slot {
        self.plads[&plads]
    }

    /// A grade by role. [`Theme::parse`] has made sure that those of the charts are there.
    #[must_use]
    pub fn grade(&self, role: &str) -> Option<Grade> {
        self.grad.get(role).copied()
    }
}
