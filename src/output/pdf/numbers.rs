//! Numbers as content streams write them (ISO 32000-1, 7.3.3).

/// A number as PDF writes it: `4`, `-.5`, `+3.`, with no exponent.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "colours and places need no more")]
pub fn number(token: &[u8]) -> Option<f32> {
    precise(token).map(|value| value as f32)
}

/// The same in double precision.
#[must_use]
pub fn precise(token: &[u8]) -> Option<f64> {
    let (digits, negative) = match token {
        [b'-', digits @ ..] => (digits, true),
        [b'+', digits @ ..] => (digits, false),
        digits => (digits, false),
    };
    let mut value = 0_u64;
    let mut count = 0_usize;
    let mut point = None;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                value = value.wrapping_mul(10).wrapping_add(u64::from(byte - b'0'));
                count += 1;
            }
            b'.' if point.is_none() => point = Some(count),
            _ => return None,
        }
    }
    if count == 0 {
        return None;
    }
    let Some(scale) = TENS.get(count - point.unwrap_or(count)).filter(|_| count <= MOST_DIGITS)
    else {
        return std::str::from_utf8(token).ok()?.parse().ok();
    };
    // Up to 15 digits are exact in double precision, and so is the power of ten.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    let value = value as f64 / scale;
    Some(if negative { -value } else { value })
}

/// Most digits of a number that is read without the library's slow and general way.
const MOST_DIGITS: usize = 15;
const TENS: [f64; MOST_DIGITS + 1] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// Appends a number with at most four decimals, a space after it. Four decimals are a hundredth
/// of a percent of ink, or 1/10,000 pt.
pub fn push_number(out: &mut Vec<u8>, value: f32) {
    push_rounded(out, f64::from(value), 4);
    out.push(b' ');
}

/// Appends a number with at most so many decimals, at most four.
pub fn push_rounded(out: &mut Vec<u8>, value: f64, decimals: usize) {
    let mut scale = 10_u64.pow(u32::try_from(decimals.min(4)).unwrap_or(4));
    // In whole ticks, since numbers are written by the thousand: clamped, so exact.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "clamped to 1e12; a scale of 10,000 at most"
    )]
    let ticks = (value * scale as f64).round().clamp(-1e12, 1e12) as i64;
    let (whole, mut part) = (ticks.unsigned_abs() / scale, ticks.unsigned_abs() % scale);
    if ticks < 0 {
        out.push(b'-');
    }
    push_digits(out, whole);
    if part > 0 {
        out.push(b'.');
        while part > 0 {
            scale /= 10;
            push_digits(out, part / scale);
            part %= scale;
        }
    }
}

/// Appends a whole number.
pub fn push_digits(out: &mut Vec<u8>, value: u64) {
    if value >= 10 {
        push_digits(out, value / 10);
    }
    out.push(b'0' + u8::try_from(value % 10).unwrap_or_default());
}

/// Appends operands and an operator, a line end after it.
pub fn push_op(out: &mut Vec<u8>, values: &[f32], op: &str) {
    for value in values {
        push_number(out, *value);
    }
    out.extend_from_slice(op.as_bytes());
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_pdf_writes_them() {
        assert_eq!(number(b"-.5"), Some(-0.5));
        assert_eq!(number(b"+3."), Some(3.0));
        for none in [&b"1e5"[..], b"", b"-", b".", b"1.2.3", b"--1", b"nan", b"inf"] {
            assert_eq!(number(none), None, "{}", String::from_utf8_lossy(none));
        }
        for text in ["858.89764", "0.0000152588", "-123456789012345", "1234567890.1234567", "4"] {
            assert_eq!(number(text.as_bytes()), text.parse().ok(), "{text}");
        }
        assert_eq!(number(&[b'9'; 60]), Some(f32::INFINITY));
        let mut out = Vec::new();
        push_op(&mut out, &[0.69, 1.0, -0.00001, 12.5, -3.0104, 0.0007], "k");
        assert_eq!(out, b"0.69 1 0 12.5 -3.0104 0.0007 k\n");
    }
}
