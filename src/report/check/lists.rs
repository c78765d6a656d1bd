//! Counts named in prose against what is then counted up.

use super::claims::{claims, claims_freely, fits, listing};
use super::tables::tables_of;
use super::texts::{CheckedText, Part, Section};
use super::tokens::{Token, linje};
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::load::RAPPORT_FILE;
use crate::report::model::{Blok, Indsats};
use crate::text;

/// `fire mål:` and a list; `fire indsatser. Det er …`; `fem centre. … Centrene ligger på …`.
pub(crate) fn named_lists(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for t in &c.texts {
        let mut earlier: Vec<(usize, Vec<String>)> = Vec::new();
        for (n, del) in t.parts.iter().enumerate() {
            let Part::Paragraph(sentences) = del else { continue };
            let list = match t.parts.get(n + 1) {
                Some(Part::List(items)) => Some(items.len()),
                _ => None,
            };
            for (m, s) in sentences.iter().enumerate() {
                let next = sentences.get(m + 1);
                findings.extend(colon(c, t, s, list.filter(|_| next.is_none())));
                findings.extend(that_is(c, t, s, next));
                findings.extend(definite(c, t, s, &earlier));
                for p in claims(s) {
                    let after = s.get(p.at + 1..(p.at + 4).min(s.len())).unwrap_or_default();
                    earlier.push((p.count, after.iter().map(|t| t.lower.clone()).collect()));
                }
            }
        }
    }
}

fn tell(
    c: &Context<'_>,
    t: &CheckedText,
    said: &[Token],
    (least, most): (usize, usize),
) -> Finding {
    let word = if least == most {
        text!("listed", said = linje(said), n = least)
    } else {
        text!("listed-range", said = linje(said), low = least, high = most)
    };
    c.warn_text(codes::LISTED, t, word).hint(text!("listed-hint"))
}

/// What is claimed before a colon is listed after it.
fn colon(c: &Context<'_>, t: &CheckedText, s: &[Token], list: Option<usize>) -> Option<Finding> {
    let colon = s.iter().position(|t| t.is_sign(':'))?;
    let before = s.get(..=colon)?;
    let p = claims(before).pop().filter(|p| colon - p.at <= 8)?;
    let clause = s.get(colon + 1..)?;
    let counted = if clause.is_empty() { list.map(|n| (n, n)) } else { listing(clause) }?;
    (!fits(p.count, counted)).then(|| tell(c, t, s.get(p.at..colon).unwrap_or_default(), counted))
}

/// `… fire indsatser og et projekt. Det er A, B, C, D og E samt projektet F.`
fn that_is(
    c: &Context<'_>,
    t: &CheckedText,
    s: &[Token],
    next: Option<&Vec<Token>>,
) -> Option<Finding> {
    let clause =
        next.filter(|n| matches!(n.as_slice(), [a, b, ..] if a.lower == "det" && b.lower == "er"))?;
    let clause = clause.get(2..)?;
    let p = *claims(s).first()?;
    let end = s.len().checked_sub(1).filter(|n| s.get(*n).is_some_and(|t| t.is_sign('.')))?;
    let said = s.get(p.at..end)?;
    // `og et projekt`: a second kind, which `samt projektet …` names.
    let other = match said {
        [_, .., and, en, navn]
            if and.lower == "og" && ["en", "et"].contains(&en.lower.as_str()) =>
        {
            Some(navn.lower.as_str())
        }
        [_, _] | [_, _, _] => None,
        _ => return None,
    };
    let as_well_as = clause.iter().rposition(|t| t.lower == "samt");
    let counted = match (other, as_well_as) {
        (Some(navn), Some(as_well_as))
            if clause.get(as_well_as + 1).is_some_and(|t| t.lower.starts_with(navn)) =>
        {
            listing(clause.get(..as_well_as)?)
        }
        (Some(_), _) => listing(clause).map(|(a, b)| (a - 1, b - 1)),
        (None, _) => listing(clause),
    }?;
    (!fits(p.count, counted)).then(|| tell(c, t, said, counted))
}

/// `Centrene ligger på A, B og C` after `fem myndighedscentre`.
fn definite(
    c: &Context<'_>,
    t: &CheckedText,
    s: &[Token],
    earlier: &[(usize, Vec<String>)],
) -> Option<Finding> {
    let [emne, verb, ..] = s else { return None };
    let stem = emne.lower.strip_suffix("ne").filter(|s| s.len() >= 4)?;
    if !["ligger", "er", "hedder"].contains(&verb.lower.as_str()) {
        return None;
    }
    let (antal, _) =
        earlier.iter().rev().find(|(_, words)| words.iter().any(|o| o.ends_with(stem)))?;
    let counted = listing(s).filter(|(least, _)| *least >= 3)?;
    (!fits(*antal, counted)).then(|| {
        let words = text!(
            "listed-on",
            n = *antal,
            words = linje(s.get(..2).unwrap_or_default()),
            named = counted.0
        );
        c.warn_text(codes::LISTED, t, words).hint(text!("listed-hint"))
    })
}

/// A text whose last sentence counts what the next block lists.
pub(crate) fn following_blocks(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let all: Vec<(String, &Blok)> = i.blokke().collect();
        for t in c.texts_in(nr) {
            let next = match t.section {
                Section::Brugere if !i.brugere.blok.is_empty() => 0,
                Section::Block(n) if matches!(all.get(n), Some((_, Blok::Tekst(_)))) => n + 1,
                _ => continue,
            };
            let Some(Part::Paragraph(sentences)) = t.parts.last() else { continue };
            let Some(s) = sentences.last() else { continue };
            let (Some(p), Some(counted)) = (claims(s).pop(), all.get(next..).and_then(listed))
            else {
                continue;
            };
            if p.count != counted && p.count <= 12 {
                let said = s.get(p.at..(p.at + 2).min(s.len())).unwrap_or_default();
                let words = text!("listed-follow", said = linje(said), n = counted);
                let field = all.get(next).map(|(path, _)| path.clone()).unwrap_or_default();
                findings.push(
                    c.warn_text(codes::LISTED, t, words)
                        .related(c.sted(i, &field), text!("listed-follow-here"))
                        .hint(text!("listed-follow-hint")),
                );
            }
        }
    }
}

/// How many things the first of these blocks lists, where it lists any.
fn listed(blokke: &[(String, &Blok)]) -> Option<usize> {
    match blokke.first()?.1 {
        Blok::Begreber(b) => Some(b.poster.len()),
        Blok::Spalteliste(s) => Some(s.spalter.len()),
        Blok::Trin(t) => Some(t.trin.len()),
        Blok::Overskrift(o) if o.niveau == 2 => {
            let n = blokke
                .iter()
                .map_while(|(_, b)| match b {
                    Blok::Overskrift(o) if o.niveau == 1 => None,
                    Blok::Overskrift(_) => Some(1),
                    _ => Some(0),
                })
                .sum::<usize>();
            (n >= 2).then_some(n)
        }
        _ => None,
    }
}

/// Topics that the description names and a list in columns heads otherwise.
pub(crate) fn columns(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        for (path, blok) in i.blokke() {
            let Blok::Spalteliste(liste) = blok else { continue };
            let mentioned = c.texts_at(nr, Section::Description).find_map(|t| {
                t.sentences().find_map(|s| topics(s, liste.spalter.len())).map(|clause| (t, clause))
            });
            let Some((t, clause)) = mentioned else { continue };
            for (n, spalte) in liste.spalter.iter().enumerate() {
                let titel = spalte.titel.to_lowercase();
                let without_first = titel.split_once(' ').map_or("", |(_, rest)| rest);
                let known = clause.contains(&titel)
                    || (without_first.contains(' ') && clause.contains(without_first));
                if !known {
                    let words = text!("topic", title = &spalte.titel, topics = clause.clone());
                    let field = format!("{path}.spalter[{n}].titel");
                    findings.push(
                        c.note(codes::TOPICS, i, &field, words)
                            .related((c.finder)(&t.file, &t.field), text!("topic-here"))
                            .hint(text!("topic-hint")),
                    );
                }
            }
        }
    }
}

/// What a sentence lists after a colon, where it claims so many.
fn topics(s: &[Token], antal: usize) -> Option<String> {
    let colon = s.iter().position(|t| t.is_sign(':'))?;
    let p = claims(s.get(..=colon)?).pop()?;
    (p.count == antal).then(|| {
        let clause = linje(s.get(colon + 1..).unwrap_or_default()).to_lowercase();
        clause.trim_end_matches('.').to_owned()
    })
}

/// Counts of what the report itself holds: its indsatser, bydele, fagprincipper, forvaltninger;
/// and counts of what a table of the indsats has one row each for.
pub(crate) fn report_counts(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for t in &c.texts {
        let i = t.indsats.and_then(|nr| c.report.indsatser.get(nr));
        for s in t.sentences() {
            for p in claims_freely(s) {
                let clause = s.get(p.at + 1..(p.at + 4).min(s.len())).unwrap_or_default();
                let all = p.at.checked_sub(1).and_then(|f| s.get(f)).is_some_and(|f| {
                    f.lower == "de" || f.lower == "alle" || f.lower.ends_with('s')
                });
                let Some((ord, counted)) = clause.iter().find_map(|o| match i {
                    None => in_report(c, o, all).map(|n| (o, n)),
                    Some(i) => in_indsats(i, t.section, o).map(|n| (o, n)),
                }) else {
                    continue;
                };
                if counted != p.count {
                    let said = format!("{} {}", p.count, ord.text);
                    let message = match i {
                        None => text!("report-count", said = said, n = counted),
                        Some(_) => text!("data-count", said = said, n = counted),
                    };
                    let finding = c.warn_text(codes::REPORT_COUNT, t, message);
                    // Computed numbers have a name in the texts of the insights only.
                    let named = t.file == RAPPORT_FILE && t.field.starts_with("indsigter");
                    findings.push(finding.hint(match named {
                        true => text!("report-count-hint"),
                        false => text!("check-wrong-number"),
                    }));
                }
            }
        }
    }
}

fn in_report(c: &Context<'_>, word: &Token, all: bool) -> Option<usize> {
    let r = c.report;
    match word.lower.as_str() {
        "indsatser" if all => Some(r.indsatser.len()),
        "forvaltninger" if all => Some(r.forvaltninger.len()),
        "bydele" => Some(r.bydele.len()),
        "fagprincipper" => Some(r.fagprincipper.len()),
        "grundprincipper" => Some(r.rapport.strategi.grundprincipper.len()),
        "spor" => Some(r.rapport.introduktion.spor.len()),
        _ => None,
    }
}

fn in_indsats(i: &Indsats, place: Section, word: &Token) -> Option<usize> {
    if word.lower == "forvaltninger" && place == Section::Description {
        return Some(i.forvaltninger.len());
    }
    // What is looked for is a word of six letters or more with an `r`.
    if word.lower.len() < 7 || !word.lower.ends_with('r') {
        return None;
    }
    tables_of(i)
        .map(|(_, _, t)| {
            t.raekker
                .iter()
                .filter(|r| {
                    let without =
                        r.navn.split('(').next().unwrap_or_default().trim().to_lowercase();
                    let last = without.split_whitespace().next_back().unwrap_or_default();
                    last.len() >= 6 && word.lower.ends_with(&format!("{last}r"))
                })
                .count()
        })
        .find(|n| *n >= 3)
}

#[cfg(test)]
mod tests;
