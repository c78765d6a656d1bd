//! The other indsatser as a spread names them: those that it is like, those that work where it
//! works, those that it is ranked among. Looked up in an [`Index`] that is made once: a report of
//! thousands has no time to compare each with each in words, nor room to name all at each.

use std::collections::BTreeMap;

use super::Handover;
use super::indsats::bydele;
use crate::chart::{Chart, FigureId};
use crate::report::insight::IndsatsTal;
use crate::report::model::{Alder, Indsats};

/// Others that a spread is handed at most: more than any page has lines for.
const FLEST: usize = 60;

/// What is looked up for every spread.
#[derive(Debug)]
pub struct Index<'a> {
    figurer: BTreeMap<&'a FigureId, &'a Chart>,
    tal: BTreeMap<&'a str, &'a IndsatsTal>,
    /// The whole report's, in its order.
    alle: Vec<Kendt<'a>>,
    /// Bydele by their own names, and who is there.
    bydele: BTreeMap<String, Vec<&'a Indsats>>,
    /// With an amount, by fagprincip, the largest first.
    efter_beloeb: BTreeMap<u8, Vec<(&'a Indsats, &'a IndsatsTal)>>,
}

#[derive(Debug)]
struct Kendt<'a> {
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
            .map(|indsats| Kendt { indsats, bydele: bydele(h, indsats) })
            .collect();
        let mut steder: BTreeMap<String, Vec<&Indsats>> = BTreeMap::new();
        let mut efter_beloeb: BTreeMap<u8, Vec<(&Indsats, &IndsatsTal)>> = BTreeMap::new();
        for kendt in &alle {
            for bydel in &kendt.bydele {
                let der = steder.entry(bydel.clone()).or_default();
                if der.last().is_none_or(|sidste| sidste.id != kendt.indsats.id) {
                    der.push(kendt.indsats);
                }
            }
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
        Self { figurer, tal, alle, bydele: steder, efter_beloeb }
    }

    /// The figure of this id.
    pub(super) fn figur(&self, id: &FigureId) -> Option<&'a Chart> {
        self.figurer.get(id).copied()
    }

    /// The numbers of an indsats.
    pub(super) fn tal(&self, id: &str) -> Option<&'a IndsatsTal> {
        self.tal.get(id).copied()
    }

    /// All of a fagprincip whose amount is known, the largest amount first.
    pub(super) fn efter_beloeb(&self, nr: u8) -> &[(&'a Indsats, &'a IndsatsTal)] {
        self.efter_beloeb.get(&nr).map(Vec::as_slice).unwrap_or_default()
    }

    /// For each bydel of an indsats, who else is there; nothing where they are more than a page
    /// could name.
    pub(super) fn andre(&self, h: &Handover<'a>, i: &Indsats) -> Vec<(String, Vec<&'a Indsats>)> {
        let andre = |bydel: &String| -> Vec<&'a Indsats> {
            let der = self.bydele.get(bydel).map(Vec::as_slice).unwrap_or_default();
            der.iter().copied().filter(|x| x.id != i.id).take(FLEST + 1).collect()
        };
        let steder: Vec<_> = bydele(h, i).into_iter().map(|b| (andre(&b), b)).collect();
        if steder.iter().any(|(andre, _)| andre.len() > FLEST) {
            return Vec::new();
        }
        steder.into_iter().map(|(andre, bydel)| (bydel, andre)).collect()
    }

    /// Indsatser that share a fagprincip or a bydel with this one: a shared bydel weighs more than a
    /// shared fagprincip, ages that overlap break the tie, then the report's order.
    pub(super) fn naboer(&self, h: &Handover<'a>, i: &Indsats) -> Vec<&'a Indsats> {
        let her = bydele(h, i);
        let vaegt = |x: &Kendt<'_>| {
            let steder = x.bydele.iter().filter(|b| her.contains(b)).count();
            let mine = &i.overblik.fagprincipper;
            let fag = x.indsats.overblik.fagprincipper.iter().filter(|f| mine.contains(f)).count();
            let overalt = i.geografi.bydaekkende == x.indsats.geografi.bydaekkende;
            let faelles = steder * 6 + fag * 4;
            if faelles == 0 {
                0
            } else {
                faelles + usize::from(overalt) + usize::from(samme_alder(i, x.indsats))
            }
        };
        let andre = self.alle.iter().filter(|x| x.indsats.id != i.id);
        let mut alle: Vec<(usize, &Indsats)> = andre.map(|x| (vaegt(x), x.indsats)).collect();
        alle.retain(|(vaegt, _)| *vaegt > 0);
        alle.sort_by_key(|(vaegt, _)| std::cmp::Reverse(*vaegt));
        alle.into_iter().take(FLEST).map(|(_, x)| x).collect()
    }
}

/// Those around number `selv`, as many as a spread is handed.
pub(super) fn omkring<T>(alle: &[T], selv: usize) -> &[T] {
    let fra = selv.saturating_sub(FLEST / 2).min(alle.len().saturating_sub(FLEST));
    alle.get(fra..(fra + FLEST).min(alle.len())).unwrap_or_default()
}

fn samme_alder(a: &Indsats, b: &Indsats) -> bool {
    let (Some(a), Some(b)) = (&a.overblik.alder, &b.overblik.alder) else { return false };
    let til = |alder: &Alder| alder.til.unwrap_or(f64::MAX);
    a.fra <= til(b) && b.fra <= til(a)
}
