//! The nearest of several names.

/// The name that was most likely meant; none where none is near.
pub(crate) fn nearest<'a>(
    written: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written = plain(written);
    let names: Vec<&str> = names.into_iter().collect();
    let mut best: Option<(f64, &str)> = None;
    for name in &names {
        let likeness = likeness(&written, &plain(name));
        if likeness > best.map_or(0.55, |(b, _)| b) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name).or_else(|| {
        // The beginning of one name alone: `lang` of `language`.
        let starts = |name: &&str| written.len() > 2 && plain(name).starts_with(&written);
        let mut begun = names.into_iter().filter(starts);
        begun.next().filter(|_| begun.next().is_none())
    })
}

/// What people write for a word of a list.
const OTHER_WORDS: [(&str, &str); 12] = [
    ("%", "pct"),
    ("procent", "pct"),
    ("percent", "pct"),
    ("kroner", "kr"),
    ("kr.", "kr"),
    ("dkk", "kr"),
    ("stk", "antal"),
    ("stk.", "antal"),
    ("tal", "antal"),
    ("citater", "citat"),
    ("graf", "figur"),
    ("diagram", "figur"),
];

/// The word of a list that was most likely meant: by another word for it, or by its letters.
pub(crate) fn meant_word<'a>(written: &str, words: &'a [String]) -> Option<&'a str> {
    let lower = written.trim().to_lowercase();
    let other = OTHER_WORDS.iter().find(|(said, _)| *said == lower).map(|(_, word)| *word);
    let other = other.and_then(|meant| words.iter().find(|word| *word == meant));
    other.map(String::as_str).or_else(|| nearest(written, words.iter().map(String::as_str)))
}

/// From 0 to 1. One word of a name of several (`Nørrebro` of `Indre Nørrebro`) counts nearly as
/// much as the whole.
fn likeness(written: &str, name: &str) -> f64 {
    let whole = strsim::normalized_damerau_levenshtein(written, name);
    let parts = name.split([' ', '/']).filter(|part| part.len() > 3);
    let best =
        parts.map(|part| strsim::normalized_damerau_levenshtein(written, part)).fold(0.0, f64::max);
    whole.max(best * 0.95)
}

/// Lower case, Danish letters as keys write them. Long texts are no misspelt names: their
/// beginning is enough, and keeps the comparison cheap.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for c in name.chars().take(80).flat_map(char::to_lowercase) {
        match c {
            'æ' => plain.push_str("ae"),
            'ø' => plain.push_str("oe"),
            'å' => plain.push_str("aa"),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_and_misspelt_ones_find_that_of_the_list() {
        let units = ["antal", "pct", "kr"].map(str::to_owned);
        assert_eq!(meant_word("%", &units), Some("pct"));
        assert_eq!(meant_word("Procent", &units), Some("pct"));
        assert_eq!(meant_word("antl", &units), Some("antal"));
        assert_eq!(meant_word("xyz", &units), None);
    }

    #[test]
    fn misspelt_names_find_theirs_and_others_find_none() {
        assert_eq!(nearest("malgruppe", ["navn", "maalgruppe"]), Some("maalgruppe"));
        assert_eq!(nearest("økonomi", ["oekonomi"]), Some("oekonomi"));
        assert_eq!(nearest("Nørebro", ["Indre By", "Nørrebro"]), Some("Nørrebro"));
        assert_eq!(nearest("Nørebro", ["Valby", "Indre Nørrebro"]), Some("Indre Nørrebro"));
        assert_eq!(nearest("lang", ["data", "language"]), Some("language"));
        assert_eq!(nearest("lan", ["land", "langs", "language"]), Some("land"));
        assert_eq!(nearest("xyz", ["navn", "lead"]), None);
        assert_eq!(nearest("", ["navn"]), None);
    }
}
