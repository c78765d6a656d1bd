//! What is asked of the fonts, against what they have: families, weights, embedding, characters.

use std::collections::BTreeMap;
use std::ops::Range;

use typst::syntax::{LinkedNode, Source, SyntaxKind};

use super::{Fonts, codes};
use crate::finding::{Finding, Place};
use crate::text;
use crate::theme::Typeface;
use crate::words::Text;

/// Each face that the theme asks for: weight, and whether it is italic.
fn faces(asked: &Typeface) -> impl Iterator<Item = (u16, bool)> {
    let upright = asked.vaegte.iter().map(|&weight| (weight, false));
    upright.chain(asked.kursiv.iter().map(|&weight| (weight, true)))
}

/// Checks that each asked face is there and may be embedded.
#[must_use]
pub fn theme_fonts(fonts: &Fonts, asked: &Typeface) -> Vec<Finding> {
    if fonts.family(&asked.familie).next().is_none() {
        let known = Text::list(fonts.families());
        return vec![
            Finding::error(codes::NO_FACE.code, text!("font-no-family", family = &asked.familie))
                .hint(text!("font-families", families = known))
                .hint(text!("font-no-family-hint")),
        ];
    }
    faces(asked).filter_map(|(weight, italic)| face(fonts, asked, weight, italic)).collect()
}

fn face(fonts: &Fonts, asked: &Typeface, weight: u16, italic: bool) -> Option<Finding> {
    let name = format!("{} {weight}{}", asked.familie, if italic { " italic" } else { "" });
    let found = fonts.family(&asked.familie).find(|f| f.weight == weight && f.italic == italic);
    match found {
        None => {
            let there: Vec<String> = fonts
                .family(&asked.familie)
                .map(|f| format!("{}{}", f.weight, if f.italic { " italic" } else { "" }))
                .collect();
            Some(
                Finding::error(codes::NO_FACE.code, text!("font-no-face", name = name))
                    .hint(text!("font-weights", weights = Text::list(there))),
            )
        }
        Some(face) if !face.embedding.allows_subset() => Some(
            Finding::error(
                codes::NOT_EMBEDDABLE.code,
                text!("font-not-embeddable", name = name, file = &face.file),
            )
            .hint(text!("font-not-embeddable-hint")),
        ),
        Some(_) => None,
    }
}

/// Whether every character of the texts has a glyph in every asked face.
#[must_use]
pub fn covers(fonts: &Fonts, asked: &Typeface, texts: &[&str]) -> bool {
    let mut coverage = Coverage::new(fonts, asked);
    texts.iter().all(|text| text.chars().all(|c| coverage.has(c)))
}

/// Checks that every character of the texts has a glyph in every asked face. `texts` are words and
/// how to find their place, which is asked for only where something is missing; a finding names a
/// character once for each text.
#[must_use]
pub fn text_coverage<'a>(
    fonts: &Fonts,
    asked: &Typeface,
    texts: impl IntoIterator<Item = (&'a str, impl Fn() -> Place)>,
) -> Vec<Finding> {
    let mut coverage = Coverage::new(fonts, asked);
    let mut findings = Vec::new();
    for (text, place) in texts {
        let mut seen = Vec::new();
        for c in text.chars() {
            if !seen.contains(&c) && !coverage.has(c) {
                seen.push(c);
                findings.push(missing(c, &asked.familie, place()));
            }
        }
    }
    findings
}

/// Checks the characters that a layout prints: its markup and strings, not its comments.
#[must_use]
pub fn layout_coverage(
    fonts: &Fonts,
    asked: &Typeface,
    layouts: &[(String, String)],
) -> Vec<Finding> {
    let mut coverage = Coverage::new(fonts, asked);
    let mut findings = Vec::new();
    for (name, text) in layouts {
        // What is in no comment either needs no reading.
        if text.chars().all(|c| coverage.has(c)) {
            continue;
        }
        let source = Source::detached(text.as_str());
        let mut pieces = Vec::new();
        printed(&LinkedNode::new(source.root()), &mut pieces);
        for range in pieces {
            let piece = text.get(range.clone()).unwrap_or_default();
            for (offset, c) in piece.char_indices().filter(|&(_, c)| !coverage.has(c)) {
                let start = range.start + offset;
                let range = start..start + c.len_utf8();
                let place = Place { file: name.clone(), range, field: None };
                findings.push(missing(c, &asked.familie, place));
            }
        }
    }
    findings
}

/// Ranges of the leaves that come out as text.
fn printed(node: &LinkedNode<'_>, pieces: &mut Vec<Range<usize>>) {
    if matches!(node.kind(), SyntaxKind::Text | SyntaxKind::Str) {
        pieces.push(node.range());
    }
    for child in node.children() {
        printed(&child, pieces);
    }
}

/// Characters up to here are found by their number: those of European text.
const NEAR: usize = 0x2500;

/// Which characters all asked faces have; each is looked up once.
struct Coverage<'a> {
    faces: Vec<&'a super::Face>,
    near: Vec<Option<bool>>,
    far: BTreeMap<char, bool>,
}

impl<'a> Coverage<'a> {
    fn new(fonts: &'a Fonts, asked: &'a Typeface) -> Self {
        let wanted: Vec<_> = faces(asked).collect();
        let faces = fonts
            .family(&asked.familie)
            .filter(|f| wanted.contains(&(f.weight, f.italic)))
            .collect();
        Self { faces, near: vec![None; NEAR], far: BTreeMap::new() }
    }

    fn has(&mut self, c: char) -> bool {
        let faces = &self.faces;
        let look = || needs_no_glyph(c) || faces.iter().all(|face| face.has(c));
        match self.near.get_mut(c as usize) {
            Some(known) => *known.get_or_insert_with(look),
            None => *self.far.entry(c).or_insert_with(look),
        }
    }
}

/// Line ends, tabs and characters that only steer the line breaker or the shaper (Unicode's
/// `Default_Ignorable_Code_Point`, as far as prose uses it).
fn needs_no_glyph(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn missing(c: char, family: &str, place: Place) -> Finding {
    let sign = format!("U+{:04X}", c as u32);
    let words = match &place.field {
        Some(field) => {
            text!("no-glyph-in", shown = shown(c), sign = sign, field = field)
        }
        None => text!("no-glyph", shown = shown(c), sign = sign),
    };
    Finding::error(codes::NO_GLYPH.code, words)
        .hint(text!("no-glyph-hint", family = family))
        .at(place)
}

/// The character in quotes; nothing for one that would not show, or would turn the line.
fn shown(c: char) -> Text {
    let hidden = c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if hidden { text!("no-glyph-hidden") } else { format!("»{c}«").into() }
}
