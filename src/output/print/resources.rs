//! Resource dictionaries: where they are, what they hold, and what is put in and taken out.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::space::Space;
use crate::output::pdf::objects;

/// Where a resource dictionary stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Home {
    /// It is an object of its own.
    Own(ObjectId),
    /// It is written inside this object, under `Resources`.
    Inside(ObjectId),
    /// There is none.
    Nowhere,
}

impl Home {
    pub(super) fn dict(self, doc: &Document) -> Option<&Dictionary> {
        match self {
            Self::Own(id) => doc.get_dictionary(id).ok(),
            Self::Inside(id) => {
                objects::as_dict(doc.get_object(id).ok()?)?.get(b"Resources").ok()?.as_dict().ok()
            }
            Self::Nowhere => None,
        }
    }

    fn dict_mut(self, doc: &mut Document) -> Option<&mut Dictionary> {
        match self {
            Self::Own(id) => doc.get_dictionary_mut(id).ok(),
            Self::Inside(id) => objects::as_dict_mut(doc.get_object_mut(id).ok()?)?
                .get_mut(b"Resources")
                .ok()?
                .as_dict_mut()
                .ok(),
            Self::Nowhere => None,
        }
    }
}

/// A page's, or those it inherits.
pub(super) fn of_page(doc: &Document, page: ObjectId) -> Home {
    let mut id = page;
    // Bounded: the tree may be in a circle.
    for _ in 0..32 {
        let home = within(doc, id);
        if home != Home::Nowhere {
            return home;
        }
        let parent = doc.get_dictionary(id).ok().and_then(|node| node.get(b"Parent").ok());
        match parent.and_then(objects::id) {
            Some(parent) => id = parent,
            None => break,
        }
    }
    Home::Nowhere
}

/// A form's or pattern's; those of what draws it where it has none (ISO 32000-1, 7.8.3).
pub(super) fn of_stream(doc: &Document, id: ObjectId, around: Home) -> Home {
    match within(doc, id) {
        Home::Nowhere => around,
        home => home,
    }
}

/// A Type 3 font's, or those of the page.
pub(super) fn of_font(doc: &Document, font: ObjectId, around: Home) -> Home {
    of_stream(doc, font, around)
}

fn within(doc: &Document, id: ObjectId) -> Home {
    let dict = doc.get_object(id).ok().and_then(objects::as_dict);
    match dict.and_then(|dict| dict.get(b"Resources").ok()) {
        Some(Object::Reference(own)) => Home::Own(*own),
        Some(Object::Dictionary(_)) => Home::Inside(id),
        _ => Home::Nowhere,
    }
}

/// The colour spaces by name.
pub(super) fn spaces(doc: &Document, resources: &Dictionary) -> BTreeMap<Vec<u8>, Space> {
    objects::resources(doc, resources, b"ColorSpace")
        .map(|(name, object)| (name.to_vec(), Space::read(doc, object)))
        .collect()
}

/// The four graphics states for overprint, always with mode 1: a zero leaves what is beneath.
pub(super) struct Overprint {
    prefix: String,
    states: [ObjectId; 4],
}

impl Overprint {
    /// Adds the states to the file, under names that no resource has yet.
    pub(super) fn new(doc: &mut Document) -> Self {
        let taken = |doc: &Document, prefix: &str| {
            doc.objects.values().filter_map(objects::as_dict).any(|dict| {
                dict.iter().any(|(key, _)| key.starts_with(prefix.as_bytes()))
                    || dict.iter().filter_map(|(_, value)| value.as_dict().ok()).any(|inner| {
                        inner.iter().any(|(key, _)| key.starts_with(prefix.as_bytes()))
                    })
            })
        };
        let mut prefix = "ovp".to_owned();
        while taken(doc, &prefix) {
            prefix.push('x');
        }
        let mut states = [(0, 0); 4];
        for (stroking, filling) in [(false, false), (false, true), (true, false), (true, true)] {
            let mut state = Dictionary::new();
            state.set("Type", "ExtGState");
            state.set("OP", stroking);
            state.set("op", filling);
            state.set("OPM", 1);
            let id = doc.add_object(state);
            if let Some(slot) = states.get_mut(state_index(stroking, filling)) {
                *slot = id;
            }
        }
        Self { prefix, states }
    }

    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }
}

/// Puts the overprint states in, takes the colour spaces that nothing names any more and the
/// source's own overprint out.
pub(super) fn finish(doc: &mut Document, home: Home, states: &Overprint) {
    let Some(resources) = home.dict(doc) else { return };
    let mut graphics = objects::dict(doc, resources, b"ExtGState").cloned().unwrap_or_default();
    let own: Vec<ObjectId> = graphics.iter().filter_map(|(_, value)| objects::id(value)).collect();
    for (index, id) in states.states.iter().enumerate() {
        graphics.set(format!("{}{index}", states.prefix), *id);
    }
    if let Some(resources) = home.dict_mut(doc) {
        resources.set("ExtGState", graphics);
        resources.remove(b"ColorSpace");
        // Obsolete since PDF 1.4, and wrong now.
        resources.remove(b"ProcSet");
    }
    for id in own.into_iter().filter(|id| !states.states.contains(id)) {
        if let Ok(state) = doc.get_dictionary_mut(id) {
            for key in [&b"OP"[..], b"op", b"OPM", b"TR", b"TR2", b"HT", b"BG", b"UCR"] {
                state.remove(key);
            }
        }
    }
}

/// Whether something drawn with these resources may be transparent.
pub(super) fn has_transparency(
    doc: &Document,
    resources: &Dictionary,
    seen: &mut BTreeSet<ObjectId>,
) -> bool {
    let states = objects::resources(doc, resources, b"ExtGState")
        .filter_map(|(_, state)| doc.dereference(state).ok()?.1.as_dict().ok())
        .any(|state| is_transparent(doc, state));
    states
        || objects::resources(doc, resources, b"XObject")
            .chain(objects::resources(doc, resources, b"Pattern"))
            .filter_map(|(_, object)| objects::id(object))
            .any(|id| seen.insert(id) && drawn_transparent(doc, id, seen))
}

fn is_transparent(doc: &Document, state: &Dictionary) -> bool {
    let faint = |key: &[u8]| objects::number(doc, state, key).is_some_and(|alpha| alpha < 1.0);
    let blends = objects::get(doc, state, b"BM")
        .is_some_and(|mode| !matches!(mode.as_name(), Ok(b"Normal" | b"Compatible")));
    faint(b"ca") || faint(b"CA") || blends || objects::dict(doc, state, b"SMask").is_some()
}

fn drawn_transparent(doc: &Document, id: ObjectId, seen: &mut BTreeSet<ObjectId>) -> bool {
    let Some(dict) = doc.get_object(id).ok().and_then(objects::as_dict) else { return false };
    dict.has(b"SMask")
        || dict.has(b"Group")
        || objects::dict(doc, dict, b"Resources")
            .is_some_and(|resources| has_transparency(doc, resources, seen))
}

/// Which of the four states of overprint, by whether stroking and filling do it.
pub(super) fn state_index(stroking: bool, filling: bool) -> usize {
    usize::from(stroking) * 2 + usize::from(filling)
}
