//! Files as Typst writes them, with one plain table of objects, read without the detours that
//! damaged and foreign files need (ISO 32000-1, 7.5).

mod tags;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat};

use super::content::{is_regular, is_space, name};
use super::numbers::number;
pub use tags::{Asked, Kid, Tag, Tagged, tagged};

/// Deepest nesting that is read.
const DEPTH: usize = 60;
/// Bytes of a row of the table.
const ROW: usize = 20;

/// The objects of a file.
///
/// # Errors
/// Where it is no PDF.
pub fn read(pdf: &[u8]) -> Result<Document, lopdf::Error> {
    plain(pdf).map_or_else(|| Document::load_mem(pdf), Ok)
}

/// The objects of a file that has one plain table; none where it is another one.
#[must_use]
pub fn plain(pdf: &[u8]) -> Option<Document> {
    each(pdf, |reader, _| reader.indirect().map(Some))
}

/// The objects of a file that has one plain table, as each is read where it stands, by its number;
/// what is none there is left out.
fn each<'a>(
    pdf: &'a [u8],
    mut read: impl FnMut(&mut Reader<'a>, u32) -> Option<Option<Object>>,
) -> Option<Document> {
    let version = std::str::from_utf8(pdf.strip_prefix(b"%PDF-")?.get(..3)?).ok()?;
    let tail = pdf.get(pdf.len().saturating_sub(64)..)?;
    let mark = tail.windows(9).rposition(|window| window == b"startxref")?;
    let mut reader = Reader { pdf, at: pdf.len() - tail.len() + mark + 9 };
    reader.at = reader.whole()?;
    reader.word(b"xref")?;
    let (first, count) = (reader.whole()?, reader.whole()?);
    reader.space();
    let rows = pdf.get(reader.at..)?.get(..count.checked_mul(ROW)?)?;
    reader.at += rows.len();
    reader.word(b"trailer")?;
    let Object::Dictionary(trailer) = reader.object(0)? else { return None };
    let whole =
        first == 0 && ![&b"Prev"[..], b"XRefStm", b"Encrypt"].iter().any(|k| trailer.has(k));
    if !whole {
        return None;
    }
    let mut doc = Document::with_version(version);
    for (number, row) in (0_u32..).zip(rows.chunks_exact(ROW)) {
        if row[17] != b'n' {
            continue;
        }
        reader.at = usize::try_from(integer(row.get(..10)?)?).ok()?;
        reader.begin(number)?;
        if let Some(object) = read(&mut reader, number)? {
            doc.objects.insert((number, 0), object);
        }
    }
    doc.max_id = u32::try_from(count.checked_sub(1)?).ok()?;
    doc.trailer = trailer;
    Some(doc)
}

struct Reader<'a> {
    pdf: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.pdf.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Past this word, and the white space before it.
    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.space();
        self.pdf.get(self.at..)?.starts_with(word).then(|| self.at += word.len())
    }

    /// All bytes to the next white space or delimiter.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.pdf.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn whole(&mut self) -> Option<usize> {
        self.space();
        let digits = self.regular();
        let plain = (1..16).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
        plain.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + usize::from(digit - b'0')))
    }

    /// Past the number before an object, which must be this one.
    fn begin(&mut self, expected: u32) -> Option<()> {
        let (number, generation) = (self.whole()?, self.whole()?);
        self.word(b"obj")?;
        (u32::try_from(number) == Ok(expected) && generation == 0).then_some(())
    }

    /// An object that may be a stream.
    fn indirect(&mut self) -> Option<Object> {
        let object = self.object(0)?;
        let Object::Dictionary(dict) = object else { return Some(object) };
        if self.word(b"stream").is_none() {
            return Some(Object::Dictionary(dict));
        }
        self.at += usize::from(self.peek() == Some(b'\r'));
        self.at += usize::from(self.peek() == Some(b'\n'));
        let length = usize::try_from(dict.get(b"Length").and_then(Object::as_i64).ok()?).ok()?;
        let content = self.pdf.get(self.at..self.at.checked_add(length)?)?.to_vec();
        self.at += length;
        self.word(b"endstream")?;
        Some(Object::Stream(Stream::new(dict, content)))
    }

    fn object(&mut self, depth: usize) -> Option<Object> {
        self.space();
        match self.peek()? {
            _ if depth > DEPTH => None,
            b'/' => Some(Object::Name(self.name()?)),
            b'(' => Some(Object::String(self.literal()?, StringFormat::Literal)),
            b'<' if self.pdf.get(self.at + 1) == Some(&b'<') => self.dictionary(depth),
            b'<' => Some(Object::String(self.hexadecimal()?, StringFormat::Hexadecimal)),
            b'[' => {
                self.at += 1;
                let mut values = Vec::new();
                loop {
                    self.space();
                    if self.peek()? == b']' {
                        self.at += 1;
                        return Some(Object::Array(values));
                    }
                    values.push(self.object(depth + 1)?);
                }
            }
            _ => self.plain(),
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Object> {
        self.at += 2;
        let mut dict = Dictionary::new();
        loop {
            self.space();
            if self.peek()? == b'>' {
                self.word(b">>")?;
                return Some(Object::Dictionary(dict));
            }
            let key = self.name()?;
            let value = self.object(depth + 1)?;
            dict.set(key, value);
        }
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        let start = self.at;
        if self.peek()? != b'/' {
            return None;
        }
        self.at += 1;
        self.regular();
        name(self.pdf.get(start..self.at)?)
    }

    /// A number, a reference or a word.
    fn plain(&mut self) -> Option<Object> {
        let token = self.regular();
        match token {
            b"true" => return Some(Object::Boolean(true)),
            b"false" => return Some(Object::Boolean(false)),
            b"null" => return Some(Object::Null),
            _ => {}
        }
        if token.contains(&b'.') {
            return Some(Object::Real(number(token)?));
        }
        let value = integer(token)?;
        let after = self.at;
        if let Ok(id) = u32::try_from(value)
            && self.peek() == Some(b' ')
            && let Some(generation) = self.whole()
            && self.word(b"R").is_some()
        {
            return Some(Object::Reference((id, u16::try_from(generation).ok()?)));
        }
        self.at = after;
        Some(Object::Integer(value))
    }

    fn hexadecimal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let (mut bytes, mut high) = (Vec::new(), None);
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match (char::from(byte).to_digit(16), high.take()) {
                (Some(low), Some(high)) => bytes.push(u8::try_from(high * 16 + low).ok()?),
                (Some(digit), None) => high = Some(digit),
                // What is missing at the end is a zero.
                (None, last) if byte == b'>' => {
                    bytes.extend(last.and_then(|high| u8::try_from(high * 16).ok()));
                    return Some(bytes);
                }
                (None, last) => high = last,
            }
        }
    }

    /// A string in parentheses (ISO 32000-1, 7.3.4.2).
    fn literal(&mut self) -> Option<Vec<u8>> {
        let (mut bytes, mut depth) = (Vec::new(), 0_usize);
        loop {
            let rest = self.pdf.get(self.at..)?;
            let plain = rest.iter().position(|byte| matches!(byte, b'(' | b')' | b'\\'))?;
            bytes.extend_from_slice(rest.get(..plain)?);
            self.at += plain;
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'\\' => {
                    let next = self.peek()?;
                    self.at += 1;
                    match next {
                        b'n' => bytes.push(b'\n'),
                        b'r' => bytes.push(b'\r'),
                        b't' => bytes.push(b'\t'),
                        b'b' => bytes.push(8),
                        b'f' => bytes.push(12),
                        b'0'..=b'7' => {
                            let mut value = u32::from(next - b'0');
                            for _ in 0..2 {
                                let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                                self.at += 1;
                                value = value * 8 + u32::from(digit - b'0');
                            }
                            bytes.push(u8::try_from(value & 0xff).ok()?);
                        }
                        b'\n' => {}
                        b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
                        other => bytes.push(other),
                    }
                    continue;
                }
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            match (byte, depth) {
                (_, 0) => return Some(bytes),
                (b'(', 1) => {}
                _ => bytes.push(byte),
            }
        }
    }
}

/// A whole number, as it is written.
fn integer(token: &[u8]) -> Option<i64> {
    let (digits, negative) = match token {
        [b'-', digits @ ..] => (digits, true),
        [b'+', digits @ ..] => (digits, false),
        digits => (digits, false),
    };
    if !(1..19).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_read_as_they_are_written() {
        let text = b"<</D[-2 2 0 R 3 0.5 true null/N]/L(a\\(b\\)\\\\(x)\\7)/H<FEFF1>>>";
        let object = Reader { pdf: text, at: 0 }.object(0).expect("a dictionary");
        let dict = object.as_dict().expect("a dictionary");
        let all = dict.get(b"D").and_then(Object::as_array).expect("values");
        let expected = [
            (-2).into(),
            Object::Reference((2, 0)),
            3.into(),
            Object::Real(0.5),
            true.into(),
            Object::Null,
            "N".into(),
        ];
        assert_eq!(all.as_slice(), expected);
        let text = |key: &[u8]| dict.get(key).and_then(Object::as_str).expect("a text").to_vec();
        assert_eq!(text(b"L"), b"a(b)\\(x)\x07");
        assert_eq!(text(b"H"), [0xfe, 0xff, 0x10]);
    }

    #[test]
    fn what_is_no_plain_file_is_left_to_the_general_reader() {
        for bytes in [
            &b""[..],
            b"%PDF-1.7\nstartxref\n9\n%%EOF",
            b"%PDF-1.7\nxref\n0 99999999999999999 startxref\n9\n%%EOF",
        ] {
            assert!(plain(bytes).is_none() && read(bytes).is_err());
        }
    }
}
