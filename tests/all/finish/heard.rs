//! What a screen reader is given: the tag tree of a finished file with its text.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};
use sats::output::pdf::content::{Lexer, name};
use sats::output::pdf::objects;

/// One tag with what is in it.
#[derive(Debug, Clone)]
pub(super) struct Heard {
    pub(super) kind: String,
    pub(super) alt: String,
    pub(super) id: Option<Vec<u8>>,
    /// From 0; of its first content.
    pub(super) page: Option<usize>,
    /// Text and tags, in reading order.
    pub(super) kids: Vec<Part>,
    /// Links' annotations.
    pub(super) annotations: Vec<ObjectId>,
}

#[derive(Debug, Clone)]
pub(super) enum Part {
    Text(String),
    Tag(Heard),
}

impl Heard {
    pub(super) fn tags(&self) -> impl Iterator<Item = &Heard> {
        self.kids.iter().filter_map(|part| match part {
            Part::Tag(tag) => Some(tag),
            Part::Text(_) => None,
        })
    }

    /// This tag and all in it.
    pub(super) fn all(&self) -> Vec<&Heard> {
        let mut all = vec![self];
        self.tags().for_each(|tag| all.extend(tag.all()));
        all
    }

    pub(super) fn words(&self) -> String {
        let words = self.kids.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Tag(tag) => tag.words(),
        });
        words.collect::<Vec<_>>().join(" ").trim().to_owned()
    }

    /// Text that stands in this tag itself.
    pub(super) fn own(&self) -> String {
        let own = self.kids.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            Part::Tag(_) => None,
        });
        own.collect()
    }
}

/// The tree of a file, and the text of each page that is no content (artifacts).
pub(super) struct File {
    pub(super) doc: Document,
    pub(super) root: Heard,
    pub(super) artifacts: Vec<String>,
}

pub(super) fn read(pdf: &[u8]) -> File {
    let doc = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<ObjectId> = doc.page_iter().collect();
    let texts: Vec<BTreeMap<i64, String>> = pages.iter().map(|id| texts(&doc, *id)).collect();
    let artifacts = texts.iter().map(|page| page.get(&-1).cloned().unwrap_or_default()).collect();
    let catalogue = doc.catalog().expect("a catalogue");
    let tree = objects::dict(&doc, catalogue, b"StructTreeRoot").expect("tags");
    let top = match tree.get(b"K").expect("a top") {
        Object::Array(kids) => kids[0].as_reference(),
        kid => kid.as_reference(),
    };
    let numbers = pages.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let root = Reader { doc: &doc, numbers, texts: &texts }.tag(top.expect("a tag"), None);
    File { root, artifacts, doc }
}

struct Reader<'a> {
    doc: &'a Document,
    numbers: BTreeMap<ObjectId, usize>,
    texts: &'a [BTreeMap<i64, String>],
}

impl Reader<'_> {
    fn tag(&self, id: ObjectId, page: Option<usize>) -> Heard {
        let dict = self.doc.get_dictionary(id).expect("a tag");
        let text = |key: &[u8]| dict.get(key).ok().and_then(objects::text).unwrap_or_default();
        let page = self.page_of(dict).or(page);
        let kids = match dict.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        let annotation = |kid: &Object| kid.as_dict().ok()?.get(b"Obj").ok()?.as_reference().ok();
        let annotations = kids.iter().filter_map(annotation).collect();
        let kids: Vec<Part> = kids.iter().filter_map(|kid| self.part(kid, page)).collect();
        let first = kids.iter().find_map(|part| match part {
            Part::Tag(tag) => tag.page,
            Part::Text(_) => page,
        });
        Heard {
            kind: String::from_utf8_lossy(
                dict.get(b"S").and_then(Object::as_name).expect("a kind"),
            )
            .into_owned(),
            alt: text(b"Alt"),
            id: dict.get(b"ID").and_then(Object::as_str).ok().map(<[u8]>::to_vec),
            page: first,
            kids,
            annotations,
        }
    }

    fn part(&self, kid: &Object, page: Option<usize>) -> Option<Part> {
        let text = |page: Option<usize>, id: i64| {
            Some(Part::Text(self.texts.get(page?)?.get(&id).cloned().unwrap_or_default()))
        };
        match kid {
            Object::Integer(id) => text(page, *id),
            Object::Reference(id) => Some(Part::Tag(self.tag(*id, page))),
            Object::Dictionary(dict) => {
                let id = dict.get(b"MCID").ok()?.as_i64().ok()?;
                text(self.page_of(dict).or(page), id)
            }
            _ => None,
        }
    }

    fn page_of(&self, dict: &Dictionary) -> Option<usize> {
        self.numbers.get(&dict.get(b"Pg").ok()?.as_reference().ok()?).copied()
    }
}

/// Text of a page by marked-content id; of artifacts under -1.
fn texts(doc: &Document, page: ObjectId) -> BTreeMap<i64, String> {
    let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = doc
        .get_page_fonts(page)
        .expect("fonts")
        .into_iter()
        .map(|(name, font)| (name, unicode(doc, font)))
        .collect();
    let data = doc.get_page_content(page);
    let mut lexer = Lexer::new(&data);
    let mut out: BTreeMap<i64, String> = BTreeMap::new();
    let (mut open, mut font) = (Vec::new(), None);
    while let Some(op) = lexer.next_op().expect("a sound page") {
        match op.name {
            b"BMC" | b"BDC" => {
                let tag = op.operands().next().and_then(name).unwrap_or_default();
                let dict = op.operands().nth(1).unwrap_or_default();
                open.push(if tag == b"Artifact" { Some(-1) } else { mcid(dict) });
            }
            b"EMC" => drop(open.pop()),
            b"Tf" => font = op.operands().next().and_then(name),
            b"Tj" | b"TJ" => {
                let Some(id) = open.iter().rev().find_map(|id| *id) else { continue };
                let known = font.as_ref().and_then(|font| fonts.get(font));
                let text = out.entry(id).or_default();
                for code in codes(op.all) {
                    text.push_str(known.and_then(|font| font.get(&code)).map_or("\u{fffd}", |c| c));
                }
                if id == -1 {
                    text.push(' ');
                }
            }
            _ => {}
        }
    }
    out
}

fn mcid(dict: &[u8]) -> Option<i64> {
    let text = String::from_utf8_lossy(dict).into_owned();
    let rest = text.split("/MCID").nth(1)?.trim_start().to_owned();
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// The two-byte codes of the strings of an operator, written as hexadecimal or as characters.
fn codes(op: &[u8]) -> Vec<u16> {
    let mut bytes: Vec<u8> = Vec::new();
    let mut at = 0;
    while at < op.len() {
        match op[at] {
            b'<' => {
                let end = at + op[at..].iter().position(|b| *b == b'>').expect("an end");
                let hex: Vec<u32> =
                    op[at + 1..end].iter().filter_map(|b| char::from(*b).to_digit(16)).collect();
                bytes
                    .extend(hex.chunks(2).map(|p| {
                        u8::try_from(p[0] * 16 + p.get(1).unwrap_or(&0)).expect("a byte")
                    }));
                at = end;
            }
            b'(' => at = literal(op, at + 1, &mut bytes),
            _ => {}
        }
        at += 1;
    }
    bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect()
}

/// A string in parentheses (ISO 32000-1, 7.3.4.2); gives where it ends.
fn literal(op: &[u8], mut at: usize, bytes: &mut Vec<u8>) -> usize {
    let mut depth = 1;
    loop {
        match op[at] {
            b'\\' => {
                at += 1;
                match op[at] {
                    b'n' => bytes.push(b'\n'),
                    b'r' => bytes.push(b'\r'),
                    b't' => bytes.push(b'\t'),
                    b'b' => bytes.push(8),
                    b'f' => bytes.push(12),
                    digit @ b'0'..=b'7' => {
                        // One to three digits: `\0001` is the byte 0 and the character 1.
                        let more = op[at + 1..].iter().take(2);
                        let more = more.take_while(|b| matches!(b, b'0'..=b'7')).count();
                        let digits = &op[at + 1..=at + more];
                        let value = digits.iter().fold(u32::from(digit - b'0'), |value, digit| {
                            value * 8 + u32::from(digit - b'0')
                        });
                        at += more;
                        bytes.push(u8::try_from(value & 0xff).expect("a byte"));
                    }
                    other => bytes.push(other),
                }
            }
            b'(' => {
                depth += 1;
                bytes.push(b'(');
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
                bytes.push(b')');
            }
            other => bytes.push(other),
        }
        at += 1;
    }
}

/// Characters by code, from a font's `ToUnicode`.
fn unicode(doc: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let mut map = BTreeMap::new();
    let Some(Object::Stream(stream)) = objects::get(doc, font, b"ToUnicode") else { return map };
    let text = stream.get_plain_content().expect("a map of characters");
    let text = String::from_utf8_lossy(&text).into_owned();
    let units = |hex: &str| -> Vec<u16> {
        (0..hex.len() / 4)
            .filter_map(|at| u16::from_str_radix(&hex[at * 4..at * 4 + 4], 16).ok())
            .collect()
    };
    for (start, end, width) in [("beginbfchar", "endbfchar", 2), ("beginbfrange", "endbfrange", 3)]
    {
        for block in text.split(start).skip(1).filter_map(|rest| rest.split(end).next()) {
            let hex: Vec<&str> =
                block.split('<').skip(1).filter_map(|p| p.split('>').next()).collect();
            for entry in hex.chunks_exact(width) {
                let (from, to) = (units(entry[0])[0], units(entry[width - 2])[0]);
                let first = units(entry[width - 1]);
                for code in from..=to {
                    let mut units = first.clone();
                    if let Some(last) = units.last_mut() {
                        *last += code - from;
                    }
                    map.insert(code, String::from_utf16_lossy(&units));
                }
            }
        }
    }
    map
}
