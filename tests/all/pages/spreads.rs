//! The spreads: where each indsats begins, how many pages it takes, and in which sizes its words
//! are set.

use std::collections::BTreeMap;

use sats::pipeline::{Prepared, Typeset};
use sats::typeset::fit::page_of;
use sats::words::Words;
use serde_json::Value;

use super::geometry::Geometry;
use sats::typeset::sheet::{ARTIFACT, Book};

/// An indsats begins on a verso, takes whole spreads, a second one only where the fit says by how
/// much it goes beyond the first, and leaves none of its pages empty.
pub(crate) fn whole_spreads(book: &Book, prepared: &Prepared, typeset: &Typeset) -> Vec<String> {
    let mut found = Vec::new();
    let begins: Vec<(String, usize)> = prepared
        .report
        .indsatser
        .iter()
        .map(|indsats| {
            let label = format!("indsats-{}", indsats.id);
            (indsats.id.clone(), page_of(&typeset.document, &label).expect("a spread"))
        })
        .collect();
    let after = page_of(&typeset.document, "indsigt-0").expect("the insights");
    let ends = begins.iter().skip(1).map(|(_, page)| *page).chain([after]);
    for (((id, page), end), fit) in begins.iter().zip(ends).zip(&typeset.fits) {
        assert_eq!(*id, fit.id, "the fits are in the report's order");
        let pages = end - page;
        if page % 2 == 1 {
            found.push(format!("{id} begins on page {page}, a recto"));
        }
        if pages % 2 == 1 || pages != fit.sider {
            found.push(format!("{id} takes {pages} pages, the fit says {}", fit.sider));
        }
        if (pages > 2) != (fit.over_linjer > 0) {
            found.push(format!(
                "{id} takes {pages} pages, {} lines beyond one spread",
                fit.over_linjer
            ));
        }
        for sheet in &book.sheets[page - 1..end - 1] {
            let said = |run: &&sats::typeset::sheet::Run| book.owner(run, ARTIFACT).is_none();
            if !sheet.runs.iter().any(|run| said(&run)) && sheet.pictures.is_empty() {
                found.push(format!("{id}: page {} is empty", sheet.number));
            }
        }
    }
    found
}

/// The fields of an indsats that are running text.
const PROSE: [&str; 5] = ["lead", "beskrivelse", "fortsat", "tekst", "blokke"];

/// Running text is never set under the theme's limit, and all of it is set.
pub(crate) fn running_text(book: &Book, prepared: &Prepared, geometry: &Geometry) -> Vec<String> {
    // Before a statement that nobody is named for.
    let what = Words::danish().of_layouts()["udtalelse"].as_str().map(|word| format!("{word}: "));
    let what = what.expect("a word");
    let mut sizes: BTreeMap<String, f64> = BTreeMap::new();
    for (element, runs) in book.each("par") {
        let own = runs.iter().filter(|(_, run)| book.owner(run, "super").is_none());
        let smallest = own.map(|(_, run)| run.size).fold(f64::MAX, f64::min);
        let text = spaced(&element.text());
        let said = text.strip_prefix(&what).unwrap_or(&text).to_owned();
        let known = sizes.entry(said).or_insert(smallest);
        *known = known.min(smallest);
    }
    let mut found = Vec::new();
    for indsats in &prepared.report.indsatser {
        let file = &prepared.files[&format!("/data/indsatser/{}.json", indsats.id)];
        let data: Value = serde_json::from_slice(file).expect("JSON");
        let mut texts = Vec::new();
        for part in [&data, &data["brugere"], &data["geografi"], &data["oekonomi"]] {
            for field in PROSE {
                paragraphs(&part[field], &mut texts);
            }
        }
        assert!(!texts.is_empty(), "{} has texts", indsats.id);
        for text in texts {
            let start: String = text.chars().take(60).collect();
            match smallest(&sizes, &text) {
                None => found.push(format!("{}: not set: `{start}`", indsats.id)),
                Some(size) if size < geometry.body_limit - 0.01 => {
                    found.push(format!("{}: set in {size:.1} pt: `{start}`", indsats.id));
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// The smallest size that a text is set in; a long one is set as several paragraphs. None where
/// a part of it is not set.
fn smallest(sizes: &BTreeMap<String, f64>, text: &str) -> Option<f64> {
    let mut rest = text;
    let mut smallest = f64::MAX;
    while !rest.is_empty() {
        let begins =
            sizes.iter().filter(|(par, _)| !par.is_empty() && rest.starts_with(par.as_str()));
        let (par, size) = begins.max_by_key(|(par, _)| par.len())?;
        rest = &rest[par.len()..];
        smallest = smallest.min(*size);
    }
    Some(smallest)
}

/// The words of each paragraph in a field; of blocks, those of the kinds that are running text.
fn paragraphs(part: &Value, texts: &mut Vec<String>) {
    for node in part.as_array().into_iter().flatten() {
        match (node["t"].as_str(), node["slags"].as_str()) {
            (Some("tekst"), _) => texts.push(spaced(&words(&node["c"]))),
            (_, Some("tekst" | "citat" | "fremhaevet")) => paragraphs(&node["tekst"], texts),
            _ => {}
        }
    }
}

/// Without regard to where a line may not end.
fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn words(nodes: &Value) -> String {
    let part = |node: &Value| match (&node["t"], &node["c"]) {
        (_, Value::String(text)) => text.clone(),
        (_, Value::Object(link)) => link.get("indhold").map(words).unwrap_or_default(),
        (Value::String(kind), _) if kind == "linjeskift" => "\n".to_owned(),
        (_, inner) => words(inner),
    };
    nodes.as_array().into_iter().flatten().map(part).collect()
}
