//! What may not leave the house, planted in the 2024 data: `check` finds each, and tells where.

use std::fs;

use crate::cli::Project;

const LUDO: &str = "data/2024/indsatser/ludo.toml";

/// The codes that `check` tells of LUDO once this is done to its file.
fn told(plant: impl Fn(&str) -> String) -> Vec<String> {
    let project = Project::new();
    let path = project.path(LUDO);
    let text = fs::read_to_string(&path).expect("text");
    fs::write(&path, plant(&text)).expect("written");
    let run = project.command(&["check", "--format", "short"]).output().expect("the program runs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let of_ludo = said.lines().filter(|line| line.contains("ludo.toml"));
    of_ludo.filter_map(|line| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned())).collect()
}

/// With blocks at the end of the file.
fn blocks(toml: &str) -> Vec<String> {
    told(|text| format!("{text}\n{toml}\n"))
}

/// With words in a block of text.
fn words(words: &str) -> Vec<String> {
    blocks(&format!("[[blok]]\nslags = \"tekst\"\ntekst = \"\"\"\n{words}\n\"\"\""))
}

#[test]
fn the_data_as_it_is_has_none_of_it() {
    let quiet = told(str::to_owned);
    for code in [
        "D054", "D055", "D175", "D203", "D215", "D221", "D222", "D271", "D272", "D273", "D274",
        "D275", "D276", "D281", "D282", "D283", "D284",
    ] {
        assert!(!quiet.contains(&code.to_owned()), "{code}: {quiet:?}");
    }
}

#[test]
fn a_danish_thousand_is_an_error_with_the_cure() {
    let project = Project::new();
    let path = project.path(LUDO);
    let text = fs::read_to_string(&path).expect("text");
    let line = text.lines().find(|l| l.starts_with("beloeb = ")).expect("an amount");
    fs::write(&path, text.replacen(line, "beloeb = 1.234", 1)).expect("written");
    project.run(&["check"]).ends(1).says(&["D054", "1234", "1_234"]);
    project.run(&["build"]).ends(1);
}

#[test]
fn leaps_are_asked_about() {
    let leap = told(|text| {
        let at = text.find("2023 = ").expect("a series") + "2023 = ".len();
        let end = at + text[at..].find(|c: char| !c.is_ascii_digit()).expect("its end");
        format!("{}99000{}", &text[..at], &text[end..])
    });
    assert!(leap.contains(&"D175".to_owned()), "{leap:?}");
}

/// Against the report of the year before, where its folder lies beside this one.
#[test]
fn leaps_from_last_years_report_are_asked_about() {
    let project = Project::new();
    crate::cli::copy(&project.path("data/2024"), &project.path("data/2023"));
    project.edit("data/2023/rapport.toml", "aar = 2024", "aar = 2023");
    project.edit("data/2023/rapport.toml", "dataaar = 2023", "dataaar = 2022");
    let codes = || {
        let mut check = project.command(&["check", "--data", "data/2024", "--format", "short"]);
        String::from_utf8(check.output().expect("the program runs").stdout).expect("UTF-8")
    };
    assert!(!codes().contains("D175"), "{}", codes());
    let text = fs::read_to_string(project.path(LUDO)).expect("text");
    let line = text.lines().find(|l| l.starts_with("beloeb = ")).expect("an amount").to_owned();
    project.edit(LUDO, &line, "beloeb = 1_200_000_000");
    project.edit("data/2024/indsatser/ssp-plus.toml", "celler = [230]", "celler = [230_000]");
    let said = codes();
    let told: Vec<&str> = said.lines().filter(|line| line.contains("D175")).collect();
    assert_eq!(told.len(), 2, "{said}");
    assert!(told.iter().all(|line| line.contains("rapporten for 2023")), "{told:?}");
}

/// What points at nothing, and marks and notes that do not meet.
#[test]
fn words_that_point_at_nothing_and_lone_marks_are_found() {
    let lost = "[[blok]]\nslags = \"figur\"\ntitel = \"Sigtelser\"\ntilstand = \"mangler\"";
    let table = |rest: &str| {
        format!(
            "[[blok]]\nslags = \"tabel\"\ntitel = \"Prøven\"\nkolonner = [{{ navn = \"Unge\" }}]\n{rest}"
        )
    };
    let text = |words: &str| format!("[[blok]]\nslags = \"tekst\"\ntekst = \"{words}\"");
    for (code, toml) in [
        ("D201", text("Det fremgår af den næste tabel.")),
        ("D202", format!("{}\n\n{lost}", text("Figuren herunder viser det."))),
        ("D203", text("Det står nedenfor.")),
        ("D203", text("Det ses til venstre.")),
        ("D191", table("raekker = [{ navn = \"A\", maerke = \"*\", celler = [7] }]")),
        (
            "D192",
            table(
                "raekker = [{ navn = \"A\", celler = [7] }]\nnoter = [{ maerke = \"*\", tekst = \"Noten.\" }]",
            ),
        ),
    ] {
        let codes = blocks(&toml);
        assert!(codes.contains(&code.to_owned()), "{code}: {codes:?}\n{toml}");
    }
}

#[test]
fn what_gives_a_withheld_count_away_is_found() {
    let table = |rest: &str| {
        format!("[[blok]]\nslags = \"tabel\"\ntitel = \"Prøven\"\nfoelsom = true\n{rest}")
    };
    for (why, toml) in [
        ("two cells, one solution", table("kolonner = [{ navn = \"Unge\", enhed = \"personer\" }]\nraekker = [{ navn = \"A\", celler = [\"diskretion\"] }, { navn = \"B\", celler = [\"diskretion\"] }, { navn = \"C\", celler = [20] }, { navn = \"I alt\", rolle = \"total\", celler = [22] }]")),
        ("beside its percentage", table("kolonner = [{ navn = \"Unge\", enhed = \"personer\" }, { navn = \"Andel\", enhed = \"pct\" }]\nraekker = [{ navn = \"A\", celler = [\"diskretion\", 4.2] }, { navn = \"B\", celler = [\"diskretion\", \"mangler\"] }, { navn = \"C\", celler = [42, 87.5] }, { navn = \"I alt\", rolle = \"total\", celler = [48, 100] }]")),
        ("a mean", table("kolonner = [{ navn = \"Unge\", enhed = \"personer\" }]\nraekker = [{ navn = \"A\", celler = [10] }, { navn = \"B\", celler = [\"diskretion\"] }, { navn = \"C\", celler = [12] }, { navn = \"Gennemsnit\", rolle = \"gennemsnit\", celler = [8.3] }]")),
        ("a figure with its n", "[[blok]]\nslags = \"figur\"\ntitel = \"Prøven\"\nenhed = \"personer\"\nn = 40\nkategorier = [\"A\", \"B\"]\nserier = [{ vaerdier = [38, \"diskretion\"] }]".to_owned()),
    ] {
        let codes = blocks(&toml);
        assert!(codes.contains(&"D222".to_owned()), "{why}: {codes:?}");
    }
    for (why, toml) in [
        (
            "a percentage that is one person",
            "[[blok]]\nslags = \"figur\"\ntitel = \"Prøven\"\nenhed = \"pct\"\nn = 10\nkategorier = [\"A\", \"B\"]\nserier = [{ vaerdier = [10, 90] }]",
        ),
        (
            "two persons in a callout",
            "[[blok]]\nslags = \"tal\"\nposter = [{ titel = \"I job\", tal = [2], enhed = \"personer\", tekst = \"{ord.1} er i job.\" }, { titel = \"I skole\", tal = [20], enhed = \"personer\", tekst = \"{ord.1} er i skole.\" }]",
        ),
    ] {
        let codes = blocks(toml);
        assert!(codes.contains(&"D221".to_owned()), "{why}: {codes:?}");
    }
}

#[test]
fn persons_and_leftovers_of_a_word_processor_are_found() {
    for (code, text) in [
        ("D281", "Han har 010190-1234."),
        ("D282", "Ring 33 66 33 66."),
        ("D282", "Ring til 33663366."),
        ("D282", "Tlf.: 33.66.33.66"),
        ("D283", "Skriv til jens@kk.dk."),
        ("D283", "Skriv til jens(at)kk.dk."),
        ("D284", "Det siger leder Jens Hansen."),
        ("D271", "Indsаtsen begynder."),
        ("D272", "Bind\u{ad}streg her."),
        ("D273", "Det er:\n• et\n• to"),
        ("D274", "**Socialforvaltningen er."),
        ("D274", "*Socialforvaltningen er."),
        ("D201", "Det fremgår af figur 3."),
        ("D275", "Han siger “ja”."),
        ("D276", "Det er 50% af dem."),
        ("D203", "Det ses til højre."),
    ] {
        let codes = words(text);
        assert!(codes.contains(&code.to_owned()), "{code} {text:?}: {codes:?}");
    }
    let quote = "[[blok]]\nslags = \"citat\"\ntekst = \"Det er godt.\"\nperson = \"Jonas Madsen\"";
    assert!(blocks(quote).contains(&"D284".to_owned()));
    // Comments are read by many, too.
    let codes = told(|text| format!("{text}\n# ring til 010190-1234\n"));
    assert!(codes.contains(&"D281".to_owned()), "{codes:?}");
}

#[test]
fn a_statement_keeps_the_basis_of_its_missing_figure_and_a_note_goes() {
    let project = Project::new();
    let path = project.path(LUDO);
    let text = fs::read_to_string(&path).expect("text");
    let toml = r#"
[[blok]]
slags = "fremhaevet"
tekst = "Halvdelen er i job 9182."
om = "job"

[[blok]]
slags = "figur"
id = "job"
titel = "I job"
n = 228
periode = "2014-2023"
tilstand = "mangler"
kilde = "Registret 9183."

[[blok]]
slags = "note"
tekst = "Noten 9184."
om = "job"
"#;
    fs::write(&path, format!("{text}{toml}")).expect("written");
    project.run(&["export", "json", "--only", "ludo"]).ends(0);
    let ludo = project.path("out/json-uddrag-ludo/data/indsatser/ludo.json");
    let ludo = fs::read_to_string(ludo).expect("the file");
    assert!(ludo.contains("9182") && ludo.contains("9183") && ludo.contains("n = 228"));
    assert!(!ludo.contains("9184"), "the note is about what is not there");
    fs::write(&path, format!("{text}{}", toml.replace("om = \"job\"", "om = \"jobb\"")))
        .expect("written");
    project.run(&["check"]).ends(1).says(&["D055", "jobb"]);
}

#[test]
fn letters_are_composed_and_a_link_inside_a_compound_breaks_nothing() {
    let project = Project::new();
    let path = project.path(LUDO);
    let text = fs::read_to_string(&path).expect("text");
    // A ring that combines with its letter, as some keyboards type it.
    let pads: Vec<String> = (20..62)
        .map(|n| {
            let pad: Vec<&str> = vec!["xxxxx"; n / 5];
            let rest = "x".repeat(n % 5);
            format!(
                "{} {rest} [kriminal](https://kk.dk)præventionsindsatserne og mere",
                pad.join(" ")
            )
        })
        .collect();
    let block = format!(
        "\n[[blok]]\nslags = \"tekst\"\ntekst = \"\"\"\nPa\u{30a} vej.\n\n{}\n\"\"\"\n",
        pads.join("\n\n")
    );
    fs::write(&path, format!("{text}{block}")).expect("written");
    project.run(&["build", "--only", "ludo"]).ends(0);
    project.run(&["export", "json", "--only", "ludo"]).ends(0);
    let ludo = project.path("out/json-uddrag-ludo/data/indsatser/ludo.json");
    assert!(fs::read_to_string(ludo).expect("the file").contains("På vej."));
}
