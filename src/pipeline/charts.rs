//! The figures of a report, and the files that they are exported as.

use super::Pipeline;
use crate::chart::{self, Chart, ChartFonts, Outlines, export};
use crate::finding::{Finding, Place};
use crate::report::codes::GEOJSON;
use crate::report::insight::Insights;
use crate::report::load::Loaded;
use crate::report::model::Report;
use crate::text;
use crate::theme::Theme;
use crate::typeset::Face;
use crate::words::system;

impl Pipeline {
    /// Draws every figure that the data support, in the colours of a theme.
    pub(super) fn charts(
        &self,
        loaded: &Loaded,
        report: &Report,
        insights: &Insights,
        theme: &Theme,
    ) -> Result<Vec<Chart>, Vec<Finding>> {
        let fonts = self.chart_fonts().map_err(|finding| vec![finding])?;
        let outlines = outlines(loaded, report)?;
        Ok(chart::charts_on(report, insights, theme, fonts, outlines.as_ref(), &self.words))
    }

    /// Figures as files for slides and the web: SVG, PNG, CSV and words of each.
    ///
    /// # Errors
    /// Where the theme's fonts are not there, or a picture cannot be rendered.
    pub fn chart_files(&self, charts: &[Chart]) -> Result<Vec<export::ExportFile>, Finding> {
        export::files(charts, &self.theme, self.chart_fonts()?, &self.font_files())
    }

    /// The measures of the theme's family, for the charts' labels. Taken once.
    pub(super) fn chart_fonts(&self) -> Result<&ChartFonts, Finding> {
        let taken = self.measures.get_or_init(|| ChartFonts::new(&self.font_files()));
        taken.as_ref().map_err(Clone::clone)
    }

    fn font_files(&self) -> Vec<&[u8]> {
        self.fonts.family(&self.theme.skrift.familie).map(Face::data).collect()
    }
}

/// The bydele's true outlines, where `rapport.toml` names a GeoJSON beside it.
fn outlines(loaded: &Loaded, report: &Report) -> Result<Option<Outlines>, Vec<Finding>> {
    let Some(name) = &report.rapport.geojson else { return Ok(None) };
    let text = std::fs::read_to_string(loaded.dir.join(name)).map_err(|error| {
        let place = Place { file: name.clone(), range: 0..0, field: None };
        let message = text!("cannot-read", file = name, why = system(&error));
        let hint = text!("geojson-hint");
        vec![Finding::error(GEOJSON.code, message).at(place).hint(hint)]
    })?;
    Outlines::parse(&text, name, &report.bydele).map(Some)
}
