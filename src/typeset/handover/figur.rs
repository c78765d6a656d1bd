//! Figures as the layouts get them.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::blok::{Noter, noter};
use super::paths::{self, Form};
use super::tekst::{Prose, name_or, navn};
use crate::chart::{Chart, FigureId};
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
            fuld: drawing_of(chart, Form::Fuld),
            kompakt: drawing_of(chart, Form::Compact),
            stor: drawing_of(chart, Form::Large),
            titel: chart.title.clone(),
            undertitel: chart.subtitle.clone(),
            alt: chart.alt.clone(),
            tabel: (!chart.alt_is_whole).then(|| FigurTabel {
                hoved: chart.table.hoved.clone(),
                raekker: chart.table.raekker.clone(),
            }),
            noter: chart.notes.clone(),
        })
    }
}

fn drawing_of(chart: &Chart, form: Form) -> Tegning {
    let stem = chart.id.virtual_stem();
    Tegning {
        billede: paths::figur(&stem, form, "svg"),
        paaskrifter: paths::figur(&stem, form, "json"),
        bredde: chart.width_pt,
        hoejde: match form {
            Form::Fuld => chart.height_pt,
            Form::Compact => chart.compact_height_pt,
            Form::Large => chart.large_height_pt,
        },
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
