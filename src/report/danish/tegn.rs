//! Punctuation: quotes, dashes, no-break spaces, lists.

use super::{MAANEDER, MINUS, NBSP, TANKESTREG};

/// Words that must not be torn from the number before them.
const ENHEDER: [&str; 25] = [
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
const FORAN: [&str; 8] = ["kl.", "nr.", "ca.", "pr.", "§", "stk.", "side", "s."];

/// Joins words: `a`, `a og b`, `a, b og c`.
#[must_use]
pub fn liste<S: AsRef<str>>(ord: &[S]) -> String {
    match ord {
        [] => String::new(),
        [en] => en.as_ref().to_owned(),
        [foerste @ .., sidste] => {
            let foerste: Vec<&str> = foerste.iter().map(AsRef::as_ref).collect();
            format!("{} og {}", foerste.join(", "), sidste.as_ref())
        }
    }
}

/// Sets plain text as Danish is set: »quotes«, en dashes in ranges and between words, real minus
/// and ellipsis, no-break spaces between a number and its unit and after `kl.`, `nr.` and the like.
#[must_use]
pub fn typografi(tekst: &str) -> String {
    Typografi::default().saet(tekst)
}

/// [`typografi`] over a text that comes in pieces (emphasis splits it): remembers what stood
/// before, so that a quote after a bold word still closes.
#[derive(Debug, Default)]
pub struct Typografi {
    foer: Option<char>,
    enkelt_aaben: bool,
}

impl Typografi {
    /// Sets the next piece.
    pub fn saet(&mut self, tekst: &str) -> String {
        let mut ud = String::with_capacity(tekst.len() + 8);
        let mut rest = tekst;
        while let Some(i) =
            rest.bytes().position(|b| matches!(b, b'"' | b'\'' | b'-' | b'.' | b' '))
        {
            let (ord, fra) = rest.split_at(i);
            ud.push_str(ord);
            self.foer = ord.chars().next_back().or(self.foer);
            let (tegn, efter) = fra.split_at(1);
            let foerste = efter.chars().next();
            let (ny, brugt) = match tegn {
                "\"" => (if self.aabner() { '»' } else { '«' }, 1),
                "'" => (self.enkelt(foerste), 1),
                "-" => (self.streg(tekst, tekst.len() - fra.len()), 1),
                "." if efter.starts_with("..") => ('…', 3),
                "." => ('.', 1),
                _ if self.binder(&ud, efter) => (NBSP, 1),
                _ => (' ', 1),
            };
            ud.push(ny);
            self.foer = Some(ny);
            rest = fra.get(brugt..).unwrap_or_default();
        }
        ud.push_str(rest);
        self.foer = rest.chars().next_back().or(self.foer);
        ud
    }

    fn aabner(&self) -> bool {
        self.foer.is_none_or(|c| c.is_whitespace() || "([{/»›–—".contains(c))
    }

    fn enkelt(&mut self, efter: Option<char>) -> char {
        if self.aabner() && efter.is_some_and(char::is_alphanumeric) {
            self.enkelt_aaben = true;
            '›'
        } else if self.enkelt_aaben && !efter.is_some_and(char::is_alphanumeric) {
            self.enkelt_aaben = false;
            '‹'
        } else {
            '’'
        }
    }

    /// The hyphen at byte `i`: en dash between numbers and between words, minus before a number,
    /// else itself.
    fn streg(&self, tekst: &str, i: usize) -> char {
        let (foer, efter) = (tekst.get(..i), tekst.get(i + 1..));
        let (foer, efter) = (foer.unwrap_or_default(), efter.unwrap_or_default());
        match (self.foer, efter.chars().next()) {
            (Some(a), Some(b)) if er_tal(a) && er_tal(b) && er_interval(foer, efter) => TANKESTREG,
            (None | Some(' ' | NBSP | '(' | '»'), Some(b)) if b.is_ascii_digit() => MINUS,
            (Some(' ' | NBSP), Some(' ')) => TANKESTREG,
            _ => '-',
        }
    }

    /// Whether the space before `rest` joins a number and its unit, a word and its number, or the
    /// parts of a name.
    fn binder(&self, ud: &str, rest: &str) -> bool {
        let sidste = || sidste_ord(ud).trim_start_matches(['(', '»']);
        let foerste = rest.chars().next();
        match self.foer {
            Some(c) if er_tal(c) && er_enhed(rest) => true,
            // `(2024) kr.`
            Some(')') if sidste().trim_end_matches(')').ends_with(er_tal) => er_enhed(rest),
            Some('.') if er_dag(sidste_ord(ud)) && MAANEDER.contains(&uden_tegn(rest)) => true,
            Some('.') if matches!(sidste(), "mio." | "mia.") && uden_tegn(rest) == "kr" => true,
            Some('.') if foerste.is_some_and(char::is_uppercase) => er_navnedel(sidste()),
            _ => {
                foerste.is_some_and(er_tal)
                    && (FORAN.contains(&sidste()) || er_bogstavord(sidste()))
            }
        }
    }
}

/// `Kgs.`, `Gl.`, `Sdr.`: a few letters of a name, told from a sentence's last word by its having
/// no vowel.
fn er_navnedel(ord: &str) -> bool {
    let mut bogstaver = ord.strip_suffix('.').unwrap_or_default().chars();
    bogstaver.next().is_some_and(char::is_uppercase)
        && (1..=3).contains(&bogstaver.clone().count())
        && bogstaver.all(|c| c.is_lowercase() && !"aeiouyæøå".contains(c))
}

/// `KBH`, as in `KBH 18+`: capitals only.
fn er_bogstavord(ord: &str) -> bool {
    ord.chars().count() > 1 && ord.chars().all(char::is_uppercase)
}

fn sidste_ord(ud: &str) -> &str {
    ud.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// `31.`
fn er_dag(ord: &str) -> bool {
    let dag = ord.strip_suffix('.').unwrap_or_default();
    (1..=2).contains(&dag.len()) && dag.bytes().all(|b| b.is_ascii_digit())
}

/// The first word.
fn foerste_ord(rest: &str) -> &str {
    rest.split(char::is_whitespace).next().unwrap_or_default()
}

/// The first word, without what may follow it.
fn uden_tegn(rest: &str) -> &str {
    foerste_ord(rest).trim_end_matches([',', ';', ':', ')', '.', '!', '?', '"', '«'])
}

fn er_enhed(rest: &str) -> bool {
    let (ord, uden_tegn) = (foerste_ord(rest), uden_tegn(rest));
    ENHEDER.iter().any(|e| ord == *e || uden_tegn == e.trim_end_matches('.'))
}

fn er_tal(c: char) -> bool {
    c.is_ascii_digit() || "½¼¾".contains(c)
}

/// Whether the hyphen between the two is one of several in one token: `2024-05-01`, a telephone
/// number.
fn i_kaede(foer: &str, efter: &str) -> bool {
    let er_del = |c: &char| er_tal(*c) || *c == '-';
    // A last hyphen joins a word: `18-25-årige`.
    let resten: String = efter.chars().take_while(er_del).collect();
    foer.chars().rev().take_while(er_del).any(|c| c == '-')
        || resten.trim_end_matches('-').contains('-')
}

/// Words after which two numbers with a hyphen are one number: of a case, a book, a telephone.
const NUMRE: [&str; 16] = [
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
const GADER: [&str; 11] = [
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
fn er_interval(foer: &str, efter: &str) -> bool {
    let (fra, til) = (sidste_ord(foer), foerste_ord(efter));
    let link = |ord: &str| ord.contains("://") || ord.contains('@') || ord.starts_with("www.");
    if i_kaede(foer, efter) || link(fra) || fra.contains('/') {
        return false;
    }
    let uden = foer.get(..foer.len() - fra.len()).unwrap_or_default().trim_end();
    let ord = sidste_ord(uden).trim_start_matches('(').trim_end_matches(':').to_lowercase();
    let by = GADER.iter().any(|gade| ord.ends_with(gade)) && ord.len() > 4;
    if NUMRE.contains(&ord.as_str()) || by {
        return false;
    }
    let cifre = |ord: &str| ord.chars().take_while(char::is_ascii_digit).collect::<String>();
    let bagfra: String = fra.chars().rev().take_while(char::is_ascii_digit).collect();
    let (fra, til) = (bagfra.chars().rev().collect::<String>(), cifre(til));
    // `2023-0123456` is no range, nor is what runs down; `2023-24` is a year in short.
    let ned = fra.len() == til.len() && fra > til;
    !(ned || til.len() > 1 && til.starts_with('0') || til.len() > fra.len() + 3)
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
        assert_eq!(typografi("Han siger \"ja\"."), "Han siger »ja«.");
        assert_eq!(typografi("(\"ja\")"), "(»ja«)");
        assert_eq!(typografi("\"Et 'ord' her\""), "»Et ›ord‹ her«");
        assert_eq!(typografi("SOF's"), "SOF’s");
    }

    #[test]
    fn quotes_close_after_an_emphasised_word_too() {
        let mut t = Typografi::default();
        assert_eq!(t.saet("\""), "»");
        assert_eq!(t.saet("ord"), "ord");
        assert_eq!(t.saet("\" og \"to\""), "« og »to«");
    }

    #[test]
    fn ranges_and_parentheses_take_an_en_dash_and_compounds_keep_the_hyphen() {
        assert_eq!(typografi("10-14 år"), "10–14\u{a0}år");
        assert_eq!(typografi("17½-46"), "17½–46");
        assert_eq!(typografi("de 18-25-årige"), "de 18–25-årige");
        assert_eq!(typografi("en by - en hel by"), "en by – en hel by");
        for uaendret in ["WHO-5", "18-årige", "rocker-bande", "2024-05-01", "før- og efter"] {
            assert_eq!(typografi(uaendret), uaendret);
        }
    }

    #[test]
    fn only_ranges_take_an_en_dash() {
        for uaendret in [
            "Nørrebrogade 10-12",
            "sagsnr. 2023-0123456",
            "tlf. 3366-3366",
            "2024-0042",
            "https://kk.dk/2014-2022",
            "cvr: 64-94",
        ] {
            assert_eq!(typografi(uaendret), uaendret);
        }
        assert_eq!(typografi("ISBN 87-12345"), "ISBN\u{a0}87-12345");
        assert_eq!(typografi("2014-2022"), "2014–2022");
        assert_eq!(typografi("2023-24"), "2023–24");
        assert_eq!(typografi("(10-14)"), "(10–14)");
    }

    #[test]
    fn a_hyphen_before_a_number_is_a_minus() {
        assert_eq!(typografi("fra -5 til 3"), "fra −5 til 3");
    }

    #[test]
    fn numbers_and_their_units_are_not_torn_apart() {
        assert_eq!(typografi("30,6 %, 500 kr."), "30,6\u{a0}%, 500\u{a0}kr.");
        assert_eq!(typografi("Økonomi (2024) kr."), "Økonomi (2024)\u{a0}kr.");
        assert_eq!(typografi("5,9 mio. kr. til"), "5,9\u{a0}mio.\u{a0}kr. til");
        assert_eq!(typografi("kl. 17.30 og nr. 4"), "kl.\u{a0}17.30 og nr.\u{a0}4");
        assert_eq!(typografi("den 31. december 2021"), "den 31.\u{a0}december 2021");
        assert_eq!(typografi("(ca. 55 unge)"), "(ca.\u{a0}55 unge)");
        assert_eq!(typografi("4,5 måned og 1 time"), "4,5\u{a0}måned og 1\u{a0}time");
        assert_eq!(typografi("14 årige, alle år"), "14 årige, alle år");
    }

    #[test]
    fn names_with_an_abbreviation_or_a_number_stay_together() {
        assert_eq!(typografi("Kgs. Enghave"), "Kgs.\u{a0}Enghave");
        assert_eq!(typografi("(Gl. Køge Landevej)"), "(Gl.\u{a0}Køge Landevej)");
        assert_eq!(typografi("hos KBH 18+ og WHO 5"), "hos KBH\u{a0}18+ og WHO\u{a0}5");
        for uaendret in ["i Indre By. Sikker By", "hos SOF. Den", "SSP og 18", "se BIF i 2023"] {
            assert_eq!(typografi(uaendret), uaendret);
        }
    }

    #[test]
    fn three_dots_are_an_ellipsis() {
        assert_eq!(typografi("at ..."), "at …");
    }
}
