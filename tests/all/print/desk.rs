//! A small Typst desk for print: documents written in the tests, exported as the print job does.

use std::collections::HashMap;
use std::sync::LazyLock;

use sats::output::print::{Meta, Printer, finish};
use sats::theme::{Swatch, Theme};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

static FONTS: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the project's fonts")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "otf"))
        .collect();
    paths.sort();
    let fonts: Vec<Font> = paths
        .iter()
        .flat_map(|path| Font::iter(Bytes::new(std::fs::read(path).expect("a readable font"))))
        .collect();
    (LazyHash::new(FontBook::from_fonts(&fonts)), fonts)
});

struct Desk {
    library: LazyHash<Library>,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("a path")).intern()
}

impl typst::World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.0
    }
    fn main(&self) -> FileId {
        self.main.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::IsDirectory) }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::IsDirectory)
    }
    fn font(&self, index: usize) -> Option<Font> {
        FONTS.1.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Typesets a document with these files beside it.
pub(crate) fn pages(text: &str, files: &[(&str, Vec<u8>)]) -> PagedDocument {
    let desk = Desk {
        library: LazyHash::new(Library::default()),
        main: Source::new(id("/main.typ"), text.to_owned()),
        files: files.iter().map(|(name, data)| (id(name), Bytes::new(data.clone()))).collect(),
    };
    match typst::compile::<PagedDocument>(&desk).output {
        Ok(pages) => pages,
        Err(errors) => panic!("the test document does not compile: {errors:?}"),
    }
}

/// The export that print finishing starts from: PDF 1.6, untagged.
pub(crate) fn export(pages: &PagedDocument) -> Vec<u8> {
    let standards = PdfStandards::new(&[PdfStandard::V_1_6]).expect("PDF 1.6 alone");
    let options = PdfOptions { standards, tagged: false, ..PdfOptions::default() };
    match typst_pdf::pdf(pages, &options) {
        Ok(pdf) => pdf,
        Err(errors) => panic!("the test document does not export: {errors:?}"),
    }
}

/// A picture of 16 bits a channel with alpha, this many pixels wide and high.
pub(crate) fn alpha_png(side: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Sixteen);
    let mut writer = encoder.write_header().expect("a PNG header");
    let step = |at: u32| u16::try_from(at * 65_535 / side).expect("below 65,536").to_be_bytes();
    let samples: Vec<u8> = (0..side * side)
        .flat_map(|at| [step(at % side), step(at / side), [0x9c, 0x40], step(at % side)])
        .flatten()
        .collect();
    writer.write_image_data(&samples).expect("PNG samples");
    writer.finish().expect("a whole PNG");
    bytes
}

/// The document that has a bit of everything: two pages with bleed.
pub(crate) fn report() -> PagedDocument {
    let files = [
        ("/chart.svg", include_bytes!("files/chart.svg").to_vec()),
        ("/photo.jpg", include_bytes!("files/photo.jpg").to_vec()),
        ("/cmyk.jpg", include_bytes!("files/cmyk.jpg").to_vec()),
        ("/alpha.png", alpha_png(64)),
    ];
    pages(include_str!("files/report.typ"), &files)
}

/// The theme's swatches.
pub(crate) fn swatches() -> Vec<Swatch> {
    let theme = include_str!("../../../layouts/theme.toml");
    Theme::parse(theme).expect("the project's theme").swatches()
}

/// What the test files say of themselves.
pub(crate) fn meta() -> Meta {
    Meta {
        title: "Prøve & »tryk« <1>".to_owned(),
        author: "Københavns Kommune".to_owned(),
        language: "da".to_owned(),
        made: Datetime::from_ymd_hms(2024, 5, 1, 12, 30, 0).expect("a date"),
        ident: "prøve".to_owned(),
    }
}

/// A document finished for a built-in printer.
pub(crate) fn finished(pages: &PagedDocument, printer: &str) -> Vec<u8> {
    let printer = Printer::load(printer).expect("a built-in printer");
    match finish(&export(pages), &swatches(), &printer, &meta()) {
        Ok(pdf) => pdf,
        Err(findings) => panic!("the test document is not finished: {findings:?}"),
    }
}
