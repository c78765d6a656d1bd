//! What an SVG drawing repeats: elements that name others (`use`, patterns, clip paths, masks,
//! markers) are drawn again at each place that names them. A ring of them would never end.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::{Document, Node};

use super::DEEPEST;
use crate::limits;
use crate::text;
use crate::words::Text;

/// Most elements, those that others repeat counted each time.
const MOST_ELEMENTS: u64 = limits::SVG_ELEMENTS;

/// Why what the drawing repeats cannot be drawn.
pub(super) fn fault(document: &Document<'_>) -> Option<Text> {
    let named = document.descendants().filter_map(|node| Some((node.attribute("id")?, node)));
    let mut count = Count {
        named: named.collect(),
        rules: rules(document),
        known: BTreeMap::new(),
        open: BTreeSet::new(),
    };
    match count.of(document.root_element()) {
        Some(count) if count <= MOST_ELEMENTS => None,
        Some(_) => Some(text!("svg-repeats", most = MOST_ELEMENTS)),
        None => Some(text!("svg-circle")),
    }
}

struct Count<'a> {
    /// Elements by their ids.
    named: BTreeMap<&'a str, Node<'a, 'a>>,
    rules: Vec<Rule<'a>>,
    /// What was counted, by node.
    known: BTreeMap<usize, u64>,
    /// Elements that are being counted.
    open: BTreeSet<usize>,
}

impl<'a> Count<'a> {
    /// Elements of a node and of all that it repeats; none where it repeats itself.
    fn of(&mut self, node: Node<'a, 'a>) -> Option<u64> {
        let at = node.id().get_usize();
        if let Some(count) = self.known.get(&at) {
            return Some(*count);
        }
        // Nesting is bounded by what was looked at before; chains of repeats are bounded here.
        if self.open.len() > 4 * DEEPEST || !self.open.insert(at) {
            return None;
        }
        let mut count = 1_u64;
        for child in node.children().filter(Node::is_element) {
            count = count.saturating_add(self.of(child)?);
        }
        for id in self.links(node) {
            if let Some(target) = self.named.get(id).copied() {
                count = count.saturating_add(self.of(target)?);
            }
        }
        self.open.remove(&at);
        self.known.insert(at, count);
        Some(count)
    }

    /// Ids that an element names, in its attributes or in a rule of style that may be about it.
    fn links(&self, node: Node<'a, 'a>) -> BTreeSet<&'a str> {
        let attributes = node.attributes().filter(|a| a.name() != "id" && a.name() != "class");
        let own = attributes.flat_map(|a| ids(a.value()));
        let styled = self.rules.iter().filter(|rule| rule.may_be_about(node));
        own.chain(styled.flat_map(|rule| rule.ids.iter().copied())).collect()
    }
}

/// Ids that a value names: what follows each `#`. A colour looks like one, and names nothing.
fn ids(value: &str) -> impl Iterator<Item = &str> {
    let end = |c: char| matches!(c, ')' | '"' | '\'' | ';' | ',') || c.is_whitespace();
    value.split('#').skip(1).map(move |rest| rest.split(end).next().unwrap_or_default())
}

/// A rule of a style sheet that names other elements.
struct Rule<'a> {
    /// The names in its selector.
    about: BTreeSet<&'a str>,
    /// Whether the selector has more than names, so that it may be about any element.
    any: bool,
    ids: Vec<&'a str>,
}

impl Rule<'_> {
    /// Whether the selector names the element, its class or its id: rather too often than too seldom.
    fn may_be_about(&self, node: Node<'_, '_>) -> bool {
        let classes = node.attribute("class").unwrap_or_default().split_whitespace();
        self.any
            || self.about.contains(node.tag_name().name())
            || node.attribute("id").is_some_and(|id| self.about.contains(id))
            || classes.into_iter().any(|class| self.about.contains(class))
    }
}

fn rules<'a>(document: &'a Document<'a>) -> Vec<Rule<'a>> {
    let sheets = document.descendants().filter(|node| node.tag_name().name() == "style");
    let texts = sheets.flat_map(|sheet| sheet.descendants()).filter_map(|node| node.text());
    let parts = texts.flat_map(|text| text.split('}')).filter_map(|rule| rule.split_once('{'));
    let rules = parts.map(|(selector, body)| Rule {
        about: selector
            .split(|c: char| matches!(c, '.' | '#' | ',' | '>' | '+' | '~') || c.is_whitespace())
            .filter(|name| !name.is_empty())
            .collect(),
        any: selector.contains(['*', '[', ':', '@', '/', '\\']),
        ids: ids(body).collect(),
    });
    rules.filter(|rule| !rule.ids.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::judged;

    #[test]
    fn repeats_of_repeats_are_counted_and_not_drawn() {
        let mut inner = "<g id='g0'><rect width='1' height='1'/></g>".to_owned();
        for n in 1..20 {
            let uses = format!("<use href='#g{}'/>", n - 1).repeat(10);
            inner.push_str(&format!("<g id='g{n}'>{uses}</g>"));
        }
        assert!(judged(&inner).contains("gentager sig selv"));
    }

    #[test]
    fn rings_are_found_however_they_are_written() {
        let pattern = |paint: [&str; 3]| {
            let one = |(n, paint): (usize, &&str)| {
                format!(
                    "<pattern id='p{n}' width='9' height='9'><rect width='9' height='9' {paint}/></pattern>"
                )
            };
            let all: String = paint.iter().enumerate().map(one).collect();
            format!("{all}<rect width='9' height='9' fill='url(#p0)'/>")
        };
        let rings = [
            "<use id='a' href='#b'/><use id='b' href='#a'/>".to_owned(),
            pattern(["fill='url(#p1)'", "fill='url(#p2)'", "fill='url(#p0)'"]),
            pattern(["fill='url(#p1) red'", "fill='url( #p2 ) none'", "fill=' url(\"#p0\") #fff'"]),
            pattern(["style='fill:url(#p1);stroke:#000'", "fill='url(#p2)'", "stroke='url(#p0)'"]),
            format!(
                "<style>.x, .y{{fill:url(#p1)}} .z{{fill:url(#p2)}} rect.w{{fill:url(#p0)}}</style>{}",
                pattern(["class='x'", "class='z'", "class='w'"])
            ),
        ];
        for ring in rings {
            assert!(judged(&ring).contains("i ring"), "{ring}");
        }
    }

    #[test]
    fn a_style_sheet_that_paints_with_gradients_is_no_ring() {
        let inner = "<style>.a{fill:url(#g)} .b{clip-path:url(#c)}</style>\
            <linearGradient id='g'><stop offset='0' stop-color='#00f'/><stop offset='1'/></linearGradient>\
            <clipPath id='c'><rect class='a' width='5' height='5'/></clipPath>\
            <g class='b'><rect class='a' width='9' height='9'/></g>";
        assert_eq!(judged(inner), "");
    }
}
