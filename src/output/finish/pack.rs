//! The file as bytes, as small as the standards allow: objects in compressed streams, and the table
//! of objects compressed too.

use lopdf::{Dictionary, Document, Object, SaveOptions};

use super::{Fault, unexpected};
use crate::output::pdf::{flate, objects};

/// Level of compression: zlib's best.
pub(super) const LEVEL: u32 = 9;

/// Most objects that are packed together: those of a usual report, since what repeats is written
/// once only where it is packed together.
const OBJECTS: usize = 20_000;

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
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(OBJECTS)
        .compression_level(LEVEL)
        .build();
    let mut bytes = Vec::new();
    doc.save_with_options(&mut bytes, options)
        .map_err(|err| unexpected(format!("the finished PDF cannot be written: {err}")))?;
    Ok(with_packed_table(&bytes).unwrap_or(bytes))
}

/// Places in few digits, texts in few bytes.
fn shorter(dict: &mut Dictionary) {
    for key in [&b"Rect"[..], b"QuadPoints", b"BBox"] {
        if let Ok(Object::Array(values)) = dict.get_mut(key) {
            values.iter_mut().for_each(shorten);
        }
    }
    for key in [&b"Alt"[..], b"Contents", b"T", b"E", b"Desc", b"Title"] {
        let Some(text) = dict.get(key).ok().and_then(objects::text) else { continue };
        // Who hears a text does not hear where its lines may be broken.
        dict.set(key, objects::text_object(&text.replace('\u{a0}', " ").replace('\u{ad}', "")));
    }
    match dict.get_mut(b"A") {
        Ok(Object::Dictionary(looks)) => shorter(looks),
        Ok(Object::Array(all)) => {
            all.iter_mut().filter_map(|one| one.as_dict_mut().ok()).for_each(shorter);
        }
        _ => {}
    }
}

/// A place to a hundredth of a pt: where a link is touched, no finger tells more.
fn shorten(value: &mut Object) {
    if let Object::Real(number) = value {
        *number = (*number * 100.0).round() / 100.0;
    }
}

/// The file with its table of objects compressed; none where the table is not as it is expected,
/// which is no harm. The table is the last object, so that nothing else moves.
fn with_packed_table(bytes: &[u8]) -> Option<Vec<u8>> {
    let last = bytes.windows(9).rposition(|window| window == b"startxref")?;
    let start = std::str::from_utf8(bytes.get(last + 9..)?).ok()?.split_whitespace().next()?;
    let start: usize = start.parse().ok()?;
    let table = bytes.get(start..last)?;
    let data = table.windows(6).position(|window| window == b"stream")?;
    let head = std::str::from_utf8(table.get(..data)?).ok()?;
    if head.contains("/Filter") {
        return None;
    }
    let data = data + "stream".len();
    let line_end = usize::from(table.get(data) == Some(&b'\r')) + 1;
    let field = |key: &str| head.split(key).nth(1).map(str::trim_start);
    let digits =
        |text: &str| text.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok();
    let length = digits(field("/Length")?)?;
    let widths = field("/W[")?.split(']').next()?.split_whitespace().map(str::parse::<usize>);
    let columns: usize = widths.collect::<Result<Vec<_>, _>>().ok()?.into_iter().sum();
    let rows = table.get(data + line_end..data + line_end + length)?;
    let packed = flate::packed(&predicted(rows, columns)?, LEVEL);
    let parameters = format!(
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {columns}>>/Length {}",
        packed.len()
    );
    let head = head.replacen(&format!("/Length {length}"), &parameters, 1);
    let mut out = bytes.get(..start)?.to_vec();
    out.extend_from_slice(head.as_bytes());
    out.extend_from_slice(b"stream\n");
    out.extend(packed);
    out.extend_from_slice(b"\nendstream\nendobj\n\nstartxref\n");
    out.extend_from_slice(format!("{start}\n%%EOF").as_bytes());
    Some(out)
}

/// Rows as differences from the one above (PNG's `Up`; ISO 32000-1, 7.4.4.4).
fn predicted(rows: &[u8], columns: usize) -> Option<Vec<u8>> {
    if columns == 0 || !rows.len().is_multiple_of(columns) {
        return None;
    }
    let mut above = vec![0_u8; columns];
    let mut out = Vec::with_capacity(rows.len() + rows.len() / columns);
    for row in rows.chunks_exact(columns) {
        out.push(2);
        out.extend(row.iter().zip(&above).map(|(here, there)| here.wrapping_sub(*there)));
        above.copy_from_slice(row);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_a_packed_table_is_read_as_before_and_is_smaller() {
        let mut doc = Document::with_version("1.7");
        let kids: Vec<Object> = (0..500_i64).map(|n| doc.add_object(n).into()).collect();
        let all = doc.add_object(kids);
        doc.trailer.set("Root", all);
        let packed = write(&mut doc).expect("written");
        let mut plain = Vec::new();
        let options =
            SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
        doc.save_with_options(&mut plain, options).expect("written");
        let (one, other) = (Document::load_mem(&packed), Document::load_mem(&plain));
        let (one, other) = (one.expect("readable"), other.expect("readable"));
        assert!(packed.len() + 1000 < plain.len(), "{} of {}", packed.len(), plain.len());
        assert!(one.objects.len() >= 501 && other.objects.len() >= 501);
        assert_eq!(
            one.get_object((500, 0)).expect("there"),
            other.get_object((500, 0)).expect("there")
        );
    }
}
