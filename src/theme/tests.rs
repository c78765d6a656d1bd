//! The built-in theme, and themes with faults.

use super::*;

const OWN: &str = include_str!("../../layouts/theme.toml");

#[test]
fn own_theme_is_readable_for_all_eyes_and_in_grey() {
    let theme = Theme::parse(OWN).unwrap();
    assert_eq!(theme.check(&|name, rgb| check::place("", rgb, name)), Vec::new());
    assert_eq!(theme.farve.fagprincip.len(), 5);
}

#[test]
fn same_colour_twice_is_an_error_at_the_second() {
    let text = OWN.replace("#0b5ea8", "#14202e");
    let findings = Theme::parse(&text).unwrap_err();
    assert_eq!(findings[0].code, "T002");
    assert!(
        findings[0].message.to_string().contains("»tekst« og »accent«"),
        "{}",
        findings[0].message
    );
}

#[test]
fn pale_or_confusable_colours_are_warned_of() {
    let theme = Theme::parse(&OWN.replace("#525c68", "#b0b4b8")).unwrap();
    assert_eq!(theme.check(&|name, rgb| check::place("", rgb, name))[0].code, "T010");
    let theme = Theme::parse(&OWN.replace("#017250", "#ab6604")).unwrap();
    let codes: Vec<_> =
        theme.check(&|name, rgb| check::place("", rgb, name)).iter().map(|f| f.code).collect();
    assert!(codes.contains(&"T011") && codes.contains(&"T012"), "{codes:?}");
}

#[test]
fn too_much_ink_and_missing_slots_are_errors() {
    let theme = Theme::parse(&OWN.replace("[100, 75, 40, 45]", "[100, 100, 90, 90]"));
    assert_eq!(theme.unwrap_err()[0].code, "T003");
    let theme = Theme::parse(&OWN.replace("[plads.kort]", "[plads.kort_andet]"));
    assert_eq!(theme.unwrap_err()[0].code, "T001");
}
