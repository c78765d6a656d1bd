//! Where the pages show texts of last year that nobody has confirmed: in their own fields, in rows of
//! the overviews, and through texts that many spreads share.

use std::collections::BTreeMap;

use super::opslag::principle_field;
use super::udkast::Maerke;
use crate::report::carried::Open;
use crate::report::model::{Indsats, Report};
use crate::report::texts;

/// Marks beside an indsats' texts of last year, or the report's own.
pub(super) fn of_last_year(open: &[Open], nr: Option<usize>) -> impl Iterator<Item = Maerke> {
    let mine = open.iter().filter(move |o| o.indsats == nr);
    mine.map(|o| Maerke::of_last_year(o.field.clone()))
}

/// Fields whose texts are of last year, by indsats: for the rows of the overviews.
pub(super) fn open_fields(report: &Report, open: &[Open]) -> BTreeMap<String, Vec<String>> {
    let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for o in open {
        if let Some(i) = o.indsats.and_then(|nr| report.indsatser.get(nr)) {
            fields.entry(i.id.clone()).or_default().push(o.field.clone());
        }
    }
    fields
}

/// Marks where a spread shows texts of last year that stand in `rapport.toml` or
/// `fagprincipper.toml`: shared texts, and what its fagprincipper ask for.
pub(super) fn shared_of_last_year(report: &Report, open: &[Open], i: &Indsats) -> Vec<Maerke> {
    let is_open = |field: &str| open.iter().any(|o| o.indsats.is_none() && o.field == field);
    let texts = texts::of_indsats(i);
    let shared = texts.shared.iter().filter(|s| is_open(&format!("faelles.{}", s.tekst.faelles)));
    let mine = |nr: &u8| i.overblik.fagprincipper.contains(nr);
    let principles = report.fagprincipper.iter().enumerate().filter(|(_, f)| mine(&f.nr));
    let asked = principles.filter(|(n, _)| is_open(&format!("fagprincip[{n}].tekst")));
    let shared = shared.map(|s| Maerke::of_last_year(s.field.clone()));
    shared.chain(asked.map(|(n, _)| Maerke::of_last_year(principle_field(n)))).collect()
}
