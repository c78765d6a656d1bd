//! What a draft prints otherwise than the data it is compared with. Both are handed over alike, so
//! they are compared as they are handed over: a value that is computed is told from its old self as
//! one that stands in the data is, wherever a layout prints it.
//!
//! Every object of a draft's files says which of its own keys are not what they were: `"aendret":
//! ["mio"]`. Items of a list are compared with their earlier selves by what they are, never by
//! where they stand. Text in paragraphs and blocks is left to the comparison of the data
//! ([`crate::report::diff`]), which knows which of them is which.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use typst::foundations::Bytes;

use super::{json, paths};

/// Key under which an object says which of its keys have changed.
const CHANGED: &str = "aendret";
/// What tells an item of a list from the others, the surest first.
const IDENTITY: [&str; 7] = ["id", "kode", "navn", "emne", "titel", "ord", "felt"];
/// What tells several items of one indsats from each other.
const OF_INDSATS: &str = "maal";
/// Where something stands, not what it says: a number that others moved is no change of its own.
const PLACE: &str = "nr";
/// The drawings of a figure, of which only the words are compared, and the key of these.
const DRAWINGS: [&str; 4] = ["fuld", "kompakt", "stor", "strakt"];
const LABELS: &str = "paaskrifter";

/// Virtual files, by path.
type Files = BTreeMap<String, Bytes>;

/// Makes the draft's files say what of them is not as it was in `old`, of the data that it is
/// compared with. `renamed` has the earlier id of every indsats that had another.
pub fn mark_changed(files: &mut Files, old: &Files, renamed: &BTreeMap<String, String>) {
    let compared: Vec<String> = files.keys().filter(|path| is_compared(path)).cloned().collect();
    for path in compared {
        let earlier = renamed.iter().find(|(id, _)| path == paths::indsats(id));
        let earlier = earlier.map_or_else(|| path.clone(), |(_, id)| paths::indsats(id));
        // A spread that was not there is new as a whole.
        let Some(before) = old.get(&earlier).and_then(read) else { continue };
        let Some(now) = files.get(&path).and_then(read) else { continue };
        let comparison = Comparison { files, old, renamed };
        let marked = comparison.marked(&now, Some(&before));
        files.insert(path, json(&marked));
    }
}

fn is_compared(path: &str) -> bool {
    [paths::RAPPORT, paths::OVERSIGT, paths::UDVALG].contains(&path)
        || path.starts_with(paths::INDSATSER)
}

fn read(bytes: &Bytes) -> Option<Value> {
    serde_json::from_slice(bytes).ok()
}

struct Comparison<'a> {
    files: &'a Files,
    old: &'a Files,
    renamed: &'a BTreeMap<String, String>,
}

impl Comparison<'_> {
    /// The value, each object in it with the keys that have changed.
    fn marked(&self, now: &Value, before: Option<&Value>) -> Value {
        match now {
            Value::Object(map) => self.object(map, before.and_then(Value::as_object)).into(),
            Value::Array(items) => {
                let before = before.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                self.list(items, before)
            }
            other => other.clone(),
        }
    }

    fn object(
        &self,
        now: &Map<String, Value>,
        before: Option<&Map<String, Value>>,
    ) -> Map<String, Value> {
        let mut marked = Map::new();
        let mut changed = BTreeSet::new();
        for (key, value) in now {
            let earlier = before.and_then(|b| b.get(key));
            if key != PLACE && earlier.is_none_or(|e| !self.same(value, e)) {
                changed.insert(key.clone());
                changed.extend(places(key, value, earlier));
            }
            marked.insert(key.clone(), self.marked(value, earlier));
        }
        marked.insert(CHANGED.to_owned(), changed.into_iter().collect());
        marked
    }

    /// Items without a name of their own stay as they are.
    fn list(&self, now: &[Value], before: &[Value]) -> Value {
        let mut seen: BTreeMap<Identity, usize> = BTreeMap::new();
        let mut of = |item: &Value| {
            let name = identity(item)?;
            let (first, rest) = &name;
            let earlier = (self.renamed.get(first).unwrap_or(first).clone(), rest.clone());
            let nth = seen.entry(name.clone()).or_default();
            let namesakes = before.iter().filter(|b| identity(b).as_ref() == Some(&earlier));
            *nth += 1;
            Some(namesakes.clone().nth(*nth - 1))
        };
        let items = now.iter().map(|item| match of(item) {
            Some(earlier) => self.marked(item, earlier),
            None => item.clone(),
        });
        items.collect()
    }

    /// Whether both print the same: of a figure, its words and numbers, not where they stand.
    fn same(&self, now: &Value, before: &Value) -> bool {
        if now == before {
            return true;
        }
        match (now, before) {
            (Value::Object(a), Value::Object(b)) if is_figure(a) && is_figure(b) => {
                said(a) == said(b) && labels(self.files, a) == labels(self.old, b)
            }
            (Value::Object(a), Value::Object(b)) => {
                let mut keys = a.keys().chain(b.keys());
                keys.all(|key| match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => key == PLACE || self.same(a, b),
                    _ => false,
                })
            }
            (Value::Array(a), Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.same(a, b))
            }
            _ => false,
        }
    }
}

/// The places of a list of numbers or words that differ: `bydele-antal[3]`.
fn places(key: &str, now: &Value, before: Option<&Value>) -> Vec<String> {
    let (Some(now), Some(before)) = (now.as_array(), before.and_then(Value::as_array)) else {
        return Vec::new();
    };
    if now.len() != before.len() || now.iter().any(|v| v.is_object() || v.is_array()) {
        return Vec::new();
    }
    let differs = |(_, (a, b)): &(usize, (&Value, &Value))| a != b;
    let differing = now.iter().zip(before).enumerate().filter(differs);
    differing.map(|(n, _)| format!("{key}[{n}]")).collect()
}

/// What an item is known by.
type Identity = (String, String);

fn identity(item: &Value) -> Option<Identity> {
    let said = |key: &str| Some(item.get(key)?.as_str()?.to_owned());
    let rest = said(OF_INDSATS).unwrap_or_default();
    IDENTITY.iter().find_map(|key| said(key)).map(|first| (first, rest))
}

fn is_figure(map: &Map<String, Value>) -> bool {
    DRAWINGS.iter().all(|key| map.contains_key(*key))
}

/// What a figure says outside its drawings.
fn said(figure: &Map<String, Value>) -> Vec<(&String, &Value)> {
    figure.iter().filter(|(key, _)| !DRAWINGS.contains(&key.as_str())).collect()
}

/// The words in a figure's drawing.
fn labels(files: &Files, figure: &Map<String, Value>) -> Vec<String> {
    let path = figure.get(DRAWINGS[0]).and_then(|d| d.get(LABELS)?.as_str());
    let labels = path.and_then(|path| files.get(path)).and_then(read);
    let all = labels.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    all.iter().filter_map(|label| Some(label.get("tekst")?.as_str()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn marked(now: &Value, before: &Value) -> Value {
        let none = Files::new();
        let comparison = Comparison { files: &none, old: &none, renamed: &BTreeMap::new() };
        comparison.marked(now, Some(before))
    }

    #[test]
    fn an_item_is_compared_with_its_earlier_self_wherever_that_stood() {
        let before = json!({"linjer": [{"id": "a", "mio": "1,0"}, {"id": "b", "mio": "2,0"}]});
        let now = json!({"linjer": [{"id": "b", "nr": 1, "mio": "2,0"}, {"id": "a", "mio": "··"},
            {"id": "c", "mio": "3,0"}]});
        let marked = marked(&now, &before);
        let changed = |n: usize| marked["linjer"][n][CHANGED].clone();
        assert_eq!(changed(0), json!([]));
        assert_eq!(changed(1), json!(["mio"]));
        assert_eq!(changed(2), json!(["id", "mio"]));
        assert_eq!(marked[CHANGED], json!(["linjer"]));
    }

    #[test]
    fn of_a_list_of_numbers_the_places_that_differ_are_told() {
        let marked = marked(&json!({"antal": [2, 1, 4]}), &json!({"antal": [2, 2, 4]}));
        assert_eq!(marked[CHANGED], json!(["antal", "antal[1]"]));
    }
}
