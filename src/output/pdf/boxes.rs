//! Page boxes (ISO 32000-1, 14.11.2), in pt.

use lopdf::{Dictionary, Document, Object};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// A rectangle with its lower left corner before its upper right one, in pt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left.
    pub x0: f32,
    /// Bottom.
    pub y0: f32,
    /// Right.
    pub x1: f32,
    /// Top.
    pub y1: f32,
}

impl Rect {
    /// The box of a page or the one it inherits; none where it has none or it is no rectangle.
    #[must_use]
    pub fn of_page(doc: &Document, page: &Dictionary, key: &[u8]) -> Option<Self> {
        let mut node = page;
        // Bounded: a page tree in a circle must not hang the reader.
        for _ in 0..32 {
            if let Ok(value) = node.get_deref(key, doc) {
                return Self::read(doc, value);
            }
            node = node.get_deref(b"Parent", doc).ok()?.as_dict().ok()?;
        }
        None
    }

    /// Four numbers, in either order of corners.
    #[must_use]
    pub fn read(doc: &Document, value: &Object) -> Option<Self> {
        let values = value.as_array().ok()?;
        if values.len() != 4 {
            return None;
        }
        let mut numbers = [0.0; 4];
        for (number, value) in numbers.iter_mut().zip(values) {
            *number = doc.dereference(value).ok()?.1.as_float().ok()?;
        }
        let [a, b, c, d] = numbers;
        let rect = Self { x0: a.min(c), y0: b.min(d), x1: a.max(c), y1: b.max(d) };
        numbers.iter().all(|n| n.is_finite()).then_some(rect)
    }

    /// As a PDF array.
    #[must_use]
    pub fn object(&self) -> Object {
        vec![self.x0.into(), self.y0.into(), self.x1.into(), self.y1.into()].into()
    }

    /// Width, pt.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.x1 - self.x0
    }

    /// Height, pt.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.y1 - self.y0
    }

    /// Grown outwards by these, pt.
    #[must_use]
    pub fn grown(&self, left: f32, bottom: f32, right: f32, top: f32) -> Self {
        Self { x0: self.x0 - left, y0: self.y0 - bottom, x1: self.x1 + right, y1: self.y1 + top }
    }

    /// Whether the other lies inside, a tolerance in pt allowed for.
    #[must_use]
    pub fn holds(&self, other: &Self, tolerance: f32) -> bool {
        other.x0 >= self.x0 - tolerance
            && other.y0 >= self.y0 - tolerance
            && other.x1 <= self.x1 + tolerance
            && other.y1 <= self.y1 + tolerance
    }

    /// Width and height for people, mm with one decimal.
    #[must_use]
    pub fn in_mm(&self) -> String {
        format!("{:.1} × {:.1} mm", self.width() / MM, self.height() / MM)
    }
}
