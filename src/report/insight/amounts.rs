//! Amounts in rank order, and the first series of each indsats.

use serde::Serialize;

use crate::report::model::{Indsats, Report, Serie, Tal, Tilstand, Vaerdi};

/// The amounts as a whole, kroner. A number that rests on amounts of which some are not known is
/// none: missing is not zero.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Beloebstal {
    /// Sum of all amounts.
    pub ialt: Option<i64>,
    /// How many amounts are known.
    pub kendte: usize,
    /// Sum of those that cover the whole city.
    pub bydaekkende: Option<i64>,
    /// Sum of the local ones.
    pub lokale: Option<i64>,
    /// The middle amount; the mean of the two middle ones where their number is even.
    pub median: Option<i64>,
    /// How many of the largest it takes to pass half of the sum.
    pub over_halvdelen: Option<usize>,
    /// The share of the sum that these have, 0 to 1.
    pub andel_over_halvdelen: Option<f64>,
    /// Ids of the indsatser with a known amount, largest first; equals in the report's order.
    pub rangorden: Vec<String>,
}

/// One indsats.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndsatsTal {
    /// Id.
    pub id: String,
    /// Name on the spread.
    pub navn: String,
    /// Kroner, where known.
    pub beloeb: Option<i64>,
    /// Place among all amounts, 1 for the largest; equals share a place. None as long as one of the
    /// amounts is not known.
    pub rang: Option<usize>,
    /// Share of all kroner, 0 to 1; none as long as one of the amounts is not known.
    pub andel: Option<f64>,
    /// Its first series.
    pub serie: Option<SerieTal>,
}

/// A series' latest value and its change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SerieTal {
    /// Label.
    pub navn: String,
    /// What is counted.
    pub taeller: String,
    /// Whether it compares with others.
    pub sammenlignelig: bool,
    /// The latest year with a number, no later than the data year.
    pub aar: Option<i32>,
    /// Its number.
    pub seneste: Option<Tal>,
    /// Its state.
    pub tilstand: Option<Tilstand>,
    /// Change from the year before the data year to the data year, where both have a
    /// number and are counted alike.
    pub aendring: Option<f64>,
    /// The same in percent of the year before; none from zero.
    pub aendring_pct: Option<f64>,
}

/// The amount in whole kroner.
pub(super) fn kroner(indsats: &Indsats) -> Option<i64> {
    Some(match indsats.oekonomi.beloeb.tal()? {
        Tal::Hel(n) => n,
        // Saturates; the loader refuses what is not finite.
        Tal::Decimal(x) => x.round() as i64,
    })
}

/// The sum of amounts; none where one of them is not known.
pub(super) fn sum(mut number: impl Iterator<Item = Option<i64>>) -> Option<i64> {
    number.try_fold(0_i64, |sum, kr| Some(sum.saturating_add(kr?)))
}

/// A share, 0 to 1; none of nothing, and of what is not known.
pub(super) fn andel(del: Option<i64>, ialt: Option<i64>) -> Option<f64> {
    let ialt = ialt.filter(|ialt| *ialt > 0)?;
    Some(del? as f64 / ialt as f64)
}

pub(super) fn indsatser(report: &Report) -> Vec<IndsatsTal> {
    let known: Vec<i64> = report.indsatser.iter().filter_map(kroner).collect();
    let ialt = sum(report.indsatser.iter().map(kroner));
    report
        .indsatser
        .iter()
        .map(|i| {
            let beloeb = kroner(i);
            IndsatsTal {
                id: i.id.clone(),
                navn: i.navn.clone(),
                beloeb,
                rang: beloeb
                    .filter(|_| ialt.is_some())
                    .map(|b| 1 + known.iter().filter(|k| **k > b).count()),
                andel: andel(beloeb, ialt),
                serie: i.brugere.serie.first().map(|s| serie(s, report.rapport.dataaar)),
            }
        })
        .collect()
}

fn serie(serie: &Serie, dataaar: i32) -> SerieTal {
    let in_year = |aar: i32| serie.aar().find(|(a, _)| *a == aar).and_then(|(_, v)| v.tal());
    let seneste: Option<(i32, &Vaerdi)> =
        serie.aar().filter(|(aar, v)| *aar <= dataaar && v.tal().is_some()).last();
    let before = dataaar.saturating_sub(1);
    let par =
        in_year(before).zip(in_year(dataaar)).filter(|_| serie.counted_alike(before, dataaar));
    let aendring = par.map(|(before, now)| now.f64() - before.f64());
    SerieTal {
        navn: serie.navn.clone(),
        taeller: serie.taeller.clone(),
        sammenlignelig: serie.sammenlignelig,
        aar: seneste.map(|(aar, _)| aar),
        seneste: seneste.and_then(|(_, v)| v.tal()),
        tilstand: seneste.map(|(_, v)| v.tilstand()),
        aendring,
        aendring_pct: par
            .filter(|(before, _)| before.f64() > 0.0)
            .map(|(before, now)| (now.f64() - before.f64()) / before.f64() * 100.0),
    }
}

pub(super) fn foerste_aar(report: &Report) -> Option<i32> {
    let serier = report.indsatser.iter().flat_map(|i| &i.brugere.serie);
    serier.filter_map(|s| s.aar().next()).map(|(aar, _)| aar).min()
}

pub(super) fn amounts_of(report: &Report, indsatser: &[IndsatsTal]) -> Beloebstal {
    let sum_af = |bydaekkende: bool| {
        sum(report.indsatser.iter().filter(|i| i.geografi.bydaekkende == bydaekkende).map(kroner))
    };
    let mut kendte: Vec<(i64, &str)> =
        indsatser.iter().filter_map(|i| Some((i.beloeb?, i.id.as_str()))).collect();
    kendte.sort_by_key(|(beloeb, _)| std::cmp::Reverse(*beloeb));
    let all = !kendte.is_empty() && kendte.len() == indsatser.len();
    let ialt = sum(indsatser.iter().map(|i| i.beloeb)).filter(|_| all);
    let top = ialt.filter(|kr| *kr > 0).map(|ialt| over_halvdelen(&kendte, ialt));
    Beloebstal {
        ialt,
        kendte: kendte.len(),
        bydaekkende: sum_af(true).filter(|_| !kendte.is_empty()),
        lokale: sum_af(false).filter(|_| !kendte.is_empty()),
        median: ialt.and_then(|_| median(&kendte)),
        over_halvdelen: top,
        andel_over_halvdelen: top
            .and_then(|antal| andel(sum(kendte.iter().take(antal).map(|(kr, _)| Some(*kr))), ialt)),
        rangorden: kendte.iter().map(|(_, id)| (*id).to_owned()).collect(),
    }
}

fn median(descending: &[(i64, &str)]) -> Option<i64> {
    let lower_middle = descending.get(descending.len() / 2)?.0;
    if descending.len() % 2 == 1 {
        return Some(lower_middle);
    }
    let upper = descending.get(descending.len() / 2 - 1)?.0;
    // The sum of two i64 fits an i128, their mean an i64.
    i64::try_from((i128::from(lower_middle) + i128::from(upper)) / 2).ok()
}

fn over_halvdelen(descending: &[(i64, &str)], ialt: i64) -> usize {
    let mut so_far = 0_i128;
    for (i, (beloeb, _)) in descending.iter().enumerate() {
        so_far += i128::from(*beloeb);
        if so_far * 2 > i128::from(ialt) {
            return i + 1;
        }
    }
    descending.len()
}
