//! The changes of one data file, gathered and then made.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::given::Given;
use super::{ANSWER, Asked, Changed, Import, path, shown};
use crate::finding::{Finding, Place};
use crate::report::carried;
use crate::report::edit::{Action, Document, Edit};
use crate::report::form::answer::Answer;
use crate::report::form::question::Kind;
use crate::report::load::{FieldPath, Step};
use crate::text;
use crate::words::Text;

/// The changes of one file.
pub(super) struct Files<'a> {
    file: &'a str,
    document: &'a Document,
    sets: Vec<Edit>,
    removes: BTreeSet<Vec<Part>>,
    /// Figures whose values were missing, by their block.
    figures: BTreeMap<String, Figure>,
    changed: Vec<Changed>,
    confirmed: Vec<String>,
}

/// What a figure without values is told.
#[derive(Default)]
struct Figure {
    /// By series and category.
    values: BTreeMap<(usize, usize), (Value, Place)>,
    /// Names of categories, where it had none.
    categories: BTreeMap<usize, Value>,
}

/// A step that sorts so that later items of a list come last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Key(String),
    Index(usize),
}

impl<'a> Files<'a> {
    pub(crate) fn new(file: &'a str, document: &'a Document) -> Self {
        Self {
            file,
            document,
            sets: Vec::new(),
            removes: BTreeSet::new(),
            figures: BTreeMap::new(),
            changed: Vec::new(),
            confirmed: Vec::new(),
        }
    }

    fn note(&mut self, given: &Given, asked: &Asked, new: String) {
        self.changed.push(Changed {
            file: self.file.to_owned(),
            field: given.field.clone(),
            label: asked.label.clone(),
            old: shown(&asked.now),
            new,
            place: given.place.clone(),
        });
    }

    /// A field says something else.
    pub(crate) fn set(&mut self, given: &Given, asked: &Asked, answer: &Answer) {
        self.note(given, asked, shown(answer));
        if matches!(asked.kind, Kind::Text { .. }) {
            self.confirmed.push(given.field.clone());
        }
        let field = path(&given.field);
        let old = self.document.get(&field);
        let value = answer.toml(old);
        if old.is_none()
            && let Some((block, part)) = of_figure(&field)
        {
            let figure = self.figures.entry(block).or_default();
            match part {
                FigurePart::Value(series, category) => {
                    figure.values.insert((series, category), (value, given.place.clone()));
                }
                FigurePart::Category(category) => {
                    // A year is a name here.
                    figure.categories.insert(category, Value::String(answer.shown()));
                }
            }
            return;
        }
        let seen = Some(self.document.seen(&field));
        self.sets.push(Edit { field, seen, action: Action::Set(value) });
    }

    /// A text of last year that holds as it is.
    pub(crate) fn confirm(&mut self, given: &Given, _: &Asked, import: &mut Import) {
        if self.mark_of(&given.field).is_some() {
            import.confirmed.push((self.file.to_owned(), given.field.clone()));
            self.confirmed.push(given.field.clone());
        } else {
            import.untouched += 1;
        }
    }

    /// A text goes: a block's own text takes the block with it.
    pub(crate) fn remove(&mut self, given: &Given, asked: &Asked) -> Result<(), (Text, Text)> {
        if asked.now.mark() != given.mark {
            let words = text!("form-text-changed", now = shown(&asked.now));
            return Err((words, text!("form-text-changed-hint")));
        }
        let field = path(&given.field);
        let gone = match block_of(&field, self.document) {
            Some(block) => block,
            None if asked.optional => field,
            None => {
                return Err((text!("form-needed"), text!("form-needed-hint")));
            }
        };
        if self.document.get(&gone).is_none() {
            return Err((text!("form-nothing-there"), text!("form-nothing-there-hint")));
        }
        self.note(given, asked, "slettes".to_owned());
        self.confirmed.push(given.field.clone());
        self.removes.insert(parts(&gone));
        Ok(())
    }

    /// Makes the changes and hands them to the import.
    pub(crate) fn finish(mut self, import: &mut Import) {
        let figures = std::mem::take(&mut self.figures);
        for (block, told) in figures {
            if let Err(finding) = self.figure(&block, &told) {
                import.findings.push(finding);
                // The figure is left out; what else the form says is not.
                let inside = |c: &Changed| {
                    c.field.strip_prefix(&block).is_some_and(|rest| rest.starts_with('.'))
                };
                self.changed.retain(|changed| !inside(changed));
            }
        }
        let mut edits = std::mem::take(&mut self.sets);
        // What is inside something that goes, goes with it.
        let removes = std::mem::take(&mut self.removes);
        edits.retain(|edit| {
            let inside = parts(&edit.field);
            !removes.iter().any(|gone| inside.starts_with(gone))
        });
        for gone in removes.iter().rev() {
            if !removes.iter().any(|other| other != gone && gone.starts_with(other)) {
                edits.push(Edit { field: field_of(gone), seen: None, action: Action::Remove });
            }
        }
        let fields: BTreeSet<FieldPath2> =
            self.confirmed.iter().filter_map(|field| self.mark_of(field)).map(FieldPath2).collect();
        for FieldPath2(key) in fields {
            let field = FieldPath(vec![Step::Key(carried::KEY.to_owned()), Step::Key(key)]);
            edits.push(Edit { field, seen: None, action: Action::Remove });
        }
        if edits.is_empty() {
            return;
        }
        match self.document.apply(&edits) {
            Ok(text) => {
                let text = carried::tidied(text);
                import.files.push((self.file.to_owned(), self.document.text().to_owned(), text));
                import.changed.append(&mut self.changed);
            }
            Err(findings) => import.findings.extend(findings),
        }
    }

    /// A figure that had no values: its series are written whole, and it is no longer missing. Where
    /// it had no categories, those that are named are its categories, in the form's order.
    fn figure(&mut self, block: &str, told: &Figure) -> Result<(), Finding> {
        let field = path(block);
        let Some(figure) = self.document.get(&field) else { return Ok(()) };
        let known = figure.get("kategorier").and_then(Value::as_array).map_or(0, Vec::len);
        let rows: Vec<usize> = match known {
            0 => told.categories.keys().copied().collect(),
            known => (0..known).collect(),
        };
        let nameless = told.values.iter().find(|((_, category), _)| !rows.contains(category));
        if let Some(((_, row), (_, place))) = nameless {
            let title = figure.get("titel").and_then(Value::as_str).unwrap_or(block);
            let words = text!("form-no-category", title = title, nr = row + 1);
            let finding = Finding::error(ANSWER.code, words).at(place.clone());
            return Err(finding.hint(text!("form-no-category-hint")));
        }
        let seen = |key: &str| Some(self.document.seen(&field.key(key)));
        let mut set = |key: &str, value: Value| {
            let edit = Edit { field: field.key(key), seen: seen(key), action: Action::Set(value) };
            self.sets.push(edit);
        };
        if known == 0 {
            set("kategorier", Value::Array(told.categories.values().cloned().collect()));
        }
        let series = told.values.keys().map(|(series, _)| series + 1).max().unwrap_or(1);
        let list = (0..series).map(|s| {
            let value = |c: &usize| match told.values.get(&(s, *c)) {
                Some((value, _)) => value.clone(),
                None => "udfyldes".into(),
            };
            let mut table = Table::new();
            table.insert("vaerdier".to_owned(), Value::Array(rows.iter().map(value).collect()));
            Value::Table(table)
        });
        set("serier", Value::Array(list.collect()));
        if figure.get("tilstand").is_some() {
            set("tilstand", "endelig".into());
        }
        Ok(())
    }

    /// The key in `[fra_sidste_aar]` of a text that nobody has confirmed.
    fn mark_of(&self, field: &str) -> Option<String> {
        let marks = self.document.value().get(carried::KEY)?.as_table()?;
        marks.contains_key(field).then(|| field.to_owned())
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct FieldPath2(String);

fn parts(field: &FieldPath) -> Vec<Part> {
    let part = |step: &Step| match step {
        Step::Key(key) => Part::Key(key.clone()),
        Step::Index(i) => Part::Index(*i),
    };
    field.0.iter().map(part).collect()
}

fn field_of(parts: &[Part]) -> FieldPath {
    let step = |part: &Part| match part {
        Part::Key(key) => Step::Key(key.clone()),
        Part::Index(i) => Step::Index(*i),
    };
    FieldPath(parts.iter().map(step).collect())
}

/// What of a figure a field is.
enum FigurePart {
    /// The value of a series and a category.
    Value(usize, usize),
    /// The name of a category.
    Category(usize),
}

/// Block and part of a figure that a field is.
fn of_figure(field: &FieldPath) -> Option<(String, FigurePart)> {
    let block = |steps: &[Step]| FieldPath(steps.to_vec()).to_string();
    match field.0.as_slice() {
        [of @ .., Step::Key(serier), Step::Index(s), Step::Key(vaerdier), Step::Index(c)]
            if serier == "serier" && vaerdier == "vaerdier" =>
        {
            Some((block(of), FigurePart::Value(*s, *c)))
        }
        [of @ .., Step::Key(key), Step::Index(c)] if key == "kategorier" => {
            Some((block(of), FigurePart::Category(*c)))
        }
        _ => None,
    }
}

/// The block whose own text a field is: with it, the block has nothing left to say.
fn block_of(field: &FieldPath, document: &Document) -> Option<FieldPath> {
    let (Step::Key(key), block) = field.0.split_last()? else { return None };
    let block = FieldPath(block.to_vec());
    document.get(&block)?.get("slags")?;
    (key == "tekst").then_some(block)
}
