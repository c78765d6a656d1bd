//! A file as bytes, as small as the standards allow: only what is used, numbered anew, in compressed
//! streams, and the table of objects compressed too (ISO 32000-1, 7.5.7 and 7.5.8).

use std::collections::BTreeMap;
use std::io::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::flate;
use super::numbers::push_digits;

/// Most objects that are packed together: those of a usual report, since what repeats is written
/// once only where it is packed together.
const PACKED: usize = 20_000;
/// Bytes of an entry of the table: its kind, a place or stream, an index there.
const WIDTHS: [usize; 3] = [1, 4, 2];
/// What a trailer says of the document; all else is about the file that it was read from.
const TRAILER: [&str; 3] = ["Root", "Info", "ID"];

/// The document as a file; streams are written as they are.
///
/// # Errors
/// Where it has more objects, or a longer file, than the table can name.
pub fn saved(doc: &Document, level: u32) -> Result<Vec<u8>, std::num::TryFromIntError> {
    let mut out = format!("%PDF-{}\n", doc.version).into_bytes();
    out.extend_from_slice(b"%\xbb\xad\xc0\xde\n");
    let numbers = Numbers::of(doc);
    let mut table = vec![Entry::Free];
    let mut packed = Vec::new();
    for (id, number) in &numbers.0 {
        match doc.objects.get(id) {
            Some(Object::Stream(stream)) => {
                table.push(Entry::At(u32::try_from(out.len())?));
                numbers.stream(&mut out, *number, &stream.dict, &stream.content);
            }
            // What is named and not there is nothing (ISO 32000-1, 7.3.10).
            object => {
                table.push(Entry::Free);
                packed.push((*number, object.unwrap_or(&Object::Null)));
            }
        }
    }
    for objects in packed.chunks(PACKED) {
        let container = u32::try_from(table.len())?;
        table.push(Entry::At(u32::try_from(out.len())?));
        for (index, (number, _)) in objects.iter().enumerate() {
            table[usize::try_from(*number)?] = Entry::In(container, u16::try_from(index)?);
        }
        let (dict, content) = numbers.packed(objects, level);
        numbers.stream(&mut out, container, &dict, &content);
    }
    let start = out.len();
    table.push(Entry::At(u32::try_from(start)?));
    let (dict, content) = tabled(&table, doc, level);
    numbers.stream(&mut out, u32::try_from(table.len() - 1)?, &dict, &content);
    let _ = write!(out, "startxref\n{start}\n%%EOF");
    Ok(out)
}

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
enum Entry {
    /// Nowhere: the first of every table.
    Free,
    /// At this byte of the file.
    At(u32),
    /// In the stream of this number, at this place.
    In(u32, u16),
}

/// The table of objects, each row as differences from the one above (PNG's `Up`; ISO 32000-1, 7.4.4.4).
fn tabled(table: &[Entry], doc: &Document, level: u32) -> (Dictionary, Vec<u8>) {
    let columns: usize = WIDTHS.iter().sum();
    let mut rows = Vec::with_capacity(table.len() * (columns + 1));
    let mut above = [0_u8; 7];
    for entry in table {
        let (kind, place, index) = match entry {
            Entry::Free => (0, 0, u16::MAX),
            Entry::At(place) => (1, *place, 0),
            Entry::In(container, index) => (2, *container, *index),
        };
        let ([a, b, c, d], [e, f]) = (place.to_be_bytes(), index.to_be_bytes());
        let row = [kind, a, b, c, d, e, f];
        rows.push(2);
        rows.extend(row.iter().zip(above).map(|(here, there)| here.wrapping_sub(there)));
        above = row;
    }
    let number = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
    let mut predictor = Dictionary::new();
    predictor.set("Predictor", 12);
    predictor.set("Columns", number(columns));
    let mut dict = Dictionary::new();
    dict.set("Type", "XRef");
    dict.set("Size", number(table.len()));
    dict.set("W", WIDTHS.map(|width| Object::from(number(width))).to_vec());
    for key in TRAILER {
        if let Ok(value) = doc.trailer.get(key.as_bytes()) {
            dict.set(key, value.clone());
        }
    }
    dict.set("Filter", "FlateDecode");
    dict.set("DecodeParms", predictor);
    (dict, flate::packed(&rows, level))
}

/// New number of each object that is used, in the order of the old ones.
struct Numbers(BTreeMap<ObjectId, u32>);

impl Numbers {
    fn of(doc: &Document) -> Self {
        let mut used = BTreeMap::new();
        let trailer = TRAILER.iter().filter_map(|key| doc.trailer.get(key.as_bytes()).ok());
        let mut open: Vec<&Object> = trailer.collect();
        while let Some(object) = open.pop() {
            match object {
                Object::Reference(id) if used.insert(*id, 0).is_none() => {
                    open.extend(doc.objects.get(id));
                }
                Object::Array(values) => open.extend(values),
                Object::Dictionary(dict) => open.extend(dict.iter().map(|(_, value)| value)),
                Object::Stream(stream) => open.extend(stream.dict.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        for (number, value) in (1..).zip(used.values_mut()) {
            *value = number;
        }
        Self(used)
    }

    /// Appends a stream.
    fn stream(&self, out: &mut Vec<u8>, number: u32, dict: &Dictionary, content: &[u8]) {
        let _ = write!(out, "{number} 0 obj\n<<");
        self.entries(out, dict.iter().filter(|(key, _)| key.as_slice() != b"Length"));
        let _ = writeln!(out, "/Length {}>>stream", content.len());
        out.extend_from_slice(content);
        out.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Objects as one stream: their numbers and places, then they themselves.
    fn packed(&self, objects: &[(u32, &Object)], level: u32) -> (Dictionary, Vec<u8>) {
        let (mut places, mut bodies) = (Vec::new(), Vec::new());
        for (number, object) in objects {
            for value in [u64::from(*number), bodies.len() as u64] {
                push_digits(&mut places, value);
                places.push(b' ');
            }
            self.object(&mut bodies, object);
            bodies.push(b' ');
        }
        let number = |value: usize| i64::try_from(value).unwrap_or(i64::MAX);
        let mut dict = Dictionary::new();
        dict.set("Type", "ObjStm");
        dict.set("N", number(objects.len()));
        dict.set("First", number(places.len()));
        dict.set("Filter", "FlateDecode");
        places.append(&mut bodies);
        (dict, flate::packed(&places, level))
    }

    fn entries<'a>(
        &self,
        out: &mut Vec<u8>,
        entries: impl Iterator<Item = (&'a Vec<u8>, &'a Object)>,
    ) {
        for (key, value) in entries {
            name(out, key);
            if !delimits_itself(value) {
                out.push(b' ');
            }
            self.object(out, value);
        }
    }

    fn object(&self, out: &mut Vec<u8>, object: &Object) {
        match object {
            Object::Null | Object::Stream(_) => out.extend_from_slice(b"null"),
            Object::Boolean(value) => {
                out.extend_from_slice(if *value { b"true" } else { b"false" });
            }
            Object::Integer(value) => {
                if *value < 0 {
                    out.push(b'-');
                }
                push_digits(out, value.unsigned_abs());
            }
            // Never an exponent, and a point that tells it from a whole number.
            Object::Real(value) => {
                let from = out.len();
                let _ = write!(out, "{value}");
                if !out[from..].contains(&b'.') {
                    out.extend_from_slice(b".0");
                }
            }
            Object::Name(value) => name(out, value),
            Object::String(value, format) => string(out, value, *format),
            Object::Array(values) => {
                out.push(b'[');
                for (at, value) in values.iter().enumerate() {
                    if at > 0 && !delimits_itself(value) {
                        out.push(b' ');
                    }
                    self.object(out, value);
                }
                out.push(b']');
            }
            Object::Dictionary(dict) => {
                out.extend_from_slice(b"<<");
                self.entries(out, dict.iter());
                out.extend_from_slice(b">>");
            }
            Object::Reference(id) => {
                let number = self.0.get(id).copied().unwrap_or_default();
                push_digits(out, number.into());
                out.extend_from_slice(b" 0 R");
            }
        }
    }
}

/// Whether an object begins with a delimiter, so that nothing need stand before it.
fn delimits_itself(object: &Object) -> bool {
    matches!(
        object,
        Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
    )
}

fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

fn string(out: &mut Vec<u8>, text: &[u8], format: StringFormat) {
    match format {
        StringFormat::Literal => {
            out.push(b'(');
            for byte in text {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
                    // A bare one is read as a line feed.
                    b'\r' => out.extend_from_slice(b"\\r"),
                    byte => out.push(*byte),
                }
            }
            out.push(b')');
        }
        StringFormat::Hexadecimal => {
            out.push(b'<');
            for byte in text {
                let _ = write!(out, "{byte:02X}");
            }
            out.push(b'>');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_is_read_as_it_was_and_nothing_else_is_written() {
        let mut doc = Document::with_version("1.7");
        doc.add_object("unused");
        let text = Object::String(b"a(b)\\\r\n".to_vec(), StringFormat::Literal);
        let kids: Vec<Object> = (0..300_i64).map(|n| doc.add_object(n).into()).collect();
        let stream = doc.add_object(lopdf::Stream::new(Dictionary::new(), b"Q q".to_vec()));
        let mut all = Dictionary::new();
        for (key, value) in [
            ("Kids", kids.into()),
            ("A b#", text.clone()),
            ("Real", Object::Real(2.0)),
            ("Content", stream.into()),
            ("Gone", Object::Reference((9_999, 0))),
        ] {
            all.set(key, value);
        }
        let all = doc.add_object(all);
        doc.trailer.set("Root", all);
        let bytes = saved(&doc, 9).expect("written");
        assert_eq!(bytes, saved(&doc, 9).expect("written"));
        let read = Document::load_mem(&bytes).expect("readable");
        let root = read.catalog().expect("a root");
        assert_eq!(root.get(b"A b#").expect("a text"), &text);
        assert_eq!(root.get(b"Real").expect("a number"), &Object::Real(2.0));
        let kid =
            |at: usize| root.get(b"Kids").and_then(Object::as_array).expect("kids")[at].clone();
        let value =
            |object: &Object| read.dereference(object).map(|(_, o)| o.clone()).expect("read");
        assert_eq!(value(&kid(299)), Object::Integer(299));
        let content = value(root.get(b"Content").expect("a stream"));
        assert_eq!(content.as_stream().expect("a stream").content, b"Q q");
        assert_eq!(value(root.get(b"Gone").expect("named")), Object::Null);
        assert!(!bytes.windows(6).any(|window| window == b"unused"));
        // 300 numbers, root, stream, what is gone; the packed ones and the table.
        assert!(bytes.len() < 3_500, "{} bytes", bytes.len());
    }
}
