//! Numbers as people type them as text: `1.234,5`, `12,5 %`, `ca. 55`, `1,2 mio. kr.`

use crate::report::model::Tilstand;

/// A number read from words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Read {
    /// The number.
    pub number: f64,
    /// How sure the words say that it is.
    pub state: Option<Tilstand>,
    /// What its last digit counts: 100000 in `1,2 mio.`
    pub step: f64,
}

/// What cannot be read, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum No {
    /// No number at all.
    Words,
    /// It can be meant in two ways: `1,234`.
    TwoWays,
}

/// Reads a number. `whole` says that decimals make no sense here, so that `1,234` has two readings.
pub(crate) fn read(text: &str, whole: bool) -> Result<Read, No> {
    let mut said = text.replace(['\u{a0}', '\u{202f}', '\n', '\r'], " ").trim().to_lowercase();
    let mut state = None;
    for (word, means) in [
        ("(foreløbig)", Tilstand::Foreloebig),
        ("(foreløbigt)", Tilstand::Foreloebig),
        ("(anslået)", Tilstand::Anslaaet),
        ("ca.", Tilstand::Anslaaet),
        ("ca ", Tilstand::Anslaaet),
        ("cirka", Tilstand::Anslaaet),
        ("omkring", Tilstand::Anslaaet),
    ] {
        if said.contains(word) {
            said = said.replacen(word, "", 1);
            state = Some(means);
        }
    }
    let mut said = said.trim().to_owned();
    let mut factor = 1.0;
    for word in ["kroner", "kr.", "kr", "%", "pct.", "pct", "procent", "personer", ",-"] {
        said = said.strip_suffix(word).unwrap_or(&said).trim().to_owned();
    }
    for (word, times) in
        [("mio.", 1e6), ("mio", 1e6), ("millioner", 1e6), ("million", 1e6), ("tusinde", 1e3)]
    {
        if let Some(rest) = said.strip_suffix(word) {
            said = rest.trim().to_owned();
            factor = times;
            break;
        }
    }
    let (sign, digits) = match said.strip_prefix(['-', '−', '–']) {
        Some(rest) => (-1.0, rest.trim()),
        None => (1.0, said.as_str()),
    };
    let (number, decimals) = digits_of(digits, whole && factor == 1.0)?;
    let number = number * factor * sign;
    let step = factor / 10_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
    // 1,2 mio. is 1200000, not 1200000.0000000002.
    let number = if factor > 1.0 { number.round() } else { number };
    Ok(Read { number, state, step })
}

/// A number without words, and how many decimals it has.
fn digits_of(digits: &str, whole: bool) -> Result<(f64, usize), No> {
    let ok = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'');
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(ok) {
        return Err(No::Words);
    }
    let (dots, commas) = (digits.matches('.').count(), digits.matches(',').count());
    let plain = digits.replace([' ', '\''], "");
    let (groups, decimals) = match (dots, commas) {
        (0, 0) => (vec![digits.to_owned()], ""),
        (_, 1) if dots == 0 || plain.find('.') < plain.find(',') => {
            let (before, after) = plain.split_once(',').ok_or(No::Words)?;
            if whole && dots == 0 && after.len() == 3 && before.len() <= 3 {
                return Err(No::TwoWays);
            }
            (before.split('.').map(str::to_owned).collect(), after)
        }
        (1, 0) => {
            let (before, after) = plain.split_once('.').ok_or(No::Words)?;
            match after.len() {
                3 if before.len() <= 3 => (vec![before.to_owned(), after.to_owned()], ""),
                _ => (vec![before.to_owned()], after),
            }
        }
        (_, 0) => (plain.split('.').map(str::to_owned).collect(), ""),
        (0 | 1, _) => {
            let (before, after) = plain.split_once('.').unwrap_or((&plain, ""));
            (before.split(',').map(str::to_owned).collect(), after)
        }
        _ => return Err(No::Words),
    };
    let rest = groups.iter().skip(1);
    if groups.len() > 1
        && (groups.first().is_none_or(|g| g.len() > 3) || rest.clone().any(|g| g.len() != 3))
    {
        return Err(No::Words);
    }
    if !spaces_group(digits) {
        return Err(No::Words);
    }
    let joined: String = groups.concat().replace([' ', '\''], "");
    let text = if decimals.is_empty() { joined } else { format!("{joined}.{decimals}") };
    text.parse().map(|number| (number, decimals.len())).map_err(|_| No::Words)
}

/// Blanks and apostrophes stand between groups of three only: `1 234`, never `12 5`.
fn spaces_group(digits: &str) -> bool {
    let whole = digits.split([',', '.']).next().unwrap_or_default();
    let mut groups = whole.split([' ', '\'']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    rest.is_empty() || (first.len() <= 3 && rest.iter().all(|g| g.len() == 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        for (said, number) in [
            ("1234", 1234.0),
            ("1.234", 1234.0),
            ("1.234,5", 1234.5),
            ("1 234", 1234.0),
            ("1\u{a0}234\u{a0}567", 1_234_567.0),
            ("12,5 %", 12.5),
            ("16.5", 16.5),
            ("1,234,567", 1_234_567.0),
            ("1,234.5", 1234.5),
            ("1.200.000 kr.", 1_200_000.0),
            ("1,2 mio. kr.", 1_200_000.0),
            ("-5", -5.0),
            ("830.000,-", 830_000.0),
        ] {
            assert_eq!(read(said, false).map(|r| r.number), Ok(number), "{said}");
        }
        assert_eq!(read("ca. 55", true).map(|r| r.state), Ok(Some(Tilstand::Anslaaet)));
        assert_eq!(read("55 (foreløbig)", true).map(|r| r.state), Ok(Some(Tilstand::Foreloebig)));
        assert_eq!(read("1,234", true), Err(No::TwoWays));
        assert_eq!(read("1,234", false).map(|r| r.number), Ok(1.234));
        for said in ["", "ukendt", "12 5", "1.23.4", "3-4", "5 til 7", "1.2345.678", "kr."] {
            assert_eq!(read(said, false), Err(No::Words), "{said}");
        }
    }
}
