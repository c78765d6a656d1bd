//! The zip file around a workbook: looked through before anything reads it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Most files in the package.
const MOST_FILES: usize = 4000;
/// Most bytes of all that is unpacked.
const MOST_BYTES: u64 = 96 * 1024 * 1024;

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
    /// What is in it that is not read, in Danish.
    pub unread: Vec<String>,
}

/// Opens a package. Every file is unpacked once, up to the limit, whatever the package says of its
/// size.
pub(super) fn open(bytes: &[u8]) -> Result<Package, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| "filen er ikke en projektmappe, eller den er beskadiget".to_owned())?;
    if zip.len() > MOST_FILES {
        return Err(format!("filen rummer {} dele; et skema har færre end hundrede", zip.len()));
    }
    let mut left = MOST_BYTES;
    let (mut names, mut content) = (Vec::new(), String::new());
    for i in 0..zip.len() {
        let entry = zip.by_index(i).map_err(|err| match err.to_string() {
            said if said.to_lowercase().contains("password") => {
                "filen er beskyttet med adgangskode".to_owned()
            }
            said => format!("filen er beskadiget: {said}"),
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
        let length = length.map_err(|err| format!("filen er beskadiget: {err}"))?;
        left = left.checked_sub(length).ok_or("filen pakker mere ud, end et skema kan fylde")?;
        if wanted {
            content = String::from_utf8(unpacked).map_err(|_| "filen er beskadiget".to_owned())?;
        }
        names.push(name);
    }
    let has = |name: &str| names.iter().any(|n| n == name);
    let kind = if has("xl/workbook.xml") || has("/xl/workbook.xml") {
        Kind::Xlsx
    } else if has("content.xml") {
        Kind::Ods
    } else if has("xl/workbook.bin") {
        return Err("filen er gemt som .xlsb".to_owned());
    } else {
        return Err("filen er ikke en projektmappe".to_owned());
    };
    Ok(Package { kind, content, unread: unread(&names) })
}

fn unread(names: &[String]) -> Vec<String> {
    let any = |parts: &[&str]| names.iter().any(|n| parts.iter().any(|p| n.contains(p)));
    let mut said = Vec::new();
    if any(&["vbaProject", "macrosheets", "Basic/"]) {
        said.push("filen indeholder makroer; de er ikke kørt og ikke læst".to_owned());
    }
    if any(&["xl/comments", "xl/threadedComments"]) {
        said.push("filen indeholder kommentarer eller noter; de er ikke læst".to_owned());
    }
    if any(&["xl/media/", "Pictures/", "xl/embeddings/", "ObjectReplacements/"]) {
        said.push("filen indeholder billeder eller indlejrede filer; de er ikke læst".to_owned());
    }
    if any(&["xl/externalLinks/"]) {
        said.push("filen henviser til andre projektmapper; de er ikke hentet".to_owned());
    }
    said
}
