//! The numbers behind a figure as a table: as printed, and raw for CSV.

use super::spec::{Data, Figure, State, Value};
use crate::report::danish;
use crate::report::model::{Celle, Enhed, Raekke, Tabel, Tal};

/// A table of words and numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChartTable {
    /// Heads, the row headers' column first.
    pub hoved: Vec<String>,
    /// Rows in Danish form, as many cells as heads.
    pub raekker: Vec<Vec<String>>,
    /// The same rows with raw numbers: decimal comma, no thousands marks, empty where there is
    /// no number.
    pub raa: Vec<Vec<String>>,
}

impl ChartTable {
    /// The numbers behind a figure.
    #[must_use]
    pub fn of(figure: &Figure) -> Self {
        match figure {
            Figure::Columns(data)
            | Figure::Lines(data)
            | Figure::Rows(data)
            | Figure::Shares(data)
            | Figure::Slope(data)
            | Figure::Waffle(data) => of_data(data),
            Figure::Small(panels, _) => {
                of_panels(&panels.iter().map(|p| (p.title.as_str(), &p.data)).collect::<Vec<_>>())
            }
            Figure::Strip(dots, ..) => Self::plain(
                &["Indsats", "Kroner"],
                dots.iter().map(|d| (d.name.clone(), Tal::Hel(d.amount), Enhed::Kr)),
            ),
            Figure::Matrix(rows, columns) => of_matrix(rows, columns),
            Figure::Map(map) => of_map(map),
        }
    }

    /// A table of the report, with all its rows and columns.
    #[must_use]
    pub fn of_tabel(tabel: &Tabel) -> Self {
        let head = |navn: &str, gruppe: Option<&String>, maerke: Option<&String>| {
            let gruppe = gruppe.map(|g| format!("{g}: ")).unwrap_or_default();
            let maerke = maerke.map(String::as_str).unwrap_or_default();
            danish::typografi(&format!("{gruppe}{navn}{maerke}"))
        };
        let columns = tabel.kolonner.iter();
        let columns = columns.map(|k| head(&k.navn, k.gruppe.as_ref(), k.maerke.as_ref()));
        let hoved = std::iter::once(danish::typografi(&tabel.raekkehoved)).chain(columns).collect();
        let row = |r: &Raekke, form: fn(&Celle, Enhed) -> String| {
            let unit = |i: usize| {
                r.enhed.or_else(|| tabel.kolonner.get(i).map(|k| k.enhed)).unwrap_or_default()
            };
            let cells = r.celler.iter().enumerate().map(|(i, c)| form(c, unit(i)));
            std::iter::once(head(&r.navn, None, r.maerke.as_ref())).chain(cells).collect()
        };
        Self {
            hoved,
            raekker: tabel.raekker.iter().map(|r| row(r, danish::celle)).collect(),
            raa: tabel.raekker.iter().map(|r| row(r, |c, _| raw_cell(c))).collect(),
        }
    }

    /// As CSV: semicolons, quotes where needed, CRLF, UTF-8 (RFC 4180 in its Danish form, which
    /// spreadsheets open right).
    #[must_use]
    pub fn csv(&self) -> String {
        let field = |text: &String| {
            if text.contains([';', '"', '\n', '\r']) {
                format!("\"{}\"", text.replace('"', "\"\""))
            } else {
                text.clone()
            }
        };
        let line = |cells: &Vec<String>| cells.iter().map(field).collect::<Vec<_>>().join(";");
        let lines = std::iter::once(&self.hoved).chain(&self.raa).map(line);
        lines.map(|l| l + "\r\n").collect()
    }

    fn plain(hoved: &[&str], rows: impl Iterator<Item = (String, Tal, Enhed)>) -> Self {
        let (raekker, raa) = rows
            .map(|(name, tal, unit)| {
                (vec![name.clone(), danish::med_enhed(tal, unit)], vec![name, raw(tal)])
            })
            .unzip();
        Self { hoved: hoved.iter().map(|h| (*h).to_owned()).collect(), raekker, raa }
    }
}

/// A number without thousands marks, with decimal comma.
fn raw(tal: Tal) -> String {
    match tal {
        Tal::Hel(n) => n.to_string(),
        Tal::Decimal(x) if x.is_finite() => x.to_string().replace('.', ","),
        Tal::Decimal(_) => String::new(),
    }
}

fn raw_cell(celle: &Celle) -> String {
    match celle {
        Celle::Par(par) => par.par.map(raw).join(" / "),
        Celle::Tekst(text) => text.clone(),
        Celle::Tal(_) | Celle::Fuld(_) => celle.tal().map(raw).unwrap_or_default(),
    }
}

/// A value with its state in words.
fn printed(value: &Value, unit: Enhed) -> String {
    match (value.number, value.state) {
        (_, State::Withheld) => danish::UKENDT.to_owned(),
        (None, State::None) => danish::STREG.to_owned(),
        (None, _) => danish::UKENDT.to_owned(),
        (Some(number), state) => {
            let form = danish::med_enhed(number.tal(), unit);
            match state {
                State::Estimated => format!("ca.\u{a0}{form}{}", value.mark),
                State::Preliminary => format!("{form}{} (foreløbigt)", value.mark),
                _ => format!("{form}{}", value.mark),
            }
        }
    }
}

fn raw_value(value: &Value) -> String {
    value.number.map(|n| raw(n.tal())).unwrap_or_default()
}

fn of_data(data: &Data) -> ChartTable {
    let name = |s: &super::spec::Series| match (s.panel.is_empty(), s.panel == s.name) {
        (true, _) | (_, true) => s.name.clone(),
        (false, false) => format!("{}: {}", s.panel, s.name),
    };
    let hoved = std::iter::once(String::new()).chain(data.series.iter().map(name)).collect();
    let row = |i: usize, form: &dyn Fn(&Value, Enhed) -> String| {
        let cells = data.series.iter().map(|s| s.values.get(i).map(|v| form(v, s.unit)));
        cells.map(Option::unwrap_or_default).collect::<Vec<_>>()
    };
    let rows = |form: &dyn Fn(&Value, Enhed) -> String| {
        let named = data.categories.iter().enumerate();
        let full = |(i, k): (usize, &super::spec::Category)| {
            std::iter::once(k.name.clone()).chain(row(i, form)).collect()
        };
        named.map(full).collect()
    };
    ChartTable { hoved, raekker: rows(&printed), raa: rows(&|v, _| raw_value(v)) }
}

/// Panels one a row, over the categories of all.
fn of_panels(panels: &[(&str, &Data)]) -> ChartTable {
    let mut heads: Vec<String> = Vec::new();
    for (_, data) in panels {
        for k in &data.categories {
            if !heads.contains(&k.name) {
                heads.push(k.name.clone());
            }
        }
    }
    if panels.iter().all(|(_, d)| d.ordered) {
        heads.sort();
    }
    let cell = |data: &Data, head: &String, form: &dyn Fn(&Value, Enhed) -> String| {
        let at = data.categories.iter().position(|k| k.name == *head)?;
        data.series.first().and_then(|s| s.values.get(at).map(|v| form(v, s.unit)))
    };
    let rows = |form: &dyn Fn(&Value, Enhed) -> String| {
        let full = |(title, data): &(&str, &Data)| {
            let cells = heads.iter().map(|h| cell(data, h, form).unwrap_or_default());
            std::iter::once((*title).to_owned()).chain(cells).collect()
        };
        panels.iter().map(full).collect()
    };
    let hoved = std::iter::once(String::new()).chain(heads.iter().cloned()).collect();
    ChartTable { hoved, raekker: rows(&printed), raa: rows(&|v, _| raw_value(v)) }
}

fn of_matrix(rows: &[(String, Vec<u8>)], columns: &[(u8, String)]) -> ChartTable {
    let heads = columns.iter().map(|(_, name)| name.clone());
    let row = |yes: &'static str| {
        move |(name, marks): &(String, Vec<u8>)| {
            let cells = columns
                .iter()
                .map(|(nr, _)| if marks.contains(nr) { yes.to_owned() } else { String::new() });
            std::iter::once(name.clone()).chain(cells).collect()
        }
    };
    ChartTable {
        hoved: std::iter::once("Indsats".to_owned()).chain(heads).collect(),
        raekker: rows.iter().map(row("ja")).collect(),
        raa: rows.iter().map(row("1")).collect(),
    }
}

fn of_map(map: &super::spec::Map) -> ChartTable {
    if map.districts.iter().any(|d| d.count.is_some()) {
        let count = |n: usize| Tal::Hel(i64::try_from(n).unwrap_or(i64::MAX));
        let rows = map.districts.iter();
        let rows = rows.map(|d| (d.name.clone(), count(d.count.unwrap_or(0)), Enhed::Antal));
        return ChartTable::plain(&["Bydel", "Indsatser"], rows);
    }
    let row = |d: &super::spec::District| {
        vec![d.name.clone(), if d.on { "ja" } else { "nej" }.to_owned()]
    };
    let rows: Vec<_> = map.districts.iter().map(row).collect();
    let hoved = vec!["Bydel".to_owned(), "Indsatsen er her".to_owned()];
    ChartTable { hoved, raekker: rows.clone(), raa: rows }
}
