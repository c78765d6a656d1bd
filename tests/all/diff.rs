//! What changed between two data sets, as the reader of the list sees it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use sats::report::diff::{Change, Diff, Kind, diff, groups, list, marks};
use sats::report::load;
use sats::report::model::Report;
use sats::words::Words;

fn data() -> Arc<Report> {
    report(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024"))
}

fn report(dir: &Path) -> Arc<Report> {
    let loaded = load::load(dir);
    loaded.report.unwrap_or_else(|| panic!("the data has errors: {:?}", loaded.findings))
}

/// The report after these edits: file, text, replacement.
fn edited(edits: &[(&str, &str, &str)]) -> Arc<Report> {
    let desk = tempfile::tempdir().expect("a temporary folder");
    let dir = desk.path().join("2024");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    fs::create_dir_all(dir.join("indsatser")).expect("a folder");
    for folder in ["", "indsatser"] {
        for entry in fs::read_dir(source.join(folder)).expect("the data is there") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|e| e == "toml") {
                let to = dir.join(folder).join(path.file_name().expect("a name"));
                fs::copy(&path, to).expect("a copy");
            }
        }
    }
    for (file, from, to) in edits {
        let path = dir.join(file);
        let text = fs::read_to_string(&path).expect("the file is there");
        assert!(text.contains(from), "{file} has no {from:?}");
        fs::write(&path, text.replacen(from, to, 1)).expect("written");
    }
    report(&dir)
}

/// What happened, to whom, where, from what to what; no-break spaces as spaces.
type Row = (Kind, String, String, String, String);

fn row(c: &Change) -> Row {
    let words = |s: &Option<String>| s.clone().unwrap_or_default().replace('\u{a0}', " ");
    let whose = c.indsats.clone().unwrap_or_default();
    (c.kind, whose, c.label.clone(), words(&c.old), words(&c.new))
}

fn changes(edits: &[(&str, &str, &str)]) -> Diff {
    diff(&data(), &edited(edits))
}

fn rows(diff: &Diff) -> Vec<Row> {
    diff.changes.iter().map(row).collect()
}

fn is(kind: Kind, whose: &str, label: &str, old: &str, new: &str) -> Row {
    (kind, whose.to_owned(), label.to_owned(), old.to_owned(), new.to_owned())
}

const LUDO: &str = "indsatser/ludo.toml";
const EKI: &str = "indsatser/eki.toml";
const NY_START: &str = "indsatser/ny-start.toml";

#[test]
fn the_same_data_has_no_changes() {
    assert_eq!(rows(&changes(&[])), []);
}

#[test]
fn lines_wrapped_otherwise_and_numbers_written_otherwise_are_no_changes() {
    let edits = [
        (LUDO, "afprøvet og videreudviklet LUDO", "afprøvet og\nvidereudviklet LUDO"),
        (LUDO, "beloeb = 1_200_000", "beloeb = 1200000"),
        (NY_START, "celler = [15, 22]", "celler = [15.0, 22]"),
    ];
    assert_eq!(rows(&changes(&edits)), []);
}

#[test]
fn every_edit_is_told_with_its_old_and_new_value_and_nothing_else_is() {
    let edits = [
        (EKI, "2021 = 89", "2021 = 91"),
        (EKI, "vaerdier = [76, 24]", "vaerdier = [75, 24]"),
        (EKI, "beloeb = 9_160_000", "beloeb = 9_200_000"),
        (LUDO, "[[blok]]", "[[blok]]\nslags = \"tekst\"\ntekst = \"En ny blok.\"\n\n[[blok]]"),
        (LUDO, "2023 = 16", "2023 = \"mangler\""),
        (LUDO, "alder = { fra = 14, til = 19 }", "alder = { fra = 14, til = 18 }"),
        (LUDO, "I gennemsnit varer et LUDO-forløb 4,5 måned.", "Et LUDO-forløb varer 5 måneder."),
        (NY_START, "celler = [377.6, \"-\"]", "celler = [380.1, 2]"),
        (
            NY_START,
            "celler = [53.9, 6.9]",
            "celler = [53.9, { tal = 6.9, tilstand = \"anslaaet\" }]",
        ),
        ("rapport.toml", "titel = \"Introduktion\"", "titel = \"Indledning\""),
    ];
    let group = "Sammenligningsgruppe (københavnere i alderen 12-25 år)";
    let duration = "Tabel »Forløbets varighed«, Gennemsnit";
    let area = "Tabel »Bopæl i monitoreringsområde«, Bor i et monitoreringsområde";
    use Kind::{Added, Changed};
    assert_eq!(
        rows(&changes(&edits)),
        [
            is(Changed, "", "Introduktion, titel", "Introduktion", "Indledning"),
            is(Changed, "eki", "Brugere, Forløb 2021", "89", "91"),
            is(Changed, "eki", "Økonomi, beløb", "9.160.000 kr.", "9.200.000 kr."),
            is(
                Changed,
                "eki",
                "Figur »Risiko for belastningsreaktion ved indskrivning«, Deltagere, I risiko",
                "76 %",
                "75 %"
            ),
            is(Changed, "ludo", "Overblik, alder", "14–19 år", "14–18 år"),
            is(Changed, "ludo", "Brugere 2023", "16", "mangler"),
            is(Added, "ludo", "Tekst »En ny blok.«", "", "En ny blok."),
            is(
                Changed,
                "ludo",
                "Fremhævet »Et LUDO-forløb varer 5 måneder.«",
                "I gennemsnit varer et LUDO-forløb 4,5 måned.",
                "Et LUDO-forløb varer 5 måneder."
            ),
            is(Changed, "ny-start", &format!("{area}, {group}"), "6,9 %", "ca. 6,9 %"),
            is(Changed, "ny-start", &format!("{duration}, Deltagere"), "377,6 dage", "380,1 dage"),
            is(Changed, "ny-start", &format!("{duration}, {group}"), "–", "2 dage"),
        ]
    );
}

#[test]
fn paths_are_those_of_the_new_data_and_of_the_old_where_it_is_gone() {
    let edits = [
        (EKI, "vaerdier = { 2020 = 97, 2021 = 89,", "vaerdier = { 2021 = 90,"),
        (NY_START, "  { navn = \"Median\", celler = [15, 22] },\n", ""),
        (LUDO, "[[blok]]", "[[blok]]\nslags = \"tekst\"\ntekst = \"En ny blok.\"\n\n[[blok]]"),
        (LUDO, "var glad for de små hold", "var meget glad for de små hold"),
    ];
    let diff = changes(&edits);
    let places: Vec<_> = diff
        .changes
        .iter()
        .map(|c| (c.kind, c.file.as_str(), c.field.as_str(), c.near.as_deref()))
        .collect();
    let row = data_row("Median");
    use Kind::{Added, Changed, Removed};
    assert_eq!(
        places,
        [
            (Removed, EKI, "brugere.serie[0].vaerdier.2020", Some("brugere.serie[0].vaerdier")),
            (Changed, EKI, "brugere.serie[0].vaerdier.2021", None),
            (Added, LUDO, "blok[0]", None),
            (Changed, LUDO, "blok[3].tekst", None),
            (Removed, NY_START, row.0.as_str(), Some(row.1.as_str())),
        ]
    );
}

/// Path of the row of Ny Start's table of ages, and of the row before it.
fn data_row(name: &str) -> (String, String) {
    let data = data();
    let indsats = data.indsatser.iter().find(|i| i.id == "ny-start").expect("Ny Start");
    let (block, row) = indsats
        .blok
        .iter()
        .enumerate()
        .find_map(|(b, blok)| match blok {
            sats::report::model::Blok::Tabel(t) if t.titel == "Alder" => {
                Some((b, t.raekker.iter().position(|r| r.navn == name)?))
            }
            _ => None,
        })
        .expect("the row");
    (format!("blok[{block}].raekker[{row}]"), format!("blok[{block}].raekker[{}]", row - 1))
}

#[test]
fn a_shared_text_is_told_once_and_marked_wherever_it_is_printed() {
    let shared = data().rapport.faelles.get("oekonomi").cloned().expect("a shared text");
    let first = shared.split_whitespace().next().expect("a word").to_owned();
    let from = format!("oekonomi = \"\"\"\n{first}");
    let diff = changes(&[("rapport.toml", &from, &format!("oekonomi = \"\"\"\nIngen {first}"))]);
    assert_eq!(diff.changes.len(), 1);
    let used = &diff.changes.first().expect("one change").used_by;
    assert!(used.len() > 5, "{used:?}");
    let marks = marks(&diff);
    assert!(marks.contains_key(&("ludo".to_owned(), "oekonomi.tekst".to_owned())));
    assert!(marks.contains_key(&(String::new(), "faelles.oekonomi".to_owned())));
    assert_eq!(marks.len(), used.len() + 1);
}

#[test]
fn an_indsats_that_comes_or_goes_is_one_change() {
    let mut without = Arc::unwrap_or_clone(data());
    without.indsatser.retain(|i| i.id != "ludo");
    without.rapport.raekkefoelge.retain(|id| id != "ludo");
    without.rapport.overblik_raekkefoelge.retain(|id| id != "ludo");
    let ludo = "LUDO";
    assert_eq!(
        rows(&diff(&data(), &without)),
        [is(Kind::Removed, "ludo", "Indsatsen er udgået", ludo, "")]
    );
    let back = diff(&without, &data());
    assert_eq!(rows(&back), [is(Kind::Added, "ludo", "Ny indsats", "", ludo)]);
    assert_eq!(back.added().into_iter().collect::<Vec<_>>(), ["ludo"]);
    assert_eq!(marks(&back).keys().collect::<Vec<_>>(), [&("ludo".to_owned(), String::new())]);
}

#[test]
fn changes_are_grouped_by_the_forvaltning_that_answers() {
    let edits = [
        (EKI, "2021 = 89", "2021 = 91"),
        ("rapport.toml", "titel = \"Introduktion\"", "titel = \"Indledning\""),
        ("indsatser/all-in.toml", "bæredygtige velfærd", "gode velfærd"),
    ];
    let new = edited(&edits);
    let diff = diff(&data(), &new);
    let order: Vec<_> = groups(&diff, &new)
        .iter()
        .map(|g| (g.kode, g.indsatser.iter().filter_map(|i| i.id).collect::<Vec<_>>()))
        .collect();
    let all_in =
        data().indsatser.iter().find(|i| i.id == "all-in").map(|i| i.overblik.forvaltning.clone());
    let mut wanted = vec![(None, vec![]), (Some("SOF"), vec!["eki"])];
    if all_in.as_deref() == Some("SOF") {
        wanted[1].1.insert(0, "all-in");
    } else {
        wanted.push((all_in.as_deref(), vec!["all-in"]));
    }
    assert_eq!(order, wanted);
    assert_eq!(diff.of_forvaltning("BUF").changes.len(), 1);
    assert_eq!(diff.of_forvaltning("TMF").changes.len(), 0);
}

#[test]
fn the_list_is_printed_by_forvaltning_with_short_values_on_one_line() {
    let edits = [
        (EKI, "2021 = 89", "2021 = 91"),
        (LUDO, "var glad for de små hold", "var meget glad for de små hold"),
    ];
    let new = edited(&edits);
    let text = list::human(&diff(&data(), &new), &new, Words::danish());
    assert_eq!(
        text,
        "SOF  Socialforvaltningen
  EKI
    ~ Brugere, Forløb 2021: 89 → 91  (brugere.serie[0].vaerdier.2021)
  LUDO
    ~ Citat »En pige på 16 år var meget glad …«  (blok[2].tekst)
        - En pige på 16 år var glad for de små hold: Der var få elever, og der var ro.
        + En pige på 16 år var meget glad for de små hold: Der var få elever, og der var ro.

2 ændringer i 2 indsatser
"
    );
    assert_eq!(list::human(&Diff::default(), &new, Words::danish()), "ingen ændringer\n");
}

#[test]
fn csv_and_workbook_hold_a_row_per_change_and_are_the_same_every_time() {
    let edits = [(EKI, "2021 = 89", "2021 = 91"), (LUDO, "navn = \"LUDO\"", "navn = 'L, \"U\"'")];
    let new = edited(&edits);
    let diff = diff(&data(), &new);
    let csv = list::csv(&diff, Words::danish());
    let lines: Vec<_> = csv.split("\r\n").collect();
    assert_eq!(lines.len(), 4, "{csv}");
    assert_eq!(lines[0], "\u{feff}Forvaltning;Indsats;Hvad;Felt;Før;Nu;Bemærkning;Fil;Sti");
    assert_eq!(
        lines[1],
        "SOF, BIF, BUF;EKI;ændret;Brugere, Forløb 2021;89;91;;indsatser/eki.toml;\
         brugere.serie[0].vaerdier.2021"
    );
    assert_eq!(
        lines[2],
        "SOF;\"L, \"\"U\"\"\";ændret;Navn;LUDO;\"L, \"\"U\"\"\";;indsatser/ludo.toml;navn"
    );
    let book = list::xlsx(&diff, &new, Words::danish()).expect("a workbook");
    assert!(book.starts_with(b"PK"));
    assert_eq!(book, list::xlsx(&diff, &new, Words::danish()).expect("a workbook"));
}
