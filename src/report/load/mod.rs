//! From a folder of TOML files to a [`Report`]: everything that is wrong, at once, each with its
//! file, line, column and field.
//!
//! Three steps: reading ([`read`]), shape (a tree with spans against the model's own schema), and
//! rules between the parts. A file that fails one step does not hide what is wrong in the others.

mod files;
mod folder;
mod memory;
mod mistakes;
pub(crate) mod near;
mod parts;
mod path;
mod pictures;
mod read;
mod rules;
mod shape;
mod stamp;
mod svg;
mod text;
mod tree;
mod validate;
mod words;

pub(crate) use mistakes::toml_mistake;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;

pub use folder::is_id;
pub use path::{FieldPath, Step};
pub use pictures::{PICTURES_DIR, SYMBOLS_DIR, mime as picture_mime};
pub use read::composed;
pub use tree::{Entry, Node, Value};

use super::check::Checked;
use super::codes;
use super::model::{Billede, Blok, Indsats, Report};
use crate::finding::{self, Finding, Place, Severity, Sources};
use crate::limits;
use crate::text;
use crate::words::Text;
use files::Files;
use parts::Loader;
use read::whole;

/// The report as a whole.
pub const RAPPORT_FILE: &str = "rapport.toml";
/// The departments.
pub const FORVALTNINGER_FILE: &str = "forvaltninger.toml";
/// The focus areas.
pub const FAGPRINCIPPER_FILE: &str = "fagprincipper.toml";
/// The districts.
pub const BYDELE_FILE: &str = "bydele.toml";
/// Abbreviations and terms; a report may do without.
pub const ORDLISTE_FILE: &str = "ordliste.toml";
/// The folder of the indsatser.
pub const INDSATSER_DIR: &str = "indsatser";

/// The pictures of an indsats: field (`blok[3].fil`) and name in `billeder/`.
#[must_use]
pub fn pictures(indsats: &Indsats) -> Vec<(String, &str)> {
    let mut named = Vec::new();
    for (field, blok) in indsats.blokke() {
        if let Blok::Billede(Billede { fil: Some(fil), .. }) = blok {
            named.push((format!("{field}.fil"), fil.as_str()));
        }
    }
    named
}

/// Why an SVG drawing cannot be set: a clause that goes on after the file's name.
#[must_use]
pub fn drawing_fault(bytes: &[u8]) -> Option<Text> {
    svg::fault(bytes)
}

/// The file of an indsats, as [`Place::file`] names it.
#[must_use]
pub fn indsats_file(id: &str) -> String {
    format!("{INDSATSER_DIR}/{id}.toml")
}

/// The id of the indsats whose file this is.
#[must_use]
pub fn indsats_id(file: &str) -> Option<&str> {
    file.strip_prefix(INDSATSER_DIR)?.strip_prefix('/')?.strip_suffix(".toml")
}

/// Reads a TOML text of any other kind by its schema, as the data files are read: everything that is
/// wrong at once, each at its place.
///
/// # Errors
/// What is wrong with it.
pub fn of_schema<T: DeserializeOwned>(
    file: &str,
    text: &str,
    schema: &serde_json::Value,
) -> Result<T, Vec<Finding>> {
    let parsed = read::parse(file, text, &shape::shape(schema));
    match parsed.value.and_then(Arc::into_inner) {
        Some(value) if parsed.findings.is_empty() => Ok(value),
        _ => Err(parsed.findings),
    }
}

/// Judges a picture by its name's ending and its bytes, as `check` does: what is wrong with it and
/// what to do.
///
/// # Errors
/// It cannot be read or set, or is larger than pictures may be.
pub fn judge_picture(name: &str, bytes: &[u8]) -> Result<(), (Text, Text)> {
    pictures::judge(name, bytes)
}

/// What came of a folder.
#[derive(Debug, Clone, Default)]
pub struct Loaded {
    /// The report; none as long as there are errors.
    pub report: Option<Arc<Report>>,
    /// The files, for printing findings.
    pub sources: Sources,
    /// What is wrong, in the order of the files.
    pub findings: Vec<Finding>,
    /// The folder.
    pub dir: PathBuf,
    /// The pictures that are named and can be set, by their names in `billeder/`.
    pub pictures: BTreeMap<String, Arc<[u8]>>,
    /// The drawings of the report's own symbols, by their names in `symboler/` without ending.
    pub symbols: BTreeMap<String, Arc<[u8]>>,
    /// The districts' outlines, where `rapport.toml` names a file of them that can be read.
    pub outlines: Option<Arc<[u8]>>,
    trees: BTreeMap<String, Arc<Node>>,
    /// What `check` has said of it.
    pub(super) checked: Checked,
}

impl Loaded {
    /// The place of a field (`blok[3].raekker[0].celler[1]`) in a file (`indsatser/ludo.toml`);
    /// where there is no such field, of its nearest ancestor that is there.
    #[must_use]
    pub fn place(&self, file: &str, field: &str) -> Place {
        place(&self.trees, file, field)
    }

    /// The tree of a file, with the place of everything in it.
    #[must_use]
    pub fn tree(&self, file: &str) -> Option<&Node> {
        self.trees.get(file).map(Arc::as_ref)
    }

    /// Whether anything is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }
}

fn place(trees: &BTreeMap<String, Arc<Node>>, file: &str, field: &str) -> Place {
    let range = trees.get(file).map_or(0..0, |tree| tree.nearest(&FieldPath::parse(field)));
    Place { file: file.to_owned(), range, field: (!field.is_empty()).then(|| field.to_owned()) }
}

/// Reads the report in `dir` (`data/2024`), as it is at one moment: while files change, it is read
/// again, and where they go on changing it is told.
#[must_use]
pub fn load(dir: &Path) -> Loaded {
    load_changed(dir, &[])
}

/// Reads the report in `dir` as if files said something else than they do: their names below the
/// folder, and what they are to say; none for one that goes.
#[must_use]
pub fn load_changed(dir: &Path, changes: &[(&str, Option<&str>)]) -> Loaded {
    let files = Files { dir, changes: changes.iter().copied().collect() };
    if let Some(loaded) = memory::recall(&files) {
        return loaded;
    }
    let mut before = stamp::stamp(dir);
    for _ in 0..stamp::TRIES {
        let loaded = once(&files);
        let after = stamp::stamp(dir);
        if before == after {
            memory::remember(&loaded, after.with(dir, &files.changes));
            return loaded;
        }
        std::thread::sleep(stamp::PAUSE);
        before = stamp::stamp(dir);
    }
    let shown = dir.display().to_string().replace('\\', "/");
    let finding = Finding::error(codes::CHANGING.code, text!("load-changing")).at(whole(&shown));
    let findings = vec![finding.hint(text!("load-changing-hint"))];
    Loaded { dir: dir.to_owned(), findings, ..Loaded::default() }
}

/// The bytes of a file of outlines; none where it cannot be read or is larger than they are.
fn outlines_of(path: &Path) -> Option<Vec<u8>> {
    let size = std::fs::metadata(path).ok()?.len();
    if size > limits::GEOJSON_FILE { None } else { std::fs::read(path).ok() }
}

fn once(files: &Files<'_>) -> Loaded {
    let dir = files.dir;
    let loaded = Loaded { dir: dir.to_owned(), ..Loaded::default() };
    let mut loader = Loader { files, loaded };
    if !dir.is_dir() {
        let words =
            if dir.exists() { text!("load-no-folder") } else { text!("load-missing-folder") };
        let shown = dir.display().to_string().replace('\\', "/");
        let finding = Finding::error(codes::MISSING_FILE.code, words).at(whole(&shown));
        loader.loaded.findings.push(finding.hint(text!("load-data-hint")));
        return loader.loaded;
    }
    let parts = loader.parts();
    let report = parts.report().map(Arc::new);
    let logo = parts.rapport.as_ref().and_then(|rapport| rapport.logo.as_deref());
    let pictures = pictures::read(dir, &parts.indsatser, logo);
    let (symbols, faulty) = pictures::symbols(dir);
    let found = rules::run(rules::Rules {
        parts: &parts,
        whole: report.as_deref(),
        trees: &loader.loaded.trees,
        sources: &loader.loaded.sources,
        dir,
        pictures: &pictures,
        found: Vec::new(),
    });
    let mut loaded = loader.loaded;
    let outlines = parts.rapport.as_ref().and_then(|r| r.geojson.as_ref());
    let outlines = outlines.filter(|name| pictures::is_plain_name(name));
    loaded.outlines = outlines.and_then(|name| outlines_of(&dir.join(name))).map(Arc::from);
    loaded.findings.extend(found);
    loaded.findings.extend(faulty);
    loaded.symbols = symbols;
    loaded.pictures =
        pictures.into_iter().filter_map(|(name, bytes)| Some((name, bytes.ok()?))).collect();
    finding::sort(&mut loaded.findings);
    if !loaded.has_errors() {
        loaded.report = report;
    }
    loaded
}
