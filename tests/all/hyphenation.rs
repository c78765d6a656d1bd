//! The list of hyphenation's exceptions.

use std::fs;
use std::path::Path;

use hypher::Lang;

fn list(key: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("layouts/orddeling.toml");
    let table: toml::Table = fs::read_to_string(path).expect("read").parse().expect("TOML");
    let words = table[key].as_array().expect("a list").iter();
    words.map(|word| word.as_str().expect("a word").to_owned()).collect()
}

#[test]
fn every_word_of_the_list_can_be_broken_where_it_says() {
    for word in list("dele") {
        let (head, tail) = word.split_once('-').expect("one hyphen");
        assert!(!tail.contains('-'), "{word} has two");
        let whole = format!("{head}{tail}");
        let ends = hypher::hyphenate(&whole, Lang::Danish).scan(0, |at, part| {
            *at += part.len();
            Some(*at)
        });
        let ends: Vec<usize> = ends.collect();
        assert!(ends.contains(&head.len()), "the patterns do not know the place in {word}");
    }
}

#[test]
fn no_word_is_in_both_lists_or_twice() {
    let mut all: Vec<String> = list("dele").iter().map(|word| word.replace('-', "")).collect();
    all.extend(list("aldrig"));
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count);
}
