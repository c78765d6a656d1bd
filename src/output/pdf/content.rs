//! The operators of a content stream (ISO 32000-1, 7.8.2): a real tokenizer that keeps operands as
//! the bytes they were, so that what is not changed is written back to the byte.

use super::numbers::number;

/// One operator with its operands as they stand in the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Op<'a> {
    /// Operator: `re`, `Tj`, `scn`. `BI` is a whole inline image, up to and with `EI`.
    pub name: &'a [u8],
    /// All operands and the operator, without the white space around them.
    pub all: &'a [u8],
    /// The operands alone.
    operands: &'a [u8],
}

impl<'a> Op<'a> {
    /// An operator from its words and its name, which they end with.
    pub(crate) const fn of(all: &'a [u8], name: &'a [u8]) -> Self {
        Self { name, all, operands: all.split_at(all.len() - name.len()).0 }
    }

    /// The operands, one by one.
    pub fn operands(&self) -> impl Iterator<Item = &'a [u8]> {
        let mut lexer = Lexer { data: self.operands, at: 0 };
        std::iter::from_fn(move || lexer.token())
    }

    /// The operands as numbers, where there are exactly `N` and all are.
    #[must_use]
    pub fn numbers<const N: usize>(&self) -> Option<[f32; N]> {
        let mut values = [0.0; N];
        let mut operands = self.operands();
        for value in &mut values {
            *value = number(operands.next()?)?;
        }
        operands.next().is_none().then_some(values)
    }

    /// What follows the operands that are written so; none where others come first.
    #[must_use]
    pub fn operands_after(&self, first: &[u8]) -> Option<impl Iterator<Item = &'a [u8]>> {
        let rest = self.operands.strip_prefix(first)?;
        let mut lexer = Lexer { data: rest, at: 0 };
        Some(std::iter::from_fn(move || lexer.token()))
    }

    /// The last operand as a name, without its slash and with `#xx` resolved.
    #[must_use]
    pub fn last_name(&self) -> Option<Vec<u8>> {
        name(self.operands().last()?)
    }
}

/// Where a stream cannot be read on: byte offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken(pub usize);

/// Reads a content stream.
pub struct Lexer<'a> {
    data: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    /// Reads from the start of a decoded stream.
    #[must_use]
    pub fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0 }
    }

    /// The next operator; none at the end.
    ///
    /// # Errors
    /// Where operands stand at the end without operator, or a string or array does not end.
    pub fn next_op(&mut self) -> Result<Option<Op<'a>>, Broken> {
        self.skip_space();
        let start = self.at;
        loop {
            let before = self.at;
            let Some(token) = self.token() else {
                let rest = self.data.get(start..).unwrap_or_default();
                return if rest.iter().all(|b| is_space(*b)) {
                    Ok(None)
                } else {
                    Err(Broken(start))
                };
            };
            if !is_operator(token) {
                continue;
            }
            let operands = self.data.get(start..before).unwrap_or_default();
            if token == b"BI" {
                self.skip_inline_image().ok_or(Broken(before))?;
            }
            let all = self.data.get(start..self.at).unwrap_or_default();
            return Ok(Some(Op { name: token, all, operands }));
        }
    }

    /// Past `ID`, one white space, the samples, and an `EI` that stands alone.
    fn skip_inline_image(&mut self) -> Option<()> {
        while self.token()? != b"ID" {}
        self.at += 1;
        let mut at = self.at;
        loop {
            let found = at + self.data.get(at..)?.windows(2).position(|pair| pair == b"EI")?;
            let alone = self.data.get(found + 2).is_none_or(|b| is_space(*b))
                && found
                    .checked_sub(1)
                    .and_then(|i| self.data.get(i))
                    .is_some_and(|b| is_space(*b));
            at = found + 2;
            if alone {
                self.at = at;
                return Some(());
            }
        }
    }

    fn skip_space(&mut self) {
        while let Some(&byte) = self.data.get(self.at) {
            if byte == b'%' {
                while self.data.get(self.at).is_some_and(|b| !matches!(b, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// One token; an array, dictionary or string is one.
    pub fn token(&mut self) -> Option<&'a [u8]> {
        self.skip_space();
        let start = self.at;
        match self.data.get(start)? {
            b'(' => self.skip_string()?,
            b'<' if self.data.get(start + 1) != Some(&b'<') => self.skip_past(b'>')?,
            b'<' => self.skip_nested(2)?,
            b'[' => self.skip_nested(1)?,
            b'/' => {
                self.at += 1;
                self.skip_regular();
            }
            byte if is_delimiter(*byte) => self.at += 1,
            _ => self.skip_regular(),
        }
        self.data.get(start..self.at)
    }

    fn skip_regular(&mut self) {
        let rest = self.data.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|b| !is_regular(*b)).unwrap_or(rest.len());
    }

    fn skip_past(&mut self, end: u8) -> Option<()> {
        self.at += 1 + self.data.get(self.at..)?.iter().position(|b| *b == end)?;
        Some(())
    }

    fn skip_string(&mut self) -> Option<()> {
        self.at += string(self.data.get(self.at..)?)?;
        Some(())
    }

    /// Past a balanced array or dictionary whose opening has this many bytes; iterative, so that
    /// no nesting can exhaust the stack.
    fn skip_nested(&mut self, opening: usize) -> Option<()> {
        self.at += opening;
        let mut depth = 1_usize;
        while depth > 0 {
            self.skip_space();
            match self.data.get(self.at)? {
                b'[' => self.enter(1, &mut depth),
                b']' => self.leave(1, &mut depth),
                b'<' if self.data.get(self.at + 1) == Some(&b'<') => self.enter(2, &mut depth),
                b'<' => self.skip_past(b'>')?,
                b'>' => self.leave(2, &mut depth),
                b'(' => self.skip_string()?,
                b'/' => {
                    self.at += 1;
                    self.skip_regular();
                }
                byte if is_delimiter(*byte) => self.at += 1,
                _ => self.skip_regular(),
            }
        }
        (self.at <= self.data.len()).then_some(())
    }

    fn enter(&mut self, by: usize, depth: &mut usize) {
        self.at += by;
        *depth += 1;
    }

    fn leave(&mut self, by: usize, depth: &mut usize) {
        self.at += by;
        *depth -= 1;
    }
}

/// A name without its slash, `#xx` resolved.
#[must_use]
pub fn name(token: &[u8]) -> Option<Vec<u8>> {
    let raw = token.strip_prefix(b"/")?;
    if !raw.contains(&b'#') {
        return Some(raw.to_vec());
    }
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.iter();
    while let Some(&byte) = rest.next() {
        let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16));
        let ahead = rest.as_slice();
        match (byte, hex(ahead.first()), hex(ahead.get(1))) {
            (b'#', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).ok()?);
                rest = ahead.get(2..)?.iter();
            }
            _ => bytes.push(byte),
        }
    }
    Some(bytes)
}

/// Length of a string in parentheses, with them; none where it does not end.
fn string(bytes: &[u8]) -> Option<usize> {
    let (mut rest, mut depth) = (bytes, 0_usize);
    loop {
        let [byte, after @ ..] = rest else { return None };
        rest = after;
        match byte {
            b'\\' => rest = rest.get(1..)?,
            b'(' => depth += 1,
            b')' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(bytes.len() - rest.len());
                }
            }
            _ => {}
        }
    }
}

fn is_operator(token: &[u8]) -> bool {
    let first = token.first().copied().unwrap_or_default();
    let starts = first.is_ascii_alphabetic() || matches!(first, b'\'' | b'"');
    starts && !matches!(token, b"true" | b"false" | b"null")
}

const REGULAR: u8 = 0;
const SPACE: u8 = 1;
const DELIMITER: u8 = 2;

/// What each byte is (ISO 32000-1, 7.2.2): looked up, for every byte of every page is asked.
const CLASSES: [u8; 256] = {
    let mut classes = [REGULAR; 256];
    let (spaces, delimiters) = (b"\0\t\n\x0c\r ", b"()<>[]{}/%");
    let mut at = 0;
    while at < spaces.len() {
        classes[spaces[at] as usize] = SPACE;
        at += 1;
    }
    at = 0;
    while at < delimiters.len() {
        classes[delimiters[at] as usize] = DELIMITER;
        at += 1;
    }
    classes
};

#[inline]
fn class(byte: u8) -> u8 {
    CLASSES[usize::from(byte)]
}

/// Whether a byte is white space.
#[inline]
pub(crate) fn is_space(byte: u8) -> bool {
    class(byte) == SPACE
}

/// Whether a byte is neither white space nor a delimiter.
#[inline]
pub(crate) fn is_regular(byte: u8) -> bool {
    class(byte) == REGULAR
}

#[inline]
fn is_delimiter(byte: u8) -> bool {
    class(byte) == DELIMITER
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ops(data: &[u8]) -> Vec<String> {
        let mut lexer = Lexer::new(data);
        let mut all = Vec::new();
        while let Ok(Some(op)) = lexer.next_op() {
            all.push(String::from_utf8_lossy(op.all).into_owned());
        }
        all
    }

    #[test]
    fn operators_keep_their_operands_to_the_byte() {
        assert_eq!(
            ops(b"q 1 0 0 -1 0 858.89764 cm/c0 cs .5 0 1 scn\n[<0001>-5(a\\)b(c))]TJ% note\nQ"),
            ["q", "1 0 0 -1 0 858.89764 cm", "/c0 cs", ".5 0 1 scn", "[<0001>-5(a\\)b(c))]TJ", "Q"]
        );
    }

    #[test]
    fn an_inline_image_is_one_operator_even_when_its_samples_say_ei() {
        let all = ops(b"BI /W 1 /H 1 /IM true ID xEIx\nEI Q");
        assert_eq!(all.len(), 2);
        assert_eq!(all[1], "Q");
    }

    #[test]
    fn a_string_array_or_operand_list_without_end_is_broken() {
        for data in [&b"(abc"[..], b"[1 2", b"<< /A [1 >>", b"<00", b"1 2 3", b"BI /W 1 ID x"] {
            assert!(Lexer::new(data).next_op().is_err(), "{}", String::from_utf8_lossy(data));
        }
    }

    #[test]
    fn names_are_read_as_pdf_writes_them() {
        assert_eq!(name(b"/A#20b"), Some(b"A b".to_vec()));
    }
}
