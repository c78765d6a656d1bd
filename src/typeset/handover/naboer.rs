//! "See also": the indsatser that have most in common with one, so that a reader finds on.

use schemars::JsonSchema;
use serde::Serialize;

use super::Handover;
use super::indsats::bydele;
use super::tekst::navn;
use crate::report::danish;
use crate::report::model::Indsats;

/// How many are named.
const ANTAL: usize = 6;

/// An indsats to read on with.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Nabo {
    id: String,
    /// Short name.
    navn: String,
    /// What it has in common.
    hvorfor: String,
}

/// The nearest others: shared bydele weigh more than shared fagprincipper, equals in the report's
/// order.
pub(super) fn se_ogsaa(h: &Handover<'_>, i: &Indsats) -> Vec<Nabo> {
    let mine = bydele(h, i);
    let mut fundne: Vec<(usize, Nabo)> = h
        .whole
        .indsatser
        .iter()
        .filter(|x| x.id != i.id)
        .filter_map(|x| {
            let steder: Vec<String> =
                bydele(h, x).into_iter().filter(|b| mine.contains(b)).collect();
            let fag: Vec<u8> = x
                .overblik
                .fagprincipper
                .iter()
                .copied()
                .filter(|f| i.overblik.fagprincipper.contains(f))
                .collect();
            let vaegt = steder.len() * 3 + fag.len() * 2;
            (vaegt > 0).then(|| {
                let nabo = Nabo {
                    id: x.id.clone(),
                    navn: navn(x.kort_navn.as_ref().unwrap_or(&x.navn)),
                    hvorfor: hvorfor(h, &steder, &fag),
                };
                (vaegt, nabo)
            })
        })
        .collect();
    fundne.sort_by_key(|(vaegt, _)| std::cmp::Reverse(*vaegt));
    fundne.into_iter().take(ANTAL).map(|(_, v)| v).collect()
}

fn hvorfor(h: &Handover<'_>, steder: &[String], fag: &[u8]) -> String {
    if !steder.is_empty() {
        return format!("også {}", h.report.steder(steder));
    }
    let navne: Vec<String> = fag
        .iter()
        .filter_map(|nr| h.report.fagprincipper.iter().find(|f| f.nr == *nr))
        .map(|f| navn(&f.kort_navn))
        .collect();
    format!("også {}", danish::liste(&navne))
}
