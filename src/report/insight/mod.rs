//! What can be counted across the report: per bydel, fagprincip and forvaltning, amounts in rank
//! order, users by year. Prose names these numbers by placeholder ([`Insights::placeholder`]).
//!
//! Missing is not zero: an amount that is missing is in no sum, rank or share.

mod amounts;
mod places;
mod pladser;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use super::model::{Report, Tal};
pub use amounts::{Beloebstal, IndsatsTal, SerieTal};
pub use places::{BydelTal, FagprincipTal, ForvaltningTal};
pub use pladser::Plads;

/// Numbers computed from one report (or from the part of it that an excerpt holds).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Insights {
    /// Number of indsatser.
    pub antal: usize,
    /// How many cover the whole city.
    pub bydaekkende: usize,
    /// How many are local.
    pub lokale: usize,
    /// The amounts as a whole.
    pub beloeb: Beloebstal,
    /// Local indsatser per bydel, in the order of `bydele.toml`; those that cover the whole city
    /// are not counted.
    pub bydele: Vec<BydelTal>,
    /// Per fagprincip. An indsats with two counts under both, with its whole amount.
    pub fagprincipper: Vec<FagprincipTal>,
    /// Per forvaltning of the overview: each indsats counts once.
    pub forvaltninger: Vec<ForvaltningTal>,
    /// Per indsats, in the report's order.
    pub indsatser: Vec<IndsatsTal>,
    /// How many have yearly series.
    pub med_serie: usize,
    /// How many comparable first series rose in the data year.
    pub stigende: usize,
    /// How many comparable first series fell in the data year.
    pub faldende: usize,
    /// First year of any series.
    pub foerste_aar: Option<i32>,
    /// Every placeholder: as printed, and as a number where it is one.
    pub pladser: BTreeMap<String, Plads>,
}

impl Insights {
    /// Computes everything.
    #[must_use]
    pub fn compute(report: &Report) -> Self {
        let indsatser = amounts::indsatser(report);
        let foerste_serier = || indsatser.iter().filter_map(|i| i.serie.as_ref());
        let retning = |op: bool| {
            foerste_serier()
                .filter(|s| s.sammenlignelig)
                .filter_map(|s| s.aendring)
                .filter(|a| if op { *a > 0.0 } else { *a < 0.0 })
                .count()
        };
        let bydaekkende = report.indsatser.iter().filter(|i| i.geografi.bydaekkende).count();
        let beloeb = amounts::beloebstal(report, &indsatser);
        let mut insights = Self {
            antal: report.indsatser.len(),
            bydaekkende,
            lokale: report.indsatser.len() - bydaekkende,
            bydele: places::bydele(report),
            fagprincipper: places::fagprincipper(report, beloeb.ialt),
            forvaltninger: places::forvaltninger(report, beloeb.ialt),
            med_serie: report.indsatser.iter().filter(|i| !i.brugere.serie.is_empty()).count(),
            stigende: retning(true),
            faldende: retning(false),
            foerste_aar: amounts::foerste_aar(report),
            beloeb,
            indsatser,
            pladser: BTreeMap::new(),
        };
        insights.pladser = pladser::pladser(&insights, &report.rapport);
        insights
    }

    /// What is printed for a placeholder: `{antal.bydaekkende}` gives `12`, `{beloeb.ialt}`
    /// `107.838.000 kr.`, `··` while no number is known; none where there is no such placeholder.
    #[must_use]
    pub fn placeholder(&self, navn: &str) -> Option<String> {
        self.pladser.get(navn).map(|p| p.tekst.clone())
    }

    /// False while no amount at all is known: then sums of amounts are unknown, not zero.
    fn et_beloeb_kendt(&self) -> bool {
        !self.beloeb.rangorden.is_empty()
    }

    /// The number behind a placeholder, where it is one number.
    #[must_use]
    pub fn number(&self, navn: &str) -> Option<Tal> {
        self.pladser.get(navn)?.tal
    }
}
