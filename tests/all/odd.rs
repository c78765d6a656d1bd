//! Odd data, the kind nobody plans for: what check accepts builds in every edition and says nothing
//! absurd, and what check refuses is refused in every format.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::bad::Copy;
use crate::cli::{Project, copy};
use crate::sentences::wrong;

/// The small good report as a project.
fn small() -> Project {
    let project = Project::empty();
    copy(&Copy::new().path(), &project.path("data/2024"));
    project
}

/// The text of a PDF, its blanks single and plain.
fn text(project: &Project, file: &str) -> Option<String> {
    let read = Command::new("pdftotext").arg("-layout").arg(project.path(file)).arg("-").output();
    Some(String::from_utf8_lossy(&read.ok()?.stdout).replace('\u{a0}', " "))
}

/// Every line of the pages is a sound one; guides may say that a scale begins at zero.
fn sound(text: &str) {
    for line in text.lines() {
        let told = wrong(line.trim()).filter(|why| why != "`nul`");
        assert_eq!(told, None, "{line}");
    }
}

/// The codes that a run of `check` in one format names, in JSON without those that are accepted, and
/// how it ended.
pub(crate) fn codes(
    project: &Project,
    format: &str,
    more: &[&str],
) -> (BTreeSet<String>, Option<i32>) {
    let args = [&["check", "--format", format], more].concat();
    let out = project.command(&args).output().expect("the program runs");
    let said =
        String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
    assert!(!said.contains("panicked"), "{said}");
    let code = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let (letter, digits) = word.split_at_checked(1)?;
        let is = "DLTE".contains(letter) && digits.len() == 3;
        (is && digits.bytes().all(|b| b.is_ascii_digit())).then(|| word.to_owned())
    };
    let found = match format {
        "json" => {
            let all: Value = serde_json::from_slice(&out.stdout).expect("JSON");
            let all = all.as_array().expect("a list").iter();
            let open = all.filter(|f| f["accepted"].is_null());
            open.filter_map(|f| Some(f["code"].as_str()?.to_owned())).collect()
        }
        "sarif" => {
            let all: Value = serde_json::from_slice(&out.stdout).expect("JSON");
            let all = all["runs"][0]["results"].as_array().expect("a list").iter();
            all.filter_map(|f| Some(f["ruleId"].as_str()?.to_owned())).collect()
        }
        _ => said.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(code).collect(),
    };
    (found, out.status.code())
}

pub(crate) const FORMATS: [&str; 5] = ["human", "short", "json", "sarif", "github"];

/// Every format tells the same and ends alike; where check ends with an error, no edition is made.
fn agree(what: &str, project: &Project, more: &[&str], status: i32) {
    let (first, ended) = codes(project, "json", more);
    assert_eq!(ended, Some(status), "{what}: {first:?}");
    for format in FORMATS {
        let (found, ended) = codes(project, format, more);
        assert_eq!(ended, Some(status), "{what}, {format}: {found:?}");
        assert!(first.is_subset(&found), "{what}, {format}: {first:?} against {found:?}");
    }
    if status != 0 {
        for edition in ["official", "draft", "handout", "print"] {
            project.run(&[&["build", edition], more].concat()).ends(status);
        }
        assert!(!project.path("out").exists(), "{what}: nothing is written");
    }
}

#[test]
fn every_format_of_check_tells_the_same_and_what_is_refused_is_refused_everywhere() {
    let ludo = "data/2024/indsatser/ludo.toml";
    agree("good", &small(), &[], 0);
    let of = |from: &str, to: &str| {
        let project = small();
        project.edit(ludo, from, to);
        project
    };
    agree("a warning", &of("2023 = 16", "2023 = 3"), &[], 0);
    agree("a number", &of("beloeb = 1_200_000", "beloeb = 1.2"), &[], 1);
    agree("a reference", &of("hver dag.", "hver dag, se {figur.x}."), &[], 1);
    agree("a person", &of("hver dag.", "hver dag, siger 010190-1234."), &[], 1);
    // Outlines are read by check, not only by what draws them.
    let project = small();
    project.edit("data/2024/rapport.toml", "aar = 2024", "aar = 2024\ngeojson = \"by.geojson\"");
    fs::write(project.path("data/2024/by.geojson"), "{}").expect("written");
    agree("outlines", &project, &[], 1);
    // A layout that fails over this data.
    let project = small();
    project.own_layouts();
    let prose = project.path("mine/komponenter/prosa.typ");
    let typ = fs::read_to_string(&prose).expect("text");
    let typ = typ.replace("#let prosa(noder, vis: forkortet) = ", "#let prosa(noder, vis: forkortet) = if noder.len() > 0 and noder.first().t == \"liste\" { panic(\"ingen lister\") } else ");
    fs::write(&prose, typ).expect("written");
    project.edit(ludo, "lead = \"LUDO er for unge.\"", "lead = \"- LUDO\"");
    agree("a layout", &project, &["--layouts", "mine"], 1);
}

/// One value of each odd kind in one report: negative and zero amounts, a single year, all missing,
/// equal values, decimals, more than 100 percent, years with gaps, no target group, long names.
#[test]
fn odd_data_that_check_accepts_builds_in_every_edition_and_is_told_truly() {
    let project = small();
    let ludo = "data/2024/indsatser/ludo.toml";
    let stroem = "data/2024/indsatser/stroem.toml";
    project.edit(ludo, "beloeb = 1_200_000", "beloeb = 0");
    project.edit(ludo, "{ 2022 = 16, 2023 = 16 }", "{ 2023 = 16 }");
    project.edit(stroem, "beloeb = 180_000", "beloeb = \"mangler\"");
    project.edit(stroem, "{ 2022 = 16, 2023 = 16 }", "{ 2018 = 12, 2023 = \"mangler\" }");
    let more = r#"
[[blok]]
slags = "tal"
poster = [
  { titel = "I job", tal = ["mangler"], enhed = "personer", tekst = "{ord.1} er i job." },
  { titel = "I skole", tal = ["diskretion"], enhed = "personer", tekst = "{ord.1} er i skole. Tallet er fra 2023." },
  { titel = "Andel", tal = [120.5], enhed = "pct", tekst = "{tal.1} af målet." },
]

[[blok]]
slags = "tabel"
titel = "Lige mange"
foelsom = true
kolonner = [{ navn = "Unge", enhed = "personer" }, { navn = "Ændring", enhed = "pct" }]
raekker = [
  { navn = "A", celler = ["diskretion", -12.5] },
  { navn = "B", celler = ["mangler", 250] },
  { navn = "C", celler = ["-", 0] },
  { navn = "D", celler = ["diskretion", 0.04] },
]

[[blok]]
slags = "figur"
titel = "Alt er ens"
kategorier = ["A", "B", "C"]
serier = [{ vaerdier = [7, 7, "diskretion"] }]
"#;
    let file = project.path(ludo);
    let toml = fs::read_to_string(&file).expect("text");
    fs::write(&file, format!("{toml}{more}")).expect("written");
    let (found, ended) = codes(&project, "json", &[]);
    assert_eq!(ended, Some(0), "{found:?}");
    project.run(&["build", "all"]).ends(0);
    for form in ["a4-onepage", "a4-booklet", "a5-booklet"] {
        project.run(&["build", "handout", "--format", form]).ends(0);
    }
    let Some(text) = text(&project, "out/rapport-2024.pdf") else {
        crate::skip::without("pdftotext");
        return;
    };
    sound(&text);
    for told in ["×", "··", "Tallet mangler.", "Tallet er fra 2023.", "120,5 %", "−12,5", "1 af 2"]
    {
        assert!(text.contains(told), "`{told}` is not in\n{text}");
    }
    for lie in ["× er i skole", "·· er i job", "0 mio. kr. deler", "nr. 1 af 1", "100,0 %"] {
        assert!(!text.contains(lie), "`{lie}` in\n{text}");
    }
    project.run(&["export", "json"]).ends(0);
    let ludo = fs::read_to_string(project.path("out/json/data/indsatser/ludo.json"));
    let ludo = ludo.expect("the file").replace('\u{a0}', " ");
    let why = "Tallet er holdt tilbage, fordi det gælder få personer.";
    assert!(ludo.contains(&format!("{why} Tallet er fra 2023.")), "{ludo}");
    assert!(text.contains(&format!("× {why}")), "under the table: {text}");
}

/// A report of one: no places among others, no shares of itself, the noun in the singular.
#[test]
fn a_report_of_one_says_one_and_compares_with_nothing() {
    let project = small();
    fs::remove_file(project.path("data/2024/indsatser/stroem.toml")).expect("removed");
    let rapport = "data/2024/rapport.toml";
    project.edit(rapport, "raekkefoelge = [\"ludo\", \"stroem\"]", "raekkefoelge = [\"ludo\"]");
    let run = project.command(&["build", "official", "draft", "print"]).output().expect("runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let Some(text) = text(&project, "out/rapport-2024.pdf") else {
        crate::skip::without("pdftotext");
        return;
    };
    sound(&text);
    for lie in ["nr. 1 af 1", "100,0 %", "100 %", "1 indsatser", "halvdelen"] {
        assert!(!text.contains(lie), "`{lie}` in\n{text}");
    }
}

/// A link may hold an abbreviation alone, emphasis, a figure's number; it may not be empty. A link
/// within a link would take the outer one's place, and a tag without text breaks off the build.
#[test]
fn links_hold_anything_but_nothing() {
    let project = small();
    let ludo = "data/2024/indsatser/ludo.toml";
    let ordliste = project.path("data/2024/ordliste.toml");
    let words = fs::read_to_string(&ordliste).expect("text");
    fs::write(&ordliste, format!("{words}\n[[begreb]]\nforkortelse = \"SSP\"\nnavn = \"Skole\"\n"))
        .expect("written");
    let figure = "\n[[blok]]\nslags = \"figur\"\nid = \"f\"\ntitel = \"Sager\"\nkategorier = [\"A\", \"B\"]\nserier = [{ vaerdier = [7, 9] }]\n";
    let links = "[SSP](https://a.dk) [**SSP**](https://b.dk) **[SSP](https://c.dk)** [{figur.f}](https://d.dk) [SSP København](https://e.dk).";
    project.edit(ludo, "De unge kommer hver dag.", links);
    let text = fs::read_to_string(project.path(ludo)).expect("text");
    fs::write(project.path(ludo), format!("{text}{figure}")).expect("written");
    project.run(&["build", "official", "draft", "handout"]).ends(0);
    let pdf = fs::read(project.path("out/rapport-2024.pdf")).expect("a PDF");
    let document = lopdf::Document::load_mem(&pdf).expect("readable");
    let goes = |dict: &lopdf::Dictionary| {
        let uri = dict.get(b"A").and_then(lopdf::Object::as_dict).ok()?.get(b"URI").ok()?;
        Some(String::from_utf8_lossy(uri.as_str().ok()?).into_owned())
    };
    let found: BTreeSet<String> =
        document.objects.values().filter_map(|o| goes(o.as_dict().ok()?)).collect();
    for address in ["https://a.dk", "https://b.dk", "https://c.dk", "https://d.dk", "https://e.dk"]
    {
        assert!(found.contains(address), "{address} is not in {found:?}");
    }
    for nothing in ["[](https://a.dk)", "[ ](https://a.dk)", "[\u{ad}](https://a.dk)"] {
        project.edit(ludo, "[SSP København](https://e.dk)", &format!("{nothing}[x](https://e.dk)"));
        project.run(&["check"]).ends(1).says(&["D024", "et link uden ord"]);
        project.edit(ludo, &format!("{nothing}[x](https://e.dk)"), "[SSP København](https://e.dk)");
    }
}

/// A layout whose words Typst itself divides, which breaks off its export where a line ends between
/// a link and the rest of its word. The program's own layouts divide words otherwise.
const DIVIDED: &str = r#"
#import "styling.typ": styling
#set document(title: "x", author: "y")
#show: styling
#set text(hyphenate: true)
#let inline(dele) = for d in dele {
  if d.t == "link" { link(d.c.url, inline(d.c.indhold)) } else { d.c.replace("\u{ad}", "") }
}
#for id in json("/data/rapport.json").raekkefoelge {
  block(width: 60pt, inline(json("/data/indsatser/" + id + ".json").lead.first().c))
}
"#;

/// The fault is a real one of the library, from the data to the advice.
#[test]
fn an_internal_error_of_typst_names_the_indsats_and_says_how_to_go_on() {
    let project = small();
    project.own_layouts();
    fs::write(project.path("mine/report.typ"), DIVIDED).expect("written");
    let build = |more: &[&str]| project.run(&[&["build", "--layouts", "mine"], more].concat());
    project.edit(
        "data/2024/indsatser/ludo.toml",
        "lead = \"LUDO er for unge.\"",
        "lead = \"xx [kriminal](https://kk.dk)præventionsindsatserne og\"",
    );
    let run = build(&[]).ends(1).says(&["L006", "indsatser/ludo.toml", "tag links", "--only"]);
    let said = run.stderr();
    assert!(!said.contains("stroem.toml") && !said.contains(".rs"), "{said}");
    assert!(!project.path("out").exists(), "nothing is written");
    // As the advice says: the rest is made meanwhile, and the data built into the program's own
    // layouts, which keep such words together, has no such fault.
    build(&["--only", "stroem"]).ends(0);
    project.run(&["build"]).ends(0);
}
