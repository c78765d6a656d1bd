//! Colour spaces as the judge sees them: what prints as itself, and what it would be in ink.

use lopdf::{Dictionary, Document, Object};

use crate::output::pdf::objects;

/// Cyan, magenta, yellow, black; 0 to 1.
pub(super) type Ink = [f32; 4];

/// What kind of colour it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// `DeviceCMYK`.
    Cmyk,
    /// `DeviceGray`.
    Grey,
    /// Every plate: marks.
    All,
    /// An ink of its own.
    Spot(String),
    /// A pattern or gradient.
    Pattern,
    /// `ICCBased` with four components.
    Profiled,
    /// Anything that a CMYK file may not hold.
    Screen(String),
}

/// A colour.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Colour {
    pub ink: Ink,
    pub kind: Kind,
}

impl Colour {
    /// PDF's initial colour: `DeviceGray` black.
    pub(super) fn initial() -> Self {
        Self { ink: [0.0, 0.0, 0.0, 1.0], kind: Kind::Grey }
    }

    /// Sum of the inks, 0 to 4.
    pub(super) fn sum(&self) -> f32 {
        self.ink.iter().sum()
    }

    /// Number of inks.
    pub(super) fn inks(&self) -> usize {
        self.ink.iter().filter(|ink| **ink > 0.0).count()
    }

    /// Full black and nothing else.
    pub(super) fn is_black(&self) -> bool {
        let [c, m, y, k] = self.ink;
        (c, m, y) == (0.0, 0.0, 0.0) && k > 0.999
    }

    /// Paper.
    pub(super) fn is_white(&self) -> bool {
        self.inks() == 0
    }
}

/// A colour space.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Space {
    Cmyk,
    Grey,
    Profiled,
    Screen { name: String, components: usize },
    Pattern(Option<Box<Space>>),
    Indexed { base: Box<Space>, table: Vec<u8> },
    Tint { names: Vec<String>, full: Ink, definition: String },
}

impl Space {
    /// Reads a colour space; `named` looks names up in the resources.
    pub(super) fn read(doc: &Document, object: &Object, resources: Option<&Dictionary>) -> Self {
        Self::nested(doc, object, resources, 0)
    }

    fn nested(
        doc: &Document,
        object: &Object,
        resources: Option<&Dictionary>,
        depth: usize,
    ) -> Self {
        let unknown = || Self::Screen { name: "unknown".to_owned(), components: 3 };
        let Some((_, object)) = doc.dereference(object).ok().filter(|_| depth < 5) else {
            return unknown();
        };
        if let Ok(name) = object.as_name() {
            let defined = resources
                .and_then(|all| objects::dict(doc, all, b"ColorSpace"))
                .and_then(|spaces| spaces.get(name).ok());
            return match (Self::device(name), defined) {
                (Some(space), _) => space,
                (None, Some(defined)) => Self::nested(doc, defined, None, depth + 1),
                (None, None) => unknown(),
            };
        }
        let parts = object.as_array().map(Vec::as_slice).unwrap_or_default();
        let at = |index: usize| parts.get(index);
        let family = at(0).and_then(|name| name.as_name().ok()).unwrap_or_default();
        match family {
            b"ICCBased" => Self::profiled(doc, at(1)),
            b"Indexed" | b"I" => {
                let base = at(1).map(|base| Self::nested(doc, base, resources, depth + 1));
                let table = at(3).map(|table| bytes(doc, table)).unwrap_or_default();
                Self::Indexed { base: Box::new(base.unwrap_or_else(unknown)), table }
            }
            b"Separation" | b"DeviceN" => Self::tint(doc, parts, resources, depth),
            b"Pattern" => {
                let under = at(1).map(|under| Self::nested(doc, under, resources, depth + 1));
                Self::Pattern(under.map(Box::new))
            }
            b"Lab" | b"CalRGB" => {
                Self::Screen { name: String::from_utf8_lossy(family).into_owned(), components: 3 }
            }
            b"CalGray" => Self::Screen { name: "CalGray".to_owned(), components: 1 },
            other => Self::device(other).unwrap_or_else(unknown),
        }
    }

    fn device(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"DeviceCMYK" | b"CMYK" => Self::Cmyk,
            b"DeviceGray" | b"G" => Self::Grey,
            b"DeviceRGB" | b"RGB" => Self::Screen { name: "DeviceRGB".to_owned(), components: 3 },
            b"Pattern" => Self::Pattern(None),
            _ => return None,
        })
    }

    fn profiled(doc: &Document, stream: Option<&Object>) -> Self {
        let dict = stream
            .and_then(|stream| doc.dereference(stream).ok())
            .and_then(|(_, stream)| objects::as_dict(stream));
        match dict.and_then(|dict| objects::number(doc, dict, b"N")) {
            Some(4.0) => Self::Profiled,
            Some(1.0) => Self::Screen { name: "ICCBased grey".to_owned(), components: 1 },
            _ => Self::Screen { name: "ICCBased RGB".to_owned(), components: 3 },
        }
    }

    fn tint(
        doc: &Document,
        parts: &[Object],
        resources: Option<&Dictionary>,
        depth: usize,
    ) -> Self {
        let names = match parts.get(1).and_then(|names| doc.dereference(names).ok()) {
            Some((_, Object::Name(name))) => vec![String::from_utf8_lossy(name).into_owned()],
            Some((_, Object::Array(names))) => names
                .iter()
                .filter_map(|name| name.as_name().ok())
                .map(|name| String::from_utf8_lossy(name).into_owned())
                .collect(),
            _ => Vec::new(),
        };
        let alternate = parts.get(2).map(|space| Self::nested(doc, space, resources, depth + 1));
        let function = parts.get(3).and_then(|function| doc.dereference(function).ok());
        let dict = function.and_then(|(_, function)| objects::as_dict(function));
        let full = dict
            .and_then(|dict| objects::array(doc, dict, b"C1"))
            .and_then(|values| objects::numbers(doc, values));
        let full = match (&alternate, full) {
            (Some(space), Some(values)) => space.ink(&values).ink,
            // A tint that is computed: as dark as it can be.
            _ => [0.0, 0.0, 0.0, 1.0],
        };
        let definition = format!("{alternate:?} {:?}", function.map(|(_, function)| function));
        Self::Tint { names, full, definition }
    }

    /// Number of components.
    pub(super) fn components(&self) -> usize {
        match self {
            Self::Cmyk | Self::Profiled => 4,
            Self::Grey | Self::Indexed { .. } => 1,
            Self::Screen { components, .. } => *components,
            Self::Pattern(_) => 0,
            Self::Tint { names, .. } => names.len().max(1),
        }
    }

    /// The colour that a space begins with.
    pub(super) fn initial(&self) -> Colour {
        match self {
            Self::Cmyk => self.ink(&[0.0, 0.0, 0.0, 1.0]),
            Self::Tint { names, .. } => self.ink(&vec![1.0; names.len()]),
            _ => self.ink(&vec![0.0; self.components()]),
        }
    }

    /// A colour of this space.
    pub(super) fn ink(&self, values: &[f32]) -> Colour {
        let at = |index: usize| values.get(index).copied().unwrap_or(0.0).clamp(0.0, 1.0);
        match self {
            Self::Cmyk => Colour { ink: [at(0), at(1), at(2), at(3)], kind: Kind::Cmyk },
            Self::Profiled => Colour { ink: [at(0), at(1), at(2), at(3)], kind: Kind::Profiled },
            Self::Grey => Colour { ink: [0.0, 0.0, 0.0, 1.0 - at(0)], kind: Kind::Grey },
            Self::Screen { name, components: 1 } => {
                Colour { ink: [0.0, 0.0, 0.0, 1.0 - at(0)], kind: Kind::Screen(name.clone()) }
            }
            // Without a profile: the complement. It is only the ink of what is forbidden anyway.
            Self::Screen { name, .. } => Colour {
                ink: [1.0 - at(0), 1.0 - at(1), 1.0 - at(2), 0.0],
                kind: Kind::Screen(name.clone()),
            },
            Self::Pattern(_) => Colour { ink: [0.0; 4], kind: Kind::Pattern },
            Self::Indexed { base, table } => base.ink(&Self::entry(base, table, values)),
            Self::Tint { names, full, .. } => {
                let most = values.iter().copied().fold(0.0, f32::max).clamp(0.0, 1.0);
                let kind = match names.as_slice() {
                    [only] if only == "All" => Kind::All,
                    [only] if only == "None" => Kind::Cmyk,
                    [only] if only == "Black" => Kind::Cmyk,
                    names => Kind::Spot(names.join(", ")),
                };
                let none = names.iter().all(|name| name == "None");
                Colour { ink: if none { [0.0; 4] } else { full.map(|ink| ink * most) }, kind }
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    fn entry(base: &Self, table: &[u8], values: &[f32]) -> Vec<f32> {
        let index = values.first().copied().unwrap_or(0.0).clamp(0.0, 255.0) as usize;
        let count = base.components().max(1);
        let entry = table.get(index * count..(index + 1) * count).unwrap_or_default();
        entry.iter().map(|byte| f32::from(*byte) / 255.0).collect()
    }
}

fn bytes(doc: &Document, object: &Object) -> Vec<u8> {
    match doc.dereference(object) {
        Ok((_, Object::String(bytes, _))) => bytes.clone(),
        Ok((_, Object::Stream(stream))) => {
            stream.get_plain_content_with_limit(1 << 16).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// What a colour space is called.
pub(super) fn family(doc: &Document, space: &Object) -> String {
    match Space::read(doc, space, None) {
        Space::Cmyk => "DeviceCMYK".to_owned(),
        Space::Grey => "DeviceGray".to_owned(),
        Space::Profiled => "ICCBased CMYK".to_owned(),
        Space::Screen { name, .. } => name,
        Space::Pattern(_) => "Pattern".to_owned(),
        Space::Indexed { .. } => "Indexed".to_owned(),
        Space::Tint { names, .. } => names.join(", "),
    }
}
