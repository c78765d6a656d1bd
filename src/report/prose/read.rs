//! From CommonMark's events to the tree.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::plads::{Stykke, split};
use super::{Afsnit, Inline, ProseError, Read};
use crate::limits;
use crate::report::danish::MAANEDER;
use crate::text;
use crate::words::Text;

/// Emphasis and lists inside each other, no deeper than this.
const MAX_DEPTH: usize = limits::PROSE_DEPTH;

/// What is being filled.
enum Open {
    /// The whole, an item, or anything else that holds blocks.
    Blokke(Vec<Afsnit>),
    /// A paragraph, or the bare words of an item.
    Afsnit(Vec<Inline>),
    Fed(Vec<Inline>),
    Kursiv(Vec<Inline>),
    Link(String, Vec<Inline>),
    Liste(Option<u64>, Vec<Vec<Afsnit>>, Range<usize>),
}

pub(super) struct Reader<'a> {
    tekst: &'a str,
    ud: Read,
    stak: Vec<Open>,
    /// Words not yet split at placeholders, and where their pieces come from.
    ord: String,
    kilder: Vec<(usize, usize)>,
    /// Depth inside something refused, whose content is skipped.
    sprunget: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(tekst: &'a str) -> Self {
        Self {
            tekst,
            ud: Read::default(),
            stak: vec![Open::Blokke(Vec::new())],
            ord: String::new(),
            kilder: Vec::new(),
            sprunget: 0,
        }
    }

    pub(super) fn run(mut self) -> Read {
        // Read so that they can be refused, and are not printed as bars and brackets.
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let parser = Parser::new_ext(self.tekst, options);
        let definitioner: Vec<Range<usize>> =
            parser.reference_definitions().iter().map(|(_, d)| d.span.clone()).collect();
        for span in definitioner {
            self.fejl(span, text!("prose-definition"), text!("prose-definition-hint"));
        }
        for (event, range) in parser.into_offset_iter() {
            match event {
                Event::Start(_) if self.sprunget > 0 => self.sprunget += 1,
                Event::End(_) if self.sprunget > 0 => self.sprunget -= 1,
                _ if self.sprunget > 0 => {}
                Event::Start(tag) => self.start(tag, range),
                Event::End(tag) => self.slut(tag, range),
                Event::Text(t) => {
                    let skrevet = self.tekst.get(range.clone()).unwrap_or_default();
                    // `&#9731;` is no code here: it prints as it is written.
                    let kode = skrevet.starts_with('&') && skrevet.ends_with(';');
                    self.ord(if kode { skrevet } else { &t }, range.start);
                }
                Event::SoftBreak => self.ord(" ", range.start),
                Event::HardBreak => self.inline(Inline::Linjeskift),
                Event::Code(_) => self.fejl(range, text!("prose-code"), text!("prose-code-hint")),
                Event::Html(_) | Event::InlineHtml(_) => {
                    self.fejl(range, text!("prose-html"), text!("prose-html-hint"));
                }
                Event::Rule => self.fejl(range, text!("prose-rule"), text!("prose-rule-hint")),
                Event::FootnoteReference(_) => {
                    self.fejl(range, text!("prose-footnote"), text!("prose-footnote-hint"));
                }
                Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                    self.fejl(range, text!("prose-extension"), text!("prose-extension-hint"));
                }
            }
        }
        self.luk_afsnit();
        if let Some(Open::Blokke(blokke)) = self.stak.pop() {
            self.ud.afsnit = blokke;
        }
        self.ud.errors.sort_by_key(|f| f.range.start);
        self.ud
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.toem_ord();
        if matches!(tag, Tag::Paragraph | Tag::List(_) | Tag::Item) {
            self.luk_afsnit();
        }
        if self.stak.len() > MAX_DEPTH {
            self.fejl(range, text!("prose-deep"), text!("prose-deep-hint"));
            self.sprunget = 1;
            return;
        }
        let aaben = match tag {
            Tag::Paragraph => Open::Afsnit(Vec::new()),
            Tag::List(start) => Open::Liste(start, Vec::new(), range),
            Tag::Item => Open::Blokke(Vec::new()),
            Tag::Strong => Open::Fed(Vec::new()),
            Tag::Emphasis => Open::Kursiv(Vec::new()),
            Tag::Link { dest_url, .. } => self.link(&dest_url, range),
            refused => {
                let (hvad, raad) = afvist(&refused);
                self.fejl(range, hvad, raad);
                self.sprunget = 1;
                return;
            }
        };
        if matches!(aaben, Open::Fed(_) | Open::Kursiv(_) | Open::Link(..)) {
            self.sikr_afsnit();
        }
        self.stak.push(aaben);
    }

    fn link(&mut self, url: &str, range: Range<usize>) -> Open {
        let kendt = ["https://", "http://", "mailto:"];
        if !kendt.iter().any(|k| url.starts_with(k)) {
            let hvad = text!("prose-link", url = url.escape_debug().to_string());
            self.fejl(range, hvad, text!("prose-link-hint"));
        }
        Open::Link(url.to_owned(), Vec::new())
    }

    fn slut(&mut self, tag: TagEnd, her: Range<usize>) {
        self.toem_ord();
        match tag {
            TagEnd::Paragraph => self.luk_afsnit(),
            TagEnd::Item => {
                self.luk_afsnit();
                if let Some(Open::Blokke(blokke)) = self.stak.pop()
                    && let Some(Open::Liste(_, punkter, _)) = self.stak.last_mut()
                {
                    punkter.push(blokke);
                }
            }
            _ => match self.stak.pop() {
                Some(Open::Fed(i)) => self.inline(Inline::Fed(i)),
                Some(Open::Kursiv(i)) => self.inline(Inline::Kursiv(i)),
                Some(Open::Link(url, indhold)) => {
                    if !is_seen(&indhold) {
                        self.fejl(her, text!("prose-empty-link"), text!("prose-empty-link-hint"));
                    }
                    self.inline(Inline::Link { url, indhold });
                }
                Some(Open::Liste(start, punkter, range)) => self.liste(start, punkter, range),
                _ => {}
            },
        }
    }

    fn liste(&mut self, start: Option<u64>, punkter: Vec<Vec<Afsnit>>, range: Range<usize>) {
        let dato = start.is_some() && punkter.iter().any(|p| begynder_med_maaned(p));
        if dato {
            self.fejl(range, text!("prose-date"), text!("prose-date-hint"));
            return;
        }
        let (ordnet, start) = (start.is_some(), start.unwrap_or(1));
        if let Some(Open::Blokke(blokke)) = self.stak.last_mut() {
            blokke.push(Afsnit::Liste { ordnet, start, punkter });
        }
    }

    /// Closes the paragraph on top, if there is one.
    fn luk_afsnit(&mut self) {
        self.toem_ord();
        if matches!(self.stak.last(), Some(Open::Afsnit(_)))
            && let Some(Open::Afsnit(inline)) = self.stak.pop()
            && !inline.is_empty()
            && let Some(Open::Blokke(blokke)) = self.stak.last_mut()
        {
            blokke.push(Afsnit::Tekst(inline));
        }
    }

    /// The words of a tight item come without a paragraph: opens one for them.
    fn sikr_afsnit(&mut self) {
        if matches!(self.stak.last(), Some(Open::Blokke(_))) {
            self.stak.push(Open::Afsnit(Vec::new()));
        }
    }

    fn inline(&mut self, ny: Inline) {
        self.toem_ord();
        self.skub(ny);
    }

    fn skub(&mut self, ny: Inline) {
        self.sikr_afsnit();
        if let Some(Open::Afsnit(v) | Open::Fed(v) | Open::Kursiv(v) | Open::Link(_, v)) =
            self.stak.last_mut()
        {
            v.push(ny);
        }
    }

    fn ord(&mut self, ord: &str, fra: usize) {
        self.kilder.push((self.ord.len(), fra));
        self.ord.push_str(ord);
    }

    /// Hands the gathered words on, split at their placeholders.
    fn toem_ord(&mut self) {
        let ord = std::mem::take(&mut self.ord);
        let kilder = std::mem::take(&mut self.kilder);
        for piece in split(&ord) {
            match piece {
                Stykke::Tekst(t) => self.skub(Inline::Tekst(t)),
                Stykke::Plads(range, navn) => {
                    let range = i_kilden(&kilder, range.start)..i_kilden(&kilder, range.end);
                    self.ud.pladser.push((range, navn.clone()));
                    self.skub(Inline::Plads(navn));
                }
                Stykke::Fejl(range) => {
                    let range = i_kilden(&kilder, range.start)..i_kilden(&kilder, range.end);
                    self.fejl(range, text!("prose-brace"), text!("prose-brace-hint"));
                }
            }
        }
    }

    fn fejl(&mut self, range: Range<usize>, message: Text, hint: Text) {
        let foer = self.tekst.get(..range.start).unwrap_or_default();
        self.ud.errors.push(ProseError {
            line: foer.matches('\n').count() + 1,
            range,
            message,
            hint,
        });
    }
}

/// Where a byte of the gathered words stands in the source.
fn i_kilden(kilder: &[(usize, usize)], her: usize) -> usize {
    kilder.iter().rev().find(|(i, _)| *i <= her).map_or(her, |(i, fra)| fra + (her - i))
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
fn afvist(tag: &Tag<'_>) -> (Text, Text) {
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
fn begynder_med_maaned(point: &[Afsnit]) -> bool {
    let Some(Afsnit::Tekst(inline)) = point.first() else { return false };
    let Some(Inline::Tekst(tekst)) = inline.first() else { return false };
    let ord = tekst.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    MAANEDER.contains(&ord)
}
