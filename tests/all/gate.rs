//! Nothing leaves the house unfinished: the gate, texts of last year, incomplete editions, warnings,
//! what is attached.

use std::fs;

use crate::cli::Project;

/// A project whose newest year has just been begun.
fn begun() -> Project {
    let project = Project::new();
    project.run(&["new", "2025", "--from", "data/2024", "--out", "data/2025"]).ends(0);
    project
}

#[test]
fn an_unfinished_report_is_refused_in_few_lines_by_forvaltning() {
    let project = begun();
    fs::create_dir(project.path("out")).expect("a folder");
    fs::write(project.path("out/sikker-by-2025.pdf"), "the last good file").expect("written");
    for edition in ["official", "print"] {
        let run = project.run(&["build", edition, "--data", "data/2025"]).ends(1);
        let stderr = run.stderr();
        assert!(stderr.lines().count() <= 30, "{} lines:\n{stderr}", stderr.lines().count());
        let run = run.says(&["D261", "SOF  LUDO: ", "ØKF  ", "BIF  ", "--report", "--incomplete"]);
        assert_eq!(run.stdout(), "");
    }
    let kept = fs::read(project.path("out/sikker-by-2025.pdf")).expect("the file");
    assert_eq!(kept, b"the last good file");
}

/// Arguments about LUDO of the year that has just been begun.
fn of<'a>(args: &[&'a str]) -> Vec<&'a str> {
    [args, &["--data", "data/2025", "--only", "ludo"]].concat()
}

/// Every way to pages that others may get is refused alike; what is a working paper, or numbers with
/// their states, is made.
#[test]
fn every_way_to_final_pages_passes_the_gate() {
    let project = begun();
    let pages: [&[&str]; 8] = [
        &["build", "official"],
        &["build", "print"],
        &["build", "handout"],
        &["build", "all"],
        &["export", "tiff"],
        &["export", "tiff", "--bilevel"],
        &["export", "pages", "--dpi", "20"],
        &["export", "json"],
    ];
    for args in pages {
        project.run(&of(args)).ends(1).says(&["D261", "LUDO", "--incomplete"]);
    }
    assert!(!project.path("out").exists(), "nothing is written");
    for args in [["build", "draft"], ["export", "xlsx"], ["export", "charts"]] {
        project.run(&of(&args)).ends(0);
    }
    project.run(&["export", "form", "--data", "data/2025"]).ends(0);
    // Let through, every file says so.
    for args in pages.iter().filter(|args| args[1] != "all" && args.len() == 2) {
        let run = project.run(&[&of(args)[..], &["--incomplete"]].concat()).ends(0);
        let paths = run.stdout();
        let named = args[1] == "json" || paths.lines().all(|path| path.contains("ufuldstaendig"));
        assert!(named, "{args:?}: {paths}");
    }
    let front = fs::read_to_string(project.path("out/json-uddrag-ludo/data/rapport.json"));
    assert!(front.expect("the front matter").contains("Ufuldstændig udgave"));
    project.run(&of(&["export", "xlsx", "--incomplete"])).ends(2).says(&["--incomplete"]);
}

#[test]
fn an_incomplete_edition_says_so_and_has_no_wrong_sum() {
    let project = begun();
    let run = project.run(&["build", "--data", "data/2025", "--incomplete"]).ends(0);
    assert_eq!(run.stdout(), "out/sikker-by-2025-ufuldstaendig.pdf\n");
    let pdf = project.path("out/sikker-by-2025-ufuldstaendig.pdf");
    let Ok(read) =
        std::process::Command::new("pdftotext").args([pdf.as_path(), "-".as_ref()]).output()
    else {
        crate::skip::without("pdftotext");
        return;
    };
    let text = String::from_utf8_lossy(&read.stdout).replace('\u{a0}', " ");
    assert!(text.contains("Ufuldstændig udgave:"), "the cover says so");
    assert!(text.contains("0 af 22 oplyst") || text.contains("0 af 22"), "sums say what they lack");
    for wrong in [
        "0 kr. til",
        "0 mio. kr.",
        "I alt 0",
        "kr..",
        "De 0 ",
        "De 1 ",
        "får 0,0 %",
        "nr. 1 af 1 ",
        "[mangler] kr.",
        "[mangler] →",
        "→ [mangler]",
        "flere færre",
        "4 af 22 indsatser har et målt",
    ] {
        assert!(!text.contains(wrong), "`{wrong}`");
    }
    // Under the year of the users stands no older number: 401 is that of 2023.
    let opening =
        text.split("Overblik på ét opslag").nth(2).or(text.split("Overblik på ét opslag").nth(1));
    let opening = opening.and_then(|t| t.split('\u{c}').next()).expect("the opening");
    assert!(
        opening.contains("18+ Enhederne") && !opening.lines().any(|l| l.trim() == "401"),
        "{opening}"
    );
}

/// A text that many spreads share, what a fagprincip asks for, and a heading that has last year's
/// number are marked wherever they stand, until somebody has looked at them.
#[test]
fn what_is_shared_or_has_a_number_is_marked_where_it_stands() {
    let project = begun();
    let marked = || {
        project.run(&of(&["export", "json", "--incomplete"])).ends(0);
        let file = project.path("out/json-uddrag-ludo/data/udkast/ludo.json");
        let marks: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(file).expect("the marks")).expect("JSON");
        let marks = marks["maerker"].as_array().expect("a list").iter();
        marks.map(|m| m["felt"].as_str().expect("a field").to_owned()).collect::<Vec<_>>()
    };
    let shared = ["oekonomi.tekst", "fagprincipper.toml:fagprincip[0].tekst"].map(str::to_owned);
    let marks = marked();
    assert!(shared.iter().all(|field| marks.contains(field)), "{marks:?}");
    project.run(&["confirm", "--data", "data/2025", "--report"]).ends(0);
    let marks = marked();
    assert!(!shared.iter().any(|field| marks.contains(field)), "{marks:?}");
    let open = project.run(&["confirm", "--data", "data/2025"]).ends(0).stdout();
    let heading = open.lines().any(|l| l.contains("ssp-plus.toml") && l.ends_with("blok[8].tekst"));
    assert!(heading, "»Nye sager 2023« is to be looked at:\n{open}");
}

#[test]
fn texts_of_last_year_are_confirmed_by_field_indsats_forvaltning_and_for_the_report() {
    let project = begun();
    let open = |project: &Project| {
        let run = project.run(&["confirm", "--data", "data/2025"]).ends(0);
        run.stdout().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let all = open(&project).len();
    let run = project.run(&["confirm", "--data", "data/2025", "--only", "ludo", "--field", "lead"]);
    let path = run.ends(0).stdout();
    assert!(path.trim_end().ends_with("ludo.toml"), "{path}");
    assert_eq!(open(&project).len(), all - 1);
    // A text that is changed needs no confirmation.
    project.edit("data/2025/indsatser/ludo.toml", "Mens de unge", "Så længe de unge");
    assert_eq!(open(&project).len(), all - 2);
    project.run(&["confirm", "--data", "data/2025", "--only", "ludo"]).ends(0);
    assert!(!open(&project).iter().any(|line| line.contains("ludo.toml")));
    let ludo = fs::read_to_string(project.path("data/2025/indsatser/ludo.toml")).expect("text");
    assert!(!ludo.contains("fra_sidste_aar"), "{ludo}");
    project.run(&["confirm", "--data", "data/2025", "--report"]).ends(0);
    assert!(!open(&project).iter().any(|line| line.starts_with("rapport.toml")));
    for forvaltning in ["SOF", "BIF", "BUF", "TMF", "ØKF"] {
        project.run(&["confirm", "--data", "data/2025", "--forvaltning", forvaltning]);
    }
    assert_eq!(open(&project), Vec::<String>::new());
    let run = project.run(&["confirm", "--data", "data/2025", "--only", "ludo"]).ends(2);
    run.says(&["D254"]);
    // The values still wait, and of texts nothing is said.
    let run = project.run(&["build", "--data", "data/2025"]).ends(1);
    let run = run.says(&["værdier skal udfyldes"]);
    assert!(!run.stderr().contains("tekster"), "{}", run.stderr());
}

#[test]
fn warnings_stop_a_build_where_that_is_asked_for() {
    let project = Project::new();
    let run = project.run(&["build", "--deny-warnings"]).ends(1);
    run.says(&["D221", "sats check: 0 fejl, ", "ingen fil er lavet: --deny-warnings"]);
    assert!(!project.path("out/sikker-by-2024.pdf").exists());
}

#[test]
fn an_archive_without_attachments_is_pdf_a_2a() {
    let project = Project::new();
    project.run(&["build", "--only", "ludo", "--no-attachments"]).ends(0);
    let pdf = fs::read(project.path("out/sikker-by-2024-uddrag-ludo.pdf")).expect("a PDF");
    let has = |words: &[u8]| pdf.windows(words.len()).any(|w| w == words);
    assert!(
        has(b"<pdfaid:part>2</pdfaid:part>") && has(b"<pdfaid:conformance>A</pdfaid:conformance>")
    );
    assert!(!has(b"/EmbeddedFile"));
}

/// Writes the files that are attached to a PDF and are the report's data into a folder, each where
/// its description says.
fn detach(pdf: &[u8], folder: &std::path::Path) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).expect("readable");
    let specs = document.objects.values().filter_map(|object| object.as_dict().ok());
    let mut names = Vec::new();
    for spec in specs.filter(|dict| dict.has(b"EF")) {
        let says = spec.get(b"Desc").and_then(lopdf::decode_text_string).expect("a description");
        let file = spec.get(b"EF").and_then(lopdf::Object::as_dict).and_then(|ef| ef.get(b"F"));
        let file = document.dereference(file.expect("a file")).expect("there").1;
        let bytes = file.as_stream().expect("a stream");
        let bytes = bytes.decompressed_content().unwrap_or_else(|_| bytes.content.clone());
        assert!(!String::from_utf8_lossy(&bytes).contains("91827"), "{says}");
        if let Some(name) = says.strip_prefix("Rapportens data, ") {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, bytes).expect("written");
            names.push(name.to_owned());
        }
    }
    names.sort();
    names
}

#[test]
fn what_is_attached_builds_the_same_bytes_and_has_no_comment() {
    let project = Project::new();
    let ludo = project.path("data/2024/indsatser/ludo.toml");
    let text = fs::read_to_string(&ludo).expect("text");
    let noted = "# intern bemærkning 91827\n[[accepteret]]\nkode = \"D181\"\ngrund = \"Intern grund 91827.\"\n";
    fs::write(&ludo, format!("{text}\n{noted}")).expect("written");
    project.run(&["build"]).ends(0);
    let first = fs::read(project.path("out/sikker-by-2024.pdf")).expect("a PDF");
    let again = Project::empty();
    let names = detach(&first, &again.path("data/2024"));
    assert_eq!(names.len(), 27, "{names:?}");
    again.run(&["build"]).ends(0);
    let second = fs::read(again.path("out/sikker-by-2024.pdf")).expect("a PDF");
    assert!(first == second, "the bytes differ");
}

/// The town has a picture and outlines: they are attached too.
#[test]
fn a_report_with_pictures_and_outlines_builds_again_from_its_pdf() {
    let project = crate::town::town();
    let built = |project: &Project| {
        crate::town::run(project, &["build"]).ends(0);
        fs::read(project.path("out/havnstrup-tilbud-2025.pdf")).expect("a PDF")
    };
    let first = built(&project);
    let again = Project::empty();
    let names = detach(&first, &again.path("data/2025"));
    for name in ["billeder/baad.png", "kvarterer.geojson", "rapport.toml"] {
        assert!(names.iter().any(|n| n == name), "{name} is not in {names:?}");
    }
    assert!(names.iter().any(|n| n.starts_with("symboler/")), "{names:?}");
    // The looks are no data.
    crate::cli::copy(&project.path("layouts"), &again.path("layouts"));
    assert!(first == built(&again), "the bytes differ");
}

#[test]
fn confirming_keeps_every_other_byte_of_a_file_from_windows() {
    let project = begun();
    let path = project.path("data/2025/indsatser/ludo.toml");
    let text = fs::read_to_string(&path).expect("read");
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    fs::write(&path, &windows).expect("written");
    for (field, left) in [(Some("lead"), 1), (None, 0)] {
        let field = field.map_or(Vec::new(), |field| vec!["--field", field]);
        let args = [&["confirm", "--data", "data/2025", "--only", "ludo"], &field[..]].concat();
        project.run(&args).ends(0);
        let now = fs::read_to_string(&path).expect("read");
        assert!(now.starts_with('\u{feff}') && !now.replace("\r\n", "").contains('\n'));
        // The table stands at the end: nothing else goes.
        let (kept, marks) = now.split_once("[fra_sidste_aar]").unwrap_or((&now, ""));
        let kept = kept.trim_end();
        assert!(windows.starts_with(kept) && kept.len() > windows.len() / 2, "{now}");
        assert_eq!(marks.is_empty(), left == 0, "{marks}");
        assert_eq!(now.contains("# Tekster fra sidste år"), left == 1, "{now}");
    }
}
