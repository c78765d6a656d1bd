//! Tags, read for themselves: there are more of them than of all other objects together, and most
//! say nothing but their kind. Dictionaries would take most of the time that reading takes.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{DEPTH, Reader};

/// A file with its tags beside its other objects.
pub struct Tagged {
    /// All objects but those below.
    pub doc: Document,
    /// The tags.
    pub tags: BTreeMap<ObjectId, Tag>,
    /// Addresses of the links that begin as was asked.
    pub addresses: BTreeMap<ObjectId, String>,
}

/// A tag (ISO 32000-1, table 323).
#[derive(Debug, Default)]
pub struct Tag {
    /// `S`.
    pub kind: String,
    /// `Pg`: the page of its content.
    pub page: Option<ObjectId>,
    /// `K`.
    pub kids: Vec<Kid>,
    /// All else but its parent: `Alt`, `A`, `T`, `Lang`, `ID`.
    pub says: Dictionary,
    /// Whether its attributes said something of looks that was not asked for.
    pub has_looks: bool,
}

/// What a tag holds.
#[derive(Debug)]
pub enum Kid {
    /// Another tag.
    Tag(ObjectId),
    /// Marked content.
    Content {
        /// Its page, where that is not the tag's.
        page: Option<ObjectId>,
        /// Its id there.
        id: i64,
    },
    /// An annotation.
    Annotation {
        /// Its page, likewise.
        page: Option<ObjectId>,
        /// Its object.
        object: ObjectId,
    },
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Whether anyone needs an attribute of a tag: kind, name.
    pub attribute: fn(&str, &[u8]) -> bool,
    /// How the addresses begin of links that are nothing but that.
    pub address: &'static str,
}

/// The objects of a file as [`super::plain`] reads them, its tags for themselves.
#[must_use]
pub fn tagged(pdf: &[u8], asked: Asked) -> Option<Tagged> {
    let (mut tags, mut addresses) = (BTreeMap::new(), BTreeMap::new());
    let link = [b"(", asked.address.as_bytes()].concat();
    let doc = super::each(pdf, |reader, number| {
        if reader.follows(b"<</Type/StructElem/") {
            tags.insert((number, 0), reader.tag(asked)?);
        } else if let Some(address) = reader.address(&link) {
            addresses.insert((number, 0), address);
        } else {
            return reader.indirect().map(Some);
        }
        Some(None)
    })?;
    Some(Tagged { doc, tags, addresses })
}

impl Reader<'_> {
    /// Whether these words come next.
    fn follows(&mut self, words: &[u8]) -> bool {
        self.space();
        self.pdf.get(self.at..).is_some_and(|rest| rest.starts_with(words))
    }

    /// The address of a link that begins so; where it does not, nothing is read.
    /// - `begins`: with the parenthesis before it
    fn address(&mut self, begins: &[u8]) -> Option<String> {
        if !self.follows(b"<</Type/Annot/") {
            return None;
        }
        let (start, mut address) = (self.at, None);
        let read = self.entries(|annotation, key| match key {
            b"A" if annotation.follows(b"<<") => annotation.entries(|action, key| match key {
                b"URI" if action.follows(begins) => {
                    address = Some(action.literal()?);
                    Some(())
                }
                _ => action.past(),
            }),
            _ => annotation.past(),
        });
        let address = read.and(address).and_then(|bytes| String::from_utf8(bytes).ok());
        if address.is_none() {
            self.at = start;
        }
        address
    }

    fn tag(&mut self, asked: Asked) -> Option<Tag> {
        let mut tag = Tag::default();
        self.entries(|reader, key| {
            match key {
                b"S" => tag.kind = String::from_utf8(reader.name()?).ok()?,
                b"Pg" => tag.page = Some(reader.reference()?),
                b"K" => reader.kids(&mut tag.kids)?,
                // Where it stands is written anew; the type is optional (ISO 32000-1, 14.7.2).
                b"P" | b"Type" => reader.past()?,
                b"A" => {
                    let says = reader.attributes(asked, &mut tag)?;
                    if let Some(says) = says {
                        tag.says.set("A", says);
                    }
                }
                key => tag.says.set(key, reader.object(1)?),
            }
            Some(())
        })?;
        (!tag.kind.is_empty()).then_some(tag)
    }

    /// Reads a dictionary: each key is given when its value comes next.
    fn entries(&mut self, mut each: impl FnMut(&mut Self, &[u8]) -> Option<()>) -> Option<()> {
        self.word(b"<<")?;
        loop {
            self.space();
            match self.peek()? {
                b'>' => return self.word(b">>"),
                b'/' => {
                    self.at += 1;
                    let key = self.regular();
                    self.space();
                    each(self, key)?;
                }
                _ => return None,
            }
        }
    }

    /// Past an object that nobody asks for.
    fn past(&mut self) -> Option<()> {
        if self.peek()? == b'/' {
            self.at += 1;
            self.regular();
            return Some(());
        }
        self.object(2).map(drop)
    }

    fn reference(&mut self) -> Option<ObjectId> {
        let number = u32::try_from(self.whole()?).ok()?;
        let generation = u16::try_from(self.whole()?).ok()?;
        self.word(b"R")?;
        Some((number, generation))
    }

    /// One kid or an array of them.
    fn kids(&mut self, kids: &mut Vec<Kid>) -> Option<()> {
        if self.peek()? != b'[' {
            kids.push(self.kid()?);
            return Some(());
        }
        self.at += 1;
        loop {
            self.space();
            if self.peek()? == b']' {
                self.at += 1;
                return Some(());
            }
            kids.push(self.kid()?);
        }
    }

    fn kid(&mut self) -> Option<Kid> {
        if self.peek()? != b'<' {
            return match self.plain()? {
                Object::Integer(id) => Some(Kid::Content { page: None, id }),
                Object::Reference(id) => Some(Kid::Tag(id)),
                _ => None,
            };
        }
        let (mut page, mut content, mut annotation) = (None, None, None);
        self.entries(|reader, key| {
            match key {
                b"Type" => reader.past()?,
                b"Pg" => page = Some(reader.reference()?),
                b"MCID" => content = Some(i64::try_from(reader.whole()?).ok()?),
                b"Obj" => annotation = Some(reader.reference()?),
                // Content of a form is none that Typst tags.
                _ => return None,
            }
            Some(())
        })?;
        match (content, annotation) {
            (Some(id), None) => Some(Kid::Content { page, id }),
            (None, Some(object)) => Some(Kid::Annotation { page, object }),
            _ => None,
        }
    }

    /// Attributes, one dictionary for each owner, as far as they are asked for and say more than
    /// whose they are.
    fn attributes(&mut self, asked: Asked, tag: &mut Tag) -> Option<Option<Object>> {
        let mut all = Vec::new();
        let several = self.peek()? == b'[';
        self.at += usize::from(several);
        while self.follows(b"<<") {
            let mut dict = Dictionary::new();
            self.entries(|reader, key| {
                if (asked.attribute)(&tag.kind, key) {
                    dict.set(key, reader.object(2)?);
                } else {
                    tag.has_looks |= key != b"Placement";
                    reader.past()?;
                }
                Some(())
            })?;
            if dict.len() > usize::from(dict.has(b"O")) {
                all.push(Object::Dictionary(dict));
            }
            if !several || all.len() > DEPTH {
                break;
            }
        }
        if several {
            self.word(b"]")?;
        }
        Some(match all.len() {
            0 => None,
            1 => Some(all.remove(0)),
            _ => Some(Object::Array(all)),
        })
    }
}
