//! Handover: the report as the layouts get it, in virtual JSON files.
//!
//! One file per indsats, so that an edit makes Typst do only that spread again. Numbers arrive in
//! their Danish form, prose as a tree; layouts compose, they do not compute. Text is always a
//! value, so that whatever stands in the data prints as itself.

mod blok;
mod csv;
mod front;
mod indsats;
mod naboer;
mod omfang;
mod tekst;
mod udkast;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::{Value, json};
use typst::foundations::Bytes;

use crate::chart::Chart;
use crate::report::insight::Insights;
use crate::report::model::{Indsats, Report};
use tekst::Words;
pub use udkast::{Draft, Marks, draft_files};

/// Which edition the layouts set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Udgave {
    /// Official, RGB.
    Officiel,
    /// Draft, with marks.
    Udkast,
    /// Handout.
    Handout,
    /// For the print shop, with bleed.
    Tryk,
}

/// The job's own file: which edition, in colour or grey, and whether its PDF is finished
/// (`output::finish`), so that layouts may set carriers of tags.
#[must_use]
pub fn job_file(udgave: Udgave, graa: bool, maerker: bool) -> (String, Bytes) {
    let navn = match udgave {
        Udgave::Officiel => "officiel",
        Udgave::Udkast => "udkast",
        Udgave::Handout => "handout",
        Udgave::Tryk => "tryk",
    };
    let value = json!({ "udgave": navn, "graa": graa, "maerker": maerker });
    ("/data/udgave.json".to_owned(), Bytes::from_string(value.to_string()))
}

/// The words that the layouts write.
#[must_use]
pub fn words_file(words: &crate::words::Words) -> (String, Bytes) {
    ("/data/ord.json".to_owned(), Bytes::from_string(words.of_layouts().to_string()))
}

/// What an excerpt says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Excerpt<'a> {
    /// A few words for titles: `uddrag, LUDO`.
    pub titel: &'a str,
    /// What it holds, in sentences for its first page.
    pub tekst: &'a str,
}

/// What is handed over.
pub struct Handover<'a> {
    /// The words of its language.
    pub words: &'a crate::words::Words,
    /// The report, or the part of it that an excerpt holds.
    pub report: &'a Report,
    /// The whole report: what an indsats is compared with.
    pub whole: &'a Report,
    /// Numbers computed from the whole report.
    pub insights: &'a Insights,
    /// Its charts.
    pub charts: &'a [Chart],
    /// Its pictures, by their names in `billeder/`.
    pub pictures: &'a BTreeMap<String, Arc<[u8]>>,
    /// The data files as they are, to be attached: name and text.
    pub sources: &'a [(String, String)],
    /// What an excerpt says of itself; none for the whole report.
    pub uddrag: Option<Excerpt<'a>>,
    /// Number of every indsats in the full report, by id: an excerpt keeps them.
    pub numre: &'a BTreeMap<String, usize>,
}

impl Handover<'_> {
    /// The virtual files, by path: `/data/rapport.json`, `/data/indsatser/<id>.json`,
    /// `/data/ord.json`, `/figurer/<figure>.svg` and `.json`, `/billeder/<name>`, `/vedhaeft/…`.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, Bytes> {
        let mut files =
            BTreeMap::from([job_file(Udgave::Officiel, false, true), words_file(self.words)]);
        let ((attached, front), spreads) = rayon::join(
            || {
                let attached = csv::attachments(self);
                let front = front::rapport(self, &attached).to_string();
                (attached, front)
            },
            || self.spreads(),
        );
        files.insert("/data/rapport.json".to_owned(), Bytes::from_string(front));
        files.insert("/data/her.json".to_owned(), Bytes::from_string(self.here().to_string()));
        files.extend(spreads);
        files.extend(drawings(self.charts));
        let pictures = self.pictures.iter();
        files.extend(
            pictures
                .map(|(name, bytes)| (format!("/billeder/{name}"), Bytes::new(Arc::clone(bytes)))),
        );
        for file in attached {
            files.insert(file.path(), Bytes::from_string(file.text));
        }
        files
    }

    fn spreads(&self) -> Vec<(String, Bytes)> {
        let spread = |indsats: &Indsats| {
            let text = indsats::indsats(self, indsats).to_string();
            (format!("/data/indsatser/{}.json", indsats.id), Bytes::from_string(text))
        };
        self.report.indsatser.par_iter().map(spread).collect()
    }

    /// Ids of the indsatser that have a spread in this document: names of others lead nowhere.
    fn here(&self) -> Value {
        self.report.indsatser.iter().map(|i| i.id.as_str()).collect()
    }

    fn words(&self) -> Words<'_> {
        Words::new(&self.report.rapport.faelles, self.insights)
    }

    /// The figure of this id as the layouts get it; null where there is none.
    fn figur(&self, id: &str) -> Value {
        self.charts.iter().find(|c| c.id == id).map_or(Value::Null, |c| {
            json!({
                "fuld": tegning(c, false),
                "kompakt": tegning(c, true),
                "titel": c.titel,
                "undertitel": c.undertitel,
                "alt": c.alt,
                "tabel": (!c.alt_er_hel).then(|| json!({
                    "hoved": c.tabel.hoved,
                    "raekker": c.tabel.raekker,
                })),
                "noter": c.noter,
            })
        })
    }

    fn nr(&self, id: &str) -> usize {
        self.numre.get(id).copied().unwrap_or_default()
    }
}

/// The drawings of figures, by path: marks and texts.
pub fn drawings(charts: &[Chart]) -> impl Iterator<Item = (String, Bytes)> {
    charts.iter().flat_map(|chart| {
        [(&chart.tegning, false), (&chart.kompakt, true)].into_iter().flat_map(
            move |(tegning, kompakt)| {
                let file = |text: &Arc<str>| Bytes::from_string(Arc::clone(text));
                [
                    (path(chart, kompakt, "svg"), file(&tegning.billede)),
                    (path(chart, kompakt, "json"), file(&tegning.paaskrifter)),
                ]
            },
        )
    })
}

/// A drawing as the layouts get it: files and size in pt.
fn tegning(chart: &Chart, kompakt: bool) -> Value {
    json!({
        "billede": path(chart, kompakt, "svg"),
        "paaskrifter": path(chart, kompakt, "json"),
        "bredde": chart.bredde_pt,
        "hoejde": if kompakt { chart.hoejde_kompakt_pt } else { chart.hoejde_pt },
    })
}

fn path(chart: &Chart, kompakt: bool, endelse: &str) -> String {
    let navn = chart.id.replace('/', "--");
    format!("/figurer/{navn}{}.{endelse}", if kompakt { "@kompakt" } else { "" })
}
