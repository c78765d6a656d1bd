use crate::report::check::testing::{TestReport, findings, with_blocks, with_description};

fn counted_lists(text: &str) -> Vec<String> {
    findings("D141", &with_description(text))
}

#[test]
fn what_a_colon_announces_is_counted_after_it() {
    assert!(counted_lists("Den har tre mål: at se, at høre og at tale.").is_empty());
    let f = counted_lists("Den har fire mål: at se, at høre og at tale.");
    assert!(f.len() == 1 && f[0].contains("fire mål") && f[0].contains("nævnt 3"), "{f:?}");
    assert!(counted_lists("Den har to formål:\n\n1. Det ene.\n2. Det andet.").is_empty());
    assert_eq!(counted_lists("Den har tre formål:\n\n1. Det ene.\n2. Det andet.").len(), 1);
}

#[test]
fn a_list_that_can_be_read_in_two_ways_is_given_the_benefit() {
    assert!(
        counted_lists(
            "Der er tre områder: fællesskaber, byliv samt dialog, kommunikation og værtskab."
        )
        .is_empty()
    );
    assert!(
        counted_lists("Der er tre områder: fællesskaber, uddannelse og beskæftigelse samt byliv.")
            .is_empty()
    );
    assert!(counted_lists("Fem er med: Børne- og Ungdomsforvaltningen, A, B, C og D.").is_empty());
    assert!(counted_lists("Den passes af to folk: de fagpersoner, som også leder den.").is_empty());
    assert!(counted_lists("Det varer ca. 3 forløb: a, b, c og d.").is_empty());
}

#[test]
fn a_list_in_the_next_sentence_is_counted_kind_by_kind() {
    let tekst = |antal: &str| {
        format!(
            "EKI rummer {antal} indsatser og et projekt. Det er A, B, C, D og E (16+) samt projektet Plan."
        )
    };
    assert!(counted_lists(&tekst("fem")).is_empty());
    let f = counted_lists(&tekst("fire"));
    assert!(f.len() == 1 && f[0].contains("nævnt 5"), "{f:?}");
}

#[test]
fn the_definite_plural_takes_up_an_earlier_count() {
    let tekst = |antal: &str| {
        format!("Den holder til i {antal} myndighedscentre.\n\nCentrene ligger på A, B/C, D og E.")
    };
    assert!(counted_lists(&tekst("fire")).is_empty());
    assert_eq!(counted_lists(&tekst("fem")).len(), 1);
}

#[test]
fn a_count_in_the_last_sentence_is_what_the_next_block_lists() {
    let blokke = |antal: &str| {
        with_blocks(&format!(
            r#"[[blok]]
            slags = "tekst"
            tekst = "Her er {antal} områder."
            [[blok]]
            slags = "begreber"
            poster = [ {{ navn = "A", tekst = "a" }}, {{ navn = "B", tekst = "b" }} ]"#
        ))
    };
    assert!(findings("D141", &blokke("to")).is_empty());
    let f = findings("D141", &blokke("tre"));
    assert!(f.len() == 1 && f[0].contains("tre områder"), "{f:?}");
}

#[test]
fn the_heads_of_columns_are_the_topics_of_the_description() {
    let r = |title: &str| TestReport {
        beskrivelse: "Der er to områder: positive fællesskaber og tryggere byliv.".into(),
        ..with_blocks(&format!(
            r#"[[blok]]
            slags = "spalteliste"
            spalter = [ {{ titel = "Flere positive fællesskaber", punkter = ["A"] }},
              {{ titel = "{title}", punkter = ["B"] }} ]"#
        ))
    };
    assert!(r("Tryggere byliv").told("D143").is_empty());
    let f = r("Trygt byliv").told("D143");
    assert!(f.len() == 1 && f[0].contains("»Trygt byliv«"), "{f:?}");
}

#[test]
fn counts_of_the_report_itself_are_checked() {
    let forside = |n: u8| TestReport {
        emne: format!("Om de {n} indsatser i 2 bydele"),
        ..TestReport::default()
    };
    assert!(forside(1).told("D142").is_empty());
    let f = forside(22).told("D142");
    assert!(f.len() == 1 && f[0].contains("22 indsatser") && f[0].contains("har 1"), "{f:?}");
}

#[test]
fn a_named_number_of_groups_is_the_number_of_their_rows() {
    let blokke = |n: &str| {
        with_blocks(&format!(
            r#"[[blok]]
            slags = "tekst"
            tekst = "Sagerne kommer fra de {n} SSP-koordinationsgrupper i byen."
            [[blok]]
            slags = "tabel"
            titel = "Sager"
            kolonner = [{{ navn = "Sager" }}]
            raekker = [
              {{ navn = "SSP Amager koordinationsgruppe", celler = [6] }},
              {{ navn = "SSP Valby koordinationsgruppe", celler = [7] }},
              {{ navn = "SSP City koordinationsgruppe", celler = [8] }},
              {{ navn = "Politi (ikke via koordinationsgruppe)", celler = [9] }} ]"#
        ))
    };
    assert!(findings("D142", &blokke("tre")).is_empty());
    assert_eq!(findings("D142", &blokke("syv")).len(), 1);
}
