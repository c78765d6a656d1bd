//! Over the tree: words filled in, set, or taken out as plain text.

use super::{Afsnit, Inline, Reference};
use crate::report::danish::Typography;

/// Fills every placeholder that `vaerdi` knows; the others stay. Where a value ends in the full stop
/// of an abbreviation (`kr.`), that of the sentence goes: Danish writes one, never two.
pub fn fill(paragraphs: &mut [Afsnit], value: &dyn Fn(&str) -> Option<String>) {
    for_each_piece(paragraphs, &mut |inline| {
        let mut stopped = false;
        for i in inline {
            let stops = match i {
                Inline::Plads(navn) => match value(navn) {
                    Some(tekst) => {
                        let stops = tekst.ends_with('.');
                        *i = Inline::Tekst(tekst);
                        stops
                    }
                    None => false,
                },
                Inline::Fed(v) | Inline::Kursiv(v) | Inline::Link { indhold: v, .. } => {
                    stops_last(v, value)
                }
                Inline::Tekst(tekst) => {
                    if stopped && tekst.starts_with('.') {
                        tekst.remove(0);
                    }
                    false
                }
                _ => false,
            };
            stopped = stops;
        }
    });
}

/// Whether these end in a placeholder whose value ends in a full stop.
fn stops_last(inline: &[Inline], value: &dyn Fn(&str) -> Option<String>) -> bool {
    match inline.last() {
        Some(Inline::Plads(navn)) => value(navn).is_some_and(|text| text.ends_with('.')),
        Some(Inline::Fed(v) | Inline::Kursiv(v) | Inline::Link { indhold: v, .. }) => {
            stops_last(v, value)
        }
        _ => false,
    }
}

/// Makes references of the placeholders that `reference` knows.
pub fn refer(paragraphs: &mut [Afsnit], reference: &dyn Fn(&str) -> Option<Reference>) {
    for_each_piece(paragraphs, &mut |inline| {
        for i in inline {
            let known = match i {
                Inline::Plads(navn) => reference(navn),
                _ => None,
            };
            if let Some(known) = known {
                *i = Inline::Henvisning(known);
            }
        }
    });
}

/// Sets the words as Danish is set ([`crate::report::danish::typography`]), quotes and dashes seen
/// across emphasis.
pub fn typography(paragraphs: &mut [Afsnit]) {
    for a in paragraphs {
        match a {
            Afsnit::Tekst(inline) => set(inline, &mut Typography::default()),
            Afsnit::Liste { punkter, .. } => punkter.iter_mut().for_each(|p| typography(p)),
        }
    }
}

fn set(inline: &mut [Inline], t: &mut Typography) {
    for i in inline {
        match i {
            Inline::Tekst(tekst) => *tekst = t.set(tekst),
            Inline::Fed(v) | Inline::Kursiv(v) | Inline::Link { indhold: v, .. } => set(v, t),
            Inline::Plads(_) | Inline::Henvisning(_) => {
                // What will stand here is a number or a name: a quote after it closes.
                t.set("0");
            }
            Inline::Linjeskift => {
                t.set("\n");
            }
        }
    }
}

/// The words alone: paragraphs and items on a line each, placeholders in braces.
#[must_use]
pub fn plain(paragraphs: &[Afsnit]) -> String {
    let mut out = String::new();
    for a in paragraphs {
        if !out.is_empty() {
            out.push('\n');
        }
        match a {
            Afsnit::Tekst(inline) => ord(inline, &mut out),
            Afsnit::Liste { punkter, .. } => {
                let lines: Vec<String> = punkter.iter().map(|p| plain(p)).collect();
                out.push_str(&lines.join("\n"));
            }
        }
    }
    out
}

fn ord(inline: &[Inline], out: &mut String) {
    for i in inline {
        match i {
            Inline::Tekst(t) => out.push_str(t),
            Inline::Fed(v) | Inline::Kursiv(v) | Inline::Link { indhold: v, .. } => ord(v, out),
            Inline::Plads(navn) => {
                out.push('{');
                out.push_str(navn);
                out.push('}');
            }
            Inline::Henvisning(r) => out.push_str(&r.tekst),
            Inline::Linjeskift => out.push('\n'),
        }
    }
}

fn for_each_piece(paragraphs: &mut [Afsnit], act: &mut dyn FnMut(&mut [Inline])) {
    for a in paragraphs {
        match a {
            Afsnit::Tekst(inline) => downwards(inline, act),
            Afsnit::Liste { punkter, .. } => {
                punkter.iter_mut().for_each(|p| for_each_piece(p, act));
            }
        }
    }
}

fn downwards(inline: &mut [Inline], act: &mut dyn FnMut(&mut [Inline])) {
    act(inline);
    for i in inline {
        if let Inline::Fed(v) | Inline::Kursiv(v) | Inline::Link { indhold: v, .. } = i {
            downwards(v, act);
        }
    }
}
