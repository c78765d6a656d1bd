use crate::report::check::testing::{TestReport, findings, with_table, with_users};

fn tabel(foelsom: bool, small: &str) -> TestReport {
    with_table(&format!(
        r#"kolonner = [{{ navn = "Sager" }}]
        raekker = [ {{ navn = "Skole", celler = [{small}] }}, {{ navn = "Hjem", celler = [6] }},
          {{ navn = "Politi", celler = [24] }},
          {{ navn = "I alt", rolle = "total", celler = [33] }} ]
        foelsom = {foelsom}"#
    ))
}

#[test]
fn small_counts_in_a_sensitive_table_are_told_with_the_second_one_to_withhold() {
    assert!(findings("D221", &tabel(false, "3")).is_empty());
    assert!(findings("D221", &tabel(true, "5")).is_empty());
    assert!(findings("D221", &tabel(true, "0")).is_empty());
    let f = tabel(true, "3").findings();
    let f = f.iter().find(|f| f.code == "D221").expect("a finding");
    assert!(f.message.to_string().contains("»Skole« 3"), "{f:?}");
    assert!(f.hints.iter().any(|h| h.to_string().contains("»Hjem« (6)")), "{f:?}");
}

#[test]
fn a_series_of_persons_falls_under_it_and_a_series_of_courses_does_not() {
    let serie = |enhed: &str| {
        with_users(&format!(
            r#"tekst = "Unge."
            serie = [{{ navn = "N", taeller = "unge", enhed = "{enhed}", vaerdier = {{ 2022 = 3, 2023 = 30 }} }}]"#
        ))
    };
    assert_eq!(findings("D221", &serie("personer")).len(), 1);
    assert!(findings("D221", &serie("antal")).is_empty());
}

#[test]
fn a_share_with_its_base_counts_too() {
    let r = |pct: u8| {
        with_table(&format!(
            r#"kolonner = [{{ navn = "Andel", enhed = "pct" }}]
            raekker = [ {{ navn = "Uden job", celler = [{pct}] }},
              {{ navn = "Borgere", rolle = "grundlag", enhed = "personer", celler = [48] }} ]
            foelsom = true"#
        ))
    };
    assert!(findings("D221", &r(13)).is_empty());
    let f = findings("D221", &r(4));
    assert!(f.len() == 1 && f[0].contains("4 % af 48 er 2"), "{f:?}");
}

#[test]
fn one_withheld_count_is_given_away_by_the_total_and_two_are_not() {
    let f = findings("D222", &tabel(true, "\"diskretion\""));
    assert!(f.len() == 1 && f[0].contains(": 3, for »I alt« (33)"), "{f:?}");
    let to =
        tabel(true, "\"diskretion\"").toml().replace("celler = [6]", "celler = [\"diskretion\"]");
    assert!(TestReport::from_toml(&to, "D222").is_empty());
    let each_one = to.replace("celler = [33]", "celler = [26]");
    assert_eq!(TestReport::from_toml(&each_one, "D222").len(), 2);
}

#[test]
fn a_withheld_count_is_given_away_by_its_rows_total() {
    let r = |b: &str| {
        with_table(&format!(
            r#"kolonner = [ {{ navn = "Drenge" }}, {{ navn = "Piger" }}, {{ navn = "Alle", rolle = "total" }} ]
            raekker = [ {{ navn = "Skole", celler = ["diskretion", {b}, 12] }} ]"#
        ))
    };
    assert_eq!(findings("D222", &r("9")).len(), 1);
    assert!(findings("D222", &r("\"diskretion\"")).is_empty());
}

#[test]
fn a_sum_across_is_known_by_its_numbers_too_and_never_by_its_name() {
    let r = |all: &str| {
        format!(
            r#"kolonner = [ {{ navn = "Drenge" }}, {{ navn = "Piger" }}, {{ navn = "{all}" }} ]
            raekker = [ {{ navn = "Skole", celler = ["diskretion", 9, 12] }},
              {{ navn = "Hjem", celler = [5, 6, 11] }}, {{ navn = "Politi", celler = [7, 8, 15] }} ]"#
        )
    };
    assert_eq!(findings("D222", &with_table(&r("Unge"))).len(), 1);
    let nothing = r("I alt").replace("[5, 6, 11]", "[5, 6, 40]");
    assert!(findings("D222", &with_table(&nothing)).is_empty());
}

#[test]
fn a_percentage_beside_a_withheld_count_gives_it_away() {
    let r = |pct: &str| {
        with_table(&format!(
            r#"kolonner = [ {{ navn = "Antal", enhed = "personer" }}, {{ navn = "Andel", enhed = "pct" }} ]
            raekker = [ {{ navn = "A", celler = ["diskretion", {pct}] }},
              {{ navn = "B", celler = ["diskretion", "mangler"] }},
              {{ navn = "C", celler = [42, 87.5] }}, {{ navn = "I alt", rolle = "total", celler = [48, 100] }} ]"#
        ))
    };
    let f = findings("D222", &r("4.2"));
    assert!(f.len() == 2 && f[0].contains("4,2 % af 48"), "{f:?}");
    assert!(findings("D222", &r("\"mangler\"")).is_empty());
}

#[test]
fn a_mean_gives_a_withheld_count_away() {
    let f = findings(
        "D222",
        &with_table(
            r#"kolonner = [{ navn = "Sager" }]
            raekker = [ { navn = "2021", celler = [10] }, { navn = "2022", celler = ["diskretion"] },
              { navn = "2023", celler = [12] }, { navn = "Gennemsnit", rolle = "gennemsnit", celler = [8.3] } ]"#,
        ),
    );
    assert!(f.len() == 1 && f[0].contains(": 3") && f[0].contains("gennemsnittet"), "{f:?}");
}

#[test]
fn a_figure_with_its_n_gives_a_withheld_value_away() {
    let r = |b: &str| {
        crate::report::check::testing::with_blocks(&format!(
            "[[blok]]\nslags = \"figur\"\ntitel = \"Status\"\nenhed = \"personer\"\nn = 40\n\
             kategorier = [\"A\", \"B\", \"C\"]\nserier = [{{ vaerdier = [30, {b}, \"diskretion\"] }}]"
        ))
    };
    assert_eq!(findings("D222", &r("8")).len(), 1);
    assert!(findings("D222", &r("\"diskretion\"")).is_empty());
}

#[test]
fn a_percentage_that_is_one_person_is_a_small_count() {
    let r = |n: u32, pct: &str| {
        crate::report::check::testing::with_blocks(&format!(
            "[[blok]]\nslags = \"figur\"\ntitel = \"Status\"\nenhed = \"pct\"\nn = {n}\n\
             kategorier = [\"A\", \"B\"]\nserier = [{{ vaerdier = [{pct}, 90] }}]"
        ))
    };
    let f = findings("D221", &r(10, "10"));
    assert!(f.len() == 1 && f[0].contains("10 % af 10 er 1"), "{f:?}");
    assert!(findings("D221", &r(2000, "10")).is_empty());
}

#[test]
fn a_percentage_of_a_tables_base_is_a_small_count() {
    let r = |n: u32| {
        crate::report::check::testing::with_blocks(&format!(
            "[[blok]]\nslags = \"tabel\"\ntitel = \"Status\"\nfoelsom = true\nn = {n}\n\
             kolonner = [{{ navn = \"Andel\", enhed = \"pct\" }}]\n\
             raekker = [{{ navn = \"A\", celler = [5] }}, {{ navn = \"B\", celler = [95] }}]"
        ))
    };
    let f = findings("D221", &r(20));
    assert!(f.len() == 1 && f[0].contains("5 % af 20 er 1"), "{f:?}");
    assert!(findings("D221", &r(2000)).is_empty());
}

#[test]
fn a_callout_of_two_persons_is_a_small_count() {
    let r = |enhed: &str| {
        crate::report::check::testing::with_blocks(&format!(
            "[[blok]]\nslags = \"tal\"\nposter = [{{ titel = \"I job\", tal = [2], enhed = \"{enhed}\", tekst = \"{{ord.1}} er i job.\" }}]"
        ))
    };
    assert_eq!(findings("D221", &r("personer")).len(), 1);
    assert!(findings("D221", &r("antal")).is_empty());
}

#[test]
fn a_withheld_year_that_a_table_tells_is_given_away() {
    let r = |aar: u32| {
        format!(
            r#"tekst = "Unge."
            serie = [{{ navn = "Unge", taeller = "unge", enhed = "personer", vaerdier = {{ 2022 = "diskretion", 2023 = 30 }} }}]
            [[brugere.blok]]
            slags = "tabel"
            titel = "Forløb"
            kolonner = [{{ navn = "{aar}" }}]
            raekker = [{{ navn = "Unge", celler = [3] }}]"#
        )
    };
    let f = findings("D222", &with_users(&r(2022)));
    assert!(f.len() == 1 && f[0].contains("tabellen »Forløb«"), "{f:?}");
    assert!(findings("D222", &with_users(&r(2021))).is_empty());
}
