//! Personal data in texts and in the comments of data files: CPR numbers, telephone numbers, e-mail
//! addresses, names that a title or a role introduces.

use std::collections::BTreeSet;

use super::Context;
use super::texts::RawText;
use crate::finding::{Code, Finding, Place, Severity};
use crate::report::danish::Dato;
use crate::report::load::{RAPPORT_FILE, indsats_file};
use crate::text;
use crate::words::Text;

crate::codes! {
    /// Codes about personal data.
    PERSONAL:
    CPR "D281";
    PHONE "D282";
    E_MAIL "D283";
    NAME "D284";
}

/// Digits of the shortest number that is looked for: a telephone's.
const SHORTEST_NUMBER: usize = 8;

/// What is told of a text: its code, how bad it is, and the words.
type Told = (Code, Severity, Text);

/// Personal data in texts and comments.
pub(crate) fn rule(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let known = known_names(c);
    look(c, findings, &|text| in_text(text, &known));
    for t in c.raw.iter().filter(|t| t.field.ends_with(".person")) {
        if let Some(name) = full_name(t.text, &known) {
            let words = text!("personal-name", words = name);
            findings.push(of_text(c, t, (NAME, Severity::Warning, words)));
        }
    }
}

/// That of it which is an error, and nobody has to know the names for.
pub(crate) fn errors(c: &Context<'_>, findings: &mut Vec<Finding>) {
    look(c, findings, &in_digits);
}

/// Reads all texts and comments.
fn look(c: &Context<'_>, findings: &mut Vec<Finding>, read: &dyn Fn(&str) -> Vec<Told>) {
    for t in &c.raw {
        findings.extend(read(t.text).into_iter().map(|said| of_text(c, t, said)));
    }
    let Some(sources) = c.sources else { return };
    let files = std::iter::once((RAPPORT_FILE.to_owned(), None))
        .chain(c.report.indsatser.iter().map(|i| (indsats_file(&i.id), Some(&i.id))));
    for (file, id) in files {
        for (at, comment) in comments(sources.text(&file).unwrap_or_default()) {
            for (code, severity, words) in read(comment) {
                let range = at..at + comment.len();
                let place = Place { file: file.clone(), range, field: None };
                let finding = told(code, severity, text!("personal-comment", words = words), place);
                findings.push(match id {
                    Some(id) => finding.of(id),
                    None => finding,
                });
            }
        }
    }
}

fn of_text(c: &Context<'_>, t: &RawText<'_>, (code, severity, words): Told) -> Finding {
    let finding = told(code, severity, words, (c.finder)(&t.file, &t.field));
    match c.indsats_of(t) {
        Some(i) => finding.of(&i.id),
        None => finding,
    }
}

fn told(code: Code, severity: Severity, words: Text, place: Place) -> Finding {
    let hint = match severity {
        Severity::Error => text!("personal-cpr-hint"),
        _ => text!("personal-hint"),
    };
    Finding::new(code.code, severity, words).at(place).hint(hint)
}

/// The comments of a TOML file with their places: what follows a `#` outside of strings.
fn comments(source: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let (mut at, mut rest) = (0, source);
    while let Some(next) = rest.find(['#', '"', '\'']) {
        let tail = rest.get(next..).unwrap_or_default();
        let used = if tail.starts_with('#') {
            let end = tail.find('\n').unwrap_or(tail.len());
            found.push((at + next + 1, tail.get(1..end).unwrap_or_default()));
            end
        } else {
            string_length(tail)
        };
        at += next + used;
        rest = source.get(at..).unwrap_or_default();
    }
    found
}

/// How many bytes a string takes that begins here, with its quotes.
fn string_length(tail: &str) -> usize {
    let quote = tail.get(..1).unwrap_or("\"");
    let long = quote.repeat(3);
    let (open, close) = if tail.starts_with(&long) { (3, long.as_str()) } else { (1, quote) };
    let mut at = open;
    while let Some(rest) = tail.get(at..) {
        let Some(sign) = rest.find([quote.chars().next().unwrap_or('"'), '\\']) else { break };
        let found = rest.get(sign..).unwrap_or_default();
        if found.starts_with(close) {
            return at + sign + close.len();
        }
        // An escaped character, or a quote that closes nothing.
        let escape = quote == "\"" && found.starts_with('\\');
        let next = found.chars().nth(1).map_or(0, char::len_utf8);
        at += sign + 1 + if escape { next } else { 0 };
    }
    tail.len()
}

/// What the digits of a text tell of persons.
fn in_digits(text: &str) -> Vec<Told> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < SHORTEST_NUMBER { Vec::new() } else { numbers(text) }
}

/// What a text tells of persons.
fn in_text(text: &str, known: &BTreeSet<String>) -> Vec<Told> {
    let mut found = in_digits(text);
    if text.contains('@') {
        let mails = text.split(|c: char| c.is_whitespace() || "<>()[],;\"".contains(c));
        let mails = mails.filter(|w| is_mail(w.trim_matches(['.', ':'])));
        found.extend(mails.map(|w| (E_MAIL, Severity::Warning, text!("personal-mail", words = w))));
    }
    if text.contains(['(', '[']) {
        let mails = written_out(text).into_iter();
        found.extend(mails.map(|w| (E_MAIL, Severity::Warning, text!("personal-mail", words = w))));
    }
    found.extend(
        names(text, known).map(|n| (NAME, Severity::Warning, text!("personal-name", words = n))),
    );
    found
}

fn is_mail(word: &str) -> bool {
    let word = word.strip_prefix("mailto:").unwrap_or(word);
    word.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && host.split_once('.').is_some_and(|(a, b)| !a.is_empty() && b.len() >= 2)
    })
}

/// Addresses whose sign is written out: `jens(at)kk.dk`, `jens [at] kk.dk`.
fn written_out(text: &str) -> Vec<&str> {
    let signs = ["(at)", "[at]", "(snabel-a)", "[snabel-a]"];
    let found = signs.iter().flat_map(|sign| text.match_indices(sign)).filter_map(|(at, sign)| {
        let who = text.get(..at)?.trim_end();
        let start = who.rfind(char::is_whitespace).map_or(0, |n| n + 1);
        let after = text.get(at + sign.len()..)?;
        let host = after.trim_start();
        let until = host.find(|c: char| !(c.is_alphanumeric() || "-.".contains(c)));
        let named = host.get(..until.unwrap_or(host.len()))?.trim_end_matches('.');
        let end = at + sign.len() + (after.len() - host.len()) + named.len();
        (start < who.len() && named.contains('.')).then(|| text.get(start..end)).flatten()
    });
    found.collect()
}

/// CPR numbers and telephone numbers.
fn numbers(text: &str) -> Vec<Told> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let starts = byte.is_ascii_digit()
            && (at == 0
                || bytes.get(at - 1).is_some_and(|b| !b.is_ascii_digit() && !b",.".contains(b)));
        if !starts {
            at += 1;
            continue;
        }
        // The run of digits with the signs that may stand between them.
        let run = text.get(at..).unwrap_or_default();
        let digit_at = |n: usize| run.as_bytes().get(n).is_some_and(u8::is_ascii_digit);
        let part = |n: usize, c: char| match c {
            ' ' | '-' | '\u{a0}' => true,
            '.' => digit_at(n + 1),
            _ => c.is_ascii_digit(),
        };
        let end = run.char_indices().find(|(n, c)| !part(*n, *c)).map_or(run.len(), |(n, _)| n);
        let run = run.get(..end).unwrap_or_default().trim_end_matches([' ', '-', '\u{a0}']);
        let after = text.get(at + run.len()..).unwrap_or_default();
        if let Some(cpr) = cpr(run) {
            found.push((CPR, Severity::Error, text!("personal-cpr", words = cpr)));
        } else if let Some(phone) = phone(text.get(..at).unwrap_or_default(), run, after) {
            found.push((PHONE, Severity::Warning, text!("personal-phone", words = phone)));
        }
        at += run.len().max(1);
    }
    found
}

/// The date part of a CPR number: `010190-1234` or `0101901234`, the first six digits a date.
fn cpr(run: &str) -> Option<&str> {
    let date = run.get(..6).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = run.get(6..)?;
    let rest = rest.strip_prefix('-').or_else(|| rest.strip_prefix(' ')).unwrap_or(rest);
    let four = rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| date.get(range)?.parse::<i32>().ok();
    let (day, month, year) = (part(0..2)?, part(2..4)?, part(4..6)?);
    let exists = |century: i32| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Dato::ny(century + year, month, day)
    };
    (four && (exists(1900).is_some() || exists(2000).is_some())).then_some(date)
}

/// Words that a telephone number follows, at most two words later.
const INTRODUCING: [&str; 13] = [
    "tlf",
    "tlf.",
    "telefon",
    "telefonen",
    "mobil",
    "mobilen",
    "telefonnummer",
    "mobilnummer",
    "ring",
    "ringe",
    "sms",
    "+45",
    "0045",
];

/// A Danish telephone number: eight digits in twos or fours, or in a row where a word or the
/// country's code introduces them.
fn phone<'a>(before: &str, run: &'a str, after: &str) -> Option<&'a str> {
    let signs = [' ', '-', '.', '\u{a0}'];
    let groups: Vec<usize> = run.split(signs).map(str::len).collect();
    let only_blanks = !run.contains(['-', '.']);
    let dotted = !run.contains([' ', '-', '\u{a0}']) && groups == [2, 2, 2, 2];
    let introduced = before.split_whitespace().rev().take(3).any(|word| {
        INTRODUCING.contains(&word.trim_matches(['(', ':', ',']).to_lowercase().as_str())
    });
    let year = |g: &str| g.parse().is_ok_and(|y: u32| (1900..=2100).contains(&y));
    if run.split(signs).all(year) {
        return None;
    }
    let eight = match groups.as_slice() {
        [2, 2, 2, 2] | [4, 4] | [2, 3, 3] | [3, 2, 3] if only_blanks => {
            introduced || !run.starts_with(['0', '1'])
        }
        [2, 2, 2, 2] if dotted => introduced || !run.starts_with(['0', '1']),
        [8] => introduced,
        _ => false,
    };
    // With the country's code in the run itself.
    let abroad = matches!(groups.as_slice(), [2, 2, 2, 2, 2] | [2, 8]) && before.ends_with('+');
    let unit = after.trim_start().starts_with(['%', '.', ','])
        && after.trim_start().len() > 1
        && after.trim_start().get(1..2).is_some_and(|c| c.bytes().all(|b| b.is_ascii_digit()));
    ((eight || abroad) && !unit).then_some(run)
}

/// Titles that a name always follows.
const TITLES: [&str; 6] = ["hr.", "fru", "frøken", "dr.", "hr", "hedder"];
/// Roles that a name may follow.
const ROLES: [&str; 30] = [
    "leder",
    "projektleder",
    "teamleder",
    "afdelingsleder",
    "centerchef",
    "chef",
    "direktør",
    "konsulent",
    "medarbejder",
    "mentor",
    "mentee",
    "pædagog",
    "socialrådgiver",
    "kontaktperson",
    "betjent",
    "politiassistent",
    "politikommissær",
    "lærer",
    "rektor",
    "skoleleder",
    "frivillig",
    "borgmester",
    "koordinator",
    "sagsbehandler",
    "beboer",
    "deltager",
    "kadet",
    "mor",
    "far",
    "instruktør",
];

/// Names that a title or a role introduces.
fn names<'a>(text: &'a str, known: &'a BTreeSet<String>) -> impl Iterator<Item = String> + 'a {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (n, pair) in words.windows(2).enumerate() {
        let [word, next] = pair else { continue };
        // Most words are followed by none with a capital: the rest is asked of few.
        if !next.starts_with(char::is_uppercase) {
            continue;
        }
        let role = word.to_lowercase();
        let named = || words.get(n.wrapping_sub(1)).is_some_and(|w| w.eq_ignore_ascii_case("ved"));
        let titled = TITLES.contains(&role.as_str()) || role == "navn" && named();
        if !titled && !ROLES.contains(&role.as_str()) {
            continue;
        }
        let name: Vec<&str> = words
            .iter()
            .skip(n + 1)
            .take(3)
            .map(|w| w.trim_end_matches([',', '.', ';', ':', ')', '"', '«', '!', '?']))
            .take_while(|w| is_name(w) && !known.contains(&w.to_lowercase()))
            .collect();
        let enough = if titled { 1 } else { 2 };
        if name.len() >= enough {
            found.push(format!("{word} {}", name.join(" ")));
        }
    }
    found.into_iter()
}

/// Words that a name of two or three words ends in when it is no person's.
const BODIES: [&str; 14] = [
    "politi",
    "kommune",
    "kors",
    "partnerskab",
    "partnerskabet",
    "forum",
    "center",
    "centret",
    "skole",
    "klub",
    "råd",
    "boligforening",
    "forening",
    "plan",
];

/// The name of somebody who is quoted, where it is a whole one: `Jonas Madsen, 15 år`.
fn full_name(text: &str, known: &BTreeSet<String>) -> Option<String> {
    let words: Vec<&str> = text.split(',').next()?.split_whitespace().collect();
    let own = |w: &&str| {
        let low = w.to_lowercase();
        is_name(w) && !known.contains(&low) && !BODIES.contains(&low.as_str())
    };
    ((2..=3).contains(&words.len()) && words.iter().all(own)).then(|| words.join(" "))
}

/// A capital, then small letters: neither an abbreviation nor a number.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let rest: Vec<char> = letters.collect();
    capital
        && !rest.is_empty()
        && rest.iter().all(|c| c.is_lowercase() || "-'’.".contains(*c))
        && rest.iter().any(|c| c.is_lowercase())
}

/// Words of the names that the report itself has: of indsatser, bydele, forvaltninger.
fn known_names(c: &Context<'_>) -> BTreeSet<String> {
    let r = c.report;
    let mut known = BTreeSet::new();
    let mut add = |name: &str| {
        known.extend(
            name.split_whitespace()
                .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()),
        );
    };
    r.bydele.iter().for_each(|b| {
        add(&b.navn);
        b.alias.iter().for_each(|a| add(a));
    });
    r.forvaltninger.iter().for_each(|f| add(&f.navn));
    r.fagprincipper.iter().for_each(|f| add(&f.navn));
    for i in &r.indsatser {
        add(&i.navn);
        add(&i.overblik.navn);
    }
    add(&r.rapport.kommune);
    add(&r.rapport.titel);
    known
}

#[cfg(test)]
mod tests;
