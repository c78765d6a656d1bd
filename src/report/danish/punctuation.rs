//! Punctuation: quotes, dashes, no-break spaces, lists.

use super::{EN_DASH, MINUS, MONTHS, NBSP};

/// Words that must not be torn from the number before them.
const UNITS: [&str; 25] = [
    "%",
    "pct.",
    "procent",
    "procentpoint",
    "kr.",
    "kroner",
    "mio.",
    "mia.",
    "år",
    "dag",
    "dage",
    "time",
    "timer",
    "minut",
    "minutter",
    "måned",
    "måneder",
    "uge",
    "uger",
    "km",
    "m",
    "m²",
    "°C",
    "årsværk",
    "gange",
];
/// Words that must not be torn from the number after them.
const BEFORE_NUMBERS: [&str; 8] = ["kl.", "nr.", "ca.", "pr.", "§", "stk.", "side", "s."];

/// Joins words: `a`, `a og b`, `a, b og c`.
#[must_use]
pub fn liste<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [en] => en.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} og {}", first.join(", "), last.as_ref())
        }
    }
}

/// Sets plain text as Danish is set: »quotes«, en dashes in ranges and between words, real minus
/// and ellipsis, no-break spaces between a number and its unit and after `kl.`, `nr.` and the like.
#[must_use]
pub fn typography(text: &str) -> String {
    Typography::default().set(text)
}

/// [`typography`] over a text that comes in pieces (emphasis splits it): remembers what stood
/// before, so that a quote after a bold word still closes.
#[derive(Debug, Default)]
pub struct Typography {
    before: Option<char>,
    single_open: bool,
}

impl Typography {
    /// Sets the next piece.
    pub fn set(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 8);
        let mut rest = text;
        while let Some(i) =
            rest.bytes().position(|b| matches!(b, b'"' | b'\'' | b'-' | b'.' | b' '))
        {
            let (ord, fra) = rest.split_at(i);
            out.push_str(ord);
            self.before = ord.chars().next_back().or(self.before);
            let (tegn, after) = fra.split_at(1);
            let first = after.chars().next();
            let (ny, used) = match tegn {
                "\"" => (if self.opens() { '»' } else { '«' }, 1),
                "'" => (self.single(first), 1),
                "-" => (self.streg(text, text.len() - fra.len()), 1),
                "." if after.starts_with("..") => ('…', 3),
                "." => ('.', 1),
                _ if self.binder(&out, after) => (NBSP, 1),
                _ => (' ', 1),
            };
            out.push(ny);
            self.before = Some(ny);
            rest = fra.get(used..).unwrap_or_default();
        }
        out.push_str(rest);
        self.before = rest.chars().next_back().or(self.before);
        out
    }

    fn opens(&self) -> bool {
        self.before.is_none_or(|c| c.is_whitespace() || "([{/»›–—".contains(c))
    }

    fn single(&mut self, after: Option<char>) -> char {
        if self.opens() && after.is_some_and(char::is_alphanumeric) {
            self.single_open = true;
            '›'
        } else if self.single_open && !after.is_some_and(char::is_alphanumeric) {
            self.single_open = false;
            '‹'
        } else {
            '’'
        }
    }

    /// The hyphen at byte `i`: en dash between numbers and between words, minus before a number,
    /// else itself.
    fn streg(&self, text: &str, i: usize) -> char {
        let (before, after) = (text.get(..i), text.get(i + 1..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        match (self.before, after.chars().next()) {
            (Some(a), Some(b)) if is_digit(a) && is_digit(b) && is_range(before, after) => EN_DASH,
            (None | Some(' ' | NBSP | '(' | '»'), Some(b)) if b.is_ascii_digit() => MINUS,
            (Some(' ' | NBSP), Some(' ')) => EN_DASH,
            _ => '-',
        }
    }

    /// Whether the space before `rest` joins a number and its unit, a word and its number, or the
    /// parts of a name.
    fn binder(&self, out: &str, rest: &str) -> bool {
        let last = || last_word(out).trim_start_matches(['(', '»']);
        let first = rest.chars().next();
        match self.before {
            Some(c) if is_digit(c) && is_unit(rest) => true,
            // `(2024) kr.`
            Some(')') if last().trim_end_matches(')').ends_with(is_digit) => is_unit(rest),
            Some('.') if is_day(last_word(out)) && MONTHS.contains(&without_signs(rest)) => true,
            Some('.') if matches!(last(), "mio." | "mia.") && without_signs(rest) == "kr" => true,
            Some('.') if first.is_some_and(char::is_uppercase) => is_name_part(last()),
            _ => {
                first.is_some_and(is_digit)
                    && (BEFORE_NUMBERS.contains(&last()) || is_letter_word(last()))
            }
        }
    }
}

/// `Kgs.`, `Gl.`, `Sdr.`: a few letters of a name, told from a sentence's last word by its having
/// no vowel.
fn is_name_part(word: &str) -> bool {
    let mut letters = word.strip_suffix('.').unwrap_or_default().chars();
    letters.next().is_some_and(char::is_uppercase)
        && (1..=3).contains(&letters.clone().count())
        && letters.all(|c| c.is_lowercase() && !"aeiouyæøå".contains(c))
}

/// `KBH`, as in `KBH 18+`: capitals only.
fn is_letter_word(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

fn last_word(out: &str) -> &str {
    out.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// `31.`
fn is_day(word: &str) -> bool {
    let day = word.strip_suffix('.').unwrap_or_default();
    (1..=2).contains(&day.len()) && day.bytes().all(|b| b.is_ascii_digit())
}

/// The first word.
fn first_word(rest: &str) -> &str {
    rest.split(char::is_whitespace).next().unwrap_or_default()
}

/// The first word, without what may follow it.
fn without_signs(rest: &str) -> &str {
    first_word(rest).trim_end_matches([',', ';', ':', ')', '.', '!', '?', '"', '«'])
}

fn is_unit(rest: &str) -> bool {
    let (word, without_signs) = (first_word(rest), without_signs(rest));
    UNITS.iter().any(|e| word == *e || without_signs == e.trim_end_matches('.'))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "½¼¾".contains(c)
}

/// Whether the hyphen between the two is one of several in one token: `2024-05-01`, a telephone
/// number.
fn in_chain(before: &str, after: &str) -> bool {
    let is_part = |c: &char| is_digit(*c) || *c == '-';
    // A last hyphen joins a word: `18-25-årige`.
    let remainder: String = after.chars().take_while(is_part).collect();
    before.chars().rev().take_while(is_part).any(|c| c == '-')
        || remainder.trim_end_matches('-').contains('-')
}

/// Words after which two numbers with a hyphen are one number: of a case, a book, a telephone.
const AFTER_NUMBERS: [&str; 16] = [
    "isbn",
    "issn",
    "tlf.",
    "tlf",
    "telefon",
    "mobil",
    "sag",
    "sagen",
    "sagsnr.",
    "sagsnummer",
    "j.nr.",
    "journalnr.",
    "journalnummer",
    "ean",
    "cvr",
    "edoc",
];
/// Ends of a street's name, before a house's number.
const STREETS: [&str; 11] = [
    "gade",
    "vej",
    "allé",
    "alle",
    "plads",
    "stræde",
    "torv",
    "boulevard",
    "vænge",
    "brogade",
    "kaj",
];

/// Whether two numbers with a hyphen between them are a range: neither part of a longer chain, nor
/// of a link, nor one number of a case, a book, a telephone or a house, nor running down.
fn is_range(before: &str, after: &str) -> bool {
    let (fra, til) = (last_word(before), first_word(after));
    let link = |word: &str| word.contains("://") || word.contains('@') || word.starts_with("www.");
    if in_chain(before, after) || link(fra) || fra.contains('/') {
        return false;
    }
    let without = before.get(..before.len() - fra.len()).unwrap_or_default().trim_end();
    let word = last_word(without).trim_start_matches('(').trim_end_matches(':').to_lowercase();
    let town = STREETS.iter().any(|street| word.ends_with(street)) && word.len() > 4;
    if AFTER_NUMBERS.contains(&word.as_str()) || town {
        return false;
    }
    let digits = |word: &str| word.chars().take_while(char::is_ascii_digit).collect::<String>();
    let from_behind: String = fra.chars().rev().take_while(char::is_ascii_digit).collect();
    let (fra, til) = (from_behind.chars().rev().collect::<String>(), digits(til));
    // `2023-0123456` is no range, nor is what runs down; `2023-24` is a year in short.
    let falls = fra.len() == til.len() && fra > til;
    !(falls || til.len() > 1 && til.starts_with('0') || til.len() > fra.len() + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_takes_og_before_the_last() {
        assert_eq!(liste::<&str>(&[]), "");
        assert_eq!(liste(&["SOF"]), "SOF");
        assert_eq!(liste(&["SOF", "BIF"]), "SOF og BIF");
        assert_eq!(
            liste(&["Indre By", "Vesterbro", "Østerbro"]),
            "Indre By, Vesterbro og Østerbro"
        );
    }

    #[test]
    fn quotes_become_guillemets_that_point_outwards() {
        assert_eq!(typography("Han siger \"ja\"."), "Han siger »ja«.");
        assert_eq!(typography("(\"ja\")"), "(»ja«)");
        assert_eq!(typography("\"Et 'ord' her\""), "»Et ›ord‹ her«");
        assert_eq!(typography("SOF's"), "SOF’s");
    }

    #[test]
    fn quotes_close_after_an_emphasised_word_too() {
        let mut t = Typography::default();
        assert_eq!(t.set("\""), "»");
        assert_eq!(t.set("ord"), "ord");
        assert_eq!(t.set("\" og \"to\""), "« og »to«");
    }

    #[test]
    fn ranges_and_parentheses_take_an_en_dash_and_compounds_keep_the_hyphen() {
        assert_eq!(typography("10-14 år"), "10–14\u{a0}år");
        assert_eq!(typography("17½-46"), "17½–46");
        assert_eq!(typography("de 18-25-årige"), "de 18–25-årige");
        assert_eq!(typography("en by - en hel by"), "en by – en hel by");
        for unchanged in ["WHO-5", "18-årige", "rocker-bande", "2024-05-01", "før- og efter"] {
            assert_eq!(typography(unchanged), unchanged);
        }
    }

    #[test]
    fn only_ranges_take_an_en_dash() {
        for unchanged in [
            "Nørrebrogade 10-12",
            "sagsnr. 2023-0123456",
            "tlf. 3366-3366",
            "2024-0042",
            "https://kk.dk/2014-2022",
            "cvr: 64-94",
        ] {
            assert_eq!(typography(unchanged), unchanged);
        }
        assert_eq!(typography("ISBN 87-12345"), "ISBN\u{a0}87-12345");
        assert_eq!(typography("2014-2022"), "2014–2022");
        assert_eq!(typography("2023-24"), "2023–24");
        assert_eq!(typography("(10-14)"), "(10–14)");
    }

    #[test]
    fn a_hyphen_before_a_number_is_a_minus() {
        assert_eq!(typography("fra -5 til 3"), "fra −5 til 3");
    }

    #[test]
    fn numbers_and_their_units_are_not_torn_apart() {
        assert_eq!(typography("30,6 %, 500 kr."), "30,6\u{a0}%, 500\u{a0}kr.");
        assert_eq!(typography("Økonomi (2024) kr."), "Økonomi (2024)\u{a0}kr.");
        assert_eq!(typography("5,9 mio. kr. til"), "5,9\u{a0}mio.\u{a0}kr. til");
        assert_eq!(typography("kl. 17.30 og nr. 4"), "kl.\u{a0}17.30 og nr.\u{a0}4");
        assert_eq!(typography("den 31. december 2021"), "den 31.\u{a0}december 2021");
        assert_eq!(typography("(ca. 55 unge)"), "(ca.\u{a0}55 unge)");
        assert_eq!(typography("4,5 måned og 1 time"), "4,5\u{a0}måned og 1\u{a0}time");
        assert_eq!(typography("14 årige, alle år"), "14 årige, alle år");
    }

    #[test]
    fn names_with_an_abbreviation_or_a_number_stay_together() {
        assert_eq!(typography("Kgs. Enghave"), "Kgs.\u{a0}Enghave");
        assert_eq!(typography("(Gl. Køge Landevej)"), "(Gl.\u{a0}Køge Landevej)");
        assert_eq!(typography("hos KBH 18+ og WHO 5"), "hos KBH\u{a0}18+ og WHO\u{a0}5");
        for unchanged in ["i Indre By. Sikker By", "hos SOF. Den", "SSP og 18", "se BIF i 2023"] {
            assert_eq!(typography(unchanged), unchanged);
        }
    }

    #[test]
    fn three_dots_are_an_ellipsis() {
        assert_eq!(typography("at ..."), "at …");
    }
}
