//! From a folder of TOML files to a [`Report`]: everything that is wrong, at once, each with its
//! file, line, column and field.
//!
//! Three steps: reading ([`read`]), shape (a tree with spans against the model's own schema), and
//! rules between the parts. A file that fails one step does not hide what is wrong in the others.

mod folder;
mod mistakes;
pub(crate) mod near;
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
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use serde::de::DeserializeOwned;

pub use folder::is_id;
pub use path::{FieldPath, Step};
pub use pictures::{PICTURES_DIR, SYMBOLS_DIR, mime as picture_mime};
pub use tree::{Entry, Node, Value};

use super::codes;
use super::model::{
    Billede, Blok, Bydel, BydeleFil, Enklave, Fagprincip, FagprincipperFil, Forvaltning,
    ForvaltningerFil, Indsats, Ordliste, Rapport, Report,
};
use super::schema::{DataFile, schema};
use crate::finding::{self, Finding, Place, Severity, Sources};
use crate::limits;
use crate::text;
use crate::words::Text;
use read::{Parsed, whole};
use shape::Shape;

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

/// The parts of a report, as far as they could be read.
#[derive(Default)]
struct Parts {
    rapport: Option<Rapport>,
    forvaltninger: Option<Vec<Forvaltning>>,
    fagprincipper: Option<Vec<Fagprincip>>,
    bydele: Option<Vec<Bydel>>,
    enklaver: Vec<Enklave>,
    ordliste: Option<Ordliste>,
    /// Those that could be read, by id.
    indsatser: Vec<Indsats>,
    /// Every file's id, in order.
    ids: Vec<String>,
}

impl Parts {
    /// The whole report, the indsatser in the order of their spreads; none where a part lacks.
    fn report(&self) -> Option<Report> {
        let rapport = self.rapport.clone()?;
        let by_id: BTreeMap<&str, &Indsats> =
            self.indsatser.iter().map(|i| (i.id.as_str(), i)).collect();
        let indsats = |id: &String| by_id.get(id.as_str()).map(|i| (*i).clone());
        let indsatser = rapport.raekkefoelge.iter().map(indsats).collect::<Option<Vec<_>>>()?;
        Some(Report {
            rapport,
            forvaltninger: self.forvaltninger.clone()?,
            fagprincipper: self.fagprincipper.clone()?,
            bydele: self.bydele.clone()?,
            enklaver: self.enklaver.clone(),
            ordliste: self.ordliste.clone()?,
            indsatser,
        })
    }
}

/// The shapes of the six kinds of files, read once from the schema.
struct Shapes {
    rapport: Shape,
    forvaltninger: Shape,
    fagprincipper: Shape,
    bydele: Shape,
    ordliste: Shape,
    indsats: Shape,
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes {
    rapport: shape::shape(&schema(DataFile::Rapport)),
    forvaltninger: shape::shape(&schema(DataFile::Forvaltninger)),
    fagprincipper: shape::shape(&schema(DataFile::Fagprincipper)),
    bydele: shape::shape(&schema(DataFile::Bydele)),
    ordliste: shape::shape(&schema(DataFile::Ordliste)),
    indsats: shape::shape(&schema(DataFile::Indsats)),
});

/// Reads the report in `dir` (`data/2024`), as it is at one moment: while files change, it is read
/// again, and where they go on changing it is told.
#[must_use]
pub fn load(dir: &Path) -> Loaded {
    let mut before = stamp::stamp(dir);
    for _ in 0..stamp::TRIES {
        let loaded = once(dir);
        let after = stamp::stamp(dir);
        if before == after {
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

fn once(dir: &Path) -> Loaded {
    let mut loader = Loader { loaded: Loaded { dir: dir.to_owned(), ..Loaded::default() } };
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

/// What came of one file, with its text.
struct Read<T> {
    file: String,
    text: Option<String>,
    parsed: Parsed<T>,
}

struct Loader {
    loaded: Loaded,
}

impl Loader {
    fn parts(&mut self) -> Parts {
        let shapes = &*SHAPES;
        let dir = self.loaded.dir.clone();
        let mut parts = Parts {
            rapport: self.take(read_one(&dir, RAPPORT_FILE, with(&shapes.rapport))),
            forvaltninger: self
                .take::<ForvaltningerFil>(read_one(
                    &dir,
                    FORVALTNINGER_FILE,
                    with(&shapes.forvaltninger),
                ))
                .map(|f| f.forvaltning),
            fagprincipper: self
                .take::<FagprincipperFil>(read_one(
                    &dir,
                    FAGPRINCIPPER_FILE,
                    with(&shapes.fagprincipper),
                ))
                .map(|f| f.fagprincip),
            ordliste: self.ordliste(&dir),
            ..Parts::default()
        };
        if let Some(fil) = self.take::<BydeleFil>(read_one(&dir, BYDELE_FILE, with(&shapes.bydele)))
        {
            parts.bydele = Some(fil.bydel);
            parts.enklaver = fil.enklave;
        }
        self.stray(&dir);
        let ids = self.ids(&dir);
        let read: Vec<Read<Indsats>> =
            ids.par_iter().map(|id| read_one(&dir, &indsats_file(id), read::indsats)).collect();
        for (id, read) in ids.into_iter().zip(read) {
            let before = self.loaded.findings.len();
            if let Some(mut indsats) = self.take(read) {
                indsats.id.clone_from(&id);
                parts.indsatser.push(indsats);
            }
            for finding in self.loaded.findings.iter_mut().skip(before) {
                finding.indsats = Some(id.clone());
            }
            parts.ids.push(id);
        }
        parts
    }

    /// The list of words; an empty one where there is no such file.
    fn ordliste(&mut self, dir: &Path) -> Option<Ordliste> {
        match dir.join(ORDLISTE_FILE).symlink_metadata() {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Some(Ordliste::default()),
            _ => self.take(read_one(dir, ORDLISTE_FILE, with(&SHAPES.ordliste))),
        }
    }

    /// Keeps text, tree and findings, and hands the model on.
    fn take<T: Clone>(&mut self, read: Read<T>) -> Option<T> {
        let shown = self.loaded.dir.join(&read.file).display().to_string().replace('\\', "/");
        if let Some(text) = read.text {
            self.loaded.sources.add_shown(read.file.clone(), shown, text);
        } else {
            self.loaded.sources.name(read.file.clone(), shown);
        }
        if let Some(tree) = read.parsed.tree {
            self.loaded.trees.insert(read.file, tree);
        }
        self.loaded.findings.extend(read.parsed.findings);
        read.parsed.value.map(Arc::unwrap_or_clone)
    }
}

/// Reads a file of this shape.
fn with<T: DeserializeOwned>(shape: &Shape) -> impl Fn(&str, &str) -> Parsed<T> {
    |file, text| read::parse(file, text, shape)
}

fn read_one<T>(dir: &Path, file: &str, parse: impl Fn(&str, &str) -> Parsed<T>) -> Read<T> {
    match read::text(&dir.join(file), file) {
        Ok(text) => {
            let parsed = parse(file, &text);
            Read { file: file.to_owned(), text: Some(text), parsed }
        }
        Err(finding) => Read {
            file: file.to_owned(),
            text: None,
            parsed: Parsed { tree: None, value: None, findings: vec![finding] },
        },
    }
}
