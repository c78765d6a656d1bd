//! What can be counted across the report: per bydel, fagprincip and forvaltning, amounts in rank
//! order, users by year. Prose names these numbers by placeholder ([`Insights::placeholder`]).
//!
//! Missing is not zero: a sum, share, rank, mean or trend over numbers of which some are not known
//! is none, and [`Coverage`] says how many are.

mod amounts;
mod facts;
mod placeholders;
mod places;
#[cfg(test)]
mod tests;
mod told;

use std::collections::BTreeMap;

use serde::Serialize;

use super::danish::UNKNOWN;
use super::model::{Report, Tal};
pub use amounts::{Beloebstal, IndsatsTal, SerieTal};
pub use facts::{Coverage, Lacking, Mover};
pub use placeholders::Plads;
pub use places::{BydelTal, FagprincipTal, ForvaltningTal};
pub use told::told;

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
    /// How many indsatser are under more than one fagprincip.
    pub flere_fagprincipper: usize,
    /// Per forvaltning of the overview: each indsats counts once.
    pub forvaltninger: Vec<ForvaltningTal>,
    /// Per indsats, in the report's order.
    pub indsatser: Vec<IndsatsTal>,
    /// How many have yearly series.
    pub med_serie: usize,
    /// How many comparable first series rose in the data year; none as long as one of them lacks a
    /// number that it has a place for.
    pub stigende: Option<usize>,
    /// How many fell.
    pub faldende: Option<usize>,
    /// How many are the same as the year before.
    pub uaendrede: Option<usize>,
    /// Comparable first series with a place for both years, and how many of them have both numbers.
    pub sammenlignet: Coverage,
    /// The change of each comparable first series, the largest rise in percent first.
    pub movers: Vec<Mover>,
    /// What is missing, by indsats.
    pub missing: Vec<Lacking>,
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
        let movers = facts::movers(report, &indsatser);
        let sammenlignet = facts::compared(report);
        let direction = |direction: std::cmp::Ordering| {
            let antal = movers.iter().filter(|m| m.change.total_cmp(&0.0) == direction).count();
            sammenlignet.is_complete().then_some(antal)
        };
        let bydaekkende = report.indsatser.iter().filter(|i| i.geografi.bydaekkende).count();
        let beloeb = amounts::amounts_of(report, &indsatser);
        let mut insights = Self {
            antal: report.indsatser.len(),
            bydaekkende,
            lokale: report.indsatser.len() - bydaekkende,
            bydele: places::bydele(report),
            fagprincipper: places::fagprincipper(report, beloeb.ialt),
            flere_fagprincipper: report
                .indsatser
                .iter()
                .filter(|i| i.overblik.fagprincipper.len() > 1)
                .count(),
            forvaltninger: places::forvaltninger(report, beloeb.ialt),
            med_serie: report.indsatser.iter().filter(|i| !i.brugere.serie.is_empty()).count(),
            stigende: direction(std::cmp::Ordering::Greater),
            faldende: direction(std::cmp::Ordering::Less),
            uaendrede: direction(std::cmp::Ordering::Equal),
            sammenlignet,
            missing: facts::missing(report),
            movers,
            foerste_aar: amounts::foerste_aar(report),
            beloeb,
            indsatser,
            pladser: BTreeMap::new(),
        };
        insights.pladser = placeholders::pladser(&insights, &report.rapport);
        insights
    }

    /// What is printed for a placeholder: `{antal.bydaekkende}` gives `12`, `{beloeb.ialt}`
    /// `107.838.000 kr.`, `··` while no number is known; none where there is no such placeholder.
    ///
    /// A count may bring its words in the singular and the plural: `{antal.lokale|indsats|indsatser}`
    /// gives `1 indsats` and `10 indsatser`; with `?` before it the words alone.
    #[must_use]
    pub fn placeholder(&self, name: &str) -> Option<String> {
        let Some((name, word)) = name.split_once('|') else {
            return self.pladser.get(name).map(|p| p.tekst.clone());
        };
        let (singular, plural) = word.split_once('|')?;
        let plads = self.pladser.get(name.trim_start_matches('?'))?;
        let word = if plads.tal == Some(Tal::Hel(1)) { singular } else { plural };
        if name.starts_with('?') {
            return Some(word.to_owned());
        }
        Some(format!("{}{}{word}", plads.tekst, super::danish::NBSP))
    }

    /// Whether a sentence can be built on a placeholder: its number is known, its list has items.
    #[must_use]
    pub fn can_be_said(&self, name: &str) -> bool {
        self.found(name).is_none_or(|p| p.tekst != UNKNOWN) && !self.is_empty_list(name)
    }

    /// Whether a placeholder lists nothing.
    #[must_use]
    pub fn is_empty_list(&self, name: &str) -> bool {
        name.starts_with("bydele.")
            && self.found(name).is_some_and(|p| p.tekst == placeholders::NONE)
    }

    /// How many of the numbers that a figure's statement rests on are known.
    #[must_use]
    pub fn rests_on(&self, figur: &Option<super::model::IndsigtFigur>) -> Coverage {
        match figur {
            Some(super::model::IndsigtFigur::Brugere) => self.sammenlignet,
            _ => self.amounts(),
        }
    }

    fn found(&self, name: &str) -> Option<&Plads> {
        let name = name.split('|').next().unwrap_or(name);
        self.pladser.get(name.trim_start_matches('?'))
    }

    /// The sum of a report's amounts, none as long as one is not known, and how many are: of an
    /// excerpt, whose other numbers are those of the whole report.
    #[must_use]
    pub fn sum(report: &Report) -> (Option<i64>, Coverage) {
        let amounts = || report.indsatser.iter().map(amounts::kroner);
        let known = amounts().flatten().count();
        (amounts::sum(amounts()), Coverage { known, of: report.indsatser.len() })
    }

    /// The amounts that are known, of all.
    #[must_use]
    pub fn amounts(&self) -> Coverage {
        Coverage { known: self.beloeb.kendte, of: self.antal }
    }

    /// The number behind a placeholder, where it is one number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<Tal> {
        self.found(name)?.tal
    }
}
