//! Addresses that stand bare in prose: links, and divided after the signs that divide them, so
//! that a long one needs no hyphen.

use crate::report::danish::hyphenation::ZERO_WIDTH_SPACE;
use crate::report::prose::{Afsnit, Inline};

/// Letters from which an address may be divided.
const LANG: usize = 24;

/// Makes links of the addresses in a text.
pub(super) fn link(paragraphs: &mut [Afsnit]) {
    for a in paragraphs {
        match a {
            Afsnit::Tekst(inline) => pieces(inline),
            Afsnit::Liste { punkter, .. } => punkter.iter_mut().for_each(|p| link(p)),
        }
    }
}

fn pieces(inline: &mut Vec<Inline>) {
    let old = std::mem::take(inline);
    for piece in old {
        match piece {
            Inline::Tekst(tekst) => del(&tekst, inline),
            Inline::Fed(mut v) => {
                pieces(&mut v);
                inline.push(Inline::Fed(v));
            }
            Inline::Kursiv(mut v) => {
                pieces(&mut v);
                inline.push(Inline::Kursiv(v));
            }
            Inline::Link { url, mut indhold } => {
                for i in &mut indhold {
                    if let Inline::Tekst(t) = i {
                        *t = t.split_inclusive(' ').map(broken).collect();
                    }
                }
                inline.push(Inline::Link { url, indhold });
            }
            other @ (Inline::Plads(_) | Inline::Henvisning(_) | Inline::Linjeskift) => {
                inline.push(other);
            }
        }
    }
}

/// Pushes a text, its addresses as links.
fn del(text: &str, out: &mut Vec<Inline>) {
    let mut before = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let Some((fra, til, url)) = address(piece) else {
            before.push_str(piece);
            continue;
        };
        before.push_str(piece.get(..fra).unwrap_or_default());
        if !before.is_empty() {
            out.push(Inline::Tekst(std::mem::take(&mut before)));
        }
        let shown = broken(piece.get(fra..til).unwrap_or_default());
        out.push(Inline::Link { url, indhold: vec![Inline::Tekst(shown)] });
        before.push_str(piece.get(til..).unwrap_or_default());
    }
    if !before.is_empty() {
        out.push(Inline::Tekst(before));
    }
}

/// Where the address in a word begins and ends, and what it leads to.
fn address(word: &str) -> Option<(usize, usize, String)> {
    let fra = word.len() - word.trim_start_matches(['(', '»', '›', '[']).len();
    let plain = word.get(fra..)?.trim_end();
    let plain = plain.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '«', '‹', ']', '»']);
    let host = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && host.chars().all(|c| c.is_alphanumeric() || ".-:".contains(c))
    };
    let url = if let Some(rest) = plain.strip_prefix("https://").or(plain.strip_prefix("http://")) {
        host(rest).then(|| plain.to_owned())
    } else if plain.strip_prefix("www.").is_some_and(host) {
        Some(format!("https://{plain}"))
    } else {
        let (hvem, where_told) = plain.split_once('@')?;
        let name = |c: char| c.is_alphanumeric() || "._+-".contains(c);
        (!hvem.is_empty()
            && hvem.chars().all(name)
            && host(where_told)
            && !where_told.contains('@'))
        .then(|| format!("mailto:{plain}"))
    }?;
    Some((fra, fra + plain.len(), url))
}

/// A long address with places to divide it: after a slash, a full stop, a hyphen and the like.
fn broken(word: &str) -> String {
    if word.chars().count() < LANG || !word.contains(['/', '@', '.']) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len() + 16);
    let mut tegn = word.chars().peekable();
    while let Some(c) = tegn.next() {
        out.push(c);
        let onwards = tegn.peek().is_some_and(|n| n.is_alphanumeric());
        if onwards && "/.-_?&=#@".contains(c) {
            out.push(ZERO_WIDTH_SPACE);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(text: &str) -> Vec<Inline> {
        let mut paragraphs = vec![Afsnit::Tekst(vec![Inline::Tekst(text.to_owned())])];
        link(&mut paragraphs);
        match paragraphs.remove(0) {
            Afsnit::Tekst(inline) => inline,
            Afsnit::Liste { .. } => Vec::new(),
        }
    }

    #[test]
    fn bare_addresses_become_links_without_the_signs_around_them() {
        let found = linked("Se (www.kk.dk/tryghed), eller skriv til sikkerby@kk.dk.");
        let urler: Vec<&str> = found
            .iter()
            .filter_map(|i| match i {
                Inline::Link { url, .. } => Some(url.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(urler, ["https://www.kk.dk/tryghed", "mailto:sikkerby@kk.dk"]);
        assert_eq!(found.last(), Some(&Inline::Tekst(".".to_owned())));
        assert_eq!(linked("og/eller, 2.270 og a.b").len(), 1);
    }

    #[test]
    fn a_long_address_is_divided_after_its_signs() {
        let divided = broken("https://www.kk.dk/sikker-by/afrapportering");
        let parts: Vec<&str> = divided.split(ZERO_WIDTH_SPACE).collect();
        assert_eq!(parts, ["https://", "www.", "kk.", "dk/", "sikker-", "by/", "afrapportering"]);
        assert_eq!(broken("www.kk.dk"), "www.kk.dk");
    }
}
