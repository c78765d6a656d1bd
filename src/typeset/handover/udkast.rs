//! What a draft adds: its stamp, what changed, what is missing and who owes it. Handed over in
//! files of its own, which no other edition reads.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use typst::foundations::Bytes;

use super::carried::{of_last_year, open_fields, shared_of_last_year};
use super::change_list::{Gruppe, grupper};
use super::mangler::{Missing, mangler};
use super::tekst::navn;
use super::{json, paths};
use crate::report::carried::{self, Open};
use crate::report::diff::{self, Change, Derived, Diff, Gone, Mark};
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
    /// What is gone and stood by itself.
    slettet: Vec<Slettet>,
    /// Computed numbers that changed.
    beregnet: Vec<Beregnet>,
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
    /// Paths of the fields whose texts are of last year and nobody has confirmed, by indsats.
    ubekraeftede: BTreeMap<String, Vec<String>>,
    /// Computed numbers of the report that changed.
    beregnet: Vec<Beregnet>,
    /// Which signs stand beside the text, for the line that explains them.
    tegn: Tegn,
    /// Whether it is compared with other data.
    sammenlignet: bool,
    /// The sentence over the list of changes.
    indledning: String,
    grupper: Vec<Gruppe>,
}

/// A mark beside a field.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(super) struct Maerke {
    /// The field, as the layouts' units name theirs.
    felt: String,
    /// Numbers of the changes, for the links from the list.
    numre: Vec<usize>,
    /// The paragraphs of prose that it is about; all of the field where there are none.
    afsnit: Vec<usize>,
    label: String,
    gammel: Option<String>,
    ny: Option<String>,
    /// Whether it is a text of last year that nobody has confirmed, and no change.
    ubekraeftet: bool,
}

impl Maerke {
    /// A mark beside a text of last year that nobody has confirmed.
    pub(super) fn of_last_year(felt: String) -> Self {
        Self { felt, ubekraeftet: true, ..Self::default() }
    }
}

/// Something that is gone and stood by itself.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Slettet {
    /// Its path in the old data.
    felt: String,
    /// The field that it stood after; empty where it stood first.
    efter: String,
    /// The field that it stood before then.
    foer: String,
    /// What it was, in a few words.
    hvad: String,
    /// Number of the change, for the link from the list.
    nr: usize,
}

/// A computed number that changed.
#[derive(Debug, Serialize, JsonSchema)]
struct Beregnet {
    navn: String,
    /// Its number in the list.
    nr: usize,
}

/// Which signs stand beside the text.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct Tegn {
    aendret: bool,
    ubekraeftet: bool,
    slettet: bool,
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

impl Draft<'_> {
    /// Whether its pages carry marks.
    pub(super) fn shows_marks(&self) -> bool {
        self.marks != Marks::None
    }
}

/// The draft's own files: `/data/udkast.json`, `/data/udkast/<id>.json`.
#[must_use]
pub fn draft_files(report: &Report, draft: &Draft<'_>, words: &Words) -> BTreeMap<String, Bytes> {
    let marks = match draft.siden {
        Some((diff, _)) if draft.shows_marks() => diff::marks(diff),
        _ => BTreeMap::new(),
    };
    let change = |nr: usize| draft.siden.and_then(|(d, _)| d.changes.get(nr));
    let fuld = draft.marks == Marks::Full;
    let of = |id: &str| {
        let mine = || marks.iter().filter(|((owner, _), _)| owner == id);
        let fields = mine().flat_map(|((_, felt), mark)| marks_beside(felt, mark, &change));
        let gone = mine().flat_map(|(_, mark)| slettet(mark));
        (fields.collect::<Vec<_>>(), gone.collect::<Vec<_>>())
    };
    let added = draft.siden.map(|(d, _)| d.added()).unwrap_or_default();
    let all = carried::open(report);
    let open = if draft.shows_marks() { all.as_slice() } else { &[] };
    let mut tegn = Tegn { ubekraeftet: !open.is_empty(), ..Tegn::default() };
    tegn.aendret = draft.shows_marks() && (change(0).is_some() || !draft.derived.is_empty());
    let mut files = BTreeMap::new();
    for (nr, i) in report.indsatser.iter().enumerate() {
        let (mut maerker, slettet) = of(&i.id);
        maerker.extend(of_last_year(open, Some(nr)));
        maerker.extend(shared_of_last_year(report, open, i));
        tegn.slettet |= !slettet.is_empty();
        let file = IndsatsUdkast {
            ny: draft.shows_marks() && added.contains(i.id.as_str()),
            fuld,
            liste: true,
            maerker,
            slettet,
            beregnet: derived_of(draft, Some(&i.id)).collect(),
            mangler: lacking(words, report, &all, nr, i),
        };
        files.insert(paths::udkast(&i.id), json(&file));
    }
    let (mut front, _) = of("");
    front.extend(of_last_year(open, None));
    let file = RapportUdkast {
        stempel: draft.stempel.clone(),
        ny: false,
        fuld,
        maerker: front,
        ubekraeftede: open_fields(report, open),
        beregnet: derived_of(draft, None).collect(),
        tegn,
        sammenlignet: draft.siden.is_some(),
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
            slettet: Vec::new(),
            beregnet: Vec::new(),
            mangler: lacking(words, report, &open, nr, i),
        };
        (paths::udkast(&i.id), json(&file))
    };
    let front = RapportUdkast {
        stempel: String::new(),
        ny: false,
        fuld: false,
        maerker: of_last_year(&open, None).collect(),
        ubekraeftede: open_fields(report, &open),
        beregnet: Vec::new(),
        tegn: Tegn { ubekraeftet: !open.is_empty(), ..Tegn::default() },
        sammenlignet: false,
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

/// Beside a field: what changed in it, and what of it is gone.
fn marks_beside<'c>(
    field: &str,
    mark: &Mark,
    change: &dyn Fn(usize) -> Option<&'c Change>,
) -> Vec<Maerke> {
    let label = |nr: usize| change(nr).map_or_else(String::new, |c| navn(&c.label));
    let own = mark.change.map(|nr| Maerke {
        felt: field.to_owned(),
        numre: vec![nr],
        afsnit: mark.sentences.iter().map(|s| s.paragraph).collect(),
        label: label(nr),
        gammel: mark.old.clone(),
        ny: mark.new.clone(),
        ubekraeftet: false,
    });
    // A part that is gone changed what it was part of: it goes by its own path there.
    let part = |g: &Gone| Maerke {
        felt: match g.field.rsplit_once('.') {
            Some((_, key)) if !key.ends_with(']') => format!("{}.{key}", g.near),
            _ => g.near.clone(),
        },
        numre: vec![g.change],
        label: label(g.change),
        gammel: g.old.clone(),
        ..Maerke::default()
    };
    let gone = mark.gone.iter().filter(|g| !is_apart(&g.field)).map(part);
    own.into_iter().chain(gone).collect()
}

/// Whether what is gone stood by itself: a block, or a text with no other field around it. Anything
/// else was part of something that is still there, and changed it.
fn is_apart(field: &str) -> bool {
    let in_list = field.strip_suffix(']').and_then(|f| f.rsplit_once('[')).map(|(list, _)| list);
    match in_list {
        Some(list) => list == "blok" || list.ends_with(".blok"),
        None => !field.contains(['.', '[']),
    }
}

/// A label where it stands inside a line.
fn in_a_sentence(label: &str) -> String {
    let mut signs = label.chars();
    let first = signs.next().map(char::to_lowercase);
    navn(&first.into_iter().flatten().chain(signs).collect::<String>())
}

/// What is gone and stood by itself, each with where that was.
fn slettet(mark: &Mark) -> impl Iterator<Item = Slettet> + '_ {
    let apart = mark.gone.iter().filter(|g| is_apart(&g.field));
    apart.map(|g| {
        let after_another = g.near.ends_with(']');
        let list = g.field.rsplit_once('[').map(|(list, _)| list).filter(|_| !after_another);
        Slettet {
            felt: g.field.clone(),
            efter: if after_another { g.near.clone() } else { String::new() },
            foer: list.map(|list| format!("{list}[0]")).unwrap_or_default(),
            hvad: in_a_sentence(&g.label),
            nr: g.change,
        }
    })
}

/// The numbers that a draft has in its list of what is computed: of an indsats, or of the report.
fn derived_of<'a>(draft: &Draft<'a>, id: Option<&'a str>) -> impl Iterator<Item = Beregnet> + 'a {
    let shown = if draft.shows_marks() { draft.derived } else { &[] };
    let first = draft.siden.map_or(0, |(diff, _)| diff.changes.len());
    let mine = move |(_, d): &(usize, &Derived)| d.indsats.as_deref() == id;
    (first..).zip(shown).filter(mine).map(|(nr, d)| Beregnet { navn: d.key.clone(), nr })
}

fn indledning(draft: &Draft<'_>) -> Text {
    match draft.siden {
        Some((diff, name)) if diff.changes.is_empty() && draft.derived.is_empty() => {
            text!("draft-same", since = name)
        }
        Some((diff, name)) => text!("draft-changes", since = name, n = diff.changes.len()),
        None => text!("draft-not-compared"),
    }
}
