//! Pages and components against small reference pictures.
//!
//! Drawn in-process and with the project's fonts, so nothing of the machine shows. `SATS_UPDATE=1`
//! writes the references anew; look at them before they are committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pipeline, Problems, REPORT, Typeset};
use sats::report::model::{Blok, Report};
use sats::typeset::fit::{page_of, reported};
use sats::typeset::{Fonts, Layouts, Page, PagedDocument};
use typst_render::RenderOptions;

/// Pictures are this fine: lines of text are seen, not read.
const DOTS_PER_INCH: f64 = 40.0;
/// How far a pixel may be off (antialiasing), of 255.
const OFF: u8 = 24;
/// How many pixels may be further off, of a thousand.
const MANY: usize = 2;

struct Picture {
    width: u32,
    height: u32,
    grey: Vec<u8>,
}

fn draw(page: &Page) -> Picture {
    let options =
        RenderOptions { pixel_per_pt: (DOTS_PER_INCH / 72.0).into(), ..RenderOptions::default() };
    let pixmap = typst_render::render(page, &options);
    // Luma of ITU-R BT.601, in integers.
    let luma = |p: &[u8]| {
        ((u32::from(p[0]) * 299 + u32::from(p[1]) * 587 + u32::from(p[2]) * 114) / 1000) as u8
    };
    Picture {
        width: pixmap.width(),
        height: pixmap.height(),
        grey: pixmap.data().chunks_exact(4).map(luma).collect(),
    }
}

fn read(path: &Path) -> Option<Picture> {
    let mut reader =
        png::Decoder::new(std::io::BufReader::new(fs::File::open(path).ok()?)).read_info().ok()?;
    let mut grey = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut grey).ok()?;
    Some(Picture { width: info.width, height: info.height, grey })
}

fn write(path: &Path, picture: &Picture) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut encoder =
        png::Encoder::new(fs::File::create(path).unwrap(), picture.width, picture.height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&picture.grey).unwrap();
}

/// How the second differs from the first, in words; none where it does not beyond the tolerance.
fn difference(reference: &Picture, now: &Picture) -> Option<String> {
    let (a, b) = ((reference.width, reference.height), (now.width, now.height));
    if a != b {
        return Some(format!("is {} × {} pixels, was {} × {}", b.0, b.1, a.0, a.1));
    }
    let off = reference.grey.iter().zip(&now.grey).filter(|(a, b)| a.abs_diff(**b) > OFF).count();
    let many = reference.grey.len() * MANY / 1000;
    (off > many).then(|| format!("differs in {off} pixels of {}, {many} may", reference.grey.len()))
}

fn told(problems: Problems) -> ! {
    panic!("{:?}", problems.findings.iter().map(|f| f.message.to_string()).collect::<Vec<_>>())
}

/// The 2024 report, and the specimen sheet of its components.
pub(crate) fn report() -> &'static (Typeset, PagedDocument) {
    static REPORT_2024: OnceLock<(Typeset, PagedDocument)> = OnceLock::new();
    REPORT_2024.get_or_init(|| {
        let fonts = Fonts::load(None).unwrap();
        let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None)
            .unwrap_or_else(|problems| told(problems));
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024");
        let (loaded, report) = pipeline.load(&data).unwrap_or_else(|problems| told(problems));
        let prepared = pipeline.prepare(&loaded, &report, &Selection::default()).unwrap();
        let typeset = pipeline.typeset(&prepared, REPORT).unwrap_or_else(|problems| told(problems));
        let all = Arc::new(with_every_kind(&report));
        let all = pipeline.prepare(&loaded, &all, &Selection::default()).unwrap();
        pipeline.typesetter().set_files(all.files);
        let specimens = pipeline.typesetter().compile_once("/layouts/proeveark.typ").unwrap();
        (typeset, specimens)
    })
}

/// The report with the blocks that it lacks at the end of its last indsats.
fn with_every_kind(report: &Report) -> Report {
    #[derive(serde::Deserialize)]
    struct Blocks {
        blok: Vec<Blok>,
    }
    let more: Blocks = toml::from_str(include_str!("../fixtures/proeveark.toml")).unwrap();
    let mut report = report.clone();
    report.indsatser.last_mut().unwrap().blok.extend(more.blok);
    report
}

/// Page types, by name: what stands where a label says, or so many pages after it.
fn pages(document: &PagedDocument) -> BTreeMap<String, usize> {
    let last = document.pages().len();
    let mut pages = BTreeMap::from([("forside".to_owned(), 1), ("kolofon".to_owned(), last)]);
    let mut add = |name: &str, label: &str, after: usize| {
        let page = page_of(document, label).unwrap_or_else(|| panic!("no `{label}`"));
        pages.insert(name.to_owned(), page + after);
    };
    add("indhold", "indhold", 0);
    add("overblik", "overblik", 0);
    add("overblik-slut", "overblik", 2);
    for (name, id) in
        [("enkel", "sjakket"), ("tabeller", "green-teams"), ("fuld", "koebenhavnerteamet")]
    {
        add(&format!("{name}-verso"), &format!("indsats-{id}"), 0);
        add(&format!("{name}-recto"), &format!("indsats-{id}"), 1);
    }
    for (name, id) in
        [("citater", "ludo"), ("fremhaevet", "eki"), ("spalter", "folehaven-partnerskab")]
    {
        add(name, &format!("indsats-{id}"), 1);
    }
    add("fortsat-verso", "indsats-ssp-plus", 2);
    add("fortsat-recto", "indsats-ssp-plus", 3);
    for nr in [0, 2, 4, 6] {
        add(&format!("indsigt-{nr}"), &format!("indsigt-{nr}"), 0);
    }
    add("introduktion", "indhold", 1);
    add("laesevejledning", "indhold", 2);
    add("skilleblad", "indsats-18-plus-enhederne", 0);
    if let Some(page) = pages.get_mut("skilleblad") {
        *page -= 1;
    }
    pages
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference").join(name)
}

/// Compares, or writes the references and fails.
fn compare(kind: &str, pictures: &BTreeMap<String, Picture>) {
    let references = folder(kind);
    if std::env::var_os("SATS_UPDATE").is_some() {
        let _ = fs::remove_dir_all(&references);
        for (name, picture) in pictures {
            write(&references.join(format!("{name}.png")), picture);
        }
        panic!("{} is written anew: look at it, and run without SATS_UPDATE", references.display());
    }
    let mut faults = Vec::new();
    for (name, picture) in pictures {
        let said = match read(&references.join(format!("{name}.png"))) {
            None => Some("has no reference".to_owned()),
            Some(reference) => difference(&reference, picture),
        };
        if let Some(said) = said {
            let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{kind}-{name}.png"));
            write(&now, picture);
            faults.push(format!("{name} {said}: see {}", now.display()));
        }
    }
    let kept = fs::read_dir(&references).map(|files| files.flatten().count()).unwrap_or_default();
    if kept > pictures.len() {
        faults.push(format!("{kept} references for {} pictures", pictures.len()));
    }
    assert!(faults.is_empty(), "SATS_UPDATE=1 takes what is new:\n{}", faults.join("\n"));
}

#[test]
fn pages_of_every_type_look_as_they_did() {
    let document = &report().0.document;
    let picture = |nr: usize| draw(&document.pages()[nr - 1]);
    let pictures = pages(document).into_iter().map(|(name, nr)| (name, picture(nr))).collect();
    compare("pages", &pictures);
}

#[test]
fn components_look_as_they_did() {
    let document = &report().1;
    let names = reported(document, "proeve");
    assert_eq!(names.len(), document.pages().len(), "one page each");
    let named = names.iter().map(|name| name.as_str().unwrap().to_owned());
    let pictures: BTreeMap<_, _> = named.zip(document.pages().iter().map(draw)).collect();
    let drawn = ["citat", "fremhaevet", "spalteliste", "tabel-tabel", "tabel-diagram", "hoved"];
    for kind in drawn.into_iter().chain(["begreber"]) {
        assert!(pictures.contains_key(kind), "no specimen of {kind}");
    }
    compare("components", &pictures);
}

#[test]
fn a_line_that_moves_is_seen() {
    let page = draw(&report().0.document.pages()[1]);
    let row = page.width as usize;
    let mut moved = page.grey.clone();
    let text = page.grey.iter().position(|grey| *grey < 100).expect("something dark") / row;
    // The lines from there on, two pixels lower.
    moved.copy_within(text * row..(text + 60) * row, (text + 2) * row);
    let moved = Picture { grey: moved, ..page };
    let page = draw(&report().0.document.pages()[1]);
    assert!(difference(&page, &moved).is_some_and(|said| said.contains("differs in")));
    assert_eq!(difference(&page, &draw(&report().0.document.pages()[1])), None);
}
