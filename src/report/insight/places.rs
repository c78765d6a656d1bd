//! Per bydel, fagprincip and forvaltning.

use serde::Serialize;

use super::amounts::{andel, kroner, sum};
use crate::report::model::{Bydel, Indsats, Report};

/// One bydel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BydelTal {
    /// Name.
    pub navn: String,
    /// Name that fits a tile.
    pub kort_navn: String,
    /// Tile: column and row from the top left.
    pub flise: [u8; 2],
    /// Local indsatser in it.
    pub antal: usize,
    /// Their ids, in the report's order.
    pub indsatser: Vec<String>,
}

/// One fagprincip.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FagprincipTal {
    /// Number.
    pub nr: u8,
    /// Name.
    pub navn: String,
    /// Short name.
    pub kort_navn: String,
    /// Indsatser under it.
    pub antal: usize,
    /// Kroner of these indsatser; none as long as one of their amounts is not known.
    pub beloeb: Option<i64>,
    /// How many of their amounts are known.
    pub kendte: usize,
    /// Share of all kroner, 0 to 1; none as long as one amount of the report is not known.
    pub andel: Option<f64>,
    /// Their ids, in the report's order.
    pub indsatser: Vec<String>,
}

/// One forvaltning.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForvaltningTal {
    /// Code.
    pub kode: String,
    /// Name.
    pub navn: String,
    /// Indsatser that the overview gives it.
    pub antal: usize,
    /// Kroner of these indsatser; none as long as one of their amounts is not known.
    pub beloeb: Option<i64>,
    /// How many of their amounts are known.
    pub kendte: usize,
    /// Share of all kroner, 0 to 1; none as long as one amount of the report is not known.
    pub andel: Option<f64>,
    /// Their ids, in the report's order.
    pub indsatser: Vec<String>,
}

fn ids(af: &[&Indsats]) -> Vec<String> {
    af.iter().map(|i| i.id.clone()).collect()
}

pub(super) fn bydele(report: &Report) -> Vec<BydelTal> {
    let i_bydel = |b: &Bydel| -> Vec<&Indsats> {
        let here = |i: &&Indsats| {
            !i.geografi.bydaekkende && i.geografi.bydele.iter().any(|name| b.is_named(name))
        };
        report.indsatser.iter().filter(here).collect()
    };
    report
        .bydele
        .iter()
        .map(|b| {
            let here = i_bydel(b);
            BydelTal {
                navn: b.navn.clone(),
                kort_navn: b.kort_navn.clone(),
                flise: b.flise,
                antal: here.len(),
                indsatser: ids(&here),
            }
        })
        .collect()
}

pub(super) fn fagprincipper(report: &Report, ialt: Option<i64>) -> Vec<FagprincipTal> {
    report
        .fagprincipper
        .iter()
        .map(|f| {
            let here: Vec<&Indsats> = report
                .indsatser
                .iter()
                .filter(|i| i.overblik.fagprincipper.contains(&f.nr))
                .collect();
            let beloeb = sum(here.iter().map(|i| kroner(i)));
            FagprincipTal {
                nr: f.nr,
                navn: f.navn.clone(),
                kort_navn: f.kort_navn.clone(),
                antal: here.len(),
                beloeb,
                kendte: here.iter().filter_map(|i| kroner(i)).count(),
                andel: andel(beloeb, ialt),
                indsatser: ids(&here),
            }
        })
        .collect()
}

pub(super) fn forvaltninger(report: &Report, ialt: Option<i64>) -> Vec<ForvaltningTal> {
    report
        .forvaltninger
        .iter()
        .map(|f| {
            let here: Vec<&Indsats> =
                report.indsatser.iter().filter(|i| i.overblik.forvaltning == f.kode).collect();
            let beloeb = sum(here.iter().map(|i| kroner(i)));
            ForvaltningTal {
                kode: f.kode.clone(),
                navn: f.navn.clone(),
                antal: here.len(),
                beloeb,
                kendte: here.iter().filter_map(|i| kroner(i)).count(),
                andel: andel(beloeb, ialt),
                indsatser: ids(&here),
            }
        })
        .collect()
}
