//! Words: prose cut into sentences and tokens, so that a rule can read it without guessing at
//! characters.

use crate::report::danish::MONTHS;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Slags {
    /// A word.
    Ord,
    /// A number with the decimals it is written with.
    Tal(f64, u8),
    /// One other character.
    Tegn(char),
}

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Kind.
    pub slags: Slags,
    /// As written.
    pub tekst: String,
    /// Lower case.
    pub lav: String,
    /// True where space stands before it.
    pub luft: bool,
}

impl Token {
    /// The number, where it is one.
    pub fn tal(&self) -> Option<f64> {
        match self.slags {
            Slags::Tal(x, _) => Some(x),
            Slags::Ord | Slags::Tegn(_) => None,
        }
    }

    /// A whole number in figures or words, to twenty: `4`, `fire`.
    pub fn heltal(&self) -> Option<usize> {
        match self.slags {
            Slags::Tal(x, 0) if (0.0..1e9).contains(&x) && x.fract() == 0.0 => Some(x as usize),
            Slags::Ord => number_word(&self.lav),
            Slags::Tal(..) | Slags::Tegn(_) => None,
        }
    }

    /// A year.
    pub fn aar(&self) -> Option<i32> {
        let aar: i32 = self.tekst.parse().ok()?;
        (self.tekst.len() == 4 && (1900..2100).contains(&aar)).then_some(aar)
    }

    /// True for that sign.
    pub fn er(&self, tegn: char) -> bool {
        self.slags == Slags::Tegn(tegn)
    }

    /// True for a word.
    pub fn er_ord(&self) -> bool {
        self.slags == Slags::Ord
    }

    /// True where the first letter is a capital.
    pub fn stort(&self) -> bool {
        self.tekst.chars().next().is_some_and(char::is_uppercase)
    }

    /// The month, 1 to 12.
    pub fn month(&self) -> Option<u8> {
        let nr = MONTHS.iter().position(|m| *m == self.lav)?;
        u8::try_from(nr + 1).ok()
    }

    /// True for a hyphen or a dash.
    pub fn streg(&self) -> bool {
        self.er('-') || self.er('–')
    }
}

/// Number words, nul to tyve. `en` and `et` are articles far more often than numbers.
fn number_word(ord: &str) -> Option<usize> {
    const ORD: [&str; 21] = [
        "nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve",
        "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve",
    ];
    // Most words are longer than any of these.
    (ord.len() <= 7).then(|| ORD.iter().position(|o| *o == ord)).flatten()
}

/// Abbreviations after which a full stop ends no sentence.
const FORKORTELSER: [&str; 16] = [
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
        let (laengde, slags) = if c.is_ascii_digit() || c == '½' {
            tal(rest)
        } else if c.is_alphabetic() {
            (ordlaengde(rest), Slags::Ord)
        } else {
            (c.len_utf8(), Slags::Tegn(c))
        };
        let (her, efter) = rest.split_at(laengde);
        out.push(Token { slags, tekst: her.to_owned(), lav: her.to_lowercase(), luft });
        rest = efter;
        luft = false;
    }
    out
}

/// Length of the word: hyphens and apostrophes inside it belong to it.
fn ordlaengde(s: &str) -> usize {
    let mut slut = 0;
    for (i, c) in s.char_indices() {
        if c.is_alphanumeric() {
            slut = i + c.len_utf8();
        } else if !matches!(c, '-' | '\'' | '’' | '/') || i > slut {
            break;
        }
    }
    slut
}

/// Length and value of a number: `1.523`, `30,6`, `17½`.
fn tal(s: &str) -> (usize, Slags) {
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let mut integer: String = s[..digits(s)].to_owned();
    let mut slut = integer.len();
    while (1..=3).contains(&integer.len()) || slut > integer.len() {
        let Some(gruppe) = s[slut..].strip_prefix('.') else { break };
        if digits(gruppe) != 3 {
            break;
        }
        integer.push_str(&gruppe[..3]);
        slut += 4;
    }
    let mut value: f64 = integer.parse().unwrap_or(0.0);
    let mut decimaler = 0;
    if let Some(fraction) = s[slut..].strip_prefix(',')
        && digits(fraction) > 0
    {
        let n = digits(fraction);
        value = format!("{integer}.{}", &fraction[..n]).parse().unwrap_or(value);
        decimaler = u8::try_from(n).unwrap_or(u8::MAX);
        slut += 1 + n;
    } else if s[slut..].starts_with('½') {
        value += 0.5;
        decimaler = 1;
        slut += '½'.len_utf8();
    }
    (slut, Slags::Tal(value, decimaler))
}

/// Cuts tokens into sentences; the sign that ends one stays with it.
pub(crate) fn saetninger(tokens: Vec<Token>) -> Vec<Vec<Token>> {
    let mut out = Vec::new();
    let mut nu: Vec<Token> = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(t) = rest.next() {
        let ender = matches!(t.slags, Slags::Tegn('.' | '?' | '!'))
            && rest.peek().is_none_or(|n| begynder(nu.last(), n));
        nu.push(t);
        if ender {
            out.push(std::mem::take(&mut nu));
        }
    }
    if !nu.is_empty() {
        out.push(nu);
    }
    out
}

/// True where a sentence can begin after a full stop that stands between these two.
fn begynder(foer: Option<&Token>, efter: &Token) -> bool {
    let nyt = efter.luft && (efter.stort() || efter.tal().is_some() || efter.er('"'));
    let efter_tal = foer.is_some_and(|f| f.tal().is_some()) && efter.tal().is_some();
    let forkortet = foer.is_some_and(|f| {
        let last = f.lav.rsplit('/').next().unwrap_or_default();
        f.er_ord() && FORKORTELSER.contains(&last)
    });
    nyt && !efter_tal && !forkortet
}

/// A range of two numbers: where it begins, where it ends, from and to. Reads `10-14`,
/// `17½ til 25` and `mellem 18 og 25`.
pub(crate) fn intervaller(s: &[Token]) -> Vec<(usize, usize, f64, f64)> {
    let mut out = Vec::new();
    for (i, tre) in s.windows(3).enumerate() {
        let [fra, midt, til] = tre else { continue };
        let (Some(a), Some(b)) = (fra.tal(), til.tal()) else { continue };
        let foer = i.checked_sub(1).and_then(|f| s.get(f));
        let mellem = foer.is_some_and(|f| f.lav == "mellem") && midt.lav == "og";
        let kaede = foer.is_some_and(Token::streg)
            || s.get(i + 3).is_some_and(Token::streg)
                && s.get(i + 4).is_some_and(|t| t.tal().is_some());
        if (midt.streg() || midt.lav == "til" || mellem) && !kaede {
            out.push((i, i + 3, a, b));
        }
    }
    out
}

/// Ranges of ages: `10-14 år`, `10-14-årige`, `17½ til 25 år`.
pub(crate) fn aldersintervaller(s: &[Token]) -> Vec<(usize, f64, f64)> {
    intervaller(s)
        .into_iter()
        .filter(|(_, slut, ..)| {
            let efter = s.get(*slut).filter(|t| t.streg()).map_or(*slut, |_| slut + 1);
            s.get(efter).is_some_and(|t| t.lav == "år" || t.lav.starts_with("årig"))
        })
        .map(|(i, _, a, b)| (i, a, b))
        .collect()
}

/// Percents of a sentence: where the number stands, its value and its decimals.
pub(crate) fn percents_in(s: &[Token]) -> Vec<(usize, f64, u8)> {
    s.windows(2)
        .enumerate()
        .filter_map(|(i, to)| match to {
            [Token { slags: Slags::Tal(x, d), .. }, p]
                if p.er('%') || p.lav == "procent" || p.lav == "pct" =>
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
        out.push_str(&t.tekst);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tal_i(s: &str) -> Vec<f64> {
        tokens(s).iter().filter_map(Token::tal).collect()
    }

    #[test]
    fn numbers_are_read_as_danish_writes_them() {
        assert_eq!(tal_i("1.523 dage, 30,6 %, 17½ år"), [1523.0, 30.6, 17.5]);
        assert_eq!(tal_i("10-14 og 15.552.000 kr."), [10.0, 14.0, 15_552_000.0]);
        assert_eq!(tal_i("kl. 16.30"), [16.0, 30.0]);
        assert_eq!(tal_i("den 31.12.2021"), [31.0, 12.0, 2021.0]);
    }

    #[test]
    fn sentences_end_at_full_stops_but_not_after_abbreviations_or_days() {
        let s = saetninger(tokens(
            "Kgs. Enghave og Gl. Køge Landevej er med pr. 30. juni 2022. Det er nyt. 44 % er med.",
        ));
        let linjer: Vec<String> = s.iter().map(|s| linje(s)).collect();
        assert_eq!(
            linjer,
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
        let aldre: Vec<(f64, f64)> =
            aldersintervaller(&s).into_iter().map(|(_, a, b)| (a, b)).collect();
        assert_eq!(aldre, [(10.0, 14.0), (17.5, 25.0)]);
        assert_eq!(percents_in(&s).first().map(|p| (p.1, p.2)), Some((12.4, 1)));
    }
}
