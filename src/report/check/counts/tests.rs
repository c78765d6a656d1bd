use crate::report::check::testing::{TestReport, findings, with_blocks, with_users};

fn med_status(employment: u8) -> TestReport {
    with_blocks(&format!(
        r#"[[blok]]
        slags = "tekst"
        tekst = "Tabellen herunder viser status: {employment} % er i beskæftigelse, og 54 % er uden ydelse."
        [[blok]]
        slags = "tabel"
        titel = "Status"
        kolonner = [{{ navn = "Andel", enhed = "pct" }}]
        raekker = [
          {{ navn = "Beskæftigelse", celler = [19] }}, {{ navn = "Uden ydelse", celler = [54] }} ]"#
    ))
}

#[test]
fn a_percent_in_the_text_before_a_table_is_the_one_in_its_row() {
    assert!(findings("D131", &med_status(19)).is_empty());
    let f = findings("D131", &med_status(29));
    assert!(f.len() == 1 && f[0].contains("29 %") && f[0].contains("19 %"), "{f:?}");
}

fn with_cases(in_text: u8, grundlag: u8) -> TestReport {
    with_blocks(&format!(
        r#"[[blok]]
        slags = "tekst"
        tekst = "Der kom {in_text} nye enkeltsager i 2023."
        [[blok]]
        slags = "tabel"
        titel = "Sager"
        kolonner = [{{ navn = "Antal" }}]
        raekker = [ {{ navn = "Antal nye sager", rolle = "grundlag", celler = [{grundlag}] }} ]
        [[blok]]
        slags = "tabel"
        titel = "Kilder"
        kolonner = [{{ navn = "Antal" }}]
        raekker = [
          {{ navn = "Politi", celler = [70] }}, {{ navn = "Skole", celler = [9] }},
          {{ navn = "Nye sager i alt", rolle = "total", celler = [79] }} ]"#
    ))
}

#[test]
fn a_total_named_in_prose_is_the_tables() {
    assert!(findings("D131", &with_cases(79, 79)).is_empty());
    assert_eq!(findings("D131", &with_cases(97, 79)).len(), 1);
}

#[test]
fn the_same_count_has_one_value_in_two_tables() {
    assert!(findings("D133", &with_cases(79, 79)).is_empty());
    let f = findings("D133", &with_cases(79, 97));
    assert!(f.len() == 1 && f[0].contains("79") && f[0].contains("97"), "{f:?}");
}

#[test]
fn a_count_of_users_in_prose_is_the_series_value_of_that_year() {
    let brugere = |n: u8| {
        with_users(&format!(
            r#"tekst = "{n} unge startede i 2023, og de er glade."
            serie = [{{ navn = "Brugere", taeller = "nystartede unge", vaerdier = {{ 2022 = 73, 2023 = 84 }} }}]"#
        ))
    };
    assert!(findings("D132", &brugere(84)).is_empty());
    let f = findings("D132", &brugere(48));
    assert!(f.len() == 1 && f[0].contains("48 unge i 2023") && f[0].contains("84"), "{f:?}");
}

#[test]
fn an_average_in_prose_is_near_the_tables_mean_row() {
    let blokke = |short: u8| {
        with_blocks(&format!(
            r#"[[blok]]
            slags = "tekst"
            tekst = "Det korte forløb har i gennemsnit cirka {short} timer og det lange cirka 25, jævnfør tabellen nedenfor."
            [[blok]]
            slags = "tabel"
            titel = "Timer"
            kolonner = [ {{ navn = "Kort", enhed = "timer" }}, {{ navn = "Lang", enhed = "timer" }},
              {{ navn = "Borgere", enhed = "personer" }} ]
            raekker = [
              {{ navn = "Januar", celler = [17, 24, 47] }}, {{ navn = "Februar", celler = [17, 24, 47] }},
              {{ navn = "Gennemsnit", rolle = "gennemsnit", celler = [17, 24, 47] }} ]"#
        ))
    };
    assert!(findings("D131", &blokke(18)).is_empty());
    let f = findings("D131", &blokke(20));
    assert!(f.len() == 1 && f[0].contains("20 og 25") && f[0].contains("17 og 24"), "{f:?}");
}
