//! A small report for the rules' tests: one indsats whose parts a test replaces.

use crate::finding::{Finding, Place};
use crate::report::load::indsats_file;
use crate::report::model::{Bydel, Forvaltning, Indsats, Rapport, Report};

/// The parts of the report that tests replace.
#[derive(Debug, Clone)]
pub(crate) struct TestReport {
    pub(crate) navn: String,
    pub(crate) overview_name: String,
    pub(crate) hoved: String,
    pub(crate) forvaltninger: String,
    pub(crate) lead: String,
    pub(crate) beskrivelse: String,
    pub(crate) overblik: String,
    pub(crate) brugere: String,
    pub(crate) oekonomi: String,
    pub(crate) blokke: String,
    pub(crate) emne: String,
    pub(crate) indsigt: String,
    pub(crate) ordliste: String,
}

impl Default for TestReport {
    fn default() -> Self {
        Self {
            navn: "Prøven".into(),
            overview_name: "Prøven".into(),
            hoved: String::new(),
            forvaltninger: "[\"SOF\"]".into(),
            lead: "En prøve.".into(),
            beskrivelse: "Kort.".into(),
            overblik: String::new(),
            brugere: "tekst = \"Unge.\"".into(),
            oekonomi: "beloeb = 100_000".into(),
            blokke: String::new(),
            emne: "Emne".into(),
            indsigt: String::new(),
            ordliste: String::new(),
        }
    }
}

impl TestReport {
    /// The indsats as TOML.
    pub(crate) fn toml(&self) -> String {
        format!(
            "navn = {:?}\n{}\nforvaltninger = {}\nlead = {:?}\nbeskrivelse = {:?}\n\
             [overblik]\nnavn = {:?}\nproblem = \"Et problem.\"\nforvaltning = \"SOF\"\n\
             fagprincipper = [1]\nmaalgruppe = \"Unge\"\n{}\n\
             [brugere]\n{}\n[geografi]\nbydaekkende = true\ntekst = \"Hele byen.\"\n\
             [oekonomi]\n{}\ntekst = \"Om penge.\"\n{}",
            self.navn,
            self.hoved,
            self.forvaltninger,
            self.lead,
            self.beskrivelse,
            self.overview_name,
            self.overblik,
            self.brugere,
            self.oekonomi,
            self.blokke,
        )
    }

    /// Everything that the checks find.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        check_with(vec![self.toml()], &self.emne, &self.indsigt, &self.ordliste)
    }

    /// The report as it is loaded.
    pub(crate) fn report(&self) -> Report {
        report_with(vec![self.toml()], &self.emne, &self.indsigt, &self.ordliste)
    }

    /// The messages of one code.
    pub(crate) fn told(&self, kode: &str) -> Vec<String> {
        messages(self.findings(), kode)
    }

    /// The messages of one code for an indsats in TOML.
    pub(crate) fn from_toml(toml: &str, kode: &str) -> Vec<String> {
        messages(check(vec![toml.to_owned()], "Emne", ""), kode)
    }

    /// The messages of one code for two indsatser.
    pub(crate) fn to(a: &Self, b: &Self, kode: &str) -> Vec<String> {
        messages(check(vec![a.toml(), b.toml()], "Emne", ""), kode)
    }
}

/// The messages of one code.
pub(crate) fn findings(kode: &str, test_report: &TestReport) -> Vec<String> {
    test_report.told(kode)
}

/// With these blocks.
pub(crate) fn with_blocks(blokke: &str) -> TestReport {
    TestReport { blokke: blokke.into(), ..TestReport::default() }
}

/// With one table.
pub(crate) fn with_table(remainder: &str) -> TestReport {
    with_blocks(&format!("[[blok]]\nslags = \"tabel\"\ntitel = \"Tabellen\"\n{remainder}"))
}

/// With these users.
pub(crate) fn with_users(brugere: &str) -> TestReport {
    TestReport { brugere: brugere.into(), ..TestReport::default() }
}

/// With this users' prose.
pub(crate) fn with_users_text(text: &str) -> TestReport {
    with_users(&format!("tekst = {text:?}"))
}

/// With this description.
pub(crate) fn with_description(text: &str) -> TestReport {
    TestReport { beskrivelse: text.into(), ..TestReport::default() }
}

/// With this money.
pub(crate) fn with_money(oekonomi: &str) -> TestReport {
    TestReport { oekonomi: oekonomi.into(), ..TestReport::default() }
}

fn messages(findings: Vec<Finding>, kode: &str) -> Vec<String> {
    assert!(crate::report::codes::find(kode).is_some(), "{kode} is no code");
    findings.into_iter().filter(|f| f.code == kode).map(|f| f.message.to_string()).collect()
}

fn check(indsatser: Vec<String>, emne: &str, indsigt: &str) -> Vec<Finding> {
    check_with(indsatser, emne, indsigt, "")
}

fn check_with(indsatser: Vec<String>, emne: &str, indsigt: &str, ordliste: &str) -> Vec<Finding> {
    let report = report_with(indsatser, emne, indsigt, ordliste);
    let place = |fil: &str, felt: &str| Place {
        file: fil.to_owned(),
        range: 0..0,
        field: Some(felt.to_owned()),
    };
    assert_eq!(indsats_file("proeve-0"), "indsatser/proeve-0.toml");
    super::check_report(&report, &place, None)
}

fn report_with(indsatser: Vec<String>, emne: &str, indsigt: &str, ordliste: &str) -> Report {
    let ordliste = toml::from_str(ordliste).unwrap_or_else(|e| panic!("{e}\n{ordliste}"));
    let indsatser: Vec<Indsats> = indsatser
        .iter()
        .enumerate()
        .map(|(n, toml)| {
            let mut i: Indsats =
                toml::from_str(toml).unwrap_or_else(|e| panic!("the test's TOML: {e}\n{toml}"));
            i.id = format!("proeve-{n}");
            i
        })
        .collect();
    let rapport = format!(
        r#"titel = "Rapporten"
        aar = 2024
        dataaar = 2023
        afsender = "Afsender"
        kommune = "Kommune"
        emne = {emne:?}
        raekkefoelge = ["proeve-0"]
        [introduktion]
        titel = "Introduktion"
        spor = []
        [laesevejledning]
        titel = "Vejledning"
        tekst = "Læs."
        [strategi]
        navn = "Strategi"
        tekst = "Ramme."
        titel = "Principper"
        grundprincipper = []
        [overblik]
        titel = "Overblik"
        kolonner = ["A", "B", "C", "D", "E", "F", "G"]
        [indsigter]
        titel = "Indsigter"
        {}
        {indsigt}"#,
        if indsigt.is_empty() { "indsigt = []" } else { "" },
    );
    let rapport: Rapport = toml::from_str(&rapport).unwrap_or_else(|e| panic!("{e}\n{rapport}"));
    let forvaltning = |kode: &str, name: &str| Forvaltning { kode: kode.into(), navn: name.into() };
    let bydel = |name: &str| Bydel {
        navn: name.into(),
        kort_navn: name.into(),
        alias: Vec::new(),
        flise: [0, 0],
        faelles_navn: None,
        forholdsord: Default::default(),
    };
    Report {
        rapport,
        forvaltninger: vec![
            forvaltning("SOF", "Socialforvaltningen"),
            forvaltning("BIF", "Beskæftigelses- og Integrationsforvaltningen"),
        ],
        fagprincipper: Vec::new(),
        bydele: vec![bydel("Valby"), bydel("Østerbro")],
        enklaver: Vec::new(),
        ordliste,
        indsatser,
    }
}
