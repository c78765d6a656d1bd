//! The tag tree as values (ISO 32000-1, 14.7): read from the file, written back with its parent
//! tree and its tree of ids.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use super::{Fault, unexpected};
use crate::output::pdf::load::{self, Tag};
use crate::output::pdf::objects;

/// Deepest nesting that is read.
const DEPTH: usize = 120;

/// A tag's place in [`Tree::nodes`].
pub(super) type At = usize;

/// All tags of a file.
pub(super) struct Tree {
    /// The tags, in no order that matters. One that nothing leads to is not written.
    pub(super) nodes: Vec<Node>,
    /// The tag that holds all others.
    pub(super) document: At,
    /// The pages, in order.
    pub(super) pages: Vec<ObjectId>,
}

/// One tag.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// Its object, once it is written.
    object: Option<ObjectId>,
    /// Standard name: `P`.
    pub(super) kind: String,
    /// Everything it says of itself besides kind and place: `Alt`, `A`, `T`, `Lang`, `ID`.
    pub(super) says: Dictionary,
    /// Whether it had looks of its own when it was read.
    pub(super) has_looks: bool,
    /// What is in it, in reading order.
    pub(super) kids: Vec<Kid>,
    /// Whether a carrier asked for it, so that it is never dropped as a mere box.
    pub(super) meant: bool,
}

/// What a tag holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kid {
    /// Another tag.
    Tag(At),
    /// Marked content of a page, by its id there.
    Content {
        /// From 0.
        page: usize,
        /// Marked-content id.
        id: i64,
    },
    /// An annotation.
    Annotation {
        /// From 0.
        page: usize,
        /// Its object.
        object: ObjectId,
    },
}

impl Node {
    /// A tag of its own, meant.
    pub(super) fn new(kind: &str, kids: Vec<Kid>) -> Self {
        let kind = kind.to_owned();
        let says = Dictionary::new();
        Self { object: None, kind, says, has_looks: false, kids, meant: true }
    }

    /// The tags in it.
    pub(super) fn tags(&self) -> impl DoubleEndedIterator<Item = At> + '_ {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Tag(at) => Some(*at),
            Kid::Content { .. } | Kid::Annotation { .. } => None,
        })
    }
}

impl Tree {
    /// Puts the tags of a file together.
    ///
    /// # Errors
    /// Where the file has none, or has what Typst does not write.
    pub(super) fn of(doc: &Document, tags: BTreeMap<ObjectId, Tag>) -> Result<Self, Fault> {
        let pages: Vec<ObjectId> = doc.page_iter().collect();
        let numbers = pages.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let root = objects::dict(doc, doc.catalog().map_err(|_| no_tags())?, b"StructTreeRoot")
            .ok_or_else(no_tags)?;
        let top = match root.get(b"K").ok() {
            Some(Object::Array(kids)) if kids.len() == 1 => kids.first().and_then(objects::id),
            Some(kid) => objects::id(kid),
            None => None,
        };
        let top = top.ok_or_else(|| unexpected("the tag tree has not one tag at its top"))?;
        let mut reader = Reader { nodes: Vec::with_capacity(tags.len()), tags, numbers };
        let document = reader.tag(top, None, 0)?;
        Ok(Self { nodes: reader.nodes, document, pages })
    }

    /// Adds a tag.
    pub(super) fn add(&mut self, node: Node) -> At {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// All tags that the document's leads to, each before those in it.
    pub(super) fn in_order(&self) -> Vec<At> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut open = vec![self.document];
        while let Some(at) = open.pop() {
            order.push(at);
            open.extend(self.nodes[at].tags().rev());
        }
        order
    }

    /// The same, each after those in it.
    pub(super) fn inside_out(&self) -> Vec<At> {
        let mut order = self.in_order();
        order.reverse();
        order
    }

    /// Whether a tag holds no content at all.
    pub(super) fn is_empty(&self, at: At) -> bool {
        let mut open = vec![at];
        while let Some(at) = open.pop() {
            for kid in &self.nodes[at].kids {
                match kid {
                    Kid::Tag(inner) => open.push(*inner),
                    Kid::Content { .. } | Kid::Annotation { .. } => return false,
                }
            }
            // A figure of shapes alone has no content, and its alt text.
            if self.nodes[at].kind == "Figure" {
                return false;
            }
        }
        true
    }

    /// Writes the tags, the tree from content to tags, and the tree of ids.
    ///
    /// # Errors
    /// Where content of a page is in no tag, or an annotation cannot be found again.
    pub(super) fn write(mut self, doc: &mut Document) -> Result<(), Fault> {
        let order = self.in_order();
        // Numbered as they are read: neighbours name one another by numbers that pack well.
        for &at in &order {
            self.nodes[at].object = Some(doc.new_object_id());
        }
        let root = doc
            .catalog()
            .ok()
            .and_then(|catalogue| catalogue.get(b"StructTreeRoot").ok())
            .and_then(objects::id)
            .ok_or_else(no_tags)?;
        let mut parents = Parents::default();
        self.element(doc, self.document, root, &mut parents);
        for &at in &order {
            let own = self.object(at);
            let inner: Vec<At> = self.nodes[at].tags().collect();
            for inner in inner {
                self.element(doc, inner, own, &mut parents);
            }
        }
        let nums = parents.numbers(doc, &self.pages)?;
        let next = nums.iter().step_by(2).filter_map(|key| key.as_i64().ok()).max().unwrap_or(0);
        let ids = parents.ids.into_iter().flat_map(|(id, object)| {
            [Object::String(id, StringFormat::Literal), Object::Reference(object)]
        });
        let ids: Vec<Object> = ids.collect();
        let numbers = doc.add_object(nested("Nums", nums));
        let ids = (!ids.is_empty()).then(|| doc.add_object(nested("Names", ids)));
        let top = Object::Array(vec![self.object(self.document).into()]);
        let root = doc.get_dictionary_mut(root).map_err(|_| no_tags())?;
        root.set("K", top);
        root.set("ParentTree", numbers);
        root.set("ParentTreeNextKey", next + 1);
        match ids {
            Some(ids) => root.set("IDTree", ids),
            None => drop(root.remove(b"IDTree")),
        }
        Ok(())
    }

    fn object(&self, at: At) -> ObjectId {
        self.nodes[at].object.unwrap_or_default()
    }

    fn element(&mut self, doc: &mut Document, at: At, parent: ObjectId, parents: &mut Parents) {
        let own = self.object(at);
        let mut dict = std::mem::take(&mut self.nodes[at].says);
        if let Some(Object::String(id, _)) = dict.as_hashmap().get(&b"ID"[..]) {
            parents.ids.insert(id.clone(), own);
        }
        let node = &self.nodes[at];
        dict.set("S", node.kind.as_str());
        dict.set("P", parent);
        let page = node.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Tag(_) | Kid::Annotation { .. } => None,
        });
        if let Some(id) = page.and_then(|page| self.pages.get(page)) {
            dict.set("Pg", *id);
        }
        let mut kids: Vec<Object> = Vec::with_capacity(node.kids.len());
        for kid in &node.kids {
            kids.push(match kid {
                Kid::Tag(inner) => self.object(*inner).into(),
                Kid::Content { page: there, id } => {
                    parents.content.insert((*there, *id), own);
                    if Some(*there) == page { (*id).into() } else { self.foreign(*there, *id) }
                }
                Kid::Annotation { page, object } => {
                    parents.annotations.push((*object, own));
                    let mut reference = Dictionary::new();
                    reference.set("Type", "OBJR");
                    reference.set("Pg", self.pages.get(*page).copied().unwrap_or_default());
                    reference.set("Obj", *object);
                    reference.into()
                }
            });
        }
        match kids.len() {
            0 => {}
            1 => dict.set("K", kids.remove(0)),
            _ => dict.set("K", kids),
        }
        doc.objects.insert(own, Object::Dictionary(dict));
    }

    /// Content of another page than the tag's first.
    fn foreign(&self, page: usize, id: i64) -> Object {
        let mut reference = Dictionary::new();
        reference.set("Type", "MCR");
        reference.set("Pg", self.pages.get(page).copied().unwrap_or_default());
        reference.set("MCID", id);
        reference.into()
    }
}

/// From content, annotations and ids to the tags that hold them.
#[derive(Default)]
struct Parents {
    content: BTreeMap<(usize, i64), ObjectId>,
    annotations: Vec<(ObjectId, ObjectId)>,
    ids: BTreeMap<Vec<u8>, ObjectId>,
}

impl Parents {
    /// Keys and values of the number tree (ISO 32000-1, 14.7.4.4), in the order of the keys.
    fn numbers(&self, doc: &mut Document, pages: &[ObjectId]) -> Result<Vec<Object>, Fault> {
        let mut numbers: BTreeMap<i64, Object> = BTreeMap::new();
        for (page, id) in pages.iter().enumerate() {
            let all: Vec<(i64, ObjectId)> = self
                .content
                .range((page, i64::MIN)..=(page, i64::MAX))
                .map(|((_, id), tag)| (*id, *tag))
                .collect();
            let dict = doc.get_dictionary(*id).map_err(|_| unexpected("a page is none"))?;
            let Some(key) = dict.get(b"StructParents").ok().and_then(|key| key.as_i64().ok())
            else {
                if all.is_empty() {
                    continue;
                }
                return Err(unexpected("a page with tags has no key to its parents").on(page));
            };
            if all.iter().enumerate().any(|(at, (id, _))| i64::try_from(at).ok() != Some(*id)) {
                return Err(unexpected("content of the page is in no tag").on(page));
            }
            let tags: Vec<Object> = all.into_iter().map(|(_, tag)| tag.into()).collect();
            let tags = doc.add_object(tags);
            numbers.insert(key, tags.into());
        }
        for (annotation, tag) in &self.annotations {
            let key = doc
                .get_dictionary(*annotation)
                .ok()
                .and_then(|dict| dict.get(b"StructParent").ok()?.as_i64().ok())
                .ok_or_else(|| unexpected("a link has no key to its tag"))?;
            numbers.insert(key, (*tag).into());
        }
        Ok(numbers.into_iter().flat_map(|(key, value)| [key.into(), value]).collect())
    }
}

struct Reader {
    tags: BTreeMap<ObjectId, Tag>,
    numbers: BTreeMap<ObjectId, usize>,
    nodes: Vec<Node>,
}

impl Reader {
    fn tag(&mut self, id: ObjectId, page: Option<usize>, depth: usize) -> Result<At, Fault> {
        if depth > DEPTH {
            return Err(unexpected("the tag tree is too deep"));
        }
        // A circle leads to one that is taken already.
        let Some(tag) = self.tags.remove(&id) else {
            return Err(unexpected("a tag is no dictionary, or stands in two places"));
        };
        let page = tag.page.map(|id| self.page(id)).transpose()?.or(page);
        let Tag { kind, says, has_looks, kids, .. } = tag;
        let at = self.nodes.len();
        let node = Node { object: None, kind, says, has_looks, kids: Vec::new(), meant: false };
        self.nodes.push(node);
        let kids = kids.into_iter().map(|kid| self.kid(kid, page, depth));
        let kids = kids.collect::<Result<_, _>>()?;
        self.nodes[at].kids = kids;
        Ok(at)
    }

    fn kid(&mut self, kid: load::Kid, page: Option<usize>, depth: usize) -> Result<Kid, Fault> {
        let here = |own: Option<ObjectId>| {
            let page = own.map(|id| self.page(id)).transpose()?.or(page);
            page.ok_or_else(|| unexpected("content is on no page"))
        };
        Ok(match kid {
            load::Kid::Tag(id) => Kid::Tag(self.tag(id, page, depth + 1)?),
            load::Kid::Content { page, id } => Kid::Content { page: here(page)?, id },
            load::Kid::Annotation { page, object } => Kid::Annotation { page: here(page)?, object },
        })
    }

    fn page(&self, id: ObjectId) -> Result<usize, Fault> {
        self.numbers.get(&id).copied().ok_or_else(|| unexpected("a tag is on a page that is none"))
    }
}

fn no_tags() -> Fault {
    unexpected("the file has no tags")
}

/// A tree of one node.
fn nested(key: &str, values: Vec<Object>) -> Dictionary {
    let mut dict = Dictionary::new();
    dict.set(key, values);
    dict
}
