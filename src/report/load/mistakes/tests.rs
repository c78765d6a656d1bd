//! What everybody gets wrong, and what is said.

use toml::de::DeTable;

use super::*;

fn told(text: &str) -> Vec<String> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    mistakes(text, &errors)
        .into_iter()
        .map(|m| format!("{}: {}; {}", line(m.range.start), m.message, m.hint))
        .collect()
}

fn one(text: &str) -> String {
    let mut told = told(text);
    assert_eq!(told.len(), 1, "{text}: {told:#?}");
    told.remove(0)
}

#[test]
fn numbers_are_written_as_toml_has_them() {
    for (typed, right) in [
        ("b = 1.234.000", "b = 1234000"),
        ("b = 1.234.000,50", "b = 1234000.50"),
        ("b = 16,5", "b = 16.5"),
        ("b = 12 %", "b = 12"),
        ("b = 1.200.000 kr.", "b = 1200000"),
        ("b = 1,2 mio. kr.", "b = 1200000"),
        ("b = 14 år # alder", "b = 14"),
        ("b = 1 200 000", "b = 1200000"),
    ] {
        let told = one(typed);
        assert!(told.ends_with(&format!("skriv `{right}`")), "{typed}: {told}");
    }
    assert!(one("v = { 2022 = 239, 2023 = 16,5 }").contains("decimaler"));
    assert!(one("v = { 2022 = 16,5, 2023 = 4 }").ends_with("skriv `16.5`"));
    assert!(one("v = { 2022 = 239 2023 = 4 }").contains("komma"));
    assert!(one("v = [1; 2]").ends_with("skriv `1, 2`"));
    assert!(one("dato = 1.9.2024").ends_with("skriv `dato = \"2024-09-01\"`"));
    assert!(one("v = [12 %, 3]").contains("enheden"));
}

#[test]
fn words_are_written_in_straight_quotes() {
    for (typed, right) in [
        ("b = ja", "b = true"),
        ("b = Nej", "b = false"),
        ("navn = “LUDO”", "navn = \"LUDO\""),
        ("navn = »LUDO«", "navn = \"LUDO\""),
        ("navn = LUDO og mere", "navn = \"LUDO og mere\""),
        ("navn = \"LUDO", "navn = \"LUDO\""),
        ("navn: \"LUDO\"", "navn = \"LUDO\""),
        ("navn \"LUDO\"", "navn = \"LUDO\""),
        ("[økonomi]", "[oekonomi]"),
        ("målgruppe = \"unge\"", "maalgruppe"),
        ("a = \"Han sagde \"hej\" til os\"", "a = \"Han sagde \\\"hej\\\" til os\""),
    ] {
        let told = one(typed);
        assert!(told.contains(&format!("`{right}`")), "{typed}: {told}");
    }
}

#[test]
fn what_is_not_closed_is_told_once_where_it_begins() {
    let text = "a = 1\nlead = \"\"\"\nFørst dette.\nSå \"dette\".\n\n[brugere]\ntekst = \"\"\"\nMere.\n\"\"\"\n\n\
                [[blok]]\ntekst = \"\"\"\nEn tekst.\n\"\"\"\n";
    assert!(one(text).starts_with("2: teksten, der begynder her"), "{}", one(text));
    let text = "lead = \"\"\"\nIngen ende.\n";
    assert!(one(text).starts_with("1: "));
    let list = "a = [\"SOF\"\nlead = \"x\"\nnavn = \"y\"\n";
    assert!(one(list).starts_with("1: listen"), "{}", one(list));
    let fields = "v = { 2022 = 1, 2023 = 16\nlead = \"x\"\n[geografi]\na = [1]\n";
    assert!(one(fields).starts_with("1: felterne"), "{}", one(fields));
    let nested = "a = [\n  { x = 1 }, # et\n  { x = 2 },\n]\nb = ja\n";
    assert!(one(nested).starts_with("5: "), "{}", one(nested));
}

#[test]
fn what_stands_twice_names_the_first() {
    let text = "navn = \"a\"\nnavn = \"b\"\n";
    assert!(one(text).starts_with("2: feltet `navn` står to gange"));
    let years = one("v = { 2020 = 16, 2020 = 17, 2021 = 16 }\n");
    assert!(years.starts_with("1: »2020« står to gange"), "{years}");
    let (_, errors) = DeTable::parse_recoverable("v = { 2020 = 16, 2020 = 17 }\n");
    let found = mistakes("v = { 2020 = 16, 2020 = 17 }\n", &errors);
    assert_eq!((found[0].range.clone(), found[0].first.clone()), (17..21, Some(6..10)));
    let told = told("[blok]\na = 1\n[[blok]]\na = 2\n");
    assert!(told[0].contains("[[blok]]"), "{told:?}");
}

#[test]
fn a_comma_is_missing_where_it_should_stand() {
    let rows = "r = [\n  { n = \"a\", c = [1, 2] }\n  { n = \"b\", c = [3, 4] },\n]\n";
    let said = one(rows);
    assert!(said.starts_with("2: der mangler et komma"), "{said}");
    let said = one("r = [\n  { n = \"a\" }\n  # b\n  { n = \"b\" },\n]\n");
    assert!(said.starts_with("2: der mangler et komma"), "{said}");
    one("r = [\n  { n = \"a\", c = [14 13] }\n  { n = \"b\", c = [3, 4] },\n]\n");
    let said = one("r = [\n  { n = \"a\", c = [14 13] },\n]\n");
    assert!(said.starts_with("2: der mangler et komma"), "{said}");
}

#[test]
fn signs_that_cannot_be_seen_are_named() {
    assert!(one("a = \"b\u{b}c\"\n").contains("U+000B"));
    assert!(one("a = \"\"\"\nb\u{b}c\n\"\"\"\n").starts_with("2: "));
    assert!(one("a =\u{a0}\"b\"\n").contains("hårdt mellemrum"));
    assert!(one("a = \"c:\\data\"\n").contains("skråstreg"));
}

#[test]
fn a_line_that_is_nothing_is_told() {
    assert!(one("a = 1\nEn sætning uden videre.\n").starts_with("2: linjen er hverken"));
    assert!(one("a =\n").contains("ingen værdi"));
    let said = one("a = [1 2]\n");
    assert!(said.contains("komma"), "{said}");
    assert!(one("[a\n").contains("overskrift"));
}
