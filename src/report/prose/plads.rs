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
pub(super) fn split(ord: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut tekst = String::new();
    let mut rest = ord;
    while let Some(i) = rest.bytes().position(|b| matches!(b, b'{' | b'}')) {
        let (foer, fra) = rest.split_at(i);
        tekst.push_str(foer);
        let her = ord.len() - fra.len();
        if let Some(efter) = fra.strip_prefix("{{").or_else(|| fra.strip_prefix("}}")) {
            tekst.extend(fra.chars().take(1));
            rest = efter;
            continue;
        }
        let navn =
            fra.strip_prefix('{').and_then(|f| f.split_once('}')).filter(|(navn, _)| is_name(navn));
        if !tekst.is_empty() {
            pieces.push(Piece::Tekst(std::mem::take(&mut tekst)));
        }
        match navn {
            Some((navn, efter)) => {
                pieces.push(Piece::Plads(her..ord.len() - efter.len(), navn.to_owned()));
                rest = efter;
            }
            None => {
                pieces.push(Piece::Fault(her..her + 1));
                rest = fra.get(1..).unwrap_or_default();
            }
        }
    }
    tekst.push_str(rest);
    if !tekst.is_empty() {
        pieces.push(Piece::Tekst(tekst));
    }
    pieces
}

/// `antal.bydel.Kgs. Enghave`: letters, digits, and what stands in a bydel's name; a count's words
/// in the singular and the plural after it: `?antal.lokale|er|er alle`.
fn is_name(navn: &str) -> bool {
    !navn.trim().is_empty() && navn.chars().all(|c| c.is_alphanumeric() || ". -_/|?".contains(c))
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
