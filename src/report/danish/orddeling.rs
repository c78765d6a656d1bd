//! Where long Danish words may be divided at the end of a line: compounds where their parts meet,
//! other words where patterns find a syllable.
//!
//! Source of the rule: Retskrivningsordbogen § 15-17 (a compound is divided between its parts; the
//! parts' own syllables come second). The parts stand in `orddeling.toml`. A place that may be
//! divided is marked with a soft hyphen; the typesetter takes those out again that it did not use.

use std::collections::HashSet;
use std::sync::LazyLock;

use hypher::Lang;
use serde::Deserialize;

/// The soft hyphen.
pub const BLOED: char = '\u{ad}';
/// A place where a line may end without a hyphen.
pub const BRUD: char = '\u{200b}';

/// Fewest letters before a division.
const FOER: usize = 3;
/// Fewest letters after a division.
const EFTER: usize = 4;
/// Fewest letters of a last part that is known whatever stands before it.
const LANGT_LED: usize = 6;

#[derive(Deserialize)]
struct Lister {
    foer_s: Vec<String>,
    lange: Vec<String>,
    korte: Vec<String>,
    forled: HashSet<String>,
    forstavelser: Vec<String>,
    foer_forstavelse: HashSet<String>,
    afledte: Vec<String>,
}

/// The lists, parts longest first.
static LISTER: LazyLock<Lister> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    let mut lister: Lister =
        toml::from_str(include_str!("orddeling.toml")).unwrap_or_else(|_| Lister {
            foer_s: Vec::new(),
            lange: Vec::new(),
            korte: Vec::new(),
            forled: HashSet::new(),
            forstavelser: Vec::new(),
            foer_forstavelse: HashSet::new(),
            afledte: Vec::new(),
        });
    let korte = lister.lange.iter().filter(|l| l.chars().count() < LANGT_LED).cloned();
    lister.korte.extend(korte.collect::<Vec<_>>());
    lister.lange.retain(|l| l.chars().count() >= LANGT_LED);
    lister.lange.sort_by_key(|l| std::cmp::Reverse(l.len()));
    lister.korte.sort_by_key(|l| std::cmp::Reverse(l.len()));
    lister
});

/// A text with a soft hyphen wherever a word of at least `mindst` letters may be divided. Words
/// with a capital, figures or signs in them are names or formulas, and stay whole.
/// Remembered: a preview has most texts again after every edit.
#[comemo::memoize]
#[must_use]
pub fn delt(tekst: &str, mindst: usize) -> String {
    let mut ud = String::with_capacity(tekst.len() + tekst.len() / 16);
    let mut rest = tekst;
    while let Some(fra) = rest.find(char::is_alphabetic) {
        let (foer, efter) = rest.split_at(fra);
        ud.push_str(foer);
        let slut = efter.find(|c: char| !c.is_alphabetic()).unwrap_or(efter.len());
        let (ord, videre) = efter.split_at(slut);
        let hel = foer.ends_with(|c: char| c.is_ascii_digit() || "/.@_".contains(c))
            || videre.starts_with(|c: char| c.is_ascii_digit() || "/@_".contains(c))
            || ord.chars().count() < mindst
            || !ord.chars().all(char::is_lowercase);
        if hel {
            ud.push_str(ord);
        } else {
            let mut sidst = 0;
            for sted in delinger(ord) {
                ud.push_str(ord.get(sidst..sted).unwrap_or_default());
                ud.push(BLOED);
                sidst = sted;
            }
            ud.push_str(ord.get(sidst..).unwrap_or_default());
        }
        rest = videre;
    }
    ud.push_str(rest);
    ud
}

/// Where a word in small letters may be divided, as byte offsets in order: at its joints, or where
/// it has none, between the syllables of a derived word.
#[must_use]
pub fn delinger(ord: &str) -> Vec<usize> {
    let mut steder = samlinger(ord);
    if steder.is_empty() && LISTER.afledte.iter().any(|e| ord.ends_with(e.as_str())) {
        steder = stavelser(ord);
    }
    steder.retain(|s| rum(ord, *s));
    steder
}

/// Enough letters on both sides.
fn rum(ord: &str, sted: usize) -> bool {
    let bogstaver = |s: Option<&str>| s.map_or(0, |s| s.chars().count());
    bogstaver(ord.get(..sted)) >= FOER && bogstaver(ord.get(sted..)) >= EFTER
}

/// The joints of a compound, in order.
fn samlinger(ord: &str) -> Vec<usize> {
    let lister = &*LISTER;
    let mut fundet: Vec<usize> = Vec::new();
    let mut fri = 0;
    let steder: Vec<usize> = ord.char_indices().map(|(i, _)| i).skip(2).collect();
    for sted in steder {
        let (venstre, hoejre) = ord.split_at(sted);
        if sted < fri {
            continue;
        }
        let siden = fundet.last().copied().unwrap_or(0);
        let eget = venstre.get(siden..).unwrap_or_default();
        let kort = |led: &str| hoejre.starts_with(led) && (forled(eget) || forled(venstre));
        let langt = lister.lange.iter().find(|l| hoejre.starts_with(l.as_str()));
        let led = langt
            .filter(|_| slutter_et_led(eget))
            .or_else(|| lister.korte.iter().find(|l| kort(l.as_str())));
        let efter_s = || endelse_s(eget) && begynder_et_led(hoejre);
        if let Some(led) = led {
            let foran = match forstavelse(eget) {
                0 => ukendt_forstavelse(eget),
                laengde => laengde,
            };
            let sted = sted - foran;
            // A known part one letter on decides for itself where the s belongs.
            fundet.retain(|f| sted.abs_diff(*f) > 1);
            fundet.push(sted);
            fri = venstre.len() + led.len();
        } else if efter_s() {
            fundet.push(sted);
        }
    }
    fundet.retain(|s| ord.get(*s..).is_some_and(|r| r.chars().count() >= 3));
    fundet
}

/// Length of the prefix that a part ends in, where it belongs to what follows: `løn|for` before
/// `handling`.
fn forstavelse(eget: &str) -> usize {
    let hoerer_til = |f: &&String| {
        eget.strip_suffix(f.as_str())
            .is_some_and(|rest| LISTER.foer_forstavelse.contains(rest) || forled(rest))
    };
    LISTER.forstavelser.iter().find(hoerer_til).map_or(0, String::len)
}

/// Length of the prefix that a part of several syllables ends in, though what stands before it is
/// not known: `general|for` before `samling`. Parts that only look so are known themselves.
fn ukendt_forstavelse(eget: &str) -> usize {
    let hoerer_til = |f: &&str| {
        eget.strip_suffix(*f)
            .is_some_and(|rest| rest.chars().count() > FOER && slutter_et_led(rest))
    };
    if forled(eget) {
        return 0;
    }
    ["for", "op", "over", "under"].into_iter().find(hoerer_til).map_or(0, |f| f.len())
}

/// Whether a syllable ends in the first half of a Latin prefix behind a part of its own:
/// `turist|at` before `traktion`.
fn midt_i_forstavelse(foer: &str, efter: &str) -> bool {
    let Some(sidste) = foer.chars().next_back().filter(|c| efter.starts_with(*c)) else {
        return false;
    };
    foer.strip_suffix(sidste)
        .and_then(|rest| rest.strip_suffix('a'))
        .is_some_and(|rest| rest.chars().count() >= FOER && slutter_et_led(rest))
}

/// Whether a first part may stand before a short last one: it is in the list, or ends in a linking s.
fn forled(eget: &str) -> bool {
    let kendt = |led: &str| LISTER.lange.iter().any(|l| led == l || led.ends_with(l.as_str()));
    LISTER.forled.contains(eget) || endelse_s(eget) || eget.strip_suffix('s').is_some_and(kendt)
}

/// An ending that always takes a linking s, with its s.
fn endelse_s(eget: &str) -> bool {
    let Some(stem) = eget.strip_suffix('s') else { return false };
    let endelse = |e: &String| {
        stem.strip_suffix(e.as_str()).is_some_and(|f| f.chars().count() >= 2 && har_vokal(f))
    };
    LISTER.foer_s.iter().any(endelse) || stem == "arbejd" || stem == "erhverv"
}

/// Whether letters can begin a part: a vowel soon, and no group that no word begins with.
fn begynder_et_led(hoejre: &str) -> bool {
    let konsonanter: String = hoejre.chars().take_while(|c| !vokal(*c)).collect();
    let kan = match konsonanter.chars().count() {
        0 | 1 => konsonanter != "x",
        2 => [
            "bl", "br", "dr", "fl", "fr", "gl", "gr", "hj", "hv", "kl", "kn", "kr", "kv", "pl",
            "pr", "sk", "sl", "sm", "sn", "sp", "st", "sv", "tr", "tv", "vr", "bj", "fj", "tj",
            "dj",
        ]
        .contains(&konsonanter.as_str()),
        3 => ["skr", "spr", "str", "spl", "skj"].contains(&konsonanter.as_str()),
        _ => false,
    };
    kan && hoejre.chars().count() >= EFTER && har_vokal(hoejre)
}

/// Whether letters can end a part: at least two, a vowel among them, and no group that only
/// begins a syllable (`forbr` before `ydelse`).
fn slutter_et_led(eget: &str) -> bool {
    let mut bagfra = eget.chars().rev();
    let (sidste, foer) = (bagfra.next(), bagfra.next());
    let begynder = matches!((foer, sidste), (Some(a), Some('r' | 'l')) if "bdfgkptv".contains(a));
    foer.is_some() && har_vokal(eget) && !begynder
}

fn har_vokal(s: &str) -> bool {
    s.chars().any(vokal)
}

fn vokal(c: char) -> bool {
    "aeiouyæøåé".contains(c)
}

/// Syllables of a word without joints: where the patterns for Danish and those for Norwegian,
/// which know more words, agree.
fn stavelser(led: &str) -> Vec<usize> {
    let steder = |sprog| -> Vec<usize> {
        let mut til = 0;
        hypher::hyphenate(led, sprog)
            .map(|s| {
                til += s.len();
                til
            })
            .collect()
    };
    let norske = steder(Lang::Norwegian);
    let god = |s: &usize| {
        let (foer, efter) = led.split_at(*s);
        *s < led.len() && norske.contains(s) && !midt_i_forstavelse(foer, efter)
    };
    steder(Lang::Danish).into_iter().filter(god).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vist(ord: &str) -> String {
        delt(ord, 8).replace(BLOED, "|")
    }

    #[test]
    fn the_lists_can_be_read() {
        let lister: Result<Lister, _> = toml::from_str(include_str!("orddeling.toml"));
        assert!(lister.is_ok_and(|l| l.lange.len() > 200 && l.forled.len() > 100));
    }

    #[test]
    fn compounds_are_divided_where_their_parts_meet() {
        for (ord, ventet) in [
            ("kriminalitetstruede", "kriminalitets|truede"),
            ("løntilskud", "løn|tilskud"),
            ("boligejere", "bolig|ejere"),
            ("brandøvelse", "brand|øvelse"),
            ("boligsocial", "bolig|social"),
            ("lønforhandling", "løn|forhandling"),
            ("årsberetning", "års|beretning"),
            ("generalforsamlingen", "general|forsamlingen"),
            ("startopstillingen", "start|opstillingen"),
            ("familierådgivere", "familie|rådgivere"),
        ] {
            assert_eq!(vist(ord), ventet);
        }
    }

    /// Compounds of the municipality's language, from the report and from Debian's word list of
    /// Danish, with their joints.
    const LISTE: &str = include_str!("../../../tests/fixtures/orddeling.txt");

    /// Compounds of everyday Danish that the parts were not chosen by: the longer words of a list by
    /// frequency that are two of its words in a row, none of them in the report or in the list above.
    const ANDRE: &str = include_str!("../../../tests/fixtures/orddeling-andre.txt");

    /// Right breaks, words with a wrong one, and joints where a break has room.
    fn delt_ved_samlingerne(liste: &str) -> (usize, Vec<String>, usize) {
        let (mut rigtige, mut forkerte, mut mulige) = (0, Vec::new(), 0);
        for linje in liste.lines() {
            let ord = linje.replace('-', "");
            let mut samlinger = Vec::new();
            let mut til = 0;
            for led in linje.split('-') {
                til += led.len();
                samlinger.push(til);
            }
            mulige += samlinger.iter().filter(|s| rum(&ord, **s)).count();
            for sted in delinger(&ord) {
                if samlinger.contains(&sted) {
                    rigtige += 1;
                } else {
                    forkerte.push(vist(&ord));
                }
            }
        }
        (rigtige, forkerte, mulige)
    }

    #[test]
    fn five_hundred_compounds_are_divided_at_their_joints() {
        let (rigtige, forkerte, mulige) = delt_ved_samlingerne(LISTE);
        assert!(LISTE.lines().count() > 500);
        assert!(forkerte.len() * 100 < rigtige, "{forkerte:?}");
        assert!(rigtige * 100 > mulige * 90, "{rigtige} of {mulige}");
    }

    /// Half of such compounds have a part that is known; the rest is hardly ever divided at all.
    /// Most of what counts as wrong here is a division between syllables, or at a second joint.
    #[test]
    fn compounds_that_no_part_was_chosen_by_are_seldom_divided_elsewhere() {
        let (rigtige, forkerte, mulige) = delt_ved_samlingerne(ANDRE);
        assert!(ANDRE.lines().count() > 500);
        assert!(rigtige * 100 > mulige * 45, "{rigtige} of {mulige}");
        assert!(forkerte.len() * 100 < rigtige * 28, "{}: {forkerte:?}", forkerte.len());
    }

    #[test]
    fn a_prefix_is_not_taken_from_its_word() {
        assert!(!vist("turistattraktioner").contains("at|tr"), "{}", vist("turistattraktioner"));
    }

    #[test]
    fn no_part_is_shorter_than_three_letters_before_and_four_after() {
        assert_eq!(vist("byområderne"), "byområderne");
        assert_eq!(vist("ungdomsjob"), "ungdomsjob");
        assert_eq!(vist("forbrydelser"), "for|bry|delser");
    }

    #[test]
    fn names_figures_and_addresses_stay_whole() {
        for hel in [
            "Socialforvaltningen",
            "SydhavnsCompagniet",
            "kommunikationsmedarbejder@kk.dk",
            "kk.dk/boligforeninger",
        ] {
            assert_eq!(vist(hel), hel);
        }
        assert_eq!(vist("en kriminalitetstruet ung"), "en kriminalitets|truet ung");
    }
}
