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
pub const SOFT_HYPHEN: char = '\u{ad}';
/// A place where a line may end without a hyphen.
pub const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// What keeps a line from ending, and has no width.
pub const WORD_JOINER: char = '\u{2060}';

/// Fewest letters before a division.
const MIN_BEFORE: usize = 3;
/// Fewest letters after a division.
const MIN_AFTER: usize = 4;
/// Fewest letters of a name that is divided at its joints.
const LONG_NAME: usize = 20;
/// Fewest letters of a last part that is known whatever stands before it.
const LONG_PART: usize = 6;

#[derive(Deserialize)]
struct Lists {
    foer_s: Vec<String>,
    lange: Vec<String>,
    korte: Vec<String>,
    forled: HashSet<String>,
    forstavelser: Vec<String>,
    foer_forstavelse: HashSet<String>,
    afledte: Vec<String>,
}

/// The lists, parts longest first.
static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    let mut lists: Lists =
        toml::from_str(include_str!("orddeling.toml")).unwrap_or_else(|_| Lists {
            foer_s: Vec::new(),
            lange: Vec::new(),
            korte: Vec::new(),
            forled: HashSet::new(),
            forstavelser: Vec::new(),
            foer_forstavelse: HashSet::new(),
            afledte: Vec::new(),
        });
    let korte = lists.lange.iter().filter(|l| l.chars().count() < LONG_PART).cloned();
    lists.korte.extend(korte.collect::<Vec<_>>());
    lists.lange.retain(|l| l.chars().count() >= LONG_PART);
    lists.lange.sort_by_key(|l| std::cmp::Reverse(l.len()));
    lists.korte.sort_by_key(|l| std::cmp::Reverse(l.len()));
    lists
});

/// A text with a soft hyphen wherever a word of at least `mindst` letters may be divided. Words
/// with a capital, figures or signs in them are names or formulas, and stay whole, but for names so
/// long that a line would be left half empty before them.
/// Remembered: a preview has most texts again after every edit.
#[comemo::memoize]
#[must_use]
pub fn delt(text: &str, least: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    while let Some(fra) = rest.find(char::is_alphabetic) {
        let (before, after) = rest.split_at(fra);
        out.push_str(before);
        let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (word, onwards) = after.split_at(end);
        let whole = if is_long_name(word) { word.to_lowercase() } else { word.to_owned() };
        let unbroken = before.ends_with(|c: char| c.is_ascii_digit() || "/.@_".contains(c))
            || onwards.starts_with(|c: char| c.is_ascii_digit() || "/@_".contains(c))
            || word.chars().count() < least
            || !whole.chars().all(char::is_lowercase);
        if unbroken {
            out.push_str(word);
        } else {
            let mut at_end = 0;
            let places = if whole == word { divisions(word) } else { clusters(&whole) };
            for place in places.into_iter().filter(|place| rum(&whole, *place)) {
                out.push_str(word.get(at_end..place).unwrap_or_default());
                out.push(SOFT_HYPHEN);
                at_end = place;
            }
            out.push_str(word.get(at_end..).unwrap_or_default());
        }
        rest = onwards;
    }
    out.push_str(rest);
    out
}

/// Whether a word with a capital first is so long that it is divided as others are.
fn is_long_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() >= LONG_NAME
        && letters.all(char::is_lowercase)
        && word.to_lowercase().len() == word.len()
}

/// Where a word in small letters may be divided, as byte offsets in order: at its joints, or where
/// it has none, between the syllables of a derived word.
#[must_use]
pub fn divisions(word: &str) -> Vec<usize> {
    let mut places = clusters(word);
    if places.is_empty() && LISTS.afledte.iter().any(|e| word.ends_with(e.as_str())) {
        places = syllables(word);
    }
    places.retain(|s| rum(word, *s));
    places
}

/// Where a word in small letters may be divided where there is no room for it: at its joints, or
/// where it has none, between syllables, whatever word it is. Byte offsets in order.
#[must_use]
pub fn forced_divisions(word: &str) -> Vec<usize> {
    let mut places = divisions(word);
    if places.is_empty() {
        places = syllables(word);
        places.retain(|place| rum(word, *place));
    }
    places
}

/// Enough letters on both sides.
fn rum(word: &str, place: usize) -> bool {
    let letters = |s: Option<&str>| s.map_or(0, |s| s.chars().count());
    letters(word.get(..place)) >= MIN_BEFORE && letters(word.get(place..)) >= MIN_AFTER
}

/// The joints of a compound, in order.
fn clusters(word: &str) -> Vec<usize> {
    let lists = &*LISTS;
    let mut found: Vec<usize> = Vec::new();
    let mut fri = 0;
    let places: Vec<usize> = word.char_indices().map(|(i, _)| i).skip(2).collect();
    for place in places {
        let (left, right) = word.split_at(place);
        if place < fri {
            continue;
        }
        let since = found.last().copied().unwrap_or(0);
        let own = left.get(since..).unwrap_or_default();
        let kort = |part: &str| right.starts_with(part) && (forled(own) || forled(left));
        let long = lists.lange.iter().find(|l| right.starts_with(l.as_str()));
        let part = long
            .filter(|_| ends_a_part(own))
            .or_else(|| lists.korte.iter().find(|l| kort(l.as_str())));
        let after_s = || endelse_s(own) && begins_a_part(right);
        // Few letters are not parted from a known first part: `fritids`, though `fri` is known too.
        let inside = |first: &String| {
            first.len() > own.len()
                && word.get(since..).is_some_and(|w| w.starts_with(first.as_str()))
        };
        if own.chars().count() <= MIN_BEFORE && lists.forled.iter().any(inside) {
            continue;
        }
        if let Some(part) = part {
            let ahead = match prefix(own) {
                0 => unknown_prefix(own),
                length => length,
            };
            let place = place - ahead;
            // A known part one letter on decides for itself where the s belongs.
            found.retain(|f| place.abs_diff(*f) > 1);
            found.push(place);
            fri = left.len() + part.len();
        } else if after_s() {
            found.push(place);
        }
    }
    found.retain(|s| word.get(*s..).is_some_and(|r| r.chars().count() >= 3));
    found
}

/// Length of the prefix that a part ends in, where it belongs to what follows: `løn|for` before
/// `handling`.
fn prefix(own: &str) -> usize {
    let belongs = |f: &&String| {
        own.strip_suffix(f.as_str())
            .is_some_and(|rest| LISTS.foer_forstavelse.contains(rest) || forled(rest))
    };
    LISTS.forstavelser.iter().find(belongs).map_or(0, String::len)
}

/// Length of the prefix that a part of several syllables ends in, though what stands before it is
/// not known: `general|for` before `samling`. Parts that only look so are known themselves.
fn unknown_prefix(own: &str) -> usize {
    let belongs = |f: &&str| {
        own.strip_suffix(*f)
            .is_some_and(|rest| rest.chars().count() > MIN_BEFORE && ends_a_part(rest))
    };
    if forled(own) {
        return 0;
    }
    ["for", "op", "over", "under"].into_iter().find(belongs).map_or(0, |f| f.len())
}

/// Whether a syllable ends in the first half of a Latin prefix behind a part of its own:
/// `turist|at` before `traktion`.
fn inside_a_prefix(before: &str, after: &str) -> bool {
    let Some(last) = before.chars().next_back().filter(|c| after.starts_with(*c)) else {
        return false;
    };
    before
        .strip_suffix(last)
        .and_then(|rest| rest.strip_suffix('a'))
        .is_some_and(|rest| rest.chars().count() >= MIN_BEFORE && ends_a_part(rest))
}

/// Whether a first part may stand before a short last one: it is in the list, or ends in a linking s.
fn forled(own: &str) -> bool {
    let known = |part: &str| LISTS.lange.iter().any(|l| part == l || part.ends_with(l.as_str()));
    LISTS.forled.contains(own) || endelse_s(own) || own.strip_suffix('s').is_some_and(known)
}

/// An ending that always takes a linking s, with its s.
fn endelse_s(own: &str) -> bool {
    let Some(stem) = own.strip_suffix('s') else { return false };
    let suffix = |e: &String| {
        stem.strip_suffix(e.as_str()).is_some_and(|f| f.chars().count() >= 2 && has_vowel(f))
    };
    LISTS.foer_s.iter().any(suffix) || stem == "arbejd" || stem == "erhverv"
}

/// Whether letters can begin a part: a vowel soon, and no group that no word begins with.
fn begins_a_part(right: &str) -> bool {
    let consonants: String = right.chars().take_while(|c| !is_vowel(*c)).collect();
    let may = match consonants.chars().count() {
        0 | 1 => consonants != "x",
        2 => [
            "bl", "br", "dr", "fl", "fr", "gl", "gr", "hj", "hv", "kl", "kn", "kr", "kv", "pl",
            "pr", "sk", "sl", "sm", "sn", "sp", "st", "sv", "tr", "tv", "vr", "bj", "fj", "tj",
            "dj",
        ]
        .contains(&consonants.as_str()),
        3 => ["skr", "spr", "str", "spl", "skj"].contains(&consonants.as_str()),
        _ => false,
    };
    may && right.chars().count() >= MIN_AFTER && has_vowel(right)
}

/// Whether letters can end a part: at least two, a vowel among them, and no group that only
/// begins a syllable (`forbr` before `ydelse`).
fn ends_a_part(own: &str) -> bool {
    let mut from_behind = own.chars().rev();
    let (last, before) = (from_behind.next(), from_behind.next());
    let begins = matches!((before, last), (Some(a), Some('r' | 'l')) if "bdfgkptv".contains(a));
    before.is_some() && has_vowel(own) && !begins
}

fn has_vowel(s: &str) -> bool {
    s.chars().any(is_vowel)
}

fn is_vowel(c: char) -> bool {
    "aeiouyæøåé".contains(c)
}

/// Syllables of a word without joints: where the patterns for Danish and those for Norwegian,
/// which know more words, agree.
fn syllables(part: &str) -> Vec<usize> {
    let places = |lang| -> Vec<usize> {
        let mut til = 0;
        hypher::hyphenate(part, lang)
            .map(|s| {
                til += s.len();
                til
            })
            .collect()
    };
    let norwegian = places(Lang::Norwegian);
    let good = |s: &usize| {
        let (before, after) = part.split_at(*s);
        *s < part.len() && norwegian.contains(s) && !inside_a_prefix(before, after)
    };
    places(Lang::Danish).into_iter().filter(good).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vist(word: &str) -> String {
        delt(word, 8).replace(SOFT_HYPHEN, "|")
    }

    #[test]
    fn the_lists_can_be_read() {
        let lists: Result<Lists, _> = toml::from_str(include_str!("orddeling.toml"));
        assert!(lists.is_ok_and(|l| l.lange.len() > 200 && l.forled.len() > 100));
    }

    #[test]
    fn compounds_are_divided_where_their_parts_meet() {
        for (ord, expected) in [
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
            assert_eq!(vist(ord), expected);
        }
    }

    /// Compounds of the municipality's language, from the report and from Debian's word list of
    /// Danish, with their joints.
    const WORD_LIST: &str = include_str!("../../../tests/fixtures/orddeling.txt");

    /// Compounds of everyday Danish that the parts were not chosen by: the longer words of a list by
    /// frequency that are two of its words in a row, none of them in the report or in the list above.
    const OTHER_WORDS: &str = include_str!("../../../tests/fixtures/orddeling-andre.txt");

    /// Right breaks, words with a wrong one, and joints where a break has room.
    fn divided_at_the_clusters(list: &str) -> (usize, Vec<String>, usize) {
        let (mut right, mut wrong, mut possible) = (0, Vec::new(), 0);
        for line in list.lines() {
            let word = line.replace('-', "");
            let mut clusters = Vec::new();
            let mut til = 0;
            for part in line.split('-') {
                til += part.len();
                clusters.push(til);
            }
            possible += clusters.iter().filter(|s| rum(&word, **s)).count();
            for place in divisions(&word) {
                if clusters.contains(&place) {
                    right += 1;
                } else {
                    wrong.push(vist(&word));
                }
            }
        }
        (right, wrong, possible)
    }

    #[test]
    fn five_hundred_compounds_are_divided_at_their_joints() {
        let (right, wrong, possible) = divided_at_the_clusters(WORD_LIST);
        assert!(WORD_LIST.lines().count() > 500);
        assert!(wrong.len() * 100 < right, "{wrong:?}");
        assert!(right * 100 > possible * 90, "{right} of {possible}");
    }

    /// Half of such compounds have a part that is known; the rest is hardly ever divided at all.
    /// Most of what counts as wrong here is a division between syllables, or at a second joint.
    #[test]
    fn compounds_that_no_part_was_chosen_by_are_seldom_divided_elsewhere() {
        let (right, wrong, possible) = divided_at_the_clusters(OTHER_WORDS);
        assert!(OTHER_WORDS.lines().count() > 500);
        assert!(right * 100 > possible * 45, "{right} of {possible}");
        assert!(wrong.len() * 100 < right * 28, "{}: {wrong:?}", wrong.len());
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
        for unbroken in [
            "Socialforvaltningen",
            "SydhavnsCompagniet",
            "kommunikationsmedarbejder@kk.dk",
            "kk.dk/boligforeninger",
        ] {
            assert_eq!(vist(unbroken), unbroken);
        }
        assert_eq!(vist("en kriminalitetstruet ung"), "en kriminalitets|truet ung");
        assert_eq!(vist("Integrationsforvaltningen"), "Integrations|forvaltningen");
    }

    #[test]
    fn few_letters_are_not_parted_from_a_known_first_part() {
        let all = ["fritids|interesser", "personale|gruppen", "Uddannelses|registret"];
        all.iter().for_each(|divided| assert_eq!(vist(&divided.replace('|', "")), *divided));
    }
}
