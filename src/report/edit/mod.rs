//! Changes of data files, by field, so that every byte but the changed values stays: comments, line
//! ends, a byte order mark, the way numbers and quotes are written.
//!
//! Pure over text. A change is cut into the old text at the value's own place, the result is read
//! again, and what it says must be exactly the old content with that change; otherwise nothing comes
//! of it. `output::write::all` puts several files on the disk together.
//!
//! ```text
//! Document::parse ─ apply(&[Edit]) ─▶ text ─ output::write::all ─▶ files
//!        │              └ seen? ─ conflict
//!        └ seen(field): the value that an editor or a form was shown
//! ```

mod compare;
mod encode;
pub mod indsats;
mod place;
mod prose;
mod splice;
#[cfg(test)]
mod tests;
pub mod trial;

pub use compare::seen;
pub use prose::{rewrap, unwrap};

use toml::Value;
use toml::de::DeTable;

use super::load::{FieldPath, Node, Step};
use crate::finding::{Finding, Place};
use crate::text;
use crate::words::Text;

crate::codes! {
    /// Codes of changes to the data files.
    EDIT:
    STALE "E001";
    NO_FIELD "E002";
    UNREADABLE "E003";
    UNSAFE "E004";
}

/// One change of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The field: `brugere.serie[0].vaerdier.2023`.
    pub field: FieldPath,
    /// [`seen`] of the value that was shown to whoever makes the change; none where nobody looked.
    pub seen: Option<String>,
    /// What becomes of it.
    pub action: Action,
}

/// What becomes of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// It says this, whether it was there before or not. Inside tables and lists only what differs
    /// is written.
    Set(Value),
    /// It goes, with the comment at the end of its line.
    Remove,
    /// The field is a list: a new item before the one of this index, last where the index is the
    /// list's length.
    Insert(usize, Value),
    /// The field is a list: an item goes from one index to another.
    Move(usize, usize),
}

impl Edit {
    /// A change of a field that nobody was shown.
    #[must_use]
    pub fn new(field: &str, action: Action) -> Self {
        Self { field: FieldPath::parse(field), seen: None, action }
    }

    /// A change that holds only where the field still says what was seen.
    #[must_use]
    pub fn seen(mut self, seen: impl Into<String>) -> Self {
        self.seen = Some(seen.into());
        self
    }
}

/// A data file's text, read.
#[derive(Debug, Clone)]
pub struct Document {
    file: String,
    text: String,
    tree: Node,
    value: Value,
}

impl Document {
    /// Reads a file's text; `file` is its name in findings.
    ///
    /// # Errors
    /// Where it is not UTF-8 or not TOML.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self, Finding> {
        let unreadable = |words: Text| {
            let place = Place { file: file.to_owned(), range: 0..0, field: None };
            Finding::error(UNREADABLE.code, words).at(place).hint(text!("edit-unreadable-hint"))
        };
        let text = std::str::from_utf8(bytes)
            .map_err(|_| unreadable(text!("edit-no-utf8", file = file)))?;
        Self::read(file, text.to_owned())
            .ok_or_else(|| unreadable(text!("edit-no-toml", file = file)))
    }

    fn read(file: &str, text: String) -> Option<Self> {
        let table = DeTable::parse(&text).ok()?;
        let tree = Node::from_table(&table);
        let value = text.strip_prefix('\u{feff}').unwrap_or(&text).parse::<toml::Table>().ok()?;
        Some(Self { file: file.to_owned(), text, tree, value: Value::Table(value) })
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All that the file says.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// What a field says; none where it is not there.
    #[must_use]
    pub fn get(&self, field: &FieldPath) -> Option<&Value> {
        at(&self.value, field)
    }

    /// The mark of what a field says now, to be handed back with a change.
    #[must_use]
    pub fn seen(&self, field: &FieldPath) -> String {
        seen(self.get(field))
    }

    /// The text with all changes; each is about the file as those before it left it.
    ///
    /// # Errors
    /// Every field that no longer says what was seen, and every change that cannot be written.
    pub fn apply(&self, edits: &[Edit]) -> Result<String, Vec<Finding>> {
        let mut stale: Vec<Finding> = Vec::new();
        for edit in edits {
            if let Some(seen) = edit.seen.as_ref().filter(|seen| **seen != self.seen(&edit.field)) {
                stale.push(self.stale(edit, seen));
            }
        }
        if !stale.is_empty() {
            return Err(stale);
        }
        let mut now = self.clone();
        for edit in edits {
            let unsafe_edit = || text!("edit-unsafe", field = edit.field.to_string());
            let mut expected = now.value.clone();
            if !compare::apply(&mut expected, &edit.field, &edit.action) {
                let words = text!("edit-not-there", field = edit.field.to_string());
                return Err(vec![now.refuse(NO_FIELD, edit, words)]);
            }
            let parts = compare::parts(now.get(&edit.field), &edit.field, &edit.action);
            for part in parts {
                let Some(text) = splice::one(&now.text, &now.tree, &part) else {
                    let words = text!("edit-not-here", field = edit.field.to_string());
                    return Err(vec![now.refuse(NO_FIELD, edit, words)]);
                };
                let Some(next) = Self::read(&self.file, text) else {
                    return Err(vec![now.refuse(UNSAFE, edit, unsafe_edit())]);
                };
                now = next;
            }
            if now.value != expected {
                return Err(vec![self.refuse(UNSAFE, edit, unsafe_edit())]);
            }
        }
        Ok(now.text)
    }

    fn stale(&self, edit: &Edit, _: &str) -> Finding {
        let field = edit.field.to_string();
        let words = match self.get(&edit.field) {
            Some(value) => text!("edit-stale", field = field, now = value.to_string()),
            None => text!("edit-stale-gone", field = field),
        };
        Finding::error(STALE.code, words).at(self.place(&edit.field)).hint(text!("edit-stale-hint"))
    }

    fn refuse(&self, code: crate::finding::Code, edit: &Edit, words: Text) -> Finding {
        Finding::error(code.code, words).at(self.place(&edit.field))
    }

    fn place(&self, field: &FieldPath) -> Place {
        let name = field.to_string();
        Place {
            file: self.file.clone(),
            range: self.tree.nearest(field),
            field: (!name.is_empty()).then_some(name),
        }
    }
}

/// What stands at a path.
#[must_use]
pub fn at<'v>(value: &'v Value, field: &FieldPath) -> Option<&'v Value> {
    field.0.iter().try_fold(value, |value, step| match (step, value) {
        (Step::Key(key), Value::Table(table)) => table.get(key),
        (Step::Index(i), Value::Array(items)) => items.get(*i),
        _ => None,
    })
}
