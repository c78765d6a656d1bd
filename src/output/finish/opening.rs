//! How the file opens: with its bookmarks beside it, in facing pages with the cover alone.

use lopdf::{Dictionary, Document, Object};

use super::Pages;
use crate::output::pdf::objects;

/// Sets the catalogue's first look (ISO 32000-1, 7.7.2 and 12.2).
pub(super) fn describe(doc: &mut Document, pages: Pages) {
    let first = doc.page_iter().next();
    let shown = doc
        .catalog()
        .ok()
        .and_then(|catalogue| objects::dict(doc, catalogue, b"ViewerPreferences"))
        .cloned()
        .unwrap_or_default();
    let Ok(catalogue) = doc.catalog_mut() else { return };
    let outlined = catalogue.has(b"Outlines");
    catalogue.set("PageMode", if outlined { "UseOutlines" } else { "UseNone" });
    catalogue.set(
        "PageLayout",
        match pages {
            // Odd pages are rectos.
            Pages::FirstAlone => "TwoPageRight",
            Pages::Facing => "TwoPageLeft",
            Pages::Single => "SinglePage",
        },
    );
    if let Some(first) = first {
        let action: Vec<Object> = vec![first.into(), "Fit".into()];
        catalogue.set("OpenAction", action);
    }
    let mut shown: Dictionary = shown;
    shown.set("DisplayDocTitle", true);
    catalogue.set("ViewerPreferences", shown);
}
