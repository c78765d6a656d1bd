//! The other indsatser as a spread names them: those that it is like, those that work where it
//! works, those that it is ranked among. Looked up in an [`Index`] that is made once: a report of
//! thousands has no time to compare each with each in words, nor room to name all at each.

use std::collections::BTreeMap;

use super::Handover;
use super::indsats::bydele;
use crate::chart::{Chart, FigureId};
use crate::report::insight::IndsatsTal;
use crate::report::model::{Alder, Indsats};

/// Peers that a spread is handed at most: more than layouts show.
const MOST: usize = 12;
/// Others that it is handed at most, the nearest ones.
const NEAREST: usize = 8;

/// What is looked up for every spread.
#[derive(Debug)]
pub struct Index<'a> {
    figurer: BTreeMap<&'a FigureId, &'a Chart>,
    tal: BTreeMap<&'a str, &'a IndsatsTal>,
    /// The whole report's, in its order.
    alle: Vec<Known<'a>>,
    /// With an amount, by fagprincip, the largest first.
    efter_beloeb: BTreeMap<u8, Vec<(&'a Indsats, &'a IndsatsTal)>>,
    largest: i64,
}

#[derive(Debug)]
struct Known<'a> {
    indsats: &'a Indsats,
    bydele: Vec<String>,
}

impl<'a> Index<'a> {
    pub(super) fn of(h: &Handover<'a>) -> Self {
        let tal: BTreeMap<_, _> =
            h.insights.indsatser.iter().map(|tal| (tal.id.as_str(), tal)).collect();
        let alle: Vec<_> = h
            .whole
            .indsatser
            .iter()
            .map(|indsats| Known { indsats, bydele: bydele(h, indsats) })
            .collect();
        let mut efter_beloeb: BTreeMap<u8, Vec<(&Indsats, &IndsatsTal)>> = BTreeMap::new();
        for kendt in &alle {
            let Some(tal) = tal.get(kendt.indsats.id.as_str()) else { continue };
            let mut numre = kendt.indsats.overblik.fagprincipper.clone();
            numre.sort_unstable();
            numre.dedup();
            for nr in numre.into_iter().filter(|_| tal.beloeb.is_some()) {
                efter_beloeb.entry(nr).or_default().push((kendt.indsats, tal));
            }
        }
        for alle in efter_beloeb.values_mut() {
            alle.sort_by_key(|(_, tal)| std::cmp::Reverse(tal.beloeb));
        }
        let figurer = h.charts.iter().map(|chart| (&chart.id, chart)).collect();
        let largest = tal.values().filter_map(|tal| tal.beloeb).max().unwrap_or_default();
        Self { figurer, tal, alle, efter_beloeb, largest }
    }

    /// The figure of this id.
    pub(super) fn figur(&self, id: &FigureId) -> Option<&'a Chart> {
        self.figurer.get(id).copied()
    }

    /// The numbers of an indsats.
    pub(super) fn tal(&self, id: &str) -> Option<&'a IndsatsTal> {
        self.tal.get(id).copied()
    }

    /// The largest amount of the whole report, kroner: bars that are on many pages have one scale.
    pub(super) fn largest(&self) -> i64 {
        self.largest
    }

    /// All of a fagprincip whose amount is known, the largest amount first.
    pub(super) fn efter_beloeb(&self, nr: u8) -> &[(&'a Indsats, &'a IndsatsTal)] {
        self.efter_beloeb.get(&nr).map(Vec::as_slice).unwrap_or_default()
    }

    /// Indsatser that share a fagprincip or a bydel with this one: a shared bydel weighs more than a
    /// shared fagprincip, ages that overlap break the tie, then the report's order.
    pub(super) fn naboer(&self, h: &Handover<'a>, i: &Indsats) -> Vec<Related<'a>> {
        let her = bydele(h, i);
        let mut alle: Vec<(usize, &Known<'_>)> = Vec::new();
        for x in self.alle.iter().filter(|x| x.indsats.id != i.id) {
            let steder = x.bydele.iter().filter(|b| her.contains(b)).count();
            let mine = &i.overblik.fagprincipper;
            let principles =
                x.indsats.overblik.fagprincipper.iter().filter(|f| mine.contains(f)).count();
            let faelles = steder * 6 + principles * 4;
            if faelles > 0 {
                let overalt = i.geografi.bydaekkende == x.indsats.geografi.bydaekkende;
                let alder = same_age(i, x.indsats);
                alle.push((faelles + usize::from(overalt) + usize::from(alder), x));
            }
        }
        alle.sort_by_key(|(vaegt, _)| std::cmp::Reverse(*vaegt));
        let naermest = alle.into_iter().take(NEAREST).map(|(_, x)| x);
        naermest
            .map(|x| Related {
                indsats: x.indsats,
                steder: x.bydele.iter().filter(|b| her.contains(b)).cloned().collect(),
            })
            .collect()
    }
}

/// Another indsats, and the bydele that it shares with the one it is looked up for.
#[derive(Debug)]
pub(super) struct Related<'a> {
    pub indsats: &'a Indsats,
    pub steder: Vec<String>,
}

/// Those around number `selv`, as many as a spread is handed.
pub(super) fn around<T>(alle: &[T], selv: usize) -> &[T] {
    let fra = selv.saturating_sub(MOST / 2).min(alle.len().saturating_sub(MOST));
    alle.get(fra..(fra + MOST).min(alle.len())).unwrap_or_default()
}

fn same_age(a: &Indsats, b: &Indsats) -> bool {
    let (Some(a), Some(b)) = (&a.overblik.alder, &b.overblik.alder) else { return false };
    let til = |alder: &Alder| alder.til.unwrap_or(f64::MAX);
    a.fra <= til(b) && b.fra <= til(a)
}
