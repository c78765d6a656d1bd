//! Values: a number with its unit and state, never a formatted string.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a number is worth as evidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tilstand {
    /// Counted and final.
    #[default]
    Endelig,
    /// Counted, but may still change; drawn and printed as preliminary.
    Foreloebig,
    /// An estimate; drawn hatched and printed with `ca.`.
    Anslaaet,
    /// The value exists but is not known here. Missing is not zero.
    Mangler,
    /// Next year's value, still to be filled in by the forvaltning.
    Udfyldes,
    /// Withheld, because it would tell about too few persons.
    Diskretion,
}

/// How sure a number is that is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TalTilstand {
    /// Counted and final.
    #[default]
    Endelig,
    /// Counted, but may still change; drawn and printed as preliminary.
    Foreloebig,
    /// An estimate; drawn hatched and printed with `ca.`.
    Anslaaet,
}

impl From<TalTilstand> for Tilstand {
    fn from(state: TalTilstand) -> Self {
        match state {
            TalTilstand::Endelig => Self::Endelig,
            TalTilstand::Foreloebig => Self::Foreloebig,
            TalTilstand::Anslaaet => Self::Anslaaet,
        }
    }
}

/// A state that stands where a number would have stood. Nothing that holds it can hold a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tom {
    /// The value exists but is not known here. Missing is not zero.
    Mangler,
    /// Next year's value, still to be filled in by the forvaltning.
    Udfyldes,
    /// Withheld, because it would tell about too few persons.
    Diskretion,
}

impl Tom {
    /// The words of the data for them.
    pub const ORD: [&str; 3] = ["mangler", "udfyldes", "diskretion"];
}

impl From<Tom> for Tilstand {
    fn from(empty: Tom) -> Self {
        match empty {
            Tom::Mangler => Self::Mangler,
            Tom::Udfyldes => Self::Udfyldes,
            Tom::Diskretion => Self::Diskretion,
        }
    }
}

/// A number, whole or decimal.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Tal {
    /// A whole number.
    Hel(i64),
    /// A decimal number, finite.
    Decimal(f64),
}

impl Tal {
    /// The number as a float, for charts and shares.
    #[must_use]
    pub fn f64(self) -> f64 {
        match self {
            Self::Hel(n) => n as f64,
            Self::Decimal(x) => x,
        }
    }
}

/// One value of a series, an amount or a figure: `272`, `12.4`, `"mangler"`
/// or `{ tal = 55, tilstand = "anslaaet", maerke = "*" }`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Vaerdi {
    /// A final number.
    Tal(Tal),
    /// No number, and why.
    Tom(Tom),
    /// A number with its state, or with a footnote mark.
    Fuld(FuldVaerdi),
}

/// The long form of a [`Vaerdi`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FuldVaerdi {
    /// The number.
    #[schemars(extend("x-example" = "55"))]
    pub tal: Tal,
    /// How sure it is; final when left out.
    #[serde(default)]
    #[schemars(extend("x-setting" = true, "x-example" = r#""anslaaet""#))]
    pub tilstand: TalTilstand,
    /// Footnote mark (`*`), whose note stands in the same block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true))]
    pub maerke: Option<String>,
}

impl Vaerdi {
    /// The number, unless it is missing, to be filled in or withheld.
    #[must_use]
    pub fn tal(&self) -> Option<Tal> {
        match self {
            Self::Tal(tal) => Some(*tal),
            Self::Tom(_) => None,
            Self::Fuld(fuld) => Some(fuld.tal),
        }
    }

    /// The state of the value.
    #[must_use]
    pub fn tilstand(&self) -> Tilstand {
        match self {
            Self::Tal(_) => Tilstand::Endelig,
            Self::Tom(empty) => (*empty).into(),
            Self::Fuld(fuld) => fuld.tilstand.into(),
        }
    }

    /// The footnote mark, where there is one.
    #[must_use]
    pub fn maerke(&self) -> Option<&str> {
        match self {
            Self::Fuld(fuld) => fuld.maerke.as_deref(),
            Self::Tal(_) | Self::Tom(_) => None,
        }
    }
}

/// What a number counts or measures. Decides how it is printed
/// (`30,6 %`, `1.523`, `5,9 mio. kr.`) and which values compare.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Enhed {
    /// A count of things.
    #[default]
    Antal,
    /// A count of persons: falls under disclosure control.
    Personer,
    /// Percent, 0 to 100.
    Pct,
    /// Danish kroner.
    Kr,
    /// Years of age.
    Aar,
    /// Days.
    Dage,
    /// Hours.
    Timer,
    /// Months.
    Maaneder,
    /// No number at all: words.
    Tekst,
}

/// One table cell: a number, a state, words, `"-"` (the source prints a dash), or the long form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Celle {
    /// A number in the column's (or row's) unit.
    Tal(Tal),
    /// No number, and why.
    Tom(Tom),
    /// Words; `"-"` is a printed dash, `""` an empty cell.
    Tekst(String),
    /// Two numbers that stand together: `{ par = [30.6, 32.4] }` prints `30,6 % / 32,4 %`.
    Par(ParCelle),
    /// A number with its own unit word, state or footnote mark.
    Fuld(FuldCelle),
}

/// Two numbers in one cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ParCelle {
    /// The two numbers, in the order of the column's name (`Offentlige/Privat`).
    #[schemars(extend("x-label" = "læses parvis", "x-example" = "[30.6, 32.4]"))]
    pub par: [Tal; 2],
}

/// The long form of a [`Celle`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FuldCelle {
    /// The number.
    #[schemars(extend("x-example" = "53"))]
    pub tal: Tal,
    /// The word that follows it: `16 sager`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-example" = r#""sigtelser""#))]
    pub ord: Option<String>,
    /// The spread around it, printed `(spænd 17½-46 år)`, words as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "spænd", "x-example" = r#""1-274 sigtelser""#))]
    pub spaend: Option<String>,
    /// How sure the number is; final when left out.
    #[serde(default)]
    #[schemars(extend("x-setting" = true, "x-example" = r#""anslaaet""#))]
    pub tilstand: TalTilstand,
    /// Footnote mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-label" = "notemærke", "x-setting" = true))]
    pub maerke: Option<String>,
}

impl Celle {
    /// The single number of the cell, where it holds exactly one.
    #[must_use]
    pub fn tal(&self) -> Option<Tal> {
        match self {
            Self::Tal(tal) => Some(*tal),
            Self::Fuld(fuld) => Some(fuld.tal),
            Self::Tom(_) | Self::Tekst(_) | Self::Par(_) => None,
        }
    }

    /// The state; that of words is final.
    #[must_use]
    pub fn tilstand(&self) -> Tilstand {
        match self {
            Self::Tal(_) | Self::Par(_) | Self::Tekst(_) => Tilstand::Endelig,
            Self::Tom(empty) => (*empty).into(),
            Self::Fuld(fuld) => fuld.tilstand.into(),
        }
    }

    /// The footnote mark, where there is one.
    #[must_use]
    pub fn maerke(&self) -> Option<&str> {
        match self {
            Self::Fuld(fuld) => fuld.maerke.as_deref(),
            Self::Tal(_) | Self::Tom(_) | Self::Tekst(_) | Self::Par(_) => None,
        }
    }

    /// Whether it holds words for people: neither a number, nor a state, nor a dash, nor nothing.
    #[must_use]
    pub fn is_word(&self) -> bool {
        matches!(self, Self::Tekst(tekst) if !matches!(tekst.as_str(), "-" | ""))
    }
}
