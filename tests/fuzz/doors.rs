//! The doors by which bytes come from outside, one function each: it must end, soon, without a panic.
//! The fuzzer goes through them with what it makes up, the tests with what it has found (`seeds/`).

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};

use sats::chart::Outlines;
use sats::comments::{self, Returned};
use sats::finding::{Finding, Sources, print};
use sats::output::preflight;
use sats::output::print::{Icc, Printer};
use sats::preview::http;
use sats::report::check;
use sats::report::edit::Document;
use sats::report::form::{self, Source, read};
use sats::report::load::{self, Loaded};
use sats::report::model::Report;
use sats::report::prose;
use sats::typeset::Fonts;
use sats::words::Words;

/// What goes through a door.
pub(crate) type Door = fn(&[u8]);

/// All doors by their names; their seeds lie in folders of the same names.
pub(crate) const DOORS: [(&str, Door); 11] = [
    ("data", data),
    ("prose", prose_text),
    ("form", workbook),
    ("comments", comments_pdf),
    ("preflight", pdf),
    ("icc", icc),
    ("picture", picture),
    ("font", font),
    ("geojson", geojson),
    ("http", request),
    ("edit", edit),
];

/// A good report in a folder of its own, one file of which is replaced at a time.
struct Folder {
    dir: tempfile::TempDir,
    good: Vec<(PathBuf, Vec<u8>)>,
}

/// The files of the good report that are changed, one at a time.
pub(crate) const FILES: [&str; 6] = [
    "rapport.toml",
    "forvaltninger.toml",
    "fagprincipper.toml",
    "bydele.toml",
    "ordliste.toml",
    "indsatser/ludo.toml",
];

static FOLDER: LazyLock<Mutex<Folder>> = LazyLock::new(|| Mutex::new(Folder::new()));
static GOOD: LazyLock<(Loaded, Arc<Report>)> = LazyLock::new(|| {
    let loaded = load::load(&project().join("tests/bad/good"));
    let report = Arc::clone(loaded.report.as_ref().expect("the good report loads"));
    (loaded, report)
});
static PRINTER: LazyLock<Printer> = LazyLock::new(|| Printer::load("x4-coated").expect("built in"));

/// The project's folder, from the program's own package or from the fuzzer's beside it.
fn project() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .find(|dir| dir.join("tests/bad/good").is_dir())
        .expect("the project")
        .to_owned()
}

impl Folder {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let from = project().join("tests/bad/good");
        fs::create_dir_all(dir.path().join("2024/indsatser")).expect("a folder");
        let names = FILES.iter().copied().chain(["indsatser/stroem.toml"]);
        let good = names
            .map(|name| {
                let bytes = fs::read(from.join(name)).expect("a good file");
                let path = dir.path().join("2024").join(name);
                fs::write(&path, &bytes).expect("written");
                (path, bytes)
            })
            .collect();
        Self { dir, good }
    }

    fn with(&self, file: usize, bytes: &[u8]) -> Loaded {
        let (path, good) = &self.good[file];
        fs::write(path, bytes).expect("written");
        let loaded = load::load(&self.dir.path().join("2024"));
        fs::write(path, good).expect("written");
        loaded
    }
}

/// One data file, after a digit that says which; what is taken is checked too.
fn data(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let file = usize::from(first.wrapping_sub(b'0')) % FILES.len();
    let loaded = FOLDER.lock().unwrap_or_else(|broken| broken.into_inner()).with(file, rest);
    assert_eq!(
        loaded.report.is_none(),
        loaded.has_errors(),
        "refused without a word, or taken with errors"
    );
    told(&loaded.findings, &loaded.sources);
    if loaded.report.is_some() {
        told(&check::check(&loaded), &loaded.sources);
    }
}

fn told(findings: &[Finding], sources: &Sources) {
    let short = print::short(findings, sources, Words::danish());
    let tricky = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(!short.contains(tricky), "a control character is printed: {short:?}");
    let some = &findings[..findings.len().min(4)];
    let people = print::human(some, sources, Words::danish(), false);
    assert!(!people.contains(tricky), "a control character is printed: {people:?}");
}

fn prose_text(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read = prose::read(text);
    for error in &read.errors {
        assert!(text.get(error.range.clone()).is_some(), "{error:?}");
    }
    for (range, _) in &read.pladser {
        assert!(text.get(range.clone()).is_some(), "{range:?}");
    }
    let mut paragraphs = read.afsnit;
    prose::typography(&mut paragraphs);
    let _ = prose::plain(&paragraphs);
    let _ = prose::parse_line(text);
}

/// A workbook; what is no package is taken for the cells of a sheet in one.
fn workbook(bytes: &[u8]) {
    let packed = if bytes.starts_with(b"PK") { bytes.to_vec() } else { sheet(bytes) };
    let (loaded, report) = &*GOOD;
    if read::read("a.xlsx", &packed).is_ok() {
        let source = Source { file: "a.xlsx".into(), bytes: packed };
        told(&form::import(loaded, report, &[source]).findings, &loaded.sources);
    }
}

/// A workbook of one sheet with these rows, as XML.
fn sheet(rows: &[u8]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let root = format!(
        "<Relationships xmlns=\"{RELS}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"LUDO\" sheetId=\"1\" \
         r:id=\"r1\"/></sheets></workbook>"
    );
    let rels = format!(
        "<Relationships xmlns=\"{RELS}\"><Relationship Id=\"r1\" Type=\"{OFFICE}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let head = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>");
    let cells = [head.as_bytes(), rows, b"</sheetData></worksheet>"].concat();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in [
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/worksheets/sheet1.xml", &cells[..]),
    ] {
        zip.start_file(name, plain).expect("memory");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// A file of comments: PDF, FDF or XFDF; what is none of them is the annotations of a PDF.
fn comments_pdf(bytes: &[u8]) {
    let known =
        [&b"%PDF"[..], b"%FDF", b"<?xml", b"<xfdf"].iter().any(|head| bytes.starts_with(head));
    let bytes = if known { bytes.to_vec() } else { page(b"", bytes) };
    let returned = Returned { file: "a.pdf".into(), bytes };
    let read = comments::read(&GOOD.1, &[returned], &[], Words::danish());
    told(&read.findings, &Sources::new());
    let _ = comments::list::human(&read.comments, &GOOD.1, Words::danish());
}

/// A PDF; what is none is the content of a page in one.
fn pdf(bytes: &[u8]) {
    let bytes = if bytes.starts_with(b"%PDF") { bytes.to_vec() } else { page(bytes, b"") };
    told(&preflight::judge("a.pdf", &bytes, &PRINTER), &Sources::new());
}

/// A PDF of one page with this content and these annotations.
fn page(content: &[u8], annotations: &[u8]) -> Vec<u8> {
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        [
            &b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>\
               /ExtGState<</G<</ca .5/BM/Multiply/OP true/op true/OPM 1>>>>/ColorSpace<</S[/Separation/Guld\
               /DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 .2 1 0]/N 1>>]>>\
               /XObject<</X 4 0 R>>>>/Annots["[..],
            annotations,
            b"]>>",
        ]
        .concat(),
        [format!("<</Length {}>>stream\n", content.len()).as_bytes(), content, b"\nendstream"].concat(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ];
    let mut pdf = b"%PDF-1.6\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.extend(format!("{} 0 obj\n", at + 1).bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    let start = pdf.len();
    let size = objects.len() + 1;
    pdf.extend(
        format!("{table}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF").bytes(),
    );
    pdf
}

/// A printer's colour profile; one that is taken must do for a print file's colours.
fn icc(bytes: &[u8]) {
    if let Ok(profile) = Icc::check(bytes.to_vec(), None) {
        assert_eq!(profile.bytes(), bytes);
    }
}

/// A picture of the kind that its first bytes say.
fn picture(bytes: &[u8]) {
    let name = match bytes {
        [0x89, b'P', ..] => "a.png",
        [0xff, ..] => "a.jpg",
        _ => "a.svg",
    };
    if let Err((words, hint)) = load::judge_picture(name, bytes) {
        let _ = (words.to_string(), hint.to_string());
    }
}

fn font(bytes: &[u8]) {
    told(&Fonts::judge(Path::new("a.otf"), bytes.to_vec()), &Sources::new());
}

fn geojson(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Err(findings) = Outlines::parse(text, "kort.geojson", &GOOD.1.bydele) {
        told(&findings, &Sources::new());
    }
}

/// The head of a request that a browser or anybody else sends to the preview.
fn request(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some((method, url, headers)) = http::parse(text) {
        assert!(!method.contains(char::is_whitespace) && url.starts_with('/'), "{method} {url}");
        assert!(headers.iter().all(|(name, _)| !name.is_empty()), "a header without a name");
    }
}

/// A data file that the byte-keeping writer reads: what it writes back unchanged is the same text.
fn edit(bytes: &[u8]) {
    if let Ok(document) = Document::parse("a.toml", bytes)
        && let Ok(text) = document.apply(&[])
    {
        assert_eq!(text, document.text(), "the text has changed");
    }
}
