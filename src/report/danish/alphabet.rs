//! Order of words as Danish dictionaries have it.

/// A key that sorts as the Danish alphabet does: capitals with small letters, æ, ø, å last, signs
/// and figures first (Retskrivningsordbogen, § 1: the alphabet).
#[must_use]
pub fn alphabetical(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'æ' => '{',
            'ø' => '|',
            'å' => '}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_letters_come_last() {
        let mut word = ["Åben", "ØKF", "Ærø", "zebra", "TMF", "3B"];
        word.sort_by_key(|o| alphabetical(o));
        assert_eq!(word, ["3B", "TMF", "zebra", "Ærø", "ØKF", "Åben"]);
    }
}
