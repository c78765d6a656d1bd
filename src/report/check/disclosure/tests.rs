use crate::report::check::testing::{Ramme, fund, med_brugere, med_tabel};

fn tabel(foelsom: bool, lille: &str) -> Ramme {
    med_tabel(&format!(
        r#"kolonner = [{{ navn = "Sager" }}]
        raekker = [ {{ navn = "Skole", celler = [{lille}] }}, {{ navn = "Hjem", celler = [6] }},
          {{ navn = "Politi", celler = [24] }},
          {{ navn = "I alt", rolle = "total", celler = [33] }} ]
        foelsom = {foelsom}"#
    ))
}

#[test]
fn small_counts_in_a_sensitive_table_are_told_with_the_second_one_to_withhold() {
    assert!(fund("D221", &tabel(false, "3")).is_empty());
    assert!(fund("D221", &tabel(true, "5")).is_empty());
    assert!(fund("D221", &tabel(true, "0")).is_empty());
    let f = tabel(true, "3").findings();
    let f = f.iter().find(|f| f.code == "D221").expect("a finding");
    assert!(f.message.contains("`Skole` 3"), "{f:?}");
    assert!(f.hints.iter().any(|h| h.contains("`Hjem` (6)")), "{f:?}");
}

#[test]
fn a_series_of_persons_falls_under_it_and_a_series_of_courses_does_not() {
    let serie = |enhed: &str| {
        med_brugere(&format!(
            r#"tekst = "Unge."
            serie = [{{ navn = "N", taeller = "unge", enhed = "{enhed}", vaerdier = {{ 2022 = 3, 2023 = 30 }} }}]"#
        ))
    };
    assert_eq!(fund("D221", &serie("personer")).len(), 1);
    assert!(fund("D221", &serie("antal")).is_empty());
}

#[test]
fn a_share_with_its_base_counts_too() {
    let r = |pct: u8| {
        med_tabel(&format!(
            r#"kolonner = [{{ navn = "Andel", enhed = "pct" }}]
            raekker = [ {{ navn = "Uden job", celler = [{pct}] }},
              {{ navn = "Borgere", rolle = "grundlag", enhed = "personer", celler = [48] }} ]
            foelsom = true"#
        ))
    };
    assert!(fund("D221", &r(13)).is_empty());
    let f = fund("D221", &r(4));
    assert!(f.len() == 1 && f[0].contains("4 % of 48 is 2"), "{f:?}");
}

#[test]
fn one_withheld_count_is_given_away_by_the_total_and_two_are_not() {
    let f = fund("D222", &tabel(true, "\"diskretion\""));
    assert!(f.len() == 1 && f[0].contains(": 3"), "{f:?}");
    let to =
        tabel(true, "\"diskretion\"").toml().replace("celler = [6]", "celler = [\"diskretion\"]");
    assert!(Ramme::fra_toml(&to, "D222").is_empty());
    let en_hver = to.replace("celler = [33]", "celler = [26]");
    assert_eq!(Ramme::fra_toml(&en_hver, "D222").len(), 1);
}

#[test]
fn a_withheld_count_is_given_away_by_its_rows_total() {
    let r = |b: &str| {
        med_tabel(&format!(
            r#"kolonner = [ {{ navn = "Drenge" }}, {{ navn = "Piger" }}, {{ navn = "I alt" }} ]
            raekker = [ {{ navn = "Skole", celler = ["diskretion", {b}, 12] }} ]"#
        ))
    };
    assert_eq!(fund("D222", &r("9")).len(), 1);
    assert!(fund("D222", &r("\"diskretion\"")).is_empty());
}
