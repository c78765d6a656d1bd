//! Numbers.

use super::{MINUS, NBSP, TANKESTREG};
use crate::report::model::{Alder, Tal};

/// A whole number with a full stop per thousand, from four digits on: `3.478`.
#[must_use]
pub fn heltal(n: i64) -> String {
    let mut ud = if n < 0 { String::from(MINUS) } else { String::new() };
    grupper(&n.unsigned_abs().to_string(), &mut ud);
    ud
}

fn grupper(cifre: &str, ud: &mut String) {
    for (i, ciffer) in cifre.chars().enumerate() {
        if i > 0 && (cifre.len() - i).is_multiple_of(3) {
            ud.push('.');
        }
        ud.push(ciffer);
    }
}

/// A decimal number as it is, with comma: `12,4`. No more digits than it takes to tell it apart.
fn som_den_er(x: f64) -> String {
    if !x.is_finite() {
        return super::UKENDT.to_owned();
    }
    let skrevet = x.abs().to_string();
    let (hel, brok) = skrevet.split_once('.').unwrap_or((&skrevet, ""));
    saml(x < 0.0, hel, brok)
}

fn saml(negativ: bool, hel: &str, brok: &str) -> String {
    let nul = hel.chars().chain(brok.chars()).all(|c| c == '0');
    let mut ud = if negativ && !nul { String::from(MINUS) } else { String::new() };
    grupper(hel, &mut ud);
    if !brok.is_empty() {
        ud.push(',');
        ud.push_str(brok);
    }
    ud
}

/// A number rounded to `cifre` decimals, half away from zero, decimals kept: `5,0`.
///
/// Rounds the shortest decimal form, so that 2.675 gives `2,68`, as one would by hand.
#[must_use]
pub fn decimal(x: f64, cifre: usize) -> String {
    if !x.is_finite() {
        return super::UKENDT.to_owned();
    }
    let skrevet = x.abs().to_string();
    let (hel, brok) = skrevet.split_once('.').unwrap_or((&skrevet, ""));
    let mut alle: Vec<u8> = hel.bytes().chain(brok.bytes().take(cifre)).collect();
    alle.resize(hel.len() + cifre, b'0');
    if brok.as_bytes().get(cifre).is_some_and(|c| *c >= b'5') {
        laeg_en_til(&mut alle);
    }
    let cifre_i_alt: String = alle.iter().map(|c| char::from(*c)).collect();
    let (hel, brok) = cifre_i_alt.split_at(cifre_i_alt.len() - cifre);
    saml(x < 0.0, hel, brok)
}

fn laeg_en_til(cifre: &mut Vec<u8>) {
    for ciffer in cifre.iter_mut().rev() {
        if *ciffer == b'9' {
            *ciffer = b'0';
        } else {
            *ciffer += 1;
            return;
        }
    }
    cifre.insert(0, b'1');
}

/// A number as it is: `1.523`, `12,4`.
#[must_use]
pub fn tal(t: Tal) -> String {
    match t {
        Tal::Hel(n) => heltal(n),
        Tal::Decimal(x) => som_den_er(x),
    }
}

/// Percent, the number as it is: `30,6 %`.
#[must_use]
pub fn procent(t: Tal) -> String {
    format!("{}{NBSP}%", tal(t))
}

/// A computed share (0 to 1) as percent with one decimal: `46,6 %`.
#[must_use]
pub fn procent_en(andel: f64) -> String {
    format!("{}{NBSP}%", decimal(andel * 100.0, 1))
}

/// Kroner in full: `15.552.000 kr.`
#[must_use]
pub fn kroner(kr: i64) -> String {
    format!("{}{NBSP}kr.", heltal(kr))
}

/// Kroner for charts and key figures: `15,6 mio. kr.`, `1,2 mia. kr.`; in full below a million.
#[must_use]
pub fn kroner_kort(kr: i64) -> String {
    let stoerrelse = kr.unsigned_abs();
    // From 999.950.000 one decimal of millions would round up to 1.000.
    let (enhed, ord) = match stoerrelse {
        0..1_000_000 => return kroner(kr),
        1_000_000..999_950_000 => (1_000_000.0, "mio."),
        _ => (1_000_000_000.0, "mia."),
    };
    let afrundet = decimal(kr as f64 / enhed, 1);
    let kort = afrundet.strip_suffix(",0").unwrap_or(&afrundet);
    format!("{kort}{NBSP}{ord}{NBSP}kr.")
}

/// A range: `200–300`. One number where both are the same.
#[must_use]
pub fn interval(fra: &str, til: &str) -> String {
    if fra == til { fra.to_owned() } else { format!("{fra}{TANKESTREG}{til}") }
}

/// Ages: `10–14 år`, `fra 17½ år`.
#[must_use]
pub fn alder(alder: &Alder) -> String {
    match alder.til {
        Some(til) => format!("{}{NBSP}år", interval(&halve(alder.fra), &halve(til))),
        None => format!("fra {}{NBSP}år", halve(alder.fra)),
    }
}

fn halve(x: f64) -> String {
    if x.fract() == 0.5 && x > 0.0 {
        let hel = if x < 1.0 { String::new() } else { som_den_er(x.trunc()) };
        format!("{hel}½")
    } else {
        som_den_er(x)
    }
}

/// The number's word, nul to tolv.
#[must_use]
pub fn talord(n: i64) -> Option<&'static str> {
    const ORD: [&str; 13] = [
        "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
        "tolv",
    ];
    ORD.get(usize::try_from(n).ok()?).copied()
}

/// A number in running text: nul to ti as words, figures from 11.
#[must_use]
pub fn antal_i_tekst(n: i64) -> String {
    match talord(n) {
        Some(ord) if n <= 10 => ord.to_owned(),
        _ => heltal(n),
    }
}

/// A count with its noun: `1 indsats`, `22 indsatser`.
#[must_use]
pub fn flertal(n: i64, ental: &str, flertal: &str) -> String {
    format!("{}{NBSP}{}", heltal(n), if n == 1 { ental } else { flertal })
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
        assert_eq!(procent(Tal::Decimal(30.6)), "30,6\u{a0}%");
        assert_eq!(procent(Tal::Hel(15)), "15\u{a0}%");
        assert_eq!(procent_en(0.4661), "46,6\u{a0}%");
        assert_eq!(kroner(15_552_000), "15.552.000\u{a0}kr.");
    }

    #[test]
    fn short_kroner_round_to_one_decimal_of_a_million() {
        assert_eq!(kroner_kort(15_552_000), "15,6\u{a0}mio.\u{a0}kr.");
        assert_eq!(kroner_kort(5_900_000), "5,9\u{a0}mio.\u{a0}kr.");
        assert_eq!(kroner_kort(4_000_000), "4\u{a0}mio.\u{a0}kr.");
        assert_eq!(kroner_kort(180_000), "180.000\u{a0}kr.");
        assert_eq!(kroner_kort(999_960_000), "1\u{a0}mia.\u{a0}kr.");
        assert_eq!(kroner_kort(-2_500_000), "−2,5\u{a0}mio.\u{a0}kr.");
    }

    #[test]
    fn ages_are_ranges_and_halves_are_printed_as_halves() {
        let alder_af = |fra, til| alder(&Alder { fra, til });
        assert_eq!(alder_af(10.0, Some(14.0)), "10–14\u{a0}år");
        assert_eq!(alder_af(17.5, None), "fra 17½\u{a0}år");
        assert_eq!(alder_af(17.5, Some(25.0)), "17½–25\u{a0}år");
        assert_eq!(alder_af(0.5, Some(0.5)), "½\u{a0}år");
    }

    #[test]
    fn words_to_ten_and_figures_from_eleven() {
        assert_eq!(antal_i_tekst(0), "nul");
        assert_eq!(antal_i_tekst(10), "ti");
        assert_eq!(antal_i_tekst(11), "11");
        assert_eq!(antal_i_tekst(-3), "−3");
        assert_eq!(talord(12), Some("tolv"));
        assert_eq!(talord(13), None);
    }

    #[test]
    fn one_takes_the_singular_and_everything_else_the_plural() {
        assert_eq!(flertal(1, "indsats", "indsatser"), "1\u{a0}indsats");
        assert_eq!(flertal(0, "indsats", "indsatser"), "0\u{a0}indsatser");
        assert_eq!(flertal(1200, "indsats", "indsatser"), "1.200\u{a0}indsatser");
    }
}
