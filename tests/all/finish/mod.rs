//! The finishing pass: pages and words as they were, and a report that can be heard.

mod heard;
mod links;
mod rules;

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use sats::output::official::{self, PdfStandard};
use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pipeline, REPORT};
use sats::typeset::{Fonts, Layouts};

use crate::cli::Project;
use heard::{File, read};

/// Largest file of the 2024 report, bytes.
const MOST_BYTES: usize = 650_000;

/// The 2024 report as Typst writes it, and finished.
static REPORT_2024: LazyLock<(Vec<u8>, Vec<u8>)> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    let fonts = Fonts::load(None).expect("built-in fonts");
    let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline");
    let (loaded, report) = pipeline.load(&data).map_err(|p| p.findings).expect("sound data");
    let prepared = pipeline.prepare(&loaded, &report, &Selection::default()).expect("prepared");
    let typeset = pipeline.typeset(&prepared, REPORT).map_err(|p| p.findings).expect("pages");
    let standards = [PdfStandard::A_3a, PdfStandard::Ua_1];
    let raw =
        official::export(pipeline.typesetter(), &typeset.document, &prepared.stamp, &standards);
    let done = pipeline.official(&prepared, typeset.document).map_err(|p| p.findings);
    (raw.expect("the standards met"), done.expect("finished"))
});

fn build(args: &[&str]) -> Vec<u8> {
    let project = Project::new();
    let run = project.run(&[&["build"], args].concat()).ends(0);
    let path = run.stdout().lines().find(|line| line.ends_with(".pdf")).expect("a path").to_owned();
    std::fs::read(project.path(&path)).expect("a file")
}

#[track_caller]
fn can_be_heard(file: &File) {
    let mut broken = Vec::new();
    for (rule, check) in rules::RULES {
        let places = check(file);
        if !places.is_empty() {
            broken.push(format!(
                "{rule}: {}\n    {}",
                places.len(),
                places[..places.len().min(6)].join("\n    ")
            ));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_report_can_be_heard() {
    can_be_heard(&read(&REPORT_2024.1));
}

#[test]
fn an_excerpt_a_draft_and_handouts_can_be_heard() {
    for args in [
        &["official", "--only", "job-og-uddannelse"][..],
        &["draft", "--only", "ludo,eki"],
        &["handout", "--only", "ludo,eki"],
        &["handout", "--only", "ludo", "--format", "a4-onepage"],
    ] {
        can_be_heard(&read(&build(args)));
    }
}

#[test]
fn the_report_of_another_town_can_be_heard() {
    let project = crate::town::town();
    for edition in ["official", "draft", "handout"] {
        let run = crate::town::run(&project, &["build", edition]).ends(0);
        let path =
            run.stdout().lines().find(|line| line.ends_with(".pdf")).expect("a path").to_owned();
        can_be_heard(&read(&std::fs::read(project.path(&path)).expect("a file")));
    }
}

#[test]
fn what_typst_writes_is_read_as_any_reader_reads_it() {
    let own = sats::output::pdf::load::plain(&REPORT_2024.0).expect("a plain file");
    let general = lopdf::Document::load_mem(&REPORT_2024.0).expect("a PDF");
    assert_eq!((own.objects.len(), own.max_id), (general.objects.len(), general.max_id));
    for (id, object) in &own.objects {
        let other = &general.objects[id];
        let same = match (object, other) {
            (lopdf::Object::Stream(own), lopdf::Object::Stream(other)) => {
                own.dict == other.dict && own.content == other.content
            }
            (own, other) => own == other,
        };
        assert!(same, "{id:?}: {object:?} is {other:?}");
    }
}

#[test]
fn links_in_lists_and_tables_are_far_enough_apart_to_be_pressed() {
    let file = read(&REPORT_2024.1);
    let (all, inline) = links::counted(&file);
    assert!(all > 500 && inline * 5 < all * 4, "{inline} of {all} links stand in sentences");
    let crowded = links::crowded(&file);
    assert!(crowded.is_empty(), "{}:\n{}", crowded.len(), crowded.join("\n"));
}

#[test]
fn every_mark_has_its_note_on_its_page_and_every_note_its_mark() {
    let file = read(&REPORT_2024.1);
    let all = file.root.all();
    let signs = |kind: &str| -> Vec<(Option<usize>, String)> {
        let of_kind = all.iter().filter(|tag| tag.kind == kind);
        let signs = of_kind.map(|tag| (tag.page, tag.words().trim().to_owned()));
        signs.filter(|(_, sign)| sign.starts_with(['*', '†', '‡', '§'])).collect()
    };
    // A spread's two pages stand side by side.
    let spread = |page: Option<usize>| page.map(|page| page.div_ceil(2));
    let (marks, notes) = (signs("Reference"), signs("Lbl"));
    assert!(marks.len() >= 3, "{marks:?}");
    let answers = |(page, sign): &(Option<usize>, String)| {
        notes.iter().filter(|(at, note)| spread(*at) == spread(*page) && note == sign).count()
    };
    // One note is not in the data, which `sats check` tells.
    let open: Vec<_> = marks.iter().filter(|mark| answers(mark) != 1).collect();
    assert!(open.len() == 1 && answers(open[0]) == 0, "{open:?} of {marks:?}, {notes:?}");
}

#[test]
fn abbreviations_are_read_out_in_full() {
    let doc = read(&REPORT_2024.1).doc;
    let expanded =
        |dict: &lopdf::Dictionary| dict.get(b"E").ok().and_then(sats::output::pdf::objects::text);
    let all: Vec<String> =
        doc.objects.values().filter_map(|object| expanded(object.as_dict().ok()?)).collect();
    for full in ["Socialforvaltningen", "Beskæftigelsesministeriets forløbsdatabase"] {
        let times = all.iter().filter(|text| *text == full).count();
        assert!(times >= 5, "{full}: {times}");
    }
    assert!(all.iter().any(|text| text == "Indsats nummer 22"), "the number of an indsats");
}

#[test]
fn what_a_text_explains_itself_is_not_read_out_twice() {
    let file = read(&REPORT_2024.1);
    let all = file.root.all();
    // In one piece: no tag of its own gives the name again.
    for words in ["Ungdommens Røde Kors (URK)", "LUDO (læring, uddannelse, dannelse og overgang)"]
    {
        assert!(all.iter().any(|tag| tag.own().contains(words)), "{words}");
    }
}

#[test]
fn an_abbreviation_in_a_chart_is_explained_in_its_alt_text() {
    let file = read(&REPORT_2024.1);
    let full = "FGU (Forberedende grunduddannelse)";
    assert!(file.root.all().iter().any(|tag| tag.alt.contains(full)), "{full}");
}

#[test]
fn a_rule_that_is_broken_is_told() {
    // What Typst writes breaks most of them.
    let raw = read(&REPORT_2024.0);
    let broken = rules::RULES.iter().filter(|(_, check)| !check(&raw).is_empty()).count();
    assert!(broken >= 5, "only {broken} rules are broken");
}

#[test]
fn the_file_is_small_and_the_same_each_time() {
    let (raw, done) = &*REPORT_2024;
    assert!(done.len() <= MOST_BYTES, "{} bytes", done.len());
    assert!(done.len() * 10 < raw.len() * 6, "{} of {} bytes", done.len(), raw.len());
    let facts = sats::output::finish::Facts {
        ident: "a",
        draft: false,
        pages: sats::output::finish::Pages::FirstAlone,
    };
    let again = || sats::output::finish::finish(raw, &facts).expect("finished");
    assert_eq!(again(), again());
}

#[test]
fn no_carrier_is_left() {
    let carriers = |pdf: &[u8]| {
        let doc = read(pdf).doc;
        let actions =
            doc.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"A").ok());
        let addresses = actions.filter_map(|action| action.as_dict().ok()?.get(b"URI").ok());
        let addresses = addresses.filter_map(|uri| uri.as_str().ok());
        addresses.filter(|uri| uri.starts_with(b"sats:")).count()
    };
    assert!(carriers(&REPORT_2024.0) > 500, "the layouts emit carriers");
    assert_eq!(carriers(&REPORT_2024.1), 0);
}

/// Pages as pictures and their text; none, told, where there is nothing to draw them with.
fn drawn(pdf: &[u8]) -> Option<(Vec<Vec<u8>>, Vec<u8>)> {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("a.pdf");
    std::fs::write(&path, pdf).expect("written");
    let draw =
        Command::new("pdftoppm").args(["-r", "53"]).arg(&path).arg(dir.path().join("p")).output();
    let read = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output();
    let (Ok(draw), Ok(read)) = (draw, read) else {
        println!("skipped: no pdftoppm and pdftotext to compare pages with");
        return None;
    };
    assert!(draw.status.success() && read.status.success());
    let mut pictures: Vec<_> =
        std::fs::read_dir(dir.path()).expect("listed").flatten().map(|e| e.path()).collect();
    pictures.retain(|path| path.extension().is_some_and(|end| end == "ppm"));
    pictures.sort();
    let pictures = pictures.iter().map(|path| std::fs::read(path).expect("a picture")).collect();
    Some((pictures, read.stdout))
}

/// How far a value may be from all around its place in the other picture: places are written with
/// four decimals, and what lies at the edge between two pixels may be drawn on either.
const SNAPPED: u8 = 64;

/// At most one value in so many is another one than before.
const MOST_SNAPPED: usize = 250;
/// The same over all pages.
const MOST_OF_ALL: usize = 2_000;

/// The farthest that a value of the picture is from the range of the nine pixels around its place
/// in the other. Pictures are binary PPM: width, height and 255 in the head.
fn apart(one: &[u8], other: &[u8]) -> u8 {
    let (width, one) = pixels(one);
    let (wide, other) = pixels(other);
    assert_eq!((width, one.len()), (wide, other.len()), "the pages have one size");
    let row = 3 * width;
    let mut most = 0;
    for (at, value) in one.iter().enumerate().filter(|(at, value)| other[*at] != **value) {
        let rows = [at.checked_sub(row), Some(at), Some(at + row)];
        let around =
            rows.into_iter().flatten().flat_map(|at| [at.checked_sub(3), Some(at), Some(at + 3)]);
        let around: Vec<u8> = around.flatten().filter_map(|at| other.get(at).copied()).collect();
        let (low, high) = (around.iter().min(), around.iter().max());
        let (low, high) = (*low.expect("a pixel"), *high.expect("a pixel"));
        most = most.max(low.saturating_sub(*value)).max(value.saturating_sub(high));
    }
    most
}

fn pixels(ppm: &[u8]) -> (usize, &[u8]) {
    let mut ends =
        ppm.iter().enumerate().filter(|(_, b)| b.is_ascii_whitespace()).map(|(at, _)| at);
    let head = ends.nth(3).expect("a head of four words");
    let words = std::str::from_utf8(&ppm[..head]).expect("a head").split_whitespace();
    let width = words.into_iter().nth(1).and_then(|word| word.parse().ok()).expect("a width");
    (width, &ppm[head + 1..])
}

#[test]
fn pages_look_and_read_the_same_before_and_after() {
    let (Some(before), Some(after)) = (drawn(&REPORT_2024.0), drawn(&REPORT_2024.1)) else {
        return;
    };
    assert_eq!(before.0.len(), after.0.len());
    let mut all = (0, 0);
    for (page, (one, other)) in before.0.iter().zip(&after.0).enumerate() {
        let most = apart(one, other).max(apart(other, one));
        assert!(most <= SNAPPED, "page {} looks different, by {most}", page + 1);
        let (one, other) = (pixels(one).1, pixels(other).1);
        let differ = one.iter().zip(other).filter(|(a, b)| a.abs_diff(**b) > 8).count();
        all = (all.0 + differ, all.1 + one.len());
        assert!(differ * MOST_SNAPPED <= one.len(), "page {}: {differ} values differ", page + 1);
    }
    assert!(all.0 * MOST_OF_ALL <= all.1, "{all:?} values differ");
    assert!(before.1 == after.1, "the text differs");
}

#[test]
fn every_number_of_a_chart_is_in_its_alt_text_or_its_table() {
    let file = read(&REPORT_2024.1);
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
    let fonts = Fonts::load(None).expect("built-in fonts");
    let pipeline = Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline");
    let (loaded, report) = pipeline.load(&data).map_err(|p| p.findings).expect("sound data");
    let (_, charts) =
        pipeline.prepare_and_draw(&loaded, &report, &Selection::default()).expect("prepared");
    let all = file.root.all();
    // Without what its abbreviations stand for, which the layouts add.
    let words = report.abbreviations();
    let bare = |alt: &str| {
        let said = |alt: String, full: &str| alt.replace(&format!(" ({full})"), "");
        words.iter().fold(alt.to_owned(), |alt, word| said(alt, &word.navn))
    };
    let mut seen = 0;
    for chart in &charts {
        // Two figures may have the same alternative text: one of its homes has the numbers.
        let alt = bare(&chart.alt);
        let homes: Vec<_> =
            all.iter().filter(|tag| tag.tags().any(|kid| bare(&kid.alt) == alt)).collect();
        if homes.is_empty() {
            continue;
        }
        seen += 1;
        if chart.alt_is_whole {
            continue;
        }
        let plain = |text: &str| text.replace(['\u{a0}', '\u{ad}', ' '], "");
        let tables = homes.iter().filter_map(|home| home.tags().find(|kid| kid.kind == "Table"));
        let tables: Vec<String> = tables.map(|table| plain(&table.words())).collect();
        assert!(!tables.is_empty(), "{}: no table", chart.id);
        let lacking = |table: &String| -> Vec<&String> {
            let cells = chart.table.rows.iter().flatten();
            cells.filter(|cell| !table.contains(&plain(cell))).collect()
        };
        let least = tables.iter().map(lacking).min_by_key(Vec::len).unwrap_or_default();
        assert!(least.is_empty(), "{}: {least:?} are not in the table", chart.id);
    }
    assert!(seen * 2 > charts.len(), "only {seen} of {} figures", charts.len());
}

#[test]
fn editions_tell_themselves_apart() {
    let id = |pdf: &[u8]| {
        let doc = read(pdf).doc;
        let ids = doc.trailer.get(b"ID").and_then(lopdf::Object::as_array).expect("ids").clone();
        let title = doc.trailer.get(b"Info").and_then(lopdf::Object::as_reference).expect("Info");
        let title = doc.get_dictionary(title).ok().and_then(|info| info.get(b"Title").ok());
        (format!("{ids:?}"), title.and_then(sats::output::pdf::objects::text).unwrap_or_default())
    };
    let made: Vec<_> = [
        &["official", "--only", "ludo"][..],
        &["official", "--only", "eki"],
        &["draft", "--only", "ludo"],
        &["handout", "--only", "ludo"],
    ]
    .iter()
    .map(|args| id(&build(args)))
    .collect();
    for (at, (ids, _)) in made.iter().enumerate() {
        assert!(made[..at].iter().all(|(other, _)| other != ids), "{ids}");
    }
    assert!(made[0].1.contains("LUDO") && made[2].1.to_lowercase().contains("udkast"), "{made:?}");
}
