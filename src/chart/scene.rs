//! A scene: marks and texts of one figure in pt, each text with the box that it takes. Drawing
//! code fills it; tests ask it whether labels overlap; [`super::svg`] writes it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::fonts::Weight;
use crate::theme::colour::contrast;
use crate::theme::{Rgb, Role, Theme};

/// Thickness of hairlines, pt.
pub(super) const HAIRLINE: f64 = 0.5;
/// Gap in the colour of the paper between surfaces that touch, pt.
pub(super) const GAP: f64 = 0.75;

/// A point, pt from the top left.
pub type Point = (f64, f64);

/// A surface or line.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Filled rectangle: x, y, width, height.
    Rect(f64, f64, f64, f64, Role),
    /// Line through points, with its thickness.
    Path(Vec<Point>, f64, Role),
    /// Filled polygon.
    Polygon(Vec<Point>, Role),
    /// Filled circle: centre, radius.
    Circle(Point, f64, Role),
}

/// Where a text stands by its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub enum Anchor {
    /// It begins there.
    #[serde(rename = "venstre")]
    Start,
    /// Its middle is there.
    #[serde(rename = "midt")]
    Middle,
    /// It ends there.
    #[serde(rename = "hoejre")]
    End,
}

/// Size, weight and colour of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Type size, pt.
    pub size: f64,
    /// Line height, pt.
    pub leading: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub role: Role,
}

impl Style {
    /// The same in another colour.
    #[must_use]
    pub fn in_role(&self, role: Role) -> Self {
        Self { role, ..self.clone() }
    }
}

/// A rectangle that a text takes: left, top, right, bottom in pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

impl Extent {
    /// Whether the two share more than a touch.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        const TOUCH: f64 = 0.01;
        self.left + TOUCH < other.right
            && other.left + TOUCH < self.right
            && self.top + TOUCH < other.bottom
            && other.top + TOUCH < self.bottom
    }

    /// What letters take of it: less the room over and under them.
    fn inner(&self) -> Self {
        let room = (self.bottom - self.top) * 0.2;
        Self { top: self.top + room, bottom: self.bottom - room, ..*self }
    }

    /// Whether a line between two points runs through it (Liang and Barsky's clipping).
    fn is_crossed(&self, from: Point, to: Point) -> bool {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let sides = [
            (-dx, from.0 - self.left),
            (dx, self.right - from.0),
            (-dy, from.1 - self.top),
            (dy, self.bottom - from.1),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (step, room) in sides {
            if step == 0.0 {
                if room <= 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                enters = enters.max(room / step);
            } else {
                leaves = leaves.min(room / step);
            }
        }
        enters < leaves
    }
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The words.
    pub text: String,
    /// Anchor point, on the baseline.
    pub at: Point,
    /// Where it stands by that point.
    pub anchor: Anchor,
    /// How it is set.
    pub style: Style,
    /// What it covers.
    pub extent: Extent,
}

/// A figure, ready to be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scene {
    /// Width, pt.
    pub width: f64,
    /// Height, pt.
    pub height: f64,
    /// Surfaces and lines, the lowest first.
    pub marks: Vec<Mark>,
    /// Texts, above all marks.
    pub texts: Vec<Text>,
}

impl Scene {
    /// Labels that overlap, or that leave the figure, as words for a message. Empty when all is
    /// well.
    #[must_use]
    pub fn collisions(&self) -> Vec<String> {
        const TOLERANCE: f64 = 0.05;
        let mut found = Vec::new();
        for (i, one) in self.texts.iter().enumerate() {
            let e = one.extent;
            if e.left < -TOLERANCE
                || e.top < -TOLERANCE
                || e.right > self.width + TOLERANCE
                || e.bottom > self.height + TOLERANCE
            {
                found.push(format!("`{}` leaves the figure: {e:?}", one.text));
            }
            for other in self.texts.iter().skip(i + 1) {
                if e.overlaps(&other.extent) {
                    found.push(format!("`{}` and `{}` overlap", one.text, other.text));
                }
            }
        }
        found
    }

    /// Labels that a line runs through which only helps: a guide, an axis, a rule. Lines of data
    /// may have to pass each other's values.
    #[must_use]
    pub fn struck_through(&self) -> Vec<&str> {
        let crossed = |text: &&Text| {
            let letters = text.extent.inner();
            self.guides().any(|(from, to)| letters.is_crossed(from, to))
        };
        self.texts.iter().filter(crossed).map(|text| text.text.as_str()).collect()
    }

    fn guides(&self) -> impl Iterator<Item = (Point, Point)> {
        let lines = self.marks.iter().filter_map(|mark| match mark {
            Mark::Path(points, _, Role::Grid | Role::Line | Role::Muted) => Some(points),
            _ => None,
        });
        lines.flat_map(|points| points.iter().copied().zip(points.iter().copied().skip(1)))
    }
}

/// What figures take from the theme: type and colours.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Looks {
    /// Type family.
    pub family: String,
    /// Hundredths of a pt: size and line height of labels, values, and names in map tiles.
    grades: [(i32, i32); 3],
    colours: BTreeMap<Role, Rgb>,
}

impl Looks {
    /// The looks of a theme.
    #[must_use]
    pub fn of(theme: &Theme) -> Self {
        let roles = [
            Role::Paper,
            Role::Tekst,
            Role::Title,
            Role::Muted,
            Role::Line,
            Role::Grid,
            Role::Surface,
            Role::Neutral,
            Role::Accent,
            Role::Column,
        ];
        let numbers = theme.farve.fagprincip.keys();
        let principles = numbers.filter_map(|nr| nr.parse().ok()).map(Role::Fagprincip);
        let colours = roles.into_iter().chain(principles);
        let hundredths = |pt: f64| (pt * 100.0).round() as i32;
        let grade = |role| {
            // `Theme::parse` has made sure of these; a plain 8 pt stands in for a theme that
            // was put together by hand.
            let grade = theme.grade(role);
            grade.map_or((800, 960), |g| (hundredths(g.grad), hundredths(g.linje)))
        };
        Self {
            family: theme.skrift.familie.clone(),
            grades: [grade("diagram"), grade("diagramtal"), grade("kort")],
            colours: colours.map(|role| (role.clone(), theme.colour(&role).rgb)).collect(),
        }
    }

    /// The colour of a role; of emphasis where the theme does not know it.
    #[must_use]
    pub fn rgb(&self, role: &Role) -> Rgb {
        let found = self.colours.get(role).or_else(|| self.colours.get(&Role::Accent));
        found.copied().unwrap_or(Rgb([0, 0, 0]))
    }

    fn style(&self, grade: (i32, i32), weight: Weight, role: Role) -> Style {
        let (size, leading) = (f64::from(grade.0) / 100.0, f64::from(grade.1) / 100.0);
        Style { size, leading, weight, role }
    }

    /// Axes, categories, names of series.
    #[must_use]
    pub fn label(&self) -> Style {
        self.style(self.grades[0], Weight::Regular, Role::Tekst)
    }

    /// The same, held back: axes, what only helps.
    #[must_use]
    pub fn quiet(&self) -> Style {
        self.style(self.grades[0], Weight::Regular, Role::Muted)
    }

    /// Values.
    #[must_use]
    pub fn value(&self) -> Style {
        self.style(self.grades[1], Weight::Semibold, Role::Tekst)
    }

    /// Names in map tiles.
    #[must_use]
    pub fn tile(&self) -> Style {
        self.style(self.grades[2], Weight::Regular, Role::Tekst)
    }

    /// The role, of paper and text, that reads best on a surface.
    #[must_use]
    pub fn readable_on(&self, surface: &Role) -> Role {
        let surface = self.rgb(surface);
        let against = |role: &Role| contrast(self.rgb(role), surface);
        if against(&Role::Paper) >= against(&Role::Tekst) { Role::Paper } else { Role::Tekst }
    }

    /// Whether text in this colour is readable on paper (4.5:1).
    #[must_use]
    pub fn readable_in(&self, role: &Role) -> bool {
        contrast(self.rgb(role), self.rgb(&Role::Paper)) >= 4.5
    }

    /// Whether a surface stands out from the paper by 3:1 without an outline.
    #[must_use]
    pub fn stands_out(&self, surface: &Role) -> bool {
        contrast(self.rgb(surface), self.rgb(&Role::Paper)) >= 3.0
    }
}
