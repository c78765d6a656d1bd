//! Numbers of content streams without the digits that nobody can see: a ten-thousandth of a pt, a
//! thousandth of a colour, a hundredth of a thousandth of an em.

use crate::output::pdf::content::is_regular;

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
            b'(' => {
                rest = plain(rest, out);
                continue;
            }
            b'<' if rest.get(1) != Some(&b'<') => 1 + until(rest.get(1..), |b| b == b'>') + 1,
            b'/' => 1 + until(rest.get(1..), |b| !is_regular(b)),
            byte if is_regular(*byte) => until(Some(rest), |b| !is_regular(b)),
            _ => 1,
        };
        let (token, after) = rest.split_at(length.clamp(1, rest.len()));
        if !shortened(token, decimals, out) {
            out.extend_from_slice(token);
        }
        rest = after;
    }
}

fn until(bytes: Option<&[u8]>, end: impl Fn(u8) -> bool) -> usize {
    let bytes = bytes.unwrap_or_default();
    bytes.iter().position(|byte| end(*byte)).unwrap_or(bytes.len())
}

/// Appends the string in parentheses that these bytes begin with; its own stand as themselves, but
/// for those that cannot (ISO 32000-1, 7.3.4.2). Gives what follows it.
fn plain<'a>(bytes: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let (mut rest, mut depth) = (bytes, 0_usize);
    while let [byte, after @ ..] = rest {
        rest = after;
        match byte {
            b'\\' => escaped(&mut rest, out),
            b'(' => {
                depth += 1;
                out.push(b'(');
            }
            b')' => {
                depth = depth.saturating_sub(1);
                out.push(b')');
                if depth == 0 {
                    break;
                }
            }
            byte => out.push(*byte),
        }
    }
    rest
}

/// Appends the byte that an escape stands for, without its backslash.
fn escaped(rest: &mut &[u8], out: &mut Vec<u8>) {
    // The first byte of nearly all glyphs.
    if let [b'0', b'0', b'0', after @ ..] = *rest {
        *rest = after;
        return out.push(0);
    }
    let [next, after @ ..] = *rest else { return };
    *rest = after;
    let value = match next {
        b'0'..=b'7' => octal(*next, rest),
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'f' => 12,
        // A line that goes on.
        b'\n' => return,
        other => *other,
    };
    match value {
        b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', value]),
        b'\r' => out.extend_from_slice(b"\\r"),
        value => out.push(value),
    }
}

/// A byte of one to three octal digits, of which only the low eight bits count.
fn octal(first: u8, rest: &mut &[u8]) -> u8 {
    let mut value = u32::from(first - b'0');
    for _ in 0..2 {
        let [digit @ b'0'..=b'7', after @ ..] = *rest else { break };
        value = value * 8 + u32::from(digit - b'0');
        *rest = after;
    }
    u8::try_from(value & 0xff).unwrap_or_default()
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
