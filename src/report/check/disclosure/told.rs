//! What a page tells about withheld counts: every total, subtotal, mean, base and percentage of a
//! known base is an equation, and so is the same count told elsewhere.

use super::solve::{Equation, System, Unknown};
use crate::report::check::sums::EPS;
use crate::report::check::tables::{CellValue, cell, decimals_of, numbers_in, tal, trin};
use crate::report::check::{dk, written};
use crate::report::model::{
    Blok, Celle, Enhed, Figur, Indsats, KolonneRolle, RaekkeRolle, Serie, Tabel, Tilstand, Vaerdi,
};
use crate::text;
use crate::words::{Text, plain};

/// A cell as an equation sees it.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Known(f64),
    Unknown(usize),
    /// Not there, or words: no equation can be made with it.
    Open,
}

/// Everything that an indsats tells about its withheld counts.
pub(crate) fn system(i: &Indsats) -> System {
    let mut s = Builder::default();
    for (n, serie) in i.brugere.serie.iter().enumerate() {
        s.series(n, serie);
    }
    for (path, blok) in i.blokke() {
        match blok {
            Blok::Tabel(t) => s.table(&path, t),
            Blok::Figur(f) => s.figure(&path, f),
            _ => {}
        }
    }
    s.elsewhere();
    s.system
}

#[derive(Default)]
struct Builder {
    system: System,
    /// Every count with what it is of and its year, for the same count told twice.
    told: Vec<(String, i32, Cell, Text)>,
}

impl Builder {
    fn unknown(&mut self, field: String, name: String, small: bool) -> usize {
        self.system.unknowns.push(Unknown { field, name, small });
        self.system.unknowns.len() - 1
    }

    /// A sum of weighted cells that is nothing, within a slack to both sides.
    fn equation(&mut self, cells: &[(Cell, i64)], slack: f64, words: Text) {
        let (mut terms, mut known) = (Vec::new(), 0.0);
        for (cell, weight) in cells {
            match cell {
                Cell::Known(x) => known += x * *weight as f64,
                Cell::Unknown(u) => terms.push((*u, *weight)),
                Cell::Open => return,
            }
        }
        if !terms.is_empty() {
            let (low, high) = (-known - slack, -known + slack);
            self.system.equations.push(Equation { terms, low, high, words });
        }
    }

    fn series(&mut self, n: usize, serie: &Serie) {
        for (year, value) in serie.aar() {
            let cell = match (value.tilstand(), value.tal()) {
                (Tilstand::Diskretion, _) => Cell::Unknown(self.unknown(
                    format!("brugere.serie[{n}].vaerdier.{year}"),
                    format!("{} {year}", serie.navn),
                    true,
                )),
                (_, Some(x)) => Cell::Known(x.f64()),
                (_, None) => Cell::Open,
            };
            for label in [&serie.navn, &serie.taeller] {
                let place = text!("told-series", name = &serie.navn);
                self.told.push((label.to_lowercase(), year, cell, place));
            }
        }
    }

    fn table(&mut self, path: &str, t: &Tabel) {
        let withheld = |c: &Celle| c.tilstand() == Tilstand::Diskretion;
        let any = t.raekker.iter().flat_map(|r| &r.celler).any(withheld);
        let mut cells: Vec<Vec<Cell>> = Vec::new();
        for (r, row) in t.raekker.iter().enumerate() {
            let mut line = Vec::new();
            for (k, c) in row.celler.iter().enumerate() {
                line.push(match (c.tilstand(), tal(c), c) {
                    (Tilstand::Diskretion, ..) => Cell::Unknown(self.unknown(
                        cell(path, r, k),
                        name(t, r, k),
                        row.rolle == RaekkeRolle::Data && !is_total(t, k),
                    )),
                    (_, Some(x), _) => Cell::Known(x),
                    // A printed dash: nothing was counted.
                    (_, None, Celle::Tekst(dash)) if dash == "-" => Cell::Known(0.0),
                    _ => Cell::Open,
                });
            }
            cells.push(line);
        }
        self.tell_cells(t, &cells);
        if any {
            for k in 0..t.kolonner.len() {
                self.down(t, &cells, k);
                self.percentages(t, &cells, k);
            }
            self.across(t, &cells);
        }
    }

    /// Totals, subtotals and means of a column.
    fn down(&mut self, t: &Tabel, cells: &[Vec<Cell>], k: usize) {
        let cell = |p: &CellValue<'_>| cells.get(p.nr).and_then(|r| r.get(k)).copied();
        let cell = |p: &CellValue<'_>| cell(p).unwrap_or(Cell::Open);
        let (mut since_total, mut since_subtotal, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for p in &numbers_in(t, k) {
            let parts = match p.row.rolle {
                RaekkeRolle::Data => {
                    for list in [&mut since_total, &mut since_subtotal, &mut all] {
                        list.push((cell(p), 1));
                    }
                    continue;
                }
                RaekkeRolle::Total => std::mem::take(&mut since_total),
                RaekkeRolle::Subtotal => std::mem::take(&mut since_subtotal),
                RaekkeRolle::Gennemsnit => {
                    let rows = all.len();
                    let slack = rows as f64 * trin(p.decimals_of) / 2.0;
                    let words = text!("told-mean", value = shown(p.number), rows = rows);
                    let mean = (cell(p), -i64::try_from(rows).unwrap_or(0));
                    let parts: Vec<_> = all.iter().copied().chain([mean]).collect();
                    self.equation(&parts, slack, words);
                    continue;
                }
                RaekkeRolle::Grundlag => continue,
            };
            if p.row.rolle == RaekkeRolle::Total {
                since_subtotal.clear();
            }
            let words = text!("told-sum", row = &p.row.navn, value = shown(p.number));
            let parts: Vec<_> = parts.into_iter().chain([(cell(p), -1)]).collect();
            self.equation(&parts, EPS, words);
        }
    }

    /// Totals of rows, in columns that are the sum of others.
    fn across(&mut self, t: &Tabel, cells: &[Vec<Cell>]) {
        for (total, column) in t.kolonner.iter().enumerate().filter(|(k, _)| is_total(t, *k)) {
            let parts = parts_of(t, total);
            for (r, line) in cells.iter().enumerate() {
                let at = |k: usize| line.get(k).copied().unwrap_or(Cell::Open);
                let sum: Vec<_> =
                    parts.iter().map(|k| (at(*k), 1)).chain([(at(total), -1)]).collect();
                let row = t.raekker.get(r).map_or("", |row| row.navn.as_str());
                let words = text!("told-across", column = &column.navn, row = row);
                self.equation(&sum, EPS, words);
            }
        }
    }

    /// A withheld count beside its own percentage of a known whole.
    fn percentages(&mut self, t: &Tabel, cells: &[Vec<Cell>], k: usize) {
        if t.kolonner.get(k).is_none_or(|c| c.enhed == Enhed::Pct) {
            return;
        }
        let Some(base) = base(t, k) else { return };
        let of_base = t.kolonner.iter().enumerate().filter(|(_, c)| c.enhed == Enhed::Pct);
        for (percent, column) in of_base.filter(|(p, _)| agree(t, k, *p, base)) {
            for line in cells {
                let (Some(cell @ Cell::Unknown(_)), Some(Cell::Known(p))) =
                    (line.get(k).copied(), line.get(percent).copied())
                else {
                    continue;
                };
                let slack = base * trin(decimals_of(p)) / 2.0;
                let words =
                    text!("told-percent", column = &column.navn, percent = dk(p), base = dk(base));
                self.equation(&[(cell, 100), (Cell::Known(p * base), -1)], slack, words);
            }
        }
    }

    fn figure(&mut self, path: &str, f: &Figur) {
        let (Some(n), [serie]) = (f.n, f.serier.as_slice()) else { return };
        if matches!(f.enhed, Enhed::Pct | Enhed::Tekst) {
            return;
        }
        let mut cells = Vec::new();
        for (k, value) in serie.vaerdier.iter().enumerate() {
            let name = f.kategorier.get(k).cloned().unwrap_or_default();
            let cell = match (value.tilstand(), Vaerdi::tal(value)) {
                (Tilstand::Diskretion, _) => {
                    let field = format!("{path}.serier[0].vaerdier[{k}]");
                    Cell::Unknown(self.unknown(field, format!("{}: {name}", f.titel), true))
                }
                (_, Some(x)) => Cell::Known(x.f64()),
                (_, None) => Cell::Open,
            };
            cells.push((cell, 1));
        }
        cells.push((Cell::Known(n as f64), -1));
        self.equation(&cells, EPS, text!("told-figure", n = plain(n)));
    }

    /// Notes the counts of a table that have a name and a year.
    fn tell_cells(&mut self, t: &Tabel, cells: &[Vec<Cell>]) {
        let period = t.periode.as_deref().and_then(year).or_else(|| year(&t.titel));
        for (row, line) in t.raekker.iter().zip(cells) {
            for (column, cell) in t.kolonner.iter().zip(line) {
                let (label, at) = match (year(&row.navn), year(&column.navn)) {
                    (Some(at), _) => (&column.navn, Some(at)),
                    (None, Some(at)) => (&row.navn, Some(at)),
                    (None, None) => (&row.navn, period),
                };
                let unit = row.enhed.unwrap_or(column.enhed);
                let counts = matches!(unit, Enhed::Antal | Enhed::Personer);
                if let (Some(at), true, false) = (at, counts, label.trim().is_empty()) {
                    let place = text!("told-table", title = &t.titel);
                    self.told.push((label.to_lowercase(), at, *cell, place));
                }
            }
        }
    }

    /// The same count told in two places is one count.
    fn elsewhere(&mut self) {
        let told = std::mem::take(&mut self.told);
        for (n, (label, at, cell, place)) in told.iter().enumerate() {
            if !matches!(cell, Cell::Unknown(_)) {
                continue;
            }
            for (m, (other, year, value, elsewhere)) in told.iter().enumerate() {
                let same = other == label && year == at && elsewhere != place;
                let first = matches!(value, Cell::Known(_)) || n < m;
                if same && first {
                    let words = text!("told-elsewhere", place = elsewhere, year = plain(*at));
                    self.equation(&[(*cell, 1), (*value, -1)], EPS, words);
                }
            }
        }
    }
}

fn shown(number: Option<f64>) -> String {
    number.map(|x| format!(" ({})", written(x))).unwrap_or_default()
}

fn name(t: &Tabel, r: usize, k: usize) -> String {
    let row = t.raekker.get(r).map_or("", |row| row.navn.as_str());
    match t.kolonner.get(k).map(|c| c.navn.as_str()) {
        Some("") | None => row.to_owned(),
        Some(column) => format!("{row}, {column}"),
    }
}

/// The year that words name, where they are a year or end in one.
fn year(words: &str) -> Option<i32> {
    let last = words.rsplit(|c: char| !c.is_ascii_digit()).find(|w| w.len() == 4)?;
    last.parse().ok().filter(|y| (1990..=2100).contains(y))
}

/// The columns that a total adds up: those of its unit, and of its group where it has one.
fn parts_of(t: &Tabel, total: usize) -> Vec<usize> {
    let Some(sum) = t.kolonner.get(total) else { return Vec::new() };
    let part = |(k, c): &(usize, &crate::report::model::Kolonne)| {
        let same = c.enhed == sum.enhed && (sum.gruppe.is_none() || c.gruppe == sum.gruppe);
        *k != total && same && c.rolle != Some(KolonneRolle::Total)
    };
    t.kolonner.iter().enumerate().filter(part).map(|(k, _)| k).collect()
}

/// Whether a column is the sum of others: by its role, or because it is so in every row of which
/// all is known, and there are two such rows at least.
fn is_total(t: &Tabel, k: usize) -> bool {
    let Some(column) = t.kolonner.get(k) else { return false };
    match column.rolle {
        Some(role) => role == KolonneRolle::Total,
        None if matches!(column.enhed, Enhed::Antal | Enhed::Personer) => {
            let parts = parts_of(t, k);
            let mut rows = 0;
            for row in &t.raekker {
                let at = |k: usize| row.celler.get(k).and_then(tal);
                let all: Option<Vec<f64>> = parts.iter().map(|k| at(*k)).collect();
                let (Some(all), Some(sum)) = (all, at(k)) else { continue };
                if (all.iter().sum::<f64>() - sum).abs() > EPS || sum < EPS {
                    return false;
                }
                rows += 1;
            }
            parts.len() >= 2 && rows >= 2
        }
        None => false,
    }
}

/// The whole that a column's percentages are of: its total, else the table's base.
fn base(t: &Tabel, k: usize) -> Option<f64> {
    let row = |role: RaekkeRolle| {
        let mut rows = t.raekker.iter().filter(|r| r.rolle == role);
        rows.find_map(|r| r.celler.get(k).and_then(tal))
    };
    row(RaekkeRolle::Total).or_else(|| row(RaekkeRolle::Grundlag)).filter(|n| *n > EPS)
}

/// Whether a column of percentages tells the shares of a column of counts: it does in every row
/// where both are known; where there is no such row, where they are the only two columns.
fn agree(t: &Tabel, counts: usize, percent: usize, base: f64) -> bool {
    let mut seen = false;
    for row in t.raekker.iter().filter(|r| r.rolle == RaekkeRolle::Data) {
        let at = |k: usize| row.celler.get(k).and_then(tal);
        if let (Some(count), Some(p)) = (at(counts), at(percent)) {
            seen = true;
            if (count / base * 100.0 - p).abs() > trin(decimals_of(p)) / 2.0 + EPS {
                return false;
            }
        }
    }
    seen || t.kolonner.len() == 2
}
