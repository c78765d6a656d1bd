//! Facts for the pages that conclude: who rose and fell, what is missing, and on how many numbers
//! a statement rests.

use serde::Serialize;

use super::amounts::IndsatsTal;
use crate::report::model::{Blok, Indsats, Report, Serie, Tal, Tilstand, Vaerdi};

/// How many of the numbers that a statement rests on are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// How many are known.
    pub known: usize,
    /// How many there are.
    pub of: usize,
}

impl Coverage {
    /// Whether all are known, and there are any.
    #[must_use]
    pub fn is_complete(self) -> bool {
        self.of > 0 && self.known == self.of
    }
}

/// The change of an indsats' first series from the year before the data year to the data year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mover {
    /// Id of the indsats.
    pub id: String,
    /// Its short name, or its name.
    pub navn: String,
    /// What the series counts, in words.
    pub taeller: String,
    /// The number of the year before.
    pub before: Tal,
    /// The number of the data year.
    pub now: Tal,
    /// Whether one of the two is estimated or preliminary.
    pub uncertain: bool,
    /// The difference.
    pub change: f64,
    /// The difference in percent of the year before; none from zero.
    pub percent: Option<f64>,
}

/// What an indsats lacks, and who owes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lacking {
    /// Id of the indsats.
    pub id: String,
    /// Its short name, or its name.
    pub navn: String,
    /// Code of its first forvaltning.
    pub forvaltning: String,
    /// Whether the amount is not known.
    pub beloeb: bool,
    /// Years of its series whose numbers are not known.
    pub aar: Vec<i32>,
    /// Titles of its figures without values.
    pub figurer: Vec<String>,
    /// Cells of its tables without values.
    pub celler: usize,
}

fn is_open(state: Tilstand) -> bool {
    matches!(state, Tilstand::Mangler | Tilstand::Udfyldes)
}

fn short_name(i: &Indsats) -> String {
    i.kort_navn.clone().unwrap_or_else(|| i.navn.clone())
}

/// The two values that a comparable first series has a place for.
fn pair(i: &Indsats, dataaar: i32) -> Option<(&Vaerdi, &Vaerdi)> {
    let before = dataaar.saturating_sub(1);
    let alike = |s: &&Serie| s.sammenlignelig && s.counted_alike(before, dataaar);
    let serie = i.brugere.serie.first().filter(alike)?;
    let of = |aar: i32| serie.vaerdier.get(&aar.to_string());
    Some((of(before)?, of(dataaar)?))
}

pub(super) fn compared(report: &Report) -> Coverage {
    let dataaar = report.rapport.dataaar;
    let pairs = || report.indsatser.iter().filter_map(|i| pair(i, dataaar));
    let known = pairs().filter(|(a, b)| a.tal().is_some() && b.tal().is_some()).count();
    Coverage { known, of: pairs().count() }
}

pub(super) fn movers(report: &Report, indsatser: &[IndsatsTal]) -> Vec<Mover> {
    let dataaar = report.rapport.dataaar;
    let mover = |(i, tal): (&Indsats, &IndsatsTal)| {
        let (before, now) = pair(i, dataaar)?;
        let serie = tal.serie.as_ref()?;
        let sure = [before, now].iter().all(|v| v.tilstand() == Tilstand::Endelig);
        Some(Mover {
            id: i.id.clone(),
            navn: short_name(i),
            taeller: serie.taeller.clone(),
            before: before.tal()?,
            now: now.tal()?,
            uncertain: !sure,
            change: now.tal()?.f64() - before.tal()?.f64(),
            percent: serie.aendring_pct,
        })
    };
    let mut movers: Vec<Mover> = report.indsatser.iter().zip(indsatser).filter_map(mover).collect();
    let rise = |m: &Mover| m.percent.unwrap_or(if m.change > 0.0 { f64::INFINITY } else { 0.0 });
    movers.sort_by(|a, b| rise(b).total_cmp(&rise(a)));
    movers
}

pub(super) fn missing(report: &Report) -> Vec<Lacking> {
    report.indsatser.iter().map(lacking).filter(|l| !l.is_nothing()).collect()
}

impl Lacking {
    fn is_nothing(&self) -> bool {
        !self.beloeb && self.aar.is_empty() && self.figurer.is_empty() && self.celler == 0
    }
}

fn lacking(i: &Indsats) -> Lacking {
    let mut aar: Vec<i32> = i
        .brugere
        .serie
        .iter()
        .flat_map(|s| s.aar().filter(|(_, v)| is_open(v.tilstand())).map(|(aar, _)| aar))
        .collect();
    aar.sort_unstable();
    aar.dedup();
    let mut figurer = Vec::new();
    let mut celler = 0;
    let blokke = [&i.brugere.blok, &i.geografi.blok, &i.oekonomi.blok, &i.blok];
    for blok in blokke.into_iter().flatten() {
        match blok {
            Blok::Figur(f) if is_open(f.tilstand) => figurer.push(f.titel.clone()),
            Blok::Tabel(t) => {
                let all = t.raekker.iter().flat_map(|r| &r.celler);
                celler += all.filter(|c| is_open(c.tilstand())).count();
            }
            _ => {}
        }
    }
    Lacking {
        id: i.id.clone(),
        navn: short_name(i),
        forvaltning: i.forvaltninger.first().cloned().unwrap_or_default(),
        beloeb: is_open(i.oekonomi.beloeb.tilstand()),
        aar,
        figurer,
        celler,
    }
}
