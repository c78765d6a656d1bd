//! Figures: drawn from the data as vector graphics at their true size, in the report's own type.
//!
//! [`spec`] takes from the model what is drawn, [`draw`] makes a scene of it, [`svg`] writes the
//! scene; [`alt`] tells the same numbers in words and [`table`] as a table.

mod alt;
mod axis;
mod canvas;
mod captions;
pub mod codes;
mod collect;
mod draw;
pub mod export;
mod fonts;
mod geo;
mod id;
mod label;
pub mod scene;
pub mod spec;
mod svg;
mod table;

use std::sync::Arc;

pub use axis::{Axis, MOST_TICKS};
pub use collect::{charts, charts_on};
pub use fonts::{ChartFonts, Weight};
pub use geo::{Outlines, simplify};
pub use id::FigureId;
pub use label::Label;
pub use spec::{display_of, title_mark};
pub use table::{ChartTable, raw_csv};

use crate::theme::{Plads, Theme};
pub use scene::Anchor;
use scene::{Looks, Scene};
use spec::ChartSpec;

/// Everything the pages need of one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it is known by.
    pub id: FigureId,
    /// Slot that it was drawn for.
    pub slot: Plads,
    /// The picture: marks, axes and labels at true size.
    pub drawing: Arc<Drawing>,
    /// The slot's lower variant.
    pub compact: Arc<Drawing>,
    /// The slot's large variant; the usual one where the figure has no such.
    pub large: Arc<Drawing>,
    /// Higher by one line of the grid, by two, and so on: the usual drawing, and the large one.
    pub stretched: [Vec<Arc<Drawing>>; 2],
    /// Width of all, pt.
    pub width_pt: f64,
    /// Height, pt.
    pub height_pt: f64,
    /// What is shown. Plain text with Danish typography.
    pub title: String,
    /// Measure, unit, n and period; may be empty.
    pub subtitle: String,
    /// Alt text in Danish.
    pub alt: String,
    /// Whether every value is in the alt text; else a table of them is read out behind the figure.
    pub alt_is_whole: bool,
    /// What it says by itself, away from its page.
    pub apart: Apart,
    /// How marks are to be read: missing, estimated, preliminary, scales.
    pub notes: Vec<String>,
    /// Footnotes of the data, with their marks, as plain text. The page sets them from the block.
    pub footnotes: Vec<String>,
    /// Source, as plain text. The page sets it from the block.
    pub source: Option<String>,
    /// The numbers.
    pub table: Arc<ChartTable>,
}

/// The words of a figure that stands by itself: on its page the spread names the indsats, and the
/// table of the numbers follows; a picture alone has neither.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Apart {
    /// The title, which names the indsats.
    pub title: String,
    /// The alt text, which names the indsats and says where the numbers are.
    pub alt: String,
    /// The footnotes whose marks the picture shows.
    pub footnotes: Vec<String>,
}

/// Longest alt text that says every value, in characters: longer ones, in which nobody could go
/// back and forth, leave the values to a table.
pub const ALT_LENGTH: usize = 400;

/// Size that a figure is drawn for, in hundredths of a pt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Frame {
    width: i32,
    height: i32,
    compact: bool,
    large: bool,
}

impl Frame {
    /// A frame of so many pt.
    #[must_use]
    pub fn of(width: f64, height: f64, compact: bool) -> Self {
        Self { width: svg::units(width), height: svg::units(height), compact, large: false }
    }

    /// The frame of a slot.
    #[must_use]
    pub fn slot(theme: &Theme, plads: Plads, compact: bool) -> Self {
        let slot = theme.slot(plads);
        Self::of(slot.width(), slot.height(compact), compact)
    }

    /// The frame of a slot's large variant.
    #[must_use]
    pub fn large(theme: &Theme, plads: Plads) -> Self {
        let slot = theme.slot(plads);
        Self { large: true, ..Self::of(slot.width(), slot.large(), false) }
    }

    /// The same, higher by so many pt.
    #[must_use]
    pub fn higher(self, by: f64) -> Self {
        Self { height: self.height + svg::units(by), ..self }
    }

    fn width(self) -> f64 {
        f64::from(self.width) / 100.0
    }

    fn height(self) -> f64 {
        f64::from(self.height) / 100.0
    }
}

/// A drawn figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// What it is made of.
    pub scene: Scene,
    /// Its marks as SVG, for the pages.
    pub picture: Arc<str>,
    /// Its texts, for the pages: JSON, an array of [`Label`].
    pub labels: Arc<str>,
}

impl Drawing {
    /// The whole figure as an SVG document at its true size.
    #[must_use]
    pub fn svg(&self, looks: &Looks) -> String {
        svg::document(&self.scene, looks)
    }
}

/// Draws a spec; an equal one in an equal frame is not drawn again.
#[must_use]
#[comemo::memoize]
pub fn drawing(spec: &ChartSpec, frame: Frame, looks: &Looks, fonts: &ChartFonts) -> Arc<Drawing> {
    let scene = draw::draw(spec, frame, looks, fonts);
    let billede = svg::picture(&scene, looks).into();
    let paaskrifter = label::json(&scene, looks).into();
    Arc::new(Drawing { scene, picture: billede, labels: paaskrifter })
}
