//! Tables as rules see them: columns of numbers with their rows.

use crate::report::model::{
    Blok, Celle, Enhed, Indsats, KolonneRolle, Raekke, RaekkeRolle, Tabel, Tilstand,
};
use crate::text;
use crate::words::Text;

/// A number in a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CellValue<'a> {
    /// Row number.
    pub nr: usize,
    /// The row.
    pub row: &'a Raekke,
    /// The number, unless the cell holds none.
    pub number: Option<f64>,
    /// Decimals that it is written with.
    pub decimals_of: u32,
    /// State.
    pub state: Tilstand,
}

/// The tables of an indsats, each with its block's number and path.
pub(crate) fn tables_of(i: &Indsats) -> impl Iterator<Item = (usize, String, &Tabel)> {
    i.blokke().enumerate().filter_map(|(nr, (path, blok))| match blok {
        Blok::Tabel(t) => Some((nr, path, t)),
        _ => None,
    })
}

/// One column, rows of another unit left out.
pub(crate) fn numbers_in(t: &Tabel, nr: usize) -> Vec<CellValue<'_>> {
    let Some(column) = t.kolonner.get(nr) else { return Vec::new() };
    t.raekker
        .iter()
        .enumerate()
        .filter(|(_, r)| r.enhed.is_none_or(|e| e == column.enhed))
        .filter_map(|(n, row)| {
            let cell = row.celler.get(nr)?;
            let tal = tal(cell);
            Some(CellValue {
                nr: n,
                row,
                number: tal,
                decimals_of: tal.map_or(0, decimals_of),
                state: cell.tilstand(),
            })
        })
        .collect()
}

/// The number of a cell, where it holds exactly one.
pub(crate) fn tal(cell: &Celle) -> Option<f64> {
    cell.tal().map(crate::report::model::Tal::f64)
}

/// True where the cell's number is not known.
pub(crate) fn ukendt(p: &CellValue<'_>) -> bool {
    matches!(p.state, Tilstand::Mangler | Tilstand::Udfyldes | Tilstand::Diskretion)
}

/// Decimals that a number is written with, at most six.
pub(crate) fn decimals_of(x: f64) -> u32 {
    let written = x.abs().to_string();
    let n = written.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    u32::try_from(n.min(6)).unwrap_or(6)
}

/// The step between two numbers with so many decimals.
pub(crate) fn trin(decimals: u32) -> f64 {
    1.0 / f64::from(10_u32.pow(decimals.min(6)))
}

/// True for units that count whole things, where no rounding excuses a wrong sum.
pub(crate) fn is_counted(enhed: Enhed) -> bool {
    matches!(enhed, Enhed::Antal | Enhed::Personer | Enhed::Kr)
}

/// Path of a cell.
pub(crate) fn cell(path: &str, row: usize, column: usize) -> String {
    format!("{path}.raekker[{row}].celler[{column}]")
}

/// The first row with that role.
pub(crate) fn row_with(t: &Tabel, role: RaekkeRolle) -> Option<(usize, &Raekke)> {
    t.raekker.iter().enumerate().find(|(_, r)| r.rolle == role)
}

/// The first column with that role.
pub(crate) fn column_with(t: &Tabel, role: KolonneRolle) -> Option<usize> {
    t.kolonner.iter().position(|k| k.rolle == Some(role))
}

/// A column's name for messages, empty where the table has one unnamed column.
pub(crate) fn column_name(t: &Tabel, nr: usize) -> Text {
    match t.kolonner.get(nr) {
        Some(k) if !k.navn.is_empty() => match &k.gruppe {
            Some(gruppe) => text!("in-column", name = format!("{gruppe}: {}", k.navn)),
            None => text!("in-column", name = &k.navn),
        },
        _ => Text::from(""),
    }
}
