//! The fonts: those of `fonts/`, built in, and before them those of a folder that the user names.
//! No system font is ever looked at, so that every machine sets the same lines.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use ttf_parser::Permissions;
use typst::foundations::Bytes;
use typst::text::{Font, FontStyle};
use typst_kit::fonts::FontStore;

use super::{codes, font_fault};
use crate::finding::Finding;
use crate::limits;
use crate::text;
use crate::words::{Text, plain, system};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// The built-in face for words that no layout sets, such as those beside a print file's marks.
#[must_use]
pub fn built_in_face() -> &'static [u8] {
    BUILT_IN
        .get_file("SourceSans3-Regular.otf")
        .map(include_dir::File::contents)
        .unwrap_or_default()
}

/// Name endings of font files; a file with one of them must be a font.
const ENDINGS: [&str; 4] = ["otf", "ttf", "ttc", "otc"];

/// What the font's licence bits allow (OpenType, OS/2 table, fsType bits 0 to 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Embedding {
    /// Bits 0: may be embedded and installed.
    Installable,
    /// Bit 3: may be embedded in documents that can be edited.
    Editable,
    /// Bit 2: may be embedded in documents for viewing and printing.
    PreviewAndPrint,
    /// Bit 1, or bit 9 (bitmaps only): may not be embedded.
    Restricted,
    /// Bit 8: may be embedded, but only whole.
    NoSubsetting,
    /// No OS/2 table, so nothing is said.
    Unknown,
}

impl Embedding {
    /// Whether a PDF may hold a subset of the font, as every PDF of this program does.
    #[must_use]
    pub fn allows_subset(self) -> bool {
        !matches!(self, Self::Restricted | Self::NoSubsetting)
    }
}

/// One face of a font file.
#[derive(Debug, Clone)]
pub struct Face {
    /// The file, as the user knows it.
    pub file: String,
    /// Index in the file; 0 unless it is a collection.
    pub index: u32,
    /// Family, as layouts name it.
    pub family: String,
    /// Weight, 100 to 900.
    pub weight: u16,
    /// Whether it is italic or oblique.
    pub italic: bool,
    /// Embedding permission.
    pub embedding: Embedding,
    font: Font,
}

impl Face {
    /// Whether the face has a glyph for the character.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        self.font.info().coverage.contains(c as u32)
    }

    /// The font file's bytes.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        self.font.data()
    }
}

/// All fonts of a job, in a fixed order, which decides between equals.
pub struct Fonts {
    faces: Vec<Face>,
    store: Arc<FontStore>,
}

impl Fonts {
    /// The built-in fonts, and before them those of a folder and the folders in it, sorted by
    /// path.
    ///
    /// # Errors
    /// Where the folder cannot be read, or a file that ends like a font is none: all of them.
    pub fn load(folder: Option<&Path>) -> Result<Self, Vec<Finding>> {
        let mut faces = Vec::new();
        let mut findings = Vec::new();
        if let Some(folder) = folder {
            match font_files(folder) {
                Ok(paths) => {
                    for path in paths {
                        match file(&path) {
                            Ok(data) => push(&mut faces, &mut findings, &path, Bytes::new(data)),
                            Err(why) => findings.push(unreadable(&path, why)),
                        }
                    }
                }
                Err((path, err)) => findings.push(no_folder(&path, &err)),
            }
        }
        let mut built_in: Vec<_> = BUILT_IN.files().filter(|f| is_font(f.path())).collect();
        built_in.sort_by_key(|file| file.path());
        for file in built_in {
            let path = Path::new("fonts").join(file.path());
            push(&mut faces, &mut findings, &path, Bytes::new(file.contents()));
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let mut store = FontStore::new();
        store.extend(faces.iter().map(|face| (face.font.clone(), face.font.info().clone())));
        Ok(Self { faces, store: Arc::new(store) })
    }

    /// What is wrong with one font file: nothing where all its faces can be set with.
    #[must_use]
    pub fn judge(file: &Path, data: Vec<u8>) -> Vec<Finding> {
        let (mut faces, mut findings) = (Vec::new(), Vec::new());
        push(&mut faces, &mut findings, file, Bytes::new(data));
        findings
    }

    /// The faces in their order.
    #[must_use]
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The faces of a family; upper and lower case are the same, as in Typst.
    pub fn family<'a>(&'a self, family: &'a str) -> impl Iterator<Item = &'a Face> {
        let family = family.to_lowercase();
        self.faces.iter().filter(move |face| face.family.to_lowercase() == family)
    }

    /// The families, each once, in order.
    #[must_use]
    pub fn families(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.faces.iter().map(|face| face.family.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    pub(super) fn store(&self) -> &Arc<FontStore> {
        &self.store
    }
}

/// The bytes of a font file, unless it is larger than fonts are.
fn file(path: &Path) -> Result<Vec<u8>, Text> {
    let size = fs::metadata(path).map_err(|err| system(&err))?.len();
    if size > limits::FONT_FILE {
        let (mb, most) = (size.div_ceil(1 << 20), limits::FONT_FILE >> 20);
        return Err(text!("font-large", mb = mb, most = most));
    }
    fs::read(path).map_err(|err| system(&err))
}

fn is_font(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ENDINGS.contains(&ending.to_lowercase().as_str()))
}

/// The font files below a folder, sorted: a folder's own order differs between machines.
fn font_files(folder: &Path) -> Result<Vec<PathBuf>, (PathBuf, std::io::Error)> {
    let fail = |err| (folder.to_path_buf(), err);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            paths.extend(font_files(&path)?);
        } else if is_font(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn push(faces: &mut Vec<Face>, findings: &mut Vec<Finding>, path: &Path, data: Bytes) {
    let count = ttf_parser::fonts_in_collection(&data).unwrap_or(1);
    if count > font_fault::MOST_FACES {
        let most = plain(font_fault::MOST_FACES);
        let why = text!("font-faces", n = plain(count), most = most);
        findings.push(unreadable(path, why));
        return;
    }
    for index in 0..count {
        match face(path, &data, index) {
            Ok(face) => faces.push(face),
            Err(why) => findings.push(unreadable(path, why)),
        }
    }
}

fn face(path: &Path, data: &Bytes, index: u32) -> Result<Face, Text> {
    let parsed = ttf_parser::Face::parse(data, index).map_err(|_| text!("font-none"))?;
    if let Some(why) = font_fault::fault(&parsed) {
        return Err(why);
    }
    let font = Font::new(data.clone(), index).ok_or_else(|| text!("font-nameless"))?;
    let info = font.info();
    Ok(Face {
        file: path.display().to_string(),
        index,
        family: info.family.clone(),
        weight: info.variant.weight.to_number(),
        italic: info.variant.style != FontStyle::Normal,
        embedding: embedding(&parsed),
        font,
    })
}

fn embedding(face: &ttf_parser::Face<'_>) -> Embedding {
    let Some(permissions) = face.permissions() else { return Embedding::Unknown };
    if !face.is_outline_embedding_allowed() {
        return Embedding::Restricted;
    }
    match permissions {
        Permissions::Restricted => Embedding::Restricted,
        _ if !face.is_subsetting_allowed() => Embedding::NoSubsetting,
        Permissions::Installable => Embedding::Installable,
        Permissions::Editable => Embedding::Editable,
        Permissions::PreviewAndPrint => Embedding::PreviewAndPrint,
    }
}

fn no_folder(path: &Path, err: &std::io::Error) -> Finding {
    let folder = path.display().to_string();
    let words = text!("fonts-unread", folder = folder, why = system(err));
    Finding::error(codes::BAD_FONT.code, words).hint(text!("fonts-unread-hint"))
}

fn unreadable(path: &Path, why: impl Into<Text>) -> Finding {
    let why = why.into();
    Finding::error(
        codes::BAD_FONT.code,
        text!("font-unread", file = path.display().to_string(), why = why),
    )
    .hint(text!("font-unread-hint"))
}
