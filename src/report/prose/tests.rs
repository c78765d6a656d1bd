use super::*;

fn t(s: &str) -> Inline {
    Inline::Tekst(s.to_owned())
}

fn first_error(text: &str) -> (usize, usize, String) {
    let fault = parse(text).expect_err(text);
    (fault.line, fault.range.start, fault.message.to_string())
}

#[test]
fn paragraphs_are_divided_by_an_empty_line_and_a_newline_is_a_space() {
    assert_eq!(
        parse("en\nto\n\ntre\n"),
        Ok(vec![Afsnit::Tekst(vec![t("en to")]), Afsnit::Tekst(vec![t("tre")])])
    );
    assert_eq!(parse(""), Ok(vec![]));
}

#[test]
fn emphasis_links_and_line_breaks_are_kept() {
    assert_eq!(
        parse("**fed *og* kursiv** [her](https://kk.dk)\\\nny"),
        Ok(vec![Afsnit::Tekst(vec![
            Inline::Fed(vec![t("fed "), Inline::Kursiv(vec![t("og")]), t(" kursiv")]),
            t(" "),
            Inline::Link { url: "https://kk.dk".to_owned(), indhold: vec![t("her")] },
            Inline::Linjeskift,
            t("ny"),
        ])])
    );
}

#[test]
fn codes_of_characters_print_as_they_are_written() {
    for written in ["a &#9731; b", "&hearts;", "R&D; x", "a &amp; b & c"] {
        assert_eq!(plain(&read(written).afsnit), written);
    }
}

#[test]
fn lists_tight_loose_and_nested_hold_paragraphs() {
    let p = |s| Afsnit::Tekst(vec![t(s)]);
    let bullets = |punkter| Afsnit::Liste { ordnet: false, start: 1, punkter };
    assert_eq!(
        parse("Her:\n\n- a\n- **b** c\n  - d\n\n3. x\n4. y\n"),
        Ok(vec![
            p("Her:"),
            bullets(vec![
                vec![p("a")],
                vec![
                    Afsnit::Tekst(vec![Inline::Fed(vec![t("b")]), t(" c")]),
                    bullets(vec![vec![p("d")]])
                ],
            ]),
            Afsnit::Liste { ordnet: true, start: 3, punkter: vec![vec![p("x")], vec![p("y")]] },
        ])
    );
    assert_eq!(parse("- a\n\n- b"), Ok(vec![bullets(vec![vec![p("a")], vec![p("b")]])]));
}

#[test]
fn placeholders_are_found_also_over_a_line_break() {
    let read = read("Der er {antal.bydel.Ydre\nNørrebro} af {{alle}}.");
    assert_eq!(
        read.afsnit,
        [Afsnit::Tekst(vec![
            t("Der er "),
            Inline::Plads("antal.bydel.Ydre Nørrebro".to_owned()),
            t(" af {alle}."),
        ])]
    );
    assert_eq!(read.pladser, [(7..35, "antal.bydel.Ydre Nørrebro".to_owned())]);
}

#[test]
fn what_prose_may_not_hold_is_named_with_its_line() {
    for (tekst, linje, ord) in [
        ("a\n\n# b", 3, "overskrift"),
        ("a\n---\n", 1, "overskrift"),
        ("a\n\n---\n", 3, "streg"),
        ("> a", 1, "citat"),
        ("a `b`", 1, "kode"),
        ("a\n\n    b", 3, "kode"),
        ("```\nb\n```", 1, "kode"),
        ("<b>x</b>", 1, "HTML"),
        ("a <!-- b -->", 1, "HTML"),
        ("![a](b.png)", 1, "billede"),
        ("[a](javascript:x)", 1, "link til"),
        ("a\n\n[b]: https://kk.dk", 3, "linkadresse"),
        ("a\n\n| b | c |\n|---|---|\n| d | e |", 3, "tabel"),
        ("a[^1]\n\n[^1]: b", 1, "fodnote"),
        ("a {", 1, "krøllet parentes"),
        ("31. december 2021 var", 1, "dato"),
    ] {
        let (line, _, message) = first_error(tekst);
        assert_eq!(line, linje, "{tekst:?}");
        assert!(message.contains(ord), "{tekst:?}: {message}");
    }
}

#[test]
fn every_error_is_told_at_once_with_its_offset() {
    let errors = read("a `b` {\n\n# c").errors;
    let places: Vec<usize> = errors.iter().map(|e| e.range.start).collect();
    assert_eq!(places, [2, 6, 9]);
}

#[test]
fn typst_markup_is_plain_words() {
    let text = "#import \"/etc/passwd\" og $x$ og @ref";
    assert_eq!(parse(text), Ok(vec![Afsnit::Tekst(vec![t(text)])]));
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    let deep: String = (0..200).map(|i| format!("{}- a\n", "  ".repeat(i))).collect();
    assert!(parse(&deep).is_err());
    assert!(read(&"*a **b ".repeat(2000)).errors.len() < 5000);
}

#[test]
fn the_tree_is_tagged_json() {
    let json = serde_json::to_value(parse("*a* {b}\n\n1. c").expect("prose")).expect("json");
    assert_eq!(
        json,
        serde_json::json!([
            {"t": "tekst", "c": [
                {"t": "kursiv", "c": [{"t": "tekst", "c": "a"}]},
                {"t": "tekst", "c": " "},
                {"t": "plads", "c": "b"},
            ]},
            {"t": "liste", "c": {"ordnet": true, "start": 1, "punkter": [
                [{"t": "tekst", "c": [{"t": "tekst", "c": "c"}]}],
            ]}},
        ])
    );
}

#[test]
fn placeholders_are_filled_and_unknown_ones_stay() {
    let mut tree = parse("**{a}** {b}").expect("prose");
    fill(&mut tree, &|name| (name == "a").then(|| "12".to_owned()));
    assert_eq!(plain(&tree), "12 {b}");
}

#[test]
fn a_sentence_that_ends_in_an_amount_has_one_full_stop() {
    let mut tree = parse("I alt {a}. Heraf {b}.").expect("prose");
    fill(&mut tree, &|name| Some(if name == "a" { "5 kr." } else { "12" }.to_owned()));
    assert_eq!(plain(&tree), "I alt 5 kr. Heraf 12.");
}

#[test]
fn words_are_set_across_emphasis() {
    let mut tree = parse("\"**ord**\" og {a} \"b\", 10-14 år").expect("prose");
    typography(&mut tree);
    assert_eq!(plain(&tree), "»ord« og {a} »b«, 10–14\u{a0}år");
}

#[test]
fn a_line_is_one_paragraph() {
    assert!(parse_line("a {b}").is_ok());
    assert_eq!(parse_line(""), Ok(vec![]));
    assert!(parse_line("a\n\nb").is_err());
    assert!(parse_line("- a").is_err());
}
