//! Colour spaces of the source file, as far as they can become ink.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::output::pdf::objects;

/// A colour space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Space {
    /// One component, black to white.
    Grey,
    /// Red, green, blue; the ICC profile it names.
    Rgb(Option<ObjectId>),
    /// Already ink.
    Cmyk,
    /// Colours itself.
    Pattern,
    /// What cannot become ink: its name.
    Other(String),
}

impl Space {
    /// Reads a colour space that stands as an object: a name, or an array.
    pub(super) fn read(doc: &Document, object: &Object) -> Self {
        let Ok((_, object)) = doc.dereference(object) else {
            return Self::Other("missing".to_owned());
        };
        if let Ok(name) = object.as_name() {
            return Self::named(name);
        }
        let parts = object.as_array().map(Vec::as_slice).unwrap_or_default();
        match parts {
            [Object::Name(family)] => Self::named(family),
            [Object::Name(family), stream] if family == b"ICCBased" => Self::icc(doc, stream),
            [Object::Name(family), ..] => Self::named(family),
            _ => Self::Other("unknown".to_owned()),
        }
    }

    fn icc(doc: &Document, stream: &Object) -> Self {
        let dict = doc.dereference(stream).ok().and_then(|(_, object)| objects::as_dict(object));
        let components = dict.and_then(|dict: &Dictionary| objects::number(doc, dict, b"N"));
        match components {
            Some(1.0) => Self::Grey,
            Some(3.0) => Self::Rgb(objects::id(stream)),
            Some(4.0) => Self::Cmyk,
            _ => Self::Other("ICCBased".to_owned()),
        }
    }

    /// A space by its name, as operators and arrays give it.
    pub(super) fn named(name: &[u8]) -> Self {
        match name {
            b"DeviceGray" | b"CalGray" | b"G" => Self::Grey,
            b"DeviceRGB" | b"CalRGB" | b"RGB" => Self::Rgb(None),
            b"DeviceCMYK" | b"CMYK" => Self::Cmyk,
            b"Pattern" => Self::Pattern,
            other => Self::Other(String::from_utf8_lossy(other).into_owned()),
        }
    }
}
