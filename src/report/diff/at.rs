//! A place in both data sets: its two paths and its name.

use super::items::Pair;
use crate::report::fields::{self, names};
use crate::report::model::Enhed;

/// A place in both data sets.
#[derive(Debug, Clone)]
pub(super) struct At {
    /// Path in the new data.
    pub new: String,
    /// Path in the old data.
    pub old: String,
    /// The last key on the way here.
    pub key: String,
    /// Names of what lies on the way, for the label.
    pub names: Vec<String>,
    /// Unit of the numbers here.
    pub enhed: Enhed,
}

impl At {
    /// A field of this object.
    pub(crate) fn field(&self, key: &str) -> Self {
        let mut at = self.clone();
        at.new = join(&self.new, key);
        at.old = join(&self.old, key);
        key.clone_into(&mut at.key);
        at.names.push(fields::label(key).to_owned());
        at
    }

    /// An item of this list, by its indices; the one that it lacks stays unused.
    pub(crate) fn item(&self, pair: Pair, name: String) -> Self {
        let index = |i: Option<usize>| i.map_or(String::new(), |i| format!("[{i}]"));
        let mut at = self.clone();
        at.new.push_str(&index(pair.new));
        at.old.push_str(&index(pair.old));
        at.names.push(name);
        at
    }

    /// The field in Danish.
    pub(crate) fn label(&self) -> String {
        names::joined(&self.names)
    }
}

/// A path and a key; keys that are no bare words are quoted, as in TOML.
pub(super) fn join(path: &str, key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let key = if key.chars().all(bare) { key.to_owned() } else { format!("\"{key}\"") };
    if path.is_empty() { key } else { format!("{path}.{key}") }
}

/// The path above: `brugere.serie[0]` of `brugere.serie[0].navn`.
pub(super) fn parent(path: &str) -> &str {
    path.rfind(['.', '[']).and_then(|at| path.get(..at)).unwrap_or_default()
}
