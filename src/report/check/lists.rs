//! Counts named in prose against what is then counted up.

use super::ord::{Token, linje};
use super::paastande::{opregning, paastande, paastande_frit, passer};
use super::tabeller::tabeller;
use super::tekster::{Del, Sted, Tekst};
use super::{Context, codes};
use crate::finding::Finding;
use crate::report::load::RAPPORT_FILE;
use crate::report::model::{Blok, Indsats};
use crate::text;

/// `fire mål:` and a list; `fire indsatser. Det er …`; `fem centre. … Centrene ligger på …`.
pub(crate) fn named_lists(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for t in &c.tekster {
        let mut tidligere: Vec<(usize, Vec<String>)> = Vec::new();
        for (n, del) in t.dele.iter().enumerate() {
            let Del::Afsnit(saetninger) = del else { continue };
            let liste = match t.dele.get(n + 1) {
                Some(Del::Liste(punkter)) => Some(punkter.len()),
                _ => None,
            };
            for (m, s) in saetninger.iter().enumerate() {
                let naeste = saetninger.get(m + 1);
                fund.extend(colon(c, t, s, liste.filter(|_| naeste.is_none())));
                fund.extend(det_er(c, t, s, naeste));
                fund.extend(definite(c, t, s, &tidligere));
                for p in paastande(s) {
                    let efter = s.get(p.ved + 1..(p.ved + 4).min(s.len())).unwrap_or_default();
                    tidligere.push((p.antal, efter.iter().map(|t| t.lav.clone()).collect()));
                }
            }
        }
    }
}

fn tell(c: &Context<'_>, t: &Tekst, sagt: &[Token], (mindst, hoejst): (usize, usize)) -> Finding {
    let ord = if mindst == hoejst {
        text!("listed", said = linje(sagt), n = mindst)
    } else {
        text!("listed-range", said = linje(sagt), low = mindst, high = hoejst)
    };
    c.advar_tekst(codes::LISTED, t, ord).hint(text!("listed-hint"))
}

/// What is claimed before a colon is listed after it.
fn colon(c: &Context<'_>, t: &Tekst, s: &[Token], liste: Option<usize>) -> Option<Finding> {
    let kolon = s.iter().position(|t| t.er(':'))?;
    let foer = s.get(..=kolon)?;
    let p = paastande(foer).pop().filter(|p| kolon - p.ved <= 8)?;
    let led = s.get(kolon + 1..)?;
    let talt = if led.is_empty() { liste.map(|n| (n, n)) } else { opregning(led) }?;
    (!passer(p.antal, talt)).then(|| tell(c, t, s.get(p.ved..kolon).unwrap_or_default(), talt))
}

/// `… fire indsatser og et projekt. Det er A, B, C, D og E samt projektet F.`
fn det_er(c: &Context<'_>, t: &Tekst, s: &[Token], naeste: Option<&Vec<Token>>) -> Option<Finding> {
    let led =
        naeste.filter(|n| matches!(n.as_slice(), [a, b, ..] if a.lav == "det" && b.lav == "er"))?;
    let led = led.get(2..)?;
    let p = *paastande(s).first()?;
    let slut = s.len().checked_sub(1).filter(|n| s.get(*n).is_some_and(|t| t.er('.')))?;
    let sagt = s.get(p.ved..slut)?;
    // `og et projekt`: a second kind, which `samt projektet …` names.
    let anden = match sagt {
        [_, .., og, en, navn] if og.lav == "og" && ["en", "et"].contains(&en.lav.as_str()) => {
            Some(navn.lav.as_str())
        }
        [_, _] | [_, _, _] => None,
        _ => return None,
    };
    let samt = led.iter().rposition(|t| t.lav == "samt");
    let talt = match (anden, samt) {
        (Some(navn), Some(samt)) if led.get(samt + 1).is_some_and(|t| t.lav.starts_with(navn)) => {
            opregning(led.get(..samt)?)
        }
        (Some(_), _) => opregning(led).map(|(a, b)| (a - 1, b - 1)),
        (None, _) => opregning(led),
    }?;
    (!passer(p.antal, talt)).then(|| tell(c, t, sagt, talt))
}

/// `Centrene ligger på A, B og C` after `fem myndighedscentre`.
fn definite(
    c: &Context<'_>,
    t: &Tekst,
    s: &[Token],
    tidligere: &[(usize, Vec<String>)],
) -> Option<Finding> {
    let [emne, verbum, ..] = s else { return None };
    let stem = emne.lav.strip_suffix("ne").filter(|s| s.len() >= 4)?;
    if !["ligger", "er", "hedder"].contains(&verbum.lav.as_str()) {
        return None;
    }
    let (antal, _) =
        tidligere.iter().rev().find(|(_, ord)| ord.iter().any(|o| o.ends_with(stem)))?;
    let talt = opregning(s).filter(|(mindst, _)| *mindst >= 3)?;
    (!passer(*antal, talt)).then(|| {
        let ord = text!(
            "listed-on",
            n = *antal,
            words = linje(s.get(..2).unwrap_or_default()),
            named = talt.0
        );
        c.advar_tekst(codes::LISTED, t, ord).hint(text!("listed-hint"))
    })
}

/// A text whose last sentence counts what the next block lists.
pub(crate) fn following_blocks(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        let alle: Vec<(String, &Blok)> = i.blokke().collect();
        for t in c.tekster_i(nr) {
            let naeste = match t.sted {
                Sted::Brugere if !i.brugere.blok.is_empty() => 0,
                Sted::Blok(n) if matches!(alle.get(n), Some((_, Blok::Tekst(_)))) => n + 1,
                _ => continue,
            };
            let Some(Del::Afsnit(saetninger)) = t.dele.last() else { continue };
            let Some(s) = saetninger.last() else { continue };
            let (Some(p), Some(talt)) = (paastande(s).pop(), alle.get(naeste..).and_then(listed))
            else {
                continue;
            };
            if p.antal != talt && p.antal <= 12 {
                let sagt = s.get(p.ved..(p.ved + 2).min(s.len())).unwrap_or_default();
                let ord = text!("listed-follow", said = linje(sagt), n = talt);
                let felt = alle.get(naeste).map(|(sti, _)| sti.clone()).unwrap_or_default();
                fund.push(
                    c.advar_tekst(codes::LISTED, t, ord)
                        .related(c.sted(i, &felt), text!("listed-follow-here"))
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
pub(crate) fn columns(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (nr, i) in c.indsatser() {
        for (sti, blok) in i.blokke() {
            let Blok::Spalteliste(liste) = blok else { continue };
            let naevnt = c.tekster_ved(nr, Sted::Beskrivelse).find_map(|t| {
                t.saetninger().find_map(|s| topics(s, liste.spalter.len())).map(|led| (t, led))
            });
            let Some((t, led)) = naevnt else { continue };
            for (n, spalte) in liste.spalter.iter().enumerate() {
                let titel = spalte.titel.to_lowercase();
                let uden_foerste = titel.split_once(' ').map_or("", |(_, rest)| rest);
                let kendt = led.contains(&titel)
                    || (uden_foerste.contains(' ') && led.contains(uden_foerste));
                if !kendt {
                    let ord = text!("topic", title = &spalte.titel, topics = led.clone());
                    let felt = format!("{sti}.spalter[{n}].titel");
                    fund.push(
                        c.note(codes::TOPICS, i, &felt, ord)
                            .related((c.finder)(&t.fil, &t.felt), text!("topic-here"))
                            .hint(text!("topic-hint")),
                    );
                }
            }
        }
    }
}

/// What a sentence lists after a colon, where it claims so many.
fn topics(s: &[Token], antal: usize) -> Option<String> {
    let kolon = s.iter().position(|t| t.er(':'))?;
    let p = paastande(s.get(..=kolon)?).pop()?;
    (p.antal == antal).then(|| {
        let led = linje(s.get(kolon + 1..).unwrap_or_default()).to_lowercase();
        led.trim_end_matches('.').to_owned()
    })
}

/// Counts of what the report itself holds: its indsatser, bydele, fagprincipper, forvaltninger;
/// and counts of what a table of the indsats has one row each for.
pub(crate) fn report_counts(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for t in &c.tekster {
        let i = t.indsats.and_then(|nr| c.report.indsatser.get(nr));
        for s in t.saetninger() {
            for p in paastande_frit(s) {
                let led = s.get(p.ved + 1..(p.ved + 4).min(s.len())).unwrap_or_default();
                let alle = p
                    .ved
                    .checked_sub(1)
                    .and_then(|f| s.get(f))
                    .is_some_and(|f| f.lav == "de" || f.lav == "alle" || f.lav.ends_with('s'));
                let Some((ord, talt)) = led.iter().find_map(|o| match i {
                    None => in_report(c, o, alle).map(|n| (o, n)),
                    Some(i) => in_indsats(i, t.sted, o).map(|n| (o, n)),
                }) else {
                    continue;
                };
                if talt != p.antal {
                    let sagt = format!("{} {}", p.antal, ord.tekst);
                    let besked = match i {
                        None => text!("report-count", said = sagt, n = talt),
                        Some(_) => text!("data-count", said = sagt, n = talt),
                    };
                    let finding = c.advar_tekst(codes::REPORT_COUNT, t, besked);
                    // Computed numbers have a name in the texts of the insights only.
                    let named = t.fil == RAPPORT_FILE && t.felt.starts_with("indsigter");
                    fund.push(finding.hint(match named {
                        true => text!("report-count-hint"),
                        false => text!("check-wrong-number"),
                    }));
                }
            }
        }
    }
}

fn in_report(c: &Context<'_>, ord: &Token, alle: bool) -> Option<usize> {
    let r = c.report;
    match ord.lav.as_str() {
        "indsatser" if alle => Some(r.indsatser.len()),
        "forvaltninger" if alle => Some(r.forvaltninger.len()),
        "bydele" => Some(r.bydele.len()),
        "fagprincipper" => Some(r.fagprincipper.len()),
        "grundprincipper" => Some(r.rapport.strategi.grundprincipper.len()),
        "spor" => Some(r.rapport.introduktion.spor.len()),
        _ => None,
    }
}

fn in_indsats(i: &Indsats, sted: Sted, ord: &Token) -> Option<usize> {
    if ord.lav == "forvaltninger" && sted == Sted::Beskrivelse {
        return Some(i.forvaltninger.len());
    }
    // What is looked for is a word of six letters or more with an `r`.
    if ord.lav.len() < 7 || !ord.lav.ends_with('r') {
        return None;
    }
    tabeller(i)
        .map(|(_, _, t)| {
            t.raekker
                .iter()
                .filter(|r| {
                    let uden = r.navn.split('(').next().unwrap_or_default().trim().to_lowercase();
                    let last = uden.split_whitespace().next_back().unwrap_or_default();
                    last.len() >= 6 && ord.lav.ends_with(&format!("{last}r"))
                })
                .count()
        })
        .find(|n| *n >= 3)
}

#[cfg(test)]
mod tests;
