//! Each limit of `src/limits.rs`, at it and one beyond. Those of requests stand beside their code.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use sats::comments::{self, Returned};
use sats::finding::{Finding, Sources, print};
use sats::limits::{self, TABLE};
use sats::output::preflight;
use sats::output::print::Printer;
use sats::output::write;
use sats::report::form::read;
use sats::report::load::{self, is_id};
use sats::report::prose;
use sats::typeset::Fonts;
use sats::words::{Language, Words};

use crate::bad::Copy;
use crate::cli::repo;

#[test]
fn the_table_of_limits_is_what_the_program_holds() {
    let path = repo().join(".github/LIMITS.md");
    let new = limits::markdown();
    if std::env::var_os("SATS_UPDATE").is_some() {
        fs::write(&path, &new).expect("written");
    }
    let old = fs::read_to_string(&path).unwrap_or_default();
    assert!(old == new, "SATS_UPDATE=1 writes .github/LIMITS.md anew");
    assert!(TABLE.len() > 30);
}

fn codes(copy: &Copy) -> Vec<&'static str> {
    copy.load().findings.into_iter().map(|finding| finding.code).collect()
}

#[test]
fn a_data_file_and_its_texts() {
    let copy = Copy::new();
    let text = fs::read_to_string(copy.path().join("ordliste.toml")).expect("good");
    let padded = |size: u64| {
        let mut text = text.clone() + "\n#";
        let rest = usize::try_from(size).expect("small") - text.len();
        text.push_str(&"x".repeat(rest));
        text
    };
    copy.write("ordliste.toml", padded(limits::DATA_FILE));
    assert!(!codes(&copy).contains(&"D004"));
    copy.write("ordliste.toml", padded(limits::DATA_FILE + 1));
    assert!(codes(&copy).contains(&"D004"));
    copy.write("ordliste.toml", &text);

    let ludo = fs::read_to_string(copy.path().join("indsatser/ludo.toml")).expect("good");
    let with = |length: usize| ludo.replace("De unge kommer hver dag.", &"ord ".repeat(length / 4));
    copy.write("indsatser/ludo.toml", with(limits::TEXT));
    assert!(!codes(&copy).contains(&"D022"));
    copy.write("indsatser/ludo.toml", with(limits::TEXT + 4));
    assert!(codes(&copy).contains(&"D022"));
}

#[test]
fn lists_in_lists_and_ids() {
    let deepest =
        (1..40).take_while(|n| prose::read(&format!("{}a", "- ".repeat(*n))).errors.is_empty());
    // An item holds a paragraph: two levels a list.
    let deepest = deepest.last().expect("some");
    assert!((limits::PROSE_DEPTH / 2..=limits::PROSE_DEPTH).contains(&deepest), "{deepest}");
    assert!(is_id(&"a".repeat(limits::ID)));
    assert!(!is_id(&"a".repeat(limits::ID + 1)));
}

#[test]
fn a_place_on_the_map() {
    let copy = Copy::new();
    let bydele = fs::read_to_string(copy.path().join("bydele.toml")).expect("good");
    let tile = bydele.lines().find(|line| line.starts_with("flise = ")).expect("a bydel");
    let at = |place: u8| bydele.replace(tile, &format!("flise = [0, {place}]"));
    copy.write("bydele.toml", at(limits::MAP_TILE));
    assert!(!codes(&copy).contains(&"D013"));
    copy.write("bydele.toml", at(limits::MAP_TILE + 1));
    assert!(codes(&copy).contains(&"D013"), "{:?}", codes(&copy));
}

#[test]
fn a_number_of_a_fagprincip() {
    let copy = Copy::new();
    let text = fs::read_to_string(copy.path().join("fagprincipper.toml")).expect("good");
    let with = |nr: u8| {
        format!(
            "{text}\n[[fagprincip]]\nnr = {nr}\nnavn = \"x\"\nkort_navn = \"x\"\ntekst = \"Xyz.\"\n"
        )
    };
    copy.write("fagprincipper.toml", with(limits::PRINCIPLE));
    assert!(!codes(&copy).contains(&"D013"));
    copy.write("fagprincipper.toml", with(limits::PRINCIPLE + 1));
    assert!(codes(&copy).contains(&"D013"), "{:?}", codes(&copy));
}

#[test]
fn a_text_of_a_finding() {
    let said = |length: usize| {
        let finding = Finding::error("D001", "æ".repeat(length));
        print::short(&[finding], &Sources::new(), Words::danish())
    };
    assert!(!said(limits::FINDING_TEXT).contains('…'));
    assert!(said(limits::FINDING_TEXT + 1).trim_end().ends_with('…'));
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().expect("a header");
    let rows = vec![0; (width as usize).div_ceil(8) * height as usize];
    writer.write_image_data(&rows).expect("written");
    writer.finish().expect("written");
    bytes
}

fn judged(name: &str, bytes: &[u8]) -> String {
    load::judge_picture(name, bytes).err().map_or_else(String::new, |(why, _)| why.to_string())
}

#[test]
fn pixels_of_a_picture() {
    let height = u32::try_from(limits::PICTURE_PIXELS / 10_000).expect("small");
    assert_eq!(judged("a.png", &png(10_000, height)), "");
    assert!(judged("a.png", &png(10_000, height + 1)).contains("10.000"));
}

#[test]
fn an_svg() {
    let svg = |inner: &str| {
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inner}</svg>")
            .into_bytes()
    };
    let of_size = |size: usize| {
        let mut bytes = svg("");
        bytes.splice(0..0, vec![b' '; size - bytes.len()]);
        bytes
    };
    assert_eq!(judged("a.svg", &of_size(limits::SVG_FILE)), "");
    assert!(judged("a.svg", &of_size(limits::SVG_FILE + 1)).contains("8 MB"));
    let many = |count: u64| svg(&"<g/>".repeat(usize::try_from(count - 1).expect("small")));
    assert_eq!(judged("a.svg", &many(limits::SVG_ELEMENTS)), "");
    assert!(judged("a.svg", &many(limits::SVG_ELEMENTS + 1)).contains("100.000"));
    let deep =
        |levels: usize| svg(&format!("{}{}", "<g>".repeat(levels - 1), "</g>".repeat(levels - 1)));
    assert_eq!(judged("a.svg", &deep(limits::SVG_DEPTH)), "");
    assert!(judged("a.svg", &deep(limits::SVG_DEPTH + 1)).contains("64"));
    let far = |at: u32| svg(&format!("<rect width='{at}' height='1'/>"));
    assert_eq!(judged("a.svg", &far(limits::SVG_FARTHEST)), "");
    assert!(judged("a.svg", &far(limits::SVG_FARTHEST + 1)).contains("100001"));
}

#[test]
fn a_picture_file_and_a_font_file() {
    let copy = Copy::new();
    let ludo = fs::read_to_string(copy.path().join("indsatser/ludo.toml")).expect("good");
    let picture = "\n[[brugere.blok]]\nslags = \"billede\"\nfil = \"a.png\"\nalt = \"En prik.\"\n";
    copy.write("indsatser/ludo.toml", ludo + picture);
    fs::create_dir(copy.path().join("billeder")).expect("a folder");
    let sized = |path: &Path, size: u64| {
        let mut bytes = png(1, 1);
        bytes.resize(usize::try_from(size).expect("small"), 0);
        fs::write(path, bytes).expect("written");
    };
    let told = |copy: &Copy| print::short(&copy.load().findings, &Sources::new(), Words::danish());
    let path = copy.path().join("billeder/a.png");
    sized(&path, limits::PICTURE_FILE);
    let said = told(&copy);
    assert!(!said.contains("64 MB"), "{said}");
    sized(&path, limits::PICTURE_FILE + 1);
    let said = told(&copy);
    assert!(said.contains("64 MB"), "{said}");

    let fonts = tempfile::tempdir().expect("a folder");
    let font = fonts.path().join("a.otf");
    let told = || match Fonts::load(Some(fonts.path())) {
        Ok(_) => String::new(),
        Err(findings) => print::short(&findings, &Sources::new(), Words::danish()),
    };
    sized(&font, limits::FONT_FILE);
    let said = told();
    assert!(!said.contains("højst 64"), "{said}");
    sized(&font, limits::FONT_FILE + 1);
    let said = told();
    assert!(said.contains("højst 64"), "{said}");
}

#[test]
fn faces_of_a_collection() {
    let with = |faces: u32| {
        let mut bytes = b"ttcf\0\x01\0\0".to_vec();
        bytes.extend(faces.to_be_bytes());
        bytes.resize(bytes.len() + 4 * faces as usize, 0);
        let found = Fonts::judge(Path::new("a.ttc"), bytes);
        print::short(&found, &Sources::new(), Words::danish())
    };
    let said = with(limits::FONT_FACES);
    assert!(!said.contains("højst"), "{said}");
    assert!(with(limits::FONT_FACES + 1).contains("højst 64"));
}

/// A package of empty files, and one of zeros.
fn package(files: usize, zeros: u64) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("zeros", options).expect("memory");
    std::io::copy(&mut std::io::repeat(0).take(zeros), &mut zip).expect("memory");
    for nr in 1..files {
        zip.start_file(nr.to_string(), options).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

#[test]
fn a_form_that_comes_back() {
    let told = |bytes: &[u8]| {
        read::read("a.xlsx", bytes).err().map_or_else(String::new, |f| f.message.to_string())
    };
    assert!(!told(&vec![0; limits::FORM_FILE]).contains("20 MB"));
    assert!(told(&vec![0; limits::FORM_FILE + 1]).contains("20 MB"));
    assert!(!told(&package(limits::FORM_PARTS, 0)).contains("dele"));
    assert!(told(&package(limits::FORM_PARTS + 1, 0)).contains("4.001 dele"));
    assert!(!told(&package(1, limits::FORM_UNPACKED)).contains("pakker mere ud"));
    assert!(told(&package(1, limits::FORM_UNPACKED + 1)).contains("pakker mere ud"));
}

#[test]
fn comments_that_come_back() {
    let copy = Copy::new();
    let report = copy.load().report.expect("good");
    let told = |bytes: Vec<u8>| {
        let read =
            comments::read(&report, &[Returned { file: "a".into(), bytes }], &[], Words::danish());
        let findings = print::short(&read.findings, &Sources::new(), Words::danish());
        (read.comments.len(), findings)
    };
    assert!(!told(vec![0; limits::COMMENTS_FILE]).1.contains("for stor"));
    assert!(told(vec![0; limits::COMMENTS_FILE + 1]).1.contains("for stor"));
    let many = |count: usize| {
        let mut text = "<xfdf xmlns=\"http://ns.adobe.com/xfdf/\"><annots>".to_owned();
        for nr in 0..count {
            text.push_str(&format!(
                "<text page=\"0\" rect=\"1,2,3,4\" name=\"{nr}\"><contents>a{nr}</contents></text>"
            ));
        }
        told((text + "</annots></xfdf>").into_bytes())
    };
    let (count, findings) = many(limits::COMMENTS - 1);
    assert_eq!((count, findings.contains("højst")), (limits::COMMENTS - 1, false));
    let (count, findings) = many(limits::COMMENTS + 1);
    assert_eq!((count, findings.contains("højst 20.000")), (limits::COMMENTS, true), "{findings}");
}

/// A PDF of this many pages with this content.
fn pdf(pages: usize, content: &str) -> Vec<u8> {
    use lopdf::{Dictionary, Document, Stream, dictionary};
    let mut doc = Document::with_version("1.6");
    let tree = doc.new_object_id();
    let content = doc.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
    let kids: Vec<lopdf::Object> = (0..pages)
        .map(|_| {
            let page = dictionary! {
                "Type" => "Page", "Parent" => tree, "Contents" => content,
                "MediaBox" => vec![0.into(), 0.into(), 30.into(), 40.into()],
            };
            doc.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(pages).expect("small");
    doc.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalogue = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).expect("memory");
    bytes
}

#[test]
fn a_pdf_that_is_judged() {
    let printer = Printer::load("x4-coated").expect("built in");
    let told = |pdf: &[u8]| {
        let found = preflight::judge("a.pdf", pdf, &printer);
        print::short(&found, &Sources::new(), Words::danish())
    };
    assert!(!told(&pdf(limits::PDF_PAGES, "")).contains("F02"));
    assert!(told(&pdf(limits::PDF_PAGES + 1, "")).contains("F02"));
    let states = |n: usize| told(&pdf(1, &format!("{}{}", "q ".repeat(n), "Q ".repeat(n))));
    assert!(!states(limits::PDF_STATES).contains("for dybt"));
    assert!(states(limits::PDF_STATES + 1).contains("for dybt"));
}

#[cfg(unix)]
#[test]
fn links_to_a_file_that_is_written() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = |nr: usize| dir.path().join(nr.to_string());
    fs::write(path(0), "old").expect("written");
    for nr in 1..=limits::LINKS {
        std::os::unix::fs::symlink(path(nr - 1), path(nr)).expect("linked");
    }
    write::whole(&path(limits::LINKS - 1), b"new").expect("written");
    assert_eq!(fs::read(path(0)).expect("read"), b"new");
    assert!(write::whole(&path(limits::LINKS), b"x").is_err());
}

/// A preview of nothing, answering.
fn preview() -> sats::preview::serve::Server {
    let board = std::sync::Arc::new(sats::preview::Board::new());
    sats::preview::serve::Server::start(Some(0), board, None, Words::built_in(Language::Danish))
        .expect("a port")
}

#[test]
fn connections_to_the_preview() {
    let server = preview();
    let open = |nr: usize| {
        let stream =
            TcpStream::connect(server.address()).unwrap_or_else(|err| panic!("{nr}: {err}"));
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
        stream
    };
    let answer = |mut stream: TcpStream| {
        let host = server.address();
        let request =
            format!("GET /icon.svg HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let _ = stream.write_all(request.as_bytes());
        let mut text = String::new();
        let _ = stream.read_to_string(&mut text);
        text
    };
    // All but one that say nothing, and never will, hold nobody up.
    let mut silent: Vec<TcpStream> = (1..limits::CONNECTIONS).map(open).collect();
    assert!(answer(open(0)).starts_with("HTTP/1.1 200"));
    std::thread::sleep(Duration::from_millis(200));
    silent.push(open(limits::CONNECTIONS));
    std::thread::sleep(Duration::from_millis(200));
    let refused = answer(open(limits::CONNECTIONS + 1));
    assert!(refused.is_empty() || refused.starts_with("HTTP/1.1 503"), "{refused}");
    drop(silent);
    let started = std::time::Instant::now();
    server.stop();
    assert!(started.elapsed() < Duration::from_secs(5), "silent clients hold up the end");
}
