use super::*;
use crate::report::check::testing::{findings, with_description};

#[test]
fn a_cpr_number_has_a_date_and_is_an_error() {
    for text in ["Han har 010190-1234.", "cpr 3112991234", "(290200 1234)"] {
        assert_eq!(findings("D281", &with_description(text)).len(), 1, "{text}");
    }
    for text in ["320190-1234", "1.010.190.123 kr.", "2014-2022", "010190-12345"] {
        assert!(findings("D281", &with_description(text)).is_empty(), "{text}");
    }
}

#[test]
fn telephone_numbers_and_addresses_are_told() {
    for text in [
        "Ring 33 66 33 66.",
        "tlf. 33663366",
        "+45 33663366",
        "mobil: 2233 4455",
        "Ring til 33663366.",
        "Tlf.: 33.66.33.66",
    ] {
        assert_eq!(findings("D282", &with_description(text)).len(), 1, "{text}");
    }
    for text in [
        "I 2014 2015 og 2016.",
        "33663366 kr.",
        "12 13 14 15 år",
        "12.500.000 kr.",
        "kl. 16.30-21.30",
        "den 31.12.2023",
        "1.234.567 og 22.334.455",
    ] {
        assert!(findings("D282", &with_description(text)).is_empty(), "{text}");
    }
    for text in ["Skriv til jens@kk.dk.", "jens(at)kk.dk", "jens [at] kk.dk."] {
        assert_eq!(findings("D283", &with_description(text)).len(), 1, "{text}");
    }
    assert!(findings("D283", &with_description("Det er (at) sige.")).is_empty());
    assert!(findings("D283", &with_description("Snabel-a er @.")).is_empty());
}

#[test]
fn a_name_after_a_title_or_role_is_told() {
    for text in ["Det siger leder Jens Hansen.", "En ung ved navn Ali kom.", "hr. Hansen siger"] {
        assert_eq!(findings("D284", &with_description(text)).len(), 1, "{text}");
    }
    for text in
        ["Det siger leder for Valby.", "en mentor Valby Østerbro", "Mor til kadet", "leder SOF"]
    {
        assert!(findings("D284", &with_description(text)).is_empty(), "{text}");
    }
}

#[test]
fn comments_are_what_stands_outside_of_strings() {
    let source = "# et\na = \"b # c\" # to\nd = '''\n# e\n''' # tre\nf = \"\\\"#\" # fire";
    let found: Vec<&str> = comments(source).into_iter().map(|(_, c)| c.trim()).collect();
    assert_eq!(found, ["et", "to", "tre", "fire"]);
    assert!(comments(source).iter().all(|(at, c)| source[*at..].starts_with(c)));
}
