//! The id of a figure, made in one place so that whoever draws a figure and whoever asks for it
//! cannot spell it in two ways.

use std::fmt;

use serde::Serialize;

use crate::report::model::IndsigtFigur;

/// What a figure is known by: `ludo/serie`, `ludo/kort`, `ludo/oekonomi`, `ludo/blok-3` (the field
/// `blok[3]`), `ludo/brugere-blok-0` (the field `brugere.blok[0]`), `indsigt/bydele`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FigureId(String);

impl FigureId {
    /// The users' series number `nr`, counted from 0, of an indsats; series that are read together
    /// are one figure.
    #[must_use]
    pub fn serie(indsats: &str, nr: usize) -> Self {
        match nr {
            0 => Self(format!("{indsats}/serie")),
            nr => Self(format!("{indsats}/serie-{}", nr + 1)),
        }
    }

    /// The map of an indsats.
    #[must_use]
    pub fn kort(indsats: &str) -> Self {
        Self(format!("{indsats}/kort"))
    }

    /// The amount of an indsats among all.
    #[must_use]
    pub fn oekonomi(indsats: &str) -> Self {
        Self(format!("{indsats}/oekonomi"))
    }

    /// A block of an indsats, by its field as [`crate::report::model::Indsats::blokke`] names it.
    #[must_use]
    pub fn blok(indsats: &str, field: &str) -> Self {
        let name: String = field
            .chars()
            .filter(|sign| *sign != ']')
            .map(|sign| if matches!(sign, '.' | '[') { '-' } else { sign })
            .collect();
        Self(format!("{indsats}/{name}"))
    }

    /// The figure of an insight.
    #[must_use]
    pub fn indsigt(figur: IndsigtFigur) -> Self {
        Self(format!("indsigt/{}", figur.navn()))
    }

    /// Id of the indsats that it is of; `indsigt` for those of the insights.
    #[must_use]
    pub fn owner(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// Whether it is an indsats' amount among all.
    #[must_use]
    pub fn is_strip(&self) -> bool {
        *self == Self::oekonomi(self.owner())
    }

    /// As text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First part of the names of files that people get: `ludo-blok-3`.
    #[must_use]
    pub fn file_stem(&self) -> String {
        self.0.replace('/', "-")
    }

    /// Name of the drawing among the virtual files: `ludo--blok-3`. Unlike [`Self::file_stem`] it
    /// keeps ids apart that contain hyphens.
    #[must_use]
    pub fn virtual_stem(&self) -> String {
        self.0.replace('/', "--")
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<&str> for FigureId {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_named_by_its_field() {
        assert_eq!(FigureId::blok("ludo", "blok[3]"), "ludo/blok-3");
        assert_eq!(FigureId::blok("ludo", "brugere.blok[0]"), "ludo/brugere-blok-0");
        assert_eq!(FigureId::serie("ludo", 0), "ludo/serie");
        assert_eq!(FigureId::serie("ludo", 1), "ludo/serie-2");
        assert_eq!(FigureId::indsigt(IndsigtFigur::Bydele), "indsigt/bydele");
    }
}
