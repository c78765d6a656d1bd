//! Comments on drafts that came back: read from PDF, FDF and XFDF, folded into one comment for each
//! thing that somebody says, and placed on page, indsats, field and forvaltning.
//!
//! Words that somebody marked come from the frames that sats set ([`map`]), never from the returned
//! file. What cannot be placed is told as it is; nothing is guessed in silence.

pub mod apply;
mod cells;
mod fold;
pub mod kept;
pub mod list;
pub mod map;
mod moved;
mod place;
mod read;
pub mod suggest;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;

use lopdf::{Document, LoadOptions};
use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Place};
use crate::guard::guarded;
use crate::limits;
use crate::pipeline::draft::data_hash;
use crate::report::model::Report;
use crate::text;
use crate::words::{Text, Words, plain};
use map::Map;

crate::codes! {
    /// Codes of comments that come back.
    COMMENTS:
    UNREADABLE "E030";
    UNKNOWN_DRAFT "E031";
    PAINTED "E032";
    LOST "E033";
    NOT_APPLIED "E034";
    NOT_KEPT "E035";
}

/// Most bytes of a file with comments.
pub const LARGEST: usize = limits::COMMENTS_FILE;
/// Most bytes that one stream of it may become when it is unpacked.
const UNPACKED: usize = limits::PDF_STREAM;

/// A page as people find it: by the number printed on it, with the PDF's own where that is another.
fn page_text(folio: Option<&str>, pdf: usize) -> Text {
    match folio {
        None => text!("comments-pdf-page", n = plain(pdf)),
        Some(folio) if folio == pdf.to_string() => text!("comments-place", n = folio),
        Some(folio) => text!("comments-two-pages", n = folio, pdf = plain(pdf)),
    }
}

/// An answer to a comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Who.
    pub author: String,
    /// What.
    pub words: String,
}

/// One thing that somebody says about a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Comment {
    /// The same in every copy of the file that it is in.
    pub id: String,
    /// The file.
    pub file: String,
    /// Who, as the program wrote it; empty where it wrote nobody.
    pub author: String,
    /// When, as it is written: some programs leave the zone out.
    pub date: String,
    /// What it is, in Danish: `note`, `overstregning`, `erstatning`.
    pub kind: String,
    /// What is said.
    pub words: String,
    /// Page in the returned file, from 1.
    pub page: usize,
    /// Page in the draft, from 1, where it is known again.
    pub draft_page: Option<usize>,
    /// The number printed on that page; none where the draft does not tell.
    pub folio: Option<String>,
    /// Id of the indsats.
    pub indsats: Option<String>,
    /// Name of the indsats.
    pub name: Option<String>,
    /// Code of the forvaltning that answers for it.
    pub forvaltning: Option<String>,
    /// Data file.
    pub data_file: Option<String>,
    /// Field of that file.
    pub field: Option<String>,
    /// Its name in Danish.
    pub label: Option<String>,
    /// Other fields that it may be about.
    pub others: Vec<String>,
    /// The words that are marked on the page.
    pub marked: String,
    /// What the marked words should say instead, where somebody wrote just that; empty: delete them.
    pub replacement: Option<String>,
    /// What must be told about how it was placed.
    pub doubt: Option<String>,
    /// Answers.
    pub replies: Vec<Reply>,
    /// What others set it to: `accepteret (Anna)`.
    pub states: Vec<String>,
}

/// A file that came back.
pub struct Returned {
    /// Its name.
    pub file: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Comment {
    /// Its page as people find it in the returned file.
    #[must_use]
    pub fn page_text(&self) -> Text {
        page_text(self.folio.as_deref(), self.page)
    }
}

/// All comments, with what must be told.
#[derive(Debug, Default)]
pub struct Comments {
    /// From page to page, from top to bottom.
    pub comments: Vec<Comment>,
    /// What could not be read or placed.
    pub findings: Vec<Finding>,
}

/// What one file holds, before it is placed.
struct Content {
    file: String,
    raw: Vec<read::Raw>,
    pages: Vec<PagePrint>,
    map: Option<Map>,
    /// Words of comments that no page shows.
    lost: Vec<String>,
}

/// By what a page of a returned file is known.
struct PagePrint {
    /// Fingerprints of all its content and of its first stream.
    prints: [String; 2],
    length: usize,
    /// Its lower left corner and height, pt.
    origin: (f32, f32),
    height: f32,
}

fn place(file: &str, page: Option<Text>) -> Place {
    Place { file: file.to_owned(), range: 0..0, field: page.map(|page| page.to_string()) }
}

/// Reads the comments of files. `maps` are maps of drafts that the files may be; those attached to
/// the files themselves come first. What is said of each comment is said in `words`.
#[must_use]
pub fn read(report: &Report, files: &[Returned], maps: &[Map], words: &Words) -> Comments {
    let mut all = Comments::default();
    let contents: Vec<Content> = files
        .iter()
        .filter_map(|file| match content(file) {
            Ok(content) => Some(content),
            Err(finding) => {
                all.findings.push(finding);
                None
            }
        })
        .collect();
    let mut known: Vec<&Map> = contents.iter().filter_map(|c| c.map.as_ref()).collect();
    known.extend(maps);
    let mut ids = BTreeSet::new();
    let mut placed: Vec<((usize, f32), Comment)> = Vec::new();
    let today = data_hash(report);
    for content in &contents {
        if content.raw.len() >= limits::COMMENTS {
            let most = text!("comments-most", most = limits::COMMENTS);
            let found = Finding::warning(LOST.code, most).at(place(&content.file, None));
            all.findings.push(found.hint(text!("comments-most-hint")));
        }
        let own = content.map.as_ref().or_else(|| best(content, &known));
        let named = own.is_none().then(|| only(content, maps)).flatten();
        if named.is_some() {
            all.findings.push(
                Finding::warning(UNKNOWN_DRAFT.code, text!("comments-rewritten"))
                    .at(place(&content.file, None))
                    .hint(text!("comments-painted-hint")),
            );
        }
        let own = own.or(named);
        let unchanged = own.is_some_and(|map| map.data == today);
        let placer = place::Placer { report, map: own, words, unchanged };
        match own {
            None => all.findings.push(
                Finding::warning(UNKNOWN_DRAFT.code, text!("comments-unknown"))
                    .at(place(&content.file, None))
                    .hint(text!("comments-unknown-hint")),
            ),
            Some(map) if map.kommune != report.rapport.kommune || map.aar != report.rapport.aar => {
                let other = text!("comments-other", name = &map.kommune, year = plain(map.aar));
                all.findings.push(
                    Finding::error(UNKNOWN_DRAFT.code, other)
                        .at(place(&content.file, None))
                        .hint(text!("comments-other-hint")),
                );
                continue;
            }
            Some(_) => {}
        }
        all.findings.extend(content.lost.iter().map(|said| {
            Finding::warning(LOST.code, text!("comments-lost", words = said))
                .at(place(&content.file, None))
                .hint(text!("comments-lost-hint"))
        }));
        for comment in fold::fold(&content.file, &content.raw, words) {
            let (top, comment) = placer.place(comment, &content.pages);
            if ids.insert(comment.id.clone()) {
                placed.push(((comment.draft_page.unwrap_or(comment.page), top), comment));
            }
        }
        all.findings.extend(placer.painted(&content.file, &content.pages));
    }
    placed.sort_by(|((a_page, a_top), a), ((b_page, b_top), b)| {
        a_page.cmp(b_page).then(a_top.total_cmp(b_top)).then(a.id.cmp(&b.id))
    });
    all.comments = placed.into_iter().map(|(_, comment)| comment).collect();
    all
}

/// The map with the most pages of the file.
fn best<'m>(content: &Content, maps: &[&'m Map]) -> Option<&'m Map> {
    let alike = |map: &&Map| {
        let has = |p: &&PagePrint| map.pages.iter().any(|m| p.prints.contains(&m.print));
        content.pages.iter().filter(has).count()
    };
    maps.iter().copied().max_by_key(alike).filter(|map| alike(map) > 0 || content.pages.is_empty())
}

/// The one draft that was named, where the file has as many pages: no page is known again, but the
/// pages follow each other as they do there.
fn only<'m>(content: &Content, maps: &'m [Map]) -> Option<&'m Map> {
    let [map] = maps else { return None };
    (map.pages.len() == content.pages.len()).then_some(map)
}

/// The map of a draft; none where it has none.
#[must_use]
pub fn map_of(bytes: &[u8]) -> Option<Map> {
    map::attached(&Document::load_mem(bytes).ok()?)
}

fn content(file: &Returned) -> Result<Content, Finding> {
    let refuse = |words: Text, hint: Text| {
        Finding::error(UNREADABLE.code, words).at(place(&file.file, None)).hint(hint)
    };
    let bare = |raw| Content {
        file: file.file.clone(),
        raw,
        pages: Vec::new(),
        map: None,
        lost: Vec::new(),
    };
    if file.bytes.len() > LARGEST {
        return Err(refuse(text!("comments-file-large"), text!("comments-file-large-hint")));
    }
    let head = file.bytes.get(..1024.min(file.bytes.len())).unwrap_or_default();
    if head.windows(5).any(|w| w == b"%FDF-") {
        let raw = read::fdf(&file.bytes);
        return raw
            .map(bare)
            .ok_or_else(|| refuse(text!("comments-fdf"), text!("comments-fdf-hint")));
    }
    if let Some(text) = std::str::from_utf8(&file.bytes).ok().filter(|t| t.contains("<xfdf")) {
        let raw = read::xfdf(text);
        return raw
            .map(bare)
            .ok_or_else(|| refuse(text!("comments-xfdf"), text!("comments-xfdf-hint")));
    }
    if !head.windows(5).any(|w| w == b"%PDF-") {
        return Err(refuse(text!("comments-no-kind"), text!("comments-no-kind-hint")));
    }
    // The parser is written not to panic; if it does on a crafted file, that is about the file.
    let read = guarded(AssertUnwindSafe(|| of_pdf(file)));
    match read.unwrap_or_else(|| Err(text!("comments-breaks"))) {
        Ok(Some(content)) => Ok(content),
        Ok(None) => Err(refuse(text!("comments-password"), text!("comments-password-hint"))),
        Err(why) => Err(refuse(text!("comments-pdf", why = why), text!("comments-pdf-hint"))),
    }
}

/// What a PDF holds; none where it wants a password.
fn of_pdf(file: &Returned) -> Result<Option<Content>, Text> {
    let options = LoadOptions { max_decompressed_size: Some(UNPACKED), ..LoadOptions::default() };
    let doc = match Document::load_mem_with_options(&file.bytes, options) {
        Ok(doc) if doc.is_encrypted() => return Ok(None),
        Ok(doc) => doc,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => return Ok(None),
        Err(err) => return Err(err.to_string().into()),
    };
    let mut raw = Vec::new();
    let mut pages = Vec::new();
    // A tree of pages that leads back into itself has the same page again and again.
    let mut seen = BTreeSet::new();
    let own = doc.get_pages().into_values().filter(|id| seen.insert(*id));
    for (number, id) in own.enumerate() {
        read::of_page(&doc, id, number, &mut raw);
        let parts = map::content(&doc, id);
        for (nr, rect) in read::ink(&parts).into_iter().enumerate() {
            let kind = "GoogInk".to_owned();
            let key = format!("ink {number} {nr}");
            raw.push(read::Raw { key, kind, page: number, rect, ..read::Raw::default() });
        }
        let media = doc
            .get_dictionary(id)
            .ok()
            .and_then(|page| crate::output::pdf::boxes::Rect::of_page(&doc, page, b"MediaBox"));
        let (origin, height) = media.map_or(((0.0, 0.0), 0.0), |r| ((r.x0, r.y0), r.y1 - r.y0));
        let first = parts.get(..1).unwrap_or_default();
        pages.push(PagePrint {
            prints: [map::fingerprint(&parts), map::fingerprint(first)],
            length: map::evened(&parts).len(),
            origin,
            height,
        });
    }
    // Beyond the limit nothing is lost: it was not read.
    let lost = if raw.len() < limits::COMMENTS { read::unreached(&doc, &raw) } else { Vec::new() };
    let map = map::attached(&doc);
    Ok(Some(Content { file: file.file.clone(), raw, pages, map, lost }))
}
