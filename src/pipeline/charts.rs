//! The figures of a report, and the files that they are exported as.

use std::collections::BTreeMap;

use typst::foundations::{Label, NativeElement, PathOrStr, Selector};
use typst::introspection::Introspector;
use typst::loading::DataSource;
use typst::utils::PicoStr;
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
use crate::typeset::handover::paths::drawing_of;
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

/// Pages of the figures, from 1: where a drawing of theirs stands, and for those of the insights,
/// which the page may draw in its own way, where the insight does. Words could not tell them apart:
/// the maps of all indsatser for the whole city say the same.
fn pages(document: &PagedDocument, charts: &[Chart]) -> BTreeMap<FigureId, usize> {
    let introspector = document.introspector();
    let page_of = |place| introspector.position(place).map(|position| position.page.get());
    let mut drawn: BTreeMap<String, usize> = BTreeMap::new();
    for content in introspector.query(&Selector::Elem(ImageElem::ELEM, None)) {
        let image = content.to_packed::<ImageElem>();
        let stem = image.and_then(|image| match &image.source.source {
            DataSource::Path(path) => drawing_of(&path_text(path)),
            DataSource::Bytes(_) => None,
        });
        if let (Some(stem), Some(page)) = (stem, content.location().and_then(page_of)) {
            drawn.entry(stem).or_insert(page);
        }
    }
    let told = |chart: &Chart| {
        let name = chart.id.as_str().strip_prefix("indsigt/")?;
        let label = Label::new(PicoStr::intern(&format!("indsigt-{name}")))?;
        let place = introspector.query_label(label).ok()?.location()?;
        page_of(place)
    };
    let page = |chart: &Chart| {
        let page = drawn.get(&chart.id.virtual_stem()).copied().or_else(|| told(chart))?;
        Some((chart.id.clone(), page))
    };
    charts.iter().filter_map(page).collect()
}

fn path_text(path: &PathOrStr) -> String {
    match path {
        PathOrStr::Path(path) => path.vpath().get_with_slash().to_owned(),
        PathOrStr::Str(text) => text.to_string(),
    }
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
