//! `sats build print`, `sats preflight` and `sats export tiff`, as they are typed.

use lopdf::Document;

use crate::cli::Project;

/// Exit status, stdout and stderr.
fn run(project: &Project, args: &[&str]) -> (Option<i32>, String, String) {
    let output = project.command(args).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// The colour profile of the built-in printers.
const ICC: &[u8] = include_bytes!("../../../data/trykkerier/icc/FOGRA39L_coated.icc");

/// Writes a printer's profile of one's own, `mine/p.toml`, with the colour profile beside it.
fn own_profile(project: &Project, text: &str) {
    std::fs::create_dir_all(project.path("mine/icc")).expect("a folder");
    std::fs::write(project.path("mine/icc/FOGRA39L_coated.icc"), ICC).expect("written");
    std::fs::write(project.path("mine/p.toml"), text).expect("written");
}

#[test]
fn build_print_writes_a_file_that_passes_and_its_note() {
    let project = Project::new();
    let (status, paths, said) = run(&project, &["build", "print"]);
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(
        paths.lines().collect::<Vec<_>>(),
        ["out/sikker-by-2024-tryk.pdf", "out/sikker-by-2024-tryk.txt"]
    );
    let pdf = std::fs::read(project.path("out/sikker-by-2024-tryk.pdf")).expect("the file");
    let pages = Document::load_mem(&pdf).expect("a PDF").page_iter().count();
    assert_eq!(pages % 2, 0);
    let note = std::fs::read_to_string(project.path("out/sikker-by-2024-tryk.txt")).expect("it");
    assert!(note.contains(&format!("{pages} enkeltsider")), "{note}");
    assert!(note.contains("PDF/X-4:2010 og PDF/A-2b"), "{note}");
    let (status, _, said) = run(&project, &["preflight", "out/sikker-by-2024-tryk.pdf"]);
    assert_eq!(status, Some(0), "{said}");
}

#[test]
fn every_printers_file_of_the_report_passes_its_preflight_and_verapdf() {
    let project = Project::new();
    let verapdf = crate::official::verapdf();
    if verapdf.is_none() {
        crate::skip::without("veraPDF (set VERAPDF to its program)");
    }
    for printer in sats::output::print::Printer::built_in() {
        if printer == "x4-uncoated" {
            crate::skip::without(&printer);
            continue;
        }
        let (status, paths, said) = run(&project, &["build", "print", "--printer", &printer]);
        assert_eq!(status, Some(0), "{printer}: {said}");
        assert!(!said.contains("error"), "{printer}: {said}");
        let pdf = paths.lines().next().expect("a path");
        let (status, _, said) = run(&project, &["preflight", pdf, "--printer", &printer]);
        assert_eq!(status, Some(0), "{printer}: {said}");
        // GB Tryk's file states no standard.
        if let (Some(verapdf), true) = (&verapdf, printer != "gb-tryk") {
            let output = std::process::Command::new(verapdf)
                .arg("2b")
                .arg(project.path(pdf))
                .output()
                .expect("veraPDF runs");
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(said.contains("2b PASS"), "{printer}: {said}");
        }
    }
}

#[test]
fn more_bleed_than_the_pages_have_is_told_and_nothing_is_written() {
    let project = Project::new();
    let text = include_str!("../../../data/trykkerier/onlineprinters.toml");
    own_profile(&project, &text.replace("_mm = 2", "_mm = 18"));
    let args = ["build", "print", "--only", "ludo", "--printer", "mine/p.toml"];
    let (status, paths, said) = run(&project, &args);
    assert_eq!((status, paths.as_str()), (Some(1), ""), "{said}");
    assert!(said.contains("siderne har 3 mm beskæring, trykkeriet beder om 18 mm"), "{said}");
}

#[test]
fn an_icc_profile_that_is_not_the_printers_is_refused_at_its_line() {
    let project = Project::new();
    let text = include_str!("../../../data/trykkerier/onlineprinters.toml");
    own_profile(&project, text);
    let mut rgb = ICC.to_vec();
    rgb[16..20].copy_from_slice(b"RGB ");
    let mut other = ICC.to_vec();
    other[100_000] ^= 1;
    for (bytes, words) in [
        (&rgb[..], "er til `RGB `, ikke til CMYK"),
        (&ICC[..5_000], "den har 5000"),
        (b"no profile", "er ikke en ICC-profil"),
        (&other, "er en anden fil end den"),
    ] {
        std::fs::write(project.path("mine/icc/FOGRA39L_coated.icc"), bytes).expect("written");
        let args = ["build", "print", "--printer", "mine/p.toml"];
        let (status, paths, said) = run(&project, &args);
        assert_eq!((status, paths.as_str()), (Some(1), ""), "{said}");
        for words in [words, "P103", "mine/p.toml:", "farve.icc"] {
            assert!(said.contains(words), "`{words}` is not in {said}");
        }
    }
}

#[test]
fn preflight_refuses_the_official_pdf_and_says_why() {
    let project = Project::new();
    let (status, _, said) = run(&project, &["build"]);
    assert_eq!(status, Some(0), "{said}");
    let (status, _, said) = run(&project, &["preflight", "out/sikker-by-2024.pdf"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("X034") && said.contains("X111") && said.contains("X171"), "{said}");
}

#[test]
fn wrong_printers_and_files_are_usage_errors() {
    let project = Project::new();
    for (args, words) in [
        (vec!["build", "print", "--printer", "nowhere"], "gb-tryk"),
        (vec!["build", "print", "--printer", "x4-uncoated"], "hent PSOuncoated_v3_FOGRA52.icc"),
        (vec!["preflight", "no.pdf"], "»no.pdf« kan ikke læses"),
    ] {
        let (status, _, said) = run(&project, &args);
        assert_eq!(status, Some(2), "{said}");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_printers_profile_of_ones_own_is_taken_and_its_mistakes_have_a_place() {
    let project = Project::new();
    let text = include_str!("../../../data/trykkerier/onlineprinters.toml");
    own_profile(&project, text);
    let args = ["build", "print", "--only", "ludo", "--printer", "mine/p.toml"];
    let (status, paths, said) = run(&project, &args);
    assert_eq!(status, Some(0), "{said}");
    assert!(paths.contains("-sider.pdf"), "{paths}");
    let wrong = text.replace("sikkerhed_mm = 4", "sikkerhed_mm = \"4\"");
    std::fs::write(project.path("mine/p.toml"), wrong).expect("written");
    let (status, _, said) = run(&project, &args);
    assert_eq!(status, Some(1));
    let line = text.lines().position(|line| line.starts_with("sikkerhed_mm")).expect("there") + 1;
    assert!(said.contains("P102") && said.contains(&format!("mine/p.toml:{line}:")), "{said}");
}

#[test]
fn a_finding_about_a_page_names_the_fields_that_stand_there() {
    let project = Project::new();
    let text = include_str!("../../../data/trykkerier/x4-coated.toml");
    // Larger than the text of notes and labels.
    own_profile(&project, &format!("{text}\n[streg]\ntekst_pt = 9\n"));
    let args = ["build", "print", "--only", "ludo", "--printer", "mine/p.toml"];
    let (status, _, said) = run(&project, &args);
    assert_eq!(status, Some(0), "{said}");
    for words in ["advarsel[G06]", "indsatser/ludo.toml:", "felt, der står her på siden"] {
        assert!(said.contains(words), "`{words}` is not in {said}");
    }
    // The same pages without a fault are set once, and nothing is named.
    let (status, _, said) = run(&project, &["build", "print", "--only", "ludo"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(!said.contains("felt, der står"), "{said}");
}

#[test]
fn export_tiff_writes_one_file_of_many_pages() {
    let project = Project::new();
    let (status, paths, said) = run(&project, &["export", "tiff", "--bilevel", "--only", "ludo"]);
    assert_eq!(status, Some(0), "{said}");
    let path = paths.trim_end();
    assert!(path.ends_with(".tif"), "{path}");
    let bytes = std::fs::read(project.path(path)).expect("the file");
    let mut decoder = tiff::decoder::Decoder::new(std::io::Cursor::new(bytes)).expect("a TIFF");
    // A4 at 300 dpi.
    assert_eq!(decoder.dimensions().expect("a size"), (2480, 3508));
    let mut pages = 1;
    while decoder.more_images() {
        decoder.next_image().expect("the next page");
        pages += 1;
    }
    assert!(pages > 2, "only {pages} pages");
}

/// Boxes of the blocks of text on a page and how many words each has: left, top, right, bottom.
fn blocks(html: &str) -> Vec<([f32; 4], usize)> {
    let side = |block: &str, name: &str| {
        let rest = block.split_once(&format!("{name}=\""))?.1;
        rest.split_once('"')?.0.parse().ok()
    };
    let block = |block: &str| {
        let sides = ["xMin", "yMin", "xMax", "yMax"].map(|name| side(block, name));
        let [Some(x0), Some(y0), Some(x1), Some(y1)] = sides else { return None };
        Some(([x0, y0, x1, y1], block.matches("<word").count()))
    };
    html.split("<block ").skip(1).filter_map(block).collect()
}

#[test]
fn the_reports_running_text_is_on_the_black_plate_alone() {
    let project = Project::new();
    let (status, _, said) = run(&project, &["build", "print"]);
    assert_eq!(status, Some(0), "{said}");
    let pdf = project.path("out/sikker-by-2024-tryk.pdf");
    let read = std::process::Command::new("pdftotext")
        .args(["-f", "9", "-l", "57", "-bbox-layout"])
        .args([&pdf, std::path::Path::new("-")])
        .output();
    let Ok(read) = read else {
        crate::skip::without("pdftotext");
        return;
    };
    let html = String::from_utf8_lossy(&read.stdout).into_owned();
    // The longest block of a page is running text, whose colour is the theme's `tekst`.
    let pages = html.split("<page ").skip(1).zip(9..);
    let mut longest: Vec<_> = pages
        .filter_map(|(page, nr)| {
            blocks(page).into_iter().max_by_key(|(_, words)| *words).map(|b| (b.1, nr, b.0))
        })
        .collect();
    longest.sort_by_key(|(words, ..)| std::cmp::Reverse(*words));
    assert!(longest.len() > 40, "{} pages", longest.len());
    for (words, page, [x0, y0, x1, y1]) in longest.into_iter().take(5) {
        assert!(words > 60, "{words} words on page {page}");
        // The media box is A4 and 3 mm around it: 858.9 pt high.
        let size = |name: &str, value: f32| format!("-dDEVICE{name}POINTS={:.0}", value.ceil());
        let shift =
            format!("<</Install {{{:.2} {:.2} translate}}>> setpagedevice", -x0, y1 - 858.9);
        let seen = std::process::Command::new("gs")
            .args(["-q", "-o", "-", "-sDEVICE=inkcov", "-dFIXEDMEDIA"])
            .args([size("WIDTH", x1 - x0), size("HEIGHT", y1 - y0)])
            .args([format!("-dFirstPage={page}"), format!("-dLastPage={page}")])
            .args(["-c", &shift, "-f"])
            .arg(&pdf)
            .output();
        let Ok(seen) = seen else {
            crate::skip::without("gs");
            return;
        };
        let inks = String::from_utf8_lossy(&seen.stdout).into_owned();
        let inks: Vec<f32> = inks.split_whitespace().filter_map(|ink| ink.parse().ok()).collect();
        assert!(
            matches!(inks[..], [0.0, 0.0, 0.0, black] if black > 0.05),
            "page {page}, {words} words: {inks:?}"
        );
    }
}
