//! Placeholders in words: `{name}`, with `{{` and `}}` for braces.

use std::ops::Range;

/// A piece of words.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words, braces resolved.
    Tekst(String),
    /// A placeholder with its range in the words.
    Plads(Range<usize>, String),
    /// A brace that neither opens nor closes a placeholder.
    Fault(Range<usize>),
}

/// Splits words at their placeholders.
pub(super) fn split(word: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = word;
    while let Some(i) = rest.bytes().position(|b| matches!(b, b'{' | b'}')) {
        let (before, fra) = rest.split_at(i);
        text.push_str(before);
        let here = word.len() - fra.len();
        if let Some(after) = fra.strip_prefix("{{").or_else(|| fra.strip_prefix("}}")) {
            text.extend(fra.chars().take(1));
            rest = after;
            continue;
        }
        let name =
            fra.strip_prefix('{').and_then(|f| f.split_once('}')).filter(|(name, _)| is_name(name));
        if !text.is_empty() {
            pieces.push(Piece::Tekst(std::mem::take(&mut text)));
        }
        match name {
            Some((name, after)) => {
                pieces.push(Piece::Plads(here..word.len() - after.len(), name.to_owned()));
                rest = after;
            }
            None => {
                pieces.push(Piece::Fault(here..here + 1));
                rest = fra.get(1..).unwrap_or_default();
            }
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Tekst(text));
    }
    pieces
}

/// `antal.bydel.Kgs. Enghave`: letters, digits, and what stands in a bydel's name; a count's words
/// in the singular and the plural after it: `?antal.lokale|er|er alle`.
fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().all(|c| c.is_alphanumeric() || ". -_/|?".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_are_doubled_and_names_stand_between_single_ones() {
        assert_eq!(
            split("a {tal.1} {{b}}"),
            [
                Piece::Tekst("a ".into()),
                Piece::Plads(2..9, "tal.1".into()),
                Piece::Tekst(" {b}".into()),
            ]
        );
    }

    #[test]
    fn a_lone_brace_or_a_name_with_signs_in_it_is_an_error() {
        assert_eq!(split("{"), [Piece::Fault(0..1)]);
        assert!(split("x } y").contains(&Piece::Fault(2..3)));
        assert!(split("{a$b}").contains(&Piece::Fault(0..1)));
        assert!(split("{}").contains(&Piece::Fault(0..1)));
    }
}
