//! Figures that the source prints for what the program computes.

use super::sums::EPS;
use super::{Context, codes, dk};
use crate::finding::Finding;
use crate::text;

/// `trykt` against the computed numbers.
pub(crate) fn printed(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (n, indsigt) in c.report.rapport.indsigter.indsigt.iter().enumerate() {
        for (navn, value) in &indsigt.trykt {
            let (Some(printed), Some(beregnet)) = (value.tal(), c.insights.number(navn)) else {
                continue;
            };
            if (printed.f64() - beregnet.f64()).abs() > EPS {
                let words = text!(
                    "printed",
                    printed = dk(printed.f64()),
                    name = navn,
                    computed = dk(beregnet.f64())
                );
                let field = format!("indsigter.indsigt[{n}].trykt.\"{navn}\"");
                findings.push(
                    Finding::warning(codes::PRINTED.code, words)
                        .at(c.rapport(&field))
                        .hint(text!("printed-hint")),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::TestReport;

    #[test]
    fn a_printed_number_is_the_computed_one() {
        let r = |n: u8| TestReport {
            indsigt: format!(
                "[[indsigter.indsigt]]\nemne = \"E\"\ntitel = \"T\"\ntekst = \"Tekst.\"\ntrykt = {{ \"antal.indsatser\" = {n} }}"
            ),
            ..TestReport::default()
        };
        assert!(r(1).told("D214").is_empty());
        let f = r(2).told("D214");
        assert!(f.len() == 1 && f[0].contains("trykt 2") && f[0].contains("giver 1"), "{f:?}");
    }
}
