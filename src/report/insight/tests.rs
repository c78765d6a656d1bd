use super::*;
use crate::report::model::{BydeleFil, FagprincipperFil, ForvaltningerFil, Indsats, Rapport};

fn fil<T: serde::de::DeserializeOwned>(toml: &str) -> T {
    toml::from_str(toml).expect("the test's own TOML")
}

fn indsats(id: &str, fagprincipper: &str, forvaltning: &str, rest: &str) -> Indsats {
    let mut i: Indsats = fil(&format!(
        r#"
navn = "{id}"
forvaltninger = ["{forvaltning}"]
lead = "x"
beskrivelse = "x"
overblik = {{ navn = "x", problem = "x", forvaltning = "{forvaltning}", fagprincipper = {fagprincipper}, maalgruppe = "x" }}
{rest}
"#
    ));
    i.id = id.to_owned();
    i
}

fn rapport() -> Rapport {
    fil(r#"
titel = "x"
aar = 2024
dataaar = 2023
afsender = "x"
kommune = "x"
emne = "x"
raekkefoelge = []
introduktion = { titel = "x", spor = [] }
laesevejledning = { titel = "x", tekst = "x" }
strategi = { navn = "x", tekst = "x", titel = "x", grundprincipper = [] }
overblik = { titel = "x", kolonner = ["a", "b", "c", "d", "e", "f", "g"] }
indsigter = { titel = "x", indsigt = [] }
"#)
}

/// [`incomplete`] with the missing amount known: it is nothing.
fn report() -> Report {
    let mut report = incomplete();
    report.indsatser[3].oekonomi.beloeb = crate::report::model::Vaerdi::Tal(Tal::Hel(0));
    report
}

/// Four indsatser: two bydækkende, two local; amounts 50, 30, 20 and missing.
fn incomplete() -> Report {
    let bydele: BydeleFil = fil(r#"
bydel = [
  { navn = "Valby", kort_navn = "Valby", alias = ["Folehaven"], flise = [0, 0] },
  { navn = "Kgs. Enghave", kort_navn = "Enghave", flise = [1, 0] },
  { navn = "Vanløse", kort_navn = "Vanløse", flise = [2, 0] },
]"#);
    let fagprincipper: FagprincipperFil = fil(r#"
fagprincip = [
  { nr = 1, navn = "Et", kort_navn = "Et", tekst = "x" },
  { nr = 2, navn = "To", kort_navn = "To", tekst = "x" },
]"#);
    let forvaltninger: ForvaltningerFil = fil(r#"
forvaltning = [{ kode = "SOF", navn = "S" }, { kode = "BIF", navn = "B" }]"#);
    let rest = |geografi: &str, beloeb: &str, brugere: &str| {
        format!(
            "geografi = {{ {geografi}, tekst = \"x\" }}\n\
             oekonomi = {{ beloeb = {beloeb}, tekst = \"x\" }}\n\
             brugere = {{ tekst = \"x\", {brugere} }}"
        )
    };
    let serie = |vaerdier: &str, more: &str| {
        format!(
            "serie = [{{ navn = \"B\", taeller = \"brugere\", vaerdier = {{ {vaerdier} }}{more} }}]"
        )
    };
    Report {
        rapport: rapport(),
        forvaltninger: forvaltninger.forvaltning,
        fagprincipper: fagprincipper.fagprincip,
        bydele: bydele.bydel,
        enklaver: bydele.enklave,
        ordliste: Default::default(),
        indsatser: vec![
            indsats(
                "a",
                "[1]",
                "SOF",
                &rest("bydaekkende = true", "50", &serie("2021 = 8, 2022 = 10, 2023 = 12", "")),
            ),
            indsats(
                "b",
                "[1, 2]",
                "SOF",
                &rest("bydele = [\"Folehaven\"]", "30", &serie("2022 = 10, 2023 = 7", "")),
            ),
            indsats(
                "c",
                "[2]",
                "BIF",
                &rest(
                    "bydele = [\"Valby\", \"Kgs. Enghave\"]",
                    "20",
                    &serie("2020 = 1, 2022 = 0, 2023 = 9", ", sammenlignelig = false"),
                ),
            ),
            indsats("d", "[2]", "BIF", &rest("bydaekkende = true", "\"mangler\"", "par = false")),
        ],
    }
}

#[test]
fn every_placeholder_says_what_the_data_says() {
    let i = Insights::compute(&report());
    for (navn, expected) in [
        ("antal.indsatser", "4"),
        ("antal.bydaekkende", "2"),
        ("antal.lokale", "2"),
        ("antal.bydele", "3"),
        ("antal.bydele_uden", "1"),
        ("ord.bydele_uden", "en"),
        ("bydele.uden", "Vanløse"),
        ("bydele.flest", "Valby"),
        ("antal.bydele_flest", "2"),
        ("antal.bydel.Valby", "2"),
        ("antal.bydel.Kgs. Enghave", "1"),
        ("antal.fagprincip.1", "2"),
        ("antal.fagprincip.2", "3"),
        ("antal.uden_fagprincip.1", "2"),
        ("antal.fagprincip_sum", "5"),
        ("antal.forvaltning.SOF", "2"),
        ("beloeb.ialt", "100\u{a0}kr."),
        ("beloeb.forvaltning.SOF", "80\u{a0}kr."),
        ("andel.forvaltning.SOF", "80,0\u{a0}%"),
        ("beloeb.fagprincip.2", "50\u{a0}kr."),
        ("beloeb.bydaekkende", "50\u{a0}kr."),
        ("andel.bydaekkende", "50,0\u{a0}%"),
        ("beloeb.lokale", "50\u{a0}kr."),
        ("beloeb.stoerste", "50\u{a0}kr."),
        ("navn.stoerste", "a"),
        ("andel.stoerste", "50,0\u{a0}%"),
        ("beloeb.mindste", "0\u{a0}kr."),
        ("navn.mindste", "d"),
        ("beloeb.median", "25\u{a0}kr."),
        ("antal.over_halvdelen", "2"),
        ("andel.over_halvdelen", "80,0\u{a0}%"),
        ("antal.med_serie", "3"),
        ("antal.uden_serie", "1"),
        ("antal.stigende", "1"),
        ("antal.faldende", "1"),
        ("aar.rapport", "2024"),
        ("aar.data", "2023"),
        ("aar.foerste", "2020"),
    ] {
        assert_eq!(i.placeholder(navn).as_deref(), Some(expected), "{navn}");
    }
    assert_eq!(i.placeholder("antal.bydel.Nørrebro"), None);
    assert_eq!(i.number("andel.forvaltning.SOF"), Some(Tal::Decimal(80.0)));
}

#[test]
fn an_indsats_knows_its_rank_share_and_change() {
    let i = Insights::compute(&report());
    let [a, b, c, d] = i.indsatser.as_slice() else { panic!("four") };
    assert_eq!((a.rang, a.andel), (Some(1), Some(0.5)));
    let serie = a.serie.as_ref().expect("a series");
    assert_eq!((serie.aar, serie.seneste), (Some(2023), Some(Tal::Hel(12))));
    assert_eq!((serie.aendring, serie.aendring_pct), (Some(2.0), Some(20.0)));
    assert_eq!(b.serie.as_ref().and_then(|s| s.aendring), Some(-3.0));
    let from_zero = c.serie.as_ref().expect("a series");
    assert_eq!((from_zero.aendring, from_zero.aendring_pct), (Some(9.0), None));
    assert_eq!((d.beloeb, d.rang, d.andel), (Some(0), Some(4), Some(0.0)));
}

#[test]
fn missing_is_not_zero_and_what_rests_on_it_is_withheld() {
    let i = Insights::compute(&incomplete());
    assert_eq!(i.amounts(), Coverage { known: 3, of: 4 });
    assert_eq!(i.beloeb.rangorden, ["a", "b", "c"]);
    for name in [
        "beloeb.ialt",
        "beloeb.median",
        "beloeb.bydaekkende",
        "andel.bydaekkende",
        "beloeb.fagprincip.2",
        "beloeb.forvaltning.BIF",
        "andel.forvaltning.SOF",
        "antal.over_halvdelen",
        "ord.over_halvdelen",
        "navn.stoerste",
        "beloeb.mindste",
    ] {
        assert_eq!(i.placeholder(name).as_deref(), Some("··"), "{name}");
    }
    // What lacks nothing is told.
    assert_eq!(i.placeholder("beloeb.forvaltning.SOF").as_deref(), Some("80\u{a0}kr."));
    assert_eq!(i.placeholder("beloeb.lokale").as_deref(), Some("50\u{a0}kr."));
    assert!(i.indsatser.iter().all(|i| i.rang.is_none() && i.andel.is_none()));
    assert_eq!(i.missing.len(), 1);
    assert!(i.missing[0].beloeb && i.missing[0].id == "d");
}

#[test]
fn no_change_is_told_across_a_break_in_the_data() {
    let mut r = report();
    r.indsatser[0].brugere.serie[0].databrud = Some(2023);
    let i = Insights::compute(&r);
    let serie = i.indsatser[0].serie.as_ref().expect("a series");
    assert_eq!((serie.aendring, serie.aendring_pct), (None, None));
    assert_eq!(i.sammenlignet, Coverage { known: 1, of: 1 });
    assert_eq!(i.movers.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(), ["b"]);
    // A break further back does not touch it.
    r.indsatser[0].brugere.serie[0].databrud = Some(2022);
    assert_eq!(Insights::compute(&r).movers.len(), 2);
}

#[test]
fn a_trend_with_a_number_to_come_is_withheld() {
    let mut r = report();
    let serie = &mut r.indsatser[0].brugere.serie[0];
    serie.vaerdier.insert(
        "2023".into(),
        crate::report::model::Vaerdi::Tom(crate::report::model::Tom::Udfyldes),
    );
    let i = Insights::compute(&r);
    assert_eq!(i.sammenlignet, Coverage { known: 1, of: 2 });
    assert_eq!((i.stigende, i.faldende), (None, None));
    assert_eq!(i.placeholder("antal.stigende").as_deref(), Some("··"));
    assert_eq!(i.movers.iter().map(|m| m.id.as_str()).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn equals_share_a_rank_and_half_is_not_over_half() {
    let mut r = report();
    for (i, beloeb) in r.indsatser.iter_mut().zip([40, 40, 40, 40]) {
        i.oekonomi.beloeb = crate::report::model::Vaerdi::Tal(Tal::Hel(beloeb));
    }
    let i = Insights::compute(&r);
    assert!(i.indsatser.iter().all(|i| i.rang == Some(1)));
    assert_eq!(i.beloeb.over_halvdelen, Some(3));
    assert_eq!(i.beloeb.median, Some(40));
}

#[test]
fn a_report_without_indsatser_has_no_shares_and_does_not_fail() {
    let mut r = report();
    r.indsatser.clear();
    let i = Insights::compute(&r);
    assert_eq!(i.placeholder("antal.indsatser").as_deref(), Some("0"));
    assert_eq!(i.placeholder("andel.bydaekkende").as_deref(), Some("··"));
    assert_eq!(i.placeholder("navn.stoerste").as_deref(), Some("··"));
    assert_eq!(i.placeholder("bydele.flest").as_deref(), Some("ingen"));
}

#[test]
fn huge_amounts_saturate() {
    let mut r = report();
    for i in &mut r.indsatser {
        i.oekonomi.beloeb = crate::report::model::Vaerdi::Tal(Tal::Hel(i64::MAX));
    }
    assert_eq!(Insights::compute(&r).beloeb.median, Some(i64::MAX));
}
