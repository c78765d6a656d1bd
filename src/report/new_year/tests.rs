use toml_edit::DocumentMut;

use super::walk;
use super::years::Forward;
use crate::report::fields;
use crate::report::schema::DataFile;

const BY: Forward = Forward { year: 2024, data_year: 2023, step: 1 };

fn after(toml: &str) -> String {
    let mut document: DocumentMut = toml.parse().expect("TOML");
    walk::move_on(document.as_table_mut(), fields::of(DataFile::Indsats), BY);
    document.to_string()
}

#[test]
fn a_series_moves_on_with_its_window_and_comments_stay() {
    let out = after(
        "# Om filen.\nnavn = \"A\" # navnet\n\n[[brugere.serie]]\nnavn = \"B\"\nvaerdier = { 2022 = 47, 2023 = 53 }\n",
    );
    assert_eq!(
        out,
        "# Om filen.\nnavn = \"A\" # navnet\n\n[[brugere.serie]]\nnavn = \"B\"\nvaerdier = { 2023 = 53, 2024 = \"udfyldes\" }\n"
    );
}

#[test]
fn a_series_written_as_a_table_moves_on_too() {
    let out = after(
        "[[brugere.serie]]\nnavn = \"B\"\n\n[brugere.serie.vaerdier]\n2022 = { tal = 55, tilstand = \"anslaaet\" }\n2023 = 60\n",
    );
    assert!(out.contains("2023 = 60\n2024 = \"udfyldes\"\n"), "{out}");
    assert!(!out.contains("2022"), "{out}");
}

#[test]
fn amounts_tables_figures_and_callouts_wait_and_words_stay() {
    let out = after(
        r#"
[oekonomi]
beloeb = 100_000 # kr.
opdeling = [{ navn = "Drift", beloeb = 40_000 }]

[[blok]]
slags = "tabel"
titel = "Sager 2023"
kolonner = [{ navn = "A" }, { navn = "Mål" }, { navn = "R", rolle = "resultat" }]
raekker = [
  # om rækken
  { navn = "X", celler = [{ tal = 16, ord = "sager" }, "mindst 30 %", "steget med 5 %"] },
  { navn = "Y", celler = ["-", "", "mangler"] },
]

[[blok]]
slags = "figur"
titel = "F"
n = 62
serier = [{ vaerdier = [76, 24] }]

[[blok]]
slags = "figur"
titel = "G"
kendt = ["En halv."]
tilstand = "mangler"

[[blok]]
slags = "tal"
titel = "Udvalgte områder i 2023"
poster = [{ tal = [16, 3], tekst = "{tal.1} oplæg i 2023." }]
"#,
    );
    for line in [
        "beloeb = \"udfyldes\" # kr.",
        "{ navn = \"Drift\", beloeb = \"udfyldes\" }",
        "titel = \"Sager 2024\"",
        "titel = \"Udvalgte områder i 2024\"",
        "  # om rækken",
        "celler = [\"udfyldes\", \"mindst 30 %\", \"udfyldes\"]",
        "celler = [\"-\", \"\", \"udfyldes\"]",
        "serier = [{ vaerdier = [\"udfyldes\", \"udfyldes\"] }]",
        "tilstand = \"udfyldes\"",
        "{ tal = [\"udfyldes\", \"udfyldes\"], tekst = \"{tal.1} oplæg i 2023.\" }",
    ] {
        assert!(out.contains(line), "{line} is not in\n{out}");
    }
    assert!(!out.contains("n = 62") && !out.contains("kendt"), "{out}");
}

#[test]
fn a_tables_year_and_its_rows_years_move_and_other_periods_stay() {
    let out = after(
        r#"
[[blok]]
slags = "tabel"
titel = "Samtaler"
raekkehoved = "Måned (2023)"
raekker = [
  { navn = "December 2022", celler = [31] },
  { navn = "Født før 1990", celler = ["-"] },
]
periode = "juli 2022 til og med juni 2023"

[[blok]]
slags = "figur"
periode = "2023"
"#,
    );
    for line in [
        "raekkehoved = \"Måned (2024)\"",
        "{ navn = \"December 2023\", celler = [\"udfyldes\"] }",
        "{ navn = \"Født før 1990\", celler = [\"-\"] }",
        "periode = \"juli 2022 til og med juni 2023\"",
        "periode = \"2024\"",
    ] {
        assert!(out.contains(line), "{line} is not in\n{out}");
    }
}

#[test]
fn what_belongs_to_last_years_report_is_left_out() {
    let out = after(
        "navn = \"A\"\nvirkningsevaluering = true\n[[accepteret]]\nkode = \"D101\"\ngrund = \"G\"\n",
    );
    assert_eq!(out, "navn = \"A\"\n");
    let mut document: DocumentMut = "titel = \"Rapport 2024\"\naar = 2024\ndataaar = 2023\ndato = \"2024-05-01\"\nemneord = [\"budgetpakken 2024\", \"Strategi 2022-2025\"]\n[[indsigter.indsigt]]\nemne = \"E\"\ntrykt = { a = 1 }\n"
        .parse()
        .expect("TOML");
    walk::move_on(document.as_table_mut(), fields::of(DataFile::Rapport), BY);
    assert_eq!(
        document.to_string(),
        "titel = \"Rapport 2025\"\naar = 2025\ndataaar = 2024\nemneord = [\"budgetpakken 2025\", \"Strategi 2022-2025\"]\n[[indsigter.indsigt]]\nemne = \"E\"\n"
    );
}

#[test]
fn a_year_in_a_range_or_a_number_stays() {
    assert_eq!(BY.moved_words("Måned (2023)"), "Måned (2024)");
    assert_eq!(
        BY.moved_words("Strategi 2022-2024, 2024/25, 12.024, 1.2024"),
        "Strategi 2022-2024, 2024/25, 12.024, 1.2024"
    );
    assert_eq!(BY.moved_words("2024. 2023, ja"), "2025. 2024, ja");
    assert_eq!(BY.moved_words("2022 og 20234"), "2022 og 20234");
}
