use crate::report::check::testing::{
    TestReport, findings, with_blocks, with_users, with_users_text,
};

#[test]
fn a_date_that_the_calendar_lacks_is_told_once_per_indsats() {
    for good in [
        "30. september 2023",
        "29. februar 2024",
        "31/12 2023",
        "1/3 af 2/13",
        "31.12.2021",
        "kl. 16.30-21.30",
    ] {
        assert!(
            findings("D171", &with_users_text(&format!("Det var {good}."))).is_empty(),
            "{good}"
        );
    }
    for bad in ["31. september 2023", "29. februar 2023", "31/9 2023", "31.11.2021", "30. februar"]
    {
        let f = findings("D171", &with_users_text(&format!("Fra 2014 til {bad}.")));
        assert!(f.len() == 1 && f[0].contains(bad), "{bad}: {f:?}");
    }
    let to = "Fra 31. september 2023.\n\nOg 31. september 2023 igen.";
    assert_eq!(findings("D171", &with_users_text(to)).len(), 1);
}

fn serie(text: &str, vaerdier: &str) -> TestReport {
    with_users(&format!(
        r#"tekst = "{text}"
        serie = [{{ navn = "Medl.", taeller = "medlemmer", vaerdier = {{ {vaerdier} }} }}]"#
    ))
}

#[test]
fn since_in_the_users_prose_is_the_series_first_year() {
    let number = "2020 = 169, 2021 = 169, 2022 = 89, 2023 = 96";
    assert!(findings("D172", &serie("Opgørelsen viser tallet siden 2020.", number)).is_empty());
    let f = findings("D172", &serie("Opgørelsen viser medlemstallet siden 2019.", number));
    assert!(f.len() == 1 && f[0].contains("2019") && f[0].contains("2020"), "{f:?}");
    assert!(findings("D172", &serie("Klubben har ligget her siden 2009.", number)).is_empty());
}

#[test]
fn a_series_reaches_the_data_year_without_gaps() {
    assert!(findings("D173", &serie("Unge.", "2021 = 16, 2022 = 17, 2023 = 18")).is_empty());
    assert_eq!(findings("D173", &serie("Unge.", "2021 = 16, 2022 = 17")).len(), 1);
    let f = findings("D173", &serie("Unge.", "2020 = 16, 2023 = 17"));
    assert!(f.len() == 1 && f[0].contains("2021, 2022"), "{f:?}");
    let f = findings("D173", &serie("Unge.", "2021 = 16, 2022 = 17, 2032 = 18"));
    assert!(f.len() == 1 && f[0].contains("2032 ligger efter dataåret 2023"), "{f:?}");
}

fn months(text: &str, head: &str, first: &str, source: &str) -> TestReport {
    with_blocks(&format!(
        r#"[[blok]]
        slags = "tekst"
        tekst = "{text}"
        [[blok]]
        slags = "tabel"
        titel = "Samtaler"
        raekkehoved = "{head}"
        kolonner = [{{ navn = "Antal" }}]
        raekker = [ {{ navn = "{first}", celler = [31] }}, {{ navn = "Oktober", celler = [41] }},
          {{ navn = "November", celler = [45] }} ]
        [[blok]]
        slags = "kilde"
        tekst = "{source}""#
    ))
}

#[test]
fn a_head_with_a_year_has_no_row_of_another_year() {
    let r = |first| months("Tal.", "Måned (2023)", first, "DREAM.");
    assert!(findings("D174", &r("September")).is_empty());
    let f = findings("D174", &r("December 2022"));
    assert!(f.len() == 1 && f[0].contains("2022"), "{f:?}");
}

#[test]
fn the_latest_month_in_a_note_is_the_tables_last() {
    let r = |m| {
        months(
            "Tal.",
            "Måned (2023)",
            "September",
            &format!("Den senest opgjorte måned er {m} 2023."),
        )
    };
    assert!(findings("D172", &r("november")).is_empty());
    let f = findings("D172", &r("oktober"));
    assert!(f.len() == 1 && f[0].contains("oktober") && f[0].contains("November"), "{f:?}");
}

#[test]
fn a_period_of_months_is_as_long_as_its_table() {
    let r = |n| {
        months(
            &format!("Tabellen viser en periode på {n} måneder."),
            "Måned",
            "September",
            "DREAM.",
        )
    };
    assert!(findings("D172", &r(3)).is_empty());
    assert_eq!(findings("D172", &r(12)).len(), 1);
}
