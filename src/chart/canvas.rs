//! What drawing code works with: a scene that grows, with the fonts and looks at hand.

use super::fonts::ChartFonts;
use super::scene::{Anchor, Extent, HAIRLINE, Looks, Mark, Point, Scene, Style, Text};
use crate::theme::Role;

/// Length of a dash and of the gap after it, pt.
const DASH: f64 = 2.0;
/// Thickness of the line of a break, pt.
const BREAK: f64 = 0.8;
/// How much smaller a name may be set so that its words stay whole.
const SMALLEST: f64 = 0.85;

/// A scene being drawn.
pub(super) struct Canvas<'a> {
    pub scene: Scene,
    pub looks: &'a Looks,
    pub fonts: &'a ChartFonts,
    /// Whether the slot's lower variant is drawn.
    pub compact: bool,
    /// Whether its large variant is drawn.
    pub large: bool,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(frame: super::Frame, looks: &'a Looks, fonts: &'a ChartFonts) -> Self {
        let scene = Scene { width: frame.width(), height: frame.height(), ..Scene::default() };
        Self { scene, looks, fonts, compact: frame.compact, large: frame.large }
    }

    /// The compact, the usual or the large one of three measures, as the slot's variant is.
    pub(crate) fn sized(&self, compact: f64, usual: f64, large: f64) -> f64 {
        match (self.compact, self.large) {
            (true, _) => compact,
            (_, true) => large,
            _ => usual,
        }
    }

    pub(crate) fn width(&self) -> f64 {
        self.scene.width
    }

    pub(crate) fn height(&self) -> f64 {
        self.scene.height
    }

    pub(crate) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, role: &Role) {
        self.scene.marks.push(Mark::Rect(x, y, width, height, role.clone()));
    }

    pub(crate) fn line(&mut self, from: Point, to: Point, thickness: f64, role: &Role) {
        self.path(vec![from, to], thickness, role);
    }

    pub(crate) fn hairline(&mut self, from: Point, to: Point, role: &Role) {
        self.line(from, to, HAIRLINE, role);
    }

    /// A line that is level or upright, in dashes: what is on its two sides does not compare.
    pub(crate) fn dashed(&mut self, from: Point, to: Point, role: &Role) {
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let dashes = ((across.abs().max(down.abs()) / (2.0 * DASH)).round()).clamp(1.0, 500.0);
        // Begins and ends with a dash.
        let step = 1.0 / (2.0 * dashes - 1.0);
        let at = |part: f64| (from.0 + across * part, from.1 + down * part);
        for dash in 0..dashes as usize {
            let part = 2.0 * dash as f64 * step;
            self.line(at(part), at(part + step), BREAK, role);
        }
    }

    pub(crate) fn path(&mut self, points: Vec<Point>, thickness: f64, role: &Role) {
        self.scene.marks.push(Mark::Path(points, thickness, role.clone()));
    }

    pub(crate) fn polygon(&mut self, points: Vec<Point>, role: &Role) {
        self.scene.marks.push(Mark::Polygon(points, role.clone()));
    }

    pub(crate) fn circle(&mut self, centre: Point, radius: f64, role: &Role) {
        self.scene.marks.push(Mark::Circle(centre, radius, role.clone()));
    }

    /// A circle of paper with an outline.
    pub(crate) fn ring(&mut self, centre: Point, radius: f64, thickness: f64, role: &Role) {
        self.circle(centre, radius, role);
        self.circle(centre, radius - thickness, &Role::Paper);
    }

    /// A closed outline inside the rectangle.
    pub(crate) fn outline(&mut self, x: f64, y: f64, w: f64, h: f64, thickness: f64, role: &Role) {
        let t = thickness / 2.0;
        let (l, u, r, d) = (x + t, y + t, x + w - t, y + h - t);
        if r > l && d > u {
            let corners = vec![(l, u), (r, u), (r, d), (l, d), (l, u), (r, u)];
            self.path(corners, thickness, role);
        } else {
            self.rect(x, y, w, h, role);
        }
    }

    /// The mark of a value that is missing: a small hollow diamond around the point.
    pub(crate) fn diamond(&mut self, (x, y): Point) {
        const R: f64 = 2.6;
        let corners = vec![(x, y - R), (x + R, y), (x, y + R), (x - R, y), (x, y - R), (x + R, y)];
        self.path(corners, 0.8, &Role::Muted);
    }

    pub(crate) fn measure(&self, text: &str, style: &Style) -> f64 {
        self.fonts.width(text, style.size, style.weight)
    }

    pub(crate) fn wrap(&self, text: &str, style: &Style, width: f64) -> Vec<String> {
        self.fonts.wrap(text, style.size, style.weight, width)
    }

    /// The same type, smaller where the longest word of a text would not fit the width: down to
    /// [`SMALLEST`] of its size, beyond which the word is broken.
    pub(crate) fn fitted(&self, text: &str, style: &Style, width: f64) -> Style {
        self.fitted_to(text, style, width, style.size * SMALLEST)
    }

    /// As [`Self::fitted`], down to a size in pt, beyond which a word is broken.
    pub(crate) fn fitted_to(&self, text: &str, style: &Style, width: f64, least: f64) -> Style {
        // A line may end after a hyphen.
        let words = text.split(' ').flat_map(|word| word.split_inclusive('-'));
        let widest = words.map(|word| self.measure(word, style)).fold(0.0, f64::max);
        // A hair less, so that rounding does not break it after all.
        let scale = if widest > width {
            (width / widest * 0.995).max((least / style.size).min(1.0))
        } else {
            1.0
        };
        Style { size: style.size * scale, leading: style.leading * scale, ..style.clone() }
    }

    pub(crate) fn ascent(&self, style: &Style) -> f64 {
        self.fonts.ascent(style.size, style.weight)
    }

    pub(crate) fn descent(&self, style: &Style) -> f64 {
        self.fonts.descent(style.size, style.weight)
    }

    /// Height of so many lines, from the top of the first to the foot of the last.
    pub(crate) fn block(&self, lines: usize, style: &Style) -> f64 {
        let below = lines.saturating_sub(1) as f64;
        below * style.leading + self.ascent(style) + self.descent(style)
    }

    /// The box of a line of text.
    pub(crate) fn extent(&self, text: &str, at: Point, anchor: Anchor, style: &Style) -> Extent {
        let width = self.measure(text, style);
        let left = match anchor {
            Anchor::Start => at.0,
            Anchor::Middle => at.0 - width / 2.0,
            Anchor::End => at.0 - width,
        };
        Extent {
            left,
            top: at.1 - self.ascent(style),
            right: left + width,
            bottom: at.1 + self.descent(style),
        }
    }

    /// Sets one line with its baseline at the point.
    pub(crate) fn text(&mut self, text: &str, at: Point, anchor: Anchor, style: &Style) {
        if text.trim().is_empty() {
            return;
        }
        let extent = self.extent(text, at, anchor, style);
        let (text, style) = (text.to_owned(), style.clone());
        self.scene.texts.push(Text { text, at, anchor, style, extent });
    }

    /// Sets lines under one another; the top of the first is at `top`.
    pub(crate) fn lines(
        &mut self,
        lines: &[String],
        x: f64,
        top: f64,
        anchor: Anchor,
        style: &Style,
    ) {
        let first = top + self.ascent(style);
        for (i, line) in lines.iter().enumerate() {
            self.text(line, (x, first + i as f64 * style.leading), anchor, style);
        }
    }

    /// Puts a finished part at its place.
    pub(crate) fn place(&mut self, part: Scene, left: f64, top: f64) {
        let moved = |(x, y): Point| (x + left, y + top);
        self.scene.marks.extend(part.marks.into_iter().map(|mark| match mark {
            Mark::Rect(x, y, w, h, role) => Mark::Rect(x + left, y + top, w, h, role),
            Mark::Path(points, thickness, role) => {
                Mark::Path(points.into_iter().map(moved).collect(), thickness, role)
            }
            Mark::Polygon(points, role) => {
                Mark::Polygon(points.into_iter().map(moved).collect(), role)
            }
            Mark::Circle(centre, radius, role) => Mark::Circle(moved(centre), radius, role),
        }));
        for text in part.texts {
            self.text(&text.text, moved(text.at), text.anchor, &text.style);
        }
    }

    /// Sets lines around a middle height.
    pub(crate) fn lines_mid(
        &mut self,
        lines: &[String],
        x: f64,
        mid: f64,
        anchor: Anchor,
        style: &Style,
    ) {
        let top = mid - self.block(lines.len(), style) / 2.0;
        self.lines(lines, x, top, anchor, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Frame;
    use crate::theme::Theme;

    /// What a word is set in where there is so much room for it, as a share of its own width: its
    /// size, of the usual one, and its lines.
    fn set(word: &str, room: f64) -> (f64, Vec<String>) {
        let files: [&[u8]; 2] = [
            include_bytes!("../../fonts/SourceSans3-Regular.otf"),
            include_bytes!("../../fonts/SourceSans3-Semibold.otf"),
        ];
        let fonts = ChartFonts::new(&files).expect("fonts");
        let theme = Theme::parse(include_str!("../../layouts/theme.toml")).expect("a theme");
        let looks = Looks::of(&theme);
        let canvas = Canvas::new(Frame::of(200.0, 100.0, false), &looks, &fonts);
        let style = looks.label();
        let width = canvas.measure(word, &style) * room;
        let fitted = canvas.fitted(word, &style, width);
        assert!((fitted.leading / style.leading - fitted.size / style.size).abs() < 1e-9);
        (fitted.size / style.size, canvas.wrap(word, &fitted, width))
    }

    #[test]
    fn a_name_that_fits_keeps_its_size_and_a_wider_one_is_smaller_and_whole() {
        assert_eq!(set("Bispebjerg", 1.0), (1.0, vec!["Bispebjerg".to_owned()]));
        let (size, lines) = set("Bispebjerg", 0.9);
        assert!((0.85..0.9).contains(&size), "{size}");
        assert_eq!(lines, ["Bispebjerg"]);
        // Words may stand on lines of their own: none of them is too wide.
        assert_eq!(set("Indre Nørrebro", 0.7).0, 1.0);
    }

    #[test]
    fn a_name_too_wide_for_that_is_broken_where_its_parts_meet() {
        let (size, lines) = set("Sammenligningsgruppe", 0.72);
        assert_eq!(size, SMALLEST);
        assert_eq!(lines, ["Sammenlignings-", "gruppe"]);
        // A word that has no parts is broken where there is room.
        assert!(set("Xxxxxxxxxxxxxxxx", 0.4).1.len() > 1);
    }
}
