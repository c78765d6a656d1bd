//! Whether a table is shown as a table, a chart or both.

use super::table::{columns, data, rows};
use super::{Data, Value};
use crate::report::model::{Enhed, KolonneRolle, Tabel, Visning};
use crate::theme::Role;

/// Row names of summary statistics: a chart would put a mean beside its own extremes.
const STATISTICS: [&str; 8] =
    ["gennemsnit", "median", "min", "min.", "maks", "maks.", "max", "max."];

/// How a table is shown. The data may say so (`visning`); else, by its shape:
///
/// - a table: nothing to draw, two numbers or fewer that do not compare participants with others,
///   summary statistics (mean, median, extremes) or more series than can be told apart;
/// - both: a chart that leaves something out that the table tells (words, explanations, totals,
///   columns of another unit) or that shows a course without every number (lines);
/// - a chart, with the table attached to the PDF: all other tables; every number stands at its
///   mark.
#[must_use]
pub fn display_of(tabel: &Tabel) -> Visning {
    if let Some(visning) = tabel.visning {
        return visning;
    }
    match data(tabel, &Role::Accent) {
        Some(data) if gains(tabel, &data) => {
            if says_more(tabel, &data) {
                Visning::Begge
            } else {
                Visning::Diagram
            }
        }
        _ => Visning::Tabel,
    }
}

/// The footnote mark at a table's title: its own, or that of its only row where the row is drawn and
/// has no place for it.
#[must_use]
pub fn title_mark(tabel: &Tabel) -> Option<&str> {
    let of_row = || match tabel.raekker.as_slice() {
        [row] if display_of(tabel) == Visning::Diagram => row.maerke.as_deref(),
        _ => None,
    };
    tabel.maerke.as_deref().or_else(of_row)
}

fn gains(tabel: &Tabel, data: &Data) -> bool {
    let values = data.numbers().count();
    let statistic = |name: &str| STATISTICS.contains(&name.trim().to_lowercase().as_str());
    let statistics = rows(tabel).iter().filter(|r| statistic(&r.navn)).count() >= 2;
    let scale = !matches!(data.series.first().map(|s| s.unit), Some(Enhed::Aar));
    let enough = values > 2 || (values == 2 && compares(tabel));
    enough && !statistics && scale && data.series.len() <= 4
}

/// One row, in per cent, of participants and of those that they are compared with. Its mark stands at
/// the title.
fn compares(tabel: &Tabel) -> bool {
    let has = |role| tabel.kolonner.iter().any(|k| k.rolle == Some(role));
    let percent = tabel.kolonner.iter().all(|k| k.enhed == Enhed::Pct);
    let both = has(KolonneRolle::Deltagere) && has(KolonneRolle::Sammenligning);
    tabel.raekker.len() == 1 && both && percent
}

fn says_more(tabel: &Tabel, data: &Data) -> bool {
    let drawn = columns(tabel).len();
    let other_columns = drawn < tabel.kolonner.len();
    let other_rows = rows(tabel).len() < tabel.raekker.len();
    let explained = tabel.raekker.iter().any(|r| r.forklaring.is_some());
    let course = data.ordered
        && data.categories.len() >= 6
        && data.categories.iter().all(|c| super::figure::is_time(&c.name));
    let before = tabel.kolonner.iter().any(|k| k.rolle == Some(KolonneRolle::Resultat));
    let empty = |v: &Value| v.number.is_none();
    let gaps = data.series.iter().any(|s| s.values.iter().all(empty));
    other_columns || other_rows || explained || course || before || gaps
}
