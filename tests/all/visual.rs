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
/// How far red, green or blue of a pixel may be off (antialiasing, the palette), of 255.
const OFF: u8 = 24;
/// How many pixels may be further off, of ten thousand.
const MANY: usize = 20;
/// How far the hue of a pixel may be off: red, green or blue beyond what its lightness changes.
const OFF_IN_HUE: i32 = 32;
/// How many pixels may be of another hue, of ten thousand: small symbols count.
const MANY_IN_HUE: usize = 1;

type Colour = [u8; 3];

struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<Colour>,
}

fn draw(page: &Page) -> Picture {
    let options =
        RenderOptions { pixel_per_pt: (DOTS_PER_INCH / 72.0).into(), ..RenderOptions::default() };
    let pixmap = typst_render::render(page, &options);
    Picture {
        width: pixmap.width(),
        height: pixmap.height(),
        pixels: pixmap.data().chunks_exact(4).map(|p| [p[0], p[1], p[2]]).collect(),
    }
}

fn read(path: &Path) -> Option<Picture> {
    let mut decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(path).ok()?));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut bytes).ok()?;
    if info.color_type != png::ColorType::Rgb {
        return None;
    }
    let pixels = bytes.chunks_exact(3).map(|p| [p[0], p[1], p[2]]).collect();
    Some(Picture { width: info.width, height: info.height, pixels })
}

/// Writes with a palette: a third of the size, and no colour that counts is further off than
/// [`OFF`] allows.
fn write(path: &Path, picture: &Picture) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let (palette, indices) = indexed(&picture.pixels);
    let mut encoder =
        png::Encoder::new(fs::File::create(path).unwrap(), picture.width, picture.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&indices).unwrap();
}

/// The commonest colours, those that are alike to 16 of 255 taken as one, and which of them each
/// pixel is nearest to.
fn indexed(pixels: &[Colour]) -> (Vec<Colour>, Vec<u8>) {
    let mut alike: BTreeMap<Colour, BTreeMap<Colour, usize>> = BTreeMap::new();
    for pixel in pixels {
        let of = alike.entry(pixel.map(|channel| channel / 16)).or_default();
        *of.entry(*pixel).or_default() += 1;
    }
    let mut palette: Vec<(usize, Colour)> = alike
        .values()
        .map(|of| {
            let commonest = of.iter().max_by_key(|(_, count)| **count).unwrap();
            (of.values().sum(), *commonest.0)
        })
        .collect();
    palette.sort_by_key(|(count, colour)| (std::cmp::Reverse(*count), *colour));
    palette.truncate(256);
    let palette: Vec<Colour> = palette.into_iter().map(|(_, colour)| colour).collect();
    let mut known: BTreeMap<Colour, u8> = BTreeMap::new();
    let mut nearest = |pixel: &Colour| {
        *known.entry(*pixel).or_insert_with(|| {
            let near = (0..palette.len()).min_by_key(|nr| distance(&palette[*nr], pixel)).unwrap();
            u8::try_from(near).unwrap()
        })
    };
    let indices = pixels.iter().map(&mut nearest).collect();
    (palette, indices)
}

/// How far the channel that differs most is off.
fn distance(a: &Colour, b: &Colour) -> u8 {
    a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or_default()
}

/// How the second differs from the first, in words; none where it does not beyond the tolerance.
fn difference(reference: &Picture, now: &Picture) -> Option<String> {
    let (a, b) = ((reference.width, reference.height), (now.width, now.height));
    if a != b {
        return Some(format!("is {} × {} pixels, was {} × {}", b.0, b.1, a.0, a.1));
    }
    let all = reference.pixels.len();
    let pairs = || reference.pixels.iter().zip(&now.pixels);
    let off = pairs().filter(|(a, b)| distance(a, b) > OFF).count();
    let in_hue = pairs().filter(|(a, b)| distance_in_hue(a, b) > OFF_IN_HUE).count();
    let (many, many_in_hue) = (all * MANY / 10_000, all * MANY_IN_HUE / 10_000);
    (off > many || in_hue > many_in_hue).then(|| {
        format!(
            "differs in {off} pixels of {all}, {many} may; in hue in {in_hue}, {many_in_hue} may"
        )
    })
}

/// How far the channel is off that differs most beyond the change in lightness.
fn distance_in_hue(a: &Colour, b: &Colour) -> i32 {
    let change: Vec<i32> = a.iter().zip(b).map(|(a, b)| i32::from(*b) - i32::from(*a)).collect();
    let lightness = luma(b) as i32 - luma(a) as i32;
    change.iter().map(|change| (change - lightness).abs()).max().unwrap_or_default()
}

/// Luma of ITU-R BT.601: what a grey picture has of a colour.
fn luma(colour: &Colour) -> u32 {
    (u32::from(colour[0]) * 299 + u32::from(colour[1]) * 587 + u32::from(colour[2]) * 114) / 1000
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
    let mut moved = page.pixels.clone();
    let text = page.pixels.iter().position(|p| p[1] < 100).expect("something dark") / row;
    // The lines from there on, two pixels lower.
    moved.copy_within(text * row..(text + 60) * row, (text + 2) * row);
    let moved = Picture { pixels: moved, ..page };
    let page = draw(&report().0.document.pages()[1]);
    assert!(difference(&page, &moved).is_some_and(|said| said.contains("differs in")));
    assert_eq!(difference(&page, &draw(&report().0.document.pages()[1])), None);
}

/// The colour with red and green changed, as far as both go, so that its luma stays.
fn turned(colour: &Colour) -> Colour {
    let [red, green, blue] = colour.map(i32::from);
    let shift = if green >= 46 && red <= 165 { 90 } else { -red.min(90) };
    [red + shift, green - shift * 299 / 587, blue].map(|channel| channel.clamp(0, 255) as u8)
}

#[test]
fn a_changed_hue_of_equal_luminance_is_seen() {
    let document = &report().0.document;
    let pages = pages(document);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for name in ["enkel-verso", "fuld-recto", "fortsat-verso", "introduktion", "indhold"] {
        let page = draw(&document.pages()[pages[name] - 1]);
        let coloured = |p: &Colour| p.iter().max().unwrap() - p.iter().min().unwrap() > 90;
        let turn = |p: &Colour| if coloured(p) { turned(p) } else { *p };
        let pixels: Vec<Colour> = page.pixels.iter().map(turn).collect();
        let worst = page.pixels.iter().zip(&pixels).map(|(a, b)| luma(a).abs_diff(luma(b))).max();
        assert!(worst.unwrap() <= u32::from(OFF) / 8, "{name}: grey would tell, by {worst:?}");
        // Through the file, whose palette must not hide it.
        let path = folder.join(format!("hue-{name}.png"));
        write(&path, &page);
        let reference = read(&path).expect("what was written");
        assert_eq!(difference(&reference, &page), None, "{name}");
        let turned = Picture { pixels, ..page };
        assert!(difference(&reference, &turned).is_some(), "{name} in other colours passed");
    }
}
