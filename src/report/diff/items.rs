//! Which item of the old list is which item of the new one.

use std::ops::Range;

use crate::report::fields::{self, names};

use serde_json::Value;
use similar::TextDiff;

/// Share of words in common from which two unnamed or renamed items are the same item.
const ALIKE: f32 = 0.5;
/// The same, where both stand alone between the same neighbours.
const ALIKE_IN_PLACE: f32 = 0.2;

/// One place in the merged list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// Index in the old list.
    pub old: Option<usize>,
    /// Index in the new list.
    pub new: Option<usize>,
    /// True where it has changed places with its like.
    pub moved: bool,
}

/// Matches two lists: equal items first, then those of the same name, then those alike, then the
/// only ones left in the same place. In the new list's order; an item that is gone stands after
/// the item that it stood after.
pub(super) fn pairs(old: &[Value], new: &[Value]) -> Vec<Pair> {
    let mut found = Matching { of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    found.by_key(old, new, &|v| Some(v.to_string()));
    found.by_key(old, new, &names::identity);
    found.by_likeness(old, new);
    found.by_place(old, new);
    found.merged()
}

struct Matching {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Matching {
    fn join(&mut self, old: usize, new: usize) {
        if let (Some(a), Some(b)) = (self.of_old.get_mut(old), self.of_new.get_mut(new)) {
            (*a, *b) = (Some(new), Some(old));
        }
    }

    fn free_old<'a>(&'a self, old: &'a [Value]) -> impl Iterator<Item = (usize, &'a Value)> {
        let free = |(i, _): &(usize, &Value)| self.of_old.get(*i).is_some_and(Option::is_none);
        old.iter().enumerate().filter(free)
    }

    fn free_new<'a>(&'a self, new: &'a [Value]) -> impl Iterator<Item = (usize, &'a Value)> {
        let free = |(i, _): &(usize, &Value)| self.of_new.get(*i).is_some_and(Option::is_none);
        new.iter().enumerate().filter(free)
    }

    /// The first free item of a key with the first of the same key, and so on.
    fn by_key(&mut self, old: &[Value], new: &[Value], key: &dyn Fn(&Value) -> Option<String>) {
        let mut keys: Vec<_> = self.free_old(old).filter_map(|(i, v)| Some((i, key(v)?))).collect();
        let wanted: Vec<_> = self.free_new(new).filter_map(|(i, v)| Some((i, key(v)?))).collect();
        for (j, wanted) in wanted {
            if let Some(at) = keys.iter().position(|(_, k)| *k == wanted) {
                let (i, _) = keys.remove(at);
                self.join(i, j);
            }
        }
    }

    fn by_likeness(&mut self, old: &[Value], new: &[Value]) {
        let mut scored = Vec::new();
        for (i, a) in self.free_old(old) {
            for (j, b) in self.free_new(new) {
                let ratio = likeness(a, b);
                if ratio >= ALIKE {
                    scored.push((ratio, i, j));
                }
            }
        }
        scored.sort_by(|a, b| {
            let near = |s: &(f32, usize, usize)| (s.1.abs_diff(s.2), s.1, s.2);
            b.0.total_cmp(&a.0).then_with(|| near(a).cmp(&near(b)))
        });
        for (_, i, j) in scored {
            let free = |of: &[Option<usize>], k: usize| of.get(k).is_some_and(Option::is_none);
            if free(&self.of_old, i) && free(&self.of_new, j) {
                self.join(i, j);
            }
        }
    }

    /// Pairs the free runs that stand between the same neighbours and are of the same length.
    fn by_place(&mut self, old: &[Value], new: &[Value]) {
        let mut start = 0;
        while start < self.of_old.len() {
            let free = self.of_old.iter().skip(start).take_while(|new| new.is_none()).count();
            let first = match start.checked_sub(1).and_then(|i| self.of_old.get(i)) {
                Some(before) => before.map(|j| j + 1),
                None => Some(0),
            };
            let end = start + free;
            let last = self.of_old.get(end).map_or(Some(self.of_new.len()), |after| *after);
            if let (Some(first), Some(last)) = (first, last) {
                self.by_run(old, new, start..end, first..last);
            }
            start = end + 1;
        }
    }

    fn by_run(&mut self, old: &[Value], new: &[Value], a: Range<usize>, b: Range<usize>) {
        let all_free = self.of_new.get(b.clone()).is_some_and(|r| r.iter().all(Option::is_none));
        if a.len() != b.len() || !all_free {
            return;
        }
        for (i, j) in a.zip(b) {
            let (Some(before), Some(after)) = (old.get(i), new.get(j)) else { continue };
            if likeness(before, after) >= ALIKE_IN_PLACE {
                self.join(i, j);
            }
        }
    }

    fn merged(&self) -> Vec<Pair> {
        let kept = in_order(&self.of_new);
        let mut merged: Vec<Pair> = Vec::new();
        for (j, old) in self.of_new.iter().enumerate() {
            let moved = old.is_some() && !kept.contains(&j);
            merged.push(Pair { old: *old, new: Some(j), moved });
        }
        for (i, _) in self.of_old.iter().enumerate().filter(|(_, new)| new.is_none()) {
            let before = i.checked_sub(1);
            let at = merged.iter().position(|p| before.is_some() && p.old == before);
            let gone = Pair { old: Some(i), new: None, moved: false };
            merged.insert(at.map_or(0, |at| at + 1), gone);
        }
        merged
    }
}

/// New indices whose old ones form a longest rising run: those that have kept their order.
fn in_order(of_new: &[Option<usize>]) -> Vec<usize> {
    let known: Vec<(usize, usize)> =
        of_new.iter().enumerate().filter_map(|(j, i)| Some((j, (*i)?))).collect();
    // best[k]: length of the longest rising run that ends at k, and the item before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(known.len());
    for (k, (_, old)) in known.iter().enumerate() {
        let before = known.iter().zip(&best).enumerate().take(k);
        let longest = before
            .filter(|(_, ((_, earlier), _))| earlier < old)
            .map(|(at, (_, (length, _)))| (*length, at))
            .max_by_key(|(length, at)| (*length, usize::MAX - at));
        best.push(longest.map_or((1, None), |(length, at)| (length + 1, Some(at))));
    }
    let last = best.iter().enumerate().max_by_key(|(k, (n, _))| (*n, usize::MAX - k));
    let mut at = last.map(|(k, _)| k);
    let mut kept = Vec::new();
    while let Some(k) = at {
        kept.extend(known.get(k).map(|(j, _)| *j));
        at = best.get(k).and_then(|(_, before)| *before);
    }
    kept
}

/// Share of words in common, 0 to 1; 0 between blocks of different kinds.
fn likeness(a: &Value, b: &Value) -> f32 {
    if a.get("slags") != b.get("slags") {
        return 0.0;
    }
    let (a, b) = (words(a), words(b));
    TextDiff::from_words(a.as_str(), b.as_str()).ratio()
}

/// All words and numbers of a value.
fn words(v: &Value) -> String {
    match v {
        Value::Null | Value::Bool(_) => String::new(),
        Value::Number(n) => n.to_string(),
        Value::String(s) => s.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join("\n"),
        Value::Object(map) => {
            let said = map.iter().filter(|(key, _)| !fields::is_setting(key));
            said.map(|(_, v)| words(v)).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn list(items: &[&str]) -> Vec<Value> {
        items.iter().map(|s| json!({ "navn": s, "tal": 1 })).collect()
    }

    fn shape(old: &[Value], new: &[Value]) -> Vec<(Option<usize>, Option<usize>, bool)> {
        pairs(old, new).into_iter().map(|p| (p.old, p.new, p.moved)).collect()
    }

    #[test]
    fn an_inserted_item_leaves_the_others_where_they_are() {
        assert_eq!(
            shape(&list(&["a", "b"]), &list(&["a", "x", "b"])),
            [(Some(0), Some(0), false), (None, Some(1), false), (Some(1), Some(2), false)]
        );
    }

    #[test]
    fn an_item_that_is_gone_stands_after_its_neighbour() {
        assert_eq!(
            shape(&list(&["a", "b", "c", "d"]), &list(&["a", "d"])),
            [
                (Some(0), Some(0), false),
                (Some(1), None, false),
                (Some(2), None, false),
                (Some(3), Some(1), false)
            ]
        );
    }

    #[test]
    fn only_the_item_that_moved_is_moved() {
        assert_eq!(
            shape(&list(&["a", "b", "c", "d"]), &list(&["d", "a", "b", "c"])),
            [
                (Some(3), Some(0), true),
                (Some(0), Some(1), false),
                (Some(1), Some(2), false),
                (Some(2), Some(3), false)
            ]
        );
    }

    #[test]
    fn twins_are_matched_in_order_and_one_can_go() {
        assert_eq!(
            shape(&list(&["a", "a"]), &list(&["a"])),
            [(Some(0), Some(0), false), (Some(1), None, false)]
        );
    }

    #[test]
    fn a_rewritten_block_alone_in_its_place_is_the_same_block() {
        let block = |text: &str| json!({ "slags": "tekst", "tekst": text });
        let heading = json!({ "slags": "overskrift", "tekst": "Resultater" });
        let old = [heading.clone(), block("De unge kommer i skole igen efter et halvt år.")];
        let new = [heading, block("Efter et helt år er de unge i arbejde.")];
        assert_eq!(shape(&old, &new), [(Some(0), Some(0), false), (Some(1), Some(1), false)]);
    }
}
