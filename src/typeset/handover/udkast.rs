//! What a draft adds: its stamp, what changed, what is missing and who owes it. Handed over in
//! files of its own, which no other edition reads.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;
use typst::foundations::Bytes;

use super::carried::{of_last_year, open_fields, shared_of_last_year};
use super::mangler::{Missing, mangler};
use super::tekst::navn;
use super::{json, paths};
use crate::report::carried::{self, Open};
use crate::report::diff::{self, Change, Derived, Diff, Kind, Mark};
use crate::report::gate;
use crate::report::model::{Indsats, Report};
use crate::text;
use crate::words::{Text, Words};

/// What a draft adds to one indsats.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct IndsatsUdkast {
    /// Whether the whole indsats is new.
    ny: bool,
    /// Whether old values stand beside new ones.
    fuld: bool,
    /// Whether the document has the list of changes and gaps.
    liste: bool,
    maerker: Vec<Maerke>,
    mangler: Vec<Missing>,
}

/// What a draft adds to the report as a whole.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RapportUdkast {
    /// What stands on every page.
    stempel: String,
    /// Always false: so that the front matter's marks are read like an indsats'.
    ny: bool,
    /// Whether old values stand beside new ones.
    fuld: bool,
    maerker: Vec<Maerke>,
    /// Paths of the fields that changed, by indsats; an empty path where the whole one is new.
    indsatser: BTreeMap<String, Vec<String>>,
    /// Computed numbers of the report that changed.
    beregnet: Vec<Maerke>,
    /// The sentence over the list of changes.
    indledning: String,
    grupper: Vec<Gruppe>,
}

/// A mark beside a field.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Maerke {
    /// The field, as the layouts' units name theirs.
    felt: String,
    /// Name of a computed number; empty for a field.
    navn: String,
    /// Numbers of the changes, for the links from the list.
    numre: Vec<usize>,
    /// The paragraphs of prose that it is about; all of the field where there are none.
    afsnit: Vec<usize>,
    label: String,
    gammel: Option<String>,
    ny: Option<String>,
}

impl Maerke {
    /// A mark beside a field, with nothing to say of it.
    pub(super) fn beside(felt: String) -> Self {
        Self { felt, ..Self::default() }
    }
}

/// A forvaltning's part of the list.
#[derive(Debug, Serialize, JsonSchema)]
struct Gruppe {
    navn: String,
    indsatser: Vec<Post>,
}

/// An indsats in the list.
#[derive(Debug, Serialize, JsonSchema)]
struct Post {
    /// Its id; empty for the report's own.
    id: String,
    navn: String,
    aendringer: Vec<Aendring>,
    /// What is missing.
    mangler: Vec<String>,
}

/// A change in the list.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Aendring {
    nr: usize,
    slags: Kind,
    label: String,
    gammel: Option<String>,
    ny: Option<String>,
    /// Whether a page shows it.
    paa_side: bool,
}

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
    /// Computed numbers that changed with it.
    pub derived: &'a [Derived],
    /// Which marks.
    pub marks: Marks,
}

/// The draft's own files: `/data/udkast.json`, `/data/udkast/<id>.json`.
#[must_use]
pub fn draft_files(report: &Report, draft: &Draft<'_>, words: &Words) -> BTreeMap<String, Bytes> {
    let marks = match (draft.siden, draft.marks) {
        (Some((diff, _)), Marks::Bars | Marks::Full) => diff::marks(diff),
        _ => BTreeMap::new(),
    };
    let labels = |nr: usize| draft.siden.and_then(|(d, _)| d.changes.get(nr));
    let fuld = draft.marks == Marks::Full;
    let of = |id: &str| -> Vec<Maerke> {
        let mine = marks.iter().filter(|((owner, _), _)| owner == id);
        let fields = mine.map(|((_, felt), mark)| maerke(felt, mark, &labels));
        let id = Some(id).filter(|id| !id.is_empty());
        fields.chain(derived_of(draft, id).filter(|_| id.is_some())).collect()
    };
    let added = draft.siden.map(|(d, _)| d.added()).unwrap_or_default();
    let open = carried::open(report);
    let mut files = BTreeMap::new();
    for (nr, i) in report.indsatser.iter().enumerate() {
        let mut maerker = of(&i.id);
        if draft.marks != Marks::None {
            maerker.extend(of_last_year(&open, Some(nr)));
            maerker.extend(shared_of_last_year(report, &open, i));
        }
        let file = IndsatsUdkast {
            ny: added.contains(i.id.as_str()),
            fuld,
            liste: true,
            maerker,
            mangler: lacking(words, report, &open, nr, i),
        };
        files.insert(paths::udkast(&i.id), json(&file));
    }
    let mut front = of("");
    let mut fields = felter(&marks, report, &added);
    if draft.marks != Marks::None {
        front.extend(of_last_year(&open, None));
        for (id, open) in open_fields(report, &open) {
            fields.entry(id).or_default().extend(open);
        }
    }
    let file = RapportUdkast {
        stempel: draft.stempel.clone(),
        ny: false,
        fuld,
        maerker: front,
        indsatser: fields,
        beregnet: derived_of(draft, None).collect(),
        indledning: words.say(&indledning(draft)),
        grupper: grupper(words, report, draft),
    };
    files.insert(paths::UDKAST.to_owned(), json(&file));
    files
}

/// What an edition adds that is made although something is open: `/data/udkast.json` and
/// `/data/udkast/<id>.json`, with a mark beside every text of last year and a line for everything
/// that is missing.
#[must_use]
pub fn incomplete_files(report: &Report, words: &Words) -> BTreeMap<String, Bytes> {
    let open = carried::open(report);
    let file = |(nr, i): (usize, &Indsats)| {
        let own = of_last_year(&open, Some(nr));
        let file = IndsatsUdkast {
            ny: false,
            fuld: false,
            liste: false,
            maerker: own.chain(shared_of_last_year(report, &open, i)).collect(),
            mangler: lacking(words, report, &open, nr, i),
        };
        (paths::udkast(&i.id), json(&file))
    };
    let front = RapportUdkast {
        stempel: String::new(),
        ny: false,
        fuld: false,
        maerker: of_last_year(&open, None).collect(),
        indsatser: open_fields(report, &open),
        beregnet: Vec::new(),
        indledning: String::new(),
        grupper: Vec::new(),
    };
    let spreads = report.indsatser.iter().enumerate().map(file);
    spreads.chain([(paths::UDKAST.to_owned(), json(&front))]).collect()
}

/// What is missing, and how many texts of last year nobody has confirmed.
fn lacking(words: &Words, report: &Report, open: &[Open], nr: usize, i: &Indsats) -> Vec<Missing> {
    let mut all = mangler(words, report, i);
    let texts = open.iter().filter(|o| o.indsats == Some(nr)).count();
    if texts > 0 {
        let hvad = words.say(&text!("lacks-confirmed", n = texts));
        let skylder = Some(report.forvaltning(gate::owner(i)).to_owned());
        all.push(Missing { hvad, skylder, felt: String::new() });
    }
    all
}

fn maerke<'c>(field: &str, mark: &Mark, label: &dyn Fn(usize) -> Option<&'c Change>) -> Maerke {
    let numre: Vec<usize> =
        mark.change.into_iter().chain(mark.gone.iter().map(|g| g.change)).collect();
    let label_name = numre.first().and_then(|nr| label(*nr)).map_or("", |c| c.label.as_str());
    let gone = || mark.gone.first().and_then(|g| g.old.clone());
    Maerke {
        felt: field.to_owned(),
        navn: String::new(),
        afsnit: mark.sentences.iter().map(|s| s.paragraph).collect(),
        label: navn(label_name),
        gammel: mark.old.clone().or_else(gone),
        ny: mark.new.clone(),
        numre,
    }
}

/// Computed numbers that changed, of an indsats or of the report. In the list they come after the
/// changes of the data; on a spread they stand beside the users or the economy, which show them.
fn derived_of<'a>(draft: &Draft<'a>, id: Option<&'a str>) -> impl Iterator<Item = Maerke> + 'a {
    let shown = if draft.marks == Marks::None { &[] } else { draft.derived };
    let first = draft.siden.map_or(0, |(diff, _)| diff.changes.len());
    let mine = move |(_, d): &(usize, &Derived)| d.indsats.as_deref() == id;
    (first..).zip(shown).filter(mine).map(|(nr, d)| {
        let field = if d.key.starts_with("udvikling") { "brugere" } else { "oekonomi" };
        Maerke {
            felt: format!("{field}.beregnet"),
            navn: d.key.clone(),
            numre: vec![nr],
            afsnit: Vec::new(),
            label: navn(&d.label),
            gammel: Some(d.old.clone()),
            ny: Some(d.new.clone()),
        }
    })
}

/// Paths of the fields that changed, by indsats.
fn felter(
    marks: &BTreeMap<(String, String), Mark>,
    report: &Report,
    added: &BTreeSet<&str>,
) -> BTreeMap<String, Vec<String>> {
    let of = |i: &Indsats| {
        let mine = marks.keys().filter(|(id, _)| *id == i.id).map(|(_, field)| field.clone());
        let new = added.contains(i.id.as_str()).then(String::new);
        (i.id.clone(), mine.chain(new).collect::<Vec<_>>())
    };
    report.indsatser.iter().map(of).filter(|(_, felter)| !felter.is_empty()).collect()
}

fn indledning(draft: &Draft<'_>) -> Text {
    match draft.siden {
        Some((diff, name)) if diff.changes.is_empty() => text!("draft-same", since = name),
        Some((diff, name)) => text!("draft-changes", since = name, n = diff.changes.len()),
        None => text!("draft-not-compared"),
    }
}

/// Changes and missing fields by forvaltning and indsats; the report's own changes first.
fn grupper(words: &Words, report: &Report, draft: &Draft<'_>) -> Vec<Gruppe> {
    let mut out: Vec<Gruppe> = Vec::new();
    let [own, common, computed] =
        [text!("draft-own"), text!("draft-common"), text!("draft-computed")]
            .map(|head| words.say(&head));
    if let Some((diff, _)) = draft.siden {
        for group in diff::groups(diff, report) {
            let title = group.navn.or(group.kode).unwrap_or(&own);
            for i in &group.indsatser {
                let label_name = i.name.unwrap_or(&common);
                let post = post(&mut out, title, i.id.unwrap_or_default(), label_name);
                let changes = i.changes.iter();
                let told = changes.map(|(nr, c)| aendring(words, report, draft, *nr, c));
                post.aendringer.extend(told);
            }
        }
    }
    for m in draft.derived.iter().enumerate().map(|(at, d)| derived_in_the_list(draft, at, d)) {
        post(&mut out, &computed, "", "").aendringer.push(m);
    }
    for i in &report.indsatser {
        let own = report.forvaltning(gate::owner(i));
        for m in mangler(words, report, i) {
            post(&mut out, m.skylder.as_deref().unwrap_or(own), &i.id, &i.navn)
                .mangler
                .push(m.hvad);
        }
    }
    out
}

fn derived_in_the_list(draft: &Draft<'_>, at: usize, d: &Derived) -> Aendring {
    Aendring {
        nr: draft.siden.map_or(0, |(diff, _)| diff.changes.len()) + at,
        slags: Kind::Changed,
        label: navn(&d.label),
        gammel: Some(d.old.clone()),
        ny: Some(d.new.clone()),
        paa_side: draft.marks != Marks::None,
    }
}

/// The place of an indsats in a group; made where it is not there yet.
fn post<'g>(out: &'g mut Vec<Gruppe>, group: &str, id: &str, label_name: &str) -> &'g mut Post {
    let at = out.iter().position(|g| g.navn == group).unwrap_or_else(|| {
        out.push(Gruppe { navn: group.to_owned(), indsatser: Vec::new() });
        out.len() - 1
    });
    let poster = &mut out[at].indsatser;
    let at = poster.iter().position(|post| post.id == id).unwrap_or_else(|| {
        let navn = navn(label_name);
        poster.push(Post { id: id.to_owned(), navn, aendringer: Vec::new(), mangler: Vec::new() });
        poster.len() - 1
    });
    &mut poster[at]
}

fn aendring(words: &Words, report: &Report, draft: &Draft<'_>, nr: usize, c: &Change) -> Aendring {
    // What the report itself shows is looked up where it is set; an indsats that is not here has none.
    let is_here = |id: &String| report.indsatser.iter().any(|i| i.id == *id);
    let shown = c.indsats.as_ref().is_none_or(is_here);
    let is_gone = c.kind == Kind::Removed && c.field.is_empty();
    Aendring {
        nr,
        slags: c.kind,
        label: match c.label.as_str() {
            "" => words.say(&text!("draft-whole")),
            label => navn(label),
        },
        gammel: c.old.clone(),
        ny: c.new.clone(),
        paa_side: shown && !is_gone && draft.marks != Marks::None,
    }
}
