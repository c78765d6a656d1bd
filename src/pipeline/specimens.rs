//! Pictures of the blocks: each kind as the layouts set it, from the report's own data where it has
//! one, else from the model's example.

use std::sync::Arc;

use typst_svg::SvgOptions;

use super::excerpt::Selection;
use super::{Pipeline, Problems};
use crate::report::load::Loaded;
use crate::report::model::{Blok, Report};
use crate::report::schema;
use crate::typeset::fit::reported;

/// The layout that sets every component by itself.
const SPECIMENS: &str = "/layouts/proeveark.typ";

/// The picture that the model's example of a picture names.
const EXAMPLE_PICTURE: &str = "vaerksted.jpg";
/// A landscape, to stand for any picture.
const PICTURE: &[u8] = include_bytes!("specimen.jpg");

impl Pipeline {
    /// A picture (SVG) of every kind of block that can be set, by the kind's name.
    ///
    /// # Errors
    /// Errors of the layouts.
    pub fn specimens(
        &mut self,
        loaded: &Loaded,
        report: &Arc<Report>,
    ) -> Result<Vec<(String, String)>, Problems> {
        let mut found = self.pictured(loaded, &Arc::new(with_examples(report)))?;
        // What the report's own block of a kind leaves out of the page, the example shows.
        let is_found = |kind: &String| found.iter().any(|(known, _)| known == kind);
        let kinds = schema::blocks().into_iter().map(|(kind, _)| kind);
        let missing: Vec<String> = kinds.filter(|kind| !is_found(kind)).collect();
        if !missing.is_empty() {
            let mut loaded = loaded.clone();
            loaded.pictures.insert(EXAMPLE_PICTURE.to_owned(), Arc::from(PICTURE));
            let report = Arc::new(of_examples(report, &missing));
            // Without them these go by their names.
            found.extend(self.pictured(&loaded, &report).unwrap_or_default());
        }
        Ok(found)
    }

    /// Pictures of the blocks of a report, the first of each kind.
    fn pictured(
        &mut self,
        loaded: &Loaded,
        report: &Arc<Report>,
    ) -> Result<Vec<(String, String)>, Problems> {
        let prepared = self.prepare(loaded, report, &Selection::default())?;
        let document = self.typeset(&prepared, SPECIMENS)?.document;
        let names = reported(&document, "proeve");
        let kinds = schema::blocks();
        let picture = |(kind, _): &(String, toml::Table)| {
            // A table's page says besides how it is shown.
            let at = names.iter().position(|name| {
                let name = name.as_str().unwrap_or_default();
                name.split('-').next() == Some(kind)
            })?;
            let options = SvgOptions { render_bleed: false, pretty: false };
            Some((kind.clone(), typst_svg::svg(document.pages().get(at)?, &options)))
        };
        Ok(kinds.iter().filter_map(picture).collect())
    }
}

/// The report with examples of these kinds of blocks and no other blocks.
fn of_examples(report: &Report, kinds: &[String]) -> Report {
    let mut report = report.clone();
    for indsats in &mut report.indsatser {
        indsats.blok.clear();
    }
    let made = kinds
        .iter()
        .filter_map(|kind| toml::Value::Table(schema::shown_block(kind)?).try_into().ok());
    if let Some(first) = report.indsatser.first_mut() {
        first.blok.extend(made);
    }
    report
}

/// The report with an example of every kind of block that it has none of.
fn with_examples(report: &Report) -> Report {
    let mut report = report.clone();
    let kind = |blok: &Blok| {
        let said = serde_json::to_value(blok).unwrap_or_default();
        said.get("slags").and_then(serde_json::Value::as_str).map(str::to_owned)
    };
    let there: Vec<String> = report
        .indsatser
        .iter()
        .flat_map(|i| i.blokke().filter_map(|(_, blok)| kind(blok)).collect::<Vec<_>>())
        .collect();
    let examples = schema::blocks();
    let wanted = examples.into_iter().filter(|(kind, _)| !there.contains(kind));
    let made = wanted.filter_map(|(_, table)| toml::Value::Table(table).try_into().ok());
    if let Some(first) = report.indsatser.first_mut() {
        first.blok.extend(made);
    }
    report
}
