//! The typesetter: what it reads, what it refuses, and what it says when a layout is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sats::finding::Finding;
use sats::theme::Typeface;
use sats::typeset::{
    Bytes, Datetime, Fonts, Layouts, Typesetter, layout_coverage, text_coverage, theme_fonts,
};

/// The tests' own layouts.
pub(crate) fn mini() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts_mini")
}

pub(crate) fn new_year() -> Datetime {
    Datetime::from_ymd_hms(2024, 1, 1, 0, 0, 0).expect("a date")
}

/// The virtual files of a report of these indsatser.
pub(crate) fn files(items: &[(&str, &str)]) -> BTreeMap<String, Bytes> {
    let ids: Vec<&str> = items.iter().map(|(id, _)| *id).collect();
    let report = serde_json::json!({ "title": "Sikker By", "author": "Kommunen", "ids": ids });
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
        <rect width="10" height="10" fill="#0b5ea8"/></svg>"##;
    let mut files = BTreeMap::from([
        ("/data/report.json".to_owned(), Bytes::from_string(report.to_string())),
        ("/figurer/bar.svg".to_owned(), Bytes::from_string(svg)),
        ("/vedhaeft/report.csv".to_owned(), Bytes::from_string("navn;antal\nLUDO;10\n")),
    ]);
    for (id, text) in items {
        let item = serde_json::json!({ "name": id, "text": text });
        files.insert(format!("/data/{id}.json"), Bytes::from_string(item.to_string()));
    }
    files
}

pub(crate) fn typesetter(layouts: &Path) -> Typesetter {
    let fonts = Fonts::load(None).expect("built-in fonts");
    let layouts = Layouts::folder(layouts).expect("a layouts folder");
    Typesetter::new(layouts, &fonts)
}

/// A copy of the tests' layouts with one file changed.
fn changed(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for entry in fs::read_dir(mini()).expect("listed").flatten() {
        fs::copy(entry.path(), dir.path().join(entry.file_name())).expect("copied");
    }
    let path = dir.path().join(file);
    let text = fs::read_to_string(&path).unwrap_or_default();
    assert!(from.is_empty() || text.contains(from), "`{from}` is not in {file}");
    let text = if from.is_empty() { format!("{text}{to}") } else { text.replacen(from, to, 1) };
    fs::write(path, text).expect("written");
    dir
}

/// What is said about such a layout, and the text that each finding points at.
fn said(layouts: &Path) -> Vec<(Finding, String)> {
    let mut typesetter = typesetter(layouts);
    typesetter.set_files(files(&[("ludo", "Brætspil.")]));
    let findings = typesetter.compile_once("/layouts/report.typ").expect_err("refused");
    let texts = typesetter.texts(&findings);
    let pointed = |finding: &Finding| {
        let place = finding.place.as_ref()?;
        texts.get(&place.file)?.get(place.range.clone()).map(str::to_owned)
    };
    findings.into_iter().map(|f| (f.clone(), pointed(&f).unwrap_or_default())).collect()
}

#[test]
fn each_indsats_comes_from_its_own_file() {
    let mut typesetter = typesetter(&mini());
    typesetter.set_files(files(&[("ludo", "Brætspil."), ("eki", "Indsats.")]));
    let document = typesetter.compile_once("/layouts/report.typ").expect("pages");
    assert_eq!(document.pages().len(), 3);
    assert_eq!(sats::typeset::fit::reported(&document, "card"), ["ludo", "eki"]);
}

#[test]
fn text_that_looks_like_typst_prints_as_itself() {
    let hostile = r"#panic() *fed* _kursiv_ @ref <label> $x$ `kode` \ // = + - [a](b)";
    let mut typesetter = typesetter(&mini());
    typesetter.set_files(files(&[("ludo", hostile)]));
    let document = typesetter.compile_once("/layouts/report.typ").expect("pages");
    assert_eq!(document.pages().len(), 2);
    assert_eq!(plain_text(&document.pages()[1].frame), format!("ludo{hostile}2"));
}

/// The text of a frame, in the order of drawing, without the spaces between lines.
pub(crate) fn plain_text(frame: &typst::layout::Frame) -> String {
    use typst::layout::FrameItem;
    let mut text = String::new();
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => text.push_str(&plain_text(&group.frame)),
            FrameItem::Text(item) => text.push_str(&item.text),
            _ => {}
        }
    }
    text
}

#[test]
fn an_edit_is_seen_and_a_file_no_longer_handed_over_is_gone() {
    let mut typesetter = typesetter(&mini());
    typesetter.set_files(files(&[("ludo", "Før.")]));
    let before = typesetter.compile_once("/layouts/report.typ").expect("pages");
    typesetter.set_files(files(&[("ludo", "Efter.")]));
    let after = typesetter.compile_once("/layouts/report.typ").expect("pages");
    assert!(plain_text(&before.pages()[1].frame).contains("Før."));
    assert!(plain_text(&after.pages()[1].frame).contains("Efter."));
    let mut files = files(&[("ludo", "Efter.")]);
    files.remove("/data/ludo.json");
    typesetter.set_files(files);
    let findings = typesetter.compile_once("/layouts/report.typ").expect_err("gone");
    assert!(findings[0].message.to_string().contains("/data/ludo.json"), "{findings:?}");
}

#[test]
fn labels_that_a_broken_layout_leaves_out_are_no_errors_of_their_own() {
    let label = "\n#context counter(page).at(<slut>).first()";
    let words = |more: &str| -> Vec<String> {
        let dir = changed("report.typ", "", &format!("{label}{more}"));
        said(dir.path()).into_iter().map(|(finding, _)| finding.message.to_string()).collect()
    };
    assert_eq!(words(""), ["label `<slut>` does not exist in the document"]);
    assert_eq!(words("\n#context panic(\"ups\")"), ["panicked with: ups"]);
}

#[test]
fn a_syntax_error_points_at_its_place_in_the_layout() {
    let dir = changed("parts.typ", "#let card(item) = [", "#let card(item = [");
    let said = said(dir.path());
    let (finding, pointed) = &said[0];
    assert_eq!(finding.message.to_string(), "unclosed delimiter");
    assert_eq!(pointed, "(");
    assert!(finding.place.as_ref().is_some_and(|place| place.file.ends_with("parts.typ")));
}

#[test]
fn an_error_in_a_component_carries_the_calls_that_led_there() {
    let dir = changed("parts.typ", "#item.text", "#item.tekst");
    let said = said(dir.path());
    let (finding, pointed) = &said[0];
    assert!(finding.message.to_string().contains("tekst"), "{finding:?}");
    assert_eq!(pointed, "tekst");
    let (place, words) = finding.related.last().expect("a trace");
    assert_eq!(words.to_string(), "while calling `card`");
    assert!(place.file.ends_with("report.typ"));
}

#[test]
fn a_warning_fails_and_says_that_it_is_one() {
    let dir = changed("report.typ", "Source Sans 3", "Sans Serif Sans");
    let said = said(dir.path());
    assert!(said[0].0.message.to_string().contains("unknown font family"), "{said:?}");
    assert!(said[0].0.hints.iter().any(|hint| hint.to_string().contains("advarsel")));
}

#[test]
fn packages_other_files_and_ways_out_are_refused() {
    for (line, words) in [
        ("#import \"@preview/cetz:0.4.0\": canvas\n", "layouts use no packages"),
        ("#read(\"/etc/passwd\")\n", "file not found"),
        ("#read(\"../../../../etc/passwd\")\n", "escape"),
    ] {
        let dir = changed("parts.typ", "", line);
        let said = said(dir.path());
        assert!(said[0].0.message.to_string().contains(words), "{line}: {said:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_layouts_folder_is_refused() {
    let dir = changed("parts.typ", "", "#read(\"secret.txt\")\n");
    std::os::unix::fs::symlink("/etc/hostname", dir.path().join("secret.txt")).expect("linked");
    let said = said(dir.path());
    assert!(
        said[0].0.message.to_string().contains("link til en fil uden for mappen med layouts"),
        "{said:?}"
    );
}

#[test]
fn a_missing_layouts_folder_and_a_missing_layout_are_named() {
    let finding = Layouts::folder(Path::new("no/such/folder")).expect_err("missing");
    assert_eq!(finding.message.to_string(), "mappen med layouts »no/such/folder« findes ikke");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let findings = typesetter(dir.path()).compile_once("/layouts/none.typ").expect_err("missing");
    assert!(findings[0].message.to_string().contains("none.typ"), "{findings:?}");
}

#[test]
fn a_file_that_is_no_font_is_named() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join("Fake.otf"), b"not a font").expect("written");
    fs::write(dir.path().join("README.md"), b"# not meant as one").expect("written");
    let findings = Fonts::load(Some(dir.path())).err().expect("refused");
    assert_eq!(findings.len(), 1);
    assert!(findings[0].message.to_string().contains("Fake.otf"), "{findings:?}");
}

#[test]
fn a_folder_of_fonts_comes_before_the_built_in_ones() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/SourceSans3-It.otf");
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::copy(own, dir.path().join("A.otf")).expect("copied");
    let fonts = Fonts::load(Some(dir.path())).expect("fonts");
    assert!(fonts.faces()[0].file.ends_with("A.otf"));
    assert_eq!(fonts.faces().len(), 1 + Fonts::load(None).expect("fonts").faces().len());
}

/// Glyphs and advances of a word in a face, with these figures.
fn shaped(face: &rustybuzz::Face<'_>, word: &str, figures: &[u8; 4]) -> Vec<(u32, i32)> {
    let mut buffer = rustybuzz::UnicodeBuffer::new();
    buffer.push_str(word);
    buffer.guess_segment_properties();
    let on = |tag| rustybuzz::Feature::new(ttf_parser::Tag::from_bytes(tag), 1, ..);
    let shaped = rustybuzz::shape(face, &[on(b"lnum"), on(figures)], buffer);
    let glyphs = shaped.glyph_infos().iter().map(|info| info.glyph_id);
    glyphs.zip(shaped.glyph_positions().iter().map(|at| at.x_advance)).collect()
}

#[test]
fn the_lean_faces_set_every_word_of_the_report_as_the_full_ones_do() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut words: BTreeSet<String> = BTreeSet::new();
    for folder in ["tests/fixtures/2024", "tests/fixtures/2024/indsatser"] {
        for entry in fs::read_dir(root.join(folder)).expect("the data") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                let text = fs::read_to_string(path).unwrap_or_default();
                words.extend(text.split_whitespace().map(str::to_owned));
            }
        }
    }
    assert!(words.len() > 4_000, "{}", words.len());
    for style in ["It", "Light", "Regular", "Semibold", "SemiboldIt"] {
        let read = |family: &str| fs::read(root.join(format!("fonts/{family}-{style}.otf")));
        let (lean, full) = (read("SatsSans").expect("lean"), read("SourceSans3").expect("full"));
        let lean = rustybuzz::Face::from_slice(&lean, 0).expect("a face");
        let full = rustybuzz::Face::from_slice(&full, 0).expect("a face");
        for (word, figures) in words.iter().flat_map(|word| [(word, b"pnum"), (word, b"tnum")]) {
            let set = shaped(&lean, word, figures);
            assert_eq!(set, shaped(&full, word, figures), "{style}: {word}");
        }
    }
}

fn asked(family: &str, weights: &[u16]) -> Typeface {
    Typeface { familie: family.to_owned(), vaegte: weights.to_vec(), kursiv: vec![400] }
}

#[test]
fn a_family_or_weight_that_is_not_there_is_named_with_what_is() {
    let fonts = Fonts::load(None).expect("fonts");
    assert_eq!(theme_fonts(&fonts, &asked("Source Sans 3", &[300, 400, 600])), []);
    assert_eq!(theme_fonts(&fonts, &asked("Sats Sans", &[300, 400, 600])), []);
    let family = theme_fonts(&fonts, &asked("KBH Tekst", &[400]));
    assert!(family[0].message.to_string().contains("»KBH Tekst«"));
    assert!(family[0].hints[0].to_string().contains("Source Sans 3"));
    let weight = theme_fonts(&fonts, &asked("Source Sans 3", &[400, 900]));
    assert_eq!(weight.len(), 1);
    assert!(weight[0].message.to_string().contains("900"), "{weight:?}");
    assert!(weight[0].hints[0].to_string().contains("300"), "{weight:?}");
}

#[test]
fn a_character_without_a_glyph_is_told_by_name_and_field() {
    let fonts = Fonts::load(None).expect("fonts");
    let place = sats::finding::Place {
        file: "data/2024/indsatser/ludo.toml".to_owned(),
        range: 0..0,
        field: Some("lead".to_owned()),
    };
    let asked = asked("Source Sans 3", &[400]);
    let text = "Ærø, »så« – 17½\u{a0}år, 5\u{202f}%, −3 og 日 日";
    let findings = text_coverage(&fonts, &asked, [(text, || place.clone())]);
    assert_eq!(findings.len(), 1, "{findings:?}");
    let message = findings[0].message.to_string();
    assert!(message.contains("»日« (U+65E5) i `lead`"), "{message}");
}

#[test]
fn a_layouts_characters_are_checked_but_not_its_comments() {
    let fonts = Fonts::load(None).expect("fonts");
    let text = "// 日本\n#let a = \"月\"\n= Øl 火\n";
    let layouts = [("layouts/a.typ".to_owned(), text.to_owned())];
    let findings = layout_coverage(&fonts, &asked("Source Sans 3", &[400]), &layouts);
    let at: Vec<&str> = findings
        .iter()
        .filter_map(|finding| text.get(finding.place.as_ref()?.range.clone()))
        .collect();
    assert_eq!(at, ["月", "火"]);
}
