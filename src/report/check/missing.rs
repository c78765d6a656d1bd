//! What is missing, and what next year's report still waits for, each with who owes it.

use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::missing::{What, gaps};
use crate::report::model::{Indsats, Tilstand};
use crate::text;
use crate::words::Text;

/// Values that the source lost.
pub(crate) fn lost(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for gap in gaps(i, &[Tilstand::Mangler]) {
            let (who, what) = (gap.owner, words(&gap.what));
            // A number may be one that cannot be counted: nobody owes that.
            let (ord, hint) = match gap.what.is_delivered() {
                true => (text!("lost", who = who, what = what), text!("lost-hint")),
                false => (text!("lost-number", what = what), text!("lost-number-hint", who = who)),
            };
            findings.push(c.note(codes::LOST, i, &gap.field, ord).hint(hint));
        }
    }
    let unknown: Vec<&Indsats> =
        c.report.indsatser.iter().filter(|i| i.virkningsevaluering.is_none()).collect();
    if !unknown.is_empty() {
        let ord = text!(
            "no-evaluation",
            n = unknown.len(),
            all = c.report.indsatser.len(),
            names = Text::list(unknown.iter().map(|i| i.short_name()))
        );
        findings.push(
            Finding::new(codes::LOST.code, Severity::Note, ord)
                .at(c.rapport("raekkefoelge"))
                .hint(text!("no-evaluation-hint")),
        );
    }
}

/// Values to be filled in.
pub(crate) fn to_fill_in(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for gap in gaps(i, &[Tilstand::Udfyldes]) {
            let ord = text!("fill-in", who = gap.owner, what = words(&gap.what));
            findings
                .push(c.warn(codes::TO_FILL_IN, i, &gap.field, ord).hint(text!("fill-in-hint")));
        }
    }
}

/// What is not there, in words.
fn words(what: &What<'_>) -> Text {
    match what {
        What::Years { series, years } => {
            text!("owed-series", name = *series, years = Text::list(years.iter().copied()))
        }
        What::Amount => text!("owed-amount"),
        What::Part(name) => text!("owed-part", name = *name),
        What::Cells { n, all, table } => {
            text!("owed-cells", n = *n, all = *all, table = *table)
        }
        What::Figure(title) => text!("owed-figure", title = *title),
        What::Numbers { n, title } => {
            let title = title.map_or_else(|| text!("small-callouts"), Text::from);
            text!("owed-numbers", n = *n, title = title)
        }
        What::Picture(Some(caption)) => text!("owed-picture", caption = *caption),
        What::Picture(None) => text!("owed-a-picture"),
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{TestReport, with_blocks, with_money, with_table};

    #[test]
    fn a_lost_figure_names_who_owes_it() {
        let figur = |rest: &str| {
            with_blocks(&format!("[[blok]]\nslags = \"figur\"\ntitel = \"Status\"\n{rest}"))
        };
        let f = figur("tilstand = \"mangler\"").told("D231");
        assert!(f.iter().any(|f| f == "SOF skal levere værdierne i figuren »Status«"), "{f:?}");
        let f = figur("tilstand = \"mangler\"\nskylder = \"BIF\"").told("D231");
        assert!(f.iter().any(|f| f.starts_with("BIF skal levere")), "{f:?}");
        let f = figur("kategorier = [\"A\"]\nserier = [{ vaerdier = [7] }]").told("D231");
        assert!(!f.iter().any(|f| f.contains("figuren")), "{f:?}");
    }

    #[test]
    fn nobody_is_told_to_deliver_a_number_that_may_not_be_countable() {
        let f = with_money("beloeb = \"mangler\"").told("D231");
        assert!(f.contains(&"beløbet kendes ikke eller kan ikke opgøres".to_owned()), "{f:?}");
        let f = with_table(
            "kolonner = [{ navn = \"A\" }]\nraekker = [{ navn = \"R\", celler = [\"mangler\"] }, { navn = \"S\", celler = [7] }]",
        )
        .told("D231");
        assert!(f.iter().any(|f| f.starts_with("1 af 2 celler")), "{f:?}");
        assert!(!f.iter().any(|f| f.contains("levere")), "{f:?}");
    }

    #[test]
    fn an_unknown_virkningsevaluering_is_told_once_for_the_report() {
        let f = TestReport::default().told("D231");
        assert!(f.len() == 1 && f[0].ends_with("i gang: Prøven"), "by name: {f:?}");
        let r = TestReport { hoved: "virkningsevaluering = false".into(), ..TestReport::default() };
        assert!(r.told("D231").is_empty());
    }

    #[test]
    fn what_is_to_be_filled_in_is_told_by_field_and_forvaltning() {
        assert!(with_money("beloeb = 100_000").told("D232").is_empty());
        assert_eq!(with_money("beloeb = \"udfyldes\"").told("D232"), ["SOF udfylder beløbet"]);
        let f = with_table(
            "kolonner = [{ navn = \"A\" }]\nraekker = [{ navn = \"R\", celler = [\"udfyldes\"] }, { navn = \"S\", celler = [7] }]",
        )
        .told("D232");
        assert!(f.len() == 1 && f[0].contains("1 af 2 celler"), "{f:?}");
    }
}
