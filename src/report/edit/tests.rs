//! Changes of files, byte for byte.

use proptest::prelude::*;
use toml::Value;

use super::*;

const LUDO: &str = include_str!("../../../tests/fixtures/2024/indsatser/ludo.toml");

fn changed(text: &str, edits: &[Edit]) -> String {
    let document = Document::parse("x.toml", text.as_bytes()).expect("the test's own TOML");
    document.apply(edits).expect("can be written")
}

fn set(field: &str, value: impl Into<Value>) -> Edit {
    Edit::new(field, Action::Set(value.into()))
}

#[test]
fn a_value_is_cut_in_where_it_stands_and_all_else_stays() {
    let text = "\u{feff}# øverst\r\na = 1_200_000 # beløbet\r\nb = 'x' # y\r\n[c]\r\nd = [\r\n  1, # en\r\n  2,\r\n]";
    let out = changed(text, &[set("a", 1_300_000), set("b", "zæ"), set("c.d[1]", 3)]);
    let wanted =
        text.replace("1_200_000", "1_300_000").replace("'x'", "'zæ'").replace("  2,", "  3,");
    assert_eq!(out, wanted);
}

#[test]
fn strings_keep_their_quotes_where_they_can() {
    for (old, new, written) in [
        ("\"a\"", "b \"c\"", "\"b \\\"c\\\"\""),
        ("'a'", "it's", "\"it's\""),
        ("'''a'''", "b\\c", "'''b\\c'''"),
        ("\"a\"", "to\nlinjer\n", "\"\"\"\nto\nlinjer\n\"\"\""),
        ("\"\"\"\na\n\"\"\"", "b\n", "\"\"\"\nb\n\"\"\""),
        ("\"\"\"a\"\"\"", "b\n\nc\"", "\"\"\"b\n\nc\\\"\"\"\""),
        ("\"\"\"a\"\"\"", "\"\"\"\"", "\"\"\"\"\"\\\"\\\"\"\"\""),
        ("\"\"\"a\"\"\"", "\nb", "\"\"\"\n\nb\"\"\""),
    ] {
        let out = changed(&format!("k = {old} # her\n"), &[set("k", new)]);
        assert_eq!(out, format!("k = {written} # her\n"), "{old} {new:?}");
    }
}

#[test]
fn a_number_is_grouped_as_the_one_before_it() {
    for (old, new, written) in [
        ("1_200", 1_300, "1_300"),
        ("900", 1_300, "1300"),
        ("\"udfyldes\"", 1_300, "1300"),
        ("\"udfyldes\"", 1_200_000, "1_200_000"),
        ("1200000", 1_300_000, "1300000"),
        ("-5", -12_000, "-12_000"),
    ] {
        assert_eq!(changed(&format!("k = {old}\n"), &[set("k", new)]), format!("k = {written}\n"));
    }
    assert_eq!(changed("k = 1.5\n", &[set("k", 2.0)]), "k = 2.0\n");
}

#[test]
fn keys_and_items_come_and_go_in_their_own_lines() {
    let text =
        "a = 1\n\n# om b\n[b]\nc = { x = 1, y = 2 } # c\n\n[[d]]\ne = 1\n\n# to\n[[d]]\ne = 2\n";
    let table = |n: i64| {
        let mut t = toml::Table::new();
        t.insert("e".to_owned(), n.into());
        Value::Table(t)
    };
    let check = |edit: Edit, from: &str, to: &str| {
        assert_eq!(changed(text, std::slice::from_ref(&edit)), text.replace(from, to), "{edit:?}");
    };
    check(set("f", 2), "a = 1\n", "a = 1\nf = 2\n");
    check(set("b.z", "v"), "# c\n", "# c\nz = \"v\"\n");
    check(set("b.c.z", 3), "y = 2 }", "y = 2, z = 3 }");
    check(Edit::new("b.c.x", Action::Remove), "{ x = 1, y", "{ y");
    check(Edit::new("b.c.y", Action::Remove), ", y = 2", "");
    check(Edit::new("a", Action::Remove), "a = 1\n", "");
    check(
        Edit::new("d", Action::Insert(0, table(9))),
        "[[d]]\ne = 1",
        "[[d]]\ne = 9\n\n[[d]]\ne = 1",
    );
    check(Edit::new("d", Action::Insert(1, table(9))), "# to", "[[d]]\ne = 9\n\n# to");
    check(Edit::new("d", Action::Insert(2, table(9))), "e = 2\n", "e = 2\n\n[[d]]\ne = 9\n");
    check(Edit::new("d[0]", Action::Remove), "[[d]]\ne = 1\n\n", "");
    check(Edit::new("d[1]", Action::Remove), "\n# to\n[[d]]\ne = 2\n", "");
    check(
        Edit::new("d", Action::Move(0, 1)),
        "[[d]]\ne = 1\n\n# to\n[[d]]\ne = 2\n",
        "# to\n[[d]]\ne = 2\n\n[[d]]\ne = 1\n",
    );
}

#[test]
fn items_of_lists_in_lines_and_on_one_line() {
    let text = "a = [\n  \"x\", # om x\n  \"y\",\n]\nb = [1, 2]\nc = []\n";
    let check = |edit: Edit, from: &str, to: &str| {
        assert_eq!(changed(text, std::slice::from_ref(&edit)), text.replace(from, to), "{edit:?}");
    };
    check(Edit::new("a", Action::Insert(1, "z".into())), "  \"y\"", "  \"z\",\n  \"y\"");
    check(Edit::new("a", Action::Insert(2, "z".into())), "\"y\"", "\"y\",\n  \"z\"");
    check(Edit::new("a[1]", Action::Remove), "  \"y\",\n", "");
    check(Edit::new("b", Action::Insert(2, 3.into())), "[1, 2]", "[1, 2, 3]");
    check(Edit::new("b[0]", Action::Remove), "[1, 2]", "[2]");
    check(Edit::new("b[1]", Action::Remove), "[1, 2]", "[1]");
    check(Edit::new("c", Action::Insert(0, 3.into())), "[]", "[3]");
    check(set("b", vec![1, 5, 2]), "[1, 2]", "[1, 5, 2]");
}

#[test]
fn what_somebody_else_changed_is_not_overwritten() {
    let document = Document::parse("x.toml", b"a = 1\nb = 2\n").expect("TOML");
    let seen = document.seen(&FieldPath::parse("a"));
    let later = Document::parse("x.toml", b"a = 1.0\nb = 3\n").expect("TOML");
    assert!(later.apply(&[set("a", 5).seen(seen.clone())]).is_ok(), "the other field is no matter");
    let later = Document::parse("x.toml", b"a = 4\nb = 2\n").expect("TOML");
    let refused = later.apply(&[set("b", 9), set("a", 5).seen(seen)]).expect_err("stale");
    assert!(refused[0].message.to_string().contains("her står nu 4"), "{}", refused[0].message);
}

#[test]
fn what_cannot_be_written_is_refused() {
    let document = Document::parse("x.toml", b"a = 1\n[b]\nc = 1\n").expect("TOML");
    for edit in [
        set("x.y", 1),
        set("a.b", 1),
        set("b", 1),
        Edit::new("x", Action::Remove),
        Edit::new("a", Action::Insert(0, 1.into())),
        Edit::new("b", Action::Move(0, 1)),
    ] {
        assert!(document.apply(std::slice::from_ref(&edit)).is_err(), "{edit:?}");
    }
    assert!(Document::parse("x.toml", b"a = ").is_err());
    assert!(Document::parse("x.toml", &[0xff]).is_err());
}

#[test]
fn prose_goes_out_in_paragraphs_and_comes_in_with_its_old_lines() {
    let old = "Første afsnit er\npå to linjer.\n\n- et\n  punkt\n- to\n\nSidste afsnit.\n";
    let shown = unwrap(old);
    assert_eq!(shown, "Første afsnit er på to linjer.\n\n- et punkt\n- to\n\nSidste afsnit.");
    assert_eq!(rewrap(old, &shown), old);
    assert_eq!(rewrap(old, &shown.replace("Sidste", "Nyt")), old.replace("Sidste", "Nyt"));
    let long = format!("{shown}\n\n{}", "ord ".repeat(60).trim());
    assert!(rewrap(old, &long).lines().all(|l| l.chars().count() <= 104));
    assert_eq!(unwrap(&rewrap(old, &long)), long);
}

/// Every leaf of a file, with a changed value of its kind.
fn leaves(value: &Value, path: &FieldPath, all: &mut Vec<(FieldPath, Value)>) {
    match value {
        Value::Table(t) => t.iter().for_each(|(k, v)| leaves(v, &path.key(k), all)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, v)| leaves(v, &path.index(i), all));
        }
        leaf => all.push((path.clone(), leaf.clone())),
    }
}

fn all_files() -> Vec<String> {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    let mut files: Vec<_> = std::fs::read_dir(dir.join("indsatser"))
        .expect("the fixture")
        .map(|e| e.expect("an entry").path())
        .collect();
    files.push(dir.join("rapport.toml"));
    files.sort();
    files.iter().map(|f| std::fs::read_to_string(f).expect("text")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// A hundred random changes of all files: outside the spans of the changed values, every byte
    /// is what it was, with LF and with CRLF, with and without a byte order mark.
    #[test]
    fn a_hundred_changes_change_exactly_those_values(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<i32>(), ".{0,40}"), 100),
        crlf in any::<bool>(),
        mark in any::<bool>(),
    ) {
        let files = all_files();
        let (file, _, _) = &picks[0];
        let mut text = files[file.index(files.len())].clone();
        if crlf { text = text.replace('\n', "\r\n"); }
        if mark { text.insert(0, '\u{feff}'); }
        let document = Document::parse("x.toml", text.as_bytes()).expect("the fixture");
        let mut all = Vec::new();
        leaves(document.value(), &FieldPath::default(), &mut all);
        let mut chosen = std::collections::BTreeMap::new();
        for (at, number, words) in &picks {
            let (path, old) = &all[at.index(all.len())];
            let new: Value = match old {
                Value::String(_) => words.replace('\r', "").as_str().into(),
                Value::Integer(_) => i64::from(*number).into(),
                Value::Float(_) => (f64::from(*number) / 8.0).into(),
                Value::Boolean(b) => (!b).into(),
                other => other.clone(),
            };
            chosen.insert(document.tree.at(path).expect("there").span.start, (path.clone(), new));
        }
        let edits: Vec<Edit> = chosen.values().map(|(path, new)| Edit {
            field: path.clone(), seen: Some(document.seen(path)), action: Action::Set(new.clone()),
        }).collect();
        let out = document.apply(&edits).expect("can be written");
        let after = Document::parse("x.toml", out.as_bytes()).expect("still TOML");
        // Between the changed values the bytes are the same, in the same order.
        let (mut from, mut to) = (0, 0);
        for (path, new) in chosen.values() {
            let (a, b) = (&document.tree.at(path).expect("there").span, &after.tree.at(path).expect("there").span);
            prop_assert_eq!(&text[from..a.start], &out[to..b.start]);
            prop_assert_eq!(after.get(path), Some(new));
            (from, to) = (a.end, b.end);
        }
        prop_assert_eq!(&text[from..], &out[to..]);
    }

    #[test]
    fn any_text_comes_back_as_it_was(words in "(?s).{0,60}", quotes in 0..5_usize) {
        let old = ["\"a\"", "'a'", "\"\"\"a\"\"\"", "'''a'''", "\"\"\"\na\n\"\"\""][quotes];
        let words = words.replace('\r', "");
        let out = changed(&format!("k = {old}\n"), &[set("k", words.as_str())]);
        let read: toml::Table = out.parse().expect("TOML");
        prop_assert_eq!(read["k"].as_str(), Some(words.as_str()));
    }
}

#[test]
fn a_block_comes_and_goes_and_the_file_is_what_it_was() {
    let document = Document::parse("ludo.toml", LUDO.as_bytes()).expect("the fixture");
    let mut block = toml::Table::new();
    block.insert("slags".to_owned(), "citat".into());
    block.insert("tekst".to_owned(), "En dreng fortæller.\n".into());
    let count =
        document.get(&FieldPath::parse("blok")).and_then(Value::as_array).map_or(0, Vec::len);
    assert!(count > 4, "the fixture has blocks");
    for at in [0, 3, 4, count] {
        let added = document
            .apply(&[Edit::new("blok", Action::Insert(at, Value::Table(block.clone())))])
            .expect("added");
        assert!(added.contains(
            "[[blok]]\nslags = \"citat\"\ntekst = \"\"\"\nEn dreng fortæller.\n\"\"\"\n"
        ));
        let document = Document::parse("ludo.toml", added.as_bytes()).expect("TOML");
        let back =
            document.apply(&[Edit::new(&format!("blok[{at}]"), Action::Remove)]).expect("gone");
        assert_eq!(back, LUDO, "at {at}");
    }
}
