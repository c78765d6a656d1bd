//! Small looks into dictionaries, where a missing or wrong entry is simply none.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// An entry, references followed.
#[must_use]
pub fn get<'a>(doc: &'a Document, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    // Not `get`, which tells in words what is missing.
    let value = dict.as_hashmap().get(key)?;
    doc.dereference(value).ok().map(|(_, value)| value).filter(|value| !value.is_null())
}

/// An entry that is a dictionary, or a stream's dictionary.
#[must_use]
pub fn dict<'a>(doc: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    as_dict(get(doc, of, key)?)
}

/// An entry that is a name.
#[must_use]
pub fn name<'a>(doc: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    get(doc, of, key)?.as_name().ok()
}

/// An entry that is an array.
#[must_use]
pub fn array<'a>(doc: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
    get(doc, of, key)?.as_array().ok().map(Vec::as_slice)
}

/// An entry that is a number.
#[must_use]
pub fn number(doc: &Document, of: &Dictionary, key: &[u8]) -> Option<f32> {
    get(doc, of, key)?.as_float().ok()
}

/// A dictionary, or a stream's.
#[must_use]
pub fn as_dict(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The same, to change.
#[must_use]
pub fn as_dict_mut(object: &mut Object) -> Option<&mut Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&mut stream.dict),
        _ => None,
    }
}

/// The values of an array of numbers; none where one is none.
#[must_use]
pub fn numbers(doc: &Document, values: &[Object]) -> Option<Vec<f32>> {
    values.iter().map(|value| doc.dereference(value).ok()?.1.as_float().ok()).collect()
}

/// Names and references of one kind of resource: `ColorSpace`, `XObject`.
pub fn resources<'a>(
    doc: &'a Document,
    resources: &'a Dictionary,
    kind: &[u8],
) -> impl Iterator<Item = (&'a [u8], &'a Object)> {
    let entries = dict(doc, resources, kind);
    entries.into_iter().flat_map(|dict| dict.iter().map(|(key, value)| (key.as_slice(), value)))
}

/// The id that an object refers to.
#[must_use]
pub fn id(object: &Object) -> Option<ObjectId> {
    object.as_reference().ok()
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16BE with its mark, UTF-8 with its mark, else
/// `PDFDocEncoding`, of which the Latin-1 part is read.
#[must_use]
pub fn text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    if let Some(utf16) = bytes.strip_prefix(&[0xfe, 0xff]) {
        let units: Vec<u16> =
            utf16.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return Some(String::from_utf16_lossy(&units));
    }
    if let Some(utf8) = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]) {
        return Some(String::from_utf8_lossy(utf8).into_owned());
    }
    Some(bytes.iter().map(|byte| of_byte(*byte)).collect())
}

/// Characters of the bytes from 0x80 on in a text string, where they are not those of Latin-1
/// (`PDFDocEncoding`; ISO 32000-1, D.2).
const OWN: [char; 31] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž',
];

fn of_byte(byte: u8) -> char {
    match byte {
        0xa0 => '€',
        byte => {
            let own = byte.checked_sub(0x80).and_then(|at| OWN.get(usize::from(at)));
            own.copied().unwrap_or(char::from(byte))
        }
    }
}

fn to_byte(letter: char) -> Option<u8> {
    match letter {
        '\n' | '\r' | '\t' | ' '..='~' | '¡'..='ÿ' if letter != '\u{ad}' => {
            u8::try_from(u32::from(letter)).ok()
        }
        '€' => Some(0xa0),
        letter => {
            let at = OWN.iter().position(|own| *own == letter)?;
            u8::try_from(0x80 + at).ok()
        }
    }
}

/// A text string as an object: a byte a character where that can be, else UTF-16BE.
#[must_use]
pub fn text_object(text: &str) -> Object {
    if let Some(bytes) = text.chars().map(to_byte).collect::<Option<Vec<u8>>>() {
        return Object::String(bytes, lopdf::StringFormat::Literal);
    }
    let utf16 = text.encode_utf16().flat_map(u16::to_be_bytes);
    let bytes: Vec<u8> = [0xfe, 0xff].into_iter().chain(utf16).collect();
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}
