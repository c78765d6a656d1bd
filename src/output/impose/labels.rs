//! Page numbers from the PDF's page labels (ISO 32000-1, 12.4.2).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object};

use super::plan::{Hand, hand};
use crate::output::pdf::objects;

/// Deepest number tree that is followed.
const DEPTH: usize = 16;

/// The hand of each page by its number; pages without one go on from the page before.
pub(super) fn hands(doc: &Document, pages: usize) -> Vec<Hand> {
    let mut starts = BTreeMap::new();
    let labels = doc.catalog().ok().and_then(|catalog| objects::dict(doc, catalog, b"PageLabels"));
    if let Some(labels) = labels {
        collect(doc, labels, pages, DEPTH, &mut starts);
    }
    let mut number = 0;
    (0..pages)
        .map(|page| {
            number = starts.get(&page).copied().unwrap_or(number + 1);
            hand(number)
        })
        .collect()
}

/// Numbers at which ranges of pages start.
fn collect(
    doc: &Document,
    node: &Dictionary,
    pages: usize,
    depth: usize,
    starts: &mut BTreeMap<usize, usize>,
) {
    for pair in objects::array(doc, node, b"Nums").unwrap_or_default().chunks_exact(2) {
        let [page, label] = pair else { continue };
        let page = page.as_i64().ok().and_then(|page| usize::try_from(page).ok());
        let label = doc.dereference(label).ok().and_then(|(_, label)| label.as_dict().ok());
        let (Some(page), Some(label)) = (page, label) else { continue };
        // Without a style the label is words alone: no number.
        if page < pages && label.has(b"S") {
            let start = objects::get(doc, label, b"St").and_then(|start| start.as_i64().ok());
            let start = start.and_then(|start| usize::try_from(start).ok());
            // Far beyond any report, and so that counting on from it cannot overflow.
            starts.insert(page, start.unwrap_or(1).min(1_000_000));
        }
    }
    if depth == 0 {
        return;
    }
    for kid in objects::array(doc, node, b"Kids").unwrap_or_default().iter().take(pages) {
        let kid = doc.dereference(kid).ok().and_then(|(_, kid): (_, &Object)| kid.as_dict().ok());
        if let Some(kid) = kid {
            collect(doc, kid, pages, depth - 1, starts);
        }
    }
}
