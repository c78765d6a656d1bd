//! The theme of the layouts, held against the program's contract.

use super::Problems;
use crate::finding::{Finding, Place, Sources};
use crate::text;
use crate::theme::{FILE as THEME, Theme};
use crate::typeset::Layouts;
use crate::typeset::codes::CONTRACT as CONTRACT_CODE;
use crate::typeset::handover::CONTRACT;

/// Reads the theme that a layouts folder lays over the built-in one.
pub(super) fn read_theme(layouts: &Layouts, text: &str) -> Result<Theme, Problems> {
    let base = Layouts::built_in().text(THEME)?;
    let theme = Theme::parse_over(&base, text).and_then(|theme| match of_contract(&theme, text) {
        None => Ok(theme),
        Some(finding) => Err(vec![finding]),
    });
    theme.map_err(|findings| {
        let mut sources = Sources::new();
        sources.add_shown(THEME, layouts.name(THEME), text);
        Problems::of(findings, sources)
    })
}

/// What is wrong where the layouts are written for another contract than the program's.
fn of_contract(theme: &Theme, text: &str) -> Option<Finding> {
    if theme.kontrakt == CONTRACT {
        return None;
    }
    let line = text.lines().find(|line| line.trim_start().starts_with("kontrakt"));
    let range = line.and_then(|line| text.find(line).map(|at| at..at + line.len()));
    let place = Place {
        file: THEME.to_owned(),
        range: range.unwrap_or(0..0),
        field: Some("kontrakt".to_owned()),
    };
    let words = text!("contract-other", theirs = theme.kontrakt, ours = CONTRACT);
    let hint = text!("contract-other-hint", ours = CONTRACT);
    Some(Finding::error(CONTRACT_CODE.code, words).at(place).hint(hint))
}
