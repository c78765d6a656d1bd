//! Printers' profiles and their ICC profiles, good and bad.

use sats::finding::Finding;
use sats::output::print::{Printer, file_name};

const ICC: &[u8] = include_bytes!("../../../data/trykkerier/icc/FOGRA39L_coated.icc");
const COATED: &str = include_str!("../../../data/trykkerier/x4-coated.toml");

fn parse(text: &str, icc: &[u8]) -> Result<Printer, Vec<Finding>> {
    Printer::parse(text, "p.toml", |_| Ok(icc.to_vec()))
}

fn message(text: &str, icc: &[u8]) -> String {
    let findings = parse(text, icc).expect_err("a wrong profile");
    assert!(findings.iter().all(|finding| finding.place.is_some()), "{findings:?}");
    findings.into_iter().map(|finding| finding.message.to_string()).collect::<Vec<_>>().join("; ")
}

/// The profile with bytes of its header replaced; no checksum is asked for.
fn with(at: usize, bytes: &[u8]) -> String {
    let mut icc = ICC.to_vec();
    icc[at..at + bytes.len()].copy_from_slice(bytes);
    let text = COATED.lines().filter(|line| !line.starts_with("sha256")).collect::<Vec<_>>();
    message(&text.join("\n"), &icc)
}

#[test]
fn every_built_in_printer_loads_or_says_where_its_icc_profile_is_to_be_had() {
    for name in Printer::built_in() {
        match Printer::load(&name) {
            Ok(printer) => assert!(!printer.profile.kilde.is_empty()),
            Err(findings) => {
                assert_eq!(name, "x4-uncoated", "{findings:?}");
                assert!(findings[0].message.to_string().contains("mangler"));
                assert!(findings[0].hints[0].to_string().contains("eci.org"), "{findings:?}");
            }
        }
    }
}

#[test]
fn a_profile_that_is_not_what_print_needs_is_named_for_what_it_is() {
    assert!(message(COATED, b"not a profile at all").contains("er ikke en ICC-profil"));
    assert!(
        message(COATED, &ICC[..5000]).contains("dens hoved siger 121368 byte, og den har 5000")
    );
    assert!(with(36, b"xxxx").contains("er ikke en ICC-profil"));
    assert!(with(12, b"mntr").contains("klassen `mntr`"));
    assert!(with(16, b"RGB ").contains("er til `RGB `, ikke til CMYK"));
    assert!(with(8, &[5]).contains("version 5"));
    let mut other = ICC.to_vec();
    other[100_000] ^= 1;
    assert!(message(COATED, &other).contains("er en anden fil end den"));
}

#[test]
fn a_wrong_key_or_value_has_its_place_in_the_file() {
    let wrong = |from: &str, to: &str| {
        let text = COATED.replace(from, to);
        let findings = parse(&text, ICC).expect_err("a wrong profile");
        // A key that is misspelt is missing too; the mistake itself is the one with a range.
        let with_range =
            |f: &&Finding| f.place.as_ref().is_some_and(|place| !place.range.is_empty());
        let finding = findings.iter().find(with_range).expect("a place");
        let place = finding.place.clone().expect("a place");
        (finding.message.to_string(), text[place.range].to_owned())
    };
    let (message, there) = wrong("sikkerhed_mm = 5", "sikkerhet_mm = 5");
    assert!(message.contains("sikkerhet_mm"), "{message}");
    assert_eq!(there, "sikkerhet_mm");
    let (message, there) = wrong("top_mm = 3", "top_mm = 300");
    assert!(message.contains("den skal være 0 til 20"), "{message}");
    assert_eq!(there, "top_mm = 300");
    let (message, _) = wrong("farvemaengde = 300", "farvemaengde = 900");
    assert!(message.contains("`farvemaengde` er 900 %"), "{message}");
    let (message, _) = wrong("standard = \"x4\"", "standard = \"x1a\"");
    assert!(message.contains("x1a"), "{message}");
    let (message, _) = wrong("\"{rapport}-tryk\"", "\"../../etc/{rapport}\"");
    assert!(message.contains("er ikke et navn, en fil kan have"), "{message}");
    let (message, _) = wrong("sidemultiplum = 2", "sidemultiplum = 0");
    assert!(message.contains("1 til 64"), "{message}");
}

#[test]
fn several_mistakes_are_told_at_once() {
    let text = COATED
        .replace("sikkerhed_mm = 5", "sikkerhet_mm = 5")
        .replace("standard = \"x4\"", "standard = \"x9\"")
        .replace("top_mm = 3", "top_mm = \"tre\"")
        .replace("sidemultiplum = 2", "sidemultiplum = 99");
    let said = message(&text, b"no profile");
    for mistake in
        ["sikkerhet_mm", "mangler sikkerhed_mm", "x9", "et tal", "1 til 64", "ICC-profil"]
    {
        assert!(said.contains(mistake), "{mistake}: {said}");
    }
}

#[test]
fn an_unknown_printer_is_told_which_ones_there_are() {
    let findings = Printer::load("no-such-printer").expect_err("none");
    assert!(findings[0].hints[0].to_string().contains("gb-tryk"), "{findings:?}");
}

#[test]
fn the_file_is_named_as_the_printer_asks() {
    let printer = Printer::load("onlineprinters").expect("built in");
    assert_eq!(file_name(&printer, "sikker-by-2024", 56), "sikker-by-2024-56-sider.pdf");
}
