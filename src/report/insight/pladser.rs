//! The placeholders: every name that prose may use, with what is printed for it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Insights;
use crate::report::danish::{antal_i_tekst, heltal, kroner, liste, procent_en};
use crate::report::model::{Rapport, Tal};

/// What stands for a placeholder.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plads {
    /// As printed.
    pub tekst: String,
    /// The number, where it is one: a count, kroner, percent, a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tal: Option<Tal>,
}

#[derive(Default)]
struct Samling(BTreeMap<String, Plads>);

impl Samling {
    fn ord(&mut self, navn: &str, tekst: String) {
        self.0.insert(navn.to_owned(), Plads { tekst, tal: None });
    }

    /// A count: `antal.x` in figures, `ord.x` as running text has it (to ten in words).
    fn antal(&mut self, navn: &str, n: usize) {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let tal = Some(Tal::Hel(n));
        self.0.insert(format!("antal.{navn}"), Plads { tekst: heltal(n), tal });
        self.0.insert(format!("ord.{navn}"), Plads { tekst: antal_i_tekst(n), tal });
    }

    fn beloeb(&mut self, navn: &str, kr: Option<i64>) {
        if let Some(kr) = kr {
            let plads = Plads { tekst: kroner(kr), tal: Some(Tal::Hel(kr)) };
            self.0.insert(format!("beloeb.{navn}"), plads);
        }
    }

    /// A share of all kroner. The number is percent with one decimal, as printed.
    fn andel(&mut self, navn: &str, andel: Option<f64>) {
        if let Some(andel) = andel {
            let tal = Some(Tal::Decimal((andel * 1000.0).round() / 10.0));
            self.0.insert(format!("andel.{navn}"), Plads { tekst: procent_en(andel), tal });
        }
    }

    fn aar(&mut self, navn: &str, aar: Option<i32>) {
        if let Some(aar) = aar {
            let plads = Plads { tekst: aar.to_string(), tal: Some(Tal::Hel(aar.into())) };
            self.0.insert(format!("aar.{navn}"), plads);
        }
    }
}

pub(super) fn pladser(i: &Insights, rapport: &Rapport) -> BTreeMap<String, Plads> {
    let mut s = Samling::default();
    s.antal("indsatser", i.antal);
    s.antal("bydaekkende", i.bydaekkende);
    s.antal("lokale", i.lokale);
    s.antal("med_serie", i.med_serie);
    s.antal("uden_serie", i.antal - i.med_serie);
    s.antal("stigende", i.stigende);
    s.antal("faldende", i.faldende);
    s.aar("rapport", Some(rapport.aar));
    s.aar("data", Some(rapport.dataaar));
    s.aar("foerste", i.foerste_aar);
    bydele(i, &mut s);
    grupper(i, &mut s);
    beloeb(i, &mut s);
    s.0
}

fn bydele(i: &Insights, s: &mut Samling) {
    let flest = i.bydele.iter().map(|b| b.antal).max().unwrap_or(0);
    let navne = |antal: usize| -> String {
        let navne: Vec<&str> =
            i.bydele.iter().filter(|b| b.antal == antal).map(|b| b.navn.as_str()).collect();
        if navne.is_empty() { "ingen".to_owned() } else { liste(&navne) }
    };
    s.antal("bydele", i.bydele.len());
    s.antal("bydele_uden", i.bydele.iter().filter(|b| b.antal == 0).count());
    s.antal("bydele_flest", flest);
    s.ord("bydele.uden", navne(0));
    s.ord("bydele.flest", if flest == 0 { "ingen".to_owned() } else { navne(flest) });
    for b in &i.bydele {
        s.antal(&format!("bydel.{}", b.navn), b.antal);
    }
}

fn grupper(i: &Insights, s: &mut Samling) {
    for f in &i.fagprincipper {
        s.antal(&format!("fagprincip.{}", f.nr), f.antal);
        s.antal(&format!("uden_fagprincip.{}", f.nr), i.antal - f.antal);
        s.beloeb(&format!("fagprincip.{}", f.nr), Some(f.beloeb));
    }
    s.antal("fagprincip_sum", i.fagprincipper.iter().map(|f| f.antal).sum());
    for f in &i.forvaltninger {
        s.antal(&format!("forvaltning.{}", f.kode), f.antal);
        s.beloeb(&format!("forvaltning.{}", f.kode), Some(f.beloeb));
        s.andel(&format!("forvaltning.{}", f.kode), f.andel);
    }
}

fn beloeb(i: &Insights, s: &mut Samling) {
    let b = &i.beloeb;
    s.beloeb("ialt", Some(b.ialt));
    s.beloeb("bydaekkende", Some(b.bydaekkende));
    s.andel("bydaekkende", super::amounts::andel(b.bydaekkende, b.ialt));
    s.beloeb("lokale", Some(b.lokale));
    s.beloeb("median", b.median);
    s.antal("over_halvdelen", b.over_halvdelen);
    let af_rang = |id: Option<&String>| i.indsatser.iter().find(|x| Some(&x.id) == id);
    if let Some(stoerste) = af_rang(b.rangorden.first()) {
        s.beloeb("stoerste", stoerste.beloeb);
        s.ord("navn.stoerste", stoerste.navn.clone());
        s.andel("stoerste", stoerste.andel);
    }
    if let Some(mindste) = af_rang(b.rangorden.last()) {
        s.beloeb("mindste", mindste.beloeb);
        s.ord("navn.mindste", mindste.navn.clone());
    }
}
