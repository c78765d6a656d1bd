//! What a form asks about an indsats: its texts, values and tables in the order of the model, each
//! with its Danish name, last year's answer and who owes it.

mod grids;

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::answer::Answer;
use crate::report::danish;
use crate::report::diff::naming::old_indices;
use crate::report::fields::{self, names};
use crate::report::load::FieldPath;
use crate::report::model::{Enhed, Indsats, Vaerdi};
use crate::report::schema::DataFile;
use crate::report::texts::{self, Form};
use crate::text;
use crate::words::Text;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words; prose may have paragraphs.
    Text {
        /// Whether it may have paragraphs.
        prose: bool,
    },
    /// A number with its state.
    Number(Enhed),
    /// A whole number without a state, such as an age.
    Whole,
    /// Yes or no.
    YesNo,
    /// Names of bydele.
    Bydele,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Field in the file of the indsats.
    pub field: String,
    /// The part of the indsats that it belongs to.
    pub group: Group,
    /// Its name in Danish.
    pub label: String,
    /// Code of the forvaltning that answers.
    pub owner: String,
    /// How it is answered.
    pub kind: Kind,
    /// What the data says now.
    pub now: Answer,
    /// What last year's data says, in words; of a series, of the same year.
    pub before: Option<String>,
    /// Whether it is a text of last year that nobody has confirmed.
    pub open: bool,
    /// Whether the report can do without it.
    pub optional: bool,
}

/// A table or a figure as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Field of the block.
    pub field: String,
    /// Its title.
    pub title: String,
    /// Code of the forvaltning that answers.
    pub owner: String,
    /// The columns' heads and units.
    pub columns: Vec<(String, Enhed)>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a [`Grid`].
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its head.
    pub name: String,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a [`Grid`].
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its field.
    pub field: String,
    /// Unit of its number.
    pub enhed: Enhed,
    /// What the data says now.
    pub now: Answer,
    /// What last year's data says, in words.
    pub before: Option<String>,
}

/// All that is asked about an indsats.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Questions {
    /// One by one.
    pub list: Vec<Question>,
    /// As tables.
    pub grids: Vec<Grid>,
}

/// Keys that the secretariat keeps, besides those that the model calls settings.
const NOT_ASKED: [&str; 27] = [
    "accepteret",
    "alias",
    "alt",
    "egen_ramme",
    "fagprincipper",
    "fil",
    "foelsom",
    "forvaltning",
    "forvaltninger",
    "fra_sidste_aar",
    "geografi_som_trykt",
    "i_budgetpakken",
    "kategorier",
    "kolonner",
    "kort_navn",
    "om",
    "ordnet",
    "overskrift",
    "par",
    "raekkehoved",
    "raekker",
    "sammenlignelig",
    "serier",
    "siden",
    "slags",
    "taeller",
    "tidligere_id",
];

/// Texts that every indsats has.
const NEEDED: [&str; 9] = [
    "navn",
    "lead",
    "beskrivelse",
    "overblik.navn",
    "overblik.problem",
    "overblik.maalgruppe",
    "brugere.tekst",
    "geografi.tekst",
    "oekonomi.tekst",
];

/// What a form asks about an indsats. `before` is the indsats in last year's report, `open` the
/// fields of the texts of last year that nobody has confirmed.
#[must_use]
pub fn questions(indsats: &Indsats, before: Option<&Indsats>, open: BTreeSet<String>) -> Questions {
    let of = |i: &Indsats| serde_json::to_value(i).unwrap_or_default();
    let (now, before) = (of(indsats), before.map(of));
    let mut walk = Walk {
        texts: texts::of_indsats(indsats).texts.into_iter().map(|t| (t.field, t.form)).collect(),
        data: now.clone(),
        open,
        found: Questions::default(),
    };
    let at = At {
        field: String::new(),
        names: Vec::new(),
        enhed: Enhed::Antal,
        owner: indsats.overblik.forvaltning.clone(),
    };
    walk.value(&at, "", &now, before.as_ref());
    if indsats.virkningsevaluering.is_none() {
        walk.yes_no(&at.key("virkningsevaluering"), Answer::Empty, None);
    }
    walk.found.list.sort_by_key(|q| q.group);
    walk.found
}

/// A place on the way down.
#[derive(Debug, Clone)]
struct At {
    field: String,
    names: Vec<String>,
    enhed: Enhed,
    owner: String,
}

impl At {
    fn key(&self, key: &str) -> Self {
        let mut at = self.clone();
        at.field = if at.field.is_empty() { key.to_owned() } else { format!("{}.{key}", at.field) };
        at.names.push(fields::label(key).to_owned());
        at
    }

    fn item(&self, list: &str, index: usize, item: &Value) -> Self {
        let mut at = self.clone();
        at.field = format!("{}[{index}]", at.field);
        at.names.push(match item {
            Value::Object(_) => names::of_item(list, item, index),
            _ => (index + 1).to_string(),
        });
        at
    }
}

struct Walk {
    texts: BTreeMap<String, Form>,
    /// The indsats, which knows what its blocks are.
    data: Value,
    open: BTreeSet<String>,
    found: Questions,
}

impl Walk {
    fn value(&mut self, at: &At, key: &str, now: &Value, before: Option<&Value>) {
        if fields::is_setting(key) || NOT_ASKED.contains(&key) || at.field == "overblik.navn" {
            return;
        }
        if let Some(form) = self.texts.get(&at.field) {
            let prose = *form == Form::Prose;
            self.words(at, prose, now, before);
            return;
        }
        match (key, now) {
            ("beloeb", v) => self.number(&At { enhed: Enhed::Kr, ..at.clone() }, v, before),
            ("vaerdier", Value::Object(years)) => self.series(at, years, before),
            ("tal", Value::Array(numbers)) => {
                for (i, v) in numbers.iter().enumerate() {
                    let old = before.and_then(|b| b.get(i));
                    self.number(&at.item(key, i, v), v, old);
                }
            }
            ("bydele", Value::Array(_)) => self.bydele(at, now, before),
            ("n", Value::Number(_)) => self.whole(at, now, before),
            ("alder", Value::Number(_)) => self.whole(at, now, before),
            (_, Value::Bool(yes)) => {
                self.yes_no(at, Answer::YesNo(*yes), before.and_then(Value::as_bool));
            }
            (_, Value::Object(map)) => self.object(at, map, before),
            (_, Value::Array(items)) => {
                let old = before.and_then(Value::as_array);
                let twins = old.map(|old| old_indices(old, items)).unwrap_or_default();
                for (i, item) in items.iter().enumerate() {
                    let twin = old.and_then(|old| old.get((*twins.get(i)?)?));
                    self.value(&at.item(key, i, item), "", item, twin);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, at: &At, map: &Map<String, Value>, before: Option<&Value>) {
        let mut at = at.clone();
        if let Some(enhed) = map.get("enhed").and_then(read) {
            at.enhed = enhed;
        }
        if let Some(owner) = map.get("skylder").and_then(Value::as_str) {
            owner.clone_into(&mut at.owner);
        }
        for (key, now) in map {
            self.value(&at.key(key), key, now, before.and_then(|b| b.get(key)));
        }
        match map.get("slags").and_then(Value::as_str) {
            Some("tabel") => self.table(&at, map, before),
            Some("figur") => self.figure(&at, map, before),
            _ => {}
        }
    }

    fn ask(&mut self, at: &At, kind: Kind, now: Answer, before: Option<String>) {
        let group = Group::of(&at.field);
        // Fields have Danish names, as in the model.
        let title = group.title().to_string().to_lowercase();
        let mut names = at.names.clone();
        // The part's own name stands over its questions.
        let alike = |n: &String| n.to_lowercase() == title || n == "overblik";
        if names.len() > 1 && names.first().is_some_and(alike) {
            names.remove(0);
        }
        let block = at.field.starts_with("blok") || at.field.contains(".blok[");
        let optional = !NEEDED.contains(&at.field.as_str()) && (block || kind != Kind::YesNo);
        self.found.list.push(Question {
            group,
            label: names::joined(&names),
            owner: at.owner.clone(),
            kind,
            now,
            before: before.filter(|b| !b.is_empty()),
            open: self.open.contains(&at.field),
            optional: optional && (is_text_of_block(&at.field) || !self.is_required(&at.field)),
            field: at.field.clone(),
        });
    }

    /// Whether what a field stands in cannot do without it.
    fn is_required(&self, field: &str) -> bool {
        let known = fields::at(DataFile::Indsats, &FieldPath::parse(field), &self.data);
        known.is_some_and(|known| known.required && !field.ends_with(']'))
    }

    fn words(&mut self, at: &At, prose: bool, now: &Value, before: Option<&Value>) {
        let now = Answer::text(now.as_str().unwrap_or_default());
        let before = before.and_then(Value::as_str).map(|b| Answer::text(b).shown());
        self.ask(at, Kind::Text { prose }, now, before);
    }

    fn number(&mut self, at: &At, now: &Value, before: Option<&Value>) {
        let now = read::<Vaerdi>(now).map_or(Answer::Empty, |v| Answer::value(&v));
        let before = before.and_then(read::<Vaerdi>).map(|v| danish::value(&v, at.enhed));
        self.ask(at, Kind::Number(at.enhed), now, before);
    }

    /// Last year's report had all years but the newest.
    fn series(&mut self, at: &At, years: &Map<String, Value>, before: Option<&Value>) {
        for (year, v) in years {
            self.number(&at.key(year), v, before.and_then(|b| b.get(year)));
        }
    }

    fn whole(&mut self, at: &At, now: &Value, before: Option<&Value>) {
        let now = now.as_f64().map_or(Answer::Empty, |n| Answer::number(n, Default::default()));
        let before = before.filter(|b| b.is_number()).map(ToString::to_string);
        self.ask(at, Kind::Whole, now, before);
    }

    fn yes_no(&mut self, at: &At, now: Answer, before: Option<bool>) {
        self.ask(at, Kind::YesNo, now, before.map(|b| Answer::YesNo(b).shown()));
    }

    fn bydele(&mut self, at: &At, now: &Value, before: Option<&Value>) {
        let names = |v: &Value| Answer::Names(read(v).unwrap_or_default());
        self.ask(at, Kind::Bydele, names(now), before.map(|b| names(b).shown()));
    }
}

/// Whether a field is the text of a block: without it, the block has nothing left to say.
#[must_use]
pub fn is_text_of_block(field: &str) -> bool {
    let block = field.strip_suffix("].tekst").and_then(|block| block.rsplit_once('['));
    block.is_some_and(|(list, _)| list == "blok" || list.ends_with(".blok"))
}

fn read<T: DeserializeOwned>(v: &Value) -> Option<T> {
    T::deserialize(v).ok()
}

/// The parts of an indsats in the order in which a form asks about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What stands at the head of the file.
    Own,
    /// Its users.
    Users,
    /// Its places.
    Places,
    /// Its money.
    Money,
    /// Its blocks.
    Content,
}

impl Group {
    /// The part that a field belongs to.
    #[must_use]
    pub fn of(field: &str) -> Self {
        match field.split(['.', '[']).next().unwrap_or_default() {
            "brugere" => Self::Users,
            "geografi" => Self::Places,
            "oekonomi" => Self::Money,
            "blok" => Self::Content,
            _ => Self::Own,
        }
    }

    /// What stands over its questions.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Own => text!("form-group-own"),
            Self::Users => text!("form-group-users"),
            Self::Places => text!("form-group-places"),
            Self::Money => text!("form-group-money"),
            Self::Content => text!("form-group-content"),
        }
    }
}
