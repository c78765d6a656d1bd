//! Numbers.

use super::{EN_DASH, MINUS, NBSP};
use crate::report::model::{Alder, Tal};

/// A whole number with a full stop per thousand, from four digits on: `3.478`.
#[must_use]
pub fn heltal(n: i64) -> String {
    let mut out = if n < 0 { String::from(MINUS) } else { String::new() };
    grupper(&n.unsigned_abs().to_string(), &mut out);
    out
}

fn grupper(digits: &str, out: &mut String) {
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
}

/// A decimal number as it is, with comma: `12,4`. No more digits than it takes to tell it apart.
fn as_it_is(x: f64) -> String {
    if !x.is_finite() {
        return super::UNKNOWN.to_owned();
    }
    let written = x.abs().to_string();
    let (integer, fraction) = written.split_once('.').unwrap_or((&written, ""));
    joined(x < 0.0, integer, fraction)
}

fn joined(negative: bool, integer: &str, fraction: &str) -> String {
    let zero = integer.chars().chain(fraction.chars()).all(|c| c == '0');
    let mut out = if negative && !zero { String::from(MINUS) } else { String::new() };
    grupper(integer, &mut out);
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// A number rounded to `cifre` decimals, half away from zero, decimals kept: `5,0`.
///
/// Rounds the shortest decimal form, so that 2.675 gives `2,68`, as one would by hand.
#[must_use]
pub fn decimal(x: f64, digits: usize) -> String {
    if !x.is_finite() {
        return super::UNKNOWN.to_owned();
    }
    let written = x.abs().to_string();
    let (integer, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let mut all: Vec<u8> = integer.bytes().chain(fraction.bytes().take(digits)).collect();
    all.resize(integer.len() + digits, b'0');
    if fraction.as_bytes().get(digits).is_some_and(|c| *c >= b'5') {
        add_one(&mut all);
    }
    let all_digits: String = all.iter().map(|c| char::from(*c)).collect();
    let (integer, fraction) = all_digits.split_at(all_digits.len() - digits);
    joined(x < 0.0, integer, fraction)
}

fn add_one(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit == b'9' {
            *digit = b'0';
        } else {
            *digit += 1;
            return;
        }
    }
    digits.insert(0, b'1');
}

/// A number as it is: `1.523`, `12,4`.
#[must_use]
pub fn tal(t: Tal) -> String {
    match t {
        Tal::Hel(n) => heltal(n),
        Tal::Decimal(x) => as_it_is(x),
    }
}

/// Percent, the number as it is: `30,6 %`.
#[must_use]
pub fn percent(t: Tal) -> String {
    format!("{}{NBSP}%", tal(t))
}

/// A computed share (0 to 1) as percent with one decimal: `46,6 %`.
#[must_use]
pub fn percent_one(andel: f64) -> String {
    format!("{}{NBSP}%", decimal(andel * 100.0, 1))
}

/// Kroner in full: `15.552.000 kr.`
#[must_use]
pub fn kroner(kr: i64) -> String {
    format!("{}{NBSP}kr.", heltal(kr))
}

/// Kroner for charts and key figures: `15,6 mio. kr.`, `1,2 mia. kr.`; in full below a million.
#[must_use]
pub fn kroner_short(kr: i64) -> String {
    let magnitude = kr.unsigned_abs();
    // From 999.950.000 one decimal of millions would round up to 1.000.
    let (unit, ord) = match magnitude {
        0..1_000_000 => return kroner(kr),
        1_000_000..999_950_000 => (1_000_000.0, "mio."),
        _ => (1_000_000_000.0, "mia."),
    };
    let rounded = decimal(kr as f64 / unit, 1);
    let short = rounded.strip_suffix(",0").unwrap_or(&rounded);
    format!("{short}{NBSP}{ord}{NBSP}kr.")
}

/// A range: `200–300`. One number where both are the same.
#[must_use]
pub fn interval(fra: &str, til: &str) -> String {
    if fra == til { fra.to_owned() } else { format!("{fra}{EN_DASH}{til}") }
}

/// Ages: `10–14 år`, `fra 17½ år`.
#[must_use]
pub fn alder(alder: &Alder) -> String {
    match alder.til {
        Some(til) => format!("{}{NBSP}år", interval(&half(alder.fra), &half(til))),
        None => format!("fra {}{NBSP}år", half(alder.fra)),
    }
}

fn half(x: f64) -> String {
    if x.fract() == 0.5 && x > 0.0 {
        let integer = if x < 1.0 { String::new() } else { as_it_is(x.trunc()) };
        format!("{integer}½")
    } else {
        as_it_is(x)
    }
}

/// The number's word, nul to tolv.
#[must_use]
pub fn number_word(n: i64) -> Option<&'static str> {
    const ORD: [&str; 13] = [
        "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
        "tolv",
    ];
    ORD.get(usize::try_from(n).ok()?).copied()
}

/// A number in running text: nul to ti as words, figures from 11.
#[must_use]
pub fn count_in_words(n: i64) -> String {
    match number_word(n) {
        Some(ord) if n <= 10 => ord.to_owned(),
        _ => heltal(n),
    }
}

/// A count with its noun: `1 indsats`, `22 indsatser`.
#[must_use]
pub fn plural(n: i64, singular: &str, plural: &str) -> String {
    format!("{}{NBSP}{}", heltal(n), if n == 1 { singular } else { plural })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_take_a_full_stop_from_four_digits() {
        assert_eq!(heltal(0), "0");
        assert_eq!(heltal(999), "999");
        assert_eq!(heltal(3478), "3.478");
        assert_eq!(heltal(2_325_750), "2.325.750");
        assert_eq!(heltal(-1234), "−1.234");
        assert_eq!(heltal(i64::MIN), "−9.223.372.036.854.775.808");
    }

    #[test]
    fn decimals_take_a_comma_and_keep_their_digits() {
        assert_eq!(tal(Tal::Decimal(12.4)), "12,4");
        assert_eq!(tal(Tal::Decimal(1_234_567.8)), "1.234.567,8");
        assert_eq!(tal(Tal::Decimal(5.0)), "5");
        assert_eq!(tal(Tal::Decimal(-0.0)), "0");
        assert_eq!(tal(Tal::Decimal(-0.5)), "−0,5");
        assert_eq!(tal(Tal::Decimal(f64::NAN)), "··");
    }

    #[test]
    fn rounding_is_half_away_from_zero_on_the_written_number() {
        assert_eq!(decimal(2.675, 2), "2,68");
        assert_eq!(decimal(0.25, 1), "0,3");
        assert_eq!(decimal(-0.25, 1), "−0,3");
        assert_eq!(decimal(-0.04, 1), "0,0");
        assert_eq!(decimal(999.96, 1), "1.000,0");
        assert_eq!(decimal(5.0, 1), "5,0");
        assert_eq!(decimal(61.5, 0), "62");
    }

    #[test]
    fn percent_and_kroner_stand_after_a_no_break_space() {
        assert_eq!(percent(Tal::Decimal(30.6)), "30,6\u{a0}%");
        assert_eq!(percent(Tal::Hel(15)), "15\u{a0}%");
        assert_eq!(percent_one(0.4661), "46,6\u{a0}%");
        assert_eq!(kroner(15_552_000), "15.552.000\u{a0}kr.");
    }

    #[test]
    fn short_kroner_round_to_one_decimal_of_a_million() {
        assert_eq!(kroner_short(15_552_000), "15,6\u{a0}mio.\u{a0}kr.");
        assert_eq!(kroner_short(5_900_000), "5,9\u{a0}mio.\u{a0}kr.");
        assert_eq!(kroner_short(4_000_000), "4\u{a0}mio.\u{a0}kr.");
        assert_eq!(kroner_short(180_000), "180.000\u{a0}kr.");
        assert_eq!(kroner_short(999_960_000), "1\u{a0}mia.\u{a0}kr.");
        assert_eq!(kroner_short(-2_500_000), "−2,5\u{a0}mio.\u{a0}kr.");
    }

    #[test]
    fn ages_are_ranges_and_halves_are_printed_as_halves() {
        let age_of = |fra, til| alder(&Alder { fra, til });
        assert_eq!(age_of(10.0, Some(14.0)), "10–14\u{a0}år");
        assert_eq!(age_of(17.5, None), "fra 17½\u{a0}år");
        assert_eq!(age_of(17.5, Some(25.0)), "17½–25\u{a0}år");
        assert_eq!(age_of(0.5, Some(0.5)), "½\u{a0}år");
    }

    #[test]
    fn words_to_ten_and_figures_from_eleven() {
        assert_eq!(count_in_words(0), "nul");
        assert_eq!(count_in_words(10), "ti");
        assert_eq!(count_in_words(11), "11");
        assert_eq!(count_in_words(-3), "−3");
        assert_eq!(number_word(12), Some("tolv"));
        assert_eq!(number_word(13), None);
    }

    #[test]
    fn one_takes_the_singular_and_everything_else_the_plural() {
        assert_eq!(plural(1, "indsats", "indsatser"), "1\u{a0}indsats");
        assert_eq!(plural(0, "indsats", "indsatser"), "0\u{a0}indsatser");
        assert_eq!(plural(1200, "indsats", "indsatser"), "1.200\u{a0}indsatser");
    }
}
