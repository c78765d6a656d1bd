//! The texts of a figure as the pages get them. Typst would read them out of an SVG by laying them
//! out and tracing every letter's outline, which took more time and room than all else in a figure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scene::{Anchor, Looks, Scene, Text};

/// One line of text in a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Paaskrift")]
pub struct Label {
    /// The words.
    pub tekst: String,
    /// Anchor point from the figure's left edge, pt.
    pub x: f64,
    /// Baseline from the figure's upper edge, pt.
    pub y: f64,
    /// Where it stands by its point.
    pub anker: Anchor,
    /// Type size, pt.
    pub grad: f64,
    /// Weight, 100 to 900.
    pub vaegt: u16,
    /// Colour, `#rrggbb`.
    pub farve: String,
}

impl Label {
    fn of(text: &Text, looks: &Looks) -> Self {
        Self {
            tekst: text.text.replace(char::is_control, " "),
            x: hundredths(text.at.0),
            y: hundredths(text.at.1),
            anker: text.anchor,
            grad: text.style.size,
            vaegt: text.style.weight.number(),
            farve: looks.rgb(&text.style.role).to_string(),
        }
    }
}

/// The precision that marks are drawn with.
fn hundredths(pt: f64) -> f64 {
    (pt * 100.0).round() / 100.0
}

/// A scene's texts as a JSON array.
pub(super) fn json(scene: &Scene, looks: &Looks) -> String {
    let texts: Vec<_> = scene.texts.iter().map(|text| Label::of(text, looks)).collect();
    // Plain fields cannot fail to be written.
    serde_json::to_string(&texts).unwrap_or_else(|_| "[]".to_owned())
}
