//! Words: prose cut into sentences and tokens, so that a rule can read it without guessing at
//! characters.

use crate::report::danish::MONTHS;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A word.
    Word,
    /// A number with the decimals it is written with.
    Number(f64, u8),
    /// One other character.
    Sign(char),
}

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Kind.
    pub kind: Kind,
    /// As written.
    pub text: String,
    /// Lower case.
    pub lower: String,
    /// True where space stands before it.
    pub luft: bool,
}

impl Token {
    /// The number, where it is one.
    pub fn tal(&self) -> Option<f64> {
        match self.kind {
            Kind::Number(x, _) => Some(x),
            Kind::Word | Kind::Sign(_) => None,
        }
    }

    /// A whole number in figures or words, to twenty: `4`, `fire`.
    pub fn heltal(&self) -> Option<usize> {
        match self.kind {
            Kind::Number(x, 0) if (0.0..1e9).contains(&x) && x.fract() == 0.0 => Some(x as usize),
            Kind::Word => number_word(&self.lower),
            Kind::Number(..) | Kind::Sign(_) => None,
        }
    }

    /// A year.
    pub fn aar(&self) -> Option<i32> {
        let aar: i32 = self.text.parse().ok()?;
        (self.text.len() == 4 && (1900..2100).contains(&aar)).then_some(aar)
    }

    /// True for that sign.
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// True for a word.
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// True where the first letter is a capital.
    pub fn stort(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// The month, 1 to 12.
    pub fn month(&self) -> Option<u8> {
        let nr = MONTHS.iter().position(|m| *m == self.lower)?;
        u8::try_from(nr + 1).ok()
    }

    /// True for a hyphen or a dash.
    pub fn streg(&self) -> bool {
        self.is_sign('-') || self.is_sign('–')
    }
}

/// Number words, nul to tyve. `en` and `et` are articles far more often than numbers.
fn number_word(word: &str) -> Option<usize> {
    const WORDS: [&str; 21] = [
        "nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
        "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve",
    ];
    // Most words are longer than any of these.
    (word.len() <= 7).then(|| WORDS.iter().position(|o| *o == word)).flatten()
}

/// Abbreviations after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 16] = [
    "gl", "kgs", "ca", "kl", "nr", "pr", "fx", "bl", "a", "dvs", "jf", "evt", "inkl", "ekskl",
    "min", "maks",
];

/// Tokens of a text.
pub(crate) fn tokens(tekst: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = tekst;
    let mut luft = false;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            luft = true;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (length, slags) = if c.is_ascii_digit() || c == '½' {
            tal(rest)
        } else if c.is_alphabetic() {
            (word_length(rest), Kind::Word)
        } else {
            (c.len_utf8(), Kind::Sign(c))
        };
        let (here, after) = rest.split_at(length);
        out.push(Token { kind: slags, text: here.to_owned(), lower: here.to_lowercase(), luft });
        rest = after;
        luft = false;
    }
    out
}

/// Length of the word: hyphens and apostrophes inside it belong to it.
fn word_length(s: &str) -> usize {
    let mut end = 0;
    for (i, c) in s.char_indices() {
        if c.is_alphanumeric() {
            end = i + c.len_utf8();
        } else if !matches!(c, '-' | '\'' | '’' | '/') || i > end {
            break;
        }
    }
    end
}

/// Length and value of a number: `1.523`, `30,6`, `17½`.
fn tal(s: &str) -> (usize, Kind) {
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let mut integer: String = s[..digits(s)].to_owned();
    let mut end = integer.len();
    while (1..=3).contains(&integer.len()) || end > integer.len() {
        let Some(gruppe) = s[end..].strip_prefix('.') else { break };
        if digits(gruppe) != 3 {
            break;
        }
        integer.push_str(&gruppe[..3]);
        end += 4;
    }
    let mut value: f64 = integer.parse().unwrap_or(0.0);
    let mut decimals = 0;
    if let Some(fraction) = s[end..].strip_prefix(',')
        && digits(fraction) > 0
    {
        let n = digits(fraction);
        value = format!("{integer}.{}", &fraction[..n]).parse().unwrap_or(value);
        decimals = u8::try_from(n).unwrap_or(u8::MAX);
        end += 1 + n;
    } else if s[end..].starts_with('½') {
        value += 0.5;
        decimals = 1;
        end += '½'.len_utf8();
    }
    (end, Kind::Number(value, decimals))
}

/// Cuts tokens into sentences; the sign that ends one stays with it.
pub(crate) fn sentences(tokens: Vec<Token>) -> Vec<Vec<Token>> {
    let mut out = Vec::new();
    let mut now: Vec<Token> = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(t) = rest.next() {
        let ends = matches!(t.kind, Kind::Sign('.' | '?' | '!'))
            && rest.peek().is_none_or(|n| begins(now.last(), n));
        now.push(t);
        if ends {
            out.push(std::mem::take(&mut now));
        }
    }
    if !now.is_empty() {
        out.push(now);
    }
    out
}

/// True where a sentence can begin after a full stop that stands between these two.
fn begins(before: Option<&Token>, after: &Token) -> bool {
    let starts_new = after.luft && (after.stort() || after.tal().is_some() || after.is_sign('"'));
    let after_number = before.is_some_and(|f| f.tal().is_some()) && after.tal().is_some();
    let abbreviated = before.is_some_and(|f| {
        let last = f.lower.rsplit('/').next().unwrap_or_default();
        f.is_word() && ABBREVIATIONS.contains(&last)
    });
    starts_new && !after_number && !abbreviated
}

/// A range of two numbers: where it begins, where it ends, from and to. Reads `10-14`,
/// `17½ til 25` and `mellem 18 og 25`.
pub(crate) fn intervaller(s: &[Token]) -> Vec<(usize, usize, f64, f64)> {
    let mut out = Vec::new();
    for (i, three) in s.windows(3).enumerate() {
        let [fra, middle, til] = three else { continue };
        let (Some(a), Some(b)) = (fra.tal(), til.tal()) else { continue };
        let before = i.checked_sub(1).and_then(|f| s.get(f));
        let between = before.is_some_and(|f| f.lower == "mellem") && middle.lower == "og";
        let chain = before.is_some_and(Token::streg)
            || s.get(i + 3).is_some_and(Token::streg)
                && s.get(i + 4).is_some_and(|t| t.tal().is_some());
        if (middle.streg() || middle.lower == "til" || between) && !chain {
            out.push((i, i + 3, a, b));
        }
    }
    out
}

/// Ranges of ages: `10-14 år`, `10-14-årige`, `17½ til 25 år`.
pub(crate) fn age_ranges(s: &[Token]) -> Vec<(usize, f64, f64)> {
    intervaller(s)
        .into_iter()
        .filter(|(_, end, ..)| {
            let after = s.get(*end).filter(|t| t.streg()).map_or(*end, |_| end + 1);
            s.get(after).is_some_and(|t| t.lower == "år" || t.lower.starts_with("årig"))
        })
        .map(|(i, _, a, b)| (i, a, b))
        .collect()
}

/// Percents of a sentence: where the number stands, its value and its decimals.
pub(crate) fn percents_in(s: &[Token]) -> Vec<(usize, f64, u8)> {
    s.windows(2)
        .enumerate()
        .filter_map(|(i, to)| match to {
            [Token { kind: Kind::Number(x, d), .. }, p]
                if p.is_sign('%') || p.lower == "procent" || p.lower == "pct" =>
            {
                Some((i, *x, *d))
            }
            _ => None,
        })
        .collect()
}

/// The sentence's words as one line, for messages.
pub(crate) fn linje(s: &[Token]) -> String {
    let mut out = String::new();
    for t in s {
        if t.luft && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&t.text);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers_in(s: &str) -> Vec<f64> {
        tokens(s).iter().filter_map(Token::tal).collect()
    }

    #[test]
    fn numbers_are_read_as_danish_writes_them() {
        assert_eq!(numbers_in("1.523 dage, 30,6 %, 17½ år"), [1523.0, 30.6, 17.5]);
        assert_eq!(numbers_in("10-14 og 15.552.000 kr."), [10.0, 14.0, 15_552_000.0]);
        assert_eq!(numbers_in("kl. 16.30"), [16.0, 30.0]);
        assert_eq!(numbers_in("den 31.12.2021"), [31.0, 12.0, 2021.0]);
    }

    #[test]
    fn sentences_end_at_full_stops_but_not_after_abbreviations_or_days() {
        let s = sentences(tokens(
            "Kgs. Enghave og Gl. Køge Landevej er med pr. 30. juni 2022. Det er nyt. 44 % er med.",
        ));
        let lines: Vec<String> = s.iter().map(|s| linje(s)).collect();
        assert_eq!(
            lines,
            [
                "Kgs. Enghave og Gl. Køge Landevej er med pr. 30. juni 2022.",
                "Det er nyt.",
                "44 % er med."
            ]
        );
    }

    #[test]
    fn ages_and_percents_are_found_in_a_sentence() {
        let s = tokens("De 10-14-årige og unge fra 17½ til 25 år, 1-1-forløb og 2-3 gange, 12,4 %");
        let ages: Vec<(f64, f64)> = age_ranges(&s).into_iter().map(|(_, a, b)| (a, b)).collect();
        assert_eq!(ages, [(10.0, 14.0), (17.5, 25.0)]);
        assert_eq!(percents_in(&s).first().map(|p| (p.1, p.2)), Some((12.4, 1)));
    }
}
