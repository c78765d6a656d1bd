//! The zip file around a workbook: looked through before anything reads it.

use crate::limits;

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::text;
use crate::words::Text;

/// Most files in the package.
const MOST_FILES: usize = limits::FORM_PARTS;
/// Most bytes of all that is unpacked.
const MOST_BYTES: u64 = limits::FORM_UNPACKED;

/// What kind of workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

/// A package that is safe to read.
pub(super) struct Package {
    pub kind: Kind,
    /// The content of an .ods.
    pub content: String,
    /// What is in it that is not read.
    pub unread: Vec<Text>,
}

/// Opens a package. Every file is unpacked once, up to the limit, whatever the package says of its
/// size.
pub(super) fn open(bytes: &[u8]) -> Result<Package, Text> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| text!("book-none-or-damaged"))?;
    if zip.len() > MOST_FILES {
        return Err(text!("book-parts", n = zip.len()));
    }
    let mut left = MOST_BYTES;
    let (mut names, mut content) = (Vec::new(), String::new());
    for i in 0..zip.len() {
        let entry = zip.by_index(i).map_err(|err| match err.to_string() {
            said if said.to_lowercase().contains("password") => {
                text!("book-password")
            }
            said => text!("book-damaged-how", said = said),
        })?;
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let wanted = name == "content.xml";
        let mut unpacked = Vec::new();
        let mut limited = entry.take(left + 1);
        let length = if wanted {
            limited.read_to_end(&mut unpacked).map(|n| n as u64)
        } else {
            std::io::copy(&mut limited, &mut std::io::sink())
        };
        let length = length.map_err(|err| text!("book-damaged-how", said = err.to_string()))?;
        left = left.checked_sub(length).ok_or_else(|| text!("book-unpacks"))?;
        if wanted {
            content = String::from_utf8(unpacked).map_err(|_| text!("book-damaged"))?;
        }
        names.push(name);
    }
    let has = |name: &str| names.iter().any(|n| n == name);
    let kind = if has("xl/workbook.xml") || has("/xl/workbook.xml") {
        Kind::Xlsx
    } else if has("content.xml") {
        Kind::Ods
    } else if has("xl/workbook.bin") {
        return Err(text!("book-xlsb"));
    } else {
        return Err(text!("book-none"));
    };
    Ok(Package { kind, content, unread: unread(&names) })
}

fn unread(names: &[String]) -> Vec<Text> {
    let any = |parts: &[&str]| names.iter().any(|n| parts.iter().any(|p| n.contains(p)));
    let mut said = Vec::new();
    if any(&["vbaProject", "macrosheets", "Basic/"]) {
        said.push(text!("book-macros"));
    }
    if any(&["xl/comments", "xl/threadedComments"]) {
        said.push(text!("book-notes"));
    }
    if any(&["xl/media/", "Pictures/", "xl/embeddings/", "ObjectReplacements/"]) {
        said.push(text!("book-pictures"));
    }
    if any(&["xl/externalLinks/"]) {
        said.push(text!("book-links"));
    }
    said
}
