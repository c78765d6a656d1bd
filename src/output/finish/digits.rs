//! Numbers of content streams without the digits that nobody can see: a ten-thousandth of a pt, a
//! thousandth of a colour, a hundredth of a thousandth of an em.

/// Decimals of places and lengths.
const PLACES: usize = 4;
/// Decimals of colours: finer than the 255 steps of a screen.
const COLOURS: usize = 3;
/// Decimals of the space between glyphs.
const GLYPHS: usize = 2;

/// Appends an operator with its operands, numbers shortened.
/// - `name`: of the operator; `all`: it with its operands.
pub(super) fn write(name: &[u8], all: &[u8], out: &mut Vec<u8>) {
    let decimals = match name {
        // No operands, or no text: samples of an inline picture.
        _ if all.len() == name.len() || name == b"BI" => {
            out.extend_from_slice(all);
            return;
        }
        b"sc" | b"SC" | b"scn" | b"SCN" | b"g" | b"G" | b"rg" | b"RG" => COLOURS,
        b"TJ" => GLYPHS,
        _ => PLACES,
    };
    let mut rest = all;
    while let Some(byte) = rest.first() {
        let length = match byte {
            b'(' => string(rest),
            b'<' if rest.get(1) != Some(&b'<') => 1 + until(rest.get(1..), |b| b == b'>') + 1,
            b'/' => 1 + until(rest.get(1..), |b| !is_regular(b)),
            byte if is_regular(*byte) => until(Some(rest), |b| !is_regular(b)),
            _ => 1,
        };
        let (token, after) = rest.split_at(length.clamp(1, rest.len()));
        if *byte == b'(' {
            plain(token, out);
        } else if !shortened(token, decimals, out) {
            out.extend_from_slice(token);
        }
        rest = after;
    }
}

fn until(bytes: Option<&[u8]>, end: impl Fn(u8) -> bool) -> usize {
    let bytes = bytes.unwrap_or_default();
    bytes.iter().position(|byte| end(*byte)).unwrap_or(bytes.len())
}

fn is_regular(byte: u8) -> bool {
    REGULAR[usize::from(byte)]
}

/// Bytes that are neither blank nor a delimiter.
const REGULAR: [bool; 256] = {
    let mut regular = [true; 256];
    let others = b"\0\t\n\x0c\r ()<>[]{}/%";
    let mut at = 0;
    while at < others.len() {
        regular[others[at] as usize] = false;
        at += 1;
    }
    regular
};

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

/// Appends a number with fewer decimals; false where it has no more than these, or is none.
fn shortened(token: &[u8], decimals: usize, out: &mut Vec<u8>) -> bool {
    let Some(point) = token.iter().position(|byte| *byte == b'.') else { return false };
    if token.len() - point - 1 <= decimals {
        return false;
    }
    if cut(token, point, decimals, out) {
        return true;
    }
    let value = std::str::from_utf8(token).ok().and_then(|text| text.parse::<f64>().ok());
    let Some(value) = value else { return false };
    let text = format!("{value:.decimals$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    out.extend_from_slice(if text == "-0" { "0" } else { text }.as_bytes());
    true
}

/// The same by its digits alone, which nearly all numbers need no more than; false where they do
/// not decide: half of the last digit kept, or not written as Typst writes numbers.
fn cut(token: &[u8], point: usize, decimals: usize, out: &mut Vec<u8>) -> bool {
    let (kept, rest) = token.split_at(point + 1 + decimals);
    let (negative, digits) = match kept {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let after = digits.get(point - usize::from(negative) + 1..).unwrap_or_default();
    let before = digits.get(..point - usize::from(negative)).unwrap_or_default();
    let digits_only = [before, after, rest].into_iter().flatten().all(u8::is_ascii_digit);
    let leads = matches!(before, [b'0'] | [b'1'..=b'9', ..]);
    let half = matches!(rest, [b'5', more @ ..] if more.iter().all(|byte| *byte == b'0'));
    // What a float holds exactly enough for its digits to be the ones that are rounded.
    if !digits_only || !leads || half || token.len() > 15 {
        return false;
    }
    let start = out.len();
    out.extend_from_slice(digits);
    if rest.first().is_some_and(|byte| *byte >= b'5') {
        one_more(out, start);
    }
    while out.last() == Some(&b'0') {
        out.pop();
    }
    if out.last() == Some(&b'.') {
        out.pop();
    }
    if negative && out.get(start..) != Some(b"0") {
        out.insert(start, b'-');
    }
    true
}

/// Adds one to the last digit of what is written from `start` on.
fn one_more(out: &mut Vec<u8>, start: usize) {
    for at in (start..out.len()).rev() {
        match out[at] {
            b'.' => {}
            b'9' => out[at] = b'0',
            digit => {
                out[at] = digit + 1;
                return;
            }
        }
    }
    out.insert(start, b'1');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::pdf::content::Lexer;

    #[test]
    fn digits_that_are_cut_off_give_what_rounding_gives() {
        let mut number = 7_u64;
        for _ in 0..20_000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let (whole, part) = ((number >> 40) % 1000, (number >> 20) % 10_000_000);
            let sign = if number & 4096 == 0 { "-" } else { "" };
            let token = format!("{sign}{whole}.{part:07}");
            let mut out = Vec::new();
            if !cut(token.as_bytes(), token.find('.').expect("a point"), 4, &mut out) {
                continue;
            }
            let value: f64 = token.parse().expect("a number");
            let text = format!("{value:.4}");
            let text = text.trim_end_matches('0').trim_end_matches('.');
            let text = if text == "-0" { "0" } else { text };
            assert_eq!(String::from_utf8_lossy(&out), text, "{token}");
        }
    }

    fn written(data: &[u8]) -> String {
        let mut lexer = Lexer::new(data);
        let mut out = Vec::new();
        while let Ok(Some(op)) = lexer.next_op() {
            write(op.name, op.all, &mut out);
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
