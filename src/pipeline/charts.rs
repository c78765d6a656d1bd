//! The figures of a report, and the files that they are exported as.

use std::collections::BTreeMap;

use typst::foundations::{NativeElement, Selector, StyleChain};
use typst::introspection::Introspector;
use typst::visualize::ImageElem;
use typst_layout::PagedDocument;

use super::identity::theme_of;
use super::{Pipeline, Prepared, Problems, REPORT};
use crate::chart::{self, Chart, ChartFonts, FigureId, Outlines, export};
use crate::finding::{Finding, Place};
use crate::report::codes::GEOJSON;
use crate::report::insight::Insights;
use crate::report::load::Loaded;
use crate::report::model::{Indsats, Report};
use crate::text;
use crate::theme::Theme;
use crate::typeset::Face;
use crate::words::Text;

impl Pipeline {
    /// Draws every figure that the data support, in the colours of a theme; of one indsats only,
    /// where it is named.
    pub(super) fn charts(
        &self,
        loaded: &Loaded,
        report: &Report,
        insights: &Insights,
        theme: &Theme,
        only: Option<&Indsats>,
    ) -> Result<Vec<Chart>, Vec<Finding>> {
        let fonts = self.chart_fonts().map_err(|finding| vec![finding])?;
        let outlines = outlines(loaded, report)?;
        let (outlines, words) = (outlines.as_ref(), &self.words);
        Ok(chart::charts_on(report, insights, theme, fonts, outlines, words, only))
    }

    /// Figures as files for slides and the web: SVG, PNG, CSV and words of each.
    ///
    /// # Errors
    /// Where the theme's fonts are not there, or a picture cannot be rendered.
    pub fn chart_files(
        &self,
        report: &Report,
        charts: &[Chart],
        order: &export::Order,
    ) -> Result<Vec<export::ExportFile>, Finding> {
        let theme = theme_of(&self.theme, report);
        export::files(charts, &theme, self.chart_fonts()?, &self.font_files(), order)
    }

    /// What is said of figures besides what they show: who publishes them in what, the name of the
    /// excerpt, and the pages of the report that they stand on.
    ///
    /// # Errors
    /// Errors of the layouts.
    pub fn chart_order(
        &mut self,
        prepared: &Prepared,
        charts: &[Chart],
        size: export::Size,
    ) -> Result<export::Order, Problems> {
        let document = self.typeset(prepared, REPORT)?.document;
        let rapport = &prepared.report.rapport;
        Ok(export::Order {
            size,
            sender: format!("{}: {}", rapport.forfatter(), prepared.title),
            suffix: prepared.excerpt.as_ref().map(|excerpt| format!("uddrag-{}", excerpt.slug)),
            pages: pages(&document, charts),
        })
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

/// Pages of the figures, from 1, found by their alt texts.
fn pages(document: &PagedDocument, charts: &[Chart]) -> BTreeMap<FigureId, usize> {
    let introspector = document.introspector();
    let mut pages: BTreeMap<String, usize> = BTreeMap::new();
    for content in introspector.query(&Selector::Elem(ImageElem::ELEM, None)) {
        let image = content.to_packed::<ImageElem>();
        let alt = image.and_then(|image| image.alt.get_cloned(StyleChain::default()));
        let place = content.location().and_then(|location| introspector.position(location));
        if let (Some(alt), Some(place)) = (alt, place) {
            pages.entry(alt.to_string()).or_insert(place.page.get());
        }
    }
    let page = |chart: &Chart| Some((chart.id.clone(), *pages.get(&chart.alt)?));
    charts.iter().filter_map(page).collect()
}

/// The bydele's true outlines, where `rapport.toml` names a GeoJSON beside it.
fn outlines(loaded: &Loaded, report: &Report) -> Result<Option<Outlines>, Vec<Finding>> {
    let Some(name) = &report.rapport.geojson else { return Ok(None) };
    let fault = |why: Text| {
        let place = Place { file: name.clone(), range: 0..0, field: None };
        let message = text!("cannot-read", file = name, why = why);
        vec![Finding::error(GEOJSON.code, message).at(place).hint(text!("geojson-hint"))]
    };
    let bytes = loaded.outlines.as_ref().ok_or_else(|| fault(text!("geojson-gone")))?;
    let text = std::str::from_utf8(bytes).map_err(|_| fault(text!("geojson-no-text")))?;
    Outlines::parse(text, name, &report.bydele).map(Some)
}

/// What is wrong with the outlines, for the check: what they are drawn from is read there too.
pub(super) fn outline_findings(loaded: &Loaded) -> Vec<Finding> {
    let report = loaded.report.as_deref();
    report.and_then(|report| outlines(loaded, report).err()).unwrap_or_default()
}
