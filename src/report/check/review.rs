//! Prose that speaks of last year, in a report that still waits for this year's numbers.

use super::ord::Token;
use super::tekster::{Sted, Tekst};
use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::model::{Indsats, Tilstand};

/// Lists the texts that name the years before the data year, one finding per indsats. Silent once
/// every value of the indsats is filled in.
pub fn old_years(c: &Context<'_>, fund: &mut Vec<Finding>) {
    let dataaar = c.report.rapport.dataaar;
    let venter = |i: &Indsats| {
        let serier = i.brugere.serie.iter().flat_map(|s| s.vaerdier.values());
        std::iter::once(&i.oekonomi.beloeb)
            .chain(serier)
            .any(|v| v.tilstand() == Tilstand::Udfyldes)
    };
    let sidste_aar =
        |t: &&Tekst| t.saetninger().flatten().filter_map(Token::aar).any(|aar| aar == dataaar - 1);
    for (nr, i) in c.indsatser().filter(|(_, i)| venter(i)) {
        let gamle: Vec<&Tekst> = c.tekster_i(nr).iter().filter(sidste_aar).collect();
        tell(c, &gamle, Some(i), fund);
    }
    if c.report.indsatser.iter().any(venter) {
        let forside = [Sted::Forside, Sted::Faelles];
        let gamle: Vec<&Tekst> =
            c.tekster.iter().filter(|t| forside.contains(&t.sted)).filter(sidste_aar).collect();
        tell(c, &gamle, None, fund);
    }
}

fn tell(c: &Context<'_>, gamle: &[&Tekst], i: Option<&Indsats>, fund: &mut Vec<Finding>) {
    let Some((foerste, resten)) = gamle.split_first() else { return };
    let sidste = c.report.rapport.dataaar - 1;
    let hvem = i.and_then(|i| i.forvaltninger.first()).map(|f| format!("{f} reviews "));
    let ord = format!(
        "{}{} {} that speak{} of {sidste}",
        hvem.as_deref().unwrap_or("review "),
        gamle.len(),
        if gamle.len() == 1 { "text" } else { "texts" },
        if gamle.len() == 1 { "s" } else { "" },
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
