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
        let run =
            run.says(&["D261", "SOF  LUDO: ", "ØKF  ", "BIF  ", "sats confirm", "--incomplete"]);
        assert_eq!(run.stdout(), "");
    }
    let kept = fs::read(project.path("out/sikker-by-2025.pdf")).expect("the file");
    assert_eq!(kept, b"the last good file");
    // A draft is what one makes of it.
    project.run(&["build", "handout", "--only", "ludo", "--data", "data/2025"]).ends(0);
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
    for wrong in ["0 kr. til", "I alt 0", "kr..", "De 0 ", "De 1 ", "får 0,0 %", "nr. 1 af 1 "] {
        assert!(!text.contains(wrong), "`{wrong}`");
    }
}

#[test]
fn texts_of_last_year_are_confirmed_by_field_indsats_forvaltning_and_for_the_report() {
    let project = begun();
    let open = |project: &Project| {
        let run = project.run(&["confirm", "--data", "data/2025"]).ends(0);
        run.stdout().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let all = open(&project).len();
    let run = project.run(&["confirm", "--data", "data/2025", "--only", "ludo", "--felt", "lead"]);
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
    project.run(&["confirm", "--data", "data/2025", "--rapport"]).ends(0);
    assert!(!open(&project).iter().any(|line| line.starts_with("rapport.toml")));
    for forvaltning in ["SOF", "BIF", "BUF", "TMF", "ØKF"] {
        project.run(&["confirm", "--data", "data/2025", "--forvaltning", forvaltning]);
    }
    assert_eq!(open(&project), Vec::<String>::new());
    let run = project.run(&["confirm", "--data", "data/2025", "--only", "ludo"]).ends(2);
    run.says(&["D254"]);
    // The values still wait.
    project.run(&["build", "--data", "data/2025"]).ends(1).says(&["værdier skal udfyldes"]);
}

#[test]
fn warnings_stop_a_build_where_that_is_asked_for() {
    let project = Project::new();
    project.run(&["build", "--deny-warnings"]).ends(1).says(&["D221", "sats check: 0 fejl, "]);
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

#[test]
fn what_is_attached_builds_the_same_bytes_and_has_no_comment() {
    let project = Project::new();
    let ludo = project.path("data/2024/indsatser/ludo.toml");
    let text = fs::read_to_string(&ludo).expect("text");
    let noted = "# intern bemærkning 91827\n[[accepteret]]\nkode = \"D181\"\ngrund = \"Intern grund 91827.\"\n";
    fs::write(&ludo, format!("{text}\n{noted}")).expect("written");
    project.run(&["export", "json"]).ends(0);
    let again = Project::empty();
    fs::create_dir_all(again.path("data/2024/indsatser")).expect("a folder");
    for entry in fs::read_dir(project.path("out/json/vedhaeft")).expect("listed").flatten() {
        let text = fs::read(entry.path()).expect("read");
        assert!(!String::from_utf8_lossy(&text).contains("91827"), "{:?}", entry.path());
        let name = entry.file_name().into_string().expect("UTF-8");
        if let Some(name) = name.strip_prefix("data-") {
            let name = name.replace("indsatser-", "indsatser/");
            fs::write(again.path("data/2024").join(name), text).expect("written");
        }
    }
    for project in [&project, &again] {
        project.run(&["build"]).ends(0);
    }
    let pdf = |project: &Project| fs::read(project.path("out/sikker-by-2024.pdf")).expect("a PDF");
    assert!(pdf(&project) == pdf(&again), "the bytes differ");
}
