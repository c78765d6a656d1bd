//! Checks over the 2024 report: the contradictions of its source, no others, and planted ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;
use sats::finding::{Finding, Place, Severity};
use sats::report::check::{check, check_report};
use sats::report::load::load;
use sats::report::model::Blok;

use crate::cli::Project;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024")
}

fn findings(dir: &Path) -> Vec<Finding> {
    let loaded = load(dir);
    assert!(!loaded.has_errors(), "{:?}", loaded.findings);
    check(&loaded)
}

/// Code and id of the indsats; empty for the front matter.
fn key(f: &Finding) -> (&str, &str) {
    (f.code, f.indsats.as_deref().unwrap_or_default())
}

/// What the source contradicts itself in, each looked up in it. A finding that is not here is
/// either a new mistake in the data or a rule that cries wolf: look before adding it.
const KNOWN: &[(&str, &str)] = &[
    ("D235", ""),
    ("D214", ""),
    ("D151", "all-in"),
    ("D141", "den-korte-snor"),
    ("D121", "den-korte-snor"),
    ("D151", "sjakket"),
    ("D141", "eki"),
    ("D162", "eki"),
    ("D171", "eki"),
    ("D174", "rocker-bande"),
    ("D172", "rocker-bande"),
    ("D131", "rocker-bande"),
    ("D153", "green-teams"),
    ("D162", "ekstremisme"),
    ("D161", "job-og-uddannelse"),
    ("D191", "job-og-uddannelse"),
    ("D202", "job-og-uddannelse"),
    ("D192", "job-og-uddannelse"),
    ("D172", "kbh-18-plus"),
    ("D151", "stroem"),
    ("D212", "stroem"),
    ("D202", "ny-start"),
    ("D153", "ny-start"),
    ("D202", "ny-start"),
    ("D162", "ssp-plus"),
    ("D221", "ssp-plus"),
    ("D192", "ssp-plus"),
    ("D104", "ssp-plus"),
    ("D221", "ssp-plus"),
];

#[test]
fn a_break_outside_the_years_of_its_series_is_told() {
    let project = Project::new();
    let file = "data/2024/indsatser/kbh-18-plus.toml";
    project.edit(file, "vaerdier = { 2020", "databrud = 2020\nvaerdier = { 2020");
    let told = "databrud i 2020, men rækken går fra 2020 til 2023";
    project.run(&["check"]).ends(1).says(&["D042", told]);
}

#[test]
fn the_2024_report_warns_of_what_its_source_gets_wrong_and_of_nothing_else() {
    let all = findings(&data());
    let advarsler: Vec<(&str, &str)> =
        all.iter().filter(|f| f.severity == Severity::Warning).map(key).collect();
    assert_eq!(advarsler, KNOWN, "{all:#?}");
    assert!(all.iter().all(|f| f.severity != Severity::Error));
    assert!(all.iter().all(|f| f.place.is_some() && !f.hints.is_empty()));
}

#[test]
fn every_warning_about_numbers_says_the_numbers() {
    let all = findings(&data());
    let message = |kode: &str, id: &str| {
        let f = all.iter().find(|f| key(f) == (kode, id)).expect("a known finding");
        f.message.to_string()
    };
    for (kode, id, ord) in [
        ("D214", "", ["6", "7"]),
        ("D151", "all-in", ["16–24", "16–22"]),
        ("D121", "den-korte-snor", ["46,1", "85,6"]),
        ("D171", "eki", ["31. september", "2023"]),
        ("D102", "rocker-bande", ["85", "19 + 13 + 54"]),
        ("D131", "rocker-bande", ["20 og 25", "17 og 24"]),
        ("D172", "rocker-bande", ["oktober 2023", "November"]),
        ("D153", "ny-start", ["10", "12"]),
        ("D104", "ssp-plus", ["16", "39"]),
        ("D172", "kbh-18-plus", ["2019", "2020"]),
    ] {
        let b = message(kode, id);
        assert!(ord.iter().all(|o| b.contains(o)), "{kode} {id}: {b}");
    }
}

/// A mistake to plant: file, words, what to put in their place, the code it gives, words of the
/// message.
const PLANTED: &[(&str, &str, &str, &str, &str)] = &[
    (
        "ssp-plus",
        r#"{ navn = "Københavns Politi (ikke via SSP-koordinationsgruppe)", celler = [24] }"#,
        r#"{ navn = "Københavns Politi (ikke via SSP-koordinationsgruppe)", celler = [42] }"#,
        "D101",
        "er 79",
    ),
    ("rocker-bande", "beloeb = 650_000", "beloeb = 560_000", "D105", "16.796.000"),
    ("job-og-uddannelse", "celler = [36.5,", "celler = [46.5,", "D111", "109,9 %"),
    ("ungdomsbrandkorps", "44 % får altså", "54 % får altså", "D122", "37 af 84 er 44 %"),
    ("den-korte-snor", "faldet med 61,6 %", "faldet med 51,6 %", "D121", "51,6 %"),
    (
        "koebenhavnerteamet",
        "alder = { fra = 10, til = 25 }\n\n[brugere]",
        "alder = { fra = 10, til = 24 }\n\n[brugere]",
        "D151",
        "10–24",
    ),
    ("18-plus-enhederne", "siden = 2009", "siden = 2008", "D164", "2009"),
    ("ludo", "har 23 været anbragt", "har 24 været anbragt", "D123", "34"),
    ("din-betjent", "og lanceret tre:", "og lanceret fire:", "D141", "»fire«"),
    ("ny-start", "30. juni 2022", "31. juni 2022", "D171", "31. juni 2022"),
    (
        "bydaekkende-fritidsjob",
        "{ maerke = \"*\", tekst = \"Opgørelsen",
        "{ maerke = \"**\", tekst = \"Opgørelsen",
        "D191",
        "* har ingen note",
    ),
    ("ludo", "2023 = 16", "2023 = 3", "D221", "2023: 3"),
];

#[test]
fn twelve_planted_mistakes_are_all_named_in_one_run() {
    let kopi = tempfile::tempdir().expect("a folder");
    let dir = kopi.path().join("2024");
    copy(&data(), &dir);
    for (id, fra, til, ..) in PLANTED {
        let file = dir.join(format!("indsatser/{id}.toml"));
        let text = fs::read_to_string(&file).expect("the file");
        assert!(text.contains(fra), "{id} no longer says {fra}");
        fs::write(&file, text.replacen(fra, til, 1)).expect("written");
    }
    let before = findings(&data());
    let after = findings(&dir);
    assert_eq!(PLANTED.len(), 12);
    for (id, _, _, kode, ord) in PLANTED {
        let is_sign = |f: &&Finding| key(f) == (*kode, *id) && f.message.to_string().contains(ord);
        assert!(after.iter().any(|f| is_sign(&f)), "{kode} {id} ({ord}) is not named: {after:#?}");
        assert!(!before.iter().any(|f| is_sign(&f)), "{kode} {id} was there before");
    }
}

/// Pieces that rules look for, in every wrong order, among any characters.
fn sludder() -> impl Strategy<Value = String> {
    const ORD: [&str; 32] = [
        "Af",
        "de",
        "84",
        "37",
        "af",
        "dem",
        "44",
        "%",
        "31",
        ".",
        "september",
        "2023",
        "10-14",
        "år",
        "-",
        "½",
        "mellem",
        "og",
        "samt",
        ":",
        ";",
        "Det",
        "er",
        "tre",
        "tabellen",
        "siden",
        "1/13",
        "cirka",
        "i",
        "gennemsnit",
        "(",
        "*",
    ];
    let piece =
        prop_oneof![4 => prop::sample::select(&ORD[..]).prop_map(str::to_owned), 1 => ".{0,3}"];
    prop::collection::vec(piece, 0..40).prop_map(|v| v.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_words_make_a_check_fail(a in sludder(), b in sludder(), c in sludder()) {
        let mut report = Arc::unwrap_or_clone(load(&data()).report.expect("2024"));
        report.indsatser.truncate(8);
        for i in &mut report.indsatser {
            i.lead.clone_from(&a);
            i.brugere.tekst.clone_from(&b);
            i.beskrivelse = format!("{c}\n\n{a}\n\n1. {b}\n2. {c}");
            i.navn.clone_from(&c);
            for blok in &mut i.blok {
                if let Blok::Tabel(t) = blok {
                    t.raekkehoved.clone_from(&a);
                    for r in &mut t.raekker {
                        r.navn.clone_from(&b);
                        r.celler.truncate(1);
                    }
                }
            }
        }
        let place = |file: &str, field: &str| Place {
            file: file.to_owned(),
            range: 0..0,
            field: Some(field.to_owned()),
        };
        let findings = check_report(&report, &place, None);
        prop_assert!(findings.iter().all(|f| f.severity != Severity::Error));
    }
}

fn copy(fra: &Path, til: &Path) {
    fs::create_dir_all(til).expect("a folder");
    for entry in fs::read_dir(fra).expect("readable").flatten() {
        let (path, navn) = (entry.path(), entry.file_name());
        if path.is_dir() {
            copy(&path, &til.join(navn));
        } else {
            fs::copy(&path, til.join(navn)).expect("copied");
        }
    }
}
