//! Punctuation: quotes, dashes, no-break spaces, lists.

use super::{MAANEDER, MINUS, NBSP, TANKESTREG};

/// Words that must not be torn from the number before them.
const ENHEDER: [&str; 14] = [
    "%", "pct.", "kr.", "mio.", "mia.", "år", "dage", "timer", "måneder", "uger", "km", "m", "m²",
    "°C",
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
        let tegn: Vec<char> = tekst.chars().collect();
        let mut ud = String::with_capacity(tekst.len() + 8);
        let mut i = 0;
        while let Some(&c) = tegn.get(i) {
            let rest = tegn.get(i + 1..).unwrap_or_default();
            let (ny, brugt) = match c {
                '"' => (if self.aabner() { '»' } else { '«' }, 1),
                '\'' => (self.enkelt(rest.first().copied()), 1),
                '-' => (self.streg(&tegn, i), 1),
                '.' if rest.starts_with(&['.', '.']) => ('…', 3),
                ' ' if self.binder(&ud, rest) => (NBSP, 1),
                _ => (c, 1),
            };
            ud.push(ny);
            self.foer = Some(ny);
            i += brugt;
        }
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

    /// A hyphen: en dash between numbers and between words, minus before a number, else itself.
    fn streg(&self, tegn: &[char], i: usize) -> char {
        let efter = tegn.get(i + 1).copied();
        match (self.foer, efter) {
            (Some(a), Some(b)) if er_tal(a) && er_tal(b) && !i_kaede(tegn, i) => TANKESTREG,
            (None | Some(' ' | NBSP | '(' | '»'), Some(b)) if b.is_ascii_digit() => MINUS,
            (Some(' ' | NBSP), Some(' ')) => TANKESTREG,
            _ => '-',
        }
    }

    /// Whether the space before `rest` joins a number and its unit, or a word and its number.
    fn binder(&self, ud: &str, rest: &[char]) -> bool {
        let efter: String =
            rest.iter().take_while(|c| !c.is_whitespace()).take(16).collect::<String>();
        let uden_tegn = efter.trim_end_matches([',', ';', ':', ')', '.', '!', '?', '"', '«']);
        let unit = ENHEDER.iter().any(|e| efter == *e || uden_tegn == e.trim_end_matches('.'));
        if self.foer.is_some_and(er_tal) && unit {
            return true;
        }
        let sidste = ud.rsplit(char::is_whitespace).next().unwrap_or_default();
        let dag = sidste
            .strip_suffix('.')
            .is_some_and(|d| (1..=2).contains(&d.len()) && d.bytes().all(|b| b.is_ascii_digit()));
        let maaned = MAANEDER.contains(&uden_tegn);
        let foran = FORAN.contains(&sidste.trim_start_matches(['(', '»']));
        (dag && maaned) || (foran && rest.first().is_some_and(|c| er_tal(*c)))
    }
}

fn er_tal(c: char) -> bool {
    c.is_ascii_digit() || "½¼¾".contains(c)
}

/// Whether the hyphen is one of several in one token: `2024-05-01`, a telephone number.
fn i_kaede(tegn: &[char], i: usize) -> bool {
    let er_del = |c: &&char| er_tal(**c) || **c == '-';
    let foer = tegn.get(..i).unwrap_or_default();
    let efter = tegn.get(i + 1..).unwrap_or_default();
    foer.iter().rev().take_while(er_del).any(|c| *c == '-')
        || efter.iter().take_while(er_del).any(|c| *c == '-')
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
        assert_eq!(typografi("en by - en hel by"), "en by – en hel by");
        for uaendret in ["WHO-5", "18-årige", "rocker-bande", "2024-05-01", "før- og efter"] {
            assert_eq!(typografi(uaendret), uaendret);
        }
    }

    #[test]
    fn a_hyphen_before_a_number_is_a_minus() {
        assert_eq!(typografi("fra -5 til 3"), "fra −5 til 3");
    }

    #[test]
    fn numbers_and_their_units_are_not_torn_apart() {
        assert_eq!(typografi("30,6 %, 500 kr."), "30,6\u{a0}%, 500\u{a0}kr.");
        assert_eq!(typografi("5,9 mio. kr. til"), "5,9\u{a0}mio. kr. til");
        assert_eq!(typografi("kl. 17.30 og nr. 4"), "kl.\u{a0}17.30 og nr.\u{a0}4");
        assert_eq!(typografi("den 31. december 2021"), "den 31.\u{a0}december 2021");
        assert_eq!(typografi("(ca. 55 unge)"), "(ca.\u{a0}55 unge)");
        assert_eq!(typografi("14 årige, alle år"), "14 årige, alle år");
    }

    #[test]
    fn three_dots_are_an_ellipsis() {
        assert_eq!(typografi("at ..."), "at …");
    }
}
