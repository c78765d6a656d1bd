//! From CommonMark's events to the tree.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::plads::{Piece, split};
use super::{Afsnit, Inline, ProseError, Read};
use crate::limits;
use crate::report::danish::MONTHS;
use crate::text;
use crate::words::Text;

/// Emphasis and lists inside each other, no deeper than this.
const MAX_DEPTH: usize = limits::PROSE_DEPTH;

/// What is being filled.
enum Open {
    /// The whole, an item, or anything else that holds blocks.
    Blocks(Vec<Afsnit>),
    /// A paragraph, or the bare words of an item.
    Afsnit(Vec<Inline>),
    Fed(Vec<Inline>),
    Kursiv(Vec<Inline>),
    Link(String, Vec<Inline>),
    Liste(Option<u64>, Vec<Vec<Afsnit>>, Range<usize>),
}

pub(super) struct Reader<'a> {
    tekst: &'a str,
    out: Read,
    stack: Vec<Open>,
    /// Words not yet split at placeholders, and where their pieces come from.
    ord: String,
    sources: Vec<(usize, usize)>,
    /// Depth inside something refused, whose content is skipped.
    skipped: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tekst: &'a str) -> Self {
        Self {
            tekst,
            out: Read::default(),
            stack: vec![Open::Blocks(Vec::new())],
            ord: String::new(),
            sources: Vec::new(),
            skipped: 0,
        }
    }

    pub(super) fn run(mut self) -> Read {
        // Read so that they can be refused, and are not printed as bars and brackets.
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let parser = Parser::new_ext(self.tekst, options);
        let definitions: Vec<Range<usize>> =
            parser.reference_definitions().iter().map(|(_, d)| d.span.clone()).collect();
        for span in definitions {
            self.fault(span, text!("prose-definition"), text!("prose-definition-hint"));
        }
        for (event, range) in parser.into_offset_iter() {
            match event {
                Event::Start(_) if self.skipped > 0 => self.skipped += 1,
                Event::End(_) if self.skipped > 0 => self.skipped -= 1,
                _ if self.skipped > 0 => {}
                Event::Start(tag) => self.start(tag, range),
                Event::End(tag) => self.end(tag, range),
                Event::Text(t) => {
                    let written = self.tekst.get(range.clone()).unwrap_or_default();
                    // `&#9731;` is no code here: it prints as it is written.
                    let kode = written.starts_with('&') && written.ends_with(';');
                    self.ord(if kode { written } else { &t }, range.start);
                }
                Event::SoftBreak => self.ord(" ", range.start),
                Event::HardBreak => self.inline(Inline::Linjeskift),
                Event::Code(_) => self.fault(range, text!("prose-code"), text!("prose-code-hint")),
                Event::Html(_) | Event::InlineHtml(_) => {
                    self.fault(range, text!("prose-html"), text!("prose-html-hint"));
                }
                Event::Rule => self.fault(range, text!("prose-rule"), text!("prose-rule-hint")),
                Event::FootnoteReference(_) => {
                    self.fault(range, text!("prose-footnote"), text!("prose-footnote-hint"));
                }
                Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                    self.fault(range, text!("prose-extension"), text!("prose-extension-hint"));
                }
            }
        }
        self.close_paragraph();
        if let Some(Open::Blocks(blokke)) = self.stack.pop() {
            self.out.afsnit = blokke;
        }
        self.out.errors.sort_by_key(|f| f.range.start);
        self.out
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.flush_words();
        if matches!(tag, Tag::Paragraph | Tag::List(_) | Tag::Item) {
            self.close_paragraph();
        }
        if self.stack.len() > MAX_DEPTH {
            self.fault(range, text!("prose-deep"), text!("prose-deep-hint"));
            self.skipped = 1;
            return;
        }
        let is_open = match tag {
            Tag::Paragraph => Open::Afsnit(Vec::new()),
            Tag::List(start) => Open::Liste(start, Vec::new(), range),
            Tag::Item => Open::Blocks(Vec::new()),
            Tag::Strong => Open::Fed(Vec::new()),
            Tag::Emphasis => Open::Kursiv(Vec::new()),
            Tag::Link { dest_url, .. } => self.link(&dest_url, range),
            refused => {
                let (what, advice) = refusal(&refused);
                self.fault(range, what, advice);
                self.skipped = 1;
                return;
            }
        };
        if matches!(is_open, Open::Fed(_) | Open::Kursiv(_) | Open::Link(..)) {
            self.ensure_paragraph();
        }
        self.stack.push(is_open);
    }

    fn link(&mut self, url: &str, range: Range<usize>) -> Open {
        let known = ["https://", "http://", "mailto:"];
        if !known.iter().any(|k| url.starts_with(k)) {
            let what = text!("prose-link", url = url.escape_debug().to_string());
            self.fault(range, what, text!("prose-link-hint"));
        }
        Open::Link(url.to_owned(), Vec::new())
    }

    fn end(&mut self, tag: TagEnd, here: Range<usize>) {
        self.flush_words();
        match tag {
            TagEnd::Paragraph => self.close_paragraph(),
            TagEnd::Item => {
                self.close_paragraph();
                if let Some(Open::Blocks(blokke)) = self.stack.pop()
                    && let Some(Open::Liste(_, items, _)) = self.stack.last_mut()
                {
                    items.push(blokke);
                }
            }
            _ => match self.stack.pop() {
                Some(Open::Fed(i)) => self.inline(Inline::Fed(i)),
                Some(Open::Kursiv(i)) => self.inline(Inline::Kursiv(i)),
                Some(Open::Link(url, indhold)) => {
                    if !is_seen(&indhold) {
                        self.fault(here, text!("prose-empty-link"), text!("prose-empty-link-hint"));
                    }
                    self.inline(Inline::Link { url, indhold });
                }
                Some(Open::Liste(start, items, range)) => self.liste(start, items, range),
                _ => {}
            },
        }
    }

    fn liste(&mut self, start: Option<u64>, punkter: Vec<Vec<Afsnit>>, range: Range<usize>) {
        let dato = start.is_some() && punkter.iter().any(|p| begins_with_month(p));
        if dato {
            self.fault(range, text!("prose-date"), text!("prose-date-hint"));
            return;
        }
        let (ordnet, start) = (start.is_some(), start.unwrap_or(1));
        if let Some(Open::Blocks(blokke)) = self.stack.last_mut() {
            blokke.push(Afsnit::Liste { ordnet, start, punkter });
        }
    }

    /// Closes the paragraph on top, if there is one.
    fn close_paragraph(&mut self) {
        self.flush_words();
        if matches!(self.stack.last(), Some(Open::Afsnit(_)))
            && let Some(Open::Afsnit(inline)) = self.stack.pop()
            && !inline.is_empty()
            && let Some(Open::Blocks(blokke)) = self.stack.last_mut()
        {
            blokke.push(Afsnit::Tekst(inline));
        }
    }

    /// The words of a tight item come without a paragraph: opens one for them.
    fn ensure_paragraph(&mut self) {
        if matches!(self.stack.last(), Some(Open::Blocks(_))) {
            self.stack.push(Open::Afsnit(Vec::new()));
        }
    }

    fn inline(&mut self, new: Inline) {
        self.flush_words();
        self.push_inline(new);
    }

    fn push_inline(&mut self, new: Inline) {
        self.ensure_paragraph();
        if let Some(Open::Afsnit(v) | Open::Fed(v) | Open::Kursiv(v) | Open::Link(_, v)) =
            self.stack.last_mut()
        {
            v.push(new);
        }
    }

    fn ord(&mut self, word: &str, fra: usize) {
        self.sources.push((self.ord.len(), fra));
        self.ord.push_str(word);
    }

    /// Hands the gathered words on, split at their placeholders.
    fn flush_words(&mut self) {
        let ord = std::mem::take(&mut self.ord);
        let sources = std::mem::take(&mut self.sources);
        for piece in split(&ord) {
            match piece {
                Piece::Tekst(t) => self.push_inline(Inline::Tekst(t)),
                Piece::Plads(range, navn) => {
                    let range = in_source(&sources, range.start)..in_source(&sources, range.end);
                    self.out.pladser.push((range, navn.clone()));
                    self.push_inline(Inline::Plads(navn));
                }
                Piece::Fault(range) => {
                    let range = in_source(&sources, range.start)..in_source(&sources, range.end);
                    self.fault(range, text!("prose-brace"), text!("prose-brace-hint"));
                }
            }
        }
    }

    fn fault(&mut self, range: Range<usize>, message: Text, hint: Text) {
        let before = self.tekst.get(..range.start).unwrap_or_default();
        self.out.errors.push(ProseError {
            line: before.matches('\n').count() + 1,
            range,
            message,
            hint,
        });
    }
}

/// Where a byte of the gathered words stands in the source.
fn in_source(sources: &[(usize, usize)], here: usize) -> usize {
    sources.iter().rev().find(|(i, _)| *i <= here).map_or(here, |(i, fra)| fra + (here - i))
}

/// Signs that take no room.
const UNSEEN: [char; 6] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

/// Whether something of these is seen, and can be clicked.
fn is_seen(inline: &[Inline]) -> bool {
    inline.iter().any(|i| match i {
        Inline::Tekst(t) => t.chars().any(|c| !c.is_whitespace() && !UNSEEN.contains(&c)),
        Inline::Fed(i) | Inline::Kursiv(i) | Inline::Link { indhold: i, .. } => is_seen(i),
        Inline::Plads(_) | Inline::Henvisning(_) => true,
        Inline::Linjeskift => false,
    })
}

/// What a refused construction is called, and what to do about it.
fn refusal(tag: &Tag<'_>) -> (Text, Text) {
    let block = |slags: &str| text!("prose-block-hint", slags = slags);
    match tag {
        Tag::Heading { .. } => (text!("prose-heading"), block("overskrift")),
        Tag::BlockQuote(_) => (text!("prose-quote"), block("citat")),
        Tag::CodeBlock(_) => (text!("prose-code"), text!("prose-indent-hint")),
        Tag::HtmlBlock => (text!("prose-html"), text!("prose-html-hint")),
        Tag::Image { .. } => (text!("prose-picture"), block("billede")),
        Tag::FootnoteDefinition(_) => (text!("prose-footnote"), text!("prose-footnote-hint")),
        Tag::Table(_) => (text!("prose-table"), block("tabel")),
        _ => (text!("prose-extension"), text!("prose-extension-hint")),
    }
}

/// Whether an item begins with a month: `31. december` at the start of a line is no list.
fn begins_with_month(point: &[Afsnit]) -> bool {
    let Some(Afsnit::Tekst(inline)) = point.first() else { return false };
    let Some(Inline::Tekst(tekst)) = inline.first() else { return false };
    let word = tekst.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    MONTHS.contains(&word)
}
