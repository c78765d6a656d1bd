//! Writes a scene as SVG, with plotters' SVG backend for the marks. Pages get the marks alone and
//! set the texts themselves; a file of its own has both.
//!
//! plotters reckons in whole units, so that one unit is a hundredth of a pt here and the view box
//! brings it back to true size. Its texts are not used: it knows no semibold and no baseline.
//! Opacity is taken out: it would make transparency groups in the PDF.

use std::fmt::Write as _;

use plotters::coord::Shift;
use plotters::prelude::{
    Circle, DrawingArea, DrawingBackend, IntoDrawingArea, PathElement, Polygon, RGBColor,
    Rectangle, SVGBackend, ShapeStyle,
};

use super::scene::{Anchor, Looks, Mark, Point, Scene, Text};
use crate::theme::{Rgb, Role};

/// Units in a pt.
const UNITS: f64 = 100.0;

/// Hundredths of a pt.
pub(super) fn units(pt: f64) -> i32 {
    // Saturates; figures are far from the edge of 21 million pt.
    (pt * UNITS).round() as i32
}

/// A length in pt with two decimals at most, for attributes.
pub(super) fn pt(length: f64) -> String {
    let hundredths = units(length);
    let (whole, rest) = (hundredths / 100, (hundredths % 100).abs());
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}") }
}

/// The scene as an SVG document at its true size.
pub(super) fn document(scene: &Scene, looks: &Looks) -> String {
    wrapped(scene, &body(scene, looks))
}

/// The same without its texts.
pub(super) fn picture(scene: &Scene, looks: &Looks) -> String {
    wrapped(scene, &marks(scene, looks))
}

fn wrapped(scene: &Scene, body: &str) -> String {
    let (width, height) = (pt(scene.width), pt(scene.height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {} {}\">\n{body}</svg>\n",
        units(scene.width),
        units(scene.height),
    )
}

/// The scene's elements, in hundredths of a pt.
pub(super) fn body(scene: &Scene, looks: &Looks) -> String {
    let mut out = marks(scene, looks);
    if !scene.texts.is_empty() {
        let _ =
            writeln!(out, "<g font-family=\"'{}', Arial, Helvetica, sans-serif\">", family(looks));
        for text in &scene.texts {
            write_text(&mut out, text, looks);
        }
        out.push_str("</g>\n");
    }
    out
}

fn marks(scene: &Scene, looks: &Looks) -> String {
    let mut drawn = String::new();
    {
        let size = |length: f64| u32::try_from(units(length)).unwrap_or(0);
        let backend = SVGBackend::with_string(&mut drawn, (size(scene.width), size(scene.height)));
        let area = backend.into_drawing_area();
        for mark in &scene.marks {
            // Writing into a string cannot fail.
            let _ = draw(&area, mark, looks);
        }
        let _ = area.present();
    }
    // Only the elements: the outer tag is written with the true size, and comes first and last.
    let inner = drawn.find(">\n").map_or("", |end| drawn.get(end + 2..).unwrap_or(""));
    let inner = inner.strip_suffix("</svg>\n").unwrap_or(inner);
    inner.replace(" opacity=\"1\"", "").replace(" stroke=\"none\"", "")
}

fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    mark: &Mark,
    looks: &Looks,
) -> Result<(), ()> {
    let at = |(x, y): Point| (units(x), units(y));
    let done = match mark {
        Mark::Rect(x, y, width, height, role) => {
            let corners = [at((*x, *y)), at((x + width, y + height))];
            area.draw(&Rectangle::new(corners, style(looks, role).filled()))
        }
        Mark::Path(points, thickness, role) => {
            let points: Vec<_> = points.iter().copied().map(at).collect();
            let thickness = u32::try_from(units(*thickness)).unwrap_or(0);
            area.draw(&PathElement::new(points, style(looks, role).stroke_width(thickness)))
        }
        Mark::Polygon(points, role) => {
            let points: Vec<_> = points.iter().copied().map(at).collect();
            area.draw(&Polygon::new(points, style(looks, role).filled()))
        }
        Mark::Circle(centre, radius, role) => {
            area.draw(&Circle::new(at(*centre), units(*radius), style(looks, role).filled()))
        }
    };
    done.map_err(|_| ())
}

fn style(looks: &Looks, role: &Role) -> ShapeStyle {
    let Rgb([r, g, b]) = looks.rgb(role);
    ShapeStyle::from(RGBColor(r, g, b))
}

fn write_text(out: &mut String, text: &Text, looks: &Looks) {
    let Rgb([r, g, b]) = looks.rgb(&text.style.role);
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\"{anchor} \
         fill=\"#{r:02X}{g:02X}{b:02X}\">{}</text>",
        units(text.at.0),
        units(text.at.1),
        units(text.style.size),
        text.style.weight.number(),
        escape(&text.text)
    );
}

/// The family inside quotes: a name with a figure in it (`Source Sans 3`) is no CSS identifier.
fn family(looks: &Looks) -> String {
    escape(&looks.family).replace(['\'', '\\'], "")
}

/// Text as XML character data or attribute value; control characters are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
