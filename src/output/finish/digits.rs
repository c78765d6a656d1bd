//! Numbers of content streams without the digits that nobody can see: a ten-thousandth of a pt, a
//! thousandth of a colour, a hundredth of a thousandth of an em.

use crate::output::pdf::content::Op;

/// Decimals of places and lengths.
const PLACES: usize = 4;
/// Decimals of colours: finer than the 255 steps of a screen.
const COLOURS: usize = 3;
/// Decimals of the space between glyphs.
const GLYPHS: usize = 2;

/// Appends an operator with its operands, numbers shortened.
pub(super) fn write(op: &Op<'_>, out: &mut Vec<u8>) {
    let decimals = match op.name {
        b"sc" | b"SC" | b"scn" | b"SCN" | b"g" | b"G" | b"rg" | b"RG" => COLOURS,
        b"TJ" => GLYPHS,
        // Samples of an inline picture are no text.
        b"BI" => {
            out.extend_from_slice(op.all);
            return;
        }
        _ => PLACES,
    };
    let mut rest = op.all;
    while let Some(byte) = rest.first() {
        let length = match byte {
            b'(' => string(rest),
            b'<' if rest.get(1) != Some(&b'<') => 1 + until(rest.get(1..), |b| b == b'>') + 1,
            b'/' => 1 + until(rest.get(1..), |b| !is_regular(b)),
            byte if is_regular(*byte) => until(Some(rest), |b| !is_regular(b)),
            _ => 1,
        };
        let (token, after) = rest.split_at(length.clamp(1, rest.len()));
        match shorter(token, decimals) {
            _ if *byte == b'(' => plain(token, out),
            Some(text) => out.extend_from_slice(text.as_bytes()),
            None => out.extend_from_slice(token),
        }
        rest = after;
    }
}

fn until(bytes: Option<&[u8]>, end: impl Fn(u8) -> bool) -> usize {
    let bytes = bytes.unwrap_or_default();
    bytes.iter().position(|byte| end(*byte)).unwrap_or(bytes.len())
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        b'\0'
            | b'\t'
            | b'\n'
            | b'\x0c'
            | b'\r'
            | b' '
            | b'('
            | b')'
            | b'<'
            | b'>'
            | b'['
            | b']'
            | b'{'
            | b'}'
            | b'/'
            | b'%'
    )
}

/// Length of a string in parentheses, with them.
fn string(bytes: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            break;
        }
    }
    at
}

/// A string whose bytes stand as themselves, but for those that cannot (ISO 32000-1, 7.3.4.2).
fn plain(string: &[u8], out: &mut Vec<u8>) {
    let mut bytes = string.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let Some(next) = bytes.next() else { return };
        let value = match next {
            b'0'..=b'7' => {
                let mut value = u32::from(next - b'0');
                for _ in 0..2 {
                    let Some(digit) = bytes.next_if(|b| matches!(b, b'0'..=b'7')) else { break };
                    value = value * 8 + u32::from(digit - b'0');
                }
                // Only the low eight bits count.
                u8::try_from(value & 0xff).unwrap_or_default()
            }
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            // A line that goes on.
            b'\n' => continue,
            other => other,
        };
        match value {
            b'(' | b')' | b'\\' => out.extend([b'\\', value]),
            b'\r' => out.extend(b"\\r"),
            value => out.push(value),
        }
    }
}

/// A number with fewer decimals; none where it has no more than these, or is none.
fn shorter(token: &[u8], decimals: usize) -> Option<String> {
    let point = token.iter().position(|byte| *byte == b'.')?;
    if token.len() - point - 1 <= decimals {
        return None;
    }
    let value: f64 = std::str::from_utf8(token).ok()?.parse().ok()?;
    let text = format!("{value:.decimals$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    Some(if text == "-0" { "0" } else { text }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::pdf::content::Lexer;

    fn written(data: &[u8]) -> String {
        let mut lexer = Lexer::new(data);
        let mut out = Vec::new();
        while let Ok(Some(op)) = lexer.next_op() {
            write(&op, &mut out);
            out.push(b' ');
        }
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn numbers_are_shortened_and_strings_and_names_are_not() {
        assert_eq!(
            written(b"1 0 0 -1 59.352561 631.35444 cm 0.05882353 0.1686274 .5 scn"),
            "1 0 0 -1 59.3526 631.3544 cm 0.059 0.169 .5 scn "
        );
        assert_eq!(
            written(b"[(1.23456789\\))10.0000305<31323334>-0.0001]TJ /a1.23456789 gs 0.35 w"),
            "[(1.23456789\\))10<31323334>0]TJ /a1.23456789 gs 0.35 w "
        );
    }

    #[test]
    fn bytes_of_strings_stand_as_themselves_where_they_can() {
        assert_eq!(
            written(b"(\\000\\032\\001A\\050\\)\\\\\\015\\n\\7) Tj"),
            "(\0\u{1a}\u{1}A\\(\\)\\\\\\r\n\u{7}) Tj "
        );
    }
}
