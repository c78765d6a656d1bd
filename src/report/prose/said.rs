//! What of a text can be said: a sentence that names something that is not known is left out.

/// The placeholders of a text, by name.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// A text without the sentences that cannot be said, paragraph by paragraph and item by item.
#[must_use]
pub fn without(text: &str, said: &dyn Fn(&str) -> bool) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let items = items(paragraph).into_iter().map(|(mark, item)| {
            let kept: Vec<&str> = sentences(item).into_iter().filter(|s| said(s)).collect();
            let kept = kept.concat().trim().to_owned();
            if kept.is_empty() { kept } else { format!("{mark}{kept}") }
        });
        items.filter(|item| !item.is_empty()).collect::<Vec<_>>().join("\n")
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The items of a list with their marks; a paragraph that is none is one without a mark.
fn items(paragraph: &str) -> Vec<(&str, &str)> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in paragraph.split_inclusive('\n') {
        if at > 0 && mark(line) > 0 {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([paragraph.len()]);
    let pieces = starts.iter().zip(ends).filter_map(|(from, to)| paragraph.get(*from..to));
    pieces.map(|piece| piece.split_at(mark(piece))).collect()
}

/// Bytes of the mark that an item of a list begins with; 0 where the line is no item.
fn mark(line: &str) -> usize {
    let rest = line.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let sign = match rest.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if digits > 0 => digits + 1,
        _ => return 0,
    };
    let blank = rest.get(sign..).is_some_and(|rest| rest.starts_with(' '));
    if blank { line.len() - rest.len() + sign + 1 } else { 0 }
}

/// Abbreviations after which a sentence goes on.
const SHORT: [&str; 12] =
    ["ca.", "fx.", "nr.", "kl.", "pr.", "jf.", "mio.", "mia.", "kgs.", "bl.a.", "dvs.", "kr."];

/// The sentences of a paragraph with the space after them.
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut inside) = (0, false);
    let mut signs = paragraph.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '{' => inside = true,
            '}' => inside = false,
            '.' | '!' | '?' if !inside => {
                let ends = signs.peek().is_some_and(|(_, next)| next.is_whitespace());
                let upto = paragraph.get(from..=at).unwrap_or_default();
                let word = upto.rsplit(char::is_whitespace).next().unwrap_or_default();
                let short = SHORT.contains(&word.to_lowercase().as_str());
                let rest = paragraph.get(at + 1..).unwrap_or_default().trim_start();
                let begins = rest.starts_with(|c: char| c.is_uppercase() || "{*\"»".contains(c));
                if ends && begins && !short {
                    let next = paragraph.len() - rest.len();
                    found.push(paragraph.get(from..next).unwrap_or_default());
                    from = next;
                }
            }
            _ => {}
        }
    }
    found.push(paragraph.get(from..).unwrap_or_default());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_full_stop_and_not_at_an_abbreviation() {
        assert_eq!(
            sentences("Det er ca. 5 mio. kr. i alt. {antal.x} er det. Kgs. Enghave er med."),
            ["Det er ca. 5 mio. kr. i alt. ", "{antal.x} er det. ", "Kgs. Enghave er med."]
        );
        assert_eq!(
            sentences("{antal.bydel.Kgs. Enghave} er der."),
            ["{antal.bydel.Kgs. Enghave} er der."]
        );
    }

    #[test]
    fn what_cannot_be_said_goes_sentence_by_sentence_and_item_by_item() {
        let said = |s: &str| !s.contains("{b}");
        assert_eq!(without("A {a} her. B {b} der. C.\n\nKun {b}.", &said), "A {a} her. C.");
        assert_eq!(without("- A {a}\n- B {b}\n- C\n  mere", &said), "- A {a}\n- C\n  mere");
        assert_eq!(without("1. A. Se {b}.\n2. B", &said), "1. A.\n2. B");
    }
}
