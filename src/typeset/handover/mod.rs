//! Handover: the report as the layouts get it, in virtual JSON files.
//!
//! One file per indsats, so that an edit makes Typst do only that spread again. Numbers arrive in
//! their Danish form, prose as a tree; layouts compose, they do not compute. Text is always a
//! value, so that whatever stands in the data prints as itself.

mod abbreviations;
mod addresses;
mod attachments;
mod baand;
mod blok;
mod carried;
mod change_list;
mod changed;
mod contract;
mod eget;
mod figur;
mod front;
mod handout;
mod indsats;
mod job;
mod mangler;
mod naboer;
mod om;
mod opslag;
mod overblik;
mod overview;
pub mod paths;
mod references;
mod register;
mod tabel;
mod tegn;
mod tekst;
mod udkast;
mod udvalg;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use typst::foundations::Bytes;

use crate::chart::Chart;
use crate::report::insight::Insights;
use crate::report::model::{Indsats, Report};
use crate::theme::{PageGuess, Rgb};
pub use changed::mark_changed;
pub use contract::contract;
pub use handout::{Del, HandoutFile};
pub use job::{Udgave, booklet_job_file, job_file, preview_job_file};
pub use naboer::Index;
pub use references::References;
use tekst::Words;
pub use udkast::{Draft, Marks, draft_files, incomplete_files};

/// Version of the contract between the program and the layouts: raised when a layout that was
/// written for the files of before would fail over those of now. `theme.toml` names the one that
/// its layouts are written for.
pub const CONTRACT: u32 = 3;

/// The words that the layouts write.
#[must_use]
pub fn words_file(words: &crate::words::Words) -> (String, Bytes) {
    (paths::ORD.to_owned(), Bytes::from_string(words.of_layouts().to_string()))
}

/// The colours that a report gives its fagprincipper, `#rrggbb` by number, for the layouts.
#[must_use]
pub fn colours_file(report: &Report) -> (String, Bytes) {
    let colours = report.fagprincipper.iter().filter_map(|principle| {
        let colour: Rgb = principle.farve.as_ref()?.rgb.parse().ok()?;
        Some((principle.nr.to_string(), colour.to_string()))
    });
    (paths::COLOURS.to_owned(), json(&colours.collect::<BTreeMap<_, _>>()))
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
    /// The same as the data have it, to be attached: what cannot be said yet is in it.
    pub data: &'a Report,
    /// The data's files in their one form ([`crate::report::normal`]): name below the folder, text.
    pub normal: &'a [(String, String)],
    /// The whole report: what an indsats is compared with.
    pub whole: &'a Report,
    /// Numbers computed from the whole report.
    pub insights: &'a Insights,
    /// Its charts.
    pub charts: &'a [Chart],
    /// Its pictures, by their names in `billeder/`.
    pub pictures: &'a BTreeMap<String, Arc<[u8]>>,
    /// Its own symbols, by their names in `symboler/` without ending.
    pub symbols: &'a BTreeMap<String, Arc<[u8]>>,
    /// What an excerpt says of itself; none for the whole report.
    pub excerpt: Option<Excerpt<'a>>,
    /// Number of every indsats in the full report, by id: an excerpt keeps them.
    pub numbers: &'a BTreeMap<String, usize>,
    /// The districts' outlines as the data have them, with the file's name.
    pub outlines: Option<(&'a str, &'a Arc<[u8]>)>,
    /// Figures and tables that the prose at hand points at; none for the report's own.
    pub references: Option<&'a References>,
    /// What is looked up for every spread; [`Handover::files`] makes it.
    pub index: Option<&'a Index<'a>>,
}

impl Handover<'_> {
    /// The virtual files, by path: `/data/rapport.json`, `/data/indsatser/<id>.json`,
    /// `/data/ord.json`, `/figurer/<figure>.svg` and `.json`, `/billeder/<name>`, `/vedhaeft/…`.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, Bytes> {
        let index = Index::of(self);
        Handover { index: Some(&index), ..*self }.all_files()
    }

    /// Those of the files that one indsats' spread alone is made of: its own, and the drawings of
    /// its figures, which are all that is asked for in `charts`.
    #[must_use]
    pub fn files_of(&self, indsats: &Indsats) -> BTreeMap<String, Bytes> {
        let index = Index::of(self);
        let h = Handover { index: Some(&index), ..*self };
        drawings(self.charts).chain([h.spread(indsats)]).collect()
    }

    fn all_files(&self) -> BTreeMap<String, Bytes> {
        let mut files = BTreeMap::new();
        let ((attached, mut front), spreads) = rayon::join(
            || {
                let attached = attachments::attachments(self);
                let front = front::rapport(self, &attached);
                (attached, front)
            },
            || self.spreads(),
        );
        files.extend(spreads);
        files.extend(drawings(self.charts));
        files.insert(paths::OVERSIGT.to_owned(), json(&overview::overview(self)));
        files.insert(paths::UDVALG.to_owned(), json(&udvalg::udvalg(self)));
        files.insert(paths::RAPPORT.to_owned(), json(&front));
        front.tegn = front.tegn.i(&files);
        files.insert(paths::RAPPORT.to_owned(), json(&front));
        files.extend([job_file(Udgave::Officiel, None, true), words_file(self.words)]);
        files.insert(paths::HERE.to_owned(), json(&self.here()));
        let abbreviations = abbreviations::abbreviations(self.report);
        files.insert(paths::ABBREVIATIONS.to_owned(), json(&abbreviations));
        files.insert(paths::REGISTER.to_owned(), json(&register::register(self)));
        let pictures = self.pictures.iter();
        files.extend(
            pictures.map(|(name, bytes)| (paths::billede(name), Bytes::new(Arc::clone(bytes)))),
        );
        files.insert(paths::SYMBOLER.to_owned(), json(&self.symbols.keys().collect::<Vec<_>>()));
        files.extend([colours_file(self.report)]);
        let symbols = self.symbols.iter();
        files.extend(
            symbols.map(|(name, bytes)| (paths::symbol(name), Bytes::new(Arc::clone(bytes)))),
        );
        for file in attached {
            files.insert(file.entry.fil, file.bytes);
        }
        files
    }

    fn spreads(&self) -> Vec<(String, Bytes)> {
        self.report.indsatser.par_iter().map(|indsats| self.spread(indsats)).collect()
    }

    fn spread(&self, indsats: &Indsats) -> (String, Bytes) {
        let references = References::of(self, indsats);
        let h = Handover { references: references.as_ref(), ..*self };
        (paths::indsats(&indsats.id), json(&indsats::indsats(&h, indsats)))
    }

    /// Ids of the indsatser that have a spread in this document: names of others lead nowhere.
    fn here(&self) -> Vec<&str> {
        self.report.indsatser.iter().map(|i| i.id.as_str()).collect()
    }

    fn words(&self) -> Words<'_> {
        Words::new(&self.report.rapport.faelles, self.insights, self.references)
    }

    fn nr(&self, id: &str) -> usize {
        self.numbers.get(id).copied().unwrap_or_default()
    }
}

/// The pages of places at a guess, by path: each spread on one opening. A report that the guess does
/// not hold for is to be counted first.
#[must_use]
pub fn guessed_pages(report: &Report, guess: &PageGuess) -> BTreeMap<String, Bytes> {
    let count = report.indsatser.len();
    let first = (count > guess.indsatser)
        .then(|| (paths::COUNT_FIRST.to_owned(), Bytes::from_string(String::new())));
    let spreads = report.indsatser.iter().zip((guess.foerste..).step_by(2));
    let spreads = spreads.map(|(indsats, page)| (format!("indsats-{}", indsats.id), page));
    let last = guess.foerste + 2 * count as u64 - 1;
    let before = guess.foer.iter().map(|(name, page)| (name.clone(), *page));
    let after = guess.efter.iter().map(|(name, page)| (name.clone(), last + page));
    spreads
        .chain(before)
        .chain(after)
        .map(|(name, page)| (paths::page_number(&name), Bytes::from_string(page.to_string())))
        .chain(first)
        .collect()
}

/// The drawings of figures, by path: marks and texts.
pub fn drawings(charts: &[Chart]) -> impl Iterator<Item = (String, Bytes)> {
    charts.iter().flat_map(|chart| {
        let stem = chart.id.virtual_stem();
        let forms = [
            (&chart.drawing, paths::Form::Usual),
            (&chart.compact, paths::Form::Compact),
            (&chart.large, paths::Form::Large),
        ];
        let [usual, large] = &chart.stretched;
        let usual = (1..).zip(usual).map(|(n, drawn)| (drawn, paths::Form::UsualPlus(n)));
        let large = (1..).zip(large).map(|(n, drawn)| (drawn, paths::Form::LargePlus(n)));
        forms.into_iter().chain(usual).chain(large).flat_map(move |(drawing, form)| {
            let file = |text: &Arc<str>| Bytes::from_string(Arc::clone(text));
            [
                (paths::figur(&stem, form, "svg"), file(&drawing.picture)),
                (paths::figur(&stem, form, "json"), file(&drawing.labels)),
            ]
        })
    })
}

/// A file of JSON.
fn json(value: &impl Serialize) -> Bytes {
    // What is handed over has string keys only, and no numbers that JSON lacks.
    Bytes::from_string(serde_json::to_string(value).expect("structs with string keys"))
}
