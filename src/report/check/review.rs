//! Prose that speaks of last year, in a report that still waits for this year's numbers.

use super::ord::Token;
use super::tekster::Tekst;
use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::model::{Indsats, Tilstand};

/// Lists the texts that name the year before the data year, one finding per indsats; in the front
/// matter also those that name the year before the report's. Silent once every amount and series
/// is filled in.
pub fn old_years(c: &Context<'_>, fund: &mut Vec<Finding>) {
    let dataaar = c.report.rapport.dataaar;
    let venter = |i: &Indsats| {
        let serier = i.brugere.serie.iter().flat_map(|s| s.vaerdier.values());
        std::iter::once(&i.oekonomi.beloeb)
            .chain(serier)
            .any(|v| v.tilstand() == Tilstand::Udfyldes)
    };
    let naevner = |t: &Tekst, gamle: &[i32]| {
        t.saetninger().flatten().filter_map(Token::aar).any(|aar| gamle.contains(&aar))
    };
    for (nr, i) in c.indsatser().filter(|(_, i)| venter(i)) {
        let sidste = [dataaar - 1];
        let gamle: Vec<&Tekst> = c.tekster_i(nr).iter().filter(|t| naevner(t, &sidste)).collect();
        tell(c, &gamle, &sidste, Some(i), fund);
    }
    if c.report.indsatser.iter().any(venter) {
        let mut sidste = vec![dataaar - 1, c.report.rapport.aar - 1];
        sidste.dedup();
        let gamle: Vec<&Tekst> =
            c.tekster.iter().filter(|t| t.indsats.is_none() && naevner(t, &sidste)).collect();
        tell(c, &gamle, &sidste, None, fund);
    }
}

fn tell(
    c: &Context<'_>,
    gamle: &[&Tekst],
    aar: &[i32],
    i: Option<&Indsats>,
    fund: &mut Vec<Finding>,
) {
    let Some((foerste, resten)) = gamle.split_first() else { return };
    let aar: Vec<String> = aar.iter().map(i32::to_string).collect();
    let hvem = i.and_then(|i| i.forvaltninger.first()).map(|f| format!("{f} reviews "));
    let ord = format!(
        "{}{} {} that speak{} of {}",
        hvem.as_deref().unwrap_or("review "),
        gamle.len(),
        if gamle.len() == 1 { "text" } else { "texts" },
        if gamle.len() == 1 { "s" } else { "" },
        aar.join(" or "),
    );
    let mut f = Finding::new(codes::OLD_YEAR.code, Severity::Note, ord)
        .at((c.finder)(&foerste.fil, &foerste.felt))
        .hint(
            "see whether it still holds; numbers and years in prose are not moved on by `sats new`",
        );
    for t in resten {
        f = f.related((c.finder)(&t.fil, &t.felt), "and here");
    }
    fund.push(match i {
        Some(i) => f.of(&i.id),
        None => f,
    });
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{Ramme, med_oekonomi};

    #[test]
    fn prose_of_last_year_is_listed_only_while_values_are_waited_for() {
        let r = |beloeb: &str, aar: i32| Ramme {
            lead: format!("I {aar} hjalp den mange."),
            ..med_oekonomi(&format!("beloeb = {beloeb}"))
        };
        assert!(r("100_000", 2022).fund("D233").is_empty());
        assert!(r("\"udfyldes\"", 2021).fund("D233").is_empty());
        let f = r("\"udfyldes\"", 2022).fund("D233");
        assert_eq!(f, ["SOF reviews 1 text that speaks of 2022"]);
    }
}
