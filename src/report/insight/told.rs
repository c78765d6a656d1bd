//! Which of the report's own sentences about computed numbers can be said: a sentence whose number
//! is not known, or that lists nothing, is not.

use super::{Coverage, Insights};
use crate::report::model::{Indsigt, Report};

/// Fewest indsatser that are compared with one another.
const COMPARED: usize = 2;

/// The report as far as its insights can be told; none where all of them can. Sentences that rest
/// on a number that is not known go; an insight whose heading does is a line that says how many of
/// its numbers are known (`waits`), and one that has nothing to compare is left out.
#[must_use]
pub fn told(
    report: &Report,
    insights: &Insights,
    waits: &dyn Fn(Coverage) -> String,
) -> Option<Report> {
    let said = |text: &str| names(text).all(|name| insights.can_be_said(name));
    let all = &report.rapport.indsigter;
    let texts = |i: &Indsigt| {
        [Some(&i.titel), Some(&i.tekst), i.note.as_ref(), i.figur_titel.as_ref()]
            .into_iter()
            .flatten()
            .all(|text| said(text))
    };
    let complete = insights.antal >= COMPARED
        && all.indsigt.iter().all(texts)
        && all.lead.as_deref().is_none_or(said);
    if complete {
        return None;
    }
    let mut report = report.clone();
    let indsigter = &mut report.rapport.indsigter;
    indsigter.lead = indsigter.lead.as_deref().map(|text| without(text, &said));
    if insights.antal < COMPARED {
        indsigter.indsigt.clear();
    }
    indsigter.indsigt.retain(|i| {
        let nothing_listed = names(&i.titel).any(|name| insights.is_empty_list(name));
        let nothing_counted = !said(&i.titel) && insights.rests_on(&i.figur).of == 0;
        !nothing_listed && !nothing_counted
    });
    for i in &mut indsigter.indsigt {
        if said(&i.titel) {
            i.tekst = without(&i.tekst, &said);
            i.note = i.note.as_deref().map(|text| without(text, &said)).filter(|t| !t.is_empty());
            i.figur_titel = i.figur_titel.take().filter(|text| said(text));
        } else {
            i.titel = waits(insights.rests_on(&i.figur));
            i.tekst = String::new();
            (i.note, i.figur, i.figur_titel) = (None, None, None);
        }
    }
    Some(report)
}

/// The placeholders of a text, by name.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// A text without the sentences that cannot be said, paragraph by paragraph.
fn without(text: &str, said: &dyn Fn(&str) -> bool) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let kept: Vec<&str> = sentences(paragraph).into_iter().filter(|s| said(s)).collect();
        kept.concat().trim().to_owned()
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
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
    fn what_cannot_be_said_goes_sentence_by_sentence() {
        let said = |s: &str| !s.contains("{b}");
        assert_eq!(without("A {a} her. B {b} der. C.\n\nKun {b}.", &said), "A {a} her. C.");
    }
}
