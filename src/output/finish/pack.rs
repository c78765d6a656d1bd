//! The file as bytes, as small as the standards allow.

use lopdf::{Dictionary, Document, Object};

use super::{Fault, unexpected};
use crate::output::pdf::{objects, save};

/// Level of compression: the next takes twice as long for half a percent less, the one before makes
/// the tags 3 percent larger.
pub(super) const LEVEL: u32 = 7;

/// Writes the file.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn write(doc: &mut Document) -> Result<Vec<u8>, Fault> {
    doc.version = "1.7".to_owned();
    for object in doc.objects.values_mut() {
        match object {
            Object::Dictionary(dict) => shorter(dict),
            // Where a link leads to.
            Object::Array(values) if values.get(1) == Some(&Object::from("XYZ")) => {
                values.iter_mut().for_each(shorten);
            }
            _ => {}
        }
    }
    save::saved(doc, LEVEL)
        .map_err(|err| unexpected(format!("the finished PDF cannot be written: {err}")))
}

/// Places in few digits, texts in few bytes.
fn shorter(dict: &mut Dictionary) {
    for (key, value) in dict.iter_mut() {
        match (key.as_slice(), value) {
            (b"Rect" | b"QuadPoints" | b"BBox", Object::Array(values)) => {
                values.iter_mut().for_each(shorten);
            }
            (b"Alt" | b"Contents" | b"T" | b"E" | b"Desc" | b"Title", value) => {
                // Who hears a text does not hear where its lines may be broken.
                if let Some(text) = objects::text(value) {
                    *value =
                        objects::text_object(&text.replace('\u{a0}', " ").replace('\u{ad}', ""));
                }
            }
            (b"A", Object::Dictionary(looks)) => shorter(looks),
            (b"A", Object::Array(all)) => {
                all.iter_mut().filter_map(|one| one.as_dict_mut().ok()).for_each(shorter);
            }
            _ => {}
        }
    }
}

/// A place to a hundredth of a pt: where a link is touched, no finger tells more.
fn shorten(value: &mut Object) {
    if let Object::Real(number) = value {
        *number = (*number * 100.0).round() / 100.0;
    }
}
