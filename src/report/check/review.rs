//! Prose that speaks of last year, in a report that still waits for this year's numbers.

use std::collections::BTreeSet;

use super::texts::CheckedText;
use super::tokens::Token;
use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::carried::{self, Open};
use crate::report::gate;
use crate::report::load::RAPPORT_FILE;
use crate::report::model::{Indsats, Tilstand};
use crate::text;
use crate::words::Text;

/// Words that speak of a moment without naming it.
const UNDATED: [&str; 9] =
    ["senest", "seneste", "nylig", "nyligt", "øjeblikket", "aktuelt", "pt", "p.t", "hidtil"];

/// Lists the texts that name the year before the data year, in the front matter also those that
/// name the year before the report's, and those that speak of a moment without naming it; one
/// finding per indsats. Silent once every amount and series is filled in and every text of last
/// year is confirmed.
pub(crate) fn old_years(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let dataaar = c.report.rapport.dataaar;
    let open = carried::open(c.report);
    let waits = |i: &Indsats| {
        let serier = i.brugere.serie.iter().flat_map(|s| s.vaerdier.values());
        std::iter::once(&i.oekonomi.beloeb)
            .chain(serier)
            .any(|v| v.tilstand() == Tilstand::Udfyldes)
    };
    let is_open = |t: &CheckedText| open.iter().any(|o| o.file == t.file && o.field == t.field);
    // The words of a text for which somebody must read it.
    let says = |t: &CheckedText, all: bool, old: &[i32]| -> Vec<String> {
        let is_open = is_open(t);
        let dated = |o: &Token| (all || is_open) && o.aar().is_some_and(|aar| old.contains(&aar));
        let undated = |o: &Token| is_open && UNDATED.contains(&o.lower.as_str());
        let words = t.sentences().flatten().filter(|o| dated(o) || undated(o));
        words.map(|o| o.aar().map_or_else(|| o.lower.clone(), |aar| aar.to_string())).collect()
    };
    for (nr, i) in c.indsatser() {
        let last = [dataaar - 1];
        let all = waits(i);
        let old = c.texts_in(nr).iter().map(|t| (t, says(t, all, &last)));
        tell(c, old, Some(i), findings);
    }
    let all = c.report.indsatser.iter().any(waits);
    let mut last = vec![dataaar - 1, c.report.rapport.aar - 1];
    last.dedup();
    let front = c.texts.iter().filter(|t| t.indsats.is_none());
    tell(c, front.map(|t| (t, says(t, all, &last))), None, findings);
}

/// A report without a date of its own: its PDF would be dated 1 January, and archives sort by it.
pub(crate) fn undated(c: &Context<'_>, findings: &mut Vec<Finding>) {
    if c.report.rapport.dato.is_none() {
        let finding = Finding::warning(codes::UNDATED.code, text!("report-undated"));
        let at = (c.finder)(RAPPORT_FILE, "aar");
        let example = format!("{}-03-01", c.report.rapport.aar + 1);
        findings.push(finding.at(at).hint(text!("report-undated-hint", example = example)));
    }
}

/// Texts that nobody has written yet, each where it is missing.
fn to_write(c: &Context<'_>, unwritten: &[Open], findings: &mut Vec<Finding>) {
    for open in unwritten {
        let i = open.indsats.and_then(|nr| c.report.indsatser.get(nr));
        let word = match i {
            Some(i) => text!("fill-in", who = gate::owner(i), what = text!("owed-text")),
            None => text!("unwritten-report"),
        };
        let f = Finding::warning(codes::TO_FILL_IN.code, word)
            .at((c.finder)(&open.file, &open.field))
            .hint(text!("unwritten-hint"));
        findings.push(match i {
            Some(i) => f.of(&i.id),
            None => f,
        });
    }
}

/// The texts of last year that nobody has confirmed or changed, one finding per indsats.
pub(crate) fn carried_over(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let (unwritten, open): (Vec<Open>, Vec<Open>) =
        carried::open(c.report).into_iter().partition(|open| open.unwritten);
    to_write(c, &unwritten, findings);
    let mut groups: Vec<(Option<usize>, Vec<&Open>)> = Vec::new();
    for o in &open {
        match groups.last_mut() {
            Some((nr, liste)) if *nr == o.indsats => liste.push(o),
            _ => groups.push((o.indsats, vec![o])),
        }
    }
    for (nr, liste) in groups {
        let Some((first, remainder)) = liste.split_first() else { continue };
        let i = nr.and_then(|nr| c.report.indsatser.get(nr));
        let who = i.map_or("", |i| gate::owner(i).as_str());
        let antal = liste.len();
        let word = match i {
            Some(_) => text!("carried-over", n = antal, who = who),
            None => text!("carried-over-report", n = antal),
        };
        let choose = i.map_or_else(|| "--report".to_owned(), |i| format!("--only {}", i.id));
        let mut f = Finding::warning(codes::CARRIED_OVER.code, word)
            .at((c.finder)(&first.file, &first.field))
            .hint(text!("carried-over-hint", choice = choose));
        for o in remainder {
            f = f.related((c.finder)(&o.file, &o.field), text!("check-and-here"));
        }
        findings.push(match i {
            Some(i) => f.of(&i.id),
            None => f,
        });
    }
}

/// One finding for the texts that say such words.
fn tell<'t>(
    c: &Context<'_>,
    texts: impl Iterator<Item = (&'t CheckedText, Vec<String>)>,
    i: Option<&Indsats>,
    findings: &mut Vec<Finding>,
) {
    let old: Vec<(&CheckedText, Vec<String>)> =
        texts.filter(|(_, words)| !words.is_empty()).collect();
    let Some(((first, _), remainder)) = old.split_first() else { return };
    // Years first, each word once.
    let words: BTreeSet<&String> = old.iter().flat_map(|(_, words)| words).collect();
    let words = Text::all_of(words.into_iter().map(|word| format!("»{word}«")));
    let word = match i.map(gate::owner) {
        Some(who) => text!("old-year-of", who = who, n = old.len(), words = words),
        None => text!("old-year", n = old.len(), words = words),
    };
    let mut f = Finding::new(codes::OLD_YEAR.code, Severity::Note, word)
        .at((c.finder)(&first.file, &first.field))
        .hint(text!("old-year-hint"));
    for (t, _) in remainder {
        f = f.related((c.finder)(&t.file, &t.field), text!("check-and-here"));
    }
    findings.push(match i {
        Some(i) => f.of(&i.id),
        None => f,
    });
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{TestReport, with_money};

    #[test]
    fn prose_of_last_year_is_listed_only_while_values_are_waited_for() {
        let r = |beloeb: &str, aar: i32| TestReport {
            lead: format!("I {aar} hjalp den mange."),
            ..with_money(&format!("beloeb = {beloeb}"))
        };
        assert!(r("100_000", 2022).told("D233").is_empty());
        assert!(r("\"udfyldes\"", 2021).told("D233").is_empty());
        let f = r("\"udfyldes\"", 2022).told("D233");
        assert_eq!(f, ["SOF læser 1 tekst igennem, der nævner »2022«"]);
    }

    #[test]
    fn the_words_that_speak_of_last_year_are_named() {
        let mut r =
            TestReport { lead: "De seneste år hjalp den mange.".into(), ..TestReport::default() };
        let mark = crate::report::carried::fingerprint(&r.lead);
        r.blokke.push_str(&format!("\n[fra_sidste_aar]\nlead = \"{mark}\"\n"));
        assert_eq!(r.told("D233"), ["SOF læser 1 tekst igennem, der nævner »seneste«"]);
    }
}
