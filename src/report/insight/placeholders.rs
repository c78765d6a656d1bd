//! The placeholders: every name that prose may use, with what is printed for it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Insights;
use crate::report::danish::{UNKNOWN, count_in_words, heltal, kroner, liste, percent_one};
use crate::report::model::{Rapport, Tal};

/// What stands for a list of nothing.
pub(super) const NONE: &str = "ingen";

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
struct Placeholders(BTreeMap<String, Plads>);

impl Placeholders {
    fn ord(&mut self, name: &str, tekst: String) {
        self.0.insert(name.to_owned(), Plads { tekst, tal: None });
    }

    /// A count: `antal.x` in figures, `ord.x` as running text has it (to ten in words).
    fn antal(&mut self, name: &str, n: usize) {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let tal = Some(Tal::Hel(n));
        self.0.insert(format!("antal.{name}"), Plads { tekst: heltal(n), tal });
        self.0.insert(format!("ord.{name}"), Plads { tekst: count_in_words(n), tal });
    }

    /// A count that may rest on numbers of which some are not known.
    fn known_count(&mut self, name: &str, n: Option<usize>) {
        match n {
            Some(n) => self.antal(name, n),
            None => {
                self.ukendt(format!("antal.{name}"));
                self.ukendt(format!("ord.{name}"));
            }
        }
    }

    /// A name whose value is not known yet: it stays a name, and prints as unknown.
    fn ukendt(&mut self, name: String) {
        self.0.insert(name, Plads { tekst: UNKNOWN.to_owned(), tal: None });
    }

    fn beloeb(&mut self, name: &str, kr: Option<i64>) {
        let name = format!("beloeb.{name}");
        let Some(kr) = kr else { return self.ukendt(name) };
        self.0.insert(name, Plads { tekst: kroner(kr), tal: Some(Tal::Hel(kr)) });
    }

    /// A share of all kroner. The number is percent with one decimal, as printed.
    fn andel(&mut self, name: &str, andel: Option<f64>) {
        let name = format!("andel.{name}");
        let Some(andel) = andel else { return self.ukendt(name) };
        let tal = Some(Tal::Decimal((andel * 1000.0).round() / 10.0));
        self.0.insert(name, Plads { tekst: percent_one(andel), tal });
    }

    fn aar(&mut self, name: &str, aar: Option<i32>) {
        let name = format!("aar.{name}");
        let Some(aar) = aar else { return self.ukendt(name) };
        self.0.insert(name, Plads { tekst: aar.to_string(), tal: Some(Tal::Hel(aar.into())) });
    }
}

pub(super) fn pladser(i: &Insights, rapport: &Rapport) -> BTreeMap<String, Plads> {
    let mut s = Placeholders::default();
    s.antal("indsatser", i.antal);
    s.antal("bydaekkende", i.bydaekkende);
    s.antal("lokale", i.lokale);
    s.antal("med_serie", i.med_serie);
    s.antal("uden_serie", i.antal - i.med_serie);
    s.known_count("stigende", i.stigende);
    s.known_count("faldende", i.faldende);
    s.known_count("uaendrede", i.uaendrede);
    s.antal("sammenlignet", i.sammenlignet.known);
    s.aar("rapport", Some(rapport.aar));
    s.aar("data", Some(rapport.dataaar));
    s.aar("foerste", i.foerste_aar);
    bydele(i, &mut s);
    grupper(i, &mut s);
    beloeb(i, &mut s);
    s.0
}

fn bydele(i: &Insights, s: &mut Placeholders) {
    let most = i.bydele.iter().map(|b| b.antal).max().unwrap_or(0);
    let navne = |antal: usize| -> String {
        let navne: Vec<&str> =
            i.bydele.iter().filter(|b| b.antal == antal).map(|b| b.navn.as_str()).collect();
        if navne.is_empty() { NONE.to_owned() } else { liste(&navne) }
    };
    s.antal("bydele", i.bydele.len());
    s.antal("bydele_uden", i.bydele.iter().filter(|b| b.antal == 0).count());
    s.antal("bydele_flest", most);
    s.ord("bydele.uden", navne(0));
    s.ord("bydele.flest", if most == 0 { NONE.to_owned() } else { navne(most) });
    for b in &i.bydele {
        s.antal(&format!("bydel.{}", b.navn), b.antal);
    }
}

fn grupper(i: &Insights, s: &mut Placeholders) {
    for f in &i.fagprincipper {
        s.antal(&format!("fagprincip.{}", f.nr), f.antal);
        s.antal(&format!("uden_fagprincip.{}", f.nr), i.antal - f.antal);
        s.beloeb(&format!("fagprincip.{}", f.nr), f.beloeb);
    }
    s.antal("flere_fagprincipper", i.flere_fagprincipper);
    s.antal("fagprincip_sum", i.fagprincipper.iter().map(|f| f.antal).sum());
    for f in &i.forvaltninger {
        s.antal(&format!("forvaltning.{}", f.kode), f.antal);
        s.beloeb(&format!("forvaltning.{}", f.kode), f.beloeb);
        s.andel(&format!("forvaltning.{}", f.kode), f.andel);
    }
}

fn beloeb(i: &Insights, s: &mut Placeholders) {
    let b = &i.beloeb;
    s.antal("beloeb_kendt", b.kendte);
    s.beloeb("ialt", b.ialt);
    s.beloeb("bydaekkende", b.bydaekkende);
    s.andel("bydaekkende", super::amounts::andel(b.bydaekkende, b.ialt));
    s.beloeb("lokale", b.lokale);
    s.beloeb("median", b.median);
    s.known_count("over_halvdelen", b.over_halvdelen);
    s.andel("over_halvdelen", b.andel_over_halvdelen);
    // Which is the largest is known only once all are.
    let of_rank =
        |id: Option<&String>| i.indsatser.iter().find(|x| Some(&x.id) == id && b.ialt.is_some());
    let extremes = [("stoerste", b.rangorden.first()), ("mindste", b.rangorden.last())];
    for (navn, id) in extremes {
        let indsats = of_rank(id);
        s.beloeb(navn, indsats.and_then(|x| x.beloeb));
        s.andel(navn, indsats.and_then(|x| x.andel));
        match indsats {
            Some(x) => s.ord(&format!("navn.{navn}"), x.navn.clone()),
            None => s.ukendt(format!("navn.{navn}")),
        }
    }
}
