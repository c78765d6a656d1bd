//! Values in their raw form, for spreadsheets: the number alone, and beside it, in columns of their
//! own, unit, state, whether it is an estimate, spread and footnote mark. Used by every CSV file and
//! workbook, so that they cannot tell different things.

use super::model::{Celle, Enhed, Figur, Kolonne, Tabel, Tal, TalTilstand, Tilstand, Vaerdi};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A number.
    Number(Tal),
    /// Words.
    Words(String),
    /// Nothing: the state tells why.
    Nothing,
}

/// A value in its raw form.
#[derive(Debug, Clone, PartialEq)]
pub struct Raw {
    /// The number or the words.
    pub content: Content,
    /// Unit: `%`, `kr.`, `personer`, or the word of the cell itself (`sager`).
    pub unit: String,
    /// State in a word: `endelig`, `mangler`; `streg` where the source prints a dash; empty for words.
    pub state: &'static str,
    /// Whether the number is an estimate.
    pub estimated: bool,
    /// The spread around it, as the source words it.
    pub spread: String,
    /// Footnote mark.
    pub mark: String,
}

/// A raw value with the row and the column that it stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// Row header.
    pub row: String,
    /// Column header.
    pub column: String,
    /// The value.
    pub raw: Raw,
}

impl Raw {
    /// Heads of the columns that [`Self::cells`] fills.
    pub const HEADS: [&'static str; 6] = ["Værdi", "Enhed", "Tilstand", "Anslået", "Spænd", "Note"];

    /// Heads of the columns that tell where a value stands: a [`RawRow`]'s row and column.
    pub const PLACE: [&'static str; 2] = ["Række", "Kolonne"];

    /// A number of this state.
    #[must_use]
    pub fn number(number: Tal, unit: Enhed, state: TalTilstand, mark: &str) -> Self {
        let content =
            if number.f64().is_finite() { Content::Number(number) } else { Content::Nothing };
        Self {
            content,
            unit: unit_word(unit).to_owned(),
            state: state_word(state.into()),
            estimated: state == TalTilstand::Anslaaet,
            spread: String::new(),
            mark: mark.to_owned(),
        }
    }

    /// No number, and why.
    #[must_use]
    pub fn nothing(state: Tilstand, unit: Enhed) -> Self {
        Self {
            content: Content::Nothing,
            unit: unit_word(unit).to_owned(),
            state: state_word(state),
            estimated: false,
            spread: String::new(),
            mark: String::new(),
        }
    }

    /// Words.
    #[must_use]
    pub fn words(words: &str) -> Self {
        Self {
            content: Content::Words(words.to_owned()),
            unit: String::new(),
            state: "",
            estimated: false,
            spread: String::new(),
            mark: String::new(),
        }
    }

    /// What the source prints as a dash: there is nothing to count.
    #[must_use]
    pub fn dash() -> Self {
        Self { content: Content::Nothing, state: "streg", ..Self::words("") }
    }

    /// A value of a series, an amount or a figure.
    #[must_use]
    pub fn of_value(value: &Vaerdi, unit: Enhed) -> Self {
        match value {
            Vaerdi::Tal(tal) => Self::number(*tal, unit, TalTilstand::Endelig, ""),
            Vaerdi::Tom(empty) => Self::nothing((*empty).into(), unit),
            Vaerdi::Fuld(fuld) => {
                Self::number(fuld.tal, unit, fuld.tilstand, value.maerke().unwrap_or_default())
            }
        }
    }

    /// As text for the columns of [`Self::HEADS`].
    #[must_use]
    pub fn cells(&self) -> [String; 6] {
        let content = match &self.content {
            Content::Number(tal) => number(*tal),
            Content::Words(words) => words.clone(),
            Content::Nothing => String::new(),
        };
        let estimated = if self.estimated { "ja" } else { "" };
        [
            content,
            self.unit.clone(),
            self.state.to_owned(),
            estimated.to_owned(),
            self.spread.clone(),
            self.mark.clone(),
        ]
    }
}

/// A number without thousands marks, with decimal comma.
#[must_use]
pub fn number(number: Tal) -> String {
    match number {
        Tal::Hel(n) => n.to_string(),
        Tal::Decimal(x) if x.is_finite() => x.to_string().replace('.', ","),
        Tal::Decimal(_) => String::new(),
    }
}

/// The word of a unit.
#[must_use]
pub fn unit_word(unit: Enhed) -> &'static str {
    match unit {
        Enhed::Antal => "antal",
        Enhed::Personer => "personer",
        Enhed::Pct => "%",
        Enhed::Kr => "kr.",
        Enhed::Aar => "år",
        Enhed::Dage => "dage",
        Enhed::Timer => "timer",
        Enhed::Maaneder => "måneder",
        Enhed::Tekst => "",
    }
}

/// The word of a state.
#[must_use]
pub fn state_word(state: Tilstand) -> &'static str {
    match state {
        Tilstand::Endelig => "endelig",
        Tilstand::Foreloebig => "foreløbig",
        Tilstand::Anslaaet => "anslået",
        Tilstand::Mangler => "mangler",
        Tilstand::Udfyldes => "udfyldes",
        Tilstand::Diskretion => "diskretion",
    }
}

/// Every cell of a table, row by row; a pair of numbers is two values.
#[must_use]
pub fn of_table(tabel: &Tabel) -> Vec<RawRow> {
    let mut rows = Vec::new();
    for row in &tabel.raekker {
        for (column, cell) in tabel.kolonner.iter().zip(&row.celler) {
            let unit = row.enhed.unwrap_or(column.enhed);
            let cells = of_cell(column, cell, unit);
            rows.extend(cells.into_iter().map(|(column, raw)| RawRow {
                row: row.navn.clone(),
                column,
                raw,
            }));
        }
    }
    rows
}

fn of_cell(column: &Kolonne, cell: &Celle, unit: Enhed) -> Vec<(String, Raw)> {
    let raw = match cell {
        Celle::Tal(number) => Raw::number(*number, unit, TalTilstand::Endelig, ""),
        Celle::Tom(empty) => Raw::nothing((*empty).into(), unit),
        Celle::Tekst(tekst) if tekst == "-" => Raw::dash(),
        Celle::Tekst(tekst) => Raw::words(tekst),
        Celle::Par(par) => {
            let names = column.pair_names();
            let raw = |number: Tal| Raw::number(number, unit, TalTilstand::Endelig, "");
            let pairs = names.into_iter().zip(par.par);
            return pairs.map(|(name, number)| (grouped(column, &name), raw(number))).collect();
        }
        Celle::Fuld(fuld) => {
            let mark = cell.maerke().unwrap_or_default();
            let mut raw = Raw::number(fuld.tal, unit, fuld.tilstand, mark);
            raw.spread = fuld.spaend.clone().unwrap_or_default();
            raw.unit = fuld.ord.clone().unwrap_or(raw.unit);
            raw
        }
    };
    vec![(grouped(column, &column.navn), raw)]
}

/// A column's name with that of its group.
fn grouped(column: &Kolonne, name: &str) -> String {
    match &column.gruppe {
        Some(gruppe) => format!("{gruppe}: {name}"),
        None => name.to_owned(),
    }
}

/// Every value of a figure: categories as rows, series as columns.
#[must_use]
pub fn of_figure(figur: &Figur) -> Vec<RawRow> {
    let mut rows = Vec::new();
    for (nr, category) in figur.kategorier.iter().enumerate() {
        for serie in &figur.serier {
            let raw = serie.vaerdier.get(nr).map_or_else(
                || Raw::nothing(Tilstand::Mangler, figur.enhed),
                |value| Raw::of_value(value, figur.enhed),
            );
            rows.push(RawRow { row: category.clone(), column: serie.navn.clone(), raw });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::{FuldCelle, FuldVaerdi, Tom};

    #[test]
    fn unit_state_and_estimate_have_columns_of_their_own() {
        let estimate = Vaerdi::Fuld(FuldVaerdi {
            tal: Tal::Decimal(12.5),
            tilstand: TalTilstand::Anslaaet,
            maerke: Some("*".into()),
        });
        let cells = Raw::of_value(&estimate, Enhed::Pct).cells();
        assert_eq!(cells, ["12,5", "%", "anslået", "ja", "", "*"]);
        let withheld = Vaerdi::Tom(Tom::Diskretion);
        let cells = Raw::of_value(&withheld, Enhed::Personer).cells();
        assert_eq!(cells, ["", "personer", "diskretion", "", "", ""]);
    }

    #[test]
    fn a_cell_keeps_its_own_word_and_spread() {
        let column = Kolonne {
            navn: "Sager".into(),
            gruppe: Some("2023".into()),
            enhed: Enhed::Antal,
            rolle: None,
            maerke: None,
        };
        let cell = Celle::Fuld(FuldCelle {
            tal: Tal::Hel(53),
            ord: Some("sigtelser".into()),
            spaend: Some("1-274".into()),
            tilstand: TalTilstand::Endelig,
            maerke: None,
        });
        let cells = of_cell(&column, &cell, Enhed::Antal);
        let [(head, raw)] = cells.as_slice() else { panic!("one value") };
        assert_eq!(head, "2023: Sager");
        assert_eq!(raw.cells(), ["53", "sigtelser", "endelig", "", "1-274", ""]);
        let dash = of_cell(&column, &Celle::Tekst("-".into()), Enhed::Antal);
        assert_eq!(dash[0].1.cells(), ["", "", "streg", "", "", ""]);
    }
}
