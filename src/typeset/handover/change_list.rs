//! The list that a draft begins with: what changed and what is missing, by forvaltning and indsats.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::mangler::mangler;
use super::tekst::navn;
use super::udkast::Draft;
use crate::report::danish::UNKNOWN;
use crate::report::diff::{self, Change, Derived, Kind};
use crate::report::gate;
use crate::report::model::Report;
use crate::text;
use crate::words::{Text, Words};

/// A forvaltning's part of the list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Gruppe {
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
    /// The indsats on whose spread it stands where no page shows the value itself; empty for none.
    sted: String,
}

/// Where a group of the list stands: the report's own first, then the forvaltninger in their order,
/// what is computed last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Own,
    Forvaltning(usize),
    Computed,
}

/// Changes and missing fields by forvaltning and indsats.
pub(super) fn grupper(words: &Words, report: &Report, draft: &Draft<'_>) -> Vec<Gruppe> {
    let mut list = List { report, out: Vec::new() };
    let [own, common, computed] =
        [text!("draft-own"), text!("draft-common"), text!("draft-computed")]
            .map(|head| words.say(&head));
    if let Some((diff, _)) = draft.siden {
        for group in diff::groups(diff, report) {
            let title = group.navn.or(group.kode).unwrap_or(&own);
            let place = group.kode.map_or(Place::Own, |kode| list.place(kode));
            for i in &group.indsatser {
                let label_name = i.name.unwrap_or(&common);
                let post = list.post(&place, title, i.id.unwrap_or_default(), label_name);
                let told = i.changes.iter().map(|(nr, c)| aendring(words, report, draft, *nr, c));
                post.aendringer.extend(told);
            }
        }
    }
    for told in computed_numbers(words, draft) {
        list.post(&Place::Computed, &computed, "", "").aendringer.push(told);
    }
    for i in &report.indsatser {
        for m in mangler(words, report, i) {
            let owner = m.skylder.as_deref().unwrap_or(report.forvaltning(gate::owner(i)));
            let code = report.forvaltninger.iter().find(|f| f.navn == owner);
            let place = list.place(code.map_or(owner, |f| &f.kode));
            list.post(&place, owner, &i.id, &i.navn).mangler.push(m.hvad);
        }
    }
    list.sorted()
}

struct List<'r> {
    report: &'r Report,
    out: Vec<(Place, Gruppe)>,
}

impl List<'_> {
    fn place(&self, kode: &str) -> Place {
        let known = self.report.forvaltninger.iter().position(|f| f.kode == kode);
        Place::Forvaltning(known.unwrap_or(self.report.forvaltninger.len()))
    }

    /// The place of an indsats in a group; made where it is not there yet.
    fn post(&mut self, place: &Place, group: &str, id: &str, label_name: &str) -> &mut Post {
        let of_name = |(_, g): &(Place, Gruppe)| g.navn == group;
        let at = self.out.iter().position(of_name).unwrap_or_else(|| {
            let place = match place {
                Place::Own => Place::Own,
                Place::Forvaltning(n) => Place::Forvaltning(*n),
                Place::Computed => Place::Computed,
            };
            self.out.push((place, Gruppe { navn: group.to_owned(), indsatser: Vec::new() }));
            self.out.len() - 1
        });
        let poster = &mut self.out[at].1.indsatser;
        let at = poster.iter().position(|post| post.id == id).unwrap_or_else(|| {
            let (id, navn) = (id.to_owned(), navn(label_name));
            poster.push(Post { id, navn, aendringer: Vec::new(), mangler: Vec::new() });
            poster.len() - 1
        });
        &mut poster[at]
    }

    /// The groups in their order, the indsatser of each in the report's.
    fn sorted(mut self) -> Vec<Gruppe> {
        self.out.sort_by(|(a, _), (b, _)| a.cmp(b));
        let nr = |id: &str| self.report.indsatser.iter().position(|i| i.id == id);
        let groups = self.out.into_iter().map(|(_, mut group)| {
            // Texts of no indsats come first, an indsats that is gone last.
            group.indsatser.sort_by_key(|post| match post.id.as_str() {
                "" => (0, None),
                id => (1 + usize::from(nr(id).is_none()), nr(id)),
            });
            group
        });
        groups.collect()
    }
}

/// Computed numbers that changed. Those that are held back because a value is missing are told in one
/// line of each kind: they say nothing one by one.
fn computed_numbers(words: &Words, draft: &Draft<'_>) -> Vec<Aendring> {
    let first = draft.siden.map_or(0, |(diff, _)| diff.changes.len());
    let is_held_back = |d: &Derived| d.new.is_empty() || d.new == UNKNOWN;
    let told = (first..).zip(draft.derived).filter(|(_, d)| !is_held_back(d));
    let mut list: Vec<Aendring> = told.map(|(nr, d)| computed(draft, nr, d)).collect();
    let held: Vec<(usize, &Derived)> =
        (first..).zip(draft.derived).filter(|(_, d)| is_held_back(d)).collect();
    list.extend(held_back(words, &held));
    list
}

/// What is held back: of the indsatser, kind by kind with how many they are; of the report, by name.
fn held_back(words: &Words, held: &[(usize, &Derived)]) -> Vec<Aendring> {
    let line = |nr: usize, label: Text, ny: Text| Aendring {
        nr,
        slags: Kind::Changed,
        label: navn(&words.say(&label)),
        gammel: None,
        ny: Some(words.say(&ny)),
        paa_side: false,
        sted: String::new(),
    };
    let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, d) in held {
        if let Some(id) = &d.indsats {
            let kind = d.key.split('.').next().unwrap_or_default();
            kinds.entry(kind).or_default().insert(id);
        }
    }
    // Kinds that are held back for the same indsatser share a line.
    let mut lines: Vec<(BTreeSet<&str>, Vec<&str>)> = Vec::new();
    for (kind, ids) in kinds {
        match lines.iter_mut().find(|(of, _)| *of == ids) {
            Some((_, kinds)) => kinds.push(kind),
            None => lines.push((ids, vec![kind])),
        }
    }
    let Some((nr, _)) = held.first() else { return Vec::new() };
    let mut all: Vec<Aendring> = lines
        .into_iter()
        .map(|(ids, kinds)| {
            let kinds = Text::all_of(kinds.into_iter().map(diff::kind_of_number));
            line(
                *nr,
                text!("draft-held-back-kinds", kinds = kinds),
                text!("draft-held-back", n = ids.len()),
            )
        })
        .collect();
    let own: Vec<&Derived> = held.iter().map(|(_, d)| *d).filter(|d| d.indsats.is_none()).collect();
    if !own.is_empty() {
        let numbers = text!("draft-held-back-own", numbers = by_kind(&own));
        all.push(line(*nr, text!("draft-held-back-report"), numbers));
    }
    all
}

/// Names of numbers, each kind said once: `andel (bydækkende, SOF), beløb (i alt)`.
fn by_kind(numbers: &[&Derived]) -> String {
    let mut kinds: Vec<(String, Vec<&str>)> = Vec::new();
    for d in numbers {
        let (kind, rest) = d.label.split_once(", ").unwrap_or((&d.label, ""));
        match kinds.iter_mut().find(|(of, _)| *of == kind) {
            Some((_, all)) => all.push(rest),
            None => kinds.push((kind.to_owned(), vec![rest])),
        }
    }
    let said = kinds.iter().map(|(kind, all)| match all.join(", ") {
        none if none.is_empty() => kind.to_lowercase(),
        all => format!("{} ({all})", kind.to_lowercase()),
    });
    said.collect::<Vec<_>>().join(", ")
}

fn computed(draft: &Draft<'_>, nr: usize, d: &Derived) -> Aendring {
    Aendring {
        nr,
        slags: Kind::Changed,
        label: navn(&d.label),
        gammel: Some(d.old.clone()).filter(|old| !old.is_empty()),
        ny: Some(d.new.clone()),
        paa_side: draft.shows_marks(),
        sted: d.indsats.clone().unwrap_or_default(),
    }
}

fn aendring(words: &Words, report: &Report, draft: &Draft<'_>, nr: usize, c: &Change) -> Aendring {
    // What the report itself shows is looked up where it is set; an indsats that is not here has none.
    let is_here = |id: &&String| report.indsatser.iter().any(|i| i.id == **id);
    let here = c.indsats.as_ref().filter(is_here);
    let is_gone = c.kind == Kind::Removed && c.field.is_empty();
    let shown = (c.indsats.is_none() || here.is_some()) && !is_gone;
    Aendring {
        nr,
        slags: c.kind,
        label: match c.label.as_str() {
            "" => words.say(&text!("draft-whole")),
            label => navn(label),
        },
        gammel: c.old.clone(),
        ny: c.new.clone(),
        paa_side: shown && draft.shows_marks(),
        sted: here.filter(|_| shown).cloned().unwrap_or_default(),
    }
}
