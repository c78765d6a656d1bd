//! What a draft adds: its stamp, what changed, what is missing and who owes it. Handed over in
//! files of its own, which no other edition reads.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use typst::foundations::Bytes;

use super::tekst::navn;
use crate::report::diff::{self, Change, Diff, Kind, Mark};
use crate::report::model::{Billede, Blok, Figur, Indsats, Report, Tilstand};

/// Which marks a draft carries beside what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// None.
    None,
    /// Bars in the outer margin.
    #[default]
    Bars,
    /// Bars, and old values struck through beside the new ones.
    Full,
}

/// A draft.
pub struct Draft<'a> {
    /// What stands on every page: label, hash of the data, version, date.
    pub stempel: String,
    /// What changed since the data it is compared with, and what that was called.
    pub siden: Option<(&'a Diff, &'a str)>,
    /// Which marks.
    pub marks: Marks,
}

/// The draft's own files: `/data/udkast.json`, `/data/udkast/<id>.json`.
#[must_use]
pub fn draft_files(report: &Report, draft: &Draft<'_>) -> BTreeMap<String, Bytes> {
    let marks = match (draft.siden, draft.marks) {
        (Some((diff, _)), Marks::Bars | Marks::Full) => diff::marks(diff),
        _ => BTreeMap::new(),
    };
    let labels = |nr: usize| draft.siden.and_then(|(d, _)| d.changes.get(nr));
    let fuld = draft.marks == Marks::Full;
    let mut files = BTreeMap::new();
    let mut add = |path: String, value: Value| {
        files.insert(path, Bytes::from_string(value.to_string()));
    };
    let added = draft.siden.map(|(d, _)| d.added()).unwrap_or_default();
    for i in &report.indsatser {
        let mine: Vec<Value> = marks
            .iter()
            .filter(|((id, _), _)| *id == i.id)
            .map(|((_, felt), mark)| maerke(felt, mark, &labels))
            .collect();
        let value = json!({
            "ny": added.contains(i.id.as_str()),
            "fuld": fuld,
            "maerker": mine,
            "mangler": mangler(report, i).iter().map(Missing::json).collect::<Vec<_>>(),
        });
        add(format!("/data/udkast/{}.json", i.id), value);
    }
    let egne: Vec<Value> = marks
        .iter()
        .filter(|((id, _), _)| id.is_empty())
        .map(|((_, felt), mark)| maerke(felt, mark, &labels))
        .collect();
    add(
        "/data/udkast.json".to_owned(),
        json!({
            "stempel": draft.stempel,
            "ny": false,
            "fuld": fuld,
            "maerker": egne,
            "indledning": indledning(draft),
            "grupper": grupper(report, draft),
        }),
    );
    files
}

/// A mark: the field, the paragraphs of prose, numbers of the changes, old and new value.
fn maerke<'c>(felt: &str, mark: &Mark, label: &dyn Fn(usize) -> Option<&'c Change>) -> Value {
    let numre: Vec<usize> =
        mark.change.into_iter().chain(mark.gone.iter().map(|g| g.change)).collect();
    let afsnit: Vec<usize> = mark.sentences.iter().map(|s| s.paragraph).collect();
    let navnet = numre.first().and_then(|nr| label(*nr)).map_or("", |c| c.label.as_str());
    json!({
        "felt": felt,
        "numre": numre,
        "afsnit": afsnit,
        "label": navn(navnet),
        "gammel": mark.old.as_ref().or_else(|| mark.gone.first().and_then(|g| g.old.as_ref())),
        "ny": mark.new,
    })
}

/// Something that is missing in an indsats.
struct Missing {
    hvad: String,
    skylder: String,
}

impl Missing {
    fn json(&self) -> Value {
        json!({ "hvad": self.hvad, "skylder": self.skylder })
    }
}

fn mangler(report: &Report, i: &Indsats) -> Vec<Missing> {
    let foerste = i.forvaltninger.first().cloned().unwrap_or_default();
    let navn_paa = |kode: &str| {
        let kendt = report.forvaltninger.iter().find(|f| f.kode == kode);
        kendt.map_or_else(|| kode.to_owned(), |f| f.navn.clone())
    };
    let savnet = |hvad: String, skylder: Option<&String>| Missing {
        hvad,
        skylder: navn_paa(skylder.unwrap_or(&foerste)),
    };
    let mut ud = Vec::new();
    for serie in &i.brugere.serie {
        for (aar, v) in serie.aar().filter(|(_, v)| v.tal().is_none()) {
            if v.tilstand() != Tilstand::Diskretion {
                ud.push(savnet(format!("{} {aar}", navn(&serie.navn)), None));
            }
        }
    }
    if matches!(i.oekonomi.beloeb.tilstand(), Tilstand::Mangler | Tilstand::Udfyldes) {
        ud.push(savnet(format!("Bevilling {}", report.rapport.aar), None));
    }
    let blokke = i.brugere.blok.iter().chain(&i.geografi.blok).chain(&i.oekonomi.blok);
    for b in blokke.chain(&i.blok) {
        match b {
            Blok::Figur(f) if tom(f) => ud.push(savnet(navn(&f.titel), f.skylder.as_ref())),
            Blok::Billede(b) if b.fil.is_none() => ud.push(savnet(billede(b), None)),
            Blok::Tabel(t) => {
                let antal = t
                    .raekker
                    .iter()
                    .flat_map(|r| &r.celler)
                    .filter(|c| matches!(c.tilstand(), Tilstand::Mangler | Tilstand::Udfyldes))
                    .count();
                if antal > 0 {
                    ud.push(savnet(format!("{} (værdier: {antal})", navn(&t.titel)), None));
                }
            }
            _ => {}
        }
    }
    ud
}

fn tom(f: &Figur) -> bool {
    matches!(f.tilstand, Tilstand::Mangler | Tilstand::Udfyldes)
}

fn billede(b: &Billede) -> String {
    b.billedtekst.as_ref().map_or_else(|| "billede".to_owned(), |t| format!("billede: {}", navn(t)))
}

fn indledning(draft: &Draft<'_>) -> String {
    match draft.siden {
        Some((diff, navn)) if diff.changes.is_empty() => {
            format!("Intet er ændret i forhold til {navn}.")
        }
        Some((diff, navn)) => {
            format!("Ændringer i forhold til {navn}: {} i alt.", diff.changes.len())
        }
        None => "Udkastet er ikke sammenlignet med tidligere data.".to_owned(),
    }
}

/// An indsats in the list: id, name, changes, missing fields.
type Post = (String, String, Vec<Value>, Vec<String>);

/// Changes and missing fields by forvaltning and indsats; the report's own changes first.
fn grupper(report: &Report, draft: &Draft<'_>) -> Vec<Value> {
    let mut ud: Vec<(String, Vec<Post>)> = Vec::new();
    let mut plads = |gruppe: String,
                     id: String,
                     navnet: String,
                     aendring: Option<Value>,
                     savn: Option<String>| {
        let g = match ud.iter().position(|(g, _)| *g == gruppe) {
            Some(i) => &mut ud[i].1,
            None => {
                ud.push((gruppe, Vec::new()));
                &mut ud.last_mut().expect("just pushed").1
            }
        };
        let i = match g.iter().position(|(x, ..)| *x == id) {
            Some(i) => &mut g[i],
            None => {
                g.push((id, navnet, Vec::new(), Vec::new()));
                g.last_mut().expect("just pushed")
            }
        };
        i.2.extend(aendring);
        i.3.extend(savn);
    };
    if let Some((diff, _)) = draft.siden {
        for gruppe in diff::groups(diff, report) {
            let titel = gruppe.navn.or(gruppe.kode).unwrap_or("Rapporten");
            for i in &gruppe.indsatser {
                for (nr, change) in &i.changes {
                    plads(
                        titel.to_owned(),
                        i.id.unwrap_or_default().to_owned(),
                        navn(i.name.unwrap_or("Fælles tekster")),
                        Some(aendring(report, draft, *nr, change)),
                        None,
                    );
                }
            }
        }
    }
    for i in &report.indsatser {
        for m in mangler(report, i) {
            plads(m.skylder, i.id.clone(), navn(&i.navn), None, Some(m.hvad));
        }
    }
    ud.into_iter()
        .map(|(navnet, indsatser)| {
            json!({
                "navn": navnet,
                "indsatser": indsatser.into_iter().map(|(_, navn, aendringer, savnet)| json!({
                    "navn": navn, "aendringer": aendringer, "mangler": savnet,
                })).collect::<Vec<_>>(),
            })
        })
        .collect()
}

fn aendring(report: &Report, draft: &Draft<'_>, nr: usize, c: &Change) -> Value {
    // A place on a page is known for what an indsats of this report shows.
    let vist = c.indsats.as_ref().is_some_and(|id| report.indsatser.iter().any(|i| i.id == *id));
    let helt_vaek = c.kind == Kind::Removed && c.field.is_empty();
    json!({
        "nr": nr,
        "slags": c.kind,
        "label": if c.label.is_empty() { "Hele indsatsen".to_owned() } else { navn(&c.label) },
        "gammel": c.old,
        "ny": c.new,
        "paa-side": vist && !helt_vaek && draft.marks != Marks::None,
    })
}
