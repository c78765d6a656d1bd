//! A workbook changed as somebody changes it: cells typed over, parts put in, everything else kept.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a workbook's package.
#[derive(Clone)]
pub(crate) struct Workbook(Vec<(String, Vec<u8>)>);

impl Workbook {
    pub(crate) fn open(path: &Path) -> Self {
        let bytes = std::fs::read(path).expect("a workbook");
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut parts = Vec::new();
        for i in 0..zip.len() {
            let mut entry = zip.by_index(i).expect("a part");
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("unpacked");
            parts.push((String::from_utf8_lossy(entry.name_raw()).into_owned(), bytes));
        }
        Self(parts)
    }

    pub(crate) fn save(&self, path: &Path) {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("begun");
            zip.write_all(bytes).expect("written");
        }
        let bytes = zip.finish().expect("made").into_inner();
        std::fs::write(path, bytes).expect("written");
    }

    /// Puts a part in.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) {
        self.0.push((name.to_owned(), bytes.to_vec()));
    }

    /// Changes the words of a part.
    pub(crate) fn change(&mut self, name: &str, with: impl FnOnce(String) -> String) {
        let part = self.0.iter_mut().find(|(n, _)| n == name).expect("a part of that name");
        let text = String::from_utf8(std::mem::take(&mut part.1)).expect("UTF-8");
        part.1 = with(text).into_bytes();
    }

    /// Types over a cell: `inside` is what stands between its tags, `kind` its type (`str`, `e`).
    pub(crate) fn put(&mut self, sheet: usize, (row, col): (u32, u32), kind: &str, inside: &str) {
        self.change(&sheet_part(sheet), |xml| {
            let name = cell(row, col);
            let at = xml.find(&format!("<c r=\"{name}\"")).expect("a cell for an answer");
            let (head, rest) = xml.split_at(at);
            let (tag, _) = rest.split_once('>').expect("a tag");
            let end = if tag.ends_with('/') {
                tag.len() + 1
            } else {
                rest.find("</c>").expect("its end") + "</c>".len()
            };
            let style = tag.split_once(" s=\"").and_then(|(_, s)| s.split('"').next());
            let mut out = format!("{head}<c r=\"{name}\" s=\"{}\"", style.unwrap_or("0"));
            if !kind.is_empty() {
                let _ = write!(out, " t=\"{kind}\"");
            }
            let _ = write!(out, ">{inside}</c>{}", &rest[end..]);
            out
        });
    }

    pub(crate) fn number(&mut self, sheet: usize, at: (u32, u32), n: f64) {
        self.put(sheet, at, "", &format!("<v>{n}</v>"));
    }

    pub(crate) fn text(&mut self, sheet: usize, at: (u32, u32), words: &str) {
        self.put(sheet, at, "inlineStr", &format!("<is><t>{words}</t></is>"));
    }
}

/// Name of a sheet's part; sheets count from 0.
pub(crate) fn sheet_part(sheet: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", sheet + 1)
}

/// `F12`.
pub(crate) fn cell(row: u32, col: u32) -> String {
    let letter = char::from(b'A' + u8::try_from(col).expect("an early column"));
    format!("{letter}{}", row + 1)
}
