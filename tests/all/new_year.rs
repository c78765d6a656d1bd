//! Next year's folder from this year's.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sats::finding::Severity;
use sats::report::check::check;
use sats::report::load::load;
use sats::report::model::{Tilstand, Vaerdi};
use sats::report::new_year::new_year;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024")
}

#[test]
fn next_years_folder_loads_without_errors_and_keeps_what_is_stable() {
    let tmp = tempfile::tempdir().expect("a folder");
    let out = tmp.path().join("2025");
    let files = new_year(&data(), 2025, &out).expect("made");
    assert!(files.iter().all(|f| f.is_file()), "{files:?}");
    let (old, ny) = (load(&data()), load(&out));
    assert!(!ny.has_errors(), "{:#?}", ny.findings);
    let (old, ny) = (old.report.expect("2024"), ny.report.expect("2025"));
    assert_eq!((ny.rapport.aar, ny.rapport.dataaar), (2025, 2024));
    assert_eq!(ny.rapport.dato, None);
    assert!(ny.rapport.indsigter.indsigt.iter().all(|i| i.trykt.is_empty()));
    assert_eq!((&old.bydele, &old.forvaltninger), (&ny.bydele, &ny.forvaltninger));
    assert_eq!(old.fagprincipper, ny.fagprincipper);
    for (a, b) in old.indsatser.iter().zip(&ny.indsatser) {
        assert_eq!((&a.id, &a.navn, &a.lead, &a.overblik), (&b.id, &b.navn, &b.lead, &b.overblik));
        assert_eq!(b.oekonomi.beloeb.tilstand(), Tilstand::Udfyldes);
        for (s, t) in a.brugere.serie.iter().zip(&b.brugere.serie) {
            assert_eq!(s.vaerdier.len(), t.vaerdier.len());
            assert_eq!(t.vaerdier.get("2024").map(Vaerdi::tilstand), Some(Tilstand::Udfyldes));
            assert_eq!(s.vaerdier.get("2023"), t.vaerdier.get("2023"));
            assert!(!t.vaerdier.contains_key("2020"));
        }
    }
    let text = fs::read_to_string(out.join("indsatser/eki.toml")).expect("the file");
    assert!(text.contains("# Som trykt:"), "comments stay");
}

#[test]
fn check_on_it_lists_what_is_to_be_filled_in_by_forvaltning() {
    let tmp = tempfile::tempdir().expect("a folder");
    let out = tmp.path().join("2025");
    new_year(&data(), 2025, &out).expect("made");
    let all = check(&load(&out));
    let to_be_filled_in: Vec<_> = all.iter().filter(|f| f.code == "D232").collect();
    let first = |said: String| said.split_whitespace().next().map(str::to_owned);
    let codes: BTreeSet<String> =
        to_be_filled_in.iter().filter_map(|f| first(f.message.to_string())).collect();
    assert_eq!(codes, BTreeSet::from(["SOF", "BIF", "BUF", "TMF", "ØKF"].map(str::to_owned)));
    assert!(to_be_filled_in.iter().all(|f| f.place.as_ref().is_some_and(|p| !p.range.is_empty())));
    let ludo: Vec<String> = to_be_filled_in
        .iter()
        .filter(|f| f.indsats.as_deref() == Some("ludo"))
        .map(|f| f.message.to_string())
        .collect();
    assert!(ludo.iter().any(|said| said == "SOF udfylder beløbet"), "{ludo:?}");
    assert!(ludo.iter().any(|said| said == "SOF udfylder serien »Brugere« for 2024"), "{ludo:?}");
    assert!(all.iter().any(|f| f.code == "D233"), "prose of last year is listed");
    // What only numbers could contradict is silent until there are numbers.
    assert!(!all.iter().any(|f| ["D101", "D104", "D121", "D221"].contains(&f.code)), "{all:#?}");
    assert!(all.iter().all(|f| f.severity != Severity::Error));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let tmp = tempfile::tempdir().expect("a folder");
    let (a, b) = (tmp.path().join("a/2025"), tmp.path().join("b/2025"));
    let files = new_year(&data(), 2025, &a).expect("made");
    new_year(&data(), 2025, &b).expect("made");
    for file in files {
        let under = file.strip_prefix(&a).expect("in the folder");
        assert_eq!(fs::read(&file).expect("a"), fs::read(b.join(under)).expect("b"), "{under:?}");
    }
}

#[test]
fn a_folder_that_is_there_is_never_written_into() {
    let tmp = tempfile::tempdir().expect("a folder");
    let out = tmp.path().join("2025");
    fs::create_dir(&out).expect("made");
    let fault = new_year(&data(), 2025, &out).expect_err("refused");
    assert!(
        fault[0].code == "D251" && fault[0].message.to_string().contains("findes allerede"),
        "{fault:?}"
    );
    assert_eq!(fs::read_dir(&out).expect("readable").count(), 0);
}

#[test]
fn the_year_is_after_the_reports_and_the_folders_name_fits() {
    let tmp = tempfile::tempdir().expect("a folder");
    let fault = new_year(&data(), 2024, &tmp.path().join("naeste")).expect_err("refused");
    assert!(fault[0].code == "D252" && fault[0].hints[0].to_string().contains("2025"), "{fault:?}");
    let fault = new_year(&data(), 2025, &tmp.path().join("2026")).expect_err("refused");
    assert!(fault[0].code == "D251" && fault[0].message.to_string().contains("2026"), "{fault:?}");
    assert_eq!(fs::read_dir(tmp.path()).expect("readable").count(), 0, "nothing is left behind");
}

#[test]
fn a_report_with_errors_is_told_and_nothing_is_made() {
    let tmp = tempfile::tempdir().expect("a folder");
    let fault = new_year(&tmp.path().join("intet"), 2025, &tmp.path().join("2025"))
        .expect_err("there is no such report");
    assert!(fault.iter().all(|f| f.severity == Severity::Error) && !fault.is_empty());
    assert!(!tmp.path().join("2025").exists());
}
