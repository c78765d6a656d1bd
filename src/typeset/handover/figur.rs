//! Figures as the layouts get them.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::blok::{Noter, noter};
use super::paths::{self, Form};
use super::tekst::{Prose, name_or, navn};
use crate::chart::{Chart, Drawing, FigureId};
use crate::report::model;

/// A drawn figure.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Figur {
    /// The drawing of its slot.
    pub(super) fuld: Tegning,
    /// The lower one.
    pub(super) kompakt: Tegning,
    /// The higher one.
    stor: Tegning,
    /// The usual and the higher one, each higher by one line of the grid, by two, and so on.
    strakt: Strakt,
    pub(super) titel: String,
    /// Measure, unit, n and period; may be empty.
    pub(super) undertitel: String,
    /// Alt text.
    pub(super) alt: String,
    /// The numbers, where the alt text does not tell them all.
    tabel: Option<FigurTabel>,
    /// How its marks are to be read.
    pub(super) noter: Vec<String>,
}

/// Drawings that are higher line by line, so that a column can be full.
#[derive(Debug, Serialize, JsonSchema)]
struct Strakt {
    fuld: Vec<Tegning>,
    stor: Vec<Tegning>,
}

/// The numbers of a figure as printed.
#[derive(Debug, Serialize, JsonSchema)]
struct FigurTabel {
    /// Heads, the row headers' column first.
    hoved: Vec<String>,
    raekker: Vec<Vec<String>>,
}

/// A drawing: two files, and its size in pt.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tegning {
    /// SVG without texts.
    pub(super) billede: String,
    /// Its texts with their places: JSON.
    pub(super) paaskrifter: String,
    pub(super) bredde: f64,
    pub(super) hoejde: f64,
}

/// A figure, or what is known of one that is missing.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FigurBlok {
    titel: String,
    beskrivelse: Option<String>,
    maerke: Option<String>,
    /// None where the values are missing.
    pub(super) figur: Option<Figur>,
    /// Name of the forvaltning that owes the values.
    skylder: Option<String>,
    pub(super) noter: Noter,
    pub(super) kilde: Option<Prose>,
}

impl Handover<'_> {
    /// The figure of this id; none where there is none.
    pub(super) fn figur(&self, id: &FigureId) -> Option<Figur> {
        let chart = self.index?.figur(id)?;
        Some(Figur {
            fuld: drawn_as(chart, Form::Usual, &chart.drawing),
            kompakt: drawn_as(chart, Form::Compact, &chart.compact),
            stor: drawn_as(chart, Form::Large, &chart.large),
            strakt: {
                let [fuld, stor] = &chart.stretched;
                let all = |drawn: &[Arc<Drawing>], form: fn(usize) -> Form| {
                    let higher = (1..).zip(drawn).map(|(n, d)| drawn_as(chart, form(n), d));
                    higher.collect()
                };
                Strakt { fuld: all(fuld, Form::UsualPlus), stor: all(stor, Form::LargePlus) }
            },
            titel: chart.title.clone(),
            undertitel: chart.subtitle.clone(),
            alt: chart.alt.clone(),
            tabel: (!chart.alt_is_whole).then(|| FigurTabel {
                hoved: chart.table.head.clone(),
                raekker: chart.table.rows.clone(),
            }),
            noter: chart.notes.clone(),
        })
    }
}

fn drawn_as(chart: &Chart, form: Form, drawn: &Drawing) -> Tegning {
    let stem = chart.id.virtual_stem();
    Tegning {
        billede: paths::figur(&stem, form, "svg"),
        paaskrifter: paths::figur(&stem, form, "json"),
        bredde: chart.width_pt,
        hoejde: drawn.scene.height,
    }
}

pub(super) fn figure_block(
    h: &Handover<'_>,
    indsats: &model::Indsats,
    f: &model::Figur,
    figur: Option<Figur>,
) -> FigurBlok {
    let skylder = f.skylder.as_ref().or_else(|| indsats.forvaltninger.first());
    FigurBlok {
        titel: navn(&f.titel),
        beskrivelse: name_or(f.beskrivelse.as_ref()),
        maerke: f.maerke.clone(),
        figur,
        skylder: skylder.map(|kode| h.report.forvaltning(kode).to_owned()),
        noter: noter(h, &f.noter),
        kilde: f.kilde.as_ref().map(|k| h.words().tekst(k)),
    }
}
