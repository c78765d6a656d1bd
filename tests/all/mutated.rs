//! Whatever is in a file, reading it ends with findings that can be printed, never with a panic.

use std::fs;

use proptest::prelude::*;
use sats::finding::print;
use sats::report::load::{FieldPath, Loaded, Node, Value};
use sats::report::{danish, prose};
use sats::words::{Language, Words};

use crate::bad::{Copy, short};
use crate::fuzzed::doors::FILES;

/// Prints in every way, and checks that places lie in their files.
fn print_all(loaded: &Loaded) {
    for words in Language::ALL.map(Words::built_in) {
        let _ = print::human(&loaded.findings, &loaded.sources, words, true);
        let _ = print::short(&loaded.findings, &loaded.sources, words);
        let _ = print::json(&loaded.findings, &loaded.sources, words);
    }
    for place in loaded.findings.iter().filter_map(|f| f.place.as_ref()) {
        if let Some(text) = loaded.sources.text(&place.file) {
            assert!(text.get(place.range.clone()).is_some(), "{place:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_as_a_file_is_told_about(file in 0_usize..6, text in any::<String>()) {
        let copy = Copy::new();
        copy.write(FILES[file], text);
        let loaded = copy.load();
        prop_assert!(loaded.has_errors());
        print_all(&loaded);
    }

    #[test]
    fn a_good_file_with_a_piece_changed_is_read_or_told_about(
        file in 0_usize..6,
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..30, "[\\[\\]{}\"'=.#\\\\a-z0-9æ\n \u{202e}-]{0,12}"), 1..4),
    ) {
        let copy = Copy::new();
        let mut text: Vec<char> =
            fs::read_to_string(copy.path().join(FILES[file])).expect("good").chars().collect();
        for (at, length, new) in cuts {
            let start = at.index(text.len() + 1);
            let end = (start + length).min(text.len());
            text.splice(start..end, new.chars());
        }
        copy.write(FILES[file], text.into_iter().collect::<String>());
        let loaded = copy.load();
        prop_assert_eq!(loaded.report.is_none(), loaded.has_errors());
        print_all(&loaded);
    }

    #[test]
    fn any_bytes_are_told_about(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let copy = Copy::new();
        copy.write("indsatser/ludo.toml", bytes);
        print_all(&copy.load());
    }

    #[test]
    fn any_text_can_be_prose_typography_and_a_path(text in "[ \n*_\\[\\](){}<>`#>0-9.a-cæ\"'\\\\!&|-]{0,60}") {
        let read = prose::read(&text);
        for error in &read.errors {
            prop_assert!(text.get(error.range.clone()).is_some(), "{:?}", error);
        }
        for (range, _) in &read.pladser {
            prop_assert!(text.get(range.clone()).is_some(), "{:?}", range);
        }
        let set = danish::typography(&text);
        prop_assert!(!set.contains('"'));
        let _ = FieldPath::parse(&text).to_string();
    }
}

/// Every value of a file that is no table or array, with its path.
fn leaves(node: &Node, path: &FieldPath, out: &mut Vec<(FieldPath, std::ops::Range<usize>)>) {
    match &node.value {
        Value::Table(entries) => {
            entries.iter().for_each(|e| leaves(&e.node, &path.key(&e.key), out));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, n)| leaves(n, &path.index(i), out));
        }
        _ => out.push((path.clone(), node.span.clone())),
    }
}

#[test]
fn every_field_with_a_value_of_the_wrong_kind_is_told_about_at_its_place() {
    for file in FILES {
        let copy = Copy::new();
        let good = copy.load();
        let text = good.sources.text(file).expect("the file's text").to_owned();
        let mut all = Vec::new();
        leaves(good.tree(file).expect("a tree"), &FieldPath::default(), &mut all);
        assert!(all.len() > 3);
        for (path, span) in all {
            for wrong in ["2024-05-01", "nan", "[[]]", "{ x = { y = 1 } }"] {
                let mut changed = text.clone();
                changed.replace_range(span.clone(), wrong);
                copy.write(file, changed);
                let loaded = copy.load();
                let there = |f: &sats::finding::Finding| {
                    f.place.as_ref().is_some_and(|p| {
                        p.file == file
                            && (span.start..=span.start + wrong.len()).contains(&p.range.start)
                    })
                };
                let report = short(&loaded);
                assert!(loaded.findings.iter().any(there), "{file} {path} = {wrong}: {report}");
            }
        }
    }
}
