//! What is attached to the official file: the data as TOML, and every table and series as CSV, so
//! that anyone can get the numbers out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Handover;
use crate::chart::Chart;
use crate::report::model::{Blok, Celle, Indsats, Kolonne, Raekke, Tabel, Tal};

/// One attached file.
pub(super) struct Attachment {
    navn: String,
    mime: &'static str,
    /// Relationship to the document in the sense of PDF/A-3: `source` or `data`.
    relation: &'static str,
    beskrivelse: String,
    pub(super) text: String,
}

impl Attachment {
    pub(super) fn path(&self) -> String {
        format!("/vedhaeft/{}", self.navn)
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "fil": self.path(),
            "navn": self.navn,
            "mime": self.mime,
            "relation": self.relation,
            "beskrivelse": self.beskrivelse,
        })
    }
}

pub(super) fn attachments(h: &Handover<'_>) -> Vec<Attachment> {
    let mut liste: Vec<Attachment> = h
        .sources
        .iter()
        .map(|(fil, text)| Attachment {
            navn: format!("data-{}", fil.replace(['/', '\\'], "-")),
            mime: "application/toml",
            relation: "source",
            beskrivelse: format!("Rapportens data, {fil}"),
            text: text.clone(),
        })
        .collect();
    liste.push(overblik(h));
    // All amounts are in the overview; each spread's strip shows the same ones.
    let shown = h.charts.iter().filter(|c| !c.tabel.raekker.is_empty() && !is_strip(c));
    liste.extend(shown.map(|chart| figur(h, chart)));
    liste.extend(h.report.indsatser.iter().flat_map(|i| tabeller(h, i)));
    tell_apart(&mut liste);
    liste
}

fn is_strip(chart: &Chart) -> bool {
    chart.id.ends_with("/oekonomi")
}

/// Gives descriptions that others have too a number.
fn tell_apart(liste: &mut [Attachment]) {
    let mut set: BTreeMap<String, usize> = BTreeMap::new();
    for fil in liste {
        let nr = set.entry(fil.beskrivelse.clone()).or_default();
        *nr += 1;
        if *nr > 1 {
            let _ = write!(fil.beskrivelse, " ({nr})");
        }
    }
}

/// Rows for a spreadsheet: with the mark that makes it read them as UTF-8.
fn csv(raekker: impl IntoIterator<Item = String>) -> String {
    std::iter::once("\u{feff}".to_owned()).chain(raekker).collect()
}

/// The tables that no figure shows.
fn tabeller(h: &Handover<'_>, i: &Indsats) -> Vec<Attachment> {
    let lister = [
        ("brugere.blok", &i.brugere.blok),
        ("geografi.blok", &i.geografi.blok),
        ("oekonomi.blok", &i.oekonomi.blok),
        ("blok", &i.blok),
    ];
    let mut ud = Vec::new();
    for (felt, blokke) in lister {
        for (nr, blok) in blokke.iter().enumerate() {
            let id = format!("{}/{felt}-{nr}", i.id);
            match blok {
                Blok::Tabel(t) if h.charts.iter().all(|c| c.id != id) => {
                    ud.push(tabel(&id, &i.navn, t));
                }
                _ => {}
            }
        }
    }
    ud
}

fn tabel(id: &str, indsats: &str, t: &Tabel) -> Attachment {
    let kolonne = |k: &Kolonne| match &k.gruppe {
        Some(gruppe) => format!("{gruppe}: {}", k.navn),
        None => k.navn.clone(),
    };
    let hoved = std::iter::once(t.raekkehoved.clone()).chain(t.kolonner.iter().map(kolonne));
    let raekke =
        |r: &Raekke| linje(std::iter::once(r.navn.clone()).chain(r.celler.iter().map(raa)));
    let text = csv(std::iter::once(linje(hoved)).chain(t.raekker.iter().map(raekke)));
    Attachment {
        navn: format!("{}.csv", id.replace('/', "-")),
        mime: "text/csv",
        relation: "data",
        beskrivelse: format!("{indsats}: tabellen {}", t.titel),
        text,
    }
}

/// A cell without unit and thousands marks; empty where a value is missing.
fn raa(c: &Celle) -> String {
    let tal = |t: Tal| t.f64().to_string().replace('.', ",");
    match c {
        Celle::Tekst(t) => match t.as_str() {
            "mangler" | "udfyldes" | "diskretion" => String::new(),
            ord => ord.to_owned(),
        },
        Celle::Tal(t) => tal(*t),
        Celle::Par(p) => p.par.map(tal).join(" / "),
        Celle::Fuld(f) => tal(f.tal),
    }
}

fn overblik(h: &Handover<'_>) -> Attachment {
    let hoved =
        ["id", "navn", "forvaltning", "fagprincipper", "maalgruppe", "geografi", "beloeb_kr"];
    let mut text = csv([linje(hoved.iter().map(|s| (*s).to_owned()))]);
    for i in &h.report.indsatser {
        let fag: Vec<String> = i.overblik.fagprincipper.iter().map(u8::to_string).collect();
        let geografi = if i.geografi.bydaekkende {
            "Bydækkende".to_owned()
        } else {
            i.geografi.bydele.join(", ")
        };
        let beloeb = i.oekonomi.beloeb.tal().map_or_else(String::new, |t| t.f64().to_string());
        text.push_str(&linje([
            i.id.clone(),
            i.overblik.navn.clone(),
            i.overblik.forvaltning.clone(),
            fag.join(" "),
            i.overblik.maalgruppe.clone(),
            geografi,
            beloeb,
        ]));
    }
    Attachment {
        navn: "overblik.csv".to_owned(),
        mime: "text/csv",
        relation: "data",
        beskrivelse: "Overblik over indsatserne".to_owned(),
        text,
    }
}

fn figur(h: &Handover<'_>, chart: &Chart) -> Attachment {
    let raekker = std::iter::once(&chart.tabel.hoved).chain(&chart.tabel.raa);
    let text = csv(raekker.map(|raekke| linje(raekke.iter().cloned())));
    let id = chart.id.split('/').next().unwrap_or_default();
    let indsats = h.report.indsatser.iter().find(|i| i.id == id);
    let af = indsats.map(|i| format!("{}: ", i.navn)).unwrap_or_default();
    Attachment {
        navn: format!("{}.csv", chart.id.replace('/', "-")),
        mime: "text/csv",
        relation: "data",
        beskrivelse: format!("{af}tallene bag figuren {}", chart.titel),
        text,
    }
}

/// A row of CSV in the Danish manner: semicolon (numbers have decimal commas), quotes where needed, CRLF.
fn linje(felter: impl IntoIterator<Item = String>) -> String {
    let celler: Vec<String> = felter
        .into_iter()
        .map(|f| {
            if f.contains([';', '"', '\n', '\r']) {
                format!("\"{}\"", f.replace('"', "\"\""))
            } else {
                f
            }
        })
        .collect();
    celler.join(";") + "\r\n"
}
