//! How findings are printed.

use super::*;
use crate::words::Language;

fn sources() -> Sources {
    let mut sources = Sources::new();
    sources.add_shown("a.toml", "data/a.toml", "navn = \"x\"\nmalgruppe = \"y\"\n");
    sources
}

fn finding() -> Finding {
    Finding::error("D010", "unknown key `malgruppe`").hint("did you mean `maalgruppe`?").at(Place {
        file: "a.toml".into(),
        range: 11..20,
        field: Some("malgruppe".into()),
    })
}

#[test]
fn people_see_the_line_with_a_mark_and_what_to_do() {
    let text = human(&[finding()], &sources(), Words::danish(), false);
    assert_eq!(
        text,
        "fejl[D010]: unknown key `malgruppe`\n  ╭▸ data/a.toml:2:1\n  │\n2 │ malgruppe = \"y\"\n  │ \
         ━━━━━━━━━ malgruppe\n  │\n  ╰ råd: did you mean `maalgruppe`?\n\n"
    );
}

#[test]
fn a_line_a_finding_names_file_line_and_column() {
    let text = short(&[finding()], &sources(), Words::danish());
    assert_eq!(
        text,
        "data/a.toml:2:1: fejl[D010]: unknown key `malgruppe`; did you mean `maalgruppe`?\n"
    );
    let english = short(&[finding()], &sources(), Words::built_in(Language::English));
    assert!(english.contains(": error[D010]: "), "{english}");
}

#[test]
fn programs_get_one_array_with_line_column_and_offset() {
    let text = json(&[finding()], &sources(), Words::danish());
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value[0]["place"]["line"], 2);
    assert_eq!(value[0]["place"]["col"], 1);
    assert_eq!(value[0]["place"]["offset"], 11);
    assert_eq!(value[0]["severity"], "error");
    assert_eq!(json(&[], &sources(), Words::danish()), "[]\n");
}

#[test]
fn a_place_outside_its_file_or_in_no_file_is_still_told() {
    let far = Place { file: "a.toml".into(), range: 900..999, field: None };
    let none = Place { file: "b.toml".into(), range: 0..0, field: None };
    for place in [far, none] {
        let f = [Finding::warning("D002", "gone").at(place)];
        let (human, short) =
            (human(&f, &sources(), Words::danish(), false), short(&f, &sources(), Words::danish()));
        assert!(human.contains("advarsel[D002]: gone"), "{human}");
        assert!(short.contains("advarsel[D002]: gone"), "{short}");
    }
}

#[test]
fn signs_that_trick_a_terminal_are_not_printed() {
    let mut sources = sources();
    sources.add("b", "navn = \"\u{1b}[31m\u{202e}x\"\n");
    let place = Place { file: "b".into(), range: 8..9, field: None };
    let f = [Finding::error("D006", "\u{1b}[2J").hint("\u{202e} a\rb").at(place)];
    let text = human(&f, &sources, Words::danish(), false);
    assert!(!text.contains(['\u{1b}', '\u{202e}', '\r']), "{text:?}");
}

#[test]
fn of_a_line_too_long_to_read_only_what_is_around_the_place_is_shown() {
    let mut sources = Sources::new();
    let long = format!("a = 1\nb = \"{}HER{}\"\n", "æ".repeat(50_000), "x".repeat(50_000));
    let at = long.find("HER").expect("there");
    sources.add("long.toml", long.clone());
    let place = |range| Place { file: "long.toml".into(), range, field: Some("b".into()) };
    let findings = [
        Finding::error("D024", "y".repeat(100_000)).at(place(at..at + 3)),
        // A place that is a whole file is shown by its first line.
        Finding::error("D024", "all").at(place(0..long.len())),
    ];
    let text = human(&findings, &sources, Words::danish(), false);
    assert!(text.contains("long.toml:2:50006"), "{text}");
    assert!(text.contains("æHERx"), "{text}");
    assert!(text.contains("a = 1"), "{text}");
    assert!(text.len() < 4_000, "{} bytes", text.len());
    for short in
        [short(&findings, &sources, Words::danish()), json(&findings, &sources, Words::danish())]
    {
        assert!(short.len() < 4_000, "{} bytes", short.len());
    }
}

#[test]
fn places_far_apart_stand_on_their_own() {
    let mut sources = Sources::new();
    let text = format!("first = 1\n{}last = 2\n", "# filler\n".repeat(10_000));
    let last = text.find("last").expect("there");
    sources.add("a", text);
    let place = |range| Place { file: "a".into(), range, field: None };
    let finding =
        Finding::error("D100", "two").at(place(0..5)).related(place(last..last + 4), "the other");
    let text = human(&[finding], &sources, Words::danish(), false);
    assert!(text.contains("a:1:1") && text.contains("a:10002:1"), "{text}");
    assert!(text.contains("10002 │ last = 2"), "{text}");
}

#[test]
fn of_many_places_the_first_are_shown_and_the_others_counted() {
    let mut sources = Sources::new();
    sources.add("a", "x = 1\n".repeat(40));
    let place = |n: usize| Place { file: "a".into(), range: 6 * n..6 * n + 5, field: None };
    let all = (1..30).fold(Finding::warning("D100", "many").at(place(0)), |finding, n| {
        finding.related(place(n), format!("and {n}"))
    });
    let text = human(&[all], &sources, Words::danish(), false);
    assert!(text.contains("and 3\n") && !text.contains("and 4\n"), "{text}");
    assert!(text.contains("og 26 steder til"), "{text}");
}

#[test]
fn json_has_no_sign_that_tricks_a_terminal() {
    let f = [Finding::error("D006", "\u{9b}31m\u{202e}\u{1b}")];
    let text = json(&f, &Sources::new(), Words::danish());
    assert!(!text.contains(['\u{9b}', '\u{202e}', '\u{1b}']), "{text:?}");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value[0]["message"], "\u{9b}31m\u{202e}\u{1b}");
}

#[test]
fn the_summary_counts_what_is_open_and_what_is_accepted() {
    let mut accepted = Finding::warning("D100", "x");
    accepted.accepted = Some("because".into());
    let findings = [finding(), finding(), accepted.clone()];
    let said = |findings: &[Finding]| summary(findings, Words::danish());
    assert_eq!(said(&findings).as_deref(), Some("2 fejl, 1 accepteret"));
    assert_eq!(said(&[Finding::warning("D100", "x")]).as_deref(), Some("1 advarsel"));
    assert_eq!(said(&[]), None);
}
