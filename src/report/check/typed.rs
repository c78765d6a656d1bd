//! What a word processor leaves behind: look-alike letters, invisible characters, pasted bullets,
//! emphasis and quotes that are not closed, a number that runs into its percent sign.

use super::{Context, RawText};
use crate::finding::{Code, Finding};
use crate::report::prose::{self, Afsnit, Inline};
use crate::report::texts::Form;
use crate::text;
use crate::words::Text;

crate::codes! {
    /// Codes about how texts are typed.
    TYPED:
    LOOK_ALIKE "D271";
    INVISIBLE "D272";
    BULLET "D273";
    OPEN_EMPHASIS "D274";
    OPEN_QUOTE "D275";
    TIGHT_PERCENT "D276";
}

/// All of it, for every text of the report.
pub(crate) fn rule(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for t in &c.raw {
        // Letters that Danish does not have, signs that are not seen, bullets and curved quotes
        // begin with these bytes.
        let odd = t.text.bytes().any(|b| matches!(b, 0xc2 | 0xcd..=0xd4 | 0xe1..=0xef));
        if odd {
            look_alike(c, t, findings);
            invisible(c, t, findings);
        }
        if odd || t.text.contains('"') {
            quotes(c, t, findings);
        }
        if t.text.contains('%') {
            percent(c, t, findings);
        }
        if t.form != Form::Plain {
            if odd || t.text.contains("\no ") {
                bullets(c, t, findings);
            }
            emphasis(c, t, findings);
        }
    }
}

fn tell(c: &Context<'_>, t: &RawText<'_>, code: Code, words: Text, hint: Text) -> Finding {
    let place = (c.finder)(&t.file, &t.field);
    let finding = Finding::warning(code.code, words).at(place).hint(hint);
    match c.indsats_of(t) {
        Some(i) => finding.of(&i.id),
        None => finding,
    }
}

fn is_foreign(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' | '\u{ff21}'..='\u{ff5a}')
        && c.is_alphabetic()
}

fn look_alike(c: &Context<'_>, t: &RawText<'_>, findings: &mut Vec<Finding>) {
    if !t.text.chars().any(is_foreign) {
        return;
    }
    let words = t.text.split(|c: char| !c.is_alphabetic());
    for word in words.filter(|w| w.chars().any(is_foreign)) {
        let latin = word.chars().any(|c| c.is_alphabetic() && !is_foreign(c));
        let Some(foreign) = word.chars().find(|c| is_foreign(*c)).filter(|_| latin) else {
            continue;
        };
        let words = text!(
            "look-alike",
            word = word,
            letter = foreign.to_string(),
            sign = format!("U+{:04X}", u32::from(foreign))
        );
        findings.push(tell(c, t, LOOK_ALIKE, words, text!("look-alike-hint")));
    }
}

/// What an invisible character is called.
fn invisible_name(c: char) -> Option<Text> {
    Some(match c {
        '\u{ad}' => text!("sign-soft-hyphen"),
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => text!("sign-no-width"),
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => text!("sign-space"),
        '\u{a0}' => text!("sign-no-break-space"),
        '\u{e000}'..='\u{f8ff}' => text!("sign-private"),
        _ => return None,
    })
}

fn invisible(c: &Context<'_>, t: &RawText<'_>, findings: &mut Vec<Finding>) {
    let Some((at, sign, name)) =
        t.text.char_indices().find_map(|(at, c)| Some((at, c, invisible_name(c)?)))
    else {
        return;
    };
    let before = t.text.get(..at).unwrap_or_default().split_whitespace().next_back();
    let sign = format!("U+{:04X}", u32::from(sign));
    let words = match before {
        Some(word) => text!("invisible-after", name = name, sign = sign, word = word),
        None => text!("invisible-first", name = name, sign = sign),
    };
    findings.push(tell(c, t, INVISIBLE, words, text!("invisible-hint")));
}

fn bullets(c: &Context<'_>, t: &RawText<'_>, findings: &mut Vec<Finding>) {
    let signs = ['•', '·', '▪', '▫', '◦', '‣', '●', '○', '■', '□', '➢', '✓', '➔'];
    let lines = || t.text.lines().map(str::trim_start);
    let pasted = lines().find(|l| l.starts_with(signs));
    // One line alone may begin with a dash, or with the word or letter.
    let several = |start: &str| lines().filter(|l| l.starts_with(start)).count() >= 2;
    let typed = ["– ", "— ", "o "].into_iter().find(|s| several(s));
    let sign = pasted.and_then(|l| l.chars().next()).or_else(|| typed?.chars().next());
    if let Some(sign) = sign {
        let words = text!("bullet", sign = sign.to_string());
        findings.push(tell(c, t, BULLET, words, text!("bullet-hint")));
    }
}

fn emphasis(c: &Context<'_>, t: &RawText<'_>, findings: &mut Vec<Finding>) {
    if !t.text.contains('*') {
        return;
    }
    let left = prose::read(t.text).afsnit.iter().any(has_stars);
    if left {
        let words = text!("open-emphasis");
        findings.push(tell(c, t, OPEN_EMPHASIS, words, text!("open-emphasis-hint")));
    }
}

fn has_stars(paragraphs: &Afsnit) -> bool {
    match paragraphs {
        Afsnit::Tekst(inline) => inline.iter().any(inline_has_stars),
        Afsnit::Liste { punkter, .. } => punkter.iter().flatten().any(has_stars),
    }
}

fn inline_has_stars(inline: &Inline) -> bool {
    match inline {
        Inline::Tekst(text) => text.contains("**") || opens(text),
        Inline::Fed(inside) | Inline::Kursiv(inside) => inside.iter().any(inline_has_stars),
        Inline::Link { indhold, .. } => indhold.iter().any(inline_has_stars),
        Inline::Plads(_) | Inline::Henvisning(_) | Inline::Linjeskift => false,
    }
}

/// A star before a word; after one it is a note's mark.
fn opens(text: &str) -> bool {
    text.match_indices('*').any(|(at, _)| {
        let (before, after) = (text.get(..at), text.get(at + 1..));
        let free = before.is_some_and(|b| b.is_empty() || b.ends_with([' ', '(']));
        free && after.is_some_and(|a| a.starts_with(char::is_alphanumeric))
    })
}

fn quotes(c: &Context<'_>, t: &RawText<'_>, findings: &mut Vec<Finding>) {
    let count = |signs: &[char]| t.text.chars().filter(|c| signs.contains(c)).count();
    let (straight, curved) = (count(&['"']), count(&['“', '”', '„']));
    let guillemets = (count(&['»']), count(&['«']));
    let words = if straight % 2 == 1 {
        text!("quote-open")
    } else if curved > 0 {
        text!("quote-curly")
    } else if guillemets.0 != guillemets.1 {
        text!("quote-lone")
    } else {
        return;
    };
    findings.push(tell(c, t, OPEN_QUOTE, words, text!("quote-hint")));
}

fn percent(c: &Context<'_>, t: &RawText<'_>, findings: &mut Vec<Finding>) {
    let bytes = t.text.as_bytes();
    let tight = |at: usize| at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_digit);
    let Some(at) = t.text.char_indices().find(|(at, c)| *c == '%' && tight(*at)).map(|(at, _)| at)
    else {
        return;
    };
    let before = t.text.get(..at).unwrap_or_default();
    let number = before.rsplit(|c: char| !(c.is_ascii_digit() || c == ',')).next();
    // In a link it is no percent sign.
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    if word.contains("://") {
        return;
    }
    let number = number.unwrap_or_default();
    let words = text!("tight-percent", number = number);
    let hint = text!("tight-percent-hint", number = number);
    findings.push(tell(c, t, TIGHT_PERCENT, words, hint));
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{TestReport, findings, with_description};

    #[test]
    fn each_leftover_of_a_word_processor_is_told_and_plain_text_is_not() {
        for (code, wrong, right) in [
            ("D271", "Indsаtsen", "Indsatsen"),
            ("D273", "Det er:\n• et\n• to", "Det er:\n\n- et\n- to"),
            ("D273", "Det er:\n– et\n– to", "Det – og andet – er."),
            ("D274", "**Socialforvaltningen er.", "**Socialforvaltningen** er."),
            ("D274", "*Socialforvaltningen er.", "*Socialforvaltningen* er for unge*."),
            ("D275", "Han siger \"ja.", "Han siger \"ja\"."),
            ("D275", "Han siger “ja”.", "Han siger »ja«."),
            ("D276", "Det er 50% af dem.", "Det er 50 % af dem."),
        ] {
            assert_eq!(findings(code, &with_description(wrong)).len(), 1, "{code} {wrong:?}");
            assert!(findings(code, &with_description(right)).is_empty(), "{code} {right:?}");
        }
        for sign in ['\u{a0}', '\u{ad}', '\u{200b}', '\u{2009}'] {
            let toml = with_description("Etord").toml().replace("Etord", &format!("Et{sign}ord"));
            assert_eq!(TestReport::from_toml(&toml, "D272").len(), 1, "{sign:?}");
        }
    }
}
