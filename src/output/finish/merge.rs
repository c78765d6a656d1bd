//! Marked content that belongs together becomes one piece: hyphenation and emphasis split a word
//! into several, which a screen reader may read apart.

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::{Dictionary, Document, ObjectId, Stream};
use rayon::prelude::*;

use super::pack::LEVEL;
use super::tree::{At, Kid, Tree};
use super::{Fault, lean, unexpected};
use crate::output::pdf::content::{Broken, Lexer, Op, name};
use crate::output::pdf::flate;
use crate::output::pdf::numbers::push_digits;

/// Whether an operator shows nothing, so that it may stand inside marked content as well as between.
fn is_quiet(name: &[u8]) -> bool {
    matches!(
        name,
        b"q" | b"Q"
            | b"cm"
            | b"w"
            | b"J"
            | b"j"
            | b"M"
            | b"d"
            | b"ri"
            | b"i"
            | b"gs"
            | b"BT"
            | b"ET"
            | b"Tc"
            | b"Tw"
            | b"Tz"
            | b"TL"
            | b"Tf"
            | b"Tr"
            | b"Ts"
            | b"Td"
            | b"TD"
            | b"Tm"
            | b"T*"
            | b"cs"
            | b"CS"
            | b"sc"
            | b"scn"
            | b"SC"
            | b"SCN"
            | b"g"
            | b"rg"
            | b"k"
    )
}

/// Where each piece of a page's content stands in the tree: tag and place in it.
type Homes = BTreeMap<i64, (At, usize)>;
/// New id of each old one; none where it went into the one before it.
type Renamed = BTreeMap<i64, Option<i64>>;

/// A page's new content with its renamed pieces; none where nothing changes.
type Joined = Result<Option<(Vec<u8>, Renamed)>, Fault>;

/// Joins the marked content of all pages, side by side.
///
/// # Errors
/// Where a page's content cannot be read, or content and tags do not name each other.
pub(super) fn join(doc: &mut Document, tree: &mut Tree) -> Result<(), Fault> {
    let homes = homes(tree);
    let (shared, pages) = (&*doc, &tree.pages);
    let done: Vec<Joined> = pages
        .par_iter()
        .enumerate()
        .map(|(page, id)| joined(shared, *id, homes.get(page)).map_err(|fault| fault.on(page)))
        .collect();
    let mut renamed: Vec<Renamed> = Vec::with_capacity(done.len());
    for (done, id) in done.into_iter().zip(tree.pages.clone()) {
        let Some((bytes, names)) = done? else {
            renamed.push(Renamed::new());
            continue;
        };
        put_back(doc, id, bytes);
        renamed.push(names);
    }
    for at in tree.in_order() {
        let kids = std::mem::take(&mut tree.nodes[at].kids);
        tree.nodes[at].kids = kids.into_iter().filter_map(|kid| rename(kid, &renamed)).collect();
    }
    Ok(())
}

fn rename(kid: Kid, renamed: &[Renamed]) -> Option<Kid> {
    match kid {
        Kid::Content { page, id } => {
            let id = renamed.get(page)?.get(&id).copied().flatten()?;
            Some(Kid::Content { page, id })
        }
        kid => Some(kid),
    }
}

fn homes(tree: &Tree) -> Vec<Homes> {
    let mut homes = vec![Homes::new(); tree.pages.len()];
    for at in tree.in_order() {
        for (place, kid) in tree.nodes[at].kids.iter().enumerate() {
            if let Kid::Content { page, id } = kid
                && let Some(homes) = homes.get_mut(*page)
            {
                homes.insert(*id, (at, place));
            }
        }
    }
    homes
}

/// The content of a page with fewer pieces; none where nothing on it is tagged.
fn joined(
    doc: &Document,
    page: ObjectId,
    homes: Option<&Homes>,
) -> Result<Option<(Vec<u8>, Renamed)>, Fault> {
    let Some(homes) = homes.filter(|homes| !homes.is_empty()) else { return Ok(None) };
    let data = doc.get_page_content(page);
    let mut joiner = Joiner::new(homes, data.len());
    let mut lexer = Lexer::new(&data);
    loop {
        match lexer.next_op() {
            Ok(Some(op)) => joiner.operator(op)?,
            Ok(None) => break,
            Err(broken) => return Err(unreadable(broken)),
        }
    }
    if let Some(lost) = homes.keys().find(|id| !joiner.renamed.contains_key(id)) {
        return Err(unexpected(format!(
            "a tag names the marked content {lost}, which is not there"
        )));
    }
    let Joiner { ops, begun, words, renamed, .. } = joiner;
    let content = lean::leaner(&written(ops, &begun, &words), data.len());
    Ok(Some((flate::packed(&content, LEVEL), renamed)))
}

/// The operators that are left, with the beginnings of pieces as they are now.
fn written<'a>(
    mut ops: Vec<Op<'a>>,
    begun: &[(usize, Range<usize>)],
    words: &'a [u8],
) -> Vec<Op<'a>> {
    for (at, range) in begun {
        ops[*at] = Op::of(&words[range.clone()], b"BDC");
    }
    ops.retain(|op| !op.all.is_empty());
    ops
}

/// The place of an operator that is gone, or not known yet.
const NONE: Op<'static> = Op::of(b"", b"");
/// About how many bytes an operator has with its operands; fewer, so that there is room.
const OP_BYTES: usize = 16;

fn unreadable(broken: Broken) -> Fault {
    unexpected(format!("the content of a page cannot be read from byte {} on", broken.0))
}

/// A piece that has ended, and may go on.
struct Ended<'a> {
    id: i64,
    tag: Vec<u8>,
    says: Vec<&'a [u8]>,
    in_text: bool,
    /// Where its `EMC` stands among the operators.
    at: usize,
}

/// Number, tag and properties of an open piece.
type Open<'a> = (i64, Vec<u8>, Vec<&'a [u8]>);

struct Joiner<'a> {
    homes: &'a Homes,
    /// What was read; [`NONE`] where it went.
    ops: Vec<Op<'a>>,
    /// The beginnings of pieces, by their places there.
    begun: Vec<(usize, Range<usize>)>,
    /// The words of all of them.
    words: Vec<u8>,
    renamed: Renamed,
    next: i64,
    /// For each open piece, what it is if it is tagged.
    open: Vec<Option<Open<'a>>>,
    ended: Option<Ended<'a>>,
    in_text: bool,
}

impl<'a> Joiner<'a> {
    fn new(homes: &'a Homes, length: usize) -> Self {
        Self {
            homes,
            ops: Vec::with_capacity(length / OP_BYTES),
            begun: Vec::new(),
            words: Vec::new(),
            renamed: Renamed::new(),
            next: 0,
            open: Vec::new(),
            ended: None,
            in_text: false,
        }
    }

    fn operator(&mut self, op: Op<'a>) -> Result<(), Fault> {
        match op.name {
            b"BDC" => return self.begin(op),
            b"BMC" => {
                self.open.push(None);
                self.settle();
            }
            b"EMC" => return self.end(op),
            b"BT" => self.in_text = true,
            b"ET" => self.in_text = false,
            _ if self.ended.is_some() && self.open.is_empty() && !is_quiet(op.name) => {
                self.settle();
            }
            _ => {}
        }
        self.ops.push(op);
        Ok(())
    }

    fn begin(&mut self, op: Op<'a>) -> Result<(), Fault> {
        let mut operands = op.operands();
        let (tag, dict) =
            (operands.next().unwrap_or_default(), operands.next().unwrap_or_default());
        let (id, says) = properties(dict);
        let tag = name(tag).unwrap_or_default();
        let Some(id) = id else {
            self.open.push(None);
            self.settle();
            self.ops.push(op);
            return Ok(());
        };
        let Some(home) = self.homes.get(&id) else {
            return Err(unexpected(format!("the marked content {id} is in no tag")));
        };
        if let Some(before) = self.ended.take_if(|before| {
            let follows =
                self.homes.get(&before.id).is_some_and(|(tag, place)| (*tag, place + 1) == *home);
            follows && before.tag == tag && before.says == says && before.in_text == self.in_text
        }) {
            // The end of the one before goes.
            self.ops[before.at] = NONE;
            self.renamed.insert(id, None);
            self.open.push(Some((id, tag, says)));
            return Ok(());
        }
        self.settle();
        self.renamed.insert(id, Some(self.next));
        let from = self.words.len();
        for part in [b"/", tag.as_slice(), b" <</MCID "] {
            self.words.extend_from_slice(part);
        }
        push_digits(&mut self.words, self.next.unsigned_abs());
        self.next += 1;
        for part in &says {
            self.words.push(b' ');
            self.words.extend_from_slice(part);
        }
        self.words.extend_from_slice(b">> BDC");
        self.begun.push((self.ops.len(), from..self.words.len()));
        self.ops.push(NONE);
        self.open.push(Some((id, tag, says)));
        Ok(())
    }

    fn end(&mut self, op: Op<'a>) -> Result<(), Fault> {
        let open = self.open.pop().ok_or_else(|| unexpected("marked content ends twice"))?;
        let at = self.ops.len();
        self.ops.push(op);
        self.ended = open.filter(|(_, _, says)| is_plain(says)).map(|(id, tag, says)| Ended {
            id,
            tag,
            says,
            in_text: self.in_text,
            at,
        });
        Ok(())
    }

    /// The piece that ended is whole.
    fn settle(&mut self) {
        self.ended = None;
    }
}

/// The id of a property list written in place, and all else that it says.
fn properties(dict: &[u8]) -> (Option<i64>, Vec<&[u8]>) {
    let inner = dict.strip_prefix(b"<<").and_then(|rest| rest.strip_suffix(b">>"));
    let mut tokens = Lexer::new(inner.unwrap_or_default());
    let (mut id, mut says) = (None, Vec::new());
    while let (Some(key), Some(value)) = (tokens.token(), tokens.token()) {
        if key == b"/MCID" {
            id = std::str::from_utf8(value).ok().and_then(|text| text.parse().ok());
        } else {
            says.extend([key, value]);
        }
    }
    (id, says)
}

/// Whether what a piece says holds as well for all of a longer one.
fn is_plain(says: &[&[u8]]) -> bool {
    says.iter().step_by(2).all(|key| *key == b"/Lang")
}

fn put_back(doc: &mut Document, page: ObjectId, packed: Vec<u8>) {
    let mut dict = Dictionary::new();
    dict.set("Filter", "FlateDecode");
    let id = doc.add_object(Stream::new(dict, packed));
    if let Ok(page) = doc.get_dictionary_mut(page) {
        page.set("Contents", id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(content: &'static [u8], homes: &[(i64, (At, usize))]) -> (String, Renamed) {
        let homes: Homes = homes.iter().copied().collect();
        let mut joiner = Joiner::new(&homes, content.len());
        let mut lexer = Lexer::new(content);
        while let Ok(Some(op)) = lexer.next_op() {
            joiner.operator(op).expect("as Typst writes it");
        }
        let ops = written(joiner.ops, &joiner.begun, &joiner.words);
        let words = ops.iter().map(|op| String::from_utf8_lossy(op.all) + " ");
        (words.collect(), joiner.renamed)
    }

    const TWO: &[u8] = b"/P <</MCID 0>> BDC (a) Tj EMC 0 g /P <</MCID 1>> BDC (b) Tj EMC";

    #[test]
    fn neighbours_of_one_tag_become_one() {
        let (out, renamed) = joined(TWO, &[(0, (7, 0)), (1, (7, 1))]);
        assert_eq!(out, "/P <</MCID 0>> BDC (a) Tj 0 g (b) Tj EMC ");
        assert_eq!(renamed, Renamed::from([(0, Some(0)), (1, None)]));
    }

    #[test]
    fn what_is_of_two_tags_stays_two() {
        for homes in [[(0, (7, 0)), (1, (8, 0))], [(0, (7, 0)), (1, (7, 2))]] {
            let (out, renamed) = joined(TWO, &homes);
            assert_eq!(out.matches("BDC").count(), 2, "{out}");
            assert_eq!(renamed, Renamed::from([(0, Some(0)), (1, Some(1))]));
        }
    }

    #[test]
    fn what_stands_between_or_is_said_of_one_alone_keeps_them_apart() {
        let homes = [(0, (7, 0)), (1, (7, 1))];
        for content in [
            &b"/P <</MCID 0>> BDC (a) Tj EMC /Artifact BMC f EMC /P <</MCID 1>> BDC (b) Tj EMC"[..],
            b"/P <</MCID 0>> BDC (a) Tj EMC f /P <</MCID 1>> BDC (b) Tj EMC",
            b"/Span <</MCID 0/ActualText (x)>> BDC (a) Tj EMC /Span <</MCID 1/ActualText (x)>> BDC (b) Tj EMC",
            b"BT /P <</MCID 0>> BDC (a) Tj EMC ET /P <</MCID 1>> BDC (b) Tj EMC",
            b"/P <</MCID 0>> BDC (a) Tj EMC /P <</MCID 1/Lang (en)>> BDC (b) Tj EMC",
        ] {
            let (out, _) = joined(content, &homes);
            assert_eq!(out.matches("MCID").count(), 2, "{out}");
        }
    }
}
