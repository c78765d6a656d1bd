//! The files of a folder of data, each read into its part of the report.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::files::Files;
use super::read::{self, Parsed};
use super::shape::{self, Shape};
use super::{
    BYDELE_FILE, FAGPRINCIPPER_FILE, FORVALTNINGER_FILE, Loaded, ORDLISTE_FILE, RAPPORT_FILE,
    indsats_file,
};
use crate::report::model::{
    Bydel, BydeleFil, Enklave, Fagprincip, FagprincipperFil, Forvaltning, ForvaltningerFil,
    Indsats, Ordliste, Rapport, Report,
};
use crate::report::schema::{DataFile, schema};

/// The parts of a report, as far as they could be read.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) rapport: Option<Rapport>,
    pub(super) forvaltninger: Option<Vec<Forvaltning>>,
    pub(super) fagprincipper: Option<Vec<Fagprincip>>,
    pub(super) bydele: Option<Vec<Bydel>>,
    pub(super) enklaver: Vec<Enklave>,
    pub(super) ordliste: Option<Ordliste>,
    /// Those that could be read, by id.
    pub(super) indsatser: Vec<Indsats>,
    /// Every file's id, in order.
    pub(super) ids: Vec<String>,
}

impl Parts {
    /// The whole report, the indsatser in the order of their spreads; none where a part lacks.
    pub(super) fn report(&self) -> Option<Report> {
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
pub(super) struct Shapes {
    pub(super) rapport: Shape,
    pub(super) forvaltninger: Shape,
    pub(super) fagprincipper: Shape,
    pub(super) bydele: Shape,
    pub(super) ordliste: Shape,
    pub(super) indsats: Shape,
}

pub(super) static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes {
    rapport: shape::shape(&schema(DataFile::Rapport)),
    forvaltninger: shape::shape(&schema(DataFile::Forvaltninger)),
    fagprincipper: shape::shape(&schema(DataFile::Fagprincipper)),
    bydele: shape::shape(&schema(DataFile::Bydele)),
    ordliste: shape::shape(&schema(DataFile::Ordliste)),
    indsats: shape::shape(&schema(DataFile::Indsats)),
});

/// What came of one file, with its text.
struct Read<T> {
    file: String,
    text: Option<String>,
    parsed: Parsed<T>,
}

pub(super) struct Loader<'a> {
    /// What is read.
    pub(super) files: &'a Files<'a>,
    /// What has come of it so far.
    pub(super) loaded: Loaded,
}

impl Loader<'_> {
    pub(super) fn parts(&mut self) -> Parts {
        let shapes = &*SHAPES;
        let files = self.files;
        let mut parts = Parts {
            rapport: self.take(read_one(files, RAPPORT_FILE, with(&shapes.rapport))),
            forvaltninger: self
                .take::<ForvaltningerFil>(read_one(
                    files,
                    FORVALTNINGER_FILE,
                    with(&shapes.forvaltninger),
                ))
                .map(|f| f.forvaltning),
            fagprincipper: self
                .take::<FagprincipperFil>(read_one(
                    files,
                    FAGPRINCIPPER_FILE,
                    with(&shapes.fagprincipper),
                ))
                .map(|f| f.fagprincip),
            ordliste: self.ordliste(),
            ..Parts::default()
        };
        if let Some(fil) =
            self.take::<BydeleFil>(read_one(files, BYDELE_FILE, with(&shapes.bydele)))
        {
            parts.bydele = Some(fil.bydel);
            parts.enklaver = fil.enklave;
        }
        self.stray();
        let ids = self.ids();
        let read: Vec<Read<Indsats>> =
            ids.par_iter().map(|id| read_one(files, &indsats_file(id), read::indsats)).collect();
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
    fn ordliste(&mut self) -> Option<Ordliste> {
        if self.files.are_without(ORDLISTE_FILE) {
            return Some(Ordliste::default());
        }
        self.take(read_one(self.files, ORDLISTE_FILE, with(&SHAPES.ordliste)))
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

fn read_one<T>(files: &Files<'_>, file: &str, parse: impl Fn(&str, &str) -> Parsed<T>) -> Read<T> {
    match files.text(file) {
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
