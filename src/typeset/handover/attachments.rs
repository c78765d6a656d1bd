//! What is attached to the official file: the data as TOML, and every table and series as CSV, so
//! that anyone can get the numbers out. All of it is made from the model: editors' comments stay
//! with them, and what is withheld is in none of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;
use typst::foundations::Bytes;

use super::{Handover, paths};
use crate::chart::{Chart, FigureId, raw_csv};
use crate::report::csv::Csv;
use crate::report::load;
use crate::report::model::{Blok, Enhed, Indsats, Tabel};
use crate::report::raw::{self, Raw};
use crate::text;

/// Media type of the data files.
const TOML: &str = "application/toml";

/// One attached file.
pub(super) struct Attachment {
    pub(super) entry: Vedhaeft,
    pub(super) bytes: Bytes,
}

/// An attached file as the layouts get it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Vedhaeft {
    /// Its virtual file.
    pub(super) fil: String,
    navn: String,
    mime: &'static str,
    /// Relationship to the document in the sense of PDF/A-3: `source` or `data`.
    relation: &'static str,
    beskrivelse: String,
}

impl Attachment {
    fn csv(name: &str, beskrivelse: String, text: String) -> Self {
        let bytes = Bytes::from_string(text);
        Self::new(format!("{name}.csv"), ("text/csv", "data"), beskrivelse, bytes)
    }

    /// The text, where it is one of the data files and no picture or map.
    pub(super) fn data_text(&self) -> Option<&str> {
        (self.entry.mime == TOML).then(|| std::str::from_utf8(&self.bytes).ok()).flatten()
    }

    fn new(
        navn: String,
        (mime, relation): (&'static str, &'static str),
        beskrivelse: String,
        bytes: Bytes,
    ) -> Self {
        let fil = paths::vedhaeft(&navn);
        Self { entry: Vedhaeft { fil, navn, mime, relation, beskrivelse }, bytes }
    }
}

pub(super) fn attachments(h: &Handover<'_>) -> Vec<Attachment> {
    let mut list = data(h);
    list.push(overblik(h));
    // All amounts are in the overview; each spread's strip shows the same ones.
    let shown = h.charts.iter().filter(|c| !c.table.rows.is_empty() && !c.id.is_strip());
    list.extend(shown.map(|chart| figur(h, chart)));
    list.extend(h.report.indsatser.iter().flat_map(|i| tables(h, i)));
    tell_apart(&mut list);
    list
}

/// Gives descriptions that others have too a number.
fn tell_apart(list: &mut [Attachment]) {
    let mut set: BTreeMap<String, usize> = BTreeMap::new();
    for file in list {
        let nr = set.entry(file.entry.beskrivelse.clone()).or_default();
        *nr += 1;
        if *nr > 1 {
            let _ = write!(file.entry.beskrivelse, " ({nr})");
        }
    }
}

/// The data files, in their one form, and the pictures, outlines and symbols that they name: what the report
/// is built from again. A folder's name is part of a file's: `data-billeder-torvet.jpg`.
fn data(h: &Handover<'_>) -> Vec<Attachment> {
    let source = |fil: &str, mime: &'static str, bytes: Bytes| {
        let navn = paths::of_data(fil);
        let beskrivelse = h.words.say(&text!("attached-data", file = fil));
        Attachment::new(navn, (mime, "source"), beskrivelse, bytes)
    };
    let toml = |(fil, text): &(String, String)| source(fil, TOML, Bytes::from_string(text.clone()));
    let mut all: Vec<Attachment> = h.normal.iter().map(toml).collect();
    let bytes = |file: &Arc<[u8]>| Bytes::new(Arc::clone(file));
    all.extend(h.outlines.map(|(name, file)| source(name, "application/geo+json", bytes(file))));
    let named = h.data.indsatser.iter().flat_map(load::pictures).map(|(_, name)| name);
    let named: BTreeSet<&str> = named.chain(h.data.rapport.logo.as_deref()).collect();
    let pictures = named.into_iter().filter_map(|name| {
        let file = format!("{}/{name}", load::PICTURES_DIR);
        Some(source(&file, load::picture_mime(name)?, bytes(h.pictures.get(name)?)))
    });
    all.extend(pictures);
    all.extend(h.symbols.iter().map(|(name, file)| {
        let path = format!("{}/{name}.svg", load::SYMBOLS_DIR);
        source(&path, "image/svg+xml", bytes(file))
    }));
    all
}

/// The tables that no figure shows.
fn tables(h: &Handover<'_>, i: &Indsats) -> Vec<Attachment> {
    let tables = i.blokke().filter_map(|(felt, blok)| match blok {
        Blok::Tabel(t) => Some((FigureId::blok(&i.id, &felt), t)),
        _ => None,
    });
    tables
        .filter(|(id, _)| h.charts.iter().all(|c| c.id != *id))
        .map(|(id, t)| tabel(h, &id, &i.navn, t))
        .collect()
}

fn tabel(h: &Handover<'_>, id: &FigureId, indsats: &str, t: &Tabel) -> Attachment {
    let text = raw_csv(&raw::of_table(t));
    let told = text!("attached-table", of = indsats, table = t.titel.as_str());
    Attachment::csv(&id.file_stem(), h.words.say(&told), text)
}

/// The overview's rows. Places stand in two columns: the districts that are counted, and what the
/// overview itself prints.
fn overblik(h: &Handover<'_>) -> Attachment {
    let hoved = [
        text!("effort-head"),
        text!("department-head"),
        text!("principles-head"),
        text!("target-head"),
        text!("places-head"),
        text!("places-printed-head"),
    ]
    .map(|head| h.words.say(&head));
    let hoved = std::iter::once("Id").chain(hoved.iter().map(String::as_str));
    let mut csv = Csv::new(hoved.chain(Raw::HEADS));
    for i in &h.report.indsatser {
        let principles: Vec<String> = i.overblik.fagprincipper.iter().map(u8::to_string).collect();
        let geografi = if i.geografi.bydaekkende {
            h.words.say(&text!("city-wide"))
        } else {
            i.geografi.bydele.join(", ")
        };
        let printed = i.overblik.geografi_som_trykt.clone().unwrap_or_else(|| geografi.clone());
        let row = [
            i.id.clone(),
            i.overblik.navn.clone(),
            i.overblik.forvaltning.clone(),
            principles.join(" "),
            i.overblik.maalgruppe.clone(),
            geografi,
            printed,
        ];
        csv.row(row.into_iter().chain(Raw::of_value(&i.oekonomi.beloeb, Enhed::Kr).cells()));
    }
    Attachment::csv("overblik", h.words.say(&text!("overview-file")), csv.into_text())
}

fn figur(h: &Handover<'_>, chart: &Chart) -> Attachment {
    let indsats = h.report.indsatser.iter().find(|i| i.id == chart.id.owner());
    let figure = chart.title.as_str();
    let told = match indsats {
        Some(i) => text!("attached-figure-of", of = i.navn.as_str(), figure = figure),
        None => text!("attached-figure", figure = figure),
    };
    Attachment::csv(&chart.id.file_stem(), h.words.say(&told), chart.table.csv())
}
